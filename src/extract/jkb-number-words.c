/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-number-words.h"

#include <string.h>

#define N_BEFORE_MAX 3                  /* 合計で最大約 */

typedef struct
{
  const char *word;
  JkbCountQualifier qualifier;
  guint flags;
  const char *no_before;                /* characters that make another word with it: 契約, 設計 */
} BeforeWord;

static const BeforeWord before_words[] = {
  { "約", JKB_QUALIFIER_ABOUT, 0, "契予規節公誓制条要特密盟協集倹婚売" },
  { "およそ", JKB_QUALIFIER_ABOUT, 0, NULL },
  { "おおよそ", JKB_QUALIFIER_ABOUT, 0, NULL },
  { "おおむね", JKB_QUALIFIER_ABOUT, 0, NULL },
  { "概ね", JKB_QUALIFIER_ABOUT, 0, NULL },
  { "凡そ", JKB_QUALIFIER_ABOUT, 0, NULL },
  { "推定", JKB_QUALIFIER_ABOUT, 0, NULL },
  { "ほぼ", JKB_QUALIFIER_ABOUT, 0, NULL },
  { "最大", JKB_QUALIFIER_AT_MOST, 0, NULL },
  { "最大で", JKB_QUALIFIER_AT_MOST, 0, NULL },
  { "最高", JKB_QUALIFIER_AT_MOST, 0, NULL },
  { "最多", JKB_QUALIFIER_AT_MOST, 0, NULL },
  { "最多で", JKB_QUALIFIER_AT_MOST, 0, NULL },
  { "多くとも", JKB_QUALIFIER_AT_MOST, 0, NULL },
  { "多くて", JKB_QUALIFIER_AT_MOST, 0, NULL },
  { "多くても", JKB_QUALIFIER_AT_MOST, 0, NULL },
  { "少なくとも", JKB_QUALIFIER_AT_LEAST, 0, NULL },
  { "少なくても", JKB_QUALIFIER_AT_LEAST, 0, NULL },
  { "最低", JKB_QUALIFIER_AT_LEAST, 0, NULL },
  { "最低でも", JKB_QUALIFIER_AT_LEAST, 0, NULL },
  { "最小", JKB_QUALIFIER_AT_LEAST, 0, NULL },
  { "最少", JKB_QUALIFIER_AT_LEAST, 0, NULL },
  { "延べ", JKB_QUALIFIER_EXACT, JKB_NUMBER_CUMULATIVE, NULL },
  { "延べで", JKB_QUALIFIER_EXACT, JKB_NUMBER_CUMULATIVE, NULL },
  { "のべ", JKB_QUALIFIER_EXACT, JKB_NUMBER_CUMULATIVE, NULL },
  { "合計", JKB_QUALIFIER_EXACT, JKB_NUMBER_TOTAL, NULL },
  { "合計で", JKB_QUALIFIER_EXACT, JKB_NUMBER_TOTAL, NULL },
  { "総計", JKB_QUALIFIER_EXACT, JKB_NUMBER_TOTAL, NULL },
  { "累計", JKB_QUALIFIER_EXACT, JKB_NUMBER_TOTAL, NULL },
  { "累計で", JKB_QUALIFIER_EXACT, JKB_NUMBER_TOTAL, NULL },
  { "総数", JKB_QUALIFIER_EXACT, JKB_NUMBER_TOTAL, NULL },
  { "総件数", JKB_QUALIFIER_EXACT, JKB_NUMBER_TOTAL, NULL },
  { "総人数", JKB_QUALIFIER_EXACT, JKB_NUMBER_TOTAL, NULL },
  { "合計件数", JKB_QUALIFIER_EXACT, JKB_NUMBER_TOTAL, NULL },
  { "合計人数", JKB_QUALIFIER_EXACT, JKB_NUMBER_TOTAL, NULL },
  { "総勢", JKB_QUALIFIER_EXACT, JKB_NUMBER_TOTAL, NULL },
  { "計", JKB_QUALIFIER_EXACT, JKB_NUMBER_TOTAL, "設統会集時家推生小体温度流早" },
  { "全", JKB_QUALIFIER_EXACT, JKB_NUMBER_TOTAL, "完安健保万" },
  { "あわせて", JKB_QUALIFIER_EXACT, JKB_NUMBER_TOTAL, NULL },
  { "合わせて", JKB_QUALIFIER_EXACT, JKB_NUMBER_TOTAL, NULL },
  { "併せて", JKB_QUALIFIER_EXACT, JKB_NUMBER_TOTAL, NULL },
  { "about", JKB_QUALIFIER_ABOUT, 0, NULL },
  { "approximately", JKB_QUALIFIER_ABOUT, 0, NULL },
  { "around", JKB_QUALIFIER_ABOUT, 0, NULL },
  { "roughly", JKB_QUALIFIER_ABOUT, 0, NULL },
  { "some", JKB_QUALIFIER_ABOUT, 0, NULL },
  { "an estimated", JKB_QUALIFIER_ABOUT, 0, NULL },
  { "nearly", JKB_QUALIFIER_LESS_THAN, 0, NULL },
  { "almost", JKB_QUALIFIER_LESS_THAN, 0, NULL },
  { "less than", JKB_QUALIFIER_LESS_THAN, 0, NULL },
  { "fewer than", JKB_QUALIFIER_LESS_THAN, 0, NULL },
  { "under", JKB_QUALIFIER_LESS_THAN, 0, NULL },
  { "more than", JKB_QUALIFIER_MORE_THAN, 0, NULL },
  { "over", JKB_QUALIFIER_MORE_THAN, 0, NULL },
  { "exceeding", JKB_QUALIFIER_MORE_THAN, 0, NULL },
  { "at least", JKB_QUALIFIER_AT_LEAST, 0, NULL },
  { "no fewer than", JKB_QUALIFIER_AT_LEAST, 0, NULL },
  { "up to", JKB_QUALIFIER_AT_MOST, 0, NULL },
  { "at most", JKB_QUALIFIER_AT_MOST, 0, NULL },
  { "as many as", JKB_QUALIFIER_AT_MOST, 0, NULL },
  { "no more than", JKB_QUALIFIER_AT_MOST, 0, NULL },
  { "a total of", JKB_QUALIFIER_EXACT, JKB_NUMBER_TOTAL, NULL },
  { "total of", JKB_QUALIFIER_EXACT, JKB_NUMBER_TOTAL, NULL },
  { "total:", JKB_QUALIFIER_EXACT, JKB_NUMBER_TOTAL, NULL },
  { "all", JKB_QUALIFIER_EXACT, JKB_NUMBER_TOTAL, NULL },
};

