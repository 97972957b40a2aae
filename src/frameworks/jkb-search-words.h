/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * How words are looked for among roles and statements: all of them must occur somewhere, in any order;
 * width of characters and case do not count. Any thread.
 */

/**
 * jkb_search_words_fold:
 * @text: what to look in, or for
 *
 * Returns: (transfer full): @text as it is compared
 */
char *jkb_search_words_fold (const char *text);

/**
 * jkb_search_words_split:
 * @folded: words, folded
 *
 * Returns: (transfer full): the words one by one, none when there are only blanks
 */
GStrv jkb_search_words_split (const char *folded);

/**
 * jkb_search_words_match:
 * @words: of jkb_search_words_split()
 * @folded: what to look in, folded
 *
 * Returns: whether all @words occur in @folded
 */
gboolean jkb_search_words_match (const char *const *words, const char *folded);
