/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-incident.h"
#include "query/jkb-fold.h"
#include "query/jkb-needle.h"

/** JkbRecordString: the strings that tables show. */
typedef enum
{
  JKB_RECORD_KEY,
  JKB_RECORD_TITLE,
  JKB_RECORD_ORGANISATION,
  JKB_RECORD_ORGANISATION_EN,
  JKB_RECORD_CONTRACTOR,
  JKB_RECORD_CAUSE,
  JKB_N_RECORD_STRINGS
} JkbRecordString;

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
 * Inside the room `query`: the strings of a case, and what a search looks through: the folded
 * heading (key, organisation, title, cause, …) and the folded text of its notices. Never changes.
 */
typedef struct _JkbCaseRecord JkbCaseRecord;

/**
 * jkb_case_record_new:
 * @fold: how to fold
 * @incident: the case
 * @text: (nullable): texts of its notices, not folded
 * @old: (nullable): where the folded text is taken from when @text is %NULL
 *
 * Any thread. Returns: (transfer full): the record
 */
JkbCaseRecord *jkb_case_record_new (const JkbFold *fold, const JkbIncident *incident,
                                    const char *text, const JkbCaseRecord *old);

/**
 * jkb_case_record_new_heading:
 * @fold: how to fold
 * @incident: the case
 *
 * A record that does not know the texts of the notices, as if there were none. Any thread.
 *
 * Returns: (transfer full): the record
 */
JkbCaseRecord *jkb_case_record_new_heading (const JkbFold *fold, const JkbIncident *incident);

/**
 * jkb_case_record_new_text:
 * @fold: how to fold
 * @old: a record
 * @text: texts of its notices, not folded
 *
 * The same case with its texts. Any thread. Returns: (transfer full): the record
 */
JkbCaseRecord *jkb_case_record_new_text (const JkbFold *fold, const JkbCaseRecord *old, const char *text);

/**
 * jkb_case_record_has_text:
 * @record: a record
 *
 * Any thread. Returns: %FALSE when the texts of the notices have yet to be read
 */
gboolean jkb_case_record_has_text (const JkbCaseRecord *record);

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
 * jkb_case_record_get:
 * @record: a record
 * @string: which
 *
 * Any thread. Returns: (transfer none) (nullable): the string
 */
const char *jkb_case_record_get (const JkbCaseRecord *record, JkbRecordString string);

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
