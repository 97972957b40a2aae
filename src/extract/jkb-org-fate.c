/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the clause behind a name says became of it or what it did: 甲乙が攻撃を受け, 甲乙へのサイバー攻撃, 甲乙から委託された,
 * 県警が逮捕した.
 */
#include "extract/jkb-org-candidate.h"

#include "extract/jkb-text-at.h"

typedef struct
{
  JkbOrgTrait trait;
  gsize n_bytes;                        /* so far behind the particle the words stand */
  gboolean within_clause;               /* no comma stands between */
  const char *particles[10];
  const char *words[14];
} Fate;

static const Fate fates[] = {
  { JKB_ORG_TRAIT_SUFFERS, 150, FALSE,
    { "では", "は", "が", "も", "で", NULL },
    { "攻撃を受け", "被害に遭", "被害に", "被害を受け", "感染", "侵入され", "ハッキングされ", "不正アクセスを受", "不正アクセスされ", "盗まれ", "改ざんされ",
      "乗っ取ら", NULL } },
  { JKB_ORG_TRAIT_IS_ATTACKED, 75, TRUE,
    { "に対する", "に対して", "への", "へ", "に", "を狙", "を標的", "を襲", NULL },
    { "攻撃", "不正アクセス", "侵入", "サイバー", "ddos", "ハッキング", "改ざん", NULL } },
  { JKB_ORG_TRAIT_ENTRUSTS, 60, FALSE,
    { "から", "より", "が", NULL },
    { "委託", "受託", "依頼", "預か", "請け負", "受注", "派遣", NULL } },
  { JKB_ORG_TRAIT_PROSECUTES, 120, FALSE,
    { "は", "が", "も", NULL },
    { "捜査", "逮捕", "書類送検", "立件", "摘発", "捜索", "事情を聴", "指導", "勧告", "命令", "処分", NULL } },
};

/* The end of the sentence, or of the clause, or so many bytes on. */
static gsize
find_end (const JkbText *text, gsize at, gsize n_bytes, gboolean within_clause)
{
  gsize end = MIN (at + n_bytes, text->n_bytes);

  while (at < end && text->bytes[at] != '\n' && jkb_text_take (text, at, "。") == 0
         && !(within_clause && jkb_text_take (text, at, "、") > 0))
    at = jkb_text_next (text, at);
  return MIN (at, text->n_bytes);
}

JkbOrgTraits
jkb_org_traits_of_fate (const JkbText *text, gsize end)
{
  gsize behind = jkb_org_skip_bracket (text->bytes, jkb_org_skip_quote (text->bytes, end));
  JkbOrgTraits traits = 0;

  for (guint i = 0; i < G_N_ELEMENTS (fates); i++)
    {
      gsize n = jkb_text_take_any (text, behind, fates[i].particles);
      gsize at = behind + n;

      if (n > 0 && jkb_text_holds_any (text, at, find_end (text, at, fates[i].n_bytes, fates[i].within_clause), fates[i].words))
        traits |= (JkbOrgTraits) 1 << fates[i].trait;
    }
  return traits;
}
