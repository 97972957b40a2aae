/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A table read with a map. Merged cells have their text in the first row only: a row without a role
 * goes on with that of the row above. Statements without identifier get kind and number; the same
 * words of the same kind are the same statement.
 */
#include "frameworks/jkb-column-map.h"
#include "frameworks/jkb-framework-file-private.h"

#include <string.h>

#include "core/jkb-normal.h"

typedef struct
{
  const JkbColumnMap *map;
  const JkbSheet *sheet;
  const JkbFramework *loaded;           /* edition whose identifiers are used; NULL for none */
  JkbFileBuilder builder;
  JkbFileIds *ids;
  char *role;                           /* of the row above */
  char *category;
} Reading;

static const char *
get_cell (const Reading *reading, guint row, int column)
{
  return column >= 0 ? jkb_sheet_cell (reading->sheet, row, (guint) column) : "";
}

static const char *
get_field (const Reading *reading, guint row, JkbMapColumn column)
{
  return get_cell (reading, row, reading->map->columns[column]);
}

/* ---- roles ---- */

static char *
fold_name (const char *name)
{
  g_autofree char *folded = jkb_normal_string (name, JKB_NORMAL_NFKC | JKB_NORMAL_LOWER);
  GString *plain = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (plain, g_utf8_get_char (at));
  return g_string_free (plain, FALSE);
}

static gboolean
is_name (const char *folded, const char *name)
{
  g_autofree char *other = fold_name (name);

  return strcmp (folded, other) == 0;
}

static char *
make_id (const Reading *reading, const char *name)
{
  g_autofree char *folded = fold_name (name);

  for (guint i = 0; reading->loaded != NULL && i < reading->loaded->roles->len; i++)
    {
      const JkbRole *role = g_ptr_array_index (reading->loaded->roles, i);

      if (is_name (folded, role->name.ja) || is_name (folded, role->name.en))
        return g_strdup (role->id);
    }
  return jkb_file_make_id (name);
}

/* ---- statements ---- */

/* “知識”, “Knowledge”, “K0001” or “K” */
static JkbStatementKind
read_kind (const Reading *reading, const char *cell)
{
  static const struct
  {
    const char *word;
    JkbStatementKind kind;
  } words[] = {
    { "t", JKB_STATEMENT_TASK },       { "タスク", JKB_STATEMENT_TASK },
    { "業務", JKB_STATEMENT_TASK },    { "k", JKB_STATEMENT_KNOWLEDGE },
    { "知識", JKB_STATEMENT_KNOWLEDGE }, { "s", JKB_STATEMENT_SKILL },
    { "a", JKB_STATEMENT_SKILL },      { "スキル", JKB_STATEMENT_SKILL },
    { "技能", JKB_STATEMENT_SKILL },   { "能力", JKB_STATEMENT_SKILL },
    { "d", JKB_STATEMENT_DELIVERABLE }, { "成果", JKB_STATEMENT_DELIVERABLE },
  };
  g_autofree char *folded = fold_name (cell);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (folded, words[i].word))
      return words[i].kind;
  return reading->map->kind;
}

/* Adds the statement of a row, if it has one; returns its identifier. */
static char *
add_statement (Reading *reading, guint row)
{
  g_autofree char *text = g_strstrip (g_strdup (get_field (reading, row, JKB_MAP_TEXT)));
  g_autofree char *given = g_strstrip (g_strdup (get_field (reading, row, JKB_MAP_STATEMENT_ID)));
  JkbStatementKind kind = read_kind (reading, get_field (reading, row, JKB_MAP_KIND));

  if (*text == '\0')
    return NULL;
  if (*given == '\0')
    return g_strdup (jkb_file_ids_add (reading->ids, &reading->builder, kind, text));
  /* At several roles a statement is no duplicate; with other words it is. */
  if (!jkb_file_builder_has_statement (&reading->builder, given, text))
    jkb_file_builder_add_statement (&reading->builder, given, kind, text);
  return g_steal_pointer (&given);
}

/* Lines of a cell, without what marks them as entries of a list. */
static void
add_entries (Reading *reading, guint row, JkbMapColumn column, JkbStatementKind kind)
{
  g_auto(GStrv) lines = g_strsplit_set (get_field (reading, row, column), "\n\r", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);
      gsize n;

      while ((n = strspn (line, "-*• ")) > 0 || g_str_has_prefix (line, "・"))
        line += n > 0 ? n : strlen ("・");
      if (*line != '\0')
        jkb_file_builder_link (&reading->builder, reading->role,
                               jkb_file_ids_add (reading->ids, &reading->builder, kind, line));
    }
}

/* ---- shapes ---- */

static void
take_field (char **field, const char *cell)
{
  g_autofree char *text = g_strstrip (g_strdup (cell));

  if (*text == '\0')
    return;
  g_free (*field);
  *field = g_steal_pointer (&text);
}

