/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One place where a name stands, and how much speaks for it: the words before and behind it, the
 * section, the sentence. And what never is the organisation that is looked for.
 */
#include "extract/jkb-org-official.h"

#include <string.h>

#include "extract/jkb-text-at.h"

/* How far behind a name the words that tell its part are sought, in bytes. */
#define CUE_BYTES_MAX 90

/* ---------------------------------------------------------------- words around a name */

static const JkbHit *
find_cue (const JkbDoc *doc, int value, gsize begin, gsize end)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, (JkbSpan){ begin, end }, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == value && hits[i].span.end <= end
        && (value != JKB_ORG_CUE_TERM_SELF || jkb_org_is_self (doc, &hits[i])))
      return &hits[i];
  return NULL;
}

JkbSpan
jkb_org_sentence_of (const JkbDoc *doc, gsize offset)
{
  return g_array_index (doc->sentences, JkbSentence, jkb_doc_sentence_at (doc, offset)).span;
}

gsize
jkb_org_skip_quote (const char *text, gsize offset)
{
  static const char *const signs[] = { "」", "』", "\"", " ", ")" };

  for (guint i = 0; i < G_N_ELEMENTS (signs);)
    if (jkb_text_begins (text + offset, signs[i]))
      offset += strlen (signs[i]), i = 0;
    else
      i++;
  return offset;
}

gsize
jkb_org_skip_bracket (const char *text, gsize at)
{
  const char *close = text[at] == '(' ? jkb_text_find (text + at, 150, ")") : NULL;

  return close != NULL ? (gsize) (close - text) + 1 : at;
}

/* A cue that begins right behind the name (and its closing quote, and what stands in brackets). */
gboolean
jkb_org_has_cue_behind (const JkbDoc *doc, const JkbOrgMention *mention, int value)
{
  gsize begin = jkb_org_skip_bracket (doc->normal->text,
                              jkb_org_skip_quote (doc->normal->text, mention->span.end));
  const JkbHit *hit = find_cue (doc, value, begin, MIN (begin + CUE_BYTES_MAX, doc->normal->n_bytes));

  return hit != NULL && hit->span.begin == begin;
}

gboolean
jkb_org_has_cue_before (const JkbDoc *doc, const JkbOrgMention *mention, int value)
{
  gsize end = mention->span.begin;
  const char *text = doc->normal->text;
  gsize begin = end > CUE_BYTES_MAX ? end - CUE_BYTES_MAX : 0;
  guint n_hits;
  const JkbHit *hits;

  if (end >= strlen ("「") && memcmp (text + end - strlen ("「"), "「", strlen ("「")) == 0)
    end -= strlen ("「");
  hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, (JkbSpan){ begin, end }, &n_hits);
  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == value && hits[i].span.end == end
        && (value != JKB_ORG_CUE_TERM_SELF || jkb_org_is_self (doc, &hits[i])))
      return TRUE;
  return FALSE;
}

gboolean
jkb_org_cue_is_contractor (const JkbDoc *doc, const JkbHit *hit)
{
  static const char *const ends[] = { "委託先", "委託業者", NULL };

  if (hit->term->value == JKB_ORG_CUE_TERM_CONTRACTOR_BEFORE)
    return TRUE;
  if (hit->term->value == JKB_ORG_CUE_TERM_OWNS && jkb_org_ends_with_any (doc->normal->text, hit->span, ends))
    return TRUE;
  return FALSE;
}

