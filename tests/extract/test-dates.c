/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * tests/data/extract/dates.tsv: a text, what is known beside it (`-`, a day of writing, or a year),
 * and what must be found: `-` for nothing, else entries joined by ` ; `, each VALUE|MARKS|WORDS with
 * the marks of mark_names below.
 */
#include <locale.h>
#include <string.h>

#include "core/jkb-data-table.h"
#include "core/jkb-normal.h"
#include "extract/jkb-date-context.h"

#define NORMAL (JKB_NORMAL_READING | JKB_NORMAL_LOWER)
#define N_MATCHES_MAX 4096

static const struct
{
  guint flag;
  const char *name;
} mark_names[] = {
  { JKB_DATE_RANGE_FROM, "<" },       { JKB_DATE_RANGE_TO, ">" },
  { JKB_DATE_SINCE, "since" },        { JKB_DATE_UNTIL, "until" },
  { JKB_DATE_PERIOD, "period" },      { JKB_DATE_HAS_TIME, "time" },
  { JKB_DATE_ERA_WRONG, "era!" },
};

static const char *const approx_names[] = { NULL, "about", "early", "middle", "late", "end" };

static void
print_date (const char *text, const JkbDateMatch *match, const JkbDateValue *value, GString *out)
{
  char buffer[JKB_DATE_TEXT_MAX];
  g_autoptr(GString) marks = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (mark_names); i++)
    if (match->flags & mark_names[i].flag)
      g_string_append_printf (marks, ",%s", mark_names[i].name);
  if (match->approx != JKB_DATE_APPROX_NONE)
    g_string_append_printf (marks, ",%s", approx_names[match->approx]);
  if (value->is_weekday_wrong)
    g_string_append (marks, ",weekday!");
  g_string_append_printf (out, "%s%s|%s|", out->len > 0 ? " ; " : "",
                          jkb_date_is_set (value->date) ? jkb_date_print (value->date, buffer) : "?",
                          marks->len > 0 ? marks->str + 1 : "");
  g_string_append_len (out, text + match->span.begin,
                       (gssize) (match->span.end - match->span.begin));
}

static JkbDateContext
read_context (const char *text)
{
  JkbDateContext context = { JKB_DATE_NONE, 0 };
  JkbDate date;

  if (strcmp (text, "-") == 0)
    return context;
  if (!jkb_date_parse (text, &date, NULL))
    g_error ("“%s” is no date", text);
  if (date.day != 0)
    context.written = date;
  else
    context.year = date.year;
  return context;
}

static guint
scan_dates (const char *text, gsize n_bytes, JkbDateMatch *matches)
{
  JkbDateScan scan;
  guint n_matches = 0;

  jkb_date_scan_init (&scan, text, n_bytes);
  while (n_matches < N_MATCHES_MAX && jkb_date_scan_next (&scan, &matches[n_matches]))
    n_matches++;
  return n_matches;
}

static char *
describe_dates (const char *text, const char *known)
{
  static JkbDateMatch matches[N_MATCHES_MAX];
  static JkbDateValue values[N_MATCHES_MAX];
  g_autoptr(JkbNormal) normal = jkb_normal_new (text, strlen (text), NORMAL);
  JkbDateContext context = read_context (known);
  guint n_matches = scan_dates (normal->text, normal->n_bytes, matches);
  GString *out = g_string_new (NULL);

  jkb_date_context_resolve (&context, matches, n_matches, values);
  for (guint i = 0; i < n_matches; i++)
    print_date (normal->text, &matches[i], &values[i], out);
  return g_string_free (out, FALSE);
}

static void
test_table (void)
{
  static const char *const columns[] = { "text", "known", "expected", NULL };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "extract", "dates.tsv", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbDataTable) table = jkb_data_table_read (path, columns, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (jkb_data_table_n_rows (table), >=, 400);
  for (guint i = 0; i < jkb_data_table_n_rows (table); i++)
    {
      const char *text = jkb_data_table_get (table, i, 0);
      g_autofree char *wanted = jkb_normal_string (jkb_data_table_get (table, i, 2), NORMAL);
      g_autofree char *found = describe_dates (text, jkb_data_table_get (table, i, 1));

      if (strcmp (found, strcmp (wanted, "-") == 0 ? "" : wanted) != 0)
        {
          g_test_message ("line %u: %s\n  wanted %s\n  found  %s", jkb_data_table_line (table, i),
                          text, wanted, found);
          g_test_fail ();
        }
    }
}

static const char *const month_names[]
    = { "January", "Feb.", "March", "Apr", "May", "June", "July", "August", "Sept.", "October", "Nov.",
        "December" };
static const char *const weekdays[] = { "月", "火", "水", "木", "金", "土", "日" };

static char *
print_in_kanji (int value)
{
  static const char *const digits[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };

  return g_strdup_printf ("%s%s%s", value >= 20 ? digits[value / 10] : "", value >= 10 ? "十" : "",
                          digits[value % 10]);
}

