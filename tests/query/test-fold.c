/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-fold.h"

#include <glib/gstdio.h>
#include <string.h>

#include "core/jkb-error.h"

static JkbFold *
load (void)
{
  g_autoptr(GError) error = NULL;
  JkbFold *fold = jkb_fold_new (NULL, &error);

  g_assert_no_error (error);
  return fold;
}

static void
test_equal_texts (void)
{
  static const char *const equal[][2] = {
    { "ﾒｰﾙ", "メール" },      { "ＭＡＩＬ", "mail" }, { "ﾊﾟｽﾜｰﾄﾞ", "パスワード" },
    { "廣濱", "広浜" },       { "髙﨑", "高崎" },     { "２０２４－０３３", "2024-033" },
    { "ヘルプ", "へルプ" },   { "⼈事", "人事" },     { "甲　乙", "甲 乙" },
    { "03—1234", "03-1234" }, { "㈱甲", "(株)甲" },   { "Ⅷ", "viii" },
  };
  static const char *const different[][2] = {
    { "カ", "力" }, { "はは", "ばば" }, { "漏洩", "漏えい" }, { "サーバ", "サーバー" },
  };
  g_autoptr(JkbFold) fold = load ();

  for (gsize i = 0; i < G_N_ELEMENTS (equal); i++)
    {
      g_autofree char *one = jkb_fold_string (fold, equal[i][0]);
      g_autofree char *other = jkb_fold_string (fold, equal[i][1]);

      g_assert_cmpstr (one, ==, other);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (different); i++)
    {
      g_autofree char *one = jkb_fold_string (fold, different[i][0]);
      g_autofree char *other = jkb_fold_string (fold, different[i][1]);

      g_assert_cmpstr (one, !=, other);
    }
}

static void
test_places (void)
{
  static const char text[] = "第1　髙﨑ﾊﾟｽ㈱";
  g_autoptr(JkbFold) fold = load ();
  g_autoptr(JkbNormal) folded = jkb_fold_text (fold, text, strlen (text));
  const char *found = strstr (folded->text, "高崎パ");
  JkbSpan span = { (gsize) (found - folded->text), (gsize) (found - folded->text) + 9 };
  JkbSpan source = jkb_normal_to_source (folded, span);
  g_autofree char *words = g_strndup (text + source.begin, source.end - source.begin);

  g_assert_cmpstr (words, ==, "髙﨑ﾊﾟ");
}

static void
assert_spellings (JkbFold *fold, const char *word, const char *wanted)
{
  g_autofree char *folded = jkb_fold_string (fold, word);
  g_autoptr(GPtrArray) spellings = jkb_fold_spellings (fold, folded);
  g_autofree char *found = NULL;

  g_ptr_array_add (spellings, NULL);
  found = g_strjoinv (" ", (char **) spellings->pdata);
  g_assert_cmpstr (found, ==, wanted);
}

static void
test_spellings (void)
{
  g_autoptr(JkbFold) fold = load ();

  assert_spellings (fold, "紛失", "紛失");
  assert_spellings (fold, "サーバー", "サーバ");
  assert_spellings (fold, "サーバー室", "サーバー室 サーバ室");
  assert_spellings (fold, "情報漏洩の", "情報漏洩の 情報漏えいの 情報漏えぃの 情報漏泄の");
  assert_spellings (fold, "ランサムウエア", "ランサムウエア ランサムウェア");
  /* A part of a word is no spelling of it, and stays what it is. */
  assert_spellings (fold, "バー", "バー");
}

static void
assert_open_stops (JkbFold *fold, const char *word, const char *wanted)
{
  g_autofree char *folded = jkb_fold_string (fold, word);
  g_autoptr(GPtrArray) forms = jkb_fold_spellings (fold, folded);
  g_autofree char *found = NULL;

  jkb_fold_open_stops (fold, word, forms);
  g_ptr_array_add (forms, NULL);
  found = g_strjoinv (" ", (char **) forms->pdata);
  g_assert_cmpstr (found, ==, wanted);
}

/* 甲,乙 is 甲、乙 in a text, so that ",乙" alone has to be looked for as "、乙" too. */
static void
test_open_stops (void)
{
  g_autoptr(JkbFold) fold = load ();

  assert_open_stops (fold, "，乙", ",乙 、乙");
  assert_open_stops (fold, "甲.", "甲。 甲.");
  assert_open_stops (fold, ".", ". 。");
  assert_open_stops (fold, "甲。", "甲。");
  assert_open_stops (fold, "甲,乙", "甲、乙");
}

/* However many spellings there are, the list ends. */
static void
test_spellings_bounded (void)
{
  g_autoptr(JkbFold) fold = load ();
  GString *word = g_string_new (NULL);
  g_autoptr(GPtrArray) spellings = NULL;

  for (int i = 0; i < 40; i++)
    g_string_append (word, "漏えい問い合わせサーバー");
  spellings = jkb_fold_spellings (fold, word->str);
  g_assert_cmpuint (spellings->len, >=, 1);
  g_assert_cmpuint (spellings->len, <=, JKB_FOLD_MAX_SPELLINGS);
  g_string_free (word, TRUE);
}

