/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-date-grammar.h"
#include "extract/jkb-doc.h"

/**
 * JkbDateReading:
 * @role: what happened on the date
 * @confidence: how sure that is
 * @also: a second role that the same words may have, or %JKB_DATE_OTHER
 * @also_confidence: how sure that is
 * @rule: (transfer none): name of the rule
 */
typedef struct
{
  JkbDateRole role;
  double confidence;
  JkbDateRole also;
  double also_confidence;
  const char *rule;
} JkbDateReading;

/** Rule of a date that may be the day of what was found as well as the day on which it was found. */
#define JKB_DATE_RULE_EMBEDDED "date-embedded"

/** Rule of a date that words in front name: 発生日時 2024年1月5日. */
#define JKB_DATE_RULE_LABEL "date-label"

/** Rule of a date that stands on a line of its own: the date of the notice. */
#define JKB_DATE_RULE_LINE "date-line"

/** JKB_DATE_RULE_DATELINE: the rule of a day on which a page came out: 2月13日13時0分配信. */
#define JKB_DATE_RULE_DATELINE "date-dateline"

/**
 * jkb_date_roles_read:
 * @doc: a document
 * @matches: (array length=n_matches): all dates of its normalised text, in order
 * @n_matches: how many
 * @readings: (out caller-allocates) (array length=n_matches): what happened on them
 *
 * Works out what happened on each date by the words around it. Linear. Any thread.
 */
void jkb_date_roles_read (const JkbDoc *doc, const JkbDateMatch *matches, guint n_matches,
                          JkbDateReading *readings);

/**
 * jkb_date_is_dateline:
 * @doc: a document
 * @match: a date in it
 *
 * Any thread. Returns: whether a line begins with it and says that the page came out then: 2月13日13時0分配信
 */
gboolean jkb_date_is_dateline (const JkbDoc *doc, const JkbDateMatch *match);

/**
 * jkb_date_is_update:
 * @doc: a document
 * @match: a date in it
 *
 * Any thread. Returns: whether words in front say that the page was written or changed then (更新日:), at either end of it
 */
gboolean jkb_date_is_update (const JkbDoc *doc, const JkbDateMatch *match);
