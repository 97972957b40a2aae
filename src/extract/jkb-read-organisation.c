/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-read-organisation.h"

#include <math.h>
#include <string.h>

#include "extract/jkb-org-candidate.h"
#include "extract/jkb-text-at.h"

/* A name that is less likely than this is a guess. */
#define CERTAIN 0.97

/* So much of two names is alike when one is called after the other. */
#define COMMON_BYTES 6

/* 当社の通販サイトが導入していた、乙が提供する…: the one who speaks is another than who runs the thing. */
static gboolean
is_told_by_self (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const parts[] = { "の", "は", "が", "では", "において", "におき", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE,
                                     (JkbSpan){ jkb_org_sentence_of (doc, mention->span.begin).begin, mention->span.begin },
                                     &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (jkb_org_is_self (doc, &hits[i]) && hits[i].span.end < mention->span.begin
        && jkb_text_take_any (&text, hits[i].span.end, parts) > 0)
      return TRUE;
  return FALSE;
}

/* 甲は、乙が提供する…を使い…: who runs a thing in the sentence of another is not answerable for it. */
static gboolean
runs_for_another (const GArray *mentions, const JkbDoc *doc, const JkbOrgMention *mention)
{
  JkbSpan sentence = jkb_org_sentence_of (doc, mention->span.begin);

  if (is_told_by_self (doc, mention))
    return TRUE;

  for (guint i = 0; i < mentions->len; i++)
    {
      const JkbOrgMention *other = &g_array_index (mentions, JkbOrgMention, i);

      if (other->span.begin >= sentence.begin && other->span.end < mention->span.begin
          && jkb_org_is_topic (doc, other))
        return TRUE;
    }
  return FALSE;
}

static void
settle_operators (GArray *mentions, const JkbDoc *doc)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      JkbOrgMention *mention = &g_array_index (mentions, JkbOrgMention, i);

      if (mention->is_operator && runs_for_another (mentions, doc, mention))
        {
          mention->is_operator = FALSE;
          mention->signs &= ~JKB_ORG_SIGN (OPERATOR);
          jkb_org_mention_sign (mention, is_told_by_self (doc, mention) ? JKB_ORG_SIGN (OPERATOR_FOR_SELF)
                                                                        : JKB_ORG_SIGN (OPERATOR_FOR_OTHER));
        }
    }
}

/* 動画配信に不正ログイン / 甲乙は…: where the text below speaks of another, the head of a title that is never named again is
 * what it is about. */
static void
settle_title (GArray *mentions, const JkbDoc *doc)
{
  gboolean has_subject = FALSE;

  for (guint i = 0; i < mentions->len; i++)
    {
      const JkbOrgMention *mention = &g_array_index (mentions, JkbOrgMention, i);

      has_subject |= !jkb_org_is_in_title (doc, mention->span.begin)
                     && (jkb_org_is_subject (doc, mention) || mention->is_operator);
    }
  for (guint i = 0; has_subject && i < mentions->len; i++)
    {
      JkbOrgMention *mention = &g_array_index (mentions, JkbOrgMention, i);
      g_autofree char *name = g_strndup (doc->normal->text + mention->span.begin, mention->span.end - mention->span.begin);

      if ((mention->shape == JKB_ORG_BARE || mention->shape == JKB_ORG_KIND) && jkb_org_is_in_title (doc, mention->span.begin)
          && strstr (doc->normal->text + jkb_org_title (doc)->heading.end, name) == NULL)
        jkb_org_mention_sign (mention, JKB_ORG_SIGN (TITLE_ONLY));
    }
}

/* The name that most speaks for; of two alike the first. */
static const JkbOrgCandidate *
choose (const GPtrArray *candidates)
{
  const JkbOrgCandidate *best = NULL;

  for (guint i = 0; i < candidates->len; i++)
    {
      const JkbOrgCandidate *candidate = g_ptr_array_index (candidates, i);

      if (best == NULL || candidate->points > best->points
          || (candidate->points == best->points && candidate->begin < best->begin))
        best = candidate;
    }
  return best != NULL && best->points >= JKB_ORG_NONE_POINTS ? best : NULL;
}

