/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * tests/data/extract/numbers.tsv: a text, and what must be found in it: `-` for nothing, else
 * entries joined by ` ; `, each VALUE|QUALIFIER|WORDS, with `+` and flags behind the qualifier. A
 * vague number has the value `vague`.
 */
#include <locale.h>
#include <string.h>

#include "core/jkb-data-table.h"
#include "core/jkb-normal.h"
#include "extract/jkb-number-grammar.h"

#define NORMAL (JKB_NORMAL_READING | JKB_NORMAL_LOWER)

static const struct
{
  guint flag;
  const char *name;
} flag_names[] = {
  { JKB_NUMBER_TOTAL, "+total" },
  { JKB_NUMBER_CUMULATIVE, "+cumulative" },
  { JKB_NUMBER_RANGE_END, "+range-end" },
};

static void
print_number (const char *text, const JkbNumber *number, GString *out)
{
  if (out->len > 0)
    g_string_append (out, " ; ");
  if (number->flags & JKB_NUMBER_VAGUE)
    g_string_append (out, "vague");
  else
    g_string_append_printf (out, "%" G_GINT64_FORMAT, number->value);
  g_string_append_printf (out, "|%s", jkb_word_nick (JKB_WORDS_QUALIFIER, (int) number->qualifier));
  for (gsize i = 0; i < G_N_ELEMENTS (flag_names); i++)
    if (number->flags & flag_names[i].flag)
      g_string_append (out, flag_names[i].name);
  g_string_append_c (out, '|');
  g_string_append_len (out, text + number->span.begin,
                       (gssize) (number->span.end - number->span.begin));
}

/* The counters of the table; the reader has its own out of units.tsv. */
static gsize
pass_counter (const JkbNormal *normal, gsize at)
{
  static const char *const counters[] = { "名分", "人分", "名", "人", "件", "社", "台" };

  for (gsize i = 0; i < G_N_ELEMENTS (counters); i++)
    if (g_str_has_prefix (normal->text + at, counters[i]))
      return at + strlen (counters[i]);
  return at;
}

static char *
describe_numbers (const char *text)
{
  g_autoptr(JkbNormal) normal = jkb_normal_new (text, strlen (text), NORMAL);
  GString *out = g_string_new (NULL);
  JkbNumber number;

  for (gsize at = 0; jkb_number_next (normal->text, normal->n_bytes, at, &number);
       at = number.words.end)
    {
      gsize counter_end = pass_counter (normal, number.words.end);

      if (counter_end > number.words.end)
        jkb_number_qualify (normal->text, normal->n_bytes, counter_end, &number);
      print_number (normal->text, &number, out);
    }
  return g_string_free (out, FALSE);
}

static void
test_table (void)
{
  static const char *const columns[] = { "text", "expected", NULL };
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "data", "extract", "numbers.tsv", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbDataTable) table = jkb_data_table_read (path, columns, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (jkb_data_table_n_rows (table), >=, 300);
  for (guint i = 0; i < jkb_data_table_n_rows (table); i++)
    {
      const char *text = jkb_data_table_get (table, i, 0);
      const char *expected = jkb_data_table_get (table, i, 1);
      g_autofree char *wanted = jkb_normal_string (expected, NORMAL);
      g_autofree char *found = describe_numbers (text);

      if (strcmp (found, strcmp (wanted, "-") == 0 ? "" : wanted) != 0)
        {
          g_test_message ("line %u: %s\n  wanted %s\n  found  %s", jkb_data_table_line (table, i),
                          text, wanted, found);
          g_test_fail ();
        }
    }
}

static char *
group_by_three (gint64 value)
{
  g_autofree char *plain = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  GString *out = g_string_new (NULL);

  for (const char *p = plain; *p != '\0'; p++)
    {
      if (p > plain && strlen (p) % 3 == 0)
        g_string_append_c (out, ',');
      g_string_append_c (out, *p);
    }
  return g_string_free (out, FALSE);
}

