/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-incident.h"

/** JkbChainVerdict: what two notices have to do with each other. */
typedef enum
{
  JKB_CHAIN_APART,                      /* nothing that can be told */
  JKB_CHAIN_SAME,                       /* one notice, printed twice */
  JKB_CHAIN_GOES_ON,                    /* two reports of one incident */
} JkbChainVerdict;

/**
 * JkbChange:
 * @field: what changed
 * @before: (nullable): what the earlier report says, a stable value
 * @after: what the later report says
 *
 * A value that two reports of one incident tell differently, or that only the later one tells.
 */
typedef struct
{
  JkbField field;
  char *before;
  char *after;
} JkbChange;

/**
 * jkb_chain_key:
 * @organisation: (nullable): a name as printed
 *
 * What two spellings of one name have in common: width, blanks, marks and legal forms left out.
 * Any thread.
 *
 * Returns: (transfer full): the key; empty when nothing is left
 */
char *jkb_chain_key (const char *organisation);

/**
 * jkb_chain_judge:
 * @a: what one notice says
 * @b: what another notice, or a case, says
 * @likeness: from jkb_sketch_compare() of their texts
 *
 * Two reports are of one incident when they name one organisation, do not contradict each other in the
 * type, and either share the day on which it began or was discovered or most of their words. They are one notice
 * when nearly all words are the same and no value differs, be it that the page around made the
 * organisation read otherwise. Any thread.
 *
 * Returns: the verdict
 */
JkbChainVerdict jkb_chain_judge (const JkbIncident *a, const JkbIncident *b, double likeness);

/**
 * jkb_chain_rules_out:
 * @told: what a notice says
 * @type: primary type of a case
 * @types: bits of all its types
 * @organisation: (nullable): of the case
 *
 * Tells from little of a case that jkb_chain_judge() would find it apart from @told. Any thread.
 *
 * Returns: %TRUE when it would, whatever else the case says and however alike their words are
 */
gboolean jkb_chain_rules_out (const JkbIncident *told, JkbIncidentType type, guint32 types, const char *organisation);

/**
 * jkb_chain_changes:
 * @before: what the earlier report says
 * @after: what the later report says
 *
 * Figures, status, days, data and reports; what the later one does not speak of did not change. Any
 * thread.
 *
 * Returns: (transfer full) (element-type JkbChange): the changes, in the order of the fields
 */
GPtrArray *jkb_chain_changes (const JkbIncident *before, const JkbIncident *after);
