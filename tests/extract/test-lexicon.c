/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "core/jkb-error.h"
#include "core/jkb-paths.h"
#include "extract/jkb-automaton.h"
#include "extract/jkb-lexicon.h"
#include "extract/jkb-text-at.h"

#define HEAD "class\tterm\tvalue\tweight\tnote\n"

static JkbLexicon *
parse (const char *rows)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = g_strconcat (HEAD, rows, NULL);
  JkbLexicon *lexicon = jkb_lexicon_parse (text, "t.tsv", &error);

  g_assert_no_error (error);
  return lexicon;
}

/* The hits as `class:begin-end:value …`. */
static char *
scan (const JkbLexicon *lexicon, const char *text, const GArray *skips)
{
  guint first[JKB_N_TERM_CLASSES + 1];
  g_autoptr(GArray) hits = jkb_lexicon_scan (lexicon, text, strlen (text), skips, first);
  GString *found = g_string_new (NULL);

  g_assert_cmpuint (first[JKB_N_TERM_CLASSES], ==, hits->len);
  for (guint i = 0; i < hits->len; i++)
    {
      const JkbHit *hit = &g_array_index (hits, JkbHit, i);

      g_assert_cmpuint (i, >=, first[hit->term->term_class]);
      g_assert_cmpuint (i, <, first[hit->term->term_class + 1]);
      g_string_append_printf (found, "%s%s:%d-%d:%s", i > 0 ? " " : "",
                              jkb_term_class_name (hit->term->term_class), (int) hit->span.begin,
                              (int) hit->span.end, hit->term->value_text);
    }
  return g_string_free (found, FALSE);
}

