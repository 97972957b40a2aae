/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-count-judge.h"
#include "extract/jkb-text-at.h"

/*
 * Between the files that work out what a figure counts: jkb-count-judge.c looks around it,
 * jkb-count-records.c and jkb-count-people.c decide by what stands there.
 */

/** JkbJudge: the text, and the end of the figure before. */
typedef struct
{
  const JkbDoc *doc;
  JkbText text;
  gsize last_end;
} JkbJudge;

/** JkbJudgeNoun: a noun in front of a figure; @noun is a #JkbCountNounTerm, -1 for none. */
typedef struct
{
  int noun;
  gsize distance;
} JkbJudgeNoun;

/**
 * JkbAround:
 * @sentence: where the figure stands
 * @before: the nearest noun in front of it
 * @behind: #JkbCountNounTerm of the noun that の leads to, -1 for none
 * @is_near: the noun before belongs to the figure
 * @has_cue: the sentence tells of data that got out
 * @is_in_list: the line or its section is about those affected
 */
typedef struct
{
  JkbSpan sentence;
  JkbJudgeNoun before;
  int behind;
  gboolean is_near;
  gboolean has_cue;
  gboolean is_in_list;
} JkbAround;

/**
 * jkb_judge_decide:
 * @figure: (inout): a figure
 * @kind: what it counts
 * @confidence: how sure that is
 *
 * Any thread.
 */
static inline void
jkb_judge_decide (JkbFigure *figure, JkbFigureKind kind, double confidence)
{
  figure->kind = kind;
  figure->confidence = confidence;
}

/**
 * jkb_judge_behind:
 * @self: the text
 * @figure: a figure
 * @around: what stands around it
 * @n_bytes: how far to look
 *
 * Any thread. Returns: the words behind the figure, up to a comma or the next number
 */
JkbSpan jkb_judge_behind (const JkbJudge *self, const JkbFigure *figure, const JkbAround *around,
                          gsize n_bytes);

/**
 * jkb_judge_records:
 * @self: the text
 * @figure: (inout): a figure with the counter 件 and the like; gets its kind and confidence
 * @around: what stands around it
 *
 * Any thread.
 */
void jkb_judge_records (const JkbJudge *self, JkbFigure *figure, const JkbAround *around);

/**
 * jkb_judge_accounts:
 * @self: the text
 * @figure: (inout): a figure of accounts; gets its kind and confidence
 * @around: what stands around it
 *
 * Any thread.
 */
void jkb_judge_accounts (const JkbJudge *self, JkbFigure *figure, const JkbAround *around);

/**
 * jkb_judge_is_owner:
 * @self: the text
 * @figure: a figure of persons
 *
 * Any thread. Returns: whether it counts the few whose account or computer was the way in
 */
gboolean jkb_judge_is_owner (const JkbJudge *self, const JkbFigure *figure);

/**
 * jkb_judge_has_acted:
 * @self: the text
 * @figure: (inout): a figure of persons; gets %JKB_FIGURE_ACTED when it may be told again by its number alone
 * @around: what stands around it
 *
 * Any thread. Returns: whether these persons did something, looked on or were spoken to, and are not the ones concerned
 */
gboolean jkb_judge_has_acted (const JkbJudge *self, JkbFigure *figure, const JkbAround *around);

/**
 * jkb_judge_papers:
 * @self: the text
 * @figure: (inout): a figure with the counter 枚, 通 and the like; gets its kind and confidence
 * @around: what stands around it
 *
 * Any thread.
 */
void jkb_judge_papers (const JkbJudge *self, JkbFigure *figure, const JkbAround *around);

/**
 * jkb_judge_people:
 * @self: the text
 * @figure: (inout): a figure with the counter 名 or 人; gets its kind and confidence
 * @around: what stands around it
 *
 * Any thread.
 */
void jkb_judge_people (const JkbJudge *self, JkbFigure *figure, const JkbAround *around);

/**
 * jkb_judge_tells_size:
 * @self: the text
 * @figure: a figure in it
 * @sentence: its sentence
 *
 * Any thread. Returns: whether it tells how many members, customers or staff there are, and nothing that got out
 */
gboolean jkb_judge_tells_size (const JkbJudge *self, const JkbFigure *figure, JkbSpan sentence);

/**
 * jkb_judge_note_base:
 * @self: the text
 * @figure: (inout): a figure in it
 * @sentence: its sentence
 *
 * Sets %JKB_FIGURE_BASE when @figure only tells of how many the next one is a share. Any thread.
 */
void jkb_judge_note_base (const JkbJudge *self, JkbFigure *figure, JkbSpan sentence);

/**
 * jkb_judge_is_below_persons:
 * @self: the text
 * @line_begin: where a line may begin
 *
 * Any thread. Returns: whether the line before it ends with a number of persons: both are of one list
 */
gboolean jkb_judge_is_below_persons (const JkbJudge *self, gsize line_begin);
