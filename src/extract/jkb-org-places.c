/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names that have no form of their own (ひなた精工, カフェこもれび) are seen by where they stand.
 */
#include "extract/jkb-org-private.h"

#include <string.h>

#include "extract/jkb-text-at.h"

/* At the head of a title things have an owner's の behind them more often than organisations do
 * (通知書の誤送付). */
#define OWNER_POINTS -3.5

/* What stands behind a name that the words of the incident follow at once. */
#define INCIDENT_BORDER 1

/* The lines that may be a signature stand this near to the top. */
#define HEAD_LINES_MAX 8

/* A line of more characters is no signature. */
#define SIGNATURE_CHARS_MAX 26

typedef struct
{
  const JkbDoc *doc;
  const GArray *names;
  GArray *mentions;
} Places;

static const JkbSection *
find_title (const JkbDoc *doc)
{
  for (guint i = 0; i < doc->sections->len; i++)
    if (g_array_index (doc->sections, JkbSection, i).role == JKB_SECTION_TITLE)
      return &g_array_index (doc->sections, JkbSection, i);
  return NULL;
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

/* ヒイロ電設サイト|改ざん, 茜浜市USB|紛失: what was attacked or lost, behind the name; in bytes. */
static gsize
measure_thing (const JkbDoc *doc, JkbSpan run)
{
  static const char *const things[]
      = { "公式サイト", "公式hp", "ウェブサイト", "webサイト", "通販サイト", "ホームページ", "サイト", "アプリ", "サーバー",
          "サーバ", "システム", "usbメモリ", "usb", "pc", "パソコン", "hp", "sns", "職員", "社員", "教員", "教諭",
          "個人情報", "顧客情報", "会員情報", "情報", "メール", "名簿", "書類", "カルテ" };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    {
      gsize n = jkb_text_take_before (&text, run.end, things[i]);

      if (n > 0 && run.end - run.begin > n + 3)
        return n;
    }
  return 0;
}

/* ヒイロ電設不正アクセス被害: the name ends where the words of the incident begin. */
static JkbSpan
cut_at_incident (const JkbDoc *doc, JkbSpan run)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_NOTICE, run, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_NOTICE_TERM_INCIDENT && hits[i].span.begin > run.begin)
      {
        run.end = MIN (run.end, hits[i].span.begin);
        run.end -= measure_thing (doc, run);
        break;
      }
  return run;
}

/* Whether the text below @from has the name too, and not as the beginning of a longer one. */
static gboolean
recurs (const JkbDoc *doc, JkbSpan name, gsize from)
{
  g_autofree char *words = g_strndup (doc->normal->text + name.begin, name.end - name.begin);
  const char *text = doc->normal->text;

  for (const char *p = text + from; (p = strstr (p, words)) != NULL; p += name.end - name.begin)
    {
      gsize end = (gsize) (p - text) + name.end - name.begin;
      JkbSpan rest = jkb_org_bare_after (doc, end, doc->normal->n_bytes);

      if (rest.end == end)
        return TRUE;
    }
  return FALSE;
}

/* Data breach notice: of several Latin words not each has a capital; Silver Lantern and SILVER LANTERN are names. */
static gboolean
is_small_phrase (const JkbDoc *doc, JkbSpan name)
{
  JkbSpan source = jkb_normal_to_source (doc->normal, name);
  const char *text = doc->item->text;

  for (gsize i = source.begin + 1; i < source.end; i++)
    if (text[i - 1] == ' ' && !g_ascii_isupper (text[i]))
      return TRUE;
  return FALSE;
}

/* Notice of …: an English title begins with what it is. */
static gboolean
is_latin_phrase (const char *text, gsize end)
{
  return end > 0 && g_ascii_isalpha (text[end - 1]) && text[end] == ' ' && g_ascii_isalpha (text[end + 1]);
}

