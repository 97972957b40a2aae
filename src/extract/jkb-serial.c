/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-serial.h"
#include "extract/jkb-text-at.h"

#include <string.h>

/* A label before the number (of a series, a column) has at most so many bytes. */
#define LABEL_BYTES_MAX 60

static const struct
{
  const char *open, *close;
} brackets[] = { { "【", "】" }, { "[", "]" }, { "(", ")" }, { "《", "》" }, { "〔", "〕" } };

static gsize
count_digits (const char *p, const char *end)
{
  gsize n = 0;

  while (p + n < end && g_ascii_isdigit (p[n]))
    n++;
  return n;
}

/* Four digits, a hyphen, two to four digits, and no further number: bytes, or 0. */
static gsize
match_number (const char *p, const char *end)
{
  gsize n_year = count_digits (p, end);
  gsize n_rest;

  if (n_year != 4 || (p[0] != '1' && p[0] != '2') || p + 5 >= end || p[4] != '-')
    return 0;
  n_rest = count_digits (p + 5, end);
  if (n_rest < 2 || n_rest > 4)
    return 0;
  p += 5 + n_rest;
  if (p < end && (*p == '-' || *p == '/' || *p == '.') && p + 1 < end && g_ascii_isdigit (p[1]))
    return 0;
  return 5 + n_rest;
}

static const char *
find_number (const char *p, const char *end, gsize *n_number)
{
  for (; p < end; p++)
    if (g_ascii_isdigit (*p))
      {
        if ((*n_number = match_number (p, end)) > 0)
          return p;
        p += count_digits (p, end) - 1;
      }
  return NULL;
}

static gboolean
match_in_bracket (const char *line, const char *end, const char **number, gsize *n_number,
                  const char **rest)
{
  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    {
      const char *close;

      if (!jkb_text_begins (line, brackets[i].open))
        continue;
      close = jkb_text_find (line, MIN (end - line, LABEL_BYTES_MAX), brackets[i].close);
      if (close == NULL)
        return FALSE;
      *number = find_number (line + strlen (brackets[i].open), close, n_number);
      *rest = close + strlen (brackets[i].close);
      return *number != NULL;
    }
  return FALSE;
}

static gboolean
match_behind_mark (const char *line, const char *end, const char **number, gsize *n_number,
                   const char **rest)
{
  static const char *const marks[] = { "#", "no.", "no " };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_ascii_strncasecmp (line, marks[i], strlen (marks[i])) == 0)
      {
        const char *p = line + strlen (marks[i]);

        while (p < end && *p == ' ')
          p++;
        *n_number = match_number (p, end);
        *number = p;
        *rest = p + *n_number;
        return *n_number > 0;
      }
  return FALSE;
}

gboolean
jkb_serial_match (const char *line, gsize n_bytes, gsize *serial, gsize *n_serial, gsize *title)
{
  const char *end = line + n_bytes;
  const char *p = line, *number, *rest;

  while (p < end && *p == ' ')
    p++;
  if (!match_in_bracket (p, end, &number, n_serial, &rest)
      && !match_behind_mark (p, end, &number, n_serial, &rest))
    return FALSE;
  while (rest < end && (*rest == ' ' || *rest == ':'))
    rest++;
  *serial = (gsize) (number - line);
  *title = (gsize) (rest - line);
  return TRUE;
}
