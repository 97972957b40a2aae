/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "extract/jkb-html.h"

static void
assert_text (const char *html, const char *wanted)
{
  g_autoptr(JkbPage) page = jkb_html_read (html, strlen (html));

  g_assert_cmpstr (page->text, ==, wanted);
}

static void
test_text (void)
{
  static const struct
  {
    const char *html, *text;
  } cases[] = {
    { "<p>一<b>二</b>三</p><p>四</p>", "一二三\n\n四" },
    { "<div>a\n  b</div><div>c<br>d</div>", "a b\nc\nd" },
    { "<p>弊社の\n  担当者が\tUSB\n メモリを</p>", "弊社の担当者が USB メモリを" },
    { "<p>a<br><br><br><br><br><br>b</p>", "a\n\n\nb" },
    { "a&nbsp;b &lt;p&gt; &#x65e5;&#26412;&hearts;&amp;amp; &yen100 &unknown; &#147;&#0;&#xd800;",
      "a\xc2\xa0" "b <p> 日本♥&amp; &yen100 &unknown; “\xef\xbf\xbd\xef\xbf\xbd" },
    { "&copy 甲社&hellip", "© 甲社…" },
    { "a < b <3 </ x", "a < b <3 </ x" },
    { "<p title='a>b' class=x>y</p>", "y" },
    { "<p>open <i>never closed", "open never closed" },
    { "x</div></p></nonsense>y", "x\n\ny" },
    { "<!-- <p>no</p> --><p>yes</p><!-->-->", "yes\n\n-->" },
    { "<![CDATA[ x ]]>y", "y" },
    { "<pre>a  b\n c</pre>", "a  b\n c" },
    { "<h2><img alt='お詫び' src=x></h2><p><img alt='飾り'>文</p>", "お詫び\n\n文" },
    { "<p>2,726<sup>1</sup>名 H<sub>2</sub>O<sup>※</sup></p>", "2,726¹名 H₂O※" },
    { "<ruby>漏<rp>(</rp><rt>ろう</rt><rp>)</rp></ruby>えい", "漏えい" },
    { "<dl><dt>件名<dd>紛失<dt>件数<dd>12件</dl>", "件名\n紛失\n件数\n12件" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_text (cases[i].html, cases[i].text);
}

static void
test_lists (void)
{
  assert_text ("<p>項目</p><ul><li>氏名<li>住所</ul>次", "項目\n\n・氏名\n・住所\n次");
  assert_text ("<ol><li>経緯<ul><li>a</li></ul></li><li>原因</li></ol>", "1. 経緯\n・a\n2. 原因");
  assert_text ("<ol start=3><li>甲<li>乙</ol>", "3. 甲\n4. 乙");
  assert_text ("<ul><li>・氏名<li>①住所<li>(1)電話<li>2．性別</ul>", "・氏名\n①住所\n(1)電話\n2．性別");
  assert_text ("<ol><li>1. 経緯</ol>", "1. 経緯");
}

static void
test_tables (void)
{
  assert_text ("<table><tr><th>氏名</th><td>120名</td></tr><tr><td>計</td></tr></table>",
               "氏名 | 120名\n計");
  assert_text ("<table><tbody><tr><td>\n<p>区分</p>\n</td><td><div>件数</div></td></tr>"
               "<tr><td>会員<br>(退会者を含む)<td><ul><li>12件</ul><tr><td>甲<td></td><td>乙</table>後",
               "区分 | 件数\n会員 (退会者を含む) | ・12件\n甲 | 乙\n\n後");
  /* A table that lays out the page is none of data. */
  assert_text ("<table><tr><td><p>左</p></td><td><table><tr><td>a</td><td>b</td></tr></table></td></tr>"
               "</table>",
               "左\n\na | b");
  assert_text ("<td>a</td><td>b</td>", "a\nb");
}

static void
test_left_out (void)
{
  assert_text ("<p>a<script>alert('</p>')</script><style>p{}</style>b</p>", "ab");
  assert_text ("<p hidden>no</p><p style='Display : NONE;'>no</p><p>yes</p>", "yes");
  assert_text ("<p hidden>no<p>yes", "yes");
  assert_text ("<div aria-hidden=true>no<div>no</div>no</div>yes", "yes");
  assert_text ("<span class='x sr-only'>no</span>yes<template><p>no</p></template>", "yes");
  assert_text ("<ul><li hidden>no</ul>yes", "yes");
  assert_text ("<div><noscript>no</noscript><select><option>no</select><button>no</button>yes</div>",
               "yes");
  assert_text ("<p>対象は<del>117名</del>119名</p>", "対象は119名");
  assert_text ("<title>no end<p>yes", "no end\n\nyes");
  assert_text ("<div><svg><title>no</title><div></svg></div>yes", "yes");
}

#define LINKS "<li><a href=/1>会社案内</a></li><li><a href=/2>採用</a></li><li><a href=/3>製品</a></li>"

static void
test_menus (void)
{
  assert_text ("<nav>menu</nav><main><p>x</p></main><footer>(c)</footer>", "x");
  assert_text ("<header><a href=/>甲社</a></header><article><header><h1>題</h1></header>文</article>",
               "題\n\n文");
  assert_text ("<ul>" LINKS "</ul><p>文</p>", "文");
  assert_text ("<div class='globalNav'>" LINKS "</div><div class=has-sidebar><p>文。</p><ul><li>氏名</ul>"
               "<p>この本文は長く、案内ではない。<a href=x>a</a></p></div>",
               "文。\n\n・氏名\n\nこの本文は長く、案内ではない。a");
  assert_text ("<p><a href=/>ホーム</a> &gt; <a href=/n>お知らせ</a> &gt; 紛失</p><h1>紛失</h1><p>文</p>",
               "紛失\n\n文");
  assert_text ("<a href='#main'>本文へ</a><h1><a href=x>題</a></h1>文", "題\n\n文");
  assert_text ("<div role=navigation>案内</div><div id=footer>甲社</div>文", "文");
  assert_text ("<nav>" LINKS "</nav>", "・会社案内\n・採用\n・製品");
}

static void
test_title (void)
{
  assert_text ("<title>紛失のお詫び｜甲社</title><h1>甲社</h1><p>2031年1月5日</p><p>広報</p>"
               "<h2>紛失のお詫び</h2><p>文</p>",
               "紛失のお詫び\n\n2031年1月5日\n\n文");
  assert_text ("<title>紛失のお詫び - 甲社</title><p>文が続く。</p>", "紛失のお詫び\n\n文が続く。");
  assert_text ("<title>紛失のお詫び</title><p><b>紛失のお詫び</b></p><p>文。</p>", "紛失のお詫び\n\n文。");
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
                                     "<?xml version='1.0'?><html>", "<p>文</p>", "<h1>題</h1>",
                                     "文。<p>文。</p><p>文。</p>" };
  static const char *const no[] = { "", "文。<p>", "<1>", "a < b", "<株式会社>" };

  for (gsize i = 0; i < G_N_ELEMENTS (yes); i++)
    g_assert_true (jkb_html_is_html (yes[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (no); i++)
    g_assert_false (jkb_html_is_html (no[i]));
}

static char *
repeat (const char *before, const char *piece, int n, const char *after)
{
  GString *text = g_string_new (before);

  while (n-- > 0)
    g_string_append (text, piece);
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}

static void
test_other_xml (void)
{
  static const struct
  {
    const char *text, *root;
  } cases[] = {
    { "<?xml version='1.0'?>\n<!-- x --><rss version='2.0'><channel>", "rss" },
    { "<feed xmlns='x'>", "feed" },
    { "<?xml version='1.0'?><!-- never ends", NULL },
    { "<?xml version='1.0'?>\n<html>", NULL },
    { "<p>文</p>", NULL },
    { "本文", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *root = jkb_html_other_xml (cases[i].text);

      g_assert_cmpstr (root, ==, cases[i].root);
    }
}

/* Shapes that cost other readers a square of their length: each is read in a moment, and what lies
 * behind comes out where a browser shows it. */
static void
test_hostile (void)
{
  static const struct
  {
    const char *before, *piece, *after, *text;
  } cases[] = {
    { "<body>", "<div><b>", "奥", "奥" },
    { "奥", "</i></div></p>", "", "奥" },
    { "", "<div class=menu>", "奥", "奥" },
    { "", "<table><tr><td>", "奥", "奥" },
    { "", "<ul><li>", "奥", "・奥" },
    { "", "<a href=x><h1>", "奥", "奥" },
    { "", "<nav hidden>", "奥", "" },
    { "", "<!--", "奥", "" },
    { "", "<p title='", "奥", "" },
    { "", "<title>", "奥", "奥" },
    { "", "<textarea>", "", "" },
    { "", "<script>", "奥", "" },
    { "", "<br>", "奥", "奥" },
    { "<p ", "a=b ", ">奥", "奥" },
    { "<p class='", "menu ", "'>奥", "奥" },
    { "", "&", "奥", NULL },
    { "", "<", "奥", NULL },
    { "<pre>", "\n", "奥", "奥" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *html = repeat (cases[i].before, cases[i].piece, 100000, cases[i].after);
      gint64 start = g_get_monotonic_time ();
      g_autoptr(JkbPage) page = jkb_html_read (html, strlen (html));

      if (cases[i].text != NULL)
        g_assert_cmpstr (page->text, ==, cases[i].text);
      else
        g_assert_true (g_str_has_suffix (page->text, "奥"));
      g_assert_cmpint (g_get_monotonic_time () - start, <, 60 * G_USEC_PER_SEC);
    }
}

/* Any pieces of markup, cut anywhere: valid text comes out, and marks point at beginnings of lines. */
static void
test_any_markup (void)
{
  static const char *const pieces[]
      = { "<p>", "</p>", "<table>", "</table>", "<tr>", "<td>", "<ul>", "<ol start=9>", "<li>", "</ol>",
          "<h1>", "</h2>", "<nav>", "</nav>", "<div class=menu>", "</div>", "<main>", "</main>", "<article>",
          "</article>", "<a href=x>", "</a>", "<sup>", "</sup>", "<p hidden>", "<title>", "</title>", "<!--",
          "-->", "<script>", "</script>", "&amp;", "&#", "<pre>\n", "</pre>", "文。", "12", " \n", "<", "'" };

  for (int round = 0; round < 3000; round++)
    {
      g_autoptr(GString) html = g_string_new (NULL);
      g_autoptr(JkbPage) page = NULL;

      for (int n = g_test_rand_int_range (0, 30); n > 0; n--)
        g_string_append (html, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      page = jkb_html_read (html->str, html->len);
      g_assert_true (g_utf8_validate (page->text, -1, NULL));
      for (guint i = 0; i < page->marks->len; i++)
        {
          gsize offset = g_array_index (page->marks, JkbPageMark, i).offset;

          g_assert_cmpuint (offset, <, strlen (page->text));
          g_assert_true (offset == 0 || page->text[offset - 1] == '\n');
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/html/text", test_text);
  g_test_add_func ("/extract/html/lists", test_lists);
  g_test_add_func ("/extract/html/tables", test_tables);
  g_test_add_func ("/extract/html/left-out", test_left_out);
  g_test_add_func ("/extract/html/menus", test_menus);
  g_test_add_func ("/extract/html/title", test_title);
  g_test_add_func ("/extract/html/marks", test_marks);
  g_test_add_func ("/extract/html/is-html", test_is_html);
  g_test_add_func ("/extract/html/other-xml", test_other_xml);
  g_test_add_func ("/extract/html/hostile", test_hostile);
  g_test_add_func ("/extract/html/any-markup", test_any_markup);
  return g_test_run ();
}
