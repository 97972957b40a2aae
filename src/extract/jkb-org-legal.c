/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names with a legal form before or behind: 株式会社甲乙, 甲乙株式会社, Acme Inc.
 */
#include "extract/jkb-org-grammar.h"

#include <string.h>

#include "extract/jkb-text-at.h"

/* So many characters of hiragana end a name. */
#define KANA_CHARS_MAX 5

/* So much may stand behind の in such a name, and before it. */
#define REST_BYTES_MAX 36

static gsize
count_chars (const char *text, JkbSpan span)
{
  return jkb_text_count_chars (text + span.begin, span.end - span.begin);
}

static gboolean
is_line_border (const char *text, gsize offset)
{
  return offset == 0 || text[offset - 1] == '\n';
}

/* ほし in 株式会社ほしの根工業. */
static gboolean
is_short_hiragana (const char *text, JkbSpan name)
{
  gsize n_chars = count_chars (text, name);

  for (const char *p = text + name.begin; p < text + name.end; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) < 0x3041 || g_utf8_get_char (p) > 0x309f)
      return FALSE;
  return n_chars > 1 && n_chars <= 4;
}

/* の業務委託先, のサーバー: then の is no part of a name. */
static gboolean
owns_what_follows (const JkbDoc *doc, gsize offset)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, (JkbSpan){ offset, offset + 1 }, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_ORG_CUE_TERM_OWNS)
      return TRUE;
  return FALSE;
}

/* Paceline is operated by Fieldnote LLC: the company begins behind it. */
static gsize
skip_english_verb (const char *text, JkbSpan name)
{
  static const char *const verbs[] = { " operated by ", " run by ", " provided by ", " owned by ", " managed by " };

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      const char *verb = jkb_text_find (text + name.begin, (gssize) (name.end - name.begin), verbs[i]);

      if (verb != NULL)
        return (gsize) (verb - text) + strlen (verbs[i]);
    }
  return name.begin;
}

/* (株式会社甲乙提供): what it did is no part of the name. */
static JkbSpan
cut_maker (const char *text, JkbSpan name)
{
  static const char *const acts[] = { "提供", "製造販売", "製造", "開発", "社製", "製" };

  for (guint i = 0; text[name.end] == ')' && i < G_N_ELEMENTS (acts); i++)
    if (name.end - name.begin > strlen (acts[i]) + strlen ("甲") && jkb_org_ends_with (text, name, acts[i]))
      return (JkbSpan){ name.begin, name.end - strlen (acts[i]) };
  return name;
}

