/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A figure is a number and a counter. 件 counts data as well as inquiries, 名 the persons whose data
 * leaked as well as those who sent the mail, so the words around decide:
 *
 *   - behind, the head of the phrase: 32人のメールアドレス, 10件のお問い合わせ, 4,419件が送信
 *   - in front, with nothing but particles between: 学生52名, 個人情報約24.6万件
 *   - else what the sentence is about, or the section that it stands in
 */
#include "extract/jkb-count-figures.h"

#include <string.h>

#include "extract/jkb-text-at.h"

#define N_NEAR 12                       /* bytes between a noun and the figure it belongs to */
#define N_PHRASE 48                     /* bytes of a phrase behind 名の */
#define N_DENIAL 36                     /* bytes between what is denied and its negation */
#define N_AGENTS_MAX 9                  /* so many of the staff may have done it themselves */
#define N_CUES 16                       /* words of a clause that are looked at */
#define N_FAR 120                       /* bytes in front that may name what is counted */

typedef struct
{
  const JkbDoc *doc;
  JkbText text;
  gsize last_end;                       /* end of the figure before */
} Finder;

static JkbSpan
sentence_of (const Finder *self, const JkbFigure *figure)
{
  return g_array_index (self->doc->sentences, JkbSentence, figure->sentence).span;
}

static gsize
to_char (const Finder *self, gsize at)
{
  while (at > 0 && at < self->text.n_bytes && ((guchar) self->text.bytes[at] & 0xc0) == 0x80)
    at--;
  return MIN (at, self->text.n_bytes);
}

/* ---------------------------------------------------------------- counters */

static const JkbHit *
find_hit_at (const Finder *self, JkbTermClass term_class, gsize at)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (self->doc, term_class, (JkbSpan){ at, at + 1 }, &n_hits);

  return n_hits > 0 ? &hits[0] : NULL;
}

/* Blanks, bold letters and an opening bracket may stand between a number and its counter. */
static gsize
skip_joints (const Finder *self, gsize at)
{
  at += jkb_text_take (&self->text, at, "**");
  at = jkb_text_skip_blanks (&self->text, at, 2);
  if (jkb_text_take (&self->text, at, "("))
    return find_hit_at (self, JKB_TERM_UNIT, at + 1) != NULL ? at + 1 : at;
  return at;
}

/* English puts words between: 2,726 affected customers. */
static const JkbHit *
find_english_unit (const Finder *self, gsize at)
{
  for (int i = 0; i < 3 && jkb_text_is_letter (&self->text, at); i++)
    {
      const JkbHit *hit = find_hit_at (self, JKB_TERM_UNIT, at);

      if (hit != NULL)
        return hit;
      while (jkb_text_is_letter (&self->text, at) || jkb_text_take (&self->text, at, "-"))
        at++;
      if (!jkb_text_take (&self->text, at, " "))
        return NULL;
      at++;
    }
  return NULL;
}

static const JkbHit *
find_unit (const Finder *self, const JkbNumber *number)
{
  gsize at = skip_joints (self, number->span.end);

  if (jkb_text_is_letter (&self->text, at) && at > number->span.end)
    return find_english_unit (self, at);
  return find_hit_at (self, JKB_TERM_UNIT, at);
}

/* ---------------------------------------------------------------- nouns */

typedef struct
{
  int noun;                             /* JkbCountNounTerm, -1 for none */
  gsize distance;
} Noun;

static Noun
nearest_noun_before (const Finder *self, JkbSpan within, gsize at)
{
  static const JkbTermClass classes[] = { JKB_TERM_COUNT_NOUN, JKB_TERM_DATA_ITEM };
  Noun best = { -1, G_MAXSIZE };

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      guint n_hits;
      const JkbHit *hits = jkb_doc_hits (self->doc, classes[i], within, &n_hits);

      while (n_hits > 0 && hits[n_hits - 1].span.end > at)
        n_hits--;
      if (n_hits == 0 || at - hits[n_hits - 1].span.end >= best.distance)
        continue;
      best.distance = at - hits[n_hits - 1].span.end;
      best.noun = classes[i] == JKB_TERM_DATA_ITEM ? (int) JKB_COUNT_NOUN_TERM_DATA
                                                   : hits[n_hits - 1].term->value;
    }
  return best;
}

