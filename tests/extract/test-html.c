/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "extract/jkb-html.h"

static void
test_text (void)
{
  static const struct
  {
    const char *html, *text;
  } cases[] = {
    { "<p>一<b>二</b>三</p><p>四</p>", "一二三\n\n四\n\n" },
    { "<div>a\n  b</div><div>c<br>d</div>", "a b\nc\nd\n" },
    { "<ul><li>氏名<li>住所</ul>", "・氏名\n・住所\n" },
    { "<table><tr><th>氏名</th><td>120名</td></tr><tr><td>計</td></tr></table>", "氏名 | 120名\n計\n" },
    { "<p>a<script>alert('x')</script><style>p{}</style>b</p>", "ab\n\n" },
    { "<nav>menu</nav><main><p>x</p></main><footer>(c)</footer>", "x\n\n" },
    { "<p>1 &lt; 2 &amp; &#x65e5;&nbsp;&hearts;</p>", "1 < 2 & 日\xc2\xa0♥\n\n" },
    { "<p><ruby>漏<rp>(</rp><rt>ろう</rt><rp>)</rp></ruby>えい</p>", "漏えい\n\n" },
    { "<p hidden>no</p><p style='display: none'>no</p><p>yes</p>", "yes\n\n" },
    { "<pre>a  b\n c</pre>", "a  b\n c\n" },
    { "<p>open <i>never closed", "open never closed\n\n" },
    { "<!-- <p>no</p> --><p>yes</p>", "yes\n\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(JkbPage) page = jkb_html_read (cases[i].html, strlen (cases[i].html));
      g_autofree char *found = g_strchomp (g_strdup (page->text));
      g_autofree char *wanted = g_strchomp (g_strdup (cases[i].text));

      g_assert_cmpstr (found, ==, wanted);
    }
}

static void
test_marks (void)
{
  static const char html[] = "<html><head><title> お知らせ </title></head><body><h1>題</h1><article><h2>一</h2>"
                             "<p>x</p></article><article><h2>二</h2></article></body>";
  g_autoptr(JkbPage) page = jkb_html_read (html, strlen (html));
  static const struct
  {
    JkbPageMarkKind kind;
    guint level;
    const char *words;
  } wanted[] = {
    { JKB_PAGE_HEADING, 1, "題" }, { JKB_PAGE_ARTICLE, 0, "一" }, { JKB_PAGE_HEADING, 2, "一" },
    { JKB_PAGE_ARTICLE, 0, "二" }, { JKB_PAGE_HEADING, 2, "二" },
  };

  g_assert_cmpstr (page->title, ==, "お知らせ");
  g_assert_cmpuint (page->marks->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < page->marks->len; i++)
    {
      const JkbPageMark *mark = &g_array_index (page->marks, JkbPageMark, i);

      g_assert_cmpint (mark->kind, ==, wanted[i].kind);
      g_assert_cmpuint (mark->level, ==, wanted[i].level);
      g_assert_true (g_str_has_prefix (page->text + mark->offset, wanted[i].words));
    }
}

static void
test_is_html (void)
{
  static const char *const yes[] = { "<!DOCTYPE html><html>", "\n <HTML lang=ja>", "<!-- x --><div>",
                                     "<?xml version='1.0'?><html>", "<p>文</p>", "<h1>題</h1>" };
  static const char *const no[] = { "", "文。<p>", "<1>", "a < b", "<株式会社>" };

  for (gsize i = 0; i < G_N_ELEMENTS (yes); i++)
    g_assert_true (jkb_html_is_html (yes[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (no); i++)
    g_assert_false (jkb_html_is_html (no[i]));
}

/* A hundred thousand open tags, and as many that close nothing: text comes out all the same. */
static void
test_deep (void)
{
  g_autoptr(GString) html = g_string_new ("<body>");
  g_autoptr(JkbPage) page = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append (html, i % 2 == 0 ? "<div>" : "<b>");
  g_string_append (html, "奥");
  for (int i = 0; i < 100000; i++)
    g_string_append (html, "</i>");
  page = jkb_html_read (html->str, html->len);
  g_assert_nonnull (strstr (page->text, "奥"));
  g_assert_cmpuint (strlen (page->text), <, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/html/text", test_text);
  g_test_add_func ("/extract/html/marks", test_marks);
  g_test_add_func ("/extract/html/is-html", test_is_html);
  g_test_add_func ("/extract/html/deep", test_deep);
  return g_test_run ();
}
