/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <pango/pangocairo.h>
#include <cairo-pdf.h>
#include <string.h>

#include "extract/jkb-extractor.h"
#include "extract/jkb-pdf-lines.h"

#define PAGE_WIDTH 595.0
#define PAGE_HEIGHT 842.0

static JkbExtractor *extractor;

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int n_bytes)
{
  g_byte_array_append (closure, data, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw_text (cairo_t *cr, const char *text, double x, double y, double width)
{
  g_autoptr(PangoLayout) layout = pango_cairo_create_layout (cr);
  g_autoptr(PangoFontDescription) font = pango_font_description_from_string ("Noto Sans CJK JP 11");

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

typedef void (*Draw) (cairo_t *cr, guint page_number);

static GBytes *
make_pdf (Draw draw, guint n_pages)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 1; i <= n_pages; i++)
    {
      draw (cr, i);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static JkbSource *
read_pdf (Draw draw, guint n_pages)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = make_pdf (draw, n_pages);
  JkbSource *source = jkb_extractor_read (extractor, "a.pdf", bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (source->kind, ==, "pdf");
  return source;
}

static void
draw_notice (cairo_t *cr, guint page_number)
{
  g_autofree char *number = g_strdup_printf ("- %u -", page_number);

  draw_text (cr, "みずたま信用組合 広報資料", 60, 30, 400);
  if (page_number == 1)
    {
      draw_text (cr, "書類の紛失について", 60, 80, 400);
      draw_text (cr, "このたび、当組合の支店において、顧客412名の氏名、住所及び電話番号を記載した書類を保管していた箱が見当たらない"
                     "ことが、令和13年4月3日の点検で判明いたしました。該当するお客様には書面でお知らせしてまいります。", 60, 120, 300);
    }
  else
    draw_text (cr, "深くお詫び申し上げます。", 60, 80, 400);
  draw_text (cr, number, 280, 800, 100);
}

static void
test_notice (void)
{
  g_autoptr(JkbSource) source = read_pdf (draw_notice, 3);
  const JkbItem *item = g_ptr_array_index (source->items, 0);

  g_assert_true (item->is_notice);
  g_assert_nonnull (strstr (item->text, "書類を保管していた箱が見当たらないことが、令和13年4月3日の点検で判明いたしました。"));
  g_assert_null (strstr (item->text, "- 2 -"));
  g_assert_null (strstr (item->text, "広報資料"));
  g_assert_cmpstr (jkb_item_value (item, JKB_FIELD_AFFECTED_PEOPLE), ==, "412");
}

static void
draw_columns (cairo_t *cr, guint page_number)
{
  draw_text (cr, "左の段の文章は左の段だけで読み、右の段の行とは混ざらないように並べます。左の終わり。", 60, 100, 200);
  draw_text (cr, "右の段の文章は左の段が終わった後に読み、一行ずつ交互に読んではなりません。右の終わり。", 330, 100, 200);
}

static void
test_columns (void)
{
  g_autoptr(JkbSource) source = read_pdf (draw_columns, 1);
  g_autoptr(GString) text = g_string_new (NULL);
  const char *left, *right;

  for (guint i = 0; i < source->items->len; i++)
    g_string_append (text, ((JkbItem *) g_ptr_array_index (source->items, i))->text);
  left = strstr (text->str, "左の終わり。");
  right = strstr (text->str, "右の段の文章");
  g_assert_nonnull (left);
  g_assert_nonnull (right);
  g_assert_true (left < right);
}

static void
draw_picture (cairo_t *cr, guint page_number)
{
  cairo_rectangle (cr, 10, 10, 100, 100);
  cairo_fill (cr);
}

static void
check_refused (GBytes *bytes, int code, const char *words)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (jkb_extractor_read (extractor, "a.pdf", bytes, NULL, &error));
  g_assert_error (error, JKB_EXTRACT_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
}

/* The security handler of a document that nobody but the holder of its password opens. */
static GBytes *
make_encrypted (void)
{
  static const char text[] =
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
      "3 0 obj<</Filter/Standard/V 1/R 2/P -4"
      "/O<000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f>"
      "/U<000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f>>>endobj\n"
      "trailer<</Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]/Size 4>>\nstartxref\n0\n%%EOF\n";

  return g_bytes_new_static (text, strlen (text));
}

static void
test_refused (void)
{
  g_autoptr(GBytes) picture = make_pdf (draw_picture, 2);
  g_autoptr(GBytes) damaged = g_bytes_new_static ("%PDF-1.7\nnothing more", 21);
  g_autoptr(GBytes) encrypted = make_encrypted ();

  check_refused (picture, JKB_EXTRACT_ERROR_EMPTY, "has no text layer");
  check_refused (damaged, JKB_EXTRACT_ERROR_DAMAGED, "damaged");
  check_refused (encrypted, JKB_EXTRACT_ERROR_DAMAGED, "encrypted");
}

static void
check_lines (const char *const *texts, const char *expected)
{
  g_autoptr(GPtrArray) pages = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (guint i = 0; texts[i] != NULL; i++)
    g_ptr_array_add (pages, (char *) texts[i]);
  joined = jkb_pdf_lines_join (pages);
  g_assert_cmpstr (joined, ==, expected);
}

static void
test_lines (void)
{
  static const char *const japanese[] = { "一二三四五六七八九十一二三四五\n一二三四五六七八九十一二三四五\n六。\n以上\n", NULL };
  static const char *const latin[] = { "The staff lost a card with infor-\nmation about the customers of\nthe shop.\n", NULL };
  static const char *const marks[] = { "一二三四五六七八九十一二三四五\n・一二三四五六七八九十一二三四\n1. 二三四五六七八九十一二三四\n", NULL };
  static const char *const spaced[] = { "お 知 ら せ\n山田 太郎\nA 社 の 箱\n", NULL };
  static const char *const look_alike[] = { "⽇本⻑⾷⾒\n", NULL };
  static const char *const numbers[] = { "一\n1\n", "二\n2 / 3\n", "三\n- 3 -\n", NULL };
  static const char *const no_number[] = { "一\n412\n", NULL };

  check_lines (japanese, "一二三四五六七八九十一二三四五一二三四五六七八九十一二三四五六。\n以上");
  check_lines (latin, "The staff lost a card with information about the customers of the shop.");
  check_lines (marks, "一二三四五六七八九十一二三四五\n・一二三四五六七八九十一二三四\n1. 二三四五六七八九十一二三四");
  check_lines (spaced, "お知らせ\n山田 太郎\nA 社の箱");
  check_lines (look_alike, "日本長食見");
  check_lines (numbers, "一\n二\n三");
  check_lines (no_number, "一\n412");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  extractor = jkb_extractor_new (NULL, NULL);
  g_assert_nonnull (extractor);
  g_test_add_func ("/pdf/lines", test_lines);
  g_test_add_func ("/pdf/notice", test_notice);
  g_test_add_func ("/pdf/columns", test_columns);
  g_test_add_func ("/pdf/refused", test_refused);
  status = g_test_run ();
  jkb_extractor_free (extractor);
  return status;
}
