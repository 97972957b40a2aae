/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli/jkb-case-options.h"
#include "cli/jkb-cli-casebook.h"
#include "cli/jkb-json.h"
#include "cli/jkb-output.h"
#include "cli/jkb-table.h"
#include "labels/jkb-labels.h"
#include "summary/jkb-filter-words.h"

/* What the cases are counted by, and what the counts are called in JSON. */
static const struct
{
  JkbAxis axis;
  JkbFacet facet;
  const char *name;
  int vocabulary;               /* -1: the values are no words */
} counted[] = {
  { JKB_AXIS_TYPE, JKB_FACET_TYPE, "types", JKB_WORDS_TYPE },
  { JKB_AXIS_STATUS, JKB_FACET_STATUS, "statuses", JKB_WORDS_STATUS },
  { JKB_AXIS_SECTOR, JKB_FACET_SECTOR, "sectors", JKB_WORDS_SECTOR },
  { JKB_AXIS_CIRCUMSTANCE, JKB_FACET_CIRCUMSTANCE, "circumstances", JKB_WORDS_CIRCUMSTANCE },
  { JKB_AXIS_DATA_ITEM, JKB_FACET_DATA_ITEM, "data_items", JKB_WORDS_DATA_ITEM },
  { JKB_AXIS_YEAR, JKB_FACET_TIME, "years", -1 },
};

/* The sum over cases whose number is known, and how many these are. */
typedef struct
{
  gint64 sum;
  guint n_known;
} People;

static People
add_people (const JkbSelection *selection)
{
  People people = { 0, 0 };

  for (guint i = 0; i < jkb_selection_n (selection); i++)
    {
      JkbCase found;

      jkb_selection_get (selection, i, &found);
      if (found.people == JKB_COUNT_UNKNOWN)
        continue;
      people.sum = people.sum <= G_MAXINT64 - found.people ? people.sum + found.people : G_MAXINT64;
      people.n_known++;
    }
  return people;
}

static void
print_tally (const JkbSelection *selection, gsize i)
{
  const JkbTableColumn columns[] = {
    { jkb_facet_label (counted[i].facet), FALSE, 0 },
    { _("Cases"), TRUE, 0 },
  };
  g_autoptr(JkbTable) table = jkb_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr(JkbTally) tally
      = jkb_selection_tally_inside (selection, counted[i].axis, JKB_AXIS_NONE);

  for (guint row = 0; row < tally->n_rows; row++)
    {
      guint n = jkb_tally_get (tally, row, 0);
      g_autofree char *label
          = jkb_axis_label (tally, counted[i].axis, tally->row_values[row]);
      g_autofree char *digits = g_strdup_printf ("%u", n);

      if (n == 0)
        continue;
      jkb_table_add (table, label);
      jkb_table_add (table, digits);
    }
  jkb_output_raw ("\n");
  jkb_table_print (table);
}

static void
print_casebook (const JkbStoreCounts *counts)
{
  const struct
  {
    const char *label;
    gint64 n;
  } lines[] = {
    { _("Cases in the casebook"), counts->incidents },
    { _("  of these bundled"), counts->bundled },
    { _("Cases in the bin"), counts->binned },
    { _("Notices"), counts->notices },
    { _("Sources"), counts->sources },
    { _("Items set aside"), counts->set_aside },
  };
  const JkbTableColumn columns[] = { { "", FALSE, 0 }, { "", TRUE, 0 } };
  g_autoptr(JkbTable) table = jkb_table_new (columns, G_N_ELEMENTS (columns));

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *number = jkb_label_number (lines[i].n);

      jkb_table_add (table, lines[i].label);
      jkb_table_add (table, number);
    }
  jkb_table_print (table);
}

static void
print_text (const JkbStoreCounts *counts, const JkbSelection *selection)
{
  People people = add_people (selection);
  g_autofree char *sum = jkb_label_count (people.sum, JKB_QUALIFIER_EXACT, FALSE);
  guint n_cases = jkb_selection_n (selection);

  jkb_output_text (ngettext ("%u case", "%u cases", n_cases), n_cases);
  jkb_output_raw ("\n");
  /* Translators: persons, e.g. “12,345 people”, and the number of cases that say how many */
  jkb_output_text (_("%s affected in the %u cases that say how many\n"), sum, people.n_known);
  print_casebook (counts);
  for (gsize i = 0; n_cases > 0 && i < G_N_ELEMENTS (counted); i++)
    print_tally (selection, i);
}

static char *
name_value (gsize i, int value)
{
  if (counted[i].vocabulary < 0)
    return value == 0 ? g_strdup ("unknown") : g_strdup_printf ("%d", value);
  if (value >= jkb_word_count ((JkbVocabulary) counted[i].vocabulary))
    return g_strdup ("none");
  return g_strdup (jkb_word_nick ((JkbVocabulary) counted[i].vocabulary, value));
}

