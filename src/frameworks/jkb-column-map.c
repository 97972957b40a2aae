/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Maps in words (see the header), and the table of those that are remembered: `heads`, a checksum of
 * the row of heads, and `map`. A remembered map is meant for another file when that file has the same
 * heads in the row and sheet that the map names. In values of a map, `;` and `%` are written as in an
 * address, `%3B` and `%25`.
 */
#include "frameworks/jkb-column-map.h"

#include <string.h>

#include "core/jkb-data-table.h"

#define HEAD_MAX 1000

static const char *const nicks[JKB_N_MAP_COLUMNS] = {
  "id", "name", "category", "summary", "statement_id", "kind_column", "text", "tasks", "knowledge",
  "skills", "deliverables",
};

enum { C_HEADS, C_MAP };
static const char *const table_columns[] = { "heads", "map", NULL };

JkbColumnMap *
jkb_column_map_new (void)
{
  JkbColumnMap *map = g_new0 (JkbColumnMap, 1);

  map->framework = g_strdup ("");
  map->edition = g_strdup ("");
  map->sheet = g_strdup ("");
  map->marks = g_new0 (char *, 1);
  map->kind = JKB_STATEMENT_SKILL;
  map->first_role = map->last_role = -1;
  for (int i = 0; i < JKB_N_MAP_COLUMNS; i++)
    map->columns[i] = -1;
  return map;
}

void
jkb_column_map_free (JkbColumnMap *map)
{
  if (map == NULL)
    return;
  g_free (map->framework);
  g_free (map->edition);
  g_free (map->sheet);
  g_strfreev (map->marks);
  g_free (map);
}

const char *
jkb_map_column_nick (JkbMapColumn column)
{
  g_return_val_if_fail (column < JKB_N_MAP_COLUMNS, NULL);

  return nicks[column];
}

char *
jkb_column_letters (guint column)
{
  char letters[8];
  int at = sizeof letters - 1;

  letters[at] = '\0';
  for (column++; column > 0 && at > 0; column = (column - 1) / 26)
    letters[--at] = (char) ('A' + (column - 1) % 26);
  return g_strdup (letters + at);
}

/* `AB` is 27; -1 when it is no column that is read. */
static int
parse_letters (const char *text)
{
  int column = 0;

  if (*text == '\0')
    return -1;
  for (; g_ascii_isalpha (*text) && column <= JKB_XLSX_MAX_COLUMNS; text++)
    column = column * 26 + (g_ascii_toupper (*text) - 'A') + 1;
  return *text == '\0' && column <= JKB_XLSX_MAX_COLUMNS ? column - 1 : -1;
}

/* ---- in words ---- */

static gboolean
parse_range (JkbColumnMap *map, const char *value)
{
  g_auto(GStrv) ends = g_strsplit (value, "-", 2);

  map->first_role = parse_letters (ends[0]);
  map->last_role = ends[1] != NULL ? parse_letters (ends[1]) : map->first_role;
  return map->first_role >= 0 && map->last_role >= map->first_role;
}

static gboolean
take_text (char **field, const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
  return TRUE;
}

static gboolean
parse_head (JkbColumnMap *map, const char *value)
{
  guint64 row;

  if (!g_ascii_string_to_unsigned (value, 10, 1, HEAD_MAX, &row, NULL))
    return FALSE;
  map->head = (guint) row - 1;
  return TRUE;
}

static gboolean
parse_kind (JkbColumnMap *map, const char *value)
{
  int kind = jkb_statement_kind_find (value);

  map->kind = kind >= 0 ? (JkbStatementKind) kind : map->kind;
  return kind >= 0;
}

static gboolean
parse_part (JkbColumnMap *map, const char *name, const char *value)
{
  if (strcmp (name, "framework") == 0)
    return take_text (&map->framework, value);
  if (strcmp (name, "edition") == 0)
    return take_text (&map->edition, value);
  if (strcmp (name, "sheet") == 0)
    return take_text (&map->sheet, value);
  if (strcmp (name, "head") == 0)
    return parse_head (map, value);
  if (strcmp (name, "kind") == 0)
    return parse_kind (map, value);
  if (strcmp (name, "roles") == 0)
    return parse_range (map, value);
  if (strcmp (name, "marks") == 0)
    {
      g_strfreev (map->marks);
      map->marks = *value != '\0' ? g_strsplit (value, ",", -1) : g_new0 (char *, 1);
      return TRUE;
    }
  for (int i = 0; i < JKB_N_MAP_COLUMNS; i++)
    if (strcmp (name, nicks[i]) == 0)
      return (map->columns[i] = parse_letters (value)) >= 0;
  return FALSE;
}

JkbColumnMap *
jkb_column_map_parse (const char *text, GError **error)
{
  g_autoptr(JkbColumnMap) map = jkb_column_map_new ();
  g_auto(GStrv) parts = g_strsplit (text, ";", -1);

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      g_auto(GStrv) pair = g_strsplit (g_strstrip (parts[i]), "=", 2);
      g_autofree char *value = pair[0] != NULL && pair[1] != NULL
                                   ? g_uri_unescape_string (pair[1], NULL) : NULL;

      if (*parts[i] == '\0')
        continue;
      if (value == NULL || !g_utf8_validate (value, -1, NULL) || !parse_part (map, pair[0], value))
        {
          g_set_error (error, JKB_FRAMEWORK_ERROR, JKB_FRAMEWORK_ERROR_MALFORMED,
                       "“%s” is no part of a map of columns", parts[i]);
          return NULL;
        }
    }
  return g_steal_pointer (&map);
}

