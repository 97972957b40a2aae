/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frameworks/jkb-framework-file-private.h"

#include <glib/gstdio.h>
#include <string.h>

G_DEFINE_QUARK (jkb-framework-error-quark, jkb_framework_error)

static gboolean
check_size (guint64 n_bytes, GError **error)
{
  if (n_bytes <= JKB_FRAMEWORK_FILE_MAX_BYTES)
    return TRUE;
  g_set_error (error, JKB_FRAMEWORK_ERROR, JKB_FRAMEWORK_ERROR_TOO_LARGE,
               "%" G_GUINT64_FORMAT " bytes, more than the %d that are read", n_bytes,
               JKB_FRAMEWORK_FILE_MAX_BYTES);
  return FALSE;
}

JkbFrameworkFile *
jkb_framework_file_parse (const char *data, gsize n_bytes, GError **error)
{
  gsize begin = 0;

  if (!check_size (n_bytes, error))
    return NULL;
  if (n_bytes >= 4 && memcmp (data, "PK\3\4", 4) == 0)
    return jkb_framework_xlsx_parse (data, n_bytes, error);
  if (n_bytes >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    begin = 3;
  while (begin < n_bytes && g_ascii_isspace (data[begin]))
    begin++;
  if (begin < n_bytes && (data[begin] == '{' || data[begin] == '['))
    return jkb_framework_json_parse (data + begin, n_bytes - begin, error);
  if (g_strstr_len (data, (gssize) n_bytes, JKB_FRAMEWORK_TSV_HEAD) != NULL)
    return jkb_framework_tsv_parse (data + begin, n_bytes - begin, error);
  if (jkb_framework_is_yaml (data + begin, n_bytes - begin))
    return jkb_framework_yaml_parse (data + begin, n_bytes - begin, error);
  g_set_error_literal (error, JKB_FRAMEWORK_ERROR, JKB_FRAMEWORK_ERROR_UNKNOWN,
                       "not a file of a framework that can be read");
  return NULL;
}

GBytes *
jkb_framework_file_load (const char *path, GError **error)
{
  char *data = NULL;
  gsize n_bytes;
  GStatBuf status;

  /* A device or a pipe has no size that could be looked at before. */
  if (g_stat (path, &status) == 0)
    {
      if (!S_ISREG (status.st_mode))
        {
          g_set_error_literal (error, JKB_FRAMEWORK_ERROR, JKB_FRAMEWORK_ERROR_UNKNOWN,
                               "not a regular file");
          return NULL;
        }
      if (!check_size ((guint64) status.st_size, error))
        return NULL;
    }
  if (!g_file_get_contents (path, &data, &n_bytes, error))
    return NULL;
  return g_bytes_new_take (data, n_bytes);
}

JkbFrameworkFile *
jkb_framework_file_read (const char *path, GError **error)
{
  g_autoptr(GBytes) bytes = jkb_framework_file_load (path, error);

  if (bytes == NULL)
    return NULL;
  return jkb_framework_file_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}

void
jkb_framework_file_free (JkbFrameworkFile *file)
{
  if (file == NULL)
    return;
  g_ptr_array_unref (file->faults);
  g_ptr_array_unref (file->roles);
  g_ptr_array_unref (file->statements);
  g_free (file->edition);
  g_free (file->framework);
  g_free (file);
}

const JkbFileRole *
jkb_framework_file_find_role (const JkbFrameworkFile *file, const char *role_id)
{
  for (guint i = 0; i < file->roles->len; i++)
    {
      const JkbFileRole *role = g_ptr_array_index (file->roles, i);

      if (strcmp (role->id, role_id) == 0)
        return role;
    }
  return NULL;
}

static void
count_role (JkbFileCategory *category, const JkbFileRole *role, GHashTable *seen)
{
  category->n_roles++;
  for (guint i = 0; i < role->statements->len; i++)
    {
      const JkbStatement *statement = g_ptr_array_index (role->statements, i);

      category->n_statements[statement->kind] += g_hash_table_add (seen, (gpointer) statement);
    }
}

static void
count_category (const JkbFrameworkFile *file, JkbFileCategory *category)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < file->roles->len; i++)
    {
      const JkbFileRole *role = g_ptr_array_index (file->roles, i);

      if (g_strcmp0 (role->category != NULL ? role->category : "", category->name) == 0)
        count_role (category, role, seen);
    }
}

GPtrArray *
jkb_framework_file_categories (const JkbFrameworkFile *file)
{
  GPtrArray *categories = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < file->roles->len; i++)
    {
      const JkbFileRole *role = g_ptr_array_index (file->roles, i);
      JkbFileCategory category = { .name = role->category != NULL ? role->category : "" };

      if (!g_hash_table_add (seen, (gpointer) category.name))
        continue;
      count_category (file, &category);
      g_ptr_array_add (categories, g_memdup2 (&category, sizeof category));
    }
  return categories;
}

const JkbFramework *
jkb_framework_file_find_loaded (const JkbFrameworkFile *file, const JkbFrameworks *frameworks)
{
  const JkbFramework *same = jkb_frameworks_find (frameworks, file->framework, file->edition);

  return same != NULL ? same : jkb_frameworks_find (frameworks, file->framework, NULL);
}

static void
add_difference (GPtrArray *differences, const JkbRole *loaded, const JkbFileRole *read)
{
  JkbFileDifference difference = { loaded, read };

  g_ptr_array_add (differences, g_memdup2 (&difference, sizeof difference));
}

GPtrArray *
jkb_framework_file_compare (const JkbFrameworkFile *file, const JkbFramework *framework)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < framework->roles->len; i++)
    {
      const JkbRole *role = g_ptr_array_index (framework->roles, i);
      const JkbFileRole *read = jkb_framework_file_find_role (file, role->id);

      if (read == NULL
          || (strcmp (read->name, role->name.en) != 0 && strcmp (read->name, role->name.ja) != 0))
        add_difference (differences, role, read);
    }
  for (guint i = 0; i < file->roles->len; i++)
    {
      const JkbFileRole *read = g_ptr_array_index (file->roles, i);

      if (jkb_framework_find_role (framework, read->id) == NULL)
        add_difference (differences, NULL, read);
    }
  return differences;
}
