/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the words around a date say of it, as signs that jkb-date-weights.c weighs. No sign decides anything by itself: that
 * is for the weights, which were learnt, so that what is told apart here is only what may matter.
 */
#include "extract/jkb-date-signs.h"

#include "extract/jkb-date-roles-private.h"

#define N_LABEL 60                      /* bytes in front of a date in which a label is sought */
#define N_NEAR 7                        /* bytes between a label and its date */
#define N_FAR 24
#define N_TOUCHING 3                    /* bytes between a cue and a date behind it */
#define N_BEFORE 36
#define ANY_CUES_MAX 12                 /* cues up to the next date that are looked at */
#define INCIDENT_WEIGHT 0.7             /* of a word that tells by itself that something went wrong */

static void
add (JkbDateSigns *self, guint sign)
{
  if (self->n_signs < JKB_DATE_SIGNS_MAX)
    self->signs[self->n_signs++] = (guint16) sign;
}

/* How many of the @n_steps ascending @steps are not above @value. */
static guint
step_of (gsize value, const gsize *steps, guint n_steps)
{
  guint step = 0;

  while (step < n_steps && value >= steps[step])
    step++;
  return step;
}

/* ---------------------------------------------------------------- right beside it */

/* Which of the words @take finds at @at, the number of words when none. */
static guint
find_word (const JkbText *text, gsize at, const char *const *words, guint n_words,
           gsize (*take) (const JkbText *text, gsize at, const char *word))
{
  guint i = 0;

  while (i < n_words && take (text, at, words[i]) == 0)
    i++;
  return i;
}

static void
add_neighbours (const JkbDatePlaces *places, const JkbDateMatch *match, JkbDateSigns *signs)
{
  static const char *const behind[JKB_DATE_N_BEHIND - 1]
      = { "にかけ", "には", "に、", "にも", "に", "、", ",", "\n", "から", "までに", "まで", "の", "~", "以降", "付", "時点", "現在", "発表", "公表", "より",
          "(", ")", ":", "。", "分", "で", "と", "以前", " " };
  static const char *const before[JKB_DATE_N_BEFORE - 1]
      = { "たのは", "は、", "は", "が、", "が", "、", "\n", " ", "。", "から", "~", "(", ":", "・", "を", "の", "で", "「", ")", "○", "【" };

  add (signs, JKB_DATE_SIGN_BEHIND + find_word (&places->text, match->end, behind, G_N_ELEMENTS (behind), jkb_text_take));
  add (signs, JKB_DATE_SIGN_BEFORE
              + find_word (&places->text, match->span.begin, before, G_N_ELEMENTS (before), jkb_text_take_before));
}

/* ---------------------------------------------------------------- what is told */

static gboolean
is_strong (const JkbHit *cue)
{
  return cue->term->weight >= JKB_DATE_PLACE_BARE_WEIGHT;
}

/* X社は7月7日、 and 7月7日に are joined to the verb in different ways. */
static guint
find_joint (const JkbDatePlaces *places, const JkbDateMatch *match)
{
  gsize begin = match->span.begin - jkb_text_take_before (&places->text, match->span.begin, "、");
  gboolean is_behind_topic = jkb_text_take_before (&places->text, begin, "は") > 0;

  if (jkb_date_places_has_comma (places, match->end))
    return is_behind_topic ? 3 : 0;
  return (jkb_text_take (&places->text, match->end, "に") > 0 ? 1 : 2) + (is_behind_topic ? 3 : 0);
}

static void
add_first_and_last (const JkbDatePlaces *places, const JkbDatePlace *place, JkbDateSigns *signs)
{
  const JkbHit *first = jkb_date_places_first_cue (places, place);
  const JkbHit *last = jkb_date_find_last_cue (places, place);
  guint role = last != NULL ? (guint) last->term->value : JKB_DATE_N_ROLES;

  add (signs, JKB_DATE_SIGN_FIRST_CUE
                  + (first != NULL ? 2 * (guint) first->term->value + (guint) is_strong (first) : 2 * JKB_DATE_N_ROLES));
  if (first != NULL && jkb_doc_is_attribute (places->doc, first->span))
    add (signs, JKB_DATE_SIGN_ATTRIBUTE + (guint) first->term->value);
  add (signs, JKB_DATE_SIGN_LAST_CUE + 6 * role + find_joint (places, place->match));
}

static void
add_cues_behind (const JkbDatePlaces *places, const JkbDatePlace *place, JkbDateSigns *signs)
{
  JkbSpan rest = { place->match->end, MIN (place->sentence.end, place->match->end + JKB_DATE_PLACE_BYTES_MAX) };
  guint64 seen = 0;
  guint n_cues;
  const JkbHit *cues = jkb_doc_hits (places->doc, JKB_TERM_DATE_ROLE, rest, &n_cues);

  add (signs, JKB_DATE_SIGN_SENTENCE + (n_cues > 0 ? (guint) cues[n_cues - 1].term->value : JKB_DATE_N_ROLES));
  for (guint i = 0; i < MIN (place->n_cues, ANY_CUES_MAX); i++)
    {
      const JkbHit *cue = &place->cues[i];
      guint kind = 4 * (guint) cue->term->value + 2 * (guint) is_strong (cue) + (guint) jkb_doc_is_attribute (places->doc, cue->span);

      if ((seen >> kind & 1) == 0)
        add (signs, JKB_DATE_SIGN_ANY_CUE + kind);
      seen |= G_GUINT64_CONSTANT (1) << kind;
    }
}