/* The phrase that の leads to: up to a comma or the end of the sentence. */
static JkbSpan
phrase_behind (const Finder *self, gsize at, gsize sentence_end)
{
  static const char *const leads[] = { "の", "分の", "に係る", "に関する", "にかかる", "に関わる", "に対する", NULL };
  gsize begin = at + jkb_text_take (&self->text, at, "**");
  gsize lead, end;

  begin += jkb_text_take (&self->text, begin, ")");
  if (jkb_text_take (&self->text, begin, "("))
    for (gsize i = begin; i < MIN (begin + N_PHRASE, sentence_end); i++)
      if (self->text.bytes[i] == ')')
        {
          begin = i + 1;
          break;
        }
  lead = jkb_text_take_any (&self->text, begin, leads);
  if (lead == 0)
    return (JkbSpan){ begin, begin };
  begin += lead;
  for (end = begin; end < MIN (begin + N_PHRASE, sentence_end);)
    {
      if (jkb_text_take (&self->text, end, "、") || jkb_text_take (&self->text, end, "。"))
        break;
      end = jkb_text_next (&self->text, end);
    }
  return (JkbSpan){ begin, end };
}

/* Data anywhere in the phrase decide, else its first noun. */
static int
find_noun_behind (const Finder *self, JkbSpan phrase)
{
  guint n_nouns, n_items;
  const JkbHit *nouns = jkb_doc_hits (self->doc, JKB_TERM_COUNT_NOUN, phrase, &n_nouns);

  jkb_doc_hits (self->doc, JKB_TERM_DATA_ITEM, phrase, &n_items);
  if (n_nouns > 0 && nouns[0].span.begin == phrase.begin
      && (nouns[0].term->value == JKB_COUNT_NOUN_TERM_EVENT
          || nouns[0].term->value == JKB_COUNT_NOUN_TERM_MESSAGE
          || nouns[0].term->value == JKB_COUNT_NOUN_TERM_THING))
    return nouns[0].term->value;
  for (guint i = 0; i < n_nouns; i++)
    if (nouns[i].term->value == JKB_COUNT_NOUN_TERM_DATA)
      return JKB_COUNT_NOUN_TERM_DATA;
  if (n_items > 0)
    return JKB_COUNT_NOUN_TERM_DATA;
  return n_nouns > 0 ? nouns[0].term->value : -1;
}

static gboolean
has_noun (const Finder *self, JkbSpan within, JkbCountNounTerm noun)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (self->doc, JKB_TERM_COUNT_NOUN, within, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == (int) noun)
      return TRUE;
  return FALSE;
}

static const JkbHit *
find_act (const Finder *self, JkbSpan within, JkbCountActTerm act)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (self->doc, JKB_TERM_COUNT_ACT, within, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == (int) act)
      return &hits[i];
  return NULL;
}

static gboolean
has_exposure (const Finder *self, JkbSpan within)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (self->doc, JKB_TERM_EXPOSURE, within, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value != JKB_EXPOSURE_TERM_HARM && hits[i].term->value != JKB_EXPOSURE_TERM_NONE)
      return TRUE;
  return find_act (self, within, JKB_COUNT_ACT_TERM_AFFECTED) != NULL;
}

/* ---------------------------------------------------------------- what it counts */

typedef struct
{
  JkbSpan sentence;
  Noun before;
  int behind;
  gboolean is_near;                     /* the noun before belongs to the figure */
  gboolean has_cue;                     /* the sentence tells of data that got out */
  gboolean is_in_list;                  /* the line or its section is about those affected */
} Around;

static Around
look_around (const Finder *self, const JkbFigure *figure)
{
  JkbSpan sentence = sentence_of (self, figure);
  gsize from = MAX (sentence.begin, self->last_end);
  const JkbLine *line = &g_array_index (self->doc->lines, JkbLine, figure->line);
  JkbSectionRole role = jkb_doc_section_at (self->doc, figure->span.begin)->role;
  Around around = { .sentence = sentence };

  if (figure->span.begin > from + N_FAR)
    from = to_char (self, figure->span.begin - N_FAR);
  around.before = nearest_noun_before (self, (JkbSpan){ from, figure->span.begin },
                                       figure->span.begin);
  around.behind = find_noun_behind (self, phrase_behind (self, figure->span.end, sentence.end));
  around.is_near = around.before.noun >= 0 && around.before.distance <= N_NEAR;
  around.has_cue = has_exposure (self, sentence);
  around.is_in_list = role == JKB_SECTION_AFFECTED || line->kind == JKB_LINE_LIST;
  return around;
}

