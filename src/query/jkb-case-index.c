/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-case-index.h"

#include <string.h>

#include "query/jkb-cases-private.h"
#include "query/jkb-text-index.h"

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

/* Texts are read long after the table is shown: what orders it stays as it is. */
static void
begin_change_of_text (JkbCaseIndex *self)
{
  if (is_shared (&self->cases->ref_count))
    {
      JkbCases *copy = jkb_cases_copy_with_orders (self->cases);

      jkb_cases_unref (self->cases);
      self->cases = copy;
    }
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

static void
remember_slot (JkbCaseIndex *self, gint64 id, guint slot)
{
  g_hash_table_insert (self->slots, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (slot));
}

static guint
lacks_text (const JkbCaseRecord *record)
{
  return record != NULL && !jkb_case_record_has_text (record);
}

static void
put (JkbCaseIndex *self, const JkbIncident *incident, const char *text, gboolean is_heading)
{
  gpointer found;
  guint slot, row;
  JkbCaseBlock *block;
  JkbCaseRecord *record;

  begin_change (self);
  if (g_hash_table_lookup_extended (self->slots, &incident->id, NULL, &found))
    slot = GPOINTER_TO_UINT (found);
  else
    {
      slot = add_slot (self);
      remember_slot (self, incident->id, slot);
    }
  block = get_own_block (self, slot);
  row = slot % JKB_BLOCK_ROWS;
  self->cases->n_cases += block->record[row] == NULL;
  self->cases->n_without_text -= lacks_text (block->record[row]);
  record = is_heading ? jkb_case_record_new_heading (self->fold, incident)
                      : jkb_case_record_new (self->fold, incident, text, block->record[row]);
  self->cases->n_without_text += lacks_text (record);
  jkb_case_block_set (block, row, incident, find_source_kind (self, incident->source_kind), record);
}

void
jkb_case_index_put (JkbCaseIndex *index, const JkbIncident *incident, const char *text)
{
  g_return_if_fail (incident->id > 0);

  put (index, incident, text, FALSE);
}

void
jkb_case_index_put_heading (JkbCaseIndex *index, const JkbIncident *incident)
{
  g_return_if_fail (incident->id > 0);

  put (index, incident, NULL, TRUE);
}

void
jkb_case_index_put_text (JkbCaseIndex *index, gint64 id, gint64 revision, const char *text)
{
  gpointer found;
  guint slot, row;
  JkbCaseBlock *block;

  if (!g_hash_table_lookup_extended (index->slots, &id, NULL, &found))
    return;
  slot = GPOINTER_TO_UINT (found);
  row = slot % JKB_BLOCK_ROWS;
  block = g_ptr_array_index (index->cases->blocks, slot / JKB_BLOCK_ROWS);
  if (!lacks_text (block->record[row]) || block->revision[row] != revision)
    return;
  begin_change_of_text (index);
  block = get_own_block (index, slot);
  jkb_case_block_set_text (block, row, jkb_case_record_new_text (index->fold, block->record[row], text));
  index->cases->n_without_text--;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const gint64 *one = a, *other = b;

  return (*one > *other) - (*one < *other);
}

GArray *
jkb_case_index_list_without_text (JkbCaseIndex *index)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint slot = 0; slot < jkb_cases_n_slots (index->cases); slot++)
    {
      guint row;
      const JkbCaseBlock *block = jkb_cases_block (index->cases, slot, &row);

      if (lacks_text (block->record[row]))
        g_array_append_val (ids, block->id[row]);
    }
  g_array_sort (ids, compare_ids);
  return ids;
}

void
jkb_case_index_set_reader (JkbCaseIndex *index, JkbTextFunc read, gpointer user_data, GDestroyNotify destroy)
{
  JkbTextReader *reader = g_new0 (JkbTextReader, 1);

  g_atomic_ref_count_init (&reader->ref_count);
  reader->read = read;
  reader->user_data = user_data;
  reader->destroy = destroy;
  begin_change (index);
  jkb_cases_set_reader (index->cases, reader);
}

gboolean
jkb_case_index_restore (JkbCaseIndex *index, GBytes *rows, GBytes *postings)
{
  guint first = jkb_cases_n_slots (index->cases);
  g_autoptr(JkbTextIndex) kept = jkb_text_index_new_kept (rows, postings);
  JkbCaseBlock *block;
  const JkbTextRow *row;
  gsize n_bytes;

  if (kept == NULL || first % JKB_BLOCK_ROWS != 0)
    return FALSE;
  row = g_bytes_get_data (rows, &n_bytes);
  begin_change (index);
  block = jkb_case_block_new ();
  block->n_rows = (guint) (n_bytes / sizeof (JkbTextRow));
  jkb_case_block_set_index (block, g_steal_pointer (&kept));
  g_ptr_array_add (index->cases->blocks, block);
  for (guint i = 0; i < block->n_rows; i++)
    if (row[i].id > 0 && !g_hash_table_contains (index->slots, &row[i].id))
      remember_slot (index, row[i].id, first + i);
  return TRUE;
}

static gboolean
is_free (const JkbCaseIndex *self, guint slot)
{
  guint row;
  const JkbCaseBlock *block = jkb_cases_block (self->cases, slot, &row);

  return block->record[row] == NULL;
}

void
jkb_case_index_settle (JkbCaseIndex *index)
{
  GHashTableIter iter;
  gpointer slot;

  g_hash_table_iter_init (&iter, index->slots);
  while (g_hash_table_iter_next (&iter, NULL, &slot))
    if (is_free (index, GPOINTER_TO_UINT (slot)))
      g_hash_table_iter_remove (&iter);
  g_array_set_size (index->free_slots, 0);
  for (guint i = jkb_cases_n_slots (index->cases); i-- > 0;)
    if (is_free (index, i))
      g_array_append_val (index->free_slots, i);
}

gboolean
jkb_case_index_remove (JkbCaseIndex *index, gint64 id)
{
  gpointer found;
  guint slot;
  JkbCaseBlock *block;

  if (!g_hash_table_lookup_extended (index->slots, &id, NULL, &found))
    return FALSE;
  slot = GPOINTER_TO_UINT (found);
  begin_change (index);
  block = get_own_block (index, slot);
  index->cases->n_without_text -= lacks_text (block->record[slot % JKB_BLOCK_ROWS]);
  jkb_case_block_clear (block, slot % JKB_BLOCK_ROWS);
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
