/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Points for and against, added up. Words count with a ceiling, so that a long text does not win by
 * its length; words of other kinds of text count double in the title, where such a text says what it
 * is; セミナーの申込者が… is about its head, not about the seminar. The weights are in data/extract/notice.tsv.
 */
#include "extract/jkb-notice-check.h"

#include "extract/jkb-notice-event.h"
#include "extract/jkb-text-at.h"

#include <string.h>

#define NOTICE_POINTS_MIN 3.0

/* The most that words of one kind may bring. */
#define WORDS_POINTS_MAX 3.0

/* Where somebody suffered something on some day or to some persons, other words weigh no more. */
#define AGAINST_AN_EVENT_MAX 2.6

/* From so many points on a title says plainly that the text is of another kind. */
#define TITLE_POINTS_MIN 1.5

/* Who tells what happened to himself and is sorry goes on with advice on it: that weighs still less. */
#define AGAINST_AN_ACCOUNT_MAX 1.0

/* A text that lists so many kinds of data that got out tells of an event. */
#define DATA_ITEMS_MIN 3

/* From so many points on a text is a survey, whoever made it and when. */
#define SURVEY_POINTS_MIN 4.0

/* From so many points on a text without an apology is of another kind, whatever it tells beside: a warning of what others
 * do, a policy, a product. */
#define ADVISORY_POINTS_MIN 7.0
#define KIND_POINTS_MIN 5.0

/* A text without a cause that denies a leak must claim so much that something else went wrong with data. */
#define CLAIMED_POINTS_MIN 1.2
#define CLAIMED_WITH_TYPE 0.75           /* a system that failed (不具合, 停止) may look like such a cause */

/* From so many points on a text is a blank to be filled in, whatever it tells. */
#define TEMPLATE_POINTS_MIN 2.0

/* A text that is sorry, in so many words. */
#define APOLOGY_POINTS_MIN 1.0

/* What the words of an event may still come to then. */
#define FORGIVEN_EVENT_MAX 1.5

/* A survey tells of shares; so many count, and so much each. */
#define SHARES_MAX 4
#define SHARE_POINTS 0.5

/* A name in quotes is no longer than that on either side of a word in it. */
#define QUOTED_BYTES_MAX ((gsize) 45)

/* A word that names a cause. */
#define OCCASION_TYPE_MIN 3.5

/* In a text of more characters, words of other kinds must be dense to count in full. */
#define LONG_TEXT_CHARS 1200.0

typedef struct
{
  double points[JKB_NOTICE_TERM_TEMPLATE + 1];
  double in_title[JKB_NOTICE_TERM_TEMPLATE + 1];
  double claimed;                       /* of words for what went wrong, those that are not denied */
} Words;

/* ひなたソリューションズ: words of other kinds within the organisation's name say nothing; a name that is such a word does. */
static gboolean
is_in_name (const JkbDoc *doc, const char *name, JkbSpan span)
{
  gsize n = name != NULL && strlen (name) > span.end - span.begin ? strlen (name) : 0;
  gsize from = span.end > n ? span.end - n : 0;

  for (gsize at = from; n > 0 && at <= span.begin && at + n <= doc->normal->n_bytes; at++)
    if (memcmp (doc->normal->text + at, name, n) == 0)
      return TRUE;
  return FALSE;
}

/* セミナーの案内を送る際、アドレスを誤って…: what the mail or the list was for, in a sentence that tells what went wrong. */
static gboolean
is_occasion (const JkbDoc *doc, const JkbText *text, JkbSpan span)
{
  static const char *const joints[] = { "への", "のご", "の", "に", "へ", "ご", "に関する", "について", NULL };
  static const char *const things[] = { "案内", "参加", "申込", "申し込", "お申し込", "応募", "受講", "出席", "名簿", "周知", "登録者", "予定者", "開始", "開催案内",
                                        "お知らせを", "お知らせする", "情報を", "資料を", "アンケート", "受付", "運営", NULL };
  gsize at = span.end + jkb_text_take_any (text, span.end, joints);
  JkbSpan sentence = g_array_index (doc->sentences, JkbSentence, jkb_doc_sentence_at (doc, span.begin)).span;
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_TYPE, (JkbSpan){ span.end, MAX (span.end, sentence.end) }, &n_hits);

  if (jkb_text_take_any (text, at, things) == 0)
    return FALSE;
  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->weight >= OCCASION_TYPE_MIN && !(jkb_doc_claims_of (doc, hits[i].span) & JKB_CLAIMS_NO_EVENT))
      return TRUE;
  return FALSE;
}

