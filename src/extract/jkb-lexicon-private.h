/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-automaton.h"
#include "extract/jkb-lexicon.h"

/**
 * JkbTermUse: one part of one term; the same words may be part of several terms.
 */
typedef struct
{
  guint32 term;
  guint8 part;
  guint8 n_parts;
  guint8 gap_max;                       /* characters between the part before it and this one */
} JkbTermUse;

/** _JkbLexicon: the terms, and the automaton that finds their parts; shared by loading and scanning. */
struct _JkbLexicon
{
  GPtrArray *terms;                     /* JkbTerm */
  GPtrArray *file_names;
  JkbAutomaton *automaton;
  GPtrArray *uses;                      /* GArray of JkbTermUse, by number of the automaton's word */
  guint n_long;                         /* terms of several parts; numbered through their state */
  GArray *long_index;                   /* guint32 per term: number among the long ones */
};
