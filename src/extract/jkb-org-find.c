/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names by their form: with a legal form before or behind, ending in what they are, in quotes.
 */
#include "extract/jkb-org-private.h"

#include <string.h>

#include "extract/jkb-text-at.h"

/* So much of a name in a line of its own may look like grammar. */
#define OWN_BEGIN_BYTES 36

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

        if (!jkb_text_begins (p, marks[i]) || g_utf8_strlen (after, end - after) < 3)
          continue;
        for (guint j = 0; j < G_N_ELEMENTS (towns); j++)
          {
            const char *town = jkb_text_find (after + strlen ("市"), end - after - strlen ("市"), towns[j]);

            if (town != NULL && !jkb_text_begins (after, "市町村"))
              return (gsize) (after - text);
          }
      }
  return span.begin;
}

/* 2031年5月16日にひなた銀行: when it was is no part of the name. */
static gsize
skip_time (const JkbDoc *doc, JkbSpan span)
{
  static const char *const words[] = { "年", "月", "日", "頃", "ごろ", "に", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize at = span.begin;

  while (at < span.end)
    {
      gsize n = g_ascii_isdigit (text.bytes[at]) ? 1 : jkb_text_take_any (&text, at, words);

      if (n == 0)
        break;
      at += n;
    }
  return at > span.begin + strlen ("日に") && jkb_text_take_before (&text, at, "に") > 0 ? at : span.begin;
}

/* 2031-04-03 The Harbor Light Hospital: the day of a report and the article. */
static gsize
skip_day_and_article (const char *text, JkbSpan span)
{
  gsize at = span.begin;

  while (at < span.end && (g_ascii_isdigit (text[at]) || text[at] == '-'))
    at++;
  at = at >= span.begin + strlen ("2031-04-03") && text[at] == ' ' ? at + 1 : span.begin;
  return jkb_text_begins (text + at, "the ") && at + strlen ("the ") < span.end ? at + strlen ("the ") : at;
}

void
jkb_org_add_name (GArray *names, const char *text, JkbSpan span, JkbOrgShape shape)
{
  JkbOrgName name = { span, shape };

  if (span.end <= span.begin || jkb_org_is_masked (text, span))
    return;
  g_array_append_val (names, name);
}

/* 花輪市役所 is where 花輪市 sits. */
static gsize
measure_hall (const char *text, JkbSpan name)
{
  static const char *const desks[] = { "事務局", "サポートセンター", "コールセンター", "お客様センター", "お客さまセンター", "カスタマーセンター" };
  static const char *const halls[] = { "市役所", "区役所", "町役場", "村役場" };
  static const char *const offices[] = { "県庁", "府庁", "道庁", "都庁" };
  gsize n = strlen ("市役所");

  for (guint i = 0; i < G_N_ELEMENTS (desks); i++)
    if (name.end - name.begin >= strlen (desks[i]) + strlen ("甲乙会") && jkb_org_ends_with (text, name, desks[i]))
      return strlen (desks[i]);
  /* 霞浜市東区役所 is a house of the town; 東区役所 is where 東区 sits. */
  if (jkb_org_ends_with (text, name, "区役所")
      && jkb_text_find (text + name.begin, (gssize) (name.end - name.begin), "市") != NULL)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (halls); i++)
    if (name.end - name.begin > n && jkb_org_ends_with (text, name, halls[i]))
      return strlen ("役所");
  for (guint i = 0; i < G_N_ELEMENTS (offices); i++)
    if (name.end - name.begin > strlen (offices[i]) + strlen ("霞") && jkb_org_ends_with (text, name, offices[i]))
      return strlen ("庁");
  return 0;
}

/* 産業医科大学病院: what a university teaches is its name, if that is more than one word. */
static gboolean
is_called_by_its_subject (const char *text, JkbSpan name)
{
  const char *mark = jkb_text_find (text + name.begin, (gssize) (name.end - name.begin), "大学");

  return mark != NULL && mark >= text + name.begin + strlen ("産業医科");
}

