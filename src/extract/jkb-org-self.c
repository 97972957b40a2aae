/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a writer calls itself tells what it is: 当院 is a hospital, 本市 a city, 当社 a company. A name of that kind
 * is the writer's more likely than one of another, and a company that 本市 writes about works for it.
 */
#include "extract/jkb-org-private.h"

#include <string.h>

#include "extract/jkb-text-at.h"

#define REGION_BYTES_MAX 18             /* the name of a region, without its mark */
#define BRACKET_BYTES 90                /* an address in brackets reaches no further */

typedef struct
{
  const char *selves[6];                /* see find_kind() for what they begin with */
  const char *ends[9];
  gboolean may_be_company;
  gboolean is_region;
} Kind;

static const Kind kinds[] = {
  { { "当社", "弊社", "小社" }, { NULL }, TRUE, FALSE },
  { { "本市", "当市" }, { "市" }, FALSE, TRUE },
  { { "本県", "当県" }, { "県" }, FALSE, TRUE },
  { { "本府" }, { "府" }, FALSE, TRUE },
  { { "本町", "当町" }, { "町" }, FALSE, TRUE },
  { { "本村", "当村" }, { "村" }, FALSE, TRUE },
  { { "本区", "当区" }, { "区" }, FALSE, TRUE },
  { { "本学", "当大学", "本大学" }, { "大学", "大学校", "短大", "学院", "高等専門学校" }, FALSE, FALSE },
  { { "本校", "当校" }, { "学校", "高校", "中学", "高専", "学院", "学園", "スクール" }, FALSE, FALSE },
  { { "当院", "本院", "当病院", "当クリニック" }, { "病院", "医院", "クリニック", "センター", "診療所", "歯科", "療院" }, FALSE, FALSE },
  { { "当園", "本園" }, { "園" }, TRUE, FALSE },
  { { "当行", "弊行" }, { "銀行" }, TRUE, FALSE },
  { { "当庫", "当金庫" }, { "金庫" }, FALSE, FALSE },
  { { "当組合", "本組合" }, { "組合", "生協", "農協" }, FALSE, FALSE },
  { { "当協会", "本協会" }, { "協会" }, FALSE, FALSE },
  { { "本会", "当会", "弊会" }, { "会" }, FALSE, FALSE },
  { { "本学会", "当学会" }, { "学会" }, FALSE, FALSE },
  { { "当財団", "本財団" }, { "財団" }, FALSE, FALSE },
  { { "当機構", "本機構" }, { "機構" }, FALSE, FALSE },
  { { "当館", "本館" }, { "館" }, TRUE, FALSE },
  { { "当連盟", "本連盟" }, { "連盟" }, FALSE, FALSE },
};

/* 5月22日|当協会: a day ends before it. */
static gboolean
is_behind_day (const JkbText *text, gsize at)
{
  gsize n = jkb_text_take_before (text, at, "日");

  return n > 0 && at > n && g_ascii_isdigit (text->bytes[at - n - 1]);
}

gboolean
jkb_org_is_self (const JkbDoc *doc, const JkbHit *hit)
{
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize begin = hit->span.begin;

  return hit->term->value == JKB_ORG_CUE_TERM_SELF
         && (begin == 0 || is_behind_day (&text, begin) || !jkb_text_is_kanji (jkb_text_char_before (&text, begin)));
}

/* 本県 in 熊本県, 本町 in 岩本町 are no words for oneself. */
static gboolean
is_self_at (const JkbText *text, gsize at, const char *word)
{
  return jkb_text_take (text, at, word) > 0
         && (at == 0 || g_unichar_get_script (jkb_text_char_before (text, at)) != G_UNICODE_SCRIPT_HAN);
}

static void
count_selves_at (const JkbText *text, gsize at, guint *n_selves)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < G_N_ELEMENTS (kinds[i].selves) && kinds[i].selves[j] != NULL; j++)
      n_selves[i] += is_self_at (text, at, kinds[i].selves[j]);
}

/* The kind that the writer calls itself most often, %NULL when it does not. */
static const Kind *
find_kind (const JkbDoc *doc)
{
  static const char *const begins[] = { "当", "本", "弊", "小" };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  guint n_selves[G_N_ELEMENTS (kinds)] = { 0 }, best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (begins); i++)
    for (const char *p = text.bytes; (p = jkb_text_find (p, -1, begins[i])) != NULL; p += strlen (begins[i]))
      count_selves_at (&text, (gsize) (p - text.bytes), n_selves);
  for (guint i = 1; i < G_N_ELEMENTS (kinds); i++)
    if (n_selves[i] > n_selves[best])
      best = i;
  return n_selves[best] > 0 ? &kinds[best] : NULL;
}

