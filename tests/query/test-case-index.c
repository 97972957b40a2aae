/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-case-index.h"

#include <string.h>

#include "query/jkb-cases-private.h"
#include "query/jkb-selection.h"
#include "random-cases.h"

static JkbFold *fold;

static void
put (JkbCaseIndex *index, gint64 id, const char *organisation, const char *text)
{
  g_autoptr(JkbIncident) incident = jkb_incident_new ();

  incident->id = id;
  incident->organisation = g_strdup (organisation);
  incident->announced = (JkbDate){ 2024, 1, (guint8) (id % 28 + 1) };
  jkb_case_index_put (index, incident, text);
}

static char *
list (JkbCases *cases, const char *words)
{
  g_autoptr(JkbFilter) filter = jkb_filter_new ();
  g_autoptr(JkbSelection) selection = NULL;
  GString *ids = g_string_new (NULL);

  jkb_filter_set_words (filter, words);
  selection = jkb_selection_new (cases, filter, (JkbOrder){ JKB_COLUMN_ADDED, FALSE }, NULL, NULL);
  for (guint i = 0; i < jkb_selection_n (selection); i++)
    g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            jkb_selection_get_id (selection, i));
  return g_string_free (ids, FALSE);
}

static void
assert_listed (JkbCaseIndex *index, const char *words, const char *wanted)
{
  g_autoptr(JkbCases) cases = jkb_case_index_snapshot (index);
  g_autofree char *ids = list (cases, words);

  g_assert_cmpstr (ids, ==, wanted);
}

static void
test_put_and_remove (void)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);

  assert_listed (index, NULL, "");
  put (index, 7, "甲", "書類を紛失");
  put (index, 3, "乙", NULL);
  assert_listed (index, NULL, "3 7");
  assert_listed (index, "紛失", "7");
  assert_listed (index, "甲", "7");
  put (index, 7, "丙", NULL);
  assert_listed (index, "紛失", "7");
  assert_listed (index, "甲", "");
  put (index, 7, "丙", "誤送信");
  assert_listed (index, "紛失", "");
  g_assert_true (jkb_case_index_remove (index, 7));
  g_assert_false (jkb_case_index_remove (index, 7));
  assert_listed (index, NULL, "3");
  put (index, 9, "丁", NULL);
  assert_listed (index, NULL, "3 9");
  assert_listed (index, "誤送信", "");
  jkb_case_index_clear (index);
  assert_listed (index, NULL, "");
}

/* Heading and text do not run into each other. */
static void
test_borders (void)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);

  put (index, 1, "甲乙", "丙丁");
  assert_listed (index, "乙丙", "");
  assert_listed (index, "甲乙", "1");
  assert_listed (index, "丙丁", "1");
  assert_listed (index, "org:丙丁", "");
  assert_listed (index, "org:甲", "1");
  assert_listed (index, "key:1", "1");
}

static void
test_snapshot_stays (void)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);
  g_autoptr(JkbCases) before = NULL;
  g_autofree char *ids = NULL;
  JkbCase found;
  guint slot;

  put (index, 1, "甲", "紛失");
  put (index, 2, "乙", "紛失");
  before = jkb_case_index_snapshot (index);
  put (index, 1, "丙", "盗難");
  jkb_case_index_remove (index, 2);
  put (index, 3, "丁", "紛失");

  ids = list (before, "紛失");
  g_assert_cmpstr (ids, ==, "1 2");
  g_assert_cmpuint (jkb_cases_n (before), ==, 2);
  g_assert_true (jkb_cases_find (before, 1, &slot));
  jkb_cases_get (before, slot, &found);
  g_assert_cmpstr (found.organisation, ==, "甲");
  g_assert_false (jkb_cases_find (before, 3, &slot));
  assert_listed (index, "紛失", "3");
}

/* What no other case of the block needs so much room for. */
static void
take_to_borders (JkbIncident *incident)
{
  static const gint64 counts[] = { JKB_COUNT_UNKNOWN, 0, G_MAXUINT32 - 1, G_MAXUINT32, G_MAXINT64 };
  static const JkbDate dates[] = { { 1, 0, 0 }, { 9999, 12, 31 }, { 0, 2, 29 }, { 0, 0, 0 } };

  incident->people = counts[g_test_rand_int_range (0, G_N_ELEMENTS (counts))];
  incident->records = counts[g_test_rand_int_range (0, G_N_ELEMENTS (counts))];
  incident->occurred_from = dates[g_test_rand_int_range (0, G_N_ELEMENTS (dates))];
  incident->discovered = dates[g_test_rand_int_range (0, G_N_ELEMENTS (dates))];
  incident->announced = dates[g_test_rand_int_range (0, G_N_ELEMENTS (dates))];
}