/* 「みどり発売中」というサイト: in quotes within a sentence it is a name. */
static gboolean
is_quoted_name (const JkbText *text, JkbSpan span)
{
  gsize begin = span.begin > QUOTED_BYTES_MAX ? span.begin - QUOTED_BYTES_MAX : 0;
  const char *open = NULL, *p;

  for (p = text->bytes + begin; (p = jkb_text_find (p, (gssize) (text->bytes + span.begin - p), "「")) != NULL; p++)
    open = p;
  if (open == NULL || jkb_text_find (open, (gssize) (text->bytes + span.begin - open), "」") != NULL
      || memchr (open, '\n', (gsize) (text->bytes + span.begin - open)) != NULL)
    return FALSE;
  return jkb_text_find (text->bytes + span.end, (gssize) MIN (text->n_bytes - span.end, QUOTED_BYTES_MAX), "」") != NULL;
}

/* セミナーの申込者が…, 学校だより誤掲載: the title is about what follows. */
static gboolean
is_head (const JkbText *text, const JkbHit *hits, guint n_hits, guint index)
{
  gsize end = hits[index].span.end;

  return jkb_text_take (text, end, "の") == 0
         && !(index + 1 < n_hits && hits[index + 1].span.begin == end && hits[index + 1].term->value == JKB_NOTICE_TERM_INCIDENT);
}

/* 39.6%, 約4割: shares of many, one after the other. */
static double
points_of_shares (const JkbDoc *doc)
{
  const char *text = doc->normal->text, *p;
  guint n_shares = 0;

  for (p = text; n_shares < SHARES_MAX && (p = strchr (p, '%')) != NULL; p++)
    n_shares += p > text && g_ascii_isdigit (p[-1]);
  for (p = text; n_shares < SHARES_MAX && (p = jkb_text_find (p, -1, "割")) != NULL; p += strlen ("割"))
    n_shares += p > text && g_ascii_isdigit (p[-1]) && !jkb_text_begins (p, "割引");
  return n_shares > 1 ? n_shares * SHARE_POINTS : 0.0;
}

static void
count_words (const JkbDoc *doc, const char *name, Words *words)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_NOTICE, jkb_doc_whole (doc), &n_hits);
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };

  memset (words, 0, sizeof *words);
  words->points[JKB_NOTICE_TERM_SURVEY] = points_of_shares (doc);
  for (guint i = 0; i < n_hits; i++)
    {
      int value = hits[i].term->value;
      gboolean in_title;

      if (value >= JKB_NOTICE_TERM_ADVISORY && is_in_name (doc, name, hits[i].span))
        continue;
      in_title = jkb_doc_section_at (doc, hits[i].span.begin)->role == JKB_SECTION_TITLE;
      if (value == JKB_NOTICE_TERM_EVENT && is_occasion (doc, &text, hits[i].span))
        continue;
      if (value == JKB_NOTICE_TERM_ADVISORY && jkb_notice_is_lure (doc, &hits[i]))
        continue;
      if (value == JKB_NOTICE_TERM_PRODUCT && is_quoted_name (&text, hits[i].span))
        continue;
      if (in_title && value > JKB_NOTICE_TERM_ADVISORY && !is_head (&text, hits, n_hits, i))
        continue;
      words->points[value] += hits[i].term->weight;
      if (value == JKB_NOTICE_TERM_CLOSING && jkb_text_begins (hits[i].term->text, "お詫び"))
        words->points[JKB_NOTICE_TERM_APOLOGY] += hits[i].term->weight;     /* where a notice ends with it, it is one too */
      words->in_title[value] += in_title ? hits[i].term->weight : 0.0;
      if (value == JKB_NOTICE_TERM_INCIDENT && !(jkb_doc_claims_of (doc, hits[i].span) & JKB_CLAIMS_NO_EVENT))
        words->claimed += hits[i].term->weight;
    }
}

