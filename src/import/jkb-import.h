/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-extractor.h"
#include "store/jkb-store-write.h"

/**
 * JkbImportInputs:
 *
 * What to import: paths, files and bytes, in the order in which they were added.
 */
typedef struct _JkbImportInputs JkbImportInputs;

/**
 * jkb_import_inputs_new:
 *
 * Any thread. Returns: (transfer full): no inputs yet
 */
JkbImportInputs *jkb_import_inputs_new (void);

/**
 * jkb_import_inputs_add_path:
 * @self: inputs
 * @path: a file or folder by its file name, or `-` for standard input. A folder is walked, sorted by
 *   name; hidden entries are left out, and a folder is never entered twice
 */
void jkb_import_inputs_add_path (JkbImportInputs *self, const char *path);

/**
 * jkb_import_inputs_add_file:
 * @self: inputs
 * @file: a file or folder, as jkb_import_inputs_add_path()
 */
void jkb_import_inputs_add_file (JkbImportInputs *self, GFile *file);

/**
 * jkb_import_inputs_add_bytes:
 * @self: inputs
 * @name: what to call it, e.g. `clipboard`
 * @bytes: what was pasted or dropped
 */
void jkb_import_inputs_add_bytes (JkbImportInputs *self, const char *name, GBytes *bytes);

/**
 * jkb_import_inputs_add_all:
 * @self: inputs
 * @others: (transfer full): further inputs, that come behind those of @self
 */
void jkb_import_inputs_add_all (JkbImportInputs *self, JkbImportInputs *others);

/**
 * jkb_import_inputs_set_gives_way:
 * @self: inputs
 * @gives_way: whether the threads that read them stand back behind whatever else wants a processor, as a window
 *   does that draws meanwhile. Only on systems where a thread has a priority of its own, such as Linux
 */
void jkb_import_inputs_set_gives_way (JkbImportInputs *self, gboolean gives_way);

/**
 * jkb_import_inputs_free:
 * @self: (nullable) (transfer full): inputs
 */
void jkb_import_inputs_free (JkbImportInputs *self);

/**
 * JkbImportItem:
 * @index: place in its source
 * @outcome: what became of it
 * @incident_id: the case it belongs to, 0 when it was set aside
 * @serial: (nullable): serial number that the page gives it
 * @title: (nullable): heading
 * @organisation: (nullable): whose notice it is
 * @set_aside_reason: (nullable): nick of the reason when it is no notice
 * @changes: (nullable) (element-type JkbChange): what its case says otherwise since it came
 */
typedef struct
{
  guint index;
  JkbOutcome outcome;
  gint64 incident_id;
  char *serial;
  char *title;
  char *organisation;
  char *set_aside_reason;
  GPtrArray *changes;
} JkbImportItem;

/**
 * JkbImportEntry:
 * @name: the source: path, URI, `-` or the name given; valid UTF-8
 * @items: (element-type JkbImportItem): what was found in it; empty when it failed
 * @notes: (element-type utf8): what could not be read as it should, in English
 * @error: (nullable): why nothing of it was imported
 */
typedef struct
{
  char *name;
  GPtrArray *items;
  GPtrArray *notes;
  GError *error;
} JkbImportEntry;

/**
 * JkbImportReport:
 * @batch: for jkb_store_undo_batch()
 * @entries: (element-type JkbImportEntry): one for each source, in the order they were read
 * @n_outcomes: items by #JkbOutcome
 * @n_failed: entries with an error
 */
typedef struct
{
  gint64 batch;
  GPtrArray *entries;
  guint n_outcomes[JKB_N_OUTCOMES];
  guint n_failed;
} JkbImportReport;

/**
 * jkb_import_report_failure:
 * @entry: an entry with an error
 *
 * Any thread. Returns: (transfer full): `NAME: reason`, one line without line feed
 */
char *jkb_import_report_failure (const JkbImportEntry *entry);

/**
 * jkb_import_report_single_case:
 * @self: a report
 *
 * Any thread. Returns: the one case that something was stored of, 0 when there is none or they are several
 */
gint64 jkb_import_report_single_case (const JkbImportReport *self);

/**
 * jkb_import_report_free:
 * @self: (nullable) (transfer full): a report
 */
void jkb_import_report_free (JkbImportReport *self);

/**
 * JkbImportProgress:
 * @n_done: sources dealt with
 * @n_found: sources found so far; folders are walked on the way
 * @n_items: items dealt with
 * @name: the source just dealt with; valid during the call
 */
typedef struct
{
  guint n_done;
  guint n_found;
  guint n_items;
  const char *name;
} JkbImportProgress;

typedef void (*JkbImportProgressFunc) (const JkbImportProgress *progress, gpointer user_data);

/**
 * jkb_import_run:
 * @store: a store that can be written
 * @extractor: reads the sources
 * @inputs: what to import
 * @progress: (nullable): called in this thread, at most ten times a second and once at the end
 * @user_data: for @progress
 * @report: (out) (transfer full): what became of each source, also when it was stopped early
 * @cancellable: (nullable): stops it after the source at hand; what is stored stays stored
 * @error: a #JkbStoreError or %G_IO_ERROR_CANCELLED
 *
 * Imports everything, each source in one transaction. A source that cannot be read has its error in
 * its entry and stops nothing. Blocks. Any thread.
 *
 * Returns: %FALSE when it was cancelled or the casebook could not be written
 */
gboolean jkb_import_run (JkbStore *store, const JkbExtractor *extractor,
                         const JkbImportInputs *inputs, JkbImportProgressFunc progress,
                         gpointer user_data, JkbImportReport **report, GCancellable *cancellable,
                         GError **error);

/**
 * jkb_import_run_async:
 * @store: a store that can be written
 * @extractor: reads the sources; has to live until the callback
 * @inputs: (transfer full): what to import
 * @progress: (nullable): called in the main context of the caller, at most ten times a second
 * @progress_data: for @progress
 * @cancellable: (nullable): as for jkb_import_run()
 * @callback: called in the main context of the caller, after the last @progress
 * @user_data: for @callback
 *
 * As jkb_import_run(), in a thread of its own.
 */
void jkb_import_run_async (JkbStore *store, const JkbExtractor *extractor, JkbImportInputs *inputs,
                           JkbImportProgressFunc progress, gpointer progress_data,
                           GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data);

/**
 * jkb_import_run_finish:
 * @result: what the callback got
 * @report: (out) (transfer full): as for jkb_import_run()
 * @error: a #JkbStoreError or %G_IO_ERROR_CANCELLED
 *
 * Returns: %FALSE when it was cancelled or the casebook could not be written
 */
gboolean jkb_import_run_finish (GAsyncResult *result, JkbImportReport **report, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbImportInputs, jkb_import_inputs_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbImportReport, jkb_import_report_free)
