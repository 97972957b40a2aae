/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "jkb-ui-driver.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-case-cell.h"
#include "ui/jkb-case-choice.h"
#include "ui/jkb-case-column.h"
#include "ui/jkb-case-table.h"
#include "ui/jkb-facet-pane.h"
#include "ui/jkb-range-row.h"
#include "ui/jkb-settings.h"
#include "ui/jkb-split.h"

/* The table as a person leaves it: columns, widths and order when it comes again, chosen rows when cases come. */

static GtkColumnView *
get_view (JkbWindow *window)
{
  return driver_find (window, GTK_TYPE_COLUMN_VIEW);
}

static GtkColumnViewColumn *
find_column (JkbWindow *window, JkbColumn wanted, guint *place)
{
  GListModel *columns = gtk_column_view_get_columns (get_view (window));

  for (*place = 0; *place < g_list_model_get_n_items (columns); (*place)++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, *place);

      if (g_strcmp0 (gtk_column_view_column_get_title (column), jkb_case_column_title (wanted)) == 0)
        return column;
    }
  g_assert_not_reached ();
}

static char *
list_shown (JkbWindow *window)
{
  g_autoptr(GArray) columns = jkb_case_table_list_columns (driver_find (window, JKB_TYPE_CASE_TABLE), TRUE);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? " " : "", jkb_column_nick (g_array_index (columns, JkbColumn, i)));
  return g_string_free (list, FALSE);
}

static void
assert_shown (JkbWindow *window, const char *expected)
{
  g_autofree char *shown = list_shown (window);

  g_assert_cmpstr (shown, ==, expected);
}

/* ---------------------------------------------------------------- columns */

/* What the menu of the columns does, a drag of a heading and one of its edge, and a click on a heading. */
static void
change_columns (JkbWindow *window, gpointer data)
{
  GtkColumnView *view = get_view (window);
  g_autoptr(GtkColumnViewColumn) people = NULL;
  guint place;

  driver_wait_ready (window);
  assert_shown (window, "date organisation type people status sector");
  driver_activate (window, "win.column-records");
  driver_activate (window, "win.column-status");
  people = g_object_ref (find_column (window, JKB_COLUMN_PEOPLE, &place));
  gtk_column_view_insert_column (view, 0, people);
  gtk_column_view_column_set_fixed_width (people, 211);
  gtk_column_view_column_set_fixed_width (find_column (window, JKB_COLUMN_ORGANISATION, &place), 303);
  gtk_column_view_sort_by_column (view, people, GTK_SORT_ASCENDING);
  driver_wait_selection (window);
  assert_shown (window, "people date organisation type records sector");
  gtk_window_close (GTK_WINDOW (window));
}

static void
find_columns (JkbWindow *window, gpointer data)
{
  JkbOrder order;
  guint place;

  driver_wait_ready (window);
  assert_shown (window, "people date organisation type records sector");
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (find_column (window, JKB_COLUMN_PEOPLE, &place)), ==, 211);
  g_assert_cmpuint (place, ==, 0);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (find_column (window, JKB_COLUMN_ORGANISATION, &place)), ==,
                   303);
  order = jkb_scope_get_order (jkb_window_get_scope (window));
  g_assert_cmpint (order.column, ==, JKB_COLUMN_PEOPLE);
  g_assert_false (order.descending);
  driver_activate (window, "win.column-status");
  assert_shown (window, "people date organisation type records status sector");
  /* In a narrow window only what fits is shown; that is no choice of the person. */
  jkb_case_table_set_compact (driver_find (window, JKB_TYPE_CASE_TABLE), TRUE);
  assert_shown (window, "people date organisation");
  gtk_window_close (GTK_WINDOW (window));
}

static void
find_columns_again (JkbWindow *window, gpointer data)
{
  driver_wait_ready (window);
  assert_shown (window, "people date organisation type records status sector");
}

static void
test_columns (void)
{
  driver_run_sample (change_columns, NULL);
  driver_run_sample (find_columns, NULL);
  driver_run_sample (find_columns_again, NULL);
  for (gsize i = 0; i < 3; i++)
    g_settings_reset (jkb_settings_get (), ((const char *const[]){ "columns", "column-widths", "sort" })[i]);
}

/* ---------------------------------------------------------------- chosen rows */

static void
choose_rows (JkbWindow *window, guint first, guint n)
{
  GtkSelectionModel *choice = gtk_column_view_get_model (get_view (window));

  jkb_case_choice_set_only (JKB_CASE_CHOICE (choice), first);
  for (guint i = 1; i < n; i++)
    gtk_selection_model_select_item (choice, first + i * 2, FALSE);
}