/* 学術大会の回答フォームで起きた問題について: who is sorry for what went wrong at an event does not invite to it. */
static void
forgive_event (Words *words, gboolean went_wrong)
{
  if (!went_wrong || words->points[JKB_NOTICE_TERM_APOLOGY] < APOLOGY_POINTS_MIN)
    return;
  words->points[JKB_NOTICE_TERM_EVENT] = MIN (words->points[JKB_NOTICE_TERM_EVENT], FORGIVEN_EVENT_MAX);
  words->in_title[JKB_NOTICE_TERM_EVENT] = 0.0;
}

/* アンケートの回答が他の回答者から閲覧できた、お詫びする: who is sorry for what went wrong with a survey publishes none. */
static void
forgive_survey (Words *words, gboolean went_wrong)
{
  if (!went_wrong || words->points[JKB_NOTICE_TERM_APOLOGY] < APOLOGY_POINTS_MIN)
    return;
  words->points[JKB_NOTICE_TERM_SURVEY] = words->in_title[JKB_NOTICE_TERM_SURVEY] = 0.0;
}

static gboolean
has_type (const JkbItem *item)
{
  const char *type = jkb_item_value (item, JKB_FIELD_INCIDENT_TYPE);

  return type != NULL && strcmp (type, "unknown") != 0;
}

static gboolean
has_people (const JkbItem *item)
{
  return jkb_item_find (item, JKB_FIELD_AFFECTED_PEOPLE) != NULL
         || jkb_item_find (item, JKB_FIELD_AFFECTED_RECORDS) != NULL;
}

/* Kinds of data that got out. */
static guint
count_data_items (const JkbItem *item)
{
  guint n_items = 0;
  const char *last = NULL;

  for (guint i = 0; i < item->facts->len; i++)
    {
      const JkbFact *fact = g_ptr_array_index (item->facts, i);

      if (fact->field != JKB_FIELD_DATA_ITEMS)
        continue;
      n_items += last == NULL || strcmp (last, fact->value) != 0;
      last = fact->value;
    }
  return n_items;
}

static gboolean
has_day (const JkbItem *item)
{
  for (guint i = 0; i < item->facts->len; i++)
    {
      const JkbFact *fact = g_ptr_array_index (item->facts, i);

      if (fact->field == JKB_FIELD_DATES
          && (fact->role == JKB_DATE_BEGAN || fact->role == JKB_DATE_DISCOVERED || fact->role == JKB_DATE_ANNOUNCED))
        return TRUE;                    /* also one without a year */
    }
  return jkb_item_find (item, JKB_FIELD_DISCOVERED) != NULL
         || jkb_item_find (item, JKB_FIELD_OCCURRED_FROM) != NULL
         || jkb_item_find (item, JKB_FIELD_ANNOUNCED) != NULL;
}

static gboolean
tells_an_event (const JkbDoc *doc, const JkbItem *item, const Words *words, const JkbNoticeEvent *event)
{
  if (!has_type (item)
      || (jkb_item_find (item, JKB_FIELD_ORGANISATION) == NULL && !event->is_own && !event->goes_on))
    return FALSE;
  return has_people (item) || has_day (item) || event->leads || (event->is_own && words->points[JKB_NOTICE_TERM_APOLOGY] > 0.0);
}