static int
get_delay (const JkbIncident *incident)
{
  int from, to;

  if (incident->discovered.day == 0 || incident->announced.day == 0
      || !jkb_date_to_days (incident->discovered, &from) || !jkb_date_to_days (incident->announced, &to))
    return -1;
  return MAX (to - from, -1);
}

static void
assert_found (JkbCases *cases, const JkbIncident *incident)
{
  JkbCase found;
  guint slot;

  g_assert_true (jkb_cases_find (cases, incident->id, &slot));
  jkb_cases_get (cases, slot, &found);
  g_assert_cmpint (found.id, ==, incident->id);
  g_assert_cmpstr (found.key, ==, incident->key);
  g_assert_cmpstr (found.title, ==, incident->title);
  g_assert_cmpstr (found.organisation, ==, incident->organisation);
  g_assert_cmpstr (found.organisation_en, ==, incident->organisation_en);
  g_assert_cmpstr (found.contractor, ==, incident->contractor);
  g_assert_cmpstr (found.cause, ==, incident->cause);
  g_assert_cmpstr (found.source_kind, ==,
                   incident->source_kind != NULL ? incident->source_kind : "");
  g_assert_cmpint (found.type, ==, incident->type);
  g_assert_cmpuint (found.types, ==, incident->types);
  g_assert_cmpuint (found.circumstances, ==, incident->circumstances);
  g_assert_cmpint (found.sector, ==, incident->sector);
  g_assert_cmpint (found.status, ==, incident->status);
  g_assert_cmpint (found.review, ==, incident->review);
  g_assert_cmpuint (found.data_items, ==, incident->data_items);
  g_assert_cmpint (found.people, ==, incident->people);
  g_assert_cmpint (found.people_qualifier, ==, incident->people_qualifier);
  g_assert_cmpint (found.records, ==, incident->records);
  g_assert_cmpint (found.records_qualifier, ==, incident->records_qualifier);
  g_assert_cmpint (jkb_date_compare (found.date, jkb_incident_date (incident)), ==, 0);
  g_assert_cmpint (jkb_date_compare (found.occurred_from, incident->occurred_from), ==, 0);
  g_assert_cmpint (jkb_date_compare (found.discovered, incident->discovered), ==, 0);
  g_assert_cmpint (jkb_date_compare (found.announced, incident->announced), ==, 0);
  g_assert_cmpint (found.delay_days, ==, get_delay (incident));
}

/* Each is as it came in, also after others of its block and with snapshots of it. */
static void
test_values (void)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);
  g_autoptr(GPtrArray) incidents = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_incident_free);
  g_autoptr(JkbCases) last = NULL;

  for (guint i = 0; i < 300; i++)
    {
      gint64 id = i < 100 ? i + 1 : g_test_rand_bit () ? G_MAXUINT32 - 150 + (gint64) i : G_MAXINT64 - i;
      JkbIncident *incident = random_case (id);
      g_autoptr(JkbCases) cases = NULL;

      if (i > 20 && g_test_rand_int_range (0, 8) == 0)
        take_to_borders (incident);
      g_ptr_array_add (incidents, incident);
      jkb_case_index_put (index, incident, NULL);
      cases = jkb_case_index_snapshot (index);
      assert_found (cases, incident);
    }
  last = jkb_case_index_snapshot (index);
  for (guint i = 0; i < incidents->len; i++)
    assert_found (last, g_ptr_array_index (incidents, i));
}

