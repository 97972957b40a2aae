/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/jkb-case-chart.h"

#include <string.h>

#include "query/jkb-case-index.h"
#include "random-cases.h"

static JkbFold *fold;

static void
measure (const char *text, JkbTextRole role, double scale, double *width, double *height,
         gpointer user_data)
{
  *width = 7.0 * (double) g_utf8_strlen (text, -1);
  *height = 14.0;
}

static JkbCases *
make_cases (gint64 n)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);

  for (gint64 id = 1; id <= n; id++)
    {
      g_autoptr(JkbIncident) incident = random_case (id);

      jkb_case_index_put (index, incident, NULL);
    }
  return jkb_case_index_snapshot (index);
}

static JkbSelection *
choose (JkbCases *cases, const JkbFilter *filter)
{
  return jkb_selection_new (cases, filter, (JkbOrder){ JKB_COLUMN_DATE, TRUE }, NULL, NULL);
}

static JkbChartLayout *
lay_out (JkbCaseChart kind, JkbSelection *selection)
{
  static const JkbChartStyle style = { JKB_CHART_ALL, FALSE, 1, measure, NULL };
  g_autoptr(JkbChart) chart = jkb_case_chart_new (kind, selection);

  g_assert_cmpstr (jkb_chart_get_name (chart), ==, jkb_case_chart_nick (kind));
  g_assert_cmpstr (jkb_chart_get_title (chart), ==, jkb_case_chart_title (kind));
  return jkb_chart_layout_new (chart, 800, 600, &style);
}

/* How many cases the table has to show once the mark is chosen: a whole bar, or one cell. */
static gint64
get_wanted (JkbCaseChart kind, const JkbChartMark *mark)
{
  return kind == JKB_CASE_CHART_CAUSES || kind == JKB_CASE_CHART_TIME ? mark->total : mark->value;
}

static void
assert_mark (JkbCases *cases, JkbCaseChart kind, const JkbFilter *other, const JkbChartMark *mark)
{
  g_autoptr(JkbFilter) filter = jkb_filter_copy (other);
  g_autoptr(JkbSelection) selection = NULL;

  jkb_case_chart_choose (kind, filter, mark, 1, FALSE);
  if (kind == JKB_CASE_CHART_TOP || mark->category == JKB_CASE_CHART_ALL_TYPES)
    {
      g_assert_true (jkb_filter_equal (filter, other));
      return;
    }
  g_assert_true (jkb_case_chart_chooses (kind, filter, mark));
  selection = choose (cases, filter);
  if (kind == JKB_CASE_CHART_DELAY)     /* cases without a delay pass as well */
    g_assert_cmpint (jkb_selection_n (selection), >=, mark->value);
  else
    g_assert_cmpint (jkb_selection_n (selection), ==, get_wanted (kind, mark));
  jkb_case_chart_choose (kind, filter, mark, 1, FALSE);
  g_assert_true (jkb_filter_equal (filter, other));
}

/* What a mark says and what the table shows when it is clicked are one number. */
static void
test_marks (void)
{
  g_autoptr(JkbCases) cases = make_cases (400);

  for (int round = 0; round < 6; round++)
    {
      g_autoptr(JkbFilter) other = jkb_filter_new ();
      g_autoptr(JkbSelection) selection = NULL;

      if (round > 0)
        other->statuses = (guint32) g_test_rand_int_range (1, 1 << JKB_N_STATUSES);
      if (round > 3)
        other->circumstances = JKB_FILTER_NO_CIRCUMSTANCE;
      selection = choose (cases, other);
      for (int kind = 0; kind < JKB_N_CASE_CHARTS; kind++)
        {
          g_autoptr(JkbChartLayout) layout = lay_out ((JkbCaseChart) kind, selection);

          g_assert_cmpuint (layout->marks->len, >, 0);
          for (guint i = 0; i < layout->marks->len; i++)
            assert_mark (cases, (JkbCaseChart) kind, other,
                         &g_array_index (layout->marks, JkbChartMark, i));
        }
    }
}

