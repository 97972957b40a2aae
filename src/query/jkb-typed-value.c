/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-typed-value.h"

#include <string.h>

#include "core/jkb-normal.h"
#include "query/jkb-search-value.h"

#define N_DIGITS_MAX 4

static char *
normalise (const char *text)
{
  return g_strstrip (jkb_normal_string (text, JKB_NORMAL_READING | JKB_NORMAL_LOWER));
}

gboolean
jkb_typed_people (const char *text, gint64 *people)
{
  g_autofree char *normal = normalise (text);
  gboolean is_unknown = FALSE;
  gint64 min, max;

  if (*normal == '\0')
    {
      *people = -1;
      return TRUE;
    }
  if (!g_ascii_isdigit (*normal) || !jkb_search_value_range (normal, &min, &max, &is_unknown) || is_unknown
      || min != max)
    return FALSE;
  *people = min;
  return TRUE;
}

/* Moves over one of the marks that stand behind a year, a month or a day. */
static gboolean
take_mark (const char **p, const char *const *marks)
{
  for (; *marks != NULL; marks++)
    if (g_str_has_prefix (*p, *marks))
      {
        *p += strlen (*marks);
        return TRUE;
      }
  return FALSE;
}

static gboolean
take_number (const char **p, int *number)
{
  int n_digits = 0;

  for (*number = 0; g_ascii_isdigit (**p) && n_digits < N_DIGITS_MAX; (*p)++, n_digits++)
    *number = *number * 10 + (**p - '0');
  return n_digits > 0 && !g_ascii_isdigit (**p);
}

gboolean
jkb_typed_date (const char *text, JkbDate *date)
{
  static const char *const marks[][5]
      = { { "年", "-", "/", ".", NULL }, { "月", "-", "/", ".", NULL }, { "日", NULL } };
  g_autofree char *normal = normalise (text);
  const char *p = normal;
  int parts[3] = { 0, 0, 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (parts) && *p != '\0'; i++)
    {
      if (!take_number (&p, &parts[i]) || (parts[i] == 0 && i > 0)
          || (*p != '\0' && !take_mark (&p, marks[i])))
        return FALSE;
      while (*p == ' ')
        p++;
    }
  if (*p != '\0' || (*normal != '\0' && (parts[0] < 1000 || !jkb_date_is_valid (parts[0], parts[1], parts[2]))))
    return FALSE;
  *date = (JkbDate){ (gint16) parts[0], (guint8) parts[1], (guint8) parts[2] };
  return TRUE;
}