/* More cases than a block holds. */
static void
test_blocks (void)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);
  g_autoptr(JkbIncident) incident = jkb_incident_new ();
  g_autoptr(JkbCases) cases = NULL;
  g_autoptr(JkbFilter) filter = jkb_filter_new ();
  g_autoptr(JkbSelection) selection = NULL;
  g_autoptr(JkbTally) tally = NULL;
  guint position;

  for (gint64 id = 1; id <= 140000; id++)
    {
      incident->id = id;
      incident->people = id % 1000;
      incident->status = (JkbAffectedStatus) (id % JKB_N_STATUSES);
      jkb_case_index_put (index, incident, NULL);
    }
  for (gint64 id = 2; id <= 140000; id += 2)
    g_assert_true (jkb_case_index_remove (index, id));
  cases = jkb_case_index_snapshot (index);
  g_assert_cmpuint (jkb_cases_n (cases), ==, 70000);
  filter->people_min = 999;
  selection
      = jkb_selection_new (cases, filter, (JkbOrder){ JKB_COLUMN_PEOPLE, TRUE }, NULL, NULL);
  g_assert_cmpuint (jkb_selection_n (selection), ==, 140);
  g_assert_true (jkb_selection_find (selection, 139999, &position));
  g_assert_cmpuint (position, ==, 139);
  g_assert_false (jkb_selection_find (selection, 139998, &position));
  g_assert_false (jkb_selection_find (selection, 139997, &position));
  tally = jkb_selection_tally (selection, JKB_AXIS_STATUS, JKB_AXIS_NONE);
  g_assert_cmpuint (tally->n_cases, ==, 140);
  g_assert_cmpuint (jkb_tally_get (tally, JKB_STATUS_NONE, 0), ==, 0);
  g_assert_cmpuint (jkb_tally_get (tally, JKB_STATUS_CONFIRMED, 0), ==, 140);
}

static void
on_selected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for_selection (JkbCases *cases, GCancellable *cancellable)
{
  GAsyncResult *result = NULL;

  jkb_selection_new_async (cases, NULL, (JkbOrder){ JKB_COLUMN_DATE, TRUE }, cancellable,
                           on_selected_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return result;
}

static void
test_async (void)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);
  g_autoptr(JkbCases) cases = NULL;
  g_autoptr(JkbSelection) selection = NULL;
  g_autoptr(JkbSelection) cancelled = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) cancelled_result = NULL;
  g_autoptr(GError) error = NULL;

  put (index, 1, "甲", NULL);
  put (index, 2, "乙", NULL);
  cases = jkb_case_index_snapshot (index);
  result = wait_for_selection (cases, NULL);
  selection = jkb_selection_new_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (jkb_selection_n (selection), ==, 2);
  g_assert_cmpint (jkb_selection_get_id (selection, 0), ==, 2);

  g_cancellable_cancel (cancellable);
  cancelled_result = wait_for_selection (cases, cancellable);
  cancelled = jkb_selection_new_finish (cancelled_result, &error);
  g_assert_null (cancelled);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_column_nicks (void)
{
  for (int column = 0; column < JKB_N_COLUMNS; column++)
    g_assert_cmpint (jkb_column_from_nick (jkb_column_nick ((JkbColumn) column)), ==, column);
  g_assert_cmpint (jkb_column_from_nick ("no such column"), ==, -1);
}

static JkbIncident *
new_case (gint64 id, gint64 people)
{
  JkbIncident *incident = jkb_incident_new ();

  incident->id = id;
  incident->revision = 1;
  incident->people = people;
  return incident;
}

/* A text that is read leaves the snapshot and its orders as they are; a case that changes makes another one. */
static void
test_orders (void)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);
  g_autoptr(JkbIncident) first = new_case (1, 30), second = new_case (2, 20);
  g_autoptr(JkbCases) bare = NULL, read = NULL, changed = NULL;
  JkbOrder order = { JKB_COLUMN_PEOPLE, FALSE };
  const JkbPacked *slots;

  jkb_case_index_put_heading (index, first);
  jkb_case_index_put_heading (index, second);
  bare = jkb_case_index_snapshot (index);
  jkb_case_index_put_text (index, 1, 1, "架空");
  read = jkb_case_index_snapshot (index);
  slots = jkb_cases_order (bare, order);
  g_assert_cmpuint (jkb_packed_get (slots, 0), ==, 1);
  g_assert_true (read == bare);
  assert_listed (index, "架空", "1");
  jkb_case_index_put_text (index, 2, 7, "虚構");
  assert_listed (index, "虚構", "");
  g_assert_true (jkb_cases_order (read, order) == slots);
  second->people = 40;
  jkb_case_index_put (index, second, NULL);
  changed = jkb_case_index_snapshot (index);
  g_assert_cmpuint (jkb_packed_get (jkb_cases_order (changed, order), 0), ==, 0);
  g_assert_cmpuint (jkb_packed_get (jkb_cases_order (read, order), 0), ==, 1);
}

