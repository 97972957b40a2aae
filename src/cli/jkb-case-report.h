/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-case-file.h"

/**
 * jkb_case_report:
 * @file: a case
 *
 * Writes a case for people to read, in the language of the session: each value with who stands
 * behind it and the words that say so, then notes and notices. Texts from outside are made harmless.
 *
 * Returns: (transfer full): the report
 */
char *jkb_case_report (const JkbCaseFile *file);
