/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bare names in katakana or Latin letters where a page says whose it is: at the end of its title (… | ヒナタテック), at the head of
 * one (ヒナタテックからのお知らせ), beside an address or a telephone, where it is answered, behind a copyright sign.
 */
#include "extract/jkb-org-private.h"

#include <string.h>

#include "extract/jkb-text-at.h"

/* So many lines below a heading for questions one answers. */
#define CONTACT_LINES_MAX 2

/* Between a name and what stands beside it. */
#define BLANKS_MAX 8

/* A line of more is a paragraph. */
#define LINE_BYTES_MAX 120

typedef struct
{
  const JkbDoc *doc;
  const GArray *names;
  GArray *mentions;
  JkbText text;
} Imprint;

/* A name in katakana or Latin letters of which no part is an ordinary word. */
static gboolean
is_proper_name (const Imprint *self, JkbSpan run)
{
  guint n_stops, n_things, n_incidents;

  if (!jkb_org_has_foreign_letters (self->text.bytes, run))
    return FALSE;
  jkb_doc_hits (self->doc, JKB_TERM_ORG_STOP, run, &n_stops);
  jkb_doc_hits (self->doc, JKB_TERM_COUNT_NOUN, run, &n_things);
  jkb_doc_hits (self->doc, JKB_TERM_NOTICE, run, &n_incidents);
  return n_stops + n_things + n_incidents == 0 && jkb_org_nature (self->doc, run) == NULL;
}

static void
add (const Imprint *self, JkbSpan run)
{
  if (is_proper_name (self, run))
    jkb_org_bare_add (self->mentions, self->doc, self->names, run, JKB_ORG_SIGN (IMPRINT));
}

/* The words at @at up to a blank or the end of the line, without who answers there. */
static JkbSpan
read_name (const Imprint *self, gsize at, gsize end)
{
  return jkb_org_cut_staff (self->text.bytes, jkb_org_bare_after (self->doc, at, end));
}

/* ヒナタテックからのお知らせ, ヒナタテック会員の…: whose the title is. */
static gboolean
leads_title (const JkbText *text, gsize at)
{
  static const char *const words[] = { "からの", "よりお", "における", "での", "に関する", "をご利用", "への不正", "へのサイバー", "から", "ご利用", "元社員", "元職員", "社員", "職員",
                                       "従業員", "会員", "利用者", "メールアドレス", "ホームページ", "公式サイト", "アカウント", "サーバ", "サイト", "アプリ", NULL };

  return jkb_text_take_any (text, at, words) > 0;
}

static void
add_title_head (const Imprint *self, JkbSpan title)
{
  gsize begin = jkb_org_skip_brackets (self->text.bytes, title.begin, title.end);
  JkbSpan run = read_name (self, begin, title.end);

  if (leads_title (&self->text, run.end))
    add (self, run);
}

/* … | ヒナタテック, …(ヒナタテック), …、ヒナタテック: the last words of a title, behind a border. */
static void
add_title_tail (const Imprint *self, JkbSpan title)
{
  static const char *const borders[] = { "|", "| ", "- ", "/", "、", "(", "・", "=", " ", NULL };
  static const char *const pages[] = { "公式ウェブサイト", "公式ホームページ", "公式サイト", "ホームページ", "ウェブサイト", "公式", " ", ")", NULL };
  gsize end = title.end, n;
  JkbSpan run;

  while (end > title.begin && (n = jkb_text_take_any_before (&self->text, end, pages)) > 0)
    end -= n;
  run = jkb_org_bare_before (self->doc, end, title.begin);
  if (run.begin > title.begin && run.end > run.begin && jkb_text_take_any_before (&self->text, run.begin, borders) > 0)
    add (self, run);
}

/* 〒…, 電話…, 代表…: what stands in the line of a name, or in the next, where an organisation says who it is. */
static gboolean
is_address (const JkbText *text, gsize at)
{
  static const char *const words[] = { "all rights", "〒", "住所", "所在地", "tel", "電話", "代表", "会長", "理事長", "社長", "店主", "店長", "管理者", "事務局", "サポート", "カスタマー",
                                       "お客様", "お客さま", "総務", "広報", "担当", "個人情報", "運営", "0120", "0570", NULL };

  return jkb_text_take_any (text, at, words) > 0;
}