static double
for_a_notice (const JkbDoc *doc, const JkbItem *item, const Words *words, const JkbNoticeEvent *event, double against)
{
  double points = 0.0;

  if (event->announces || event->is_own || event->leads || (event->is_mishap && (!has_type (item) || against == 0.0)))
    points += 1.0;
  if (item->lang != NULL && strcmp (item->lang, "ja") == 0 && !event->is_past)
    points -= 2.0;
  if (has_type (item))
    points += 1.5;
  else if (event->is_mishap)
    points += 0.5;
  else if (words->points[JKB_NOTICE_TERM_APOLOGY] == 0.0 && !event->announces
           && !(has_day (item) && event->is_past))
    points -= 1.5;
  if (jkb_item_find (item, JKB_FIELD_ORGANISATION) != NULL)
    points += 1.5;
  else if (has_type (item) && words->points[JKB_NOTICE_TERM_OWN] >= 1.0 && words->points[JKB_NOTICE_TERM_APOLOGY] >= 1.0)
    points += MAX (event->unnamed, 1.0);                        /* 弊社: the writer, who need not give his name */
  else
    points += event->unnamed;
  if (!event->is_mishap && !event->announces && !has_people (item) && !has_day (item)
      && words->points[JKB_NOTICE_TERM_APOLOGY] == 0.0)
    points -= 0.5;                      /* a cause and a name: that may be anything */
  if (has_people (item))
    points += 1.0;
  if (has_type (item) && count_data_items (item) >= DATA_ITEMS_MIN)
    points += 1.0;
  if (has_day (item))
    points += 1.0;
  if (jkb_item_find (item, JKB_FIELD_REPORTED_PPC) != NULL
      || jkb_item_find (item, JKB_FIELD_REPORTED_POLICE) != NULL)
    points += 1.0;
  points += MIN (words->points[JKB_NOTICE_TERM_APOLOGY], 2.0);
  points += MIN (words->points[JKB_NOTICE_TERM_OWN] * 0.5, 1.0);
  points += MIN (words->points[JKB_NOTICE_TERM_TELLS] * 0.5, 1.5);
  points += MIN (words->in_title[JKB_NOTICE_TERM_INCIDENT], 1.0);
  return points;
}

static double
for_another_kind (const Words *words, int kind, double length)
{
  double density = length > LONG_TEXT_CHARS ? LONG_TEXT_CHARS / length : 1.0;

  return MIN (words->points[kind] * density + 2.0 * words->in_title[kind], WORDS_POINTS_MAX * 2.0);
}

/* …対応セミナー, …説明会: the head of a title that is an event. */
static gboolean
ends_title_as_event (const JkbDoc *doc)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_NOTICE, jkb_doc_whole (doc), &n_hits);

  for (guint i = 0; i < n_hits; i++)
    {
      const JkbLine *line;

      if (hits[i].term->value != JKB_NOTICE_TERM_EVENT)
        continue;
      line = &g_array_index (doc->lines, JkbLine, jkb_doc_line_at (doc, hits[i].span.begin));
      if (hits[i].span.end == line->text.end
          && jkb_doc_section_at (doc, hits[i].span.begin)->role == JKB_SECTION_TITLE)
        return TRUE;
    }
  return FALSE;
}

/* 過去最多の213件 …調べ: a title that says twice that it is a survey. */
static gboolean
has_title_of_another_kind (const JkbDoc *doc, const Words *words)
{
  if (ends_title_as_event (doc))
    return TRUE;
  for (int kind = JKB_NOTICE_TERM_ADVISORY; kind <= JKB_NOTICE_TERM_ARTICLE; kind++)
    if (words->in_title[kind] >= TITLE_POINTS_MIN)
      return TRUE;
  return FALSE;
}

/* 弊社名をかたる不審なメールにご用心ください; 方針を定めます; 販売を開始 */
static gboolean
is_plainly_another_kind (const Words *words)
{
  gboolean is_other = words->points[JKB_NOTICE_TERM_ADVISORY] >= ADVISORY_POINTS_MIN;

  for (int kind = JKB_NOTICE_TERM_EVENT; kind <= JKB_NOTICE_TERM_ARTICLE; kind++)
    is_other |= words->points[kind] >= KIND_POINTS_MIN;
  return is_other && words->points[JKB_NOTICE_TERM_APOLOGY] < 1.0;
}

static gboolean
is_menu (const JkbDoc *doc)
{
  for (guint i = 0; i < doc->sentences->len; i++)
    {
      JkbSpan span = g_array_index (doc->sentences, JkbSentence, i).span;

      if (jkb_text_find (doc->normal->text + span.begin, (gssize) (span.end - span.begin), "。") != NULL
          || span.end - span.begin > 120)
        return FALSE;
    }
  return TRUE;
}

