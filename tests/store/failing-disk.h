/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * failing_disk_install:
 *
 * Puts a layer between SQLite and the file system, for the life of the program, which at first lets
 * everything through.
 */
void failing_disk_install (void);

/**
 * failing_disk_fail_after:
 * @n_calls: how many writes, truncations and syncs still succeed; -1 for all
 * @code: what the later ones answer: `SQLITE_FULL` or an `SQLITE_IOERR`
 * @writes_half: a write that fails leaves half of its bytes
 */
void failing_disk_fail_after (int n_calls, int code, gboolean writes_half);

/**
 * failing_disk_has_failed:
 *
 * Returns: %TRUE if a call failed since the last failing_disk_fail_after()
 */
gboolean failing_disk_has_failed (void);