static void
add_cue_before (const JkbDatePlaces *places, const JkbDatePlace *place, JkbDateSigns *signs)
{
  static const gsize steps[] = { N_TOUCHING, N_BEFORE };
  gsize begin = place->match->span.begin;
  JkbSpan before = { MAX (place->sentence.begin, begin > JKB_DATE_PLACE_BYTES_MAX ? begin - JKB_DATE_PLACE_BYTES_MAX : 0), begin };
  guint n_cues;
  const JkbHit *cues = jkb_doc_hits (places->doc, JKB_TERM_DATE_ROLE, before, &n_cues);

  while (n_cues > 0 && cues[n_cues - 1].span.end > begin)
    n_cues--;
  if (n_cues > 0)
    add (signs, JKB_DATE_SIGN_CUE_BEFORE + 3 * (guint) cues[n_cues - 1].term->value
                    + step_of (begin - cues[n_cues - 1].span.end, steps, G_N_ELEMENTS (steps)));
}

static void
add_label (const JkbDatePlaces *places, const JkbDateMatch *match, JkbDateSigns *signs)
{
  static const gsize steps[] = { N_NEAR, N_FAR };
  gsize begin = match->span.begin;
  const JkbHit *label = jkb_date_places_label_before (places, begin, 0, N_LABEL);
  gboolean is_above;

  if (label == NULL)
    {
      add (signs, JKB_DATE_SIGN_LABEL + 6 * JKB_DATE_N_ROLES);
      return;
    }
  is_above = memchr (places->text.bytes + label->span.end, '\n', begin - label->span.end) != NULL;
  add (signs, JKB_DATE_SIGN_LABEL + 6 * (guint) label->term->value + (is_above ? 3 : 0)
                  + step_of (begin - label->span.end, steps, G_N_ELEMENTS (steps)));
}

static gboolean
has_hit (const JkbDatePlaces *places, JkbTermClass term_class, JkbSpan within)
{
  guint n_hits;

  jkb_doc_hits (places->doc, term_class, within, &n_hits);
  return n_hits > 0;
}

static void
add_matter (const JkbDatePlaces *places, const JkbDatePlace *place, JkbDateSigns *signs)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (places->doc, JKB_TERM_NOTICE, place->stretch, &n_hits);

  if (has_hit (places, JKB_TERM_EXPOSURE, place->stretch))
    add (signs, JKB_DATE_SIGN_EXPOSURE);
  if (has_hit (places, JKB_TERM_TYPE, place->stretch))
    add (signs, JKB_DATE_SIGN_CAUSE);
  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_NOTICE_TERM_INCIDENT && hits[i].term->weight >= INCIDENT_WEIGHT)
      {
        add (signs, JKB_DATE_SIGN_INCIDENT);
        return;
      }
}

/* 3月18日に誤って送った。直後に指摘があり: the next sentence, with no date of its own, goes on about the day. */
static void
add_next_sentence (const JkbDatePlaces *places, const JkbDatePlace *place, JkbDateSigns *signs)
{
  const JkbDoc *doc = places->doc;
  guint number = jkb_doc_sentence_at (doc, place->match->span.begin) + 1, n_cues;
  guint next = place->index + 1;
  JkbSpan sentence;
  const JkbHit *cues;

  while (next < places->n_matches && places->matches[next].span.begin < place->sentence.end)
    next++;
  if (next != place->index + 1 || number >= doc->sentences->len)
    return;                             /* another date is nearer */
  sentence = g_array_index (doc->sentences, JkbSentence, number).span;
  if (next < places->n_matches && places->matches[next].span.begin < sentence.end)
    return;
  cues = jkb_doc_hits (doc, JKB_TERM_DATE_ROLE, sentence, &n_cues);
  add (signs, JKB_DATE_SIGN_NEXT_CUE + (n_cues > 0 ? (guint) cues[0].term->value : JKB_DATE_N_ROLES));
  if (n_cues > 0 && cues[0].term->value == JKB_DATE_DISCOVERED && jkb_date_tells_moment (doc, sentence))
    add (signs, JKB_DATE_SIGN_NEXT_AT_ONCE);
}

/* ---------------------------------------------------------------- where it stands */