/* How likely the name is the one that is looked for, beside the others and beside none. */
static double
measure_certainty (const GPtrArray *candidates, const JkbOrgCandidate *chosen)
{
  double all = exp (JKB_ORG_NONE_POINTS - chosen->points);

  for (guint i = 0; i < candidates->len; i++)
    all += exp (((const JkbOrgCandidate *) g_ptr_array_index (candidates, i))->points - chosen->points);
  return 1.0 / all;
}

typedef gboolean (*Fits) (const JkbDoc *doc, const JkbOrgCandidate *chosen, const JkbOrgCandidate *other);

/* Another candidate that stands better for the one @chosen, else that one. */
static const JkbOrgCandidate *
prefer (const GPtrArray *candidates, const JkbDoc *doc, const JkbOrgCandidate *chosen, Fits fits)
{
  for (guint i = 0; chosen != NULL && i < candidates->len; i++)
    {
      const JkbOrgCandidate *other = g_ptr_array_index (candidates, i);

      if (other != chosen && fits (doc, chosen, other))
        return other;
    }
  return chosen;
}

/* 霞県 announces what went wrong at a 霞県立高校: who speaks is who founded it. */
static gboolean
is_founder (const JkbDoc *doc, const JkbOrgCandidate *chosen, const JkbOrgCandidate *other)
{
  return jkb_text_begins (chosen->key, other->key) && jkb_text_begins (chosen->key + strlen (other->key), "立")
         && jkb_org_announces (doc, other->best);
}

/* 霞県の県立高校で … 霞県教育委員会によりますと: who speaks of a school is its board, when the text names it. */
static const JkbOrgCandidate *
prefer_board (const GPtrArray *candidates, const JkbDoc *doc, const JkbOrgCandidate *chosen)
{
  static const char *const boards[] = { "教育委員会", "教委" };

  for (guint i = 0; chosen != NULL && i < G_N_ELEMENTS (boards); i++)
    {
      g_autofree char *key = g_strconcat (chosen->key, boards[i], NULL);
      const JkbOrgCandidate *board = jkb_org_candidate_find (candidates, key);

      if (board != NULL && !jkb_org_announces (doc, chosen->best)
          && (jkb_org_is_topic (doc, board->best) || jkb_org_tells_of_itself (doc, board->best)))
        return board;
    }
  return chosen;
}

static gboolean
is_shop (const JkbDoc *doc, const JkbOrgCandidate *candidate)
{
  static const char *const shops[] = { "ショップ", "ストア", "通販サイト", "公式サイト", "ecサイト", "ストアー", "モール", "通販", NULL };

  if (jkb_org_ends_with_any (doc->normal->text, candidate->best->span, shops))
    return TRUE;
  return candidate->best->shape == JKB_ORG_QUOTED;
}

/* アカネ堂公式オンラインショップ of アカネ堂株式会社: the company that the shop is called after, when the text names it. */
static gboolean
is_company_of_shop (const JkbDoc *doc, const JkbOrgCandidate *chosen, const JkbOrgCandidate *other)
{
  return is_shop (doc, chosen) && other->best->shape == JKB_ORG_LEGAL && other->points > JKB_ORG_NONE_POINTS
         && strncmp (chosen->key, other->key, MIN (strlen (other->key), COMMON_BYTES)) == 0;
}

static gboolean
has_any_suffix (const char *word, gsize n_bytes, const char *const *suffixes)
{
  for (; *suffixes != NULL; suffixes++)
    if (n_bytes >= strlen (*suffixes)
        && memcmp (word + n_bytes - strlen (*suffixes), *suffixes, strlen (*suffixes)) == 0)
      return TRUE;
  return FALSE;
}

/* 甲乙大学及び附属丙病院は … 甲乙大学附属丙病院, 健診センター不正アクセス / ひなた健診センターは: the same house by its whole name. */
static gboolean
is_whole_name (const JkbDoc *doc, const JkbOrgCandidate *chosen, const JkbOrgCandidate *other)
{
  static const char *const owners[] = { "大学", "学部", "県", "府", "都", "市", "町", "村", "区", "法人", "機構", "センター", NULL };

  if (!g_str_has_suffix (other->key, chosen->key) || strlen (other->key) == strlen (chosen->key))
    return FALSE;
  return has_any_suffix (other->key, strlen (other->key) - strlen (chosen->key), owners)
         || (jkb_org_is_in_title (doc, chosen->best->span.begin) && chosen->best->shape != JKB_ORG_LEGAL
             && jkb_org_is_topic (doc, other->best));
}

