/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-count.h"
#include "core/jkb-date.h"
#include "core/jkb-span.h"
#include "core/jkb-words.h"

/**
 * JkbFact:
 * @field: what the fact is about
 * @value: the value in its stable form: a date as jkb_date_print() writes it, a figure in decimal
 *   digits, a nick of jkb-words.h, a name as printed, `yes` or `no`
 * @unit: (nullable): the counter of a figure, as printed and normalised
 * @qualifier: how exact a figure claims to be
 * @role: for %JKB_FIELD_COUNTS a #JkbCountRole, for %JKB_FIELD_DATES a #JkbDateRole, else 0
 * @span: the words that say so, in bytes of the text of the item
 * @rule: (transfer none): name of the rule that read it; interned, lives for ever
 * @confidence: 0 (a guess) to 1 (sure)
 * @state: who stands behind it
 *
 * One value of one field with its evidence. Several facts of one field and one value are several
 * places that say (or, for a sum, make up) that value; the first is the best.
 */
typedef struct
{
  JkbField field;
  char *value;
  char *unit;
  JkbCountQualifier qualifier;
  int role;
  JkbSpan span;
  const char *rule;
  double confidence;
  JkbFactState state;
} JkbFact;

/**
 * jkb_fact_new:
 * @field: what the fact is about
 * @value: its value in stable form; copied
 * @span: the words that say so
 * @rule: name of the rule; interned
 * @confidence: 0 to 1
 *
 * Makes a fact that was read: no unit, exact, role 0. Any thread.
 *
 * Returns: (transfer full): the fact, see jkb_fact_free()
 */
JkbFact *jkb_fact_new (JkbField field, const char *value, JkbSpan span, const char *rule,
                       double confidence);

/**
 * jkb_fact_new_count:
 * @field: %JKB_FIELD_COUNTS or a field of affected counts
 * @count: the figure; its unit is copied
 * @rule: name of the rule; interned
 * @confidence: 0 to 1
 *
 * Any thread. Returns: (transfer full): the fact
 */
JkbFact *jkb_fact_new_count (JkbField field, const JkbCount *count, const char *rule,
                             double confidence);

/**
 * jkb_fact_new_date:
 * @field: %JKB_FIELD_DATES or a field of dates
 * @date: a date that is set
 * @role: what happened on it
 * @span: the words that say so
 * @rule: name of the rule; interned
 * @confidence: 0 to 1
 *
 * Any thread. Returns: (transfer full): the fact
 */
JkbFact *jkb_fact_new_date (JkbField field, JkbDate date, JkbDateRole role, JkbSpan span,
                            const char *rule, double confidence);

/**
 * jkb_fact_copy:
 * @fact: a fact
 *
 * Any thread. Returns: (transfer full): an equal fact
 */
JkbFact *jkb_fact_copy (const JkbFact *fact);

/** Values that rules read are shown as sure from here on; below, a person is asked to look. */
#define JKB_CONFIDENCE_SURE 0.8

/**
 * jkb_fact_is_sure:
 * @fact: a fact
 *
 * Any thread. Returns: %FALSE if it was read by a rule that may well be wrong and no person has said
 *   anything of it
 */
gboolean jkb_fact_is_sure (const JkbFact *fact);

/**
 * jkb_fact_free:
 * @fact: (nullable) (transfer full): a fact
 *
 * Any thread.
 */
void jkb_fact_free (JkbFact *fact);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbFact, jkb_fact_free)
