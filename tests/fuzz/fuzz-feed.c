/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes, made valid UTF-8, as a feed: see fuzz-extract.c for how to build it with libFuzzer. */
#include <string.h>

#include "extract/jkb-feed.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  g_autofree char *text = g_utf8_make_valid (n_bytes > 0 ? (const char *) data : "", (gssize) n_bytes);
  g_autoptr(GPtrArray) pages = NULL;

  jkb_feed_is_feed (text);
  pages = jkb_feed_read (text, strlen (text), NULL);
  for (guint i = 0; pages != NULL && i < pages->len; i++)
    g_assert_true (g_utf8_validate (((JkbPage *) g_ptr_array_index (pages, i))->text, -1, NULL));
  return 0;
}
