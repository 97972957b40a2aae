/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The characters right behind and before the places of a name, and how much each speaks for it. They and their weights were
 * learnt together with those of jkb-org-weights.c, with a penalty four times as strong: up to four characters behind and three
 * before that stand beside names of nine texts or more. A short one and the longer ones that begin with it share their weight.
 */
#include "extract/jkb-org-candidate.h"

#include "extract/jkb-text-any.h"

typedef struct
{
  const char *word;
  double weight;
} AroundWord;

static const AroundWord behind_words[] = {
  { " ", 0.18 }, { " h", 0.12 }, { " 個", 0.16 }, { " 個人", 0.16 }, { " 個人情", 0.16 }, { "(h", 0.07 }, { "(以", -0.05 },
  { "(以下", -0.05 }, { "(以下、", 0.08 }, { "(以下「", -0.15 }, { "(本", 0.21 }, { "(東", 0.28 }, { "(東京", 0.28 },
  { ")", -0.23 }, { ")\n", 0.18 }, { ")で", -0.05 }, { ")の", -0.11 }, { ")は", 0.07 }, { ",", 0.24 }, { ", ", 0.24 },
  { ".", -0.07 }, { "\n", 0.06 }, { "\n\n", -0.64 }, { "、", -0.08 }, { "「", 0.12 }, { "」", 0.09 }, { "」(", 0.31 },
  { "」)", -0.37 }, { "」。", 0.39 }, { "」が", -0.11 }, { "」で", 0.11 }, { "」で、", 0.62 }, { "」で送", -0.25 },
  { "」で送信", -0.25 }, { "」と", -0.31 }, { "」とい", -0.09 }, { "」という", -0.08 }, { "」な", 0.24 }, { "」など", 0.24 },
  { "」に", -0.18 }, { "」にお", 0.24 }, { "」におい", 0.24 }, { "」によ", -0.37 }, { "」の", 0.16 }, { "」は", 0.13 },
  { "』", -0.25 }, { "およ", -0.07 }, { "および", -0.07 }, { "が", 0.29 }, { "が運", -0.24 }, { "が運営", -0.24 },
  { "が運営す", -0.35 }, { "し", -0.10 }, { "で", 0.29 }, { "で、", 0.29 }, { "では", 0.30 }, { "では、", 0.13 }, { "と", -0.07 },
  { "な", -0.18 }, { "など", -0.19 }, { "に", 0.40 }, { "にお", 0.16 }, { "におい", 0.05 }, { "において", 0.05 }, { "によ", 0.30 },
  { "により", 0.11 }, { "によりま", 0.14 }, { "による", 0.33 }, { "によると", 0.33 }, { "によれ", -0.14 }, { "によれば", -0.14 },
  { "に被", -0.13 }, { "に被害", -0.13 }, { "の「", 0.21 }, { "のサ", 0.12 }, { "のサー", 0.12 }, { "のサーバ", 0.12 },
  { "のホ", 0.12 }, { "のホー", 0.12 }, { "のホーム", 0.12 }, { "の一", -0.06 }, { "の情", -0.06 }, { "の情報", -0.06 },
  { "の教", 0.14 }, { "の職", 0.14 }, { "の職員", 0.14 }, { "の職員が", 0.08 }, { "は", 0.08 }, { "は1", 0.34 }, { "は11", 0.05 },
  { "は2", -0.33 }, { "は20", -0.15 }, { "は202", 0.11 }, { "は3", 0.08 }, { "は5", 0.09 }, { "は6", -0.65 },
  { "は6日", -0.41 }, { "は6月", -0.23 }, { "は9", -0.11 }, { "は、", 0.05 }, { "は「", 0.14 }, { "は今", 0.19 },
  { "へ", -0.07 }, { "への", 0.12 }, { "よ", 0.05 }, { "より", 0.05 }, { "オ", 0.07 }, { "オン", 0.07 }, { "オンラ", 0.07 },
  { "オンライ", 0.07 }, { "会", 0.14 }, { "公", 0.33 }, { "内", 0.06 }, { "役", -0.32 }, { "役所", -0.33 }, { "株", 0.22 },
  { "株式", 0.21 }, { "株式会", 0.21 }, { "株式会社", 0.21 }, { "社", -0.22 }, { "職", 0.29 }, { "長", -0.39 },
};

