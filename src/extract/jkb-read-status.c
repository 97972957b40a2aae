/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether data of persons got out. Each word of exposure votes by what is claimed of it:
 *
 *   漏えいした          confirmed    with its weight: a verb states it, a noun may only name the matter
 *   漏えいした可能性    possible
 *   漏えいは確認されておらず、漏えいの可能性はない    none
 *
 * What was sent, fetched or shown (送信された, 取得された) votes only in company of data of persons in its clause.
 *
 * A title names the matter and counts half, as does a verb before a noun (流出した情報は…). What was lost or stolen is possible, never confirmed by
 * itself. The sums are read by type: what was sent to the wrong person or left open was read or could
 * be, so it is confirmed unless there were no data of persons; with other causes a plain statement
 * goes before a possibility, and a possibility before a denial (漏えいは確認されていないが、可能性は否定できない).
 */
#include "extract/jkb-read-status.h"

#include "extract/jkb-data-use.h"
#include "extract/jkb-status-words.h"
#include "extract/jkb-text-at.h"

#define TITLE_SHARE 0.5
#define STATED_MIN 0.8          /* a verb in the body */
#define IMPLIED_MIN JKB_STATUS_IMPLIED_MIN      /* a verb before a noun: 流出した情報は… takes the leak for granted */
#define NAMED_MIN 0.1           /* a noun in the title at least */
#define ATTRIBUTE_SHARE 0.5
#define PLACES_MAX 3
#define COINS_BYTES_MAX ((gsize) 1500)  /* in which a text says that coins are what it is about */

typedef struct
{
  double sum;
  double best;
  JkbSpan places[PLACES_MAX];
  guint n_places;
} Vote;

typedef struct
{
  Vote statuses[JKB_N_STATUSES];
  Vote lost;
  Vote no_data;                 /* of the votes for none: there were no data of persons */
  gboolean has_person;          /* data of persons were exposed by name */
  int type;                     /* of the incident */
  gboolean denies_person;       /* a leak of data of persons is denied in so many words */
  gboolean tells_person;        /* and, elsewhere, told beside such data */
  gboolean is_possible;         /* a possibility is told below the title */
  gsize last_possible;          /* where a possibility was last told */
  gsize settled;                /* where an inquiry was last told to have found nothing */
  gboolean is_coins;            /* coins are what the house keeps */
  Vote content;                 /* what was taken or opened may have held data of persons */
} Votes;

static void
cast_vote (Vote *vote, JkbSpan span, double weight)
{
  if (weight > vote->best && vote->n_places > 0)
    {
      if (vote->n_places < PLACES_MAX)
        vote->places[vote->n_places++] = vote->places[0];
      vote->places[0] = span;
    }
  else if (vote->n_places < PLACES_MAX)
    vote->places[vote->n_places++] = span;
  vote->best = MAX (vote->best, weight);
  vote->sum += weight;
}

static gboolean
tells_of_event (const JkbDoc *doc, gsize offset)
{
  switch (jkb_doc_section_at (doc, offset)->role)
    {
    case JKB_SECTION_REQUEST:
    case JKB_SECTION_PREVENTION:
    case JKB_SECTION_CONTACT:
    case JKB_SECTION_ABOUT:
      return FALSE;
    default:
      return TRUE;
    }
}

/* A login alone does not tell who somebody is. */
static gboolean
is_of_person (int data_item)
{
  return data_item != JKB_DATA_PASSWORD && data_item != JKB_DATA_LOGIN_ID
         && data_item != JKB_DATA_OTHER;
}

static gboolean
is_with_person (const JkbDoc *doc, gsize offset)
{
  JkbSpan clause = jkb_doc_clause_at (doc, offset);
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_PERSON_DATA, clause, &n_hits);

  if (n_hits > 0)
    return TRUE;
  hits = jkb_doc_hits (doc, JKB_TERM_DATA_ITEM, clause, &n_hits);
  for (guint i = 0; i < n_hits; i++)
    if (is_of_person (hits[i].term->value) && jkb_data_stands_as_data (doc, &hits[i]) && !jkb_data_is_only_used (doc, &hits[i]))
      return TRUE;
  return FALSE;
}

