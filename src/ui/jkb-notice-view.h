/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "query/jkb-search-line.h"
#include "store/jkb-case-file.h"

/**
 * JkbNoticeView:
 *
 * The text of one notice, to read. The words that facts were read from are coloured and underlined;
 * touching them, or pressing Enter with the caret in them, tells which fact they are for.
 *
 * Signal: `fact-touched` (gint64): the number of a fact.
 */
#define JKB_TYPE_NOTICE_VIEW (jkb_notice_view_get_type ())
G_DECLARE_FINAL_TYPE (JkbNoticeView, jkb_notice_view, JKB, NOTICE_VIEW, AdwBin)

/**
 * jkb_notice_view_show:
 * @self: a view
 * @file: (nullable): the case; has to live until another one is shown
 * @notice: (nullable): one of its notices
 *
 * Shows a notice from its beginning, or nothing.
 */
void jkb_notice_view_show (JkbNoticeView *self, const JkbCaseFile *file,
                           const JkbCaseNotice *notice);

/**
 * jkb_notice_view_mark_searched:
 * @self: a view
 * @line: (nullable): words that were searched for
 *
 * Marks them, and no longer those that were searched for before.
 */
void jkb_notice_view_mark_searched (JkbNoticeView *self, const JkbSearchLine *line);

/**
 * jkb_notice_view_get_notice:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the notice that is shown
 */
const JkbCaseNotice *jkb_notice_view_get_notice (JkbNoticeView *self);

/**
 * jkb_notice_view_point_at:
 * @self: a view
 * @fact: (nullable): a fact of the notice that is shown
 *
 * Marks the words of one fact more strongly and brings them into view; takes that back for %NULL.
 */
void jkb_notice_view_point_at (JkbNoticeView *self, const JkbFact *fact);

/**
 * jkb_notice_view_get_pointed:
 * @self: a view
 *
 * Returns: (transfer full) (nullable): the words that are marked more strongly
 */
char *jkb_notice_view_get_pointed (JkbNoticeView *self);
