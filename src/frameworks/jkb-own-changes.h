/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-frameworks.h"

/*
 * What a person changes about the frameworks, kept beside them and never in them: an update of what is
 * shipped overwrites nothing, and without the changes everything is as shipped. As a table (format:
 * jkb-data-table.h), a change a row:
 *
 *     change framework edition role_id other value text_en text_ja
 *
 *     framework                                             names of a framework of one's own
 *     name, category, summary                               words of a role; a role that is not there is
 *                                                           made by its name
 *     part       other: TYPE/PHASE, value: 0 to 3           how much a role does there, and the reason;
 *                                                           0 for nothing
 *     relation   other: FRAMEWORK/EDITION/ROLE, value:      how near two roles are
 *                none, exact, close, partial
 *
 * Words that are left empty in one language stay as they are.
 */

/** Name of the table in a person's own folder. */
#define JKB_OWN_CHANGES "changes.tsv"

/** JkbOwnKind: what a change is about. */
typedef enum
{
  JKB_OWN_FRAMEWORK,
  JKB_OWN_NAME,
  JKB_OWN_CATEGORY,
  JKB_OWN_SUMMARY,
  JKB_OWN_RELATION,
  JKB_OWN_PART,
  JKB_N_OWN_KINDS
} JkbOwnKind;

/**
 * JkbOwnChange:
 * @kind: what it is about
 * @framework: name of the framework
 * @edition: its edition
 * @role_id: the role; empty for a framework
 * @other: as the table has it; empty for words
 * @value: likewise
 * @text: words; empty ones change nothing
 *
 * One change. The first five say what is changed, the others to what.
 */
typedef struct
{
  JkbOwnKind kind;
  char *framework;
  char *edition;
  char *role_id;
  char *other;
  char *value;
  struct
  {
    char *en;
    char *ja;
  } text;
} JkbOwnChange;

/**
 * jkb_own_changes_new:
 *
 * Returns: (transfer full) (element-type JkbOwnChange): no changes
 */
GPtrArray *jkb_own_changes_new (void);

/**
 * jkb_own_changes_parse:
 * @text: a table
 * @name: what errors call it
 * @error: %JKB_CORE_ERROR_DATA_FILE as `FILE:LINE: what is wrong`
 *
 * Roles and frameworks need not be there. Of two rows about the same the later one holds. Any thread.
 *
 * Returns: (transfer full) (nullable) (element-type JkbOwnChange): the changes
 */
GPtrArray *jkb_own_changes_parse (const char *text, const char *name, GError **error);

/**
 * jkb_own_changes_print:
 * @changes: (element-type JkbOwnChange): changes
 *
 * Any thread. Returns: (transfer full): the table
 */
char *jkb_own_changes_print (const GPtrArray *changes);

/**
 * jkb_own_changes_read:
 * @own: the folder of what a person keeps
 * @error: as jkb_own_changes_parse(), or a #GFileError
 *
 * Reads a file of a few kilobytes.
 *
 * Returns: (transfer full) (nullable) (element-type JkbOwnChange): the changes, none when there is no
 *   such file
 */
GPtrArray *jkb_own_changes_read (const char *own, GError **error);

/**
 * jkb_own_changes_set:
 * @changes: (element-type JkbOwnChange): changes
 * @change: a change; copied, with blanks for tabs and line ends
 *
 * Adds @change, in place of one about the same.
 */
void jkb_own_changes_set (GPtrArray *changes, const JkbOwnChange *change);

/**
 * jkb_own_changes_unset:
 * @changes: (element-type JkbOwnChange): changes
 * @key: as jkb_own_change_key() makes it
 *
 * Returns: %TRUE when there was such a change; it is gone
 */
gboolean jkb_own_changes_unset (GPtrArray *changes, const char *key);

/**
 * jkb_own_change_key:
 * @change: a change
 *
 * Returns: (transfer full): what it is about, in a line
 */
char *jkb_own_change_key (const JkbOwnChange *change);

/**
 * jkb_own_kind_nick:
 * @kind: a kind
 *
 * Returns: (transfer none): its name in the table
 */
const char *jkb_own_kind_nick (JkbOwnKind kind);

/**
 * jkb_own_field:
 * @text: (nullable): words
 *
 * Any thread.
 *
 * Returns: (transfer full): @text as a field of a table: valid UTF-8, blanks for tabs, line ends and
 *   other controls, none at its ends
 */
char *jkb_own_field (const char *text);
