/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-xlsx.h"

/**
 * jkb_sheets_parse:
 * @data: (array length=n_bytes): an XLSX workbook, or text with tabs or commas between its fields
 * @n_bytes: how many
 * @error: #JkbFrameworkError
 *
 * Reads any table. Text may be UTF-8 or, as spreadsheets save it in Japan, CP932; fields may stand in
 * double quotes. Time and memory are bounded for any bytes. Any thread.
 *
 * Returns: (transfer full) (nullable) (element-type JkbSheet): the sheets, one without name for text
 */
GPtrArray *jkb_sheets_parse (const char *data, gsize n_bytes, GError **error);
