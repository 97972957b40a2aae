/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-frameworks.h"

/*
 * Which work an organisation has somebody for, and where nobody is, given the roles that it has.
 */

/**
 * JkbCoverageCell:
 * @subject: a type or circumstance
 * @phase: part of the work
 * @held: (nullable): the strongest assignment among the roles that are there; %NULL for nobody
 * @needed: (nullable): the strongest assignment of the framework; %NULL when it knows of no work here
 * @n_cases: how often this subject occurs in the chosen cases
 *
 * What the board says of one subject and phase.
 */
typedef struct
{
  JkbSubject subject;
  JkbPhase phase;
  const JkbAssignment *held;
  const JkbAssignment *needed;
  guint64 n_cases;
} JkbCoverageCell;

/**
 * jkb_coverage_read:
 * @frameworks: frameworks
 * @text: UTF-8; one role a line as `nice OG-WRL-001` or `nice:2017 OV-MGT-001`; `#` begins a comment
 * @name: what errors call it
 * @error: %JKB_CORE_ERROR_DATA_FILE as `FILE:LINE: what is wrong`
 *
 * Reads the roles that an organisation has. A role that is named twice counts once. Any thread.
 *
 * Returns: (transfer container) (nullable) (element-type JkbRole): the roles
 */
GPtrArray *jkb_coverage_read (const JkbFrameworks *frameworks, const char *text, const char *name,
                              GError **error);

/**
 * jkb_coverage_new:
 * @frameworks: frameworks
 * @held: (element-type JkbRole): the roles that are there, of whatever edition
 * @framework: the edition whose map says what is needed
 * @n_cases: (nullable) (array fixed-size=JKB_N_SUBJECTS): how often each subject occurs; %NULL for 1
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type JkbCoverageCell): each subject and phase where work is
 *   needed; first where nobody is, most cases first, then the weight needed, subject and phase
 */
GPtrArray *jkb_coverage_new (const JkbFrameworks *frameworks, const GPtrArray *held,
                             const JkbFramework *framework, const guint64 *n_cases);
