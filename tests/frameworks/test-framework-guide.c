/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which framework for whom: the shipped words are complete, and every fault of the file is told. */
#include <string.h>

#include "core/jkb-error.h"
#include "core/jkb-paths.h"
#include "frameworks-copy.h"
#include "frameworks/jkb-framework-guide.h"

static JkbFrameworks *frameworks;

/* Each reader × framework, in both languages. */
static void
test_complete (void)
{
  static const char *const ids[] = { "nice", "ecsf", "ccf", "secbok" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    for (int topic = 0; topic < JKB_N_GUIDE_TOPICS; topic++)
      {
        const JkbAdvice *advice = jkb_frameworks_advice (frameworks, ids[i], (JkbGuideTopic) topic);
        gboolean is_reader = topic >= JKB_GUIDE_FIRST_READER;

        g_assert_nonnull (advice);
        g_assert_cmpstr (advice->framework, ==, ids[i]);
        g_assert_true (g_str_is_ascii (advice->text.ja) == FALSE);
        g_assert_cmpuint (strlen (advice->text.en), >, 5);
        g_assert_cmpint (advice->fit, >=, is_reader ? 1 : 0);
        g_assert_cmpint (advice->fit, <=, is_reader ? JKB_GUIDE_FIT_MAX : 0);
      }
  g_assert_null (jkb_frameworks_advice (frameworks, "dcwf", JKB_GUIDE_USE));
}

/* Counts follow the data; a sentence that names one would be wrong when it changes. */
static void
test_no_numbers (void)
{
  const GPtrArray *all = jkb_frameworks_get_all (frameworks);

  for (guint i = 0; i < all->len; i++)
    for (int topic = 0; topic < JKB_N_GUIDE_TOPICS; topic++)
      {
        const JkbFramework *framework = g_ptr_array_index (all, i);
        const JkbAdvice *advice
            = jkb_frameworks_advice (frameworks, framework->id, (JkbGuideTopic) topic);
        g_autofree char *count = g_strdup_printf ("%u ", framework->roles->len);

        /* What was written in 2023 stays as it was. */
        if (topic != JKB_GUIDE_ARTICLE)
          g_assert_null (strstr (advice->text.en, count));
      }
}

/* The numbers of 2023 are kept with their date, beside what holds now. */
static void
test_article (void)
{
  static const struct
  {
    const char *id;
    const char *numbers[3];
  } said[] = {
    { "nice", { "7 ", "33 ", "52 " } },
    { "ecsf", { "12 ", "2022", "three" } },
    { "ccf", { "16 ", "three steps", "15 " } },
    { "secbok", { "16 ", "2021", "15" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    {
      const JkbAdvice *advice = jkb_frameworks_advice (frameworks, said[i].id, JKB_GUIDE_ARTICLE);

      g_assert_true (g_str_has_prefix (advice->text.en, "As of 2023: "));
      g_assert_true (g_str_has_prefix (advice->text.ja, "2023年の時点"));
      for (gsize j = 0; j < G_N_ELEMENTS (said[i].numbers); j++)
        g_assert_nonnull (strstr (advice->text.en, said[i].numbers[j]));
    }
}

static void
test_order (void)
{
  for (int reader = JKB_GUIDE_USE; reader < JKB_N_GUIDE_TOPICS; reader++)
    {
      g_autoptr(GPtrArray) found = jkb_frameworks_guide (frameworks, (JkbGuideTopic) reader);
      int fit = JKB_GUIDE_FIT_MAX;

      g_assert_cmpuint (found->len, ==, 4);
      for (guint i = 0; i < found->len; i++)
        {
          const JkbFramework *framework = g_ptr_array_index (found, i);
          int next = jkb_frameworks_advice (frameworks, framework->id, (JkbGuideTopic) reader)->fit;

          g_assert_true (framework->is_current);
          g_assert_true (reader < JKB_GUIDE_FIRST_READER || next <= fit);
          fit = next;
        }
      /* Somebody is served well. */
      if (reader >= JKB_GUIDE_FIRST_READER)
        {
          const JkbFramework *best = g_ptr_array_index (found, 0);

          g_assert_cmpint (
              jkb_frameworks_advice (frameworks, best->id, (JkbGuideTopic) reader)->fit, ==,
              JKB_GUIDE_FIT_MAX);
        }
    }
}

static void
test_nicks (void)
{
  for (int topic = 0; topic < JKB_N_GUIDE_TOPICS; topic++)
    g_assert_cmpint (jkb_guide_topic_from_nick (jkb_guide_topic_nick ((JkbGuideTopic) topic)), ==,
                     topic);
  g_assert_cmpint (jkb_guide_topic_from_nick ("nobody"), ==, -1);
}

static const struct
{
  const char *find, *put, *message;
} faults[] = {
  { "nice\tuse", "nine\tuse", "no current edition of “nine”" },
  { "nice\tuse", "nice\tuses", "“uses” is no topic" },
  { "nice\tuse\t\t", "nice\tuse\t3\t", "“3” is no fit of use" },
  { "nice\temployer\t3", "nice\temployer\t4", "“4” is no fit of employer" },
  { "nice\temployer\t3", "nice\temployer\t", "“” is no fit of employer" },
  { "nice\temployer\t3", "nice\tvendor\t3", "vendor of nice is here twice" },
  { "\teditorial\n", "\tmine\n", "“mine” is neither a link nor editorial" },
  { "ccf\tlanguage", "ccf\tuse\t\tx\tx\teditorial\n#", "use of ccf is here twice" },
  { "英語で、評議会のウェブページだけにある。ここでの日本語名は当方の訳。", "", "a text is empty" },
};

static void
assert_refused (const char *find, const char *put, const char *message)
{
  g_autofree char *directory = frameworks_copy_new ();
  g_autofree char *path = jkb_paths_data_file ("frameworks/guide.tsv");
  g_autofree char *text = NULL;
  g_autofree char *start = g_build_filename (directory, "guide.tsv:", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  frameworks_copy_add (directory, "guide.tsv", text, find, put);
  g_assert_null (jkb_frameworks_load (directory, &error));
  g_assert_error (error, JKB_CORE_ERROR, JKB_CORE_ERROR_DATA_FILE);
  g_assert_true (g_str_has_prefix (error->message, start));
  g_assert_cmpint (g_ascii_strtoll (error->message + strlen (start), NULL, 10), >, 0);
  g_assert_true (g_str_has_suffix (error->message, message));
  frameworks_copy_remove (directory);
}

static void
test_faults (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    assert_refused (faults[i].find, faults[i].put, faults[i].message);
}

/* A reader that nothing is said to is a fault of the file as well. */
static void
test_missing_row (void)
{
  g_autofree char *path = jkb_paths_data_file ("frameworks/guide.tsv");
  g_autofree char *text = NULL;
  g_autofree char *row = NULL;
  const char *start;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  start = strstr (text, "ccf\trecruiter");
  row = g_strndup (start, (gsize) (strchr (start, '\n') + 1 - start));
  assert_refused (row, "", "recruiter of ccf is missing");
}

int
main (int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  frameworks = jkb_frameworks_load (NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/framework-guide/complete", test_complete);
  g_test_add_func ("/framework-guide/no-numbers", test_no_numbers);
  g_test_add_func ("/framework-guide/article", test_article);
  g_test_add_func ("/framework-guide/order", test_order);
  g_test_add_func ("/framework-guide/nicks", test_nicks);
  g_test_add_func ("/framework-guide/faults", test_faults);
  g_test_add_func ("/framework-guide/missing-row", test_missing_row);
  status = g_test_run ();
  jkb_frameworks_unref (frameworks);
  return status;
}
