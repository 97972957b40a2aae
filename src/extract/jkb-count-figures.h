/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-doc.h"
#include "extract/jkb-number-grammar.h"

/** JkbFigureKind: what a figure counts. */
typedef enum
{
  JKB_FIGURE_OTHER,
  JKB_FIGURE_SENT,                      /* mails and letters */
  JKB_FIGURE_RECIPIENTS,                /* persons that something was sent to */
  JKB_FIGURE_PEOPLE,                    /* affected persons */
  JKB_FIGURE_RECORDS,                   /* affected records or accounts */
  JKB_FIGURE_PAPERS,                    /* sheets and letters with data on them */
} JkbFigureKind;

/** Confidence of a figure whose noun says that it counts data of persons. */
#define JKB_FIGURE_OF_DATA 0.95

/** JkbFigureFlags: what the words around a figure say of it. */
typedef enum
{
  JKB_FIGURE_TOTAL = 1 << 0,            /* 計, 合計, 全 */
  JKB_FIGURE_PART = 1 << 1,             /* うち, 内訳 */
  JKB_FIGURE_CUMULATIVE = 1 << 2,       /* 延べ */
  JKB_FIGURE_SUPERSEDED = 1 << 3,       /* corrected by a later figure */
  JKB_FIGURE_TITLE = 1 << 4,
  JKB_FIGURE_BASE = 1 << 5,             /* 会員約3万人のうち: of how many */
  JKB_FIGURE_ACTED = 1 << 6,            /* 店員の男ら5人: who did it, or was spoken to */
} JkbFigureFlags;

/**
 * JkbFigure:
 * @span: number, counter and qualifiers, in bytes of the normalised text
 * @unit: the counter alone
 * @value: what it says
 * @qualifier: how exact it claims to be
 * @kind: what it counts
 * @flags: #JkbFigureFlags
 * @confidence: that it is of @kind
 * @sentence: index of its sentence
 * @line: index of its line
 * @group: (nullable): the group of persons in front of it, when it names one
 */
typedef struct
{
  JkbSpan span;
  JkbSpan unit;
  gint64 value;
  JkbCountQualifier qualifier;
  JkbFigureKind kind;
  guint flags;
  double confidence;
  guint sentence;
  guint line;
  const JkbTerm *group;
} JkbFigure;

/**
 * jkb_count_figures:
 * @doc: a document
 *
 * Finds every number with a counter and works out what it counts: by the noun behind it (32人のメール
 * アドレス), the noun in front of it, the verb, the section, in this order. Time is linear. Any thread.
 *
 * Returns: (transfer full) (element-type JkbFigure): the figures, in order
 */
GArray *jkb_count_figures (const JkbDoc *doc);