/* 公益社団法人甲乙学会会長: whose title it is. */
static JkbSpan
cut_title (const char *text, JkbSpan name)
{
  static const char *const titles[] = { "会長", "理事長", "院長", "学長", "校長", "代表理事", "代表", "会費納入" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (name.end - name.begin > strlen (titles[i]) + strlen ("甲乙") && jkb_org_ends_with (text, name, titles[i]))
      return (JkbSpan){ name.begin, name.end - strlen (titles[i]) };
  return name;
}

/* 一般社団法人日本いけす・養殖学会 in a line of its own, which ends in what it is. */
static JkbSpan
take_line (const JkbDoc *doc, JkbSpan form, JkbSpan name)
{
  const JkbLine *line = &g_array_index (doc->lines, JkbLine, jkb_doc_line_at (doc, form.begin));
  guint n_hits;
  const JkbHit *hits;

  if (form.begin != line->text.begin || line->text.end <= name.end || line->text.end > form.end + 3 * REST_BYTES_MAX
      || memchr (doc->normal->text + name.end, ' ', line->text.end - name.end) != NULL)
    return name;
  hits = jkb_doc_hits (doc, JKB_TERM_ORG_KIND, (JkbSpan){ form.end, line->text.end }, &n_hits);
  return n_hits > 0 && hits[n_hits - 1].span.end == line->text.end && hits[n_hits - 1].span.begin >= name.end
         ? (JkbSpan){ name.begin, line->text.end } : name;
}

/* 社会福祉法人 梅花の里 in a line of its own: all of a short line without grammar of a sentence. */
static JkbSpan
take_rest_of_line (const JkbDoc *doc, gsize form_end, JkbSpan name)
{
  const JkbLine *line = &g_array_index (doc->lines, JkbLine, jkb_doc_line_at (doc, name.begin));
  const char *p = doc->normal->text + name.end;

  if (name.end == name.begin || !jkb_text_begins (p, "の") || line->text.end <= name.end + strlen ("の")
      || line->text.end > name.end + REST_BYTES_MAX || form_end < line->text.begin
      || form_end > line->text.begin + REST_BYTES_MAX)
    return name;
  for (p += strlen ("の"); p < doc->normal->text + line->text.end; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HIRAGANA || g_utf8_get_char (p) < 0x3041)
      return name;
  return owns_what_follows (doc, name.end) ? name : (JkbSpan){ name.begin, line->text.end };
}

/* 株式会社エフエムみさき: hiragana up to a border, that ends in no particle; 生協コープあおぎりは: up to the case. */
static JkbSpan
take_kana (const JkbDoc *doc, JkbSpan name)
{
  static const char *const particles[] = { "は", "が", "の", "を", "に", "で", "と", "も", "へ", "や", "から", "より", "では", "には", "さま", "さん", NULL };
  const char *p = doc->normal->text + name.end;
  gsize n_chars = 0, n;
  JkbSpan kana;

  while (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HIRAGANA && n_chars++ <= KANA_CHARS_MAX)
    p = g_utf8_next_char (p);
  n = (gsize) (p - doc->normal->text);
  if (name.end > name.begin && n_chars > 2 && n_chars <= KANA_CHARS_MAX + 1)
    n -= jkb_org_measure_case (doc->normal->text + name.end, p);
  if (n < (gsize) (p - doc->normal->text))
    return n - name.end > strlen ("か") ? (JkbSpan){ name.begin, n } : name;
  if (name.end == name.begin || n_chars < 2 || n_chars > KANA_CHARS_MAX || (*p != ' ' && *p != '\n' && *p != '(' && *p != '\0'))
    return name;
  kana = (JkbSpan){ name.end, n };
  if (jkb_org_ends_with_any (doc->normal->text, kana, particles))
    return name;
  return (JkbSpan){ name.begin, n };
}

/* つきの|舟|の名簿: where the second の stands. */
static gsize
end_before_link (const char *text, JkbSpan rest)
{
  const char *link = jkb_text_find (text + rest.begin, (gssize) (rest.end - rest.begin), "の");

  return link != NULL && link > text + rest.begin ? (gsize) (link - text) : rest.end;
}

/* A single character and の is a name of its own kind: 株式会社木の葉. Latin forms have a blank behind them,
 * and in a line of its own 株式会社 may have one. */
static JkbSpan
name_after_form (const JkbDoc *doc, gsize begin)
{
  const char *text = doc->normal->text;
  gboolean has_blank = begin > 0 && text[begin] == ' ';
  JkbSpan name = jkb_org_bare_after (doc, begin + has_blank, doc->normal->n_bytes);

  name = take_kana (doc, take_rest_of_line (doc, begin, name));
  if (jkb_text_begins (text + name.end, "の")
      && (count_chars (text, name) == 1 || (is_short_hiragana (text, name) && !owns_what_follows (doc, name.end))))
    name.end = end_before_link (text, jkb_org_bare_after (doc, name.end + strlen ("の"), doc->normal->n_bytes));
  name = jkb_org_cut_staff (text, jkb_org_cut_at_incident (doc, name));
  return cut_title (text, cut_maker (text, name));
}

gboolean
jkb_org_is_label (const char *text, JkbSpan words)
{
  static const char *const labels[] = { "会社名", "商号", "社名", "法人名", "団体名", "名称", "発行", "運営", "運営会社", "発表者", "差出人", "販売業者", "事業者名",
                                        "組織名", "学校名", "病院名", "施設名", "店舗名", "機関名", "事業者", "運営者", "運営元", "発表元", "発生場所", "実施主体", "実施者", "発信元", "発信者", "発行者", "投稿者", "提供元" };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (words.end - words.begin == strlen (labels[i]) && jkb_org_ends_with (text, words, labels[i]))
      return TRUE;
  return FALSE;
}

/* A1. 株式会社甲乙, 2031年5月27日 株式会社甲乙: the number of an answer, a day. */
static gboolean
is_number (const JkbDoc *doc, JkbSpan words)
{
  static const char *const units[] = { "年", "月", "日", "令和", "平成", "元", ".", "/", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize at = words.begin;

  at += at < words.end && (text.bytes[at] == 'a' || text.bytes[at] == 'q');
  for (gsize n = 1; n > 0 && at < words.end; at += n)
    n = jkb_text_is_digit (&text, at) ? 1 : jkb_text_take_any (&text, at, units);
  return at >= words.end;
}

/* 報道発表資料 株式会社|甲乙: the name is fast to the form behind it, what stands apart before it is none. */
static gboolean
has_name_behind (const JkbDoc *doc, gsize form_end)
{
  static const char *const posts[] = { "代表", "御中", "様", "取締役", "社長", "会長", "広報", "総務", "人事", "経営", "営業", "本社", "本店", "管理", "情報", "個人情報", "お客様", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };

  return jkb_text_take_any (&text, form_end, posts) == 0
         && count_chars (text.bytes, jkb_org_bare_after (doc, form_end, text.n_bytes)) >= 2;
}

/* A line that begins with a name and a blank: ヤマガラ 株式会社 */
static JkbSpan
name_before_form (const JkbDoc *doc, JkbSpan form, gsize limit)
{
  const char *text = doc->normal->text;
  const gsize end = form.begin;
  JkbSpan name = jkb_org_bare_before (doc, end, limit);

  if (name.begin == end && end > limit && text[end - 1] == ' ' && (guchar) text[end] >= 0x80 && !has_name_behind (doc, form.end))
    {
      JkbSpan apart = jkb_org_bare_before (doc, end - 1, limit);

      if (is_line_border (text, apart.begin) && !jkb_org_is_label (text, apart)
          && !is_number (doc, apart))
        return apart;
    }
  return name;
}

/* 某県公立大学法人…: the prefecture that founded it is part of the name. */
static gsize
founder_begin (const JkbDoc *doc, JkbSpan form, gsize limit)
{
  static const char founded[] = "公立大学法人";

  return jkb_text_begins (doc->normal->text + form.begin, founded)
             ? jkb_org_bare_before (doc, form.begin, limit).begin
             : form.begin;
}

/* 霞県公立大学法人は: with nothing behind it, what founded it is the name. */
static gboolean
is_founder_name (const JkbDoc *doc, JkbSpan form, JkbSpan before)
{
  return count_chars (doc->normal->text, before) >= 2 && founder_begin (doc, form, before.begin) == before.begin;
}

/* 弊社|株式会社甲乙: who speaks, before the name. */
static gboolean
is_speaker (const char *text, JkbSpan before)
{
  static const char *const words[] = { "弊社", "当社", "小社", "私たち", "私ども", "当法人", "弊法人", "当会", "弊会", "当団体", "弊団体", NULL };

  return jkb_text_is_any (text + before.begin, before.end - before.begin, words);
}

/* 株式会社X and X株式会社: the side where a name stands close by; before wins when both do. */
void
jkb_org_find_legal (const JkbDoc *doc, GArray *names)
{
  const char *text = doc->normal->text;
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_FORM, jkb_doc_whole (doc), &n_hits);

  for (guint i = 0; i < n_hits; i++)
    {
      JkbSpan form = hits[i].span;
      gsize limit = jkb_org_limit (text, form.begin);
      JkbSpan before, after;

      before = name_before_form (doc, form, limit);
      before.begin = jkb_org_skip_lead (doc, before, form.end);
      before.begin = jkb_org_skip_trade (doc, before);
      after = take_line (doc, form, name_after_form (doc, form.end));
      if (jkb_org_is_time (doc, before) || is_speaker (text, before) || jkb_org_ends_with (text, before, "・"))
        before.begin = before.end;      /* 昨年|株式会社甲乙, 弊社|株式会社甲乙 */
      if (count_chars (text, before) >= 2 && hits[i].term->value != JKB_ORG_FORM_TERM_BEFORE)
        jkb_org_add_name (names, text, (JkbSpan){ skip_english_verb (text, before), form.end }, JKB_ORG_LEGAL);
      else if (count_chars (text, after) >= 2 && hits[i].term->value != JKB_ORG_FORM_TERM_AFTER)
        jkb_org_add_name (names, text, (JkbSpan){ founder_begin (doc, form, limit), after.end },
                  JKB_ORG_LEGAL);
      else if (is_founder_name (doc, form, before))
        jkb_org_add_name (names, text, (JkbSpan){ before.begin, form.end }, JKB_ORG_LEGAL);
    }
}
