/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * 件 counts data as well as inquiries, 名 the persons whose data leaked as well as those who sent the
 * mail, so the words around a figure decide:
 *
 *   - behind, the head of the phrase: 32人のメールアドレス, 10件のお問い合わせ, 3,870件が送信
 *   - in front, with nothing but particles between: 学生52名, 個人情報約24.6万件
 *   - else what the sentence is about, or the section that it stands in
 */
#include "extract/jkb-count-judge.h"

#include <string.h>

#include "extract/jkb-text-at.h"

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
} Judge;

/* A bracket behind a full stop, …です。(3,775件), belongs to the sentence before it. */
static JkbSpan
sentence_of (const Judge *self, const JkbFigure *figure)
{
  return jkb_count_sentence (self->doc, figure);
}

/* ---------------------------------------------------------------- nouns */

typedef struct
{
  int noun;                             /* JkbCountNounTerm, -1 for none */
  gsize distance;
} Noun;

static Noun
nearest_noun_before (const Judge *self, JkbSpan within, gsize at)
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
phrase_behind (const Judge *self, gsize at, gsize sentence_end)
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

/* 3万件のメールアドレス宛に: that many mails, no leak of addresses. */
static gboolean
is_address_of_mail (const Judge *self, gsize at)
{
  static const char *const words[] = { "宛", "あて", "に宛", "に対して送", "に送信", "へ送信", "に迷惑", "に不審", NULL };

  return jkb_text_take_any (&self->text, at, words) > 0;
}

/* Data anywhere in the phrase decide, else its first noun. */
static int
find_noun_behind (const Judge *self, JkbSpan phrase)
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
      return is_address_of_mail (self, nouns[i].span.end) ? JKB_COUNT_NOUN_TERM_MESSAGE
                                                          : JKB_COUNT_NOUN_TERM_DATA;
  if (n_items > 0)
    return JKB_COUNT_NOUN_TERM_DATA;
  return n_nouns > 0 ? nouns[0].term->value : -1;
}

static gboolean
has_noun (const Judge *self, JkbSpan within, JkbCountNounTerm noun)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (self->doc, JKB_TERM_COUNT_NOUN, within, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == (int) noun)
      return TRUE;
  return FALSE;
}

static gboolean
has_exposure (const Judge *self, JkbSpan within)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (self->doc, JKB_TERM_EXPOSURE, within, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value != JKB_EXPOSURE_TERM_HARM && hits[i].term->value != JKB_EXPOSURE_TERM_NONE)
      return TRUE;
  return jkb_count_find_act (self->doc, within, JKB_COUNT_ACT_TERM_AFFECTED) != NULL;
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

/* 写し 37件(氏名、住所): what the bracket lists was in it. */
static gboolean
lists_data (const Judge *self, const JkbFigure *figure, gsize sentence_end)
{
  const char *close;
  guint n_items;

  if (!jkb_text_take (&self->text, figure->span.end, "("))
    return FALSE;
  close = memchr (self->text.bytes + figure->span.end, ')', sentence_end - figure->span.end);
  if (close == NULL)
    return FALSE;
  jkb_doc_hits (self->doc, JKB_TERM_DATA_ITEM,
                (JkbSpan){ figure->span.end, (gsize) (close - self->text.bytes) }, &n_items);
  return n_items > 0;
}

static Around
look_around (const Judge *self, const JkbFigure *figure)
{
  JkbSpan sentence = sentence_of (self, figure);
  JkbSpan before = jkb_count_words_before (self->doc, figure, self->last_end);
  const JkbLine *line = &g_array_index (self->doc->lines, JkbLine, figure->line);
  JkbSectionRole role = jkb_doc_section_at (self->doc, figure->span.begin)->role;
  Around around = { .sentence = sentence };

  around.before = nearest_noun_before (self, before, figure->span.begin);
  around.behind = find_noun_behind (self, phrase_behind (self, figure->span.end, sentence.end));
  if (around.behind < 0 && lists_data (self, figure, sentence.end))
    around.behind = JKB_COUNT_NOUN_TERM_DATA;
  around.is_near = around.before.noun >= 0 && around.before.distance <= JKB_COUNT_NEAR_BYTES;
  around.has_cue = has_exposure (self, sentence);
  around.is_in_list = role == JKB_SECTION_AFFECTED || line->kind == JKB_LINE_LIST;
  return around;
}

