/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>

#include "jkb-ui-driver.h"
#include "labels/jkb-labels.h"
#include "summary/jkb-history-words.h"
#include "ui/jkb-case-choice.h"
#include "ui/jkb-case-column.h"
#include "ui/jkb-case-table.h"
#include "ui/jkb-facet-pane.h"
#include "ui/jkb-fact-editor.h"
#include "ui/jkb-filter-bar.h"
#include "ui/jkb-notice-view.h"

/*
 * The real program, driven by its actions and controls, in the language of the process (meson.build
 * runs it in Japanese and in English). Each test has a casebook of its own.
 */

static JkbCasePane *
get_pane (JkbWindow *window)
{
  return jkb_incidents_page_get_case_pane (jkb_window_get_incidents_page (window));
}

static const char *
visible_page (JkbWindow *window)
{
  return adw_view_stack_get_visible_child_name (driver_find (window, ADW_TYPE_VIEW_STACK));
}

/* ---------------------------------------------------------------- start and pages */

static void
check_start (JkbWindow *window, gpointer data)
{
  driver_wait_ready (window);
  g_assert_cmpuint (driver_count_cases (window), ==, 359);
  g_assert_cmpstr (visible_page (window), ==, "incidents");
  driver_activate (window, "win.page::charts");
  g_assert_cmpstr (visible_page (window), ==, "charts");
  driver_activate (window, "win.page::roles");
  g_assert_cmpstr (visible_page (window), ==, "roles");
  /* Searching is done where the table is. */
  driver_activate (window, "win.search");
  g_assert_cmpstr (visible_page (window), ==, "incidents");
}

static void
test_start (void)
{
  driver_run_sample (check_start, NULL);
}

static void
check_shortcuts (JkbWindow *window, gpointer data)
{
  static const struct
  {
    const char *accel, *action;
  } shortcuts[] = {
    { "<Control>f", "win.search" },   { "<Control>o", "win.import" },
    { "<Control><Shift>v", "win.paste" }, { "F9", "win.facets" },
    { "<Control>1", "win.page::incidents" }, { "<Control>2", "win.page::charts" },
    { "<Control>3", "win.page::roles" }, { "<Control>z", "win.undo" },
    { "<Control>question", "win.show-help-overlay" }, { "<Control>q", "app.quit" },
  };
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      g_auto(GStrv) actions
          = gtk_application_get_actions_for_accel (application, shortcuts[i].accel);

      g_assert_true (g_strv_contains ((const char *const *) actions, shortcuts[i].action));
    }
  g_assert_nonnull (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)));
}

static void
test_shortcuts (void)
{
  driver_run_sample (check_shortcuts, NULL);
}

/* ---------------------------------------------------------------- search, filters, order */

/* Table, nothing found, empty, opening, failed. */
static GtkStack *
get_stack (JkbWindow *window)
{
  JkbCaseTable *table = driver_find (window, JKB_TYPE_CASE_TABLE);

  return GTK_STACK (gtk_widget_get_ancestor (GTK_WIDGET (table), GTK_TYPE_STACK));
}

static GtkSearchEntry *
get_search (JkbWindow *window)
{
  return driver_find (jkb_window_get_incidents_page (window), GTK_TYPE_SEARCH_ENTRY);
}

static void
type_search (JkbWindow *window, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (get_search (window)), words);
  driver_wait_selection (window);
}

static gboolean
is_visible_text (GtkWidget *root, const char *text)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root)
      && g_strcmp0 (gtk_label_get_text (GTK_LABEL (root)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_visible_text (child, text))
      return TRUE;
  return FALSE;
}

