/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-doc.h"
#include "extract/jkb-text-at.h"

/** JkbOrgShape: what makes some words look like the name of an organisation. */
typedef enum
{
  JKB_ORG_LEGAL,                        /* a legal form before or after: 株式会社…, … Inc. */
  JKB_ORG_KIND,                         /* ends in what it is: …病院, …市, …大学 */
  JKB_ORG_QUOTED,                       /* a name in 「」, of a shop or service */
  JKB_ORG_BARE,                         /* nothing but its place: before は, at the head of a title */
} JkbOrgShape;

/**
 * JkbOrgName:
 * @span: the name as printed, legal form included, quotes not
 * @shape: what made it look like a name
 *
 * A stretch of text that may name an organisation.
 */
typedef struct
{
  JkbSpan span;
  JkbOrgShape shape;
} JkbOrgName;

/**
 * jkb_org_find:
 * @doc: a document
 *
 * Finds what looks like names of organisations by their shape: legal forms, endings that say what an
 * organisation is, and quoted names. Masked names (A社, ○○株式会社) and words that only look so (当院,
 * 各大学) are left out. Linear in the text. Any thread.
 *
 * Returns: (transfer full) (element-type JkbOrgName): names in order of their beginning, none within
 *   another
 */
GArray *jkb_org_find (const JkbDoc *doc);

/**
 * jkb_org_add_name:
 * @names: (element-type JkbOrgName): where it goes
 * @text: the text
 * @span: the name
 * @shape: what makes it look like one
 *
 * Adds a name unless it is empty or masked (A社). Any thread.
 */
void jkb_org_add_name (GArray *names, const char *text, JkbSpan span, JkbOrgShape shape);

/**
 * jkb_org_find_legal:
 * @doc: a document
 * @names: (element-type JkbOrgName): where the names go, in order
 *
 * Finds names with a legal form: 株式会社甲乙, 甲乙株式会社. Any thread.
 */
void jkb_org_find_legal (const JkbDoc *doc, GArray *names);

/**
 * jkb_org_find_quoted:
 * @doc: a document
 * @names: (element-type JkbOrgName): where the names go, in order
 *
 * Finds what stands in quotes in one line and is no sentence. Any thread.
 */
void jkb_org_find_quoted (const JkbDoc *doc, GArray *names);

/**
 * jkb_org_is_grammar:
 * @run: hiragana
 * @n_bytes: its length
 *
 * Any thread. Returns: whether it is a word of grammar, whatever stands beside it
 */
gboolean jkb_org_is_grammar (const char *run, gsize n_bytes);

/**
 * jkb_org_begins_like_ending:
 * @run: hiragana
 *
 * Any thread. Returns: whether it begins like what follows the stem of a verb, or like a particle
 */
gboolean jkb_org_begins_like_ending (const char *run);

/**
 * jkb_org_is_inner_run:
 * @first: where the name may begin
 * @run: hiragana
 * @run_end: where it ends
 * @last: where the name ends at the latest
 *
 * Any thread. Returns: whether the hiragana is in the middle of a name: 日|の|出フーズ, 市立|みなと|病院
 */
gboolean jkb_org_is_inner_run (const char *first, const char *run, const char *run_end, const char *last);

/**
 * jkb_org_is_behind_house:
 * @first: (array): where the text begins
 * @run: where hiragana begins in it
 *
 * Any thread. Returns: whether what a house is called stands before it, which its name in hiragana may follow: ホテル, コープ
 */
gboolean jkb_org_is_behind_house (const char *first, const char *run);

/**
 * jkb_org_is_last_run:
 * @first: where the name may begin
 * @run: hiragana
 * @run_end: where the name would end
 *
 * Any thread. Returns: whether the hiragana ends a name: 北|のめぐみ
 */
gboolean jkb_org_is_last_run (const char *first, const char *run, const char *run_end);

/**
 * jkb_org_end_last_run:
 * @first: where the name may begin
 * @run: hiragana
 * @run_end: where it ends
 *
 * Any thread. Returns: where a name ends that goes on into the hiragana: 北のめぐみ|は; @run when it does not
 */
const char *jkb_org_end_last_run (const char *first, const char *run, const char *run_end);

/**
 * jkb_org_is_time:
 * @doc: a document
 * @span: a run of name characters
 *
 * Any thread. Returns: whether it says only when: 5月12日, 昨年, 当時
 */
gboolean jkb_org_is_time (const JkbDoc *doc, JkbSpan span);

/**
 * jkb_org_is_label:
 * @text: normalised text
 * @words: words in it
 *
 * Any thread. Returns: whether a name stands behind them: 会社名 株式会社甲乙
 */
gboolean jkb_org_is_label (const char *text, JkbSpan words);

/**
 * jkb_org_skip_lead:
 * @doc: a document
 * @run: a run of name characters before a legal form
 * @name_end: where the name with its form ends
 *
 * Any thread. Returns: where in @run the name begins, behind when it was and what is set before it with a dot
 */
gsize jkb_org_skip_lead (const JkbDoc *doc, JkbSpan run, gsize name_end);

/**
 * jkb_org_cut_staff:
 * @text: normalised text
 * @name: a name in it
 *
 * Any thread. Returns: @name without who works there or belongs to it: 甲乙職員, 甲乙元社員
 */
JkbSpan jkb_org_cut_staff (const char *text, JkbSpan name);

/**
 * jkb_org_cut_at_incident:
 * @doc: a document
 * @run: a run of name characters
 *
 * Any thread. Returns: @run up to where the words of the incident begin, and what was hit or lost: ヒイロ電設不正アクセス被害, 茜浜市USB紛失
 */
JkbSpan jkb_org_cut_at_incident (const JkbDoc *doc, JkbSpan run);

