/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-read-organisation.h"

#include <string.h>

#include "extract/jkb-org-grammar.h"

/* Fewer points than this are no organisation. */
#define POINTS_MIN 2.5

/* With fewer the name is a guess. */
#define POINTS_SURE 5.0

/* How far behind a name the words that tell its part are sought, in bytes. */
#define CUE_BYTES_MAX 90

/* News name the organisation in one of the first sentences, the title counted. */
#define FIRST_SENTENCES 3

/* One place where a name stands. */
typedef struct
{
  JkbSpan span;
  JkbOrgShape shape;
  double points;
  gboolean is_contractor;
  gboolean is_operator;
} Mention;

/* All places of one name. */
typedef struct
{
  char *key;
  const Mention *best;
  double points;
  gboolean is_operator;
} Candidate;

typedef struct
{
  const JkbDoc *doc;
  GArray *mentions;
} Reading;

/* ---------------------------------------------------------------- words around a name */

static const JkbHit *
find_cue (const JkbDoc *doc, int value, gsize begin, gsize end)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, (JkbSpan){ begin, end }, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == value && hits[i].span.end <= end)
      return &hits[i];
  return NULL;
}

static JkbSpan
sentence_of (const JkbDoc *doc, gsize offset)
{
  return g_array_index (doc->sentences, JkbSentence, jkb_doc_sentence_at (doc, offset)).span;
}

static gsize
skip_quote_and_blank (const char *text, gsize offset)
{
  static const char *const signs[] = { "」", "』", "\"", " ", ")" };

  for (guint i = 0; i < G_N_ELEMENTS (signs);)
    if (g_str_has_prefix (text + offset, signs[i]))
      offset += strlen (signs[i]), i = 0;
    else
      i++;
  return offset;
}

/* A cue that begins right behind the name (and its closing quote). */
static gboolean
has_cue_behind (const JkbDoc *doc, const Mention *mention, int value)
{
  gsize begin = skip_quote_and_blank (doc->normal->text, mention->span.end);
  const JkbHit *hit = find_cue (doc, value, begin, MIN (begin + CUE_BYTES_MAX, doc->normal->n_bytes));

  return hit != NULL && hit->span.begin == begin;
}

static gboolean
has_cue_before (const JkbDoc *doc, const Mention *mention, int value)
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
    if (hits[i].term->value == value && hits[i].span.end == end)
      return TRUE;
  return FALSE;
}

/* (以下「当社」という。) behind the name: the bracket, and whether what is in it means the one who speaks. */
static gboolean
is_defined_as (const JkbDoc *doc, const Mention *mention, int value)
{
  const char *text = doc->normal->text;
  gsize begin = skip_quote_and_blank (text, mention->span.end);
  const char *close;

  if (text[begin] != '(')
    return FALSE;
  close = g_strstr_len (text + begin, 120, ")");
  return close != NULL
         && find_cue (doc, JKB_ORG_CUE_TERM_ABBREVIATED, begin, (gsize) (close - text)) != NULL
         && find_cue (doc, value, begin, (gsize) (close - text)) != NULL;
}

static gboolean
is_subject (const JkbDoc *doc, const Mention *mention)
{
  const char *text = doc->normal->text;
  gsize at = skip_quote_and_blank (text, mention->span.end);

  if (text[at] == '(')
    {
      const char *close = g_strstr_len (text + at, 150, ")");

      if (close != NULL)
        at = (gsize) (close - text) + 1;
    }
  return g_str_has_prefix (text + at, "は") || g_str_has_prefix (text + at, "が");
}

static gboolean
is_at_sentence_start (const JkbDoc *doc, const Mention *mention)
{
  JkbSpan sentence = sentence_of (doc, mention->span.begin);
  const char *text = doc->normal->text;

  for (gsize i = sentence.begin; i < mention->span.begin; i++)
    if (strchr (" \n\"", text[i]) == NULL && !g_str_has_prefix (text + i, "「")
        && ((guchar) text[i] & 0xc0) != 0x80)
      return FALSE;
  return TRUE;
}

