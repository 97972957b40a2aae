/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bare names that the words behind them show, wherever they stand in a sentence: …に感染したひなた精工では,
 * …を入力したひなた精工の職員が, …により、ひなた精工が保有する…
 */
#include "extract/jkb-org-private.h"

#include <string.h>

#include "extract/jkb-text-at.h"

/* What a name may have behind it where nothing else shows that it acts. */
static const char *const actors[] = { "では、", "においては、", "において", "によりますと", "によると", "もその一つ", "が謝罪", "が陳謝", "が公表", "が発表", "が明らかに", "より送信", "よりお送り", "より配信", "より発送", NULL };

/* So long is a place between two strokes. */
#define PLACE_BYTES_MAX 40

static gboolean
is_known (const GArray *mentions, JkbSpan name)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      JkbSpan other = g_array_index (mentions, JkbOrgMention, i).span;

      if (other.begin < name.end && name.begin < other.end)
        return TRUE;
    }
  return FALSE;
}

/* 手袋の通販サイト: a short word without foreign letters is mostly what is sold. */
static gboolean
is_short_word (const char *text, JkbSpan run)
{
  return run.end - run.begin <= strlen ("手袋店") && !jkb_org_has_foreign_letters (text, run);
}

/* The bare name that ends at @end, before its closing quote or bracket. */
static void
add_before (GArray *mentions, const JkbDoc *doc, const GArray *names, JkbSpan sentence, gsize end, JkbOrgSigns signs)
{
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  JkbSpan run = jkb_org_bare_before (doc, jkb_text_skip_bracket_back (&text, sentence.begin, end), sentence.begin);

  if (run.end > run.begin && !is_known (mentions, run))
    jkb_org_bare_add (mentions, doc, names, run, signs | (is_short_word (text.bytes, run) ? JKB_ORG_SIGN (SHORT) : 0));
}

static void
add_owners (GArray *mentions, const JkbDoc *doc, const GArray *names, JkbSpan sentence)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, sentence, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_ORG_CUE_TERM_OWNS || hits[i].term->value == JKB_ORG_CUE_TERM_OPERATES)
      add_before (mentions, doc, names, sentence, hits[i].span.begin, 0);
}

/* 障害が続いていた甲乙が15日、…を公表した */
static gboolean
announces_on_a_day (const JkbDoc *doc, const JkbText *text, gsize at, JkbSpan sentence)
{
  gsize n = jkb_text_take (text, at, "が");
  guint n_hits;
  const JkbHit *hits;

  if (n == 0 || !jkb_text_is_digit (text, at + n))
    return FALSE;
  hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, (JkbSpan){ at, sentence.end }, &n_hits);
  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_ORG_CUE_TERM_ANNOUNCES)
      return TRUE;
  return FALSE;
}

/* 甲乙など3社で: the first of several. */
static gboolean
heads_several (const JkbText *text, gsize at)
{
  gsize n = jkb_text_take (text, at, "など");

  return n > 0 && jkb_text_is_digit (text, at + n);
}

/* 甲乙=茜浜市=は: where it is stands between two strokes. */
static gboolean
is_placed (const JkbText *text, gsize at, JkbSpan sentence)
{
  static const char *const cases[] = { "は", "が", "で", "の", "に", "を", "も", "と", NULL };
  const gsize limit = MIN (sentence.end, at + PLACE_BYTES_MAX);
  const char *end;

  if (text->bytes[at] != '=' || at + 1 >= limit)
    return FALSE;
  end = memchr (text->bytes + at + 1, '=', limit - at - 1);
  return end != NULL && jkb_text_take_any (text, (gsize) (end + 1 - text->bytes), cases) > 0;
}

static void
add_actors (GArray *mentions, const JkbDoc *doc, const GArray *names, JkbSpan sentence)
{
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  for (gsize at = sentence.begin; at < sentence.end; at = jkb_text_next (&text, at))
    if (jkb_text_take_any (&text, at, actors) > 0 || heads_several (&text, at) || is_placed (&text, at, sentence) || announces_on_a_day (doc, &text, at, sentence))
      add_before (mentions, doc, names, sentence, at, JKB_ORG_SIGN (BY_WORDS));
}

void
jkb_org_owners_add (GArray *mentions, const JkbDoc *doc, const GArray *names)
{
  for (guint i = 0; i < doc->sentences->len && jkb_org_is_early (doc, i); i++)
    {
      JkbSpan sentence = g_array_index (doc->sentences, JkbSentence, i).span;

      if (jkb_org_is_in_title (doc, sentence.begin))
        continue;
      add_owners (mentions, doc, names, sentence);
      add_actors (mentions, doc, names, sentence);
    }
}
