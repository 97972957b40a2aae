/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-incident.h"
#include "query/jkb-case-record.h"
#include "query/jkb-filter.h"

/*
 * Inside the room `query`. Cases live in blocks of columns. A block that a snapshot holds never
 * changes: who wants to change it works on a copy. A row without id is free.
 */

/** JKB_BLOCK_ROWS: rows of a block; slot = block * JKB_BLOCK_ROWS + row */
#define JKB_BLOCK_ROWS 65536u
/** JKB_N_KINS: values of jkb_case_block_kin() */
#define JKB_N_KINS (JKB_N_TYPES * JKB_N_SECTORS * JKB_N_STATUSES)
/** JKB_N_MANNERS: values of jkb_case_block_manner() */
#define JKB_N_MANNERS (JKB_N_REVIEWS << JKB_N_CIRCUMSTANCES)
/** JKB_DELAY_DAYS: delays up to one less than this are counted by the day */
#define JKB_DELAY_DAYS 2048
/** JKB_N_DELAY_CODES: unknown, each day, longer */
#define JKB_N_DELAY_CODES (JKB_DELAY_DAYS + 2)

typedef struct
{
  gatomicrefcount ref_count;
  guint n_rows;                         /* rows in use, the free ones among them */
  guint64 state;                        /* another number after each change; a copy has the same */
  guint first_year;                     /* of any case that ever stood here, 0 when none had one */
  guint last_year;                      /* likewise */
  gint64 *id;
  gint64 *revision;                     /* as JkbIncident.revision; below 0, and given once, without one */
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
  guint8 *in_use;                       /* 1, or 0 for a free row */
  guint8 *manner;                       /* see jkb_case_block_manner() */
  guint16 *kin;                         /* see jkb_case_block_kin() */
  guint16 *people_code;                 /* see jkb_people_code() */
  guint16 *delay_cell;                  /* see jkb_case_block_delay_cell() */
  guint16 *source_kind;                 /* index into the kinds of the snapshot */
  guint8 *qualifiers;                   /* of people, and of records << 4 */
  guint32 *strings;                     /* in the pool */
  JkbStringPool *pool;
  JkbCaseRecord **record;               /* NULL as long as its texts have yet to be read; see the function below */
  /*< private >*/
  struct _JkbTextIndex *text_index;     /* of this state or an earlier one; see the functions below */
  struct _JkbBlockDigest *digest;       /* of this state, or NULL; see jkb_block_digest_get() */
} JkbCaseBlock;

/** JkbBlockSize: bytes of a block, by what they are for. */
typedef struct
{
  gsize table;                          /* what is shown, sorted and selected by */
  gsize counts;                         /* of facets and charts */
  gsize searches;                       /* which texts belong to which case */
} JkbBlockSize;

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
 * jkb_case_block_get_size:
 * @block: a block
 *
 * Any thread. Returns: bytes of its columns and its digest, as far as rows reach
 */
JkbBlockSize jkb_case_block_get_size (const JkbCaseBlock *block);

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
 * @strings: its strings, in the pool of the block
 * @record: (transfer full) (nullable): what is searched, %NULL when the texts have yet to be read
 *
 * Fills a row.
 */
void jkb_case_block_set (JkbCaseBlock *block, guint row, const JkbIncident *incident,
                         guint16 source_kind, guint32 strings, JkbCaseRecord *record);

/**
 * jkb_case_block_add_record:
 * @block: a block, which others may be reading
 * @row: a row in use, whose texts were not there yet
 * @record: (transfer full): what is searched
 *
 * The case stays as it is, and so does what is found. Only one thread adds.
 */
void jkb_case_block_add_record (JkbCaseBlock *block, guint row, JkbCaseRecord *record);

/** What is searched of a case, NULL of a free row and where the texts have yet to be read. Any thread. */
static inline const JkbCaseRecord *
jkb_case_block_get_record (const JkbCaseBlock *block, guint row)
{
  return g_atomic_pointer_get (&block->record[row]);
}

/**
 * jkb_case_block_clear:
 * @block: a block that nobody else has
 * @row: a row in use
 *
 * Frees a row.
 */
void jkb_case_block_clear (JkbCaseBlock *block, guint row);

/** Type, sector and status as one number, which counting by two of them has as its index. */
static inline guint
jkb_case_block_kin (guint type, guint sector, guint status)
{
  return (type * JKB_N_SECTORS + sector) * JKB_N_STATUSES + status;
}

/** Review and the bits of circumstances as one number, likewise. */
static inline guint
jkb_case_block_manner (guint review, guint circumstances)
{
  return review << JKB_N_CIRCUMSTANCES | circumstances;
}

/** Type and delay as one number, likewise: 0 not known, then each day, then longer. */
static inline guint
jkb_case_block_delay_cell (guint type, gint32 delay)
{
  return type * JKB_N_DELAY_CODES + (guint) MIN (delay + 1, JKB_DELAY_DAYS + 1);
}

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
