/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-case-table.h"

#include <glib/gi18n-lib.h>

#include "ui/jkb-case-choice.h"
#include "ui/jkb-case-column.h"
#include "ui/jkb-case-list.h"
#include "ui/jkb-compat.h"
#include "ui/jkb-table-columns.h"
#include "ui/jkb-table-memory.h"

struct _JkbCaseTable
{
  AdwBin parent_instance;

  JkbScope *scope;
  JkbCaseList *list;
  JkbCaseChoice *choice;
  GtkColumnView *view;
  JkbTableColumns *columns;
  GSimpleAction *sort_action;
  GSimpleAction *descending_action;
  guint fitting_id;                     /* of what fits the columns to a new width */
  guint is_following;                   /* above 0 while the view is made to follow the scope */
  gboolean is_behind;                   /* lists an earlier selection */
};

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbCaseTable, jkb_case_table, ADW_TYPE_BIN)

/*
 * Which column sorts cannot be read before GTK 4.10. The view's sorter is asked to compare two
 * objects that only the sorters below know: the sorter of the first column answers, and the view
 * turns the answer round when the order descends. The list itself is ordered by the scope.
 */
static GObject *probe_low, *probe_high;
static const JkbCaseColumn *probed;

static int
compare_probe (gconstpointer a, gconstpointer b, gpointer column)
{
  if (a != probe_low || b != probe_high)
    return GTK_ORDERING_EQUAL;
  probed = column;
  return GTK_ORDERING_SMALLER;
}

static void
on_sorter_changed_cb (GtkSorter *sorter, GtkSorterChange change, JkbCaseTable *self)
{
  GtkOrdering answer;

  if (self->is_following > 0 || self->scope == NULL)
    return;
  probed = NULL;
  answer = gtk_sorter_compare (sorter, probe_low, probe_high);
  if (probed != NULL)
    jkb_scope_set_order (self->scope,
                         (JkbOrder){ probed->column, answer == GTK_ORDERING_LARGER });
}

static void
show_order (JkbCaseTable *self)
{
  JkbOrder order = jkb_scope_get_order (self->scope);
  GtkColumnViewColumn *column = jkb_table_columns_get (self->columns, order.column);

  self->is_following++;
  if (column != NULL)
    gtk_column_view_sort_by_column (self->view, column,
                                    order.descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->is_following--;
  if (self->sort_action != NULL)
    {
      g_simple_action_set_state (self->sort_action,
                                 g_variant_new_string (jkb_column_nick (order.column)));
      g_simple_action_set_state (self->descending_action,
                                 g_variant_new_boolean (order.descending));
    }
}

/* The rows of these cases and of the scope's case, wherever they stand now. */
static void
follow_cases (JkbCaseTable *self, const GArray *ids, gboolean scroll)
{
  guint position;

  self->is_following++;
  jkb_case_choice_follow (self->choice, ids, jkb_scope_get_case_id (self->scope));
  self->is_following--;
  position = jkb_case_choice_get_lead (self->choice);
  if (scroll && position != GTK_INVALID_LIST_POSITION)
    jkb_compat_scroll_to_row (self->view, position);
}

static void
catch_up (JkbCaseTable *self)
{
  g_autoptr(GArray) ids = NULL;

  if (!self->is_behind)
    return;
  self->is_behind = FALSE;
  ids = jkb_case_choice_list_ids (self->choice);
  self->is_following++;
  jkb_case_list_set_selection (self->list, jkb_scope_get_rows (self->scope));
  self->is_following--;
  follow_cases (self, ids, FALSE);
  show_order (self);
}

/* Rows that nobody sees are not made: on the page of charts a choice would make and drop hundreds. */
static void
on_rows_changed_cb (JkbScope *scope, JkbCaseTable *self)
{
  self->is_behind = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    catch_up (self);
}

static void
on_case_changed_cb (JkbScope *scope, GParamSpec *pspec, JkbCaseTable *self)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (self->is_following == 0)
    follow_cases (self, ids, TRUE);
}

static void
on_lead_changed_cb (JkbCaseChoice *choice, JkbCaseTable *self)
{
  guint position = jkb_case_choice_get_lead (choice);
  JkbSelection *selection = jkb_case_list_get_selection (self->list);

  if (self->is_following > 0 || selection == NULL || position >= jkb_selection_n (selection))
    return;
  self->is_following++;
  jkb_scope_set_case_id (self->scope, jkb_selection_get_id (selection, position));
  self->is_following--;
}