static void
count_possible (const JkbDoc *doc, Votes *votes, JkbSpan span, double weight)
{
  cast_vote (&votes->statuses[JKB_STATUS_POSSIBLE], span, weight);
  votes->last_possible = span.begin;
  votes->is_possible |= jkb_doc_section_at (doc, span.begin)->role != JKB_SECTION_TITLE;
}

/* 開発データが盗まれた。利用者の個人情報への影響はない: whether it is data of persons that a word speaks of. */
static void
note_persons (const JkbDoc *doc, Votes *votes, gsize offset, gboolean is_denied)
{
  JkbSpan sentence = g_array_index (doc->sentences, JkbSentence, jkb_doc_sentence_at (doc, offset)).span;
  guint n_hits;

  jkb_doc_hits (doc, JKB_TERM_PERSON_DATA, sentence, &n_hits);
  if (is_denied)
    votes->denies_person |= n_hits > 0;
  else
    votes->tells_person |= is_with_person (doc, offset);
}

/* 住民情報のシステムは切り離されており、被害はなかった, 会員のデータには影響がない: data of persons, or data. */
static gboolean
is_of_data (const JkbDoc *doc, gsize offset)
{
  JkbSpan sentence = g_array_index (doc->sentences, JkbSentence, jkb_doc_sentence_at (doc, offset)).span;
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  guint n_hits;

  jkb_doc_hits (doc, JKB_TERM_PERSON_DATA, sentence, &n_hits);
  return n_hits > 0 || is_with_person (doc, offset) || jkb_text_holds (&text, sentence.begin, offset, "データ")
         || jkb_text_holds (&text, sentence.begin, offset, "台帳")
         || jkb_text_holds (&text, sentence.begin, offset, "情報");
}

/* Others had it, whether or not anybody looked. */
static gboolean
is_handed_out (int type)
{
  return type == JKB_TYPE_MISDELIVERY || type == JKB_TYPE_MISCONFIGURATION_EXPOSURE;
}

/* 約20億円分の暗号資産が流出した, 不正流出を検知: of a house that keeps coins, what goes out is data only where data are named. */
static gboolean
is_of_coins (const JkbDoc *doc, const Votes *votes, gsize offset)
{
  return votes->is_coins && !is_of_data (doc, offset);
}

/* 侵入され、会員の氏名を開ける状態だった: open to who broke in, they could be read, and that they were is not said. */
static gboolean
is_open_to_intruder (const JkbHit *hit, int type)
{
  return hit->term->value == JKB_EXPOSURE_TERM_READABLE && !is_handed_out (type) && type != JKB_TYPE_INSIDER_MISUSE && type != JKB_TYPE_UNKNOWN;
}

/* 自宅に持ち帰っていた: out of the house, and in the hands of nobody else. */
static gboolean
is_taken_home (const JkbHit *hit)
{
  static const char *const words[] = { "自宅に持ち帰", "自宅へ持ち帰", "持ち帰", "私物の端末に移", "私物のパソコンに移", "私用のパソコンに移", "私用の端末に移", NULL };
  const JkbText text = { hit->term->text, strlen (hit->term->text) };

  return jkb_text_take_any (&text, 0, words) > 0;
}

/* 社員を装った者に名簿が盗まれた: of data, where nothing else is gone, theft is a leak. */
static gboolean
is_stolen_data (const JkbDoc *doc, const JkbHit *hit, int type)
{
  return g_str_has_prefix (hit->term->text, "盗まれ") && type != JKB_TYPE_LOST_MEDIA_DEVICE && type != JKB_TYPE_THEFT_PHYSICAL
         && is_with_person (doc, hit->span.begin);
}

