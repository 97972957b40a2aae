/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-count-figures.h"

/**
 * jkb_count_find_recipients:
 * @doc: a document
 * @figures: (element-type JkbFigure): its figures
 *
 * Persons to whom a mail went that showed all addresses are the ones whose addresses leaked. Any thread.
 *
 * Returns: the index of the figure that counts them, %G_MAXUINT when there is none or no address is spoken of
 */
guint jkb_count_find_recipients (const JkbDoc *doc, const GArray *figures);

/**
 * jkb_count_find_sent:
 * @doc: a document
 * @figures: (element-type JkbFigure): its figures
 *
 * アドレスが見える形で、計1,204件が送信された: as many addresses as mails. Any thread.
 *
 * Returns: the index of the figure that counts the mails, %G_MAXUINT when there is none or no address was shown
 */
guint jkb_count_find_sent (const JkbDoc *doc, const GArray *figures);
