/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/jkb-count.h"

const char *
jkb_count_print (gint64 value, char *buffer)
{
  g_snprintf (buffer, JKB_COUNT_TEXT_MAX, "%" G_GINT64_FORMAT, value);
  return buffer;
}

gboolean
jkb_count_parse (const char *text, gint64 *value)
{
  g_return_val_if_fail (text != NULL && value != NULL, FALSE);

  return g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, value, NULL);
}
