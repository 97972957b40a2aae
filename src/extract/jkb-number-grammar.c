/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Numbers in running text. A numeral is found (jkb-numeral.c), then judged by what stands around it:
 *
 *   - Arabic digits are a number unless they are part of something else, which shows in the character
 *     before or behind them: i7-3770, 127.0.0.1, 03-1234-5678, 12:30, 2024/1/26, 第3, 12%.
 *   - Kanji are a number only where a counter follows, or nothing that could go on with the word:
 *     三名, 二千五百; not 三重県, 十日町, 一部.
 *
 * What is refused is passed as a whole, so that no part of it is found again.
 */
#include "extract/jkb-number-grammar.h"

#include <string.h>

#include "extract/jkb-number-words.h"
#include "extract/jkb-numeral.h"

/* What may follow a number in kanji, or stand between 数 and the things counted. */
static const char *const counters[]
    = { "人", "名", "件", "社", "通", "枚", "台", "個", "冊", "校", "世帯", "回", "円", "点", "票",
        "組", "団体", "か所", "カ所", "ヶ所", "ケ所", "箇所", "か国", "カ国", "店", "機関", "施設",
        "自治体", "アカウント", "ユーザ", "サイト", "ファイル", "クラ", "余", "超", "以上", "未満", "程度", NULL };

/* Words that begin as a counted thing does. */
static const char *const no_counters[]
    = { "一人ひとり", "一人一人", "一人暮", "一人親", "一人称", "一人前", "一人で", "一件一件",
        "一通り", "一枚岩", "一回り", "一点張", "一名一名", "一個人", "一社一社", "一人でも",
        "一件落着", "一台一台", "一組織", "一店一店", NULL };

/* Characters that make one word with a kanji numeral behind them: 同一人物, 第三者, 統一名称. */
static const char *const word_begins[] = { "同", "統", "唯", "単", "随", "第", "画", "逐", "択",
                                           "均", "専", "万", "再", "数", NULL };

/* Before 数, these make a word of their own: 件数. */
static const char *const count_words[] = { "件", "人", "回", "多", "総", "台", "端", "点", "枚", "個",
                                           "社", "算", "関", "係", "指", "奇", "偶", "小", "整", NULL };

/* Units that may follow digits in letters. */
static const char *const letter_units[] = { "gb", "mb", "kb", "tb", "byte", "people", NULL };

/* A word of letters must begin where a word begins: `v` is not in `tv`. */
static gboolean
ends_with_any_in (const JkbText *text, gsize at, const char *const *words, JkbTextChains in)
{
  guint n = jkb_text_may_end (text, at, in.set) ? in.chains[jkb_text_chain_of_end (text->bytes + at)] : 0;

  for (; n > 0; n = jkb_text_chain_next (in.chains, n))
    {
      gsize length = jkb_text_take_before (text, at, words[n - 1]);

      if (length > 0 && !(g_ascii_isalpha (*words[n - 1]) && jkb_text_is_letter (text, at - length - 1)))
        return TRUE;
    }
  return FALSE;
}

#define ends_with_any(text, at, words)                                                            \
  ends_with_any_in (text, at, words, JKB_TEXT_CHAINS_OF (words, jkb_text_chain_ends))

static gboolean
is_word_char (gunichar c)
{
  return c < 0x80 && g_ascii_isalnum ((char) c);
}

static gboolean
is_katakana (gunichar c)
{
  return (c >= 0x30a1 && c <= 0x30fa) || c == 0x30fc;
}

/* Names what a number belongs to rather than how many there are. */
static gboolean
has_label_before (const JkbText *text, gsize at)
{
  static const char *const labels[] = { "第", "no.", "no", "v", "ver", "ver.", "version", "バージョン",
                                        "rev.", "#", "〒", "¥", "$", "€", "£", "+", "_", "@", "%", "&#",
                                        "※", "昭和", "平成", "令和", NULL };
  static const char *const spaced_labels[] = { "no.", "no", "ver", "ver.", "version", "バージョン", "rev.",
                                               "#", "〒", "¥", "$", "€", "£", NULL };

  if (ends_with_any (text, at, labels))
    return TRUE;
  if (at > 1 && text->bytes[at - 1] == '=')
    return jkb_text_is_letter (text, at - 2);
  return at > 0 && text->bytes[at - 1] == ' ' && ends_with_any (text, at - 1, spaced_labels);
}