/* The head of a title up to a blank, a comma or a particle: 甲乙工業 サイバー攻撃による… In 小売の甲乙、…
 * what stands before の may be a description; then the name behind it is the subject. */
static void
add_title_head (const Places *places)
{
  const JkbDoc *doc = places->doc;
  const char *text = doc->normal->text;
  const JkbSection *first = find_title (doc);
  gsize begin;

  if (first == NULL)
    return;
  begin = skip_brackets (text, first->span.begin + strspn (text + first->span.begin, "# *"),
                         first->heading.end);
  for (guint n = 0; n < 2 && begin < first->heading.end && !is_covered (places->names, begin); n++)
    {
      JkbSpan run = jkb_org_bare_after (doc, begin, first->heading.end);
      JkbSpan name = cut_at_incident (doc, run);
      int border = name.end < run.end ? INCIDENT_BORDER : find_border (text + name.end);

      if (name.end - name.begin < 4 || is_small_phrase (doc, name)
          || (border < 0 && name.end < first->heading.end) || is_latin_phrase (text, name.end))
        return;
      if (name.end < run.end && n == 0 && !recurs (doc, name, first->span.end))
        return;
      jkb_org_mention_add (places->mentions, doc, name, JKB_ORG_BARE,
                           border == 0 ? OWNER_POINTS : n * 1.5);
      if (border != 0)
        return;
      begin = name.end + strlen ("の");
    }
}

/* Whether a bare name may stand before @p: a particle of subject, owner or place follows. */
static gboolean
is_particle_of_actor (const char *p)
{
  static const char *const particles[] = { "は", "が", "の", "において", "で", "(", "、", "に勤務", "に所属", "に在籍" };

  for (guint i = 0; i < G_N_ELEMENTS (particles); i++)
    if (g_str_has_prefix (p, particles[i]))
      return TRUE;
  return FALSE;
}

/* JTB, NEC: three capitals are a name, two are not. */
static gboolean
is_capitals (const JkbDoc *doc, JkbSpan run)
{
  JkbSpan source = jkb_normal_to_source (doc->normal, run);

  for (gsize i = source.begin; i < source.end; i++)
    if (!g_ascii_isupper (doc->item->text[i]) && doc->item->text[i] != '&')
      return FALSE;
  return TRUE;
}

/* ひなたは is a name when the text has it again, or when it speaks; すべては is none. */
static gboolean
is_doubtful (const JkbDoc *doc, JkbSpan run)
{
  const char *text = doc->normal->text;
  JkbSpan sentence = jkb_org_sentence_of (doc, run.begin);
  g_autofree char *words = g_strndup (text + run.begin, run.end - run.begin);
  guint n_hits;
  const JkbHit *hits;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) < 0x3041 || g_utf8_get_char (p) > 0x309f)
      return FALSE;
  hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, (JkbSpan){ run.end, sentence.end }, &n_hits);
  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_ORG_CUE_TERM_ANNOUNCES
        || (hits[i].term->value == JKB_ORG_CUE_TERM_OWNS && hits[i].span.begin == run.end))
      return FALSE;
  return strstr (text + run.end, words) == NULL && g_strstr_len (text, (gssize) run.begin, words) == NULL;
}

/* 甲乙職員が, 甲乙元社員の: who works there is not the organisation. */
static JkbSpan
cut_staff (const JkbDoc *doc, JkbSpan run)
{
  static const char *const staff[] = { "元従業員", "元社員", "元職員", "従業員", "社員", "職員", "教諭", "教員", "教授", "医師",
                                       "看護師", "行員", "担当者", "広報", "側" };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  for (guint i = 0; i < G_N_ELEMENTS (staff); i++)
    {
      gsize n = jkb_text_take_before (&text, run.end, staff[i]);

      if (n > 0 && run.end - run.begin >= n + 4)
        return (JkbSpan){ run.begin, run.end - n };
    }
  return run;
}

