/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-case-file.h"
#include "ui/jkb-print.h"

/**
 * jkb_case_print_new:
 * @file: a case
 *
 * Makes a hand-out of a case: its headline in words, its facts with the words that say so and who stands
 * behind them, its course, the roles it calls for, the notes and the source. What is not known says so;
 * what was rejected is left out. In the language of the session.
 *
 * Returns: (transfer full): the hand-out
 */
JkbPrint *jkb_case_print_new (const JkbCaseFile *file);