/* The line holds the name and next to nothing else: a signature. */
static gboolean
is_alone_in_line (const JkbDoc *doc, const Mention *mention)
{
  const JkbLine *line
      = &g_array_index (doc->lines, JkbLine, jkb_doc_line_at (doc, mention->span.begin));

  return mention->span.begin == line->text.begin
         && line->text.end - mention->span.end <= strlen ("代表取締役社長") && line->text.end >= mention->span.end
         && line->kind != JKB_LINE_LIST;
}

/* ---------------------------------------------------------------- points */

static gboolean
is_in_title (const JkbDoc *doc, gsize offset)
{
  return jkb_doc_section_at (doc, offset)->role == JKB_SECTION_TITLE;
}

static double
points_of_place (const JkbDoc *doc, const Mention *mention)
{
  const JkbSection *section = jkb_doc_section_at (doc, mention->span.begin);
  double points = 0.0;

  if (section->role == JKB_SECTION_TITLE)
    points += mention->span.begin <= section->heading.begin + strlen ("「") ? 3.0 : 1.5;
  else if (section->role == JKB_SECTION_ABOUT || section->role == JKB_SECTION_REQUEST
           || section->role == JKB_SECTION_PREVENTION)
    points -= 1.0;
  if (is_alone_in_line (doc, mention) && section->role != JKB_SECTION_TITLE
      && mention->shape != JKB_ORG_QUOTED)
    points += 2.0;
  if (jkb_doc_sentence_at (doc, mention->span.begin) <= FIRST_SENTENCES)
    points += 1.0;
  return points;
}

static double
points_of_part (const JkbDoc *doc, const Mention *mention)
{
  JkbSpan sentence = sentence_of (doc, mention->span.begin);
  double points = 0.0;

  if (is_defined_as (doc, mention, JKB_ORG_CUE_TERM_SELF))
    points += 5.0;
  if (is_subject (doc, mention))
    {
      gboolean announces
          = find_cue (doc, JKB_ORG_CUE_TERM_ANNOUNCES, mention->span.end, sentence.end) != NULL;

      points += announces ? 2.5 : 0.5;
      if (announces && is_at_sentence_start (doc, mention))
        points += 1.0;
    }
  else if (has_cue_behind (doc, mention, JKB_ORG_CUE_TERM_OWNS))
    points += 1.0;
  if (has_cue_behind (doc, mention, JKB_ORG_CUE_TERM_ADDRESSEE))
    points -= 3.0;
  return points;
}

static void
weigh (const JkbDoc *doc, Mention *mention)
{
  static const double shape_points[] = { 2.0, 1.5, 0.5, 1.0 };
  gsize begin = mention->span.end;
  JkbSpan sentence = sentence_of (doc, mention->span.begin);

  mention->points = shape_points[mention->shape] + points_of_place (doc, mention)
                    + points_of_part (doc, mention);
  mention->is_operator = has_cue_behind (doc, mention, JKB_ORG_CUE_TERM_OPERATES)
                         || has_cue_before (doc, mention, JKB_ORG_CUE_TERM_OPERATED_BY);
  if (mention->is_operator)
    mention->points += 2.5;
  mention->is_contractor
      = has_cue_before (doc, mention, JKB_ORG_CUE_TERM_CONTRACTOR_BEFORE)
        || is_defined_as (doc, mention, JKB_ORG_CUE_TERM_CONTRACTOR_BEFORE)
        || (find_cue (doc, JKB_ORG_CUE_TERM_CONTRACTOR_AFTER, begin,
                      MIN (begin + CUE_BYTES_MAX, sentence.end))
                != NULL
            && (g_str_has_prefix (doc->normal->text + begin, "に")
                || g_str_has_prefix (doc->normal->text + begin, "へ")));
}

/* ---------------------------------------------------------------- names by their place */

static gboolean
holds_hit (const JkbDoc *doc, JkbTermClass term_class, int value, JkbSpan span)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, term_class, span, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if ((value < 0 || hits[i].term->value == value) && hits[i].span.end <= span.end)
      return TRUE;
  return FALSE;
}

