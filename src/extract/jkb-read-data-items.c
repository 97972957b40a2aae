/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which data were exposed. A word such as 電話番号 says so only in company: of a word of exposure
 * (流出, 閲覧できる, 紛失), of content (含まれる, 記載, 対象, 個人情報は) or, weakest, of keeping (保存, 登録). The company is
 * sought in its clause, its sentence, the sentence that introduces the list it stands in, and the
 * heading above it. What a clause denies, asks for or plans is not exposed; the number of a help desk
 * stands in a section of its own.
 *
 * An item that is denied in one place and affirmed in another counts when it is affirmed strongly.
 * Words of keeping count only when the text does not say that there were no personal data.
 */
#include "extract/jkb-read-data-items.h"

#include <string.h>

#include "extract/jkb-data-denial.h"
#include "extract/jkb-data-use.h"
#include "extract/jkb-status-words.h"
#include "extract/jkb-text-at.h"

#define SENTENCE_SHARE 0.9      /* company in the sentence only, not in the clause */
#define UNIT_BYTES 4            /* a blank or so between a number and its counter */
#define ROW_BYTES_MAX 400      /* a longer line is no row of a table */
#define RUN_KINDS 3             /* kinds of data in one sentence that make a list of them */
#define PLACES_MAX 3            /* most facts of one item */
#define INTRODUCTIONS_MAX 2     /* 保存されていた情報 / 検査を受けた方の検査データ / ・氏名 */

typedef struct
{
  JkbSpan span;
  double strength;
} Place;

typedef struct
{
  GArray *places;               /* (nullable): Place, in order of the text; NULL where there is none */
  double best;
  gboolean is_denied;
} ItemScore;

static double
weigh_section (const JkbSection *section)
{
  switch (section->role)
    {
    case JKB_SECTION_AFFECTED:
      return JKB_DATA_STRONG;
    case JKB_SECTION_REQUEST:
    case JKB_SECTION_PREVENTION:
    case JKB_SECTION_CONTACT:
    case JKB_SECTION_ABOUT:
      return -1.0;
    default:
      return 0.0;
    }
}

/* 利用者のメールアドレス 120件: a figure beside it counts what was exposed. */
static gboolean
is_counted (const JkbDoc *doc, JkbSpan span)
{
  static const char *const joints[] = { ":", "(", "|", "=", "が", "等", "約", "計", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize at = jkb_text_skip_blanks (&text, span.end, 2);
  guint n_units;

  at += jkb_text_take_any (&text, at, joints);
  at = jkb_text_skip_blanks (&text, at, 2);
  if (!jkb_text_is_digit (&text, at))
    return FALSE;
  while (jkb_text_is_digit (&text, at) || jkb_text_take (&text, at, ","))
    at++;
  jkb_doc_hits (doc, JKB_TERM_UNIT, (JkbSpan){ at, at + UNIT_BYTES }, &n_units);
  return n_units > 0;
}

/* 氏名・メールアドレス | 約21.3万件: all the data of a row that has a figure with a counter. */
static gboolean
is_in_counted_row (const JkbDoc *doc, gsize offset)
{
  JkbSpan row = g_array_index (doc->lines, JkbLine, jkb_doc_line_at (doc, offset)).text;
  gsize n_bytes = MIN (row.end - row.begin, ROW_BYTES_MAX);
  guint n_units;

  jkb_doc_hits (doc, JKB_TERM_UNIT, (JkbSpan){ row.begin, row.begin + n_bytes }, &n_units);
  return n_units > 0 && memchr (doc->normal->text + row.begin, '|', n_bytes) != NULL;
}

/* 氏名、口座番号など: two kinds with nothing but a joint between, and behind them what ends a list. */
static gboolean
is_short_list (const JkbDoc *doc, const JkbHit *first, const JkbHit *second)
{
  static const char *const joints[] = { "、", "・", "や", "と", "及び", "および", NULL };
  static const char *const ends[] = { "など", "等", "の情報", "です", "でした", "である", "だった", "の計", "の2", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize n = jkb_text_take_any (&text, first->span.end, joints);

  return n > 0 && first->span.end + n == second->span.begin && first->term->value != second->term->value
         && jkb_text_take_any (&text, second->span.end, ends) > 0;
}

/* A run of several kinds of data, such as only a list of what was concerned has. */
static gboolean
is_in_run (const JkbDoc *doc, JkbSpan sentence)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_DATA_ITEM, sentence, &n_hits);
  guint kinds = 0, n_kinds = 0;

  for (guint i = 0; i < n_hits && n_kinds < RUN_KINDS; i++)
    {
      n_kinds += (kinds & 1u << hits[i].term->value) == 0;
      kinds |= 1u << hits[i].term->value;
      if (i > 0 && is_short_list (doc, &hits[i - 1], &hits[i]))
        return TRUE;
    }
  return n_kinds >= RUN_KINDS;
}

static double
weigh_place (const JkbDoc *doc, JkbSpan span)
{
  gsize offset = span.begin;
  const JkbSentence *sentence
      = &g_array_index (doc->sentences, JkbSentence, jkb_doc_sentence_at (doc, offset));
  double strength = weigh_section (jkb_doc_section_at (doc, offset));
  JkbSpan introduction;

  if (strength < 0.0)
    return 0.0;
  strength = MAX (strength, jkb_data_weigh_company (doc, jkb_doc_clause_at (doc, offset)));
  strength = MAX (strength, SENTENCE_SHARE * jkb_data_weigh_company (doc, sentence->span));
  for (guint i = 0; i < INTRODUCTIONS_MAX && (i == 0 || strength == 0.0) && jkb_doc_introduction (doc, offset, &introduction); i++)
    {
      strength = MAX (strength, jkb_data_weigh_company (doc, introduction));
      offset = introduction.begin;
    }
  if (strength < JKB_DATA_WEAK
      && (is_counted (doc, span) || is_in_counted_row (doc, span.begin) || is_in_run (doc, sentence->span)))
    strength = JKB_DATA_WEAK;
  return strength;
}

