/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/jkb-case-pane.h"

/** JkbReviewStep: what a person does in the review. */
typedef enum
{
  JKB_REVIEW_NEXT,                      /* the next value that is unsure, in this case or the next one */
  JKB_REVIEW_PREVIOUS,
  JKB_REVIEW_ACCEPT,                    /* the value is right; when none is left, the case is reviewed */
  JKB_REVIEW_CORRECT,
  JKB_REVIEW_REJECT,
  JKB_REVIEW_UNDO,
  JKB_REVIEW_STOP,
  JKB_N_REVIEW_STEPS
} JkbReviewStep;

/**
 * JkbReview:
 *
 * The queue of cases that nobody has looked at yet: it narrows the scope to them, walks through the
 * values that the rules are not sure of, and goes from a case that is done to the next. When it stops,
 * the filter of before is back; a filter that is changed meanwhile ends it and stays.
 *
 * Signal: `changed`, when it began, ended, or is about another value. Main thread.
 */
#define JKB_TYPE_REVIEW (jkb_review_get_type ())
G_DECLARE_FINAL_TYPE (JkbReview, jkb_review, JKB, REVIEW, GObject)

/**
 * jkb_review_new:
 * @scope: what the window looks at
 * @pane: where its case is shown; not owned, outlives the review
 *
 * Returns: (transfer full): a review that has not begun
 */
JkbReview *jkb_review_new (JkbScope *scope, JkbCasePane *pane);

/**
 * jkb_review_start:
 * @self: a review
 *
 * Begins with the first case of the queue.
 */
void jkb_review_start (JkbReview *self);

/**
 * jkb_review_is_active:
 * @self: a review
 *
 * Returns: whether it has begun and not ended
 */
gboolean jkb_review_is_active (JkbReview *self);

/**
 * jkb_review_step:
 * @self: a review
 * @step: what the person does
 *
 * Does it. Does nothing when the review is not active.
 */
void jkb_review_step (JkbReview *self, JkbReviewStep step);

/**
 * jkb_review_step_of_key:
 * @keyval: a key
 * @step: (out): what it stands for
 *
 * J, K, Enter, E, X, U, Escape.
 *
 * Returns: whether it stands for a step
 */
gboolean jkb_review_step_of_key (guint keyval, JkbReviewStep *step);

/**
 * jkb_review_is_done:
 * @self: a review
 *
 * Main thread. Returns: whether no case is left in the queue
 */
gboolean jkb_review_is_done (JkbReview *self);

/**
 * jkb_review_word_queue:
 * @self: a review that is active
 *
 * Returns: (transfer full): how many cases are left, in words
 */
char *jkb_review_word_queue (JkbReview *self);

/**
 * jkb_review_word_reason:
 * @self: a review that is active
 *
 * Returns: (transfer full): what is unsure and why, or what is to be done, in words
 */
char *jkb_review_word_reason (JkbReview *self);
