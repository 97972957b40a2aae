/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The charts page of the real window: marks by key and by frame, what follows them, what is taken away. */
#include <glib/gstdio.h>
#include <locale.h>

#include "charts/jkb-chart-layout.h"
#include "../cli/run-cli.h"
#include "jkb-ui-driver.h"
#include "labels/jkb-labels.h"
#include "summary/jkb-case-chart.h"
#include "ui/jkb-case-table.h"
#include "ui/jkb-chart-card.h"
#include "ui/jkb-chart-stage.h"
#include "ui/jkb-chart-take.h"
#include "ui/jkb-charts-page.h"

static JkbScope *
get_scope (JkbWindow *window)
{
  return jkb_window_get_scope (window);
}

static void
collect (GtkWidget *widget, GPtrArray *views)
{
  if (JKB_IS_CHART_VIEW (widget))
    g_ptr_array_add (views, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, views);
}

static JkbChartView *
get_view (JkbWindow *window, JkbCaseChart kind)
{
  g_autoptr(GPtrArray) views = g_ptr_array_new ();

  collect (driver_find (window, JKB_TYPE_CHARTS_PAGE), views);
  g_assert_cmpuint (views->len, ==, JKB_N_CASE_CHARTS);
  return g_ptr_array_index (views, kind);
}

static const JkbChartLayout *
open_chart (JkbWindow *window, JkbCaseChart kind)
{
  JkbChartView *view;

  driver_wait_ready (window);
  driver_activate (window, "win.page::charts");
  view = get_view (window, kind);
  driver_wait_until (jkb_chart_view_get_layout (view) != NULL);
  gtk_widget_grab_focus (GTK_WIDGET (view));
  driver_wait_until (gtk_widget_is_focus (GTK_WIDGET (view)));
  return jkb_chart_view_get_layout (view);
}

static JkbChartMark
copy_mark (JkbWindow *window, JkbCaseChart kind, int index)
{
  driver_wait_until (jkb_chart_view_get_layout (get_view (window, kind)) != NULL);
  return *jkb_chart_layout_mark (jkb_chart_view_get_layout (get_view (window, kind)), index);
}

/* Enter chooses, and the table has as many cases as the mark says; the others follow; Escape clears. */
static void
check_keys (JkbWindow *window)
{
  JkbChartMark mark;

  open_chart (window, JKB_CASE_CHART_CAUSES);
  mark = copy_mark (window, JKB_CASE_CHART_CAUSES, 0);
  g_assert_nonnull (jkb_chart_view_get_readout (get_view (window, JKB_CASE_CHART_CAUSES)));
  g_assert_true (driver_press (window, GDK_KEY_Return));
  driver_wait_selection (window);
  g_assert_cmpuint (jkb_scope_get_filter (get_scope (window))->types, ==, 1u << mark.category);
  g_assert_cmpuint (driver_count_cases (window), ==, mark.total);
  /* This chart still shows the others; the one of delays does too, the one of data items does not. */
  g_assert_cmpint (copy_mark (window, JKB_CASE_CHART_CAUSES, 0).total, ==, mark.total);
  g_assert_true (driver_press (window, GDK_KEY_Escape));
  driver_wait_cases (window, 359);
  g_assert_true (jkb_filter_is_empty (jkb_scope_get_filter (get_scope (window))));
}

static JkbChartRect
get_frame (const JkbChartMark *first, const JkbChartMark *last)
{
  double x = MIN (first->rect.x, last->rect.x), y = MIN (first->rect.y, last->rect.y);

  return (JkbChartRect){ x + 1, y + 1,
                         MAX (first->rect.x + first->rect.width, last->rect.x + last->rect.width)
                             - x - 2,
                         MAX (first->rect.y + first->rect.height,
                              last->rect.y + last->rect.height) - y - 2 };
}

