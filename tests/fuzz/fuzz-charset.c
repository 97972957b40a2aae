/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as text in any encoding, the first byte choosing what a mail would declare: see fuzz-extract.c for
 * how to build it with libFuzzer.
 */
#include <string.h>

#include "extract/jkb-charset.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  static const char *const labels[] = { NULL, "utf-8", "shift_jis", "euc-jp", "iso-2022-jp", "utf-16", "windows-1252", "x-none" };
  const char *label = n_bytes > 0 ? labels[data[0] % G_N_ELEMENTS (labels)] : NULL;
  const char *charset = NULL;
  guint n_broken = 0;
  g_autofree char *text = NULL;

  if (n_bytes == 0)
    return 0;
  text = jkb_charset_decode_labelled ((const char *) data + 1, n_bytes - 1, label, &charset, &n_broken, NULL);
  g_assert_nonnull (charset);
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
  return 0;
}
