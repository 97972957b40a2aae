/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The first rows of each sheet are looked at; the one with most heads that we know, and with most cells
 * among those, is the row of heads. Heads are compared in lower case, without what stands in brackets
 * and without signs. When no column names a role, but one holds words of statements, the columns behind
 * the last known head are roles.
 */
#include "frameworks/jkb-column-map.h"

#include <string.h>

#include "core/jkb-normal.h"

#define ROWS_MAX 40

static const struct
{
  const char *head;
  JkbMapColumn column;
} known[] = {
  { "roleid", JKB_MAP_ID },            { "workroleid", JKB_MAP_ID },
  { "profileid", JKB_MAP_ID },         { "ロールid", JKB_MAP_ID },
  { "役割id", JKB_MAP_ID },            { "role", JKB_MAP_NAME },
  { "rolename", JKB_MAP_NAME },        { "workrole", JKB_MAP_NAME },
  { "profiletitle", JKB_MAP_NAME },    { "profile", JKB_MAP_NAME },
  { "title", JKB_MAP_NAME },           { "name", JKB_MAP_NAME },
  { "ロール", JKB_MAP_NAME },          { "ロール名", JKB_MAP_NAME },
  { "役割", JKB_MAP_NAME },            { "役割名", JKB_MAP_NAME },
  { "category", JKB_MAP_CATEGORY },    { "group", JKB_MAP_CATEGORY },
  { "大項目", JKB_MAP_CATEGORY },      { "分類", JKB_MAP_CATEGORY },
  { "カテゴリ", JKB_MAP_CATEGORY },    { "カテゴリー", JKB_MAP_CATEGORY },
  { "summary", JKB_MAP_SUMMARY },      { "summarystatement", JKB_MAP_SUMMARY },
  { "概要", JKB_MAP_SUMMARY },         { "説明", JKB_MAP_SUMMARY },
  { "id", JKB_MAP_STATEMENT_ID },      { "no", JKB_MAP_STATEMENT_ID },
  { "statementid", JKB_MAP_STATEMENT_ID }, { "tksid", JKB_MAP_STATEMENT_ID },
  { "ksaid", JKB_MAP_STATEMENT_ID },   { "番号", JKB_MAP_STATEMENT_ID },
  { "kind", JKB_MAP_KIND },            { "type", JKB_MAP_KIND },
  { "種別", JKB_MAP_KIND },            { "種類", JKB_MAP_KIND },
  { "text", JKB_MAP_TEXT },            { "statement", JKB_MAP_TEXT },
  { "小項目", JKB_MAP_TEXT },          { "スキル項目", JKB_MAP_TEXT },
  { "項目", JKB_MAP_TEXT },            { "内容", JKB_MAP_TEXT },
  { "tasks", JKB_MAP_TASKS },          { "maintasks", JKB_MAP_TASKS },
  { "maintask", JKB_MAP_TASKS },       { "タスク", JKB_MAP_TASKS },
  { "knowledge", JKB_MAP_KNOWLEDGE },  { "keyknowledge", JKB_MAP_KNOWLEDGE },
  { "知識", JKB_MAP_KNOWLEDGE },       { "skills", JKB_MAP_SKILLS },
  { "keyskills", JKB_MAP_SKILLS },     { "keyskill", JKB_MAP_SKILLS },
  { "スキル", JKB_MAP_SKILLS },        { "deliverables", JKB_MAP_DELIVERABLES },
  { "deliverable", JKB_MAP_DELIVERABLES }, { "成果物", JKB_MAP_DELIVERABLES },
};

static int
find_head (const char *cell)
{
  g_autofree char *folded = jkb_normal_string (cell, JKB_NORMAL_NFKC | JKB_NORMAL_LOWER);
  g_autoptr(GString) plain = g_string_new (NULL);

  for (const char *at = folded; *at != '\0' && *at != '('; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (plain, g_utf8_get_char (at));
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (known[i].head, plain->str) == 0)
      return (int) known[i].column;
  return -1;
}

