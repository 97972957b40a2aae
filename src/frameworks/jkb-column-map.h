/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-framework-file.h"
#include "frameworks/jkb-xlsx.h"

/*
 * Which column of somebody's table holds what. Three shapes of tables are known:
 *
 *     a row for each statement of a role          name, statement_id, kind_column, text
 *     a row for each role, lists in its cells     name, summary, tasks, knowledge, skills, deliverables
 *     a row for each statement, a column for each role with marks in it        text, roles, marks
 *
 * In words, as a person types and a file keeps it: parts `NAME=VALUE` with `;` between them, columns as
 * spreadsheets call them, rows from 1:
 *
 *     sheet=Skills;head=3;framework=secbok;edition=2025;statement_id=A;text=D;kind=skill;roles=F-T;marks=M,O
 */

/** JkbMapColumn: what a column may hold. */
typedef enum
{
  JKB_MAP_ID,                        /* identifier of a role */
  JKB_MAP_NAME,                      /* name of a role */
  JKB_MAP_CATEGORY,
  JKB_MAP_SUMMARY,
  JKB_MAP_STATEMENT_ID,
  JKB_MAP_KIND,                      /* kind of the statement */
  JKB_MAP_TEXT,                      /* words of the statement */
  JKB_MAP_TASKS,                     /* lists, an entry a line */
  JKB_MAP_KNOWLEDGE,
  JKB_MAP_SKILLS,
  JKB_MAP_DELIVERABLES,
  JKB_N_MAP_COLUMNS
} JkbMapColumn;

/**
 * JkbColumnMap:
 * @framework: name of the framework
 * @edition: its edition; may be empty
 * @sheet: name of the sheet
 * @head: the row with the heads, from 0
 * @columns: the column of each #JkbMapColumn, from 0; -1 for none
 * @kind: what statements are of which no column says it
 * @first_role: the first of the columns that each are a role, -1 for none
 * @last_role: the last of them
 * @marks: (array zero-terminated=1): marks that mean that a role has a statement; none for any
 *
 * How to read a table.
 */
typedef struct
{
  char *framework;
  char *edition;
  char *sheet;
  guint head;
  int columns[JKB_N_MAP_COLUMNS];
  JkbStatementKind kind;
  int first_role;
  int last_role;
  char **marks;
} JkbColumnMap;

/**
 * jkb_column_map_new:
 *
 * Returns: (transfer full): a map that assigns nothing
 */
JkbColumnMap *jkb_column_map_new (void);

/**
 * jkb_column_map_free:
 * @map: (nullable) (transfer full): a map
 */
void jkb_column_map_free (JkbColumnMap *map);

/**
 * jkb_column_map_parse:
 * @text: a map in words
 * @error: %JKB_FRAMEWORK_ERROR_MALFORMED
 *
 * Any thread. Returns: (transfer full) (nullable): the map
 */
JkbColumnMap *jkb_column_map_parse (const char *text, GError **error);

/**
 * jkb_column_map_print:
 * @map: a map
 *
 * Any thread. Returns: (transfer full): @map in words
 */
char *jkb_column_map_print (const JkbColumnMap *map);

/**
 * jkb_map_column_nick:
 * @column: what a column may hold
 *
 * Returns: (transfer none): its name in maps
 */
const char *jkb_map_column_nick (JkbMapColumn column);

/**
 * jkb_column_letters:
 * @column: from 0
 *
 * Returns: (transfer full): what spreadsheets call it: `A`, `AB`
 */
char *jkb_column_letters (guint column);

/**
 * jkb_column_map_guess:
 * @sheets: (element-type JkbSheet): a table
 *
 * Looks for a row of heads that we know words of, in Japanese or English. Any thread.
 *
 * Returns: (transfer full): what is most likely; it may assign nothing
 */
JkbColumnMap *jkb_column_map_guess (const GPtrArray *sheets);

/**
 * jkb_column_map_assign:
 * @map: a map; its sheet and row of heads are looked at
 * @sheets: (element-type JkbSheet): a table
 *
 * Assigns all columns anew, by what is known of their heads. Any thread.
 */
void jkb_column_map_assign (JkbColumnMap *map, const GPtrArray *sheets);

/**
 * jkb_column_map_find_sheet:
 * @map: a map
 * @sheets: (element-type JkbSheet): a table
 *
 * Returns: (transfer none) (nullable): the sheet that @map is for; of a table with one sheet that one
 */
const JkbSheet *jkb_column_map_find_sheet (const JkbColumnMap *map, const GPtrArray *sheets);

/**
 * jkb_column_map_apply:
 * @map: a map
 * @sheets: (element-type JkbSheet): a table
 * @frameworks: (nullable): roles with the names of those of the loaded edition get their identifiers
 * @error: %JKB_FRAMEWORK_ERROR_MALFORMED when the map assigns too little or does not fit, else as
 *   jkb_framework_file_parse()
 *
 * Reads a table as a framework. Any thread.
 *
 * Returns: (transfer full) (nullable): the file
 */
JkbFrameworkFile *jkb_column_map_apply (const JkbColumnMap *map, const GPtrArray *sheets,
                                        const JkbFrameworks *frameworks, GError **error);

/**
 * jkb_column_maps_recall:
 * @table: (nullable): contents of `columns.tsv` in a person's own folder
 * @sheets: (element-type JkbSheet): a table
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the map that was remembered last for the same heads
 */
JkbColumnMap *jkb_column_maps_recall (const char *table, const GPtrArray *sheets);

/**
 * jkb_column_maps_remember:
 * @table: (nullable): contents of `columns.tsv`
 * @map: a map that fits @sheets
 * @sheets: (element-type JkbSheet): a table
 *
 * Any thread.
 *
 * Returns: (transfer full): @table with @map for the heads of @sheets
 */
char *jkb_column_maps_remember (const char *table, const JkbColumnMap *map,
                                const GPtrArray *sheets);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbColumnMap, jkb_column_map_free)