typedef struct
{
  const char *word;
  JkbCountQualifier qualifier;
  const char *no_behind;                /* what makes another word with it: 強制, 超過 */
} BehindWord;

static const BehindWord behind_words[] = {
  { "以上", JKB_QUALIFIER_AT_LEAST, NULL },
  { "以下", JKB_QUALIFIER_AT_MOST, "の「、" },
  { "以内", JKB_QUALIFIER_AT_MOST, NULL },
  { "未満", JKB_QUALIFIER_LESS_THAN, NULL },
  { "弱", JKB_QUALIFIER_LESS_THAN, "点性者小電" },
  { "近く", JKB_QUALIFIER_LESS_THAN, NULL },
  { "近い", JKB_QUALIFIER_LESS_THAN, NULL },
  { "超", JKB_QUALIFIER_MORE_THAN, "過音短高大" },
  { "を超え", JKB_QUALIFIER_MORE_THAN, NULL },
  { "を上回", JKB_QUALIFIER_MORE_THAN, NULL },
  { "余り", JKB_QUALIFIER_MORE_THAN, NULL },
  { "あまり", JKB_QUALIFIER_MORE_THAN, NULL },
  { "余", JKB_QUALIFIER_MORE_THAN, "儀裕分地剰計罪" },
  { "強", JKB_QUALIFIER_MORE_THAN, "制化力調盗要固引行度" },
  { "程度", JKB_QUALIFIER_ABOUT, NULL },
  { "前後", JKB_QUALIFIER_ABOUT, NULL },
  { "ほど", JKB_QUALIFIER_ABOUT, NULL },
  { "くらい", JKB_QUALIFIER_ABOUT, NULL },
  { "ぐらい", JKB_QUALIFIER_ABOUT, NULL },
  { "内外", JKB_QUALIFIER_ABOUT, NULL },
  { " or more", JKB_QUALIFIER_AT_LEAST, NULL },
  { " or so", JKB_QUALIFIER_ABOUT, NULL },
};