static void
assert_same_ids (JkbWindow *window, const GArray *before)
{
  g_autoptr(GArray) now = jkb_case_table_list_chosen (driver_find (window, JKB_TYPE_CASE_TABLE));

  g_assert_cmpuint (now->len, ==, before->len);
  for (guint i = 0; i < before->len; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < now->len; j++)
        found |= g_array_index (now, gint64, j) == g_array_index (before, gint64, i);
      g_assert_true (found);
    }
}

static void
check_choice (JkbWindow *window, gpointer data)
{
  JkbScope *scope = jkb_window_get_scope (window);
  JkbStore *store;
  g_autoptr(GArray) before = NULL;
  JkbEdit edit = { .kind = JKB_EDIT_DELETE };
  guint n_cases;

  driver_wait_ready (window);
  store = jkb_casebook_get_store (jkb_window_get_casebook (window));
  n_cases = driver_count_cases (window);
  choose_rows (window, 4, 3);
  before = jkb_case_table_list_chosen (driver_find (window, JKB_TYPE_CASE_TABLE));
  g_assert_cmpuint (before->len, ==, 3);
  /* Another order, a case that goes from above them, and one that comes back. */
  driver_activate (window, "win.sort::people");
  driver_wait_selection (window);
  assert_same_ids (window, before);
  edit.incident_id = jkb_selection_get_id (jkb_scope_get_selection (scope), 0);
  g_assert_true (jkb_store_edit (store, &edit, 1, NULL, NULL));
  driver_wait_cases (window, n_cases - 1);
  assert_same_ids (window, before);
  g_assert_true (jkb_store_undo (store, NULL, NULL));
  driver_wait_cases (window, n_cases);
  assert_same_ids (window, before);
  /* A filter that shows none of them, and back: they are no longer chosen, and nothing else is. */
  jkb_scope_set_words (scope, "どこにもない言葉");
  driver_wait_cases (window, 0);
  driver_activate (window, "win.clear-filters");
  driver_wait_cases (window, n_cases);
}

static void
test_choice (void)
{
  driver_run_sample (check_choice, NULL);
}

/* ---------------------------------------------------------------- large text */

/* No figure loses its end to text of 200 %, and what has no room beside the table goes. */
static void
check_large (JkbWindow *window, gpointer data)
{
  guint place;
  GtkColumnViewColumn *people = find_column (window, JKB_COLUMN_PEOPLE, &place);
  GtkColumnViewColumn *status = find_column (window, JKB_COLUMN_STATUS, &place);
  JkbSplit *split = driver_find (window, JKB_TYPE_SPLIT);
  int people_width = gtk_column_view_column_get_fixed_width (people);

  driver_wait_ready (window);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  driver_wait_until (gtk_widget_get_width (GTK_WIDGET (split)) > 700);
  g_assert_false (jkb_split_get_folded (split));
  gtk_column_view_column_set_fixed_width (status, 61);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  driver_wait_until (gtk_column_view_column_get_fixed_width (people) > people_width * 3 / 2);
  /* What a person has set stays. */
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (status), ==, 61);
  driver_wait_until (jkb_split_get_folded (split));
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
  driver_wait_until (gtk_column_view_column_get_fixed_width (people) == people_width);
  driver_wait_until (!jkb_split_get_folded (split));
}

/* What room there is goes to the organisation, up to the edge, and there is nothing to scroll to. */
static void
check_wide (JkbWindow *window, gpointer data)
{
  GtkColumnView *view = get_view (window);
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view));
  GtkWidget *cell, *row;
  int usual;

  driver_wait_ready (window);
  driver_wait_until ((cell = driver_find (view, JKB_TYPE_CASE_CELL)) != NULL);
  row = gtk_widget_get_parent (gtk_widget_get_parent (cell));
  cell = gtk_widget_get_next_sibling (gtk_widget_get_first_child (row));
  usual = gtk_widget_get_width (cell);
  gtk_window_set_default_size (GTK_WINDOW (window), 1560, 800);
  driver_wait_until (gtk_widget_get_width (cell) > usual + 60);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), <=, gtk_adjustment_get_page_size (adjustment));
  driver_wait_until (gtk_widget_get_width (row) == gtk_widget_get_width (GTK_WIDGET (view)));
}

static void
test_wide (void)
{
  driver_run_sample (check_wide, NULL);
}

