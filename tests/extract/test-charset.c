/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "extract/jkb-binary.h"
#include "extract/jkb-charset.h"
#include "extract/jkb-extract-error.h"

#define PROSE                                                                                     \
  "このたび、弊社の担当者がＵＳＢメモリを紛失したことが判明しました。\n　ご心配をおかけし、お詫び申し上げます。\n"      \
  "・氏名\n・住所①\n"
#define NARROW "ｼﾞｭｳｼｮ ﾄ ｼﾒｲ ｦ ﾌｸﾑ ｼﾘｮｳ ｦ ﾌﾝｼﾂ ｼﾏｼﾀ\n"
#define KANJI "個人情報漏洩"

static GBytes *
encode (const char *text, const char *codec, const char *mark)
{
  g_autoptr(GError) error = NULL;
  gsize n_body, n_mark = strlen (mark);
  g_autofree char *body = g_convert (text, -1, codec, "UTF-8", NULL, &n_body, &error);
  char *bytes = g_malloc (n_mark + n_body);

  g_assert_no_error (error);
  memcpy (bytes, mark, n_mark);
  memcpy (bytes + n_mark, body, n_body);
  return g_bytes_new_take (bytes, n_mark + n_body);
}

static void
assert_decodes (const char *text, const char *codec, const char *mark, const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) encoded = encode (text, codec, mark);
  gsize n_bytes;
  const char *bytes = g_bytes_get_data (encoded, &n_bytes);
  g_autofree char *decoded = NULL;
  const char *charset;
  guint n_broken;

  g_assert_false (jkb_binary_refuse (bytes, n_bytes, NULL));
  decoded = jkb_charset_decode (bytes, n_bytes, &charset, &n_broken, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (decoded, ==, text);
  g_assert_cmpstr (charset, ==, name);
  g_assert_cmpuint (n_broken, ==, 0);
}

