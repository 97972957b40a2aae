/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * JkbMailPart:
 * @type: media type in lower case, `text/plain` where none is said
 * @charset: (nullable): charset that the part declares
 * @name: (nullable): file name of an attachment
 * @is_attachment: not to be read as text of the mail itself
 * @bytes: contents, decoded
 */
typedef struct
{
  char *type;
  char *charset;
  char *name;
  gboolean is_attachment;
  GBytes *bytes;
} JkbMailPart;

/**
 * JkbMail:
 * @subject: valid UTF-8 without line ends, may be empty
 * @day: (nullable): the day it was sent, as `2024-01-26`
 * @parts: (element-type JkbMailPart): in order; of alternatives the richest that is text
 */
typedef struct
{
  char *subject;
  char *day;
  GPtrArray *parts;
} JkbMail;

/**
 * jkb_mail_is_mail:
 * @bytes: contents of a file
 * @n_bytes: their length
 *
 * Tells a mail by the fields it begins with. Time is bounded. Any thread.
 *
 * Returns: %TRUE if @bytes are to be read as a mail
 */
gboolean jkb_mail_is_mail (const char *bytes, gsize n_bytes);

/**
 * jkb_mail_read:
 * @bytes: a mail
 * @n_bytes: its length
 *
 * Reads a message (RFC 5322) with its parts (RFC 2045, 2046). What is malformed is read as far as it
 * makes sense; parts are bounded in depth and number. Any thread.
 *
 * Returns: (transfer full): the mail
 */
JkbMail *jkb_mail_read (const char *bytes, gsize n_bytes);

/**
 * jkb_mail_free:
 * @mail: (nullable) (transfer full): a mail
 */
void jkb_mail_free (JkbMail *mail);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbMail, jkb_mail_free)
