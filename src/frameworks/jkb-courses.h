/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-frameworks.h"

/*
 * A trainer's own courses, kept as `courses.tsv` beside what else a person keeps of their own. As a
 * table (format: jkb-data-table.h), a course a row:
 *
 *     course roles statements
 *
 * `roles` are those it trains for, as `framework/edition/role_id`; `statements` are tasks, knowledge
 * and skills of an imported file that it teaches, as `framework/edition/statement_id`; both separated
 * by semicolons, either may be empty.
 */

/** Under which name courses are kept, see jkb_own_swap(). */
#define JKB_COURSES "courses.tsv"

/**
 * JkbCourse:
 * @name: what it is called; two courses have different names
 * @roles: (array zero-terminated=1): for which roles it trains
 * @statements: (array zero-terminated=1): what it teaches of imported files
 *
 * One course. Roles and statements need not be there.
 */
typedef struct
{
  char *name;
  char **roles;
  char **statements;
} JkbCourse;

/**
 * jkb_courses_new:
 *
 * Returns: (transfer full) (element-type JkbCourse): no courses
 */
GPtrArray *jkb_courses_new (void);

/**
 * jkb_courses_parse:
 * @text: a table
 * @name: what errors call it
 * @frameworks: (nullable): where its roles and statements have to be; %NULL to take any
 * @error: %JKB_CORE_ERROR_DATA_FILE as `FILE:LINE: what is wrong`
 *
 * Of two rows about the same course the later one holds. Any thread.
 *
 * Returns: (transfer full) (nullable) (element-type JkbCourse): the courses
 */
GPtrArray *jkb_courses_parse (const char *text, const char *name, const JkbFrameworks *frameworks,
                              GError **error);

/**
 * jkb_courses_print:
 * @courses: (element-type JkbCourse): courses
 *
 * Any thread. Returns: (transfer full): the table
 */
char *jkb_courses_print (const GPtrArray *courses);

/**
 * jkb_courses_read:
 * @own: the folder of what a person keeps
 * @error: as jkb_courses_parse(), or a #GFileError
 *
 * Reads a file of a few kilobytes.
 *
 * Returns: (transfer full) (nullable) (element-type JkbCourse): the courses, none when there is no
 *   such file
 */
GPtrArray *jkb_courses_read (const char *own, GError **error);

/**
 * jkb_courses_find:
 * @courses: (element-type JkbCourse): courses
 * @name: a name
 *
 * Returns: (transfer none) (nullable): the course of that name
 */
const JkbCourse *jkb_courses_find (const GPtrArray *courses, const char *name);

/**
 * jkb_courses_set:
 * @courses: (element-type JkbCourse): courses
 * @name: a name; blanks for what a table cannot hold
 * @roles: (array zero-terminated=1): as #JkbCourse has them
 * @statements: (array zero-terminated=1): likewise
 *
 * Adds a course, in place of the one of that name.
 */
void jkb_courses_set (GPtrArray *courses, const char *name, const char *const *roles,
                      const char *const *statements);

/**
 * jkb_courses_unset:
 * @courses: (element-type JkbCourse): courses
 * @name: a name
 *
 * Returns: %TRUE when there was such a course; it is gone
 */
gboolean jkb_courses_unset (GPtrArray *courses, const char *name);
