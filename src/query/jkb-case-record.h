/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-case-strings.h"
#include "query/jkb-fold.h"
#include "query/jkb-needle.h"

/** JkbRecordPart: parts of the folded heading that a search can be kept to. */
typedef enum
{
  JKB_RECORD_PART_ALL,                  /* heading and text */
  JKB_RECORD_PART_KEY,
  JKB_RECORD_PART_ORGANISATION,         /* organisation, English name, contractor */
  JKB_RECORD_PART_TITLE,
} JkbRecordPart;

/**
 * JkbCaseRecord:
 *
 * Inside the room `query`: what a search looks through: the folded heading (key, organisation, title, cause, …)
 * and the folded text of the notices. Never changes.
 */
typedef struct _JkbCaseRecord JkbCaseRecord;

/**
 * jkb_case_record_new:
 * @fold: how to fold
 * @pool: where the strings of the case are
 * @strings: of the case
 * @text: (nullable): texts of its notices, not folded
 * @old: (nullable): where the folded text is taken from when @text is %NULL
 *
 * Any thread. Returns: (transfer full): the record
 */
JkbCaseRecord *jkb_case_record_new (const JkbFold *fold, const JkbStringPool *pool, guint32 strings,
                                    const char *text, const JkbCaseRecord *old);

/**
 * jkb_case_record_ref:
 * @record: a record
 *
 * Any thread. Returns: (transfer full): @record
 */
JkbCaseRecord *jkb_case_record_ref (JkbCaseRecord *record);

/**
 * jkb_case_record_unref:
 * @record: (transfer full): a record
 *
 * Any thread.
 */
void jkb_case_record_unref (JkbCaseRecord *record);

/**
 * jkb_case_record_get_size:
 * @record: a record
 *
 * Any thread. Returns: bytes that it takes
 */
gsize jkb_case_record_get_size (const JkbCaseRecord *record);

/**
 * jkb_case_record_fold_string:
 * @fold: how to fold
 * @string: one of the strings of a case
 *
 * Any thread. Returns: (transfer full): as the heading has it, a line
 */
char *jkb_case_record_fold_string (const JkbFold *fold, const char *string);

/**
 * jkb_case_record_folded:
 * @record: a record
 * @part: what of it
 * @n_bytes: (out): its length
 *
 * Any thread. Returns: (transfer none): the folded heading and text, or that part of the heading, not
 *   NUL-terminated
 */
const char *jkb_case_record_folded (const JkbCaseRecord *record, JkbRecordPart part,
                                    gsize *n_bytes);

/**
 * jkb_case_record_contains:
 * @record: a record
 * @part: where to look
 * @needles: (array length=n_needles): folded spellings
 * @n_needles: how many
 *
 * Any thread. Returns: %TRUE if one of @needles is there
 */
gboolean jkb_case_record_contains (const JkbCaseRecord *record, JkbRecordPart part,
                                   const JkbNeedle *needles, guint n_needles);

/**
 * jkb_case_record_prefetch:
 * @record: (nullable): a record that is going to be read
 *
 * Lets the memory bring its beginning while something else is done. Any thread.
 */
void jkb_case_record_prefetch (const JkbCaseRecord *record);