static void
add_tally (JsonBuilder *json, const JkbSelection *selection, gsize i)
{
  g_autoptr(JkbTally) tally
      = jkb_selection_tally_inside (selection, counted[i].axis, JKB_AXIS_NONE);

  json_builder_set_member_name (json, counted[i].name);
  json_builder_begin_object (json);
  for (guint row = 0; row < tally->n_rows; row++)
    {
      g_autofree char *name = name_value (i, tally->row_values[row]);

      jkb_json_int (json, name, jkb_tally_get (tally, row, 0));
    }
  json_builder_end_object (json);
}

static void
print_json (const JkbStoreCounts *counts, const JkbSelection *selection)
{
  People people = add_people (selection);
  g_autoptr(JsonBuilder) json = json_builder_new ();
  g_autofree char *line = NULL;

  json_builder_begin_object (json);
  jkb_json_int (json, "cases", jkb_selection_n (selection));
  jkb_json_int (json, "affected_people_sum", people.sum);
  jkb_json_int (json, "cases_with_affected_people", people.n_known);
  json_builder_set_member_name (json, "casebook");
  json_builder_begin_object (json);
  jkb_json_int (json, "cases", counts->incidents);
  jkb_json_int (json, "bundled", counts->bundled);
  jkb_json_int (json, "binned", counts->binned);
  jkb_json_int (json, "notices", counts->notices);
  jkb_json_int (json, "repeated", counts->repeated);
  jkb_json_int (json, "set_aside", counts->set_aside);
  jkb_json_int (json, "sources", counts->sources);
  jkb_json_int (json, "facts", counts->facts);
  json_builder_end_object (json);
  for (gsize i = 0; i < G_N_ELEMENTS (counted); i++)
    add_tally (json, selection, i);
  json_builder_end_object (json);
  line = jkb_json_line (json);
  jkb_output_raw (line);
}

static JkbExit
print_stats (JkbStore *store, JkbFold *fold, const JkbFilter *filter, gboolean is_json)
{
  g_autoptr(JkbCases) cases = jkb_cli_load_cases (store, fold, filter);
  g_autoptr(JkbSelection) selection = NULL;
  g_autoptr(GError) error = NULL;
  JkbStoreCounts counts;

  if (cases == NULL)
    return JKB_EXIT_FAILED;
  if (!jkb_store_count (store, &counts, NULL, &error))
    {
      jkb_cli_say_failure (error);
      return JKB_EXIT_FAILED;
    }
  selection
      = jkb_selection_new (cases, filter, (JkbOrder){ JKB_COLUMN_DATE, TRUE }, NULL, NULL);
  if (is_json)
    print_json (&counts, selection);
  else
    print_text (&counts, selection);
  return JKB_EXIT_GOOD;
}

static JkbExit
run_typed (const JkbCommand *self, const JkbCaseOptions *options, const char *format,
           const char *casebook)
{
  g_autoptr(JkbFold) fold = NULL;
  g_autoptr(JkbFilter) filter = NULL;
  g_autoptr(JkbStore) store = NULL;
  gboolean is_json = g_strcmp0 (format, "json") == 0;
  JkbOrder order;
  JkbExit status;

  if (format != NULL && !is_json && !g_str_equal (format, "text"))
    return jkb_command_misuse (self, _("there is no format “%s”"), format);
  fold = jkb_cli_load_fold ();
  if (fold == NULL)
    return JKB_EXIT_FAILED;
  status = jkb_case_options_read (options, self, fold, NULL, &filter, &order);
  if (status != JKB_EXIT_GOOD)
    return status;
  store = jkb_cli_open (casebook, FALSE, TRUE);
  if (store == NULL)
    return JKB_EXIT_FAILED;
  status = print_stats (store, fold, filter, is_json);
  jkb_store_close (store);
  return status;
}

static JkbExit
run_stats (const JkbCommand *self, int argc, char **argv, const char *casebook)
{
  g_autofree char *path = g_strdup (casebook);
  g_autofree char *format = NULL;
  JkbCaseOptions options;
  GOptionEntry entries[JKB_CASE_OPTIONS_N + 2] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("What to print: text or json"),
      N_("FORMAT") },
  };
  JkbExit status;

  jkb_case_options_init (&options);
  jkb_case_options_add (&options, entries, 1, FALSE);
  status = jkb_command_parse (self, entries, &argc, &argv, &path);
  if (status == JKB_EXIT_GOOD && argc > 1)
    status = jkb_command_misuse (self, _("“%s” is too much"), argv[1]);
  if (status == JKB_EXIT_GOOD)
    status = run_typed (self, &options, format, path);
  jkb_case_options_clear (&options);
  return status;
}

const JkbCommand jkb_command_stats = {
  .name = "stats",
  .summary = N_("Count the cases by type, sector, year and more"),
  .examples = "jikenbo-cli stats\n"
              "jikenbo-cli stats --year=2024 --format=json",
  .run = run_stats,
};