/* A run of which words that are no name make up @share percent: 患者情報, 業務書類. */
static gboolean
is_mostly_words (const JkbDoc *doc, JkbSpan span, gsize share)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_STOP, span, &n_hits);
  gsize n_covered = 0;

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_ORG_STOP_TERM_WORD && hits[i].span.end <= span.end)
      n_covered += hits[i].span.end - hits[i].span.begin;
  return n_covered * 100 >= (span.end - span.begin) * share;
}

/* 電子部品メーカー, 713件, 広報課: a bare run that ends in what it is, in a counter or in the name of a
 * department names nobody. */
static gboolean
ends_in_a_word (const JkbDoc *doc, JkbSpan span)
{
  static const char *const ends[] = { "課", "係", "室", "部", "科", "件", "名", "人", "者", "員", "氏", "容疑", "ら" };
  const char *end = doc->normal->text + span.end;
  guint n_hits;
  const JkbHit *hits;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (span.end - span.begin >= strlen (ends[i])
        && memcmp (end - strlen (ends[i]), ends[i], strlen (ends[i])) == 0)
      return TRUE;
  hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, span, &n_hits);
  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_ORG_CUE_TERM_DESCRIPTION && hits[i].span.end == span.end)
      return TRUE;
  hits = jkb_doc_hits (doc, JKB_TERM_ORG_STOP, span, &n_hits);
  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_ORG_STOP_TERM_WORD && hits[i].span.end == span.end)
      return TRUE;
  return FALSE;
}

/* Authorities, card companies and products are named in notices of others; only as the first words of
 * a title they speak for themselves, unless they arrested somebody. */
static gboolean
is_stopped (const JkbDoc *doc, const Mention *mention)
{
  if (holds_hit (doc, JKB_TERM_NOTICE, JKB_NOTICE_TERM_INCIDENT, mention->span)
      || holds_hit (doc, JKB_TERM_NOTICE, JKB_NOTICE_TERM_APOLOGY, mention->span)
      || holds_hit (doc, JKB_TERM_ORG_CUE, JKB_ORG_CUE_TERM_SELF, mention->span)
      || jkb_org_is_masked (doc->normal->text, mention->span))
    return TRUE;
  if (mention->shape == JKB_ORG_BARE && ends_in_a_word (doc, mention->span))
    return TRUE;
  if (mention->shape != JKB_ORG_LEGAL
      && is_mostly_words (doc, mention->span, mention->shape == JKB_ORG_BARE ? 51 : 75))
    return TRUE;
  return holds_hit (doc, JKB_TERM_ORG_STOP, JKB_ORG_STOP_TERM_NEVER, mention->span)
         && !(is_in_title (doc, mention->span.begin) && mention->points >= 3.0
              && !holds_hit (doc, JKB_TERM_ORG_CUE, JKB_ORG_CUE_TERM_ARREST,
                             sentence_of (doc, mention->span.begin)));
}

static void
add_mention (Reading *reading, JkbSpan span, JkbOrgShape shape, double bonus)
{
  Mention mention = { span, shape, 0.0, FALSE, FALSE };

  weigh (reading->doc, &mention);
  mention.points += bonus;
  if (!is_stopped (reading->doc, &mention))
    g_array_append_val (reading->mentions, mention);
}

static gboolean
is_covered (const GArray *names, gsize offset)
{
  for (guint i = 0; i < names->len; i++)
    {
      JkbSpan span = g_array_index (names, JkbOrgName, i).span;

      if (span.begin > offset)
        return FALSE;
      if (offset < span.end)
        return TRUE;
    }
  return FALSE;
}

static gsize
skip_brackets (const char *text, gsize begin, gsize end)
{
  static const struct
  {
    const char *open, *close;
  } brackets[] = { { "【", "】" }, { "[", "]" }, { "<", ">" }, { "(", ")" }, { "〈", "〉" } };

  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    if (g_str_has_prefix (text + begin, brackets[i].open))
      {
        const char *close = g_strstr_len (text + begin, (gssize) (end - begin), brackets[i].close);

        if (close != NULL)
          return skip_brackets (text, (gsize) (close - text) + strlen (brackets[i].close), end);
      }
  while (begin < end && text[begin] == ' ')
    begin++;
  return begin;
}

