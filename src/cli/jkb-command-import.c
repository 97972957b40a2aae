/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "cli/jkb-cli-casebook.h"
#include "cli/jkb-output.h"
#include "import/jkb-import.h"
#include "labels/jkb-label-change.h"
#include "labels/jkb-labels.h"

static const char *
label_outcome (JkbOutcome outcome)
{
  switch (outcome)
    {
    case JKB_OUTCOME_NEW:
      return C_("import", "new");
    case JKB_OUTCOME_BUNDLED:
      return C_("import", "bundled case");
    case JKB_OUTCOME_KNOWN:
      return C_("import", "known");
    case JKB_OUTCOME_SAME_NOTICE:
      return C_("import", "same notice");
    case JKB_OUTCOME_FOLLOW_UP:
      return C_("import", "further report");
    case JKB_OUTCOME_IN_BIN:
      return C_("import", "in the bin");
    case JKB_OUTCOME_SET_ASIDE:
    case JKB_N_OUTCOMES:
    default:
      return C_("import", "set aside");
    }
}

static void
print_item (const JkbImportItem *item)
{
  const char *organisation = item->organisation != NULL ? item->organisation : "";
  const char *heading = item->set_aside_reason != NULL
                            ? jkb_label_set_aside_reason (item->set_aside_reason)
                            : organisation;
  g_autofree char *what = jkb_output_clean (heading, TRUE);
  g_autofree char *title = jkb_output_clean (item->title != NULL ? item->title : "", TRUE);
  g_autofree char *id = item->incident_id > 0
                            ? g_strdup_printf ("%" G_GINT64_FORMAT, item->incident_id)
                            : g_strdup ("");
  const char *outcome = label_outcome (item->outcome);
  int padding = MAX (0, 14 - (int) jkb_output_width (outcome));

  jkb_output_text ("  %s%*s %6s  %s%s%s\n", outcome, padding, "", id, what,
                   *what != '\0' && *title != '\0' ? "  " : "", title);
  for (guint i = 0; item->changes != NULL && i < item->changes->len; i++)
    {
      g_autofree char *words = jkb_label_change (g_ptr_array_index (item->changes, i));
      g_autofree char *line = jkb_output_clean (words, TRUE);

      jkb_output_text ("%*s%s\n", 24, "", line);
    }
}

static void
print_entry (const JkbImportEntry *entry)
{
  g_autofree char *name = jkb_output_clean (entry->name, TRUE);

  if (entry->error != NULL)
    {
      g_autofree char *line = jkb_import_report_failure (entry);

      jkb_output_failure (NULL, line);
      return;
    }
  jkb_output_text ("%s\n", name);
  for (guint i = 0; i < entry->items->len; i++)
    print_item (g_ptr_array_index (entry->items, i));
  for (guint i = 0; i < entry->notes->len; i++)
    jkb_output_failure (entry->name, g_ptr_array_index (entry->notes, i));
}

static void
print_report (const JkbImportReport *report)
{
  guint n_known = report->n_outcomes[JKB_OUTCOME_KNOWN]
                  + report->n_outcomes[JKB_OUTCOME_SAME_NOTICE]
                  + report->n_outcomes[JKB_OUTCOME_IN_BIN];

  for (guint i = 0; i < report->entries->len; i++)
    print_entry (g_ptr_array_index (report->entries, i));
  if (report->n_outcomes[JKB_OUTCOME_BUNDLED] > 0)
    jkb_output_text (ngettext ("%u notice of a bundled case\n", "%u notices of bundled cases\n",
                               report->n_outcomes[JKB_OUTCOME_BUNDLED]),
                     report->n_outcomes[JKB_OUTCOME_BUNDLED]);
  if (report->n_outcomes[JKB_OUTCOME_FOLLOW_UP] > 0)
    jkb_output_text (ngettext ("%u further report of a known incident\n", "%u further reports of known incidents\n",
                               report->n_outcomes[JKB_OUTCOME_FOLLOW_UP]),
                     report->n_outcomes[JKB_OUTCOME_FOLLOW_UP]);
  /* Translators: numbers of items, then of files */
  jkb_output_text (_("%u new, %u known, %u set aside, %u not read\n"),
                   report->n_outcomes[JKB_OUTCOME_NEW], n_known,
                   report->n_outcomes[JKB_OUTCOME_SET_ASIDE], report->n_failed);
}

static void
on_progress_made_cb (const JkbImportProgress *progress, gpointer user_data)
{
  g_autofree char *text = g_strdup_printf ("\r%u/%u", progress->n_done, progress->n_found);

  if (write (STDERR_FILENO, text, strlen (text)) < 0)
    return;
}

static gboolean
import_paths (JkbStore *store, const JkbExtractor *extractor, int argc, char **argv)
{
  g_autoptr(JkbImportInputs) inputs = jkb_import_inputs_new ();
  g_autoptr(JkbImportReport) report = NULL;
  g_autoptr(GError) error = NULL;
  gboolean is_shown = isatty (STDERR_FILENO);
  gboolean is_good;

  for (int i = 1; i < argc; i++)
    jkb_import_inputs_add_path (inputs, argv[i]);
  is_good = jkb_import_run (store, extractor, inputs, is_shown ? on_progress_made_cb : NULL, NULL,
                            &report, NULL, &error);
  if (is_shown)
    jkb_output_failure (NULL, "");
  if (report != NULL)
    print_report (report);
  if (!is_good)
    jkb_cli_say_failure (error);
  return is_good && report->n_failed == 0;
}

static JkbExit
run_import (const JkbCommand *self, int argc, char **argv, const char *casebook)
{
  g_autofree char *path = g_strdup (casebook);
  gboolean without_bundled = FALSE;
  const GOptionEntry entries[] = {
    { "no-bundled", 0, 0, G_OPTION_ARG_NONE, &without_bundled,
      N_("A new casebook starts empty, without the cases that come with the program"), NULL },
    { NULL },
  };
  JkbExit status = jkb_command_parse (self, entries, &argc, &argv, &path);
  g_autoptr(JkbExtractor) extractor = NULL;
  g_autoptr(JkbStore) store = NULL;
  g_autoptr(GError) error = NULL;

  if (status != JKB_EXIT_GOOD)
    return status;
  if (argc < 2)
    return jkb_command_misuse (self, "%s", _("a file is missing"));
  extractor = jkb_extractor_new (NULL, &error);
  if (extractor == NULL)
    {
      jkb_output_failure (NULL, error->message);
      return JKB_EXIT_FAILED;
    }
  store = jkb_cli_open (path, TRUE, !without_bundled);
  if (store == NULL)
    return JKB_EXIT_FAILED;
  if (!import_paths (store, extractor, argc, argv))
    status = JKB_EXIT_FAILED;
  jkb_cli_keep_index (store);
  jkb_store_close (store);
  return status;
}

const JkbCommand jkb_command_import = {
  .name = "import",
  .arguments = N_("PATH…"),
  .summary = N_("Read files and folders into the casebook; safe to repeat"),
  .examples = "jikenbo-cli import notice.txt notice.html\n"
              "jikenbo-cli --casebook=my.sqlite3 import --no-bundled notices\n"
              "cat notice.txt | jikenbo-cli import -",
  .run = run_import,
};
