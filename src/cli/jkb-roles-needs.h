/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/jkb-command.h"
#include "frameworks/jkb-frameworks.h"

/*
 * The modes of `roles` for who teaches or hires: what an organisation lacks, and what is to be done.
 */

/**
 * jkb_roles_needs_coverage:
 * @frameworks: frameworks
 * @framework: (nullable): the edition that says what is needed; %NULL for that of the first role
 * @file: the roles that are there
 * @casebook: (nullable): whose cases weigh the gaps
 * @is_plan: print whom to train next, not every phase
 * @is_json: JSON, not text
 *
 * Returns: what the program ends with
 */
JkbExit jkb_roles_needs_coverage (const JkbFrameworks *frameworks, const JkbFramework *framework,
                                  const char *file, const char *casebook, gboolean is_plan,
                                  gboolean is_json);

/**
 * jkb_roles_needs_courses:
 * @frameworks: frameworks
 * @framework: (nullable): only roles of this edition; %NULL for the current ones
 * @file: courses as jkb_courses_parse() reads them
 * @is_json: JSON, not text
 *
 * Returns: what the program ends with
 */
JkbExit jkb_roles_needs_courses (const JkbFrameworks *frameworks, const JkbFramework *framework,
                                 const char *file, gboolean is_json);

/**
 * jkb_roles_needs_description:
 * @frameworks: frameworks
 * @role: a role
 * @language: (nullable): `ja` or `en`; %NULL for that of the session
 * @is_json: JSON, not text
 *
 * Returns: what the program ends with
 */
JkbExit jkb_roles_needs_description (const JkbFrameworks *frameworks, const JkbRole *role,
                                     const char *language, gboolean is_json);
