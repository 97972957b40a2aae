/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-item.h"
#include "core/jkb-normal.h"
#include "extract/jkb-lexicon.h"

/*
 * One item made ready for reading. All spans and offsets in it are bytes of `normal->text`, which
 * was made with JKB_NORMAL_READING | JKB_NORMAL_LOWER and is NUL-terminated; jkb_doc_add() maps them
 * back. Lines, sections and sentences each cover the whole text without holes, in order, so that
 * every offset has exactly one of each.
 */

/** JkbLineKind: what a line is by its looks. */
typedef enum
{
  JKB_LINE_TEXT,
  JKB_LINE_HEADING,                     /* `1. 経緯`, `(2)原因`, `■対象`, `【…】`, `## …`, a short noun line */
  JKB_LINE_LIST,                        /* `・氏名`, `- 住所`, `①…`, a short line among such */
  JKB_LINE_BLANK,
} JkbLineKind;

/**
 * JkbLine:
 * @span: the line without its line end, but with blanks
 * @text: where its words begin and end: without blanks, number or mark (`(1)`, `・`, `#`)
 * @n_chars: characters in them
 * @kind: what it is
 * @continues: it was broken in mid-sentence: the next line goes on with it
 * @section: index into the sections
 */
typedef struct
{
  JkbSpan span;
  JkbSpan text;
  gsize n_chars;
  JkbLineKind kind;
  gboolean continues;
  guint section;
} JkbLine;

/** JkbSectionRole: what a section of a notice is about, by the words of its heading. */
typedef enum
{
  JKB_SECTION_BODY,                     /* before the first heading, or under one that says nothing */
  JKB_SECTION_TITLE,
  JKB_SECTION_COURSE,                   /* 経緯, 概要 */
  JKB_SECTION_CAUSE,                    /* 原因 */
  JKB_SECTION_AFFECTED,                 /* 対象, 漏えいした情報 */
  JKB_SECTION_RESPONSE,                 /* 対応 */
  JKB_SECTION_REQUEST,                  /* お客様へのお願い */
  JKB_SECTION_PREVENTION,               /* 再発防止策 */
  JKB_SECTION_CONTACT,                  /* お問い合わせ先 */
  JKB_SECTION_ABOUT,                    /* 会社概要, 用語 */
  JKB_N_SECTION_ROLES
} JkbSectionRole;

/**
 * JkbSection:
 * @span: from its heading up to the next heading
 * @heading: words of the heading; empty where it has none
 * @role: what it is about; a sub-heading that says nothing keeps the role of what it stands under
 */
typedef struct
{
  JkbSpan span;
  JkbSpan heading;
  JkbSectionRole role;
} JkbSection;

/** JkbClaims: bits of what a sentence or clause does not plainly state as having happened. */
typedef enum
{
  JKB_CLAIM_NONE = 0,
  JKB_CLAIM_NEGATED = 1 << 0,           /* 流出の可能性はございません, …は含まれておりません */
  JKB_CLAIM_POSSIBLE = 1 << 1,          /* 可能性, おそれ, 懸念, 否定できない */
  JKB_CLAIM_REQUEST = 1 << 2,           /* お願い, ください, ご注意 */
  JKB_CLAIM_PLANNED = 1 << 3,           /* 予定, 今後, 検討 */
  JKB_CLAIM_PREVENTION = 1 << 4,        /* 再発防止, 強化してまいります */
  JKB_CLAIM_GENERAL = 1 << 5,           /* of no event of this organisation: 一般に, 近年 */
} JkbClaims;

/** Claims of words that tell of nothing that happened to this organisation. */
#define JKB_CLAIMS_NO_EVENT                                                                       \
  (JKB_CLAIM_NEGATED | JKB_CLAIM_REQUEST | JKB_CLAIM_PLANNED | JKB_CLAIM_PREVENTION               \
   | JKB_CLAIM_GENERAL)

/**
 * JkbSentence:
 * @span: up to and with its 。 or line end
 * @line: index of the line where it starts
 * @section: index of its section
 * @claims: #JkbClaims of any of its clauses together; see jkb_doc_claims_at()
 */
typedef struct
{
  JkbSpan span;
  guint line;
  guint section;
  guint claims;
} JkbSentence;

