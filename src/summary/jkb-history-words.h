/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-case-file.h"

/**
 * jkb_history_words:
 * @file: a case
 * @what: (nullable): nick of a field, to word only what became of its values
 *
 * Words what was changed of a case since it was made: when, what stood there before, who said so, what stands there
 * since. Any thread.
 *
 * Returns: (transfer full) (nullable): a line for each change, the latest first; %NULL when nothing was changed
 */
char *jkb_history_words (const JkbCaseFile *file, const char *what);

/**
 * jkb_history_word_time:
 * @time_us: microseconds since 1970 UTC
 *
 * Any thread. Returns: (transfer full): the time in the zone of the session, its day as all days are shown
 */
char *jkb_history_word_time (gint64 time_us);
