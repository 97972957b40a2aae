/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-list-pane.h"

#include <glib/gi18n-lib.h>

#include "labels/jkb-labels.h"
#include "ui/jkb-case-table.h"
#include "ui/jkb-compat.h"
#include "ui/jkb-shrink.h"

#define UNREAD (1u << JKB_REVIEW_UNREAD)

struct _JkbListPane
{
  AdwBin parent_instance;

  JkbScope *scope;
  JkbCaseLists *lists;
  GtkListBox *box;
  JkbTwinFinder *finder;
  const char *aside;                    /* interned: `bin`, `twins`; NULL for the table */
};

G_DEFINE_FINAL_TYPE (JkbListPane, jkb_list_pane, ADW_TYPE_BIN)

static const char *
get_place (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "place");
}

static void
on_row_activated_cb (GtkListBox *box, GtkListBoxRow *row, JkbListPane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-list", "s", get_place (row));
}

/* ---------------------------------------------------------------- rows */

static GtkWidget *
make_label (const char *icon)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *name = jkb_cut_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), count);
  return box;
}

static void
word_row (GtkListBoxRow *row, const char *title, guint n_cases)
{
  GtkWidget *image = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));
  GtkWidget *name = gtk_widget_get_next_sibling (image);
  GtkWidget *count = gtk_widget_get_next_sibling (name);
  g_autofree char *digits = jkb_label_number (n_cases);
  /* Translators: a list of cases and how many it has */
  g_autofree char *spoken = g_strdup_printf (ngettext ("%s, %u case", "%s, %u cases", n_cases), title, n_cases);

  gtk_label_set_text (GTK_LABEL (name), title);
  gtk_label_set_text (GTK_LABEL (count), digits);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static GtkListBoxRow *
insert_row (JkbListPane *self, int position, const char *place, const char *icon)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make_label (icon));
  g_object_set_data_full (G_OBJECT (row), "place", g_strdup (place), g_free);
  gtk_list_box_insert (self->box, row, position);
  return GTK_LIST_BOX_ROW (row);
}

/* The row at @position when it stands for @place already, else NULL. A row that is there stays: it may have the
 * focus or an open menu, and what changes is mostly its number. */
static GtkListBoxRow *
get_row (JkbListPane *self, int position, const char *place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->box, position);

  return row != NULL && g_str_equal (get_place (row), place) ? row : NULL;
}

/* @place: as for `win.show-list` */
static void
put_row (JkbListPane *self, int position, const char *place, const char *icon, const char *title, guint n_cases)
{
  GtkListBoxRow *row = get_row (self, position, place);

  word_row (row != NULL ? row : insert_row (self, position, place, icon), title, n_cases);
}

static GtkWidget *
make_menu_button (gint64 list_id)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autofree char *rename = g_strdup_printf ("win.rename-list(int64 %" G_GINT64_FORMAT ")", list_id);
  g_autofree char *remove = g_strdup_printf ("win.remove-list(int64 %" G_GINT64_FORMAT ")", list_id);

  g_menu_append (menu, _("Re_name…"), rename);
  g_menu_append (menu, _("Re_move from the Sidebar"), remove);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Change This List"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Change This List"), -1);
  return button;
}

/* Rows of another window may belong to another casebook. */
static gboolean
on_dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, JkbListPane *self)
{
  JkbCaseTable *table = g_value_get_object (value);
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  if (table == NULL
      || jkb_scope_get_casebook (jkb_case_table_get_scope (table)) != jkb_scope_get_casebook (self->scope))
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (table), "win.collect-into", "x",
                              g_ascii_strtoll (get_place (GTK_LIST_BOX_ROW (row)), NULL, 10));
  return TRUE;
}

static GtkListBoxRow *
insert_list (JkbListPane *self, int position, const char *place, const JkbList *list)
{
  gboolean is_search = list->kind == JKB_LIST_SEARCH;
  GtkListBoxRow *row = insert_row (self, position, place, is_search ? "edit-find-symbolic" : "folder-symbolic");
  GtkDropTarget *drop;

  gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (row)), make_menu_button (list->id));
  if (is_search)
    return row;
  drop = gtk_drop_target_new (JKB_TYPE_CASE_TABLE, GDK_ACTION_COPY);
  g_signal_connect (drop, "drop", G_CALLBACK (on_dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (drop));
  return row;
}

/* Searches first, then collections, each in the order they were made. Returns the position behind them. */
static int
put_lists (JkbListPane *self, int position, JkbListKind kind)
{
  for (guint i = 0; i < jkb_case_lists_get_n (self->lists); i++)
    {
      guint n_cases;
      const JkbList *list = jkb_case_lists_get (self->lists, i, &n_cases);
      g_autofree char *place = g_strdup_printf ("%" G_GINT64_FORMAT, list->id);
      GtkListBoxRow *row;

      if (list->kind != kind)
        continue;
      row = get_row (self, position, place);
      word_row (row != NULL ? row : insert_list (self, position, place, list), list->name, n_cases);
      position++;
    }
  return position;
}

