/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "extract/jkb-extractor.h"
#include "extract/jkb-mail-code.h"
#include "extract/jkb-mail.h"

#define HEAD "From: =?UTF-8?B?44G/44Ga44Gf44G+?= <info@example.jp>\r\nDate: Thu, 03 Apr 2031 09:00:00 +0900\r\n"
#define LOSS "みずたま信用組合は、顧客412名の氏名を記載した書類を紛失しました。\r\n深くお詫び申し上げます。\r\n"

static JkbExtractor *extractor;

static JkbSource *
read_source (const char *bytes, gsize n_bytes, GError **error)
{
  g_autoptr(GBytes) contents = g_bytes_new (bytes, n_bytes);

  return jkb_extractor_read (extractor, "mail", contents, NULL, error);
}

static const JkbItem *
item_at (const JkbSource *source, guint i)
{
  g_assert_cmpuint (source->items->len, >, i);
  return g_ptr_array_index (source->items, i);
}

static void
test_words (void)
{
  static const struct
  {
    const char *raw;
    const char *expected;
  } cases[] = {
    { "plain words", "plain words" },
    { "=?UTF-8?B?57Sb5aSx?=", "紛失" },
    { "=?utf-8?q?=E7=B4=9B=E5=A4=B1_A?=", "紛失 A" },
    { "Re: =?ISO-2022-JP?B?GyRCSjY8OhsoQg==?= now", "Re: 紛失 now" },
    { "=?Shift_JIS?B?lbSOuA==?=", "紛失" },
    { "=?EUC-JP?Q?=CA=B6=BC=BA?=", "紛失" },
    { "=?UTF-8?B?57Sb?=\r\n =?UTF-8?B?5aSx?=", "紛失" },
    { "=?UTF-8?B?57Q=?= =?UTF-8?B?m+WksQ==?=", "紛失" },
    { "=?UTF-8*ja?B?57Sb5aSx?=", "紛失" },
    { "=?x?y?z?= =? ?=", "=?x?y?z?= =? ?=" },
    { "=?UTF-8?B?57Sb", "=?UTF-8?B?57Sb" },
    { "紛失\r\n のお知らせ", "紛失   のお知らせ" },
    { "A=?UTF-8?B?" "?= B", "A B" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = jkb_mail_code_words (cases[i].raw, strlen (cases[i].raw));

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_bodies (void)
{
  static const char quoted[] = "=E7=B4=\r\n=9B=E5=A4=B1 = =3D =X";
  static const char base64[] = "57Sb\r\n5aSx!";
  g_autoptr(GBytes) a = jkb_mail_code_body ("Quoted-Printable", quoted, strlen (quoted));
  g_autoptr(GBytes) b = jkb_mail_code_body ("BASE64", base64, strlen (base64));
  g_autoptr(GBytes) c = jkb_mail_code_body ("8bit", "x=41", 4);

  g_assert_cmpmem (g_bytes_get_data (a, NULL), g_bytes_get_size (a), "紛失 = = =X", strlen ("紛失 = = =X"));
  g_assert_cmpmem (g_bytes_get_data (b, NULL), g_bytes_get_size (b), "紛失", 6);
  g_assert_cmpmem (g_bytes_get_data (c, NULL), g_bytes_get_size (c), "x=41", 4);
}

/* A mail as Japanese programs send it: ISO-2022-JP in seven bits. */
static void
test_iso_2022_jp (void)
{
  g_autoptr(GError) error = NULL;
  gsize n_bytes;
  g_autofree char *body = g_convert (LOSS, -1, "ISO-2022-JP", "UTF-8", NULL, &n_bytes, NULL);
  g_autofree char *mail = g_strconcat (
      HEAD "Subject: =?ISO-2022-JP?B?GyRCPXFOYCRORjY8OiRLJEQkJCRGGyhC?=\r\nMIME-Version: 1.0\r\n"
           "Content-Type: text/plain; charset=iso-2022-jp\r\n\r\n", body, NULL);
  g_autoptr(JkbSource) source = read_source (mail, strlen (mail), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (source->kind, ==, "mail");
  g_assert_cmpstr (source->charset, ==, "ISO-2022-JP");
  g_assert_cmpuint (source->items->len, ==, 1);
  g_assert_true (item_at (source, 0)->is_notice);
  g_assert_cmpstr (jkb_item_value (item_at (source, 0), JKB_FIELD_ANNOUNCED), ==, "2031-04-03");
  g_assert_cmpstr (jkb_item_value (item_at (source, 0), JKB_FIELD_AFFECTED_PEOPLE), ==, "412");
}

/* HTML of two forms of the same, an attachment that is read, a picture that is passed over. */
static void
test_multipart (void)
{
  static const char mail[] =
      HEAD "Subject: lost papers\r\nContent-Type: multipart/mixed;\r\n boundary=\"out er\"\r\n\r\nfor old programs\r\n"
           "--out er\r\nContent-Type: multipart/alternative; boundary=in\r\n\r\n"
           "--in\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nplain form\r\n"
           "--in\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
           "<p>=E7=B4=9B=E5=A4=B1 of=\r\n papers</p><p>second</p>\r\n--in--\r\n"
           "--out er\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
           "--out er\r\nContent-Type: application/octet-stream; name=\"=?UTF-8?B?57Sb5aSx?=.txt\"\r\n"
           "Content-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n57Sb5aSxMQ==\r\n"
           "--out er\r\nContent-Type: application/zip; name=x.rtf\r\n\r\n{\\rtf1}\r\n--out er--\r\nepilogue\r\n";
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbSource) source = read_source (mail, strlen (mail), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (source->items->len, ==, 2);
  g_assert_cmpstr (item_at (source, 0)->text, ==, "lost papers\n\n2031-04-03\n\n紛失 of papers\n\nsecond");
  g_assert_cmpstr (item_at (source, 1)->text, ==, "紛失1");
  g_assert_cmpuint (source->notes->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (source->notes, 0), "attachment x.rtf: "));
}

static char *
wrap_mail (const char *inner)
{
  return g_strdup_printf ("From: a\nTo: b\nSubject: c\nContent-Type: message/rfc822\n\n%s", inner);
}

static void
test_nested (void)
{
  g_autofree char *mail = g_strdup ("From: a\nTo: b\nSubject: innermost\n\nwords\n");
  g_autoptr(JkbSource) once = NULL, often = NULL;
  g_autoptr(GError) error = NULL;

  for (int i = 0; i < 20; i++)
    {
      char *outer = wrap_mail (mail);

      if (i == 1)
        once = read_source (mail, strlen (mail), NULL);
      g_free (mail);
      mail = outer;
    }
  g_assert_nonnull (once);
  g_assert_nonnull (strstr (item_at (once, 0)->text, "innermost"));
  g_assert_null (read_source (mail, strlen (mail), &error));
  g_assert_error (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_EMPTY);
}

/* The label says UTF-8 where the bytes are Shift_JIS. */
static void
test_mislabelled (void)
{
  gsize n_bytes;
  g_autofree char *body = g_convert (LOSS, -1, "CP932", "UTF-8", NULL, &n_bytes, NULL);
  g_autofree char *mail = g_strconcat (HEAD "Subject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n", body, NULL);
  g_autoptr(JkbSource) source = read_source (mail, strlen (mail), NULL);

  g_assert_nonnull (source);
  g_assert_cmpstr (source->charset, ==, "Shift_JIS");
  g_assert_nonnull (strstr (item_at (source, 0)->text, "412名"));
}

static void
test_found (void)
{
  static const char *const mails[] = { "From: a\nTo: b\nSubject: c\n\n", "From x Thu\nReceived: by\n y\nDate: d\nSubject: e\n" };
  static const char *const others[] = { "Subject: a\nDate: b\n", "From: a\n\nTo: b\nSubject: c\n", "件名: a\n", "", "From " };

  for (gsize i = 0; i < G_N_ELEMENTS (mails); i++)
    g_assert_true (jkb_mail_is_mail (mails[i], strlen (mails[i])));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (jkb_mail_is_mail (others[i], strlen (others[i])));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  extractor = jkb_extractor_new (NULL, NULL);
  g_assert_nonnull (extractor);
  g_test_add_func ("/mail/words", test_words);
  g_test_add_func ("/mail/bodies", test_bodies);
  g_test_add_func ("/mail/iso-2022-jp", test_iso_2022_jp);
  g_test_add_func ("/mail/multipart", test_multipart);
  g_test_add_func ("/mail/nested", test_nested);
  g_test_add_func ("/mail/mislabelled", test_mislabelled);
  g_test_add_func ("/mail/found", test_found);
  status = g_test_run ();
  jkb_extractor_free (extractor);
  return status;
}
