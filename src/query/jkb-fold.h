/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-normal.h"

/**
 * JkbFold:
 *
 * How two spellings become equal for a search. Text is folded character by character: width,
 * compatibility forms, case, blanks and dashes (%JKB_NORMAL_READING), then old and look-alike
 * characters of `query/characters.tsv`. Whole words that are spelled in several ways
 * (`query/variants.tsv`: サーバ, サーバー) are not folded in the text, so that each substring of it
 * can still be found and the text need not be indexed again when the file grows; a searched word is
 * tried in each spelling instead. Never changes once made; any thread.
 */
typedef struct _JkbFold JkbFold;

/**
 * jkb_fold_new:
 * @data_dir: (nullable): folder with `characters.tsv`, `variants.tsv` and `fields.tsv`; %NULL for
 *   the shipped ones
 * @error: a #GFileError, or %JKB_CORE_ERROR_DATA_FILE that names file and line
 *
 * Any thread. Returns: (transfer full) (nullable): the folding
 */
JkbFold *jkb_fold_new (const char *data_dir, GError **error);

/**
 * jkb_fold_ref:
 * @fold: a folding
 *
 * Any thread. Returns: (transfer full): @fold
 */
JkbFold *jkb_fold_ref (JkbFold *fold);

/**
 * jkb_fold_describe:
 * @fold: a folding
 *
 * Names what it does: two foldings with the same name fold every text alike. Takes some milliseconds, once. Any
 * thread.
 *
 * Returns: (transfer full): the name
 */
char *jkb_fold_describe (JkbFold *fold);

/**
 * jkb_fold_unref:
 * @fold: (transfer full): a folding
 *
 * Any thread.
 */
void jkb_fold_unref (JkbFold *fold);

/**
 * jkb_fold_text:
 * @fold: a folding
 * @text: valid UTF-8
 * @n_bytes: its length
 *
 * Folds @text; jkb_normal_to_source() maps what is found back to @text. Any thread.
 *
 * Returns: (transfer full): the folded text
 */
JkbNormal *jkb_fold_text (const JkbFold *fold, const char *text, gsize n_bytes);

/**
 * jkb_fold_string:
 * @fold: a folding
 * @text: valid UTF-8
 *
 * Any thread. Returns: (transfer full): only the folded text
 */
char *jkb_fold_string (const JkbFold *fold, const char *text);

/**
 * jkb_fold_spellings:
 * @fold: a folding
 * @folded: a word as jkb_fold_string() gives it
 *
 * Lists the spellings under which @folded is to be looked for; at most
 * %JKB_FOLD_MAX_SPELLINGS. A spelling that contains another one of the list is left out, as the
 * shorter finds it. Any thread.
 *
 * Returns: (transfer full) (element-type utf8): one or more spellings
 */
GPtrArray *jkb_fold_spellings (const JkbFold *fold, const char *folded);

/**
 * jkb_fold_open_stops:
 * @fold: a folding
 * @word: the word as it was typed
 * @forms: (element-type utf8) (inout): its spellings, none empty
 *
 * Adds those that differ in a comma or full stop of Latin writing at either end of @word: by what stands around
 * it in a text it is one of Japanese or not, and a word is too short to tell. Any thread.
 */
void jkb_fold_open_stops (const JkbFold *fold, const char *word, GPtrArray *forms);

/** Most spellings under which one word is looked for. */
#define JKB_FOLD_MAX_SPELLINGS 32

/**
 * jkb_fold_field:
 * @fold: a folding
 * @name: a folded name of a field or of one of its values
 * @field: (nullable): the field whose values are meant, %NULL when @name is a field
 *
 * Looks up a name in `fields.tsv` (種別 for type, 紛失 for lost_media_device). Any thread.
 *
 * Returns: (transfer none) (nullable): the stable name, %NULL when there is no such alias
 */
const char *jkb_fold_field (const JkbFold *fold, const char *field, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbFold, jkb_fold_unref)
