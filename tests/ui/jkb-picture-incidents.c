/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jkb-picture-states.h"

#include "jkb-picture-ways.h"
#include "jkb-ui-driver.h"
#include "ui/jkb-case-sheet.h"
#include "ui/jkb-case-table.h"
#include "ui/jkb-casebook-actions.h"
#include "ui/jkb-merge-dialog.h"
#include "ui/jkb-parts-dialog.h"
#include "ui/jkb-twins-page.h"
#include "ui/jkb-settings.h"

/* The newest case that came with the program, or that did not. */
static gint64
find_case (JkbWindow *window, gboolean bundled)
{
  JkbSelection *selection = jkb_scope_get_selection (jkb_window_get_scope (window));

  for (guint i = 0; i < jkb_selection_n (selection); i++)
    {
      JkbCase incident;

      jkb_selection_get (selection, i, &incident);
      if ((incident.review == JKB_REVIEW_BUNDLED) == bundled)
        return incident.id;
    }
  return 0;
}

static void
show_case (JkbWindow *window, gboolean bundled)
{
  gint64 id = find_case (window, bundled);

  if (id == 0)
    return;
  jkb_scope_set_case_id (jkb_window_get_scope (window), id);
  driver_wait_case (window);
  jkb_incidents_page_open_case (jkb_window_get_incidents_page (window));
}

static JkbCasePane *
get_pane (JkbWindow *window)
{
  return jkb_incidents_page_get_case_pane (jkb_window_get_incidents_page (window));
}

/* A fact whose words are worth pointing at. */
static void
choose_fact (JkbWindow *window)
{
  const JkbCaseFile *file = jkb_case_pane_get_file (get_pane (window));
  const JkbCaseFact *fact = NULL;

  if (file == NULL)
    return;
  fact = jkb_case_file_find (file, JKB_FIELD_AFFECTED_PEOPLE);
  if (fact == NULL)
    fact = jkb_case_file_find (file, JKB_FIELD_INCIDENT_TYPE);
  if (fact != NULL)
    jkb_case_pane_choose_fact (get_pane (window), fact->id);
}

/* What a menu button opens is a surface of its own, and so has a picture of its own. It must not take the
 * display for itself: others take pictures there too. */
static GtkWidget *
open_menu (gpointer root)
{
  GtkMenuButton *button = driver_find (root, GTK_TYPE_MENU_BUTTON);

  gtk_popover_set_autohide (gtk_menu_button_get_popover (button), FALSE);
  gtk_menu_button_popup (button);
  driver_settle (100);
  return GTK_WIDGET (gtk_menu_button_get_popover (button));
}

/* ---------------------------------------------------------------- incidents */

static GtkWidget *
show_start (JkbWindow *window)
{
  return GTK_WIDGET (window);
}

static GtkWidget *
show_incidents (JkbWindow *window)
{
  show_case (window, FALSE);
  choose_fact (window);
  driver_activate (window, "win.back");
  return GTK_WIDGET (window);
}

static GtkWidget *
show_bundled_case (JkbWindow *window)
{
  show_case (window, TRUE);
  return GTK_WIDGET (window);
}

static GtkWidget *
show_imported_case (JkbWindow *window)
{
  show_case (window, FALSE);
  driver_settle (300);
  choose_fact (window);
  /* The notice scrolls to the words of the fact. */
  driver_settle (600);
  return GTK_WIDGET (window);
}

/* With no fact chosen, what is below the facts can be seen. */
static void
scroll_case (JkbWindow *window, int n_pages)
{
  jkb_case_pane_choose_fact (get_pane (window), 0);
  jkb_picture_scroll (gtk_widget_get_ancestor (driver_find (window, JKB_TYPE_CASE_SHEET), GTK_TYPE_SCROLLED_WINDOW),
                      n_pages);
}

static GtkWidget *
show_case_below (JkbWindow *window)
{
  show_case (window, FALSE);
  scroll_case (window, 1);
  return GTK_WIDGET (window);
}

static GtkWidget *
show_case_end (JkbWindow *window)
{
  show_case (window, FALSE);
  scroll_case (window, 20);
  return GTK_WIDGET (window);
}

static GtkWidget *
find_open_popover (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_POPOVER (widget) && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_open_popover (child);
  return found;
}

static GtkWidget *
show_correct (JkbWindow *window)
{
  GtkWidget *popover;

  show_case (window, FALSE);
  choose_fact (window);
  driver_settle (100);
  /* It closes again when another process takes the focus at that moment. */
  do
    {
      driver_activate (window, "win.correct-fact");
      driver_settle (200);
    }
  while ((popover = find_open_popover (GTK_WIDGET (window))) == NULL);
  return popover;
}

static GtkWidget *
show_review (JkbWindow *window)
{
  driver_activate (window, "win.review");
  driver_wait_selection (window);
  driver_wait_case (window);
  return GTK_WIDGET (window);
}

static GtkWidget *
show_filtered (JkbWindow *window)
{
  jkb_picture_filter (window);
  return GTK_WIDGET (window);
}

static GtkWidget *
show_nothing_found (JkbWindow *window)
{
  jkb_scope_set_words (jkb_window_get_scope (window), "これはどの事件にもない");
  driver_wait_selection (window);
  return GTK_WIDGET (window);
}