/**
 * JkbDoc:
 * @item: (unowned): where it comes from; outlives the document
 * @lexicon: (unowned): the words; outlives it too
 * @normal: (owned): its text, normalised
 * @skips: (owned) (element-type JkbSpan): the line ends that broke a sentence
 * @lines: (element-type JkbLine): never empty
 * @sections: (element-type JkbSection): never empty
 * @sentences: (element-type JkbSentence): never empty
 * @hits: (element-type JkbHit): by class, then by place; see jkb_doc_hits()
 * @title_line: index of the first line of the title
 * @n_title_lines: how many lines it has; 0 when the item has none
 *
 * Never changes once made.
 */
typedef struct
{
  const JkbItem *item;
  const JkbLexicon *lexicon;
  JkbNormal *normal;
  GArray *skips;
  GArray *lines;
  GArray *sections;
  GArray *sentences;
  GArray *hits;
  guint title_line;
  guint n_title_lines;
  /*< private >*/
  GArray *clauses;
  guint first_hit[JKB_N_TERM_CLASSES + 1];      /* of each class */
  gsize n_blocks;
  guint32 *blocks;                      /* see jkb-doc-blocks.c */
} JkbDoc;

/**
 * jkb_doc_new:
 * @lexicon: the words; outlives the document
 * @item: the item; its text is shorter than 1 GiB
 *
 * Normalises, cuts and scans the text. Time is linear in its length. Any thread.
 *
 * Returns: (transfer full): the document
 */
JkbDoc *jkb_doc_new (const JkbLexicon *lexicon, const JkbItem *item);

/**
 * jkb_doc_new_outline:
 * @lexicon: the words; outlives the document
 * @item: the item; its text is shorter than 1 GiB
 *
 * As jkb_doc_new(), but there are only lines and hits: no sections, sentences or clauses. Any thread.
 *
 * Returns: (transfer full): the document
 */
JkbDoc *jkb_doc_new_outline (const JkbLexicon *lexicon, const JkbItem *item);

/**
 * jkb_doc_complete:
 * @outline: (transfer full): what jkb_doc_new_outline() made; its item may have got a title since
 *
 * Adds what jkb_doc_new() makes and jkb_doc_new_outline() leaves out.
 *
 * Returns: (transfer full): the document
 */
JkbDoc *jkb_doc_complete (JkbDoc *outline);

/**
 * jkb_doc_ends_sentence:
 * @doc: a document with its text
 * @span: a span of it
 *
 * Returns: whether the last words of @span end a sentence: 。, ! or ?, a full stop
 */
gboolean jkb_doc_ends_sentence (const JkbDoc *doc, JkbSpan span);

/**
 * jkb_doc_find_title:
 * @doc: a document with its lines
 * @from: the first line to look at
 * @to: behind the last one
 * @first: (out): the first line of the title; unchanged when there is none
 * @n_lines: (out): how many lines it has, 1 or 2
 *
 * Finds the title of a notice that stands in these lines, below the head of the letter where it has
 * one. Any thread.
 *
 * Returns: whether there is a line that can be it
 */
gboolean jkb_doc_find_title (const JkbDoc *doc, guint from, guint to, guint *first,
                             guint *n_lines);

/**
 * jkb_doc_free:
 * @doc: (nullable) (transfer full): a document
 */
void jkb_doc_free (JkbDoc *doc);

/**
 * jkb_doc_whole:
 * @doc: a document
 *
 * Any thread. Returns: the span of the whole text
 */
JkbSpan jkb_doc_whole (const JkbDoc *doc);

/**
 * jkb_doc_hits:
 * @doc: a document
 * @term_class: a class of terms
 * @within: a span, e.g. of a sentence; jkb_doc_whole() for all
 * @n_hits: (out): how many
 *
 * Any thread. Returns: (transfer none) (array length=n_hits): the hits that begin within @within, in
 *   order
 */
const JkbHit *jkb_doc_hits (const JkbDoc *doc, JkbTermClass term_class, JkbSpan within,
                            guint *n_hits);

/**
 * jkb_doc_line_at:
 * @doc: a document
 * @offset: a place in the text; its end counts as the last place
 *
 * Any thread. Returns: index of its line
 */
guint jkb_doc_line_at (const JkbDoc *doc, gsize offset);

/**
 * jkb_doc_sentence_at:
 * @doc: a document
 * @offset: a place in the text
 *
 * Any thread. Returns: index of its sentence
 */
guint jkb_doc_sentence_at (const JkbDoc *doc, gsize offset);

/**
 * jkb_doc_section_at:
 * @doc: a document
 * @offset: a place in the text
 *
 * Any thread. Returns: (transfer none): its section
 */
const JkbSection *jkb_doc_section_at (const JkbDoc *doc, gsize offset);

