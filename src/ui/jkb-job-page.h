/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "frameworks/jkb-frameworks.h"

/**
 * JkbJobPage:
 *
 * A job description drafted from a role, in Japanese or English, to edit, copy and save. A new draft
 * takes the place of what was edited; that can be taken back in the text. Main thread.
 */
#define JKB_TYPE_JOB_PAGE (jkb_job_page_get_type ())
G_DECLARE_FINAL_TYPE (JkbJobPage, jkb_job_page, JKB, JOB_PAGE, AdwBin)

/**
 * jkb_job_page_new:
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *jkb_job_page_new (void);

/**
 * jkb_job_page_set_role:
 * @self: a page
 * @role: (nullable): a role
 *
 * Drafts the description of @role.
 */
void jkb_job_page_set_role (JkbJobPage *self, const JkbRole *role);

/**
 * jkb_job_page_set_language:
 * @self: a page
 * @is_japanese: in Japanese, not English
 *
 * Drafts in that language.
 */
void jkb_job_page_set_language (JkbJobPage *self, gboolean is_japanese);

/**
 * jkb_job_page_get_text:
 * @self: a page
 *
 * Returns: (transfer full): the text as it stands; empty without a role
 */
char *jkb_job_page_get_text (JkbJobPage *self);

/**
 * jkb_job_page_write:
 * @self: a page
 * @file: where to
 * @error: a #GIOError
 *
 * Writes the text as it stands, some kilobytes.
 *
 * Returns: %TRUE when done
 */
gboolean jkb_job_page_write (JkbJobPage *self, GFile *file, GError **error);
