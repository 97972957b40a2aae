/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * 件 counts data as well as inquiries, mails and incidents.
 */
#include <string.h>

#include "extract/jkb-count-judge-private.h"

#define N_CUES 16                       /* words of a clause that are looked at */
#define N_REPLY 45                      /* bytes behind a figure in which its verb stands */
#define N_CASES_MAX 9                   /* more are data, not cases */
#define N_PAPER 30                      /* bytes in front of a figure that name the paper */

/* 迷惑メールは、…計3,870件が…送信され: mails are the topic of the sentence, and they were sent. */
static gboolean
tells_of_mails (const JkbJudge *self, const JkbFigure *figure, const JkbAround *around)
{
  JkbSpan before = { around->sentence.begin, figure->span.begin };
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (self->doc, JKB_TERM_COUNT_NOUN, before, &n_hits);

  if (jkb_count_find_act (self->doc, (JkbSpan){ figure->span.end, around->sentence.end }, JKB_COUNT_ACT_TERM_SENDING)
      == NULL)
    return FALSE;
  for (guint i = 0; i < n_hits && i < N_CUES; i++)
    if (hits[i].term->value == JKB_COUNT_NOUN_TERM_MESSAGE
        && jkb_text_take (&self->text, hits[i].span.end, "は"))
      return TRUE;
  return FALSE;
}

/* 誤送信が全55件発生: so many went to the wrong one; a few are told one by one. */
static gboolean
counts_misdelivered (const JkbJudge *self, const JkbFigure *figure)
{
  static const char *const acts[] = { "誤送信が", "誤配信が", "誤送付が", "誤発送が", "誤配布が", "誤配達が", "誤封入が", NULL };
  static const char *const totals[] = { "計", "合計", "全", "約", "全部で", "あわせて", "合わせて", NULL };
  gsize at = figure->span.begin;

  at -= jkb_text_take_any_before (&self->text, at, totals);
  return figure->value > N_CASES_MAX && jkb_text_take_any_before (&self->text, at, acts) > 0;
}

/* 漏えいが2件発生, 利用者から3件問い合わせがあり: so many incidents, or calls. */
static gboolean
counts_incidents (const JkbJudge *self, const JkbFigure *figure)
{
  static const char *const words[] = { "発生", "起き", "起こ", "相次", "続発", "あいつい", "問い合わせ", "問合せ", "連絡", "相談",
                                      "苦情", "申告", "指摘", "通報", "のアクセス", "の閲覧が", "の閲覧履歴", NULL };

  return jkb_text_take_any (&self->text, figure->span.end, words) > 0;
}

/* ポイントを使われた件数 203件, 不正に利用された件数: what came of it later, of some of them. */
static gboolean
counts_abuse (const JkbJudge *self, const JkbFigure *figure)
{
  static const char *const labels[] = { "使われた件数", "利用された件数", "悪用された件数", "不正利用された件数", "不正利用の件数", "使用された件数", NULL };
  static const char *const qualifiers[] = { "最大", "約", ":", " ", "は", NULL };
  gsize at = figure->span.begin, n;

  while ((n = jkb_text_take_any_before (&self->text, at, qualifiers)) > 0)
    at -= n;
  return jkb_text_take_any_before (&self->text, at, labels) > 0;
}

/* 被害件数 | 最大310万件: the head of its row says what is counted. */
static gboolean
is_labelled (const JkbJudge *self, const JkbFigure *figure)
{
  static const char *const labels[] = { "被害件数", "流出件数", "漏えい件数", "漏洩件数", "対象件数", "影響件数", "該当件数", NULL };
  static const char *const qualifiers[] = { "最大", "約", "計", ":", "|", " ", NULL };
  gsize at = figure->span.begin, n;

  while ((n = jkb_text_take_any_before (&self->text, at, qualifiers)) > 0)
    at -= n;
  return at < figure->span.begin && jkb_text_take_any_before (&self->text, at, labels) > 0;
}

