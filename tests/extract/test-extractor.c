/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-extractor.h"

static JkbSource *
read_text (const char *text, gsize n_bytes, GError **error)
{
  g_autoptr(JkbExtractor) extractor = jkb_extractor_new (NULL, NULL);
  g_autoptr(GBytes) bytes = g_bytes_new (text, n_bytes);

  return jkb_extractor_read (extractor, "test.txt", bytes, NULL, error);
}

static void
test_one_item (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbSource) source = read_text ("個人情報", 12, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (source->items->len, ==, 1);
}

static void
test_empty (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbSource) source = read_text ("", 0, &error);

  g_assert_null (source);
  g_assert_error (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_EMPTY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/extractor/one-item", test_one_item);
  g_test_add_func ("/extract/extractor/empty", test_empty);
  return g_test_run ();
}
