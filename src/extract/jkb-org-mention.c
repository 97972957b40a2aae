/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One place where a name stands, and how much speaks for it: the words before and behind it, the
 * section, the sentence. And what never is the organisation that is looked for.
 */
#include "extract/jkb-org-private.h"

#include <string.h>

#include "extract/jkb-text-at.h"

/* How far behind a name the words that tell its part are sought, in bytes. */
#define CUE_BYTES_MAX 90

/* ---------------------------------------------------------------- words around a name */

static const JkbHit *
find_cue (const JkbDoc *doc, int value, gsize begin, gsize end)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, (JkbSpan){ begin, end }, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == value && hits[i].span.end <= end)
      return &hits[i];
  return NULL;
}

JkbSpan
jkb_org_sentence_of (const JkbDoc *doc, gsize offset)
{
  return g_array_index (doc->sentences, JkbSentence, jkb_doc_sentence_at (doc, offset)).span;
}

static gsize
skip_quote_and_blank (const char *text, gsize offset)
{
  static const char *const signs[] = { "」", "』", "\"", " ", ")" };

  for (guint i = 0; i < G_N_ELEMENTS (signs);)
    if (g_str_has_prefix (text + offset, signs[i]))
      offset += strlen (signs[i]), i = 0;
    else
      i++;
  return offset;
}

static gsize
skip_bracket (const char *text, gsize at)
{
  const char *close = text[at] == '(' ? g_strstr_len (text + at, 150, ")") : NULL;

  return close != NULL ? (gsize) (close - text) + 1 : at;
}

/* A cue that begins right behind the name (and its closing quote, and what stands in brackets). */
static gboolean
has_cue_behind (const JkbDoc *doc, const JkbOrgMention *mention, int value)
{
  gsize begin = skip_bracket (doc->normal->text,
                              skip_quote_and_blank (doc->normal->text, mention->span.end));
  const JkbHit *hit = find_cue (doc, value, begin, MIN (begin + CUE_BYTES_MAX, doc->normal->n_bytes));

  return hit != NULL && hit->span.begin == begin;
}

static gboolean
has_cue_before (const JkbDoc *doc, const JkbOrgMention *mention, int value)
{
  gsize end = mention->span.begin;
  const char *text = doc->normal->text;
  gsize begin = end > CUE_BYTES_MAX ? end - CUE_BYTES_MAX : 0;
  guint n_hits;
  const JkbHit *hits;

  if (end >= strlen ("「") && memcmp (text + end - strlen ("「"), "「", strlen ("「")) == 0)
    end -= strlen ("「");
  hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, (JkbSpan){ begin, end }, &n_hits);
  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == value && hits[i].span.end == end)
      return TRUE;
  return FALSE;
}

gboolean
jkb_org_cue_is_contractor (const JkbDoc *doc, const JkbHit *hit)
{
  static const char *const ends[] = { "委託先", "委託業者" };

  if (hit->term->value == JKB_ORG_CUE_TERM_CONTRACTOR_BEFORE)
    return TRUE;
  for (guint i = 0; hit->term->value == JKB_ORG_CUE_TERM_OWNS && i < G_N_ELEMENTS (ends); i++)
    if (jkb_org_ends_with (doc->normal->text, hit->span, ends[i]))
      return TRUE;
  return FALSE;
}

