/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "extract/jkb-charset.h"

#define PROSE                                                                                     \
  "このたび、弊社の担当者がＵＳＢメモリを紛失したことが判明しました。ご心配をおかけし、お詫び申し上げます。\n"        \
  "・氏名\n・住所①\n"

static void
assert_decodes (const char *codec, const char *mark, const char *declared, const char *name)
{
  g_autoptr(GError) error = NULL;
  gsize n_body, n_mark = strlen (mark);
  g_autofree char *body = g_convert (PROSE, -1, codec, "UTF-8", NULL, &n_body, &error);
  g_autofree char *bytes = NULL;
  g_autofree char *text = NULL;
  const char *charset, *what;
  guint n_broken;

  g_assert_no_error (error);
  bytes = g_malloc (n_mark + n_body);
  memcpy (bytes, mark, n_mark);
  memcpy (bytes + n_mark, body, n_body);
  g_assert_false (jkb_charset_is_binary (bytes, n_mark + n_body, &what));
  text = jkb_charset_decode (bytes, n_mark + n_body, declared, &charset, &n_broken);
  g_assert_cmpstr (text, ==, PROSE);
  g_assert_cmpstr (charset, ==, name);
  g_assert_cmpuint (n_broken, ==, 0);
}

static void
test_encodings (void)
{
  assert_decodes ("UTF-8", "", NULL, "UTF-8");
  assert_decodes ("UTF-8", "\xef\xbb\xbf", NULL, "UTF-8");
  assert_decodes ("UTF-16LE", "\xff\xfe", NULL, "UTF-16LE");
  assert_decodes ("UTF-16BE", "\xfe\xff", NULL, "UTF-16BE");
  assert_decodes ("UTF-16LE", "", NULL, "UTF-16LE");
  assert_decodes ("UTF-16BE", "", NULL, "UTF-16BE");
  assert_decodes ("CP932", "", NULL, "Shift_JIS");
  assert_decodes ("CP932", "", "Shift_JIS", "Shift_JIS");
  assert_decodes ("EUC-JP-MS", "", NULL, "EUC-JP");
  assert_decodes ("ISO-2022-JP-3", "", NULL, "ISO-2022-JP");
}

/* What a file says of itself does not stand against its bytes. */
static void
test_wrong_declaration (void)
{
  assert_decodes ("UTF-8", "", "Shift_JIS", "UTF-8");
  assert_decodes ("CP932", "", "EUC-JP", "Shift_JIS");
  assert_decodes ("EUC-JP-MS", "", "Shift_JIS", "EUC-JP");
  assert_decodes ("EUC-JP-MS", "", "UTF-8", "EUC-JP");
}

static void
test_declaration (void)
{
  static const struct
  {
    const char *text, *name;
  } cases[] = {
    { "<meta charset=\"shift_jis\">", "Shift_JIS" },
    { "<META http-equiv=x content='text/html; charset=EUC-JP'>", "EUC-JP" },
    { "<?xml version='1.0' encoding='UTF-8'?>", "UTF-8" },
    { "<meta charset=klingon><meta charset=utf-8>", "UTF-8" },
    { "no word of it", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (jkb_charset_declared (cases[i].text, strlen (cases[i].text)), ==,
                     cases[i].name);
}

static void
test_broken (void)
{
  static const struct
  {
    const char *bytes;
    gsize n_bytes;
    const char *text;
    guint n_broken;
  } cases[] = {
    { "\xe6\x97\xa5\xff\xfe\xe6\x9c\xac\xe3\x81\xaf", 11, "日\xef\xbf\xbd本は", 1 },
    { "\xe3\x81\x82\xe3\x81", 5, "あ\xef\xbf\xbd", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *charset;
      guint n_broken;
      g_autofree char *text
          = jkb_charset_decode (cases[i].bytes, cases[i].n_bytes, NULL, &charset, &n_broken);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpuint (n_broken, ==, cases[i].n_broken);
    }
}

static void
test_binary (void)
{
  const char *what;
  char zeros[4096] = { 0 };
  char control[64];

  g_assert_true (jkb_charset_is_binary ("\x89PNG\r\n", 6, &what));
  g_assert_cmpstr (what, ==, "a PNG picture");
  g_assert_true (jkb_charset_is_binary ("%PDF-1.4", 8, &what));
  g_assert_true (jkb_charset_is_binary (zeros, sizeof zeros, &what));
  g_assert_null (what);
  memset (control, 1, sizeof control);
  g_assert_true (jkb_charset_is_binary (control, sizeof control, &what));
  g_assert_false (jkb_charset_is_binary ("plain\n", 6, &what));
}

/* Whatever comes in, valid UTF-8 without NUL goes out. */
static void
test_any_bytes (void)
{
  for (int round = 0; round < 3000; round++)
    {
      guint8 bytes[80];
      gsize n = (gsize) g_test_rand_int_range (0, sizeof bytes);
      g_autofree char *text = NULL;
      const char *charset;
      guint n_broken;

      for (gsize i = 0; i < n; i++)
        bytes[i] = (guint8) (g_test_rand_bit () ? g_test_rand_int_range (0, 256)
                                                : "\xff\xfe\x1b$B\0\x82\xa0\xa4\xe3\x81"[i % 11] & 0xff);
      text = jkb_charset_decode ((const char *) bytes, n, NULL, &charset, &n_broken);
      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/charset/encodings", test_encodings);
  g_test_add_func ("/extract/charset/wrong-declaration", test_wrong_declaration);
  g_test_add_func ("/extract/charset/declaration", test_declaration);
  g_test_add_func ("/extract/charset/broken", test_broken);
  g_test_add_func ("/extract/charset/binary", test_binary);
  g_test_add_func ("/extract/charset/any-bytes", test_any_bytes);
  return g_test_run ();
}
