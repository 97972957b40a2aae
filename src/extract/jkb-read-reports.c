/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A report is an authority with an act of reporting after it in its clause (個人情報保護委員会に報告), or in its
 * sentence when the act governs several authorities, or a word that only the police take (被害届). In
 * English the act comes first. What is planned or denied is no report.
 *
 * The date is that of the `dates` facts which has the role of this report; else the first one between
 * the authority and its act; else the last one before the authority in its sentence, not behind
 * another act (12月22日に委員会へ速報し、警察にも25日に).
 */
#include "extract/jkb-read-reports.h"

#define NOT_MADE (JKB_CLAIM_NEGATED | JKB_CLAIM_PLANNED | JKB_CLAIM_REQUEST | JKB_CLAIM_GENERAL)

/* Dates and acts, by place in the normalised text. */
typedef struct
{
  const JkbDoc *doc;
  JkbItem *item;
  GArray *dates;                /* DateAt */
} Reading;

typedef struct
{
  gsize begin;
  const JkbFact *fact;
} DateAt;

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  const DateAt *x = a, *y = b;

  return x->begin < y->begin ? -1 : x->begin > y->begin;
}

static GArray *
list_dates (const JkbDoc *doc, const JkbItem *item)
{
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (DateAt));

  for (guint i = 0; i < item->facts->len; i++)
    {
      const JkbFact *fact = g_ptr_array_index (item->facts, i);
      DateAt date = { 0, fact };

      if (fact->field != JKB_FIELD_DATES)
        continue;
      date.begin = jkb_normal_from_source (doc->normal, fact->span.begin);
      g_array_append_val (dates, date);
    }
  g_array_sort (dates, compare_dates);
  return dates;
}

static guint
find_first_date (const GArray *dates, gsize offset)
{
  guint low = 0, high = dates->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (dates, DateAt, middle).begin < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The act that follows @authority in @span, or, in English, comes before it. */
static const JkbHit *
find_act (const JkbDoc *doc, const JkbHit *authority, JkbSpan span)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_REPORT, span, &n_hits);
  const JkbHit *before = NULL;

  for (guint i = 0; i < n_hits; i++)
    {
      if (hits[i].term->value != JKB_REPORT_TERM_ACT)
        continue;
      if (hits[i].span.begin >= authority->span.end)
        return &hits[i];
      if (g_ascii_isalpha (hits[i].term->text[0]))
        before = &hits[i];
    }
  return before;
}

/* The date of the report: between the authority and its act, else before the authority. */
static const JkbFact *
find_date (const Reading *reading, const JkbHit *authority, const JkbHit *act, JkbSpan sentence,
           JkbDateRole role)
{
  const JkbFact *before = NULL, *between = NULL;

  for (guint i = find_first_date (reading->dates, sentence.begin); i < reading->dates->len; i++)
    {
      const DateAt *date = &g_array_index (reading->dates, DateAt, i);

      if (date->begin >= sentence.end)
        break;
      if (date->fact->role == (int) role)
        return date->fact;
      if (date->begin < authority->span.begin)
        before = date->fact;
      else if (between == NULL && act != NULL && date->begin < act->span.begin)
        between = date->fact;
    }
  return between != NULL ? between : before;
}

static void
add_report (const Reading *reading, const JkbHit *authority, const JkbHit *act, JkbSpan sentence)
{
  gboolean is_ppc = authority->term->value == JKB_REPORT_TERM_PPC;
  JkbSpan span = authority->span;
  const JkbFact *date = find_date (reading, authority, act, sentence,
                                   is_ppc ? JKB_DATE_REPORTED_PPC : JKB_DATE_REPORTED_POLICE);

  if (act != NULL)
    span = (JkbSpan){ MIN (span.begin, act->span.begin), MAX (span.end, act->span.end) };
  jkb_doc_add (reading->doc, reading->item,
               jkb_fact_new (is_ppc ? JKB_FIELD_REPORTED_PPC : JKB_FIELD_REPORTED_POLICE,
                             date != NULL ? date->value : "yes", span, "report-words",
                             act != NULL ? 0.9 : 0.8));
}

static void
read_authority (const Reading *reading, const JkbHit *hit)
{
  const JkbDoc *doc = reading->doc;
  JkbSpan sentence
      = g_array_index (doc->sentences, JkbSentence, jkb_doc_sentence_at (doc, hit->span.begin)).span;
  const JkbHit *act = find_act (doc, hit, jkb_doc_clause_at (doc, hit->span.begin));

  if (act == NULL)
    act = find_act (doc, hit, sentence);
  if (act == NULL && hit->term->value != JKB_REPORT_TERM_LODGED)
    return;
  if (jkb_doc_clause_claims_at (doc, act != NULL ? act->span.begin : hit->span.begin) & NOT_MADE)
    return;
  add_report (reading, hit, act, sentence);
}

/* Facts with a date first: the first fact of a field is its value. */
static void
read_field (const Reading *reading, gboolean is_ppc)
{
  guint n_hits;
  const JkbHit *hits
      = jkb_doc_hits (reading->doc, JKB_TERM_REPORT, jkb_doc_whole (reading->doc), &n_hits);

  for (guint i = 0; i < n_hits; i++)
    {
      int value = hits[i].term->value;

      if (value != JKB_REPORT_TERM_ACT && (value == JKB_REPORT_TERM_PPC) == is_ppc)
        read_authority (reading, &hits[i]);
    }
}

void
jkb_read_reports (const JkbDoc *doc, JkbItem *item)
{
  g_autoptr(GArray) dates = list_dates (doc, item);
  Reading reading = { doc, item, dates };

  read_field (&reading, TRUE);
  read_field (&reading, FALSE);
}
