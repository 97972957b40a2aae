/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-normal.h"

/** Longest normal form of one BMP character, in bytes (U+FDFA has 33). */
#define JKB_NORMAL_FORM_MAX 48

/**
 * JkbNormalTable:
 *
 * What each character of the Basic Multilingual Plane becomes by itself under one set of flags.
 * Built once from GLib's own tables (about 10 ms), never freed, never changed.
 */
typedef struct _JkbNormalTable JkbNormalTable;

/**
 * jkb_normal_table_get:
 * @flags: how to normalise
 *
 * Any thread. Returns: (transfer none): the table for @flags
 */
const JkbNormalTable *jkb_normal_table_get (JkbNormalFlags flags);

/**
 * jkb_normal_table_lookup:
 * @table: a table
 * @c: a character
 * @form: (out): its normal form, not NUL-terminated; only set when the result is not negative
 *
 * Any thread. Returns: bytes of @form; -1 when @c stays as it is; -2 when @c has to be normalised
 *   together with its neighbours
 */
int jkb_normal_table_lookup (const JkbNormalTable *table, gunichar c, const char **form);

/**
 * jkb_normal_table_measure_same:
 * @table: a table
 * @text: valid UTF-8
 * @n_bytes: its length
 *
 * Measures the stretch that stays as it is, whatever follows: nearly all of a Japanese text as it is
 * usually typed. Any thread.
 *
 * Returns: bytes from the beginning of @text, 0 when its first character has to be looked at
 */
gsize jkb_normal_table_measure_same (const JkbNormalTable *table, const char *text, gsize n_bytes);

/**
 * jkb_normal_table_extends:
 * @table: a table
 * @c: a character
 *
 * Any thread. Returns: %TRUE if @c may melt with the character before it
 */
gboolean jkb_normal_table_extends (const JkbNormalTable *table, gunichar c);

/**
 * jkb_normal_cluster:
 * @text: one or more characters that have to be normalised together
 * @n_bytes: their length
 * @flags: how to normalise
 * @out: the normal form is appended here
 *
 * Any thread.
 */
void jkb_normal_cluster (const char *text, gsize n_bytes, JkbNormalFlags flags, GString *out);

/**
 * jkb_normal_is_stop:
 * @c: a character
 * @flags: how to normalise
 *
 * Any thread. Returns: %TRUE if @c is a comma or full stop of Latin writing whose form depends on the
 *   characters around it
 */
gboolean jkb_normal_is_stop (gunichar c, JkbNormalFlags flags);