static void
add_bare (const Places *places, JkbSpan run, double bonus)
{
  const char *after = places->doc->normal->text + run.end;

  run = cut_staff (places->doc, jkb_org_bare_name (places->doc, run));
  if (run.end - run.begin < (is_capitals (places->doc, run) ? 3 : 4) || is_covered (places->names, run.begin)
      || is_covered (places->names, run.end - 1) || is_doubtful (places->doc, run))
    return;
  jkb_org_mention_add (places->mentions, places->doc, run, JKB_ORG_BARE,
                       bonus + (g_str_has_prefix (after, "は") ? 0.5 : 0.0));
}

/* The first words of the first sentences, and the name behind a description: 部品メーカーの甲乙は… */
static void
add_subjects (const Places *places)
{
  const JkbDoc *doc = places->doc;
  const char *text = doc->normal->text;

  for (guint i = 0; i < doc->sentences->len && jkb_org_is_early (doc, i); i++)
    {
      JkbSpan sentence = g_array_index (doc->sentences, JkbSentence, i).span;
      gsize begin = skip_brackets (text, sentence.begin, sentence.end);

      if (jkb_org_is_in_title (doc, sentence.begin))
        continue;
      while (begin < sentence.end && text[begin] == '\n')
        begin++;
      for (guint n = 0; n < 3 && begin < sentence.end; n++)
        {
          JkbSpan run = jkb_org_bare_after (doc, begin, sentence.end);

          if (run.end == run.begin || !is_particle_of_actor (text + run.end))
            break;
          add_bare (places, run, n == 0 ? 0.5 : 0.0);
          if (!g_str_has_prefix (text + run.end, "の"))
            break;
          begin = run.end + strlen ("の");
        }
    }
}

/* 2031年5月16日に甲乙の…が攻撃を受け, …されていたことで、甲乙は…: an actor behind the words for when or a comma, in the first
 * sentence of the text. */
static void
add_inner_actor (const Places *places, JkbSpan sentence)
{
  static const char *const times[] = { "日に", "月に", "年に", "頃に", "ごろに", "旬に", "、", NULL };
  const JkbDoc *doc = places->doc;
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  for (gsize at = sentence.begin; at < sentence.end; at++)
    {
      gsize n = jkb_text_take_any (&text, at, times);
      JkbSpan run;

      if (n == 0)
        continue;
      run = jkb_org_bare_after (doc, at + n, sentence.end);
      if (run.end > run.begin && is_particle_of_actor (text.bytes + run.end)
          && !g_str_has_prefix (text.bytes + run.end, "、"))
        add_bare (places, run, 0.0);
    }
}

static void
add_inner_actors (const Places *places)
{
  const JkbDoc *doc = places->doc;

  for (guint i = 0; i < doc->sentences->len && jkb_org_is_early (doc, i); i++)
    {
      JkbSpan sentence = g_array_index (doc->sentences, JkbSentence, i).span;

      if (jkb_org_is_in_title (doc, sentence.begin) || sentence.end - sentence.begin < 24)
        continue;
      add_inner_actor (places, sentence);
      return;
    }
}

/* ---------------------------------------------------------------- who announces */

