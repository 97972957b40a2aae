/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A Japanese name has no capital and no blank around it. What can be seen is where the script
 * changes: ideographs, katakana, Latin letters and digits run on in a name; hiragana is mostly
 * grammar. A short run of hiragana belongs to a name (はるやま商事) when it is no word of grammar and
 * stands between a border and name characters.
 */
#include "extract/jkb-org-grammar.h"

#include <string.h>

#define NAME_CHARS_MAX 40
#define HIRAGANA_CHARS_MAX 5

typedef enum { OTHER, NAME, HIRAGANA } CharClass;

static CharClass
classify (gunichar c)
{
  if ((c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || c == 0x3005
      || (c >= 0x30a1 && c <= 0x30ff) || (c < 0x80 && g_ascii_isalnum ((char) c))
      || (c >= 0xc0 && c <= 0x24f) || c == '&' || c == '.' || c == '\'' || c == '-' || c == '_' || c == '+')
    return NAME;
  return c >= 0x3041 && c <= 0x309f ? HIRAGANA : OTHER;
}

/* ---------------------------------------------------------------- runs of name characters */

/* Hiragana that is grammar, whatever stands beside it. */
static gboolean
is_grammar (const char *run, gsize n_bytes)
{
  static const char *const words[] = {
    "は", "が", "の", "を", "に", "で", "と", "も", "や", "へ", "か", "より", "から", "まで", "など", "について",
    "において", "における", "による", "により", "では", "には", "とは", "への", "での", "との", "として", "および",
    "または", "ならびに", "である", "です", "した", "する", "して", "され", "された", "している", "していた", "いる",
    "この", "その", "このたび", "なお", "また", "さらに", "ため", "れた", "れる", "けた", "った", "って", "ある",
    "おける", "つきまして", "ほか", "うち", "という", "といった", "さん", "さま", "にて", "にも", "らの", "い", "く", "る",
    "た", "し", "り", "れ", "き", "ら", "さ", "な", "け", "う", "え", "お", "ご", "て", "っ", "め", "す",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == n_bytes && memcmp (words[i], run, n_bytes) == 0)
      return TRUE;
  return FALSE;
}

/* Hiragana behind ideographs is mostly the end of a verb or a particle (手がける, 行う); only what ends
 * otherwise can be the middle of a name (日本たばこ産業). */
static gboolean
ends_like_grammar (const char *run_end)
{
  static const char *const ends[] = { "る", "た", "い", "う", "く", "し", "て", "れ", "り", "の", "が", "は", "を",
                                      "に", "で", "と", "も", "へ", "す", "な", "き", "つ", "け", "め", "せ", "む", "ん" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (memcmp (run_end - strlen (ends[i]), ends[i], strlen (ends[i])) == 0)
      return TRUE;
  return FALSE;
}

static const char *
previous_char (const char *p)
{
  do
    p--;
  while (((guchar) *p & 0xc0) == 0x80);
  return p;
}

/* A blank between two Latin words is part of a name, any other is not. */
static gboolean
joins_latin_words (const char *p, const char *begin, const char *end)
{
  return *p == ' ' && p > begin && p + 1 < end && g_ascii_isalnum (p[-1])
         && g_ascii_isalpha (p[1]);
}

static gboolean
is_capital (const JkbDoc *doc, gsize offset)
{
  gsize source = jkb_normal_to_source (doc->normal, (JkbSpan){ offset, offset + 1 }).begin;
  gunichar c = g_utf8_get_char (doc->item->text + source);

  return !g_unichar_islower (c);
}

/* Of several Latin words only those from the first capital on are a name. */
static gsize
drop_small_words (const JkbDoc *doc, gsize begin, gsize end)
{
  const char *text = doc->normal->text;

  while (begin < end && g_ascii_isalpha (text[begin]) && !is_capital (doc, begin))
    {
      const char *blank = memchr (text + begin, ' ', end - begin);

      if (blank == NULL)
        return begin;
      begin = (gsize) (blank - text) + 1;
    }
  return begin;
}

JkbSpan
jkb_org_bare_before (const JkbDoc *doc, gsize end, gsize limit)
{
  const char *text = doc->normal->text;
  const char *first = text + limit, *last = text + end, *p = last;
  guint n_chars = 0;

  while (p > first && n_chars < NAME_CHARS_MAX)
    {
      const char *q = previous_char (p);
      CharClass c = classify (g_utf8_get_char (q));

      if (c == HIRAGANA)
        {
          const char *run = p;
          guint n = 0;

          while (run > first && classify (g_utf8_get_char (previous_char (run))) == HIRAGANA)
            run = previous_char (run), n++;
          if (n > HIRAGANA_CHARS_MAX || is_grammar (run, (gsize) (p - run)) || n < 2
              || (run > first && classify (g_utf8_get_char (previous_char (run))) == NAME
                  && (p == last || ends_like_grammar (p)))
              || (p == last && n < 3 && ends_like_grammar (p)))
            break;
          q = run;
        }
      else if (c == OTHER && !joins_latin_words (q, first, last + 1))
        break;
      p = q;
      n_chars++;
    }
  while (p < last && (*p == ' ' || *p == '-' || *p == '.' || *p == '\'' || *p == '&'
                      || g_str_has_prefix (p, "ー") || g_str_has_prefix (p, "・")))
    p = g_utf8_next_char (p);
  return (JkbSpan){ drop_small_words (doc, (gsize) (p - text), end), end };
}

JkbSpan
jkb_org_bare_after (const JkbDoc *doc, gsize begin, gsize limit)
{
  const char *text = doc->normal->text;
  const char *first = text + begin, *end = text + limit, *p = first;
  guint n_chars = 0;

  while (p < end && n_chars < NAME_CHARS_MAX)
    {
      CharClass c = classify (g_utf8_get_char (p));

      if (c == HIRAGANA)
        {
          const char *run = p;
          guint n = 0;

          while (run < end && classify (g_utf8_get_char (run)) == HIRAGANA)
            run = g_utf8_next_char (run), n++;
          if (n > HIRAGANA_CHARS_MAX || is_grammar (p, (gsize) (run - p)) || n < 2
              || (p > first && (ends_like_grammar (run) || run == end
                                || classify (g_utf8_get_char (run)) != NAME)))
            break;
          p = run;
          n_chars += n;
          continue;
        }
      if (c == OTHER && !joins_latin_words (p, first, end))
        break;
      p = g_utf8_next_char (p);
      n_chars++;
    }
  while (p > first && (p[-1] == '.' || p[-1] == '-' || p[-1] == ' ' || p[-1] == '\'' || p[-1] == '&'))
    p--;
  return (JkbSpan){ begin, (gsize) (p - text) };
}

/* ---------------------------------------------------------------- what is no name */

/* A社, X市, ○○株式会社, 某社: names that are masked. */
gboolean
jkb_org_is_masked (const char *text, JkbSpan span)
{
  static const char *const signs[] = { "○", "〇〇", "△", "□", "◯", "●", "××", "xx", "某" };
  const char *p = text + span.begin;
  gsize n = span.end - span.begin;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (n >= strlen (signs[i]) && memcmp (p, signs[i], strlen (signs[i])) == 0)
      return TRUE;
  return n > 1 && g_ascii_isalpha (p[0]) && (guchar) p[1] >= 0x80
         && g_utf8_strlen (p, (gssize) n) <= 5;
}

static gboolean
begins_generically (const char *text, JkbSpan span)
{
  static const char *const words[]
      = { "当", "本", "各", "同", "他", "全", "弊", "貴", "御", "両", "該", "別の", "複数", "一部", "国内", "海外",
          "関係", "対象", "外部", "専門", "指定", "大手", "民間", "公立", "私立", "県内", "市内", "都内", "地元",
          "委託先", "取引先", "提携", "近隣", "現地", "第三者" };
  const char *p = text + span.begin;
  gsize n = span.end - span.begin;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (n >= strlen (words[i]) && memcmp (p, words[i], strlen (words[i])) == 0)
      return g_utf8_strlen (p, (gssize) n) <= 5 || i >= 8;
  return FALSE;
}

/* ---------------------------------------------------------------- finding */

static gboolean
begins_incident (const JkbDoc *doc, gsize offset)
{
  guint n_hits;

  jkb_doc_hits (doc, JKB_TERM_NOTICE, (JkbSpan){ offset, offset + 1 }, &n_hits);
  return n_hits > 0;
}

/* A name ends where grammar or a border follows; also where the script changes (大学サポート詐欺), and
 * where the words of an incident begin (図書館改ざん). */
static gboolean
is_border_after (const JkbDoc *doc, gsize offset)
{
  gunichar c = g_utf8_get_char (doc->normal->text + offset);
  gboolean is_ideograph = (c >= 0x3400 && c <= 0x9fff) || c == 0x3005;

  return c == 0 || classify (c) != NAME || !is_ideograph || begins_incident (doc, offset);
}

/* 霞県海辺市 is 海辺市: what is above a town by its address is not part of its name. */
static gsize
skip_prefecture (const char *text, JkbSpan span)
{
  static const char *const marks[] = { "県", "府", "都", "道" };
  static const char *const towns[] = { "市", "町", "村", "区" };
  const char *p = text + span.begin;
  const char *end = text + span.end;
  guint n = 0;

  for (; p < end && n < 4; p = g_utf8_next_char (p), n++)
    for (guint i = 0; n >= 2 && i < G_N_ELEMENTS (marks); i++)
      {
        const char *after = p + strlen (marks[i]);

        if (!g_str_has_prefix (p, marks[i]) || g_utf8_strlen (after, end - after) < 3)
          continue;
        for (guint j = 0; j < G_N_ELEMENTS (towns); j++)
          {
            const char *town = g_strstr_len (after + strlen ("市"), end - after - strlen ("市"), towns[j]);

            if (town != NULL)
              return (gsize) (after - text);
          }
      }
  return span.begin;
}

/* 電子部品メーカー甲乙, 通販サイト甲乙: words that say what it is stand before the name. */
static gsize
skip_description (const JkbDoc *doc, JkbSpan span)
{
  const char *text = doc->normal->text;
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, span, &n_hits);

  for (guint i = n_hits; i-- > 0;)
    {
      gsize end = hits[i].span.end;
      gboolean ends_kana, begins_kana;

      if (hits[i].term->value != JKB_ORG_CUE_TERM_DESCRIPTION || end + 6 > span.end)
        continue;
      ends_kana = g_utf8_get_char (previous_char (text + end)) >= 0x30a1
                  && g_utf8_get_char (previous_char (text + end)) <= 0x30ff;
      begins_kana = g_utf8_get_char (text + end) >= 0x30a1 && g_utf8_get_char (text + end) <= 0x30ff;
      if (ends_kana != begins_kana)
        return end;
    }
  return span.begin;
}

static gsize
count_chars (const char *text, JkbSpan span)
{
  return (gsize) g_utf8_strlen (text + span.begin, (gssize) (span.end - span.begin));
}

static void
add_name (GArray *names, const char *text, JkbSpan span, JkbOrgShape shape)
{
  JkbOrgName name = { span, shape };

  if (span.end <= span.begin || jkb_org_is_masked (text, span))
    return;
  g_array_append_val (names, name);
}

/* 株式会社X and X株式会社: the side where a name stands close by; before wins when both do. */
static void
find_legal (const JkbDoc *doc, GArray *names)
{
  const char *text = doc->normal->text;
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_FORM, jkb_doc_whole (doc), &n_hits);

  for (guint i = 0; i < n_hits; i++)
    {
      JkbSpan form = hits[i].span;
      gsize limit = form.begin > 160 ? form.begin - 160 : 0;
      JkbSpan before, after;

      while (limit < form.begin && ((guchar) text[limit] & 0xc0) == 0x80)
        limit++;
      before = jkb_org_bare_before (doc, form.begin, limit);
      after = jkb_org_bare_after (doc, form.end, doc->normal->n_bytes);
      if (count_chars (text, before) >= 2 && hits[i].term->value != JKB_ORG_FORM_TERM_BEFORE)
        add_name (names, text, (JkbSpan){ before.begin, form.end }, JKB_ORG_LEGAL);
      else if (count_chars (text, after) >= 2 && hits[i].term->value != JKB_ORG_FORM_TERM_AFTER)
        add_name (names, text, (JkbSpan){ form.begin, after.end }, JKB_ORG_LEGAL);
    }
}

