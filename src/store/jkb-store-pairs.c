/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-store-pairs.h"

#include "core/jkb-likeness.h"
#include "store/jkb-rows.h"
#include "store/jkb-store-private.h"

/* ---- pairs ---- */

typedef struct
{
  JkbCasePair *pairs;
  gsize n_pairs;
  GHashTable *sketches;                 /* gint64 → GArray of JkbSketch, one for each notice of a case */
} Comparison;

static gboolean
find_whether_apart (JkbDb *db, JkbCasePair *pair, GError **error)
{
  gint64 is_apart = 0;

  if (!jkb_db_get_int (db, &is_apart, error,
                       "SELECT EXISTS (SELECT 1 FROM different WHERE incident_id = min (?1, ?2)"
                       " AND other_id = max (?1, ?2)) OR 2 <> (SELECT count (*) FROM incident"
                       " WHERE id IN (?1, ?2) AND binned_us IS NULL)", "ii", pair->one, pair->other))
    return FALSE;
  pair->is_apart = is_apart != 0;
  return TRUE;
}

static GArray *
read_sketches (JkbDb *db, gint64 incident_id, GError **error)
{
  g_autoptr(GArray) sketches = g_array_new (FALSE, FALSE, sizeof (JkbSketch));
  GError *failure = NULL;
  sqlite3_stmt *row = jkb_db_query (db, error, "SELECT text FROM incident_notice JOIN item ON item.id = item_id"
                                    " WHERE incident_id = ?1", "i", incident_id);

  if (row == NULL)
    return NULL;
  while (jkb_db_step (db, row, &failure))
    {
      JkbSketch sketch;

      jkb_sketch_make ((const char *) sqlite3_column_text (row, 0), &sketch);
      g_array_append_val (sketches, sketch);
    }
  return jkb_db_succeed (failure, error) ? g_steal_pointer (&sketches) : NULL;
}

static const GArray *
get_sketches (JkbDb *db, Comparison *comparison, gint64 incident_id, GError **error)
{
  GArray *sketches = g_hash_table_lookup (comparison->sketches, &incident_id);

  if (sketches == NULL && (sketches = read_sketches (db, incident_id, error)) != NULL)
    g_hash_table_insert (comparison->sketches, g_memdup2 (&incident_id, sizeof incident_id), sketches);
  return sketches;
}

static double
find_most_alike (const GArray *ones, const GArray *others)
{
  double most = -1;

  for (guint i = 0; i < ones->len; i++)
    for (guint j = 0; j < others->len; j++)
      most = MAX (most, jkb_sketch_compare (&g_array_index (ones, JkbSketch, i), &g_array_index (others, JkbSketch, j)));
  return most;
}

static gboolean
compare_pair (JkbDb *db, Comparison *comparison, JkbCasePair *pair, GError **error)
{
  const GArray *ones, *others;

  pair->likeness = -1;
  if (!find_whether_apart (db, pair, error))
    return FALSE;
  if (pair->is_apart)
    return TRUE;
  ones = get_sketches (db, comparison, pair->one, error);
  others = ones != NULL ? get_sketches (db, comparison, pair->other, error) : NULL;
  if (others != NULL)
    pair->likeness = find_most_alike (ones, others);
  return others != NULL;
}

static gboolean
compare_pairs (JkbDb *db, gpointer data, GError **error)
{
  Comparison *comparison = data;

  for (gsize i = 0; i < comparison->n_pairs; i++)
    if (!compare_pair (db, comparison, &comparison->pairs[i], error))
      return FALSE;
  return TRUE;
}

static void
free_array (gpointer array)
{
  g_array_unref (array);
}

gboolean
jkb_store_compare_pairs (JkbStore *self, JkbCasePair *pairs, gsize n_pairs, GCancellable *cancellable, GError **error)
{
  g_autoptr(GHashTable) sketches = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_array);
  Comparison comparison = { pairs, n_pairs, sketches };

  g_return_val_if_fail (JKB_IS_STORE (self), FALSE);
  g_return_val_if_fail (pairs != NULL || n_pairs == 0, FALSE);

  return jkb_store_read (self, compare_pairs, &comparison, cancellable, error);
}

/* ---- parts ---- */

typedef struct
{
  gint64 incident_id;
  GPtrArray *parts;
} Parts;

static gboolean
load_parts (JkbDb *db, gpointer data, GError **error)
{
  Parts *parts = data;
  GError *failure = NULL;
  sqlite3_stmt *row = jkb_db_query (db, error, "SELECT " JKB_ROWS_INCIDENT " FROM incident WHERE merged_into = ?1"
                                    " ORDER BY id", "i", parts->incident_id);

  if (row == NULL)
    return FALSE;
  while (jkb_db_step (db, row, &failure))
    g_ptr_array_add (parts->parts, jkb_rows_read_incident (row));
  return jkb_db_succeed (failure, error);
}

GPtrArray *
jkb_store_load_parts (JkbStore *self, gint64 incident_id, GCancellable *cancellable, GError **error)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_incident_free);

  g_return_val_if_fail (JKB_IS_STORE (self), NULL);

  if (!jkb_store_read (self, load_parts, &(Parts){ incident_id, parts }, cancellable, error))
    return NULL;
  return g_steal_pointer (&parts);
}
