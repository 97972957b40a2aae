/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the words around a word of exposure make of it: a question, the heading of a section, a contrast, an inquiry that is
 * going on or over.
 */
#include "extract/jkb-status-words.h"

#include <string.h>

#include "extract/jkb-text-at.h"

/* その後の捜査で流出は確認されませんでした: what an inquiry came to, and not the state of it. */
gboolean
jkb_status_tells_outcome (const JkbDoc *doc, gsize offset)
{
  static const char *const inquiries[] = { "その後", "捜査", "調査の結果", "精査", "検証の結果", "調査により", "調査した結果", "調べて", "調べた",
                                            "解析", "発見", "結論", NULL };
  static const char *const ends[] = { "ませんでした", "なかった", "ないことを確認", "ないことが確認", "ないことが判明", "ないと判断", "ないものと判断",
                                       "ないと結論", "ないものと結論", "なかったものと結論", "なかったことが確",
                                       "なかったことを確", "ないことが確かめ", "ないことを確かめ", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  JkbSpan sentence = g_array_index (doc->sentences, JkbSentence, jkb_doc_sentence_at (doc, offset)).span;
  gboolean is_inquiry = FALSE, is_over = FALSE;

  for (gsize at = sentence.begin; at < sentence.end; at = jkb_text_next (&text, at))
    {
      is_inquiry |= jkb_text_take_any (&text, at, inquiries) > 0;
      is_over |= jkb_text_take_any (&text, at, ends) > 0;
    }
  return is_inquiry && is_over;
}

static gboolean
is_followed_by (const JkbDoc *doc, JkbSpan span, const char *const *words)
{
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  JkbSpan rest = jkb_doc_rest_of_clause (doc, span.end);

  return jkb_text_holds_any (&text, rest.begin, rest.end, words);
}

/* 漏えいについては確認中です, 流出したかどうかを調べている: nobody knows yet. */
gboolean
jkb_status_is_inquired (const JkbDoc *doc, const JkbHit *hit)
{
  static const char *const inquiries[] = { "調査中", "確認中", "精査中", "調査を継続", "調査を続け", "調査を進め", "確認を進め", "調べて", "特定を進め", "影響調査", "影響を調査", "調査に時間", "調査には",
                                           "有無を", "不明", "わかっていな", "分かっていな", "明らかになっていな", NULL };

  return hit->term->weight < JKB_STATUS_IMPLIED_MIN && is_followed_by (doc, hit->span, inquiries);
}

/* 5.個人情報の漏えいの可能性: a heading only names what the section answers. */
gboolean
jkb_status_is_heading (const JkbDoc *doc, const JkbHit *hit)
{
  const JkbSection *section = jkb_doc_section_at (doc, hit->span.begin);

  return hit->term->weight < JKB_STATUS_IMPLIED_MIN && section->role != JKB_SECTION_TITLE && hit->span.begin >= section->heading.begin
         && hit->span.begin < section->heading.end;
}

/* 保存された情報を抜き取られたのではなく、決済の途中で: how it did not happen says nothing of whether. */
gboolean
jkb_status_is_contrasted (const JkbDoc *doc, const JkbHit *hit)
{
  static const char *const tails[] = { "たのではなく", "のではなく", "たわけではなく", "るのではなく", "るわけではなく", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  return jkb_text_take_any (&text, hit->span.end, tails) > 0;
}

/* 閲覧可能な状態になっていた: left open by mistake, it could be read, and that is all there is to it. */
gboolean
jkb_status_is_open_state (const JkbDoc *doc, const JkbHit *hit, int type)
{
  static const char *const states[] = { "な状態", "状態", "となって", "になって", "だった", "でした", "であった", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  return type == JKB_TYPE_MISCONFIGURATION_EXPOSURE && hit->term->value == JKB_EXPOSURE_TERM_READABLE
         && jkb_text_take_before (&text, hit->span.end, "可能") > 0 && jkb_text_take_any (&text, hit->span.end, states) > 0;
}

/* どの情報が漏れたのですか: a question states nothing. */
gboolean
jkb_status_is_asked (const JkbDoc *doc, gsize offset)
{
  static const char *const ends[] = { "ですか", "ますか", "ましたか", "でしょうか", "でしたか", "ませんか", "のか知りたい", "か教えて", NULL };
  JkbSpan sentence = g_array_index (doc->sentences, JkbSentence, jkb_doc_sentence_at (doc, offset)).span;
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize end = sentence.end;

  while (end > offset && (strchr (" \n?", text.bytes[end - 1]) != NULL || jkb_text_take_before (&text, end, "。") > 0))
    end -= MAX (jkb_text_take_before (&text, end, "。"), 1);
  return jkb_text_take_any_before (&text, end, ends) > 0;
}

/* その他の個人情報は含まれていない: of the data beside those that were told of. */
gboolean
jkb_status_is_of_the_rest (const JkbDoc *doc, gsize offset)
{
  static const char *const rests[] = { "その他の", "それ以外の", "これ以外の", "これら以外の", "以外の", "ほかの", "他の", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };

  return jkb_text_take_any_before (&text, offset, rests) > 0;
}
