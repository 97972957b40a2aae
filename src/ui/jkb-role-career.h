/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

/**
 * JkbRoleCareer:
 *
 * For people who change careers: questions, and what the answers speak for, with the reasons. Answers are
 * forgotten with the window unless a person asks to keep them. Follows the frameworks of
 * jkb_reference_get_default().
 */
#define JKB_TYPE_ROLE_CAREER (jkb_role_career_get_type ())
G_DECLARE_FINAL_TYPE (JkbRoleCareer, jkb_role_career, JKB, ROLE_CAREER, AdwBin)

/**
 * jkb_role_career_new:
 *
 * Main thread. Returns: (transfer floating): the questions
 */
GtkWidget *jkb_role_career_new (void);

/**
 * jkb_role_career_choose:
 * @self: the questions
 * @answer: name of an answer
 *
 * Chooses it, as a person would.
 */
void jkb_role_career_choose (JkbRoleCareer *self, const char *answer);
