/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "stopwatch.h"

/** Documents: folded texts and their days as 20240131, in one order. */
typedef struct
{
  GPtrArray *texts;
  GArray *days;
  gsize n_bytes;
} Documents;

/** What the search is measured beside. */
enum
{
  ENGINE_GROONGA,
  ENGINE_FTS5,
  ENGINE_INSTR,
  ENGINE_RIPGREP,
  N_ENGINES
};

typedef struct _Engine Engine;

/**
 * engine_name:
 * @kind: which engine
 *
 * Returns: (transfer none): its name
 */
const char *engine_name (int kind);

/**
 * engine_new:
 * @kind: which engine
 * @documents: (transfer none): what it is to search
 * @build: (out): what its index took, nothing when it has none
 *
 * Returns: (transfer full) (nullable): the engine in a folder of its own, %NULL when it is not installed
 */
Engine *engine_new (int kind, const Documents *documents, Spent *build);

/**
 * engine_search:
 * @engine: an engine
 * @word: a folded word
 * @n: (out): how many texts hold it
 * @spent: (out): what the count and the first 100 by date took (ripgrep: the count); Groonga is not charged with
 *   what the time of the processor for reading a command and answering is
 *
 * Returns: %FALSE when it cannot search for so short a word
 */
gboolean engine_search (Engine *engine, const char *word, guint *n, Spent *spent);

/**
 * engine_free:
 * @engine: (nullable) (transfer full): an engine; its folder goes with it
 */
void engine_free (Engine *engine);

/**
 * engine_remove_folder:
 * @folder: a folder of a measurement; it goes with all that is in it
 */
void engine_remove_folder (const char *folder);
