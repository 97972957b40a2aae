/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-source.h"
#include "store/jkb-store.h"

/**
 * jkb_store_load_known:
 * @self: a store
 * @name: what the bytes are called now
 * @bytes: contents of a file
 * @out: (out) (transfer full) (nullable): %NULL when the casebook does not have these bytes
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError
 *
 * Finds bytes by their hash. The source is as it was read when the bytes first came, its facts as they
 * stand now, so that nothing has to be extracted again. Any thread; blocks.
 *
 * Returns: %TRUE unless reading failed
 */
gboolean jkb_store_load_known (JkbStore *self, const char *name, GBytes *bytes, JkbSource **out,
                               GCancellable *cancellable, GError **error);
