/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/jkb-case-json.h"
#include "cli/jkb-case-report.h"
#include "cli/jkb-cli-casebook.h"
#include "cli/jkb-output.h"
#include "core/jkb-count.h"

/* Adds the numbers of the cases whose key folds to @folded. */
static void
find_keys (const GPtrArray *incidents, const JkbFold *fold, const char *folded, GArray *ids)
{
  for (guint i = 0; i < incidents->len; i++)
    {
      const JkbIncident *incident = g_ptr_array_index (incidents, i);
      g_autofree char *key
          = incident->key != NULL ? jkb_fold_string (fold, incident->key) : g_strdup ("");

      if (strcmp (key, folded) == 0)
        g_array_append_val (ids, incident->id);
    }
}

static gboolean
find_by_key (JkbStore *store, const char *word, GArray *ids)
{
  g_autoptr(JkbFold) fold = jkb_cli_load_fold ();
  g_autofree char *folded = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) incidents = NULL;

  if (fold == NULL)
    return FALSE;
  incidents = jkb_store_load_incidents (store, NULL, 0, NULL, &error);
  if (incidents == NULL)
    {
      jkb_cli_say_failure (error);
      return FALSE;
    }
  folded = jkb_fold_string (fold, word);
  if (*folded != '\0')
    find_keys (incidents, fold, folded, ids);
  return TRUE;
}

/* A number is a case; anything else, or a number that no case has, is a serial. */
static gboolean
find_case (JkbStore *store, const char *word, JkbCaseFile **found)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) error = NULL;
  gint64 id;

  if (jkb_count_parse (word, &id) && !jkb_store_load_case (store, id, found, NULL, &error))
    {
      jkb_cli_say_failure (error);
      return FALSE;
    }
  if (*found != NULL)
    return TRUE;
  if (!find_by_key (store, word, ids))
    return FALSE;
  if (ids->len == 1
      && !jkb_store_load_case (store, g_array_index (ids, gint64, 0), found, NULL, &error))
    jkb_cli_say_failure (error);
  else if (ids->len == 0)
    jkb_output_failure (word, _("there is no such case"));
  for (guint i = 0; ids->len > 1 && i < ids->len; i++)
    {
      char text[JKB_COUNT_TEXT_MAX];
      g_autofree char *line
          /* Translators: %s is the number of a case; several cases have the same serial */
          = g_strdup_printf (_("several cases have this serial; one is number %s"),
                             jkb_count_print (g_array_index (ids, gint64, i), text));

      jkb_output_failure (word, line);
    }
  return *found != NULL;
}

typedef char *(*Writer) (const JkbCaseFile *file);

static Writer
find_writer (const char *format)
{
  if (format == NULL || g_str_equal (format, "text"))
    return jkb_case_report;
  return g_str_equal (format, "json") ? jkb_case_json : NULL;
}

static JkbExit
show_case (JkbStore *store, const char *word, Writer write)
{
  g_autoptr(JkbCaseFile) file = NULL;
  g_autofree char *text = NULL;

  if (!find_case (store, word, &file))
    return JKB_EXIT_FAILED;
  text = write (file);
  jkb_output_raw (text);
  return JKB_EXIT_GOOD;
}

static JkbExit
run_show (const JkbCommand *self, int argc, char **argv, const char *casebook)
{
  g_autofree char *path = g_strdup (casebook);
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("What to print: text or json"),
      N_("FORMAT") },
    { NULL },
  };
  JkbExit status = jkb_command_parse (self, entries, &argc, &argv, &path);
  Writer write = find_writer (format);
  g_autoptr(JkbStore) store = NULL;

  if (status != JKB_EXIT_GOOD)
    return status;
  if (write == NULL)
    return jkb_command_misuse (self, _("there is no format “%s”"), format);
  if (argc < 2)
    return jkb_command_misuse (self, "%s", _("the number or serial of a case is missing"));
  store = jkb_cli_open (path, FALSE, TRUE);
  if (store == NULL)
    return JKB_EXIT_FAILED;
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *word = g_utf8_make_valid (argv[i], -1);

      if (show_case (store, word, write) != JKB_EXIT_GOOD)
        status = JKB_EXIT_FAILED;
    }
  jkb_store_close (store);
  return status;
}

const JkbCommand jkb_command_show = {
  .name = "show",
  .arguments = N_("CASE…"),
  .summary = N_("Show a case with the words that say so; by number or serial"),
  .examples = "jikenbo-cli show 1\n"
              "jikenbo-cli show --format=json 1",
  .run = run_show,
};
