/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-db.h"

#include <errno.h>
#include <string.h>

/* How long one program waits for another to finish its transaction. */
#define BUSY_TIMEOUT_MS 5000

/* Steps of SQLite's machine between two looks at the cancellable: well under a millisecond. */
#define STEPS_BETWEEN_LOOKS 4000

static int
on_progress_cb (gpointer data)
{
  JkbDb *db = data;

  return g_cancellable_is_cancelled (db->cancellable);
}

/* What the operating system said, where SQLite only knows that it did not work. */
static JkbStoreError
translate_errno (JkbDb *db)
{
  switch (db->handle != NULL ? sqlite3_system_errno (db->handle) : 0)
    {
    case ENOSPC:
    case EDQUOT:
      return JKB_STORE_ERROR_FULL;
    case EACCES:
    case EPERM:
    case EROFS:
      return JKB_STORE_ERROR_READ_ONLY;
    case ENOENT:
    case ENOTDIR:
      return JKB_STORE_ERROR_NOT_FOUND;
    default:
      return JKB_STORE_ERROR_IO;
    }
}

static JkbStoreError
translate_code (JkbDb *db, int code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return JKB_STORE_ERROR_LOCKED;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return JKB_STORE_ERROR_READ_ONLY;
    case SQLITE_FULL:
      return JKB_STORE_ERROR_FULL;
    case SQLITE_CORRUPT:
    case SQLITE_CONSTRAINT:             /* what no operation writes was there, or came from the log */
    case SQLITE_MISMATCH:
      return JKB_STORE_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      return JKB_STORE_ERROR_NOT_A_CASEBOOK;
    default:
      return translate_errno (db);
    }
}

