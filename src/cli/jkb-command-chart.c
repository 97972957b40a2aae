/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "charts/jkb-chart-draw.h"
#include "cli/jkb-case-options.h"
#include "cli/jkb-cli-casebook.h"
#include "cli/jkb-output.h"
#include "summary/jkb-case-chart.h"

#define PICTURE_WIDTH 900.0

static void
print_csv (const JkbChart *chart)
{
  g_autofree char *csv = jkb_chart_print_csv (chart);

  jkb_output_raw (csv);
}

static void
print_words (const JkbChart *chart)
{
  g_autofree char *words = jkb_chart_describe (chart);
  g_autofree char *clean = jkb_output_clean (words, FALSE);

  jkb_output_text ("%s%s", clean, g_str_has_suffix (clean, "\n") ? "" : "\n");
}

static gboolean
write_picture (const JkbChart *chart, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr(GError) error = NULL;

  if (jkb_chart_render_to_file (chart, path, PICTURE_WIDTH, 0, &jkb_chart_palette_light, FALSE,
                                &error))
    return TRUE;
  jkb_output_failure (name, error->message);
  return FALSE;
}

typedef struct
{
  JkbCaseOptions options;
  char *casebook;
  char *output;
  char *format;
} Typed;

static JkbExit
make_chart (JkbStore *store, JkbFold *fold, JkbCaseChart kind, const JkbFilter *filter,
            const Typed *typed)
{
  g_autoptr(JkbCases) cases = jkb_cli_load_cases (store, fold, filter);
  g_autoptr(JkbSelection) selection = NULL;
  g_autoptr(JkbChart) chart = NULL;

  if (cases == NULL)
    return JKB_EXIT_FAILED;
  selection
      = jkb_selection_new (cases, filter, (JkbOrder){ JKB_COLUMN_DATE, TRUE }, NULL, NULL);
  chart = jkb_case_chart_new (kind, selection);
  if (typed->output != NULL)
    return write_picture (chart, typed->output) ? JKB_EXIT_GOOD : JKB_EXIT_FAILED;
  if (g_strcmp0 (typed->format, "csv") == 0)
    print_csv (chart);
  else
    print_words (chart);
  return JKB_EXIT_GOOD;
}

static JkbExit
misuse_name (const JkbCommand *self, const char *name)
{
  g_autoptr(GString) names = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (name, -1);

  for (int kind = 0; kind < JKB_N_CASE_CHARTS; kind++)
    g_string_append_printf (names, "%s%s", kind > 0 ? ", " : "",
                            jkb_case_chart_nick ((JkbCaseChart) kind));
  /* Translators: a name that does not exist, and the list of those that do */
  return jkb_command_misuse (self, _("there is no chart “%s”, only %s"), valid, names->str);
}

static gboolean
is_format (const char *format)
{
  return format == NULL || g_str_equal (format, "text") || g_str_equal (format, "csv");
}

static JkbExit
run_typed (const JkbCommand *self, const char *name, const Typed *typed)
{
  int kind = jkb_case_chart_from_nick (name);
  g_autoptr(JkbFold) fold = NULL;
  g_autoptr(JkbFilter) filter = NULL;
  g_autoptr(JkbStore) store = NULL;
  JkbOrder order;
  JkbExit status;

  if (kind < 0)
    return misuse_name (self, name);
  if (!is_format (typed->format))
    return jkb_command_misuse (self, _("there is no format “%s”"), typed->format);
  fold = jkb_cli_load_fold ();
  if (fold == NULL)
    return JKB_EXIT_FAILED;
  status = jkb_case_options_read (&typed->options, self, fold, NULL, &filter, &order);
  if (status != JKB_EXIT_GOOD)
    return status;
  store = jkb_cli_open (typed->casebook, FALSE, TRUE);
  if (store == NULL)
    return JKB_EXIT_FAILED;
  status = make_chart (store, fold, (JkbCaseChart) kind, filter, typed);
  jkb_store_close (store);
  return status;
}

static JkbExit
run_chart (const JkbCommand *self, int argc, char **argv, const char *casebook)
{
  Typed typed = { .casebook = g_strdup (casebook) };
  GOptionEntry entries[JKB_CASE_OPTIONS_N + 3] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &typed.output,
      N_("File to write; its name ends in .svg, .png, .pdf or .csv"), N_("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &typed.format,
      N_("Without --output, print the numbers as text or csv"), N_("FORMAT") },
  };
  JkbExit status;

  jkb_case_options_init (&typed.options);
  jkb_case_options_add (&typed.options, entries, 2, FALSE);
  status = jkb_command_parse (self, entries, &argc, &argv, &typed.casebook);
  if (status == JKB_EXIT_GOOD && argc < 2)
    status = misuse_name (self, "");
  if (status == JKB_EXIT_GOOD && argc > 2)
    status = jkb_command_misuse (self, _("“%s” is too much"), argv[2]);
  if (status == JKB_EXIT_GOOD)
    status = run_typed (self, argv[1], &typed);
  jkb_case_options_clear (&typed.options);
  g_free (typed.casebook);
  g_free (typed.output);
  g_free (typed.format);
  return status;
}

const JkbCommand jkb_command_chart = {
  .name = "chart",
  .arguments = N_("NAME"),
  .summary = N_("Draw a chart: causes, affected, time, delay, data_items, sectors, top"),
  .examples = "jikenbo-cli chart causes --output=causes.svg\n"
              "jikenbo-cli chart affected --type=web_skimming --output=affected.png\n"
              "jikenbo-cli chart time --from=2022",
  .run = run_chart,
};
