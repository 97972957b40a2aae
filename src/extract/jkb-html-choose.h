/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-html-lines.h"
#include "extract/jkb-page.h"

/**
 * jkb_html_choose:
 * @lines: all lines of a page
 * @title: what the page calls itself, maybe with the name of its site; may be empty
 *
 * Makes a page of the lines that are its content: those within <main> if there is one, without menus,
 * runs of links and trails of crumbs. When one heading is the title of it all, it comes first. Any
 * thread.
 *
 * Returns: (transfer full): the page
 */
JkbPage *jkb_html_choose (const JkbHtmlLines *lines, const char *title);
