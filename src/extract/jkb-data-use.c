/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether a word for data is used as one. 電話番号に電話をかけ, 氏名で検索, 住所を照合: the data were good for something, and what
 * stands behind the word says so. 診察を再開し, 採用情報のページ: an everyday word that names data only among other data, or where
 * something happens to it.
 */
#include "extract/jkb-data-use.h"

#include "extract/jkb-data-denial.h"
#include "extract/jkb-text-at.h"

#define BESIDE_BYTES 60         /* twenty characters between two data of one list */
#define REGION_BYTES_MAX 12      /* 神奈川県 */
#define MAIL_BYTES 40
#define VERB_BYTES 18           /* six characters between a particle and its verb */

gsize
jkb_data_list_end (const JkbDoc *doc, const JkbHit *hit)
{
  static const char *const joints[] = { "、", "・", "や", "と", "及び", "および", ",", "/", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  guint n_hits;
  const JkbHit *hits;
  gsize end = hit->span.end;

  if (jkb_text_take_any (&text, end, joints) == 0)
    return end;
  hits = jkb_doc_hits (doc, JKB_TERM_DATA_ITEM, (JkbSpan){ hit->span.begin, jkb_doc_clause_at (doc, hit->span.begin).end }, &n_hits);
  for (guint i = 0; i < n_hits; i++)
    if (hits[i].span.begin > end && hits[i].span.begin == end + jkb_text_take_any (&text, end, joints))
      end = hits[i].span.end;
  return end;
}

/* Behind を: 氏名を誤って入力し; 氏名を確認できる, 黒塗りしないまま, 控えた紙 are something else. */
static gboolean
is_object_of_use (const JkbText *text, gsize at)
{
  static const char *const verbs[]
      = { "入力", "聞き取", "聞き出", "尋ね", "照合", "取り違え", "間違え", "取り違い", "検索", "名乗", "訂正", "修正", "打ち込", "書き間違",
          "黒塗り", "マスキング", "伏せ", "確認し", "確認せ", "確認する際", "照会し", "見間違", "読み間違", "転記", "控え", "求められ", "求める", "登録し直", "登録する際", NULL };
  static const char *const lapses[] = { "ないまま", "ずに", "忘れ", "漏れ", "可能", "でき", "られる", "たメモ", "た紙", "た用紙", "たノート", "た手帳", "たファイル", "た書類", NULL };
  gsize end = MIN (at + VERB_BYTES, text->n_bytes);

  for (gsize i = at; i < end; i = jkb_text_next (text, i))
    {
      gunichar c = jkb_text_char (text, i);

      if (c == 0x3001 || c == 0x3002 || c == '\n')
        return FALSE;
      if (jkb_text_take_any (text, i, verbs) > 0)
        return !jkb_text_holds_any (text, i, MIN (i + VERB_BYTES * 2, text->n_bytes), lapses);
    }
  return FALSE;
}

/* Behind で: 氏名で検索. */
static gboolean
is_means_of_use (const JkbText *text, gsize at)
{
  static const char *const verbs[] = { "検索", "ログイン", "照合", "照会", "判断", "管理", "連絡", "確認", "認証", "区別", "抽出", "申し込", "登録でき", "並べ", "判別", "見分け", NULL };

  return jkb_text_take_any (text, at, verbs) > 0;
}

/* 電話番号に電話をかけ, アドレスから送信: a place of the data; 氏名に関する, 住所には, 口座番号に不正にアクセス are not. */
static gboolean
is_way_of_use (const JkbText *text, gsize at)
{
  static const char *const others[] = { "関", "係", "つい", "は", "も", "加え", "限", "あた", "当た", "該当", "至", "及", "まで", "漏", "流出", "不正", "の", "第三者", "対する", "アクセス", NULL };
  static const char *const touch[] = { "アクセス", "閲覧", "影響", NULL };

  return jkb_text_take_any (text, at, others) == 0 && !jkb_text_holds_any (text, at, MIN (at + VERB_BYTES * 2, text->n_bytes), touch);
}

/* 生年月日の条件設定を誤り, 利用明細の確認を呼びかけ, 氏名で検索すると: what the word was good for, not what was exposed. */
static gboolean
has_tail_of_use (const JkbText *text, gsize at)
{
  static const char *const tails[]
      = { "の条件", "を条件", "の抽出", "の照合", "で照合", "を照合", "の突合", "の確認", "で検索", "を検索", "から推測", "を推測", "をもとに", "を基に",
          "の入力が必要", "の入力を求め", "の入力画面", "の入力ミス", "の入力間違い", "が必要", "を要する", "の再設定", "の再発行", "を再発行",
          "を確かめ", "で確かめ", "の突き合わせ", "を突き合わせ", "の確認を求め", "の確認を怠", "とは別人", "とは別の人", "様以外", "以外から", "だけを検索", "」の登録者", "で本人確認", "で照会", "を照らし合わせ",
          "の選択", "の押し", "の間違", "の誤り", "の誤入力", "の誤登録", "の誤記", "の入力", "の取り違", "の書き間違", "の打ち間違", "の見間違", "の相違",
          "の手入力", "の貼り", "の貼付", "の変更", "の登録を", "の登録時", "の登録ミス", "の登録誤", NULL };

  return jkb_text_take_any (text, at, tails) > 0;
}

/* 東京都, 〒 */
static gboolean
begins_address (const JkbText *text, gsize at)
{
  static const char *const regions[] = { "都", "道", "府", "県", NULL };

  if (jkb_text_take (text, at, "〒") > 0)
    return TRUE;
  return jkb_text_is_kanji (jkb_text_char (text, at)) && jkb_text_holds_any (text, jkb_text_next (text, at), MIN (at + REGION_BYTES_MAX, text->n_bytes), regions);
}

/* 電話番号:03-…, メールアドレス info@…, 住所:〒…: where to reach the writer; 電話番号:7,241件 is none. */
static gboolean
is_label_of_contact (const JkbText *text, const JkbHit *hit)
{
  static const char *const starts[] = { "0", "(0", "+81", NULL };
  static const char *const ends[] = { ":", "/", "】", ")", "は", NULL };
  gsize at = jkb_text_skip_blanks (text, hit->span.end, 3);

  at += jkb_text_take_any (text, at, ends);
  at = jkb_text_skip_blanks (text, at, 3);
  if (at == hit->span.end)
    return FALSE;
  switch (hit->term->value)
    {
    case JKB_DATA_PHONE:
      return jkb_text_take_any (text, at, starts) > 0;
    case JKB_DATA_EMAIL:
      return jkb_text_is_letter (text, at) && jkb_text_holds (text, at, MIN (at + MAIL_BYTES, text->n_bytes), "@");
    case JKB_DATA_ADDRESS:
      return begins_address (text, at);
    default:
      return FALSE;
    }
}

/* パスワードが盗まれ、ログインされた: with what somebody came in; what he found there is another matter. */
static gboolean
is_key_of_intruder (const JkbDoc *doc, const JkbText *text, const JkbHit *hit)
{
  static const char *const entries[] = { "ログインされ", "ログインし", "不正ログイン", "不正にアクセスされ", "不正アクセスされ", "乗っ取", "侵入され", "侵入し", NULL };
  static const char *const thefts[] = { "盗まれ", "窃取され", "奪われ", "入力し", "入力さ", "突破され", "破られ", "推測され", "特定され", NULL };
  JkbSpan sentence = g_array_index (doc->sentences, JkbSentence, jkb_doc_sentence_at (doc, hit->span.begin)).span;
  gsize end = jkb_doc_clause_at (doc, hit->span.begin).end;

  if (hit->term->value != JKB_DATA_PASSWORD && hit->term->value != JKB_DATA_LOGIN_ID)
    return FALSE;
  return jkb_text_holds_any (text, hit->span.end, end, thefts) && jkb_text_holds_any (text, hit->span.end, sentence.end, entries);
}

gboolean
jkb_data_is_only_used (const JkbDoc *doc, const JkbHit *hit)
{
  static const char *const rest[] = { "など", "等", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize at = jkb_data_list_end (doc, hit);

  if (has_tail_of_use (&text, hit->span.end) || is_label_of_contact (&text, hit) || is_key_of_intruder (doc, &text, hit))
    return TRUE;
  at += jkb_text_take_any (&text, at, rest);
  if (jkb_text_take (&text, at, "を") > 0)
    return is_object_of_use (&text, at + strlen ("を"));
  if (jkb_text_take (&text, at, "で") > 0)
    return is_means_of_use (&text, at + strlen ("で"));
  if (jkb_text_take (&text, at, "に") > 0)
    return is_way_of_use (&text, at + strlen ("に"));
  if (jkb_text_take (&text, at, "から") > 0)
    return is_way_of_use (&text, at + strlen ("から"));
  return jkb_text_take (&text, at, "へ") > 0 && is_way_of_use (&text, at + strlen ("へ"));
}

/* 氏名、趣味、職業, 氏名生年月日職業: another word for data beside it, and nothing between them but what makes a list. */
static gboolean
is_among_data (const JkbDoc *doc, const JkbHit *hit)
{
  static const char *const joints[] = { "、", "・", "や", "と", "及び", "および", "並びに", "または", "又は", ",", "/", "|", " ", "」「", NULL };
  static const char *const particles[] = { "を", "が", "は", "に", "で", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize from = hit->span.begin > BESIDE_BYTES ? hit->span.begin - BESIDE_BYTES : 0;
  JkbSpan sentence = g_array_index (doc->sentences, JkbSentence, jkb_doc_sentence_at (doc, hit->span.begin)).span;
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_DATA_ITEM, (JkbSpan){ MAX (from, sentence.begin), MIN (hit->span.end + BESIDE_BYTES, sentence.end) }, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    {
      JkbSpan gap = hits[i].span.begin < hit->span.begin ? (JkbSpan){ hits[i].span.end, hit->span.begin } : (JkbSpan){ hit->span.end, hits[i].span.begin };

      if (hits[i].term->value != hit->term->value && (gap.begin == gap.end || (jkb_text_holds_any (&text, gap.begin, gap.end, joints) && !jkb_text_holds_any (&text, gap.begin, gap.end, particles))))
        return TRUE;
    }
  return FALSE;
}

/* Data of these kinds have words that speak of work, of a login or of a phone far more often than of what got out. */
static gboolean
is_of_daily_life (const JkbTerm *term)
{
  return term->weight < 1.0 || term->value == JKB_DATA_EMPLOYMENT || term->value == JKB_DATA_LOGIN_ID || term->value == JKB_DATA_PASSWORD
         || term->value == JKB_DATA_ID_DOCUMENT || term->value == JKB_DATA_PHOTO;
}

/* 職業が流出し, 成績などを記載した: a particle, and what happened in the same clause. */
static gboolean
is_told_of (const JkbDoc *doc, const JkbHit *hit)
{
  static const char *const rest[] = { "などの情報", "等の情報", "の情報", "に関する情報", "などのデータ", "のデータ", "データ", "情報", "結果", "一覧表", "一覧", "など", "等", "関係の", "関係", "ファイル", "資料", "書類", "用紙", "の写し", "のコピー", "」", ")", NULL };
  static const char *const particles[] = { "が", "を", "も", "は", "のみ", "の", "で、", "まで", "だけ", "と", "や", "といった", "、", "\n", ":", "|", "(", "。", NULL };
  static const char *const lists[] = { "など", "等", NULL };
  static const char *const doings[] = { "を終え", "を受け", "を行", "を再開", "を実施", "を中止", "を停止", "を始め", "を担当", "を希望", "を申し込", "を予約", "を待", "を訪れ", NULL };
  static const char *const places[] = { "の調査員", "の担当", "の職員", "の患者", "の対象者", "の受診者", "の受験者", "の受検者", "の参加者", "の希望者", "の会場", "の案内", "の予約", "の際", "の場",
                                        "の後", "の前", "の時", "のため", "の途中", "のページ", "のサイト", "のホームページ", "の画面", "のフォーム", "のシステム", "の窓口", "の入力", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize at = hit->span.end + jkb_text_take_any (&text, hit->span.end, rest);
  double company = jkb_data_weigh_company (doc, jkb_doc_clause_at (doc, hit->span.begin));
  guint n_exposures;

  if (jkb_text_take_any (&text, hit->span.end, lists) > 0)
    return company > 0.0;
  if (jkb_text_take_any (&text, at, places) > 0 || jkb_text_take_any (&text, hit->span.end, doings) > 0)
    return FALSE;
  jkb_doc_hits (doc, JKB_TERM_EXPOSURE, (JkbSpan){ at, at + 1 }, &n_exposures);
  return (jkb_text_take_any (&text, at, particles) > 0 || jkb_text_is_digit (&text, at) || n_exposures > 0 || at >= text.n_bytes)
         && (company >= JKB_DATA_FAIR || !is_of_daily_life (hit->term));
}

/* Kinds of data whose words are mostly everyday ones; of others those that weigh less. */
static gboolean
is_everyday (const JkbTerm *term)
{
  switch (term->value)
    {
    case JKB_DATA_PASSWORD:
    case JKB_DATA_LOGIN_ID:
    case JKB_DATA_MEDICAL:
    case JKB_DATA_EMPLOYMENT:
    case JKB_DATA_ID_DOCUMENT:
    case JKB_DATA_PHOTO:
    case JKB_DATA_PURCHASE_HISTORY:
      return TRUE;
    default:
      return term->weight < 1.0;
    }
}

gboolean
jkb_data_stands_as_data (const JkbDoc *doc, const JkbHit *hit)
{
  JkbSpan introduction;

  return !is_everyday (hit->term) || is_among_data (doc, hit) || is_told_of (doc, hit) || jkb_doc_introduction (doc, hit->span.begin, &introduction);
}
