/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "jkb-ui-driver.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-case-table.h"
#include "ui/jkb-chart-card.h"
#include "ui/jkb-charts-page.h"
#include "ui/jkb-compat.h"
#include "ui/jkb-facet-pane.h"
#include "ui/jkb-filter-bar.h"
#include "ui/jkb-matrix-view.h"
#include "ui/jkb-role-pane.h"
#include "ui/jkb-roles-page.h"

/* Panes that hide and are remembered, the way of the Tab key through them, and what is said when their counts
 * change. */

static gboolean
is_there (JkbWindow *window, GType type)
{
  return gtk_widget_get_mapped (driver_find (window, type));
}

/* ---------------------------------------------------------------- panes */

static void
hide_panes (JkbWindow *window, gpointer data)
{
  driver_wait_ready (window);
  gtk_window_set_default_size (GTK_WINDOW (window), 1400, 900);
  driver_wait_until (is_there (window, JKB_TYPE_FACET_PANE) && is_there (window, JKB_TYPE_CASE_PANE));
  driver_activate (window, "win.facets");
  driver_wait_until (!is_there (window, JKB_TYPE_FACET_PANE));
  driver_activate (window, "win.show-case");
  driver_wait_until (!is_there (window, JKB_TYPE_CASE_PANE));
  g_assert_true (is_there (window, JKB_TYPE_CASE_TABLE));
  gtk_window_close (GTK_WINDOW (window));
}

static void
find_panes_hidden (JkbWindow *window, gpointer data)
{
  int width, height;

  driver_wait_ready (window);
  driver_wait_until (is_there (window, JKB_TYPE_CASE_TABLE));
  driver_settle (100);
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 1400);
  g_assert_cmpint (height, ==, 900);
  g_assert_false (is_there (window, JKB_TYPE_FACET_PANE));
  g_assert_false (is_there (window, JKB_TYPE_CASE_PANE));
  /* A case that is opened wants to be seen. */
  g_signal_emit_by_name (driver_find (window, JKB_TYPE_CASE_TABLE), "opened");
  driver_wait_until (is_there (window, JKB_TYPE_CASE_PANE));
  driver_activate (window, "win.facets");
  driver_wait_until (is_there (window, JKB_TYPE_FACET_PANE));
  gtk_window_close (GTK_WINDOW (window));
}

static void
test_panes (void)
{
  driver_run_sample (hide_panes, NULL);
  driver_run_sample (find_panes_hidden, NULL);
}

/* ---------------------------------------------------------------- focus */

/* Which of the parts, in the order in which they are read, it is in; -1 for none. */
static int
find_part (const GPtrArray *parts, GtkWidget *focus)
{
  for (guint i = 0; i < parts->len; i++)
    if (focus == parts->pdata[i] || gtk_widget_is_ancestor (focus, parts->pdata[i]))
      return (int) i;
  return -1;
}

/* A row of a list that was just scrolled to is there with the next frame. The program goes on meanwhile, so what has
 * the focus is asked for anew each time. */
static GtkWidget *
wait_focus (JkbWindow *window)
{
  GtkWidget *focus;

  driver_wait_until ((focus = gtk_window_get_focus (GTK_WINDOW (window))) == NULL
                     || (gtk_widget_get_mapped (focus) && gtk_widget_is_sensitive (focus)
                         && gtk_widget_get_width (focus) > 0));
  return focus;
}

/* Presses Tab until the way is round; each stop must be on the screen, and none may come twice. */
static GPtrArray *
walk_focus (JkbWindow *window)
{
  GPtrArray *stops = g_ptr_array_new_with_free_func (g_object_unref);

  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  for (;;)
    {
      GtkWidget *focus;

      gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
      focus = wait_focus (window);
      if (focus == NULL || g_ptr_array_find (stops, focus, NULL))
        return stops;
      g_ptr_array_add (stops, g_object_ref (focus));
      g_assert_cmpuint (stops->len, <, 1000);
    }
}

/* The Tab key goes through the parts as they are read, and leaves out none. */
static void
check_order (JkbWindow *window, const GPtrArray *parts)
{
  g_autoptr(GPtrArray) stops = walk_focus (window);
  int last = -1;
  guint n_parts = 0;

  for (guint i = 0; i < stops->len; i++)
    {
      int part = find_part (parts, stops->pdata[i]);

      if (part < 0 || part == last)
        continue;
      g_assert_cmpint (part, >, last);
      last = part;
      n_parts++;
    }
  g_assert_cmpuint (n_parts, ==, parts->len);
}

static void
add_all (GPtrArray *parts, GtkWidget *root, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    g_ptr_array_add (parts, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    add_all (parts, child, type);
}

/* A choice has an entry of its own, in the list that opens. */
static GtkWidget *
wait_mapped (GtkWidget *root, GType type)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new ();
  guint i = 0;

  add_all (all, root, type);
  while (!gtk_widget_get_mapped (all->pdata[i]) || !gtk_widget_is_sensitive (all->pdata[i]))
    {
      driver_settle (20);
      i = (i + 1) % all->len;
    }
  return all->pdata[i];
}

