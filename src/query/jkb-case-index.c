/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-case-index.h"

#include <string.h>

#include "query/jkb-cases-private.h"
#include "query/jkb-slot-table.h"
#include "query/jkb-text-index.h"

struct _JkbCaseIndex
{
  JkbFold *fold;
  JkbCases *cases;              /* changed in place while no snapshot holds it */
  JkbSlotTable *slots;
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
    jkb_orders_clear (self->cases->orders);
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

/* Of a case that the kept index of the texts tells of and that has not come yet, what that says. */
static gint64
get_id (guint slot, gconstpointer user_data)
{
  const JkbCaseIndex *self = user_data;
  guint row;
  const JkbCaseBlock *block = jkb_cases_block (self->cases, slot, &row);

  return jkb_case_block_is_in_use (block, row) ? jkb_case_block_get_id (block, row)
                                               : jkb_text_index_get_id (block->text_index, row);
}

JkbCaseIndex *
jkb_case_index_new (JkbFold *fold)
{
  JkbCaseIndex *self = g_new0 (JkbCaseIndex, 1);

  self->fold = jkb_fold_ref (fold);
  self->cases = jkb_cases_new (fold);
  self->slots = jkb_slot_table_new (get_id, self);
  self->free_slots = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
jkb_case_index_free (JkbCaseIndex *index)
{
  if (index == NULL)
    return;
  jkb_cases_unref (index->cases);
  jkb_slot_table_free (index->slots);
  g_array_unref (index->free_slots);
  jkb_fold_unref (index->fold);
  g_free (index);
}

/* The texts of a new heading are still to be read; those of a case that had them are kept. */
static gboolean
is_text_to_come (const JkbCaseBlock *block, guint row, gboolean is_heading, const char *text)
{
  return is_heading || (text == NULL && jkb_case_block_is_in_use (block, row) && block->record[row] == NULL);
}

static void
put (JkbCaseIndex *self, const JkbIncident *incident, const char *text, gboolean is_heading)
{
  guint slot, row;
  gboolean is_new;
  JkbCaseBlock *block;
  JkbCaseRecord *record = NULL;
  guint32 strings;

  begin_change (self);
  is_new = !jkb_slot_table_find (self->slots, incident->id, &slot);
  if (is_new)
    slot = add_slot (self);
  block = get_own_block (self, slot);
  row = slot % JKB_BLOCK_ROWS;
  self->cases->n_cases += !jkb_case_block_is_in_use (block, row);
  strings = jkb_string_pool_add (block->pool, incident);
  if (!is_text_to_come (block, row, is_heading, text))
    record = jkb_case_record_new (self->fold, block->pool, strings, text, block->record[row]);
  jkb_case_block_set (block, row, incident, find_source_kind (self, incident->source_kind), strings, record);
  if (is_new)
    jkb_slot_table_add (self->slots, incident->id, slot);
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

static gboolean
lacks_text (const JkbCaseBlock *block, guint row)
{
  return jkb_case_block_is_in_use (block, row) && block->record[row] == NULL;
}

void
jkb_case_index_put_text (JkbCaseIndex *index, gint64 id, gint64 revision, const char *text)
{
  guint slot, row;
  JkbCaseBlock *block;

  if (!jkb_slot_table_find (index->slots, id, &slot))
    return;
  row = slot % JKB_BLOCK_ROWS;
  block = g_ptr_array_index (index->cases->blocks, slot / JKB_BLOCK_ROWS);
  if (lacks_text (block, row) && jkb_case_block_get_revision (block, row) == revision)
    jkb_case_block_add_record (block, row, jkb_case_record_new (index->fold, block->pool,
                                                                jkb_case_block_get_strings (block, row), text, NULL));
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
      gint64 id = jkb_case_block_get_id (block, row);

      if (lacks_text (block, row))
        g_array_append_val (ids, id);
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
  guint slot;

  if (kept == NULL || first % JKB_BLOCK_ROWS != 0)
    return FALSE;
  row = g_bytes_get_data (rows, &n_bytes);
  begin_change (index);
  block = jkb_case_block_new ();
  block->n_rows = (guint) (n_bytes / sizeof (JkbTextRow));
  jkb_case_block_set_index (block, g_steal_pointer (&kept));
  g_ptr_array_add (index->cases->blocks, block);
  for (guint i = 0; i < block->n_rows; i++)
    if (row[i].id > 0 && !jkb_slot_table_find (index->slots, row[i].id, &slot))
      jkb_slot_table_add (index->slots, row[i].id, first + i);
  return TRUE;
}

static gboolean
is_free (const JkbCaseIndex *self, guint slot)
{
  guint row;
  const JkbCaseBlock *block = jkb_cases_block (self->cases, slot, &row);

  return !jkb_case_block_is_in_use (block, row);
}

void
jkb_case_index_settle (JkbCaseIndex *index)
{
  g_array_set_size (index->free_slots, 0);
  for (guint i = jkb_cases_n_slots (index->cases); i-- > 0;)
    if (is_free (index, i))
      {
        guint slot;
        gint64 id = get_id (i, index);

        if (jkb_slot_table_find (index->slots, id, &slot) && slot == i)
          jkb_slot_table_remove (index->slots, id);
        g_array_append_val (index->free_slots, i);
      }
}

gboolean
jkb_case_index_remove (JkbCaseIndex *index, gint64 id)
{
  guint slot;

  if (!jkb_slot_table_find (index->slots, id, &slot))
    return FALSE;
  begin_change (index);
  jkb_slot_table_remove (index->slots, id);
  jkb_case_block_clear (get_own_block (index, slot), slot % JKB_BLOCK_ROWS);
  g_array_append_val (index->free_slots, slot);
  index->cases->n_cases--;
  return TRUE;
}

void
jkb_case_index_clear (JkbCaseIndex *index)
{
  jkb_cases_unref (index->cases);
  index->cases = jkb_cases_new (index->fold);
  jkb_slot_table_clear (index->slots);
  g_array_set_size (index->free_slots, 0);
}

JkbCases *
jkb_case_index_snapshot (JkbCaseIndex *index)
{
  return jkb_cases_ref (index->cases);
}
