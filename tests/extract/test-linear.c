/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Eight times the bytes take about eight times the work, whatever they are; what grows with the square
 * takes sixty-four times. Measured in time of the processor in the program itself, of a few runs together: what the
 * system takes to hand out fresh pages grows in steps.
 */
#include <string.h>
#include <sys/resource.h>

#include "extract/jkb-extractor.h"

#define N_BYTES (256 * 1024)
#define N_TIMES 8
#define N_RUNS 3
#define FACTOR_MAX 24.0
#define TICKS_MS 20.0                   /* many systems count the time of a program in steps of half of this */

static JkbExtractor *extractor;

static double
get_user_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_utime.tv_sec * 1e3 + (double) usage.ru_utime.tv_usec / 1e3;
}

static double
time_reading (const char *pattern, gsize n_bytes)
{
  gsize n_repeats = n_bytes / strlen (pattern);
  g_autoptr(GString) text = g_string_sized_new (n_bytes + 1);
  g_autoptr(GBytes) bytes = NULL;
  double begin;

  for (gsize i = 0; i < n_repeats; i++)
    g_string_append (text, pattern);
  bytes = g_bytes_new (text->str, text->len);
  begin = get_user_ms ();
  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr(JkbSource) source = jkb_extractor_read (extractor, "-", bytes, NULL, NULL);
    }
  return get_user_ms () - begin;
}

static void
test_pattern (gconstpointer data)
{
  double small = time_reading (data, N_BYTES), large = time_reading (data, N_TIMES * N_BYTES);

  g_test_message ("%.1f ms, eight times as much %.1f ms", small, large);
  g_assert_cmpfloat (large, <, FACTOR_MAX * MAX (small, TICKS_MS));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name, *pattern;
  } patterns[] = {
    { "endless-line", "名簿が外に出たおそれがあり調べており" }, { "digits", "1234567890" },
    { "kanji-digits", "二千五百" },   { "brackets", "(" },        { "quotes", "「" },
    { "companies", "株式会社" },      { "owners", "甲乙株式会社の" }, { "year-month-day", "年月日" },
    { "dates", "2024年1月" },         { "persons", "1名" },       { "stops", "。" },
    { "line-feeds", "\n" },           { "labels", "原因:\n" },    { "serials", "【1】A\n" },
    { "deep-markup", "<div>" },         { "police", "霞県警に行政指導、" },
  };
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  extractor = jkb_extractor_new (NULL, NULL);
  g_assert_nonnull (extractor);
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autofree char *path = g_strconcat ("/extract/linear/", patterns[i].name, NULL);

      g_test_add_data_func (path, patterns[i].pattern, test_pattern);
    }
  status = g_test_run ();
  jkb_extractor_free (extractor);
  return status;
}
