/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which encoding is it? A byte order mark or the escape sequences of ISO-2022-JP settle it. Bytes
 * that are valid UTF-8 are UTF-8. Otherwise the bytes are walked through once for each encoding and
 * get points by how much of them makes sense in it: kana, which make up half of Japanese prose,
 * count most, kanji of everyday use less, what nobody writes or what cannot be read counts against.
 * A declaration is worth a little, so that it decides between equals and no more.
 */
#include "extract/jkb-charset-guess.h"

#include <string.h>

#define LOOK_BYTES (256 * 1024)         /* evidence is sought in that many bytes */
#define DECLARED_POINTS 0.15
#define NO_POINTS (-4.0)                /* out of the question */

/* In EUC-JP one byte in three of those that come second is above those of half-width kana; a text
 * of more characters that has none is rather made of half-width kana. */
#define PAIRS_WITHOUT_HIGH_MAX 6
#define WITHOUT_HIGH_POINTS (-0.3)

/* Of a text read in some encoding: how many characters beyond ASCII are … */
typedef struct
{
  guint n_kana;
  guint n_common;                       /* kanji of level 1 */
  guint n_narrow;                       /* half-width kana of one byte */
  guint n_rare;                         /* kanji of level 2, signs */
  guint n_odd;                          /* what hardly any text has */
  guint n_bad;                          /* no characters at all */
} Evidence;

static double
judge (Evidence found)
{
  double n = found.n_kana + found.n_common + found.n_narrow + found.n_rare + found.n_odd
             + found.n_bad;

  if (n < 1.0)
    return 0.0;
  return (found.n_kana + 0.4 * found.n_common + 0.3 * found.n_narrow - 0.1 * found.n_rare
          - 1.0 * found.n_odd - 3.0 * found.n_bad)
         / n;
}

static void
count_shift_jis_pair (Evidence *found, guint8 a, guint8 b)
{
  if ((a == 0x82 && b >= 0x9f && b <= 0xf1) || (a == 0x83 && b <= 0x96))
    found->n_kana++;
  else if (a >= 0x88 && a <= 0x98)
    found->n_common++;
  else if (a <= 0x84 || a == 0x87 || (a >= 0x99 && a <= 0x9f) || (a >= 0xe0 && a <= 0xea)
           || (a >= 0xfa && a <= 0xfc))
    found->n_rare++;
  else
    found->n_odd++;
}

/* Half-width stops and dots (0xa1 to 0xa5) are what kana in EUC-JP look like; seldom anything else. */
static Evidence
walk_shift_jis (const guint8 *p, const guint8 *end)
{
  Evidence found = { 0 };

  while (p < end)
    {
      guint8 a = *p++;

      if (a < 0x80)
        continue;
      if (a >= 0xa1 && a <= 0xdf)
        {
          if (a <= 0xa5)
            found.n_odd++;
          else
            found.n_narrow++;
        }
      else if (a == 0x80 || a == 0xa0 || a > 0xfc || p == end)
        found.n_bad += p < end;
      else if (*p < 0x40 || *p == 0x7f || *p > 0xfc)
        found.n_bad++;
      else
        count_shift_jis_pair (&found, a, *p++);
    }
  return found;
}

static void
count_euc_jp_pair (Evidence *found, guint8 a, guint8 b)
{
  if (a == 0xa4 || a == 0xa5 || (a == 0x8e && b <= 0xdf))
    found->n_kana++;
  else if (a >= 0xb0 && a <= 0xcf)
    found->n_common++;
  else if (a == 0x8e)
    found->n_odd++;
  else if (a <= 0xa3 || a == 0xa6 || a == 0xa8 || a == 0xad || (a >= 0xd0 && a <= 0xf4)
           || (a >= 0xf9 && a <= 0xfc))
    found->n_rare++;
  else
    found->n_odd++;
}

