/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-date-english.h"

#define N_VERB 200                      /* bytes between a verb and its date */
#define N_WHEN 80                       /* bytes behind a date in which `when … was detected` stands */

/* on 2024-05-10, ; a line that is all English but for the figures of its date. */
static gboolean
is_among_words (const JkbDatePlaces *self, const JkbDateMatch *match)
{
  gsize begin = match->span.begin;

  return match->flags & JKB_DATE_NUMERIC && begin > 1 && self->text.bytes[begin - 1] == ' '
         && jkb_text_is_letter (&self->text, begin - 2)
         && (match->end >= self->text.n_bytes || (guchar) self->text.bytes[match->end] < 0x80);
}

static gboolean
is_english (const JkbDatePlaces *self, const JkbDateMatch *match)
{
  if (is_among_words (self, match))
    return TRUE;
  for (gsize at = match->span.begin; at < match->span.end; at++)
    if (self->text.bytes[at] == ' ')
      return jkb_text_is_letter (&self->text, match->span.begin) || jkb_text_is_letter (&self->text, at + 1);
  return FALSE;
}

/* The words that open a clause: nothing, a conjunction, or `that`. Returns where its date would begin. */
static gboolean
opens_clause (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const prepositions[] = { "on or about ", "on or around ", "on ", "in ", "in late ", "in early ",
                                              "in mid-", "around ", "beginning on ", "starting on ", NULL };
  static const char *const openings[] = { "that ", "that, ", "because ", "because, ", "; ", "when ", "while ", "and, ",
                                          "but ", "but, ", ": ", NULL };
  gsize begin = place->match->span.begin, length = 0;

  for (const char *const *word = prepositions; *word != NULL && length == 0; word++)
    length = jkb_text_take_before (&self->text, begin, *word);
  begin -= length;
  if (begin <= place->sentence.begin + 3)
    return TRUE;
  if (jkb_text_take_any_before (&self->text, begin, openings) > 0)
    return TRUE;
  return FALSE;
}

static gboolean
is_word (const JkbDatePlaces *self, const JkbHit *hit)
{
  return jkb_text_is_letter (&self->text, hit->span.begin);
}

/* The last verb between the date before and this one. */
static const JkbHit *
find_before (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  gsize at = place->match->span.begin;
  gsize begin = MAX (place->sentence.begin, at > N_VERB ? at - N_VERB : 0);
  guint n_hits;
  const JkbHit *hits;

  if (place->index > 0)
    begin = MAX (begin, self->matches[place->index - 1].end);
  hits = jkb_doc_hits (self->doc, JKB_TERM_DATE_ROLE, (JkbSpan){ begin, at }, &n_hits);
  while (n_hits > 0 && (hits[n_hits - 1].span.end > at || !is_word (self, &hits[n_hits - 1])))
    n_hits--;
  return n_hits > 0 ? &hits[n_hits - 1] : NULL;
}

static const JkbHit *
find_behind (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  for (guint i = 0; i < place->n_cues; i++)
    if (is_word (self, &place->cues[i]))
      return &place->cues[i];
  return NULL;
}

/* until november 10, when the breach was detected */
static gboolean
is_found_then (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  const JkbHit *found = jkb_date_places_cue (place, JKB_DATE_DISCOVERED);

  return found != NULL && found->span.begin < place->match->end + N_WHEN
         && (jkb_text_take (&self->text, place->match->end, ", when ")
             || jkb_text_take (&self->text, place->match->end, " when "));
}

/* AUGUST 14, 2023 – On Thursday, … : the head of a press release. */
static gboolean
is_press_dateline (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const dashes[] = { " – ", " — ", " - ", " -- ", NULL };
  guint line = jkb_doc_line_at (self->doc, place->match->span.begin);

  return place->match->written.day != 0 && place->match->written.year != 0
         && g_array_index (self->doc->lines, JkbLine, line).text.begin == place->match->span.begin
         && jkb_text_take_any (&self->text, place->match->end, dashes) > 0;
}

/* the review revealed access starting on november 2: what was revealed began then */
static gboolean
opens_stretch (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const words[] = { "beginning on ", "starting on ", "beginning ", "starting ", NULL };

  return jkb_text_take_any_before (&self->text, place->match->span.begin, words) > 0;
}

gboolean
jkb_date_english_read (const JkbDatePlaces *self, const JkbDatePlace *place, JkbDateReading *reading)
{
  const JkbHit *verb = NULL;

  if (place->match->flags & (JKB_DATE_RANGE_FROM | JKB_DATE_RANGE_TO | JKB_DATE_PERIOD)
      || !is_english (self, place->match))
    return FALSE;
  if (is_press_dateline (self, place))
    {
      *reading = (JkbDateReading){ JKB_DATE_ANNOUNCED, 0.85, JKB_DATE_OTHER, 0, "date-line" };
      return TRUE;
    }
  if (!opens_clause (self, place))
    verb = find_before (self, place);
  if (verb == NULL)
    verb = find_behind (self, place);
  if (opens_stretch (self, place) && (verb == NULL || verb->term->value == JKB_DATE_ANNOUNCED))
    {
      *reading = (JkbDateReading){ JKB_DATE_BEGAN, 0.75, JKB_DATE_OTHER, 0, "date-english" };
      return TRUE;
    }
  if (verb == NULL)
    return FALSE;
  *reading = (JkbDateReading){ (JkbDateRole) verb->term->value, 0.82 * verb->term->weight, JKB_DATE_OTHER, 0,
                               "date-english" };
  if (place->match->flags & JKB_DATE_UNTIL
      && (reading->role == JKB_DATE_BEGAN || reading->role == JKB_DATE_DISCOVERED))
    {
      reading->role = JKB_DATE_ENDED;
      if (is_found_then (self, place))
        {
          reading->also = JKB_DATE_DISCOVERED;
          reading->also_confidence = reading->confidence;
        }
    }
  return TRUE;
}