static guint
assign (JkbColumnMap *map, const JkbSheet *sheet, guint row)
{
  const GPtrArray *cells = g_ptr_array_index (sheet->rows, row);
  guint n_known = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      int column = find_head (jkb_sheet_cell (sheet, row, i));

      if (column < 0 || map->columns[column] >= 0)
        continue;
      map->columns[column] = (int) i;
      n_known++;
    }
  return n_known;
}

static guint
count_cells (const JkbSheet *sheet, guint row)
{
  const GPtrArray *cells = g_ptr_array_index (sheet->rows, row);
  guint n = 0;

  for (guint i = 0; i < cells->len; i++)
    n += *jkb_sheet_cell (sheet, row, i) != '\0';
  return n;
}

static void
assign_roles (JkbColumnMap *map, const JkbSheet *sheet)
{
  const GPtrArray *cells = g_ptr_array_index (sheet->rows, map->head);
  int last_known = -1;

  if (map->columns[JKB_MAP_ID] >= 0 || map->columns[JKB_MAP_NAME] >= 0
      || map->columns[JKB_MAP_TEXT] < 0)
    return;
  for (int i = 0; i < JKB_N_MAP_COLUMNS; i++)
    last_known = MAX (last_known, map->columns[i]);
  if (last_known + 1 >= (int) cells->len)
    return;
  map->first_role = last_known + 1;
  map->last_role = (int) cells->len - 1;
}

static void
name_framework (JkbColumnMap *map, const GPtrArray *sheets)
{
  const char *name = "";

  if (map->columns[JKB_MAP_SUMMARY] >= 0 && map->columns[JKB_MAP_DELIVERABLES] >= 0)
    name = "ecsf";
  for (guint i = 0; i < sheets->len; i++)
    {
      const JkbSheet *sheet = g_ptr_array_index (sheets, i);

      for (guint row = 0; row < MIN (sheet->rows->len, ROWS_MAX); row++)
        if (strstr (jkb_sheet_cell (sheet, row, 0), "SecBoK") != NULL
            || strstr (sheet->name, "SecBoK") != NULL)
          name = "secbok";
    }
  g_free (map->framework);
  map->framework = g_strdup (name);
}

JkbColumnMap *
jkb_column_map_guess (const GPtrArray *sheets)
{
  g_autoptr(JkbColumnMap) best = jkb_column_map_new ();
  const JkbSheet *best_sheet = NULL;
  guint best_rank = 0;

  for (guint i = 0; i < sheets->len; i++)
    {
      const JkbSheet *sheet = g_ptr_array_index (sheets, i);

      for (guint row = 0; row < MIN (sheet->rows->len, ROWS_MAX); row++)
        {
          g_autoptr(JkbColumnMap) map = jkb_column_map_new ();
          guint n_known = assign (map, sheet, row);
          guint rank = n_known * (JKB_XLSX_MAX_COLUMNS + 1) + count_cells (sheet, row);

          if (n_known == 0 || rank <= best_rank)
            continue;
          best_rank = rank;
          best_sheet = sheet;
          map->head = row;
          g_free (map->sheet);
          map->sheet = g_strdup (sheet->name);
          jkb_column_map_free (best);
          best = g_steal_pointer (&map);
        }
    }
  if (best_sheet == NULL)
    return g_steal_pointer (&best);
  assign_roles (best, best_sheet);
  name_framework (best, sheets);
  return g_steal_pointer (&best);
}

void
jkb_column_map_assign (JkbColumnMap *map, const GPtrArray *sheets)
{
  const JkbSheet *sheet = jkb_column_map_find_sheet (map, sheets);

  for (int i = 0; i < JKB_N_MAP_COLUMNS; i++)
    map->columns[i] = -1;
  map->first_role = map->last_role = -1;
  if (sheet == NULL || map->head >= sheet->rows->len)
    return;
  assign (map, sheet, map->head);
  assign_roles (map, sheet);
}