/**
 * jkb_doc_clause_at:
 * @doc: a document
 * @offset: a place in the text
 *
 * A clause is what one predicate governs: it ends with its sentence, or where a predicate is followed
 * by a conjunction (…しましたが、/…しており、). The commas of a list do not end it. A bracket within a
 * sentence is a clause of its own; the clause around it includes it. Any thread.
 *
 * Returns: the innermost clause around @offset
 */
JkbSpan jkb_doc_clause_at (const JkbDoc *doc, gsize offset);

/**
 * jkb_doc_claims_at:
 * @doc: a document
 * @offset: where the words in question begin
 *
 * What is claimed of the words at @offset: by the clause that governs them, by the sentence or heading
 * that introduces the list they stand in, and by the section. In Japanese the predicate comes last, so
 * a negation, request or plan counts when it follows within the clause, a negation not beyond the next
 * 連用形 (流出し、悪用はされていない); 可能性 and 再発防止 count on either side. An English negation counts for
 * what follows it and for a subject just before it. Any thread.
 *
 * Returns: #JkbClaims; %JKB_CLAIM_NONE for a plain statement
 */
guint jkb_doc_claims_at (const JkbDoc *doc, gsize offset);

/**
 * jkb_doc_claims_of:
 * @doc: a document
 * @span: the words in question
 *
 * As jkb_doc_claims_at(), but what stands within @span says nothing of it: BCCではなくTO is one matter.
 * Any thread.
 *
 * Returns: #JkbClaims
 */
guint jkb_doc_claims_of (const JkbDoc *doc, JkbSpan span);

/**
 * jkb_doc_clause_claims_at:
 * @doc: a document
 * @offset: where the words in question begin
 *
 * As jkb_doc_claims_at(), but by the clause alone: a report made is told in any section. Any thread.
 *
 * Returns: #JkbClaims
 */
guint jkb_doc_clause_claims_at (const JkbDoc *doc, gsize offset);

/**
 * jkb_doc_is_of_another:
 * @doc: a document
 * @offset: a place in the text
 *
 * 同社では昨年6月にも、申込書を誤って廃棄する事故があった. Any thread.
 *
 * Returns: whether the sentence tells, before @offset, of another time at which the like had happened
 */
gboolean jkb_doc_is_of_another (const JkbDoc *doc, gsize offset);

/**
 * jkb_doc_rest_of_clause:
 * @doc: a document
 * @offset: a place in the text
 *
 * Any thread. Returns: what follows @offset up to the end of its clause or the next 連用形 (…し、)
 */
JkbSpan jkb_doc_rest_of_clause (const JkbDoc *doc, gsize offset);

/**
 * jkb_doc_news_title:
 * @doc: a document with lines
 * @line: index of one
 *
 * A line of a list of news beside the notice: 2025.11.04 年末年始の営業について. Any thread.
 *
 * Returns: the title in it, %JKB_SPAN_NONE when it is none of such a list
 */
JkbSpan jkb_doc_news_title (const JkbDoc *doc, guint line);

/**
 * jkb_doc_is_attribute:
 * @doc: a document
 * @span: words that may end in a verb
 *
 * Whether the words stand in front of a noun (紛失した名簿): what is then said of that noun does not deny
 * them. 流出した事実 and 漏えいした可能性 are only another way to say 流出した. Any thread.
 *
 * Returns: %TRUE if they do
 */
gboolean jkb_doc_is_attribute (const JkbDoc *doc, JkbSpan span);

/**
 * jkb_doc_introduction:
 * @doc: a document
 * @offset: a place in the text
 * @sentence: (out caller-allocates): the span of the sentence
 *
 * Finds the sentence that introduces the list in which @offset stands: the last one before the list
 * in its section. Any thread.
 *
 * Returns: %FALSE when @offset is in no list, or nothing introduces it
 */
gboolean jkb_doc_introduction (const JkbDoc *doc, gsize offset, JkbSpan *sentence);

/**
 * jkb_doc_dup:
 * @doc: a document
 * @span: a span of its text
 *
 * Any thread. Returns: (transfer full): a copy of these words as they are in the item, not normalised
 */
char *jkb_doc_dup (const JkbDoc *doc, JkbSpan span);

/**
 * jkb_doc_add:
 * @doc: a document
 * @item: its item, under construction
 * @fact: (transfer full): a fact whose span is of `doc->normal->text`
 *
 * Maps the span to the text of the item and adds the fact. The thread that builds @item.
 */
void jkb_doc_add (const JkbDoc *doc, JkbItem *item, JkbFact *fact);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbDoc, jkb_doc_free)
