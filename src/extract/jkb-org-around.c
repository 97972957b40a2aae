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
  { " ", 0.32 }, { " -", -0.11 }, { " - ", -0.06 }, { " h", 0.07 }, { " i", 0.06 }, { " 個", 0.18 }, { " 個人", 0.18 },
  { " 個人情", 0.18 }, { "(", 0.18 }, { "(h", 0.09 }, { "(以", -0.16 }, { "(以下", -0.16 }, { "(以下、", 0.10 },
  { "(以下「", -0.28 }, { "(本", 0.22 }, { "(東", 0.31 }, { "(東京", 0.31 }, { ")", -0.14 }, { ")\n", 0.22 },
  { ")で", -0.07 }, { ")の", -0.06 }, { ")は", 0.11 }, { ")は2", 0.06 }, { ",", 0.23 }, { ", ", 0.23 }, { ".", -0.09 },
  { "\n\n", -0.50 }, { "「", 0.28 }, { "」", 0.05 }, { "」(", 0.06 }, { "」)", -0.35 }, { "」。", 0.38 }, { "」が", 0.16 },
  { "」で", 0.09 }, { "」で、", 0.62 }, { "」で送", -0.25 }, { "」で送信", -0.25 }, { "」と", -0.21 }, { "」な", 0.25 },
  { "」など", 0.26 }, { "」に", -0.29 }, { "」にお", 0.11 }, { "」におい", 0.11 }, { "」によ", -0.37 }, { "」の", 0.11 },
  { "」へ", 0.07 }, { "』", -0.25 }, { "およ", -0.08 }, { "および", -0.08 }, { "が運", -0.20 }, { "が運営", -0.20 },
  { "が運営す", -0.33 }, { "し", -0.11 }, { "で", 0.29 }, { "で、", 0.40 }, { "では", 0.27 }, { "では、", 0.11 }, { "と", -0.30 },
  { "な", -0.19 }, { "など", -0.20 }, { "に", 0.38 }, { "にあ", -0.16 }, { "にある", -0.16 }, { "にお", 0.17 }, { "によ", 0.33 },
  { "により", 0.11 }, { "によりま", 0.14 }, { "による", 0.37 }, { "によると", 0.37 }, { "によれ", -0.15 }, { "によれば", -0.15 },
  { "に被", -0.14 }, { "に被害", -0.14 }, { "の「", 0.20 }, { "のサ", 0.13 }, { "のサー", 0.13 }, { "のサーバ", 0.13 },
  { "のホ", 0.12 }, { "のホー", 0.12 }, { "のホーム", 0.12 }, { "の一", -0.15 }, { "の教", 0.15 }, { "の職", 0.18 },
  { "の職員", 0.18 }, { "の職員が", 0.11 }, { "は", 0.13 }, { "は10", 0.05 }, { "は11", 0.07 }, { "は2", -0.09 },
  { "は20", -0.20 }, { "は202", 0.07 }, { "は3", 0.06 }, { "は5", 0.08 }, { "は6", -0.58 }, { "は6日", -0.36 },
  { "は6月", -0.22 }, { "は9", -0.08 }, { "は、", 0.10 }, { "は「", 0.13 }, { "は今", 0.15 }, { "へ", -0.08 }, { "への", 0.14 },
  { "よ", 0.07 }, { "より", 0.07 }, { "オ", 0.09 }, { "オン", 0.09 }, { "オンラ", 0.09 }, { "オンライ", 0.09 }, { "会", 0.16 },
  { "公", 0.32 }, { "内", 0.07 }, { "役", -0.29 }, { "役所", -0.30 }, { "教", -0.06 }, { "株", 0.25 }, { "株式", 0.24 },
  { "株式会", 0.24 }, { "株式会社", 0.24 }, { "社", -0.22 }, { "職", 0.48 }, { "長", -0.36 },
};

static const AroundWord before_words[] = {
  { " ", 0.62 }, { "(", -0.16 }, { ")\n\n", 0.20 }, { ")、", -0.39 }, { ", ", -0.11 }, { "- ", -0.20 },
  { "6日、", 0.70 }, { "7日、", 0.39 }, { "8日、", -0.30 }, { ":", -0.19 }, { "\n", 0.06 }, { "\n ", 0.41 },
  { "\n\n", -0.10 }, { "\n\n ", 0.36 }, { "\n\n「", -0.07 }, { "\n「", 0.05 }, { "、「", -0.26 }, { "。", -0.43 },
  { "。\n\n", 0.38 }, { "「", 0.26 }, { "『", -0.26 }, { "】", 0.12 }, { "ある", -0.16 }, { "いた。", -0.16 },
  { "か\n\n", 0.12 }, { "が", -0.64 }, { "が、", -0.69 }, { "が「", -0.19 }, { "した「", -0.10 }, { "して、", -0.12 },
  { "する", 0.12 }, { "する「", 0.32 }, { "た", 0.73 }, { "た。", -0.06 }, { "た。\n", -0.27 }, { "た「", 0.14 },
  { "った", -0.19 }, { "って「", -0.18 }, { "て\n\n", 0.30 }, { "て、", -0.55 }, { "て「", -0.18 }, { "で", -0.13 },
  { "で、", -0.07 }, { "である", -0.19 }, { "と", -0.34 }, { "と、", 0.38 }, { "に", 0.14 }, { "に、", 0.05 }, { "に「", -0.13 },
  { "の「", 0.37 }, { "のは、", -0.14 }, { "は", 0.44 }, { "は「", -0.05 }, { "び", -0.34 }, { "や", -0.08 }, { "り、", -0.28 },
  { "る", 0.43 }, { "る。", 0.21 }, { "る。\n", 0.21 }, { "る「", 0.24 }, { "ると、", 0.36 }, { "を", -0.14 }, { "を「", -0.16 },
  { "ス「", -0.42 }, { "ビス「", -0.42 }, { "・", -0.17 }, { "下、「", -0.30 }, { "人 ", 0.08 }, { "営する", -0.10 },
  { "団法人", 0.18 }, { "大手", 0.53 }, { "島県", -0.29 }, { "市", -0.46 }, { "市の", 0.05 }, { "式会社", -0.22 }, { "手", 0.53 },
  { "政法人", 0.07 }, { "日\n", 0.35 }, { "日、", 0.54 }, { "日に", 0.10 }, { "概要\n", -0.28 }, { "法人 ", 0.08 },
  { "県", -0.19 }, { "社の「", 0.09 }, { "要\n", -0.28 }, { "際、「", -0.12 },
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