/* 約 says little beside any other word; of two others the nearer to the end of the figure holds. */
static void
apply (JkbNumber *number, JkbCountQualifier qualifier, gboolean is_behind)
{
  if (qualifier == JKB_QUALIFIER_EXACT)
    return;
  if (number->qualifier == JKB_QUALIFIER_EXACT || number->qualifier == JKB_QUALIFIER_ABOUT
      || (is_behind && qualifier != JKB_QUALIFIER_ABOUT))
    number->qualifier = qualifier;
}

static gboolean
contains_char (const char *set, gunichar c)
{
  return set != NULL && c != 0 && g_utf8_strchr (set, -1, c) != NULL;
}

/* Blanks, markup of bold letters, colon and the like between a word and its number. */
static gsize
skip_joints_back (const JkbText *text, gsize from, gsize at)
{
  guint n_max = 4;

  while (at > from && n_max-- > 0 && strchr (" *:", text->bytes[at - 1]) != NULL)
    at--;
  return at;
}

static guint64
chain_before_words (JkbTextChains *chains, const BeforeWord *words)
{
  return jkb_text_chain_rows (chains, &words->word, sizeof *words, G_N_ELEMENTS (before_words), TRUE);
}

static guint64
chain_behind_words (JkbTextChains *chains, const BehindWord *words)
{
  return jkb_text_chain_rows (chains, &words->word, sizeof *words, G_N_ELEMENTS (behind_words), FALSE);
}

static const BeforeWord *
find_before (const JkbText *text, gsize from, gsize at, gsize *begin)
{
  const JkbTextChains in = JKB_TEXT_CHAINS_OF (before_words, chain_before_words);
  const BeforeWord *best = NULL;
  gsize best_length = 0;

  *begin = at;
  if (!jkb_text_may_end (text, at, in.set))
    return NULL;
  for (guint n = in.chains[jkb_text_chain_of_end (text->bytes + at)]; n > 0; n = jkb_text_chain_next (in.chains, n))
    {
      const BeforeWord *word = &before_words[n - 1];
      gsize length = jkb_text_take_before (text, at, word->word);

      if (length <= best_length || length > at - from
          || contains_char (word->no_before, jkb_text_char_before (text, at - length)))
        continue;
      if (g_ascii_isalpha (word->word[0]) && jkb_text_is_letter (text, at - length - 1))
        continue;
      best = word;
      best_length = length;
    }
  *begin = at - best_length;
  return best;
}

void
jkb_number_words_before (const JkbText *text, gsize from, JkbNumber *number)
{
  gsize at = number->span.begin;

  if (at > 1 && (text->bytes[at - 1] == '~' || text->bytes[at - 1] == '-')
      && g_unichar_isalnum (jkb_text_char_before (text, at - 1)))
    number->flags |= JKB_NUMBER_RANGE_END;
  for (guint i = 0; i < N_BEFORE_MAX; i++)
    {
      const BeforeWord *word = find_before (text, from, skip_joints_back (text, from, at), &at);

      if (word == NULL)
        return;
      apply (number, word->qualifier, FALSE);
      number->flags |= word->flags;
      number->span.begin = at;
    }
}

gsize
jkb_number_words_behind (const JkbText *text, gsize at, JkbNumber *number)
{
  const JkbTextChains in = JKB_TEXT_CHAINS_OF (behind_words, chain_behind_words);
  gsize start = at;
  gsize bold = at + jkb_text_take (text, at, "**");

  if (!jkb_text_may_begin (text, bold, in.set))
    return start;
  for (guint n = in.chains[jkb_text_chain_of_begin (text->bytes + bold)]; n > 0; n = jkb_text_chain_next (in.chains, n))
    {
      const BehindWord *word = &behind_words[n - 1];
      gsize length = jkb_text_take (text, bold, word->word);

      if (length == 0 || contains_char (word->no_behind, jkb_text_char (text, bold + length)))
        continue;
      apply (number, word->qualifier, TRUE);
      number->span.end = MAX (number->span.end, bold + length);
      return bold + length;
    }
  return start;
}