static void
check_incidents_order (JkbWindow *window)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new ();
  g_autoptr(GPtrArray) in_case = g_ptr_array_new ();
  g_autoptr(GPtrArray) stops = NULL;
  guint n_in_case = 0;

  g_ptr_array_add (parts, driver_find (window, ADW_TYPE_HEADER_BAR));
  g_ptr_array_add (parts, driver_find (window, JKB_TYPE_FACET_PANE));
  g_ptr_array_add (parts, driver_find (jkb_window_get_incidents_page (window), GTK_TYPE_SEARCH_ENTRY));
  g_ptr_array_add (parts, driver_find (window, JKB_TYPE_CASE_TABLE));
  g_ptr_array_add (parts, driver_find (window, JKB_TYPE_CASE_PANE));
  check_order (window, parts);
  /* Its facts too, not its menu alone. */
  g_ptr_array_add (in_case, driver_find (window, JKB_TYPE_CASE_PANE));
  stops = walk_focus (window);
  for (guint i = 0; i < stops->len; i++)
    n_in_case += find_part (in_case, stops->pdata[i]) == 0;
  g_assert_cmpuint (n_in_case, >, 8);
}

/* The choice of a way to count, then one card after the other. */
static void
check_charts_order (JkbWindow *window)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new ();
  GtkWidget *page = driver_find (window, JKB_TYPE_CHARTS_PAGE);

  driver_activate (window, "win.page::charts");
  g_ptr_array_add (parts, driver_find (window, ADW_TYPE_HEADER_BAR));
  g_ptr_array_add (parts, wait_mapped (page, GTK_TYPE_DROP_DOWN));
  add_all (parts, page, JKB_TYPE_CHART_CARD);
  g_assert_cmpuint (parts->len, >, 8);
  for (guint i = 0; i < parts->len; i++)
    driver_wait_until (gtk_widget_get_width (parts->pdata[i]) > 0);
  check_order (window, parts);
}

/* What narrows the matrix down, the matrix, and what it says of a cell. */
static void
check_roles_order (JkbWindow *window)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new ();
  GtkWidget *page = driver_find (window, JKB_TYPE_ROLES_PAGE);

  driver_activate (window, "win.page::roles");
  g_ptr_array_add (parts, driver_find (window, ADW_TYPE_HEADER_BAR));
  g_ptr_array_add (parts, wait_mapped (page, GTK_TYPE_DROP_DOWN));
  g_ptr_array_add (parts, wait_mapped (page, GTK_TYPE_SEARCH_ENTRY));
  g_ptr_array_add (parts, driver_find (page, JKB_TYPE_MATRIX_VIEW));
  g_ptr_array_add (parts, driver_find (page, JKB_TYPE_ROLE_PANE));
  check_order (window, parts);
}

static void
check_focus (JkbWindow *window, gpointer data)
{
  JkbScope *scope = jkb_window_get_scope (window);

  driver_wait_ready (window);
  gtk_window_set_default_size (GTK_WINDOW (window), 1400, 900);
  jkb_scope_set_case_id (scope, jkb_selection_get_id (jkb_scope_get_selection (scope), 0));
  driver_wait_case (window);
  driver_wait_until (is_there (window, JKB_TYPE_FACET_PANE) && is_there (window, JKB_TYPE_CASE_PANE));
  check_incidents_order (window);
  /* What the Tab key reaches is seen to be reached. */
  gtk_window_set_focus_visible (GTK_WINDOW (window), TRUE);
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
  g_assert_true ((gtk_widget_get_state_flags (gtk_window_get_focus (GTK_WINDOW (window)))
                  & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0);
  check_charts_order (window);
  check_roles_order (window);
}

static void
test_focus (void)
{
  driver_run_sample (check_focus, NULL);
}

/* ---------------------------------------------------------------- announcements */

static char *
word_counts (JkbWindow *window)
{
  /* As the bar words it; the numbers are counted here. */
  g_autofree char *shown = jkb_label_number (driver_count_cases (window));

  return g_str_equal (g_getenv ("LANGUAGE"), "ja") ? g_strdup_printf ("359件中 %s件", shown)
                                                   : g_strdup_printf ("%s of 359 cases", shown);
}

static void
check_announced (JkbWindow *window, gpointer data)
{
  g_autoptr(JkbFilter) filter = jkb_filter_new ();
  GtkWidget *bar = driver_find (jkb_window_get_incidents_page (window), JKB_TYPE_FILTER_BAR);
  GtkWidget *count = driver_find (bar, GTK_TYPE_LABEL);
  g_autofree char *words = NULL;
  gboolean is_japanese = g_str_equal (g_getenv ("LANGUAGE"), "ja");

  driver_wait_ready (window);
  filter->types = 1u << JKB_TYPE_MISDELIVERY;
  jkb_scope_set_filter (jkb_window_get_scope (window), filter);
  driver_wait_selection (window);
  g_assert_cmpuint (driver_count_cases (window), <, 359);
  words = word_counts (window);
  g_assert_cmpstr (jkb_compat_get_announced (), ==, words);
  g_assert_cmpint (strstr (words, "件") != NULL, ==, is_japanese);
  g_assert_cmpint (strstr (words, "cases") != NULL, ==, !is_japanese);
  /* Where GTK cannot announce, the text of a status that changes is read out. */
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (count)), ==, words);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (count)), ==, GTK_ACCESSIBLE_ROLE_STATUS);
  driver_activate (window, "win.clear-filters");
  driver_wait_cases (window, 359);
  g_assert_nonnull (strstr (jkb_compat_get_announced (), "359"));
  g_assert_cmpstr (jkb_compat_get_announced (), !=, words);
}