/* 霞浜市東区役所地域課 … 東区役所は: a ward that the text has nowhere but in its office, which it names with the town. */
static gboolean
is_office_of_ward (const JkbDoc *doc, const JkbOrgCandidate *chosen, const JkbOrgCandidate *other)
{
  const char *text = doc->normal->text;
  gsize n = strlen (chosen->key);
  g_autofree char *office = g_strconcat ("市", chosen->key, "役所", NULL);

  if (!g_str_has_suffix (chosen->key, "区") || !g_str_has_suffix (other->key, office))
    return FALSE;
  for (const char *p = text; (p = strstr (p, chosen->key)) != NULL; p += n)
    if (!jkb_text_begins (p + n, "役所"))
      return FALSE;
  return TRUE;
}

/* 甲乙精機個人情報流出 / 甲乙精機は…: the head of a title runs on into the matter where the text begins with less of it. */
static gboolean
is_head_of_title (const JkbDoc *doc, const JkbOrgCandidate *chosen, const JkbOrgCandidate *other)
{
  JkbSpan title = chosen->best->span;
  g_autofree char *name = g_strndup (doc->normal->text + title.begin, title.end - title.begin);

  return chosen->best->shape != JKB_ORG_LEGAL && jkb_org_is_in_title (doc, title.begin)
         && !jkb_org_is_in_title (doc, other->best->span.begin)
         && jkb_org_is_early (doc, jkb_doc_sentence_at (doc, other->best->span.begin))
         && jkb_text_begins (chosen->key, other->key)
         && strstr (doc->normal->text + jkb_org_title (doc)->heading.end, name) == NULL;
}

static void
add_fact (const JkbDoc *doc, JkbItem *item, JkbField field, const JkbOrgMention *mention,
          const char *rule, double confidence)
{
  g_autofree char *name = g_strstrip (jkb_doc_dup (doc, mention->span));

  jkb_doc_add (doc, item, jkb_fact_new (field, name, mention->span, rule, confidence));
}

static void
add_contractor (const GArray *mentions, const JkbDoc *doc, JkbItem *item, const JkbOrgMention *organisation)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      const JkbOrgMention *mention = &g_array_index (mentions, JkbOrgMention, i);

      if (mention->is_contractor
          && (organisation == NULL || mention->span.begin != organisation->span.begin))
        {
          add_fact (doc, item, JKB_FIELD_CONTRACTOR, mention, "organisation.contractor",
                    mention->shape == JKB_ORG_BARE ? 0.6 : 0.85);
          return;
        }
    }
}

/* 自治体から印刷を請け負う甲乙が感染した問題で: its own matter, where no client is named before it in the sentence. */
static gboolean
works_for_anybody (const GArray *mentions, const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const works[] = { "請け負う", "請け負った", "請け負っている", "受託する", "受託している", "手がける", "担う" };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  JkbSpan sentence = jkb_org_sentence_of (doc, mention->span.begin);
  gboolean works_for_many = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    works_for_many |= jkb_text_take_before (&text, mention->span.begin, works[i]) > 0;
  if (!works_for_many || !jkb_org_is_subject (doc, mention))
    return FALSE;
  for (guint i = 0; i < mentions->len; i++)
    {
      const JkbOrgMention *other = &g_array_index (mentions, JkbOrgMention, i);

      if (other->span.begin >= sentence.begin && other->span.end < mention->span.begin)
        return FALSE;
    }
  return TRUE;
}

/* 印刷会社アカネ堂が感染した: what it does for others makes it no contractor when it speaks itself, or where nobody else
 * is named (@alone). */
