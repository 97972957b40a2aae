/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-doc.h"

/**
 * JkbClause:
 * @span: its text; those of brackets lie within their parents
 * @parent: index of the clause around it, %G_MAXUINT for none
 * @sentence: index of its sentence
 *
 * What one predicate governs.
 */
typedef struct
{
  JkbSpan span;
  guint parent;
  guint sentence;
} JkbClause;

/** JkbDocTable: what is found by its place in the text. */
typedef enum
{
  JKB_DOC_LINES,
  JKB_DOC_SECTIONS,
  JKB_DOC_SENTENCES,
  JKB_DOC_CLAUSES,
  JKB_N_DOC_TABLES
} JkbDocTable;

/**
 * jkb_doc_make_blocks:
 * @doc: a document with its text
 *
 * Makes room for what the functions below note.
 */
void jkb_doc_make_blocks (JkbDoc *doc);

/**
 * jkb_doc_note_places:
 * @doc: a document with blocks
 * @table: one of its tables, which is complete
 *
 * Notes which element each block of the text begins in, so that jkb_doc_line_at() and its like need not search.
 */
void jkb_doc_note_places (JkbDoc *doc, JkbDocTable table);

/**
 * jkb_doc_note_hits:
 * @doc: a document with blocks and hits
 *
 * Notes where the hits of each class and each block begin.
 */
void jkb_doc_note_hits (JkbDoc *doc);

/**
 * jkb_doc_clause_index_at:
 * @doc: a document
 * @offset: a place in the text
 *
 * Returns: index of the innermost clause around @offset
 */
guint jkb_doc_clause_index_at (const JkbDoc *doc, gsize offset);

/**
 * jkb_doc_cut_lines:
 * @doc: a document with its text
 *
 * Fills `doc->lines` but for their sections.
 */
void jkb_doc_cut_lines (JkbDoc *doc);

/**
 * jkb_doc_join_lines:
 * @doc: a document with lines
 *
 * Places the title, if its item has one, and tells which lines go on in the next one. May be done again
 * when the item has got its title.
 */
void jkb_doc_join_lines (JkbDoc *doc);

/**
 * jkb_doc_place_title:
 * @doc: a document with lines, but for which of them go on
 *
 * Sets the lines of the title, if its item has one.
 */
void jkb_doc_place_title (JkbDoc *doc);

/**
 * jkb_doc_cut_sections:
 * @doc: a document with lines and hits
 *
 * Fills `doc->sections` and the sections of the lines.
 */
void jkb_doc_cut_sections (JkbDoc *doc);

/**
 * jkb_doc_cut_sentences:
 * @doc: a document with sections
 *
 * Fills `doc->sentences` but for their claims.
 */
void jkb_doc_cut_sentences (JkbDoc *doc);

/**
 * jkb_doc_cut_clauses:
 * @doc: a document with sentences and hits
 *
 * Fills `doc->clauses` and the claims of the sentences.
 */
void jkb_doc_cut_clauses (JkbDoc *doc);
