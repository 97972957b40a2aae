/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-doc.h"

/**
 * jkb_data_list_end:
 * @doc: a document
 * @hit: a word for data in it
 *
 * 氏名・住所・電話番号. Any thread. Returns: where the list of words for data ends that @hit stands in
 */
gsize jkb_data_list_end (const JkbDoc *doc, const JkbHit *hit);

/**
 * jkb_data_is_only_used:
 * @doc: a document
 * @hit: a word for data in it
 *
 * Any thread. Returns: whether the text tells what such data were good for (氏名で検索すると, 電話番号に電話をかけ), not that
 *   they were exposed
 */
gboolean jkb_data_is_only_used (const JkbDoc *doc, const JkbHit *hit);

/**
 * jkb_data_stands_as_data:
 * @doc: a document
 * @hit: a word for data in it
 *
 * Some words for data are as often words for something else: 診察を再開した, 採用情報のページ. Any thread.
 *
 * Returns: whether @hit is no such word, or stands where only data do: in a list of them, in a table, or as that to which
 *   something happened
 */
gboolean jkb_data_stands_as_data (const JkbDoc *doc, const JkbHit *hit);
