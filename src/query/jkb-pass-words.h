/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "query/jkb-cases.h"
#include "query/jkb-search-line.h"

/**
 * jkb_pass_words_new:
 * @cases: a snapshot
 * @line: what is looked for
 * @cancellable: (nullable): looked at after every thousand cases
 *
 * Inside the room `query`. Any thread. Returns: (transfer full) (nullable) (array): a bit for each slot, see
 *   jkb-bits.h, set of the cases that @line matches; the slots of a block begin a word; %NULL when cancelled
 */
guint64 *jkb_pass_words_new (const JkbCases *cases, const JkbSearchLine *line, GCancellable *cancellable);