/* 教育委員会事務局, 病院事務局: nothing in it says which one. */
static gboolean
is_kinds_only (const JkbDoc *doc, JkbSpan name, const JkbTerm *last)
{
  guint n_kinds, n_words;
  const JkbHit *kinds = jkb_doc_hits (doc, JKB_TERM_ORG_KIND, name, &n_kinds);
  const JkbHit *words = jkb_doc_hits (doc, JKB_TERM_ORG_STOP, name, &n_words);
  gsize at = name.begin;

  if (last->value == JKB_ORG_KIND_TERM_WHOLE || is_called_by_its_subject (doc->normal->text, name))
    return FALSE;
  for (guint i = 0; i < n_kinds && kinds[i].span.begin <= at; i++)
    if (kinds[i].term->value != JKB_ORG_KIND_TERM_WHOLE && kinds[i].span.end <= name.end)
      at = MAX (at, kinds[i].span.end);
  for (guint i = 0; i < n_words && at > name.begin; i++)
    if (words[i].span.begin == at && words[i].span.end <= name.end)
      at = words[i].span.end;
  return at >= name.end;
}

/* 浜辺町の|町立灯台病院: where it is, before who founded it. */
static gsize
skip_place_of_founder (const char *text, JkbSpan name)
{
  static const char *const founders[] = { "の町立", "の市立", "の村立", "の県立", "の区立", "の国立", "の府立", "の都立", "の道立", "の私立" };

  if (jkb_text_find (text + name.begin, (gssize) (name.end - name.begin), "立") == NULL)
    return name.begin;
  for (guint i = 0; i < G_N_ELEMENTS (founders); i++)
    {
      const char *p = jkb_text_find (text + name.begin, (gssize) (name.end - name.begin), founders[i]);

      if (p != NULL)
        return (gsize) (p - text) + strlen ("の");
    }
  return name.begin;
}

/* かざぐるまの|オンラインストア: whose shop it is. */
static gsize
cut_owned_shop (const char *text, JkbSpan whole, gsize kind)
{
  static const char *const shops[] = { "ストア", "ショップ", "サイト", "通販" };
  gsize owner = kind - MIN (kind, strlen ("の"));

  for (guint i = 0; owner > whole.begin && i < G_N_ELEMENTS (shops); i++)
    if (jkb_text_begins (text + owner, "の") && jkb_org_ends_with (text, whole, shops[i]))
      return owner;
  return whole.end;
}

/* みなとが丘信用組合 in a line of its own: what stands before the grammar in it belongs to the name. */
static gsize
find_line_begin (const JkbDoc *doc, JkbSpan name)
{
  const JkbLine *line = &g_array_index (doc->lines, JkbLine, jkb_doc_line_at (doc, name.begin));
  const char *text = doc->normal->text;

  if (line->text.end != name.end || name.begin - line->text.begin > OWN_BEGIN_BYTES || name.begin == line->text.begin)
    return name.begin;
  for (const char *p = text + line->text.begin; p < text + name.begin; p = g_utf8_next_char (p))
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (p));

      if ((script != G_UNICODE_SCRIPT_HIRAGANA && script != G_UNICODE_SCRIPT_HAN) || jkb_text_begins (p, "を") || jkb_text_begins (p, "ます"))
        return name.begin;
    }
  return line->text.begin;
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
      gsize limit = jkb_org_limit (text, kind.begin);
      JkbSpan whole;

      if (!jkb_org_ends_at (doc, kind.end))
        continue;
      whole = jkb_org_bare_before (doc, kind.begin, limit);
      whole.end = kind.end;
      if (hits[i].term->value == JKB_ORG_KIND_TERM_WHOLE ? whole.begin != kind.begin
                                                         : kind.begin - whole.begin < 3)
        {
          if (hits[i].term->value != JKB_ORG_KIND_TERM_WHOLE)
            continue;
          whole.begin = kind.begin;
        }
      whole.begin = find_line_begin (doc, whole);
      whole.begin = skip_time (doc, whole);
      whole.begin = skip_day_and_article (text, whole);
      whole.begin = skip_prefecture (text, whole);
      whole.begin = skip_place_of_founder (text, whole);
      whole = jkb_org_bare_name (doc, whole);
      if (whole.begin < kind.begin && g_ascii_isalnum (text[whole.begin]) && g_ascii_isalpha (text[kind.begin]))
        whole = jkb_org_english_kind (doc, whole);
      whole.end = cut_owned_shop (text, whole, kind.begin);
      whole.end -= measure_hall (text, whole);
      whole.end += jkb_org_measure_rest (doc, hits[i].span);
      if (!jkb_org_is_generic (text, whole) && !is_kinds_only (doc, whole, hits[i].term))
        jkb_org_add_name (names, text, whole, JKB_ORG_KIND);
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

  jkb_org_find_legal (doc, names);
  find_kinds (doc, names);
  jkb_org_find_quoted (doc, names);
  g_array_sort (names, compare_names);
  drop_overlaps (names);
  return names;
}