static void
on_row_activated_cb (GtkColumnView *view, guint position, JkbCaseTable *self)
{
  jkb_case_choice_set_only (self->choice, position);
  g_signal_emit (self, signals[OPENED], 0);
}

static void
jkb_case_table_dispose (GObject *object)
{
  JkbCaseTable *self = JKB_CASE_TABLE (object);

  g_clear_handle_id (&self->fitting_id, g_source_remove);
  g_clear_object (&self->columns);
  g_clear_object (&self->scope);
  g_clear_object (&self->choice);
  g_clear_object (&self->list);
  g_clear_object (&self->sort_action);
  g_clear_object (&self->descending_action);
  G_OBJECT_CLASS (jkb_case_table_parent_class)->dispose (object);
}

static void
jkb_case_table_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (jkb_case_table_parent_class)->system_setting_changed (widget, setting);
  jkb_table_columns_update_widths (JKB_CASE_TABLE (widget)->columns);
}

/* The Tab key goes past the table: before GTK 4.12 it would stop at each of its rows, and nobody would ever come to
 * the case beside it. Rows are walked with the arrows. */
static gboolean
jkb_case_table_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *focus = jkb_compat_get_focus (widget);

  if (gtk_widget_get_root (widget) == NULL)
    return FALSE;
  if ((direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD) && focus != NULL
      && gtk_widget_is_ancestor (focus, widget))
    return FALSE;
  return GTK_WIDGET_CLASS (jkb_case_table_parent_class)->focus (widget, direction);
}

static gboolean
jkb_case_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (JKB_CASE_TABLE (widget)->view));
}

static void
jkb_case_table_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (jkb_case_table_parent_class)->map (widget);
  catch_up (JKB_CASE_TABLE (widget));
}

static void
jkb_case_table_class_init (JkbCaseTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jkb_case_table_dispose;
  GTK_WIDGET_CLASS (klass)->map = jkb_case_table_map;
  GTK_WIDGET_CLASS (klass)->grab_focus = jkb_case_table_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = jkb_case_table_focus;
  GTK_WIDGET_CLASS (klass)->system_setting_changed = jkb_case_table_system_setting_changed;
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  probe_low = g_object_new (G_TYPE_OBJECT, NULL);
  probe_high = g_object_new (G_TYPE_OBJECT, NULL);
}

/* Chosen rows can be dragged onto a collection; what is dropped is the table, which knows them. */
static GdkContentProvider *
on_drag_prepared_cb (GtkDragSource *source, double x, double y, JkbCaseTable *self)
{
  g_autoptr(GArray) ids = jkb_case_table_list_chosen (self);

  return ids->len > 0 ? gdk_content_provider_new_typed (JKB_TYPE_CASE_TABLE, self) : NULL;
}

static void
add_drag_source (JkbCaseTable *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepared_cb), self);
  /* The rows, not the headings, which are dragged to reorder columns. */
  gtk_widget_add_controller (gtk_widget_get_last_child (GTK_WIDGET (self->view)), GTK_EVENT_CONTROLLER (source));
}

static gboolean
fit_columns (gpointer user_data)
{
  JkbCaseTable *self = user_data;

  self->fitting_id = 0;
  jkb_table_columns_fit (self->columns, gtk_widget_get_width (GTK_WIDGET (self->view)));
  return G_SOURCE_REMOVE;
}

/* It is being laid out. */
static void
on_width_changed_cb (GtkAdjustment *adjustment, GParamSpec *pspec, JkbCaseTable *self)
{
  if (self->fitting_id == 0)
    self->fitting_id = g_idle_add (fit_columns, self);
}

static void
jkb_case_table_init (JkbCaseTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = jkb_case_list_new ();
  self->choice = jkb_case_choice_new (self->list);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->choice))));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Cases"), -1);
  gtk_column_view_set_reorderable (self->view, TRUE);
  add_drag_source (self);
  self->columns = jkb_table_columns_new (self->view, compare_probe);
  g_signal_connect_object (self->choice, "lead-changed", G_CALLBACK (on_lead_changed_cb), self, 0);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_row_activated_cb), self, 0);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (on_sorter_changed_cb), self, 0);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled)), "notify::page-size",
                           G_CALLBACK (on_width_changed_cb), self, 0);
  gtk_widget_add_css_class (scrolled, "case-table");
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

