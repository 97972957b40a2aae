/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Figures that tell how large a house is: members, staff, customers at some day.
 */
#include "extract/jkb-count-judge-private.h"

#include <string.h>

#define N_PHRASE 48                     /* bytes behind a figure in which its verb stands */
#define N_JOINT 36                      /* bytes of what is counted, before のうち */
#define N_SHARE 150                     /* bytes in which it stands what of the share got out */
#define N_BRACKET ((gsize) 60)                    /* bytes of a bracket between a figure and のうち */
#define N_FAR 120                       /* bytes of a sentence that opens with 現在 */
#define N_SIZE ((gsize) 36)             /* bytes of a word for how many there are of something */

static gboolean
holds_leak (const JkbJudge *self, JkbSpan within)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (self->doc, JKB_TERM_EXPOSURE, within, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_EXPOSURE_TERM_OUT || hits[i].term->value == JKB_EXPOSURE_TERM_READABLE
        || hits[i].term->value == JKB_EXPOSURE_TERM_LOST || hits[i].term->value == JKB_EXPOSURE_TERM_HANDLED)
      return TRUE;
  return FALSE;
}

/* Data that are only kept (登録, 記録) say nothing of a leak. */
static gboolean
tells_of_leak (const JkbJudge *self, JkbSpan sentence)
{
  return holds_leak (self, sentence)
         || jkb_count_find_act (self->doc, sentence, JKB_COUNT_ACT_TERM_AFFECTED) != NULL;
}

/* 登録スタッフ数 52,318名: a number of something that the matter is not named with. */
static gboolean
is_number_of_house (const JkbJudge *self, gsize at)
{
  static const char *const matters[] = { "対象", "該当", "被害", "流出", "漏", "影響", "紛失", "盗難", "誤", "人", "件", "総", "延", "閲覧", "送信", "ログイン",
                                         "発送", "名", "合計", "不明", "情報", "回収", "対応", "た" };
  gsize begin = at > N_SIZE ? at - N_SIZE : 0;

  if (jkb_text_take_before (&self->text, at, "数") == 0 || at <= begin)
    return FALSE;
  while (begin < at && ((guchar) self->text.bytes[begin] & 0xc0) == 0x80)
    begin++;
  for (gsize i = at; i > begin; i--)
    if (self->text.bytes[i - 1] == '\n' || self->text.bytes[i - 1] == ' ' || jkb_text_take_before (&self->text, i, "。") > 0)
      {
        begin = i;
        break;
      }
  for (guint i = 0; i < G_N_ELEMENTS (matters); i++)
    if (jkb_text_find (self->text.bytes + begin, (gssize) (at - begin), matters[i]) != NULL)
      return FALSE;
  return TRUE;
}

/* 影響を受けた会員; but 対象は会員3万人のうち1,200人: what is concerned comes at the end. */
static gboolean
is_told_of (const JkbJudge *self, JkbSpan before, const char *word)
{
  const char *p = jkb_text_find (self->text.bytes + before.begin, (gssize) (before.end - before.begin), word);

  return p != NULL && jkb_text_take (&self->text, (gsize) (p - self->text.bytes) + strlen (word), "は") == 0;
}

/* およそ60万件の名簿の一部とみられる: what got out here is a share of that. */
static gboolean
is_whole_elsewhere (const JkbJudge *self, const JkbFigure *figure, JkbSpan sentence)
{
  static const char *const shares[] = { "の一部とみ", "の一部と見", "の一部とされ", "の一部だ", "の一部で", "の一部に当た", "の一部にあた", NULL };
  gsize end = MIN (sentence.end, figure->span.end + N_PHRASE);

  for (gsize at = figure->span.end + jkb_text_take (&self->text, figure->span.end, "の"); at < end && !jkb_text_take (&self->text, at, "、"); at = jkb_text_next (&self->text, at))
    if (jkb_text_take_any (&self->text, at, shares) > 0)
      return TRUE;
  return FALSE;
}

/* 組合員は約30万人で、約2割の情報が: the share is told, not counted. */
static gboolean
is_base_of_fraction (const JkbJudge *self, const JkbFigure *figure)
{
  gsize at = figure->span.end + jkb_text_take (&self->text, figure->span.end, "で、");
  gsize begin;

  if (at == figure->span.end)
    return FALSE;
  at += jkb_text_take (&self->text, at, "約");
  begin = at;
  while (jkb_text_is_digit (&self->text, at))
    at++;
  return at > begin && (jkb_text_take (&self->text, at, "分の") > 0 || jkb_text_take (&self->text, at, "割") > 0 || jkb_text_take (&self->text, at, "%") > 0);
}

