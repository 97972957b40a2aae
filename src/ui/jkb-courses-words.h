/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-course-fit.h"
#include "ui/jkb-print.h"

/*
 * How far courses lead to roles, in words. Main thread.
 */

/**
 * jkb_courses_words_fill:
 * @box: where to; emptied before
 * @frameworks: where the roles belong
 * @fits: (element-type JkbCourseFit): what jkb_courses_fit() says
 *
 * Adds the roles to which some course leads, with what is missing.
 */
void jkb_courses_words_fill (GtkBox *box, JkbFrameworks *frameworks, const GPtrArray *fits);

/**
 * jkb_courses_words_new_print:
 * @courses: (element-type JkbCourse): courses
 * @fits: (element-type JkbCourseFit): what jkb_courses_fit() says of them
 *
 * Returns: (transfer full): both as tables
 */
JkbPrint *jkb_courses_words_new_print (const GPtrArray *courses, const GPtrArray *fits);
