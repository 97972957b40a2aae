/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * 名 counts the persons whose data leaked as well as those who sent the mail or got it.
 */
#include "extract/jkb-count-judge-private.h"

#include <string.h>

#define N_PHRASE 48                     /* bytes behind a figure in which its verb stands */
#define N_NOUN ((gsize) 30)             /* bytes of a word for persons */
#define N_BEHIND 30                     /* bytes behind a figure that may say who acted */
#define N_AGENTS_MAX 9                  /* so many of the staff may have done it themselves */

static gboolean
has_noun (const JkbJudge *self, JkbSpan within, JkbCountNounTerm noun)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (self->doc, JKB_TERM_COUNT_NOUN, within, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == (int) noun)
      return TRUE;
  return FALSE;
}

/* 退職者2,417人、採用応募者5,300人: what stands behind the comma belongs to the next figure. */
static JkbSpan
words_behind (const JkbJudge *self, const JkbFigure *figure, const JkbAround *around)
{
  JkbSpan behind = jkb_judge_behind (self, figure, around, N_BEHIND);

  if (jkb_text_take (&self->text, behind.begin, "、") > 0 && jkb_text_is_digit (&self->text, behind.end))
    behind.end = behind.begin;
  return behind;
}

static gboolean
is_agent (const JkbJudge *self, const JkbFigure *figure)
{
  static const char *const particles[] = { "が", "で", "により", "によって", "から", "らが", "、いずれ", NULL };

  return jkb_text_take_any (&self->text, figure->span.end, particles) > 0;
}

/* の会員様, の方: the end of a phrase that only names the persons once more. */
static gsize
pass_persons (const JkbJudge *self, gsize at)
{
  gsize begin = at + jkb_text_take (&self->text, at, "の");
  guint n_hits;
  const JkbHit *hits
      = jkb_doc_hits (self->doc, JKB_TERM_COUNT_NOUN, (JkbSpan){ begin, begin + 1 }, &n_hits);

  if (begin == at || n_hits == 0 || hits[0].term->value != JKB_COUNT_NOUN_TERM_PEOPLE)
    return at;
  return hits[0].span.end + jkb_text_take (&self->text, hits[0].span.end, "様");
}

/* 文書を送った11名; but 誤って送った11名 are the ones concerned. */
static gboolean
was_written_to (const JkbJudge *self, const JkbFigure *figure)
{
  static const char *const sent[] = { "送った", "送付した", "送信した", "郵送した", "発送した", "配信した", NULL };
  gsize begin = figure->span.begin > N_PHRASE ? figure->span.begin - N_PHRASE : 0;

  for (const char *const *word = sent; *word != NULL; word++)
    if (jkb_text_take_before (&self->text, figure->span.begin, *word))
      return g_strstr_len (self->text.bytes + begin, (gssize) (figure->span.begin - begin), "誤") == NULL;
  return FALSE;
}

/* 受信者1名から指摘: who told of it. */
static gboolean
is_teller (const JkbJudge *self, const JkbFigure *figure)
{
  static const char *const particles[] = { "から", "より", "の方から", "の方より", NULL };

  return figure->value <= N_AGENTS_MAX && jkb_text_take_any (&self->text, figure->span.end, particles) > 0;
}

/* 52名が登録されたメーリングリストへ */
static gboolean
is_of_mailing_list (const JkbJudge *self, const JkbFigure *figure)
{
  static const char *const lists[] = { "が登録されたメーリング", "が登録しているメーリング", "が参加するメーリング", "が登録されているメーリング",
                                       "が参加するグループ", "が登録するメーリング", NULL };

  return jkb_text_take_any (&self->text, figure->span.end, lists) > 0;
}

/* 個人情報が流出した顧客120人に謝罪のメールを送った: written to because they are concerned. */
static gboolean
has_leaked_before (const JkbJudge *self, const JkbFigure *figure)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (self->doc, JKB_TERM_EXPOSURE,
                                     jkb_count_words_before (self->doc, figure, self->last_end), &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_EXPOSURE_TERM_OUT && hits[i].term->weight >= 1)
      return TRUE;
  return FALSE;
}