/* 7件はエラーで届かず, 90件は連絡がつき: what was not reached, or who was spoken to since. */
static gboolean
is_of_reply (const JkbJudge *self, const JkbFigure *figure, const JkbAround *around)
{
  static const char *const replies[] = { "届かず", "届かなかった", "届いておらず", "届いていな", "不達", "エラー", "連絡がつ", "連絡が取れ", "連絡がとれ", NULL };
  static const char *const topics[] = { "は", "が", "と", NULL };
  gsize end = MIN (figure->span.end + N_REPLY, around->sentence.end);

  if (jkb_text_take_any (&self->text, figure->span.end, topics) == 0)
    return FALSE;
  for (gsize at = figure->span.end; at < end; at = jkb_text_next (&self->text, at))
    if (jkb_text_take_any (&self->text, at, replies) > 0)
      return TRUE;
  return FALSE;
}

/* 登録者480件に対し、案内を送信, 保険料730件について通知を発送: so many letters. */
static gboolean
was_written_to (const JkbJudge *self, const JkbFigure *figure, const JkbAround *around)
{
  static const char *const to[] = { "に対し", "について", "宛", "あて", NULL };
  gsize end = MIN (figure->span.end + 2 * N_REPLY, around->sentence.end);

  return jkb_text_take_any (&self->text, figure->span.end, to) > 0
         && jkb_count_find_act (self->doc, (JkbSpan){ figure->span.end, MAX (figure->span.end, end) }, JKB_COUNT_ACT_TERM_SENDING) != NULL;
}

/* 次の3件の情報漏えいが起きた: few are cases, many are data. */
static gboolean
counts_cases (const JkbJudge *self, const JkbFigure *figure, const JkbAround *around)
{
  static const char *const cases[] = { "漏えいが", "漏洩が", "流出が", "紛失が", "漏えい事", "漏洩事", "流出事", "漏えいに関", "漏洩に関", NULL };
  JkbSpan behind = jkb_judge_behind (self, figure, around, N_REPLY);

  if (figure->value > N_CASES_MAX || jkb_text_take (&self->text, figure->span.end, "の") == 0)
    return FALSE;
  for (gsize at = behind.begin; at < behind.end; at = jkb_text_next (&self->text, at))
    if (jkb_text_take_any (&self->text, at, cases) > 0)
      return TRUE;
  return FALSE;
}

/* 不正ログイン数:640件, 不正ログインされた口座の件数 412件: accounts, where it was not only tried. */
static gboolean
numbers_logins (const JkbJudge *self, const JkbFigure *figure)
{
  static const char *const numbers[] = { "数", "数:", "数は", "数が", "件数:", "件数は", NULL };
  JkbSpan before = jkb_count_words_before (self->doc, figure, self->last_end);
  const char *login = jkb_text_find (self->text.bytes + before.begin, (gssize) (before.end - before.begin), "不正ログイン");
  gsize at = figure->span.begin;

  while (at > before.begin && self->text.bytes[at - 1] == ' ')
    at--;
  at -= jkb_text_take_before (&self->text, at, "最大");
  if (jkb_text_take_before (&self->text, at, ")") > 0)
    at = jkb_text_skip_bracket_back (&self->text, before.begin, at);
  return login != NULL && jkb_text_take_any_before (&self->text, at, numbers) > 0
         && jkb_text_find (login, (gssize) (self->text.bytes + at - login), "試") == NULL;
}

/* 21万件の不正ログインを受け: so many accounts were opened, unless it was only tried. */
static gboolean
counts_logins (const JkbJudge *self, const JkbFigure *figure)
{
  gsize end = figure->span.end + jkb_text_take (&self->text, figure->span.end, "の不正ログイン");

  return end > figure->span.end && !jkb_text_take (&self->text, end, "試行") && !jkb_text_take (&self->text, end, "の試");
}

/* 1,950件の不正閲覧: so many records were looked at. */
static gboolean
counts_views (const JkbJudge *self, const JkbFigure *figure)
{
  static const char *const views[] = { "の不正閲覧", "の不正な閲覧", "の目的外閲覧", "の目的外の閲覧", "を不正に閲覧", "を不正閲覧", NULL };

  return jkb_text_take_any (&self->text, figure->span.end, views) > 0;
}

