/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One entry of 32 bits for each BMP character: ALONE (stays as it is), EXTENDS (may melt with its
 * predecessor: combining marks, voiced marks, Hangul jamo), or offset << 8 | length of its normal
 * form in a pool. Everything above the BMP is normalised by GLib, cluster by cluster.
 */
#include "core/jkb-normal-table.h"

#include <string.h>

#define N_BMP 0x10000
#define ALONE 0xffffffffu
#define EXTENDS 0xfffffffeu

struct _JkbNormalTable
{
  guint32 entries[N_BMP];
  GString *pool;
};

static gboolean
is_between (gunichar c, gunichar low, gunichar high)
{
  return c >= low && c <= high;
}

/* Markers and raised digits: NFKC would glue them to a number that follows or precedes. */
static gboolean
is_marker_digit (gunichar c)
{
  return c == 0xb2 || c == 0xb3 || c == 0xb9 || is_between (c, 0x2070, 0x209f)
         || is_between (c, 0x2460, 0x2473) || is_between (c, 0x24ea, 0x24ff)
         || is_between (c, 0x2776, 0x2793) || is_between (c, 0x3251, 0x325f)
         || is_between (c, 0x32b1, 0x32bf);
}

static gboolean
is_invisible (gunichar c)
{
  return c == 0xad || is_between (c, 0x200b, 0x200f) || is_between (c, 0x202a, 0x202e)
         || is_between (c, 0x2060, 0x206f) || c == 0xfeff || is_between (c, 0xfe00, 0xfe0f)
         || is_between (c, 0xe0100, 0xe01ef) || (c < 0x20 && !is_between (c, 0x09, 0x0d))
         || is_between (c, 0x7f, 0x84) || is_between (c, 0x86, 0x9f);
}

static gunichar
fold_for_reading (gunichar c)
{
  if (is_between (c, 0x2010, 0x2015) || c == 0x2212 || c == 0xfe58 || c == 0xfe63)
    return '-';
  if (c == 0x301c || c == 0x223c || c == 0x223d || c == 0x2053 || c == 0x3030)
    return '~';
  if (c == '\t')
    return ' ';
  if (c == '\r' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029)
    return '\n';
  return c;
}

static gboolean
is_jamo (gunichar c)
{
  return is_between (c, 0x1100, 0x11ff) || is_between (c, 0x3131, 0x318e)
         || is_between (c, 0xa960, 0xa97c) || is_between (c, 0xd7b0, 0xd7fb)
         || is_between (c, 0xffa0, 0xffdc);
}

static gboolean
may_extend (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  if (type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_SPACING_MARK
      || type == G_UNICODE_ENCLOSING_MARK || g_unichar_combining_class (c) != 0)
    return TRUE;
  return is_jamo (c) || c == 0xff9e || c == 0xff9f;
}

static void
append_folded (const char *text, gsize n_bytes, JkbNormalFlags flags, GString *out)
{
  for (const char *p = text; p < text + n_bytes; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (flags & JKB_NORMAL_READING)
        {
          if (is_invisible (c))
            continue;
          c = fold_for_reading (c);
        }
      if (flags & JKB_NORMAL_LOWER)
        c = g_unichar_tolower (c);
      g_string_append_unichar (out, c);
    }
}

void
jkb_normal_cluster (const char *text, gsize n_bytes, JkbNormalFlags flags, GString *out)
{
  g_autofree char *composed = NULL;
  gunichar first = g_utf8_get_char (text);

  if ((flags & JKB_NORMAL_READING) && (is_marker_digit (first) || fold_for_reading (first) != first))
    {
      append_folded (text, n_bytes, flags, out);
      return;
    }
  composed = g_utf8_normalize (text, (gssize) n_bytes, G_NORMALIZE_ALL_COMPOSE);
  append_folded (composed, strlen (composed), flags, out);
}

gboolean
jkb_normal_is_stop (gunichar c, JkbNormalFlags flags)
{
  return (flags & JKB_NORMAL_READING) && (c == ',' || c == '.' || c == 0xff0c || c == 0xff0e);
}

static guint32
describe (JkbNormalTable *self, gunichar c, JkbNormalFlags flags)
{
  char own[6];
  int n_own = g_unichar_to_utf8 (c, own);
  gsize start = self->pool->len;
  gsize length;

  if (may_extend (c))
    return EXTENDS;
  jkb_normal_cluster (own, (gsize) n_own, flags, self->pool);
  length = self->pool->len - start;
  if (jkb_normal_is_stop (c, flags))
    return (guint32) (start << 8 | length);
  if (length == (gsize) n_own && memcmp (self->pool->str + start, own, length) == 0)
    {
      g_string_truncate (self->pool, start);
      return ALONE;
    }
  g_assert (length <= JKB_NORMAL_FORM_MAX);
  return (guint32) (start << 8 | length);
}

static JkbNormalTable *
build_table (JkbNormalFlags flags)
{
  JkbNormalTable *self = g_new (JkbNormalTable, 1);

  self->pool = g_string_new (NULL);
  self->entries[0] = ALONE;
  for (gunichar c = 1; c < N_BMP; c++)
    self->entries[c] = is_between (c, 0xd800, 0xdfff) ? ALONE : describe (self, c, flags);
  return self;
}

const JkbNormalTable *
jkb_normal_table_get (JkbNormalFlags flags)
{
  static JkbNormalTable *tables[4];
  JkbNormalTable **slot = &tables[flags & 3];

  if (g_once_init_enter (slot))
    g_once_init_leave (slot, build_table (flags & 3));
  return *slot;
}

int
jkb_normal_table_lookup (const JkbNormalTable *table, gunichar c, const char **form)
{
  guint32 entry;

  if (c >= N_BMP)
    return -2;
  entry = table->entries[c];
  if (entry == ALONE)
    return -1;
  if (entry == EXTENDS)
    return -2;
  *form = table->pool->str + (entry >> 8);
  return (int) (entry & 0xff);
}

/* The character at @p and its length, 0 when it lies above the BMP. A function call a character is
 * most of what g_utf8_get_char() costs. */
static inline gunichar
decode_bmp (const guchar *p, gsize *n_bytes)
{
  if (p[0] < 0x80)
    {
      *n_bytes = 1;
      return p[0];
    }
  if (p[0] < 0xe0)
    {
      *n_bytes = 2;
      return (gunichar) (p[0] & 0x1f) << 6 | (p[1] & 0x3f);
    }
  *n_bytes = p[0] < 0xf0 ? 3 : 0;
  return (gunichar) (p[0] & 0x0f) << 12 | (gunichar) (p[1] & 0x3f) << 6 | (p[2] & 0x3f);
}

gsize
jkb_normal_table_measure_same (const JkbNormalTable *table, const char *text, gsize n_bytes)
{
  const guchar *begin = (const guchar *) text, *end = begin + n_bytes;
  const guchar *p = begin, *last = begin;
  gsize n;

  while (p < end)
    {
      gunichar c = decode_bmp (p, &n);

      if (n == 0 || table->entries[c] != ALONE)
        break;
      last = p;
      p += n;
    }
  /* What follows may melt with the last one. */
  if (p < end && *p >= 0x80 && jkb_normal_table_extends (table, g_utf8_get_char ((const char *) p)))
    p = last;
  return (gsize) (p - begin);
}

gboolean
jkb_normal_table_extends (const JkbNormalTable *table, gunichar c)
{
  return c < N_BMP ? table->entries[c] == EXTENDS : may_extend (c);
}
