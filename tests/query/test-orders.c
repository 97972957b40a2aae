/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders by numbers of all lengths against comparing each two cases. */
#include "query/jkb-case-index.h"
#include "query/jkb-selection.h"

#define N_CASES 500u

/* How numbers of a column lie: the smallest, and of how many one is picked. */
static const struct
{
  gint64 smallest;
  gint64 n;
} ranges[] = {
  { 0, 1 },
  { 7, 1 },
  { 0, 4 },
  { 1000000, 4 },
  { 5, 1 << 16 },
  { 5, (1 << 16) + 1 },
  { 0, 1 << 23 },
  { 0, G_MAXINT32 },
  { G_MAXINT32 - G_GINT64_CONSTANT (1), 4 },
  { G_MAXUINT32 - G_GINT64_CONSTANT (2), 4 },
  { G_GINT64_CONSTANT (1) << 40, 3 },
  { 0, G_GINT64_CONSTANT (1) << 41 },
};

static JkbFold *fold;

static gint64
pick (gsize range)
{
  guint64 by_chance = (guint64) g_test_rand_int () << 20 ^ (guint64) (guint32) g_test_rand_int ();

  return g_test_rand_int_range (0, 6) == 0 ? JKB_COUNT_UNKNOWN
                                           : ranges[range].smallest + (gint64) (by_chance % (guint64) ranges[range].n);
}

static JkbCases *
make_cases (gsize range)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);

  for (gint64 id = 1; id <= N_CASES; id++)
    {
      g_autoptr(JkbIncident) incident = jkb_incident_new ();

      incident->id = id;
      incident->people = pick (range);
      incident->announced = (JkbDate){ (gint16) (2020 + id % 3), 1, 1 };
      jkb_case_index_put (index, incident, NULL);
    }
  for (gint64 id = 1; id <= N_CASES; id += 9)
    jkb_case_index_remove (index, id);
  return jkb_case_index_snapshot (index);
}

/* Unknown last either way, then by number, then newest first, then by id. */
static gboolean
stands_before (const JkbCase *one, const JkbCase *other, gboolean descending)
{
  if ((one->people < 0) != (other->people < 0))
    return other->people < 0;
  if (one->people != other->people)
    return (one->people > other->people) == descending;
  if (one->date.year != other->date.year)
    return one->date.year > other->date.year;
  return one->id < other->id;
}

static void
assert_order (JkbCases *cases, gboolean descending)
{
  g_autoptr(JkbSelection) selection
      = jkb_selection_new (cases, NULL, (JkbOrder){ JKB_COLUMN_PEOPLE, descending }, NULL, NULL);
  JkbCase before;

  g_assert_cmpuint (jkb_selection_n (selection), ==, jkb_cases_n (cases));
  for (guint i = 0; i < jkb_selection_n (selection); i++)
    {
      JkbCase one;

      jkb_selection_get (selection, i, &one);
      if (i > 0)
        g_assert_true (stands_before (&before, &one, descending));
      before = one;
    }
}

static void
test_numbers (void)
{
  for (gsize range = 0; range < G_N_ELEMENTS (ranges); range++)
    for (int descending = 0; descending < 2; descending++)
      {
        g_autoptr(JkbCases) cases = make_cases (range);

        assert_order (cases, descending);
      }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fold = jkb_fold_new (NULL, NULL);
  g_assert_nonnull (fold);
  g_test_add_func ("/query/orders/numbers", test_numbers);
  status = g_test_run ();
  jkb_fold_unref (fold);
  return status;
}
