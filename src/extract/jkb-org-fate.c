/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the clause behind a name says became of it or what it did: 甲乙が攻撃を受け, 甲乙へのサイバー攻撃, 甲乙から委託された,
 * 県警が逮捕した. The particle says which fates may follow, and words within so many bytes which one does.
 */
#include "extract/jkb-org-candidate.h"

#include "extract/jkb-text-any.h"

typedef enum
{
  HA = 1 << 0, GA = 1 << 1, MO = 1 << 2, DE = 1 << 3, KARA = 1 << 4, NI = 1 << 5, HE = 1 << 6, NO = 1 << 7, WO = 1 << 8, SAYS = 1 << 9
} Particle;

typedef struct
{
  const char *word;
  guint particle;
} ParticleWord;

static const ParticleWord particles[] = {
  { "によりますと", SAYS }, { "によると", SAYS }, { "によれば", SAYS }, { "においては", DE }, { "において", DE }, { "における", DE }, { "に対する", HE },
  { "に対して", HE }, { "に対し", HE }, { "からの", KARA }, { "よりの", KARA }, { "から", KARA }, { "より", KARA }, { "への", HE }, { "では", DE | HA },
  { "での", DE }, { "は", HA }, { "が", GA }, { "も", MO }, { "で", DE }, { "に", NI }, { "へ", HE }, { "の", NO }, { "を", WO },
};

/* Behind which particles, and so many bytes on; within the clause: no comma stands between. */
static const struct
{
  guint particles;
  gsize n_bytes;
  gboolean within_clause;
} fates[JKB_ORG_N_FATES] = {
  [JKB_ORG_FATE_SUFFERS] = { HA | GA | MO | DE, 150, FALSE },
  [JKB_ORG_FATE_IS_ATTACKED] = { HE | NI | WO, 75, TRUE },
  [JKB_ORG_FATE_ENTRUSTS] = { KARA | GA, 60, FALSE },
  [JKB_ORG_FATE_PROSECUTES] = { HA | GA | MO, 120, FALSE },
  [JKB_ORG_FATE_ERRS] = { HA | GA | DE, 180, FALSE },
  [JKB_ORG_FATE_LOSES] = { KARA, 135, FALSE },
  [JKB_ORG_FATE_APOLOGISES] = { HA | GA | DE, 180, FALSE },
  [JKB_ORG_FATE_INFORMS] = { KARA | NO, 30, TRUE },
  [JKB_ORG_FATE_GIVES] = { KARA, 45, TRUE },
  [JKB_ORG_FATE_IS_TOLD] = { NI | HE, 45, TRUE },
  [JKB_ORG_FATE_REPORTS] = { HA | GA | MO | SAYS | NO, 150, FALSE },
  [JKB_ORG_FATE_EMPLOYS] = { NI | NO, 36, TRUE },
  [JKB_ORG_FATE_SERVES] = { NI | WO, 24, TRUE },
  [JKB_ORG_FATE_IS_POSED_AS] = { WO | NI, 24, TRUE },
};

#define FATE(name) (1u << JKB_ORG_FATE_##name)

typedef struct
{
  const char *word;
  guint fates;
} FateWord;

