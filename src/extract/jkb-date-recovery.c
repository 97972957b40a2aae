/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * …サイトに接続しづらくなった。翌18日に復旧した: where nothing but the service itself was struck, it ended on the day on
 * which the service was back. After an infection or a forged page the repair says nothing of when those ended. What lay
 * open from one day on (5月10日から閲覧できる状態) did so until the day on which it was closed.
 */
#include "extract/jkb-date-roles-private.h"

#define N_AWAY ((gsize) 600)            /* bytes between the two days */
#define N_OUTAGE ((gsize) 300)          /* bytes behind a day in which its event is told */
#define N_RECOVERY ((gsize) 90)         /* bytes between a day and what was done on it */
#define CONFIDENCE 0.75

/* アクセスしづらい, DDoS攻撃, and no files that were locked or altered. */
static gboolean
tells_of_outage (const JkbDoc *doc, const JkbText *text, const JkbDateMatch *match)
{
  static const char *const outages[] = { "しづら", "しにく", "つながりに", "つながりづ", "繋がりに", "繋がりづ", "つながらな", "繋がらな",
                                         "大量のアクセス", "大量アクセス", "大量の通信", "大量のデータ", "ddos", "dos攻撃", "アクセスが集中",
                                         "アクセスできない", "アクセスできなくな", "接続できな", "閲覧できなくな", NULL };
  static const char *const others[] = { "ランサム", "暗号化", "改ざん", "改竄", "ウイルス", "マルウェア", "不正アクセス", NULL };
  JkbSpan sentence = g_array_index (doc->sentences, JkbSentence, jkb_doc_sentence_at (doc, match->span.begin)).span;
  JkbSpan within = { MAX (sentence.begin, match->span.begin > N_OUTAGE ? match->span.begin - N_OUTAGE : 0),
                     MIN (sentence.end, match->end + N_OUTAGE) };

  return jkb_text_holds_any (text, within.begin, within.end, outages) && !jkb_text_holds_any (text, within.begin, within.end, others);
}

static gboolean
tells_of_exposure (const JkbDoc *doc, const JkbText *text, const JkbDateMatch *match)
{
  static const char *const exposures[] = { "閲覧でき", "閲覧可能", "閲覧される状態", "見られる", "見える", "読める", "公開状態", "表示され", "検索でき",
                                           "アクセスでき", "アクセス可能", NULL };
  JkbSpan sentence = g_array_index (doc->sentences, JkbSentence, jkb_doc_sentence_at (doc, match->span.begin)).span;

  return match->flags & JKB_DATE_SINCE
         && jkb_text_holds_any (text, match->end, MIN (sentence.end, match->end + N_OUTAGE), exposures);
}

/* 非公開とした, 設定を修正し: right behind the day. */
static gboolean
tells_of_closing (const JkbText *text, JkbSpan within)
{
  static const char *const words[] = { "非公開と", "非公開に", "公開を停止し", "公開を取りや", "掲載を取りや", "閲覧できないよう", "アクセスできないよう",
                                       "設定を修正し", "設定を変更し", "設定を改め", "設定を直し", "アクセスを遮断し", "削除し", "修正し", NULL };

  return jkb_text_holds_any (text, within.begin, within.end, words);
}

/* 復旧した, 解消し; 復旧に向けた work goes on. */
static gboolean
tells_of_recovery (const JkbText *text, JkbSpan within)
{
  static const char *const words[] = { "復旧", "解消", "回復", "収束", "元に戻", "正常に戻", NULL };
  static const char *const pasts[] = { "した", "しました", "し、", "している", "しており", "しています", "が確認", "を確認", "。", "いた", "った", "り、", "済み", NULL };

  for (gsize at = within.begin; at < within.end; at = jkb_text_next (text, at))
    {
      gsize n = jkb_text_take_any (text, at, words);

      if (n > 0)
        return jkb_text_take_any (text, at + n, pasts) > 0;
    }
  return FALSE;
}