/* Over (…) that ends at @end; @end itself when there is none. */
static gsize
skip_bracket_back (const JkbText *text, gsize begin, gsize end)
{
  if (jkb_text_take_before (text, end, ")") == 0)
    return end;
  for (gsize at = end - 1; at > begin; at--)
    if (text->bytes[at] == '(')
      return at;
  return end;
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
  gboolean announces = FALSE;

  for (guint i = 0; i < n_hits; i++)
    announces |= hits[i].term->value == JKB_ORG_CUE_TERM_ANNOUNCES;
  for (gsize at = sentence.begin; announces && at < sentence.end; at++)
    {
      JkbSpan run;

      if (jkb_text_take (&text, at, "は") == 0)
        continue;
      run = jkb_org_bare_before (doc, skip_bracket_back (&text, sentence.begin, at), sentence.begin);
      if (run.end > run.begin)
        {
          add_bare (places, run, 1.5);
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

/* 委託先アカネ計算が: the bare name behind the words for one who works for another. */
static void
add_contractors (const Places *places)
{
  const JkbDoc *doc = places->doc;
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, jkb_doc_whole (doc), &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (jkb_org_cue_is_contractor (doc, &hits[i]))
      {
        JkbSpan run = jkb_org_bare_after (doc, hits[i].span.end, doc->normal->n_bytes);

        if (is_particle_of_actor (doc->normal->text + run.end))
          add_bare (places, run, 0.0);
      }
}

/* ---------------------------------------------------------------- signatures */

/* 2031年4月1日, 代表取締役 …, 保護者の皆様, 電話 …: lines beside a signature that are none. */
static gboolean
is_other_head_line (const JkbDoc *doc, JkbSpan line)
{
  static const char *const begins[]
      = { "代表", "理事長", "院長", "校長", "社長", "会長", "学長", "所長", "取締役", "記", "以上", "敬具",
          "拝啓", "tel", "fax", "電話", "〒", "http", "コード番号", "担当", "お客様", "報道", "関係", NULL };
  static const char *const ends[]
      = { "各位", "御中", "皆様", "皆さま", "様", "殿", "日", "号", ")", "部", "課", "係", "室", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  if (jkb_text_take_any (&text, line.begin, begins) > 0)
    return TRUE;
  for (guint i = 0; ends[i] != NULL; i++)
    if (jkb_text_take_before (&text, line.end, ends[i]) > 0)
      return TRUE;
  if (jkb_text_take_before (&text, line.end, "長") > 0)
    return TRUE;
  return g_ascii_isdigit (text.bytes[line.begin]) || g_ascii_isdigit (text.bytes[line.end - 1]);
}

/* A line of the head that holds a few words without grammar: 高原温泉ホテル雪待亭, カフェ こもれび. */
static gboolean
is_signature (const JkbDoc *doc, const JkbLine *line)
{
  static const char *const grammar[]
      = { "は", "が", "を", "に", "で", "、", "。", ":", "について", "お知らせ", "お詫び", "!", "?", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  if (line->kind == JKB_LINE_BLANK || line->kind == JKB_LINE_LIST || line->continues
      || jkb_org_is_in_title (doc, line->text.begin) || is_other_head_line (doc, line->text)
      || g_utf8_strlen (text.bytes + line->text.begin, (gssize) (line->text.end - line->text.begin))
             > SIGNATURE_CHARS_MAX)
    return FALSE;
  for (gsize at = line->text.begin; at < line->text.end; at++)
    if (jkb_text_take_any (&text, at, grammar) > 0)
      return FALSE;
  return TRUE;
}

/* Only between the title and the first sentence: below, a short line is a heading. */
static void
add_signatures (const Places *places)
{
  const JkbDoc *doc = places->doc;
  guint n_said = 0;

  if (find_title (doc) == NULL)
    return;
  for (guint i = 0; i < doc->lines->len && n_said < HEAD_LINES_MAX; i++)
    {
      const JkbLine *line = &g_array_index (doc->lines, JkbLine, i);

      if (line->kind == JKB_LINE_BLANK || jkb_org_is_in_title (doc, line->span.begin))
        continue;
      n_said++;
      if (jkb_doc_ends_sentence (doc, line->text))
        return;
      if (is_signature (doc, line) && !is_covered (places->names, line->text.end - 1))
        jkb_org_mention_add (places->mentions, doc, line->text, JKB_ORG_BARE, 0.5);
    }
}

void
jkb_org_places_add (GArray *mentions, const JkbDoc *doc, const GArray *names)
{
  Places places = { doc, names, mentions };

  add_title_head (&places);
  add_subjects (&places);
  add_inner_actors (&places);
  add_announcers (&places);
  add_contractors (&places);
  add_signatures (&places);
}
