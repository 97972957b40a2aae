/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-log-private.h"

#include "store/jkb-image.h"

#include <string.h>

/*
 * A step is a row of `batch`. Its changes are rows of `change_row`: a table, the numbers of rows, and
 * either the image of one row as it was (jkb-image.h), or no image for rows that were not
 * there. Undoing goes through them from the last to the first and swaps: what is in the table now
 * becomes the image, the image goes into the table; rows without image are taken out, each leaving its
 * image. Doing it again is the same from the first to the last. So nothing is kept twice: what an
 * undone import added lies in the log only, and what it added while it stands lies in the tables only.
 *
 * Changes are noted by triggers of the connection itself (never of the file), so that no operation can
 * forget one, cascades included. Rows that are added come in long runs of numbers; SQLite's hook tells
 * of them, and they are noted as runs, in memory until the transaction ends. A row that was added in
 * the same transaction is not noted again when it changes.
 *
 * A row that goes is noted after what goes with it, so that on the way forward nothing is left that
 * could go along unnoticed. The key of a row never changes; an operation that wants that adds one row
 * and deletes the other. An image holds as many values as its table had columns then; later layouts
 * add columns only behind, which may be NULL.
 */

/* Steps that can be undone. */
#define N_STEPS_KEPT 500

const JkbLogTable jkb_log_tables[] = {
  { "source", { "id", "batch_id", "sha256", "name", "kind", "charset", "imported_us", "notes", "bytes" } },
  { "item",
    { "id", "source_id", "place", "serial", "title", "lang", "set_aside_reason", "notice_hash", "same_as",
      "text" } },
  { "incident",
    { "id", "bundled_key", "key", "title", "organisation", "organisation_en", "contractor", "sector", "country",
      "type", "types", "circumstances", "cause", "people", "people_qualifier", "records", "records_qualifier",
      "status", "data_items", "occurred_from", "occurred_to", "discovered", "announced", "ppc", "police",
      "encrypted", "source_uri", "source_kind", "review", "edited", "binned_us", "notes",
      "merged_into" } },
  { "incident_notice", { "item_id", "incident_id", "place", "home" } },
  { "fact",
    { "id", "item_id", "incident_id", "place", "field", "value", "unit", "qualifier", "role", "span_begin",
      "span_end", "rule", "confidence", "state", "read_value", "read_qualifier", "home" } },
  { "history",
    { "id", "incident_id", "at_us", "who", "what", "old_state", "old_value", "new_state", "new_value" } },
  { "different", { "id", "incident_id", "other_id" } },
  { "list", { "id", "kind", "name", "filter", "sort" } },
  { "list_case", { "id", "list_id", "incident_id" } },
};

G_STATIC_ASSERT (G_N_ELEMENTS (jkb_log_tables) == JKB_LOG_N_TABLES);

/* Rows that were added, first to last. */
typedef struct
{
  gint64 first;
  gint64 last;
} Run;

/* ---- what the triggers and the hook call ---- */

static gboolean
has_run (GArray *runs, gint64 id)
{
  for (guint i = runs->len; i > 0; i--)
    {
      const Run *run = &g_array_index (runs, Run, i - 1);

      if (run->first <= id && id <= run->last)
        return TRUE;
    }
  return FALSE;
}

/* Whether a change of a row has to be noted: the number of the step, or 0. */
static void
on_step_wanted_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  JkbLog *self = sqlite3_user_data (context);
  GArray *runs = self->runs[sqlite3_value_int (values[0])];

  sqlite3_result_int64 (context, has_run (runs, sqlite3_value_int64 (values[1])) ? 0 : self->batch);
}

gboolean
jkb_log_find_table (const char *name, guint *table)
{
  for (*table = 0; *table < JKB_LOG_N_TABLES; (*table)++)
    if (strcmp (jkb_log_tables[*table].name, name) == 0)
      return TRUE;
  return FALSE;
}

static void
on_row_changed_cb (gpointer data, int operation, const char *schema, const char *name, sqlite3_int64 id)
{
  JkbLog *self = data;
  guint table;
  GArray *runs;
  Run *last;

  if (self->batch == 0 || operation != SQLITE_INSERT || !jkb_log_find_table (name, &table))
    return;
  runs = self->runs[table];
  last = runs->len > 0 ? &g_array_index (runs, Run, runs->len - 1) : NULL;
  if (last != NULL && id == last->last + 1)
    last->last = id;
  else
    g_array_append_vals (runs, &(Run){ id, id }, 1);
}

/* ---- setting up ---- */

