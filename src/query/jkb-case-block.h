/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-incident.h"
#include "query/jkb-case-record.h"
#include "query/jkb-filter.h"
#include "query/jkb-packed.h"

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
  guint n_in_use;                       /* rows with a case */
  guint32 *date;                        /* see jkb_case_block_pack_date() */
  guint8 *manner;                       /* see jkb_case_block_manner() */
  guint16 *kin;                         /* see jkb_case_block_kin() */
  guint16 *people_code;                 /* see jkb_people_code() */
  guint16 *delay_cell;                  /* see jkb_case_block_delay_cell() */
  /* Read by the functions below. */
  JkbPacked id;                         /* 0 of a free row */
  JkbPacked revision;
  JkbPacked people;                     /* one more, 0 when not known */
  JkbPacked records;                    /* likewise */
  JkbPacked occurred;                   /* see jkb_case_block_pack_date() */
  JkbPacked discovered;
  JkbPacked is_announced;               /* 1 when `date` is the day of the first notice */
  JkbPacked data_items;
  JkbPacked types;
  JkbPacked qualifiers;                 /* of people, and of records << 4 */
  JkbPacked source_kind;                /* index into the kinds of the snapshot */
  JkbPacked strings;                    /* in the pool */
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

/** The type of a case. Any thread. */
static inline guint
jkb_case_block_get_type (const JkbCaseBlock *block, guint row)
{
  return block->kin[row] / (JKB_N_SECTORS * JKB_N_STATUSES);
}

/** The sector of a case. Any thread. */
static inline guint
jkb_case_block_get_sector (const JkbCaseBlock *block, guint row)
{
  return block->kin[row] / JKB_N_STATUSES % JKB_N_SECTORS;
}

/** The status of a case. Any thread. */
static inline guint
jkb_case_block_get_status (const JkbCaseBlock *block, guint row)
{
  return block->kin[row] % JKB_N_STATUSES;
}

/** How far a person has looked at a case. Any thread. */
static inline guint
jkb_case_block_get_review (const JkbCaseBlock *block, guint row)
{
  return block->manner[row] >> JKB_N_CIRCUMSTANCES;
}

/** The bits of circumstances of a case. Any thread. */
static inline guint
jkb_case_block_get_circumstances (const JkbCaseBlock *block, guint row)
{
  return block->manner[row] & ((1u << JKB_N_CIRCUMSTANCES) - 1);
}

/** The same, or %JKB_FILTER_NO_CIRCUMSTANCE. Any thread. */
static inline guint32
jkb_case_block_get_circumstance_set (const JkbCaseBlock *block, guint row)
{
  guint bits = jkb_case_block_get_circumstances (block, row);

  return bits != 0 ? bits : JKB_FILTER_NO_CIRCUMSTANCE;
}

/** The case of a row, 0 of a free one. Any thread. */
static inline gint64
jkb_case_block_get_id (const JkbCaseBlock *block, guint row)
{
  return (gint64) jkb_packed_get (&block->id, row);
}

/** Whether a row has a case. Any thread. */
static inline gboolean
jkb_case_block_is_in_use (const JkbCaseBlock *block, guint row)
{
  return jkb_packed_get (&block->id, row) != 0;
}

/** As JkbIncident.revision; below 0, and given once, of a case without one. Any thread. */
static inline gint64
jkb_case_block_get_revision (const JkbCaseBlock *block, guint row)
{
  guint64 kept = jkb_packed_get (&block->revision, row);

  return (kept & 1) != 0 ? -(gint64) (kept >> 1) : (gint64) (kept >> 1);
}

/** How many persons, or %JKB_COUNT_UNKNOWN. Any thread. */
static inline gint64
jkb_case_block_get_people (const JkbCaseBlock *block, guint row)
{
  return (gint64) (jkb_packed_get (&block->people, row) - 1);
}

/** How many records, or %JKB_COUNT_UNKNOWN. Any thread. */
static inline gint64
jkb_case_block_get_records (const JkbCaseBlock *block, guint row)
{
  return (gint64) (jkb_packed_get (&block->records, row) - 1);
}

/** The packed date of the first notice. Any thread. */
static inline guint32
jkb_case_block_get_announced (const JkbCaseBlock *block, guint row)
{
  return jkb_packed_get (&block->is_announced, row) != 0 ? block->date[row] : 0;
}

/** The bits of data items, or %JKB_FILTER_NO_DATA_ITEM. Any thread. */
static inline guint32
jkb_case_block_get_item_set (const JkbCaseBlock *block, guint row)
{
  guint32 items = (guint32) jkb_packed_get (&block->data_items, row);

  return items != 0 ? items : JKB_FILTER_NO_DATA_ITEM;
}

/** The kind of source of a case, as a number. Any thread. */
static inline guint
jkb_case_block_get_source_kind (const JkbCaseBlock *block, guint row)
{
  return (guint) jkb_packed_get (&block->source_kind, row);
}

/**
 * jkb_case_block_get_delay:
 * @block: a block
 * @row: a row
 *
 * Any thread. Returns: days from discovery to announcement, -1 when not known
 */
gint32 jkb_case_block_get_delay (const JkbCaseBlock *block, guint row);

/** The place of the strings of a case in the pool of its block. Any thread. */
static inline guint32
jkb_case_block_get_strings (const JkbCaseBlock *block, guint row)
{
  return (guint32) jkb_packed_get (&block->strings, row);
}

/**
 * jkb_case_block_get_string:
 * @block: a block
 * @row: a row in use
 * @string: which
 *
 * Any thread. Returns: (transfer none) (nullable): the string
 */
const char *jkb_case_block_get_string (const JkbCaseBlock *block, guint row, JkbCaseString string);

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
