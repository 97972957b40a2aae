/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/jkb-csv.h"

#include <string.h>

/* Full-width signs, too: some spreadsheets take them for the others. */
static gboolean
is_formula (const char *field)
{
  static const char *const signs[]
      = { "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (field, signs[i]))
      return TRUE;
  return FALSE;
}

void
jkb_csv_append (GString *csv, const char *field, gboolean is_last)
{
  const char *text = field != NULL ? field : "";
  gboolean is_guarded = is_formula (text);
  gboolean is_quoted = strpbrk (text, "\",\r\n") != NULL;

  if (is_quoted)
    g_string_append_c (csv, '"');
  if (is_guarded)
    g_string_append_c (csv, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  if (is_quoted)
    g_string_append_c (csv, '"');
  g_string_append (csv, is_last ? "\r\n" : ",");
}
