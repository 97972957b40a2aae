/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/jkb-import.h"
#include "query/jkb-cases.h"
#include "store/jkb-store-read.h"
#include "store/jkb-store-write.h"

/**
 * JkbCasebookState:
 * @JKB_CASEBOOK_OPENING: nothing is there yet
 * @JKB_CASEBOOK_LOADING: a large one: its store and the latest cases are there, the others are being read
 * @JKB_CASEBOOK_READY: everything is there
 * @JKB_CASEBOOK_FAILED: it could not be opened
 *
 * How far a casebook has come.
 */
typedef enum
{
  JKB_CASEBOOK_OPENING,
  JKB_CASEBOOK_LOADING,
  JKB_CASEBOOK_READY,
  JKB_CASEBOOK_FAILED,
} JkbCasebookState;

/**
 * JkbCasebook:
 *
 * An open casebook as the windows see it: the store, and its cases in memory, which follow each
 * commit. All of it belongs to the main thread; the work is done in workers.
 *
 * The signal `changed` (a #GArray of gint64, or %NULL for all) is emitted when there is a new
 * snapshot of the cases, with the numbers of the cases that may differ. The property `state` is
 * notified.
 */
#define JKB_TYPE_CASEBOOK (jkb_casebook_get_type ())
G_DECLARE_FINAL_TYPE (JkbCasebook, jkb_casebook, JKB, CASEBOOK, GObject)

/**
 * jkb_casebook_new:
 * @path: file name of the casebook
 *
 * Returns: (transfer full): a casebook that is not open yet
 */
JkbCasebook *jkb_casebook_new (const char *path);

/**
 * jkb_casebook_open:
 * @self: a casebook
 *
 * Begins to open the file, making it when it is not there, to add the bundled cases and to load all
 * cases. May be called again when it failed.
 */
void jkb_casebook_open (JkbCasebook *self);

/**
 * jkb_casebook_touch:
 * @self: a casebook
 *
 * Tells everybody who shows its cases to word them anew, as after a change of preferences.
 */
void jkb_casebook_touch (JkbCasebook *self);

/**
 * jkb_casebook_close:
 * @self: a casebook
 *
 * Finishes what is being written and closes the file. Blocks; for the end of the program.
 */
void jkb_casebook_close (JkbCasebook *self);

/**
 * jkb_casebook_get_path:
 * @self: a casebook
 *
 * Returns: (transfer none): its file name
 */
const char *jkb_casebook_get_path (JkbCasebook *self);

/**
 * jkb_casebook_get_state:
 * @self: a casebook
 *
 * Returns: how far it has come
 */
JkbCasebookState jkb_casebook_get_state (JkbCasebook *self);

/**
 * jkb_casebook_get_error:
 * @self: a casebook
 *
 * Returns: (transfer none) (nullable): why it could not be opened
 */
const GError *jkb_casebook_get_error (JkbCasebook *self);

/**
 * jkb_casebook_get_store:
 * @self: a casebook
 *
 * Returns: (transfer none) (nullable): the store, %NULL unless it is loading or ready
 */
JkbStore *jkb_casebook_get_store (JkbCasebook *self);

/**
 * jkb_casebook_get_first_cases:
 * @self: a casebook
 *
 * Returns: (transfer none) (nullable): the latest cases, %NULL unless it is loading
 */
JkbCases *jkb_casebook_get_first_cases (JkbCasebook *self);

/**
 * jkb_casebook_get_cases:
 * @self: a casebook
 *
 * Returns: (transfer none) (nullable): the cases as they are now, %NULL unless it is ready
 */
JkbCases *jkb_casebook_get_cases (JkbCasebook *self);

/**
 * jkb_casebook_get_extractor:
 * @self: a casebook
 *
 * Returns: (transfer none) (nullable): what reads notices, %NULL unless it is ready
 */
const JkbExtractor *jkb_casebook_get_extractor (JkbCasebook *self);