static gboolean
is_question_line (const JkbText *text, JkbSpan line)
{
  static const char *const words[] = { "問い合わせ", "問合せ", "問合わせ", "連絡先", NULL };

  return jkb_text_holds_any (text, line.begin, line.end, words);
}

/* Behind ©, © 2031, (c) 2031, copyright. */
static gsize
skip_copyright (const JkbText *text, gsize at)
{
  static const char *const signs[] = { "copyright", "(c)", "©", NULL };
  gsize n, begin = at;

  while ((n = jkb_text_take_any (text, at, signs)) > 0)
    at = jkb_text_skip_blanks (text, at + n, BLANKS_MAX);
  while (at > begin && (g_ascii_isdigit (text->bytes[at]) || text->bytes[at] == '-' || text->bytes[at] == '~'))
    at++;
  return at > begin ? jkb_text_skip_blanks (text, at, BLANKS_MAX) : begin;
}

/* @below: the line that follows. */
static void
add_line (const Imprint *self, JkbSpan line, JkbSpan below, gboolean is_below_question)
{
  gsize begin = skip_copyright (&self->text, line.begin), behind;
  JkbSpan run;

  if (begin == line.begin && !is_below_question && !is_address (&self->text, below.begin)
      && memchr (self->text.bytes + line.begin, ' ', line.end - line.begin) == NULL)
    return;
  run = read_name (self, begin, line.end);
  behind = jkb_text_skip_blanks (&self->text, run.end, BLANKS_MAX);
  if (run.end <= run.begin)
    return;
  if (begin > line.begin || (behind >= line.end && (is_address (&self->text, below.begin) || is_below_question))
      || (behind < line.end && is_address (&self->text, behind)))
    add (self, run);
}

/* お問い合わせ先 ヒナタテック 電話…: behind the heading in its own line. */
static void
add_behind_question (const Imprint *self, JkbSpan line)
{
  static const char *const words[] = { "問い合わせ先", "問い合わせ", "問合せ先", "問合せ", "連絡先", NULL };

  for (gsize at = line.begin, n; at < line.end; at = jkb_text_next (&self->text, at))
    if ((n = jkb_text_take_any (&self->text, at, words)) > 0)
      {
        gsize begin = jkb_text_skip_blanks (&self->text, at + n + jkb_text_take (&self->text, at + n, ":"), BLANKS_MAX);

        if (begin > at + n && begin < line.end)
          add (self, read_name (self, begin, line.end));
        return;
      }
}

void
jkb_org_imprint_add (GArray *mentions, const JkbDoc *doc, const GArray *names)
{
  const Imprint self = { doc, names, mentions, { doc->normal->text, doc->normal->n_bytes } };
  const JkbSection *title = jkb_org_title (doc);
  guint n_below = CONTACT_LINES_MAX;

  if (title != NULL)
    {
      add_title_head (&self, title->heading);
      add_title_tail (&self, title->heading);
    }
  for (guint i = 0; i < doc->lines->len; i++)
    {
      JkbSpan line = g_array_index (doc->lines, JkbLine, i).text;
      JkbSpan below = i + 1 < doc->lines->len ? g_array_index (doc->lines, JkbLine, i + 1).text : (JkbSpan){ line.end, line.end };

      if (line.end <= line.begin || line.end - line.begin > LINE_BYTES_MAX || jkb_org_is_in_title (doc, line.begin)
          || jkb_doc_ends_sentence (doc, line))
        {
          n_below = CONTACT_LINES_MAX;
          continue;
        }
      add_line (&self, line, below, n_below < CONTACT_LINES_MAX);
      n_below = is_question_line (&self.text, line) ? 0 : n_below + 1;
      if (n_below == 0)
        add_behind_question (&self, line);
    }
}
