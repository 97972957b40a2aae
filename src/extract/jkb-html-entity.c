/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-html-token.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* Names are at most so long; `&` with more letters behind it is no reference. */
#define REFERENCE_MAX 10

/* No named character lies above it: ♦ is the last. */
#define LAST_NAMED 0x2666

/* What browsers read the control characters of Windows-1252 as; 0 stays. */
static const guint16 windows_1252[32] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

/*
 * libxml2 has the names of HTML 4, but looks through all of them each time. Releases from 2.15 on call
 * the function deprecated and have none in its place.
 */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS
static GHashTable *
get_names (void)
{
  static GHashTable *names = NULL;
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      names = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint c = '"'; c <= LAST_NAMED; c++)
        {
          const htmlEntityDesc *entity = htmlEntityValueLookup (c);

          if (entity != NULL)
            g_hash_table_insert (names, (char *) entity->name, GUINT_TO_POINTER (entity->value));
        }
      g_hash_table_insert (names, (char *) "apos", GUINT_TO_POINTER ('\''));
      g_once_init_leave (&once, 1);
    }
  return names;
}
G_GNUC_END_IGNORE_DEPRECATIONS

static gunichar
mend_value (guint64 value)
{
  if (value >= 0x80 && value < 0xa0 && windows_1252[value - 0x80] != 0)
    return windows_1252[value - 0x80];
  return value > 0 && value <= 0x10ffff && g_unichar_validate ((gunichar) value)
             ? (gunichar) value
             : 0xfffd;
}

/* `#26085`, `#x65e5` behind the `&`: bytes, or 0. */
static gsize
match_number (const char *p, gsize n_bytes, gunichar *c)
{
  gboolean is_hex = n_bytes > 1 && (p[1] == 'x' || p[1] == 'X');
  gsize begin = is_hex ? 2 : 1, i = begin;
  guint64 value = 0;

  for (; i < n_bytes && (is_hex ? g_ascii_isxdigit (p[i]) : g_ascii_isdigit (p[i])); i++)
    value = MIN (value * (is_hex ? 16 : 10) + (guint64) g_ascii_xdigit_value (p[i]), 0x110000);
  if (i == begin)
    return 0;
  *c = mend_value (value);
  return i;
}

static gsize
match_name (const char *p, gsize n_bytes, gunichar *c)
{
  char name[REFERENCE_MAX + 1];
  gsize n = 0;
  gpointer found;

  while (n < n_bytes && n < REFERENCE_MAX && g_ascii_isalnum (p[n]))
    {
      name[n] = p[n];
      n++;
    }
  name[n] = '\0';
  found = g_hash_table_lookup (get_names (), name);
  *c = GPOINTER_TO_UINT (found);
  return found != NULL ? n : 0;
}

void
jkb_html_append_decoded (GString *out, const char *text, gsize n_bytes)
{
  const char *end = text + n_bytes;

  while (text < end)
    {
      const char *mark = memchr (text, '&', (gsize) (end - text));
      gsize n_rest, n;
      gunichar c = 0;

      g_string_append_len (out, text, (mark != NULL ? mark : end) - text);
      if (mark == NULL)
        return;
      n_rest = (gsize) (end - mark - 1);
      n = n_rest > 0 && mark[1] == '#' ? match_number (mark + 1, n_rest, &c)
                                       : match_name (mark + 1, n_rest, &c);
      if (n == 0)
        g_string_append_c (out, '&');
      else
        g_string_append_unichar (out, c);
      text = mark + 1 + n;
      if (n > 0 && text < end && *text == ';')
        text++;
    }
}
