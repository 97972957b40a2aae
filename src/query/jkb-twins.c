/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-twins.h"

#include "core/jkb-chain.h"
#include "query/jkb-cases-private.h"

#define N_NEIGHBOURS 8                  /* of one organisation, next in time */
#define N_DAYS_NEAR 60
#define FIGURE_MIN 3                    /* one person here and one person there mean nothing */
#define N_CASES_BETWEEN_LOOKS 4096u     /* at the cancellable */

/* ---------------------------------------------------------------- judging */

static gboolean
are_same_day (JkbDate a, JkbDate b)
{
  return a.day != 0 && jkb_date_compare (a, b) == 0;
}

static gboolean
contradict (const JkbCase *a, const JkbCase *b)
{
  return a->type != JKB_TYPE_UNKNOWN && b->type != JKB_TYPE_UNKNOWN && (a->types & b->types) == 0;
}

static gboolean
are_same_figure (const JkbCase *a, const JkbCase *b)
{
  return (a->people >= FIGURE_MIN && a->people == b->people)
         || (a->records >= FIGURE_MIN && a->records == b->records);
}

static gboolean
are_near (const JkbCase *a, const JkbCase *b)
{
  int from, to;

  return a->type != JKB_TYPE_UNKNOWN && a->type == b->type && jkb_date_to_days (a->date, &from)
         && jkb_date_to_days (b->date, &to) && ABS (from - to) < N_DAYS_NEAR;
}

guint
jkb_twins_judge (const JkbCase *a, const JkbCase *b)
{
  guint reasons = 0;

  if (contradict (a, b))
    return 0;
  if (are_same_day (a->discovered, b->discovered) || are_same_day (a->occurred_from, b->occurred_from))
    reasons |= JKB_TWIN_SAME_DAY;
  if (are_same_day (a->announced, b->announced))
    reasons |= JKB_TWIN_SAME_ANNOUNCEMENT;
  if (are_same_figure (a, b))
    reasons |= JKB_TWIN_SAME_FIGURE;
  if (are_near (a, b))
    reasons |= JKB_TWIN_NEAR;
  return reasons;
}

/* ---------------------------------------------------------------- finding */

/* The cases of each organisation, newest first. */
typedef struct
{
  GHashTable *by_name;                  /* as printed → GArray of guint32, not owned */
  GHashTable *by_key;                   /* jkb_chain_key() → the same, owned */
} Groups;

static GArray *
find_group (Groups *self, const char *name)
{
  GArray *group = g_hash_table_lookup (self->by_name, name);
  g_autofree char *key = NULL;

  if (group != NULL)
    return group;
  key = jkb_chain_key (name);
  if (*key == '\0')
    return NULL;
  group = g_hash_table_lookup (self->by_key, key);
  if (group == NULL)
    {
      group = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (self->by_key, g_steal_pointer (&key), group);
    }
  g_hash_table_insert (self->by_name, (gpointer) name, group);
  return group;
}

static gboolean
fill_groups (Groups *self, JkbCases *cases, GCancellable *cancellable, GError **error)
{
  const JkbPacked *slots = jkb_cases_order (cases, (JkbOrder){ JKB_COLUMN_DATE, TRUE });

  for (guint i = 0; i < cases->n_cases; i++)
    {
      guint slot = (guint) jkb_packed_get (slots, i);
      JkbCase found;
      GArray *group;

      if (i % N_CASES_BETWEEN_LOOKS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      jkb_cases_get (cases, slot, &found);
      group = found.organisation != NULL ? find_group (self, found.organisation) : NULL;
      if (group != NULL)
        g_array_append_val (group, slot);
    }
  return TRUE;
}

static void
compare_neighbours (JkbCases *cases, const GArray *group, guint place, GArray *found)
{
  JkbCase one, other;

  jkb_cases_get (cases, g_array_index (group, guint32, place), &one);
  for (guint next = place + 1; next < group->len && next <= place + N_NEIGHBOURS; next++)
    {
      JkbTwins twins;

      jkb_cases_get (cases, g_array_index (group, guint32, next), &other);
      twins = (JkbTwins){ MIN (one.id, other.id), MAX (one.id, other.id), jkb_twins_judge (&one, &other) };
      if (twins.reasons != 0)
        g_array_append_val (found, twins);
    }
}

static int
weigh (guint reasons)
{
  return (reasons & JKB_TWIN_SAME_DAY ? 4 : 0) + (reasons & JKB_TWIN_SAME_FIGURE ? 3 : 0)
         + (reasons & JKB_TWIN_SAME_ANNOUNCEMENT ? 3 : 0) + (reasons & JKB_TWIN_NEAR ? 1 : 0);
}

static int
compare_twins (gconstpointer a, gconstpointer b)
{
  const JkbTwins *x = a, *y = b;
  int difference = weigh (y->reasons) - weigh (x->reasons);

  if (difference != 0)
    return difference;
  if (x->other != y->other)
    return x->other < y->other ? 1 : -1;
  return (x->one < y->one) - (x->one > y->one);
}

static void
free_array (gpointer array)
{
  g_array_unref (array);
}

GArray *
jkb_twins_find (JkbCases *cases, guint n_max, GCancellable *cancellable, GError **error)
{
  g_autoptr(GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_array);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (JkbTwins));
  GHashTableIter groups;
  gpointer group;

  if (!fill_groups (&(Groups){ by_name, by_key }, cases, cancellable, error))
    return NULL;
  g_hash_table_iter_init (&groups, by_key);
  while (g_hash_table_iter_next (&groups, NULL, &group))
    for (guint place = 0; place < ((GArray *) group)->len; place++)
      compare_neighbours (cases, group, place, found);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  g_array_sort (found, compare_twins);
  g_array_set_size (found, MIN (found->len, n_max));
  return g_steal_pointer (&found);
}