/* 該当する1,204人にはメールで知らせた: written to because they are concerned, as the words in front say. */
static gboolean
is_concerned (const JkbJudge *self, const JkbFigure *figure)
{
  static const char *const words[] = { "該当する", "該当の", "対象の", "対象となる", "対象となった", "影響を受けた", "被害に遭った", "被害を受けた", NULL };

  return jkb_text_take_any_before (&self->text, figure->span.begin, words) > 0;
}

/* 児童30名に渡した, 会員10名に流出した: who got it. */
static gboolean
was_handed (const JkbJudge *self, gsize at)
{
  static const char *const hands[] = { "に渡し", "に渡され", "に配っ", "に配り", "に配付", "に配布し", "に手渡", "に配られ", "に渡り", "に渡った", "に渡って", "に流出", "に漏れ", "に漏えい",
                                       "に漏洩", "に知られ", "に見られ", "に閲覧され", "に見え", "に公開され", "に貸与", "へ渡し", "へ配", NULL };

  return jkb_text_take_any (&self->text, at, hands) > 0;
}

/* 10名の会員様へ送信; メールを受信した10名 */
static gboolean
is_recipient (const JkbJudge *self, const JkbFigure *figure, const JkbAround *around)
{
  static const char *const particles[] = { "に", "へ", "宛", "あて", "様に", "の方に", "のお客様に", NULL };
  static const char *const received[] = { "受信した", "受け取った", "受信された", "受領した", NULL };
  const JkbHit *act;
  gsize at;

  if (jkb_text_take_any_before (&self->text, figure->span.begin, received) > 0)
    return TRUE;
  if (was_written_to (self, figure) || is_of_mailing_list (self, figure))
    return TRUE;
  if (has_leaked_before (self, figure) || is_concerned (self, figure))
    return FALSE;
  at = pass_persons (self, figure->span.end);
  at += jkb_text_take (&self->text, at, ")");
  if (was_handed (self, at))
    return TRUE;
  if (jkb_text_take_any (&self->text, at, particles) == 0)
    return FALSE;
  act = jkb_count_find_act (self->doc, (JkbSpan){ at, MIN (at + N_PHRASE, MAX (at, around->sentence.end)) },
                            JKB_COUNT_ACT_TERM_SENDING);
  /* 4名に別の方の書類を誤って送付した: as many as the papers of others that they got */
  return act != NULL && g_strstr_len (self->text.bytes + at, (gssize) (act->span.begin - at), "誤って") == NULL;
}

/* 利用者1名のメールアカウントが…: the one through whom it happened. */
gboolean
jkb_judge_is_owner (const JkbJudge *self, const JkbFigure *figure)
{
  static const char *const things[] = { "のメールアカウント", "のアカウント", "の業務用", "のパソコン", "の端末", "のpc",
                                        "のid", "の認証情報", "のメールボックス", NULL };
  static const char *const accounts[] = { "アカウント", "メールアカウント", "メールボックス", NULL };
  gsize at = figure->span.end + jkb_text_take (&self->text, figure->span.end, "の");

  while (at > figure->span.end && at < figure->span.end + N_BEHIND && at < self->text.n_bytes && (guchar) self->text.bytes[at] < 0x80)
    at++;                               /* 2名の Office 365 アカウント */
  return figure->value <= N_AGENTS_MAX && (jkb_text_take_any (&self->text, figure->span.end, things) > 0
                                             || jkb_text_take_any (&self->text, at, accounts) > 0);
}

/* アクセスした利用者は123人: who looked, in front of the figure. */
static gboolean
follows_viewing (const JkbJudge *self, gsize at)
{
  static const char *const views[] = { "アクセスした", "閲覧した", "ダウンロードした", "開封した", "クリックした", NULL };
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (self->doc, JKB_TERM_COUNT_NOUN, (JkbSpan){ at - MIN (at, N_NOUN), at }, &n_hits);

  if (n_hits > 0 && hits[n_hits - 1].span.end == at)
    at = hits[n_hits - 1].span.begin;
  else
    at -= jkb_text_take_before (&self->text, at, "人");
  if (jkb_text_take_any_before (&self->text, at, views) > 0)
    return TRUE;
  return FALSE;
}