/* At most @n_bytes behind the figure, up to the next comma or figure of a list. */
static JkbSpan
span_behind (const Finder *self, const JkbFigure *figure, const Around *around, gsize n_bytes)
{
  gsize end = figure->span.end;

  while (end < MIN (figure->span.end + n_bytes, around->sentence.end)
         && !(end > figure->span.end && jkb_text_take (&self->text, end, "、"))
         && !jkb_text_is_digit (&self->text, end))
    end = jkb_text_next (&self->text, end);
  return (JkbSpan){ figure->span.end, end };
}

static void
decide (JkbFigure *figure, JkbFigureKind kind, double confidence)
{
  figure->kind = kind;
  figure->confidence = confidence;
}

static void
judge_records (const Finder *self, JkbFigure *figure, const Around *around)
{
  int noun = around->behind >= 0 ? around->behind : around->is_near ? around->before.noun : -1;
  double near = around->has_cue || around->is_in_list ? 0.93 : 0.75;

  if (noun < 0 && find_act (self, span_behind (self, figure, around, 15), JKB_COUNT_ACT_TERM_SENDING))
    noun = JKB_COUNT_NOUN_TERM_MESSAGE;
  if (noun < 0)
    {
      noun = around->before.noun == JKB_COUNT_NOUN_TERM_THING ? -1 : around->before.noun;
      near = around->has_cue ? 0.85 : around->is_in_list ? 0.8 : 0.4;
    }
  if (noun == JKB_COUNT_NOUN_TERM_EVENT || noun == JKB_COUNT_NOUN_TERM_ACTOR
      || noun == JKB_COUNT_NOUN_TERM_THING)
    decide (figure, JKB_FIGURE_OTHER, 0.8);
  else if (noun == JKB_COUNT_NOUN_TERM_MESSAGE)
    decide (figure, JKB_FIGURE_SENT, 0.8);
  else if (noun >= 0)
    decide (figure, JKB_FIGURE_RECORDS, near);
  else if (around->has_cue)
    decide (figure, JKB_FIGURE_RECORDS, 0.75);
  else
    decide (figure, around->is_in_list ? JKB_FIGURE_RECORDS : JKB_FIGURE_OTHER, 0.6);
}

static gboolean
is_agent (const Finder *self, const JkbFigure *figure)
{
  static const char *const particles[] = { "が", "で", "により", "によって", "から", "らが", "、いずれ", NULL };

  return jkb_text_take_any (&self->text, figure->span.end, particles) > 0;
}

static gboolean
is_recipient (const Finder *self, const JkbFigure *figure, const Around *around)
{
  static const char *const particles[] = { "に", "へ", "宛", "あて", "様に", "の方に", "のお客様に", NULL };

  return jkb_text_take_any (&self->text, figure->span.end, particles) > 0
         && find_act (self, span_behind (self, figure, around, N_PHRASE), JKB_COUNT_ACT_TERM_SENDING) != NULL;
}

static void
judge_people (const Finder *self, JkbFigure *figure, const Around *around)
{
  int before = around->is_near ? around->before.noun : -1;
  gboolean has_data_behind = around->behind == JKB_COUNT_NOUN_TERM_DATA;

  decide (figure, JKB_FIGURE_OTHER, 0.8);
  if (before == JKB_COUNT_NOUN_TERM_ACTOR || around->behind == JKB_COUNT_NOUN_TERM_ACTOR
      || has_noun (self, span_behind (self, figure, around, 30), JKB_COUNT_NOUN_TERM_ACTOR))
    return;
  if (has_data_behind && !(before == JKB_COUNT_NOUN_TERM_STAFF && !around->has_cue))
    decide (figure, JKB_FIGURE_PEOPLE, 0.95);
  else if (before == JKB_COUNT_NOUN_TERM_STAFF && figure->value <= N_AGENTS_MAX
           && (is_agent (self, figure) || jkb_text_take (&self->text, figure->span.end, "の")
               || jkb_text_take (&self->text, figure->span.end, "、")))
    return;
  else if (around->behind == JKB_COUNT_NOUN_TERM_STAFF && !around->has_cue)
    return;
  else if (is_recipient (self, figure, around))
    decide (figure, JKB_FIGURE_RECIPIENTS, 0.7);
  else if (before == JKB_COUNT_NOUN_TERM_DATA)
    decide (figure, JKB_FIGURE_PEOPLE, 0.9);
  else if (around->has_cue)
    decide (figure, JKB_FIGURE_PEOPLE, before >= 0 ? 0.9 : 0.85);
  else if (around->is_in_list)
    decide (figure, JKB_FIGURE_PEOPLE, 0.8);
  else if (before == JKB_COUNT_NOUN_TERM_PEOPLE || around->behind == JKB_COUNT_NOUN_TERM_PEOPLE)
    decide (figure, JKB_FIGURE_PEOPLE, 0.5);
}