static void
add_place (const JkbDoc *doc, const JkbHit *hit, ItemScore *score)
{
  guint claims = jkb_data_claims_of (doc, hit);
  Place place = { hit->span, 0.0 };

  if (claims & JKB_CLAIM_NEGATED)
    score->is_denied = TRUE;
  if (claims & JKB_CLAIMS_NO_EVENT || jkb_data_is_only_used (doc, hit) || !jkb_data_stands_as_data (doc, hit))
    return;
  place.strength = weigh_place (doc, hit->span);
  if (place.strength == 0.0 || jkb_status_is_asked (doc, hit->span.begin))
    return;
  score->best = MAX (score->best, place.strength);
  if (score->places == NULL)
    score->places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_append_val (score->places, place);
}

static gboolean
has_kind_beside (const JkbDoc *doc, const JkbHit *hit, int kind)
{
  JkbSpan sentence = g_array_index (doc->sentences, JkbSentence, jkb_doc_sentence_at (doc, hit->span.begin)).span;
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_DATA_ITEM, sentence, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == kind)
      return TRUE;
  return FALSE;
}

static gboolean
tells_of_cards (const JkbDoc *doc)
{
  static const char *const cards[] = { "カード", "card", "決済", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };

  return jkb_text_holds_any (&text, 0, text.n_bytes, cards);
}

/* 名義、番号、有効期限: among the data of a card it is the holder of the card. 氏名、ID、病名: among those of a patient it is a number.
 * A セキュリティコード where no card is told of is of a login. */
static int
read_kind (const JkbDoc *doc, const JkbHit *hit)
{
  int kind = hit->term->value;

  if (kind == JKB_DATA_NAME && g_str_has_prefix (hit->term->text, "名義") && !has_kind_beside (doc, hit, JKB_DATA_BANK_ACCOUNT)
      && (has_kind_beside (doc, hit, JKB_DATA_CARD_EXPIRY) || has_kind_beside (doc, hit, JKB_DATA_CARD_CVV)))
    return JKB_DATA_CARD_HOLDER;
  if (kind == JKB_DATA_CARD_CVV && !tells_of_cards (doc))
    return JKB_DATA_OTHER;
  if (kind == JKB_DATA_LOGIN_ID && strcmp (hit->term->text, "id") == 0 && has_kind_beside (doc, hit, JKB_DATA_MEDICAL)
      && !has_kind_beside (doc, hit, JKB_DATA_PASSWORD))
    return JKB_DATA_OTHER;
  return kind;
}

/* The text says in so many words that no personal data were concerned. */
static gboolean
has_no_personal_data (const JkbDoc *doc)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_EXPOSURE, jkb_doc_whole (doc), &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_EXPOSURE_TERM_NONE && !jkb_status_is_of_the_rest (doc, hits[i].span.begin))
      return TRUE;
  return FALSE;
}

static gboolean
is_exposed (const ItemScore *score, gboolean has_none)
{
  if (score->is_denied)
    return score->best >= JKB_DATA_STRONG;
  return score->best >= (has_none ? JKB_DATA_FAIR * SENTENCE_SHARE : JKB_DATA_WEAK * SENTENCE_SHARE);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *x = a, *y = b;

  if (x->strength != y->strength)
    return x->strength > y->strength ? -1 : 1;
  return x->span.begin < y->span.begin ? -1 : x->span.begin > y->span.begin;
}

static void
add_item (const JkbDoc *doc, JkbItem *item, int data_item, const ItemScore *score)
{
  const char *nick = jkb_word_nick (JKB_WORDS_DATA_ITEM, data_item);

  g_array_sort (score->places, compare_places);
  for (guint i = 0; i < score->places->len && i < PLACES_MAX; i++)
    {
      const Place *place = &g_array_index (score->places, Place, i);

      jkb_doc_add (doc, item, jkb_fact_new (JKB_FIELD_DATA_ITEMS, nick, place->span, "data-words",
                                            place->strength));
    }
}

/* The exposed item that the text names first, after those that are done. */
static int
find_first (const ItemScore *scores, gboolean has_none, const gboolean *done)
{
  int first = -1;

  for (int i = 0; i < JKB_N_DATA_ITEMS; i++)
    if (!done[i] && scores[i].places != NULL && is_exposed (&scores[i], has_none)
        && (first < 0
            || g_array_index (scores[i].places, Place, 0).span.begin
                   < g_array_index (scores[first].places, Place, 0).span.begin))
      first = i;
  return first;
}

void
jkb_read_data_items (const JkbDoc *doc, JkbItem *item)
{
  ItemScore scores[JKB_N_DATA_ITEMS] = { { 0 } };
  gboolean done[JKB_N_DATA_ITEMS] = { FALSE };
  gboolean has_none = has_no_personal_data (doc);
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_DATA_ITEM, jkb_doc_whole (doc), &n_hits);

  for (guint i = 0; i < n_hits; i++)
    add_place (doc, &hits[i], &scores[read_kind (doc, &hits[i])]);
  for (int i; (i = find_first (scores, has_none, done)) >= 0; done[i] = TRUE)
    add_item (doc, item, i, &scores[i]);
  for (int i = 0; i < JKB_N_DATA_ITEMS; i++)
    g_clear_pointer (&scores[i].places, g_array_unref);
}
