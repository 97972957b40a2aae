/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * jkb_language_of:
 * @text: valid UTF-8
 * @n_bytes: its length
 *
 * Tells in which language a text is written: Japanese by its kana (a short line may be all
 * ideographs), English by how many of its words are the small words that every English text is full
 * of. A few names in the other script change nothing. Linear in @n_bytes. Any thread.
 *
 * Returns: (transfer none): `ja`, `en`, or `und` for anything else, also for no text; static
 */
const char *jkb_language_of (const char *text, gsize n_bytes);
