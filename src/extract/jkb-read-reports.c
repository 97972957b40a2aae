/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A report is an authority with an act of reporting after it in its clause (個人情報保護委員会に報告), or in its
 * sentence when the act governs several authorities, or a word that only the police take (被害届). In
 * English the act comes first. What is planned or denied is no report.
 *
 * The date is the first of the `dates` facts between the authority and its act; else the one of the
 * sentence that has the role of this report; else the last one before the authority, with no more
 * than one comma between (1月9日、委員会に報告; not: 同日以降、場所の捜索、聞き取りを行い、警察にも届けた).
 */
#include "extract/jkb-read-reports.h"

#include "extract/jkb-level.h"
#include "extract/jkb-text-at.h"

#define N_SOON ((gsize) 60)             /* bytes before the authority that say when it will be told */
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

/* reported to the police, 報告先:警察署: an act that comes before the authority. */
static gboolean
comes_before (const JkbTerm *act)
{
  return g_ascii_isalpha (act->text[0]) || g_str_has_suffix (act->text, "先");
}

/* The act that follows @authority in @span, or, in English or in a label, comes before it. */
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
      if (comes_before (hits[i].term))
        before = &hits[i];
    }
  return before;
}

static gboolean
is_close_before (const Reading *reading, gsize begin, gsize end)
{
  const char *text = reading->doc->normal->text;
  guint n_commas = 0;

  for (gsize i = begin; i < end; i++)
    n_commas += text[i] == ',' || jkb_text_begins (text + i, "、");
  return n_commas <= 1;
}

static const JkbFact *
find_date (const Reading *reading, const JkbHit *authority, const JkbHit *act, JkbSpan sentence,
           JkbDateRole role)
{
  const JkbFact *before = NULL, *between = NULL, *by_role = NULL;

  for (guint i = find_first_date (reading->dates, sentence.begin); i < reading->dates->len; i++)
    {
      const DateAt *date = &g_array_index (reading->dates, DateAt, i);

      if (date->begin >= sentence.end)
        break;
      if (date->begin == authority->span.end + 1 && reading->doc->normal->text[authority->span.end] == '(')
        return date->fact;
      if (by_role == NULL && date->fact->role == (int) role)
        by_role = date->fact;
      if (date->begin >= authority->span.begin)
        between = between == NULL && act != NULL && date->begin < act->span.begin ? date->fact
                                                                                  : between;
      else if (is_close_before (reading, date->begin, authority->span.begin))
        before = date->fact;
    }
  return between != NULL ? between : by_role != NULL ? by_role : before;
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
                             jkb_level (act != NULL ? 0.9 : 0.8)));
}

/* 県警(2月1日), 届出:県警, 県、県警、消費者庁: @authority is the first of @line or behind its label, or one of a list. */
static gboolean
is_listed (const JkbDoc *doc, const JkbHit *authority, JkbSpan line)
{
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_REPORT, line, &n_hits);

  return (n_hits > 0 && hits[0].span.begin == line.begin && hits[0].term->value != JKB_REPORT_TERM_ACT)
         || jkb_text_take_before (&text, authority->span.begin, ":") > 0
         || jkb_text_take_before (&text, authority->span.begin, "、") > 0;
}

/* 【届け出】 / ・委員会(2月3日)、県警(2月1日): the heading of a list has the act for all of its lines. */
static const JkbHit *
find_act_of_heading (const JkbDoc *doc, const JkbHit *authority)
{
  const JkbLine *line = &g_array_index (doc->lines, JkbLine, jkb_doc_line_at (doc, authority->span.begin));
  JkbSpan heading = jkb_doc_section_at (doc, authority->span.begin)->heading;
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_REPORT, heading, &n_hits);

  if (!is_listed (doc, authority, line->text) || authority->span.begin < heading.end
      || jkb_doc_ends_sentence (doc, line->text))
    return NULL;
  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_REPORT_TERM_ACT)
      return &hits[i];
  return NULL;
}

/* 報告済みであり二次被害は確認されていない: what is done is done, whatever the rest of the clause denies. */
static gboolean
is_done (const JkbDoc *doc, const JkbHit *act)
{
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };

  return jkb_text_take (&text, act->span.end, "しているところ") > 0 || jkb_text_take (&text, act->span.end, "済") > 0
         || jkb_text_take_before (&text, act->span.end, "済") > 0 || jkb_text_take_before (&text, act->span.end, "済み") > 0;
}

/* 警察に相談し、委員会へは報告の準備を進めている: the end of what is said of @act, where the next authority is set
 * against it; 0 where none is. */
static gsize
find_contrast (const JkbDoc *doc, const JkbHit *act)
{
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  JkbSpan rest = jkb_doc_rest_of_clause (doc, act->span.end);
  JkbSpan clause = jkb_doc_clause_at (doc, act->span.begin);
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_REPORT, (JkbSpan){ rest.end, clause.end }, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value != JKB_REPORT_TERM_ACT
        && (jkb_text_take (&text, hits[i].span.end, "へは") > 0 || jkb_text_take (&text, hits[i].span.end, "には") > 0))
      return rest.end;
  return 0;
}

/* 再発防止に努めてまいります, 確報の準備を進めている: a plan that has its own object. */
static gboolean
is_plan_of_its_own (const JkbTerm *term)
{
  return jkb_text_begins (term->text, "て") || jkb_text_begins (term->text, "準備");
}

