/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 *   numeral  = { small great } [ small ]          the greats (兆 億 万) descend: 1億 8990万, 14万 2000
 *   small    = { [ digits ] scale } [ digits ]    the scales (千 百 十) descend: 2千5百, 二千五百, 4百
 *   digits   = Arabic, with commas and, before a scale, a fraction; or kanji, one or by position
 *   vague    = 数 in place of a digit: 数十, 十数, 百数十
 *
 * A great never stands alone: 万 is a word, 百万 is a number.
 */
#include "extract/jkb-numeral.h"

#define N_DIGITS_MAX 18                 /* so many always fit into 63 bits */

typedef struct
{
  gint64 value;                         /* times 10 to the power of n_fraction */
  guint n_fraction;
  gboolean is_kanji;
  gboolean is_vague;
  gboolean overflows;
} Part;

static gint64
find_scale (gunichar c)
{
  switch (c)
    {
    case 0x5341: return 10;                     /* 十 */
    case 0x767e: return 100;                    /* 百 */
    case 0x5343: return 1000;                   /* 千 */
    case 0x4e07: return 10000;                  /* 万 */
    case 0x5104: return 100000000;              /* 億 */
    case 0x5146: return G_GINT64_CONSTANT (1000000000000);      /* 兆 */
    default: return 0;
    }
}

/* A scale that is the first character of a word or a name: 5千葉市. */
static gboolean
begins_word (const JkbText *text, gsize at)
{
  static const char *const words[]
      = { "千葉", "千歳", "千代", "千駄", "千住", "千川", "千里", "千曲", "千早", "千石",
          "百貨", "百科", "百合", "万引", "万博", "万年", "万能", "万が一", "万全",
          "十勝", "十字", "十和田", "兆候", "億劫", NULL };

  return jkb_text_take_any (text, at, words) > 0;
}

static gint64
scale_at (const JkbText *text, gsize at, gboolean is_great)
{
  gint64 scale = find_scale (jkb_text_char (text, at));

  return (scale >= 10000) == is_great && scale > 0 && !begins_word (text, at) ? scale : 0;
}

static void
push_digit (Part *part, int digit)
{
  if (g_ascii_isdigit (digit))
    digit -= '0';
  if (part->value > (G_MAXINT64 - digit) / 10)
    part->overflows = TRUE;
  else
    part->value = part->value * 10 + digit;
}

/* A comma, perhaps with a space behind it, before exactly three digits. */
static gsize
find_group (const JkbText *text, gsize at)
{
  if (at >= text->n_bytes || text->bytes[at] != ',')
    return 0;
  at = jkb_text_skip_blanks (text, at + 1, 1);
  for (gsize i = 0; i < 3; i++)
    if (!jkb_text_is_digit (text, at + i))
      return 0;
  return jkb_text_is_digit (text, at + 3) ? 0 : at;
}

static gsize
read_arabic (const JkbText *text, gsize at, Part *part)
{
  gsize start = at, group;

  for (; jkb_text_is_digit (text, at); at++)
    push_digit (part, text->bytes[at]);
  if (at - start <= 3)
    while ((group = find_group (text, at)) > 0)
      for (at = group; at < group + 3; at++)
        push_digit (part, text->bytes[at]);
  if (jkb_text_take (text, at, ".") && jkb_text_is_digit (text, at + 1))
    for (at++; jkb_text_is_digit (text, at); at++, part->n_fraction++)
      push_digit (part, text->bytes[at]);
  if (part->n_fraction > N_DIGITS_MAX)
    part->overflows = TRUE;
  return at;
}

static gsize
read_kanji_digits (const JkbText *text, gsize at, Part *part)
{
  int digit;

  while ((digit = jkb_text_kanji_digit (jkb_text_char (text, at))) >= 0)
    {
      push_digit (part, digit);
      at = jkb_text_next (text, at);
    }
  part->is_kanji = TRUE;
  return at;
}

/* Returns where the digits at @at end, @at when there are none. */
static gsize
read_digits (const JkbText *text, gsize at, Part *part)
{
  gunichar c = jkb_text_char (text, at);

  *part = (Part){ 0 };
  if (g_ascii_isdigit ((char) MIN (c, 0x7f)))
    return read_arabic (text, at, part);
  if (jkb_text_kanji_digit (c) >= 0)
    return read_kanji_digits (text, at, part);
  if (c == 0x6570 || c == 0x4f55 || c == 0x5e7e)        /* 数 何 幾 */
    {
      part->is_vague = part->is_kanji = TRUE;
      return jkb_text_next (text, at);
    }
  return at;
}

static gboolean
multiply (Part *part, gint64 factor)
{
  while (part->n_fraction > 0 && factor % 10 == 0)
    {
      factor /= 10;
      part->n_fraction--;
    }
  while (part->n_fraction > 0 && part->value % 10 == 0)
    {
      part->value /= 10;
      part->n_fraction--;
    }
  if (part->n_fraction > 0 || part->value > G_MAXINT64 / factor)
    part->overflows = TRUE;
  else
    part->value *= factor;
  return !part->overflows;
}

static void
add_part (Part *sum, const Part *part)
{
  sum->is_vague |= part->is_vague;
  sum->overflows |= part->overflows || sum->value > G_MAXINT64 - part->value;
  if (!sum->overflows)
    sum->value += part->value;
}