static int
measure_type (GtkWidget *view, JkbIncidentType type)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (view, jkb_label (JKB_WORDS_TYPE, (int) type));
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* On a very wide screen no type is cut off, in whatever language, and one that was made narrower stays so. */
static void
check_roomy (JkbWindow *window, gpointer data)
{
  GtkWidget *view = GTK_WIDGET (get_view (window));
  guint place;
  GtkColumnViewColumn *types = find_column (window, JKB_COLUMN_TYPE, &place);
  GtkColumnViewColumn *sectors = find_column (window, JKB_COLUMN_SECTOR, &place);
  int usual;

  driver_wait_ready (window);
  usual = gtk_column_view_column_get_fixed_width (sectors);
  gtk_column_view_column_set_fixed_width (sectors, usual - 30);
  driver_activate (window, "win.facets");
  driver_activate (window, "win.show-case");
  gtk_window_set_default_size (GTK_WINDOW (window), 1560, 900);
  driver_wait_until (gtk_widget_get_width (view) > 1200);
  for (int type = 0; type < JKB_N_TYPES; type++)
    driver_wait_until (gtk_column_view_column_get_fixed_width (types) > measure_type (view, (JkbIncidentType) type));
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (sectors), ==, usual - 30);
}

static void
test_roomy (void)
{
  driver_run_sample (check_roomy, NULL);
}

/* ---------------------------------------------------------------- guests */

static void
make_wide (JkbWindow *window)
{
  g_action_group_change_action_state (G_ACTION_GROUP (window), "facets", g_variant_new_boolean (FALSE));
  g_action_group_change_action_state (G_ACTION_GROUP (window), "show-case", g_variant_new_boolean (FALSE));
  gtk_window_set_default_size (GTK_WINDOW (window), 1560, 900);
  driver_wait_until (gtk_widget_get_width (GTK_WIDGET (get_view (window))) > 1400);
}

static void
wait_shown (JkbWindow *window, const char *expected)
{
  char *shown = NULL;

  while (g_free (shown), shown = list_shown (window), g_strcmp0 (shown, expected) != 0)
    driver_settle (20);
  g_free (shown);
}

/* Where there is room further columns come, and go again with it: nobody has chosen them. */
static void
check_guests (JkbWindow *window, gpointer data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (get_view (window)));
  g_autoptr(GArray) chosen = NULL;

  driver_wait_ready (window);
  assert_shown (window, "date organisation type people status sector");
  make_wide (window);
  wait_shown (window, "date organisation type people records status sector delay review");
  driver_wait_until (gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_page_size (adjustment));
  chosen = jkb_case_table_list_columns (driver_find (window, JKB_TYPE_CASE_TABLE), FALSE);
  g_assert_cmpuint (chosen->len, ==, 6);
  jkb_case_table_set_compact (driver_find (window, JKB_TYPE_CASE_TABLE), TRUE);
  assert_shown (window, "date organisation people");
  jkb_case_table_set_compact (driver_find (window, JKB_TYPE_CASE_TABLE), FALSE);
  wait_shown (window, "date organisation type people records status sector delay review");
  gtk_window_close (GTK_WINDOW (window));
}

/* Who then hides or shows one has chosen all that are seen. */
static void
choose_with_guests (JkbWindow *window, gpointer data)
{
  driver_wait_ready (window);
  assert_shown (window, "date organisation type people status sector");
  make_wide (window);
  wait_shown (window, "date organisation type people records status sector delay review");
  driver_activate (window, "win.column-delay");
  assert_shown (window, "date organisation type people records status sector review");
  gtk_window_close (GTK_WINDOW (window));
}

static void
find_chosen (JkbWindow *window, gpointer data)
{
  driver_wait_ready (window);
  assert_shown (window, "date organisation type people records status sector review");
}

static void
test_guests (void)
{
  driver_run_sample (check_guests, NULL);
  driver_run_sample (choose_with_guests, NULL);
  driver_run_sample (find_chosen, NULL);
  for (gsize i = 0; i < 3; i++)
    g_settings_reset (jkb_settings_get (), ((const char *const[]){ "columns", "show-facets", "show-case" })[i]);
}

static void
test_large (void)
{
  driver_run_sample (check_large, NULL);
}

/* ---------------------------------------------------------------- ranges and kinds of source */

static void
type_range (JkbRangeRow *row, const char *first, const char *last)
{
  GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (row));

  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_first_child (line)), first);
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_last_child (line)), last);
  g_signal_emit_by_name (gtk_widget_get_last_child (line), "activate");
}

static const char *
get_fault (JkbRangeRow *row)
{
  GtkWidget *fault = gtk_widget_get_last_child (GTK_WIDGET (row));

  return gtk_widget_get_visible (fault) ? gtk_label_get_text (GTK_LABEL (fault)) : "";
}

