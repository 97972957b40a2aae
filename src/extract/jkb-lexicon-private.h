/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-automaton.h"
#include "extract/jkb-lexicon.h"

/**
 * JkbTermUse: one part of one term; the same words may be part of several terms. What the scan asks of
 * the term stands here too, side by side with that of the others. Terms of several parts that begin with
 * the same words share one use for them.
 */
G_STATIC_ASSERT (JKB_N_TERM_CLASSES <= 32);
typedef struct
{
  const JkbTerm *term;
  guint16 place;                        /* where a scan keeps how far it has come with this part … */
  guint16 place_before;                 /* … and with the part before it */
  guint8 gap_max;                       /* characters between the part before it and this one */
  guint term_class : 5;
  guint hides : 1;
  guint is_first : 1;
  guint is_last : 1;
  guint ends_word : 1;                  /* what follows in the table is of another word */
} JkbTermUse;

/** JKB_LEXICON_N_ENDING_MARKS: which ends of names may be a term, by a hash. */
#define JKB_LEXICON_N_ENDING_MARKS 4096

/** _JkbLexicon: the terms, and the automaton that finds their parts; shared by loading and scanning. */
struct _JkbLexicon
{
  gpointer memory;                      /* of terms and uses */
  const JkbTerm *terms;
  guint n_terms;
  GPtrArray *file_names;
  GStringChunk *texts;                  /* of the terms */
  JkbAutomaton *automaton;              /* the tag of a word is the first of its uses */
  const JkbTermUse *uses;               /* those of each word side by side */
  guint n_places;
  GHashTable *endings;                  /* (element-type utf8 JkbTerm): terms that are looked for at the end of names only … */
  gsize n_ending_max;                   /* … and the length of the longest … */
  guint64 ending_marks[JKB_LEXICON_N_ENDING_MARKS / 64];        /* … and a bit for the last bytes and the length of each */
};
