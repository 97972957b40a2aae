/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Days of the press: when an article came out, and when the public came to know. Neither is a day of the incident or of
 * its notice.
 */
#include "extract/jkb-date-press.h"

#define N_ARTICLE ((gsize) 24000)       /* bytes of a text that show who wrote it */
#define N_AGENCY ((gsize) 30)           /* bytes of the name of an agency */
#define N_TIME ((gsize) 24)             /* bytes of a time behind a day */
#define ENOUGH_SAYINGS 2                /* of others that a reporter tells */

/* 通帳を失っていたことが4日、分かった: the clause in front of the day, the verb behind it. */
gboolean
jkb_date_is_known_to_press (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const clauses[] = { "ことが", "ことが、", "のが", "事実が", NULL };
  static const char *const states[] = { "ていることが", "ていることが、", NULL };     /* it still was so when it was seen */
  static const char *const times[] = { "午前", "午後", "夜", "夕方", "朝", "未明", "まで", "に", NULL };
  static const char *const verbs[] = { "分かった", "分かりました", "わかった", "わかりました", "明らかになった", "明らかになりました", "明らかとなった", NULL };
  gsize at = place->match->end;
  gboolean is_day_of_news = place->match->month_base == JKB_DATE_BASE_NONE && place->match->day_base == JKB_DATE_BASE_WRITTEN;

  if (jkb_text_take_any_before (&self->text, place->match->span.begin, clauses) == 0
      || jkb_text_take_any_before (&self->text, place->match->span.begin, states) > 0)
    return FALSE;
  for (gsize n = 1; n > 0 && at < place->match->end + N_TIME; at += n)
    n = jkb_text_take_any (&self->text, at, times);
  is_day_of_news |= jkb_text_take (&self->text, at, "、") > 0;
  at += jkb_text_take (&self->text, at, "、");
  for (gsize way = at; way < MIN (at + N_AGENCY * 2, place->stretch.end); way = jkb_text_next (&self->text, way))
    if (jkb_text_take (&self->text, way, "取材で") > 0)
      at = way + strlen ("取材で");
  return is_day_of_news && jkb_text_take_any (&self->text, at, verbs) > 0;
}

/* 【11月2日 AFP】 in front of the first sentence. */
gboolean
jkb_date_is_by_wire (const JkbDoc *doc, const JkbDateMatch *match)
{
  static const char *const agencies[] = { "afp", "共同", "時事", "ロイター", "cnn", "ap】", "ap ", "bbc", "新華社", "聯合", "reuters", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize at = jkb_text_skip_blanks (&text, match->end, 4);

  if (jkb_text_take_before (&text, match->span.begin, "【") == 0 || jkb_text_take_any (&text, at, agencies) == 0)
    return FALSE;
  for (gsize end = MIN (at + N_AGENCY, text.n_bytes); at < end; at = jkb_text_next (&text, at))
    if (jkb_text_take (&text, at, "】") > 0)
      return TRUE;
  return FALSE;
}

/* 市によると, という。: what others say is told, and nobody speaks of 当社. */
gboolean
jkb_date_is_by_reporter (const JkbDoc *doc)
{
  static const char *const sayings[] = { "によると", "によりますと", "によれば", "という。", "ということです。", "としている。", "としています。", "と話している", "と話した", "と話しています",
                                         "とコメントし", "ことが分かった。", "日、分かった", "と述べた", "と発表した", "と明らかにした", "を明らかにした", "への取材", NULL };
  static const char *const selves[] = { "当社", "弊社", "当校", "本校", "当院", "本学", "当会", "本会", "当協会", "当機構", "当組合", "当金庫", "当行", "当センター", "当財団",
                                        "当法人", "当店", "本市では", "本市の", "本県では", "本県の", NULL };
  const JkbText text = { doc->normal->text, MIN (doc->normal->n_bytes, N_ARTICLE) };
  guint n_sayings = 0;

  for (gsize at = 0; at < text.n_bytes; at = jkb_text_next (&text, at))
    {
      if (jkb_text_take_any (&text, at, selves) > 0)
        return FALSE;
      n_sayings += jkb_text_take_any (&text, at, sayings) > 0 && jkb_text_take_before (&text, at, "」") == 0;    /* 以下「A」という。 */
    }
  return n_sayings >= ENOUGH_SAYINGS;
}