static double
judge_euc_jp (const guint8 *p, const guint8 *end)
{
  Evidence found = { 0 };
  guint n_pairs = 0, n_high = 0;

  while (p < end)
    {
      guint8 a = *p++;
      int n_more = a < 0x80 ? 0 : a == 0x8f ? 2 : 1;

      if (n_more == 0)
        continue;
      if ((a < 0xa1 && a != 0x8e && a != 0x8f) || a == 0xff)
        {
          found.n_bad++;
          continue;
        }
      if (end - p < n_more)
        break;
      if (p[0] < 0xa1 || p[0] == 0xff || (n_more == 2 && p[1] < 0xa1))
        {
          found.n_bad++;
          continue;
        }
      count_euc_jp_pair (&found, a, *p);
      n_pairs++;
      n_high += p[0] > 0xdf || a == 0x8e;
      p += n_more;
    }
  return judge (found)
         + (n_pairs > PAIRS_WITHOUT_HIGH_MAX && n_high == 0 ? WITHOUT_HIGH_POINTS : 0.0);
}

static Evidence
walk_utf_8 (const char *p, const char *end)
{
  Evidence found = { 0 };
  gboolean was_bad = FALSE;

  while (p < end)
    {
      gunichar c;

      if ((guint8) *p < 0x80)
        {
          p++;
          continue;
        }
      c = g_utf8_get_char_validated (p, end - p);
      if (c == (gunichar) -2)
        break;
      if (c == (gunichar) -1)
        {
          found.n_bad += !was_bad;
          was_bad = TRUE;
          p++;
          continue;
        }
      was_bad = FALSE;
      if (c >= 0x3041 && c <= 0x30ff)
        found.n_kana++;
      else if (c >= 0x4e00 && c <= 0x9fff)
        found.n_common++;
      else
        found.n_rare++;
      p = g_utf8_next_char (p);
    }
  return found;
}

/* Letters with marks and curly quotes stand alone among ASCII; pairs of high bytes are seldom. */
static double
judge_windows_1252 (const guint8 *p, const guint8 *end)
{
  guint n_high = 0, n_alone = 0;

  for (const guint8 *q = p; q < end; q++)
    if (*q >= 0x80)
      {
        n_high++;
        n_alone += (q == p || q[-1] < 0x80) && (q + 1 == end || q[1] < 0x80);
      }
  if (n_high == 0 || n_high * 5 > (gsize) (end - p))
    return NO_POINTS;
  return 0.5 * n_alone / n_high - 1.0 * (n_high - n_alone) / n_high;
}

/* Escapes of ISO-2022-JP, and nothing above ASCII. */
static gboolean
is_iso_2022_jp (const char *bytes, gsize n_bytes)
{
  gboolean has_escape = FALSE;

  for (gsize i = 0; i < n_bytes; i++)
    {
      if ((guint8) bytes[i] >= 0x80)
        return FALSE;
      if (bytes[i] == 0x1b && i + 2 < n_bytes
          && ((bytes[i + 1] == '$' && strchr ("@B(", bytes[i + 2]) != NULL)
              || (bytes[i + 1] == '(' && bytes[i + 2] == 'I')))
        has_escape = TRUE;
    }
  return has_escape;
}

typedef struct
{
  gsize n_units;
  gsize n_ascii;
  gsize n_kana;
  gsize n_odd;
} Units;

static gboolean
is_common_unit (guint unit)
{
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0xa0 && unit <= 0xff)
         || (unit >= 0x2010 && unit <= 0x26ff) || (unit >= 0x31f0 && unit <= 0x33ff)
         || (unit >= 0xd800 && unit <= 0xdfff) || (unit >= 0xff01 && unit <= 0xffef);
}

static Units
count_units (const guint8 *p, gsize n_bytes, int high)
{
  Units found = { 0 };

  for (gsize i = 0; i + 1 < n_bytes; i += 2)
    {
      guint unit = (guint) p[i + high] << 8 | p[i + 1 - high];

      found.n_units++;
      if ((unit >= 0x20 && unit < 0x7f) || unit == '\n' || unit == '\r' || unit == '\t')
        found.n_ascii++;
      else if (unit >= 0x3000 && unit <= 0x30ff)
        found.n_kana++;
      else if (!is_common_unit (unit))
        found.n_odd++;
    }
  return found;
}

