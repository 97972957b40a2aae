/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to do about each failure of a casebook, in the language that $LANGUAGE names. */
#include "summary/jkb-store-words.h"

#include <locale.h>
#include <string.h>

#include "labels/jkb-labels.h"

static const struct
{
  JkbStoreError code;
  const char *english;
  const char *japanese;
} advised[] = {
  { JKB_STORE_ERROR_NOT_FOUND, "connect the drive", "ドライブをつないで" },
  { JKB_STORE_ERROR_NOT_A_CASEBOOK, "import it", "取り込んでください" },
  { JKB_STORE_ERROR_NEWER, "Update Jikenbo", "Jikenbo を更新してください" },
  { JKB_STORE_ERROR_LOCKED, "Close it there", "そちらを閉じてから" },
  { JKB_STORE_ERROR_READ_ONLY, "Choose another folder", "別のフォルダーを選ぶか" },
  { JKB_STORE_ERROR_FULL, "Make room", "空きを作って" },
  { JKB_STORE_ERROR_DAMAGED, "the latest copy", "最も新しい控え" },
  { JKB_STORE_ERROR_IO, "See whether it is connected", "接続を確かめて" },
};

static void
test_advice (void)
{
  gboolean is_japanese = g_strcmp0 (g_getenv ("LANGUAGE"), "ja") == 0;

  for (gsize i = 0; i < G_N_ELEMENTS (advised); i++)
    {
      g_autoptr(GError) error = g_error_new_literal (JKB_STORE_ERROR, (int) advised[i].code, "file: what is wrong");

      g_assert_nonnull (strstr (jkb_store_words_advise (error),
                                is_japanese ? advised[i].japanese : advised[i].english));
    }
}

/* No two failures are answered alike, and none without words. */
static void
test_different (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int code = JKB_STORE_ERROR_NOT_FOUND; code <= JKB_STORE_ERROR_IO; code++)
    {
      g_autoptr(GError) error = g_error_new_literal (JKB_STORE_ERROR, code, "");
      const char *advice = jkb_store_words_advise (error);

      g_assert_cmpstr (advice, !=, "");
      g_assert_true (g_hash_table_add (seen, (gpointer) advice));
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  jkb_labels_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summary/store-words/advice", test_advice);
  g_test_add_func ("/summary/store-words/different", test_different);
  return g_test_run ();
}