static void
assert_ordered_by_first_day (JkbCases *cases, gboolean descending)
{
  const JkbPacked *slots = jkb_cases_order (cases, (JkbOrder){ JKB_COLUMN_OCCURRED, descending });
  guint n_known = 0;

  for (guint i = 0; i < jkb_cases_n (cases); i++)
    {
      JkbCase one, before;
      int difference;

      jkb_cases_get (cases, (guint) jkb_packed_get (slots, i), &one);
      g_assert_true (one.occurred_from.year == 0 || i == n_known);
      n_known += one.occurred_from.year != 0;
      if (i == 0)
        continue;
      jkb_cases_get (cases, (guint) jkb_packed_get (slots, i - 1), &before);
      difference = n_known > i ? jkb_date_compare (before.occurred_from, one.occurred_from) : 0;
      g_assert_cmpint (descending ? -difference : difference, <=, 0);
      if (difference == 0 && (n_known > i || before.occurred_from.year == 0))
        g_assert_cmpint (before.id, <, one.id);         /* none has a date of its own beside it */
    }
}

/* Days that lie close are counted, others sorted; either way they come in order, also with free rows between. */
static void
test_far_days (void)
{
  static const JkbDate far[] = { { 0, 0, 0 }, { 9999, 12, 31 }, { 1, 0, 0 } };

  for (guint round = 0; round < 12; round++)
    {
      g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);
      g_autoptr(JkbCases) cases = NULL;

      for (gint64 id = 1; id <= 60; id++)
        {
          g_autoptr(JkbIncident) incident = new_case (id, 1);

          incident->announced = (JkbDate){ 2024, 1, 1 };
          if (g_test_rand_int_range (0, 4) > 0)
            incident->occurred_from = (JkbDate){ (gint16) g_test_rand_int_range (2019, 2024), 5, 7 };
          if (id == 30)
            incident->occurred_from = far[round % G_N_ELEMENTS (far)];
          jkb_case_index_put (index, incident, NULL);
        }
      for (gint64 id = 1; id <= 60; id += 7)
        jkb_case_index_remove (index, id);
      cases = jkb_case_index_snapshot (index);
      assert_ordered_by_first_day (cases, round % 2 != 0);
    }
}

/* What is measured grows with what is there, and what nobody asked for takes nothing. */
static void
test_memory (void)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);
  g_autoptr(JkbIncident) first = new_case (1, 30), second = new_case (2, 20);
  g_autoptr(JkbCases) cases = NULL;
  JkbCasesMemory memory, before;

  jkb_case_index_put_heading (index, first);
  jkb_case_index_put_heading (index, second);
  cases = jkb_case_index_snapshot (index);
  memory = jkb_cases_measure (cases);
  g_assert_cmpuint (memory.columns, >, 0);
  g_assert_cmpuint (memory.strings, >, 0);
  g_assert_cmpuint (memory.orders, ==, 0);
  g_assert_cmpuint (memory.counts, >, 0);
  g_assert_cmpuint (memory.index, ==, 0);
  before = memory;
  jkb_cases_order (cases, (JkbOrder){ JKB_COLUMN_PEOPLE, FALSE });
  jkb_case_index_put_text (index, 1, 1, "架空");
  memory = jkb_cases_measure (cases);
  g_assert_cmpuint (memory.orders, >, before.orders);
  g_assert_cmpuint (memory.texts, >, before.texts + strlen ("架空"));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fold = jkb_fold_new (NULL, NULL);
  g_assert_nonnull (fold);
  g_test_add_func ("/query/case-index/put-and-remove", test_put_and_remove);
  g_test_add_func ("/query/case-index/borders", test_borders);
  g_test_add_func ("/query/case-index/snapshot-stays", test_snapshot_stays);
  g_test_add_func ("/query/case-index/values", test_values);
  g_test_add_func ("/query/case-index/blocks", test_blocks);
  g_test_add_func ("/query/case-index/async", test_async);
  g_test_add_func ("/query/case-index/orders", test_orders);
  g_test_add_func ("/query/case-index/far-days", test_far_days);
  g_test_add_func ("/query/case-index/memory", test_memory);
  g_test_add_func ("/query/case-index/column-nicks", test_column_nicks);
  status = g_test_run ();
  jkb_fold_unref (fold);
  return status;
}
