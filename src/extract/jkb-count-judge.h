/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-count-figures.h"

/** Bytes between a noun and the figure that it belongs to. */
#define JKB_COUNT_NEAR_BYTES 12

/**
 * jkb_count_find_act:
 * @doc: a document
 * @within: a stretch of it
 * @act: what is said of a figure
 *
 * Any thread. Returns: (nullable) (transfer none): the first word in @within that says @act
 */
const JkbHit *jkb_count_find_act (const JkbDoc *doc, JkbSpan within, JkbCountActTerm act);

/**
 * jkb_count_sentence:
 * @doc: a document
 * @figure: a figure
 *
 * Any thread. Returns: the sentence that @figure belongs to; for a bracket behind a full stop, with
 *   the one before it
 */
JkbSpan jkb_count_sentence (const JkbDoc *doc, const JkbFigure *figure);

/**
 * jkb_count_words_before:
 * @doc: a document
 * @figure: a figure
 * @last_end: end of the figure before it
 *
 * Any thread. Returns: the words of its sentence that stand before @figure and may belong to it
 */
JkbSpan jkb_count_words_before (const JkbDoc *doc, const JkbFigure *figure, gsize last_end);

/**
 * jkb_count_follow_actors:
 * @figures: (element-type JkbFigure): the figures of a text, in order
 *
 * Persons who did something are spoken of again by their number alone: those figures count nobody concerned either. Any
 * thread.
 */
void jkb_count_follow_actors (GArray *figures);

/**
 * jkb_count_judge:
 * @doc: a document
 * @last_end: end of the figure before it
 * @unit: its counter
 * @figure: a figure; its kind and confidence are set
 *
 * Works out what @figure counts. Any thread.
 */
void jkb_count_judge (const JkbDoc *doc, gsize last_end, JkbUnitTerm unit, JkbFigure *figure);
