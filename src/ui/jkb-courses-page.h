/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/jkb-course-editor.h"

/**
 * JkbCoursesPage:
 *
 * A trainer's own courses, to enter, import and export, laid against roles: what of each they teach,
 * and what is missing; to print and to save. Changes are steps that can be taken back. Main thread.
 */
#define JKB_TYPE_COURSES_PAGE (jkb_courses_page_get_type ())
G_DECLARE_FINAL_TYPE (JkbCoursesPage, jkb_courses_page, JKB, COURSES_PAGE, AdwBin)

/**
 * jkb_courses_page_new:
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *jkb_courses_page_new (void);

/**
 * jkb_courses_page_import:
 * @self: a page whose frameworks are read
 * @file: a table of courses
 * @error: as jkb_courses_parse(), or a #GIOError
 *
 * Begins to put the courses of @file in place of those of the same name, beside the others.
 *
 * Returns: %FALSE when @file cannot be read
 */
gboolean jkb_courses_page_import (JkbCoursesPage *self, GFile *file, GError **error);
