/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All places of one name together: what it looks like, how often the text has it, what stands around it there, and how it
 * relates to the other names of the text.
 */
#include "extract/jkb-org-candidate.h"

#include <string.h>

#include "extract/jkb-text-at.h"

/* What stands around a name is looked at this often. */
#define TIMES_MAX 12

char *
jkb_org_key (const JkbDoc *doc, JkbSpan span)
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
  JkbOrgCandidate *candidate = data;

  g_free (candidate->key);
  g_free (candidate);
}

static JkbOrgCandidate *
ensure_candidate (GPtrArray *candidates, const JkbDoc *doc, JkbSpan span)
{
  g_autofree char *key = jkb_org_key (doc, span);
  JkbOrgCandidate *candidate = jkb_org_candidate_find (candidates, key);

  if (candidate != NULL)
    return candidate;
  candidate = g_new0 (JkbOrgCandidate, 1);
  candidate->key = g_steal_pointer (&key);
  candidate->begin = span.begin;
  g_ptr_array_add (candidates, candidate);
  return candidate;
}

JkbOrgCandidate *
jkb_org_candidate_find (const GPtrArray *candidates, const char *key)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      JkbOrgCandidate *candidate = g_ptr_array_index (candidates, i);

      if (strcmp (candidate->key, key) == 0)
        return candidate;
    }
  return NULL;
}

/* The name is told as it stands with its legal form, if it ever does. */
static gboolean
stands_better (const JkbOrgMention *mention, const JkbOrgMention *other)
{
  if ((mention->shape == JKB_ORG_LEGAL) != (other->shape == JKB_ORG_LEGAL))
    return mention->shape == JKB_ORG_LEGAL;
  return mention->points > other->points;
}

static void
collect (GPtrArray *candidates, const JkbDoc *doc, const JkbOrgMention *mention)
{
  JkbOrgCandidate *candidate = ensure_candidate (candidates, doc, mention->span);

  if (candidate->best == NULL || stands_better (mention, candidate->best))
    candidate->best = mention;
  candidate->begin = MIN (candidate->begin, mention->span.begin);
  candidate->signs |= mention->signs;
  candidate->traits |= mention->acts_on_another ? JKB_ORG_TRAIT (ACTS_ON_ANOTHER) : 0;
  candidate->n_places++;
}

/* 甲乙建設株式会社 … 甲乙建設社の: one and the same, where the text calls it both. */
static void
join_companies (GPtrArray *candidates)
{
  for (guint i = candidates->len; i-- > 0;)
    {
      JkbOrgCandidate *company = g_ptr_array_index (candidates, i);
      g_autofree char *key = g_str_has_suffix (company->key, "社") ? g_strndup (company->key, strlen (company->key) - strlen ("社")) : NULL;
      JkbOrgCandidate *plain = key != NULL ? jkb_org_candidate_find (candidates, key) : NULL;

      if (plain == NULL)
        continue;
      plain->begin = MIN (plain->begin, company->begin);
      plain->signs |= company->signs;
      plain->traits |= company->traits;
      plain->n_places += company->n_places;
      g_ptr_array_remove_index (candidates, i);
    }
}

/* ---------------------------------------------------------------- what it looks like */

typedef struct
{
  guint n_chars, n_han, n_hiragana, n_katakana, n_latin, n_digits;
} Letters;

static Letters
count_letters (const char *key)
{
  Letters letters = { 0 };

  for (const char *p = key; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      letters.n_chars++;
      letters.n_han += jkb_text_is_kanji (c);
      letters.n_hiragana += c >= 0x3041 && c <= 0x309f;
      letters.n_katakana += c >= 0x30a0 && c <= 0x30ff;
      letters.n_latin += c < 0x80 && g_ascii_isalpha ((char) c);
      letters.n_digits += c < 0x80 && g_ascii_isdigit ((char) c);
    }
  return letters;
}

static gboolean
ends_in_one_of (const char *key, const char *characters)
{
  const char *last = g_utf8_find_prev_char (key, key + strlen (key));

  return last != NULL && g_utf8_strchr (characters, -1, g_utf8_get_char (last)) != NULL;
}