/* 140人の行員|が: behind the staff that are counted. */
static gsize
pass_staff (const JkbJudge *self, gsize at)
{
  gsize begin = at + jkb_text_take (&self->text, at, "の");
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (self->doc, JKB_TERM_COUNT_NOUN, (JkbSpan){ begin, begin + 1 }, &n_hits);

  return begin > at && n_hits > 0 && hits[0].term->value == JKB_COUNT_NOUN_TERM_STAFF ? hits[0].span.end : at;
}

/* 職員13人がすでに閲覧していた, 140人の行員が…を繰り返し閲覧し, うち1人が知人に漏らした: who looked at the data or told of them. */
static gboolean
is_viewer (const JkbJudge *self, const JkbFigure *figure, const JkbAround *around)
{
  static const char *const views[] = { "閲覧し", "閲覧。", "ダウンロードし", "開封し", "アクセスし", "目にし",
                                      "漏らし", "口外し", "盗み見", "のぞき見", "を見て", "を見た", "をのぞ", "不正閲覧を", "閲覧を行", "閲覧を繰り返", NULL };
  gsize begin = pass_staff (self, figure->span.end), end = MIN (begin + N_PHRASE, around->sentence.end);

  if (jkb_text_take_before (&self->text, figure->span.begin, "は") > 0)
    return follows_viewing (self, figure->span.begin - strlen ("は"));
  if (jkb_text_take (&self->text, figure->span.end, "は") > 0 && around->is_near && around->before.noun == JKB_COUNT_NOUN_TERM_STAFF)
    end = around->sentence.end;
  else if (jkb_text_take (&self->text, begin, "が") == 0)
    return FALSE;
  for (gsize at = begin; at < end; at = jkb_text_next (&self->text, at))
    if (jkb_text_take_any (&self->text, at, views) > 0)
      return TRUE;
  return FALSE;
}

/* 2名の司書が…を持ち帰り: who is told to have done something. */
static gboolean
is_doer (const JkbJudge *self, const JkbFigure *figure)
{
  gsize end = pass_staff (self, figure->span.end);

  return figure->value <= N_AGENTS_MAX && end > figure->span.end && jkb_text_take (&self->text, end, "が") > 0;
}

/* 17名の相談が、26人の画面に映った: on whose screens it was seen. */
static gboolean
shows_to (const JkbJudge *self, const JkbFigure *figure)
{
  static const char *const screens[] = { "の画面に", "の端末に", "の端末で", "の画面で", "の画面上に", "のスマートフォンに", "のスマホに", "のアプリに", NULL };

  return jkb_text_take_any (&self->text, figure->span.end, screens) > 0;
}