static void
count_exposure (const JkbDoc *doc, Votes *votes, const JkbHit *hit, guint claims, double weight)
{
  note_persons (doc, votes, hit->span.begin, (claims & JKB_CLAIM_NEGATED) != 0);
  if (claims & JKB_CLAIM_NEGATED)
    {
      cast_vote (&votes->statuses[JKB_STATUS_NONE], hit->span, weight);
      if (jkb_status_tells_outcome (doc, hit->span.begin))
        votes->settled = hit->span.begin;
    }
  else if (is_taken_home (hit))
    count_possible (doc, votes, hit->span, weight);
  else if (is_open_to_intruder (hit, votes->type))
    {
      if (is_with_person (doc, hit->span.begin))
        count_possible (doc, votes, hit->span, weight);
    }
  else if ((claims & JKB_CLAIM_POSSIBLE) && jkb_status_is_heading (doc, hit))
    return;
  else if (claims & JKB_CLAIM_POSSIBLE)
    count_possible (doc, votes, hit->span, weight);
  else if (jkb_status_is_inquired (doc, hit) || is_of_coins (doc, votes, hit->span.begin))
    return;
  else if (hit->term->value == JKB_EXPOSURE_TERM_LOST && !is_stolen_data (doc, hit, votes->type))
    cast_vote (&votes->lost, hit->span, weight);
  else
    cast_vote (&votes->statuses[JKB_STATUS_CONFIRMED], hit->span,
               jkb_doc_is_attribute (doc, hit->span) ? weight * ATTRIBUTE_SHARE : weight);
}

/* 画面を通して見られた可能性: what somebody may have looked at were the data, though they are not named again. */
static gboolean
is_view (const JkbTerm *term)
{
  static const char *const views[] = { "見られ", "閲覧され", "参照され", "のぞかれ", "覗かれ", "読まれ" };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_str_has_prefix (term->text, views[i]))
      return TRUE;
  return FALSE;
}

/* 氏名への影響はない, 台帳へのアクセスはなかった: no more than a denial. */
static gboolean
is_effect (const JkbTerm *term)
{
  static const char *const words[] = { "影響", "へのアクセス", "への不正", "への侵入", "被害は", NULL };
  const JkbText text = { term->text, strlen (term->text) };

  return jkb_text_holds_any (&text, 0, text.n_bytes, words);
}

/* 約3万7000件を複製していた */
static gboolean
is_counted (const JkbDoc *doc, gsize offset)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_UNIT, jkb_doc_clause_at (doc, offset), &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_UNIT_TERM_RECORDS || hits[i].term->value == JKB_UNIT_TERM_PEOPLE_DATA)
      return TRUE;
  return FALSE;
}

/* What got into the hands of others, if it was data of persons; so many records that somebody took out from
 * within are data of persons, too. */
static gboolean
counts_as_exposure (const JkbDoc *doc, const JkbHit *hit, guint claims, int type)
{
  if (is_effect (hit->term))
    return (claims & JKB_CLAIM_NEGATED) && is_of_data (doc, hit->span.begin);
  if (type == JKB_TYPE_INSIDER_MISUSE && claims == JKB_CLAIM_NONE && is_counted (doc, hit->span.begin))
    return TRUE;
  return (claims & JKB_CLAIM_NEGATED) || ((claims & JKB_CLAIM_POSSIBLE) && is_view (hit->term))
         || is_with_person (doc, hit->span.begin);
}

static void
count_hit (const JkbDoc *doc, const JkbHit *hit, Votes *votes)
{
  guint claims = jkb_doc_claims_of (doc, hit->span)
                 & ~(jkb_status_is_open_state (doc, hit, votes->type) ? (guint) JKB_CLAIM_POSSIBLE : 0u);
  JkbSectionRole role = jkb_doc_section_at (doc, hit->span.begin)->role;
  double weight = hit->term->weight * (role == JKB_SECTION_TITLE ? TITLE_SHARE : 1.0);

  if (!tells_of_event (doc, hit->span.begin) || jkb_status_is_contrasted (doc, hit) || jkb_status_is_asked (doc, hit->span.begin) || jkb_doc_is_of_another (doc, hit->span.begin)
      || (claims & JKB_CLAIMS_NO_EVENT & ~(guint) JKB_CLAIM_NEGATED) != 0)
    return;
  switch (hit->term->value)
    {
    case JKB_EXPOSURE_TERM_OUT:
    case JKB_EXPOSURE_TERM_READABLE:
    case JKB_EXPOSURE_TERM_LOST:
      count_exposure (doc, votes, hit, claims, weight);
      break;
    case JKB_EXPOSURE_TERM_HANDLED:
      if (counts_as_exposure (doc, hit, claims, votes->type))
        count_exposure (doc, votes, hit, claims, weight);
      break;
    case JKB_EXPOSURE_TERM_CONTENT:
      if (g_str_has_prefix (hit->term->text, "含") && (claims & JKB_CLAIM_POSSIBLE) && !(claims & JKB_CLAIM_NEGATED) && is_with_person (doc, hit->span.begin))
        cast_vote (&votes->content, hit->span, weight);
      break;
    case JKB_EXPOSURE_TERM_NONE:
      if (jkb_status_is_of_the_rest (doc, hit->span.begin))
        break;
      cast_vote (&votes->statuses[JKB_STATUS_NONE], hit->span, weight);
      cast_vote (&votes->no_data, hit->span, weight);
      break;
    default:
      break;
    }
}