/* 甲乙の業務委託先である…, 甲乙の委託先、… */
static gboolean
links_to_name (const JkbDoc *doc, gsize begin, gsize end)
{
  static const char *const links[] = { "である", "の", "、", "(" };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    if (end - begin == strlen (links[i])
        && memcmp (doc->normal->text + begin, links[i], end - begin) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_behind_contractor_cue (const JkbDoc *doc, const JkbOrgMention *mention)
{
  gsize end = mention->span.begin;
  gsize begin = end > CUE_BYTES_MAX ? end - CUE_BYTES_MAX : 0;
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, (JkbSpan){ begin, end }, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (jkb_org_cue_is_contractor (doc, &hits[i])
        && (hits[i].span.end == end || links_to_name (doc, hits[i].span.end, end)))
      return TRUE;
  return FALSE;
}

/* (以下「当社」という。) behind the name: the bracket, and whether what is in it means the one who speaks. */
static gboolean
is_defined_as (const JkbDoc *doc, const JkbOrgMention *mention, int value)
{
  const char *text = doc->normal->text;
  gsize begin = skip_quote_and_blank (text, mention->span.end);
  const char *close;

  if (text[begin] != '(')
    return FALSE;
  close = g_strstr_len (text + begin, 120, ")");
  return close != NULL
         && find_cue (doc, JKB_ORG_CUE_TERM_ABBREVIATED, begin, (gsize) (close - text)) != NULL
         && find_cue (doc, value, begin, (gsize) (close - text)) != NULL;
}

gboolean
jkb_org_is_subject (const JkbDoc *doc, const JkbOrgMention *mention)
{
  const char *text = doc->normal->text;
  gsize at = skip_bracket (text, skip_quote_and_blank (text, mention->span.end));

  return g_str_has_prefix (text + at, "は") || g_str_has_prefix (text + at, "が");
}

gboolean
jkb_org_is_topic (const JkbDoc *doc, const JkbOrgMention *mention)
{
  const char *text = doc->normal->text;
  gsize at = skip_bracket (text, skip_quote_and_blank (text, mention->span.end));

  return g_str_has_prefix (text + at, "は");
}

static gboolean
is_at_sentence_start (const JkbDoc *doc, const JkbOrgMention *mention)
{
  JkbSpan sentence = jkb_org_sentence_of (doc, mention->span.begin);
  const char *text = doc->normal->text;

  for (gsize i = sentence.begin; i < mention->span.begin; i++)
    if (strchr (" \n\"", text[i]) == NULL && !g_str_has_prefix (text + i, "「")
        && ((guchar) text[i] & 0xc0) != 0x80)
      return FALSE;
  return TRUE;
}

/* The line holds the name and next to nothing else: a signature. */
static gboolean
is_alone_in_line (const JkbDoc *doc, const JkbOrgMention *mention)
{
  const JkbLine *line
      = &g_array_index (doc->lines, JkbLine, jkb_doc_line_at (doc, mention->span.begin));

  return mention->span.begin == line->text.begin
         && line->text.end - mention->span.end <= strlen ("代表取締役社長") && line->text.end >= mention->span.end
         && line->kind != JKB_LINE_LIST;
}

static gboolean
is_blank_or_hall (const char *p)
{
  return *p == ' ' || g_str_has_prefix (p, "役所 ") || g_str_has_prefix (p, "役場 ");
}

/* うぐいす市 財政部 市民税課: the name begins a line of departments. */
static gboolean
begins_line_of_departments (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const departments[] = { "部", "課", "係", "局", "室", "班", "センター" };
  const JkbLine *line
      = &g_array_index (doc->lines, JkbLine, jkb_doc_line_at (doc, mention->span.begin));
  const char *text = doc->normal->text;

  if (mention->span.begin != line->text.begin || mention->span.end >= line->text.end
      || !is_blank_or_hall (text + mention->span.end)
      || mention->shape > JKB_ORG_KIND)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (departments); i++)
    if (g_strstr_len (text + mention->span.end, (gssize) (line->text.end - mention->span.end),
                      departments[i])
        != NULL)
      return !jkb_doc_ends_sentence (doc, line->text);
  return FALSE;
}

/* 甲乙(名古屋市), 甲乙(本社・大阪市): where it is, not who it is; but 弊社(甲乙商会). */
static gboolean
is_place_in_bracket (const JkbDoc *doc, const JkbOrgMention *mention)
{
  const char *text = doc->normal->text;
  JkbSpan sentence = jkb_org_sentence_of (doc, mention->span.begin);
  gsize open = mention->span.begin;
  guint n_hits;
  const JkbHit *hits;

  if (mention->shape == JKB_ORG_LEGAL || text[mention->span.end] != ')')
    return FALSE;
  while (open > sentence.begin && text[open] != '(')
    open--;
  if (text[open] != '(' || open == sentence.begin || mention->span.begin - open > 30)
    return FALSE;
  hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, (JkbSpan){ open > 12 ? open - 12 : 0, open }, &n_hits);
  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_ORG_CUE_TERM_SELF && hits[i].span.end == open)
      return FALSE;
  return TRUE;
}