static void
print_part (GString *text, const char *name, const char *value)
{
  if (text->len > 0)
    g_string_append_c (text, ';');
  g_string_append_printf (text, "%s=", name);
  for (; *value != '\0'; value++)
    if (*value == ';' || *value == '%')
      g_string_append_printf (text, "%%%02X", (guint) *value);
    else
      g_string_append_c (text, g_ascii_iscntrl (*value) ? ' ' : *value);
}

static void
print_column (GString *text, const char *name, int column)
{
  g_autofree char *letters = column >= 0 ? jkb_column_letters ((guint) column) : NULL;

  if (letters != NULL)
    print_part (text, name, letters);
}

char *
jkb_column_map_print (const JkbColumnMap *map)
{
  GString *text = g_string_new (NULL);
  g_autofree char *head = g_strdup_printf ("%u", map->head + 1);
  g_autofree char *marks = g_strjoinv (",", map->marks);

  if (*map->sheet != '\0')
    print_part (text, "sheet", map->sheet);
  print_part (text, "head", head);
  print_part (text, "framework", map->framework);
  print_part (text, "edition", map->edition);
  for (int i = 0; i < JKB_N_MAP_COLUMNS; i++)
    print_column (text, nicks[i], map->columns[i]);
  print_part (text, "kind", jkb_statement_kind_nick (map->kind));
  if (map->first_role >= 0)
    {
      g_autofree char *first = jkb_column_letters ((guint) map->first_role);
      g_autofree char *last = jkb_column_letters ((guint) map->last_role);
      g_autofree char *range = g_strdup_printf ("%s-%s", first, last);

      print_part (text, "roles", range);
    }
  if (*marks != '\0')
    print_part (text, "marks", marks);
  return g_string_free (text, FALSE);
}

/* ---- remembered ---- */

const JkbSheet *
jkb_column_map_find_sheet (const JkbColumnMap *map, const GPtrArray *sheets)
{
  for (guint i = 0; i < sheets->len; i++)
    {
      const JkbSheet *sheet = g_ptr_array_index (sheets, i);

      if (strcmp (sheet->name, map->sheet) == 0 || sheets->len == 1)
        return sheet;
    }
  return NULL;
}

/* NULL when @sheets have no such row. */
static char *
sum_heads (const JkbColumnMap *map, const GPtrArray *sheets)
{
  const JkbSheet *sheet = jkb_column_map_find_sheet (map, sheets);
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  const GPtrArray *cells;

  if (sheet == NULL || map->head >= sheet->rows->len)
    return NULL;
  cells = g_ptr_array_index (sheet->rows, map->head);
  for (guint i = 0; i < cells->len; i++)
    {
      const char *cell = jkb_sheet_cell (sheet, map->head, i);

      g_checksum_update (sum, (const guchar *) cell, (gssize) strlen (cell) + 1);
    }
  return g_strdup (g_checksum_get_string (sum));
}

static JkbDataTable *
read_table (const char *table)
{
  return table != NULL ? jkb_data_table_parse (table, "columns", table_columns, NULL) : NULL;
}

JkbColumnMap *
jkb_column_maps_recall (const char *table, const GPtrArray *sheets)
{
  g_autoptr(JkbDataTable) rows = read_table (table);

  for (guint i = rows != NULL ? jkb_data_table_n_rows (rows) : 0; i > 0; i--)
    {
      g_autoptr(JkbColumnMap) map
          = jkb_column_map_parse (jkb_data_table_get (rows, i - 1, C_MAP), NULL);
      g_autofree char *heads = map != NULL ? sum_heads (map, sheets) : NULL;

      if (g_strcmp0 (heads, jkb_data_table_get (rows, i - 1, C_HEADS)) == 0)
        return g_steal_pointer (&map);
    }
  return NULL;
}

char *
jkb_column_maps_remember (const char *table, const JkbColumnMap *map, const GPtrArray *sheets)
{
  g_autoptr(JkbDataTable) rows = read_table (table);
  g_autofree char *heads = sum_heads (map, sheets);
  g_autofree char *words = jkb_column_map_print (map);
  GString *text = g_string_new ("# How the columns of imported tables were assigned.\nheads\tmap\n");

  for (guint i = 0; rows != NULL && i < jkb_data_table_n_rows (rows); i++)
    if (g_strcmp0 (heads, jkb_data_table_get (rows, i, C_HEADS)) != 0)
      g_string_append_printf (text, "%s\t%s\n", jkb_data_table_get (rows, i, C_HEADS),
                              jkb_data_table_get (rows, i, C_MAP));
  if (heads != NULL)
    g_string_append_printf (text, "%s\t%s\n", heads, words);
  return g_string_free (text, FALSE);
}
