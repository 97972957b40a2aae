/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The name at the head of a title (甲乙工業 サイバー攻撃による…, 甲乙市USB紛失): up to a border of grammar, or to where the words
 * of the incident begin.
 */
#include "extract/jkb-org-private.h"

#include <string.h>

#include "extract/jkb-text-at.h"

/* What ends a title behind an owner and has more characters is the matter. */
#define NAME_CHARS_MAX 5

/* What stands behind a name that the words of the incident follow at once. */
#define INCIDENT_BORDER 1

/* The border that the head of a title ends at, or -1. */
static int
find_border (const char *p)
{
  static const char *const borders[]
      = { "の", " ", "、", ",", "「", ":", "における", "において", "が", "は", "で", "に", "/", "|", "(", "『" };

  for (guint i = 0; i < G_N_ELEMENTS (borders); i++)
    if (jkb_text_begins (p, borders[i]))
      return (int) i;
  return -1;
}

/* ヒイロ電設サイト|改ざん, 茜浜市USB|紛失: what was attacked or lost, behind the name; in bytes. */
static gsize
measure_thing (const JkbDoc *doc, JkbSpan run)
{
  static const char *const things[]
      = { "公式サイト", "公式hp", "ウェブサイト", "webサイト", "通販サイト", "予約サイト", "採用サイト", "会員サイト", "ホームページ", "サイト", "アプリ", "サーバー",
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
JkbSpan
jkb_org_cut_at_incident (const JkbDoc *doc, JkbSpan run)
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

/* KZB『…』: three capitals; but FAQ and a blank, where the text speaks of no FAQ. */
static gboolean
is_short_name (const JkbDoc *doc, JkbSpan name, gsize from)
{
  return jkb_org_is_capitals (doc, name) && (doc->normal->text[name.end] != ' ' || recurs (doc, name, from));
}

/* 共通ポイントの|会員番号誤印字: what ends a title behind an owner is mostly the matter. */
static gboolean
is_long_for_a_name (const char *text, JkbSpan name, guint n_owners)
{
  return n_owners > 0 && g_utf8_strlen (text + name.begin, (gssize) (name.end - name.begin)) > NAME_CHARS_MAX;
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

/* 甲乙に不正アクセス is hit, GitHubに公開 only holds it: whether what に leads to is an attack. */
static gboolean
leads_to_attack (const JkbDoc *doc, gsize at, gsize end)
{
  static const char *const attacks[] = { "攻撃", "アクセス", "侵入", "ランサム", "ウイルス", "サイバー", "ddos", "不正", "ハッカー", "ハッキング",
                                         "dos", "マルウェア", "情報漏", "個人情報", "行政", "業務改善", "処分", "勧告", "指導", "障害" };

  for (guint i = 0; i < G_N_ELEMENTS (attacks); i++)
    if (jkb_text_find (doc->normal->text + at, (gssize) (end - at), attacks[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* The head of a title up to a blank, a comma or a particle: 甲乙工業 サイバー攻撃による… In 小売の甲乙、…
 * what stands before の may be a description; then the name behind it is the subject. */
void
jkb_org_title_add (GArray *mentions, const JkbDoc *doc, const GArray *names)
{
  const char *text = doc->normal->text;
  const JkbSection *first = jkb_org_title (doc);
  gsize begin;

  if (first == NULL)
    return;
  begin = jkb_org_skip_brackets (text, first->span.begin + strspn (text + first->span.begin, "# *"),
                         first->heading.end);
  for (guint n = 0; n < 2 && begin < first->heading.end && !jkb_org_is_covered (names, begin); n++)
    {
      JkbSpan run = jkb_org_bare_after (doc, begin, first->heading.end);
      JkbSpan name = jkb_org_bare_name (doc, jkb_org_cut_at_incident (doc, run));
      int border = name.end < run.end ? INCIDENT_BORDER : find_border (text + name.end);

      if (name.end - name.begin < (is_short_name (doc, name, first->span.end) ? 3 : 4) || is_small_phrase (doc, name)
          || jkb_org_is_covered (names, name.end - 1)
          || (border < 0 && name.end < first->heading.end) || is_latin_phrase (text, name.end)
          || (jkb_text_begins (text + name.end, "に") && !leads_to_attack (doc, name.end, first->heading.end)))
        return;
      if (name.end < run.end && n == 0 && !recurs (doc, name, first->span.end))
        return;
      if (name.end >= first->heading.end && is_long_for_a_name (text, name, n) && !recurs (doc, name, first->span.end))
        return;
      jkb_org_mention_add (mentions, doc, name, JKB_ORG_BARE,
                           border == 0 ? JKB_ORG_SIGN (TITLE_OWNER) : n == 1 ? JKB_ORG_SIGN (TITLE_SECOND) : 0);
      if (border != 0)
        return;
      begin = name.end + strlen ("の");
    }
}