/* A frame around columns is a range of time; undo goes back one choice at a time, redo forth. */
static void
check_range (JkbWindow *window)
{
  const JkbChartLayout *layout = open_chart (window, JKB_CASE_CHART_TIME);
  JkbChartView *view = get_view (window, JKB_CASE_CHART_TIME);
  JkbChartMark first = *jkb_chart_layout_mark (layout, 10), last = *jkb_chart_layout_mark (layout, 30);
  JkbChartRect frame = get_frame (&first, &last);
  const JkbFilter *filter;
  guint n_narrow;

  jkb_chart_view_choose_range (view, &frame, FALSE);
  driver_wait_selection (window);
  filter = jkb_scope_get_filter (get_scope (window));
  g_assert_cmpint (filter->from.year * 100 + filter->from.month, <=,
                   MIN (first.category, last.category));
  g_assert_cmpint (filter->to.year * 100 + filter->to.month, >=,
                   MAX (first.category, last.category));
  n_narrow = driver_count_cases (window);
  g_assert_cmpuint (n_narrow, <, 359);
  open_chart (window, JKB_CASE_CHART_CAUSES);
  g_assert_true (driver_press (window, GDK_KEY_space));
  driver_wait_selection (window);
  g_assert_cmpuint (driver_count_cases (window), <, n_narrow);
  driver_activate (window, "win.undo");
  driver_wait_cases (window, n_narrow);
  driver_activate (window, "win.undo");
  driver_wait_cases (window, 359);
  driver_activate (window, "win.redo");
  driver_wait_cases (window, n_narrow);
  driver_activate (window, "win.clear-filters");
  driver_wait_cases (window, 359);
}

static gpointer
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;              /* the widget keeps it */
    }
  g_assert_not_reached ();
}

/* What comes of a button released over the middle of a mark. */
static void
click (JkbWindow *window, JkbCaseChart kind, int index)
{
  JkbChartView *view = get_view (window, kind);
  JkbChartRect target = copy_mark (window, kind, index).target;

  g_signal_emit_by_name (find_controller (GTK_WIDGET (view), GTK_TYPE_GESTURE_DRAG), "drag-begin",
                         target.x + target.width / 2, target.y + target.height / 2);
  g_signal_emit_by_name (find_controller (GTK_WIDGET (view), GTK_TYPE_GESTURE_CLICK), "released", 1,
                         target.x + target.width / 2, target.y + target.height / 2);
  driver_wait_selection (window);
}

