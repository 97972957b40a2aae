/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/jkb-data-table.h"
#include "core/jkb-error.h"

static const char *const columns[] = { "name", "value", NULL };

static void
test_rows (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbDataTable) table
      = jkb_data_table_parse ("# a comment\nname\tvalue\tmore\r\na\t1\t\n\n#x\nb\t\tz", "t.tsv",
                              columns, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (jkb_data_table_n_rows (table), ==, 2);
  g_assert_cmpstr (jkb_data_table_get (table, 0, 1), ==, "1");
  g_assert_cmpstr (jkb_data_table_get (table, 1, 1), ==, "");
  g_assert_cmpstr (jkb_data_table_get (table, 1, 2), ==, "z");
  g_assert_cmpuint (jkb_data_table_line (table, 1), ==, 6);
  g_assert_false (jkb_data_table_fail (table, 1, &error, "bad “%s”", "b"));
  g_assert_error (error, JKB_CORE_ERROR, JKB_CORE_ERROR_DATA_FILE);
  g_assert_cmpstr (error->message, ==, "t.tsv:6: bad “b”");
}

static void
test_errors (void)
{
  static const struct
  {
    const char *text, *message;
  } cases[] = {
    { "", "t.tsv:1: no line names the columns" },
    { "name\twert\n", "t.tsv:1: column 2 is not called “value”" },
    { "name\n", "t.tsv:1: column 2 is not called “value”" },
    { "name\tvalue\na\n", "t.tsv:2: 1 fields where there should be 2" },
    { "name\tvalue\n\na\tb\tc\n", "t.tsv:3: 3 fields where there should be 2" },
    { "name\tvalue\n\xff\tb\n", "t.tsv:1: not UTF-8" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (jkb_data_table_parse (cases[i].text, "t.tsv", columns, &error));
      g_assert_error (error, JKB_CORE_ERROR, JKB_CORE_ERROR_DATA_FILE);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
test_missing_file (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (jkb_data_table_read ("/nonexistent/t.tsv", columns, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/data-table/rows", test_rows);
  g_test_add_func ("/core/data-table/errors", test_errors);
  g_test_add_func ("/core/data-table/missing-file", test_missing_file);
  return g_test_run ();
}
