/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-case-index.h"
#include "query/jkb-twins.h"
#include "random-cases.h"

static JkbFold *fold;

/* A case that says only what is given; people 0 for unknown. */
static void
put (JkbCaseIndex *index, gint64 id, const char *organisation, JkbIncidentType type, gint64 people, JkbDate discovered,
     JkbDate announced)
{
  g_autoptr(JkbIncident) incident = jkb_incident_new ();

  incident->id = id;
  incident->organisation = g_strdup (organisation);
  incident->type = type;
  incident->types = type != JKB_TYPE_UNKNOWN ? 1u << type : 0;
  if (people != 0)
    incident->people = people;
  incident->discovered = discovered;
  incident->announced = announced;
  jkb_case_index_put (index, incident, NULL);
}

static GArray *
find (JkbCaseIndex *index, guint n_max)
{
  g_autoptr(JkbCases) cases = jkb_case_index_snapshot (index);
  g_autoptr(GError) error = NULL;
  GArray *found = jkb_twins_find (cases, n_max, NULL, &error);

  g_assert_no_error (error);
  return found;
}

static void
assert_found (JkbCaseIndex *index, const char *expected)
{
  g_autoptr(GArray) found = find (index, 100);
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const JkbTwins *twins = &g_array_index (found, JkbTwins, i);

      g_string_append_printf (list, "%s%" G_GINT64_FORMAT "+%" G_GINT64_FORMAT ":%u", i > 0 ? " " : "", twins->one,
                              twins->other, twins->reasons);
    }
  g_assert_cmpstr (list->str, ==, expected);
}

#define DAY(month, day) ((JkbDate){ 2024, month, day })

static void
test_reasons (void)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);

  put (index, 1, "甲商事株式会社", JKB_TYPE_MISDELIVERY, 120, DAY (1, 10), DAY (1, 20));
  assert_found (index, "");
  /* The same day, in another spelling of the name. */
  put (index, 2, "（株）甲商事", JKB_TYPE_UNKNOWN, 0, DAY (1, 10), JKB_DATE_NONE);
  assert_found (index, "1+2:1");
  jkb_case_index_remove (index, 2);
  /* The same announcement and figure. */
  put (index, 3, "甲商事", JKB_TYPE_MISDELIVERY, 120, JKB_DATE_NONE, DAY (1, 20));
  assert_found (index, "1+3:14");
  jkb_case_index_remove (index, 3);
  /* One type, near in time; then two months later. */
  put (index, 4, "甲商事", JKB_TYPE_MISDELIVERY, 7, JKB_DATE_NONE, DAY (3, 1));
  assert_found (index, "1+4:8");
  put (index, 4, "甲商事", JKB_TYPE_MISDELIVERY, 7, JKB_DATE_NONE, DAY (4, 1));
  assert_found (index, "");
}

static void
test_no_reason (void)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);

  put (index, 1, "甲商事", JKB_TYPE_MISDELIVERY, 1, DAY (1, 10), DAY (1, 20));
  /* Another organisation, none at all, another type on the same day, one person as well. */
  put (index, 2, "乙商事", JKB_TYPE_MISDELIVERY, 1, DAY (1, 10), DAY (1, 20));
  put (index, 3, NULL, JKB_TYPE_MISDELIVERY, 1, DAY (1, 10), DAY (1, 20));
  put (index, 4, "甲商事", JKB_TYPE_WEB_SKIMMING, 1, DAY (1, 10), DAY (1, 20));
  put (index, 5, "甲商事", JKB_TYPE_MISDELIVERY, 1, DAY (6, 1), DAY (6, 2));
  /* Days that are not known are not the same day. */
  put (index, 6, "丙商事", JKB_TYPE_UNKNOWN, 0, (JkbDate){ 2024, 1, 0 }, JKB_DATE_NONE);
  put (index, 7, "丙商事", JKB_TYPE_UNKNOWN, 0, (JkbDate){ 2024, 1, 0 }, JKB_DATE_NONE);
  assert_found (index, "");
}

/* The best reasons come first; no more than asked for. */
static void
test_order (void)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);
  g_autoptr(GArray) one = NULL;

  put (index, 1, "甲商事", JKB_TYPE_MISDELIVERY, 9, DAY (2, 1), DAY (2, 2));
  put (index, 2, "甲商事", JKB_TYPE_MISDELIVERY, 8, DAY (3, 1), DAY (3, 2));
  put (index, 3, "乙商事", JKB_TYPE_MISDELIVERY, 7, DAY (2, 1), DAY (2, 2));
  put (index, 4, "乙商事", JKB_TYPE_MISDELIVERY, 7, DAY (2, 1), DAY (2, 2));
  assert_found (index, "3+4:15 1+2:8");
  one = find (index, 1);
  g_assert_cmpuint (one->len, ==, 1);
}

/* Whatever is compared, a pair is named once, is judged alike both ways, and is of two cases. */
static void
test_random (void)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);
  g_autoptr(JkbCases) cases = NULL;
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GArray) found = NULL;

  for (gint64 id = 1; id <= 2000; id++)
    {
      g_autoptr(JkbIncident) incident = random_case (id);

      jkb_case_index_put (index, incident, NULL);
    }
  cases = jkb_case_index_snapshot (index);
  found = jkb_twins_find (cases, G_MAXUINT, NULL, NULL);
  for (guint i = 0; i < found->len; i++)
    {
      const JkbTwins *twins = &g_array_index (found, JkbTwins, i);
      JkbCase one, other;
      guint slot;

      g_assert_cmpint (twins->one, <, twins->other);
      g_assert_true (g_hash_table_add (seen, g_strdup_printf ("%" G_GINT64_FORMAT "+%" G_GINT64_FORMAT, twins->one,
                                                              twins->other)));
      g_assert_true (jkb_cases_find (cases, twins->one, &slot));
      jkb_cases_get (cases, slot, &one);
      g_assert_true (jkb_cases_find (cases, twins->other, &slot));
      jkb_cases_get (cases, slot, &other);
      g_assert_cmpuint (jkb_twins_judge (&one, &other), ==, twins->reasons);
      g_assert_cmpuint (jkb_twins_judge (&other, &one), ==, twins->reasons);
    }
}

static void
test_cancelled (void)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);
  g_autoptr(JkbCases) cases = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  put (index, 1, "甲商事", JKB_TYPE_MISDELIVERY, 9, DAY (2, 1), DAY (2, 2));
  cases = jkb_case_index_snapshot (index);
  g_cancellable_cancel (cancellable);
  g_assert_null (jkb_twins_find (cases, 1, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fold = jkb_fold_new (NULL, NULL);
  g_test_add_func ("/twins/reasons", test_reasons);
  g_test_add_func ("/twins/no-reason", test_no_reason);
  g_test_add_func ("/twins/order", test_order);
  g_test_add_func ("/twins/random", test_random);
  g_test_add_func ("/twins/cancelled", test_cancelled);
  status = g_test_run ();
  jkb_fold_unref (fold);
  return status;
}