/* 直ちに遮断しました, 同日11時に設定を直した: what was found was stopped on the same day. */
static gboolean
tells_of_stop (const JkbText *text, JkbSpan within)
{
  static const char *const moments[] = { "直ちに", "ただちに", "すぐに", "即座に", "即時に", "その場で", "当日中に", "その日のうちに", "同日", "その日の", NULL };
  static const char *const stops[] = { "接続を遮断し", "閲覧を遮断し", "削除し", "削除。", "設定を直", "設定をなお", "設定を修正", "設定を変更", "設定を戻",
                                       "設定を改め", "非公開", "公開を停止", "公開を止め", "公開を取りや", "見えなくな", "閲覧できないよう", "アクセスできないよう", NULL };

  for (gsize at = within.begin; at < within.end; at = jkb_text_next (text, at))
    if (jkb_text_take_any (text, at, moments) > 0)
      return jkb_text_holds_any (text, at, MIN (within.end, at + N_RECOVERY), stops);
  return FALSE;
}

/* 6月3日に誤って送信した: over on the day on which it began. */
static gboolean
is_single_act (const JkbDoc *doc, const JkbText *text, const JkbDateMatch *match)
{
  static const char *const acts[] = { "送信", "送付", "郵送", "発送", "配信", "配布", "配達", "交付", "紛失", "置き忘れ", "落と", "盗", "手渡", NULL };
  JkbSpan sentence = g_array_index (doc->sentences, JkbSentence, jkb_doc_sentence_at (doc, match->span.begin)).span;

  return jkb_text_holds_any (text, match->end, MIN (sentence.end, match->end + N_OUTAGE), acts);
}

/* What went on since an earlier day ended when it was found, if it was stopped at once. */
static void
find_stop (const JkbDoc *doc, const JkbText *text, const JkbDateMatch *matches, guint n_matches, JkbDateReading *readings)
{
  guint found = G_MAXUINT;
  gboolean has_began = FALSE;

  for (guint i = 0; i < n_matches; i++)
    {
      gboolean is_found = readings[i].role == JKB_DATE_DISCOVERED && matches[i].written.day != 0;

      if (readings[i].role == JKB_DATE_ENDED || readings[i].also == JKB_DATE_ENDED)
        return;
      has_began |= readings[i].role == JKB_DATE_BEGAN && !is_single_act (doc, text, &matches[i]);
      if (is_found && found == G_MAXUINT)
        found = i;
    }
  if (found == G_MAXUINT || !has_began || readings[found].also != JKB_DATE_OTHER)
    return;
  for (guint i = found; i < n_matches && (i == found || (matches[i].day_base == JKB_DATE_BASE_CONTEXT && matches[i].day_offset == 0)); i++)
    {
      guint sentence = jkb_doc_sentence_at (doc, matches[i].end);
      gsize next = i + 1 < n_matches ? matches[i + 1].span.begin : text->n_bytes;
      gsize end = g_array_index (doc->sentences, JkbSentence, MIN (sentence + 1, doc->sentences->len - 1)).span.end;

      if (!tells_of_stop (text, (JkbSpan){ i == found ? matches[i].end : matches[i].span.begin, MIN (next, end) }))
        continue;
      readings[found].also = JKB_DATE_ENDED;
      readings[found].also_confidence = CONFIDENCE;
      return;
    }
}

void
jkb_date_find_recovery (const JkbDoc *doc, const JkbDateMatch *matches, guint n_matches, JkbDateReading *readings)
{
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  guint began = G_MAXUINT;
  gboolean is_exposed = FALSE, has_end = FALSE;

  for (guint i = 0; i < n_matches; i++)
    has_end |= readings[i].role == JKB_DATE_ENDED || readings[i].also == JKB_DATE_ENDED;
  for (guint i = 0; i < n_matches; i++)
    {
      gsize next = i + 1 < n_matches ? matches[i + 1].span.begin : text.n_bytes;
      JkbSpan behind = { matches[i].end, MIN (next, matches[i].end + N_RECOVERY) };

      if (readings[i].role == JKB_DATE_BEGAN && !(matches[i].flags & JKB_DATE_RANGE_FROM)
          && ((matches[i].written.day != 0 && tells_of_outage (doc, &text, &matches[i]))
              || tells_of_exposure (doc, &text, &matches[i])))
        {
          began = i;
          is_exposed = !tells_of_outage (doc, &text, &matches[i]);
        }
      else if (began != G_MAXUINT && matches[i].span.begin <= matches[began].end + N_AWAY
               && (readings[i].role == JKB_DATE_RESPONSE || readings[i].role == JKB_DATE_OTHER)
               && (is_exposed ? !has_end && tells_of_closing (&text, behind) : tells_of_recovery (&text, behind)))
        readings[i] = jkb_date_read_as (JKB_DATE_ENDED, CONFIDENCE, "date-recovery");
    }
  find_stop (doc, &text, matches, n_matches, readings);
}