static void
test_encodings (void)
{
  static const struct
  {
    const char *text, *codec, *mark, *name;
  } cases[] = {
    { PROSE, "UTF-8", "", "UTF-8" },
    { PROSE, "UTF-8", "\xef\xbb\xbf", "UTF-8" },
    { PROSE, "UTF-16LE", "\xff\xfe", "UTF-16LE" },
    { PROSE, "UTF-16BE", "\xfe\xff", "UTF-16BE" },
    { PROSE, "UTF-16LE", "", "UTF-16LE" },
    { PROSE, "UTF-16BE", "", "UTF-16BE" },
    { PROSE, "CP932", "", "Shift_JIS" },
    { PROSE, "EUC-JP-MS", "", "EUC-JP" },
    { NARROW, "UTF-16LE", "", "UTF-16LE" },
    { NARROW, "CP932", "", "Shift_JIS" },
    { NARROW, "EUC-JP-MS", "", "EUC-JP" },
    { NARROW "\n" PROSE, "CP932", "", "Shift_JIS" },
    { KANJI, "EUC-JP-MS", "", "EUC-JP" },
    { KANJI, "CP932", "", "Shift_JIS" },
    { "Plain words only.\n", "UTF-16BE", "", "UTF-16BE" },
    { "We regret that the clinic’s laptop – stolen in Köln – was not encrypted.\n", "WINDOWS-1252",
      "", "windows-1252" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_decodes (cases[i].text, cases[i].codec, cases[i].mark, cases[i].name);
}

/* As mail has it; with half-width kana by either way and ㈱ and ①, which the standard lacks. */
static void
test_iso_2022_jp (void)
{
  static const struct
  {
    const char *bytes, *text;
  } cases[] = {
    { "\x1b$B8D?M>pJs\x1b(B 12\n", "個人情報 12\n" },
    { "\x1b$@8D?M\x1b(J.\n", "個人.\n" },
    { "\x1b(I6E\x1b(B\n", "ｶﾅ\n" },
    { "\x1b$B8D\x1b(B\x0e" "6E\x0f.\n", "個ｶﾅ.\n" },
    { "\x1b$B-j-!\x1b(B\n", "㈱①\n" },
    { "\x1b$B8D?M\n2\n", "個人\n2\n" },
    { "\x1b$B8D?\x1b(B\n", "個\xef\xbf\xbd\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *charset;
      guint n_broken;
      g_autofree char *text = jkb_charset_decode (cases[i].bytes, strlen (cases[i].bytes), &charset,
                                                  &n_broken, NULL);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (charset, ==, "ISO-2022-JP");
      g_assert_false (jkb_binary_refuse (cases[i].bytes, strlen (cases[i].bytes), NULL));
    }
}

/* What a file says of itself does not stand against its bytes … */
static void
test_wrong_declaration (void)
{
  assert_decodes ("<meta charset=Shift_JIS>" PROSE, "UTF-8", "", "UTF-8");
  assert_decodes ("<meta charset=EUC-JP>" PROSE, "CP932", "", "Shift_JIS");
  assert_decodes ("<meta charset=Shift_JIS>" PROSE, "EUC-JP-MS", "", "EUC-JP");
  assert_decodes ("<?xml version='1.0' encoding='UTF-8'?>" PROSE, "EUC-JP-MS", "", "EUC-JP");
  assert_decodes ("<meta charset=\"utf-8\">" PROSE, "UTF-16LE", "\xff\xfe", "UTF-16LE");
}

/* … but settles what they leave open: these are kanji in EUC-JP, half-width kana in Shift_JIS. */
static void
test_declaration (void)
{
  static const char ambiguous[] = "\xb8\xc4\xbf\xcd\xbe\xd0\xca\xd9";
  static const struct
  {
    const char *declaration, *name;
  } cases[] = {
    { "", "EUC-JP" },
    { "<meta charset=\"shift_jis\">", "Shift_JIS" },
    { "<META http-equiv=x content='text/html; charset=Windows-31J'>", "Shift_JIS" },
    { "<?xml version='1.0' encoding='x-sjis'?>", "Shift_JIS" },
    { "<meta charset=klingon><meta charset = 'sjis'>", "Shift_JIS" },
    { "<meta charset=euc-jp>", "EUC-JP" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *bytes = g_strconcat (cases[i].declaration, ambiguous, NULL);
      const char *charset;
      guint n_broken;
      g_autofree char *text
          = jkb_charset_decode (bytes, strlen (bytes), &charset, &n_broken, NULL);

      g_assert_nonnull (text);
      g_assert_cmpstr (charset, ==, cases[i].name);
    }
}

static void
test_broken (void)
{
#define LONE_SURROGATE "\xff\xfe\x00\xd8\x42\x30"
#define HALF_UNIT "\xff\xfe\x42\x30\x44"
#define HALF_PAIR "\x82\xb1\x82\xcc\x82\xbd\x82\xd1\x82"
  static const struct
  {
    const char *bytes;
    gsize n_bytes;
    const char *text;
    guint n_broken;
  } cases[] = {
    { "\xe6\x97\xa5\xff\xfe\xe6\x9c\xac\xe3\x81\xaf", 11, "日\xef\xbf\xbd本は", 1 },
    { "\xe3\x81\x82\xe3\x81", 5, "あ\xef\xbf\xbd", 1 },
    { "\xed\xa0\x80\xe3\x81\x82", 6, "\xef\xbf\xbdあ", 1 },
    { "\xe3\x81\x82\0\xe3\x81\x84", 7, "あい", 0 },
    { LONE_SURROGATE, sizeof LONE_SURROGATE - 1, "\xef\xbf\xbdあ", 1 },
    { HALF_UNIT, sizeof HALF_UNIT - 1, "あ\xef\xbf\xbd", 1 },
    { HALF_PAIR, sizeof HALF_PAIR - 1, "このたび\xef\xbf\xbd", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *charset;
      guint n_broken;
      g_autofree char *text
          = jkb_charset_decode (cases[i].bytes, cases[i].n_bytes, &charset, &n_broken, NULL);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpuint (n_broken, ==, cases[i].n_broken);
    }
}

static void
test_no_text (void)
{
  g_autoptr(GError) error = NULL;
  const char *charset;
  guint n_broken;
  char noise[600];

  for (gsize i = 0; i < sizeof noise; i++)
    noise[i] = i % 4 == 3 ? 'x' : "\xff\x80\xfe"[i % 4];
  g_assert_null (jkb_charset_decode (noise, sizeof noise, &charset, &n_broken, &error));
  g_assert_error (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_CHARSET);
}

static void
test_binary (void)
{
  static const char zeros[4096] = { 0 };
  static const struct
  {
    const char *bytes;
    gsize n_bytes;
    int code;
    const char *word;
  } cases[] = {
    { "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, JKB_EXTRACT_ERROR_UNSUPPORTED, "PNG" },
    { "%PDF-1.7\n", 9, JKB_EXTRACT_ERROR_UNSUPPORTED, "PDF" },
    { "PK\x03\x04\x14\0", 6, JKB_EXTRACT_ERROR_UNSUPPORTED, "ZIP" },
    { zeros, sizeof zeros, JKB_EXTRACT_ERROR_BINARY, "binary" },
    { "\1\2\3\4words\5\6", 11, JKB_EXTRACT_ERROR_BINARY, "binary" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_true (jkb_binary_refuse (cases[i].bytes, cases[i].n_bytes, &error));
      g_assert_error (error, JKB_EXTRACT_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].word));
    }
  g_assert_false (jkb_binary_refuse ("plain\n", 6, NULL));
}

/* Whatever comes in, valid UTF-8 without NUL goes out, or an error. */
static void
test_any_bytes (void)
{
  static const char pieces[] = "\xff\xfe\x1b$B\0\x82\xa0\xa4\xe3\x81";

  for (int round = 0; round < 3000; round++)
    {
      g_autoptr(GError) error = NULL;
      guint8 bytes[80];
      gsize n = (gsize) g_test_rand_int_range (0, sizeof bytes);
      g_autofree char *text = NULL;
      const char *charset;
      guint n_broken;

      for (gsize i = 0; i < n; i++)
        bytes[i] = g_test_rand_bit ()
                       ? (guint8) g_test_rand_int_range (0, 256)
                       : (guint8) pieces[g_test_rand_int_range (0, sizeof pieces - 1)];
      text = jkb_charset_decode ((const char *) bytes, n, &charset, &n_broken, &error);
      g_assert_true (text != NULL ? g_utf8_validate (text, -1, NULL) : error != NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/charset/encodings", test_encodings);
  g_test_add_func ("/extract/charset/iso-2022-jp", test_iso_2022_jp);
  g_test_add_func ("/extract/charset/wrong-declaration", test_wrong_declaration);
  g_test_add_func ("/extract/charset/declaration", test_declaration);
  g_test_add_func ("/extract/charset/broken", test_broken);
  g_test_add_func ("/extract/charset/no-text", test_no_text);
  g_test_add_func ("/extract/charset/binary", test_binary);
  g_test_add_func ("/extract/charset/any-bytes", test_any_bytes);
  return g_test_run ();
}