/* Nearly nothing odd, and enough of what only this byte order explains: pairs of ASCII characters
 * look like kanji, kanji of the wrong order like kanji, but neither looks like ASCII or kana. */
static double
judge_units (Units found)
{
  if (found.n_units == 0 || found.n_odd * 20 > found.n_units)
    return 0.0;
  return (double) (found.n_ascii + found.n_kana) / (double) found.n_units;
}

JkbCharset
jkb_charset_guess_utf_16 (const char *bytes, gsize n_bytes)
{
  const guint8 *p = (const guint8 *) bytes;
  gsize n = MIN (n_bytes, LOOK_BYTES);
  double little = judge_units (count_units (p, n, 1));
  double big = judge_units (count_units (p, n, 0));

  if (MAX (little, big) < 0.15)
    return JKB_N_CHARSETS;
  return little > big ? JKB_CHARSET_UTF_16LE : JKB_CHARSET_UTF_16BE;
}

static gboolean
find_mark (const char *bytes, gsize n_bytes, JkbCharset *charset, gsize *n_mark)
{
  static const struct
  {
    const char *mark;
    gsize n_bytes;
    JkbCharset charset;
  } marks[] = { { "\xef\xbb\xbf", 3, JKB_CHARSET_UTF_8 },
                { "\xff\xfe", 2, JKB_CHARSET_UTF_16LE },
                { "\xfe\xff", 2, JKB_CHARSET_UTF_16BE } };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (n_bytes >= marks[i].n_bytes && memcmp (bytes, marks[i].mark, marks[i].n_bytes) == 0)
      {
        *charset = marks[i].charset;
        *n_mark = marks[i].n_bytes;
        return TRUE;
      }
  *n_mark = 0;
  return FALSE;
}

/* Whether all of it is valid, without a NUL. ASCII and what Japanese is made of, characters of three bytes from U+1000 on
 * but for those around the surrogates, are told here; what is left is up to GLib. */
static gboolean
is_utf_8 (const char *bytes, gsize n_bytes)
{
  const guchar *p = (const guchar *) bytes, *end = p + n_bytes;

  while (end - p >= 3)
    if (p[0] - 0xe1u < 0xed - 0xe1 || p[0] == 0xef)
      {
        if (((p[1] ^ 0x80) | (p[2] ^ 0x80)) >= 0x40)
          break;
        p += 3;
      }
    else if (p[0] - 1u < 0x7f)
      p++;
    else
      break;
  return g_utf8_validate_len ((const char *) p, (gsize) (end - p), NULL);
}

JkbCharset
jkb_charset_guess (const char *bytes, gsize n_bytes, JkbCharset declared, gsize *n_mark, gboolean *is_valid)
{
  const guint8 *p = (const guint8 *) bytes;
  gsize n = MIN (n_bytes, LOOK_BYTES);
  double points[JKB_N_CHARSETS + 1];
  JkbCharset best = JKB_CHARSET_UTF_8, found;

  *is_valid = FALSE;
  if (find_mark (bytes, n_bytes, &found, n_mark))
    return found;
  if (is_iso_2022_jp (bytes, n))
    return JKB_CHARSET_ISO_2022_JP;
  if (is_utf_8 (bytes, n_bytes))
    {
      *is_valid = TRUE;
      return JKB_CHARSET_UTF_8;
    }
  if ((found = jkb_charset_guess_utf_16 (bytes, n_bytes)) != JKB_N_CHARSETS)
    return found;
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    points[i] = NO_POINTS;
  points[JKB_CHARSET_UTF_8] = judge (walk_utf_8 (bytes, bytes + n));
  points[JKB_CHARSET_SHIFT_JIS] = judge (walk_shift_jis (p, p + n));
  points[JKB_CHARSET_EUC_JP] = judge_euc_jp (p, p + n);
  points[JKB_CHARSET_WINDOWS_1252] = judge_windows_1252 (p, p + n);
  points[declared] += DECLARED_POINTS;
  for (guint i = 0; i < JKB_N_CHARSETS; i++)
    if (points[i] > points[best])
      best = (JkbCharset) i;
  return best;
}