/* The words of the chips on this page, one after the other. */
static void
collect_chips (GtkWidget *widget, GString *words)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "chip"))
    g_string_append_printf (words, "%s\n", gtk_widget_get_tooltip_text (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_chips (child, words);
}

static gboolean
is_on_chip (JkbWindow *window, const char *wanted)
{
  g_autoptr(GString) words = g_string_new (NULL);

  collect_chips (driver_find (window, JKB_TYPE_CHARTS_PAGE), words);
  return strstr (words->str, wanted) != NULL;
}

/* A click chooses one thing and a second lets it go; a chip says it in words, on this page and for the
 * table; the same filter narrows two charts together, and one action takes all of it back. */
static void
check_pointer (JkbWindow *window)
{
  JkbChartMark type, item;
  guint n_of_type;

  open_chart (window, JKB_CASE_CHART_CAUSES);
  type = copy_mark (window, JKB_CASE_CHART_CAUSES, 0);
  click (window, JKB_CASE_CHART_CAUSES, 0);
  n_of_type = driver_count_cases (window);
  g_assert_cmpuint (n_of_type, ==, type.total);
  driver_wait_until (is_on_chip (window, jkb_label (JKB_WORDS_TYPE, type.category)));
  item = copy_mark (window, JKB_CASE_CHART_DATA_ITEMS, 0);
  g_assert_cmpint (item.total, <=, n_of_type);
  click (window, JKB_CASE_CHART_DATA_ITEMS, 0);
  g_assert_cmpuint (driver_count_cases (window), ==, item.total);
  driver_wait_until (is_on_chip (window, jkb_label (JKB_WORDS_DATA_ITEM, item.category)));
  click (window, JKB_CASE_CHART_DATA_ITEMS, 0);
  g_assert_cmpuint (driver_count_cases (window), ==, n_of_type);
  driver_activate (window, "win.clear-filters");
  driver_wait_cases (window, 359);
  driver_wait_until (!is_on_chip (window, jkb_label (JKB_WORDS_TYPE, type.category)));
}

/* What comes of a frame drawn with the pointer from one place to another, as the toolkit says it: the button
 * is released for the click as well. */
static void
draw_frame (JkbWindow *window, JkbCaseChart kind, const JkbChartRect *frame)
{
  GtkWidget *view = GTK_WIDGET (get_view (window, kind));
  gpointer drag = find_controller (view, GTK_TYPE_GESTURE_DRAG), pressed = find_controller (view, GTK_TYPE_GESTURE_CLICK);

  g_signal_emit_by_name (drag, "drag-begin", frame->x, frame->y);
  g_signal_emit_by_name (drag, "drag-update", frame->width / 2, frame->height / 2);
  g_signal_emit_by_name (drag, "drag-update", frame->width, frame->height);
  g_signal_emit_by_name (drag, "drag-end", frame->width, frame->height);
  g_signal_emit_by_name (pressed, "released", 1, frame->x + frame->width, frame->y + frame->height);
  driver_wait_selection (window);
}

/* A frame takes what lies in it, and the end of the drag is no click on what lies there. */
static void
check_frame (JkbWindow *window)
{
  JkbChartMark first, last;
  JkbChartRect frame;

  open_chart (window, JKB_CASE_CHART_AFFECTED);
  first = copy_mark (window, JKB_CASE_CHART_AFFECTED, 3);
  last = copy_mark (window, JKB_CASE_CHART_AFFECTED, 6);
  frame = (JkbChartRect){ first.target.x + 2, first.target.y + 2, last.target.x - first.target.x, 60 };
  draw_frame (window, JKB_CASE_CHART_AFFECTED, &frame);
  g_assert_cmpint (jkb_scope_get_filter (get_scope (window))->people_min, ==, first.from);
  g_assert_cmpint (jkb_scope_get_filter (get_scope (window))->people_max, ==, last.to);
  click (window, JKB_CASE_CHART_AFFECTED, 3);
  g_assert_cmpint (jkb_scope_get_filter (get_scope (window))->people_max, ==, first.to);
  driver_activate (window, "win.clear-filters");
  driver_wait_cases (window, 359);
}

static gboolean
press_with_shift (JkbChartView *view, guint keyval)
{
  gboolean is_taken = FALSE;

  g_signal_emit_by_name (find_controller (GTK_WIDGET (view), GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed", keyval,
                         0, GDK_SHIFT_MASK, &is_taken);
  return is_taken;
}

/* Shift adds by key, and takes out what was added; the chip names both; the page Incidents has the same
 * filter; Escape lets go of this chart's part only. */
static void
check_adding (JkbWindow *window)
{
  JkbChartView *view = get_view (window, JKB_CASE_CHART_DATA_ITEMS);
  JkbChartMark first, second;
  guint32 both;

  open_chart (window, JKB_CASE_CHART_CAUSES);
  click (window, JKB_CASE_CHART_CAUSES, 0);
  open_chart (window, JKB_CASE_CHART_DATA_ITEMS);
  driver_press (window, GDK_KEY_Home);  /* taken only when the cursor is elsewhere */
  first = copy_mark (window, JKB_CASE_CHART_DATA_ITEMS, 0);
  second = copy_mark (window, JKB_CASE_CHART_DATA_ITEMS, 1);
  both = 1u << first.category | 1u << second.category;
  g_assert_true (driver_press (window, GDK_KEY_Return));
  driver_wait_selection (window);
  g_assert_true (press_with_shift (view, GDK_KEY_Down));
  driver_wait_selection (window);
  g_assert_cmpuint (jkb_scope_get_filter (get_scope (window))->data_items, ==, both);
  driver_wait_until (is_on_chip (window, jkb_label (JKB_WORDS_DATA_ITEM, first.category)));
  driver_wait_until (is_on_chip (window, jkb_label (JKB_WORDS_DATA_ITEM, second.category)));
  g_assert_true (press_with_shift (view, GDK_KEY_Return));
  driver_wait_selection (window);
  g_assert_cmpuint (jkb_scope_get_filter (get_scope (window))->data_items, ==, 1u << first.category);
  driver_activate (window, "win.page::incidents");
  driver_wait_cases (window, (guint) first.total);
  open_chart (window, JKB_CASE_CHART_DATA_ITEMS);
  g_assert_true (driver_press (window, GDK_KEY_Escape));
  driver_wait_selection (window);
  g_assert_cmpuint (jkb_scope_get_filter (get_scope (window))->data_items, ==, 0);
  g_assert_cmpuint (jkb_scope_get_filter (get_scope (window))->types, !=, 0);
  driver_activate (window, "win.clear-filters");
  driver_wait_cases (window, 359);
}

static gboolean
is_by_year (JkbWindow *window)
{
  const JkbChartLayout *layout = jkb_chart_view_get_layout (get_view (window, JKB_CASE_CHART_TIME));

  return layout != NULL && jkb_chart_layout_mark (layout, 0)->category % 100 == 0;
}

/* Minus shows years, plus months; what stands already takes no key. */
static void
check_zoom (JkbWindow *window)
{
  gboolean began_by_year;

  open_chart (window, JKB_CASE_CHART_TIME);
  began_by_year = is_by_year (window);
  g_assert_true (driver_press (window, began_by_year ? GDK_KEY_plus : GDK_KEY_minus));
  driver_wait_until (is_by_year (window) != began_by_year);
  g_assert_false (driver_press (window, began_by_year ? GDK_KEY_plus : GDK_KEY_minus));
  g_assert_true (driver_press (window, began_by_year ? GDK_KEY_minus : GDK_KEY_plus));
  driver_wait_until (is_by_year (window) == began_by_year);
}

static GtkToggleButton *
find_compare (GtkWidget *widget)
{
  const char *label = GTK_IS_TOGGLE_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget)) : NULL;

  if (g_strcmp0 (label, g_dgettext (GETTEXT_PACKAGE, "Compare")) == 0)
    return GTK_TOGGLE_BUTTON (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkToggleButton *found = find_compare (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* As a table a comparison says shares with their decimal. */
static void
check_compared_table (JkbWindow *window)
{
  JkbSelection *selection = jkb_scope_get_selection (get_scope (window));
  GtkWidget *card = gtk_widget_get_ancestor (GTK_WIDGET (get_view (window, JKB_CASE_CHART_DATA_ITEMS)),
                                             JKB_TYPE_CHART_CARD);
  g_autoptr(JkbChart) chart
      = jkb_case_chart_new_compare (JKB_CASE_CHART_DATA_ITEMS, NULL, selection, selection);
  g_autoptr(GPtrArray) table = jkb_chart_get_table (chart);
  const char *share = ((char **) g_ptr_array_index (table, 1))[2];

  g_assert_nonnull (strchr (share, '.'));
  g_object_set (card, "shows-table", TRUE, NULL);
  driver_wait_until (driver_has_text (card, share));
  g_object_set (card, "shows-table", FALSE, NULL);
}

/* With a filter kept, each chart but that of single cases has two bars for each thing. */
static void
check_compare (JkbWindow *window)
{
  GtkToggleButton *compare = find_compare (driver_find (window, JKB_TYPE_CHARTS_PAGE));

  open_chart (window, JKB_CASE_CHART_DATA_ITEMS);
  gtk_toggle_button_set_active (compare, TRUE);
  for (int kind = 0; kind < JKB_N_CASE_CHARTS; kind++)
    {
      JkbChartView *view = get_view (window, (JkbCaseChart) kind);

      if (!jkb_case_chart_can_compare ((JkbCaseChart) kind))
        continue;
      driver_wait_until (jkb_chart_view_get_layout (view) != NULL);
      g_assert_cmpint (jkb_chart_layout_mark (jkb_chart_view_get_layout (view), 0)->category, ==,
                       jkb_chart_layout_mark (jkb_chart_view_get_layout (view), 1)->category);
    }
  check_compared_table (window);
  gtk_toggle_button_set_active (compare, FALSE);
}

/* The largest case is shown where cases are shown. */
static void
check_top (JkbWindow *window)
{
  jkb_scope_set_case_id (get_scope (window), 0);
  open_chart (window, JKB_CASE_CHART_TOP);
  g_assert_true (driver_press (window, GDK_KEY_Return));
  driver_wait_until (jkb_scope_get_case_id (get_scope (window)) != 0);
  g_assert_true (gtk_widget_get_mapped (driver_find (window, JKB_TYPE_CASE_TABLE)));
  g_assert_true (jkb_filter_is_empty (jkb_scope_get_filter (get_scope (window))));
}

static JkbChartStage *
find_stage (void)
{
  g_autoptr(GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GObject) window = g_list_model_get_item (windows, i);

      if (JKB_IS_CHART_STAGE (window))
        return JKB_CHART_STAGE (window);
    }
  return NULL;
}

static gboolean
has_title (JkbChartView *view, JkbCaseChart kind)
{
  const JkbChartLayout *layout = jkb_chart_view_get_layout (view);

  return layout != NULL && layout->texts->len > 0
         && g_str_has_prefix (jkb_case_chart_title (kind),
                              g_array_index (layout->texts, JkbChartText, 0).text);
}

/* The whole screen has the chart that had the focus; pages turn to the others. */
static void
check_stage (JkbWindow *window)
{
  JkbChartView *view;

  open_chart (window, JKB_CASE_CHART_DELAY);
  driver_activate (window, "win.present");
  driver_wait_until (find_stage () != NULL);
  view = jkb_chart_stage_get_view (find_stage ());
  driver_wait_until (jkb_chart_view_get_layout (view) != NULL);
  g_assert_cmpfloat (jkb_chart_view_get_layout (view)->height, <=,
                     gtk_widget_get_height (GTK_WIDGET (view)));
  g_assert_true (has_title (view, JKB_CASE_CHART_DELAY));
  g_assert_true (driver_trigger (find_stage (), "Page_Down"));
  driver_wait_until (has_title (view, JKB_CASE_CHART_DATA_ITEMS));
  g_assert_true (driver_trigger (find_stage (), "Page_Up"));
  driver_wait_until (has_title (view, JKB_CASE_CHART_DELAY));
  g_assert_true (driver_press (find_stage (), GDK_KEY_Escape));
  driver_wait_until (find_stage () == NULL);
}

static char *told;

static void
tell (GtkWidget *widget, const char *words)
{
  g_free (told);
  told = g_strdup (words);
}

/* What the window saves and what the other program draws of the same casebook is the same file. */
static void
check_same_as_cli (JkbWindow *window, JkbCaseChart kind, const char *ending)
{
  g_autofree char *folder = g_dir_make_tmp ("jikenbo-charts-XXXXXX", NULL);
  g_autofree char *ours = g_strdup_printf ("%s/window.%s", folder, ending);
  g_autofree char *theirs = g_strdup_printf ("%s/cli.%s", folder, ending);
  g_autoptr(JkbChart) chart = jkb_case_chart_new (kind, jkb_scope_get_selection (get_scope (window)));
  g_autofree char *our_bytes = NULL;
  g_autofree char *their_bytes = NULL;
  gsize n_ours, n_theirs;
  CliResult *result;

  g_clear_pointer (&told, g_free);
  jkb_chart_take_write (driver_find (window, JKB_TYPE_CHART_CARD), chart, ours, tell);
  driver_wait_until (told != NULL);
  result = run_cli (NULL, "chart", jkb_case_chart_nick (kind), "--type=misdelivery", "--output", theirs,
                    "--casebook", jkb_casebook_get_path (jkb_window_get_casebook (window)), NULL);
  g_assert_cmpint (result->status, ==, 0);
  g_assert_true (g_file_get_contents (ours, &our_bytes, &n_ours, NULL));
  g_assert_true (g_file_get_contents (theirs, &their_bytes, &n_theirs, NULL));
  g_assert_cmpuint (n_ours, >, 100);
  g_assert_cmpmem (our_bytes, n_ours, their_bytes, n_theirs);
  cli_result_free (result);
  g_remove (ours);
  g_remove (theirs);
  g_rmdir (folder);
}

static void
check_cli (JkbWindow *window)
{
  static const char *const endings[] = { "svg", "png", "pdf", "csv" };
  g_autoptr(JkbFilter) filter = jkb_filter_new ();

  filter->types = 1u << JKB_TYPE_MISDELIVERY;
  jkb_scope_set_filter (get_scope (window), filter);
  driver_wait_selection (window);
  for (int kind = 0; kind < JKB_N_CASE_CHARTS; kind++)
    check_same_as_cli (window, (JkbCaseChart) kind, endings[kind % (int) G_N_ELEMENTS (endings)]);
  jkb_scope_set_filter (get_scope (window), NULL);
  driver_wait_selection (window);
}

static void
check_taken (JkbWindow *window)
{
  static const char *const names[] = { "chart.svg", "chart.png", "chart.pdf", "chart.csv" };
  g_autofree char *folder = g_dir_make_tmp ("jikenbo-charts-XXXXXX", NULL);
  g_autofree char *printed = g_build_filename (folder, "printed.pdf", NULL);
  GtkWidget *card;
  g_autoptr(JkbChart) chart = NULL;
  g_autoptr(GError) error = NULL;

  open_chart (window, JKB_CASE_CHART_CAUSES);
  card = driver_find (window, JKB_TYPE_CHART_CARD);
  chart = jkb_case_chart_new (JKB_CASE_CHART_CAUSES, jkb_scope_get_selection (get_scope (window)));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      GStatBuf info;

      g_clear_pointer (&told, g_free);
      jkb_chart_take_write (card, chart, path, tell);
      driver_wait_until (told != NULL);
      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmpint (info.st_size, >, 100);
      g_remove (path);
    }
  g_assert_true (jkb_chart_take_print (card, chart, printed, &error));
  g_assert_no_error (error);
  driver_wait_until (g_file_test (printed, G_FILE_TEST_EXISTS));
  g_remove (printed);
  g_rmdir (folder);
  g_clear_pointer (&told, g_free);
  jkb_chart_take_write (card, chart, "/nowhere/chart.svg", tell);
  driver_wait_until (told != NULL);
  g_clear_pointer (&told, g_free);
}

/* One window for all: opening a casebook takes longer than what is done with it. */
static void
check_all (JkbWindow *window, gpointer data)
{
  check_keys (window);
  check_pointer (window);
  check_adding (window);
  check_frame (window);
  check_range (window);
  check_zoom (window);
  check_compare (window);
  check_top (window);
  check_stage (window);
  check_taken (window);
  check_cli (window);
}

static void
test_page (void)
{
  driver_run_sample (check_all, NULL);
}

int
main (int argc, char **argv)
{
  driver_isolate ();
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  jkb_labels_init ();
  g_test_add_func ("/ui/charts/page", test_page);
  return g_test_run ();
}
