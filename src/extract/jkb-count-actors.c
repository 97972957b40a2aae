/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Persons who did something, or were only spoken to, and are not the ones concerned: 店員の男ら5人, 担当の1人が, 教頭ら2名が訪問し,
 * 3人に持ち出しを頼み. Once told, they are spoken of again by their number alone: 5人は同業の会社に移っていた.
 */
#include "extract/jkb-count-judge-private.h"

#define N_AGENTS_MAX 9                  /* more are hardly told of one by one */
#define N_VERB 36                       /* bytes behind a figure in which its verb stands */
#define N_TOPIC 36                      /* bytes between who looked and は */
#define N_STAFF 90                      /* bytes in front of 増えて in which the staff are named */

/* 店員の男ら5人, 教頭ら2名: several are told of by the first of them. */
static gboolean
is_group_around (const JkbText *text, gsize begin)
{
  static const char *const firsts[] = { "男", "女", "容疑者", "被告", "社員", "職員", "従業員", "社長", "役員", "校長", "教頭", "教諭", "教員", "幹部", "課長",
                                        "部長", "局長", "所長", "店長", "院長", "会長", "理事長", "署員", "巡査", "警察官", "代表", "担当者", "元店長", NULL };
  gsize n = jkb_text_take_before (text, begin, "ら");

  begin -= n;
  while (n > 0 && jkb_text_take_before (text, begin, ")") > 0)
    begin = jkb_text_skip_bracket_back (text, begin > N_VERB ? begin - N_VERB : 0, begin);
  return n > 0 && jkb_text_take_any_before (text, begin, firsts) > 0;
}

/* 担当者の1人が */
static gboolean
is_one_of_several (const JkbText *text, const JkbFigure *figure)
{
  static const char *const particles[] = { "が", "は、", "も、", NULL };

  return figure->value == 1 && jkb_text_take_before (text, figure->span.begin, "の") > 0
         && jkb_text_take_any (text, figure->span.end, particles) > 0;
}

/* 派遣社員1人を特定し, 3人に持ち出しを頼み */
static gboolean
is_dealt_with (const JkbText *text, const JkbFigure *figure, gsize sentence_end)
{
  static const char *const by_name[] = { "を特定", "を処分", "を懲戒", "を停職", "を減給", "を戒告", "を免職", "を書類送検", "を逮捕", "を再逮捕", "を追送検", NULL };
  static const char *const asked[] = { "を頼", "を依頼し", "を指示", "を命じ", "を持ちかけ", "を持ち掛け", "から事情を", NULL };
  gsize end = MIN (figure->span.end + N_VERB, sentence_end);

  if (jkb_text_take_any (text, figure->span.end, by_name) > 0)
    return TRUE;
  return jkb_text_take (text, figure->span.end, "に") > 0 && jkb_text_holds_any (text, figure->span.end, end, asked);
}

/* 閲覧した職員の数も4人増えて21人になった */
static gboolean
is_grown_staff (const JkbText *text, gsize begin)
{
  static const char *const staff[] = { "従業員数", "社員数", "職員数", "従業員の数", "社員の数", "職員の数", NULL };

  return jkb_text_take_before (text, begin, "増えて") > 0 && jkb_text_holds_any (text, begin > N_STAFF ? begin - N_STAFF : 0, begin, staff);
}

/* 通知を受信した会員は、夜間部の96人: who looked is what the sentence is about. */
static gboolean
is_who_looked (const JkbJudge *self, const JkbFigure *figure)
{
  static const char *const looks[] = { "受信した", "閲覧した", "アクセスした", "ダウンロードした", "開封した", "受け取った", "視聴した", NULL };
  JkbSpan before = jkb_count_words_before (self->doc, figure, self->last_end);

  for (gsize at = before.begin; at < before.end; at = jkb_text_next (&self->text, at))
    {
      gsize n = jkb_text_take_any (&self->text, at, looks);

      for (gsize i = at + n; n > 0 && i < MIN (at + n + N_TOPIC, before.end); i = jkb_text_next (&self->text, i))
        if (jkb_text_take (&self->text, i, "は、") > 0 || i + jkb_text_take (&self->text, i, "は") == figure->span.begin)
          return TRUE;
    }
  return FALSE;
}

/* 1人の指導員宛ての書類: to whom it was addressed. */
static gboolean
is_addressee (const JkbText *text, gsize end)
{
  static const char *const to[] = { "宛", "あて", NULL };

  if (jkb_text_take (text, end, "の") == 0)
    return FALSE;
  for (gsize at = end; at < end + N_VERB && at < text->n_bytes; at = jkb_text_next (text, at))
    {
      if (jkb_text_take_any (text, at, to) > 0)
        return TRUE;
      if (jkb_text_take (text, at, "、") > 0 || jkb_text_take (text, at, "を") > 0 || jkb_text_take (text, at, "が") > 0)
        return FALSE;
    }
  return FALSE;
}

gboolean
jkb_judge_has_acted (const JkbJudge *self, JkbFigure *figure, const JkbAround *around)
{
  if (is_who_looked (self, figure) || is_grown_staff (&self->text, figure->span.begin))
    return TRUE;
  if (figure->value > N_AGENTS_MAX)
    return FALSE;
  if (is_addressee (&self->text, figure->span.end))
    return TRUE;
  if (around->behind == JKB_COUNT_NOUN_TERM_DATA
      || !(is_group_around (&self->text, figure->span.begin) || is_one_of_several (&self->text, figure)
           || is_dealt_with (&self->text, figure, around->sentence.end)))
    return FALSE;
  figure->flags |= JKB_FIGURE_ACTED;
  return TRUE;
}

void
jkb_count_follow_actors (GArray *figures)
{
  g_autoptr(GHashTable) acted = NULL;   /* (element-type guint): their numbers */

  for (guint i = 0; i < figures->len; i++)
    {
      JkbFigure *figure = &g_array_index (figures, JkbFigure, i);
      gpointer number = GUINT_TO_POINTER ((guint) MIN (figure->value, G_MAXUINT));

      if (figure->flags & JKB_FIGURE_ACTED)
        {
          if (acted == NULL)
            acted = g_hash_table_new (NULL, NULL);
          g_hash_table_add (acted, number);
        }
      else if (acted != NULL && figure->kind == JKB_FIGURE_PEOPLE && figure->confidence < JKB_FIGURE_OF_DATA
               && g_hash_table_contains (acted, number))
        figure->kind = JKB_FIGURE_OTHER;
    }
}
