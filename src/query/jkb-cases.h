/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/jkb-incident.h"
#include "query/jkb-fold.h"

/**
 * JkbCases:
 *
 * The cases of a #JkbCaseIndex at one moment. Never changes; any thread. A case has a slot, a number
 * from 0 that is only good for this snapshot.
 */
typedef struct _JkbCases JkbCases;

/**
 * JkbCase:
 * @id: number in the casebook
 * @key: (nullable): serial
 * @title: (nullable): heading
 * @organisation: (nullable): as printed
 * @organisation_en: (nullable): English name
 * @contractor: (nullable): where it happened
 * @cause: (nullable): short wording of the cause
 * @source_kind: kind of source, "" when not known
 * @type: primary type
 * @types: bits of all types
 * @circumstances: bits of #JkbCircumstance
 * @sector: line of business
 * @status: whether data of persons got out
 * @review: how far a person has looked at it
 * @data_items: bits of #JkbDataItem
 * @people: affected persons, or %JKB_COUNT_UNKNOWN
 * @people_qualifier: how exact it is
 * @records: affected records, or %JKB_COUNT_UNKNOWN
 * @records_qualifier: how exact it is
 * @date: as jkb_incident_date()
 * @occurred_from: first day
 * @discovered: when it was noticed
 * @announced: date of the first notice
 * @delay_days: from discovery to announcement, -1 when not known
 *
 * What tables show of a case. Strings belong to the snapshot.
 */
typedef struct
{
  gint64 id;
  const char *key;
  const char *title;
  const char *organisation;
  const char *organisation_en;
  const char *contractor;
  const char *cause;
  const char *source_kind;
  JkbIncidentType type;
  guint32 types;
  guint32 circumstances;
  JkbSector sector;
  JkbAffectedStatus status;
  JkbReviewState review;
  guint32 data_items;
  gint64 people;
  JkbCountQualifier people_qualifier;
  gint64 records;
  JkbCountQualifier records_qualifier;
  JkbDate date;
  JkbDate occurred_from;
  JkbDate discovered;
  JkbDate announced;
  int delay_days;
} JkbCase;

/**
 * JkbTextFunc:
 * @id: number of a case
 * @user_data: what was given
 *
 * Reads the texts of one case, in whatever thread searches.
 *
 * Returns: (transfer full) (nullable): as for jkb_case_index_put(), %NULL when there are none any more
 */
typedef char *(*JkbTextFunc) (gint64 id, gpointer user_data);

/**
 * JkbCasesMemory:
 * @columns: numbers and words of a table
 * @strings: as tables show them
 * @counts: what facets and charts count by, and what is counted once
 * @orders: that were made until now
 * @texts: folded headings and texts, which searches read, and whose they are
 * @index: of these texts
 *
 * Bytes that a snapshot takes, where what it shares with others counts in full.
 */
typedef struct
{
  gsize columns;
  gsize strings;
  gsize counts;
  gsize orders;
  gsize texts;
  gsize index;
} JkbCasesMemory;

/** JkbColumn: what cases can be ordered by. */
typedef enum
{
  JKB_COLUMN_DATE,
  JKB_COLUMN_KEY,
  JKB_COLUMN_ORGANISATION,              /* code points of the folded name, see jkb-name-ranks.c */
  JKB_COLUMN_TITLE,                     /* likewise */
  JKB_COLUMN_TYPE,                      /* as listed in jkb-words.h, unknown last */
  JKB_COLUMN_SECTOR,                    /* likewise */
  JKB_COLUMN_STATUS,                    /* none, possible, confirmed, unknown last */
  JKB_COLUMN_PEOPLE,
  JKB_COLUMN_RECORDS,
  JKB_COLUMN_OCCURRED,
  JKB_COLUMN_DISCOVERED,
  JKB_COLUMN_ANNOUNCED,
  JKB_COLUMN_DELAY,                     /* days from discovery to announcement */
  JKB_COLUMN_REVIEW,
  JKB_COLUMN_SOURCE_KIND,
  JKB_COLUMN_ADDED,                     /* order of coming into the casebook */
  JKB_N_COLUMNS
} JkbColumn;

/**
 * JkbOrder:
 * @column: what to order by
 * @descending: largest or latest first
 *
 * An order of cases. What is not known comes last either way; equal cases are ordered by date,
 * newest first, then by id.
 */
typedef struct
{
  JkbColumn column;
  gboolean descending;
} JkbOrder;

/**
 * jkb_column_nick:
 * @column: a column
 *
 * Any thread. Returns: (transfer none): its stable name, e.g. `people`
 */
const char *jkb_column_nick (JkbColumn column);

