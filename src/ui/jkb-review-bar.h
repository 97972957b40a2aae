/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/jkb-review.h"

/**
 * JkbReviewBar:
 *
 * Shows a review while it is active: how much is left, what is unsure, and a button for each key.
 */
#define JKB_TYPE_REVIEW_BAR (jkb_review_bar_get_type ())
G_DECLARE_FINAL_TYPE (JkbReviewBar, jkb_review_bar, JKB, REVIEW_BAR, AdwBin)

/**
 * jkb_review_bar_set_review:
 * @self: a bar
 * @review: what it shows; may be set once
 *
 * Begins to follow @review.
 */
void jkb_review_bar_set_review (JkbReviewBar *self, JkbReview *review);

/**
 * jkb_review_bar_set_narrow:
 * @self: a bar
 * @is_narrow: whether the buttons stand below the words and not beside them
 */
void jkb_review_bar_set_narrow (JkbReviewBar *self, gboolean is_narrow);