/* 通知書96件, with nobody who sends them: papers with data on them. */
static gboolean
are_papers (const JkbJudge *self, const JkbFigure *figure, const JkbAround *around)
{
  static const char *const papers[] = { "書", "票", "状", "証", NULL };

  for (const char *const *paper = papers; *paper != NULL; paper++)
    if (jkb_text_take_before (&self->text, figure->span.begin, *paper))
      return (around->has_cue || around->is_in_list)
             && jkb_count_find_act (self->doc, around->sentence, JKB_COUNT_ACT_TERM_SENDING) == NULL;
  return FALSE;
}

/* 不正アクセスで、1,204件が影響を受けた, サーバーから1,204件が複製され: the cause or the place, not what is counted; 被害は1,204件
 * where data got out counts those. */
static gboolean
is_cause_or_place (const JkbJudge *self, const JkbFigure *figure, const JkbAround *around)
{
  static const char *const causes[] = { "で、", "により", "によって", "を受け", "に遭", "が発生", "があり", "に伴", NULL };
  static const char *const places[] = { "から", "より", "に", "で", "へ", NULL };
  static const char *const harms[] = { "被害は", "被害が", NULL };
  gsize at = figure->span.begin - MIN (figure->span.begin, around->before.distance);
  gsize harm = strlen ("被害");

  if (around->before.noun == JKB_COUNT_NOUN_TERM_THING)
    return around->has_cue && jkb_text_take_any (&self->text, at, places) > 0;
  if (around->before.noun != JKB_COUNT_NOUN_TERM_EVENT)
    return FALSE;
  if (at >= harm && jkb_text_take_any (&self->text, at - harm, harms) > 0)
    return around->has_cue
           && (at - harm <= around->sentence.begin || jkb_text_take_before (&self->text, at - harm, "、") > 0
               || jkb_text_take_before (&self->text, at - harm, "\n") > 0);
  return jkb_text_take_any (&self->text, at, causes) > 0;
}

void
jkb_judge_records (const JkbJudge *self, JkbFigure *figure, const JkbAround *around)
{
  static const char *const to[] = { "宛:", "宛", "送られた先 ", "送られた先:", "送られた先は", "送付先 ", "送付先:", "送信先 ", "送信先:", "送信先は", "誤送信先 ", "誤送信先:", NULL };
  int before = is_cause_or_place (self, figure, around) ? -1 : around->before.noun;
  int noun = around->behind >= 0 ? around->behind : around->is_near ? before : -1;
  double near = around->has_cue || around->is_in_list ? 0.93 : 0.75;

  if (jkb_text_take_any_before (&self->text, figure->span.begin, to) > 0)
    noun = JKB_COUNT_NOUN_TERM_MESSAGE;

  if (noun < 0 && (jkb_count_find_act (self->doc, jkb_judge_behind (self, figure, around, 15), JKB_COUNT_ACT_TERM_SENDING)
                   || tells_of_mails (self, figure, around)))
    noun = JKB_COUNT_NOUN_TERM_MESSAGE;
  if (noun < 0)
    {
      noun = before == JKB_COUNT_NOUN_TERM_THING ? -1 : before;
      near = around->has_cue ? 0.85 : around->is_in_list ? 0.8 : 0.4;
    }
  if (counts_logins (self, figure) || counts_views (self, figure) || numbers_logins (self, figure) || counts_misdelivered (self, figure)
      || is_labelled (self, figure))
    jkb_judge_decide (figure, JKB_FIGURE_RECORDS, 0.75);
  else if (is_of_reply (self, figure, around) || counts_abuse (self, figure) || counts_cases (self, figure, around))
    jkb_judge_decide (figure, JKB_FIGURE_OTHER, 0.8);
  else if (around->behind < 0 && was_written_to (self, figure, around))
    jkb_judge_decide (figure, JKB_FIGURE_SENT, 0.8);
  else if (noun == JKB_COUNT_NOUN_TERM_EVENT || noun == JKB_COUNT_NOUN_TERM_ACTOR
      || noun == JKB_COUNT_NOUN_TERM_THING || counts_incidents (self, figure))
    jkb_judge_decide (figure, JKB_FIGURE_OTHER, 0.8);
  else if (noun == JKB_COUNT_NOUN_TERM_MESSAGE && are_papers (self, figure, around))
    jkb_judge_decide (figure, JKB_FIGURE_RECORDS, 0.75);
  else if (noun == JKB_COUNT_NOUN_TERM_MESSAGE)
    jkb_judge_decide (figure, JKB_FIGURE_SENT, 0.8);
  else if (noun >= 0)
    jkb_judge_decide (figure, JKB_FIGURE_RECORDS, near);
  else if (around->has_cue || jkb_text_is_letter (&self->text, figure->unit.begin))
    jkb_judge_decide (figure, JKB_FIGURE_RECORDS, 0.75);
  else
    jkb_judge_decide (figure, around->is_in_list ? JKB_FIGURE_RECORDS : JKB_FIGURE_OTHER, 0.6);
}