static gboolean
has_focus_inside (JkbWindow *window, GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static void
check_search (JkbWindow *window, gpointer data)
{
  JkbScope *scope = jkb_window_get_scope (window);
  guint n_lost;

  driver_wait_ready (window);
  /* Each key is a search of its own; only the last one counts. */
  gtk_editable_set_text (GTK_EDITABLE (get_search (window)), "紛");
  gtk_editable_set_text (GTK_EDITABLE (get_search (window)), "紛失");
  driver_wait_selection (window);
  g_assert_cmpstr (jkb_scope_get_filter (scope)->words, ==, "紛失");
  n_lost = driver_count_cases (window);
  g_assert_cmpuint (n_lost, >, 0);
  g_assert_cmpuint (n_lost, <, 359);
  type_search (window, "type:lost_media_device");
  g_assert_cmpuint (driver_count_cases (window), >, 0);
  type_search (window, "どこにもない言葉");
  g_assert_cmpuint (driver_count_cases (window), ==, 0);
  driver_wait_until (g_strcmp0 (gtk_stack_get_visible_child_name (get_stack (window)), "nothing")
                     == 0);
  /* Escape in the entry, then once more with nothing in it. */
  g_signal_emit_by_name (get_search (window), "stop-search");
  driver_wait_cases (window, 359);
  g_signal_emit_by_name (get_search (window), "stop-search");
  driver_wait_until (has_focus_inside (window, driver_find (window, JKB_TYPE_CASE_TABLE)));
  /* What is typed anywhere on the page goes into the entry. */
  g_assert_true (gtk_search_entry_get_key_capture_widget (get_search (window))
                 == GTK_WIDGET (jkb_window_get_incidents_page (window)));
}

static void
test_search (void)
{
  driver_run_sample (check_search, NULL);
}

static GtkCheckButton *
find_check (GtkWidget *root, const char *text)
{
  if (GTK_IS_CHECK_BUTTON (root) && is_visible_text (root, text))
    return GTK_CHECK_BUTTON (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkCheckButton *found = find_check (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The box to tick for a year that bundled cases have. */
static GtkCheckButton *
find_year (JkbWindow *window)
{
  g_autofree char *year = jkb_label_date ((JkbDate){ 2023, 0, 0 });

  return find_check (GTK_WIDGET (window), year);
}

static GtkWidget *
find_chip (JkbWindow *window)
{
  GtkWidget *bar = driver_find (jkb_window_get_incidents_page (window), JKB_TYPE_FILTER_BAR);
  GtkWidget *scrolled = driver_find (bar, GTK_TYPE_SCROLLED_WINDOW);

  return driver_find (scrolled, GTK_TYPE_BUTTON);
}

static void
check_facets (JkbWindow *window, gpointer data)
{
  const char *theft = jkb_label (JKB_WORDS_TYPE, JKB_TYPE_THEFT_PHYSICAL);
  const char *misdelivery = jkb_label (JKB_WORDS_TYPE, JKB_TYPE_MISDELIVERY);
  GtkCheckButton *check, *other;
  guint n_thefts;

  driver_wait_ready (window);
  g_assert_null (find_chip (window));
  driver_wait_until ((check = find_check (GTK_WIDGET (window), theft)) != NULL);
  gtk_check_button_set_active (check, TRUE);
  driver_wait_selection (window);
  n_thefts = driver_count_cases (window);
  g_assert_cmpuint (n_thefts, >, 0);
  g_assert_cmpuint (n_thefts, <, 359);
  /* Another value of the same facet adds to it; the count beside it said by how many. */
  driver_wait_until ((other = find_check (GTK_WIDGET (window), misdelivery)) != NULL);
  gtk_check_button_set_active (other, TRUE);
  driver_wait_selection (window);
  g_assert_cmpuint (driver_count_cases (window), >, n_thefts);
  driver_wait_until (find_chip (window) != NULL);
  g_signal_emit_by_name (find_chip (window), "clicked");
  driver_wait_cases (window, 359);
  driver_wait_until (find_chip (window) == NULL);
  driver_wait_until (!gtk_check_button_get_active (check));
  gtk_check_button_set_active (check, TRUE);
  driver_wait_selection (window);
  /* A value that no case has any more says so. */
  jkb_scope_set_words (jkb_window_get_scope (window), "どこにもない言葉");
  driver_wait_cases (window, 0);
  g_assert_true (is_visible_text (GTK_WIDGET (find_year (window)), "0"));
  driver_activate (window, "win.clear-filters");
  driver_wait_cases (window, 359);
  g_assert_false (is_visible_text (GTK_WIDGET (find_year (window)), "0"));
  driver_activate (window, "win.facets");
  driver_wait_until (!gtk_widget_get_mapped (GTK_WIDGET (check)));
}

static void
test_facets (void)
{
  driver_run_sample (check_facets, NULL);
}

static void
check_is_ordered (JkbWindow *window, gboolean descending)
{
  JkbSelection *selection = jkb_scope_get_selection (jkb_window_get_scope (window));
  JkbCase before, incident;

  jkb_selection_get (selection, 0, &before);
  for (guint i = 1; i < jkb_selection_n (selection); i++)
    {
      jkb_selection_get (selection, i, &incident);
      if (incident.people == JKB_COUNT_UNKNOWN)
        break;
      g_assert_true (descending ? before.people >= incident.people
                                : before.people <= incident.people);
      before = incident;
    }
}

static GtkColumnViewColumn *
find_column (JkbWindow *window, JkbColumn wanted)
{
  GtkColumnView *view = driver_find (window, GTK_TYPE_COLUMN_VIEW);
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_title (column), jkb_case_column_title (wanted))
          == 0)
        return column;
    }
  g_assert_not_reached ();
}

static void
check_order (JkbWindow *window, gpointer data)
{
  JkbScope *scope = jkb_window_get_scope (window);
  GtkColumnView *view = driver_find (window, GTK_TYPE_COLUMN_VIEW);
  JkbCaseChoice *chosen;
  gint64 id;
  guint position;

  driver_wait_ready (window);
  chosen = JKB_CASE_CHOICE (gtk_column_view_get_model (view));
  jkb_case_choice_set_only (chosen, 5);
  id = jkb_scope_get_case_id (scope);
  g_assert_cmpint (id, ==, jkb_selection_get_id (jkb_scope_get_selection (scope), 5));
  driver_activate (window, "win.sort::people");
  driver_wait_selection (window);
  check_is_ordered (window, TRUE);
  driver_activate (window, "win.sort-descending");
  driver_wait_selection (window);
  check_is_ordered (window, FALSE);
  /* What a click on a heading does. */
  gtk_column_view_sort_by_column (view, find_column (window, JKB_COLUMN_PEOPLE),
                                  GTK_SORT_DESCENDING);
  driver_wait_selection (window);
  g_assert_cmpint (jkb_scope_get_order (scope).column, ==, JKB_COLUMN_PEOPLE);
  check_is_ordered (window, TRUE);
  /* The case is still the chosen one, wherever it stands now. */
  g_assert_cmpint (jkb_scope_get_case_id (scope), ==, id);
  g_assert_true (jkb_selection_find (jkb_scope_get_selection (scope), id, &position));
  g_assert_cmpuint (jkb_case_choice_get_lead (chosen), ==, position);
  driver_activate (window, "win.next-case");
  g_assert_cmpuint (jkb_case_choice_get_lead (chosen), ==, position + 1);
}

static void
test_order (void)
{
  driver_run_sample (check_order, NULL);
}

/* ---------------------------------------------------------------- the case */

static const JkbCaseFact *
find_fact (JkbWindow *window, JkbField field)
{
  const JkbCaseFact *fact = jkb_case_file_find (jkb_case_pane_get_file (get_pane (window)), field);

  g_assert_nonnull (fact);
  return fact;
}

static void
check_evidence (JkbWindow *window, gpointer data)
{
  JkbCasePane *pane = get_pane (window);
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkTextIter iter;
  const JkbCaseFact *fact;
  const JkbCaseNotice *notice;
  g_autofree char *marked = NULL;
  g_autofree char *expected = NULL;

  driver_show_imported (window);
  fact = find_fact (window, JKB_FIELD_AFFECTED_PEOPLE);
  notice = g_ptr_array_index (jkb_case_pane_get_file (pane)->notices, 0);
  expected = g_strndup (notice->item->text + fact->fact->span.begin,
                        fact->fact->span.end - fact->fact->span.begin);
  jkb_case_pane_choose_fact (pane, fact->id);
  marked = jkb_case_pane_get_evidence (pane);
  g_assert_cmpstr (marked, ==, expected);
  /* The other way: the caret on the words that say what it was, and Enter. */
  fact = find_fact (window, JKB_FIELD_ORGANISATION);
  view = driver_find (driver_find (window, JKB_TYPE_NOTICE_VIEW), GTK_TYPE_TEXT_VIEW);
  buffer = gtk_text_view_get_buffer (view);
  gtk_text_buffer_get_iter_at_offset (
      buffer, &iter,
      (int) g_utf8_pointer_to_offset (notice->item->text,
                                      notice->item->text + fact->fact->span.begin));
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_widget_grab_focus (GTK_WIDGET (view));
  g_assert_true (driver_press (window, GDK_KEY_Return));
  g_assert_cmpint (jkb_case_pane_get_fact (pane)->fact->field, ==, JKB_FIELD_ORGANISATION);
  jkb_case_pane_choose_fact (pane, 0);
  g_assert_null (jkb_case_pane_get_evidence (pane));
}

static void
test_evidence (void)
{
  driver_run_sample (check_evidence, "bcc-mistake.txt");
}

typedef struct
{
  JkbWindow *window;
  gint64 fact_id;
  JkbFactState state;
} State;

static const JkbCaseFact *
find_by_id (JkbWindow *window, gint64 fact_id)
{
  const JkbCaseFile *file = jkb_case_pane_get_file (get_pane (window));

  for (guint i = 0; file != NULL && i < file->facts->len; i++)
    if (((JkbCaseFact *) file->facts->pdata[i])->id == fact_id)
      return file->facts->pdata[i];
  return NULL;
}

static gboolean
is_in_state (gpointer data)
{
  State *state = data;
  const JkbCaseFact *fact = find_by_id (state->window, state->fact_id);

  return fact != NULL && fact->fact->state == state->state;
}

static void
wait_state (JkbWindow *window, gint64 fact_id, JkbFactState state)
{
  State wanted = { window, fact_id, state };

  driver_wait (is_in_state, &wanted, "the state of the fact");
}

static gboolean
is_reviewed (JkbCasePane *pane)
{
  const JkbCaseFile *file = jkb_case_pane_get_file (pane);

  return file != NULL && file->incident->review == JKB_REVIEW_DONE;
}

/* What was read before a person corrected it is kept, and shown with the case and with the fact. */
static void
check_history (JkbWindow *window)
{
  const char *before = g_str_equal (g_getenv ("LANGUAGE"), "ja") ? "63人 → 4,321人" : "63 people → 4,321 people";
  const char *whole = jkb_label (JKB_WORDS_FACT_STATE, JKB_FACT_CORRECTED);
  g_autofree char *words = jkb_history_words (jkb_case_pane_get_file (get_pane (window)), NULL);
  g_autofree char *of_date = jkb_history_words (jkb_case_pane_get_file (get_pane (window)), "discovered");

  g_assert_nonnull (strstr (words, before));
  g_assert_nonnull (strstr (words, whole));
  g_assert_null (of_date);
  g_assert_true (driver_has_text (get_pane (window), before));
}

static void
check_facts_edited (JkbWindow *window, gpointer data)
{
  gint64 fact_id;
  GtkWidget *editor;
  GtkWidget *entry;

  driver_show_imported (window);
  fact_id = find_fact (window, JKB_FIELD_AFFECTED_PEOPLE)->id;
  jkb_case_pane_choose_fact (get_pane (window), fact_id);
  driver_activate (window, "win.accept-fact");
  wait_state (window, fact_id, JKB_FACT_CONFIRMED);
  /* It stays chosen when the case is read again. */
  g_assert_cmpint (jkb_case_pane_get_fact (get_pane (window))->id, ==, fact_id);
  driver_activate (window, "win.undo");
  wait_state (window, fact_id, JKB_FACT_READ);
  driver_activate (window, "win.reject-fact");
  wait_state (window, fact_id, JKB_FACT_REJECTED);
  driver_activate (window, "win.undo");
  wait_state (window, fact_id, JKB_FACT_READ);
  driver_activate (window, "win.correct-fact");
  driver_wait_until ((editor = driver_find (window, JKB_TYPE_FACT_EDITOR)) != NULL);
  entry = driver_find (editor, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "４，３２１");
  g_signal_emit_by_name (entry, "activate");
  wait_state (window, fact_id, JKB_FACT_CORRECTED);
  g_assert_cmpint (jkb_case_pane_get_file (get_pane (window))->incident->people, ==, 4321);
  check_history (window);
  driver_activate (window, "win.review-case");
  driver_wait_until (is_reviewed (get_pane (window)));
}

static void
test_facts_edited (void)
{
  driver_run_sample (check_facts_edited, "bcc-mistake.txt");
}

static void
check_bin (JkbWindow *window, gpointer data)
{
  driver_show_imported (window);
  driver_activate (window, "win.bin-case");
  driver_wait_cases (window, 359);
  driver_wait_until (jkb_case_pane_get_file (get_pane (window)) == NULL);
  driver_activate (window, "win.undo");
  driver_wait_cases (window, 360);
}

static void
test_bin (void)
{
  driver_run_sample (check_bin, "bcc-mistake.txt");
}

/* What the table of @window says, or a number that no case has. */
static gint64
count_people (JkbWindow *window, gint64 case_id)
{
  JkbSelection *selection = jkb_scope_get_selection (jkb_window_get_scope (window));
  JkbCase incident;
  guint position;

  if (!jkb_selection_find (selection, case_id, &position))
    return G_MININT64;
  jkb_selection_get (selection, position, &incident);
  return incident.people;
}

static void
check_windows_in_step (JkbWindow *window, gpointer data)
{
  JkbWindow *other;
  gint64 id, fact_id;

  driver_show_imported (window);
  id = jkb_scope_get_case_id (jkb_window_get_scope (window));
  driver_activate (window, "app.new-window");
  other = JKB_WINDOW (
      gtk_application_get_active_window (gtk_window_get_application (GTK_WINDOW (window))));
  g_assert_true (other != window);
  driver_wait_cases (other, 360);
  fact_id = find_fact (window, JKB_FIELD_AFFECTED_PEOPLE)->id;
  jkb_case_pane_choose_fact (get_pane (window), fact_id);
  driver_activate (window, "win.reject-fact");
  wait_state (window, fact_id, JKB_FACT_REJECTED);
  driver_wait_until (count_people (other, id)
                     == jkb_case_pane_get_file (get_pane (window))->incident->people);
  /* A filter is that of one window. */
  jkb_scope_set_words (jkb_window_get_scope (other), "どこにもない言葉");
  driver_wait_cases (other, 0);
  g_assert_cmpuint (driver_count_cases (window), ==, 360);
}

static void
test_windows_in_step (void)
{
  driver_run_sample (check_windows_in_step, "bcc-mistake.txt");
}

/* ---------------------------------------------------------------- what is remembered, what fails */

static void
check_order_changed (JkbWindow *window, gpointer data)
{
  driver_wait_ready (window);
  driver_activate (window, "win.sort::organisation");
  driver_activate (window, "win.sort-descending");
  driver_activate (window, "win.column-records");
  driver_wait_selection (window);
  gtk_window_close (GTK_WINDOW (window));
}

static void
check_order_kept (JkbWindow *window, gpointer data)
{
  JkbOrder order = jkb_scope_get_order (jkb_window_get_scope (window));

  g_assert_cmpint (order.column, ==, JKB_COLUMN_ORGANISATION);
  g_assert_false (order.descending);
  g_assert_true (
      gtk_column_view_column_get_visible (find_column (window, JKB_COLUMN_RECORDS)));
  driver_activate (window, "win.sort::date");
  driver_activate (window, "win.sort-descending");
  driver_activate (window, "win.column-records");
  gtk_window_close (GTK_WINDOW (window));
}

static void
test_remembered (void)
{
  driver_run_sample (check_order_changed, NULL);
  driver_run_sample (check_order_kept, NULL);
}

static gboolean
has_failed (gpointer window)
{
  return jkb_casebook_get_state (jkb_window_get_casebook (window)) == JKB_CASEBOOK_FAILED;
}

static void
check_failed (JkbWindow *window, gpointer data)
{
  const char *path = data;

  driver_wait (has_failed, window, "the failure");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_stack (window)), ==, "failed");
  /* Nothing invites to filter or to choose what is not there. */
  g_assert_false (gtk_widget_get_mapped (driver_find (window, JKB_TYPE_FACET_PANE)));
  g_assert_false (gtk_widget_get_mapped (driver_find (window, JKB_TYPE_CASE_PANE)));
  /* Nothing else can be done, and nothing crashes. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);
  driver_activate (window, "win.reopen");
  driver_wait_ready (window);
  g_assert_cmpuint (driver_count_cases (window), ==, 359);
}

static void
test_failed (void)
{
  g_autofree char *path = driver_new_casebook ();

  g_assert_true (g_file_set_contents (path, "This is no casebook, but a letter to a friend.", -1,
                                      NULL));
  driver_run (path, NULL, check_failed, path);
}

/* ---------------------------------------------------------------- several rows */

