/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-framework-file.h"

/**
 * jkb_xlsx_unpack:
 * @data: (array length=n_bytes): a ZIP archive
 * @n_bytes: how many
 * @error: #JkbFrameworkError
 *
 * Unpacks the XML of a workbook (`xl/…`, but no media) into memory, within limits. Any thread.
 *
 * Returns: (transfer full) (nullable) (element-type utf8 GBytes): contents by path
 */
GHashTable *jkb_xlsx_unpack (const char *data, gsize n_bytes, GError **error);
