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
  { " ", 0.22 }, { " -", -0.05 }, { " - ", -0.05 }, { " h", 0.15 }, { " 個", 0.16 }, { " 個人", 0.16 },
  { " 個人情", 0.16 }, { "(h", 0.11 }, { "(以", -0.10 }, { "(以下", -0.10 }, { "(以下、", 0.06 }, { "(以下「", -0.17 },
  { "(本", 0.22 }, { "(東", 0.35 }, { "(東京", 0.35 }, { ")", -0.12 }, { ")\n", 0.15 }, { ")\n\n", 0.14 },
  { ")の", -0.11 }, { ",", 0.25 }, { ", ", 0.25 }, { ".", -0.08 }, { "\n\n", -0.55 }, { "」", 0.06 }, { "」(", 0.32 },
  { "」)", -0.24 }, { "」。", 0.19 }, { "」か", 0.21 }, { "」から", 0.21 }, { "」が", -0.09 }, { "」が不", 0.24 },
  { "」が不正", 0.24 }, { "」で、", 0.50 }, { "」で送", -0.27 }, { "」で送信", -0.26 }, { "」と", -0.32 }, { "」とい", -0.09 },
  { "」という", -0.08 }, { "」な", 0.26 }, { "」など", 0.27 }, { "」に", -0.22 }, { "」にお", 0.27 }, { "」におい", 0.27 },
  { "」によ", -0.40 }, { "」の", 0.07 }, { "」は", 0.16 }, { "」は、", 0.06 }, { "」へ", 0.10 }, { "』", -0.23 },
  { "およ", -0.08 }, { "および", -0.08 }, { "か", -0.14 }, { "から", -0.14 }, { "が", 0.22 }, { "が、", -0.16 },
  { "が運", -0.07 }, { "が運営", -0.07 }, { "が運営す", -0.23 }, { "し", -0.10 }, { "で", 0.39 }, { "で、", 0.29 },
  { "では", 0.28 }, { "では、", 0.09 }, { "な", -0.22 }, { "など", -0.22 }, { "に", 0.30 }, { "にお", 0.11 },
  { "におけ", -0.07 }, { "における", -0.07 }, { "によ", 0.37 }, { "により", 0.11 }, { "によりま", 0.16 }, { "による", 0.47 },
  { "によると", 0.47 }, { "によれ", -0.21 }, { "によれば", -0.21 }, { "に被", -0.19 }, { "に被害", -0.19 }, { "の「", 0.23 },
  { "のア", 0.08 }, { "のサ", 0.18 }, { "のサー", 0.15 }, { "のサーバ", 0.15 }, { "のホ", 0.24 }, { "のホー", 0.24 },
  { "のホーム", 0.24 }, { "の委", -0.14 }, { "の委託", -0.14 }, { "の情", -0.06 }, { "の情報", -0.06 }, { "の教", 0.17 },
  { "の職", 0.15 }, { "の職員", 0.15 }, { "の職員が", 0.08 }, { "は", 0.11 }, { "は1", 0.35 }, { "は11", 0.11 }, { "は2", -0.30 },
  { "は20", -0.17 }, { "は202", 0.12 }, { "は3", 0.11 }, { "は5", 0.09 }, { "は6", -0.48 }, { "は6日", -0.50 },
  { "は7", 0.05 }, { "は9", -0.11 }, { "は9月", -0.12 }, { "は今", 0.20 }, { "へ", -0.20 }, { "よ", 0.06 }, { "より", 0.06 },
  { "オ", 0.07 }, { "オン", 0.07 }, { "オンラ", 0.07 }, { "オンライ", 0.07 }, { "サ", 0.18 }, { "会", 0.16 }, { "公", 0.37 },
  { "内", 0.05 }, { "役", -0.32 }, { "役所", -0.33 }, { "情", -0.09 }, { "情報", -0.09 }, { "教", -0.05 }, { "株", 0.27 },
  { "株式", 0.27 }, { "株式会", 0.27 }, { "株式会社", 0.27 }, { "社", -0.21 }, { "立", 0.06 }, { "職", 0.36 }, { "長", -0.40 },
};

static const AroundWord before_words[] = {
  { " ", 0.59 }, { " 「", -0.10 }, { "(", -0.06 }, { ")\n\n", 0.11 }, { ")、", -0.32 }, { ", ", -0.12 },
  { "- ", -0.24 }, { "5日、", -0.09 }, { "6日、", 0.70 }, { "7日、", 0.36 }, { ":", -0.09 }, { "\n", 0.25 },
  { "\n ", 0.47 }, { "\n\n ", 0.55 }, { "\n「", 0.18 }, { "、「", -0.12 }, { "。", -0.50 }, { "。\n", 0.07 },
  { "。\n\n", 0.29 }, { "「", 0.22 }, { "『", -0.24 }, { "】", 0.20 }, { "ある", -0.13 }, { "いた", 0.16 },
  { "いた。", -0.14 }, { "か\n\n", 0.09 }, { "が", -0.56 }, { "が、", -0.65 }, { "が「", -0.20 }, { "した。", 0.12 },
  { "した「", -0.14 }, { "して、", -0.20 }, { "す。\n", 0.37 }, { "する", 0.16 }, { "する「", 0.56 }, { "た", 0.19 },
  { "た。\n", -0.31 }, { "た「", 0.15 }, { "たび、", 0.09 }, { "った", -0.23 }, { "って「", -0.17 }, { "て\n\n", 0.08 },
  { "て、", -0.59 }, { "て「", -0.25 }, { "ていた", 0.16 }, { "で", -0.13 }, { "である", -0.18 }, { "と", -0.26 },
  { "と、", 0.27 }, { "と「", 0.05 }, { "に", 0.06 }, { "に、", 0.08 }, { "に「", -0.13 }, { "の", 0.07 }, { "の「", 0.43 },
  { "のは、", -0.05 }, { "は", 0.55 }, { "は「", -0.21 }, { "び", -0.36 }, { "び、", 0.09 }, { "や", -0.08 }, { "り、", -0.19 },
  { "る", 0.51 }, { "る。", 0.17 }, { "る。\n", 0.09 }, { "る「", 0.37 }, { "ると、", 0.25 }, { "ろ、", -0.07 }, { "を", -0.14 },
  { "を「", -0.20 }, { "ス「", -0.28 }, { "ビス「", -0.28 }, { "・", 0.14 }, { "下、「", -0.18 }, { "下「", -0.09 },
  { "京都", -0.08 }, { "人", -0.16 }, { "人 ", 0.09 }, { "以下「", -0.09 }, { "員が", -0.11 }, { "営する", -0.07 },
  { "団法人", 0.17 }, { "大手", 0.25 }, { "市", -0.45 }, { "市の", 0.07 }, { "式会社", -0.11 }, { "手", 0.25 },
  { "政法人", 0.13 }, { "日\n", 0.30 }, { "日\n\n", 0.09 }, { "日、", 0.79 }, { "日、「", 0.05 }, { "日に", 0.12 },
  { "東京都", -0.08 }, { "概要\n", -0.20 }, { "法人", -0.16 }, { "法人 ", 0.09 }, { "県", 0.11 }, { "社の「", 0.07 },
  { "要\n", -0.20 }, { "都", -0.08 }, { "際、「", -0.15 },
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