static char *
print_notation (JkbDate date, int notation)
{
  g_autofree char *month = print_in_kanji (date.month);
  g_autofree char *day = print_in_kanji (date.day);
  g_autofree char *reiwa = print_in_kanji (date.year - 2018);

  switch (notation)
    {
    case 0: return g_strdup_printf ("%d年%d月%d日", date.year, date.month, date.day);
    case 1: return g_strdup_printf ("%d年 %d 月 %d 日", date.year, date.month, date.day);
    case 2: return g_strdup_printf ("%d/%d/%d", date.year, date.month, date.day);
    case 3: return g_strdup_printf ("%d-%02d-%02d", date.year, date.month, date.day);
    case 4: return g_strdup_printf ("%d.%02d.%d", date.year, date.month, date.day);
    case 5: return g_strdup_printf ("令和%d年%d月%d日", date.year - 2018, date.month, date.day);
    case 6: return g_strdup_printf ("R%d.%d.%d", date.year - 2018, date.month, date.day);
    case 7: return g_strdup_printf ("令和%s年%s月%s日", reiwa, month, day);
    case 8: return g_strdup_printf ("%s %d, %d", month_names[date.month - 1], date.day, date.year);
    default: return g_strdup_printf ("%d %s %d", date.day, month_names[date.month - 1], date.year);
    }
}

static void
assert_reads_as (const char *printed, JkbDate date)
{
  g_autofree char *weekday = g_strdup_printf ("(%s)", weekdays[jkb_date_weekday (date) - 1]);
  g_autofree char *text = g_strdup_printf ("同社は %s%sに公表した。", printed, weekday);
  g_autofree char *found = describe_dates (text, "-");
  g_autofree char *words = jkb_normal_string (printed, NORMAL);
  g_autofree char *value = jkb_date_to_string (date);
  g_autofree char *wanted = g_strdup_printf ("%s||%s", value, words);

  g_assert_cmpstr (found, ==, wanted);
}

static void
test_round_trip (void)
{
  for (int i = 0; i < 1500; i++)
    {
      JkbDate date = jkb_date_from_days (g_test_rand_int_range (18017, 29000));

      for (int notation = 0; notation < 10; notation++)
        {
          g_autofree char *printed = print_notation (date, notation);

          assert_reads_as (printed, date);
        }
    }
}

static void
test_era_borders (void)
{
  static const struct { const char *name; int first_year; int n_years; } eras[]
      = { { "昭和", 1926, 64 }, { "平成", 1989, 31 }, { "令和", 2019, 30 } };

  for (int days = 6900; days < 7000; days++)            /* around 1989-01-08 */
    for (gsize i = 0; i < G_N_ELEMENTS (eras); i++)
      {
        JkbDate date = jkb_date_from_days (days);
        int year = date.year - eras[i].first_year + 1;
        gboolean is_right = i == (days >= 6947 ? 1 : 0);
        g_autofree char *text
            = g_strdup_printf ("%s%d年%d月%d日", eras[i].name, year, date.month, date.day);
        g_autofree char *found = NULL;

        if (year < 1 || year > eras[i].n_years + 1)
          continue;
        found = describe_dates (text, "-");
        g_assert_cmpint (strstr (found, "era!") == NULL, ==, is_right);
      }
}

static char *
make_noise (gsize n_pieces)
{
  static const char *const pieces[]
      = { "2024", "年", "月", "日", "1", "31", "/", ".", "-", "~", "令和", "元", "同", "翌", "から", "まで",
          "(金)", " ", "、", "january", "may ", ", ", "三", "十", "昨年", "頃", "\n", "間", "12:00", "r6" };
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < n_pieces; i++)
    g_string_append (out, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (out, FALSE);
}

static void
test_noise (void)
{
  static JkbDateMatch matches[N_MATCHES_MAX];
  static JkbDateValue values[N_MATCHES_MAX];
  JkbDateContext context = { { 2024, 3, 31 }, 0 };

  for (int i = 0; i < 300; i++)
    {
      g_autofree char *noise = make_noise ((gsize) g_test_rand_int_range (1, 400));
      gsize n_bytes = strlen (noise), last = 0;
      guint n_matches = scan_dates (noise, n_bytes, matches);

      jkb_date_context_resolve (&context, matches, n_matches, values);
      for (guint j = 0; j < n_matches; j++)
        {
          JkbSpan span = matches[j].span;
          JkbDate date = values[j].date;

          g_assert_cmpuint (span.begin, >=, last);
          g_assert_cmpuint (span.end, >, span.begin);
          g_assert_cmpuint (matches[j].end, >=, span.end);
          g_assert_cmpuint (matches[j].end, <=, n_bytes);
          g_assert_true (g_utf8_validate (noise + span.begin, (gssize) (span.end - span.begin), NULL));
          g_assert_true (!jkb_date_is_set (date)
                         || jkb_date_is_valid (date.year, date.month, date.day));
          last = span.end;
        }
    }
}

static void
test_linear (void)
{
  static const char *const pieces[]
      = { "1", "2024年", "1月", "1日~", "1/2~", "令和", "一", "同", "2024/", "1日、", "january 1-", "翌1" };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      gint64 start;
      JkbDateScan scan;
      JkbDateMatch match;

      while (text->len < 1 << 20)
        g_string_append (text, pieces[i]);
      start = g_get_monotonic_time ();
      jkb_date_scan_init (&scan, text->str, text->len);
      while (jkb_date_scan_next (&scan, &match))
        continue;
      if (g_get_monotonic_time () - start > 60 * G_USEC_PER_SEC)
        g_error ("a megabyte of “%s” takes too long", pieces[i]);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");               /* messages show the words */
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/dates/table", test_table);
  g_test_add_func ("/extract/dates/round-trip", test_round_trip);
  g_test_add_func ("/extract/dates/era-borders", test_era_borders);
  g_test_add_func ("/extract/dates/noise", test_noise);
  g_test_add_func ("/extract/dates/linear", test_linear);
  return g_test_run ();
}