static const FateWord words[] = {
  { "攻撃を受け", FATE (SUFFERS) }, { "被害に", FATE (SUFFERS) }, { "被害を受け", FATE (SUFFERS) }, { "感染", FATE (SUFFERS) }, { "侵入され", FATE (SUFFERS) },
  { "ハッキングされ", FATE (SUFFERS) }, { "不正アクセスを受", FATE (SUFFERS) }, { "不正アクセスされ", FATE (SUFFERS) }, { "盗まれ", FATE (SUFFERS) | FATE (LOSES) },
  { "改ざんされ", FATE (SUFFERS) }, { "乗っ取ら", FATE (SUFFERS) },
  { "攻撃", FATE (IS_ATTACKED) }, { "不正アクセス", FATE (IS_ATTACKED) }, { "侵入", FATE (IS_ATTACKED) }, { "サイバー", FATE (IS_ATTACKED) },
  { "ddos", FATE (IS_ATTACKED) }, { "ハッキング", FATE (IS_ATTACKED) }, { "改ざん", FATE (IS_ATTACKED) }, { "狙", FATE (IS_ATTACKED) },
  { "標的", FATE (IS_ATTACKED) }, { "襲", FATE (IS_ATTACKED) },
  { "委託", FATE (ENTRUSTS) | FATE (IS_TOLD) }, { "受託", FATE (ENTRUSTS) }, { "依頼", FATE (ENTRUSTS) | FATE (IS_TOLD) }, { "預か", FATE (ENTRUSTS) | FATE (GIVES) },
  { "請け負", FATE (ENTRUSTS) }, { "受注", FATE (ENTRUSTS) }, { "派遣", FATE (ENTRUSTS) },
  { "捜査", FATE (PROSECUTES) }, { "逮捕", FATE (PROSECUTES) }, { "書類送検", FATE (PROSECUTES) }, { "立件", FATE (PROSECUTES) }, { "摘発", FATE (PROSECUTES) },
  { "捜索", FATE (PROSECUTES) }, { "事情を聴", FATE (PROSECUTES) }, { "指導", FATE (PROSECUTES) }, { "勧告", FATE (PROSECUTES) }, { "命令", FATE (PROSECUTES) },
  { "処分", FATE (PROSECUTES) },
  { "紛失", FATE (ERRS) }, { "流出", FATE (ERRS) | FATE (LOSES) }, { "漏え", FATE (ERRS) | FATE (LOSES) }, { "漏洩", FATE (ERRS) | FATE (LOSES) },
  { "誤送信", FATE (ERRS) }, { "誤って", FATE (ERRS) }, { "置き忘れ", FATE (ERRS) }, { "誤送付", FATE (ERRS) }, { "誤配", FATE (ERRS) }, { "誤廃棄", FATE (ERRS) },
  { "盗難", FATE (ERRS) | FATE (LOSES) }, { "閲覧可能", FATE (ERRS) }, { "閲覧でき", FATE (ERRS) },
  { "漏れ", FATE (LOSES) }, { "持ち出", FATE (LOSES) }, { "奪", FATE (LOSES) }, { "引き出", FATE (LOSES) }, { "窃取", FATE (LOSES) }, { "抜き取", FATE (LOSES) },
  { "謝罪", FATE (APOLOGISES) }, { "お詫び", FATE (APOLOGISES) }, { "おわび", FATE (APOLOGISES) }, { "申し訳", FATE (APOLOGISES) }, { "再発防止", FATE (APOLOGISES) },
  { "陳謝", FATE (APOLOGISES) },
  { "連絡", FATE (INFORMS) | FATE (IS_TOLD) }, { "指摘", FATE (INFORMS) }, { "通報", FATE (INFORMS) | FATE (IS_TOLD) }, { "問い合わせ", FATE (INFORMS) },
  { "情報提供", FATE (INFORMS) }, { "通知", FATE (INFORMS) }, { "報告", FATE (INFORMS) | FATE (IS_TOLD) }, { "照会", FATE (INFORMS) }, { "調査で", FATE (INFORMS) },
  { "提供を受け", FATE (GIVES) }, { "提供され", FATE (GIVES) }, { "借り", FATE (GIVES) }, { "受け取", FATE (GIVES) }, { "譲り受け", FATE (GIVES) },
  { "取り寄せ", FATE (GIVES) }, { "入手", FATE (GIVES) }, { "購入", FATE (GIVES) },
  { "相談", FATE (IS_TOLD) }, { "届", FATE (IS_TOLD) }, { "提出", FATE (IS_TOLD) }, { "申請", FATE (IS_TOLD) }, { "宛て", FATE (IS_TOLD) }, { "送付", FATE (IS_TOLD) },
  { "報じ", FATE (REPORTS) }, { "報道", FATE (REPORTS) }, { "と伝え", FATE (REPORTS) }, { "取材", FATE (REPORTS) }, { "記者", FATE (REPORTS) },
  { "勤", FATE (EMPLOYS) }, { "所属", FATE (EMPLOYS) }, { "在籍", FATE (EMPLOYS) }, { "職員", FATE (EMPLOYS) }, { "社員", FATE (EMPLOYS) }, { "従業員", FATE (EMPLOYS) },
  { "教諭", FATE (EMPLOYS) }, { "教員", FATE (EMPLOYS) }, { "医師", FATE (EMPLOYS) }, { "看護師", FATE (EMPLOYS) }, { "行員", FATE (EMPLOYS) }, { "担当者", FATE (EMPLOYS) },
  { "利用", FATE (SERVES) }, { "受診", FATE (SERVES) }, { "通う", FATE (SERVES) }, { "通院", FATE (SERVES) }, { "入院", FATE (SERVES) }, { "入会", FATE (SERVES) },
  { "登録", FATE (SERVES) }, { "応募", FATE (SERVES) }, { "退職", FATE (SERVES) }, { "卒業", FATE (SERVES) }, { "訪れ", FATE (SERVES) }, { "加入", FATE (SERVES) },
  { "受講", FATE (SERVES) }, { "寄せられ", FATE (SERVES) },
  { "装", FATE (IS_POSED_AS) }, { "名乗", FATE (IS_POSED_AS) }, { "騙", FATE (IS_POSED_AS) }, { "かた", FATE (IS_POSED_AS) }, { "なりすま", FATE (IS_POSED_AS) },
};