/* The border that the head of a title ends at, or -1. */
static int
find_border (const char *p)
{
  static const char *const borders[]
      = { "の", " ", "、", ",", "「", ":", "における", "において", "が", "は", "で", "に", "/", "|" };

  for (guint i = 0; i < G_N_ELEMENTS (borders); i++)
    if (g_str_has_prefix (p, borders[i]))
      return (int) i;
  return -1;
}

/* The head of a title up to a blank, a comma or a particle: 甲乙工業 サイバー攻撃による… In 小売の甲乙、…
 * what stands before の may be a description; then the name behind it is the subject. */
static void
add_title_head (Reading *reading, const GArray *names)
{
  const JkbDoc *doc = reading->doc;
  const char *text = doc->normal->text;
  const JkbSection *first = &g_array_index (doc->sections, JkbSection, 0);
  gsize begin;

  if (first->role != JKB_SECTION_TITLE)
    return;
  begin = skip_brackets (text, first->span.begin + strspn (text + first->span.begin, "# *"),
                         first->heading.end);
  for (guint n = 0; n < 2 && begin < first->heading.end && !is_covered (names, begin); n++)
    {
      JkbSpan name = jkb_org_bare_after (doc, begin, first->heading.end);
      int border = find_border (text + name.end);

      if (name.end - name.begin < 4 || memchr (text + name.begin, ' ', name.end - name.begin) != NULL
          || (border < 0 && name.end < first->heading.end))
        return;
      add_mention (reading, name, JKB_ORG_BARE,
                   border == 0 ? -2.0 : n == 1 ? 1.5 : 0.0);
      if (border != 0)
        return;
      begin = name.end + strlen ("の");
    }
}

/* Whether a bare name may stand before @p: a particle of subject, owner or place follows. */
static gboolean
is_particle_of_actor (const char *p)
{
  static const char *const particles[] = { "は", "が", "の", "において", "で", "(", "、" };

  for (guint i = 0; i < G_N_ELEMENTS (particles); i++)
    if (g_str_has_prefix (p, particles[i]))
      return TRUE;
  return FALSE;
}

static void
add_bare (Reading *reading, const GArray *names, JkbSpan run, double bonus)
{
  const char *after = reading->doc->normal->text + run.end;

  run = jkb_org_bare_name (reading->doc, run);
  if (run.end - run.begin < 4 || is_covered (names, run.begin) || is_covered (names, run.end - 1))
    return;
  add_mention (reading, run, JKB_ORG_BARE, bonus + (g_str_has_prefix (after, "は") ? 0.5 : 0.0));
}

/* The first words of the first sentences, and the name behind a description: 部品メーカーの甲乙は… */
static void
add_subjects (Reading *reading, const GArray *names)
{
  const JkbDoc *doc = reading->doc;
  const char *text = doc->normal->text;

  for (guint i = 0; i < doc->sentences->len && i <= FIRST_SENTENCES; i++)
    {
      JkbSpan sentence = g_array_index (doc->sentences, JkbSentence, i).span;
      gsize begin = skip_brackets (text, sentence.begin, sentence.end);

      if (is_in_title (doc, sentence.begin))
        continue;
      while (begin < sentence.end && text[begin] == '\n')
        begin++;
      for (guint n = 0; n < 3 && begin < sentence.end; n++)
        {
          JkbSpan run = jkb_org_bare_after (doc, begin, sentence.end);

          if (run.end == run.begin || !is_particle_of_actor (text + run.end))
            break;
          add_bare (reading, names, run, n == 0 ? 0.5 : 0.0);
          if (!g_str_has_prefix (text + run.end, "の"))
            break;
          begin = run.end + strlen ("の");
        }
    }
}

/* ---------------------------------------------------------------- choosing */

/* What two mentions of one organisation have in common: the name without form and blanks. */
static char *
make_key (const JkbDoc *doc, JkbSpan span)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_FORM, span, &n_hits);
  GString *key = g_string_new (NULL);
  gsize at = span.begin;

  for (guint i = 0; i <= n_hits; i++)
    {
      gsize end = i < n_hits ? MIN (hits[i].span.begin, span.end) : span.end;

      if (end > at)
        g_string_append_len (key, doc->normal->text + at, (gssize) (end - at));
      if (i < n_hits)
        at = MAX (at, hits[i].span.end);
    }
  for (char *p = key->str; *p != '\0'; p++)
    if (*p == ' ')
      g_string_erase (key, p-- - key->str, 1);
  return g_string_free (key, FALSE);
}

