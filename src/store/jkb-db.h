/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "store/jkb-store-error.h"

/*
 * Inside the room `store`: one connection to a casebook, with statements that are prepared once,
 * errors of #JkbStoreError, and statements that stop when somebody cancels.
 */

/**
 * JkbDb:
 * @handle: the connection
 * @path: file name, for messages
 * @revision: number of the write transaction that is open, see jkb_touch()
 * @log: (nullable): what notes changes on the connection that writes, see jkb_log_new()
 *
 * A connection; one thread at a time.
 */
typedef struct
{
  sqlite3 *handle;
  char *path;
  gint64 revision;
  struct _JkbLog *log;
  /*< private >*/
  GHashTable *statements;
  GCancellable *cancellable;
} JkbDb;

/** JkbDbMode: what a connection may do. */
typedef enum
{
  JKB_DB_READ,
  JKB_DB_READ_IMMUTABLE,                /* the file cannot change: no log, no locks */
  JKB_DB_WRITE,
  JKB_DB_CREATE,
} JkbDbMode;

/**
 * jkb_db_open:
 * @path: file name
 * @mode: what the connection may do
 * @error: a #JkbStoreError
 *
 * Opens the file with the settings that every connection has. Does not look whether it is a
 * casebook.
 *
 * Returns: (transfer full) (nullable): the connection
 */
JkbDb *jkb_db_open (const char *path, JkbDbMode mode, GError **error);

/**
 * jkb_db_close:
 * @db: (nullable) (transfer full): a connection
 *
 * Rolls back what is open and closes.
 */
void jkb_db_close (JkbDb *db);

/**
 * jkb_db_set_cancellable:
 * @db: a connection
 * @cancellable: (nullable): what stops statements from now on
 */
void jkb_db_set_cancellable (JkbDb *db, GCancellable *cancellable);

/**
 * jkb_db_fail:
 * @db: a connection
 * @code: a result code of SQLite
 * @error: where to put it
 *
 * Sets @error to what @code means for a caller.
 *
 * Returns: %FALSE
 */
gboolean jkb_db_fail (JkbDb *db, int code, GError **error);

/**
 * jkb_db_script:
 * @db: a connection
 * @sql: statements without parameters or results
 * @error: a #JkbStoreError
 *
 * Returns: %TRUE when all were run
 */
gboolean jkb_db_script (JkbDb *db, const char *sql, GError **error);

/**
 * jkb_db_query:
 * @db: a connection
 * @error: a #JkbStoreError
 * @sql: one statement; a literal, as it is prepared once and found again by its address
 * @types: one letter a parameter: `i` gint64, `d` double, `t` text or %NULL, `b` pointer and gsize,
 *   `n` %NULL, to be bound by the caller or not at all
 * @...: the parameters; texts and blobs have to live until the last jkb_db_step()
 *
 * Begins a statement that gives rows. It must have been stepped to its end, failed or been reset
 * before it is begun again.
 *
 * Returns: (transfer none) (nullable): the statement, for jkb_db_step() and `sqlite3_column_…`
 */
sqlite3_stmt *jkb_db_query (JkbDb *db, GError **error, const char *sql, const char *types, ...);

/**
 * jkb_db_step:
 * @db: a connection
 * @statement: from jkb_db_query()
 * @error: a #JkbStoreError; unchanged at the end of the rows
 *
 * Goes to the next row. At the end, or when it fails, @statement is reset.
 *
 * Returns: %TRUE when there is a row
 */
gboolean jkb_db_step (JkbDb *db, sqlite3_stmt *statement, GError **error);

/**
 * jkb_db_succeed:
 * @failure: (nullable) (transfer full): what a loop over jkb_db_step() ended with
 * @error: where to put it
 *
 * Returns: %TRUE when there is no @failure
 */
gboolean jkb_db_succeed (GError *failure, GError **error);

/**
 * jkb_db_finish:
 * @db: a connection
 * @statement: from jkb_db_query()
 * @error: a #JkbStoreError
 *
 * Steps to the end, ignoring rows.
 *
 * Returns: %TRUE when it was done
 */
gboolean jkb_db_finish (JkbDb *db, sqlite3_stmt *statement, GError **error);

/**
 * jkb_db_run:
 * @db: a connection
 * @error: a #JkbStoreError
 * @sql: one statement, as for jkb_db_query()
 * @types: as for jkb_db_query()
 * @...: the parameters
 *
 * Runs a statement to its end, ignoring rows.
 *
 * Returns: %TRUE when it was done
 */
gboolean jkb_db_run (JkbDb *db, GError **error, const char *sql, const char *types, ...);

/**
 * jkb_db_get_int:
 * @db: a connection
 * @out: (out): first column of the first row; unchanged when there is no row
 * @error: a #JkbStoreError
 * @sql: one statement, as for jkb_db_query()
 * @types: as for jkb_db_query()
 * @...: the parameters
 *
 * Returns: %TRUE unless it failed
 */
gboolean jkb_db_get_int (JkbDb *db, gint64 *out, GError **error, const char *sql,
                         const char *types, ...);

/**
 * jkb_db_begin:
 * @db: a connection
 * @error: a #JkbStoreError
 *
 * Begins a transaction: on a connection that writes, one that already holds the lock.
 *
 * Returns: %TRUE when it has begun
 */
gboolean jkb_db_begin (JkbDb *db, GError **error);

/**
 * jkb_db_end:
 * @db: a connection
 * @good: commit, or roll back
 * @error: a #JkbStoreError when it cannot be committed; then it is rolled back
 *
 * Ends the transaction. From here on nobody can cancel it.
 *
 * Returns: @good, unless committing failed
 */
gboolean jkb_db_end (JkbDb *db, gboolean good, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbDb, jkb_db_close)
