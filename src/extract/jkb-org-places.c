/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names that have no form of their own (ひなた精工, カフェこもれび) are seen by where they stand.
 */
#include "extract/jkb-org-private.h"

#include <string.h>

#include "extract/jkb-text-at.h"

/* Shorter ones (教育, 続報) are headings. */
#define SENTENCE_BYTES_MIN 24

/* A line that names who signs has no more bytes. */
#define N_SIGNED ((gsize) 150)

typedef struct
{
  const JkbDoc *doc;
  const GArray *names;
  GArray *mentions;
} Places;

const JkbSection *
jkb_org_title (const JkbDoc *doc)
{
  for (guint i = 0; i < doc->sections->len; i++)
    if (g_array_index (doc->sections, JkbSection, i).role == JKB_SECTION_TITLE)
      return &g_array_index (doc->sections, JkbSection, i);
  return NULL;
}

/* They stand in the order of the text and apart. */
gboolean
jkb_org_is_covered (const GArray *names, gsize offset)
{
  guint first = 0, n = names->len;

  while (n > 0)
    {
      guint half = n / 2;
      JkbSpan span = g_array_index (names, JkbOrgName, first + half).span;

      if (span.begin <= offset && offset < span.end)
        return TRUE;
      if (span.begin > offset)
        n = half;
      else
        first += half + 1, n -= half + 1;
    }
  return FALSE;
}

gsize
jkb_org_skip_brackets (const char *text, gsize begin, gsize end)
{
  static const struct
  {
    const char *open, *close;
  } brackets[] = { { "【", "】" }, { "[", "]" }, { "<", ">" }, { "(", ")" }, { "〈", "〉" } };

  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    if (jkb_text_begins (text + begin, brackets[i].open))
      {
        const char *close = jkb_text_find (text + begin, (gssize) (end - begin), brackets[i].close);

        if (close != NULL)
          return jkb_org_skip_brackets (text, (gsize) (close - text) + strlen (brackets[i].close), end);
      }
  while (begin < end && text[begin] == ' ')
    begin++;
  return begin;
}

gboolean
jkb_org_is_particle_of_actor (const char *p)
{
  static const char *const particles[] = { "は", "が", "の", "において", "で", "(", "、", "から", "に勤務", "に所属", "に在籍" };

  if (jkb_text_begins (p, "です") || jkb_text_begins (p, "でございます"))
    return FALSE;                       /* 総務の藤井です: a person */
  for (guint i = 0; i < G_N_ELEMENTS (particles); i++)
    if (jkb_text_begins (p, particles[i]))
      return TRUE;
  return FALSE;
}

/* 甲乙に不正アクセス, 甲乙へのサイバー攻撃, 甲乙を狙った…: at the head of the first sentence, who was hit. */
static gboolean
is_particle_of_victim (const char *p)
{
  static const char *const particles[] = { "に", "への", "へ", "を狙", "を標的", "を襲" };

  for (guint i = 0; i < G_N_ELEMENTS (particles); i++)
    if (jkb_text_begins (p, particles[i]))
      return TRUE;
  return FALSE;
}

gboolean
jkb_org_has_foreign_letters (const char *text, JkbSpan run)
{
  guint n = 0;

  for (const char *p = text + run.begin; p < text + run.end && n < 3; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n = (c >= 0x30a1 && c <= 0x30ff) || (c < 0x80 && g_ascii_isalpha ((char) c)) ? n + 1 : 0;
    }
  return n >= 3;
}

gboolean
jkb_org_is_proper (const JkbDoc *doc, JkbSpan run)
{
  static const char *const parts[] = { "店", "部", "課", "室", "局", "係", "校", "支社", "工場", "センター", "線", "駅", "版", "者", "員", "人", "町", "村", NULL };
  const char *text = doc->normal->text;
  guint n_stops, n_things;

  if (!jkb_org_has_foreign_letters (text, run)
      || !jkb_org_is_particle_of_actor (text + jkb_org_skip_bracket (text, run.end)))
    return FALSE;
  if (jkb_org_ends_with_any (text, run, parts))
    return FALSE;
  jkb_doc_hits (doc, JKB_TERM_ORG_STOP, run, &n_stops);
  jkb_doc_hits (doc, JKB_TERM_COUNT_NOUN, run, &n_things);
  return n_stops + n_things == 0;
}