/* Microsoft 365アカウント: in Japanese, a number behind a Latin word is part of a name. */
static gboolean
is_in_name (const Finder *self, const JkbFigure *figure)
{
  gsize begin = figure->span.begin;

  return strcmp (self->doc->item->lang, "ja") == 0 && jkb_text_take_before (&self->text, begin, " ")
         && jkb_text_is_letter (&self->text, begin - 2);
}

static void
judge_accounts (const Finder *self, JkbFigure *figure, const Around *around)
{
  if (is_in_name (self, figure)
      || (around->is_near && around->before.noun == JKB_COUNT_NOUN_TERM_ACTOR))
    decide (figure, JKB_FIGURE_OTHER, 0.8);
  else
    decide (figure, JKB_FIGURE_RECORDS, around->has_cue || around->is_in_list ? 0.9 : 0.5);
}

/* Sections in which figures are never of this incident, and sentences about no event. */
static gboolean
is_out_of_place (const Finder *self, const JkbFigure *figure)
{
  switch (jkb_doc_section_at (self->doc, figure->span.begin)->role)
    {
    case JKB_SECTION_REQUEST:
    case JKB_SECTION_PREVENTION:
    case JKB_SECTION_CONTACT:
    case JKB_SECTION_ABOUT:
      return TRUE;
    case JKB_SECTION_BODY:
    case JKB_SECTION_TITLE:
    case JKB_SECTION_COURSE:
    case JKB_SECTION_CAUSE:
    case JKB_SECTION_AFFECTED:
    case JKB_SECTION_RESPONSE:
    case JKB_N_SECTION_ROLES:
    default:
      return (jkb_doc_clause_claims_at (self->doc, figure->span.begin) & JKB_CLAIM_GENERAL) != 0;
    }
}

static gboolean
is_negated_soon (const Finder *self, gsize at)
{
  guint n_hits;
  const JkbHit *hits
      = jkb_doc_hits (self->doc, JKB_TERM_CLAIM, (JkbSpan){ at, at + N_DENIAL }, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_CLAIM_TERM_NEGATED)
      return TRUE;
  return FALSE;
}

/* 2,726名の情報は含まれておりません: the very thing is denied, not some harm beside it. */
static gboolean
is_denied (const Finder *self, const JkbFigure *figure)
{
  JkbSpan clause = jkb_doc_clause_at (self->doc, figure->span.begin);
  JkbSpan behind = { figure->span.end, MAX (clause.end, figure->span.end) };
  guint n_acts, n_exposures;
  const JkbHit *acts = jkb_doc_hits (self->doc, JKB_TERM_COUNT_ACT, behind, &n_acts);
  const JkbHit *exposures = jkb_doc_hits (self->doc, JKB_TERM_EXPOSURE, behind, &n_exposures);

  for (guint i = 0; i < n_acts && i < N_CUES; i++)
    if (acts[i].term->value == JKB_COUNT_ACT_TERM_AFFECTED && acts[i].term->weight >= 1
        && is_negated_soon (self, acts[i].span.end))
      return TRUE;
  for (guint i = 0; i < n_exposures && i < N_CUES; i++)
    if (exposures[i].term->value != JKB_EXPOSURE_TERM_HARM
        && is_negated_soon (self, exposures[i].span.end))
      return TRUE;
  return FALSE;
}

