/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engines.h"

#include <gio/gio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

struct _Engine
{
  int kind;
  char *folder;
  GSubprocess *process;                 /* Groonga */
  GDataInputStream *answers;
  clockid_t clock;                      /* of its processor time */
  double idle_ms;                       /* what an answer takes that needs no search */
  sqlite3 *db;
  sqlite3_stmt *query;
  char *lines;                          /* ripgrep: a text a line */
};

const char *
engine_name (int kind)
{
  static const char *const names[N_ENGINES] = { "Groonga", "FTS5", "instr()", "ripgrep" };

  return names[kind];
}

/* ---- Groonga ---- */

static void
append_json (GString *out, const char *text)
{
  for (; *text != '\0'; text++)
    if (*text == '"' || *text == '\\')
      g_string_append_printf (out, "\\%c", *text);
    else if ((guchar) *text >= 0x20)
      g_string_append_c (out, *text);
    else
      g_string_append_c (out, ' ');
}

static double
get_groonga_ms (const Engine *self)
{
  struct timespec now;

  if (clock_gettime (self->clock, &now) != 0)
    g_error ("the processor time of groonga cannot be read");
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* Sends a command; the head of the answer has the seconds that it took. */
static char *
ask_groonga (Engine *self, const char *command, Spent *spent)
{
  double begin_ms = get_groonga_ms (self);
  GOutputStream *in = g_subprocess_get_stdin_pipe (self->process);
  char *answer;
  const char *p;

  if (!g_output_stream_write_all (in, command, strlen (command), NULL, NULL, NULL)
      || !g_output_stream_write_all (in, "\n", 1, NULL, NULL, NULL))
    g_error ("groonga is gone");
  answer = g_data_input_stream_read_line (self->answers, NULL, NULL, NULL);
  if (answer == NULL || !g_str_has_prefix (answer, "[[0,"))
    g_error ("groonga: %s", answer);
  p = strchr (answer + strlen ("[[0,"), ',');
  if (spent != NULL)
    *spent = (Spent){ g_ascii_strtod (p + 1, NULL) * 1000, MAX (get_groonga_ms (self) - begin_ms - self->idle_ms, 0) };
  return answer;
}

static double
measure_idle (Engine *self)
{
  double times[21];

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      Spent spent;

      g_free (ask_groonga (self, "cache_limit", &spent));
      times[i] = spent.cpu_ms;
    }
  return stopwatch_median (times, G_N_ELEMENTS (times));
}

static void
load_groonga (Engine *self, const Documents *documents)
{
  g_autoptr(GString) line = g_string_new (NULL);
  GOutputStream *in = g_subprocess_get_stdin_pipe (self->process);
  g_autofree char *answer = NULL;

  for (guint i = 0; i < documents->texts->len; i++)
    {
      g_string_printf (line, "%s{\"_key\":%u,\"date\":%d,\"body\":\"", i == 0 ? "load --table Docs\n[\n" : ",\n", i + 1,
                       g_array_index (documents->days, int, i));
      append_json (line, documents->texts->pdata[i]);
      g_string_append (line, "\"}");
      if (!g_output_stream_write_all (in, line->str, line->len, NULL, NULL, NULL))
        g_error ("groonga is gone");
    }
  answer = ask_groonga (self, "\n]", NULL);
}

static gboolean
open_groonga (Engine *self, const Documents *documents, Spent *build)
{
  static const char *const before[] = {
    "table_create Docs TABLE_HASH_KEY UInt32", "column_create Docs date COLUMN_SCALAR Int32",
    "column_create Docs body COLUMN_SCALAR Text",
    "table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram",
  };
  g_autofree char *program = g_find_program_in_path ("groonga");
  g_autofree char *path = g_build_filename (self->folder, "groonga", NULL);

  if (program == NULL)
    return FALSE;
  self->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, program, "-n",
                                    path, NULL);
  self->answers = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  if (clock_getcpuclockid (atoi (g_subprocess_get_identifier (self->process)), &self->clock) != 0)
    g_error ("groonga has no clock");
  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    g_free (ask_groonga (self, before[i], NULL));
  load_groonga (self, documents);
  g_free (ask_groonga (self, "column_create Terms idx COLUMN_INDEX|WITH_POSITION Docs body", build));
  self->idle_ms = measure_idle (self);
  return TRUE;
}

static gboolean
search_groonga (Engine *self, const char *word, guint *n, Spent *spent)
{
  g_autofree char *command
      = g_strdup_printf ("select Docs --filter 'body @ \"%s\"' --output_columns _key --sort_keys -date --limit 100"
                         " --match_escalation_threshold -1 --cache no", word);
  g_autofree char *answer = ask_groonga (self, command, spent);
  const char *count = strstr (answer, "[[[");

  *n = count != NULL ? (guint) strtoul (count + strlen ("[[["), NULL, 10) : 0;
  return TRUE;
}

/* ---- SQLite ---- */

