/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an import looks up for each notice would take hours for a million; here the rows are written as an
 * import leaves them, by the store's own functions, and nothing is looked up.
 */
#include "large-casebook.h"

#include <string.h>

#include "notice-writer.h"
#include "store/jkb-rows.h"
#include "store/jkb-store-private.h"
#include "store/jkb-touched.h"

#define CASES_TOGETHER 20000
#define HASH_BYTES 32

typedef struct
{
  NoticeWriter *writer;
  gint64 next;
  gint64 last;
  gboolean with_texts;
} Batch;

static gboolean
add_notice (JkbDb *db, gint64 id, gint64 incident_id, const char *text, GError **error)
{
  gsize n_bytes = strlen (text), hash_bytes = HASH_BYTES;
  g_autofree char *name = g_strdup_printf ("%07" G_GINT64_FORMAT ".txt", id);
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 hash[HASH_BYTES];

  g_checksum_update (checksum, (const guchar *) text, (gssize) n_bytes);
  g_checksum_get_digest (checksum, hash, &hash_bytes);
  return jkb_db_run (db, error, "INSERT INTO source (id, batch_id, sha256, name, kind, charset, imported_us, bytes)"
                     " VALUES (?1, 1, lower (hex (?2)), ?3, 'text', 'UTF-8', 0, ?4)", "ibtb", id, hash, hash_bytes,
                     name, text, n_bytes)
         && jkb_db_run (db, error, "INSERT INTO item (id, source_id, place, lang, notice_hash, text)"
                        " VALUES (?1, ?1, 0, 'ja', ?2, ?3)", "ibt", id, hash, hash_bytes, text)
         && jkb_db_run (db, error, "INSERT INTO incident_notice (item_id, incident_id, place) VALUES (?1, ?2, 0)", "ii",
                        id, incident_id);
}

static gboolean
add_case (JkbDb *db, Batch *batch, GError **error)
{
  gint64 id = batch->next++;
  g_autofree char *text = NULL;
  g_autoptr(JkbIncident) incident = notice_writer_next (batch->writer, id, &text);

  incident->id = 0;
  return jkb_rows_write_incident (db, incident, error)
         && (!batch->with_texts || add_notice (db, id, incident->id, text, error))
         && jkb_touch (db, incident->id, error);
}

static gboolean
add_cases (JkbDb *db, gpointer data, GError **error)
{
  Batch *batch = data;

  if (batch->next == 1
      && !jkb_db_run (db, error, "INSERT INTO batch (id, kind, begun_us, place) VALUES (1, 'import', 0, 1)", ""))
    return FALSE;
  for (guint i = 0; i < CASES_TOGETHER && batch->next <= batch->last; i++)
    if (!add_case (db, batch, error))
      return FALSE;
  return TRUE;
}

void
large_casebook_write (const char *path, gint64 n_cases, gboolean with_texts)
{
  g_autoptr(JkbStore) store = jkb_store_open (path, JKB_STORE_CREATE, NULL, NULL);
  Batch batch = { notice_writer_new (3), 1, n_cases, with_texts };

  g_assert_nonnull (store);
  while (batch.next <= batch.last)
    {
      g_autoptr(GError) error = NULL;

      jkb_store_write (store, add_cases, &batch, NULL, &error);
      g_assert_no_error (error);
    }
  notice_writer_free (batch.writer);
  jkb_store_close (store);
}
