/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/jkb-import.h"

/* What an import did, or would do, in the language of the session. */

/**
 * jkb_import_words_has_changed:
 * @report: what an import did
 *
 * Returns: %TRUE if there is something to undo
 */
gboolean jkb_import_words_has_changed (const JkbImportReport *report);

/**
 * jkb_import_words_report:
 * @report: what an import did; only its counts are looked at
 *
 * Returns: (transfer full): a line such as `3 new cases, 1 known`
 */
char *jkb_import_words_report (const JkbImportReport *report);

/**
 * jkb_import_words_outcome:
 * @outcome: what became of an item
 * @set_aside_reason: (nullable): nick of the reason when it is no notice
 * @changes: (nullable) (element-type JkbChange): what its case says otherwise since
 *
 * Returns: (transfer full): the words, a line for each change
 */
char *jkb_import_words_outcome (JkbOutcome outcome, const char *set_aside_reason, const GPtrArray *changes);

/**
 * jkb_import_words_icon:
 * @outcome: what became of an item
 *
 * Returns: (transfer none): name of an icon
 */
const char *jkb_import_words_icon (JkbOutcome outcome);
