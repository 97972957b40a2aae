/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-case-file.h"

/**
 * JkbFactGroup:
 * @field: what it is about
 * @facts: (element-type JkbCaseFact): one or more, the one that counts first; borrowed from the case
 *
 * One value of one field with all the places that say so.
 */
typedef struct
{
  JkbField field;
  GPtrArray *facts;
} JkbFactGroup;

/**
 * JkbFactRow:
 * @field: what it is about
 * @is_expected: a case whose value is not known has a row that says so
 */
typedef struct
{
  JkbField field;
  gboolean is_expected;
} JkbFactRow;

/**
 * jkb_fact_rows:
 * @n_rows: (out): how many
 *
 * Returns: (transfer none) (array length=n_rows): the fields in the order of reading; static
 */
const JkbFactRow *jkb_fact_rows (guint *n_rows);

/**
 * jkb_fact_groups_new:
 * @file: a case; must outlive the groups
 * @field: a field
 *
 * Puts facts that say the same together, in the order of the case.
 *
 * Returns: (transfer full) (element-type JkbFactGroup): the groups, perhaps none
 */
GPtrArray *jkb_fact_groups_new (const JkbCaseFile *file, JkbField field);

/**
 * jkb_fact_group_first:
 * @group: a group
 *
 * Returns: (transfer none): the fact that counts
 */
const JkbCaseFact *jkb_fact_group_first (const JkbFactGroup *group);

/**
 * jkb_fact_words:
 * @fact: a fact
 *
 * Words the value in the language of the session.
 *
 * Returns: (transfer full): the words
 */
char *jkb_fact_words (const JkbFact *fact);

/**
 * jkb_fact_basis:
 * @fact: a fact
 *
 * Says who stands behind it: a rule and how sure it is, the bundled data, or a person.
 *
 * Returns: (transfer full): the words
 */
char *jkb_fact_basis (const JkbFact *fact);
