/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "core/jkb-item.h"
#include "core/jkb-paths.h"
#include "extract/jkb-html.h"
#include "extract/jkb-serial.h"
#include "extract/jkb-split.h"

#define NOTICE                                                                                    \
  "このたび、弊社の担当者が個人情報を記録したUSBメモリを紛失したことが判明しました。\n"                             \
  "関係者の皆様に深くお詫び申し上げます。\n\n1. 経緯\n\n昨日判明しました。\n\n2. 再発防止策\n\n徹底します。\n"             \
  "ご理解のほどお願い申し上げます。\n"
#define ARTICLE                                                                                   \
  "暗号の歴史は古く、紀元前にさかのぼる。文字を置き換える方式が長く使われ、のちに機械が登場した。"                     \
  "計算機の発達とともに公開鍵の考え方が生まれ、いまでは誰もが日々その恩恵を受けている。"                               \
  "学び方としては、まず数の性質に親しみ、次に小さな例を手で解いてみるのがよい。"                                     \
  "本を選ぶときは、練習の多いものを勧めたい。続けるこつは、仲間と話しながら進めることである。"                           \
  "地図を描くように、知っていることと知らないことを書き出してみるのも役に立つ。"                                     \
  "やがて別の分野との結びつきが見えてきて、楽しさが増していく。急がず、楽しみながら歩みたい。\n"

static JkbLexicon *lexicon;

static char *
describe (GPtrArray *items)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const JkbItem *item = g_ptr_array_index (items, i);

      g_assert_cmpuint (item->index, ==, i);
      g_string_append_printf (words, "%s[%s|%s]", i > 0 ? " " : "",
                              item->serial != NULL ? item->serial : "-",
                              item->title != NULL ? item->title : "-");
    }
  return g_string_free (words, FALSE);
}

static void
assert_splits (const char *text, const char *wanted)
{
  gboolean is_html = jkb_html_is_html (text);
  g_autoptr(JkbPage) page
      = is_html ? jkb_html_read (text, strlen (text)) : jkb_page_new (g_strdup (text));
  g_autoptr(GPtrArray) items = jkb_split (lexicon, page, NULL);
  g_autofree char *found = describe (items);

  g_assert_cmpstr (found, ==, wanted);
}

static void
test_split (void)
{
  assert_splits ("", "[-|-]");
  assert_splits ("見出しのない一つの文章です。", "[-|-]");
  assert_splits ("USBメモリの紛失について\n\n" NOTICE, "[-|USBメモリの紛失について]");
  assert_splits ("【事件簿#2031-004】甲社の紛失について\n\n\n" NOTICE "\n【事件簿#2031-003】乙市の紛失について\n\n" NOTICE,
                 "[2031-004|甲社の紛失について] [2031-003|乙市の紛失について]");
  assert_splits ("紛失に関するお詫び\n\n" NOTICE "\n個人情報漏えいに関するお知らせ\n\n" NOTICE,
                 "[-|紛失に関するお詫び] [-|個人情報漏えいに関するお知らせ]");
  assert_splits ("【#2031-004】紛失について\n\n" NOTICE "\n暗号を学ぶには?\n\n\n" ARTICLE ARTICLE
                 "\n【#2031-003】紛失について\n\n" NOTICE,
                 "[2031-004|紛失について] [-|暗号を学ぶには?] [2031-003|紛失について]");
  assert_splits ("紛失に関するお詫び\n\n" NOTICE "\n※1「個人情報漏えいに関するお知らせ」\n\n" NOTICE, "[-|紛失に関するお詫び]");
  assert_splits ("紛失に関するお詫び\n\n" NOTICE "\n個人情報漏えいに関するお知らせ https://example.com/\n\n" NOTICE, "[-|紛失に関するお詫び]");
  assert_splits ("紛失に関するお詫び\n\n" NOTICE "\n閲覧が可能であった期間\n\n" ARTICLE ARTICLE, "[-|紛失に関するお詫び]");
  assert_splits ("<html><title>一覧</title><body><article><h2>紛失のお詫び</h2><p>" NOTICE
                 "</p></article><article><h2>盗難のお知らせ</h2><p>" NOTICE "</p></article></body>",
                 "[-|紛失のお詫び] [-|盗難のお知らせ]");
}

/* A letter has a head, and its title stands below it. */
static void
test_title_in_letter (void)
{
  static const struct
  {
    const char *head, *title;
  } letters[] = {
    { "2031年4月8日\n株式会社やなぎ野\n\n鍵の紛失について", "鍵の紛失について" },
    { "令和13年4月8日(火)\n報道機関各位\nやなぎ野町\n\n名簿の盗難に関するお詫び(第2報)", "名簿の盗難に関するお詫び(第2報)" },
    { "柳総第31号\n2031/04/08\n保護者の皆様\n\n校長 柳野花子\n\n記録媒体の所在不明について\n", "記録媒体の所在不明について" },
    { "2031年4月8日\n\n偽のメールによる端末の乗っ取りと名簿の\n流出について(お詫び)", "偽のメールによる端末の乗っ取りと名簿の流出について(お詫び)" },
    { "【復旧】通信の障害について", "【復旧】通信の障害について" },
    { "■【お詫び】", "【お詫び】" },
    { "株式会社やなぎ野", "株式会社やなぎ野" },
    { "2031年4月8日", "-" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autofree char *text = g_strconcat (letters[i].head, "\n\n" NOTICE, NULL);
      g_autofree char *wanted = g_strdup_printf ("[-|%s]", letters[i].title);

      assert_splits (text, wanted);
    }
}

static void
test_serial (void)
{
  static const struct
  {
    const char *line, *serial, *title;
  } cases[] = {
    { "【セキュリティ#2031-004】甲社", "2031-004", "甲社" },
    { "[2031-12] 乙社", "2031-12", "乙社" },
    { "#2031-0042 丙社", "2031-0042", "丙社" },
    { "【2031-01-26】発表", NULL, NULL },
    { "2031-004 丁社", NULL, NULL },
    { "【重要】お知らせ", NULL, NULL },
    { "【#20310-04】x", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize serial, n_serial, title;
      gboolean found
          = jkb_serial_match (cases[i].line, strlen (cases[i].line), &serial, &n_serial, &title);

      g_assert_cmpint (found, ==, cases[i].serial != NULL);
      if (!found)
        continue;
      g_assert_cmpmem (cases[i].line + serial, n_serial, cases[i].serial,
                       strlen (cases[i].serial));
      g_assert_cmpstr (cases[i].line + title, ==, cases[i].title);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *dir = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  dir = jkb_paths_data_file ("extract");
  lexicon = jkb_lexicon_load (dir, NULL);
  g_assert_nonnull (lexicon);
  g_test_add_func ("/extract/split/split", test_split);
  g_test_add_func ("/extract/split/title-in-letter", test_title_in_letter);
  g_test_add_func ("/extract/split/serial", test_serial);
  status = g_test_run ();
  jkb_lexicon_free (lexicon);
  return status;
}