/* With one mark chosen the others stay where they are, and are not chosen. */
static void
test_chosen (void)
{
  g_autoptr(JkbCases) cases = make_cases (400);

  for (int kind = 0; kind < JKB_N_CASE_CHARTS; kind++)
    {
      g_autoptr(JkbFilter) filter = jkb_filter_new ();
      g_autoptr(JkbSelection) all = choose (cases, filter);
      g_autoptr(JkbChartLayout) before = lay_out ((JkbCaseChart) kind, all);
      const JkbChartMark *mark
          = &g_array_index (before->marks, JkbChartMark, before->marks->len / 2);
      g_autoptr(JkbSelection) chosen = NULL;
      g_autoptr(JkbChartLayout) after = NULL;

      jkb_case_chart_choose ((JkbCaseChart) kind, filter, mark, 1, FALSE);
      chosen = choose (cases, filter);
      after = lay_out ((JkbCaseChart) kind, chosen);
      g_assert_cmpuint (after->marks->len, ==, before->marks->len);
      for (guint i = 0; i < after->marks->len; i++)
        {
          const JkbChartMark *other = &g_array_index (after->marks, JkbChartMark, i);
          gboolean is_same = other->kind == mark->kind && other->category == mark->category
                             && (kind != JKB_CASE_CHART_SECTORS || other->layer == mark->layer);

          g_assert_cmpint (other->value, ==,
                           g_array_index (before->marks, JkbChartMark, i).value);
          if (kind != JKB_CASE_CHART_TOP && other->category != JKB_CASE_CHART_ALL_TYPES)
            g_assert_cmpint (jkb_case_chart_chooses ((JkbCaseChart) kind, filter, other), ==,
                             is_same);
        }
    }
}

/* Several marks at once pass the cases of all of them; Escape takes back only what the chart chose. */
static void
test_several (void)
{
  g_autoptr(JkbCases) cases = make_cases (400);

  for (int kind = 0; kind < JKB_CASE_CHART_TOP; kind++)
    {
      g_autoptr(JkbFilter) filter = jkb_filter_new ();
      g_autoptr(JkbFilter) one_by_one = jkb_filter_new ();
      g_autoptr(JkbSelection) all = choose (cases, filter);
      g_autoptr(JkbChartLayout) layout = lay_out ((JkbCaseChart) kind, all);
      gsize n = MIN (3, layout->marks->len - 1);
      const JkbChartMark *marks = &g_array_index (layout->marks, JkbChartMark, 1);
      g_autoptr(JkbSelection) chosen = NULL;

      filter->statuses = one_by_one->statuses = 1u << JKB_STATUS_CONFIRMED | 1u << JKB_STATUS_NONE;
      jkb_case_chart_choose ((JkbCaseChart) kind, filter, marks, n, FALSE);
      jkb_case_chart_choose ((JkbCaseChart) kind, one_by_one, &marks[0], 1, FALSE);
      for (gsize i = 1; i < n; i++)
        if (!jkb_case_chart_chooses ((JkbCaseChart) kind, one_by_one, &marks[i]))
          jkb_case_chart_choose ((JkbCaseChart) kind, one_by_one, &marks[i], 1, TRUE);
      g_assert_true (jkb_filter_equal (filter, one_by_one));
      for (gsize i = 0; i < n; i++)
        g_assert_true (jkb_case_chart_chooses ((JkbCaseChart) kind, filter, &marks[i]));
      g_assert_true (jkb_case_chart_clear ((JkbCaseChart) kind, filter));
      g_assert_false (jkb_case_chart_clear ((JkbCaseChart) kind, filter));
      g_assert_cmpuint (filter->statuses, ==,
                        1u << JKB_STATUS_CONFIRMED | 1u << JKB_STATUS_NONE);
    }
}

/* A mark that is added twice is not chosen any more. */
static void
test_taken_out (void)
{
  g_autoptr(JkbFilter) filter = jkb_filter_new ();
  JkbChartMark one = { .kind = JKB_CHART_MARK_CATEGORY, .category = 2 };
  JkbChartMark two = { .kind = JKB_CHART_MARK_CATEGORY, .category = 5 };

  jkb_case_chart_choose (JKB_CASE_CHART_CAUSES, filter, &one, 1, TRUE);
  jkb_case_chart_choose (JKB_CASE_CHART_CAUSES, filter, &two, 1, TRUE);
  g_assert_cmpuint (filter->types, ==, 1u << 2 | 1u << 5);
  jkb_case_chart_choose (JKB_CASE_CHART_CAUSES, filter, &one, 1, TRUE);
  g_assert_cmpuint (filter->types, ==, 1u << 5);
}

