/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frameworks/jkb-framework-file-private.h"

#include <string.h>

#define NAME_MAX_BYTES 60

static void
free_statement (gpointer pointer)
{
  JkbStatement *statement = pointer;

  g_free (statement->id);
  g_free (statement->text);
  g_free (statement);
}

static void
free_role (gpointer pointer)
{
  JkbFileRole *role = pointer;

  g_free (role->id);
  g_free (role->name);
  g_free (role->category);
  g_free (role->summary);
  g_ptr_array_unref (role->statements);
  g_free (role);
}

static void
free_fault (gpointer pointer)
{
  JkbFileFault *fault = pointer;

  g_free (fault->subject);
  g_free (fault->object);
  g_free (fault);
}

/* Counts what is about to be added; FALSE when it is too much. */
static gboolean
take_item (JkbFileBuilder *builder)
{
  return ++builder->n_items <= JKB_FILE_ITEMS_MAX;
}

static void
note (JkbFileBuilder *builder, JkbFileFaultKind kind, const char *subject, const char *object)
{
  JkbFileFault fault;

  if (!take_item (builder))
    return;
  fault = (JkbFileFault){ kind, g_strdup (subject), g_strdup (object) };
  g_ptr_array_add (builder->file->faults, g_memdup2 (&fault, sizeof fault));
}

/* Runs of blanks of any kind, U+00A0 and line feeds among them, are one blank. */
static char *
tidy (const char *text)
{
  GString *tidied = g_string_new (NULL);
  gboolean is_blank = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          is_blank = TRUE;
          continue;
        }
      if (is_blank && tidied->len > 0)
        g_string_append_c (tidied, ' ');
      is_blank = FALSE;
      g_string_append_unichar (tidied, c);
    }
  return g_string_free (tidied, FALSE);
}

void
jkb_file_builder_init (JkbFileBuilder *builder, const char *framework, const char *edition)
{
  builder->file = g_new0 (JkbFrameworkFile, 1);
  builder->file->framework = g_strdup (framework);
  builder->file->edition = tidy (edition);
  builder->file->roles = g_ptr_array_new_with_free_func (free_role);
  builder->file->statements = g_ptr_array_new_with_free_func (free_statement);
  builder->file->faults = g_ptr_array_new_with_free_func (free_fault);
  builder->roles = g_hash_table_new (g_str_hash, g_str_equal);
  builder->statements = g_hash_table_new (g_str_hash, g_str_equal);
  builder->n_items = 0;
  builder->links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
jkb_file_builder_add_role (JkbFileBuilder *builder, const char *id, const char *name,
                           const char *summary)
{
  g_autofree char *tidy_id = tidy (id);
  JkbFileRole *role;

  if (*tidy_id == '\0')
    return;
  if (g_hash_table_contains (builder->roles, tidy_id))
    {
      note (builder, JKB_FILE_FAULT_DUPLICATE, tidy_id, NULL);
      return;
    }
  if (!take_item (builder))
    return;
  role = g_new0 (JkbFileRole, 1);
  role->id = g_steal_pointer (&tidy_id);
  role->name = tidy (name);
  role->summary = summary != NULL ? tidy (summary) : NULL;
  role->statements = g_ptr_array_new ();
  if (*role->name == '\0')
    note (builder, JKB_FILE_FAULT_EMPTY, role->id, NULL);
  g_ptr_array_add (builder->file->roles, role);
  g_hash_table_insert (builder->roles, role->id, role);
}

void
jkb_file_builder_set_category (JkbFileBuilder *builder, const char *role_id,
                               const char *category_id, const char *category)
{
  JkbFileRole *role = g_hash_table_lookup (builder->roles, role_id);

  if (role == NULL)
    note (builder, JKB_FILE_FAULT_DANGLING, category_id, role_id);
  else if (role->category == NULL)
    role->category = tidy (category);
}

void
jkb_file_builder_add_statement (JkbFileBuilder *builder, const char *id, JkbStatementKind kind,
                                const char *text)
{
  g_autofree char *tidy_id = tidy (id);
  JkbStatement *statement;

  if (*tidy_id == '\0')
    return;
  if (g_hash_table_contains (builder->statements, tidy_id))
    {
      note (builder, JKB_FILE_FAULT_DUPLICATE, tidy_id, NULL);
      return;
    }
  if (!take_item (builder))
    return;
  statement = g_new0 (JkbStatement, 1);
  statement->id = g_steal_pointer (&tidy_id);
  statement->kind = kind;
  statement->text = tidy (text);
  if (*statement->text == '\0')
    note (builder, JKB_FILE_FAULT_EMPTY, statement->id, NULL);
  g_ptr_array_add (builder->file->statements, statement);
  g_hash_table_insert (builder->statements, statement->id, statement);
}

void
jkb_file_builder_link (JkbFileBuilder *builder, const char *role_id, const char *statement_id)
{
  JkbFileRole *role = g_hash_table_lookup (builder->roles, role_id);
  JkbStatement *statement = g_hash_table_lookup (builder->statements, statement_id);

  if (!take_item (builder))
    return;
  if (role == NULL || statement == NULL)
    note (builder, JKB_FILE_FAULT_DANGLING, role_id, statement_id);
  else if (!g_hash_table_add (builder->links, g_strdup_printf ("%s %s", role_id, statement_id)))
    note (builder, JKB_FILE_FAULT_DUPLICATE, role_id, statement_id);
  else
    g_ptr_array_add (role->statements, statement);
}

/* Names of frameworks and editions become names of files, and stand in “nice/2.2.0/OG-WRL-001”. */
static gboolean
check_name (const char *name, gboolean is_needed, GError **error)
{
  gboolean is_good = strlen (name) <= NAME_MAX_BYTES && (*name != '\0' || !is_needed);

  for (const char *at = name; is_good && *at != '\0'; at = g_utf8_next_char (at))
    is_good = g_unichar_isalnum (g_utf8_get_char (at)) || strchr (" ._-", *at) != NULL;
  if (!is_good)
    g_set_error_literal (error, JKB_FRAMEWORK_ERROR, JKB_FRAMEWORK_ERROR_MALFORMED,
                         "the name of framework or edition is missing, too long or has signs other "
                         "than letters, digits, dots and dashes");
  return is_good;
}

JkbFrameworkFile *
jkb_file_builder_end (JkbFileBuilder *builder, GError **error)
{
  g_autoptr(JkbFrameworkFile) file = g_steal_pointer (&builder->file);

  g_clear_pointer (&builder->roles, g_hash_table_unref);
  g_clear_pointer (&builder->statements, g_hash_table_unref);
  g_clear_pointer (&builder->links, g_hash_table_unref);
  if (builder->n_items > JKB_FILE_ITEMS_MAX)
    {
      g_set_error_literal (error, JKB_FRAMEWORK_ERROR, JKB_FRAMEWORK_ERROR_TOO_LARGE,
                           "more roles, statements and relations than any framework has");
      return NULL;
    }
  if (!check_name (file->framework, TRUE, error) || !check_name (file->edition, FALSE, error))
    return NULL;
  if (file->roles->len > 0)
    return g_steal_pointer (&file);
  g_set_error_literal (error, JKB_FRAMEWORK_ERROR, JKB_FRAMEWORK_ERROR_UNKNOWN, "no roles in it");
  return NULL;
}
