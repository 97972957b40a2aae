/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frameworks/jkb-statement.h"

#include <string.h>

static const char *const nicks[JKB_N_STATEMENT_KINDS]
    = { "task", "knowledge", "skill", "deliverable" };

const char *
jkb_statement_kind_nick (JkbStatementKind kind)
{
  g_return_val_if_fail (kind < JKB_N_STATEMENT_KINDS, NULL);

  return nicks[kind];
}

int
jkb_statement_kind_find (const char *nick)
{
  for (int kind = 0; kind < JKB_N_STATEMENT_KINDS; kind++)
    if (strcmp (nick, nicks[kind]) == 0)
      return kind;
  return -1;
}

guint
jkb_statements_count (const GPtrArray *statements, JkbStatementKind kind)
{
  guint n = 0;

  for (guint i = 0; i < statements->len; i++)
    n += ((const JkbStatement *) g_ptr_array_index (statements, i))->kind == kind;
  return n;
}