/* The first row that is found is that of dates; the other one is in a group that is closed. */
static JkbRangeRow *
find_range (GtkWidget *widget, JkbRangeRow *but)
{
  if (JKB_IS_RANGE_ROW (widget) && widget != (GtkWidget *) but)
    return JKB_RANGE_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      JkbRangeRow *found = find_range (child, but);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
open_groups (GtkWidget *widget)
{
  if (GTK_IS_EXPANDER (widget))
    gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    open_groups (child);
}

static void
check_ranges (JkbWindow *window, gpointer data)
{
  JkbScope *scope = jkb_window_get_scope (window);
  JkbRangeRow *dates, *people;
  guint n_dated, n_many;

  driver_wait_ready (window);
  open_groups (driver_find (window, JKB_TYPE_FACET_PANE));
  dates = find_range (driver_find (window, JKB_TYPE_FACET_PANE), NULL);
  people = find_range (driver_find (window, JKB_TYPE_FACET_PANE), dates);
  g_assert_true (dates != NULL && people != NULL && dates != people);
  type_range (dates, "２０２１年４月", "2022");
  driver_wait_selection (window);
  n_dated = driver_count_cases (window);
  g_assert_cmpuint (n_dated, >, 0);
  g_assert_cmpuint (n_dated, <, 359);
  g_assert_cmpint (jkb_scope_get_filter (scope)->from.month, ==, 4);
  type_range (people, "1万", "");
  driver_wait_selection (window);
  n_many = driver_count_cases (window);
  g_assert_cmpuint (n_many, <, n_dated);
  g_assert_cmpint (jkb_scope_get_filter (scope)->people_min, ==, 10000);
  /* What is no value is said and changes nothing; nor does a range that ends before it begins. */
  type_range (people, "many", "");
  g_assert_cmpstr (get_fault (people), !=, "");
  type_range (dates, "2022", "2021");
  g_assert_cmpstr (get_fault (dates), !=, "");
  driver_wait_selection (window);
  g_assert_cmpuint (driver_count_cases (window), ==, n_many);
  /* An undo goes back one choice, and the entries follow. */
  driver_activate (window, "win.undo");
  driver_wait_cases (window, n_dated);
  g_assert_cmpint (jkb_scope_get_filter (scope)->people_min, ==, -1);
  g_assert_cmpstr (get_fault (people), ==, "");
  driver_activate (window, "win.clear-filters");
  driver_wait_cases (window, 359);
  g_assert_cmpint (jkb_scope_get_filter (scope)->from.year, ==, 0);
}

static void
test_ranges (void)
{
  driver_run_sample (check_ranges, NULL);
}

static GtkCheckButton *
find_kind (GtkWidget *widget, const char *kind)
{
  if (GTK_IS_CHECK_BUTTON (widget) && GTK_IS_BOX (gtk_check_button_get_child (GTK_CHECK_BUTTON (widget))))
    {
      GtkWidget *label = gtk_widget_get_first_child (gtk_check_button_get_child (GTK_CHECK_BUTTON (widget)));

      if (GTK_IS_LABEL (label) && g_str_equal (gtk_label_get_text (GTK_LABEL (label)), jkb_label_source_kind (kind)))
        return GTK_CHECK_BUTTON (widget);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkCheckButton *found = find_kind (child, kind);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The one case that was imported is the only one of its kind; the bundled ones are of others. */
static void
check_kinds (JkbWindow *window, gpointer data)
{
  GtkWidget *facets = driver_find (window, JKB_TYPE_FACET_PANE);

  driver_show_imported (window);
  open_groups (facets);
  driver_wait_until (find_kind (facets, "text") != NULL);
  gtk_check_button_set_active (find_kind (facets, "text"), TRUE);
  driver_wait_cases (window, 1);
  gtk_check_button_set_active (find_kind (facets, "text"), FALSE);
  driver_wait_cases (window, 360);
}

static void
test_kinds (void)
{
  driver_run_sample (check_kinds, "bcc-mistake.txt");
}

int
main (int argc, char *argv[])
{
  driver_isolate ();
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  jkb_labels_init ();
  g_test_add_func ("/table/columns", test_columns);
  g_test_add_func ("/table/choice", test_choice);
  g_test_add_func ("/table/wide", test_wide);
  g_test_add_func ("/table/roomy", test_roomy);
  g_test_add_func ("/table/guests", test_guests);
  g_test_add_func ("/table/ranges", test_ranges);
  g_test_add_func ("/table/kinds", test_kinds);
  g_test_add_func ("/table/large-text", test_large);
  return g_test_run ();
}