static void
append_kanji_small (GString *out, gint64 value)
{
  static const char *const digits[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  static const char *const scales[] = { "千", "百", "十", "" };
  gint64 divisor = 1000;

  for (int i = 0; i < 4; i++, divisor /= 10)
    {
      int digit = (int) (value / divisor % 10);

      if (digit == 0)
        continue;
      g_string_append (out, digit == 1 && i < 3 ? "" : digits[digit]);
      g_string_append (out, scales[i]);
    }
}

/* @style 0: 1億2345万6789, 1: the same in kanji, 2: 12,345 万 as 1万2,345 */
static char *
print_by_ten_thousands (gint64 value, int style)
{
  static const char *const greats[] = { "兆", "億", "万", "" };
  gint64 divisor = G_GINT64_CONSTANT (1000000000000);
  GString *out = g_string_new (NULL);

  for (int i = 0; i < 4; i++, divisor /= 10000)
    {
      gint64 part = value / divisor % 10000;
      g_autofree char *grouped = group_by_three (part);

      if (part == 0)
        continue;
      if (style == 1)
        append_kanji_small (out, part);
      else
        g_string_append (out, style == 2 ? grouped : g_strdelimit (grouped, ",", ' '));
      if (style == 0)
        {
          char *blank = strchr (out->str, ' ');

          if (blank != NULL)
            g_string_erase (out, blank - out->str, 1);
        }
      g_string_append (out, greats[i]);
    }
  return g_string_free (out, FALSE);
}

static void
assert_reads_as (const char *printed, gint64 value)
{
  g_autofree char *text = g_strdup_printf ("対象は約%s件です", printed);
  g_autofree char *span = g_strdup_printf ("約%s", printed);
  JkbNumber number;

  if (!jkb_number_next (text, strlen (text), 0, &number))
    {
      g_test_message ("nothing in %s", text);
      g_test_fail ();
      return;
    }
  g_assert_cmpint (number.value, ==, value);
  g_assert_cmpint (number.qualifier, ==, JKB_QUALIFIER_ABOUT);
  g_assert_cmpuint (number.span.end - number.span.begin, ==, strlen (span));
  g_assert_true (strncmp (text + number.span.begin, span, strlen (span)) == 0);
  g_assert_false (jkb_number_next (text, strlen (text), number.words.end, &number));
}

static void
test_round_trip (void)
{
  for (int i = 0; i < 4000; i++)
    {
      gint64 limit = 1;
      gint64 value;
      g_autofree char *grouped = NULL;
      g_autofree char *plain = NULL;

      for (int digits = g_test_rand_int_range (1, 16); digits > 0; digits--)
        limit *= 10;
      value = 1 + (gint64) (g_test_rand_double () * (double) (limit - 1));
      plain = g_strdup_printf ("%" G_GINT64_FORMAT, value);
      grouped = group_by_three (value);
      assert_reads_as (plain, value);
      assert_reads_as (grouped, value);
      for (int style = 0; style < 3; style++)
        {
          g_autofree char *printed = print_by_ten_thousands (value, style);

          assert_reads_as (printed, value);
        }
      if (value < 1000000)
        {
          g_autofree char *decimal = g_strdup_printf ("%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT "万",
                                                      value / 10, value % 10);

          assert_reads_as (decimal, value * 1000);
        }
    }
}

static char *
make_noise (gsize n_pieces)
{
  static const char *const pieces[]
      = { "1", "0", "9,", ".5", "万", "億", "千", "二", "十", "数", "約", "計", "-", "/", ":", " ",
          "名", "件", "a", "(", ")", "~", "以上", "超", "million", "two", "\n", "第", "三重県" };
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < n_pieces; i++)
    g_string_append (out, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (out, FALSE);
}

static guint
count_numbers (const char *text)
{
  gsize n_bytes = strlen (text), last = 0;
  guint n_found = 0;
  JkbNumber number;

  for (gsize at = 0; jkb_number_next (text, n_bytes, at, &number); at = number.words.end)
    {
      g_assert_cmpuint (number.words.begin, >=, last);
      g_assert_cmpuint (number.span.begin, >=, last);
      g_assert_cmpuint (number.span.begin, <=, number.words.begin);
      g_assert_cmpuint (number.words.end, >, number.words.begin);
      g_assert_cmpuint (number.span.end, >=, number.words.end);
      g_assert_cmpuint (number.span.end, <=, n_bytes);
      g_assert_true (g_utf8_validate (text + number.span.begin,
                                      (gssize) (number.span.end - number.span.begin), NULL));
      g_assert_cmpint (number.value, >=, 0);
      last = number.words.end;
      n_found++;
    }
  return n_found;
}

static void
test_noise (void)
{
  for (int i = 0; i < 300; i++)
    {
      g_autofree char *noise = make_noise ((gsize) g_test_rand_int_range (1, 400));

      count_numbers (noise);
    }
}

/* Twice the text may take a little more than twice the time, never its square. */
static void
test_linear (void)
{
  static const char *const pieces[] = { "9", "1,234", "1-", "十", "千万", "約", "1.", "数", "二三", "(1)" };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      gint64 start;

      while (text->len < 1 << 20)
        g_string_append (text, pieces[i]);
      start = g_get_monotonic_time ();
      count_numbers (text->str);
      if (g_get_monotonic_time () - start > 60 * G_USEC_PER_SEC)
        g_error ("a megabyte of “%s” takes too long", pieces[i]);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");               /* messages show the words */
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/numbers/table", test_table);
  g_test_add_func ("/extract/numbers/round-trip", test_round_trip);
  g_test_add_func ("/extract/numbers/noise", test_noise);
  g_test_add_func ("/extract/numbers/linear", test_linear);
  return g_test_run ();
}
