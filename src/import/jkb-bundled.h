/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/jkb-store.h"

/**
 * jkb_bundled_load:
 * @path: (nullable): a file laid out as `data/incidents/incidents.tsv`; %NULL for the shipped one
 * @version: (out) (transfer full) (optional): hash of the contents
 * @error: a #GFileError, or %JKB_CORE_ERROR_DATA_FILE with file and line
 *
 * Reads the cases that come with the program and checks each value. Any thread.
 *
 * Returns: (transfer full) (nullable) (element-type JkbIncident): the cases
 */
GPtrArray *jkb_bundled_load (const char *path, char **version, GError **error);

/**
 * jkb_bundled_install:
 * @store: a store that can be written
 * @cancellable: (nullable): stops it
 * @error: as for jkb_bundled_load() and jkb_store_add_bundled()
 *
 * Loads the shipped cases into @store unless it has them. Blocks. Any thread.
 *
 * Returns: %TRUE when @store has them
 */
gboolean jkb_bundled_install (JkbStore *store, GCancellable *cancellable, GError **error);