/**
 * jkb_column_from_nick:
 * @nick: a stable name
 *
 * Any thread. Returns: the column, -1 if there is none
 */
int jkb_column_from_nick (const char *nick);

/**
 * jkb_cases_ref:
 * @cases: a snapshot
 *
 * Any thread. Returns: (transfer full): @cases
 */
JkbCases *jkb_cases_ref (JkbCases *cases);

/**
 * jkb_cases_unref:
 * @cases: (transfer full): a snapshot
 *
 * Any thread.
 */
void jkb_cases_unref (JkbCases *cases);

/**
 * jkb_cases_n:
 * @cases: a snapshot
 *
 * Any thread. Returns: how many cases there are
 */
guint jkb_cases_n (const JkbCases *cases);

/**
 * jkb_cases_find:
 * @cases: a snapshot
 * @id: number of a case
 * @slot: (out): its slot
 *
 * Any thread. Returns: %FALSE, leaving @slot, when there is no such case
 */
gboolean jkb_cases_find (JkbCases *cases, gint64 id, guint *slot);

/**
 * jkb_cases_get:
 * @cases: a snapshot
 * @slot: of a case
 * @out: (out caller-allocates): what is known of it
 *
 * Any thread.
 */
void jkb_cases_get (const JkbCases *cases, guint slot, JkbCase *out);

/**
 * jkb_cases_measure:
 * @cases: a snapshot
 *
 * Any thread. Returns: what it takes at the moment
 */
JkbCasesMemory jkb_cases_measure (const JkbCases *cases);

/**
 * jkb_cases_prepare_orders:
 * @cases: a snapshot
 * @cancellable: (nullable): looked at between two columns
 *
 * Makes the orders by the columns that a table usually shows before somebody asks for them. A million cases take a
 * second or two; who asks meanwhile waits at most for the column that he wants. An order takes as many bits of a case
 * as the number of cases has, so the others, and the other direction of these, are made when they are asked for. Any
 * thread.
 *
 * Returns: %FALSE when cancelled
 */
gboolean jkb_cases_prepare_orders (JkbCases *cases, GCancellable *cancellable);

/**
 * jkb_cases_get_fold:
 * @cases: a snapshot
 *
 * Any thread. Returns: (transfer none): how its texts are folded
 */
JkbFold *jkb_cases_get_fold (const JkbCases *cases);

/**
 * jkb_cases_index_texts:
 * @cases: a snapshot
 * @cancellable: (nullable): stops it
 *
 * Makes what lets a search skip most texts, where it is not there or was made of too much that has
 * changed. As long as texts have yet to be read it does nothing. Takes a second and a half for 200 MB of text; nothing waits for it, a search meanwhile
 * reads every text. The snapshots that follow share it. Any thread; never two at a time.
 *
 * Returns: %FALSE when cancelled, or when another thread is at it
 */
gboolean jkb_cases_index_texts (JkbCases *cases, GCancellable *cancellable);

/**
 * jkb_cases_n_blocks:
 * @cases: a snapshot
 *
 * Any thread. Returns: in how many pieces the index is kept
 */
guint jkb_cases_n_blocks (const JkbCases *cases);

/**
 * jkb_cases_get_index:
 * @cases: a snapshot
 * @i: a piece
 * @rows: (out) (transfer full): of which cases it was made
 * @postings: (out) (transfer full): which of them hold what
 *
 * What jkb_case_index_restore() wants when the casebook is opened again. Any thread.
 *
 * Returns: %FALSE, leaving both, when the piece is not made yet or the casebook has it
 */
gboolean jkb_cases_get_index (const JkbCases *cases, guint i, GBytes **rows, GBytes **postings);

/**
 * jkb_cases_mark_kept:
 * @cases: a snapshot
 * @i: a piece
 *
 * The casebook now has the piece as jkb_cases_get_index() gave it. Any thread.
 */
void jkb_cases_mark_kept (const JkbCases *cases, guint i);

/**
 * jkb_cases_index_agrees:
 * @cases: a snapshot with all texts
 * @i: a piece
 *
 * Compares the index with the texts. Takes as long as making it. Any thread.
 *
 * Returns: %FALSE when it says something else of a case that it knows as it is
 */
gboolean jkb_cases_index_agrees (const JkbCases *cases, guint i);

/**
 * jkb_cases_n_unread:
 * @cases: a snapshot
 *
 * Any thread. Returns: how many cases the index does not know as they are
 */
guint jkb_cases_n_unread (const JkbCases *cases);

/**
 * jkb_cases_get_index_size:
 * @cases: a snapshot
 *
 * Any thread. Returns: bytes that jkb_cases_index_texts() has made
 */
gsize jkb_cases_get_index_size (const JkbCases *cases);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbCases, jkb_cases_unref)