/* 某県の保険代理店で, 某県内の不動産会社で, 某県の某市の課長が: a region that says where another one is. */
static gboolean
is_place_of_another (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const regions[] = { "都", "道", "府", "県", "市", "区", "町", "村" };
  static const char *const ends[] = { "店", "社", "業者", "園", "館", "所", "サイト", "メーカー", "市", "町", "村", "企業",
                                      "機関", "大学", "病院", "ホテル", "自治体", "施設", "法人", "団体", "事務所", "銀行", "組合" };
  const char *text = doc->normal->text;
  gsize at = mention->span.end;
  gboolean is_region = FALSE;
  JkbSpan next;

  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    is_region |= jkb_org_ends_with (text, mention->span, regions[i]);
  if (!is_region || mention->shape != JKB_ORG_KIND)
    return FALSE;
  if (g_str_has_prefix (text + at, "内"))
    at += strlen ("内");
  if (!g_str_has_prefix (text + at, "の"))
    return FALSE;
  next = jkb_org_bare_after (doc, at + strlen ("の"), jkb_org_sentence_of (doc, at).end);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (jkb_org_ends_with (text, next, ends[i]))
      return TRUE;
  return FALSE;
}

/* 作業靴通販サイト without quotes says what is sold, not by whom. */
static gboolean
is_unnamed_shop (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const ends[] = { "通販サイト", "ecサイト", "通販ショップ", "ネットショップ", "学習サイト", "会員サイト" };

  for (guint i = 0; mention->shape != JKB_ORG_QUOTED && i < G_N_ELEMENTS (ends); i++)
    if (jkb_org_ends_with (doc->normal->text, mention->span, ends[i]))
      return TRUE;
  return FALSE;
}