static GtkWidget *
show_facets (JkbWindow *window)
{
  g_object_set (jkb_window_get_incidents_page (window), "show-facets", TRUE, NULL);
  return GTK_WIDGET (window);
}

static GtkWidget *
show_bin (JkbWindow *window)
{
  driver_activate (window, "win.show-list::bin");
  return GTK_WIDGET (window);
}

static GtkWidget *
show_columns (JkbWindow *window)
{
  static const char *const names[] = { "title", "records", "discovered", "review", "source-kind" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *action = g_strconcat ("win.column-", names[i], NULL);

      gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
    }
  return GTK_WIDGET (window);
}

/* The same once more: what was added goes. */
static GtkWidget *
show_columns_no_more (JkbWindow *window)
{
  show_columns (window);
  return GTK_WIDGET (window);
}

static GtkWidget *
show_order_menu (JkbWindow *window)
{
  return open_menu (driver_find (gtk_widget_get_parent (driver_find (jkb_window_get_incidents_page (window),
                                                                     GTK_TYPE_SEARCH_ENTRY)),
                                 GTK_TYPE_MENU_BUTTON));
}

static GtkWidget *
show_main_menu (JkbWindow *window)
{
  return open_menu (driver_find (window, ADW_TYPE_HEADER_BAR));
}

/* Each of the pictures of a toast can be taken alone; the second takes back what the first did. */
static gboolean has_binned;

static GtkWidget *
show_toast (JkbWindow *window)
{
  show_case (window, FALSE);
  driver_activate (window, "win.bin-case");
  has_binned = TRUE;
  driver_settle (600);
  return GTK_WIDGET (window);
}

static GtkWidget *
show_toast_undone (JkbWindow *window)
{
  if (!has_binned)
    show_toast (window);
  driver_activate (window, "win.undo");
  has_binned = FALSE;
  driver_settle (300);
  return GTK_WIDGET (window);
}

static GtkWidget *
show_toast_failed (JkbWindow *window)
{
  g_autoptr(GError) error = g_error_new (JKB_STORE_ERROR, JKB_STORE_ERROR_LOCKED, "%s: database is locked",
                                         jkb_casebook_get_path (jkb_window_get_casebook (window)));
  g_autofree char *words = jkb_casebook_describe_error (error);

  jkb_toaster_say (jkb_toaster_find (driver_find (window, JKB_TYPE_CASE_TABLE)), words);
  driver_settle (600);
  return GTK_WIDGET (window);
}

static GtkWidget *
show_save_search (JkbWindow *window)
{
  show_filtered (window);
  driver_activate (window, "win.save-search");
  return jkb_picture_wait_toplevel (ADW_TYPE_MESSAGE_DIALOG);
}

static GtkWidget *
show_welcome (JkbWindow *window)
{
  JkbWindow *further;

  g_settings_reset (jkb_settings_get (), "welcomed");
  further = jkb_window_new (JKB_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))),
                            jkb_window_get_casebook (window));
  driver_wait_ready (further);
  g_settings_set_boolean (jkb_settings_get (), "welcomed", TRUE);
  return GTK_WIDGET (further);
}

/* ---------------------------------------------------------------- cases that may be the same */

static GtkWidget *
show_twins (JkbWindow *window)
{
  GtkListView *pairs = driver_find (driver_find (window, JKB_TYPE_TWINS_PAGE), GTK_TYPE_LIST_VIEW);

  driver_activate (window, "win.show-list::twins");
  driver_wait_until (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (pairs))) > 0);
  return GTK_WIDGET (window);
}

static GtkWidget *
show_merge (JkbWindow *window)
{
  GtkWidget *dialog;

  show_twins (window);
  g_signal_emit_by_name (driver_find (driver_find (window, JKB_TYPE_TWINS_PAGE), GTK_TYPE_LIST_VIEW), "activate", 0);
  dialog = jkb_picture_wait_toplevel (JKB_TYPE_MERGE_DIALOG);
  driver_wait_until (jkb_merge_dialog_get_plan (JKB_MERGE_DIALOG (dialog)) != NULL);
  return dialog;
}

static GtkWidget *
show_take_apart (JkbWindow *window)
{
  show_case (window, FALSE);
  driver_activate (window, "win.take-apart");
  return jkb_picture_wait_toplevel (JKB_TYPE_PARTS_DIALOG);
}

const JkbPictureState jkb_picture_incidents[] = {
  { "start", show_start, TRUE },
  { "incidents", show_incidents, TRUE },
  { "bundled-case", show_bundled_case },
  { "imported-case", show_imported_case, TRUE },
  { "case-below", show_case_below },
  { "case-end", show_case_end },
  { "correct", show_correct },
  { "toast", show_toast },
  { "toast-undone", show_toast_undone },
  { "toast-failed", show_toast_failed },
  { "review", show_review },
  { "filtered", show_filtered },
  { "facets", show_facets },
  { "nothing-found", show_nothing_found },
  { "bin", show_bin },
  { "columns", show_columns },
  { "columns-no-more", show_columns_no_more },
  { "order-menu", show_order_menu },
  { "main-menu", show_main_menu },
  { "save-search", show_save_search },
  { "maybe-the-same", show_twins },
  { "merge", show_merge },
  { "take-apart", show_take_apart },
  { "welcome", show_welcome },
  { NULL, NULL }
};