static JkbOrgTraits
traits_of_letters (const JkbOrgCandidate *candidate)
{
  Letters n = count_letters (candidate->key);
  JkbOrgTraits traits = 0;

  traits |= n.n_chars <= 2 ? JKB_ORG_TRAIT (CHARS_2) : n.n_chars == 3 ? JKB_ORG_TRAIT (CHARS_3) : 0;
  traits |= n.n_chars >= 15 ? JKB_ORG_TRAIT (CHARS_15) : 0;
  traits |= n.n_chars >= 22 ? JKB_ORG_TRAIT (CHARS_22) : 0;
  traits |= n.n_digits > 0 ? JKB_ORG_TRAIT (DIGIT) : 0;
  traits |= n.n_hiragana > 0 ? JKB_ORG_TRAIT (HIRAGANA) : 0;
  traits |= n.n_hiragana > 3 ? JKB_ORG_TRAIT (HIRAGANA_4) : 0;
  traits |= n.n_katakana > 2 ? JKB_ORG_TRAIT (KATAKANA) : 0;
  traits |= n.n_latin > 1 ? JKB_ORG_TRAIT (LATIN) : 0;
  traits |= n.n_han == n.n_chars ? JKB_ORG_TRAIT (IDEOGRAPHS) : 0;
  traits |= n.n_hiragana == n.n_chars ? JKB_ORG_TRAIT (ONLY_HIRAGANA) : 0;
  traits |= g_ascii_isdigit (candidate->key[0]) ? JKB_ORG_TRAIT (DIGIT_FIRST) : 0;
  traits |= ends_in_one_of (candidate->key, "上内中前後間時分者人名件数量的化性度") ? JKB_ORG_TRAIT (COMMON_END) : 0;
  if ((candidate->signs & JKB_ORG_SIGN (KIND)) != 0 && ends_in_one_of (candidate->key, "市県町村区都府道"))
    traits |= JKB_ORG_TRAIT (REGION);
  return traits;
}

static int
nature_of (const JkbDoc *doc, const char *key)
{
  const JkbTerm *ending = jkb_lexicon_find_ending (doc->lexicon, key);

  return ending != NULL && !ending->hides ? ending->value : JKB_ORG_N_NATURES;
}

/* ---------------------------------------------------------------- what stands around it */

static gsize
skip_blanks (const JkbText *text, gsize at)
{
  while (at < text->n_bytes && text->bytes[at] == ' ')
    at++;
  return at;
}

/* Where @key ends that begins at @at, blanks within it aside; 0 when it does not. */
static gsize
match_key (const JkbText *text, gsize at, const char *key)
{
  for (; *key != '\0'; key++, at++)
    {
      while (at < text->n_bytes && text->bytes[at] == ' ')
        at++;
      if (at >= text->n_bytes || text->bytes[at] != *key)
        return 0;
    }
  return at;
}

static JkbOrgTraits
traits_behind (const JkbText *text, gsize at)
{
  static const struct
  {
    const char *word;
    JkbOrgTrait trait;
  } words[] = {
    { "では", JKB_ORG_TRAIT_BEFORE_DEWA }, { "によ", JKB_ORG_TRAIT_BEFORE_NIYO }, { "は", JKB_ORG_TRAIT_BEFORE_HA },
    { "が", JKB_ORG_TRAIT_BEFORE_GA }, { "におい", JKB_ORG_TRAIT_BEFORE_NIOI }, { "におけ", JKB_ORG_TRAIT_BEFORE_NIOKE },
    { "へ", JKB_ORG_TRAIT_BEFORE_HE }, { "の", JKB_ORG_TRAIT_BEFORE_NO }, { "を", JKB_ORG_TRAIT_BEFORE_WO },
    { "に", JKB_ORG_TRAIT_BEFORE_NI }, { "で", JKB_ORG_TRAIT_BEFORE_DE }, { "と", JKB_ORG_TRAIT_BEFORE_TO },
    { "、", JKB_ORG_TRAIT_BEFORE_COMMA }, { "\n", JKB_ORG_TRAIT_BEFORE_LINE_END }, { "や", JKB_ORG_TRAIT_BEFORE_YA },
    { "等", JKB_ORG_TRAIT_BEFORE_TOU }, { "など", JKB_ORG_TRAIT_BEFORE_NADO }, { "から", JKB_ORG_TRAIT_BEFORE_KARA },
    { "も", JKB_ORG_TRAIT_BEFORE_MO }, { "(", JKB_ORG_TRAIT_BEFORE_BRACKET }, { "社", JKB_ORG_TRAIT_BEFORE_SHA },
    { "内", JKB_ORG_TRAIT_BEFORE_NAI }, { "し", JKB_ORG_TRAIT_BEFORE_SHI }, { "さ", JKB_ORG_TRAIT_BEFORE_SA },
  };
  static const char *const closing[] = { "」", "』", ")", "\"", NULL };

  at = skip_blanks (text, at);
  at = skip_blanks (text, at + jkb_text_take_any (text, at, closing));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (jkb_text_take (text, at, words[i].word) > 0)
      return (JkbOrgTraits) 1 << words[i].trait;
  if (at < text->n_bytes && jkb_text_is_kanji (g_utf8_get_char (text->bytes + at)))
    return JKB_ORG_TRAIT (BEFORE_IDEOGRAPH);
  return 0;
}

