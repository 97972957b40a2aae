/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads levels.tsv (format: jkb-data-table.h; columns: below, and the comment at its head).
 */
#include "frameworks/jkb-frameworks-private.h"

#include "core/jkb-data-table.h"

#define LEVEL_MAX 10

enum { L_FRAMEWORK, L_EDITION, L_ROLE, L_CODE, L_LEVEL, L_NAME_EN, L_NAME_JA, L_NOTE_EN, L_NOTE_JA,
       L_SOURCE_URL };
static const char *const columns[] = { "framework", "edition", "role_id", "code", "level", "name_en",
                                       "name_ja", "note_en", "note_ja", "source_url", NULL };

static JkbFrameworkText
get_text (const JkbDataTable *table, guint row, guint column_en)
{
  return (JkbFrameworkText){ jkb_data_table_get (table, row, column_en),
                             jkb_data_table_get (table, row, column_en + 1) };
}

static gboolean
read_level (JkbFrameworks *self, const JkbDataTable *table, guint row, GError **error)
{
  const char *role_id = jkb_data_table_get (table, row, L_ROLE);
  const char *number = jkb_data_table_get (table, row, L_LEVEL);
  JkbLevel level = { .code = jkb_data_table_get (table, row, L_CODE) };
  guint64 value;

  level.framework = jkb_frameworks_find (self, jkb_data_table_get (table, row, L_FRAMEWORK),
                                         jkb_data_table_get (table, row, L_EDITION));
  if (level.framework == NULL)
    return jkb_data_table_fail (table, row, error, "no such framework that has roles");
  level.role = *role_id != '\0' ? jkb_framework_find_role (level.framework, role_id) : NULL;
  if (level.role == NULL && *role_id != '\0')
    return jkb_data_table_fail (table, row, error, "no role “%s” there", role_id);
  if (!g_ascii_string_to_unsigned (number, 10, 1, LEVEL_MAX, &value, NULL))
    return jkb_data_table_fail (table, row, error, "“%s” is no level", number);
  level.level = (guint) value;
  level.name = get_text (table, row, L_NAME_EN);
  level.note = get_text (table, row, L_NOTE_EN);
  level.source_url = jkb_data_table_get (table, row, L_SOURCE_URL);
  if (*level.name.en == '\0' || *level.name.ja == '\0' || *level.source_url == '\0')
    return jkb_data_table_fail (table, row, error, "a name or the source is empty");
  g_ptr_array_add (self->levels, g_memdup2 (&level, sizeof level));
  return TRUE;
}

gboolean
jkb_frameworks_read_levels (JkbFrameworks *self, const char *directory, GError **error)
{
  const JkbDataTable *table;

  return jkb_frameworks_read_optional (self, directory, "levels.tsv", columns, read_level, &table,
                                       error);
}

GPtrArray *
jkb_frameworks_levels (const JkbFrameworks *frameworks, const JkbRole *role)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < frameworks->levels->len; i++)
    {
      JkbLevel *level = g_ptr_array_index (frameworks->levels, i);

      if (level->role == role || (level->role == NULL && level->framework == role->framework))
        g_ptr_array_add (found, level);
    }
  return found;
}