static guint64
chain_words (JkbTextChains *chains, const FateWord *first)
{
  return jkb_text_chain_rows (chains, &first->word, sizeof *first, G_N_ELEMENTS (words), FALSE);
}

static guint64
chain_particles (JkbTextChains *chains, const ParticleWord *first)
{
  return jkb_text_chain_rows (chains, &first->word, sizeof *first, G_N_ELEMENTS (particles), FALSE);
}

static guint
take_particle (const JkbText *text, gsize at, gsize *n_bytes)
{
  const JkbTextChains in = JKB_TEXT_CHAINS_OF (particles, chain_particles);

  *n_bytes = 0;
  if (at >= text->n_bytes || !jkb_text_may_begin (text, at, in.set))
    return 0;
  for (guint n = in.chains[jkb_text_chain_of_begin (text->bytes + at)]; n > 0; n = jkb_text_chain_next (in.chains, n))
    if ((*n_bytes = jkb_text_take (text, at, particles[n - 1].word)) > 0)
      return particles[n - 1].particle;
  return 0;
}

/* Those of @found that may follow so many bytes behind the particle. */
static guint
pick (guint found, guint particle, gsize distance, gboolean is_behind_comma)
{
  for (guint i = 0; i < JKB_ORG_N_FATES; i++)
    if ((fates[i].particles & particle) == 0 || distance >= fates[i].n_bytes || (is_behind_comma && fates[i].within_clause))
      found &= ~(1u << i);
  return found;
}

/* How far on the last of those behind the particle may stand. */
static gsize
measure_look (guint particle)
{
  gsize n_bytes = 0;

  for (guint i = 0; i < JKB_ORG_N_FATES; i++)
    if ((fates[i].particles & particle) != 0)
      n_bytes = MAX (n_bytes, fates[i].n_bytes);
  return n_bytes;
}

/* The fates that the words at @at say. */
static guint
read_words (const JkbText *text, gsize at, const JkbTextChains *in)
{
  guint found = 0;

  if (!jkb_text_may_begin (text, at, in->set))
    return 0;
  for (guint n = in->chains[jkb_text_chain_of_begin (text->bytes + at)]; n > 0; n = jkb_text_chain_next (in->chains, n))
    if (jkb_text_take (text, at, words[n - 1].word) > 0)
      found |= words[n - 1].fates;
  return found;
}

JkbOrgFates
jkb_org_fates_behind (const JkbText *text, gsize end)
{
  const JkbTextChains in = JKB_TEXT_CHAINS_OF (words, chain_words);
  gsize at = jkb_org_skip_bracket (text->bytes, jkb_org_skip_quote (text->bytes, end)), first, last, n;
  guint particle = take_particle (text, at, &n), said;
  gboolean is_behind_comma = FALSE;
  JkbOrgFates found = 0;

  first = at += n;
  last = MIN (first + measure_look (particle), text->n_bytes);
  for (; at < last && text->bytes[at] != '\n' && jkb_text_take (text, at, "。") == 0; at = jkb_text_next (text, at))
    {
      is_behind_comma = is_behind_comma || jkb_text_take (text, at, "、") > 0;
      said = read_words (text, at, &in);
      if (said != 0)
        found |= pick (said, particle, at - first, is_behind_comma);
    }
  return found;
}