static JkbOrgTraits
traits_before (const JkbText *text, gsize at)
{
  gunichar c;

  while (at > 0 && text->bytes[at - 1] == ' ')
    at--;
  c = at > 0 ? jkb_text_char_before (text, at) : '\n';
  switch (c)
    {
    case '\n':
    case 0x3002:                        /* 。 */
      return JKB_ORG_TRAIT (BEHIND_BORDER);
    case 0x300c:                        /* 「 */
    case 0x300e:
      return JKB_ORG_TRAIT (BEHIND_QUOTE);
    case 0x3001:                        /* 、 */
      return JKB_ORG_TRAIT (BEHIND_COMMA);
    case 0x306e:                        /* の */
      return JKB_ORG_TRAIT (BEHIND_NO);
    case '(':
      return JKB_ORG_TRAIT (BEHIND_BRACKET);
    case 0x3011:                        /* 】 */
      return JKB_ORG_TRAIT (BEHIND_MARK);
    default:
      break;
    }
  if (jkb_text_is_kanji (c))
    return JKB_ORG_TRAIT (BEHIND_IDEOGRAPH);
  return c >= 0x3041 && c <= 0x309f ? JKB_ORG_TRAIT (BEHIND_HIRAGANA) : JKB_ORG_TRAIT (BEHIND_OTHER);
}

static void
look_around (JkbOrgCandidate *candidate, const JkbDoc *doc)
{
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  g_autofree char *first = g_strndup (candidate->key, (gsize) (g_utf8_next_char (candidate->key) - candidate->key));

  if (*candidate->key == '\0')
    return;
  for (const char *p = text.bytes; (p = jkb_text_find (p, -1, first)) != NULL;)
    {
      gsize at = (gsize) (p - text.bytes), end = match_key (&text, at, candidate->key);

      if (end > 0 && candidate->n_times++ < TIMES_MAX)
        {
          candidate->traits |= traits_behind (&text, end) | traits_before (&text, at);
          candidate->fates |= jkb_org_fates_behind (&text, end);
          jkb_org_around_look (&candidate->around, &text, (JkbSpan){ at, end });
        }
      p = end > 0 ? text.bytes + end : g_utf8_next_char (p);
    }
}

/* ---------------------------------------------------------------- how it relates to others */

/* 同市, 同校, 当院, 本学: what those end in that are meant. */
static const struct
{
  const char *word, *end;
} echoes[] = {
  { "大学", "大学" }, { "学校", "学校" }, { "高校", "高校" }, { "病院", "病院" }, { "医院", "医院" }, { "銀行", "銀行" }, { "信金", "信用金庫" },
  { "信用金庫", "信用金庫" }, { "協会", "協会" }, { "学会", "学会" }, { "機構", "機構" }, { "財団", "財団" }, { "組合", "組合" }, { "連盟", "連盟" },
  { "委員会", "委員会" }, { "研究所", "研究所" }, { "センター", "センター" }, { "市", "市" }, { "県", "県" }, { "町", "町" }, { "村", "村" },
  { "区", "区" }, { "府", "府" }, { "都", "都" }, { "省", "省" }, { "庁", "庁" }, { "署", "署" }, { "社", "社" }, { "校", "校" }, { "院", "院" },
  { "学", "大学" }, { "大", "大学" }, { "高", "高校" }, { "園", "園" }, { "行", "銀行" }, { "庫", "金庫" }, { "会", "会" }, { "館", "館" },
  { "局", "局" }, { "店", "店" }, { "所", "所" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (echoes) <= 64);

static guint64
find_echoes (const JkbDoc *doc)
{
  static const char *const begins[] = { "同", "当", "本", "弊" };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  guint64 found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (begins); i++)
    for (const char *p = text.bytes; (p = jkb_text_find (p, -1, begins[i])) != NULL; p += strlen (begins[i]))
      {
        gsize at = (gsize) (p - text.bytes);

        if (at > 0 && jkb_text_is_kanji (jkb_text_char_before (&text, at)))
          continue;
        for (guint j = 0; j < G_N_ELEMENTS (echoes); j++)
          if (jkb_text_take (&text, at + strlen (begins[i]), echoes[j].word) > 0)
            {
              found |= G_GUINT64_CONSTANT (1) << j;
              break;
            }
      }
  return found;
}

