/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-courses.h"

/*
 * Courses laid against roles. A course that trains for a role teaches the duties of that role (a duty
 * is one subject in one phase), wherever another role has them too, whatever its framework; and the
 * statements that it names.
 */

/**
 * JkbCourseFit:
 * @role: a role
 * @taught: (element-type JkbAssignment): its duties that some course teaches, by subject
 * @missing: (element-type JkbAssignment): its duties that none does
 * @courses: (element-type JkbCourse): those that teach some of its duties or statements
 * @n_statements: how many statements it has, from an imported file
 * @untaught: (element-type JkbStatement): those that no course names
 *
 * How far courses lead to one role.
 */
typedef struct
{
  const JkbRole *role;
  GPtrArray *taught;
  GPtrArray *missing;
  GPtrArray *courses;
  guint n_statements;
  GPtrArray *untaught;
} JkbCourseFit;

/**
 * jkb_courses_fit:
 * @frameworks: frameworks
 * @courses: (element-type JkbCourse): courses; has to live as long as what is returned
 * @framework: (nullable): only roles of this edition; %NULL for the current edition of each framework
 *
 * Roles that have neither duties nor statements are left out. Any thread.
 *
 * Returns: (transfer full) (element-type JkbCourseFit): the largest share of duties taught first, then
 *   the most of them, the largest share of statements, and the order of roles
 */
GPtrArray *jkb_courses_fit (const JkbFrameworks *frameworks, const GPtrArray *courses,
                            const JkbFramework *framework);

/**
 * jkb_courses_print_fit:
 * @fits: (element-type JkbCourseFit): what jkb_courses_fit() says
 *
 * Writes a table that other programs read: tabs, a heading, a role a row. Names are in both languages.
 * Any thread.
 *
 * Returns: (transfer full): the table
 */
char *jkb_courses_print_fit (const GPtrArray *fits);
