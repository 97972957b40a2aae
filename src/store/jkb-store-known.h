/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-source.h"
#include "store/jkb-store.h"

/**
 * jkb_store_load_known:
 * @self: a store
 * @source: bytes and what they are called now; gets kind, charset and items if the casebook has these bytes
 * @is_known: (out): whether it has them
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError
 *
 * Finds bytes by their hash. The source is then as it was read when the bytes first came, its facts as they
 * stand now, so that nothing has to be extracted again. Any thread; blocks.
 *
 * Returns: %TRUE unless reading failed, which leaves @source as it was
 */
gboolean jkb_store_load_known (JkbStore *self, JkbSource *source, gboolean *is_known, GCancellable *cancellable,
                               GError **error);

/**
 * jkb_store_knows_any:
 * @self: a store
 * @cancellable: (nullable): stops it
 *
 * Any thread; blocks. Returns: whether the casebook has bytes of any source, or cannot say
 */
gboolean jkb_store_knows_any (JkbStore *self, GCancellable *cancellable);
