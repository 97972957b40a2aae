/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-case-file.h"

/**
 * jkb_case_file_new:
 * @incident: (transfer full): the summary
 *
 * Returns: (transfer full): a case without notices and facts
 */
JkbCaseFile *jkb_case_file_new (JkbIncident *incident);

/**
 * jkb_case_file_sort:
 * @self: a case whose facts are there, those of the case before those of its notices
 *
 * Brings the facts into the order that #JkbCaseFile promises.
 */
void jkb_case_file_sort (JkbCaseFile *self);

/**
 * jkb_case_notice_free:
 * @notice: (transfer full): a notice
 */
void jkb_case_notice_free (JkbCaseNotice *notice);