static void
judge (const Finder *self, JkbFigure *figure, JkbUnitTerm unit)
{
  Around around = look_around (self, figure);

  decide (figure, JKB_FIGURE_OTHER, 0.9);
  if (is_out_of_place (self, figure) || is_denied (self, figure))
    return;
  switch (unit)
    {
    case JKB_UNIT_TERM_PEOPLE:
      judge_people (self, figure, &around);
      break;
    case JKB_UNIT_TERM_PEOPLE_DATA:
      if (!around.is_near || around.before.noun != JKB_COUNT_NOUN_TERM_ACTOR)
        decide (figure, JKB_FIGURE_PEOPLE, 0.95);
      break;
    case JKB_UNIT_TERM_RECORDS:
      judge_records (self, figure, &around);
      break;
    case JKB_UNIT_TERM_ACCOUNTS:
      judge_accounts (self, figure, &around);
      break;
    case JKB_UNIT_TERM_SENT:
      if (find_act (self, around.sentence, JKB_COUNT_ACT_TERM_SENDING) != NULL)
        decide (figure, JKB_FIGURE_SENT, 0.85);
      break;
    case JKB_UNIT_TERM_OTHER:
    default:
      break;
    }
}

/* ---------------------------------------------------------------- figures */

static void
note_flags (const Finder *self, JkbFigure *figure, const JkbNumber *number)
{
  JkbSpan sentence = sentence_of (self, figure);
  gsize from = MAX (sentence.begin, self->last_end);
  guint n_groups;
  const JkbHit *groups;

  if (figure->span.begin > from + N_FAR)
    from = to_char (self, figure->span.begin - N_FAR);
  groups = jkb_doc_hits (self->doc, JKB_TERM_COUNT_GROUP, (JkbSpan){ from, figure->span.begin },
                         &n_groups);
  while (n_groups > 0 && groups[n_groups - 1].span.end > figure->span.begin)
    n_groups--;
  if (n_groups > 0 && figure->span.begin - groups[n_groups - 1].span.end <= N_NEAR)
    figure->group = groups[n_groups - 1].term;
  figure->flags |= number->flags & JKB_NUMBER_TOTAL ? JKB_FIGURE_TOTAL : 0;
  figure->flags |= number->flags & JKB_NUMBER_CUMULATIVE ? JKB_FIGURE_CUMULATIVE : 0;
  if (find_act (self, (JkbSpan){ from, figure->span.begin }, JKB_COUNT_ACT_TERM_PART) != NULL)
    figure->flags |= JKB_FIGURE_PART;
  if (jkb_doc_section_at (self->doc, figure->span.begin)->role == JKB_SECTION_TITLE)
    figure->flags |= JKB_FIGURE_TITLE;
}

static gboolean
make_figure (const Finder *self, JkbNumber *number, JkbFigure *figure)
{
  const JkbHit *unit = find_unit (self, number);

  if (unit == NULL)
    return FALSE;
  *figure = (JkbFigure){ .unit = unit->span };
  number->span.end = MAX (number->span.end, unit->span.end);
  jkb_number_qualify (self->text.bytes, self->text.n_bytes, unit->span.end, number);
  figure->span = number->span;
  figure->value = number->value;
  figure->qualifier = number->qualifier;
  if (number->flags & JKB_NUMBER_RANGE_END && figure->qualifier == JKB_QUALIFIER_EXACT)
    figure->qualifier = JKB_QUALIFIER_AT_MOST;
  figure->sentence = jkb_doc_sentence_at (self->doc, number->words.begin);
  figure->line = jkb_doc_line_at (self->doc, number->words.begin);
  note_flags (self, figure, number);
  judge (self, figure, (JkbUnitTerm) unit->term->value);
  return TRUE;
}

GArray *
jkb_count_figures (const JkbDoc *doc)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (JkbFigure));
  Finder finder = { doc, { doc->normal->text, doc->normal->n_bytes }, 0 };
  JkbNumber number;

  for (gsize at = 0; jkb_number_next (finder.text.bytes, finder.text.n_bytes, at, &number);)
    {
      JkbFigure figure;

      at = number.words.end;
      if (number.flags & JKB_NUMBER_VAGUE || !make_figure (&finder, &number, &figure))
        continue;
      g_array_append_val (figures, figure);
      finder.last_end = figure.span.end;
    }
  return figures;
}
