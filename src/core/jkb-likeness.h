/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#define JKB_LIKENESS_HASHES 128

/**
 * JkbSketch:
 * @least: the least hashes of the pieces of a text, sorted, each once
 * @n_least: how many there are
 * @n_pieces: how many pieces the text has
 *
 * What is kept of a text to compare it with others. Equal for equal texts; never changes once made.
 */
typedef struct
{
  guint32 least[JKB_LIKENESS_HASHES];
  guint n_least;
  guint n_pieces;
} JkbSketch;

/**
 * jkb_sketch_make:
 * @text: UTF-8
 * @sketch: (out caller-allocates): its sketch
 *
 * Takes every stretch of six letters of the text, width, case, blanks and punctuation left out, and keeps
 * the least of their hashes (Broder, On the resemblance and containment of documents, 1997). Linear in the
 * length of the text. Any thread.
 */
void jkb_sketch_make (const char *text, JkbSketch *sketch);

/**
 * jkb_sketch_compare:
 * @a: a sketch
 * @b: a sketch
 *
 * How much of the shorter text stands in the longer one, so that the page around a notice does not
 * matter. Any thread.
 *
 * Returns: 0 (nothing) to 1 (all of it), within about 0.1
 */
double jkb_sketch_compare (const JkbSketch *a, const JkbSketch *b);
