/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-incident.h"
#include "core/jkb-words.h"

/*
 * The words of the domain as people read them, in the language of the session. The one place that
 * both programs share; the headless rooms know only the nicks of jkb-words.h.
 */

/**
 * jkb_labels_init:
 *
 * Binds the translations: below `$JIKENBO_LOCALE_DIR` when that is set, else the installed ones.
 * Call once from main(), after setlocale() and before anything is shown.
 */
void jkb_labels_init (void);

/**
 * jkb_label:
 * @vocabulary: an enumeration of jkb-words.h
 * @value: one of its values
 *
 * Any thread. Returns: (transfer none): the translated name, e.g. “Misdelivery”; static
 */
const char *jkb_label (JkbVocabulary vocabulary, int value);

/**
 * jkb_label_nick:
 * @vocabulary: an enumeration of jkb-words.h
 * @nick: (nullable): a stable name
 *
 * Any thread. Returns: (transfer none): the translated name of @nick; @nick itself when it is
 *   unknown, "" for %NULL
 */
const char *jkb_label_nick (JkbVocabulary vocabulary, const char *nick);

/**
 * jkb_label_tri_state:
 * @value: a yes, a no, or nothing said
 *
 * Any thread. Returns: (transfer none): “Yes”, “No” or “Not stated”, translated; static
 */
const char *jkb_label_tri_state (JkbTriState value);

/**
 * jkb_label_review:
 * @review: how far a person has looked at a case
 *
 * Any thread. Returns: (transfer none): the translated name; static
 */
const char *jkb_label_review (JkbReviewState review);

/**
 * jkb_label_framework:
 * @framework: `nice`, `ecsf`, `ccf`, `secbok` or another id
 *
 * Any thread. Returns: (transfer none): how the framework is called in tables: NICE, ECSF, CCF,
 *   SecBoK; @framework itself when it is another
 */
const char *jkb_label_framework (const char *framework);

/**
 * jkb_label_set_aside_reason:
 * @reason: (nullable): nick of why an item is no notice
 *
 * Any thread. Returns: (transfer none): the translated reason; @reason itself when it is unknown
 */
const char *jkb_label_set_aside_reason (const char *reason);

/**
 * jkb_label_source_kind:
 * @kind: (nullable): kind of the source of a case, "" when not known
 *
 * Any thread. Returns: (transfer none): the translated kind; @kind itself when it is another
 */
const char *jkb_label_source_kind (const char *kind);

/**
 * jkb_label_number:
 * @value: a number of 0 or more
 *
 * Any thread. Returns: (transfer full): its digits in groups of three: `35,000`
 */
char *jkb_label_number (gint64 value);

/**
 * jkb_label_count:
 * @value: persons or records, or %JKB_COUNT_UNKNOWN
 * @qualifier: how exact the figure is
 * @is_records: records, not persons
 *
 * Words a figure with separators, its claim and its counter: “about 35,000 people”, “unknown”.
 * Any thread.
 *
 * Returns: (transfer full): the wording
 */
char *jkb_label_count (gint64 value, JkbCountQualifier qualifier, gboolean is_records);

/**
 * jkb_label_date:
 * @date: a date, complete or not
 *
 * Words a date as the language writes it: “2024-01-26”, “2024年1月26日”, “2024年1月”. Any thread.
 *
 * Returns: (transfer full): the wording, "" for %JKB_DATE_NONE
 */
char *jkb_label_date (JkbDate date);

/**
 * jkb_label_pick:
 * @en: English words
 * @ja: the same in Japanese
 *
 * Chooses between two wordings of a data file. Any thread.
 *
 * Returns: (transfer none): the one in the language of the session, English when it is neither
 */
const char *jkb_label_pick (const char *en, const char *ja);
