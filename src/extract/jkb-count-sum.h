/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-count-figures.h"
#include "extract/jkb-doc.h"

/** JKB_COUNT_PARTS_MAX: most figures that are added up. */
#define JKB_COUNT_PARTS_MAX 64

/**
 * JkbCountReader:
 * @doc: a document
 * @item: what is read from it
 * @figures: (element-type JkbFigure): its figures, in order
 * @has_plain_people: whether persons are plainly said to be concerned; then vague figures of persons do not count
 *
 * What the number affected is chosen from.
 */
typedef struct
{
  const JkbDoc *doc;
  JkbItem *item;
  GArray *figures;
  gboolean has_plain_people;
} JkbCountReader;

/**
 * JkbCountChoice:
 * @value: the number affected
 * @first: index of the best figure
 * @parts: of a sum, the indices of what it is made of
 * @n_parts: how many they are
 * @rule: (transfer none): why
 * @confidence: how sure it is
 */
typedef struct
{
  gint64 value;
  guint first;
  guint parts[JKB_COUNT_PARTS_MAX];
  guint n_parts;
  const char *rule;
  double confidence;
} JkbCountChoice;

/* A figure, by its index. */
static inline JkbFigure *
jkb_count_get (const JkbCountReader *self, guint index)
{
  return &g_array_index (self->figures, JkbFigure, index);
}

/**
 * jkb_count_is_of:
 * @self: what there is to choose from
 * @index: a figure of it
 * @kind: a kind
 *
 * Any thread. Returns: whether the figure counts as one of @kind
 */
gboolean jkb_count_is_of (const JkbCountReader *self, guint index, JkbFigureKind kind);

/**
 * jkb_count_choose_sum:
 * @self: what there is to choose from
 * @kind: what is counted
 * @choice: (out caller-allocates): the sum
 *
 * Adds up the longest run of groups that are told apart. Any thread.
 *
 * Returns: whether there is one, with no figure that is already that of all
 */
gboolean jkb_count_choose_sum (const JkbCountReader *self, JkbFigureKind kind, JkbCountChoice *choice);
