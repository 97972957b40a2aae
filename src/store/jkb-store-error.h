/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * JkbStoreError:
 * @JKB_STORE_ERROR_NOT_FOUND: there is no such file, or its folder is gone
 * @JKB_STORE_ERROR_NOT_A_CASEBOOK: the file is something else; it was not touched
 * @JKB_STORE_ERROR_NEWER: a later version of the program wrote the file; it was not touched
 * @JKB_STORE_ERROR_LOCKED: another program holds the file for too long; trying again may help
 * @JKB_STORE_ERROR_READ_ONLY: the file or its folder must not be written; opening with
 *   %JKB_STORE_READ_ONLY may help
 * @JKB_STORE_ERROR_FULL: no room on the disk; nothing of the operation was kept
 * @JKB_STORE_ERROR_DAMAGED: the file is damaged; a backup may help
 * @JKB_STORE_ERROR_INVALID: a value that does not fit its field, or a case or fact that is gone;
 *   nothing of the operation was kept
 * @JKB_STORE_ERROR_CLOSED: the store has been closed
 * @JKB_STORE_ERROR_IO: the file system failed in another way
 *
 * Errors of the room `store`, each of which a caller acts on differently. Messages are one line,
 * in English, and name the file. A cancelled operation fails with %G_IO_ERROR_CANCELLED.
 */
typedef enum
{
  JKB_STORE_ERROR_NOT_FOUND,
  JKB_STORE_ERROR_NOT_A_CASEBOOK,
  JKB_STORE_ERROR_NEWER,
  JKB_STORE_ERROR_LOCKED,
  JKB_STORE_ERROR_READ_ONLY,
  JKB_STORE_ERROR_FULL,
  JKB_STORE_ERROR_DAMAGED,
  JKB_STORE_ERROR_INVALID,
  JKB_STORE_ERROR_CLOSED,
  JKB_STORE_ERROR_IO,
} JkbStoreError;

#define JKB_STORE_ERROR (jkb_store_error_quark ())

/**
 * jkb_store_error_quark:
 *
 * Returns: the domain of #JkbStoreError. Any thread.
 */
GQuark jkb_store_error_quark (void);