static void
begin_role (Reading *reading, guint row)
{
  g_autofree char *name = g_strstrip (g_strdup (get_field (reading, row, JKB_MAP_NAME)));
  g_autofree char *id = g_strstrip (g_strdup (get_field (reading, row, JKB_MAP_ID)));

  take_field (&reading->category, get_field (reading, row, JKB_MAP_CATEGORY));
  if (*name == '\0' && *id == '\0')
    return;
  g_free (reading->role);
  reading->role = *id != '\0' ? g_strdup (id) : make_id (reading, name);
  if (g_hash_table_contains (reading->builder.roles, reading->role))
    return;
  jkb_file_builder_add_role (&reading->builder, reading->role, *name != '\0' ? name : id,
                             get_field (reading, row, JKB_MAP_SUMMARY));
  if (reading->category != NULL)
    jkb_file_builder_set_category (&reading->builder, reading->role, reading->category,
                                   reading->category);
}

static void
read_role_rows (Reading *reading)
{
  for (guint row = reading->map->head + 1; row < reading->sheet->rows->len; row++)
    {
      g_autofree char *statement = NULL;

      begin_role (reading, row);
      if (reading->role == NULL)
        continue;
      statement = add_statement (reading, row);
      if (statement != NULL)
        jkb_file_builder_link (&reading->builder, reading->role, statement);
      add_entries (reading, row, JKB_MAP_TASKS, JKB_STATEMENT_TASK);
      add_entries (reading, row, JKB_MAP_KNOWLEDGE, JKB_STATEMENT_KNOWLEDGE);
      add_entries (reading, row, JKB_MAP_SKILLS, JKB_STATEMENT_SKILL);
      add_entries (reading, row, JKB_MAP_DELIVERABLES, JKB_STATEMENT_DELIVERABLE);
    }
}

static gboolean
is_mark (const Reading *reading, const char *cell)
{
  g_autofree char *text = g_strstrip (g_strdup (cell));

  return *text != '\0'
         && (*reading->map->marks == NULL
             || g_strv_contains ((const char *const *) reading->map->marks, text));
}

static gboolean
is_assigned (const JkbColumnMap *map, int column)
{
  for (int i = 0; i < JKB_N_MAP_COLUMNS; i++)
    if (map->columns[i] == column)
      return TRUE;
  return FALSE;
}

/* A column among the roles that holds something else has no identifier here, and is left out. */
static void
read_role_columns (Reading *reading)
{
  const JkbColumnMap *map = reading->map;
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (int column = map->first_role; column <= map->last_role; column++)
    {
      const char *name = get_cell (reading, map->head, column);
      char *id = is_assigned (map, column) ? g_strdup ("") : make_id (reading, name);

      jkb_file_builder_add_role (&reading->builder, id, name, NULL);
      g_ptr_array_add (ids, id);
    }
  for (guint row = map->head + 1; row < reading->sheet->rows->len; row++)
    {
      g_autofree char *statement = add_statement (reading, row);

      for (guint i = 0; statement != NULL && i < ids->len; i++)
        if (is_mark (reading, get_cell (reading, row, map->first_role + (int) i))
            && *(const char *) g_ptr_array_index (ids, i) != '\0')
          jkb_file_builder_link (&reading->builder, g_ptr_array_index (ids, i), statement);
    }
}

static gboolean
check (const Reading *reading, GError **error)
{
  const JkbColumnMap *map = reading->map;
  const char *message = NULL;

  if (reading->sheet == NULL)
    message = "the table has no such sheet";
  else if (map->head >= reading->sheet->rows->len)
    message = "the table has no such row of heads";
  else if (map->first_role >= 0 ? map->columns[JKB_MAP_TEXT] < 0
                                : map->columns[JKB_MAP_ID] < 0
                                      && map->columns[JKB_MAP_NAME] < 0)
    message = "neither a column with the names of roles is assigned nor columns that are roles and "
              "one with the words of statements";
  if (message != NULL)
    g_set_error_literal (error, JKB_FRAMEWORK_ERROR, JKB_FRAMEWORK_ERROR_MALFORMED, message);
  return message == NULL;
}

JkbFrameworkFile *
jkb_column_map_apply (const JkbColumnMap *map, const GPtrArray *sheets,
                      const JkbFrameworks *frameworks, GError **error)
{
  Reading reading = { .map = map, .sheet = jkb_column_map_find_sheet (map, sheets) };

  if (!check (&reading, error))
    return NULL;
  if (frameworks != NULL)
    reading.loaded = jkb_frameworks_find (frameworks, map->framework,
                                          *map->edition != '\0' ? map->edition : NULL);
  jkb_file_builder_init (&reading.builder, map->framework, map->edition);
  reading.ids = jkb_file_ids_new ();
  if (map->first_role >= 0)
    read_role_columns (&reading);
  else
    read_role_rows (&reading);
  jkb_file_ids_free (reading.ids);
  g_free (reading.role);
  g_free (reading.category);
  return jkb_file_builder_end (&reading.builder, error);
}