/* A leak is denied in the sentence at @offset, or in the one before it. */
static gboolean
is_denied_before (const JkbDoc *doc, gsize offset)
{
  guint index = jkb_doc_sentence_at (doc, offset);
  guint first = index > 0 ? index - 1 : 0;
  JkbSpan before = { g_array_index (doc->sentences, JkbSentence, first).span.begin, offset };
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_EXPOSURE, before, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if ((hits[i].term->value == JKB_EXPOSURE_TERM_OUT || hits[i].term->value == JKB_EXPOSURE_TERM_HANDLED
         || hits[i].term->value == JKB_EXPOSURE_TERM_READABLE)
        && (jkb_doc_claims_of (doc, hits[i].span) & JKB_CLAIM_NEGATED))
      return TRUE;
  return FALSE;
}

/* 漏えいは確認されておりません。ただし可能性は否定できません: what cannot be ruled out is what was denied before,
 * in the same sentence or in the one before it. */
static void
count_doubts (const JkbDoc *doc, Votes *votes)
{
  static const char *const doubts[] = { "否定", "完全に否定", "完全には否定", "排除", "完全には排除", "言い切", "断定", "払拭", "までは払拭", "拭え", "捨てきれ",
                                         "打ち消", "ないとは", "ないと断", "ないとまでは", "絶対とは", "cannot ", "could not ", "can not ", "unable to " };
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_CLAIM, jkb_doc_whole (doc), &n_hits);

  for (guint i = 0; i < n_hits; i++)
    for (guint j = 0; j < G_N_ELEMENTS (doubts); j++)
      if (hits[i].term->value == JKB_CLAIM_TERM_POSSIBLE && g_str_has_prefix (hits[i].term->text, doubts[j])
          && is_denied_before (doc, hits[i].span.begin) && tells_of_event (doc, hits[i].span.begin))
        count_possible (doc, votes, hits[i].span, STATED_MIN);
}

static gboolean
is_loss (int type)
{
  return type == JKB_TYPE_LOST_MEDIA_DEVICE || type == JKB_TYPE_THEFT_PHYSICAL;
}

/* Said of the whole, not of some data beside those that were exposed. */
static gboolean
has_no_data (const Votes *votes)
{
  return votes->no_data.sum > 0.0 && !votes->has_person;
}

static int
decide (const Votes *votes, int type)
{
  const Vote *confirmed = &votes->statuses[JKB_STATUS_CONFIRMED];
  const Vote *possible = &votes->statuses[JKB_STATUS_POSSIBLE];
  const Vote *none = &votes->statuses[JKB_STATUS_NONE];

  if (has_no_data (votes) || (votes->denies_person && !votes->tells_person && !votes->has_person && !votes->is_possible))
    return JKB_STATUS_NONE;
  if (votes->settled > votes->last_possible && confirmed->best < STATED_MIN && !is_handed_out (type))
    return JKB_STATUS_NONE;
  if (is_handed_out (type) && confirmed->sum + possible->sum + none->sum == 0.0)
    return JKB_STATUS_CONFIRMED;
  if (is_handed_out (type) && confirmed->sum > 0.0)
    return JKB_STATUS_CONFIRMED;
  if (type == JKB_TYPE_INSIDER_MISUSE && votes->has_person && confirmed->sum + possible->sum + none->sum == 0.0)
    return JKB_STATUS_CONFIRMED;        /* who used them had them */
  if (type == JKB_TYPE_MISDELIVERY && !votes->is_possible)
    return JKB_STATUS_CONFIRMED;
  if (is_loss (type))
    return JKB_STATUS_POSSIBLE;
  if (confirmed->best >= STATED_MIN && confirmed->sum >= 0.5 * possible->sum)
    return JKB_STATUS_CONFIRMED;
  if (possible->sum > 0.0)
    return JKB_STATUS_POSSIBLE;
  if (confirmed->best >= IMPLIED_MIN)
    return JKB_STATUS_CONFIRMED;
  if (none->sum > 0.0)
    return JKB_STATUS_NONE;
  if (confirmed->sum < NAMED_MIN && votes->content.sum > 0.0)
    return JKB_STATUS_POSSIBLE;
  return confirmed->sum >= NAMED_MIN ? JKB_STATUS_CONFIRMED : JKB_STATUS_UNKNOWN;
}

