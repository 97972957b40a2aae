/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/jkb-file.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_bounds (void)
{
  static const gsize limits[] = { 0, 1, 299999, 300000, 300001, 1 << 20 };
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "jkb-test-file", NULL);
  g_autofree char *contents = g_malloc (300000);

  for (gsize i = 0; i < 300000; i++)
    contents[i] = (char) (i % 251);
  g_assert_true (g_file_set_contents (path, contents, 300000, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = jkb_file_read (path, limits[i], &error);

      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), contents,
                       MIN (limits[i] + 1, 300000));
    }
  g_remove (path);
}

static void
test_errors (void)
{
  g_autoptr(GError) missing = NULL;
  g_autoptr(GError) folder = NULL;

  g_assert_null (jkb_file_read ("/no/such/file", 10, &missing));
  g_assert_error (missing, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_null (strstr (missing->message, "/no/such"));
  g_assert_null (jkb_file_read ("/", 10, &folder));
  g_assert_error (folder, G_FILE_ERROR, G_FILE_ERROR_ISDIR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/core/file/bounds", test_bounds);
  g_test_add_func ("/core/file/errors", test_errors);
  return g_test_run ();
}
