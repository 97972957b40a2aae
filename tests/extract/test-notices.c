/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is a notice and what is not, over tests/data/extract/notices.tsv: whole texts in unusual words for what happened,
 * and surveys, articles, advice, events and products in the words of notices.
 */
#include <locale.h>
#include <string.h>

#include "core/jkb-data-table.h"
#include "extract/jkb-extractor.h"

static JkbExtractor *extractor;

static gboolean
holds_notice (const char *text)
{
  g_autoptr(GBytes) contents = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbSource) source = jkb_extractor_read (extractor, "test.txt", contents, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < source->items->len; i++)
    if (((const JkbItem *) g_ptr_array_index (source->items, i))->is_notice)
      return TRUE;
  return FALSE;
}

static void
test_table (void)
{
  static const char *const columns[] = { "notice", "text", NULL };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "extract", "notices.tsv", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbDataTable) table = jkb_data_table_read (path, columns, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < jkb_data_table_n_rows (table); i++)
    {
      g_auto(GStrv) lines = g_strsplit (jkb_data_table_get (table, i, 1), "\\n", -1);
      g_autofree char *text = g_strjoinv ("\n", lines);
      const char *wanted = jkb_data_table_get (table, i, 0);

      g_assert_true (g_str_equal (wanted, "yes") || g_str_equal (wanted, "no"));
      if (holds_notice (text) == g_str_equal (wanted, "yes"))
        continue;
      g_test_message ("line %u: wanted %s\n  %s", jkb_data_table_line (table, i), wanted, text);
      g_test_fail ();
    }
}

int
main (int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  int status;

  setlocale (LC_ALL, "");               /* messages show the words */
  g_test_init (&argc, &argv, NULL);
  extractor = jkb_extractor_new (NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/extract/notices/table", test_table);
  status = g_test_run ();
  jkb_extractor_free (extractor);
  return status;
}