static void
find_kinds (const JkbDoc *doc, GArray *names)
{
  const char *text = doc->normal->text;
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_KIND, jkb_doc_whole (doc), &n_hits);

  for (guint i = 0; i < n_hits; i++)
    {
      JkbSpan kind = hits[i].span;
      gsize limit = kind.begin > 160 ? kind.begin - 160 : 0;
      JkbSpan whole;

      if (!is_border_after (doc, kind.end))
        continue;
      while (limit < kind.begin && ((guchar) text[limit] & 0xc0) == 0x80)
        limit++;
      whole = jkb_org_bare_before (doc, kind.begin, limit);
      whole.end = kind.end;
      if (hits[i].term->value == JKB_ORG_KIND_TERM_WHOLE ? whole.begin != kind.begin
                                                         : kind.begin - whole.begin < 3)
        {
          if (hits[i].term->value != JKB_ORG_KIND_TERM_WHOLE)
            continue;
          whole.begin = kind.begin;
        }
      whole.begin = skip_prefecture (text, whole);
      whole.begin = skip_description (doc, whole);
      if (!begins_generically (text, whole))
        add_name (names, text, whole, JKB_ORG_KIND);
    }
}

static void
find_quoted (const JkbDoc *doc, GArray *names)
{
  static const struct
  {
    const char *open, *close;
  } quotes[] = { { "「", "」" }, { "『", "』" }, { "\"", "\"" } };
  const char *text = doc->normal->text;

  for (const char *p = text; *p != '\0';)
    {
      gsize n = 1;

      for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
        if (g_str_has_prefix (p, quotes[i].open))
          {
            const char *begin = p + strlen (quotes[i].open);
            const char *end = g_strstr_len (begin, NAME_CHARS_MAX * 3, quotes[i].close);

            n = strlen (quotes[i].open);
            if (end != NULL && end > begin && memchr (begin, '\n', (gsize) (end - begin)) == NULL
                && g_strstr_len (begin, end - begin, "。") == NULL)
              {
                add_name (names, text, (JkbSpan){ (gsize) (begin - text), (gsize) (end - text) },
                          JKB_ORG_QUOTED);
                n = (gsize) (end - p) + strlen (quotes[i].close);
              }
          }
      p += n;
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const JkbOrgName *x = a, *y = b;

  if (x->span.begin != y->span.begin)
    return x->span.begin < y->span.begin ? -1 : 1;
  return x->span.end > y->span.end ? -1 : x->span.end < y->span.end;
}

/* Of names that overlap the longest stays; a name within quotes gives way to the quoted one unless
 * it has a legal form. */
static void
drop_overlaps (GArray *names)
{
  guint n_kept = 0;

  for (guint i = 0; i < names->len; i++)
    {
      JkbOrgName name = g_array_index (names, JkbOrgName, i);
      JkbOrgName *last = n_kept > 0 ? &g_array_index (names, JkbOrgName, n_kept - 1) : NULL;

      if (last != NULL && name.span.begin < last->span.end)
        {
          gsize own = name.span.end - name.span.begin, its = last->span.end - last->span.begin;

          if (own > its || (last->shape == JKB_ORG_QUOTED && name.shape == JKB_ORG_LEGAL))
            *last = name;
          continue;
        }
      g_array_index (names, JkbOrgName, n_kept++) = name;
    }
  g_array_set_size (names, n_kept);
}

GArray *
jkb_org_find (const JkbDoc *doc)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (JkbOrgName));

  find_legal (doc, names);
  find_kinds (doc, names);
  find_quoted (doc, names);
  g_array_sort (names, compare_names);
  drop_overlaps (names);
  return names;
}

JkbSpan
jkb_org_bare_name (const JkbDoc *doc, JkbSpan run)
{
  run.begin = skip_description (doc, run);
  return run;
}