/* At most @n_bytes behind the figure, up to the next comma or figure of a list. */
static JkbSpan
span_behind (const Judge *self, const JkbFigure *figure, const Around *around, gsize n_bytes)
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

/* 迷惑メールは、…計3,870件が…送信され: mails are the topic of the sentence, and they were sent. */
static gboolean
tells_of_mails (const Judge *self, const JkbFigure *figure, const Around *around)
{
  JkbSpan before = { around->sentence.begin, figure->span.begin };
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (self->doc, JKB_TERM_COUNT_NOUN, before, &n_hits);

  if (jkb_count_find_act (self->doc, (JkbSpan){ figure->span.end, around->sentence.end }, JKB_COUNT_ACT_TERM_SENDING)
      == NULL)
    return FALSE;
  for (guint i = 0; i < n_hits && i < N_CUES; i++)
    if (hits[i].term->value == JKB_COUNT_NOUN_TERM_MESSAGE
        && jkb_text_take (&self->text, hits[i].span.end, "は"))
      return TRUE;
  return FALSE;
}

static void
judge_records (const Judge *self, JkbFigure *figure, const Around *around)
{
  int noun = around->behind >= 0 ? around->behind : around->is_near ? around->before.noun : -1;
  double near = around->has_cue || around->is_in_list ? 0.93 : 0.75;

  if (noun < 0 && (jkb_count_find_act (self->doc, span_behind (self, figure, around, 15), JKB_COUNT_ACT_TERM_SENDING)
                   || tells_of_mails (self, figure, around)))
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
  else if (around->has_cue || jkb_text_is_letter (&self->text, figure->unit.begin))
    decide (figure, JKB_FIGURE_RECORDS, 0.75);
  else
    decide (figure, around->is_in_list ? JKB_FIGURE_RECORDS : JKB_FIGURE_OTHER, 0.6);
}

static gboolean
is_agent (const Judge *self, const JkbFigure *figure)
{
  static const char *const particles[] = { "が", "で", "により", "によって", "から", "らが", "、いずれ", NULL };

  return jkb_text_take_any (&self->text, figure->span.end, particles) > 0;
}

static gboolean
is_recipient (const Judge *self, const JkbFigure *figure, const Around *around)
{
  static const char *const particles[] = { "に", "へ", "宛", "あて", "様に", "の方に", "のお客様に", NULL };

  return jkb_text_take_any (&self->text, figure->span.end, particles) > 0
         && jkb_count_find_act (self->doc, span_behind (self, figure, around, N_PHRASE), JKB_COUNT_ACT_TERM_SENDING) != NULL;
}

/* 社員1名のメールアカウントが…: the one through whom it happened. */
static gboolean
is_owner (const Judge *self, const JkbFigure *figure)
{
  static const char *const things[] = { "のメールアカウント", "のアカウント", "の業務用", "のパソコン", "の端末", "のpc",
                                        "のid", "の認証情報", "のメールボックス", NULL };

  return figure->value <= N_AGENTS_MAX && jkb_text_take_any (&self->text, figure->span.end, things) > 0;
}

