/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-count-figures.h"
#include "extract/jkb-doc.h"

/**
 * jkb_count_apply_corrections:
 * @doc: a document
 * @figures: (element-type JkbFigure): its figures in order, judged
 * @kind: which of them
 *
 * In a sentence that corrects (62,691名を62,689名に訂正) the last of two figures of one kind holds: the other is marked
 * %JKB_FIGURE_SUPERSEDED wherever it stands. Of what was feared at first (10万人のうち5,836人分) the second figure is whole.
 * Any thread.
 */
void jkb_count_apply_corrections (const JkbDoc *doc, GArray *figures, JkbFigureKind kind);
