/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranks of names against comparing each two of them, and orders made ahead against orders when asked. */
#include <string.h>

#include "query/jkb-case-index.h"
#include "query/jkb-cases-private.h"
#include "query/jkb-name-ranks.h"
#include "query/jkb-scratch.h"
#include "random-cases.h"

#define N_CASES 700

/* Many alike for more than a few bytes, some the beginning of others, some equal, some without a name. */
static char *
make_name (void)
{
  static const char *const parts[] = { "a", "b", "ab", "ア", "青", "株式会社", "一般社団法人", "-" };
  GString *name = g_string_new (NULL);
  int n = g_test_rand_int_range (0, 9);

  for (int i = 0; i < n; i++)
    g_string_append (name, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
  return g_string_free (name, FALSE);
}

static JkbCaseIndex *
make_index (JkbFold *fold)
{
  JkbCaseIndex *index = jkb_case_index_new (fold);

  for (gint64 id = 1; id <= N_CASES; id++)
    {
      g_autoptr(JkbIncident) incident = random_case (id);

      g_free (incident->organisation);
      incident->organisation = make_name ();
      jkb_case_index_put (index, incident, NULL);
    }
  for (gint64 id = 1; id <= N_CASES; id += 1 + g_test_rand_int_range (0, 50))
    jkb_case_index_remove (index, id);
  return index;
}

static char *
get_folded (const JkbCases *cases, guint slot)
{
  guint row;
  const JkbCaseBlock *block = jkb_cases_block (cases, slot, &row);
  const char *name
      = jkb_case_block_is_in_use (block, row) ? jkb_case_block_get_string (block, row, JKB_CASE_ORGANISATION) : NULL;

  return name != NULL ? jkb_case_record_fold_string (cases->fold, name) : g_strdup ("");
}

static void
assert_ranks (const JkbCases *cases)
{
  guint32 *ranks = jkb_name_ranks (cases, JKB_COLUMN_ORGANISATION);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint slot = 0; slot < jkb_cases_n_slots (cases); slot++)
    g_ptr_array_add (names, get_folded (cases, slot));
  for (guint i = 0; i < names->len; i++)
    for (guint j = 0; j < names->len; j++)
      {
        const char *one = names->pdata[i], *other = names->pdata[j];
        int order = strcmp (one, other);

        g_assert_cmpint (ranks[i] == JKB_NAME_RANK_NONE, ==, *one == '\0');
        if (*one != '\0' && *other != '\0')
          g_assert_cmpint ((ranks[i] > ranks[j]) - (ranks[i] < ranks[j]), ==, (order > 0) - (order < 0));
      }
  jkb_scratch_free (ranks);
}

static void
test_ranks (void)
{
  g_autoptr(JkbFold) fold = jkb_fold_new (NULL, NULL);

  for (int round = 0; round < 3; round++)
    {
      g_autoptr(JkbCaseIndex) index = make_index (fold);
      g_autoptr(JkbCases) cases = jkb_case_index_snapshot (index);

      assert_ranks (cases);
    }
}

static void
test_ahead (void)
{
  g_autoptr(JkbFold) fold = jkb_fold_new (NULL, NULL);
  g_autoptr(JkbCaseIndex) index = make_index (fold);
  g_autoptr(JkbCases) ahead = jkb_case_index_snapshot (index);
  g_autoptr(JkbCases) asked = jkb_cases_copy (ahead);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  g_assert_true (jkb_cases_prepare_orders (ahead, NULL));
  for (int column = JKB_N_COLUMNS - 1; column >= 0; column--)
    for (int descending = 1; descending >= 0; descending--)
      {
        JkbOrder order = { (JkbColumn) column, descending };

        g_assert_cmpuint (jkb_cases_n (ahead), ==, jkb_cases_n (asked));
        for (guint i = 0; i < jkb_cases_n (ahead); i++)
          g_assert_cmpuint (jkb_packed_get (jkb_cases_order (ahead, order), i), ==,
                            jkb_packed_get (jkb_cases_order (asked, order), i));
      }
  g_cancellable_cancel (cancellable);
  g_assert_false (jkb_cases_prepare_orders (asked, cancellable));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/name-ranks/ranks", test_ranks);
  g_test_add_func ("/query/name-ranks/ahead", test_ahead);
  return g_test_run ();
}