/* 3千人の案内を刷った。このうち38人分が…: the next sentence says how many of them. */
static gboolean
is_base_of_next (const JkbJudge *self, const JkbFigure *figure, JkbSpan sentence)
{
  static const char *const of_these[] = { "このうち", "そのうち", "うち", NULL };
  gsize next = jkb_text_skip_blanks (&self->text, sentence.end, 2);

  sentence.begin = MAX (sentence.begin, figure->span.begin - MIN (figure->span.begin, 2 * N_FAR));
  return figure->span.end <= sentence.end && sentence.end - figure->span.end < 2 * N_FAR && jkb_text_take_any (&self->text, next, of_these) > 0 && !holds_leak (self, sentence)
         && jkb_text_find (self->text.bytes + figure->span.end, (gssize) (sentence.end - figure->span.end), "誤") == NULL;
}

/* 12人分で約90万円: so much money was taken from so many. */
static gboolean
is_of_money (const JkbJudge *self, const JkbFigure *figure, JkbSpan sentence)
{
  gsize at = figure->span.end + jkb_text_take (&self->text, figure->span.end, "で"), end = MIN (sentence.end, at + N_JOINT);

  for (at += jkb_text_take (&self->text, at, "約"); at > figure->span.end && at < end; at = jkb_text_next (&self->text, at))
    {
      if (jkb_text_take (&self->text, at, "円") > 0)
        return jkb_text_is_digit (&self->text, figure->span.end + strlen ("で"))
               || jkb_text_take (&self->text, figure->span.end, "で約") > 0;
      if (jkb_text_take (&self->text, at, "、") > 0)
        return FALSE;
    }
  return FALSE;
}

/* 会員約3万人のうち1,200人, 会員は約3万人で、うち1,200人, 全会員3万人中1,200人: of how many. Where the words in front say that these were affected, or those
 * behind that something of the share got out too (カード情報も), the first figure is of those affected. */
static gboolean
is_base_of_share (const JkbJudge *self, const JkbFigure *figure, JkbSpan sentence)
{
  static const char *const joints[] = { "のうち", "の内、", "中、", "中約", "中最大", NULL };
  static const char *const of_these[] = { "で、このうち", "で、うち", "で、そのうち", NULL };
  static const char *const shares_too[] = { "も流出", "も漏", "も含", "も閲覧", "も盗", "も記載", "も対象", "も窃取", "も保存", NULL };
  static const char *const concerned[] = { "対象", "該当", "影響", "被害" };
  JkbSpan before = jkb_count_words_before (self->doc, figure, self->last_end);
  gsize at = figure->span.end, end = MIN (sentence.end, at + N_JOINT);

  if (jkb_text_take (&self->text, at, "中") > 0 && jkb_text_is_digit (&self->text, at + strlen ("中")))
    return TRUE;                        /* 52名中40名 */
  if (jkb_text_take (&self->text, at, "(") > 0)
    {
      const char *close = memchr (self->text.bytes + at, ')', MIN (sentence.end - at, N_BRACKET));

      at = close != NULL ? (gsize) (close - self->text.bytes) + 1 : at;
    }
  if (jkb_text_take (&self->text, at, "の") > 0)
    while (at < end && jkb_text_take_any (&self->text, at, joints) == 0 && !jkb_text_take (&self->text, at, "、"))
      at = jkb_text_next (&self->text, at);
  if (jkb_text_take_any (&self->text, at, joints) == 0
      && !(jkb_text_take_any (&self->text, at, of_these) > 0 && jkb_text_take_before (&self->text, figure->span.begin, "は") > 0
           && jkb_text_find (self->text.bytes + before.begin, (gssize) (before.end - before.begin), "た") == NULL))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (concerned); i++)
    if (is_told_of (self, before, concerned[i]))
      return FALSE;
  if (holds_leak (self, before))
    return FALSE;
  end = MIN (sentence.end, at + N_SHARE);
  return !jkb_text_holds_any (&self->text, at, end, shares_too);
}

/* 会員約3万人を抱える, 420人が通う: who the house is for, whatever else the sentence tells. */
static gboolean
is_who_it_serves (const JkbJudge *self, const JkbFigure *figure, JkbSpan sentence)
{
  static const char *const serves[] = { "を抱える", "を抱え、", "を擁する", "を有する", "が利用する", "が利用している", "が加入する", "が加入している",
                                        "が在籍する", "が通う", "が暮らす", "が学ぶ", "が働く", NULL };
  gsize at = figure->span.end, end = MIN (sentence.end, at + N_PHRASE);

  for (; at < end && !jkb_text_take (&self->text, at, "、"); at = jkb_text_next (&self->text, at))
    if (jkb_text_take_any (&self->text, at, serves) > 0)
      return TRUE;
  return FALSE;
}

/* 漏えいした可能性のある顧客 / アカウント数 1,204件: what the line above says. */
static gboolean
is_below_leak (const JkbJudge *self, const JkbFigure *figure)
{
  JkbSpan above = g_array_index (self->doc->lines, JkbLine, figure->line > 0 ? figure->line - 1 : 0).text;

  return figure->line > 0 && !jkb_doc_ends_sentence (self->doc, above) && tells_of_leak (self, above);
}

