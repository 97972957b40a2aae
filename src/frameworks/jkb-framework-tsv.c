/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any framework as a table (format: jkb-data-table.h), one row for each statement of a role, or one
 * for a role without statements:
 *
 *     framework edition role_id name category summary statement_id kind text
 *
 * Name, category and summary are those of the first row of a role. A statement may stand at several
 * roles; its words are those of its first row. The same statement twice at a role is noted. A row
 * without role has a statement that belongs to none.
 */
#include "frameworks/jkb-framework-file-private.h"

#include <string.h>

#include "core/jkb-data-table.h"

enum { T_FRAMEWORK, T_EDITION, T_ROLE, T_NAME, T_CATEGORY, T_SUMMARY, T_STATEMENT, T_KIND, T_TEXT };
static const char *const columns[] = {
  "framework", "edition", "role_id", "name", "category", "summary", "statement_id", "kind", "text",
  NULL
};

static gboolean
check_row (const JkbDataTable *table, guint row, GError **error)
{
  const char *kind = jkb_data_table_get (table, row, T_KIND);

  if (strcmp (jkb_data_table_get (table, row, T_FRAMEWORK),
              jkb_data_table_get (table, 0, T_FRAMEWORK)) != 0
      || strcmp (jkb_data_table_get (table, row, T_EDITION),
                 jkb_data_table_get (table, 0, T_EDITION)) != 0)
    return jkb_data_table_fail (table, row, error, "another framework or edition");
  if (*jkb_data_table_get (table, row, T_ROLE) == '\0'
      && *jkb_data_table_get (table, row, T_STATEMENT) == '\0')
    return jkb_data_table_fail (table, row, error, "role_id is empty");
  if (*jkb_data_table_get (table, row, T_STATEMENT) != '\0' && jkb_statement_kind_find (kind) < 0)
    return jkb_data_table_fail (table, row, error, "“%s” is no kind of statement", kind);
  return TRUE;
}

static void
add_row (JkbFileBuilder *builder, const JkbDataTable *table, guint row)
{
  const char *role_id = jkb_data_table_get (table, row, T_ROLE);
  const char *category = jkb_data_table_get (table, row, T_CATEGORY);
  const char *statement_id = jkb_data_table_get (table, row, T_STATEMENT);

  if (*role_id != '\0' && !g_hash_table_contains (builder->roles, role_id))
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
                                    jkb_statement_kind_find (jkb_data_table_get (table, row, T_KIND)),
                                    jkb_data_table_get (table, row, T_TEXT));
  if (*role_id != '\0')
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

static void
print_row (GString *table, const JkbFrameworkFile *file, const JkbFileRole *role,
           gboolean with_names, const JkbStatement *statement)
{
  const char *const fields[] = {
    file->framework,
    file->edition,
    role != NULL ? role->id : "",
    with_names ? role->name : "",
    with_names && role->category != NULL ? role->category : "",
    with_names && role->summary != NULL ? role->summary : "",
    statement != NULL ? statement->id : "",
    statement != NULL ? jkb_statement_kind_nick (statement->kind) : "",
    statement != NULL ? statement->text : "",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_string_append (table, fields[i]);
      g_string_append_c (table, i + 1 < G_N_ELEMENTS (fields) ? '\t' : '\n');
    }
}

/* The builder has left neither tabs nor line ends in any word. */
char *
jkb_framework_file_print (const JkbFrameworkFile *file)
{
  g_autofree char *head = g_strjoinv ("\t", (char **) columns);
  GString *table = g_string_new (head);
  g_autoptr(GHashTable) printed = g_hash_table_new (NULL, NULL);

  g_string_append_c (table, '\n');
  for (guint i = 0; i < file->roles->len; i++)
    {
      const JkbFileRole *role = g_ptr_array_index (file->roles, i);

      for (guint j = 0; j < role->statements->len; j++)
        {
          JkbStatement *statement = g_ptr_array_index (role->statements, j);

          print_row (table, file, role, j == 0, statement);
          g_hash_table_add (printed, statement);
        }
      if (role->statements->len == 0)
        print_row (table, file, role, TRUE, NULL);
    }
  for (guint i = 0; i < file->statements->len; i++)
    if (!g_hash_table_contains (printed, g_ptr_array_index (file->statements, i)))
      print_row (table, file, NULL, FALSE, g_ptr_array_index (file->statements, i));
  return g_string_free (table, FALSE);
}
