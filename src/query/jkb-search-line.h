/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-span.h"
#include "query/jkb-fold.h"

/** JkbSearchField: where a term of the search line is looked for. */
typedef enum
{
  JKB_SEARCH_TEXT,                      /* anywhere: text, title, organisation, notes */
  JKB_SEARCH_ORGANISATION,              /* org:    organisation, English name, contractor */
  JKB_SEARCH_TITLE,                     /* title: */
  JKB_SEARCH_KEY,                       /* key:    serial number, or the number in the casebook */
  JKB_SEARCH_TYPE,                      /* type:   bits of #JkbIncidentType */
  JKB_SEARCH_CIRCUMSTANCE,              /* circumstance: */
  JKB_SEARCH_SECTOR,                    /* sector: */
  JKB_SEARCH_STATUS,                    /* status: */
  JKB_SEARCH_DATA_ITEM,                 /* data: */
  JKB_SEARCH_REVIEW,                    /* review: bundled, unread, done */
  JKB_SEARCH_SOURCE_KIND,               /* source: */
  JKB_SEARCH_YEAR,                      /* year:2024, year:2020-2022, year:>=2020, year:unknown */
  JKB_SEARCH_PEOPLE,                    /* people:>1000, people:10-99, people:none, …:unknown */
  JKB_SEARCH_RECORDS,                   /* records: likewise */
  JKB_N_SEARCH_FIELDS
} JkbSearchField;

/**
 * JkbSearchTerm:
 * @field: where to look
 * @is_negated: the case must not match
 * @forms: (element-type utf8): for text fields the folded spellings, any of which matches
 * @mask: for fields of words: bits of the values, any of which matches
 * @min: for numbers: the smallest that matches
 * @max: for numbers: the largest that matches
 * @wants_unknown: for numbers: matches when the number is not known, and nothing else
 *
 * One condition of a search line. All of them must hold.
 */
typedef struct
{
  JkbSearchField field;
  gboolean is_negated;
  GPtrArray *forms;
  guint32 mask;
  gint64 min;
  gint64 max;
  gboolean wants_unknown;
} JkbSearchTerm;

/**
 * JkbSearchLine:
 *
 * What a person typed into the search entry, understood: words that must all be there, `"several
 * words together"`, `-word` that must not be there, `field:value`. Nothing typed is ever an error:
 * a field that does not exist, or a value that it cannot have, is looked for as plain text. Never
 * changes once made.
 */
typedef struct _JkbSearchLine JkbSearchLine;

/**
 * jkb_search_line_new:
 * @fold: how to fold
 * @line: (nullable): what was typed, valid UTF-8
 *
 * Any thread. Returns: (transfer full): the conditions
 */
JkbSearchLine *jkb_search_line_new (JkbFold *fold, const char *line);

/**
 * jkb_search_line_free:
 * @line: (nullable) (transfer full): a search line
 */
void jkb_search_line_free (JkbSearchLine *line);

/**
 * jkb_search_line_n_terms:
 * @line: a search line
 *
 * Any thread. Returns: how many conditions it has; 0 matches every case
 */
guint jkb_search_line_n_terms (const JkbSearchLine *line);

/**
 * jkb_search_line_get_term:
 * @line: a search line
 * @i: from 0
 *
 * Any thread. Returns: (transfer none): a condition
 */
const JkbSearchTerm *jkb_search_line_get_term (const JkbSearchLine *line, guint i);

/**
 * jkb_search_line_find:
 * @line: a search line
 * @text: valid UTF-8, not folded
 * @n_bytes: its length
 *
 * Finds the words that are wanted, to mark them: each place of each spelling of the terms that are
 * not negated and not of another field than the text, in order, joined where they touch. Any thread.
 *
 * Returns: (transfer full) (element-type JkbSpan): spans of @text in bytes, perhaps none
 */
GArray *jkb_search_line_find (const JkbSearchLine *line, const char *text, gsize n_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbSearchLine, jkb_search_line_free)