static gboolean
has_copied (gpointer clipboard)
{
  return gdk_clipboard_is_local (clipboard);
}

static gboolean
was_told_apart (gpointer window)
{
  JkbStore *store = jkb_casebook_get_store (jkb_window_get_casebook (window));
  JkbStep undo, redo;

  return jkb_store_load_steps (store, &undo, &redo, NULL, NULL) && undo.kind == JKB_STEP_DIFFERENT;
}

static void
check_chosen (JkbWindow *window, gpointer data)
{
  GtkColumnView *view = driver_find (window, GTK_TYPE_COLUMN_VIEW);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (view));
  g_auto(GValue) copied = G_VALUE_INIT;
  g_auto(GStrv) lines = NULL;

  driver_wait_ready (window);
  gtk_selection_model_select_range (gtk_column_view_get_model (view), 0, 3, TRUE);
  driver_activate (window, "win.copy-cases::csv");
  driver_wait (has_copied, clipboard, "the copy");
  g_value_init (&copied, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &copied, NULL));
  lines = g_strsplit (g_value_get_string (&copied), "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  gtk_selection_model_select_range (gtk_column_view_get_model (view), 0, 2, TRUE);
  driver_activate (window, "win.different-cases");
  driver_wait (was_told_apart, window, "the mark of different cases");
  gtk_selection_model_select_range (gtk_column_view_get_model (view), 0, 3, TRUE);
  driver_activate (window, "win.bin-cases");
  driver_wait_cases (window, 356);
  driver_activate (window, "win.undo");
  driver_wait_cases (window, 359);
}

static void
test_chosen (void)
{
  driver_run_sample (check_chosen, NULL);
}

int
main (int argc, char *argv[])
{
  driver_isolate ();
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  jkb_labels_init ();
  g_test_add_func ("/window/start", test_start);
  g_test_add_func ("/window/shortcuts", test_shortcuts);
  g_test_add_func ("/window/search", test_search);
  g_test_add_func ("/window/facets", test_facets);
  g_test_add_func ("/window/order", test_order);
  g_test_add_func ("/window/evidence", test_evidence);
  g_test_add_func ("/window/facts-edited", test_facts_edited);
  g_test_add_func ("/window/bin", test_bin);
  g_test_add_func ("/window/chosen", test_chosen);
  g_test_add_func ("/window/windows-in-step", test_windows_in_step);
  g_test_add_func ("/window/remembered", test_remembered);
  g_test_add_func ("/window/failed", test_failed);
  return g_test_run ();
}