/* Digits with their scales below 万. */
static gsize
read_small (const JkbText *text, gsize at, Part *sum)
{
  gint64 last = 10000;
  gsize start = at;

  *sum = (Part){ .is_kanji = TRUE };
  for (;;)
    {
      Part part;
      gsize digits_end = read_digits (text, at, &part);
      gint64 scale = scale_at (text, digits_end, FALSE);

      if (scale > 0 && (scale >= last || (digits_end == at && !sum->is_kanji)))
        scale = 0;
      if (scale == 0 && digits_end == at)
        return at;
      if (scale == 0 && at == start)
        {
          *sum = part;
          return digits_end;
        }
      if (scale == 0 && (part.n_fraction > 0 || (part.value >= last && !part.is_vague)))
        return at;
      if (scale > 0 && digits_end == at)
        part = (Part){ .value = 1, .is_kanji = TRUE };
      part.is_vague |= scale > 0 && part.is_kanji && part.value >= 10;    /* 二三百 */
      if (scale > 0)
        multiply (&part, scale);
      add_part (sum, &part);
      sum->is_kanji &= part.is_kanji;
      if (scale == 0)
        return digits_end;
      at = jkb_text_next (text, digits_end);
      last = scale;
    }
}

static gint64
read_english_scale (const JkbText *text, gsize *at)
{
  static const struct { const char *word; gint64 scale; } scales[] = {
    { "hundred", 100 }, { "thousand", 1000 }, { "million", 1000000 }, { "billion", 1000000000 },
  };
  gsize word = jkb_text_skip_blanks (text, *at, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      gsize length = jkb_text_take (text, word, scales[i].word);

      if (length > 0 && !jkb_text_is_letter (text, word + length))
        {
          *at = word + length;
          return scales[i].scale;
        }
    }
  return 0;
}

/* 924 万 4,553 件, 1 億 2,000 万 人: where blanks are set around 万, one may stand behind it as well. */
static gsize
skip_to_rest (const JkbText *text, gsize at, gint64 scale)
{
  gsize begin = jkb_text_skip_blanks (text, at, 1), end;
  gint64 next;
  Part rest;

  if (!jkb_text_is_digit (text, begin) || (end = read_small (text, begin, &rest)) == begin)
    return at;
  next = scale_at (text, jkb_text_skip_blanks (text, end, 1), TRUE);
  if (next > 0)
    return next < scale ? begin : at;
  return rest.value >= 1000 && rest.value < scale && rest.n_fraction == 0 ? begin : at;
}

static gsize
read_japanese (const JkbText *text, gsize at, Part *sum)
{
  gint64 last = G_MAXINT64;
  gsize start = at;

  *sum = (Part){ .is_kanji = TRUE };
  for (;;)
    {
      Part part;
      gsize end = read_small (text, at, &part);
      gsize great = part.is_kanji ? end : jkb_text_skip_blanks (text, end, 1);
      gint64 scale = end > at ? scale_at (text, great, TRUE) : 0;

      if (end == at || (scale > 0 && scale >= last))
        return at;
      if (scale == 0 && at > start && (part.n_fraction > 0 || (part.value >= last && !part.is_vague)))
        return at;
      if (scale > 0)
        multiply (&part, scale);
      else if (at == start)
        {
          *sum = part;
          return end;
        }
      add_part (sum, &part);
      sum->is_kanji &= part.is_kanji;
      if (scale == 0)
        return end;
      at = jkb_text_next (text, great);
      if (great > end)
        at = skip_to_rest (text, at, scale);
      last = scale;
    }
}

/* two hundred, 6.6 million, dozens */
static gsize
read_english (const JkbText *text, gsize at, Part *part)
{
  static const char *const words[] = { "zero", "one", "two", "three", "four", "five", "six",
                                       "seven", "eight", "nine", "ten", "eleven", "twelve", "a" };
  static const char *const vague[]
      = { "dozens", "hundreds", "thousands", "millions", "several", NULL };
  gsize length = 0, end;
  int value;

  *part = (Part){ 0 };
  for (value = 0; value < (int) G_N_ELEMENTS (words); value++)
    if ((length = jkb_text_take (text, at, words[value])) > 0
        && !jkb_text_is_letter (text, at + length))
      break;
  if (value < (int) G_N_ELEMENTS (words))
    {
      gboolean is_article = value == (int) G_N_ELEMENTS (words) - 1;
      gint64 scale;

      end = at + length;
      part->value = is_article ? 1 : value;
      scale = read_english_scale (text, &end);
      if (scale > 0)
        multiply (part, scale);
      return is_article && scale == 0 ? at : end;
    }
  length = jkb_text_take_any (text, at, vague);
  part->is_vague = TRUE;
  return jkb_text_is_letter (text, at + length) ? at : at + length;
}

gboolean
jkb_numeral_read (const JkbText *text, gsize at, JkbNumeral *numeral)
{
  gboolean is_english = jkb_text_is_letter (text, at);
  Part part;
  gsize end = is_english ? read_english (text, at, &part) : read_japanese (text, at, &part);
  gint64 scale;

  if (end == at)
    return FALSE;
  if (!is_english && !part.is_kanji && (scale = read_english_scale (text, &end)) > 0)
    multiply (&part, scale);
  *numeral = (JkbNumeral){ .end = end, .is_kanji = part.is_kanji, .is_vague = part.is_vague };
  numeral->is_whole = !part.overflows && !part.is_vague && part.n_fraction == 0;
  numeral->value = numeral->is_whole ? part.value : 0;
  numeral->n_chars = (guint) g_utf8_strlen (text->bytes + at, (gssize) (end - at));
  return TRUE;
}