static char *
list_columns (const JkbLogTable *table, const char *format)
{
  g_autoptr(GString) list = g_string_new (NULL);

  for (int i = 0; table->columns[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (format, "@", -1);
      g_autofree char *one = g_strjoinv (table->columns[i], parts);

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", one);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

int
jkb_log_count_columns (const JkbLogTable *table)
{
  int n = 0;

  while (table->columns[n] != NULL)
    n++;
  return n;
}

static void
write_statements (JkbLog *self, guint index)
{
  const JkbLogTable *table = &jkb_log_tables[index];
  const char *key = table->columns[0];
  g_autofree char *columns = list_columns (table, "@");
  g_autofree char *settings = list_columns (table, "@ = excluded.@");
  g_autoptr(GString) marks = g_string_new ("?1");

  for (int i = 1; i < jkb_log_count_columns (table); i++)
    g_string_append_printf (marks, ", ?%d", i + 1);
  self->select_sql[index] = g_strdup_printf ("SELECT jkb_image (%s) FROM %s WHERE %s = ?1", columns, table->name, key);
  self->delete_sql[index] = g_strdup_printf ("DELETE FROM %s WHERE %s = ?1", table->name, key);
  self->insert_sql[index] = g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s) ON CONFLICT (%s) DO UPDATE SET %s",
                                             table->name, columns, marks->str, key, settings);
}

static gboolean
make_triggers (JkbDb *db, guint index, GError **error)
{
  const JkbLogTable *table = &jkb_log_tables[index];
  const char *key = table->columns[0];
  g_autofree char *old = list_columns (table, "old.@");
  g_autofree char *sql = g_strdup_printf (
    "CREATE TEMP TRIGGER log_update_%1$s BEFORE UPDATE ON main.%1$s WHEN jkb_step (%2$u, old.%3$s) BEGIN"
    " INSERT INTO change_row (batch_id, table_name, first_id, last_id, image)"
    " VALUES (jkb_step (%2$u, old.%3$s), '%1$s', old.%3$s, old.%3$s, jkb_image (%4$s)); END;"
    "CREATE TEMP TRIGGER log_delete_%1$s AFTER DELETE ON main.%1$s WHEN jkb_step (%2$u, old.%3$s) BEGIN"
    " INSERT INTO change_row (batch_id, table_name, first_id, last_id, image)"
    " VALUES (jkb_step (%2$u, old.%3$s), '%1$s', old.%3$s, old.%3$s, jkb_image (%4$s)); END;",
    table->name, index, key, old);

  return jkb_db_script (db, sql, error);
}

static gboolean
make_functions (JkbLog *self, JkbDb *db, GError **error)
{
  static const struct
  {
    const char *name;
    int n_values;
    void (*func) (sqlite3_context *, int, sqlite3_value **);
  } functions[] = {
    { "jkb_image", -1, jkb_image_function },
    { "jkb_step", 2, on_step_wanted_cb },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (functions); i++)
    {
      int code = sqlite3_create_function_v2 (db->handle, functions[i].name, functions[i].n_values, SQLITE_UTF8, self,
                                             functions[i].func, NULL, NULL, NULL);

      if (code != SQLITE_OK)
        return jkb_db_fail (db, code, error);
    }
  return TRUE;
}

JkbLog *
jkb_log_new (JkbDb *db, GError **error)
{
  JkbLog *self = g_new0 (JkbLog, 1);
  gboolean good = make_functions (self, db, error);

  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, NULL);
  sqlite3_update_hook (db->handle, on_row_changed_cb, self);
  for (guint i = 0; i < JKB_LOG_N_TABLES; i++)
    {
      self->runs[i] = g_array_new (FALSE, FALSE, sizeof (Run));
      write_statements (self, i);
      good = good && make_triggers (db, i, error);
    }
  if (good)
    return db->log = self;
  jkb_log_free (self);
  return NULL;
}

void
jkb_log_free (JkbLog *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < JKB_LOG_N_TABLES; i++)
    {
      g_array_unref (self->runs[i]);
      g_free (self->select_sql[i]);
      g_free (self->delete_sql[i]);
      g_free (self->insert_sql[i]);
    }
  g_free (self);
}

/* ---- steps ---- */

gint64
jkb_log_new_batch (void)
{
  static gint64 last;
  static GMutex lock;
  gint64 batch;

  g_mutex_lock (&lock);
  batch = last = MAX (g_get_real_time (), last + 1);
  g_mutex_unlock (&lock);
  return batch;
}

static gboolean
drop_undone (JkbDb *db, GError **error)
{
  return jkb_db_run (db, error, "DELETE FROM batch WHERE undone = 1", "");
}

static gboolean
drop_old (JkbDb *db, GError **error)
{
  return jkb_db_run (db, error, "DELETE FROM change_row WHERE batch_id IN"
                     " (SELECT id FROM batch WHERE place = (SELECT max (place) FROM batch) - ?1)", "i",
                     (gint64) N_STEPS_KEPT);
}

gboolean
jkb_log_begin (JkbDb *db, gint64 batch, const char *kind, GError **error)
{
  gint64 known = 0;

  if (!jkb_db_get_int (db, &known, error, "SELECT EXISTS (SELECT 1 FROM batch WHERE id = ?1 AND undone = 0)", "i",
                       batch)
      || (!known && (!drop_undone (db, error) || !drop_old (db, error)
                     || !jkb_db_run (db, error,
                                     "INSERT INTO batch (id, kind, begun_us, place) VALUES (?1, ?2, ?3,"
                                     " (SELECT coalesce (max (place), 0) + 1 FROM batch))", "iti", batch, kind,
                                     g_get_real_time ()))))
    return FALSE;
  db->log->batch = batch;
  return TRUE;
}

static gboolean
write_runs (JkbDb *db, GError **error)
{
  for (guint i = 0; i < JKB_LOG_N_TABLES; i++)
    for (guint j = 0; j < db->log->runs[i]->len; j++)
      {
        const Run *run = &g_array_index (db->log->runs[i], Run, j);

        if (!jkb_db_run (db, error, "INSERT INTO change_row (batch_id, table_name, first_id, last_id)"
                         " VALUES (?1, ?2, ?3, ?4)", "itii", db->log->batch, jkb_log_tables[i].name, run->first, run->last))
          return FALSE;
      }
  return TRUE;
}

gboolean
jkb_log_end (JkbDb *db, GError **error)
{
  gboolean good = write_runs (db, error);

  jkb_log_cancel (db);
  return good;
}

void
jkb_log_cancel (JkbDb *db)
{
  db->log->batch = 0;
  for (guint i = 0; i < JKB_LOG_N_TABLES; i++)
    g_array_set_size (db->log->runs[i], 0);
}

gboolean
jkb_log_forget (JkbDb *db, GError **error)
{
  return drop_undone (db, error) && jkb_db_run (db, error, "DELETE FROM change_row", "");
}