gboolean
jkb_db_fail (JkbDb *db, int code, GError **error)
{
  if ((code & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Operation was cancelled");
  else
    g_set_error (error, JKB_STORE_ERROR, translate_code (db, code), "%s: %s", db->path,
                 db->handle != NULL ? sqlite3_errmsg (db->handle) : sqlite3_errstr (code));
  return FALSE;
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

/* A file name with `?` or `%` in it must not be taken for a URI with parameters. */
static char *
make_uri (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *escaped = g_uri_escape_string (absolute, "/", FALSE);

  return g_strconcat ("file:", escaped, "?immutable=1", NULL);
}

static int
open_handle (JkbDb *db, JkbDbMode mode)
{
  g_autofree char *uri = NULL;

  switch (mode)
    {
    case JKB_DB_READ:
      return sqlite3_open_v2 (db->path, &db->handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL);
    case JKB_DB_READ_IMMUTABLE:
      uri = make_uri (db->path);
      return sqlite3_open_v2 (uri, &db->handle,
                              SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, NULL);
    case JKB_DB_WRITE:
      return sqlite3_open_v2 (db->path, &db->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
    case JKB_DB_CREATE:
      return sqlite3_open_v2 (db->path, &db->handle,
                              SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
    default:
      g_assert_not_reached ();
    }
}

static void
configure (sqlite3 *handle)
{
  sqlite3_extended_result_codes (handle, 1);
  sqlite3_busy_timeout (handle, BUSY_TIMEOUT_MS);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
}

/* Nobody asks SQLite how much memory it uses, so that its threads need not queue up to count it. */
static gpointer
configure_library (gpointer data)
{
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  return NULL;
}

JkbDb *
jkb_db_open (const char *path, JkbDbMode mode, GError **error)
{
  static GOnce once = G_ONCE_INIT;
  g_autoptr(JkbDb) db = g_new0 (JkbDb, 1);
  int code;

  g_once (&once, configure_library, NULL);
  db->path = g_strdup (path);
  db->statements = g_hash_table_new_full (NULL, NULL, NULL, finalize_statement);
  code = open_handle (db, mode);
  if (code != SQLITE_OK)
    {
      jkb_db_fail (db, code, error);
      return NULL;
    }
  configure (db->handle);
  sqlite3_progress_handler (db->handle, STEPS_BETWEEN_LOOKS, on_progress_cb, db);
  return g_steal_pointer (&db);
}

void
jkb_db_close (JkbDb *db)
{
  if (db == NULL)
    return;
  g_hash_table_unref (db->statements);
  sqlite3_close (db->handle);
  g_clear_object (&db->cancellable);
  g_free (db->path);
  g_free (db);
}

void
jkb_db_set_cancellable (JkbDb *db, GCancellable *cancellable)
{
  g_set_object (&db->cancellable, cancellable);
}

gboolean
jkb_db_script (JkbDb *db, const char *sql, GError **error)
{
  int code = sqlite3_exec (db->handle, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || jkb_db_fail (db, code, error);
}

static sqlite3_stmt *
prepare (JkbDb *db, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (db->statements, sql);
  int code;

  if (statement != NULL)
    {
      g_assert (!sqlite3_stmt_busy (statement));
      return statement;
    }
  code = sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      jkb_db_fail (db, code, error);
      return NULL;
    }
  g_hash_table_insert (db->statements, (gpointer) sql, statement);
  return statement;
}

static int
bind_one (sqlite3_stmt *statement, int index, char type, va_list *arguments)
{
  const void *blob;
  gsize n_bytes;

  switch (type)
    {
    case 'i':
      return sqlite3_bind_int64 (statement, index, va_arg (*arguments, gint64));
    case 'd':
      return sqlite3_bind_double (statement, index, va_arg (*arguments, double));
    case 'n':
      return sqlite3_bind_null (statement, index);
    case 't':
      return sqlite3_bind_text (statement, index, va_arg (*arguments, const char *), -1, SQLITE_STATIC);
    case 'b':
      blob = va_arg (*arguments, const void *);
      n_bytes = va_arg (*arguments, gsize);
      return sqlite3_bind_blob64 (statement, index, blob != NULL ? blob : "", n_bytes, SQLITE_STATIC);
    default:
      g_assert_not_reached ();
    }
}

static sqlite3_stmt *
begin_statement (JkbDb *db, GError **error, const char *sql, const char *types, va_list *arguments)
{
  sqlite3_stmt *statement = prepare (db, sql, error);
  int code = SQLITE_OK;

  if (statement == NULL)
    return NULL;
  g_assert (sqlite3_bind_parameter_count (statement) == (int) strlen (types));
  for (int i = 0; types[i] != '\0' && code == SQLITE_OK; i++)
    code = bind_one (statement, i + 1, types[i], arguments);
  if (code == SQLITE_OK)
    return statement;
  jkb_db_fail (db, code, error);
  return NULL;
}

sqlite3_stmt *
jkb_db_query (JkbDb *db, GError **error, const char *sql, const char *types, ...)
{
  sqlite3_stmt *statement;
  va_list arguments;

  va_start (arguments, types);
  statement = begin_statement (db, error, sql, types, &arguments);
  va_end (arguments);
  return statement;
}

gboolean
jkb_db_step (JkbDb *db, sqlite3_stmt *statement, GError **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    jkb_db_fail (db, code, error);
  sqlite3_reset (statement);
  return FALSE;
}

gboolean
jkb_db_succeed (GError *failure, GError **error)
{
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

gboolean
jkb_db_finish (JkbDb *db, sqlite3_stmt *statement, GError **error)
{
  GError *failure = NULL;

  while (jkb_db_step (db, statement, &failure))
    ;
  return jkb_db_succeed (failure, error);
}

gboolean
jkb_db_run (JkbDb *db, GError **error, const char *sql, const char *types, ...)
{
  sqlite3_stmt *statement;
  va_list arguments;

  va_start (arguments, types);
  statement = begin_statement (db, error, sql, types, &arguments);
  va_end (arguments);
  return statement != NULL && jkb_db_finish (db, statement, error);
}

gboolean
jkb_db_get_int (JkbDb *db, gint64 *out, GError **error, const char *sql, const char *types, ...)
{
  GError *failure = NULL;
  sqlite3_stmt *statement;
  va_list arguments;

  va_start (arguments, types);
  statement = begin_statement (db, error, sql, types, &arguments);
  va_end (arguments);
  if (statement == NULL)
    return FALSE;
  if (jkb_db_step (db, statement, &failure))
    {
      *out = sqlite3_column_int64 (statement, 0);
      sqlite3_reset (statement);
    }
  return jkb_db_succeed (failure, error);
}

gboolean
jkb_db_begin (JkbDb *db, GError **error)
{
  return jkb_db_run (db, error, sqlite3_db_readonly (db->handle, "main") == 1 ? "BEGIN" : "BEGIN IMMEDIATE",
                     "");
}

/* An operation that failed half-way may have left some in the middle of their rows. */
static void
reset_statements (JkbDb *db)
{
  GHashTableIter iter;
  gpointer statement;

  g_hash_table_iter_init (&iter, db->statements);
  while (g_hash_table_iter_next (&iter, NULL, &statement))
    sqlite3_reset (statement);
}

gboolean
jkb_db_end (JkbDb *db, gboolean good, GError **error)
{
  jkb_db_set_cancellable (db, NULL);
  reset_statements (db);
  if (good && jkb_db_run (db, error, "COMMIT", ""))
    return TRUE;
  /* A full disk or a failing one may have rolled back already. */
  if (!sqlite3_get_autocommit (db->handle))
    jkb_db_run (db, NULL, "ROLLBACK", "");
  return FALSE;
}