/* 警察に相談するとともに、再発防止に努めてまいります: the plan is what follows, the report is made. */
static gboolean
is_planned_behind (const JkbDoc *doc, const JkbHit *act)
{
  JkbSpan rest = jkb_doc_rest_of_clause (doc, act->span.end);
  JkbSpan clause = jkb_doc_clause_at (doc, act->span.begin);
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_CLAIM, (JkbSpan){ act->span.end, clause.end }, &n_hits);
  gboolean is_behind = FALSE;

  for (guint i = 0; i < n_hits; i++)
    {
      if (hits[i].term->value != JKB_CLAIM_TERM_PLANNED)
        continue;
      if (hits[i].span.begin < rest.end || !is_plan_of_its_own (hits[i].term))
        return FALSE;
      is_behind = TRUE;
    }
  return is_behind;
}

/* 拾得した方が警察に届け出た, 通行人が拾得物として警察署に届け: who found it went there. */
static gboolean
is_by_finder (const JkbDoc *doc, const JkbHit *authority)
{
  static const char *const finders[] = { "拾得した方が", "拾得者が", "拾った方が", "拾った人が", "拾われた方が", "発見した方が", "発見者が", "見つけた方が",
                                         "通行人が", "通りかかった方が", "通りがかりの方が", "近隣の方が", "近所の方が", "近隣住民が", "住民の方が",
                                         "市民の方が", "第三者が", "拾得物として", "落とし物として", "落し物として", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };

  return jkb_text_holds_any (&text, jkb_doc_clause_at (doc, authority->span.begin).begin, authority->span.begin, finders);
}

/* 駅で紛失の届けを出す, 鉄道会社に遺失届を: a loss is told to whoever keeps what is found, too. */
static gboolean
is_lodged_elsewhere (const JkbDoc *doc, const JkbHit *lodged)
{
  static const char *const keepers[] = { "駅で", "駅に", "駅へ", "鉄道会社に", "鉄道会社へ", "バス会社に", "バス会社へ", "タクシー会社に", "タクシー会社へ",
                                         "航空会社に", "空港に", "郵便局に", "店舗に", "施設に", "運行会社に", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };

  return lodged->term->value == JKB_REPORT_TERM_LODGED
         && jkb_text_take_any_before (&text, lodged->span.begin, keepers) > 0;
}

/* 警察本部の職員が誤って, 県警察は厳粛に受け止め: the police are who writes or whose matter it is. */
static gboolean
is_police_itself (const JkbDoc *doc, const JkbHit *authority)
{
  static const char *const behind[] = { "本部の職員", "本部職員", "本部は", "本部が", "本部において", "本部では", "職員", "官が", "官の", "が保有", "が受理", "が保管", "が管理", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };

  const JkbSection *section = jkb_doc_section_at (doc, authority->span.begin);

  if (authority->term->value == JKB_REPORT_TERM_PPC)
    return FALSE;
  return jkb_text_take_any (&text, authority->span.end, behind) > 0
         || (section->role == JKB_SECTION_TITLE && authority->span.end < section->heading.end
             && text.bytes[authority->span.end] == ' ');               /* 霞県警察 個人情報の… */
}

/* 当面の対応 / ・警察に相談する。; 近く県警に被害届を出す。: what a list of what comes next, or a sentence that begins so, tells in
 * the present is not done yet. */
static gboolean
is_to_come (const JkbDoc *doc, const JkbHit *act, gsize authority)
{
  static const char *const nexts[] = { "当面", "今後", NULL };
  static const char *const soon[] = { "近く", "今後", "近日", "週内にも", "早急に", NULL };
  static const char *const ends[] = { "する。", "する\n", "する予定", "す。", "す\n", "る。", "る\n", "を出す。", "を提出する。", "も提出する。", NULL };
  JkbSpan sentence = g_array_index (doc->sentences, JkbSentence, jkb_doc_sentence_at (doc, authority)).span;
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  JkbSpan heading = jkb_doc_section_at (doc, act->span.begin)->heading;

  if (jkb_text_take_any (&text, act->span.end + jkb_text_take (&text, act->span.end, "出"), ends) == 0)
    return FALSE;                       /* 署に届け|出る */
  return jkb_text_holds_any (&text, heading.begin, heading.end, nexts)
         || jkb_text_holds_any (&text, authority - MIN (authority - sentence.begin, N_SOON), authority, soon);
}

/* What is claimed of @act: not by what is set against it. */
static guint
read_claims (const JkbDoc *doc, const JkbHit *act)
{
  gsize end = find_contrast (doc, act);
  guint n_hits;
  const JkbHit *hits;
  guint claims = JKB_CLAIM_NONE;

  if (end == 0)
    return jkb_doc_claims_of (doc, act->span) & ~(guint) (is_planned_behind (doc, act) ? JKB_CLAIM_PLANNED : 0);
  hits = jkb_doc_hits (doc, JKB_TERM_CLAIM, (JkbSpan){ act->span.end, end }, &n_hits);
  for (guint i = 0; i < n_hits; i++)
    claims |= 1u << hits[i].term->value;        /* JkbClaimTerm is in the order of JkbClaims */
  return claims;
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
  if (act == NULL && find_act_of_heading (doc, hit) != NULL)
    {
      add_report (reading, hit, NULL, sentence);
      return;
    }
  if ((act == NULL && hit->term->value != JKB_REPORT_TERM_LODGED) || is_by_finder (doc, hit) || is_lodged_elsewhere (doc, hit)
      || is_police_itself (doc, hit) || is_to_come (doc, act != NULL ? act : hit, hit->span.begin))
    return;
  if (!is_done (doc, act != NULL ? act : hit) && (read_claims (doc, act != NULL ? act : hit) & NOT_MADE))
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
