/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Runs a fuzzer as an ordinary test: over each file of its corpus, over pieces and mixtures of them
 * (seeded, so that a failure can be run again), and over a few shapes that have hurt other readers.
 */
#include <string.h>

#include "fuzz.h"

#define MIXTURES 400
#define MIXTURE_BYTES_MAX 4000
#define SHAPE_REPEATS 50000

static GPtrArray *corpus;               /* GBytes */

static void
run_bytes (GBytes *bytes)
{
  gsize n_bytes;
  const guint8 *data = g_bytes_get_data (bytes, &n_bytes);

  LLVMFuzzerTestOneInput (data, n_bytes);
}

static void
test_corpus (void)
{
  g_assert_cmpuint (corpus->len, >, 0);
  for (guint i = 0; i < corpus->len; i++)
    run_bytes (g_ptr_array_index (corpus, i));
}

static void
append_piece (GByteArray *mixture)
{
  GBytes *from = g_ptr_array_index (corpus, g_test_rand_int_range (0, (gint32) corpus->len));
  gsize n_bytes;
  const guint8 *data = g_bytes_get_data (from, &n_bytes);
  gsize begin, length;

  if (n_bytes == 0)
    return;
  begin = (gsize) g_test_rand_int_range (0, (gint32) n_bytes);
  length = (gsize) g_test_rand_int_range (0, (gint32) MIN (n_bytes - begin, 300) + 1);
  g_byte_array_append (mixture, data + begin, (guint) length);
}

static void
test_mixtures (void)
{
  for (int i = 0; i < MIXTURES; i++)
    {
      g_autoptr(GByteArray) mixture = g_byte_array_new ();
      int n_pieces = g_test_rand_int_range (1, 12);

      while (n_pieces-- > 0 && mixture->len < MIXTURE_BYTES_MAX)
        append_piece (mixture);
      for (int n = g_test_rand_int_range (0, 4); n > 0 && mixture->len > 0; n--)
        mixture->data[g_test_rand_int_range (0, (gint32) mixture->len)]
            = (guint8) g_test_rand_int_range (0, 256);
      LLVMFuzzerTestOneInput (mixture->data, mixture->len);
    }
}

static void
test_shapes (void)
{
  static const char *const shapes[]
      = { "<div>", "</div>", "(", "((", "1,", "2024年", "・", "&amp;", "第", "…", "万", "\n", " \n",
          "【", "【#2024-001】\n", "株式会社", "個人情報", "しましたが、", "か\xe3\x82\x99", "\xe3\x81" };

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr(GString) text = g_string_new (i % 2 == 0 ? "" : "<p>");

      for (int n = 0; n < SHAPE_REPEATS; n++)
        g_string_append (text, shapes[i]);
      LLVMFuzzerTestOneInput ((const guint8 *) text->str, text->len);
    }
}

static void
load_corpus (const char *dir)
{
  g_autoptr(GDir) handle = g_dir_open (dir, 0, NULL);

  corpus = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  for (const char *name; handle != NULL && (name = g_dir_read_name (handle)) != NULL;)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);
      char *data;
      gsize n_bytes;

      if (g_file_get_contents (path, &data, &n_bytes, NULL))
        g_ptr_array_add (corpus, g_bytes_new_take (data, n_bytes));
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  load_corpus (argv[1]);
  g_test_add_func ("/fuzz/corpus", test_corpus);
  g_test_add_func ("/fuzz/mixtures", test_mixtures);
  g_test_add_func ("/fuzz/shapes", test_shapes);
  status = g_test_run ();
  g_ptr_array_unref (corpus);
  return status;
}
