/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "extract/jkb-extractor.h"
#include "extract/jkb-feed.h"

#define LOSS                                                                                      \
  "&lt;p&gt;みずたま信用組合は、顧客412名の氏名を記載した書類を紛失しました。&lt;/p&gt;"               \
  "&lt;p&gt;深くお詫び申し上げます。&lt;/p&gt;"
#define ATOM "<?xml version='1.0' encoding='UTF-8'?>\n<feed xmlns='http://www.w3.org/2005/Atom'><title>お知らせ</title>"

static JkbExtractor *extractor;

static JkbSource *
read_source (const char *text, GError **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return jkb_extractor_read (extractor, "feed", bytes, NULL, error);
}

static const JkbItem *
item_at (const JkbSource *source, guint i)
{
  g_assert_cmpuint (source->items->len, >, i);
  return g_ptr_array_index (source->items, i);
}

static void
test_atom (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbSource) source = read_source (
      ATOM "<entry><title>書類の紛失について</title><published>2031-04-03T09:00:00+09:00</published>"
           "<content type='html'>" LOSS "</content></entry>"
           "<entry><title>春の献立</title><updated>2031-04-05T09:00:00+09:00</updated>"
           "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><ul><li>カレー</li></ul></div></content>"
           "</entry></feed>", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (source->kind, ==, "feed");
  g_assert_cmpuint (source->items->len, ==, 2);
  g_assert_cmpuint (item_at (source, 1)->index, ==, 1);
  g_assert_true (item_at (source, 0)->is_notice);
  g_assert_cmpstr (item_at (source, 0)->title, ==, "書類の紛失について");
  g_assert_cmpstr (jkb_item_value (item_at (source, 0), JKB_FIELD_ANNOUNCED), ==, "2031-04-03");
  g_assert_cmpstr (jkb_item_value (item_at (source, 0), JKB_FIELD_AFFECTED_PEOPLE), ==, "412");
  g_assert_false (item_at (source, 1)->is_notice);
  g_assert_nonnull (strstr (item_at (source, 1)->text, "カレー"));
}

static void
test_rss (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbSource) source = read_source (
      "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>x</title>"
      "<item><title>書類の紛失&amp;amp;調査</title><pubDate>Thu, 03 Apr 2031 23:30:00 +0900</pubDate>"
      "<description>短い説明</description><content:encoded><![CDATA[<p>顧客412名の書類を紛失しました。</p>]]>"
      "</content:encoded></item></channel></rss>", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (source->items->len, ==, 1);
  g_assert_cmpstr (item_at (source, 0)->title, ==, "書類の紛失&調査");
  g_assert_nonnull (strstr (item_at (source, 0)->text, "2031-04-03"));
  g_assert_nonnull (strstr (item_at (source, 0)->text, "412名"));
  g_assert_null (strstr (item_at (source, 0)->text, "短い説明"));
}

static void
test_rdf (void)
{
  g_autoptr(JkbSource) source = read_source (
      "<?xml version='1.0'?><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
      "xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel/>"
      "<item><title>一</title><dc:date>2030-01-02</dc:date><description>一行目\n二行目</description></item>"
      "</rdf:RDF>", NULL);

  g_assert_nonnull (source);
  g_assert_nonnull (strstr (item_at (source, 0)->text, "2030-01-02"));
  g_assert_nonnull (strstr (item_at (source, 0)->text, "一行目\n二行目"));
}

/* Of an export only what readers of the blog see. */
static void
test_blogger (void)
{
#define KIND(kind) "<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#" kind "'/>"
  g_autoptr(JkbSource) source = read_source (
      ATOM "<entry>" KIND ("settings") "<title>設定</title><content>true</content></entry>"
           "<entry>" KIND ("template") "<title>型</title><content>body {}</content></entry>"
           "<entry>" KIND ("post") "<title>書類の紛失について</title><content type='html'>" LOSS "</content></entry>"
           "<entry>" KIND ("post") "<app:control xmlns:app='http://www.w3.org/2007/app'><app:draft>yes</app:draft>"
           "</app:control><title>下書き</title><content>まだ</content></entry>"
           "<entry>" KIND ("comment") "<title>返事</title><content>こわい</content></entry></feed>", NULL);

  g_assert_nonnull (source);
  g_assert_cmpuint (source->items->len, ==, 1);
  g_assert_cmpstr (item_at (source, 0)->title, ==, "書類の紛失について");
#undef KIND
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    int code;
    const char *words;
  } cases[] = {
    { "<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><rss><channel><item><title>&a;</title></item>"
      "</channel></rss>", JKB_EXTRACT_ERROR_DAMAGED, "entities" },
    { "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]><rss/>",
      JKB_EXTRACT_ERROR_DAMAGED, "entities" },
    { ATOM "\n<entry><title>途中", JKB_EXTRACT_ERROR_DAMAGED, "(line " },
    { ATOM "<entry><title>&nbsp;</title></entry></feed>", JKB_EXTRACT_ERROR_DAMAGED, "well-formed" },
    { ATOM "</feed>", JKB_EXTRACT_ERROR_EMPTY, "no entries" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (read_source (cases[i].text, &error));
      g_assert_error (error, JKB_EXTRACT_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].words));
      g_assert_null (strchr (error->message, '\n'));
    }
}

static void
test_found (void)
{
  g_assert_true (jkb_feed_is_feed ("<?xml version='1.0'?><?xml-stylesheet href='a'?><!-- x --><rss version='2.0'>"));
  g_assert_true (jkb_feed_is_feed ("<!DOCTYPE rss PUBLIC 'a' 'b'> <rss/>"));
  g_assert_false (jkb_feed_is_feed ("<feedback/>"));
  g_assert_false (jkb_feed_is_feed ("<!DOCTYPE"));
  g_assert_false (jkb_feed_is_feed ("<html><body><rss></rss></body></html>"));
}

/* A feed of one article in the encoding that its declaration names. */
static void
test_euc_jp (void)
{
  g_autofree char *utf_8 = g_strdup (
      "<?xml version='1.0' encoding='EUC-JP'?><rss><channel><item><title>書類の紛失について</title><description>"
      "顧客412名の氏名を記載した書類を紛失しました。</description></item></channel></rss>");
  gsize n_bytes;
  g_autofree char *euc_jp = g_convert (utf_8, -1, "EUC-JP", "UTF-8", NULL, &n_bytes, NULL);
  g_autoptr(JkbSource) source = read_source (euc_jp, NULL);

  g_assert_nonnull (source);
  g_assert_cmpstr (source->charset, ==, "EUC-JP");
  g_assert_cmpstr (item_at (source, 0)->title, ==, "書類の紛失について");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  extractor = jkb_extractor_new (NULL, NULL);
  g_assert_nonnull (extractor);
  g_test_add_func ("/feed/atom", test_atom);
  g_test_add_func ("/feed/rss", test_rss);
  g_test_add_func ("/feed/rdf", test_rdf);
  g_test_add_func ("/feed/blogger", test_blogger);
  g_test_add_func ("/feed/refused", test_refused);
  g_test_add_func ("/feed/found", test_found);
  g_test_add_func ("/feed/euc-jp", test_euc_jp);
  status = g_test_run ();
  jkb_extractor_free (extractor);
  return status;
}