static void
judge_people (const Judge *self, JkbFigure *figure, const Around *around)
{
  int before = around->is_near ? around->before.noun : -1;
  gboolean has_data_behind = around->behind == JKB_COUNT_NOUN_TERM_DATA;

  decide (figure, JKB_FIGURE_OTHER, 0.8);
  if (before == JKB_COUNT_NOUN_TERM_ACTOR || around->behind == JKB_COUNT_NOUN_TERM_ACTOR
      || has_noun (self, span_behind (self, figure, around, 30), JKB_COUNT_NOUN_TERM_ACTOR))
    return;
  if (before == JKB_COUNT_NOUN_TERM_STAFF && is_owner (self, figure))
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
is_in_name (const Judge *self, const JkbFigure *figure)
{
  gsize begin = figure->span.begin;

  return strcmp (self->doc->item->lang, "ja") == 0 && jkb_text_take_before (&self->text, begin, " ")
         && jkb_text_is_letter (&self->text, begin - 2);
}

static void
judge_accounts (const Judge *self, JkbFigure *figure, const Around *around)
{
  if (is_in_name (self, figure)
      || (around->is_near && around->before.noun == JKB_COUNT_NOUN_TERM_ACTOR))
    decide (figure, JKB_FIGURE_OTHER, 0.8);
  else
    decide (figure, JKB_FIGURE_RECORDS, around->has_cue || around->is_in_list ? 0.9 : 0.5);
}

/* Sections in which figures are never of this incident, and sentences about no event. */
static gboolean
is_out_of_place (const Judge *self, const JkbFigure *figure)
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

/* 流出したが、悪用は…: what is denied behind が is another thing. */
static gboolean
turns_between (const Judge *self, gsize begin, gsize end)
{
  static const char *const turns[] = { "たが", "るが", "すが", "ものの", "一方", "悪用", "二次", NULL };

  for (; begin < end; begin = jkb_text_next (&self->text, begin))
    if (jkb_text_take_any (&self->text, begin, turns))
      return TRUE;
  return FALSE;
}

static gboolean
is_negated_soon (const Judge *self, gsize at)
{
  guint n_hits;
  const JkbHit *hits
      = jkb_doc_hits (self->doc, JKB_TERM_CLAIM, (JkbSpan){ at, at + N_DENIAL }, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_CLAIM_TERM_NEGATED)
      return !turns_between (self, at, hits[i].span.begin);
  return FALSE;
}

/* The first word behind the figure that tells of data that got out; words that tell of harm, or little by
 * themselves, do not count. Returns its end, 0 when there is none. */
static gsize
find_first_exposure (const Judge *self, JkbSpan behind)
{
  static const JkbTermClass classes[] = { JKB_TERM_COUNT_ACT, JKB_TERM_EXPOSURE };
  JkbSpan first = { G_MAXSIZE, 0 };

  for (gsize c = 0; c < G_N_ELEMENTS (classes); c++)
    {
      guint n_hits;
      const JkbHit *hits = jkb_doc_hits (self->doc, classes[c], behind, &n_hits);

      for (guint i = 0; i < n_hits && i < N_CUES; i++)
        {
          const JkbTerm *term = hits[i].term;
          gboolean tells = classes[c] == JKB_TERM_COUNT_ACT
                               ? term->value == JKB_COUNT_ACT_TERM_AFFECTED && term->weight >= 1
                               : term->value != JKB_EXPOSURE_TERM_HARM && term->weight >= 1;

          if (!tells || hits[i].span.begin > first.begin)
            continue;
          first = hits[i].span;
        }
    }
  return first.end;
}

/* 2,726名の情報は含まれておりません: the very thing is denied, not some harm beside it. */
static gboolean
is_denied (const Judge *self, const JkbFigure *figure)
{
  JkbSpan clause = jkb_doc_clause_at (self->doc, figure->span.begin);
  gsize exposure
      = find_first_exposure (self, (JkbSpan){ figure->span.end, MAX (clause.end, figure->span.end) });

  return exposure > 0 && is_negated_soon (self, exposure);
}

const JkbHit *
jkb_count_find_act (const JkbDoc *doc, JkbSpan within, JkbCountActTerm act)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_COUNT_ACT, within, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == (int) act)
      return &hits[i];
  return NULL;
}

JkbSpan
jkb_count_sentence (const JkbDoc *doc, const JkbFigure *figure)
{
  JkbSpan span = g_array_index (doc->sentences, JkbSentence, figure->sentence).span;

  if (figure->sentence > 0 && doc->normal->text[span.begin] == '('
      && figure->span.begin <= span.begin + JKB_COUNT_NEAR_BYTES)
    span.begin = g_array_index (doc->sentences, JkbSentence, figure->sentence - 1).span.begin;
  return span;
}

JkbSpan
jkb_count_words_before (const JkbDoc *doc, const JkbFigure *figure, gsize last_end)
{
  gsize begin = jkb_count_sentence (doc, figure).begin;
  const char *text = doc->normal->text;

  begin = MIN (MAX (begin, last_end), figure->span.begin);
  if (figure->span.begin > begin + N_FAR)
    begin = figure->span.begin - N_FAR;
  while (((guchar) text[begin] & 0xc0) == 0x80)
    begin--;
  return (JkbSpan){ begin, figure->span.begin };
}

void
jkb_count_judge (const JkbDoc *doc, gsize last_end, JkbUnitTerm unit, JkbFigure *figure)
{
  Judge whole = { doc, { doc->normal->text, doc->normal->n_bytes }, last_end };
  const Judge *self = &whole;
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
      if (jkb_count_find_act (self->doc, around.sentence, JKB_COUNT_ACT_TERM_SENDING) != NULL)
        decide (figure, JKB_FIGURE_SENT, 0.85);
      break;
    case JKB_UNIT_TERM_OTHER:
    default:
      break;
    }
}