static void
add_place (const JkbDatePlaces *places, const JkbDatePlace *place, JkbDateSigns *signs)
{
  static const gsize lines[] = { 2, 3, 5 };
  static const gsize parts[] = { 5, 15, 30, 50, 80 };   /* of a hundred */
  const JkbDoc *doc = places->doc;
  guint number = jkb_doc_line_at (doc, place->match->span.begin);
  const JkbLine *line = &g_array_index (doc->lines, JkbLine, number);
  guint behind = places->n_matches - 1 - place->index;

  add (signs, JKB_DATE_SIGN_SECTION + g_array_index (doc->sections, JkbSection, line->section).role);
  add (signs, JKB_DATE_SIGN_FROM_END + step_of (doc->lines->len - number, lines, G_N_ELEMENTS (lines)));
  add (signs, JKB_DATE_SIGN_PART + step_of (place->match->span.begin * 100 / MAX (places->text.n_bytes, 1), parts, G_N_ELEMENTS (parts)));
  add (signs, JKB_DATE_SIGN_FIRST + MIN (place->index, JKB_DATE_N_FIRST - 1));
  add (signs, JKB_DATE_SIGN_LAST + MIN (behind, JKB_DATE_N_LAST - 1));
  if (number >= doc->title_line && number < doc->title_line + doc->n_title_lines)
    add (signs, JKB_DATE_SIGN_TITLE);
  if (line->text.begin == place->match->span.begin)
    add (signs, JKB_DATE_SIGN_LINE_BEGIN);
  if (jkb_date_places_is_line (doc, place->match))
    add (signs, JKB_DATE_SIGN_OWN_LINE);
  if (place->index == 0 || places->matches[place->index - 1].span.begin < place->sentence.begin)
    add (signs, JKB_DATE_SIGN_OPENS_SENTENCE);
}

/* ---------------------------------------------------------------- which day it is */

static gboolean
is_same (JkbDate date, JkbDate other)
{
  return date.year == other.year && date.month == other.month && date.day == other.day;
}

JkbDateSpread
jkb_date_spread_find (const JkbDateValue *values, guint n_values)
{
  JkbDateSpread spread = { { JKB_DATE_NONE, JKB_DATE_NONE }, { JKB_DATE_NONE, JKB_DATE_NONE }, FALSE };

  for (guint i = 0; i < n_values; i++)
    {
      JkbDate date = values[i].date;
      guint kind = date.year != 0;

      if (date.day == 0)
        continue;
      if (spread.first[kind].day == 0 || jkb_date_compare (date, spread.first[kind]) < 0)
        spread.first[kind] = date;
      if (spread.last[kind].day == 0 || jkb_date_compare (date, spread.last[kind]) > 0)
        spread.last[kind] = date;
    }
  return spread;
}

static void
add_day (const JkbDateValue *values, const JkbDateSpread *spread, guint index, JkbDateSigns *signs)
{
  JkbDate date = values[index].date;
  guint kind = date.year != 0;

  if (kind != 0)
    add (signs, JKB_DATE_SIGN_HAS_YEAR);
  if (date.day == 0)
    return;
  if (is_same (date, spread->first[kind]))
    add (signs, JKB_DATE_SIGN_EARLIEST);
  if (is_same (date, spread->last[kind]))
    add (signs, JKB_DATE_SIGN_LATEST);
  if (is_same (spread->first[kind], spread->last[kind]))
    add (signs, JKB_DATE_SIGN_ONLY);
  if (index > 0 && values[index - 1].date.day != 0 && (values[index - 1].date.year != 0) == (kind != 0))
    add (signs, JKB_DATE_SIGN_THAN_BEFORE + (guint) (CLAMP (jkb_date_compare (date, values[index - 1].date), -1, 1) + 1));
}

static void
add_writing (const JkbDateMatch *match, const JkbDateValue *value, JkbDateSigns *signs)
{
  add (signs, JKB_DATE_SIGN_YEAR + match->year_base);
  add (signs, JKB_DATE_SIGN_MONTH + match->month_base);
  add (signs, JKB_DATE_SIGN_DAY + match->day_base);
  add (signs, JKB_DATE_SIGN_APPROX + match->approx);
  add (signs, JKB_DATE_SIGN_SOURCE + value->source);
  for (guint i = 0; i < JKB_DATE_N_FLAGS; i++)
    if ((match->flags >> i & 1) != 0)
      add (signs, JKB_DATE_SIGN_FLAG + i);
}

void
jkb_date_signs_find (const JkbDatePlaces *places, const JkbDateValue *values, const JkbDateSpread *spread,
                     guint index, JkbDateSigns *signs)
{
  JkbDatePlace place = jkb_date_places_get (places, index);

  signs->n_signs = 0;
  add_neighbours (places, place.match, signs);
  add_first_and_last (places, &place, signs);
  add_cues_behind (places, &place, signs);
  add_cue_before (places, &place, signs);
  add_label (places, place.match, signs);
  add_matter (places, &place, signs);
  add_next_sentence (places, &place, signs);
  add_place (places, &place, signs);
  add_day (values, spread, index, signs);
  add_writing (place.match, &values[index], signs);
  if (spread->is_by_reporter && place.match->written.year != 0 && jkb_date_places_is_near_edge (places->doc, place.match)
      && (jkb_date_places_is_line (places->doc, place.match) || jkb_date_is_dateline (places->doc, place.match)
          || place.match->flags & JKB_DATE_HAS_TIME))
    add (signs, JKB_DATE_SIGN_OF_REPORTER);
}