/* 甲乙の業務委託先である…, 甲乙の委託先、… */
static gboolean
links_to_name (const JkbDoc *doc, gsize begin, gsize end)
{
  static const char *const links[] = { "である", "の", "、", "(" };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    if (end - begin == strlen (links[i])
        && memcmp (doc->normal->text + begin, links[i], end - begin) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_behind_contractor_cue (const JkbDoc *doc, const JkbOrgMention *mention)
{
  gsize end = mention->span.begin;
  gsize begin = end > CUE_BYTES_MAX ? end - CUE_BYTES_MAX : 0;
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, (JkbSpan){ begin, end }, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (jkb_org_cue_is_contractor (doc, &hits[i])
        && (hits[i].span.end == end || links_to_name (doc, hits[i].span.end, end)))
      return TRUE;
  return FALSE;
}

/* (以下「当社」という。) behind the name: the bracket, and whether what is in it means the one who speaks. */
static gboolean
is_defined_as (const JkbDoc *doc, const JkbOrgMention *mention, int value)
{
  const char *text = doc->normal->text;
  gsize begin = jkb_org_skip_quote (text, mention->span.end);
  const char *close;

  if (text[begin] != '(')
    return FALSE;
  close = jkb_text_find (text + begin, 120, ")");
  return close != NULL
         && find_cue (doc, JKB_ORG_CUE_TERM_ABBREVIATED, begin, (gsize) (close - text)) != NULL
         && find_cue (doc, value, begin, (gsize) (close - text)) != NULL;
}

/* 甲乙株式会社(以下「甲乙社」): in a text of 当社 one who has a short name of its own is another. */
static gboolean
is_defined_as_another (const JkbDoc *doc, const JkbOrgMention *mention)
{
  const char *text = doc->normal->text;
  gsize begin = jkb_org_skip_quote (text, mention->span.end);
  const char *close = text[begin] == '(' ? jkb_text_find (text + begin, 120, ")") : NULL;
  guint n_hits;
  const JkbHit *hits;

  if (mention->shape != JKB_ORG_LEGAL || close == NULL
      || find_cue (doc, JKB_ORG_CUE_TERM_ABBREVIATED, begin, (gsize) (close - text)) == NULL
      || find_cue (doc, JKB_ORG_CUE_TERM_SELF, begin, (gsize) (close - text)) != NULL)
    return FALSE;
  hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, jkb_doc_whole (doc), &n_hits);
  for (guint i = 0; i < n_hits; i++)
    if (jkb_org_is_self (doc, &hits[i]))
      return TRUE;
  return FALSE;
}

/* 甲乙市が業務を任せた…, 甲乙会が委託している会社: whose work it is. */
static gboolean
is_client (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const acts[] = { "委託し", "委託する", "委託した", "任せた", "任せて", "委託を", "発注し", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize at = jkb_org_skip_bracket (text.bytes, jkb_org_skip_quote (text.bytes, mention->span.end));
  gsize end = MIN (at + CUE_BYTES_MAX, jkb_org_sentence_of (doc, mention->span.begin).end);

  if (jkb_text_take (&text, at, "が") == 0)
    return FALSE;
  for (; at < end && jkb_text_take (&text, at, "、") == 0; at = jkb_text_next (&text, at))
    if (jkb_text_take_any (&text, at, acts) > 0)
      return TRUE;
  return FALSE;
}

/* 甲乙株式会社(委託先) */
static gboolean
is_bracketed_contractor (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const words[] = { "(委託先", "(再委託先", "(受託者", "(受託業者", "(委託業者", "(委託事業者", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  return jkb_text_take_any (&text, jkb_org_skip_quote (text.bytes, mention->span.end), words) > 0;
}

/* 2.業務委託先 / 甲乙株式会社(本社:…): a heading asks who it was. */
static gboolean
answers_contractor_heading (const JkbDoc *doc, const JkbOrgMention *mention)
{
  const JkbLine *line = &g_array_index (doc->lines, JkbLine, jkb_doc_line_at (doc, mention->span.begin));
  JkbSpan heading = jkb_doc_section_at (doc, mention->span.begin)->heading;
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, heading, &n_hits);

  if (mention->span.begin != line->text.begin || mention->span.begin < heading.end)
    return FALSE;
  for (guint i = 0; i < n_hits; i++)
    if (jkb_org_cue_is_contractor (doc, &hits[i]) && hits[i].span.end == heading.end)
      return TRUE;
  return FALSE;
}

gboolean
jkb_org_is_subject (const JkbDoc *doc, const JkbOrgMention *mention)
{
  const char *text = doc->normal->text;
  gsize at = jkb_org_skip_bracket (text, jkb_org_skip_quote (text, mention->span.end));

  return jkb_text_begins (text + at, "は") || jkb_text_begins (text + at, "が");
}

gboolean
jkb_org_is_topic (const JkbDoc *doc, const JkbOrgMention *mention)
{
  const char *text = doc->normal->text;
  gsize at = jkb_org_skip_bracket (text, jkb_org_skip_quote (text, mention->span.end));

  return jkb_text_begins (text + at, "は");
}

gboolean
jkb_org_announces (const JkbDoc *doc, const JkbOrgMention *mention)
{
  return jkb_org_is_topic (doc, mention)
         && find_cue (doc, JKB_ORG_CUE_TERM_ANNOUNCES, mention->span.end, jkb_org_sentence_of (doc, mention->span.begin).end)
                != NULL;
}

static gboolean
is_at_sentence_start (const JkbDoc *doc, const JkbOrgMention *mention)
{
  JkbSpan sentence = jkb_org_sentence_of (doc, mention->span.begin);
  const char *text = doc->normal->text;

  for (gsize i = sentence.begin; i < mention->span.begin; i++)
    if (strchr (" \n\"", text[i]) == NULL && !jkb_text_begins (text + i, "「")
        && ((guchar) text[i] & 0xc0) != 0x80)
      return FALSE;
  return TRUE;
}

/* The line holds the name and next to nothing else: a signature. */
static gboolean
is_alone_in_line (const JkbDoc *doc, const JkbOrgMention *mention)
{
  const JkbLine *line
      = &g_array_index (doc->lines, JkbLine, jkb_doc_line_at (doc, mention->span.begin));
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  return (mention->span.begin == line->text.begin || mention->span.begin == jkb_org_skip_date (&text, line->text))
         && line->text.end - mention->span.end <= strlen ("代表取締役社長") && line->text.end >= mention->span.end
         && line->kind != JKB_LINE_LIST;
}

static gboolean
is_blank_or_hall (const char *p)
{
  return *p == ' ' || jkb_text_begins (p, "役所 ") || jkb_text_begins (p, "役場 ")
         || jkb_text_begins (p, "事務局 ");
}

/* うぐいす市 財政部 市民税課: the name begins a line of departments. */
static gboolean
begins_line_of_departments (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const departments[] = { "部", "課", "係", "局", "室", "班", "センター" };
  const JkbLine *line
      = &g_array_index (doc->lines, JkbLine, jkb_doc_line_at (doc, mention->span.begin));
  const char *text = doc->normal->text;

  if (mention->span.begin != line->text.begin || mention->span.end >= line->text.end
      || !is_blank_or_hall (text + mention->span.end)
      || mention->shape > JKB_ORG_KIND)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (departments); i++)
    if (jkb_text_find (text + mention->span.end, (gssize) (line->text.end - mention->span.end),
                      departments[i])
        != NULL)
      return !jkb_doc_ends_sentence (doc, line->text);
  return FALSE;
}

/* ---------------------------------------------------------------- signs */

gboolean
jkb_org_is_early (const JkbDoc *doc, guint sentence)
{
  const char *text = doc->normal->text;
  guint n_said = 0;

  for (guint i = 0; i < sentence && n_said <= JKB_ORG_FIRST_SENTENCES; i++)
    {
      JkbSpan span = g_array_index (doc->sentences, JkbSentence, i).span;
      gsize at = span.begin;

      while (at < span.end && g_ascii_isspace (text[at]))
        at++;
      n_said += at < span.end;
    }
  return n_said <= JKB_ORG_FIRST_SENTENCES;
}

gboolean
jkb_org_is_in_title (const JkbDoc *doc, gsize offset)
{
  return jkb_doc_section_at (doc, offset)->role == JKB_SECTION_TITLE;
}

static JkbOrgSigns
signs_of_place (const JkbDoc *doc, const JkbOrgMention *mention)
{
  const JkbSection *section = jkb_doc_section_at (doc, mention->span.begin);
  gsize head = jkb_org_skip_brackets (doc->normal->text, section->heading.begin, section->heading.end);
  JkbOrgSigns signs = 0;

  if (section->role == JKB_SECTION_TITLE)
    signs |= mention->span.begin <= head + strlen ("「") ? JKB_ORG_SIGN (TITLE_HEAD) : JKB_ORG_SIGN (TITLE);
  else if (section->role == JKB_SECTION_ABOUT)
    signs |= JKB_ORG_SIGN (IN_ABOUT);
  else if (section->role == JKB_SECTION_PREVENTION)
    signs |= JKB_ORG_SIGN (IN_PREVENTION);
  else if (section->role == JKB_SECTION_CONTACT)
    signs |= JKB_ORG_SIGN (IN_CONTACT);
  if (is_alone_in_line (doc, mention) && section->role != JKB_SECTION_TITLE
      && mention->shape != JKB_ORG_QUOTED)
    signs |= mention->shape == JKB_ORG_LEGAL ? JKB_ORG_SIGN (ALONE_LEGAL) : JKB_ORG_SIGN (ALONE);
  if (begins_line_of_departments (doc, mention))
    signs |= JKB_ORG_SIGN (DEPARTMENTS);
  if (jkb_org_is_early (doc, jkb_doc_sentence_at (doc, mention->span.begin)))
    signs |= JKB_ORG_SIGN (EARLY);
  return signs | jkb_org_signs_of_context (doc, mention);
}

static JkbOrgSigns
signs_of_part (const JkbDoc *doc, const JkbOrgMention *mention)
{
  JkbSpan sentence = jkb_org_sentence_of (doc, mention->span.begin);
  JkbOrgSigns signs = 0;

  if (is_defined_as (doc, mention, JKB_ORG_CUE_TERM_SELF))
    signs |= JKB_ORG_SIGN (DEFINED_SELF);
  else if (is_defined_as_another (doc, mention))
    signs |= JKB_ORG_SIGN (DEFINED_OTHER);
  if (is_client (doc, mention))
    signs |= JKB_ORG_SIGN (CLIENT);
  if (jkb_org_is_subject (doc, mention))
    {
      gboolean announces
          = find_cue (doc, JKB_ORG_CUE_TERM_ANNOUNCES, mention->span.end, sentence.end) != NULL;

      signs |= announces ? JKB_ORG_SIGN (ANNOUNCES) : JKB_ORG_SIGN (SUBJECT);
      if (is_at_sentence_start (doc, mention) && (announces || jkb_org_is_topic (doc, mention)))
        signs |= JKB_ORG_SIGN (FIRST_WORDS);
    }
  else if (jkb_org_has_cue_behind (doc, mention, JKB_ORG_CUE_TERM_OWNS))
    signs |= JKB_ORG_SIGN (OWNS);
  if (mention->shape == JKB_ORG_QUOTED && jkb_text_begins (doc->normal->text + mention->span.end, "」社"))
    signs |= JKB_ORG_SIGN (QUOTED_COMPANY);
  if (jkb_org_is_police_of_the_case (doc, mention) || jkb_org_is_press_of_the_case (doc, mention))
    signs |= JKB_ORG_SIGN (OFFICIAL_OF_CASE);
  if (jkb_org_has_cue_behind (doc, mention, JKB_ORG_CUE_TERM_ADDRESSEE) && !jkb_org_tells_of_itself (doc, mention))
    signs |= JKB_ORG_SIGN (ADDRESSEE);
  return signs;
}

void
jkb_org_mention_sign (JkbOrgMention *mention, JkbOrgSigns signs)
{
  mention->signs |= signs;
  mention->points = jkb_org_weigh (mention->signs);
}

static void
weigh (const JkbDoc *doc, JkbOrgMention *mention, JkbOrgSigns signs)
{
  static const JkbOrgSigns shapes[] = { JKB_ORG_SIGN (LEGAL), JKB_ORG_SIGN (KIND), JKB_ORG_SIGN (QUOTED), JKB_ORG_SIGN (BARE) };
  gsize begin = mention->span.end;
  JkbSpan sentence = jkb_org_sentence_of (doc, mention->span.begin);

  mention->is_operator = jkb_org_has_cue_behind (doc, mention, JKB_ORG_CUE_TERM_OPERATES)
                         || jkb_org_has_cue_before (doc, mention, JKB_ORG_CUE_TERM_OPERATED_BY);
  if (mention->is_operator)
    signs |= JKB_ORG_SIGN (OPERATOR);
  jkb_org_mention_sign (mention, signs | shapes[mention->shape] | signs_of_place (doc, mention) | signs_of_part (doc, mention));
  mention->acts_on_another = jkb_org_is_acting_authority (doc, mention) || jkb_org_is_attacker (doc, mention->span);
  mention->is_contractor
      = jkb_org_has_cue_before (doc, mention, JKB_ORG_CUE_TERM_CONTRACTOR_BEFORE)
        || is_behind_contractor_cue (doc, mention) || answers_contractor_heading (doc, mention)
        || is_bracketed_contractor (doc, mention)
        || is_defined_as (doc, mention, JKB_ORG_CUE_TERM_CONTRACTOR_BEFORE)
        || (find_cue (doc, JKB_ORG_CUE_TERM_CONTRACTOR_AFTER, begin,
                      MIN (begin + CUE_BYTES_MAX, sentence.end))
                != NULL
            && ((jkb_text_begins (doc->normal->text + begin, "に")
                 && !jkb_text_begins (doc->normal->text + begin, "によ"))
                || jkb_text_begins (doc->normal->text + begin, "へ")));
}

/* 南小4年2組: the class is no part of the school. */
static JkbSpan
cut_class (const char *text, JkbSpan name)
{
  for (gsize at = name.begin + 1; at < name.end; at++)
    if (g_ascii_isdigit (text[at]) && jkb_text_begins (text + at + 1, "年") && jkb_org_ends_with (text, name, "組"))
      return (JkbSpan){ name.begin, at };
  return name;
}

/* -: a mark of a list is no name. */
static gboolean
has_letter (const char *text, JkbSpan name)
{
  for (const char *p = text + name.begin; p < text + name.end; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

void
jkb_org_mention_add (GArray *mentions, const JkbDoc *doc, JkbSpan span, JkbOrgShape shape,
                     JkbOrgSigns signs)
{
  JkbOrgMention mention = { shape == JKB_ORG_BARE ? cut_class (doc->normal->text, span) : span, shape, 0, 0.0, FALSE, FALSE, FALSE };

  weigh (doc, &mention, signs);
  if (has_letter (doc->normal->text, mention.span) && !jkb_org_is_refused (doc, &mention))
    g_array_append_val (mentions, mention);
}
