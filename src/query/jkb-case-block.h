/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-incident.h"
#include "query/jkb-case-record.h"

/*
 * Inside the room `query`. Cases live in blocks of columns. A block that a snapshot holds never
 * changes: who wants to change it works on a copy. A row without id is free.
 */

/** JKB_BLOCK_ROWS: rows of a block; slot = block * JKB_BLOCK_ROWS + row */
#define JKB_BLOCK_ROWS 65536u

typedef struct
{
  gatomicrefcount ref_count;
  guint n_rows;                         /* rows in use, the free ones among them */
  gint64 *id;
  gint64 *people;
  gint64 *records;
  guint32 *date;                        /* see jkb_case_block_pack_date() */
  guint32 *occurred;
  guint32 *discovered;
  guint32 *announced;
  guint32 *data_items;
  gint32 *delay;                        /* days from discovery to announcement, -1 not known */
  guint16 *types;
  guint8 *type;
  guint8 *sector;
  guint8 *status;
  guint8 *review;
  guint8 *circumstances;
  guint8 *people_bin;                   /* #JkbPeopleBin of people */
  guint16 *source_kind;                 /* index into the kinds of the snapshot */
  guint8 *qualifiers;                   /* of people, and of records << 4 */
  JkbCaseRecord **record;
  /*< private >*/
  struct _JkbTextIndex *text_index;     /* of this state or an earlier one; see the functions below */
} JkbCaseBlock;

/**
 * jkb_case_block_new:
 *
 * Returns: (transfer full): a block without rows
 */
JkbCaseBlock *jkb_case_block_new (void);

/**
 * jkb_case_block_copy:
 * @block: a block
 *
 * Any thread. Returns: (transfer full): an equal block
 */
JkbCaseBlock *jkb_case_block_copy (const JkbCaseBlock *block);

/**
 * jkb_case_block_unref:
 * @block: (transfer full): a block
 *
 * Any thread.
 */
void jkb_case_block_unref (JkbCaseBlock *block);

/**
 * jkb_case_block_set:
 * @block: a block that nobody else has
 * @row: a row in use
 * @incident: the case
 * @source_kind: its kind of source as a number
 * @record: (transfer full): its strings
 *
 * Fills a row.
 */
void jkb_case_block_set (JkbCaseBlock *block, guint row, const JkbIncident *incident,
                         guint16 source_kind, JkbCaseRecord *record);

/**
 * jkb_case_block_clear:
 * @block: a block that nobody else has
 * @row: a row in use
 *
 * Frees a row.
 */
void jkb_case_block_clear (JkbCaseBlock *block, guint row);

/**
 * jkb_case_block_pack_date:
 * @date: a date
 *
 * Packs a date so that packed dates compare as jkb_date_compare() does. Any thread.
 *
 * Returns: year << 9 | month << 5 | day; 0 for no date
 */
guint32 jkb_case_block_pack_date (JkbDate date);

/**
 * jkb_case_block_unpack_date:
 * @packed: a packed date
 *
 * Any thread. Returns: the date
 */
JkbDate jkb_case_block_unpack_date (guint32 packed);

/**
 * jkb_case_block_ref_index:
 * @block: a block
 *
 * Any thread. Returns: (transfer full) (nullable): the index of its texts, perhaps of an earlier
 *   state, %NULL when there is none yet
 */
struct _JkbTextIndex *jkb_case_block_ref_index (const JkbCaseBlock *block);

/**
 * jkb_case_block_set_index:
 * @block: a block, which others may be reading
 * @index: (transfer full): an index of its texts
 *
 * Keeps @index for whoever searches next. Any thread.
 */
void jkb_case_block_set_index (JkbCaseBlock *block, struct _JkbTextIndex *index);
