/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "store/jkb-store-error.h"

/*
 * Inside the room `store`: what is looked at before SQLite opens a file.
 */

/**
 * jkb_place_refuse:
 * @error: where to put it
 * @code: what it means for a caller
 * @path: file name of the casebook
 * @reason: why not
 *
 * Sets @error as `PATH: reason`.
 *
 * Returns: %FALSE
 */
gboolean jkb_place_refuse (GError **error, JkbStoreError code, const char *path, const char *reason);

/**
 * jkb_place_check_file:
 * @path: file name of a casebook
 * @create: it need not be there
 * @error: %JKB_STORE_ERROR_NOT_FOUND, %JKB_STORE_ERROR_NOT_A_CASEBOOK or %JKB_STORE_ERROR_READ_ONLY
 *
 * Returns: %TRUE if there is a plain file, or none and @create
 */
gboolean jkb_place_check_file (const char *path, gboolean create, GError **error);

/**
 * jkb_place_make_folder:
 * @path: file name of a casebook
 * @error: %JKB_STORE_ERROR_READ_ONLY, %JKB_STORE_ERROR_FULL or %JKB_STORE_ERROR_NOT_FOUND
 *
 * Returns: %TRUE if the folder it stands in is there now
 */
gboolean jkb_place_make_folder (const char *path, GError **error);

/**
 * jkb_place_check_permission:
 * @path: file name of a casebook
 * @error: %JKB_STORE_ERROR_READ_ONLY
 *
 * Returns: %TRUE if file and folder may be written
 */
gboolean jkb_place_check_permission (const char *path, GError **error);

/**
 * jkb_place_has_log:
 * @path: file name of a casebook
 *
 * Returns: %TRUE if something of it is still in the log beside it
 */
gboolean jkb_place_has_log (const char *path);