/**
 * jkb_org_limit:
 * @text: the text
 * @at: where a name would end
 *
 * Any thread. Returns: the first character that a name which ends there may begin with, for no name is longer
 */
gsize jkb_org_limit (const char *text, gsize at);

/**
 * jkb_org_measure_premises:
 * @text: normalised text
 * @at: a place in it
 *
 * Any thread. Returns: the length of the words that begin there and say where within a house something was: 事務室内, 構内; 0 for none
 */
gsize jkb_org_measure_premises (const char *text, gsize at);

/**
 * jkb_org_bare_before:
 * @doc: a document
 * @end: a place in its text
 * @limit: the name begins here or later
 *
 * Reads the run of name characters (ideographs, katakana, Latin letters and digits) that ends at
 * @end, as far as it can be a name. Any thread.
 *
 * Returns: its span, empty when there is none
 */
JkbSpan jkb_org_bare_before (const JkbDoc *doc, gsize end, gsize limit);

/**
 * jkb_org_bare_after:
 * @doc: a document
 * @begin: a place in its text
 * @limit: the name ends here or earlier
 *
 * The same in the other direction. Any thread.
 *
 * Returns: its span, empty when there is none
 */
JkbSpan jkb_org_bare_after (const JkbDoc *doc, gsize begin, gsize limit);

/**
 * jkb_org_skip_description:
 * @doc: a document
 * @span: a run of name characters
 *
 * Any thread. Returns: where the name begins behind words that say what it is, without a particle: 通販サイト甲乙
 */
gsize jkb_org_skip_description (const JkbDoc *doc, JkbSpan span);

/**
 * jkb_org_skip_trade:
 * @doc: a document
 * @span: what stands before a legal form
 *
 * Any thread. Returns: where the name begins behind words that are no part of any: 印刷大手|甲乙株式会社; the end of @span
 *   when it is such words alone
 */
gsize jkb_org_skip_trade (const JkbDoc *doc, JkbSpan span);

/**
 * jkb_org_measure_case:
 * @run: hiragana that a name may end in or be made of: ひなたの|業務委託先, コープ|あおぎりは
 * @run_end: where it ends
 *
 * Any thread. Returns: bytes of the case that it ends with, behind two to five characters that are no grammar, or 0
 */
gsize jkb_org_measure_case (const char *run, const char *run_end);

/**
 * jkb_org_bare_name:
 * @doc: a document
 * @run: a run of name characters
 *
 * Leaves out words that say what the organisation is when they stand before its name without a
 * particle (通販サイト甲乙). Any thread.
 *
 * Returns: the span of the name
 */
JkbSpan jkb_org_bare_name (const JkbDoc *doc, JkbSpan run);

/**
 * jkb_org_is_masked:
 * @text: normalised text
 * @span: a name in it
 *
 * Any thread. Returns: %TRUE if the name only stands for one that is kept back: A社, ○○病院, 某社
 */
gboolean jkb_org_is_masked (const char *text, JkbSpan span);

/**
 * jkb_org_is_facility:
 * @text: the normalised text
 * @span: a name in it
 *
 * Any thread. Returns: whether the name is only that of a kind of houses that every town has: 児童館, 保健センター
 */
gboolean jkb_org_is_facility (const char *text, JkbSpan span);

/**
 * jkb_org_is_generic:
 * @text: normalised text
 * @span: a name in it
 *
 * Any thread. Returns: %TRUE if it begins as words do that name no particular one: 当院, 同社, 各大学, 県内の…
 */
gboolean jkb_org_is_generic (const char *text, JkbSpan span);

/**
 * jkb_org_nature:
 * @doc: a document
 * @span: a name in it
 *
 * Any thread. Returns: (transfer none) (nullable): the term of the class `org-nature` that the name ends in
 */
const JkbTerm *jkb_org_nature (const JkbDoc *doc, JkbSpan span);

/**
 * jkb_org_ends_with:
 * @text: normalised text
 * @span: a stretch of it
 * @word: what it may end with
 *
 * Any thread. Returns: whether the last words of @span are @word
 */
gboolean jkb_org_ends_with (const char *text, JkbSpan span, const char *word);

/* As jkb_org_ends_with_any(), of a list with these chains of ends. */
static inline gboolean
jkb_org_ends_with_any_in (const char *text, JkbSpan span, const char *const *words, JkbTextChains in)
{
  const JkbText run = { text + span.begin, span.end - span.begin };

  return jkb_text_take_any_before_in (&run, run.n_bytes, words, in) > 0;
}

/**
 * jkb_org_ends_with_any:
 * @text: normalised text
 * @span: a stretch of it
 * @words: (array zero-terminated=1): what it may end with
 *
 * Any thread. Returns: whether the last words of @span are one of @words
 */
#define jkb_org_ends_with_any(text, span, words)                                                  \
  jkb_org_ends_with_any_in (text, span, words, JKB_TEXT_CHAINS_OF (words, jkb_text_chain_ends))

/**
 * jkb_org_ends_at:
 * @doc: a document
 * @offset: a place behind words that say what an organisation is
 *
 * A name ends where grammar or a border follows; also where the script changes (大学サポート詐欺), before those who
 * head or staff it (病院長, 市職員), before its departments (某県商工労働部…), and where the words of an incident begin. Any thread.
 *
 * Returns: whether a name may end there
 */
gboolean jkb_org_ends_at (const JkbDoc *doc, gsize offset);

/**
 * jkb_org_measure_rest:
 * @doc: a document
 * @kind: words that say what an organisation is
 *
 * Any thread. Returns: the bytes behind @kind that still belong to the name: ホームサービス in 三峰電機ホームサービス
 */
gsize jkb_org_measure_rest (const JkbDoc *doc, JkbSpan kind);
