/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-count-tables.h"

#include "query/jkb-people-code.h"

void
jkb_count_tables_init (JkbCountTables *tables, guint parts, guint n_source_kinds, guint first_year,
                       guint last_year)
{
  *tables = (JkbCountTables){
    .first_year = first_year,
    .n_cells = {
      [JKB_COUNT_KIN] = JKB_N_KINS,
      [JKB_COUNT_MANNER] = (gsize) n_source_kinds * JKB_N_MANNERS,
      [JKB_COUNT_TIME] = ((gsize) (last_year - first_year + 1) * JKB_COUNT_MONTHS + 1) * JKB_N_TYPES,
      [JKB_COUNT_PEOPLE] = JKB_N_PEOPLE_CODES,
      [JKB_COUNT_DELAY] = JKB_N_TYPES * JKB_N_DELAY_CODES,
      [JKB_COUNT_ITEMS] = JKB_N_DATA_ITEMS + 1,
    },
  };
  for (int part = 0; part < JKB_N_COUNT_PARTS; part++)
    if (parts >> part & 1)
      tables->cells[part] = g_new0 (guint, tables->n_cells[part]);
}

void
jkb_count_tables_clear (JkbCountTables *tables)
{
  for (int part = 0; part < JKB_N_COUNT_PARTS; part++)
    g_clear_pointer (&tables->cells[part], g_free);
}

static inline gsize
get_manner_cell (const JkbCaseBlock *block, guint row)
{
  return (gsize) jkb_case_block_get_source_kind (block, row) * JKB_N_MANNERS + block->manner[row];
}

/* Counts all times from the first year on; what has no year goes into the last cells. */
static inline gsize
get_time_cell (const JkbCaseBlock *block, guint row, guint first_slot, guint last)
{
  guint slot = (block->date[row] >> 5) - first_slot;

  return (gsize) (block->date[row] >> 9 == 0 ? last : slot) * JKB_N_TYPES + jkb_case_block_get_type (block, row);
}

static guint
get_last_time (const JkbCountTables *tables)
{
  return (guint) (tables->n_cells[JKB_COUNT_TIME] / JKB_N_TYPES) - 1;
}

/* The loop that takes the time: nothing in it but the columns, the tables, and no question asked. */
void
jkb_count_tables_add_rows (JkbCountTables *tables, const JkbCaseBlock *block, const guint16 *rows,
                           guint n, int times)
{
  guint *kins = tables->cells[JKB_COUNT_KIN], *manners = tables->cells[JKB_COUNT_MANNER];
  guint *when = tables->cells[JKB_COUNT_TIME], *people = tables->cells[JKB_COUNT_PEOPLE];
  guint *delays = tables->cells[JKB_COUNT_DELAY];
  guint first_slot = tables->first_year * JKB_COUNT_MONTHS, last = get_last_time (tables);
  guint step = (guint) times;
  const JkbCaseBlock columns = *block;

  for (guint i = 0; i < n; i++)
    {
      guint row = rows[i];

      kins[columns.kin[row]] += step;
      manners[get_manner_cell (&columns, row)] += step;
      when[get_time_cell (&columns, row, first_slot, last)] += step;
      people[columns.people_code[row]] += step;
      delays[columns.delay_cell[row]] += step;
    }
}

#define ADD(index)                                                                                \
  for (guint i = 0; i < n; i++)                                                                   \
    cells[index]++;                                                                               \
  break

void
jkb_count_tables_add_part (JkbCountTables *tables, JkbCountPart part, const JkbCaseBlock *block,
                           const guint16 *rows, guint n)
{
  guint first_slot = tables->first_year * JKB_COUNT_MONTHS, last = get_last_time (tables);
  guint *cells = tables->cells[part];
  const JkbCaseBlock columns = *block;

  switch (part)
    {
    case JKB_COUNT_KIN:
      ADD (columns.kin[rows[i]]);
    case JKB_COUNT_MANNER:
      ADD (get_manner_cell (&columns, rows[i]));
    case JKB_COUNT_TIME:
      ADD (get_time_cell (&columns, rows[i], first_slot, last));
    case JKB_COUNT_PEOPLE:
      ADD (columns.people_code[rows[i]]);
    case JKB_COUNT_DELAY:
      ADD (columns.delay_cell[rows[i]]);
    case JKB_COUNT_ITEMS:
    case JKB_N_COUNT_PARTS:
      break;
    }
}

static void
add_cells (guint *cells, const guint *more, gsize n)
{
  for (gsize i = 0; i < n; i++)
    cells[i] += more[i];
}

void
jkb_count_tables_add (JkbCountTables *tables, JkbCountPart part, const JkbCountTables *more)
{
  gsize n = more->n_cells[part], n_known = n - JKB_N_TYPES, offset;

  if (part != JKB_COUNT_TIME)
    {
      add_cells (tables->cells[part], more->cells[part], n);
      return;
    }
  add_cells (tables->cells[part] + tables->n_cells[part] - JKB_N_TYPES, more->cells[part] + n_known,
             JKB_N_TYPES);
  if (more->first_year == 0)            /* no year, nothing else */
    return;
  offset = (gsize) (more->first_year - tables->first_year) * JKB_COUNT_MONTHS * JKB_N_TYPES;
  add_cells (tables->cells[part] + offset, more->cells[part], n_known);
}