/* お客様 5,120名 / 従業員 214名: a line of a list of persons. */
gboolean
jkb_judge_is_below_persons (const JkbJudge *self, gsize line_begin)
{
  static const char *const counters[] = { "名", "人", "名様", "名分", "人分", NULL };

  for (const char *const *word = counters; *word != NULL && line_begin > 1; word++)
    if (self->text.bytes[line_begin - 1] == '\n' && jkb_text_take_before (&self->text, line_begin - 1, *word) > 0)
      return TRUE;
  return FALSE;
}

/* 同町の手当の受給者は約3,400人: how many there are of them in all, where nothing got out in the sentence. */
static gboolean
is_number_of_region (const JkbJudge *self, gsize at, JkbSpan sentence)
{
  static const char *const regions[] = { "同市の", "同町の", "同村の", "同区の", "同県の", "同校の", "市内の", "町内の", "区内の", "県内の", "府内の", "都内の", "道内の",
                                         "全国の", "国内の", NULL };
  gsize end = at - jkb_text_take_before (&self->text, at, "は");
  gsize begin = MAX (sentence.begin, end - MIN (end, N_FAR));
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (self->doc, JKB_TERM_COUNT_NOUN, (JkbSpan){ end - MIN (end, N_SIZE), end }, &n_hits);

  return end < at && n_hits > 0 && hits[n_hits - 1].span.end == end && hits[n_hits - 1].term->value == JKB_COUNT_NOUN_TERM_PEOPLE
         && jkb_text_holds_any (&self->text, begin, hits[n_hits - 1].span.begin, regions) && !tells_of_leak (self, sentence);
}

/* お客さま数 約31万件(2025年12月末現在), 正会員 214名, 168名の利用者を訪問しています: how large the house is. */
gboolean
jkb_judge_tells_size (const JkbJudge *self, const JkbFigure *figure, JkbSpan sentence)
{
  static const char *const sizes[] = { "正会員", "賛助会員", "準会員", "特別会員", "掲載求人", "在籍生", "在校生", "職員は", "社員は", "従業員は", "従業員", "病床", NULL };
  static const char *const runs[] = { "を訪問し", "が在籍", "が在学", "が勤務", "いる。", "います。", "ほどいる", "が入所して", "が入院して", "が通って", "が加入し", "を擁し", "にご利用いただいて", NULL };
  gsize at = figure->span.begin, begin, end;

  at -= jkb_text_take_before (&self->text, at, "約");
  at -= jkb_text_take_before (&self->text, at, ":");
  while (at > 0 && self->text.bytes[at - 1] == ' ')
    at--;
  if (jkb_text_take_before (&self->text, at, "人口") > 0 || jkb_text_take_before (&self->text, at, "人口は") > 0
      || is_number_of_region (self, at, sentence) || is_who_it_serves (self, figure, sentence) || is_of_money (self, figure, sentence))
    return TRUE;
  if (is_number_of_house (self, at))
    return !tells_of_leak (self, sentence) && !is_below_leak (self, figure);
  if (is_number_of_house (self, at - jkb_text_take_before (&self->text, at, "は")))
    return !tells_of_leak (self, (JkbSpan){ sentence.begin, figure->span.begin });
  for (const char *const *word = sizes; *word != NULL; word++)
    if (jkb_text_take_before (&self->text, at, *word) > 0 && !jkb_judge_is_below_persons (self, at - strlen (*word)))
      return !tells_of_leak (self, g_str_has_suffix (*word, "は") ? (JkbSpan){ sentence.begin, at } : sentence);
  for (at = figure->span.end; at < MIN (sentence.end, figure->span.end + N_PHRASE); at = jkb_text_next (&self->text, at))
    if (jkb_text_take (&self->text, at, "を再点検") > 0 || jkb_text_take (&self->text, at, "を点検") > 0)
      return TRUE;                      /* 全1,212件の経歴書を再点検し: what was looked through */
  begin = MAX (sentence.begin, figure->span.begin > N_FAR ? figure->span.begin - N_FAR : 0);
  at = figure->span.end;
  end = MIN (sentence.end, at + N_PHRASE);
  if (g_strstr_len (self->text.bytes + begin, (gssize) (at - MIN (at, begin)), "現在、") != NULL)
    end = MIN (sentence.end, at + N_FAR);
  for (; at < end; at = jkb_text_next (&self->text, at))
    if (jkb_text_take_any (&self->text, at, runs) > 0)
      return !tells_of_leak (self, sentence);
  return FALSE;
}

void
jkb_judge_note_base (const JkbJudge *self, JkbFigure *figure, JkbSpan sentence)
{
  if (is_base_of_share (self, figure, sentence) || is_whole_elsewhere (self, figure, sentence) || is_base_of_fraction (self, figure)
      || is_base_of_next (self, figure, sentence))
    figure->flags |= JKB_FIGURE_BASE;
}
