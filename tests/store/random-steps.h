/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casebook.h"

/**
 * random_step:
 * @store: a store
 * @imports: (element-type gint64): batches of the imports so far; another one is appended here
 *
 * Does what a person might do: an import, one of the earlier imports taken back, or one to three
 * changes at once.
 *
 * Returns: %FALSE when it was refused, so that nothing happened
 */
gboolean random_step (JkbStore *store, GArray *imports);