static void
test_scan (void)
{
  g_autoptr(JkbLexicon) lexicon
      = parse ("type\t紛失\tlost_media_device\t\t\n"
               "type\t誤…送信\tmisdelivery\t2.5\t\n"
               "type\t別人……渡\tmisdelivery\t\t\n"
               "type\ta\tmalware_ransomware\t\t\n"
               "data-item\tﾊﾟｽﾜｰﾄﾞ\tpassword\t\t\n"
               "data-item\tパスワードリスト攻撃\t-\t\t\n"
               "data-item\tid\tlogin_id\t\t\n");
  static const struct
  {
    const char *text, *found;
  } cases[] = {
    { "", "" },
    { "紛失", "type:0-6:lost_media_device" },
    { "誤ってメールを送信", "type:0-27:misdelivery" },
    { "誤り。送信", "" },
    { "誤って一二三四五六七八九十一二三送信", "" },
    { "別人一二三四五六七八九十一二三渡", "type:0-48:misdelivery" },
    { "別人。渡", "" },
    { "video id ids", "data-item:6-8:login_id data-item:9-11:login_id" },
    { "パスワードリスト攻撃のパスワード", "data-item:33-48:password" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = scan (lexicon, cases[i].text, NULL);

      g_assert_cmpstr (found, ==, cases[i].found);
    }
  g_assert_cmpuint (jkb_lexicon_n_terms (lexicon), ==, 7);
  g_assert_cmpfloat (jkb_lexicon_term (lexicon, 1)->weight, ==, 2.5);
}

static void
test_skips (void)
{
  g_autoptr(JkbLexicon) lexicon = parse ("type\t紛失\tlost_media_device\t\t\n");
  g_autoptr(GArray) skips = g_array_new (FALSE, FALSE, sizeof (JkbSpan));
  JkbSpan first = { 3, 4 }, second = { 7, 8 };
  g_autofree char *found = NULL;

  g_array_append_val (skips, first);
  g_array_append_val (skips, second);
  found = scan (lexicon, "紛\n失\n紛失", skips);
  g_assert_cmpstr (found, ==, "type:0-7:lost_media_device type:8-14:lost_media_device");
}

static void
test_errors (void)
{
  static const struct
  {
    const char *rows, *message;
  } cases[] = {
    { "typ\tx\ty\t\t\n", "t.tsv:2: there is no class “typ”" },
    { "type\tx\tmeteor\t\t\n", "t.tsv:2: the class type has no value “meteor”" },
    { "type\t\tmisdelivery\t\t\n", "t.tsv:2: the term is empty" },
    { "type\tx\tmisdelivery\tmuch\t\n", "t.tsv:2: “much” is no weight" },
    { "type\tＸ\tmisdelivery\t\t\n\ntype\tx\tmisdelivery\t\t\n", "t.tsv:4: “x” is there twice" },
    { "type\tx…\tmisdelivery\t\t\n", "t.tsv:2: “x…” has an empty part or too many" },
    { "type\tx………y\tmisdelivery\t\t\n", "t.tsv:2: “x………y” has an empty part or too many" },
    { "type\t…x\tmisdelivery\t\t\n", "t.tsv:2: “…x” has an empty part or too many" },
    { "type\ta…b…c…d…e\tmisdelivery\t\t\n", "t.tsv:2: “a…b…c…d…e” has an empty part or too many" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *text = g_strconcat (HEAD, cases[i].rows, NULL);

      g_assert_null (jkb_lexicon_parse (text, "t.tsv", &error));
      g_assert_error (error, JKB_CORE_ERROR, JKB_CORE_ERROR_DATA_FILE);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
test_shipped_files (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *dir = jkb_paths_data_file ("extract");
  g_autoptr(JkbLexicon) lexicon = jkb_lexicon_load (dir, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (jkb_lexicon_n_terms (lexicon), >, 100);
}

static gboolean
on_word_found (guint word, gsize begin, gsize end, gpointer data)
{
  char *occurrence = g_strdup_printf ("%u:%u-%u", word, (guint) begin, (guint) end);

  g_assert_true (g_hash_table_add (data, occurrence));
  return TRUE;
}

static void
append_letters (GString *text, int n_min, int n_max)
{
  for (int n = g_test_rand_int_range (n_min, n_max); n > 0; n--)
    g_string_append_c (text, "ab"[g_test_rand_int_range (0, 2)]);
}

/* The automaton finds each word wherever plain search finds it, and nowhere else. */
static void
test_equals_plain_search (void)
{
  for (int round = 0; round < 500; round++)
    {
      g_autoptr(JkbAutomaton) automaton = jkb_automaton_new ();
      g_autoptr(GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
      g_autoptr(GString) text = g_string_new (NULL);
      guint n_expected = 0;

      for (int i = 0; i < 8; i++)
        {
          g_autoptr(GString) word = g_string_new (NULL);

          append_letters (word, 1, 6);
          if (jkb_automaton_add (automaton, word->str) == words->len)
            g_ptr_array_add (words, g_strdup (word->str));
        }
      append_letters (text, 0, 60);
      jkb_automaton_seal (automaton, NULL);
      jkb_automaton_scan (automaton, text->str, text->len, on_word_found, found);
      for (guint w = 0; w < words->len; w++)
        for (const char *p = text->str; (p = strstr (p, g_ptr_array_index (words, w))) != NULL; p++)
          {
            guint begin = (guint) (p - text->str);
            g_autofree char *occurrence
                = g_strdup_printf ("%u:%u-%u", w, begin,
                                   begin + (guint) strlen (g_ptr_array_index (words, w)));

            n_expected++;
            g_assert_true (g_hash_table_contains (found, occurrence));
          }
      g_assert_cmpuint (g_hash_table_size (found), ==, n_expected);
    }
}

/* The cap holds, and what a longer term of the class covers is dropped. */
static void
test_cap (void)
{
  g_autoptr(JkbLexicon) lexicon = parse ("type\t紛\tlost_media_device\t\t\n");
  g_autoptr(GString) text = g_string_new (NULL);
  guint first[JKB_N_TERM_CLASSES + 1];
  g_autoptr(GArray) hits = NULL;

  for (guint i = 0; i < JKB_LEXICON_HITS_MAX + 1000; i++)
    g_string_append (text, "紛");
  hits = jkb_lexicon_scan (lexicon, text->str, text->len, NULL, first);
  g_assert_cmpuint (hits->len, ==, JKB_LEXICON_HITS_MAX);
}

/* A folder without its files, a file with other columns. */
static void
test_load_errors (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *dir = g_dir_make_tmp ("jkb-lexicon-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (dir, "a.tsv", NULL);
  g_autofree char *gone = g_build_filename (dir, "gone", NULL);

  g_assert_null (jkb_lexicon_load (gone, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (file, "class\tword\n", -1, NULL));
  g_assert_null (jkb_lexicon_load (dir, &error));
  g_assert_error (error, JKB_CORE_ERROR, JKB_CORE_ERROR_DATA_FILE);
  g_assert_true (g_str_has_suffix (error->message, "a.tsv:1: column 2 is not called “term”"));
  g_assert_cmpint (g_remove (file), ==, 0);
  g_assert_cmpint (g_rmdir (dir), ==, 0);
}

/* Words of few letters, so that beginnings, ends and the whole are met often. */
static char *
write_by_chance (guint n_max)
{
  static const char *const letters[] = { "あ", "い", "。", "本", "末", "a", "b", "\"" };
  GString *text = g_string_new (NULL);

  for (guint i = 1 + (guint) g_test_rand_int_range (0, (gint32) n_max); i > 0; i--)
    g_string_append (text, letters[g_test_rand_int_range (0, G_N_ELEMENTS (letters))]);
  return g_string_free (text, FALSE);
}

static void
test_find_word (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = write_by_chance (i % 100 == 0 ? 600 : 40);
      g_autofree char *word = write_by_chance (3);
      gssize n_bytes = g_test_rand_int_range (-1, (gint32) strlen (text) + 20);
      const char *found = strstr (text, word);

      if (found != NULL && n_bytes >= 0 && found + strlen (word) > text + n_bytes)
        found = NULL;
      g_assert_true (jkb_text_find (text, n_bytes, word) == found);
    }
}

/* The longest ending counts, and such terms are found nowhere in a text. */
static void
test_find_ending (void)
{
  g_autoptr(JkbLexicon) lexicon = parse ("org-nature\t署\tpolice\t\t\n"
                                         "org-nature\t消防署\toffice\t\t\n");
  g_autofree char *hits = scan (lexicon, "霞消防署と霞署", NULL);

  g_assert_cmpint (jkb_lexicon_find_ending (lexicon, "霞署")->value, ==, JKB_ORG_NATURE_TERM_POLICE);
  g_assert_cmpint (jkb_lexicon_find_ending (lexicon, "霞消防署")->value, ==, JKB_ORG_NATURE_TERM_OFFICE);
  g_assert_null (jkb_lexicon_find_ending (lexicon, "霞署員"));
  g_assert_null (jkb_lexicon_find_ending (lexicon, ""));
  g_assert_cmpstr (hits, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/lexicon/scan", test_scan);
  g_test_add_func ("/extract/lexicon/skips", test_skips);
  g_test_add_func ("/extract/lexicon/errors", test_errors);
  g_test_add_func ("/extract/lexicon/shipped-files", test_shipped_files);
  g_test_add_func ("/extract/lexicon/equals-plain-search", test_equals_plain_search);
  g_test_add_func ("/extract/lexicon/cap", test_cap);
  g_test_add_func ("/extract/lexicon/find-word", test_find_word);
  g_test_add_func ("/extract/lexicon/find-ending", test_find_ending);
  g_test_add_func ("/extract/lexicon/load-errors", test_load_errors);
  return g_test_run ();
}