static void
free_candidate (gpointer data)
{
  Candidate *candidate = data;

  g_free (candidate->key);
  g_free (candidate);
}

static void
collect (GHashTable *candidates, const JkbDoc *doc, const Mention *mention)
{
  g_autofree char *key = make_key (doc, mention->span);
  Candidate *candidate = g_hash_table_lookup (candidates, key);

  if (candidate == NULL)
    {
      candidate = g_new0 (Candidate, 1);
      candidate->key = g_steal_pointer (&key);
      g_hash_table_insert (candidates, candidate->key, candidate);
    }
  if (candidate->best == NULL || mention->points > candidate->best->points)
    candidate->best = mention;
  candidate->points += mention->points > 0 ? 0.2 * MIN (mention->points, 3.0) : mention->points;
  candidate->is_operator |= mention->is_operator;
}

static double
total_points (const Candidate *candidate)
{
  return candidate->best->points + MIN (candidate->points, 3.0)
         + (candidate->is_operator ? 4.0 : 0.0);
}

static const Candidate *
choose (GHashTable *candidates)
{
  GHashTableIter iter;
  gpointer value;
  const Candidate *best = NULL;

  g_hash_table_iter_init (&iter, candidates);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Candidate *candidate = value;
      double lead = best != NULL ? total_points (candidate) - total_points (best) : 1.0;

      if (lead > 0.0 || (lead == 0.0 && candidate->best->span.begin < best->best->span.begin))
        best = candidate;
    }
  return best != NULL && total_points (best) >= POINTS_MIN ? best : NULL;
}

static void
add_fact (const JkbDoc *doc, JkbItem *item, JkbField field, const Mention *mention,
          const char *rule, double confidence)
{
  g_autofree char *name = g_strstrip (jkb_doc_dup (doc, mention->span));

  jkb_doc_add (doc, item, jkb_fact_new (field, name, mention->span, rule, confidence));
}

static void
add_contractor (Reading *reading, JkbItem *item, const Mention *organisation)
{
  for (guint i = 0; i < reading->mentions->len; i++)
    {
      const Mention *mention = &g_array_index (reading->mentions, Mention, i);

      if (mention->is_contractor
          && (organisation == NULL || mention->span.begin != organisation->span.begin))
        {
          add_fact (reading->doc, item, JKB_FIELD_CONTRACTOR, mention, "organisation.contractor",
                    mention->shape == JKB_ORG_BARE ? 0.6 : 0.85);
          return;
        }
    }
}

void
jkb_read_organisation (const JkbDoc *doc, JkbItem *item)
{
  static const char *const rules[] = { "organisation.legal-form", "organisation.kind",
                                       "organisation.quoted", "organisation.place" };
  g_autoptr(GArray) names = jkb_org_find (doc);
  g_autoptr(GArray) mentions = g_array_new (FALSE, FALSE, sizeof (Mention));
  g_autoptr(GHashTable) candidates
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_candidate);
  Reading reading = { doc, mentions };
  const Candidate *chosen;

  add_title_head (&reading, names);
  for (guint i = 0; i < names->len; i++)
    add_mention (&reading, g_array_index (names, JkbOrgName, i).span,
                 g_array_index (names, JkbOrgName, i).shape, 0.0);
  add_subjects (&reading, names);
  for (guint i = 0; i < mentions->len; i++)
    if (!g_array_index (mentions, Mention, i).is_contractor)
      collect (candidates, doc, &g_array_index (mentions, Mention, i));
  chosen = choose (candidates);
  if (chosen != NULL)
    add_fact (doc, item, JKB_FIELD_ORGANISATION, chosen->best, rules[chosen->best->shape],
              total_points (chosen) >= POINTS_SURE ? 0.9 : 0.6);
  add_contractor (&reading, item, chosen != NULL ? chosen->best : NULL);
}