/* 請求書の発送が遅れたお詫び。なお、個人情報の流出は確認されておりません: whatever went wrong, it was not that. */
static gboolean
denies_all (const JkbItem *item, const Words *words)
{
  const char *status = jkb_item_value (item, JKB_FIELD_AFFECTED_STATUS);
  const char *type = jkb_item_value (item, JKB_FIELD_INCIDENT_TYPE);
  gboolean is_failure = type != NULL && (strcmp (type, "misconfiguration_exposure") == 0 || strcmp (type, "unauthorized_access") == 0);

  return status != NULL && strcmp (status, "none") == 0
         && words->claimed < (!has_type (item) ? CLAIMED_POINTS_MIN : is_failure ? CLAIMED_WITH_TYPE : 0.0);
}

/* The organisation's name as the normalised text has it, or NULL. */
static char *
dup_name (const JkbDoc *doc, const JkbItem *item)
{
  const char *value = jkb_item_value (item, JKB_FIELD_ORGANISATION);
  g_autoptr(JkbNormal) normal = value != NULL ? jkb_normal_new (value, strlen (value), JKB_NORMAL_READING | JKB_NORMAL_LOWER) : NULL;

  return normal != NULL ? g_strdup (normal->text) : NULL;
}

static void
set_aside (JkbItem *item, const char *reason)
{
  item->is_notice = FALSE;
  g_free (item->set_aside_reason);
  item->set_aside_reason = g_strdup (reason);
  g_ptr_array_set_size (item->facts, 0);
}

void
jkb_notice_check (const JkbDoc *doc, JkbItem *item)
{
  static const struct
  {
    JkbNoticeTerm kind;
    const char *reason;
  } kinds[] = {
    { JKB_NOTICE_TERM_ADVISORY, "advisory" }, { JKB_NOTICE_TERM_SURVEY, "survey" },
    { JKB_NOTICE_TERM_EVENT, "event" },       { JKB_NOTICE_TERM_PRODUCT, "product" },
    { JKB_NOTICE_TERM_ARTICLE, "article" },
  };
  double length = (double) jkb_text_count_chars (doc->normal->text, doc->normal->n_bytes);
  double against = 0.0, most = 0.0, points;
  const char *reason = "article";
  g_autofree char *name = NULL;
  JkbNoticeEvent event;
  Words words;

  if (doc->normal->text[strspn (doc->normal->text, " \n")] == '\0')
    {
      set_aside (item, "empty");
      return;
    }
  name = dup_name (doc, item);
  count_words (doc, name, &words);
  jkb_notice_event_read (doc, &event);
  forgive_event (&words, has_type (item) && event.is_mishap && (has_people (item) || has_day (item) || count_data_items (item) > 0));
  forgive_survey (&words, has_type (item) || event.is_mishap);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      double found = for_another_kind (&words, (int) kinds[i].kind, length);

      against += found;
      if (found > most)
        {
          most = found;
          reason = kinds[i].reason;
        }
    }
  if (tells_an_event (doc, item, &words, &event) && !has_title_of_another_kind (doc, &words) && words.points[JKB_NOTICE_TERM_SURVEY] < SURVEY_POINTS_MIN
      && !is_plainly_another_kind (&words))
    against = MIN (against, AGAINST_AN_EVENT_MAX);
  if (words.points[JKB_NOTICE_TERM_APOLOGY] > 0.0 && has_type (item) && event.is_own
      && !has_title_of_another_kind (doc, &words))
    against = MIN (against, AGAINST_AN_ACCOUNT_MAX);
  points = for_a_notice (doc, item, &words, &event, against) - against;
  if (points < NOTICE_POINTS_MIN || denies_all (item, &words) || event.is_of_a_stranger
      || words.points[JKB_NOTICE_TERM_TEMPLATE] >= TEMPLATE_POINTS_MIN
      || (words.points[JKB_NOTICE_TERM_INCIDENT] < 1.0 && !event.is_mishap
          && jkb_item_find (item, JKB_FIELD_INCIDENT_TYPE) == NULL))
    set_aside (item, most == 0.0 && is_menu (doc) ? "menu" : reason);
  else
    item->is_notice = TRUE;
}
