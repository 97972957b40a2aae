/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <archive.h>
#include <glib.h>

/*
 * Archives and workbooks for tests, made in memory.
 */

/**
 * zip_begin:
 * @bytes: where the archive is written; has to live until zip_end()
 *
 * Returns: (transfer full): an archive to add to
 */
struct archive *zip_begin (GByteArray *bytes);

/**
 * zip_add:
 * @archive: an archive
 * @path: the path of an entry, whatever it is
 * @data: (array length=n_bytes): its contents
 * @n_bytes: how many
 */
void zip_add (struct archive *archive, const char *path, const char *data, gsize n_bytes);

/**
 * zip_end:
 * @archive: (transfer full): an archive
 */
void zip_end (struct archive *archive);

/**
 * zip_make_workbook:
 * @names: (array zero-terminated=1): names of sheets
 * @sheets: (array zero-terminated=1): as many sheets, rows with `\n` and cells with `|` between them
 *
 * Returns: (transfer full): an XLSX workbook
 */
GByteArray *zip_make_workbook (const char *const *names, const char *const *sheets);