/* An exposed item that tells who somebody is, of those that were read before. */
static gboolean
has_person_item (const JkbItem *item)
{
  for (guint i = 0; i < item->facts->len; i++)
    {
      const JkbFact *fact = g_ptr_array_index (item->facts, i);

      if (fact->field == JKB_FIELD_DATA_ITEMS
          && is_of_person (jkb_word_value (JKB_WORDS_DATA_ITEM, fact->value)))
        return TRUE;
    }
  return FALSE;
}

/* The votes that stand for @status; a loss stands for "possible" by itself. */
static const Vote *
find_evidence (const Votes *votes, int status, int type)
{
  if (status == JKB_STATUS_POSSIBLE && votes->statuses[status].n_places == 0 && is_loss (type))
    return &votes->lost;
  if (status == JKB_STATUS_POSSIBLE && votes->statuses[status].n_places == 0)
    return &votes->content;
  if (status == JKB_STATUS_CONFIRMED && votes->statuses[status].n_places == 0)
    return &votes->statuses[JKB_STATUS_POSSIBLE];
  return &votes->statuses[status];
}

/* The text states another status as well, of other data or at another time. */
static gboolean
is_disputed (const Votes *votes, int status)
{
  for (int i = JKB_STATUS_NONE; i < JKB_N_STATUSES; i++)
    if (i != status && votes->statuses[i].best >= STATED_MIN)
      return TRUE;
  return FALSE;
}

/* What follows from the cause alone has the words of the cause for its evidence. */
static void
add_by_type (JkbItem *item, int status)
{
  const JkbFact *type = jkb_item_find (item, JKB_FIELD_INCIDENT_TYPE);

  jkb_item_add (item, jkb_fact_new (JKB_FIELD_AFFECTED_STATUS,
                                    jkb_word_nick (JKB_WORDS_STATUS, status), type->span,
                                    "status-by-type", 0.65));
}

static gboolean
keeps_coins (const JkbDoc *doc)
{
  static const char *const coins[] = { "暗号資産", "仮想通貨", "ビットコイン", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };

  return jkb_text_holds_any (&text, 0, MIN (text.n_bytes, COINS_BYTES_MAX), coins);
}

void
jkb_read_status (const JkbDoc *doc, JkbItem *item)
{
  Votes votes = { 0 };
  int type = jkb_word_value (JKB_WORDS_TYPE, jkb_item_value (item, JKB_FIELD_INCIDENT_TYPE));
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_EXPOSURE, jkb_doc_whole (doc), &n_hits);
  const Vote *evidence;
  int status;

  votes.type = type;
  votes.is_coins = keeps_coins (doc);
  for (guint i = 0; i < n_hits; i++)
    count_hit (doc, &hits[i], &votes);
  count_doubts (doc, &votes);
  votes.has_person = has_person_item (item);
  status = decide (&votes, type);
  evidence = find_evidence (&votes, status, type);
  if (status == JKB_STATUS_UNKNOWN)
    return;
  if (evidence->n_places == 0)
    add_by_type (item, status);
  for (guint i = 0; i < evidence->n_places; i++)
    jkb_doc_add (doc, item, jkb_fact_new (JKB_FIELD_AFFECTED_STATUS,
                                          jkb_word_nick (JKB_WORDS_STATUS, status),
                                          evidence->places[i], "exposure-words",
                                          evidence->best >= STATED_MIN && !is_disputed (&votes, status) ? 0.85 : 0.6));
}
