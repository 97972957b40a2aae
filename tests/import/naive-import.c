/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "naive-import.h"

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#define PAGES_TOGETHER 1000

/* What a table of cases shows and is sorted by: the first value of each. */
static const char *const shown[] = { "organisation", "incident_type", "affected_people", "discovered" };

typedef struct
{
  sqlite3 *db;
  sqlite3_stmt *add_case;
  sqlite3_stmt *add_fact;
  sqlite3_stmt *add_text;
  const NaiveRule *rules;
  GPtrArray *regexes;
  GRegex *denial;
  int year;                             /* of the date before */
  char *first[G_N_ELEMENTS (shown)];
  guint n_facts;
} Naive;

static void
run (Naive *self, const char *sql)
{
  if (sqlite3_exec (self->db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (self->db));
}

static sqlite3_stmt *
prepare (Naive *self, const char *sql)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (self->db));
  return statement;
}

static void
finish_row (Naive *self, sqlite3_stmt *statement)
{
  if (sqlite3_step (statement) != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (self->db));
  sqlite3_reset (statement);
}

static void
append_text (const xmlNode *node, GString *text)
{
  for (; node != NULL; node = node->next)
    if (node->type == XML_TEXT_NODE)
      g_string_append (text, (const char *) node->content);
    else if (node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, "script") != 0
             && strcmp ((const char *) node->name, "style") != 0)
      {
        append_text (node->children, text);
        g_string_append_c (text, '\n');
      }
}