static void
test_announced (void)
{
  driver_run_sample (check_announced, NULL);
}

/* ---------------------------------------------------------------- nothing found */

static GtkWidget *
find_clear (GtkWidget *root)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_has_css_class (root, "pill") && gtk_widget_get_mapped (root)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), "win.clear-filters") == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_clear (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Words and a facet that no case has together: the page says so, and its button takes all of it away. */
static void
check_nothing_found (JkbWindow *window, gpointer data)
{
  gboolean is_japanese = g_str_equal (g_getenv ("LANGUAGE"), "ja");
  GtkWidget *page = GTK_WIDGET (jkb_window_get_incidents_page (window));
  JkbScope *scope = jkb_window_get_scope (window);
  g_autoptr(JkbFilter) filter = jkb_filter_new ();
  GtkWidget *clear;

  driver_wait_ready (window);
  g_assert_null (find_clear (page));
  filter->types = 1u << JKB_TYPE_MISDELIVERY;
  jkb_scope_set_filter (scope, filter);
  jkb_scope_set_words (scope, "どこにもない言葉");
  driver_wait_cases (window, 0);
  driver_wait_until ((clear = find_clear (page)) != NULL);
  g_assert_true (driver_has_text (page, is_japanese ? "事件が見つかりません" : "No Cases Found"));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (clear)), ==,
                   is_japanese ? "絞り込みを解除(_C)" : "_Clear Filters");
  gtk_widget_grab_focus (clear);
  gtk_widget_activate (clear);
  driver_wait_cases (window, 359);
  g_assert_true (jkb_filter_is_empty (jkb_scope_get_filter (scope)));
  driver_wait_until (is_there (window, JKB_TYPE_CASE_TABLE) && find_clear (page) == NULL);
}

static void
test_nothing_found (void)
{
  driver_run_sample (check_nothing_found, NULL);
}

/* A case that a filter leaves out stays beside the table, and says so; lists of other things have no case beside them. */
static void
check_left_out (JkbWindow *window, gpointer data)
{
  const char *words = g_str_equal (g_getenv ("LANGUAGE"), "ja") ? "検索結果に含まれません" : "not among the cases found";
  JkbScope *scope = jkb_window_get_scope (window);
  GtkWidget *pane = driver_find (window, JKB_TYPE_CASE_PANE);

  driver_wait_ready (window);
  gtk_window_set_default_size (GTK_WINDOW (window), 1400, 900);
  jkb_scope_set_case_id (scope, jkb_selection_get_id (jkb_scope_get_selection (scope), 0));
  driver_wait_case (window);
  driver_wait_until (is_there (window, JKB_TYPE_CASE_PANE));
  g_assert_false (driver_has_text (pane, words));
  jkb_scope_set_words (scope, "どこにもない言葉");
  driver_wait_until (driver_has_text (pane, words));
  jkb_scope_set_words (scope, "");
  driver_wait_until (!driver_has_text (pane, words));
  driver_activate (window, "win.show-list::bin");
  driver_wait_until (!is_there (window, JKB_TYPE_CASE_PANE));
  driver_activate (window, "win.show-list::twins");
  g_assert_false (is_there (window, JKB_TYPE_CASE_PANE));
  driver_activate (window, "win.show-list::all");
  driver_wait_until (is_there (window, JKB_TYPE_CASE_PANE));
}

static void
test_left_out (void)
{
  driver_run_sample (check_left_out, NULL);
}

int
main (int argc, char *argv[])
{
  driver_isolate ();
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  jkb_labels_init ();
  g_test_add_func ("/panes/hidden", test_panes);
  g_test_add_func ("/panes/focus", test_focus);
  g_test_add_func ("/panes/announced", test_announced);
  g_test_add_func ("/panes/nothing-found", test_nothing_found);
  g_test_add_func ("/panes/left-out", test_left_out);
  return g_test_run ();
}
