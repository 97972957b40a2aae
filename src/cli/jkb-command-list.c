/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `list`, `search` and `export`: cases chosen, ordered, and printed as a table, CSV or JSON.
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/jkb-case-options.h"
#include "cli/jkb-cli-casebook.h"
#include "cli/jkb-incident-fields.h"
#include "cli/jkb-json.h"
#include "cli/jkb-output.h"
#include "cli/jkb-table.h"
#include "labels/jkb-labels.h"

typedef gboolean (*Printer) (JkbStore *store, const JkbSelection *selection, guint n);

static void
add_row (JkbTable *table, const JkbCase *found)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, found->id);
  g_autofree char *date = jkb_date_to_string (found->date);
  g_autofree char *people
      = found->people != JKB_COUNT_UNKNOWN ? jkb_label_number (found->people) : NULL;

  jkb_table_add (table, id);
  jkb_table_add (table, found->key);
  jkb_table_add (table, date);
  jkb_table_add (table, found->organisation);
  jkb_table_add (table, jkb_label (JKB_WORDS_TYPE, (int) found->type));
  /* Unknown is not 0, and neither is it an empty cell. */
  jkb_table_add (table, people != NULL ? people : C_("count", "unknown"));
  jkb_table_add (table, found->title != NULL ? found->title : found->cause);
}

static gboolean
print_table (JkbStore *store, const JkbSelection *selection, guint n)
{
  const JkbTableColumn columns[] = {
    { C_("column", "No."), TRUE, 0 },  { C_("column", "Serial"), FALSE, 20 },
    { C_("column", "Date"), FALSE, 0 }, { C_("column", "Organisation"), FALSE, 36 },
    { C_("column", "Type"), FALSE, 28 }, { C_("column", "People"), TRUE, 0 },
    { C_("column", "Title or cause"), FALSE, 60 },
  };
  g_autoptr(JkbTable) table = jkb_table_new (columns, G_N_ELEMENTS (columns));
  guint n_cases = jkb_selection_n (selection);

  for (guint i = 0; i < n; i++)
    {
      JkbCase found;

      jkb_selection_get (selection, i, &found);
      add_row (table, &found);
    }
  if (n > 0)
    jkb_table_print (table);
  if (n < n_cases)
    /* Translators: how many cases are listed of how many */
    jkb_output_text (ngettext ("%u of %u case", "%u of %u cases", n_cases), n, n_cases);
  else
    jkb_output_text (ngettext ("%u case", "%u cases", n_cases), n_cases);
  jkb_output_raw ("\n");
  return TRUE;
}

/* All incidents by number; the order is that of the selection. */
static GHashTable *
load_incidents (JkbStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) incidents = jkb_store_load_incidents (store, NULL, 0, NULL, &error);
  GHashTable *by_id;

  if (incidents == NULL)
    {
      jkb_cli_say_failure (error);
      return NULL;
    }
  by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                 (GDestroyNotify) jkb_incident_free);
  g_ptr_array_set_free_func (incidents, NULL);
  for (guint i = 0; i < incidents->len; i++)
    {
      JkbIncident *incident = g_ptr_array_index (incidents, i);

      g_hash_table_insert (by_id, &incident->id, incident);
    }
  return by_id;
}

static const JkbIncident *
get_incident (GHashTable *by_id, const JkbSelection *selection, guint position)
{
  gint64 id = jkb_selection_get_id (selection, position);

  return g_hash_table_lookup (by_id, &id);
}

static gboolean
print_csv (JkbStore *store, const JkbSelection *selection, guint n)
{
  g_autoptr(GHashTable) by_id = load_incidents (store);
  g_autoptr(GString) csv = g_string_new (NULL);

  if (by_id == NULL)
    return FALSE;
  jkb_incident_csv_header (csv);
  for (guint i = 0; i < n; i++)
    {
      const JkbIncident *incident = get_incident (by_id, selection, i);

      if (incident != NULL)
        jkb_incident_csv (csv, incident);
      jkb_output_raw (csv->str);
      g_string_truncate (csv, 0);
    }
  jkb_output_raw (csv->str);
  return TRUE;
}

static void
print_object (const JkbIncident *incident, gboolean is_last)
{
  g_autoptr(JsonBuilder) json = json_builder_new ();
  g_autofree char *line = NULL;

  json_builder_begin_object (json);
  jkb_incident_json (json, incident);
  json_builder_end_object (json);
  line = g_strchomp (jkb_json_line (json));
  jkb_output_raw (line);
  jkb_output_raw (is_last ? "\n" : ",\n");
}

static gboolean
print_json (JkbStore *store, const JkbSelection *selection, guint n)
{
  g_autoptr(GHashTable) by_id = load_incidents (store);
  const JkbIncident *next = NULL;

  if (by_id == NULL)
    return FALSE;
  jkb_output_raw ("[\n");
  for (guint i = 0; i < n; i++)
    {
      const JkbIncident *incident = get_incident (by_id, selection, i);

      if (incident != NULL && next != NULL)
        print_object (next, FALSE);
      if (incident != NULL)
        next = incident;
    }
  if (next != NULL)
    print_object (next, TRUE);
  jkb_output_raw ("]\n");
  return TRUE;
}

static Printer
find_printer (const char *format)
{
  if (g_str_equal (format, "table"))
    return print_table;
  if (g_str_equal (format, "csv"))
    return print_csv;
  return g_str_equal (format, "json") ? print_json : NULL;
}

