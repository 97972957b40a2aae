/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/jkb-output.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static gunichar
clean_character (gunichar c, gboolean one_line)
{
  if (c == '\n' || c == '\t')
    return one_line ? ' ' : c;
  if (c < 0x20)
    return 0x2400 + c;
  if (c == 0x7f)
    return 0x2421;
  if ((c >= 0x80 && c <= 0x9f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
    return 0xfffd;
  if (one_line && (c == 0x2028 || c == 0x2029))
    return ' ';
  return c;
}

char *
jkb_output_clean (const char *text, gboolean one_line)
{
  GString *clean = g_string_sized_new (strlen (text) + 1);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (clean, clean_character (g_utf8_get_char (p), one_line));
  return g_string_free (clean, FALSE);
}

static guint
measure_character (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

guint
jkb_output_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += measure_character (g_utf8_get_char (p));
  return width;
}

char *
jkb_output_fit (const char *text, guint width)
{
  const char *p = text;
  guint used = 0;

  if (jkb_output_width (text) <= width)
    return g_strdup (text);
  if (width == 0)
    return g_strdup ("");
  for (guint step; used + (step = measure_character (g_utf8_get_char (p))) < width;
       p = g_utf8_next_char (p))
    used += step;
  return g_strdup_printf ("%.*s…", (int) (p - text), text);
}

void
jkb_output_text (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  vfprintf (stdout, format, args);
  va_end (args);
}

void
jkb_output_raw (const char *text)
{
  fputs (text, stdout);
}

void
jkb_output_failure (const char *subject, const char *reason)
{
  g_autofree char *subject_valid = g_utf8_make_valid (subject != NULL ? subject : "", -1);
  g_autofree char *reason_valid = g_utf8_make_valid (reason, -1);
  g_autofree char *subject_clean = jkb_output_clean (subject_valid, TRUE);
  g_autofree char *reason_clean = jkb_output_clean (reason_valid, TRUE);

  fflush (stdout);
  fprintf (stderr, "%s%s%s\n", subject_clean, *subject_clean != '\0' ? ": " : "", reason_clean);
}

gboolean
jkb_output_finish (void)
{
  gboolean is_good = !ferror (stdout);

  errno = 0;
  if (fflush (stdout) == 0 && is_good)
    return TRUE;
  jkb_output_failure ("standard output", errno != 0 ? g_strerror (errno) : "could not be written");
  return FALSE;
}