/* `(` or `)` of a telephone number: 03(1234)5678, (03)1234-5678. */
static gboolean
is_in_phone_bracket (const JkbText *text, gsize at)
{
  gsize begin = at;

  if (at < 2 || (text->bytes[at - 1] != '(' && text->bytes[at - 1] != ')'))
    return FALSE;
  if (text->bytes[at - 1] == '(')
    return jkb_text_is_digit (text, at - 2);
  for (begin = at - 1; begin > 0 && at - begin < 7 && jkb_text_is_digit (text, begin - 1);)
    begin--;
  if (begin == at - 1 || begin == 0 || text->bytes[begin - 1] != '(')
    return FALSE;
  return text->bytes[begin] == '0' || (begin > 1 && jkb_text_is_digit (text, begin - 2));
}

/* 3-5名: two plain numbers, the second larger, and a counter. Returns where the first begins, or @end. */
static gsize
find_range_begin (const JkbText *text, gsize dash, gsize end)
{
  gsize begin = dash;
  JkbNumeral low, high;

  while (begin > 0 && dash - begin < 12
         && (jkb_text_is_digit (text, begin - 1) || text->bytes[begin - 1] == ','))
    begin--;
  if (begin == dash || (begin > 0 && strchr ("-./:", text->bytes[begin - 1]) != NULL)
      || jkb_text_is_letter (text, begin - 1))
    return end;
  if (!jkb_numeral_read (text, begin, &low) || low.end != dash || !low.is_whole)
    return end;
  if (!jkb_numeral_read (text, dash + 1, &high) || !high.is_whole || high.value <= low.value
      || text->bytes[begin] == '0' || text->bytes[dash + 1] == '0')
    return end;
  return jkb_text_take_any (text, high.end, counters) ? begin : end;
}

static gboolean
continues_before (const JkbText *text, gsize at)
{
  char c = at > 0 ? text->bytes[at - 1] : '\0';
  gboolean after_word = at > 1 && is_word_char ((guchar) text->bytes[at - 2]);

  if (c == '-' && after_word)
    return find_range_begin (text, at - 1, at) == at;
  if ((c == '.' || c == '_') && after_word)
    return TRUE;
  if ((c == '/' || c == ':' || c == ',') && at > 1 && jkb_text_is_digit (text, at - 2))
    return c != ',' || jkb_text_is_digit (text, at + 1);
  return is_in_phone_bracket (text, at) || has_label_before (text, at);
}

/* Where the run of digits and joints ends that a refused number is part of. */
static gsize
pass_joined (const JkbText *text, gsize at)
{
  while (at < text->n_bytes
         && (is_word_char ((guchar) text->bytes[at])
             || (strchr ("-./:,_", text->bytes[at]) != NULL && jkb_text_is_digit (text, at + 1))))
    at++;
  return at;
}

static gboolean
continues_behind (const JkbText *text, gsize at, gsize end)
{
  char c = end < text->n_bytes ? text->bytes[end] : '\0';

  if (g_ascii_isdigit (c))
    return TRUE;
  if (c == '-' && find_range_begin (text, end, end) == at)
    return FALSE;
  if (c != '\0' && strchr ("-./:", c) != NULL && jkb_text_is_digit (text, end + 1))
    return TRUE;
  if (c == ',' && jkb_text_is_digit (text, end + 1) && jkb_text_is_digit (text, end + 2))
    return TRUE;
  return c == '%' || (c != '\0' && g_ascii_isalpha (c) && !jkb_text_take_any (text, end, letter_units));
}

static gboolean
is_clock_time (const JkbText *text, gsize at, gsize end)
{
  if (jkb_text_take (text, end, "時"))
    return !jkb_text_take (text, end, "時間");
  return jkb_text_take (text, end, "分") && jkb_text_take_before (text, at, "時");
}

static gboolean
has_leading_zero (const JkbText *text, gsize at)
{
  return text->bytes[at] == '0' && jkb_text_is_digit (text, at + 1);
}

static gboolean
is_arabic_number (const JkbText *text, gsize at, JkbNumeral *numeral)
{
  gsize end = numeral->end;

  if (jkb_text_is_letter (text, at - 1) && !jkb_text_take_any (text, end, counters))
    return FALSE;
  if (has_leading_zero (text, at) || continues_before (text, at) || continues_behind (text, at, end))
    {
      numeral->end = MAX (end, pass_joined (text, end));
      return FALSE;
    }
  return numeral->is_whole && !is_clock_time (text, at, end);
}

static gboolean
is_kanji_number (const JkbText *text, gsize at, JkbNumeral *numeral)
{
  gunichar next = jkb_text_char (text, numeral->end);
  gsize word = jkb_text_take_any (text, at, no_counters);

  if (numeral->is_vague)
    return jkb_text_take_any (text, numeral->end, counters)
           && !(jkb_text_take (text, at, "数") && ends_with_any (text, at, count_words));
  numeral->end = MAX (numeral->end, at + word);
  if (!numeral->is_whole || word > 0 || ends_with_any (text, at, word_begins))
    return FALSE;
  if (jkb_text_take_any (text, numeral->end, counters))
    return TRUE;
  return numeral->n_chars > 1 && numeral->value > 0 && !jkb_text_is_kanji (next)
         && !is_katakana (next) && !is_word_char (next);
}