static void
run (Engine *self, const char *sql)
{
  if (sqlite3_exec (self->db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (self->db));
}

static void
prepare (Engine *self, const char *sql)
{
  if (sqlite3_prepare_v2 (self->db, sql, -1, &self->query, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (self->db));
}

static void
load_sqlite (Engine *self, const Documents *documents)
{
  run (self, "PRAGMA journal_mode = OFF; PRAGMA mmap_size = 4294967296;"
             "CREATE TABLE doc (id INTEGER PRIMARY KEY, date INTEGER, body TEXT);"
             "CREATE INDEX doc_date ON doc (date); BEGIN");
  prepare (self, "INSERT INTO doc VALUES (?1, ?2, ?3)");
  for (guint i = 0; i < documents->texts->len; i++)
    {
      sqlite3_bind_int (self->query, 1, (int) i + 1);
      sqlite3_bind_int (self->query, 2, g_array_index (documents->days, int, i));
      sqlite3_bind_text (self->query, 3, documents->texts->pdata[i], -1, SQLITE_STATIC);
      sqlite3_step (self->query);
      sqlite3_reset (self->query);
    }
  g_clear_pointer (&self->query, sqlite3_finalize);
  run (self, "COMMIT");
}

static gboolean
open_sqlite (Engine *self, const Documents *documents, Spent *build)
{
  g_autofree char *path = g_build_filename (self->folder, "docs.sqlite3", NULL);
  Spent begin;

  if (sqlite3_open (path, &self->db) != SQLITE_OK)
    return FALSE;
  load_sqlite (self, documents);
  if (self->kind == ENGINE_INSTR)
    {
      prepare (self, "SELECT count (*) OVER (), id FROM doc WHERE instr (body, ?1) ORDER BY date DESC LIMIT 100");
      return TRUE;
    }
  begin = spent_now ();
  run (self, "CREATE VIRTUAL TABLE found USING fts5 (body, content = '', tokenize = 'trigram case_sensitive 1');"
             "INSERT INTO found (rowid, body) SELECT id, body FROM doc");
  *build = spent_since (begin);
  prepare (self, "SELECT count (*) OVER (), id FROM found JOIN doc ON doc.id = found.rowid WHERE found MATCH ?1"
                 " ORDER BY date DESC LIMIT 100");
  return TRUE;
}

static gboolean
search_sqlite (Engine *self, const char *word, guint *n, Spent *spent)
{
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", word);
  Spent begin = spent_now ();

  if (self->kind == ENGINE_FTS5 && g_utf8_strlen (word, -1) < 3)
    return FALSE;
  *n = 0;
  sqlite3_bind_text (self->query, 1, self->kind == ENGINE_FTS5 ? quoted : word, -1, SQLITE_TRANSIENT);
  while (sqlite3_step (self->query) == SQLITE_ROW)
    *n = (guint) sqlite3_column_int (self->query, 0);
  sqlite3_reset (self->query);
  *spent = spent_since (begin);
  return TRUE;
}

/* ---- ripgrep ---- */

static gboolean
open_ripgrep (Engine *self, const Documents *documents)
{
  g_autofree char *program = g_find_program_in_path ("rg");
  g_autoptr(GFile) file = NULL;
  g_autoptr(GFileOutputStream) raw = NULL;
  g_autoptr(GOutputStream) out = NULL;

  if (program == NULL)
    return FALSE;
  self->lines = g_build_filename (self->folder, "lines", NULL);
  file = g_file_new_for_path (self->lines);
  raw = g_file_create (file, G_FILE_CREATE_NONE, NULL, NULL);
  out = g_buffered_output_stream_new (G_OUTPUT_STREAM (raw));
  for (guint i = 0; i < documents->texts->len; i++)
    if (!g_output_stream_printf (out, NULL, NULL, NULL, "%s\n", (const char *) documents->texts->pdata[i]))
      g_error ("%s: cannot write", self->lines);
  return g_output_stream_close (out, NULL, NULL);
}

/* Of all programs that were started and are gone. */
static double
get_children_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

static gboolean
search_ripgrep (Engine *self, const char *word, guint *n, Spent *spent)
{
  double begin_ms = stopwatch_ms (), children_ms = get_children_ms ();
  g_autoptr(GSubprocess) process
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, "rg", "-j1", "-cF", "--", word, self->lines, NULL);
  g_autofree char *out = NULL;

  if (!g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, NULL))
    return FALSE;
  spent->wall_ms = stopwatch_ms () - begin_ms;
  if (!g_subprocess_wait (process, NULL, NULL))
    return FALSE;
  spent->cpu_ms = get_children_ms () - children_ms;
  *n = (guint) strtoul (out, NULL, 10);
  return TRUE;
}

/* ---- all ---- */

Engine *
engine_new (int kind, const Documents *documents, Spent *build)
{
  Engine *self = g_new0 (Engine, 1);
  gboolean good;

  self->kind = kind;
  self->folder = g_dir_make_tmp ("jikenbo-engine-XXXXXX", NULL);
  *build = (Spent){ 0, 0 };
  if (kind == ENGINE_GROONGA)
    good = open_groonga (self, documents, build);
  else if (kind == ENGINE_RIPGREP)
    good = open_ripgrep (self, documents);
  else
    good = open_sqlite (self, documents, build);
  if (good)
    return self;
  engine_free (self);
  return NULL;
}

gboolean
engine_search (Engine *self, const char *word, guint *n, Spent *spent)
{
  if (self->kind == ENGINE_GROONGA)
    return search_groonga (self, word, n, spent);
  if (self->kind == ENGINE_RIPGREP)
    return search_ripgrep (self, word, n, spent);
  return search_sqlite (self, word, n, spent);
}

void
engine_remove_folder (const char *folder)
{
  g_autoptr(GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, "rm", "-r", "--", folder, NULL);

  if (process != NULL)
    g_subprocess_wait (process, NULL, NULL);
}

void
engine_free (Engine *self)
{
  if (self == NULL)
    return;
  if (self->process != NULL)
    g_subprocess_force_exit (self->process);
  g_clear_object (&self->process);
  g_clear_object (&self->answers);
  sqlite3_finalize (self->query);
  sqlite3_close (self->db);
  engine_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->lines);
  g_free (self);
}
