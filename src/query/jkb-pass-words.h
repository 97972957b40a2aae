/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "query/jkb-cases.h"
#include "query/jkb-search-line.h"

/**
 * jkb_pass_words:
 * @cases: a snapshot
 * @line: what is looked for
 * @fails: (array): by slot, see jkb_pass_new(); the bit of the words is added where @line does not
 *   match
 * @cancellable: (nullable): looked at after every thousand cases
 *
 * Inside the room `query`. Any thread. Returns: %FALSE when cancelled
 */
gboolean jkb_pass_words (const JkbCases *cases, const JkbSearchLine *line, guint16 *fails,
                         GCancellable *cancellable);