/* 番組「…」, 講座「…」, 「…」欄, 「…」という: a work, an event or the name of a field stands in the quotes. */
static gboolean
is_work_in_quotes (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const before[]
      = { "番組", "ドラマ", "映画", "アニメ", "雑誌", "書籍", "システム", "ソフト", "ソフトウェア", "フォルダ", "フォルダー", "ファイル",
          "件名", "題名", "制度", "事業", "講座", "講習会", "イベント", "キャンペーン", "大会", "資料", "文書", "メール", "調査",
          "問題", "法", "計画", "プロジェクト", "ウイルス", "ランサムウェア", "マルウェア", "プラグイン", "クラウド", "フォーム", NULL };
  static const char *const after[]
      = { "」欄", "」という", "」といった", "」と話", "」と説明", "」と謝罪", "」とコメント", "」とし", "」と題", "」の応募",
          "」の参加", "」の申込", "」の出演", "」の視聴", "」を送信", "」を開", "」で送", "」に入力", "」の開催", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize open = strlen ("「");

  if (mention->shape != JKB_ORG_QUOTED || mention->span.begin < open)
    return FALSE;
  if (jkb_text_take_any (&text, mention->span.end, after) > 0)
    return TRUE;
  for (guint i = 0; before[i] != NULL; i++)
    if (jkb_text_take_before (&text, mention->span.begin - open, before[i]) > 0)
      return TRUE;
  return FALSE;
}

/* 甲乙製の機器, 転職先の甲乙, 甲乙を装った: it made the thing, took the man in, was only borrowed. */
static gboolean
is_aside (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const before[]
      = { "転職先の", "転職先である", "転職先、", "競合の", "競合する", "同業の", "同業他社の", "同業他社である", "取引先の", "出身の", NULL };
  static const char *const after[] = { "製の", "製ルータ", "製vpn", "製品", "製の", "を装", "を騙", "をかた", "になりすま", "の脆弱性", "を行う", "を提供する",
                                       "を手がける", "を手掛ける", "を展開する", "を利用", "を使用", "を導入", "を用い", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize begin = mention->span.begin;

  if (jkb_text_take_any (&text, skip_quote_and_blank (text.bytes, mention->span.end), after) > 0)
    return TRUE;
  begin -= jkb_text_take_before (&text, begin, "「");
  for (guint i = 0; before[i] != NULL; i++)
    if (jkb_text_take_before (&text, begin, before[i]) > 0)
      return TRUE;
  return FALSE;
}

/* 被害に遭ったのは某市の甲乙病院。 */
static gboolean
is_answer (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const ends[] = { "。", "だ", "で、", "です", "でした", "だった", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  JkbSpan sentence = jkb_org_sentence_of (doc, mention->span.begin);

  if (jkb_text_take_any (&text, skip_bracket (text.bytes, skip_quote_and_blank (text.bytes, mention->span.end)),
                         ends) == 0)
    return FALSE;
  for (gsize at = sentence.begin; at < mention->span.begin; at++)
    if (jkb_text_take (&text, at, "けたのは") > 0 || jkb_text_take (&text, at, "ったのは") > 0
        || jkb_text_take (&text, at, "れたのは") > 0 || jkb_text_take (&text, at, "したのは") > 0)
      return mention->span.begin - at < 90;
  return FALSE;
}

/* 甲乙製作所社員、丙図書館の…を取得: who employs the one that did it comes after whose data they are. */
static gboolean
employs_the_actor (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const staff[] = { "社員", "従業員", "元社員", "元従業員", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize n = jkb_text_take_any (&text, mention->span.end, staff);

  return n > 0 && jkb_text_take (&text, mention->span.end + n, "、") > 0;
}

/* 100円ショップの甲乙: what it is, before who it is. */
static gboolean
is_description (const JkbDoc *doc, const JkbOrgMention *mention)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, mention->span, &n_hits);

  if (mention->shape == JKB_ORG_LEGAL || mention->shape == JKB_ORG_QUOTED
      || !g_str_has_prefix (doc->normal->text + mention->span.end, "の"))
    return FALSE;
  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_ORG_CUE_TERM_DESCRIPTION && hits[i].span.end == mention->span.end)
      return TRUE;
  return FALSE;
}

/* ---------------------------------------------------------------- points */

gboolean
jkb_org_is_early (const JkbDoc *doc, guint sentence)
{
  const char *text = doc->normal->text;
  guint n_said = 0;

  for (guint i = 0; i < sentence && n_said <= JKB_ORG_FIRST_SENTENCES; i++)
    {
      JkbSpan span = g_array_index (doc->sentences, JkbSentence, i).span;
      gsize at = span.begin;

      while (at < span.end && g_ascii_isspace (text[at]))
        at++;
      n_said += at < span.end;
    }
  return n_said <= JKB_ORG_FIRST_SENTENCES;
}

gboolean
jkb_org_is_in_title (const JkbDoc *doc, gsize offset)
{
  return jkb_doc_section_at (doc, offset)->role == JKB_SECTION_TITLE;
}

static double
points_of_place (const JkbDoc *doc, const JkbOrgMention *mention)
{
  const JkbSection *section = jkb_doc_section_at (doc, mention->span.begin);
  double points = 0.0;

  if (section->role == JKB_SECTION_TITLE)
    points += mention->span.begin <= section->heading.begin + strlen ("「") ? 3.0 : 1.5;
  else if (section->role == JKB_SECTION_ABOUT || section->role == JKB_SECTION_REQUEST
           || section->role == JKB_SECTION_PREVENTION)
    points -= 1.0;
  if (is_alone_in_line (doc, mention) && section->role != JKB_SECTION_TITLE
      && mention->shape != JKB_ORG_QUOTED)
    points += 2.0;
  if (begins_line_of_departments (doc, mention))
    points += 1.5;
  if (is_place_in_bracket (doc, mention) || is_place_of_another (doc, mention))
    points -= 3.0;
  if (is_unnamed_shop (doc, mention))
    points -= 5.0;
  if (is_work_in_quotes (doc, mention))
    points -= 4.0;
  if (is_aside (doc, mention))
    points -= 3.0;
  if (mention->shape == JKB_ORG_QUOTED && has_cue_before (doc, mention, JKB_ORG_CUE_TERM_DESCRIPTION))
    points += 1.5;                      /* 通販サイト「甲乙市場」が */
  if (is_answer (doc, mention))
    points += 3.0;
  if (employs_the_actor (doc, mention))
    points -= 1.5;
  if (is_description (doc, mention))
    points -= 3.0;
  if (jkb_org_is_early (doc, jkb_doc_sentence_at (doc, mention->span.begin)))
    points += 1.0;
  return points;
}

static double
points_of_part (const JkbDoc *doc, const JkbOrgMention *mention)
{
  JkbSpan sentence = jkb_org_sentence_of (doc, mention->span.begin);
  double points = 0.0;

  if (is_defined_as (doc, mention, JKB_ORG_CUE_TERM_SELF))
    points += 5.0;
  if (jkb_org_is_subject (doc, mention))
    {
      gboolean announces
          = find_cue (doc, JKB_ORG_CUE_TERM_ANNOUNCES, mention->span.end, sentence.end) != NULL;

      points += announces ? 2.5 : 0.5;
      if (is_at_sentence_start (doc, mention))
        points += announces || jkb_org_is_topic (doc, mention) ? 1.0 : 0.0;
    }
  else if (has_cue_behind (doc, mention, JKB_ORG_CUE_TERM_OWNS))
    points += 1.0;
  if (mention->shape == JKB_ORG_QUOTED && g_str_has_prefix (doc->normal->text + mention->span.end, "」社"))
    points += 2.0;
  if (has_cue_behind (doc, mention, JKB_ORG_CUE_TERM_ADDRESSEE))
    points -= 3.0;
  return points;
}

static void
weigh (const JkbDoc *doc, JkbOrgMention *mention)
{
  static const double shape_points[] = { 2.0, 1.5, 0.5, 1.0 };
  gsize begin = mention->span.end;
  JkbSpan sentence = jkb_org_sentence_of (doc, mention->span.begin);

  mention->points = shape_points[mention->shape] + points_of_place (doc, mention)
                    + points_of_part (doc, mention);
  mention->is_operator = has_cue_behind (doc, mention, JKB_ORG_CUE_TERM_OPERATES)
                         || has_cue_before (doc, mention, JKB_ORG_CUE_TERM_OPERATED_BY);
  if (mention->is_operator)
    mention->points += JKB_ORG_OPERATOR_POINTS;
  mention->is_contractor
      = has_cue_before (doc, mention, JKB_ORG_CUE_TERM_CONTRACTOR_BEFORE)
        || is_behind_contractor_cue (doc, mention)
        || is_defined_as (doc, mention, JKB_ORG_CUE_TERM_CONTRACTOR_BEFORE)
        || (find_cue (doc, JKB_ORG_CUE_TERM_CONTRACTOR_AFTER, begin,
                      MIN (begin + CUE_BYTES_MAX, sentence.end))
                != NULL
            && ((g_str_has_prefix (doc->normal->text + begin, "に")
                 && !g_str_has_prefix (doc->normal->text + begin, "によ"))
                || g_str_has_prefix (doc->normal->text + begin, "へ")));
}

void
jkb_org_mention_add (GArray *mentions, const JkbDoc *doc, JkbSpan span, JkbOrgShape shape,
                     double bonus)
{
  JkbOrgMention mention = { span, shape, 0.0, FALSE, FALSE };

  weigh (doc, &mention);
  mention.points += bonus;
  if (!jkb_org_is_refused (doc, &mention))
    g_array_append_val (mentions, mention);
}