/* What a chart chose is less than what it goes on showing, and it says of how many. */
static void
test_basis (void)
{
  g_autoptr(JkbCases) cases = make_cases (60);
  g_autoptr(JkbSelection) all = choose (cases, NULL);
  g_autoptr(JkbChart) whole = jkb_case_chart_new (JKB_CASE_CHART_CAUSES, all);
  g_autoptr(JkbFilter) filter = jkb_filter_new ();
  g_autoptr(JkbSelection) some = NULL;
  g_autoptr(JkbChart) chosen = NULL;
  g_autofree char *expected = NULL;
  JkbCase first;

  jkb_selection_get (all, 0, &first);
  filter->types = 1u << first.type;
  some = choose (cases, filter);
  g_assert_cmpuint (jkb_selection_n (some), <, 60);
  chosen = jkb_case_chart_new (JKB_CASE_CHART_CAUSES, some);
  expected = g_strdup_printf ("60 cases (%u chosen)", jkb_selection_n (some));
  g_assert_true (g_str_has_prefix (jkb_chart_get_basis (chosen), expected));
  g_assert_null (strstr (jkb_chart_get_basis (whole), "chosen"));
}

static void
test_empty (void)
{
  g_autoptr(JkbCases) cases = make_cases (0);
  g_autoptr(JkbSelection) selection = choose (cases, NULL);

  for (int kind = 0; kind < JKB_N_CASE_CHARTS; kind++)
    {
      g_autoptr(JkbChartLayout) layout = lay_out ((JkbCaseChart) kind, selection);
      g_autoptr(JkbChart) chart = jkb_case_chart_new ((JkbCaseChart) kind, selection);

      g_assert_cmpuint (layout->marks->len, ==, 0);
      g_assert_cmpint (jkb_chart_get_total (chart), ==, 0);
    }
}

/* Cases of which nothing is known: each chart says so, and none that there is no case. */
static void
test_nothing_known (void)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);
  g_autoptr(JkbCases) cases = NULL;
  g_autoptr(JkbSelection) selection = NULL;

  for (gint64 id = 1; id <= 2; id++)
    {
      g_autoptr(JkbIncident) incident = jkb_incident_new ();

      incident->id = id;
      jkb_case_index_put (index, incident, NULL);
    }
  cases = jkb_case_index_snapshot (index);
  selection = choose (cases, NULL);
  for (int kind = 0; kind < JKB_N_CASE_CHARTS; kind++)
    {
      g_autoptr(JkbChart) chart = jkb_case_chart_new ((JkbCaseChart) kind, selection);
      g_autofree char *description = jkb_chart_describe (chart);

      g_assert_true (g_str_has_prefix (jkb_chart_get_basis (chart), "2 cases: not known for any of them"));
      g_assert_null (strstr (description, "No case"));
      g_assert_nonnull (strstr (description, jkb_chart_get_total (chart) > 0 ? ": 2" : "Not known for any"));
    }
}

/* Nobody affected is no reason to say that nothing is known. */
static void
test_nobody_affected (void)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);
  g_autoptr(JkbIncident) incident = jkb_incident_new ();
  g_autoptr(JkbCases) cases = NULL;
  g_autoptr(JkbSelection) selection = NULL;
  g_autoptr(JkbChart) chart = NULL;
  g_autofree char *description = NULL;

  incident->id = 1;
  incident->people = 0;
  jkb_case_index_put (index, incident, NULL);
  cases = jkb_case_index_snapshot (index);
  selection = choose (cases, NULL);
  chart = jkb_case_chart_new (JKB_CASE_CHART_TOP, selection);
  description = jkb_chart_describe (chart);
  g_assert_nonnull (strstr (description, "Nobody was affected"));
}

static void
test_nicks (void)
{
  for (int kind = 0; kind < JKB_N_CASE_CHARTS; kind++)
    g_assert_cmpint (jkb_case_chart_from_nick (jkb_case_chart_nick ((JkbCaseChart) kind)), ==,
                     kind);
  g_assert_cmpint (jkb_case_chart_from_nick ("nonsense"), ==, -1);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fold = jkb_fold_new (NULL, NULL);
  g_assert_nonnull (fold);
  g_test_add_func ("/summary/case-chart/marks", test_marks);
  g_test_add_func ("/summary/case-chart/chosen", test_chosen);
  g_test_add_func ("/summary/case-chart/several", test_several);
  g_test_add_func ("/summary/case-chart/taken-out", test_taken_out);
  g_test_add_func ("/summary/case-chart/basis", test_basis);
  g_test_add_func ("/summary/case-chart/empty", test_empty);
  g_test_add_func ("/summary/case-chart/nothing-known", test_nothing_known);
  g_test_add_func ("/summary/case-chart/nobody-affected", test_nobody_affected);
  g_test_add_func ("/summary/case-chart/nicks", test_nicks);
  status = g_test_run ();
  jkb_fold_unref (fold);
  return status;
}
