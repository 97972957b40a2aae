/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-incident.h"

/**
 * NoticeWriter:
 *
 * Writes notices by chance, for measurements: of realistic length (2 KB in the middle, some much
 * shorter or longer), with common words in most of them, rare names in few, and numbers and dates of
 * their own. All organisations are invented. The same seed gives the same notices.
 */
typedef struct _NoticeWriter NoticeWriter;

/**
 * notice_writer_new:
 * @seed: decides what is written
 *
 * Returns: (transfer full): a writer
 */
NoticeWriter *notice_writer_new (guint32 seed);

/**
 * notice_writer_free:
 * @writer: (nullable) (transfer full): a writer
 */
void notice_writer_free (NoticeWriter *writer);

/**
 * notice_writer_next:
 * @writer: a writer
 * @id: number of the case
 * @text: (out) (transfer full): the notice, heading first
 *
 * Returns: (transfer full): the case that the notice tells of
 */
JkbIncident *notice_writer_next (NoticeWriter *writer, gint64 id, char **text);

/**
 * notice_writer_html:
 * @text: a notice
 *
 * Returns: (transfer full): a web page with @text in it, and a menu and a footer around
 */
char *notice_writer_html (const char *text);