static gboolean
is_company (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const forms[] = { "会社", "(株)", "(有)", " inc", " llc", " ltd", " gmbh", " corp", ",inc", " co." };
  const char *name = doc->normal->text + mention->span.begin;
  gssize n = (gssize) (mention->span.end - mention->span.begin);

  for (guint i = 0; mention->shape == JKB_ORG_LEGAL && i < G_N_ELEMENTS (forms); i++)
    if (jkb_text_find (name, n, forms[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_region (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const marks[] = { "市", "県", "府", "都", "町", "村", "区", NULL };

  return mention->shape == JKB_ORG_KIND && jkb_org_ends_with_any (doc->normal->text, mention->span, marks);
}

static JkbOrgSigns
signs_of_kind (const Kind *kind, const JkbDoc *doc, const JkbOrgMention *mention)
{
  if (kind->may_be_company && is_region (doc, mention))
    return JKB_ORG_SIGN (REGION_OF_COMPANY);
  if (!kind->may_be_company && is_company (doc, mention))
    return JKB_ORG_SIGN (COMPANY_OF_BODY);
  for (guint i = 0; i < G_N_ELEMENTS (kind->ends) && kind->ends[i] != NULL; i++)
    if (jkb_org_ends_with (doc->normal->text, mention->span, kind->ends[i]))
      return JKB_ORG_SIGN (OF_OWN_KIND);
  return 0;
}

/* (本社:霞市…): the address of another. */
static gboolean
is_in_bracket (const char *text, gsize at)
{
  gsize first = at > BRACKET_BYTES ? at - BRACKET_BYTES : 0;

  while (at > first && text[at] != '(' && text[at] != ')' && text[at] != '\n')
    at--;
  return text[at] == '(';
}

/* 霞市移住セミナー, 霞市民病院: the words before the mark, empty when they are no name of a region. */
static JkbSpan
name_region (const JkbDoc *doc, gsize mark, const char *end)
{
  static const char *const others[] = { "本", "当", "同", "各", "他", "全", "都", "両", "政令", "中核", "近隣", "関係", NULL };
  static const char *const behind[] = { "場", "販", "況", "民税", "道", "別", "分", "内会", "人", "価", "切" };
  const JkbText whole = { doc->normal->text, doc->normal->n_bytes };
  const char *text = doc->normal->text;
  JkbSpan name = jkb_org_bare_before (doc, mark, mark > REGION_BYTES_MAX ? mark - REGION_BYTES_MAX : 0);

  for (guint i = 0; i < G_N_ELEMENTS (behind); i++)
    if (jkb_text_begins (end, behind[i]))
      return (JkbSpan){ mark, mark };
  for (const char *p = text + name.begin; p < text + name.end; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) != G_UNICODE_SCRIPT_HAN)
      return (JkbSpan){ mark, mark };
  if (jkb_org_ends_with_any (text, name, others) || jkb_text_take_any (&whole, name.begin, others) > 0)
    return (JkbSpan){ mark, mark };
  if (name.end - name.begin < 2 * 3 || is_in_bracket (text, name.begin))
    return (JkbSpan){ mark, mark };
  return (JkbSpan){ name.begin, (gsize) (end - text) };
}

/* 本県 … 「霞県移住セミナー」: the region that is named most often, though perhaps never by itself. */
static void
add_region (GArray *mentions, const JkbDoc *doc, const char *mark)
{
  g_autoptr(GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *text = doc->normal->text;
  JkbSpan best = JKB_SPAN_NONE;
  guint n_best = 0;

  for (const char *p = text; (p = jkb_text_find (p, -1, mark)) != NULL; p += strlen (mark))
    {
      JkbSpan name = name_region (doc, (gsize) (p - text), p + strlen (mark));
      char *words = name.end > name.begin ? g_strndup (text + name.begin, name.end - name.begin) : NULL;
      guint n = words != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, words)) + 1 : 0;

      if (words != NULL)
        g_hash_table_replace (counts, words, GUINT_TO_POINTER (n));
      if (n > n_best)
        best = name, n_best = n;
    }
  if (n_best > 0)
    jkb_org_mention_add (mentions, doc, best, JKB_ORG_KIND, JKB_ORG_SIGN (REGION_WORDS));
}

/* 書類を区へ提出, 市によると: nothing before the mark and a case behind it. */
static gboolean
speaks_of_region (const JkbText *text, const char *mark)
{
  static const char *const cases[] = { "は", "が", "へ", "に", "を", "では", "の", "と", NULL };

  for (const char *p = text->bytes; (p = jkb_text_find (p, -1, mark)) != NULL; p += strlen (mark))
    {
      gsize at = (gsize) (p - text->bytes);

      if (jkb_text_take_any (text, at + strlen (mark), cases) > 0
          && (at == 0 || g_unichar_get_script (jkb_text_char_before (text, at)) != G_UNICODE_SCRIPT_HAN))
        return TRUE;
    }
  return FALSE;
}

/* 霞区子ども教室の書類 … 区へ: news and notices of a region that they name only within other words. */
static void
add_unnamed_region (GArray *mentions, const JkbDoc *doc)
{
  static const char *const marks[] = { "市", "区", "町", "村", "県" };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };

  for (guint i = 0; i < mentions->len; i++)
    if (is_region (doc, &g_array_index (mentions, JkbOrgMention, i)))
      return;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (speaks_of_region (&text, marks[i]))
      add_region (mentions, doc, marks[i]);
}

void
jkb_org_self_settle (GArray *mentions, const JkbDoc *doc)
{
  const Kind *kind = find_kind (doc);

  if (kind == NULL)
    {
      add_unnamed_region (mentions, doc);
      return;
    }
  if (kind->is_region)
    add_region (mentions, doc, kind->ends[0]);
  for (guint i = 0; i < mentions->len; i++)
    {
      JkbOrgMention *mention = &g_array_index (mentions, JkbOrgMention, i);

      jkb_org_mention_sign (mention, signs_of_kind (kind, doc, mention));
    }
}