void
jkb_case_table_set_scope (JkbCaseTable *self, JkbScope *scope)
{
  g_return_if_fail (JKB_IS_CASE_TABLE (self));
  g_return_if_fail (self->scope == NULL);

  self->scope = g_object_ref (scope);
  jkb_scope_set_order (scope, jkb_table_memory_load_order ());
  g_signal_connect_object (scope, "rows-changed", G_CALLBACK (on_rows_changed_cb), self, 0);
  g_signal_connect_object (scope, "notify::case-id", G_CALLBACK (on_case_changed_cb), self, 0);
  self->is_behind = jkb_scope_get_rows (scope) != NULL;
  show_order (self);
}

static void
on_sort_changed_cb (GSimpleAction *action, GVariant *value, JkbCaseTable *self)
{
  JkbOrder order = jkb_scope_get_order (self->scope);
  int column = jkb_column_from_nick (g_variant_get_string (value, NULL));

  if (column < 0)
    return;
  order.column = (JkbColumn) column;
  jkb_scope_set_order (self->scope, order);
  show_order (self);
}

static void
on_descending_changed_cb (GSimpleAction *action, GVariant *value, JkbCaseTable *self)
{
  JkbOrder order = jkb_scope_get_order (self->scope);

  order.descending = g_variant_get_boolean (value);
  jkb_scope_set_order (self->scope, order);
  show_order (self);
}

void
jkb_case_table_add_actions (JkbCaseTable *self, GActionMap *map)
{
  g_return_if_fail (JKB_IS_CASE_TABLE (self) && self->sort_action == NULL);

  self->sort_action = g_simple_action_new_stateful ("sort", G_VARIANT_TYPE_STRING,
                                                    g_variant_new_string ("date"));
  self->descending_action = g_simple_action_new_stateful ("sort-descending", NULL,
                                                          g_variant_new_boolean (TRUE));
  g_signal_connect_object (self->sort_action, "change-state", G_CALLBACK (on_sort_changed_cb),
                           self, 0);
  g_signal_connect_object (self->descending_action, "change-state",
                           G_CALLBACK (on_descending_changed_cb), self, 0);
  g_action_map_add_action (map, G_ACTION (self->sort_action));
  g_action_map_add_action (map, G_ACTION (self->descending_action));
  jkb_table_columns_add_actions (self->columns, map);
}

void
jkb_case_table_set_compact (JkbCaseTable *self, gboolean compact)
{
  g_return_if_fail (JKB_IS_CASE_TABLE (self));

  gtk_column_view_set_single_click_activate (self->view, compact);
  jkb_table_columns_set_compact (self->columns, compact);
}

JkbScope *
jkb_case_table_get_scope (JkbCaseTable *self)
{
  g_return_val_if_fail (JKB_IS_CASE_TABLE (self), NULL);

  return self->scope;
}

GArray *
jkb_case_table_list_chosen (JkbCaseTable *self)
{
  g_return_val_if_fail (JKB_IS_CASE_TABLE (self), NULL);

  catch_up (self);
  return jkb_case_choice_list_ids (self->choice);
}

GArray *
jkb_case_table_list_columns (JkbCaseTable *self, gboolean with_guests)
{
  g_return_val_if_fail (JKB_IS_CASE_TABLE (self), NULL);

  return jkb_table_columns_list_shown (self->columns, with_guests);
}

void
jkb_case_table_move (JkbCaseTable *self, int offset)
{
  gint64 position, n_items;

  g_return_if_fail (JKB_IS_CASE_TABLE (self));

  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  if (n_items == 0)
    return;
  position = jkb_case_choice_get_lead (self->choice);
  position = position == GTK_INVALID_LIST_POSITION ? 0 : CLAMP (position + offset, 0, n_items - 1);
  jkb_case_choice_set_only (self->choice, (guint) position);
  jkb_compat_scroll_to_row (self->view, (guint) position);
}

void
jkb_case_table_save (JkbCaseTable *self)
{
  g_return_if_fail (JKB_IS_CASE_TABLE (self));

  if (self->scope != NULL)
    jkb_table_columns_save (self->columns, jkb_scope_get_order (self->scope));
}
