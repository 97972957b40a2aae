/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a mail and as a header of one: see fuzz-extract.c for how to build it with libFuzzer. */
#include "extract/jkb-mail-code.h"
#include "extract/jkb-mail.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize n_bytes)
{
  const char *data = n_bytes > 0 ? (const char *) bytes : "";
  g_autoptr(JkbMail) mail = jkb_mail_read (data, n_bytes);
  g_autofree char *words = jkb_mail_code_words (data, n_bytes);

  jkb_mail_is_mail (data, n_bytes);
  g_assert_true (g_utf8_validate (mail->subject, -1, NULL));
  g_assert_true (mail->day == NULL || g_utf8_validate (mail->day, -1, NULL));
  g_assert_true (g_utf8_validate (words, -1, NULL));
  return 0;
}
