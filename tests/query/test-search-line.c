/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-search-line.h"

#include <string.h>

#include "query/jkb-filter.h"

static JkbFold *fold;

static const char *const names[JKB_N_SEARCH_FIELDS] = {
  "text",   "org",  "title",  "key",    "type", "circumstance", "sector",
  "status", "data", "review", "source", "year", "people",       "records",
};

static void
append_term (GString *out, const JkbSearchTerm *term)
{
  g_string_append_printf (out, "%s%s%s", out->len > 0 ? "; " : "", term->is_negated ? "-" : "",
                          names[term->field]);
  if (term->forms != NULL)
    for (guint i = 0; i < term->forms->len; i++)
      g_string_append_printf (out, "%c%s", i == 0 ? '=' : '|',
                              (char *) g_ptr_array_index (term->forms, i));
  else if (term->mask != 0)
    g_string_append_printf (out, "=%x", term->mask);
  else if (term->wants_unknown)
    g_string_append (out, "=?");
  else if (term->max == G_MAXINT64)
    g_string_append_printf (out, "=%" G_GINT64_FORMAT "+", term->min);
  else
    g_string_append_printf (out, "=%" G_GINT64_FORMAT "..%" G_GINT64_FORMAT, term->min, term->max);
}

static void
test_parse (void)
{
  static const char *const table[][2] = {
    { "", "" },
    { " 　\t", "" },
    { "紛失 USB", "text=紛失; text=usb" },
    { "紛失　ＵＳＢ", "text=紛失; text=usb" },
    { "\"two words\" x", "text=two words; text=x" },
    { "“two  words”", "text=two  words" },
    { "\"never closed", "text=never closed" },
    { "\"\" x", "text=x" },
    { "-紛失", "-text=紛失" },
    { "－紛失", "-text=紛失" },
    { "-\"a b\"", "-text=a b" },
    { "-", "text=-" },
    { "- a", "text=-; text=a" },
    { "a-b", "text=a-b" },
    { "it\"s", "text=it\"s" },
    { "漏洩", "text=漏洩|漏えい|漏えぃ|漏泄" },
    { "type:misdelivery", "type=40" },
    { "TYPE：misdelivery", "type=40" },
    { "種別:紛失", "type=100" },
    { "-type:unknown", "-type=1" },
    { "type:mis", "type=c0" },
    { "type:web_skimming,盗難", "type=204" },
    { "type:\"web_skimming、盗難\"", "type=204" },
    { "type:nonsense", "text=type:nonsense" },
    { "type:", "text=type:" },
    { "type: x", "text=type:; text=x" },
    { "http://example.jp/", "text=http://example.jp/" },
    { "circumstance:none", "circumstance=4" },
    { "data:none,name", "data=200001" },
    { "sector:it", "sector=40" },
    { "status:possible", "status=4" },
    { "review:done", "review=4" },
    { "source:news", "source=news" },
    { "org:\"甲 乙\" title:お知らせ", "org=甲 乙; title=お知らせ|御知らせ" },
    { "key:2024-033", "key=2024-033" },
    { "year:2024", "year=2024..2024" },
    { "year:2020-2022", "year=2020..2022" },
    { "年:２０２４年", "year=2024..2024" },
    { "year:unknown", "year=?" },
    { "year:2024-01", "text=year:2024-01" },
    { "people:>1000", "people=1001+" },
    { "people:>=1,000", "people=1000+" },
    { "people:＞１０００", "people=1001+" },
    { "people:<10", "people=0..9" },
    { "people:≦10", "people=0..10" },
    { "people:10~99人", "people=10..99" },
    { "people:10..99", "people=10..99" },
    { "人数:1万", "people=10000..10000" },
    { "people:>3億", "people=300000001+" },
    { "people:none", "people=0..0" },
    { "people:不明", "people=?" },
    { "people:many", "text=people:many" },
    { "people:<0", "text=people:<0" },
    { "people:99999999999999999999", "text=people:99999999999999999999" },
    { "records:9223372036854775807", "records=9223372036854775807+" },
    { "' OR 1=1; --", "text='; text=or; text=1=1;; -text=-" },
    { "a AND b* NEAR(c)", "text=a; text=and; text=b*; text=near(c)" },
    { "%s_%%", "text=%s_%%" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(JkbSearchLine) line = jkb_search_line_new (fold, table[i][0]);
      g_autoptr(GString) found = g_string_new (NULL);

      for (guint j = 0; j < jkb_search_line_n_terms (line); j++)
        append_term (found, jkb_search_line_get_term (line, j));
      if (strcmp (found->str, table[i][1]) != 0)
        g_error ("“%s”: found “%s”, wanted “%s”", table[i][0], found->str, table[i][1]);
    }
}

static void
test_null (void)
{
  g_autoptr(JkbSearchLine) line = jkb_search_line_new (fold, NULL);

  g_assert_cmpuint (jkb_search_line_n_terms (line), ==, 0);
}

static void
test_find (void)
{
  static const char *const table[][3] = {
    { "紛失", "書類の紛失と紛失", "書類の[紛失]と[紛失]" },
    { "メール", "ﾒｰﾙとＥメール", "[ﾒｰﾙ]とＥ[メール]" },
    { "サーバー", "サーバとサーバー", "[サーバ]と[サーバ]ー" },
    { "漏洩", "漏えいは漏洩", "[漏えい]は[漏洩]" },
    { "aa", "aaaa b", "[aaaa] b" },
    { "ab bc", "abc", "[abc]" },
    { "-紛失 書類", "書類の紛失", "[書類]の紛失" },
    { "type:misdelivery org:甲", "甲の誤送信", "甲の誤送信" },
    { "高崎", "髙﨑市", "[髙﨑]市" },
    { "株", "㈱甲", "[㈱]甲" },
    { "無い", "甲", "甲" },
    { "", "甲", "甲" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(JkbSearchLine) line = jkb_search_line_new (fold, table[i][0]);
      g_autoptr(GArray) spans = jkb_search_line_find (line, table[i][1], strlen (table[i][1]));
      g_autoptr(GString) marked = g_string_new (table[i][1]);

      for (guint j = spans->len; j > 0; j--)
        {
          const JkbSpan *span = &g_array_index (spans, JkbSpan, j - 1);

          g_string_insert_c (marked, (gssize) span->end, ']');
          g_string_insert_c (marked, (gssize) span->begin, '[');
        }
      g_assert_cmpstr (marked->str, ==, table[i][2]);
    }
}

/* Anything that can be typed gives conditions, in bounded time. */
static void
test_random_lines (void)
{
  static const char *const pieces[] = { "\"", "“", "-", ":", "：", "type", "people", ">", "1", " ",
                                        "　", "漏洩", ",", "、", "~", "..", "a", "年", "%", "\n" };

  for (int round = 0; round < 5000; round++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(JkbSearchLine) line = NULL;

      for (int i = g_test_rand_int_range (0, 16); i > 0; i--)
        g_string_append (text,
                         pieces[g_test_rand_int_range (0, (int) G_N_ELEMENTS (pieces))]);
      line = jkb_search_line_new (fold, text->str);
      for (guint i = 0; i < jkb_search_line_n_terms (line); i++)
        {
          const JkbSearchTerm *term = jkb_search_line_get_term (line, i);

          g_assert_true (term->forms == NULL || term->forms->len > 0);
          for (guint j = 0; term->forms != NULL && j < term->forms->len; j++)
            g_assert_cmpstr (g_ptr_array_index (term->forms, j), !=, "");
        }
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fold = jkb_fold_new (NULL, NULL);
  g_assert_nonnull (fold);
  g_test_add_func ("/query/search-line/parse", test_parse);
  g_test_add_func ("/query/search-line/null", test_null);
  g_test_add_func ("/query/search-line/find", test_find);
  g_test_add_func ("/query/search-line/random-lines", test_random_lines);
  status = g_test_run ();
  jkb_fold_unref (fold);
  return status;
}
