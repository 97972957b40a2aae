/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** JkbStatementKind: what a statement is about. */
typedef enum
{
  JKB_STATEMENT_TASK,
  JKB_STATEMENT_KNOWLEDGE,
  JKB_STATEMENT_SKILL,
  JKB_STATEMENT_DELIVERABLE,
  JKB_N_STATEMENT_KINDS
} JkbStatementKind;

/**
 * JkbStatement:
 * @id: identifier within the file; the publisher's where it has any
 * @kind: what it is about
 * @text: the publisher's words
 *
 * One statement of a file that was brought along. Roles that share it share the object.
 */
typedef struct
{
  char *id;
  JkbStatementKind kind;
  char *text;
} JkbStatement;

/**
 * jkb_statement_kind_nick:
 * @kind: a kind
 *
 * Any thread.
 *
 * Returns: (transfer none): its stable name: `task`, `knowledge`, `skill`, `deliverable`
 */
const char *jkb_statement_kind_nick (JkbStatementKind kind);

/**
 * jkb_statement_kind_find:
 * @nick: a stable name
 *
 * Any thread.
 *
 * Returns: the #JkbStatementKind, -1 when @nick is none
 */
int jkb_statement_kind_find (const char *nick);

/**
 * jkb_statements_count:
 * @statements: (element-type JkbStatement): statements
 * @kind: a kind
 *
 * Any thread.
 *
 * Returns: how many are of that kind
 */
guint jkb_statements_count (const GPtrArray *statements, JkbStatementKind kind);