static char *
read_text (const char *page, gsize n_bytes)
{
  xmlDoc *document = htmlReadMemory (page, (int) n_bytes, NULL, "UTF-8",
                                     HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *normal = NULL;

  append_text (xmlDocGetRootElement (document), text);
  xmlFreeDoc (document);
  normal = g_utf8_normalize (text->str, (gssize) text->len, G_NORMALIZE_NFKC);
  return g_utf8_strdown (normal, -1);
}

/* ---- facts ---- */

static char *
read_figure (const GMatchInfo *match)
{
  g_autofree char *digits = g_match_info_fetch (match, 1);
  gint64 value = 0, part = 0;

  for (const char *p = digits; p != NULL && *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      part = part * 10 + g_ascii_digit_value (*p);
    else if (*p != ',' && value == 0)   /* the first byte of 万 */
      {
        value = part * 10000;
        part = 0;
      }
  return g_strdup_printf ("%" G_GINT64_FORMAT, value + part);
}

/* Of two alternatives the one that matched has the last groups. */
static char *
read_date (Naive *self, const GMatchInfo *match)
{
  int n = g_match_info_get_match_count (match);
  g_autofree char *year = g_match_info_fetch (match, n - 3);
  g_autofree char *month = g_match_info_fetch (match, n - 2);
  g_autofree char *day = g_match_info_fetch (match, n - 1);

  if (year != NULL && *year != '\0')
    self->year = atoi (year);
  return g_strdup_printf ("%04d-%02d-%02d", self->year, atoi (month), atoi (day));
}

static gboolean
is_denied (const Naive *self, const char *text)
{
  gsize n_line = strcspn (text, "\n");
  const char *stop = g_strstr_len (text, (gssize) n_line, "。");

  return g_regex_match_full (self->denial, text, stop != NULL ? stop - text : (gssize) n_line, 0, 0, NULL, NULL);
}

static char *
read_value (Naive *self, const NaiveRule *rule, const GMatchInfo *match)
{
  int begin, end;

  switch (rule->reading)
    {
    case NAIVE_DATE:
      return read_date (self, match);
    case NAIVE_FIGURE:
      return read_figure (match);
    case NAIVE_NAMED:
      return g_strdup (rule->value);
    case NAIVE_CLAIMED:
      g_match_info_fetch_pos (match, 0, &begin, &end);
      return is_denied (self, g_match_info_get_string (match) + end) ? NULL : g_strdup (rule->value);
    case NAIVE_PRINTED:
    default:
      return g_match_info_fetch (match, g_match_info_get_match_count (match) > 1 ? 1 : 0);
    }
}

static void
add_fact (Naive *self, gint64 id, const NaiveRule *rule, const GMatchInfo *match, char *value)
{
  int begin, end;

  g_match_info_fetch_pos (match, 0, &begin, &end);
  sqlite3_bind_int64 (self->add_fact, 1, id);
  sqlite3_bind_text (self->add_fact, 2, rule->field, -1, SQLITE_STATIC);
  sqlite3_bind_text (self->add_fact, 3, value, -1, SQLITE_STATIC);
  sqlite3_bind_int (self->add_fact, 4, begin);
  sqlite3_bind_int (self->add_fact, 5, end);
  finish_row (self, self->add_fact);
  self->n_facts++;
  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    if (self->first[i] == NULL && strcmp (shown[i], rule->field) == 0)
      self->first[i] = g_strdup (value);
}

static void
add_facts (Naive *self, gint64 id, guint index, const char *text)
{
  const NaiveRule *rule = &self->rules[index];
  gboolean is_done = FALSE;
  g_autoptr(GMatchInfo) match = NULL;

  g_regex_match (g_ptr_array_index (self->regexes, index), text, 0, &match);
  for (; !is_done && g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *value = read_value (self, rule, match);

      if (value != NULL)
        add_fact (self, id, rule, match, value);
      is_done = value != NULL && rule->value != NULL;
    }
}

static void
add_case (Naive *self, gint64 id, const char *path, const char *page, gsize n_bytes, const char *text)
{
  sqlite3_bind_int64 (self->add_case, 1, id);
  sqlite3_bind_text (self->add_case, 2, path, -1, SQLITE_STATIC);
  sqlite3_bind_blob (self->add_case, 3, page, (int) n_bytes, SQLITE_STATIC);
  sqlite3_bind_text (self->add_case, 4, text, -1, SQLITE_STATIC);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    sqlite3_bind_text (self->add_case, 5 + (int) i, self->first[i], -1, SQLITE_STATIC);
  finish_row (self, self->add_case);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    g_clear_pointer (&self->first[i], g_free);
}

static void
add_page (Naive *self, gint64 id, const char *path)
{
  g_autofree char *page = NULL;
  g_autofree char *text = NULL;
  gsize n_bytes;

  g_assert_true (g_file_get_contents (path, &page, &n_bytes, NULL));
  text = read_text (page, n_bytes);
  self->year = 0;
  for (guint i = 0; i < self->regexes->len; i++)
    add_facts (self, id, i, text);
  add_case (self, id, path, page, n_bytes, text);
  sqlite3_bind_int64 (self->add_text, 1, id);
  sqlite3_bind_text (self->add_text, 2, text, -1, SQLITE_STATIC);
  finish_row (self, self->add_text);
}

/* ---- all of it ---- */

static GRegex *
compile (const char *pattern)
{
  g_autoptr(GError) error = NULL;
  GRegex *regex = g_regex_new (pattern, G_REGEX_OPTIMIZE | G_REGEX_MULTILINE, 0, &error);

  g_assert_no_error (error);
  return regex;
}

static void
open_all (Naive *self, const char *path)
{
  if (sqlite3_open (path, &self->db) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (self->db));
  run (self, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
             "CREATE TABLE notice (id INTEGER PRIMARY KEY, name TEXT, page BLOB, text TEXT, organisation TEXT, type TEXT,"
             " people INTEGER, discovered TEXT);"
             "CREATE TABLE fact (id INTEGER PRIMARY KEY, notice INTEGER, field TEXT, value TEXT, begin INTEGER,"
             " end INTEGER);"
             "CREATE INDEX fact_of_notice ON fact (notice);"
             "CREATE INDEX notice_organisation ON notice (organisation); CREATE INDEX notice_type ON notice (type);"
             "CREATE INDEX notice_people ON notice (people); CREATE INDEX notice_discovered ON notice (discovered);"
             "CREATE VIRTUAL TABLE words USING fts5 (text, content = '', tokenize = 'trigram')");
  self->add_case = prepare (self, "INSERT INTO notice VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
  self->add_fact = prepare (self, "INSERT INTO fact (notice, field, value, begin, end) VALUES (?1, ?2, ?3, ?4, ?5)");
  self->add_text = prepare (self, "INSERT INTO words (rowid, text) VALUES (?1, ?2)");
  self->denial = compile ("ません|ておらず|ない|なかった");
  self->regexes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref);
  for (const NaiveRule *rule = self->rules; rule->field != NULL; rule++)
    g_ptr_array_add (self->regexes, compile (rule->pattern));
}

static void
close_all (Naive *self)
{
  sqlite3_finalize (self->add_case);
  sqlite3_finalize (self->add_fact);
  sqlite3_finalize (self->add_text);
  sqlite3_close (self->db);
  g_regex_unref (self->denial);
  g_ptr_array_unref (self->regexes);
}

guint
naive_import (const NaiveRule *rules, const char *folder, guint n_pages, const char *path)
{
  Naive self = { .rules = rules };

  open_all (&self, path);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *page = g_strdup_printf ("%s/%06u.html", folder, i);

      if (i % PAGES_TOGETHER == 0)
        run (&self, i > 0 ? "COMMIT; BEGIN" : "BEGIN");
      add_page (&self, i + 1, page);
    }
  run (&self, "COMMIT");
  close_all (&self);
  return self.n_facts;
}