static JkbOrgTraits
traits_of_echoes (const JkbOrgCandidate *candidate, guint64 found)
{
  for (guint i = 0; i < G_N_ELEMENTS (echoes); i++)
    if ((found >> i & 1) != 0
        && (g_str_has_suffix (candidate->key, echoes[i].end) || g_str_has_suffix (candidate->key, echoes[i].word)))
      return JKB_ORG_TRAIT (ECHO);
  return found != 0 && (candidate->signs & JKB_ORG_SIGN (LEGAL)) == 0 ? JKB_ORG_TRAIT (NO_ECHO) : 0;
}

static JkbOrgTraits
traits_among (const GPtrArray *candidates, const JkbOrgCandidate *candidate)
{
  JkbOrgTraits traits = JKB_ORG_TRAIT (FIRST);

  for (guint i = 0; i < candidates->len; i++)
    {
      const JkbOrgCandidate *other = g_ptr_array_index (candidates, i);

      if (other == candidate)
        continue;
      if (other->begin < candidate->begin)
        traits &= ~JKB_ORG_TRAIT (FIRST);
      if (strstr (other->key, candidate->key) != NULL)
        traits |= JKB_ORG_TRAIT (WITHIN_OTHER);
      if (strstr (candidate->key, other->key) != NULL)
        traits |= JKB_ORG_TRAIT (HOLDS_OTHER);
    }
  return traits;
}

static gboolean
speaks_of_itself (const JkbDoc *doc)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, jkb_doc_whole (doc), &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (jkb_org_is_self (doc, &hits[i]))
      return TRUE;
  return FALSE;
}

/* The writer is 当社: then a name that acts is that of another more often than in news. */
static JkbOrgTraits
traits_beside_self (JkbOrgSigns signs)
{
  JkbOrgTraits traits = 0;

  traits |= (signs & (JKB_ORG_SIGN (SUBJECT) | JKB_ORG_SIGN (ANNOUNCES))) != 0 ? JKB_ORG_TRAIT (SELF_SUBJECT) : 0;
  traits |= (signs & JKB_ORG_SIGN (LEGAL)) != 0 ? JKB_ORG_TRAIT (SELF_LEGAL) : 0;
  traits |= (signs & JKB_ORG_SIGN (KIND)) != 0 ? JKB_ORG_TRAIT (SELF_KIND) : 0;
  traits |= (signs & JKB_ORG_SIGN (QUOTED)) != 0 ? JKB_ORG_TRAIT (SELF_QUOTED) : 0;
  traits |= (signs & JKB_ORG_SIGN (BARE)) != 0 ? JKB_ORG_TRAIT (SELF_BARE) : 0;
  return traits;
}

/* 灯台新聞 in a line of its own: who printed the report. */
static gboolean
is_byline (const JkbDoc *doc, const JkbOrgMention *mention)
{
  const JkbTerm *ending = (mention->signs & JKB_ORG_SIGN (ALONE)) != 0 ? jkb_org_nature (doc, mention->span) : NULL;

  return ending != NULL && ending->value == JKB_ORG_NATURE_TERM_PRESS;
}

GPtrArray *
jkb_org_candidates_new (const JkbDoc *doc, const GArray *mentions)
{
  GPtrArray *candidates = g_ptr_array_new_with_free_func (free_candidate);
  gboolean has_self = speaks_of_itself (doc), is_english = g_strcmp0 (doc->item->lang, "en") == 0;
  guint64 found = find_echoes (doc);

  for (guint i = 0; i < mentions->len; i++)
    {
      const JkbOrgMention *mention = &g_array_index (mentions, JkbOrgMention, i);

      if (!mention->is_contractor && (has_self || !is_byline (doc, mention)))
        collect (candidates, doc, mention);
    }
  join_companies (candidates);
  for (guint i = 0; i < candidates->len; i++)
    {
      JkbOrgCandidate *candidate = g_ptr_array_index (candidates, i);

      look_around (candidate, doc);
      candidate->nature = nature_of (doc, candidate->key);
      candidate->traits |= traits_of_letters (candidate) | traits_of_echoes (candidate, found) | traits_among (candidates, candidate);
      if (has_self)
        candidate->traits |= traits_beside_self (candidate->signs);
      if (is_english && (candidate->signs & JKB_ORG_SIGN (BARE)) != 0)
        candidate->traits |= JKB_ORG_TRAIT (ENGLISH_BARE);
      candidate->points = jkb_org_weigh_candidate (candidate);
    }
  return candidates;
}
