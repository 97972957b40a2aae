/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-fact.h"

/*
 * Facts for people to read, in the language of the session. Texts from outside are made harmless.
 */

/**
 * jkb_fact_report_fields:
 * @n_fields: (out): how many
 *
 * Returns: (transfer none) (array length=n_fields): all fields in the order in which people want them
 */
const JkbField *jkb_fact_report_fields (gsize *n_fields);

/**
 * jkb_fact_report_label:
 * @report: where to append
 * @label: (nullable): name of what follows
 *
 * Begins a line: @label and blanks up to where values stand.
 */
void jkb_fact_report_label (GString *report, const char *label);

/**
 * jkb_fact_report:
 * @report: where to append
 * @label: name of the field, "" when it is that of the line before
 * @fact: a fact
 * @text: (nullable): the text that its span is about
 *
 * Appends the value, whether it is unsure and why, and who stands behind it; on a line of its own the
 * words that say so.
 */
void jkb_fact_report (GString *report, const char *label, const JkbFact *fact, const char *text);

/**
 * jkb_fact_report_again:
 * @report: where to append
 * @fact: a fact with the value of the one before
 * @text: the text that its span is about
 *
 * Appends only the words that say so.
 */
void jkb_fact_report_again (GString *report, const JkbFact *fact, const char *text);

/**
 * jkb_fact_report_missing:
 * @list: a list of names
 * @label: another one
 *
 * Adds a name to the list of fields that nothing is said of.
 */
void jkb_fact_report_missing (GString *list, const char *label);

/**
 * jkb_fact_report_quote:
 * @text: valid UTF-8
 * @span: a part of it
 *
 * Quotes the words of @span, in 《》, with those around them, cut at a line end or after some words.
 *
 * Returns: (transfer full): one clean line; "" when @span is empty or outside of @text
 */
char *jkb_fact_report_quote (const char *text, JkbSpan span);

/**
 * jkb_fact_report_value:
 * @fact: a fact
 *
 * Words the value of @fact in the language of the session. Returns: (transfer full): one clean line
 */
char *jkb_fact_report_value (const JkbFact *fact);
