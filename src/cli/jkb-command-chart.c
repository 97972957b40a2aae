/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "charts/jkb-chart-draw.h"
#include "cli/jkb-case-options.h"
#include "cli/jkb-cli-casebook.h"
#include "cli/jkb-output.h"
#include "summary/jkb-case-chart.h"

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

  if (jkb_chart_render_to_file (chart, path, JKB_CHART_FILE_WIDTH, 0, &jkb_chart_palette_light, FALSE,
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
  char *scheme;
  char *published;
  char *against;
  char *by;
} Typed;

/* ---- which chart ---- */

static JkbChart *
make_in_scheme (const JkbSelection *selection, const Typed *typed, GError **error)
{
  g_autoptr(JkbScheme) scheme = jkb_scheme_load (typed->scheme, error);
  g_autoptr(JkbPublished) published = NULL;
  g_autofree char *period = NULL;

  if (scheme == NULL)
    return NULL;
  if (typed->published == NULL)
    return jkb_case_chart_new_causes (selection, scheme);
  published = jkb_published_load (scheme, typed->published, &period, error);
  return published != NULL ? jkb_case_chart_new_beside (selection, scheme, published, period)
                           : NULL;
}

static JkbSelection *
choose_cases (JkbCases *cases, const JkbFilter *filter)
{
  return jkb_selection_new (cases, filter, (JkbOrder){ JKB_COLUMN_DATE, TRUE }, NULL, NULL);
}

static JkbChart *
make_compared (JkbCaseChart kind, const JkbSelection *selection, const JkbFilter *against,
               const Typed *typed, GError **error)
{
  g_autoptr(JkbSelection) other = choose_cases (jkb_selection_get_cases (selection), against);
  g_autoptr(JkbScheme) scheme = typed->scheme != NULL ? jkb_scheme_load (typed->scheme, error) : NULL;

  if (typed->scheme != NULL && scheme == NULL)
    return NULL;
  return jkb_case_chart_new_compare (kind, scheme, selection, other);
}

static JkbChart *
make_kind (JkbCaseChart kind, const JkbSelection *selection, const JkbFilter *against,
           const Typed *typed, GError **error)
{
  JkbCaseZoom zoom = g_strcmp0 (typed->by, "year") == 0 ? JKB_CASE_ZOOM_YEARS : JKB_CASE_ZOOM_MONTHS;

  if (against != NULL)
    return make_compared (kind, selection, against, typed, error);
  if (typed->by != NULL)
    return jkb_case_chart_new_time (selection, &zoom);
  if (kind == JKB_CASE_CHART_CAUSES && typed->scheme != NULL)
    return make_in_scheme (selection, typed, error);
  return jkb_case_chart_new (kind, selection);
}

static JkbExit
make_chart (JkbStore *store, JkbFold *fold, JkbCaseChart kind, const JkbFilter *filter,
            const JkbFilter *against, const Typed *typed)
{
  g_autoptr(JkbCases) cases = jkb_cli_load_cases (store, fold, filter);
  g_autoptr(JkbSelection) selection = NULL;
  g_autoptr(JkbChart) chart = NULL;
  g_autoptr(GError) error = NULL;

  if (cases == NULL)
    return JKB_EXIT_FAILED;
  selection = choose_cases (cases, filter);
  chart = make_kind (kind, selection, against, typed, &error);
  if (chart == NULL)
    {
      jkb_output_failure (typed->scheme, error->message);
      return JKB_EXIT_FAILED;
    }
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

/* The other filter of a comparison: the same options, in one argument. */
static JkbExit
read_against (const JkbCommand *self, const char *typed, JkbFold *fold, JkbFilter **against)
{
  JkbCaseOptions options;
  GOptionEntry entries[JKB_CASE_OPTIONS_N + 1];
  g_autofree char *line = g_strconcat ("against ", typed, NULL);
  g_auto(GStrv) words = NULL;
  g_autofree char **argv = NULL;
  g_autofree char *casebook = NULL;
  JkbOrder order;
  JkbExit status;
  int argc;

  if (!g_shell_parse_argv (line, &argc, &words, NULL))
    return jkb_command_misuse (self, _("“%s” cannot be understood"), typed);
  argv = g_memdup2 (words, ((gsize) argc + 1) * sizeof (char *));
  jkb_case_options_init (&options);
  jkb_case_options_add (&options, entries, 0, FALSE);
  status = jkb_command_parse (self, entries, &argc, &argv, &casebook);
  if (status == JKB_EXIT_GOOD && argc > 1)
    status = jkb_command_misuse (self, _("“%s” is too much"), argv[1]);
  if (status == JKB_EXIT_GOOD)
    status = jkb_case_options_read (&options, self, fold, NULL, against, &order);
  jkb_case_options_clear (&options);
  return status;
}

static gboolean
is_scheme (const char *scheme)
{
  return scheme == NULL || g_strv_contains (JKB_SCHEME_NAMES, scheme);
}

static gboolean
is_period (const char *period)
{
  return period == NULL || g_str_equal (period, "month") || g_str_equal (period, "year");
}

static JkbExit
run_typed (const JkbCommand *self, const char *name, const Typed *typed)
{
  int kind = jkb_case_chart_from_nick (name);
  g_autoptr(JkbFold) fold = NULL;
  g_autoptr(JkbFilter) filter = NULL;
  g_autoptr(JkbFilter) against = NULL;
  g_autoptr(JkbStore) store = NULL;
  JkbOrder order;
  JkbExit status;

  if (kind < 0)
    return misuse_name (self, name);
  if (!is_format (typed->format))
    return jkb_command_misuse (self, _("there is no format “%s”"), typed->format);
  if (!is_scheme (typed->scheme))
    return jkb_command_misuse (self, _("there is no classification “%s”"), typed->scheme);
  if (typed->scheme != NULL && kind != JKB_CASE_CHART_CAUSES)
    return jkb_command_misuse (self, _("only the chart “%s” can do that"), "causes");
  if (typed->by != NULL && kind != JKB_CASE_CHART_TIME)
    return jkb_command_misuse (self, _("only the chart “%s” can do that"), "time");
  if (!is_period (typed->by))
    return jkb_command_misuse (self, _("“%s” is neither month nor year"), typed->by);
  if (typed->published != NULL && (typed->scheme == NULL || typed->against != NULL))
    return jkb_command_misuse (self, _("--published needs --scheme, and goes without --against"));
  if (typed->by != NULL && typed->against != NULL)
    return jkb_command_misuse (self, _("--by goes without --against: years are compared"));
  if (typed->against != NULL && !jkb_case_chart_can_compare ((JkbCaseChart) kind))
    return jkb_command_misuse (self, _("the chart “%s” cannot do that"), name);
  fold = jkb_cli_load_fold ();
  if (fold == NULL)
    return JKB_EXIT_FAILED;
  status = jkb_case_options_read (&typed->options, self, fold, NULL, &filter, &order);
  if (status == JKB_EXIT_GOOD && typed->against != NULL)
    status = read_against (self, typed->against, fold, &against);
  if (status != JKB_EXIT_GOOD)
    return status;
  store = jkb_cli_open (typed->casebook, FALSE, TRUE);
  if (store == NULL)
    return JKB_EXIT_FAILED;
  status = make_chart (store, fold, (JkbCaseChart) kind, filter, against, typed);
  jkb_store_close (store);
  return status;
}

static JkbExit
run_chart (const JkbCommand *self, int argc, char **argv, const char *casebook)
{
  Typed typed = { .casebook = g_strdup (casebook) };
  GOptionEntry entries[JKB_CASE_OPTIONS_N + 7] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &typed.output,
      N_("File to write; its name ends in .svg, .png, .pdf or .csv"), N_("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &typed.format,
      N_("Without --output, print the numbers as text or csv"), N_("FORMAT") },
    { "scheme", 0, 0, G_OPTION_ARG_STRING, &typed.scheme,
      N_("Causes as classified by jnsa, tsr, ppc, jipdec or veris"), N_("NAME") },
    { "published", 0, 0, G_OPTION_ARG_STRING, &typed.published,
      N_("With --scheme: beside what its publisher counted in that year"), N_("YEAR") },
    { "against", 0, 0, G_OPTION_ARG_STRING, &typed.against,
      N_("Shares beside those of another filter, e.g. “--sector=education”"), N_("OPTIONS") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &typed.by,
      N_("The chart over time by month or by year"), N_("PERIOD") },
  };
  JkbExit status;

  jkb_case_options_init (&typed.options);
  jkb_case_options_add (&typed.options, entries, 6, FALSE);
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
  g_free (typed.scheme);
  g_free (typed.published);
  g_free (typed.against);
  g_free (typed.by);
  return status;
}

const JkbCommand jkb_command_chart = {
  .name = "chart",
  .arguments = N_("NAME"),
  .summary = N_("Draw a chart: causes, affected, time, delay, data_items, sectors, top"),
  .examples = "jikenbo-cli chart causes --output=causes.svg\n"
              "jikenbo-cli chart affected --type=web_skimming --output=affected.png\n"
              "jikenbo-cli chart causes --scheme=tsr --published=2024\n"
              "jikenbo-cli chart causes --from=2023 --to=2023 --against=--from=2024\n"
              "jikenbo-cli chart data_items --sector=education --against=--sector=healthcare\n"
              "jikenbo-cli chart time --from=2022 --by=month",
  .run = run_chart,
};
