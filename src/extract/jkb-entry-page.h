/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-page.h"

/**
 * jkb_entry_page_new:
 * @title: what the entry is called, may be empty; no line ends
 * @day: (nullable): when it was published, as jkb_entry_page_day() gives it
 * @content: HTML, or text that has no markup
 *
 * What stands alone in a feed or a mail becomes a page that begins with its title and its day. Any
 * thread. Returns: (transfer full): the page
 */
JkbPage *jkb_entry_page_new (const char *title, const char *day, const char *content);

/**
 * jkb_entry_page_day:
 * @text: (nullable): a time by RFC 3339 or RFC 822
 *
 * The day in the time zone of whoever wrote it. Any thread.
 *
 * Returns: (transfer full) (nullable): as `2024-01-26`
 */
char *jkb_entry_page_day (const char *text);