static void
settle_contractors (GArray *mentions, const JkbDoc *doc, gboolean alone)
{
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  for (guint i = 0; i < mentions->len; i++)
    {
      JkbOrgMention *mention = &g_array_index (mentions, JkbOrgMention, i);

      if (mention->is_contractor && jkb_text_take_before (&text, mention->span.begin, "会社") > 0)
        mention->is_contractor = !alone && !jkb_org_announces (doc, mention);
      else if (mention->is_contractor && works_for_anybody (mentions, doc, mention))
        mention->is_contractor = FALSE;
    }
}

/* 委託先(甲乙株式会社) … 甲乙: the name alone is of the same one, unless it speaks. */
static void
spread_contractors (GArray *mentions, const JkbDoc *doc)
{
  g_autoptr(GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < mentions->len; i++)
    if (g_array_index (mentions, JkbOrgMention, i).is_contractor)
      g_hash_table_add (keys, jkb_org_key (doc, g_array_index (mentions, JkbOrgMention, i).span));
  for (guint i = 0; g_hash_table_size (keys) > 0 && i < mentions->len; i++)
    {
      JkbOrgMention *mention = &g_array_index (mentions, JkbOrgMention, i);
      g_autofree char *key = mention->shape == JKB_ORG_BARE ? jkb_org_key (doc, mention->span) : NULL;

      if (key != NULL && g_hash_table_contains (keys, key) && !jkb_org_is_subject (doc, mention))
        mention->is_contractor = TRUE;
    }
}

/* 弊社が提供する「かもめ便」: who names itself nowhere is called by what it runs. */
static void
add_own_thing (const JkbDoc *doc, JkbItem *item)
{
  g_autoptr(GArray) mentions = g_array_new (FALSE, FALSE, sizeof (JkbOrgMention));

  if (g_strcmp0 (item->lang, "en") != 0 && jkb_org_own_add (mentions, doc))
    add_fact (doc, item, JKB_FIELD_ORGANISATION, &g_array_index (mentions, JkbOrgMention, 0), "organisation.own-thing", 0.6);
}

void
jkb_read_organisation (const JkbDoc *doc, JkbItem *item)
{
  static const char *const rules[] = { "organisation.legal-form", "organisation.kind",
                                       "organisation.quoted", "organisation.place" };
  g_autoptr(GArray) names = jkb_org_find (doc);
  g_autoptr(GArray) mentions = g_array_new (FALSE, FALSE, sizeof (JkbOrgMention));
  g_autoptr(GPtrArray) candidates = NULL;
  const JkbOrgCandidate *chosen;

  for (guint i = 0; i < names->len; i++)
    jkb_org_mention_add (mentions, doc, g_array_index (names, JkbOrgName, i).span,
                         g_array_index (names, JkbOrgName, i).shape, 0);
  if (g_strcmp0 (item->lang, "en") == 0)
    jkb_org_english_add (mentions, doc, names);
  else
    {
      jkb_org_places_add (mentions, doc, names);
      jkb_org_self_settle (mentions, doc);
    }
  settle_operators (mentions, doc);
  settle_title (mentions, doc);
  settle_contractors (mentions, doc, FALSE);
  spread_contractors (mentions, doc);
  candidates = jkb_org_candidates_new (doc, mentions);
  if (choose (candidates) == NULL)
    {
      settle_contractors (mentions, doc, TRUE);
      g_clear_pointer (&candidates, g_ptr_array_unref);
      candidates = jkb_org_candidates_new (doc, mentions);
    }
  chosen = prefer (candidates, doc, choose (candidates), is_company_of_shop);
  chosen = prefer (candidates, doc, chosen, is_founder);
  chosen = prefer_board (candidates, doc, chosen);
  chosen = prefer (candidates, doc, chosen, is_whole_name);
  chosen = prefer (candidates, doc, chosen, is_office_of_ward);
  chosen = prefer (candidates, doc, chosen, is_head_of_title);
  if (chosen != NULL)
    add_fact (doc, item, JKB_FIELD_ORGANISATION, chosen->best, rules[chosen->best->shape],
              measure_certainty (candidates, chosen) >= CERTAIN ? 0.9 : 0.6);
  else
    add_own_thing (doc, item);
  add_contractor (mentions, doc, item, chosen != NULL ? chosen->best : NULL);
}
