/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Police, press and authorities: they are named in the notices of others because they act or report, and sometimes it is
 * they to whom it happened.
 */
#include "extract/jkb-org-official.h"

#include <string.h>

#include "extract/jkb-text-at.h"

/* So far from the name of the police what they lost is told. */
#define PAPERS_BYTES_MAX ((gsize) 900)

gboolean
jkb_org_holds (const JkbDoc *doc, JkbTermClass term_class, int value, JkbSpan span)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, term_class, span, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if ((value < 0 || hits[i].term->value == value) && hits[i].span.end <= span.end)
      return TRUE;
  return FALSE;
}

/* 甲乙は…と発表した at the head of a sentence: whatever it is called, it is who speaks. */
gboolean
jkb_org_speaks (const JkbDoc *doc, const JkbOrgMention *mention)
{
  JkbSpan sentence = jkb_org_sentence_of (doc, mention->span.begin);

  return jkb_org_is_subject (doc, mention) && mention->span.begin <= sentence.begin + strlen ("「")
         && jkb_org_holds (doc, JKB_TERM_ORG_CUE, JKB_ORG_CUE_TERM_ANNOUNCES, sentence);
}

/* 某県警本部は21日、同県警の巡査長の…と発表した */
static gboolean
tells_of_its_officer (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const officers[] = { "同県警の", "同府警の", "同道警の", "同署の", "同本部の", "巡査", "警察官", "警部補", "署員" };
  JkbSpan sentence = jkb_org_sentence_of (doc, mention->span.begin);

  for (guint i = 0; jkb_org_announces (doc, mention) && i < G_N_ELEMENTS (officers); i++)
    if (jkb_text_find (doc->normal->text + mention->span.end, (gssize) (sentence.end - mention->span.end), officers[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* 某県警は…を漏らしたとして、巡査長を書類送検した: an officer is its own. */
static gboolean
catches_its_officer (const JkbText *text, gsize at, gsize end)
{
  static const char *const officers[] = { "巡査を", "巡査長を", "巡査部長を", "警部補を", "警部を", "署員を", "巡査(", "巡査長(", "巡査部長(", "警部補(", "警部(", NULL };

  return jkb_text_take (text, at, "は") > 0 && jkb_text_holds_any (text, at, end, officers);
}

/* 捜査書類を紛失, 巡査が…を置き忘れ: what only the police can lose, not far from their name. */
static gboolean
has_lost_its_papers (const JkbText *text, JkbSpan name)
{
  static const char *const papers[] = { "捜査資料", "捜査書類", "捜査情報", "捜査用", "証拠品", NULL };
  gsize begin = name.begin > PAPERS_BYTES_MAX ? name.begin - PAPERS_BYTES_MAX : 0;
  gsize end = MIN (name.end + PAPERS_BYTES_MAX, text->n_bytes);

  return jkb_text_holds_any (text, begin, end, papers);
}

/* 某署で書類紛失, 灯台新聞から情報流出: a title that begins with where it happened. */
static gboolean
heads_title_of_loss (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const places[] = { "で", "から", "において", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  JkbSpan heading = jkb_doc_section_at (doc, mention->span.begin)->heading;

  return jkb_org_is_in_title (doc, mention->span.begin)
         && mention->span.begin <= jkb_org_skip_brackets (text.bytes, heading.begin, heading.end) + strlen ("「")
         && jkb_text_take_any (&text, mention->span.end, places) > 0
         && jkb_org_holds (doc, JKB_TERM_NOTICE, JKB_NOTICE_TERM_INCIDENT, heading)
         && !jkb_org_holds (doc, JKB_TERM_ORG_CUE, JKB_ORG_CUE_TERM_ARREST, heading);
}

/* 某県警は、捜査資料が流出したと発表した; 某県警の警察官の: the police themselves, when they arrest nobody. */
gboolean
jkb_org_is_police_of_the_case (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const ends[] = { "県警", "府警", "道警", "警視庁", "県警察", "警察本部", "署", NULL };
  static const char *const staff[] = { "の警察官", "の巡査", "の署員", "の捜査員", "の警部補", "の交番", "の男性署員", "の女性署員", "の捜査資料", "のサーバ", "のホームページ",
                                       "のウェブサイト", "の公式", "のメール", "の職員", "が運営する", "が管理する", "が保管", "が保有", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gboolean is_police = FALSE;

  is_police |= jkb_org_ends_with_any (text.bytes, mention->span, ends);
  if (is_police && catches_its_officer (&text, mention->span.end, jkb_org_sentence_of (doc, mention->span.begin).end))
    return TRUE;
  if (!is_police
      || jkb_org_holds (doc, JKB_TERM_ORG_CUE, JKB_ORG_CUE_TERM_ARREST, jkb_org_sentence_of (doc, mention->span.begin)))
    return FALSE;
  return jkb_org_speaks (doc, mention) || jkb_org_is_signed (doc, mention->span) || tells_of_its_officer (doc, mention)
         || has_lost_its_papers (&text, mention->span) || heads_title_of_loss (doc, mention)
         || jkb_text_take_any (&text, mention->span.end, staff) > 0;
}

/* 甲乙新聞社の元社員が: the press, when it is their own matter. */
gboolean
jkb_org_is_press_of_the_case (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const own[] = { "の元社員", "の社員", "の記者", "の元記者", "の従業員", "の元従業員", "のサーバ", "のシステム", "の会員",
                                     "の読者", "の顧客", "の購読者", "が運営する", "の販売店", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  return (jkb_text_take_any (&text, mention->span.end, own) > 0 || heads_title_of_loss (doc, mention))
         && jkb_text_find (text.bytes + mention->span.begin, (gssize) (mention->span.end - mention->span.begin), "新聞") != NULL;
}

/* 総務省は、甲乙機構から報告を受けたと公表した, 事業者に注意を呼び掛けた: it tells of another. */
static gboolean
is_ministry_told (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const told[] = { "から報告を受け", "報告を受けたと", "報告があったと", "から連絡を受け", "者に注意を呼び", "業に注意を呼び",
                                      "体に注意を呼び", "者に対策を呼び", "とみて注意を呼び", "注意を喚起" };
  JkbSpan sentence = jkb_org_sentence_of (doc, mention->span.begin);

  if (!(jkb_org_ends_with (doc->normal->text, mention->span, "省") || jkb_org_ends_with (doc->normal->text, mention->span, "庁")
        || jkb_org_ends_with (doc->normal->text, mention->span, "サイバーセキュリティセンター")))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (jkb_text_find (doc->normal->text + mention->span.end, (gssize) (sentence.end - mention->span.end), told[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* 総務省は…行政指導を行った: an authority that acts on somebody. */
gboolean
jkb_org_is_acting_authority (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const ends[] = { "省", "庁", "署", "委員会", "局", "裁判所", "地裁", "高裁", "家裁", "警察本部", NULL };

  if (!jkb_org_is_subject (doc, mention) && !jkb_text_begins (doc->normal->text + mention->span.end, "、"))
    return FALSE;
  if (is_ministry_told (doc, mention))
    return TRUE;
  if (!jkb_org_holds (doc, JKB_TERM_ORG_CUE, JKB_ORG_CUE_TERM_ARREST, jkb_org_sentence_of (doc, mention->span.begin)))
    return FALSE;
  if (jkb_org_ends_with_any (doc->normal->text, mention->span, ends))
    return TRUE;
  return FALSE;
}

/* 男が某県警に逮捕された, 某県警は3人を逮捕した: only who caught somebody. */
static gboolean
arrests_somebody (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const arrests[] = { "逮捕", "書類送検", "再逮捕", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  JkbSpan sentence = jkb_org_sentence_of (doc, mention->span.begin);

  return jkb_text_holds_any (&text, mention->span.end, sentence.end, arrests);
}

/* 霞県警, 灯台新聞社は…と発表した: it may be their own matter; 県警, 灯台新聞の取材に: it is not, or nobody knows whose. */
gboolean
jkb_org_is_named_official (const JkbDoc *doc, const JkbOrgMention *mention)
{
  const JkbTerm *ending = jkb_org_nature (doc, mention->span);

  if (ending == NULL || mention->shape == JKB_ORG_LEGAL || ending->value > JKB_ORG_NATURE_TERM_PRESS)
    return FALSE;
  if (ending->value == JKB_ORG_NATURE_TERM_PRESS)
    return jkb_org_speaks (doc, mention) || jkb_org_is_press_of_the_case (doc, mention);
  if (ending->value == JKB_ORG_NATURE_TERM_POLICE && arrests_somebody (doc, mention))
    return FALSE;
  return mention->span.end - mention->span.begin > strlen (ending->text)
         || jkb_org_ends_with (doc->normal->text, mention->span, "庁");
}

gboolean
jkb_org_is_attacker (const JkbDoc *doc, JkbSpan name)
{
  static const char *const gangs[] = { "ハッカー集団", "ハッカーグループ", "ハッキンググループ", "攻撃グループ", "攻撃者グループ", "犯罪集団", "犯罪グループ",
                                       "犯行グループ", "脅迫グループ", "恐喝グループ", "ランサムウェアグループ", "ランサムウエアグループ", "ランサムウェア",
                                       "ランサムウエア", "攻撃集団", "マルウェア", "ウイルス", "を名乗る集団", NULL };
  /* names of groups, as the reports of their attacks have them */
  static const char *const known[] = { "アノニマス", "anonymous", "alphv", "blackcat", "revil", "cl0p", "8base", "qilin", "rhysida", "blacksuit", "ransomhub", "lockbit", "killnet",
                                       "darkside", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize at = name.begin;

  if (jkb_text_is_any (text.bytes + name.begin, name.end - name.begin, known))
    return TRUE;
  at -= jkb_text_take_before (&text, at, "「");
  at -= jkb_text_take_before (&text, at, "の");
  return jkb_text_take_any_before (&text, at, gangs) > 0;
}
