/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "labels/jkb-label-style.h"
#include "labels/jkb-labels.h"

static void
test_every_word_has_a_label (void)
{
  for (int v = 0; v < JKB_N_VOCABULARIES; v++)
    for (int i = 0; i < jkb_word_count (v); i++)
      {
        g_assert_nonnull (jkb_label (v, i));
        g_assert_cmpstr (jkb_label (v, i), !=, "");
        g_assert_true (jkb_label_nick (v, jkb_word_nick (v, i)) == jkb_label (v, i));
      }
  g_assert_cmpstr (jkb_label_nick (JKB_WORDS_TYPE, "meteorite"), ==, "meteorite");
  g_assert_cmpstr (jkb_label_nick (JKB_WORDS_TYPE, NULL), ==, "");
}

static void
test_counts (void)
{
  static const struct
  {
    gint64 value;
    JkbCountQualifier qualifier;
    gboolean is_records;
    const char *words;
  } cases[] = {
    { JKB_COUNT_UNKNOWN, JKB_QUALIFIER_EXACT, FALSE, "unknown" },
    { 0, JKB_QUALIFIER_EXACT, FALSE, "0 people" },
    { 1, JKB_QUALIFIER_EXACT, FALSE, "1 person" },
    { 999, JKB_QUALIFIER_AT_MOST, TRUE, "at most 999 records" },
    { 35000, JKB_QUALIFIER_ABOUT, FALSE, "about 35,000 people" },
    { 110000000, JKB_QUALIFIER_MORE_THAN, TRUE, "more than 110,000,000 records" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words
          = jkb_label_count (cases[i].value, cases[i].qualifier, cases[i].is_records);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_dates (void)
{
  static const struct
  {
    JkbDate date;
    const char *words;
  } cases[] = {
    { { 0, 0, 0 }, "" },           { { 2024, 1, 26 }, "2024-01-26" }, { { 2024, 1, 0 }, "2024-01" },
    { { 2024, 0, 0 }, "2024" },    { { 0, 1, 26 }, "01-26, year unknown" },    { { 0, 12, 0 }, "month 12, year unknown" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = jkb_label_date (cases[i].date);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_reasons (void)
{
  g_assert_cmpstr (jkb_label_set_aside_reason ("advisory"), ==, "Security advisory");
  g_assert_cmpstr (jkb_label_set_aside_reason ("x"), ==, "x");
  g_assert_cmpstr (jkb_label_framework ("secbok"), ==, "SecBoK");
  g_assert_cmpstr (jkb_label_tri_state (JKB_NOT_SAID), ==, "Not stated");
  g_assert_cmpstr (jkb_label_review (JKB_REVIEW_BUNDLED), ==, "Bundled");
  g_assert_cmpstr (jkb_label_pick ("one", "other"), ==, "one");
}

/* The last day of one era and the first of the next, years with two, and what has none. */
static void
test_eras (void)
{
  static const struct
  {
    JkbDate date;
    const char *words;
  } cases[] = {
    { { 1989, 1, 7 }, "Shōwa 64-01-07" },   { { 1989, 1, 8 }, "Heisei 1-01-08" },
    { { 2019, 4, 30 }, "Heisei 31-04-30" }, { { 2019, 5, 1 }, "Reiwa 1-05-01" },
    { { 2024, 1, 0 }, "Reiwa 6, month 1" }, { { 2019, 0, 0 }, "Heisei 31/Reiwa 1" },
    { { 1989, 1, 0 }, "Shōwa 64/Heisei 1, month 1" }, { { 2024, 0, 0 }, "Reiwa 6" },
    { { 1900, 1, 1 }, "1900-01-01" },       { { 0, 1, 26 }, "01-26, year unknown" },
  };

  jkb_label_style_set_years (JKB_YEARS_ERA);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = jkb_label_date (cases[i].date);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
  jkb_label_style_set_years (JKB_YEARS_WESTERN);
}

static void
test_names (void)
{
  g_assert_cmpstr (jkb_label_name ("霧市", "Kiri"), ==, "霧市");
  g_assert_cmpstr (jkb_label_second_name ("霧市", "Kiri"), ==, "Kiri");
  jkb_label_style_set_names (JKB_NAMES_ENGLISH);
  g_assert_cmpstr (jkb_label_name ("霧市", "Kiri"), ==, "Kiri");
  g_assert_cmpstr (jkb_label_second_name ("霧市", "Kiri"), ==, "霧市");
  g_assert_cmpstr (jkb_label_name ("霧市", NULL), ==, "霧市");
  g_assert_null (jkb_label_second_name ("霧市", NULL));
  jkb_label_style_set_names (JKB_NAMES_OF_THE_TEXT);
  g_assert_cmpstr (jkb_label_name (NULL, "Kiri"), ==, "Kiri");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/labels/every-word-has-a-label", test_every_word_has_a_label);
  g_test_add_func ("/labels/counts", test_counts);
  g_test_add_func ("/labels/dates", test_dates);
  g_test_add_func ("/labels/eras", test_eras);
  g_test_add_func ("/labels/names", test_names);
  g_test_add_func ("/labels/reasons", test_reasons);
  return g_test_run ();
}
