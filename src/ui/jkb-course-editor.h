/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "frameworks/jkb-courses.h"

/**
 * JkbCourseEditor:
 *
 * One course: its name, the roles that it trains for, and what it teaches of imported files. Main
 * thread. Signals `save` and `remove` when the person wants that.
 */
#define JKB_TYPE_COURSE_EDITOR (jkb_course_editor_get_type ())
G_DECLARE_FINAL_TYPE (JkbCourseEditor, jkb_course_editor, JKB, COURSE_EDITOR, AdwBin)

/**
 * jkb_course_editor_new:
 *
 * Returns: (transfer floating): an editor of a new course
 */
GtkWidget *jkb_course_editor_new (void);

/**
 * jkb_course_editor_set_frameworks:
 * @self: an editor
 * @frameworks: frameworks
 *
 * Shows the roles of these; what is being edited stays.
 */
void jkb_course_editor_set_frameworks (JkbCourseEditor *self, JkbFrameworks *frameworks);

/**
 * jkb_course_editor_set_course:
 * @self: an editor
 * @course: (nullable): a course; copied; %NULL for a new one
 *
 * Edits @course.
 */
void jkb_course_editor_set_course (JkbCourseEditor *self, const JkbCourse *course);

/**
 * jkb_course_editor_set_name:
 * @self: an editor
 * @name: what the course is to be called
 */
void jkb_course_editor_set_name (JkbCourseEditor *self, const char *name);

/**
 * jkb_course_editor_get_old_name:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): what the course was called; %NULL for a new one
 */
const char *jkb_course_editor_get_old_name (JkbCourseEditor *self);

/**
 * jkb_course_editor_apply:
 * @self: an editor
 * @courses: (element-type JkbCourse): courses
 *
 * Puts the course into @courses, in place of what it was.
 */
void jkb_course_editor_apply (JkbCourseEditor *self, GPtrArray *courses);