/* Microsoft 365アカウント: in Japanese, a number behind a Latin word is part of a name. */
static gboolean
is_in_name (const JkbJudge *self, const JkbFigure *figure)
{
  gsize begin = figure->span.begin;

  return strcmp (self->doc->item->lang, "ja") == 0 && jkb_text_take_before (&self->text, begin, " ")
         && jkb_text_is_letter (&self->text, begin - 2);
}

void
jkb_judge_accounts (const JkbJudge *self, JkbFigure *figure, const JkbAround *around)
{
  if (is_in_name (self, figure)
      || (around->is_near && around->before.noun == JKB_COUNT_NOUN_TERM_ACTOR))
    jkb_judge_decide (figure, JKB_FIGURE_OTHER, 0.8);
  else
    jkb_judge_decide (figure, JKB_FIGURE_RECORDS, around->has_cue || around->is_in_list ? 0.9 : 0.5);
}

/* 届出の写し80通が公園で見つかった, 依頼書、計1,900枚を紛失: papers with data that are gone or lie about, where the text counts nothing else. */
void
jkb_judge_papers (const JkbJudge *self, JkbFigure *figure, const JkbAround *around)
{
  static const char *const units[] = { "枚", "枚分", "通", "通分", "点", "冊", "冊分", "部", "枚綴り", NULL };
  static const char *const papers[] = { "書", "票", "状", "証", "簿", "紙", "写し", "コピー", "カルテ", "帳", "文書", "資料", "リスト", "書類", "用紙", "カード", "郵便物",
                                        "写しなど", "書など", "票など", "資料など", "書類など", "書等", "票等", "書類等", NULL };
  static const char *const totals[] = { "計", "合計", "、", "約", "(", "の", "など", NULL };
  static const char *const behind[] = { "の文書", "の資料", "の伝票", "の用紙", "の写し", "の帳票", "の申請書", NULL };
  gsize at = figure->span.begin, floor = at - MIN (at, N_PAPER);

  if (figure->value < 2 || !around->has_cue || jkb_text_take_any (&self->text, figure->unit.begin, units) == 0
      || jkb_count_find_act (self->doc, jkb_judge_behind (self, figure, around, N_REPLY), JKB_COUNT_ACT_TERM_SENDING) != NULL)
    return;
  if (around->behind == JKB_COUNT_NOUN_TERM_DATA || jkb_text_take_any (&self->text, figure->span.end, behind) > 0)
    {
      jkb_judge_decide (figure, JKB_FIGURE_PAPERS, 0.6);
      return;
    }
  for (gsize n = 1; at > floor && n > 0;)
    {
      if (jkb_text_take_any_before (&self->text, at, papers) > 0)
        {
          jkb_judge_decide (figure, JKB_FIGURE_PAPERS, 0.6);
          return;
        }
      n = jkb_text_take_any_before (&self->text, at, totals);
      at -= n;
    }
}