/* JTB, NEC: three capitals are a name, two are not. */
gboolean
jkb_org_is_capitals (const JkbDoc *doc, JkbSpan run)
{
  JkbSpan source = jkb_normal_to_source (doc->normal, run);

  for (gsize i = source.begin; i < source.end; i++)
    if (!g_ascii_isupper (doc->item->text[i]) && doc->item->text[i] != '&')
      return FALSE;
  return TRUE;
}

static gboolean
is_hiragana (const char *text, JkbSpan run)
{
  for (const char *p = text + run.begin; p < text + run.end; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) < 0x3041 || g_utf8_get_char (p) > 0x309f)
      return FALSE;
  return TRUE;
}

/* Behind the first sentence anything may be the subject (更新が, 生産が), and in hiragana everywhere (すべては): such a run is
 * a name when the text has it again, when it speaks, or when what follows is owned by somebody. */
static gboolean
is_supported (const JkbDoc *doc, JkbSpan run)
{
  const char *text = doc->normal->text;
  JkbSpan sentence = jkb_org_sentence_of (doc, run.begin);
  g_autofree char *words = g_strndup (text + run.begin, run.end - run.begin);
  guint n_hits;
  const JkbHit *hits
      = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, (JkbSpan){ run.end, sentence.end }, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_ORG_CUE_TERM_ANNOUNCES
        || (hits[i].term->value == JKB_ORG_CUE_TERM_OWNS && hits[i].span.begin == run.end))
      return TRUE;
  return strstr (text + run.end, words) != NULL || jkb_text_find (text, (gssize) run.begin, words) != NULL;
}

/* 甲乙ひろば|事務室内の: the rooms are no part of the name. */
static JkbSpan
cut_premises (const JkbDoc *doc, JkbSpan run)
{
  const char *text = doc->normal->text;
  JkbText whole = { text, run.end };

  if (jkb_text_take_before (&whole, run.end, "内") == 0)
    return run;
  for (gsize at = jkb_text_next (&whole, run.begin); at < run.end; at = jkb_text_next (&whole, at))
    if (at + jkb_org_measure_premises (text, at) == run.end)
      return (JkbSpan){ run.begin, at };
  return run;
}

void
jkb_org_bare_add (GArray *mentions, const JkbDoc *doc, const GArray *names, JkbSpan run, JkbOrgSigns signs)
{
  const char *after = doc->normal->text + run.end;

  run = jkb_org_cut_staff (doc->normal->text, cut_premises (doc, jkb_org_bare_name (doc, run)));
  if (run.end - run.begin < (jkb_org_is_capitals (doc, run) ? 3 : 4) || jkb_org_is_covered (names, run.begin)
      || jkb_org_is_covered (names, run.end - 1)
      || (is_hiragana (doc->normal->text, run) && !is_supported (doc, run)))
    return;
  jkb_org_mention_add (mentions, doc, run, JKB_ORG_BARE, signs | (jkb_text_begins (after, "は") ? JKB_ORG_SIGN (TOPIC) : 0));
}

static void
add_bare (const Places *places, JkbSpan run, JkbOrgSigns signs)
{
  jkb_org_bare_add (places->mentions, places->doc, places->names, run, signs);
}

