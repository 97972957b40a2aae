/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-case-block.h"

/*
 * Inside the room `query`: counts of some cases by the codes that their columns hold, in tables small
 * enough for the first caches of a processor. Every facet and chart is folded out of them.
 */

/** JkbCountPart: tables of counts. */
typedef enum
{
  JKB_COUNT_KIN,                        /* by jkb_case_block_kin() */
  JKB_COUNT_MANNER,                     /* by kind of source * %JKB_N_MANNERS + jkb_case_block_manner() */
  JKB_COUNT_TIME,                       /* by (years * %JKB_COUNT_MONTHS + month) * %JKB_N_TYPES + type */
  JKB_COUNT_PEOPLE,                     /* by jkb_people_code() */
  JKB_COUNT_DELAY,                      /* by jkb_case_block_delay_cell() */
  JKB_COUNT_ITEMS,                      /* by data item, each of a case's; then the cases without any */
  JKB_N_COUNT_PARTS
} JkbCountPart;

/** JKB_COUNT_MONTHS: cells of a year; month 0 is "not known" */
#define JKB_COUNT_MONTHS 16
/** JKB_COUNT_ALL: every part, as bits */
#define JKB_COUNT_ALL ((1u << JKB_N_COUNT_PARTS) - 1)

/**
 * JkbCountTables:
 * @first_year: of the first cells of %JKB_COUNT_TIME; the last #JKB_N_TYPES cells are of cases without
 *   a year
 * @n_cases: how many cases are counted; kept by who counts
 * @n_cells: lengths
 * @cells: the counts, %NULL where a part is not counted
 */
typedef struct
{
  guint first_year;
  guint n_cases;
  gsize n_cells[JKB_N_COUNT_PARTS];
  guint *cells[JKB_N_COUNT_PARTS];
} JkbCountTables;

/**
 * jkb_count_tables_init:
 * @tables: (out caller-allocates): tables of zeros, to be cleared with jkb_count_tables_clear()
 * @parts: which, as bits
 * @n_source_kinds: how many kinds of source there are
 * @first_year: the first year of any case, 0 when none has one
 * @last_year: the last
 */
void jkb_count_tables_init (JkbCountTables *tables, guint parts, guint n_source_kinds, guint first_year,
                            guint last_year);

/**
 * jkb_count_tables_clear:
 * @tables: tables
 *
 * Frees the cells.
 */
void jkb_count_tables_clear (JkbCountTables *tables);

/**
 * jkb_count_tables_add_rows:
 * @tables: tables of every part
 * @block: a block whose cases fit into @tables
 * @rows: (array length=n): rows in use
 * @n: how many
 * @times: what each counts: 1, or -1 to take it away
 *
 * Counts rows in every part but %JKB_COUNT_ITEMS.
 */
void jkb_count_tables_add_rows (JkbCountTables *tables, const JkbCaseBlock *block, const guint16 *rows,
                                guint n, int times);

/**
 * jkb_count_tables_add_part:
 * @tables: tables
 * @part: one that is counted, but %JKB_COUNT_ITEMS
 * @block: a block whose cases fit into @tables
 * @rows: (array length=n): rows in use
 * @n: how many
 *
 * Counts rows in one part.
 */
void jkb_count_tables_add_part (JkbCountTables *tables, JkbCountPart part, const JkbCaseBlock *block,
                                const guint16 *rows, guint n);

/**
 * jkb_count_tables_add:
 * @tables: tables
 * @part: one that is counted
 * @more: tables for no more kinds of source and years than @tables
 *
 * Adds the counts of @more in @part.
 */
void jkb_count_tables_add (JkbCountTables *tables, JkbCountPart part, const JkbCountTables *more);