/* 会員約45万人に対し、利用料を返還する: what they get back says nothing of their data. */
static gboolean
is_compensated (const JkbJudge *self, const JkbFigure *figure, const JkbAround *around)
{
  static const char *const acts[] = { "返還", "返金", "補償", "付与", "進呈", "割引" };
  gsize end = MIN (figure->span.end + 2 * N_PHRASE, around->sentence.end);

  if (around->has_cue || !jkb_text_take (&self->text, figure->span.end, "に"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (jkb_text_find (self->text.bytes + figure->span.end, (gssize) (end - figure->span.end), acts[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* 計4名を…容疑で逮捕した: the ones who did it. */
static gboolean
is_arrested (const JkbJudge *self, const JkbFigure *figure, const JkbAround *around)
{
  guint n_hits;
  const JkbHit *hits;

  if (!jkb_text_take (&self->text, figure->span.end, "を") || (around->is_near && around->before.noun == JKB_COUNT_NOUN_TERM_DATA))
    return FALSE;                       /* 顧客情報1,204人を…: what they took */
  hits = jkb_doc_hits (self->doc, JKB_TERM_ORG_CUE,
                       (JkbSpan){ figure->span.end, MIN (figure->span.end + 3 * N_PHRASE, around->sentence.end) },
                       &n_hits);
  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_ORG_CUE_TERM_ARREST)
      return TRUE;
  return FALSE;
}

static guint
count_data_items (const JkbJudge *self, JkbSpan span)
{
  guint n_items;

  jkb_doc_hits (self->doc, JKB_TERM_DATA_ITEM, span, &n_items);
  return n_items;
}

/* 氏名、学籍番号 計61人: a total behind a list of data, in its sentence or in the line above. */
static gboolean
lists_data (const JkbJudge *self, const JkbFigure *figure, const JkbAround *around)
{
  guint line = jkb_doc_line_at (self->doc, figure->span.begin);

  return count_data_items (self, around->sentence) > 1
         || (line > 0 && count_data_items (self, g_array_index (self->doc->lines, JkbLine, line - 1).text) > 1);
}

/* 746名(氏名、住所): whose data they are, in brackets. */
static gboolean
has_data_in_brackets (const JkbJudge *self, const JkbFigure *figure)
{
  gsize at = jkb_text_skip_blanks (&self->text, figure->span.end, 2);

  return jkb_text_take (&self->text, at, "(") > 0 && count_data_items (self, (JkbSpan){ at, at + N_BEHIND }) > 1;
}

void
jkb_judge_people (const JkbJudge *self, JkbFigure *figure, const JkbAround *around)
{
  int before = around->is_near ? around->before.noun : -1;
  gboolean has_data_behind = around->behind == JKB_COUNT_NOUN_TERM_DATA;

  jkb_judge_decide (figure, JKB_FIGURE_OTHER, 0.8);
  if (jkb_judge_has_acted (self, figure, around))
    return;
  if (!has_data_behind
      && (before == JKB_COUNT_NOUN_TERM_ACTOR || around->behind == JKB_COUNT_NOUN_TERM_ACTOR
          || has_noun (self, words_behind (self, figure, around), JKB_COUNT_NOUN_TERM_ACTOR)))
    return;                             /* but 共同研究者640名の氏名, 過去に受講した87名のメールアドレス */
  if (jkb_judge_is_owner (self, figure) || shows_to (self, figure) || is_compensated (self, figure, around)
      || is_teller (self, figure) || is_arrested (self, figure, around))
    return;
  if (is_viewer (self, figure, around) || is_doer (self, figure))
    {
      figure->flags |= JKB_FIGURE_ACTED;
      return;
    }
  if (has_data_behind && !(before == JKB_COUNT_NOUN_TERM_STAFF && !around->has_cue))
    jkb_judge_decide (figure, JKB_FIGURE_PEOPLE, JKB_FIGURE_OF_DATA);
  else if (before == JKB_COUNT_NOUN_TERM_STAFF && figure->value <= N_AGENTS_MAX
           && (is_agent (self, figure) || jkb_text_take (&self->text, figure->span.end, "の")
               || jkb_text_take (&self->text, figure->span.end, "、")))
    figure->flags |= figure->value > 1 ? JKB_FIGURE_ACTED : 0;          /* one may be anybody */
  else if (around->behind == JKB_COUNT_NOUN_TERM_STAFF && !around->has_cue)
    return;
  else if (is_recipient (self, figure, around))
    jkb_judge_decide (figure, JKB_FIGURE_RECIPIENTS, 0.7);
  else if (before == JKB_COUNT_NOUN_TERM_DATA || has_data_in_brackets (self, figure)
           || (figure->flags & JKB_FIGURE_TOTAL && lists_data (self, figure, around)))
    jkb_judge_decide (figure, JKB_FIGURE_PEOPLE, 0.9);
  else if (around->has_cue)
    jkb_judge_decide (figure, JKB_FIGURE_PEOPLE, before >= 0 ? 0.9 : 0.85);
  else if (around->is_in_list)
    jkb_judge_decide (figure, JKB_FIGURE_PEOPLE, 0.8);
  else if (before == JKB_COUNT_NOUN_TERM_PEOPLE || around->behind == JKB_COUNT_NOUN_TERM_PEOPLE)
    jkb_judge_decide (figure, JKB_FIGURE_PEOPLE, 0.5);
}
