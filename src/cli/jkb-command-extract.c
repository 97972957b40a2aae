/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli/jkb-command.h"
#include "cli/jkb-item-json.h"
#include "cli/jkb-item-report.h"
#include "cli/jkb-output.h"
#include "core/jkb-file.h"
#include "extract/jkb-extractor.h"

typedef char *(*Writer) (const JkbSource *source, const JkbItem *item, gboolean with_text);

static gboolean
print_reading (const JkbReading *reading, Writer write, gboolean with_text)
{
  const JkbSource *source = reading->source;

  if (source == NULL)
    {
      jkb_output_failure (reading->name, reading->error->message);
      return FALSE;
    }
  for (guint i = 0; i < source->notes->len; i++)
    jkb_output_failure (reading->name, g_ptr_array_index (source->notes, i));
  for (guint i = 0; i < source->items->len; i++)
    {
      g_autofree char *text = write (source, g_ptr_array_index (source->items, i), with_text);

      jkb_output_raw (text);
    }
  return TRUE;
}

static gboolean
extract_file (const JkbExtractor *extractor, const char *path, Writer write, gboolean with_text)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = jkb_file_read (path, JKB_EXTRACTOR_MAX_BYTES, &error);
  g_autoptr(GPtrArray) readings = NULL;
  gboolean good = TRUE;

  if (bytes == NULL)
    {
      jkb_output_failure (name, error->message);
      return FALSE;
    }
  readings = jkb_extractor_read_all (extractor, name, bytes, NULL, NULL, NULL);
  for (guint i = 0; i < readings->len; i++)
    good &= print_reading (g_ptr_array_index (readings, i), write, with_text);
  return good;
}

static Writer
find_writer (const char *format)
{
  if (format == NULL || g_str_equal (format, "text"))
    return jkb_item_report;
  return g_str_equal (format, "jsonl") ? jkb_item_json : NULL;
}

static JkbExit
run_extract (const JkbCommand *self, int argc, char **argv, const char *casebook)
{
  g_autofree char *format = NULL;
  g_autofree char *unused_casebook = NULL;
  gboolean with_text = FALSE;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("What to print: text or jsonl"),
      N_("FORMAT") },
    { "with-text", 0, 0, G_OPTION_ARG_NONE, &with_text,
      N_("Also print the text that the places refer to"), NULL },
    { NULL },
  };
  JkbExit status = jkb_command_parse (self, entries, &argc, &argv, &unused_casebook);
  Writer write = find_writer (format);
  g_autoptr(JkbExtractor) extractor = NULL;
  g_autoptr(GError) error = NULL;

  if (status != JKB_EXIT_GOOD)
    return status;
  if (write == NULL)
    return jkb_command_misuse (self, _("there is no format “%s”"), format);
  if (argc < 2)
    return jkb_command_misuse (self, "%s", _("a file is missing"));
  extractor = jkb_extractor_new (NULL, &error);
  if (extractor == NULL)
    {
      jkb_output_failure (NULL, error->message);
      return JKB_EXIT_FAILED;
    }
  for (int i = 1; i < argc; i++)
    if (!extract_file (extractor, argv[i], write, with_text))
      status = JKB_EXIT_FAILED;
  return status;
}

const JkbCommand jkb_command_extract = {
  .name = "extract",
  .arguments = N_("FILE…"),
  .summary = N_("Show what is read from notices, without storing anything"),
  .examples = "jikenbo-cli extract notice.txt\n"
              "jikenbo-cli extract --format=jsonl --with-text notice.html > facts.jsonl\n"
              "cat notice.txt | jikenbo-cli extract -",
  .run = run_extract,
};