/* ---------------------------------------------------------------- what is shown */

static char *
find_place (JkbListPane *self)
{
  g_autoptr(JkbFilter) queue = jkb_filter_new ();
  const JkbFilter *filter = jkb_scope_get_filter (self->scope);
  gint64 list_id = jkb_case_lists_find_shown (self->lists);

  queue->reviews = UNREAD;
  if (self->aside != NULL)
    return g_strdup (self->aside);
  if (list_id != 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, list_id);
  if (jkb_filter_is_empty (filter))
    return g_strdup ("all");
  return g_strdup (jkb_filter_equal (filter, queue) ? "queue" : "");
}

static void
mark_place (JkbListPane *self)
{
  g_autofree char *place = find_place (self);
  GtkListBoxRow *row;
  gboolean found = FALSE;

  for (int i = 0; !found && (row = gtk_list_box_get_row_at_index (self->box, i)) != NULL; i++)
    if ((found = g_str_equal (get_place (row), place)))
      gtk_list_box_select_row (self->box, row);
  if (!found)
    gtk_list_box_unselect_all (self->box);
}

static gboolean
is_list (JkbListPane *self, const char *place)
{
  for (guint i = 0; i < jkb_case_lists_get_n (self->lists); i++)
    if (jkb_case_lists_get (self->lists, i, NULL)->id == g_ascii_strtoll (place, NULL, 10))
      return TRUE;
  return FALSE;
}

static void
remove_old_lists (JkbListPane *self)
{
  GtkListBoxRow *row;
  int i = 0;

  while ((row = gtk_list_box_get_row_at_index (self->box, i)) != NULL)
    if (g_ascii_isdigit (*get_place (row)) && !is_list (self, get_place (row)))
      gtk_list_box_remove (self->box, GTK_WIDGET (row));
    else
      i++;
}

static void
show (JkbListPane *self)
{
  int position;

  remove_old_lists (self);
  put_row (self, 0, "all", "view-list-symbolic", _("All Cases"), jkb_case_lists_count (self->lists, FALSE));
  put_row (self, 1, "queue", "mail-unread-symbolic", _("To Review"), jkb_case_lists_count (self->lists, TRUE));
  position = put_lists (self, 2, JKB_LIST_SEARCH);
  position = put_lists (self, position, JKB_LIST_COLLECTION);
  put_row (self, position++, "twins", "view-dual-symbolic", _("Maybe the Same"),
           jkb_twin_finder_get (self->finder)->len);
  put_row (self, position, "bin", "user-trash-symbolic", _("Bin"), jkb_case_lists_get_bin (self->lists)->len);
  mark_place (self);
}

/* Before the lists are read there are no rows. */
static void
on_found_cb (JkbTwinFinder *finder, JkbListPane *self)
{
  if (gtk_list_box_get_row_at_index (self->box, 0) != NULL)
    show (self);
}

/* ---------------------------------------------------------------- the object */

static void
jkb_list_pane_dispose (GObject *object)
{
  JkbListPane *self = JKB_LIST_PANE (object);

  g_clear_object (&self->scope);
  g_clear_object (&self->lists);
  g_clear_object (&self->finder);
  G_OBJECT_CLASS (jkb_list_pane_parent_class)->dispose (object);
}

static void
jkb_list_pane_class_init (JkbListPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jkb_list_pane_dispose;
}

static void
jkb_list_pane_init (JkbListPane *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Lists of Cases"), -1);
  g_signal_connect (self->box, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 260);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->box));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

void
jkb_list_pane_set_lists (JkbListPane *self, JkbScope *scope, JkbCaseLists *lists)
{
  g_return_if_fail (JKB_IS_LIST_PANE (self));
  g_return_if_fail (self->scope == NULL);

  self->scope = g_object_ref (scope);
  self->lists = g_object_ref (lists);
  g_signal_connect_object (lists, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scope, "filter-changed", G_CALLBACK (mark_place), self, G_CONNECT_SWAPPED);
}

void
jkb_list_pane_set_finder (JkbListPane *self, JkbTwinFinder *finder)
{
  g_return_if_fail (JKB_IS_LIST_PANE (self));
  g_return_if_fail (self->finder == NULL);

  self->finder = g_object_ref (finder);
  g_signal_connect_object (finder, "changed", G_CALLBACK (on_found_cb), self, 0);
}

void
jkb_list_pane_set_aside (JkbListPane *self, const char *place)
{
  g_return_if_fail (JKB_IS_LIST_PANE (self));

  self->aside = g_intern_string (place);
  if (self->scope != NULL)
    mark_place (self);
}
