/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-language.h"

#include <string.h>

#include "extract/jkb-text-at.h"

/* A line of ideographs up to this length may be a Japanese heading; a longer text without any kana
 * is Chinese. */
#define HEADING_IDEOGRAPHS_MAX 60

/* Longest word that is looked up; longer ones are no small words. */
#define SMALL_WORD_MAX 7

typedef struct
{
  guint n_kana;
  guint n_ideographs;
  guint n_hangul;
  guint n_words;
  guint n_small_words;
} Tally;

static gboolean
is_kana (gunichar c)
{
  return (c >= 0x3041 && c <= 0x30ff && c != 0x30fb) || (c >= 0xff66 && c <= 0xff9f);
}

static gboolean
is_ideograph (gunichar c)
{
  return c == 0x3005 || (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff)
         || (c >= 0x20000 && c <= 0x3ffff);
}

static gboolean
is_hangul (gunichar c)
{
  return (c >= 0xac00 && c <= 0xd7a3) || (c >= 0x1100 && c <= 0x11ff);
}

/* Where the kana and ideographs end that begin at @at, nearly all of a Japanese text. */
static gsize
count_east_asian (Tally *tally, const JkbText *text, gsize at)
{
  const guchar *p = (const guchar *) text->bytes;
  guint n_kana = 0, n_ideographs = 0;

  for (; at < text->n_bytes && p[at] >= 0xe3 && p[at] <= 0xe9; at += 3)
    {
      const guint rest = (guint) p[at + 1] << 8 | p[at + 2];    /* of U+3041 81 81, of U+30ff 83 bf, of U+3400 90 80 */
      const guint is_low = p[at] == 0xe3;

      n_kana += is_low & (rest - 0x8181 <= 0x83bf - 0x8181) & (rest != 0x83bb);
      n_ideographs += (is_low ^ 1) | (rest >= 0x9080) | (rest == 0x8085);
    }
  tally->n_kana += n_kana;
  tally->n_ideographs += n_ideographs;
  return at;
}

static gboolean
is_latin (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalpha (c);
  if (c >= 0x2e80 && c < 0xa000)        /* nothing but the scripts of East Asia */
    return FALSE;
  return g_unichar_isalpha (c) && g_unichar_get_script (c) == G_UNICODE_SCRIPT_LATIN;
}

static gboolean
is_small_word (const char *word, gsize n_bytes)
{
  static const char *const small_words[] = {
    "the", "of", "and", "to", "in", "a", "an", "that", "we", "our", "you", "your", "was", "were",
    "is", "are", "has", "have", "been", "by", "on", "for", "from", "with", "this", "not", "it",
    "its", "as", "at", "may", "will", "or", "be", "which", "their", "had", "no", "any", NULL
  };
  char lower[SMALL_WORD_MAX];

  if (n_bytes > SMALL_WORD_MAX)
    return FALSE;
  for (gsize i = 0; i < n_bytes; i++)
    lower[i] = g_ascii_tolower (word[i]);
  return jkb_text_is_any (lower, n_bytes, small_words);
}

static void
count_word (Tally *tally, const char *word, gsize n_bytes)
{
  tally->n_words++;
  tally->n_small_words += is_small_word (word, n_bytes) != FALSE;
}

static void
count_characters (Tally *tally, const JkbText *text)
{
  gsize word = text->n_bytes;

  for (gsize at = 0; at < text->n_bytes; at = jkb_text_next (text, at))
    {
      gunichar c;
      gboolean in_word;

      if (word == text->n_bytes && (at = count_east_asian (tally, text, at)) >= text->n_bytes)
        break;
      c = jkb_text_char (text, at);
      in_word = is_latin (c);

      if (in_word && word == text->n_bytes)
        word = at;
      else if (!in_word && word != text->n_bytes)
        {
          count_word (tally, text->bytes + word, at - word);
          word = text->n_bytes;
        }
      tally->n_kana += is_kana (c);
      tally->n_ideographs += is_ideograph (c);
      tally->n_hangul += is_hangul (c);
    }
  if (word != text->n_bytes)
    count_word (tally, text->bytes + word, text->n_bytes - word);
}

/* Two characters of Japanese weigh about as much as one word of a language with blanks. */
static gboolean
is_japanese (const Tally *tally)
{
  guint n_characters = tally->n_kana + tally->n_ideographs;

  if (n_characters < tally->n_words || n_characters < tally->n_hangul)
    return FALSE;
  if (tally->n_kana == 0)
    return tally->n_ideographs >= 2 && tally->n_ideographs <= HEADING_IDEOGRAPHS_MAX;
  return tally->n_kana * 20 >= n_characters;
}

static gboolean
is_english (const Tally *tally)
{
  return tally->n_words >= 3 && tally->n_small_words * 8 >= tally->n_words
         && (tally->n_kana + tally->n_ideographs + tally->n_hangul) / 2 < tally->n_words;
}

const char *
jkb_language_of (const char *text, gsize n_bytes)
{
  Tally tally = { 0 };

  g_return_val_if_fail (text != NULL, "und");

  count_characters (&tally, &(JkbText){ text, n_bytes });
  if (is_japanese (&tally))
    return "ja";
  return is_english (&tally) ? "en" : "und";
}
