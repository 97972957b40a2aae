/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-extractor.h"
#include "query/jkb-case-index.h"
#include "store/jkb-store.h"

/*
 * What a #JkbCasebook has done by workers. Each function runs in a task whose data is a #JkbCasebookJob; the
 * index belongs to the one that runs.
 */

/**
 * JkbCasebookJob:
 * @store: (owned): the casebook
 * @fold: (nullable) (owned): how texts are folded; jkb_casebook_job_begin() makes it
 * @index: what jkb_casebook_job_load() makes and the others change; belongs to whoever begins them
 * @extractor: made by jkb_casebook_job_load(), likewise
 * @cases: (nullable) (owned): what jkb_casebook_job_keep_index() looks at
 * @ids: (nullable) (owned) (element-type gint64): the cases to read
 * @textless: (nullable) (owned) (element-type gint64): what jkb_casebook_job_load() leaves to be read
 *
 * What a worker makes, and what it makes it of.
 */
typedef struct
{
  JkbStore *store;
  JkbFold *fold;
  JkbCaseIndex *index;
  JkbExtractor *extractor;
  JkbCases *cases;
  GArray *ids;
  GArray *textless;
} JkbCasebookJob;

/**
 * jkb_casebook_job_free:
 * @data: (transfer full): a #JkbCasebookJob
 */
void jkb_casebook_job_free (gpointer data);

/**
 * jkb_casebook_job_take_ids:
 * @set: (element-type gint64): ids of cases; empty afterwards
 *
 * Returns: (transfer full): they, in order
 */
GArray *jkb_casebook_job_take_ids (GHashTable *set);

/** JKB_CASEBOOK_JOB_N_FIRST: so many rows are shown while the others are being read */
#define JKB_CASEBOOK_JOB_N_FIRST 400u

/**
 * jkb_casebook_job_begin:
 *
 * A #GTaskThreadFunc: reads the latest cases. Ends with #JkbCases of no more than %JKB_CASEBOOK_JOB_N_FIRST.
 */
void jkb_casebook_job_begin (GTask *task, gpointer source, gpointer data, GCancellable *cancellable);

/**
 * jkb_casebook_job_load:
 *
 * A #GTaskThreadFunc, after jkb_casebook_job_begin(): adds the bundled cases where they are missing and loads all
 * cases, and the texts too when they are not many. Ends with #JkbCases.
 */
void jkb_casebook_job_load (GTask *task, gpointer source, gpointer data, GCancellable *cancellable);

/**
 * jkb_casebook_job_read_texts:
 *
 * A #GTaskThreadFunc: reads the texts of @ids that have yet to be read. Ends with #JkbCases.
 */
void jkb_casebook_job_read_texts (GTask *task, gpointer source, gpointer data, GCancellable *cancellable);

/**
 * jkb_casebook_job_read_changes:
 *
 * A #GTaskThreadFunc: reads @ids again. Ends with #JkbCases.
 */
void jkb_casebook_job_read_changes (GTask *task, gpointer source, gpointer data, GCancellable *cancellable);

/**
 * jkb_casebook_job_keep_index:
 *
 * A #GTaskThreadFunc: has the casebook keep the index of the texts. Searches work without, so nobody is told
 * when it fails.
 */
void jkb_casebook_job_keep_index (GTask *task, gpointer source, gpointer data, GCancellable *cancellable);