/* 20数名, 3数万人: at least twenty, but nobody says how many. */
static void
take_vague_tail (const JkbText *text, JkbNumeral *numeral)
{
  gsize end = numeral->end + jkb_text_take (text, numeral->end, "数");
  JkbNumeral scale;

  if (end == numeral->end)
    return;
  if (jkb_numeral_read (text, end, &scale) && scale.is_kanji)
    end = scale.end;
  else if (jkb_text_take (text, end, "万") || jkb_text_take (text, end, "億"))
    end = jkb_text_next (text, end);
  if (!jkb_text_take_any (text, end, counters))
    return;
  numeral->end = end;
  numeral->is_vague = TRUE;
  numeral->value = 0;
}

/* What a number begins with, but for ASCII. */
static const guint64 begins[JKB_TEXT_ROWS] = {
  [0x0c0] = JKB_TEXT_BIT (0x3007),  /* 〇 */
  [0x138] = JKB_TEXT_BIT (0x4e00) | JKB_TEXT_BIT (0x4e03) | JKB_TEXT_BIT (0x4e09),  /* 一 七 三 */
  [0x139] = JKB_TEXT_BIT (0x4e5d),  /* 九 */
  [0x13a] = JKB_TEXT_BIT (0x4e8c) | JKB_TEXT_BIT (0x4e94),  /* 二 五 */
  [0x13d] = JKB_TEXT_BIT (0x4f55),  /* 何 */
  [0x145] = JKB_TEXT_BIT (0x516b) | JKB_TEXT_BIT (0x516d),  /* 八 六 */
  [0x14d] = JKB_TEXT_BIT (0x5341) | JKB_TEXT_BIT (0x5343),  /* 十 千 */
  [0x15b] = JKB_TEXT_BIT (0x56db),  /* 四 */
  [0x179] = JKB_TEXT_BIT (0x5e7e),  /* 幾 */
  [0x195] = JKB_TEXT_BIT (0x6570),  /* 数 */
  [0x1d9] = JKB_TEXT_BIT (0x767e),  /* 百 */
  [0x25b] = JKB_TEXT_BIT (0x96f6),  /* 零 */
};

/* Letters are a number only where a word begins. */
static gboolean
is_in_word (const JkbText *text, gsize at)
{
  return jkb_text_is_letter (text, at) && at > 0 && is_word_char ((guchar) text->bytes[at - 1]);
}

static gboolean
is_english_number (const JkbText *text, gsize at, const JkbNumeral *numeral)
{
  if (!numeral->is_vague)
    return numeral->is_whole && jkb_text_take (text, numeral->end, " ");
  return jkb_text_take (text, numeral->end, " of");
}

static gboolean
judge (const JkbText *text, gsize at, JkbNumeral *numeral)
{
  if (jkb_text_is_letter (text, at))
    return is_english_number (text, at, numeral);
  if (numeral->is_kanji)
    return is_kanji_number (text, at, numeral);
  if (!is_arabic_number (text, at, numeral))
    return FALSE;
  take_vague_tail (text, numeral);
  return TRUE;
}

gboolean
jkb_number_next (const char *bytes, gsize n_bytes, gsize from, JkbNumber *number)
{
  JkbText text = { bytes, n_bytes };

  g_return_val_if_fail (from <= n_bytes, FALSE);

  for (gsize at = from; at < n_bytes;)
    {
      JkbNumeral numeral;

      if ((at = jkb_text_skip_to (&text, at, begins)) >= n_bytes)
        return FALSE;
      if (is_in_word (&text, at) || !jkb_numeral_read (&text, at, &numeral))
        {
          at = jkb_text_next (&text, at);
          continue;
        }
      if (judge (&text, at, &numeral))
        {
          *number = (JkbNumber){ .words = { at, numeral.end }, .span = { at, numeral.end } };
          number->value = numeral.value;
          number->flags = (numeral.is_vague ? JKB_NUMBER_VAGUE : 0)
                          | (numeral.is_kanji ? JKB_NUMBER_KANJI : 0);
          jkb_number_words_before (&text, from, number);
          jkb_number_words_behind (&text, numeral.end, number);
          return TRUE;
        }
      at = numeral.end;
    }
  return FALSE;
}

gsize
jkb_number_qualify (const char *bytes, gsize n_bytes, gsize at, JkbNumber *number)
{
  JkbText text = { bytes, n_bytes };

  g_return_val_if_fail (at <= n_bytes, at);

  return jkb_number_words_behind (&text, at, number);
}
