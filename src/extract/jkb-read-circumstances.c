/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A contractor or a subsidiary abroad is named for many reasons (the survey was entrusted to one, all
 * of them are to be instructed), so the words count only where the incident is told: in the title, or
 * in a sentence that also has a word of a cause or of exposure, says whose fault it was, or who told of
 * it, and not where the clause denies, asks for or plans something.
 */
#include "extract/jkb-read-circumstances.h"

#include "extract/jkb-text-at.h"

#define PLACES_MAX 3

static gboolean
has_event_word (const JkbDoc *doc, JkbTermClass term_class, JkbSpan span)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, term_class, span, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    {
      const JkbTerm *term = hits[i].term;
      gboolean tells = term_class == JKB_TERM_TYPE ? term->weight >= 2.0
                                                   : term->value <= JKB_EXPOSURE_TERM_LOST
                                                         || term->value
                                                                == JKB_EXPOSURE_TERM_HANDLED
                                                         || term->value == JKB_EXPOSURE_TERM_SENT;

      if (tells && !(jkb_doc_claims_of (doc, hits[i].span) & JKB_CLAIMS_NO_EVENT))
        return TRUE;
    }
  return FALSE;
}

/* 照合の手順が守られていなかった, 提供元から連絡を受け: no word of the incident, yet nothing else is meant. */
static gboolean
tells_of_fault (const JkbDoc *doc, JkbSpan sentence)
{
  static const char *const words[] = { "原因", "ミス", "誤り", "誤って", "手順", "取り違え", "怠", "侵入", "侵害", "攻撃",
                                       "連絡を受け", "報告を受け", "通知を受け", "から連絡", "から報告", "から通知", "からの連絡",
                                       "からの報告", "からの通知", "より連絡", "より報告", "から一報" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (jkb_text_find (doc->normal->text + sentence.begin, (gssize) (sentence.end - sentence.begin), words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
tells_of_event (const JkbDoc *doc, gsize offset)
{
  const JkbSection *section = jkb_doc_section_at (doc, offset);
  JkbSpan sentence
      = g_array_index (doc->sentences, JkbSentence, jkb_doc_sentence_at (doc, offset)).span;

  if (jkb_doc_claims_at (doc, offset) & JKB_CLAIMS_NO_EVENT)
    return FALSE;
  switch (section->role)
    {
    case JKB_SECTION_TITLE:
      return TRUE;
    case JKB_SECTION_REQUEST:
    case JKB_SECTION_PREVENTION:
    case JKB_SECTION_CONTACT:
    case JKB_SECTION_ABOUT:
      return FALSE;
    default:
      return has_event_word (doc, JKB_TERM_TYPE, sentence)
             || has_event_word (doc, JKB_TERM_EXPOSURE, sentence) || tells_of_fault (doc, sentence);
    }
}

/* Who is named as the one that works for another tells as much as the words for it do. */
static void
add_named_contractor (JkbItem *item)
{
  const JkbFact *contractor = jkb_item_find (item, JKB_FIELD_CONTRACTOR);

  if (contractor != NULL)
    jkb_item_add (item, jkb_fact_new (JKB_FIELD_CIRCUMSTANCES,
                                      jkb_word_nick (JKB_WORDS_CIRCUMSTANCE, JKB_CIRCUMSTANCE_CONTRACTOR),
                                      contractor->span, "circumstance-contractor", 0.75));
}

void
jkb_read_circumstances (const JkbDoc *doc, JkbItem *item)
{
  guint n_places[JKB_N_CIRCUMSTANCES] = { 0 };
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_CIRCUMSTANCE, jkb_doc_whole (doc), &n_hits);

  for (guint i = 0; i < n_hits; i++)
    {
      int value = hits[i].term->value;

      if (n_places[value] == PLACES_MAX || !tells_of_event (doc, hits[i].span.begin))
        continue;
      n_places[value]++;
      jkb_doc_add (doc, item, jkb_fact_new (JKB_FIELD_CIRCUMSTANCES,
                                            jkb_word_nick (JKB_WORDS_CIRCUMSTANCE, value),
                                            hits[i].span, "circumstance-words",
                                            hits[i].term->weight));
    }
  if (n_places[JKB_CIRCUMSTANCE_CONTRACTOR] == 0)
    add_named_contractor (item);
}