/* What is found in a text is found in the folded text, wherever it is cut. */
static void
test_substrings (void)
{
  static const char *const pieces[] = { "漏", "洩", "ー", "髙", "A", "ａ", "ﾒ", "　", "。", "1", "①",
                                        "-", "—", "㈱", "ヘ", "龍", "サーバー", "\n", "é" };
  g_autoptr(JkbFold) fold = load ();

  for (int round = 0; round < 2000; round++)
    {
      GString *text = g_string_new (NULL);
      g_autofree char *folded = NULL, *cut = NULL, *folded_cut = NULL;
      glong n_chars, begin, end;

      for (int i = g_test_rand_int_range (1, 20); i > 0; i--)
        g_string_append (text,
                         pieces[g_test_rand_int_range (0, (int) G_N_ELEMENTS (pieces))]);
      n_chars = g_utf8_strlen (text->str, -1);
      begin = g_test_rand_int_range (0, (gint32) n_chars);
      end = g_test_rand_int_range ((gint32) begin, (gint32) n_chars) + 1;
      cut = g_utf8_substring (text->str, begin, end);
      folded = jkb_fold_string (fold, text->str);
      folded_cut = jkb_fold_string (fold, cut);
      g_assert_nonnull (strstr (folded, folded_cut));
      g_string_free (text, TRUE);
    }
}

static void
test_fields (void)
{
  g_autoptr(JkbFold) fold = load ();

  g_assert_cmpstr (jkb_fold_field (fold, NULL, "種別"), ==, "type");
  g_assert_cmpstr (jkb_fold_field (fold, "type", "紛失"), ==, "lost_media_device");
  g_assert_null (jkb_fold_field (fold, "sector", "紛失"));
  g_assert_null (jkb_fold_field (fold, NULL, "紛失"));
}

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
assert_refused (const char *folder, const char *name, const char *text, const char *where)
{
  g_autoptr(GError) error = NULL;

  write_file (folder, "characters.tsv", "from\tto\n");
  write_file (folder, "variants.tsv", "spellings\n");
  write_file (folder, "fields.tsv", "field\tvalue\talias\n");
  write_file (folder, name, text);
  g_assert_null (jkb_fold_new (folder, &error));
  g_assert_error (error, JKB_CORE_ERROR, JKB_CORE_ERROR_DATA_FILE);
  g_assert_nonnull (strstr (error->message, where));
}

/* Foldings have one name as long as they fold alike; what the name leaves out is never folded but by the file. */
static void
test_name (void)
{
  static const gunichar ranges[][2] = { { 0x3400, 0x9fff }, { 0xac00, 0xd7ff }, { 0xe000, 0xf8ff } };
  g_autoptr(JkbFold) fold = load (), again = load (), other = NULL;
  g_autofree char *name = jkb_fold_describe (fold), *same = jkb_fold_describe (again), *others = NULL;
  g_autofree char *folder = g_dir_make_tmp ("jkb-fold-XXXXXX", NULL);

  g_assert_cmpstr (name, ==, same);
  write_file (folder, "characters.tsv", "from\tto\n亞\t亜\n");
  write_file (folder, "variants.tsv", "spellings\n");
  write_file (folder, "fields.tsv", "field\tvalue\talias\n");
  other = jkb_fold_new (folder, NULL);
  others = jkb_fold_describe (other);
  g_assert_cmpstr (name, !=, others);
  g_clear_pointer (&other, jkb_fold_unref);
  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    for (gunichar c = ranges[i][0]; c <= ranges[i][1]; c++)
      {
        char text[7] = { 0 };
        g_autofree char *normal = NULL;

        g_unichar_to_utf8 (c, text);
        normal = jkb_normal_string (text, JKB_NORMAL_LOWER | JKB_NORMAL_READING);
        g_assert_cmpstr (normal, ==, text);
      }
}

static void
test_bad_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("jkb-fold-XXXXXX", NULL);
  g_autoptr(GError) error = NULL;

  assert_refused (folder, "characters.tsv", "from\tto\n國\t国\n亞\ta\n", "characters.tsv:3");
  assert_refused (folder, "characters.tsv", "from\tto\n國国\t国\n", "characters.tsv:2");
  assert_refused (folder, "characters.tsv", "from\tto\n國\t国\n國\t圀\n", "characters.tsv:3");
  assert_refused (folder, "characters.tsv", "from\tto\n國\t国\n圀\t國\n", "characters.tsv:3");
  assert_refused (folder, "characters.tsv", "from\tto\nＡ\tＢ\n", "characters.tsv:2");
  assert_refused (folder, "characters.tsv", "from\tto\na\tb\n", "characters.tsv:2");
  assert_refused (folder, "variants.tsv", "spellings\nサーバ\n", "variants.tsv:2");
  assert_refused (folder, "variants.tsv", "spellings\nサーバ  サーバー\n", "variants.tsv:2");
  assert_refused (folder, "fields.tsv", "field\tvalue\talias\ntype\t\t\n", "fields.tsv:2");
  assert_refused (folder, "fields.tsv", "field\tvalue\talias\na\t\tx\nb\t\tX\n", "fields.tsv:3");
  g_assert_null (jkb_fold_new ("/no/such/folder", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/query/fold/equal-texts", test_equal_texts);
  g_test_add_func ("/query/fold/places", test_places);
  g_test_add_func ("/query/fold/spellings", test_spellings);
  g_test_add_func ("/query/fold/spellings-bounded", test_spellings_bounded);
  g_test_add_func ("/query/fold/open-stops", test_open_stops);
  g_test_add_func ("/query/fold/substrings", test_substrings);
  g_test_add_func ("/query/fold/fields", test_fields);
  g_test_add_func ("/query/fold/name", test_name);
  g_test_add_func ("/query/fold/bad-files", test_bad_files);
  return g_test_run ();
}
