/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * jkb_memory_new_table:
 * @n_bytes: how many
 *
 * Memory for tables that are read at places all over them: it lies in large pages of the processor where the system has
 * such, so that it takes few of them to reach all of it. Takes up to 2 MiB more than asked for. Any thread.
 *
 * Returns: (transfer full): zeros; free with jkb_memory_free_table()
 */
gpointer jkb_memory_new_table (gsize n_bytes);

/**
 * jkb_memory_free_table:
 * @table: (nullable) (transfer full): what jkb_memory_new_table() returned
 */
void jkb_memory_free_table (gpointer table);