/* 甲の|子会社|乙は: what stands between two names. */
static gsize
skip_child (const char *text, gsize at)
{
  static const char *const words[] = { "完全子会社", "連結子会社", "子会社", "孫会社", "グループ会社", "関連会社", "関係会社" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (jkb_text_begins (text + at, words[i]))
      {
        at += strlen (words[i]);
        return at + (jkb_text_begins (text + at, "の") ? strlen ("の") : 0);
      }
  return at;
}

/* 一方、甲乙は, 問題となっているのは甲乙で: what leads to who is spoken of. */
static gsize
skip_opening (const JkbDoc *doc, JkbSpan sentence)
{
  static const char *const openings[]
      = { "一方で、", "一方、", "また、", "なお、", "さらに、", "今回、", "このほど、", "このうち、", "その後、", "同日、", "このたび、", "加えて、",
          "これに対し、", "これを受け、", "これを受けて、", "これに対し", "これを受け", "問題となっているのは", "対象となるのは", "被害を受けたのは",
          "被害に遭ったのは", "攻撃を受けたのは", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize at = sentence.begin + strspn (text.bytes + sentence.begin, "\n ");

  return at + jkb_text_take_any (&text, at, openings);
}

/* 地方銀行の|甲乙銀行は: a name behind the の that is no town. */
static gboolean
owns_a_name (const Places *places, JkbSpan run)
{
  static const char *const towns[] = { "都", "道", "府", "県", "市", "区", "町", "村", NULL };
  const char *text = places->doc->normal->text;
  gsize at = run.end + strlen ("の");

  if (!jkb_text_begins (text + run.end, "の"))
    return FALSE;
  for (guint i = 0; i < places->names->len; i++)
    {
      const JkbOrgName *name = &g_array_index (places->names, JkbOrgName, i);

      if (name->span.begin != at || name->shape > JKB_ORG_KIND || !jkb_org_is_particle_of_actor (text + jkb_org_skip_bracket (text, name->span.end)))
        continue;
      if (jkb_org_ends_with_any (text, name->span, towns))
        return FALSE;
      return TRUE;
    }
  return FALSE;
}

/* The first words of the first sentences, and the name behind a description: 部品メーカーの甲乙は… */
static void
add_subjects (const Places *places)
{
  const JkbDoc *doc = places->doc;
  const char *text = doc->normal->text;
  gboolean is_first = TRUE;

  for (guint i = 0; i < doc->sentences->len && jkb_org_is_early (doc, i); i++)
    {
      JkbSpan sentence = g_array_index (doc->sentences, JkbSentence, i).span;
      gsize begin = jkb_org_skip_brackets (text, skip_opening (doc, sentence), sentence.end);
      gboolean is_behind_no_name = FALSE;     /* 暗号資産交換業のアカネコインから */
      gboolean is_behind_name = FALSE;        /* 食品スーパーのアカネは */

      if (jkb_org_is_in_title (doc, sentence.begin))
        continue;
      while (begin < sentence.end && text[begin] == '\n')
        begin++;
      for (guint n = 0; n < 3 && begin < sentence.end; n++)
        {
          JkbSpan run = jkb_org_bare_after (doc, begin, sentence.end);
          guint n_before = places->mentions->len;

          if (run.end == run.begin
              || !(jkb_org_is_particle_of_actor (text + run.end) || (n == 0 && is_first && is_particle_of_victim (text + run.end))))
            break;
          if (is_first || is_supported (doc, run))
            add_bare (places, run, owns_a_name (places, run)             ? JKB_ORG_SIGN (TRADE)
                                   : n == 0 || is_behind_no_name ? JKB_ORG_SIGN (SUBJECT_PLACE)
                                                                 : 0);
          if (is_behind_name && places->mentions->len > n_before && jkb_org_is_proper (doc, run))
            jkb_org_mention_sign (&g_array_index (places->mentions, JkbOrgMention, n_before - 1), JKB_ORG_SIGN (TRADE));
          is_behind_name = places->mentions->len > n_before;
          is_behind_no_name = places->mentions->len == n_before && !is_hiragana (text, run);
          if (!jkb_text_begins (text + run.end, "の"))
            break;
          begin = skip_child (text, run.end + strlen ("の"));
          is_behind_name &= begin == run.end + strlen ("の");
        }
      is_first &= sentence.end - sentence.begin < SENTENCE_BYTES_MIN;
    }
}

/* 甲乙から…が流出した: behind the name, that something left it. */
static gboolean
loses_something (const JkbDoc *doc, gsize at, gsize end)
{
  static const char *const losses[] = { "流出", "漏えい", "漏洩", "盗まれ", "引き出され", "持ち出され" };
  const char *text = doc->normal->text;

  for (guint i = 0; jkb_text_begins (text + at, "から") && i < G_N_ELEMENTS (losses); i++)
    if (jkb_text_find (text + at, (gssize) (end - at), losses[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* 2031年5月16日に甲乙の…が攻撃を受け, …されていたことで、甲乙は…: an actor behind the words for when or a comma, in the first
 * sentence of the text. */
static void
add_inner_actor (const Places *places, JkbSpan sentence)
{
  static const char *const times[] = { "日に", "月に", "年に", "頃に", "ごろに", "旬に", "、", NULL };
  const JkbDoc *doc = places->doc;
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  for (gsize at = sentence.begin; at < sentence.end; at = jkb_text_next (&text, at))
    {
      gsize n = jkb_text_take_any (&text, at, times);
      JkbSpan run;

      if (n == 0)
        continue;
      run = jkb_org_bare_after (doc, at + n, sentence.end);
      if (run.end > run.begin && jkb_org_is_particle_of_actor (text.bytes + run.end)
          && !jkb_text_begins (text.bytes + run.end, "、")
          && (!jkb_text_begins (text.bytes + run.end, "が") || is_supported (doc, run)))
        add_bare (places, run, loses_something (doc, run.end, sentence.end) ? JKB_ORG_SIGN (LOSES) : 0);
    }
}

static void
add_inner_actors (const Places *places)
{
  const JkbDoc *doc = places->doc;

  for (guint i = 0; i < doc->sentences->len && jkb_org_is_early (doc, i); i++)
    {
      JkbSpan sentence = g_array_index (doc->sentences, JkbSentence, i).span;

      if (jkb_org_is_in_title (doc, sentence.begin) || sentence.end - sentence.begin < SENTENCE_BYTES_MIN)
        continue;
      add_inner_actor (places, sentence);
      return;
    }
}

/* ---------------------------------------------------------------- who announces */

/* 甲乙は10日、…: of several topics of a sentence the one that did it on a day. */
static gboolean
is_topic_on_a_day (const JkbText *text, gsize at)
{
  gsize n = jkb_text_take (text, at, "は") + jkb_text_take (text, at, "が");
  gsize end = at + n;

  while (jkb_text_is_digit (text, end))
    end++;
  return n > 0 && end > at + n && jkb_text_take (text, end, "日") > 0;
}

/* 部品を作る甲乙(某市)は3日、…と発表した: the words before the は of a sentence that announces, whatever stands
 * before them. */
static void
add_announcer (const Places *places, JkbSpan sentence)
{
  const JkbDoc *doc = places->doc;
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, sentence, &n_hits);
  gboolean announces = FALSE, has_day = FALSE;

  for (guint i = 0; i < n_hits; i++)
    announces |= hits[i].term->value == JKB_ORG_CUE_TERM_ANNOUNCES;
  for (gsize at = sentence.begin; announces && !has_day && at < sentence.end; at = jkb_text_next (&text, at))
    has_day = is_topic_on_a_day (&text, at);
  for (gsize at = sentence.begin; announces && at < sentence.end; at = jkb_text_next (&text, at))
    {
      JkbSpan run;

      if (has_day ? !is_topic_on_a_day (&text, at) : jkb_text_take (&text, at, "は") == 0)
        continue;
      run = jkb_org_bare_before (doc, jkb_text_skip_bracket_back (&text, sentence.begin, at), sentence.begin);
      if (run.end > run.begin)
        {
          add_bare (places, run, JKB_ORG_SIGN (ANNOUNCER));
          return;
        }
    }
}

static void
add_announcers (const Places *places)
{
  const JkbDoc *doc = places->doc;

  for (guint i = 0; i < doc->sentences->len && jkb_org_is_early (doc, i); i++)
    {
      JkbSpan sentence = g_array_index (doc->sentences, JkbSentence, i).span;

      if (!jkb_org_is_in_title (doc, sentence.begin))
        add_announcer (places, sentence);
    }
}

/* 甲乙住宅管理 代表取締役 桜田 一郎: who heads it signs. */
static void
add_signed (const Places *places)
{
  const JkbDoc *doc = places->doc;

  for (guint i = 0; i < doc->lines->len; i++)
    {
      const JkbLine *line = &g_array_index (doc->lines, JkbLine, i);
      JkbSpan run;

      if (line->kind == JKB_LINE_BLANK || line->text.end - line->text.begin > N_SIGNED
          || memchr (doc->normal->text + line->text.begin, ' ', line->text.end - line->text.begin) == NULL)
        continue;
      run = jkb_org_bare_after (doc, line->text.begin, line->text.end);
      if (run.end > run.begin && jkb_org_is_signed (doc, run))
        add_bare (places, run, 0);
    }
}

void
jkb_org_places_add (GArray *mentions, const JkbDoc *doc, const GArray *names)
{
  Places places = { doc, names, mentions };

  jkb_org_title_add (mentions, doc, names);
  add_subjects (&places);
  add_inner_actors (&places);
  add_announcers (&places);
  jkb_org_parts_add (mentions, doc, names);
  jkb_org_signature_add (mentions, doc, names);
  add_signed (&places);
  jkb_org_owners_add (mentions, doc, names);
  jkb_org_imprint_add (mentions, doc, names);
}
