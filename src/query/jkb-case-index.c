/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-case-index.h"

#include <string.h>

#include "query/jkb-cases-private.h"

struct _JkbCaseIndex
{
  JkbFold *fold;
  JkbCases *cases;              /* changed in place while no snapshot holds it */
  GHashTable *slots;            /* id -> slot */
  GArray *free_slots;
};

/* Somebody may let go of a snapshot meanwhile, but nobody can take a new one: a copy too many at worst. */
static gboolean
is_shared (gatomicrefcount *ref_count)
{
  return !g_atomic_ref_count_compare (ref_count, 1);
}

static void
begin_change (JkbCaseIndex *self)
{
  if (is_shared (&self->cases->ref_count))
    {
      JkbCases *copy = jkb_cases_copy (self->cases);

      jkb_cases_unref (self->cases);
      self->cases = copy;
    }
  else
    jkb_cases_drop_orders (self->cases);
}

static JkbCaseBlock *
get_own_block (JkbCaseIndex *self, guint slot)
{
  gpointer *place = &g_ptr_array_index (self->cases->blocks, slot / JKB_BLOCK_ROWS);
  JkbCaseBlock *block = *place;

  if (is_shared (&block->ref_count))
    {
      *place = jkb_case_block_copy (block);
      jkb_case_block_unref (block);
    }
  return *place;
}

static guint
add_slot (JkbCaseIndex *self)
{
  guint slot = jkb_cases_n_slots (self->cases);

  if (self->free_slots->len > 0)
    {
      slot = g_array_index (self->free_slots, guint, self->free_slots->len - 1);
      g_array_set_size (self->free_slots, self->free_slots->len - 1);
      return slot;
    }
  if (slot % JKB_BLOCK_ROWS == 0)
    g_ptr_array_add (self->cases->blocks, jkb_case_block_new ());
  get_own_block (self, slot)->n_rows++;
  return slot;
}

/* Kinds are few. Should there ever be more than fit, the rest count as not known. */
static guint16
find_source_kind (JkbCaseIndex *self, const char *kind)
{
  GPtrArray *kinds = self->cases->source_kinds;
  const char *interned;
  guint i;

  if (kind == NULL)
    return 0;
  interned = g_intern_string (kind);
  if (g_ptr_array_find (kinds, interned, &i))
    return (guint16) i;
  if (kinds->len > G_MAXUINT16)
    return 0;
  g_ptr_array_add (kinds, (gpointer) interned);
  return (guint16) (kinds->len - 1);
}

JkbCaseIndex *
jkb_case_index_new (JkbFold *fold)
{
  JkbCaseIndex *self = g_new0 (JkbCaseIndex, 1);

  self->fold = jkb_fold_ref (fold);
  self->cases = jkb_cases_new (fold);
  self->slots = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->free_slots = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
jkb_case_index_free (JkbCaseIndex *index)
{
  if (index == NULL)
    return;
  jkb_cases_unref (index->cases);
  g_hash_table_unref (index->slots);
  g_array_unref (index->free_slots);
  jkb_fold_unref (index->fold);
  g_free (index);
}

void
jkb_case_index_put (JkbCaseIndex *index, const JkbIncident *incident, const char *text)
{
  gpointer found;
  gboolean is_known;
  guint slot;
  JkbCaseBlock *block;

  g_return_if_fail (incident->id > 0);

  begin_change (index);
  is_known = g_hash_table_lookup_extended (index->slots, &incident->id, NULL, &found);
  slot = is_known ? GPOINTER_TO_UINT (found) : add_slot (index);
  if (!is_known)
    {
      g_hash_table_insert (index->slots, g_memdup2 (&incident->id, sizeof (gint64)),
                           GUINT_TO_POINTER (slot));
      index->cases->n_cases++;
    }
  block = get_own_block (index, slot);
  jkb_case_block_set (block, slot % JKB_BLOCK_ROWS, incident,
                      find_source_kind (index, incident->source_kind),
                      jkb_case_record_new (index->fold, incident, text,
                                           block->record[slot % JKB_BLOCK_ROWS]));
}

gboolean
jkb_case_index_remove (JkbCaseIndex *index, gint64 id)
{
  gpointer found;
  guint slot;

  if (!g_hash_table_lookup_extended (index->slots, &id, NULL, &found))
    return FALSE;
  slot = GPOINTER_TO_UINT (found);
  begin_change (index);
  jkb_case_block_clear (get_own_block (index, slot), slot % JKB_BLOCK_ROWS);
  g_hash_table_remove (index->slots, &id);
  g_array_append_val (index->free_slots, slot);
  index->cases->n_cases--;
  return TRUE;
}

void
jkb_case_index_clear (JkbCaseIndex *index)
{
  jkb_cases_unref (index->cases);
  index->cases = jkb_cases_new (index->fold);
  g_hash_table_remove_all (index->slots);
  g_array_set_size (index->free_slots, 0);
}

JkbCases *
jkb_case_index_snapshot (JkbCaseIndex *index)
{
  return jkb_cases_ref (index->cases);
}
