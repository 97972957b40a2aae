/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * 発端は9月3日。監視サービスが…検知した: the day stands alone in front of the sentence that tells what happened on it.
 */
#include "extract/jkb-date-roles-private.h"

static gboolean
stands_alone (const JkbText *text, gsize end)
{
  static const char *const ends[] = { "。", "だった。", "でした。", "のことだった。", "のことでした。", "、", "の朝", "の夜", "の", "に", NULL };

  return jkb_text_take_any (text, end, ends) > 0;
}

/* What is told up to the end of the next sentence. */
static JkbSpan
find_told (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  guint next = jkb_doc_sentence_at (self->doc, place->match->span.begin) + 1;
  JkbSpan told = { place->match->end, place->sentence.end };

  if (jkb_text_take (&self->text, place->match->end, "、") == 0 && next < self->doc->sentences->len)
    told.end = g_array_index (self->doc->sentences, JkbSentence, next).span.end;
  told.end = MIN (told.end, place->match->end + JKB_DATE_PLACE_BYTES_MAX);
  if (place->index + 1 < self->n_matches)
    told.end = MIN (told.end, MAX (told.begin, self->matches[place->index + 1].span.begin));
  return told;
}

gboolean
jkb_date_read_opening (const JkbDatePlaces *self, const JkbDatePlace *place, JkbDateReading *reading)
{
  static const char *const openings[] = { "発端は", "端緒は", "きっかけは", "始まりは", "異変は", NULL };
  gsize begin = place->match->span.begin;
  gboolean is_opening = FALSE, began = FALSE;
  guint n_hits;
  const JkbHit *hits;

  begin -= jkb_text_take_before (&self->text, begin, "、");
  for (guint i = 0; openings[i] != NULL; i++)
    is_opening |= jkb_text_take_before (&self->text, begin, openings[i]) > 0;
  if (!is_opening || !stands_alone (&self->text, place->match->end))
    return FALSE;
  hits = jkb_doc_hits (self->doc, JKB_TERM_DATE_ROLE, find_told (self, place), &n_hits);
  for (guint i = 0; i < n_hits; i++)
    {
      if (hits[i].term->value == JKB_DATE_DISCOVERED)
        {
          *reading = jkb_date_read_as (JKB_DATE_DISCOVERED, 0.8, "date-opening");
          return TRUE;
        }
      began |= hits[i].term->value == JKB_DATE_BEGAN;
    }
  if (began)
    *reading = jkb_date_read_as (JKB_DATE_BEGAN, 0.7, "date-opening");
  return began;
}
