/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-frameworks.h"

/*
 * For people who change careers: a few questions, and the specialisms and roles that the answers speak
 * for, each with its reason. Questions, answers and weights are editorial and are files to be read and
 * changed, `career-questions.tsv` and `career-weights.tsv`. Nothing is stored here.
 */

/** JkbCareerPart: the questions. */
typedef enum
{
  JKB_CAREER_DONE,                      /* what one has done */
  JKB_CAREER_LIKE,                      /* what one likes */
  JKB_CAREER_LEARN,                     /* what one wants to learn */
  JKB_N_CAREER_PARTS
} JkbCareerPart;

/**
 * JkbCareerAnswer:
 * @part: the question it belongs to
 * @id: its name; empty for the question itself
 * @text: its words
 *
 * Never changes; lives as long as its #JkbFrameworks.
 */
typedef struct
{
  JkbCareerPart part;
  const char *id;
  JkbFrameworkText text;
} JkbCareerAnswer;

/**
 * JkbCareerReason:
 * @answer: an answer
 * @role: what it speaks for
 * @weight: 1 to 3, strongest
 * @text: why
 *
 * Never changes; lives as long as its #JkbFrameworks.
 */
typedef struct
{
  const JkbCareerAnswer *answer;
  const JkbRole *role;
  int weight;
  JkbFrameworkText text;
} JkbCareerReason;

/**
 * JkbCareerHint:
 * @role: a specialism or role
 * @score: sum of the weights; it orders hints and measures nothing
 * @reasons: (element-type JkbCareerReason): strongest first, then in the order of the questions
 *
 * What answers speak for.
 */
typedef struct
{
  const JkbRole *role;
  int score;
  GPtrArray *reasons;
} JkbCareerHint;

/**
 * jkb_frameworks_career_question:
 * @frameworks: frameworks
 * @part: which one
 *
 * Any thread. Returns: (transfer none) (nullable): the question, %NULL when the files are not there
 */
const JkbCareerAnswer *jkb_frameworks_career_question (const JkbFrameworks *frameworks,
                                                       JkbCareerPart part);

/**
 * jkb_frameworks_career_answers:
 * @frameworks: frameworks
 * @part: a question
 *
 * Any thread.
 *
 * Returns: (transfer container) (element-type JkbCareerAnswer): answers to choose from
 */
GPtrArray *jkb_frameworks_career_answers (const JkbFrameworks *frameworks, JkbCareerPart part);

/**
 * jkb_frameworks_career:
 * @frameworks: frameworks
 * @answers: (array zero-terminated=1): names of the answers that were chosen; unknown ones and
 *   repetitions count for nothing
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type JkbCareerHint): highest score first; of equal ones, the one
 *   with more reasons, then the order of roles; empty without answers
 */
GPtrArray *jkb_frameworks_career (const JkbFrameworks *frameworks, const char *const *answers);