static JkbExit
print_selection (JkbStore *store, JkbFold *fold, const JkbFilter *filter, JkbOrder order, int limit,
                 Printer print)
{
  g_autoptr(JkbCases) cases = jkb_cli_load_cases (store, fold, filter);
  g_autoptr(JkbSelection) selection = NULL;
  guint n;

  if (cases == NULL)
    return JKB_EXIT_FAILED;
  selection = jkb_selection_new (cases, filter, order, NULL, NULL);
  n = jkb_selection_n (selection);
  if (limit >= 0)
    n = MIN (n, (guint) limit);
  return print (store, selection, n) ? JKB_EXIT_GOOD : JKB_EXIT_FAILED;
}

/* The words of the search line: several arguments are joined as they would be typed. */
static char *
join_words (int argc, char **argv)
{
  GString *line = g_string_new (NULL);

  for (int i = 1; i < argc; i++)
    {
      g_autofree char *word = jkb_command_utf8 (argv[i]);

      if (word == NULL)
        {
          g_string_free (line, TRUE);
          return NULL;
        }
      g_string_append_printf (line, "%s%s", i > 1 ? " " : "", word);
    }
  return g_string_free (line, FALSE);
}

typedef struct
{
  JkbCaseOptions options;
  const char *usual_format;
  char *format;
  char *casebook;
} Typed;

static void
clear_typed (Typed *typed)
{
  jkb_case_options_clear (&typed->options);
  g_free (typed->format);
  g_free (typed->casebook);
}

static JkbExit
run_typed (const JkbCommand *self, Typed *typed, const char *words)
{
  Printer print = find_printer (typed->format != NULL ? typed->format : typed->usual_format);
  g_autoptr(JkbFold) fold = NULL;
  g_autoptr(JkbFilter) filter = NULL;
  g_autoptr(JkbStore) store = NULL;
  JkbOrder order;
  JkbExit status;

  if (print == NULL)
    return jkb_command_misuse (self, _("there is no format “%s”"), typed->format);
  fold = jkb_cli_load_fold ();
  if (fold == NULL)
    return JKB_EXIT_FAILED;
  status = jkb_case_options_read (&typed->options, self, fold, words, &filter, &order);
  if (status != JKB_EXIT_GOOD)
    return status;
  store = jkb_cli_open (typed->casebook, FALSE, TRUE);
  if (store == NULL)
    return JKB_EXIT_FAILED;
  status = print_selection (store, fold, filter, order, typed->options.limit, print);
  jkb_store_close (store);
  return status;
}

static JkbExit
parse_typed (const JkbCommand *self, int *argc, char ***argv, const char *casebook,
             const char *format, Typed *typed)
{
  GOptionEntry entries[JKB_CASE_OPTIONS_N + 2] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &typed->format, N_("What to print: table, csv or json"),
      N_("FORMAT") },
  };

  jkb_case_options_init (&typed->options);
  typed->usual_format = format;
  typed->format = NULL;
  typed->casebook = g_strdup (casebook);
  jkb_case_options_add (&typed->options, entries, 1, TRUE);
  return jkb_command_parse (self, entries, argc, argv, &typed->casebook);
}

static JkbExit
run_with_format (const JkbCommand *self, int argc, char **argv, const char *casebook,
                 const char *format)
{
  Typed typed;
  JkbExit status = parse_typed (self, &argc, &argv, casebook, format, &typed);

  if (status == JKB_EXIT_GOOD && argc > 1)
    status = jkb_command_misuse (self, _("“%s” is too much"), argv[1]);
  if (status == JKB_EXIT_GOOD)
    status = run_typed (self, &typed, NULL);
  clear_typed (&typed);
  return status;
}

static JkbExit
run_list (const JkbCommand *self, int argc, char **argv, const char *casebook)
{
  return run_with_format (self, argc, argv, casebook, "table");
}

static JkbExit
run_export (const JkbCommand *self, int argc, char **argv, const char *casebook)
{
  return run_with_format (self, argc, argv, casebook, "csv");
}

static JkbExit
run_search (const JkbCommand *self, int argc, char **argv, const char *casebook)
{
  Typed typed;
  JkbExit status = parse_typed (self, &argc, &argv, casebook, "table", &typed);
  g_autofree char *words = status == JKB_EXIT_GOOD ? join_words (argc, argv) : NULL;

  if (status == JKB_EXIT_GOOD && words == NULL)
    status = jkb_command_misuse (self, "%s", _("the words are in no known encoding"));
  if (status == JKB_EXIT_GOOD && argc < 2)
    status = jkb_command_misuse (self, "%s", _("words are missing"));
  if (status == JKB_EXIT_GOOD)
    status = run_typed (self, &typed, words);
  clear_typed (&typed);
  return status;
}

const JkbCommand jkb_command_list = {
  .name = "list",
  .arguments = NULL,
  .summary = N_("List the cases"),
  .examples = "jikenbo-cli list --limit=20\n"
              "jikenbo-cli list --type=misdelivery,lost_media_device --from=2024-01\n"
              "jikenbo-cli list --sector=education --sort=-people --format=csv",
  .run = run_list,
};

const JkbCommand jkb_command_search = {
  .name = "search",
  .arguments = N_("WORDS"),
  .summary = N_("List the cases in which all words are found"),
  .has_minus_words = TRUE,
  .examples = "jikenbo-cli search 紛失\n"
              "jikenbo-cli search '\"個人情報\" -メール people:>1000'\n"
              "jikenbo-cli search --sector=healthcare --format=json ランサムウェア",
  .run = run_search,
};

const JkbCommand jkb_command_export = {
  .name = "export",
  .arguments = NULL,
  .summary = N_("Print all that is known of the cases, for other programs"),
  .examples = "jikenbo-cli export > cases.csv\n"
              "jikenbo-cli export --format=json --type=web_skimming > cases.json",
  .run = run_export,
};
