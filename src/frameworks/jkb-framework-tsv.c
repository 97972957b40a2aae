/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any framework as a table (format: jkb-data-table.h), one row for each statement of a role, or one
 * for a role without statements:
 *
 *     framework edition role_id name category summary statement_id kind text
 *
 * Name, category and summary are those of the first row of a role. A statement may stand at several
 * roles; its words are those of its first row. The same statement twice at a role is noted.
 */
#include "frameworks/jkb-framework-file-private.h"

#include <string.h>

#include "core/jkb-data-table.h"

enum { T_FRAMEWORK, T_EDITION, T_ROLE, T_NAME, T_CATEGORY, T_SUMMARY, T_STATEMENT, T_KIND, T_TEXT };
static const char *const columns[] = {
  "framework", "edition", "role_id", "name", "category", "summary", "statement_id", "kind", "text",
  NULL
};

static int
find_kind (const char *nick)
{
  for (int kind = 0; kind < JKB_N_STATEMENT_KINDS; kind++)
    if (strcmp (nick, jkb_statement_kind_nick (kind)) == 0)
      return kind;
  return -1;
}

static gboolean
check_row (const JkbDataTable *table, guint row, GError **error)
{
  const char *kind = jkb_data_table_get (table, row, T_KIND);

  if (strcmp (jkb_data_table_get (table, row, T_FRAMEWORK),
              jkb_data_table_get (table, 0, T_FRAMEWORK)) != 0
      || strcmp (jkb_data_table_get (table, row, T_EDITION),
                 jkb_data_table_get (table, 0, T_EDITION)) != 0)
    return jkb_data_table_fail (table, row, error, "another framework or edition");
  if (*jkb_data_table_get (table, row, T_ROLE) == '\0')
    return jkb_data_table_fail (table, row, error, "role_id is empty");
  if (*jkb_data_table_get (table, row, T_STATEMENT) != '\0' && find_kind (kind) < 0)
    return jkb_data_table_fail (table, row, error, "“%s” is no kind of statement", kind);
  return TRUE;
}

static void
add_row (JkbFileBuilder *builder, const JkbDataTable *table, guint row)
{
  const char *role_id = jkb_data_table_get (table, row, T_ROLE);
  const char *category = jkb_data_table_get (table, row, T_CATEGORY);
  const char *statement_id = jkb_data_table_get (table, row, T_STATEMENT);

  if (!g_hash_table_contains (builder->roles, role_id))
    {
      jkb_file_builder_add_role (builder, role_id, jkb_data_table_get (table, row, T_NAME),
                                 jkb_data_table_get (table, row, T_SUMMARY));
      if (*category != '\0')
        jkb_file_builder_set_category (builder, role_id, category, category);
    }
  if (*statement_id == '\0')
    return;
  if (!g_hash_table_contains (builder->statements, statement_id))
    jkb_file_builder_add_statement (builder, statement_id,
                                    find_kind (jkb_data_table_get (table, row, T_KIND)),
                                    jkb_data_table_get (table, row, T_TEXT));
  jkb_file_builder_link (builder, role_id, statement_id);
}

static gboolean
check_rows (const JkbDataTable *table, GError **error)
{
  for (guint row = 0; row < jkb_data_table_n_rows (table); row++)
    if (!check_row (table, row, error))
      return FALSE;
  return TRUE;
}

JkbFrameworkFile *
jkb_framework_tsv_parse (const char *data, gsize n_bytes, GError **error)
{
  g_autofree char *text = g_strndup (data, n_bytes);
  g_autoptr(JkbDataTable) table = NULL;
  g_autoptr(GError) reason = NULL;
  JkbFileBuilder builder;

  if (memchr (data, '\0', n_bytes) == NULL && g_utf8_validate (data, (gssize) n_bytes, NULL))
    table = jkb_data_table_parse (text, "table", columns, &reason);
  if (table == NULL || !check_rows (table, &reason))
    {
      g_set_error (error, JKB_FRAMEWORK_ERROR, JKB_FRAMEWORK_ERROR_MALFORMED, "%s",
                   reason != NULL ? reason->message : "not UTF-8");
      return NULL;
    }
  if (jkb_data_table_n_rows (table) == 0)
    {
      g_set_error_literal (error, JKB_FRAMEWORK_ERROR, JKB_FRAMEWORK_ERROR_UNKNOWN,
                           "no roles in it");
      return NULL;
    }
  jkb_file_builder_init (&builder, jkb_data_table_get (table, 0, T_FRAMEWORK),
                         jkb_data_table_get (table, 0, T_EDITION));
  for (guint row = 0; row < jkb_data_table_n_rows (table); row++)
    add_row (&builder, table, row);
  return jkb_file_builder_end (&builder, error);
}
