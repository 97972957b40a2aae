/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/jkb-span.h"

/** JkbPageMarkKind: what the markup says of a line. */
typedef enum
{
  JKB_PAGE_HEADING,                     /* level 1 to 6 */
  JKB_PAGE_ARTICLE,                     /* an article begins; level 0 */
} JkbPageMarkKind;

/**
 * JkbPageMark:
 * @offset: beginning of a line of the text, in bytes
 * @kind: what it is
 * @level: of a heading
 */
typedef struct
{
  gsize offset;
  JkbPageMarkKind kind;
  guint level;
} JkbPageMark;

/**
 * JkbPage:
 * @text: the text as a reader sees it, lines ended by `\n`; valid UTF-8
 * @title: (nullable): what the page calls itself
 * @marks: (element-type JkbPageMark): what the markup said, in order of offset
 *
 * A source as text, before it is cut into items.
 */
typedef struct
{
  char *text;
  char *title;
  GArray *marks;
} JkbPage;

/**
 * jkb_page_new:
 * @text: (transfer full): its text
 *
 * Any thread. Returns: (transfer full): a page without title and marks
 */
JkbPage *jkb_page_new (char *text);

/**
 * jkb_page_free:
 * @page: (nullable) (transfer full): a page
 */
void jkb_page_free (JkbPage *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbPage, jkb_page_free)