static const AroundWord before_words[] = {
  { " ", 0.60 }, { "(", -0.11 }, { ")\n\n", 0.15 }, { ")、", -0.36 }, { ", ", -0.13 }, { "- ", -0.21 },
  { "5日、", -0.09 }, { "6日、", 0.68 }, { "7日、", 0.31 }, { ":", -0.14 }, { "\n ", 0.46 }, { "\n\n ", 0.37 },
  { "\n\n「", -0.06 }, { "\n「", 0.08 }, { "、「", -0.29 }, { "。", -0.44 }, { "。\n", 0.05 }, { "。\n\n", 0.32 },
  { "「", 0.26 }, { "『", -0.27 }, { "】", 0.07 }, { "ある", -0.17 }, { "いた。", -0.14 }, { "いる", 0.07 }, { "か\n\n", 0.08 },
  { "が", -0.55 }, { "が、", -0.71 }, { "が「", -0.20 }, { "した「", -0.10 }, { "して、", -0.11 }, { "する", 0.11 },
  { "する「", 0.42 }, { "た", 0.59 }, { "た。", -0.08 }, { "た。\n", -0.22 }, { "た「", 0.14 }, { "った", -0.19 },
  { "って「", -0.19 }, { "て\n\n", 0.13 }, { "て、", -0.56 }, { "て「", -0.20 }, { "ている", 0.07 }, { "で", -0.10 },
  { "で、", -0.06 }, { "である", -0.20 }, { "と", -0.34 }, { "と、", 0.27 }, { "に「", -0.16 }, { "の「", 0.39 },
  { "のは、", -0.13 }, { "は", 0.42 }, { "は、", -0.10 }, { "は「", -0.06 }, { "び", -0.39 }, { "や", -0.11 },
  { "り、", -0.33 }, { "る", 0.45 }, { "る。", 0.19 }, { "る。\n", 0.18 }, { "る「", 0.19 }, { "ると、", 0.25 }, { "を", -0.22 },
  { "を「", -0.21 }, { "ス「", -0.47 }, { "ビス「", -0.47 }, { "・", -0.10 }, { "下、「", -0.29 }, { "下「", -0.09 },
  { "京都", -0.07 }, { "人 ", 0.07 }, { "以下「", -0.09 }, { "員が", -0.09 }, { "営する", -0.12 }, { "団法人", 0.19 },
  { "大手", 0.24 }, { "島県", -0.26 }, { "市", -0.42 }, { "市の", 0.07 }, { "式会社", -0.15 }, { "手", 0.24 },
  { "政法人", 0.06 }, { "日\n", 0.31 }, { "日、", 0.66 }, { "日に", 0.09 }, { "東京都", -0.07 }, { "概要\n", -0.25 },
  { "法人 ", 0.07 }, { "社の「", 0.07 }, { "要\n", -0.25 }, { "都", -0.07 }, { "際、「", -0.14 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (behind_words) <= JKB_ORG_AROUND_MAX && G_N_ELEMENTS (before_words) <= JKB_ORG_AROUND_MAX);

static guint64
chain_behind (JkbTextChains *chains, const AroundWord *first)
{
  return jkb_text_chain_rows (chains, &first->word, sizeof *first, G_N_ELEMENTS (behind_words), FALSE);
}

static guint64
chain_before (JkbTextChains *chains, const AroundWord *first)
{
  return jkb_text_chain_rows (chains, &first->word, sizeof *first, G_N_ELEMENTS (before_words), TRUE);
}

static void
note (JkbOrgSeen *seen, guint number)
{
  seen->bits[number / 64] |= G_GUINT64_CONSTANT (1) << (number % 64);
}

void
jkb_org_around_look (JkbOrgAround *around, const JkbText *text, JkbSpan place)
{
  const JkbTextChains behind = JKB_TEXT_CHAINS_OF (behind_words, chain_behind);
  const JkbTextChains before = JKB_TEXT_CHAINS_OF (before_words, chain_before);

  if (place.end < text->n_bytes && jkb_text_may_begin (text, place.end, behind.set))
    for (guint n = behind.chains[jkb_text_chain_of_begin (text->bytes + place.end)]; n > 0; n = jkb_text_chain_next (behind.chains, n))
      if (jkb_text_take (text, place.end, behind_words[n - 1].word) > 0)
        note (&around->behind, n - 1);
  if (jkb_text_may_end (text, place.begin, before.set))
    for (guint n = before.chains[jkb_text_chain_of_end (text->bytes + place.begin)]; n > 0; n = jkb_text_chain_next (before.chains, n))
      if (jkb_text_take_before (text, place.begin, before_words[n - 1].word) > 0)
        note (&around->before, n - 1);
}

static double
sum (const JkbOrgSeen *seen, const AroundWord *words)
{
  double points = 0.0;

  for (guint i = 0; i < G_N_ELEMENTS (seen->bits); i++)
    for (guint64 bits = seen->bits[i]; bits != 0; bits &= bits - 1)
      points += words[i * 64 + (guint) __builtin_ctzll (bits)].weight;
  return points;
}

double
jkb_org_around_weigh (const JkbOrgAround *around)
{
  return sum (&around->behind, behind_words) + sum (&around->before, before_words);
}
