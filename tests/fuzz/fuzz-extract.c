/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes through the whole extractor. With libFuzzer:
 *
 *     clang -fsanitize=fuzzer,address,undefined … fuzz-extract.c, linked with the room `extract`
 *
 * In the test suite drive-corpus.c runs it over tests/data/fuzz/extract, inputs of past crashes
 * among them.
 */
#include <string.h>

#include "extract/jkb-extractor.h"
#include "fuzz.h"

static void
check_item (const JkbItem *item)
{
  gsize n_bytes = strlen (item->text);

  g_assert_true (g_utf8_validate (item->text, (gssize) n_bytes, NULL));
  g_assert_true (item->is_notice == (item->set_aside_reason == NULL));
  for (guint i = 0; i < item->facts->len; i++)
    {
      const JkbFact *fact = g_ptr_array_index (item->facts, i);

      g_assert_cmpuint (fact->span.begin, <=, fact->span.end);
      g_assert_cmpuint (fact->span.end, <=, n_bytes);
      g_assert_true (g_utf8_validate (item->text + fact->span.begin,
                                      (gssize) (fact->span.end - fact->span.begin), NULL));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  static JkbExtractor *extractor = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new (data, n_bytes);
  g_autoptr(JkbSource) source = NULL;

  if (extractor == NULL)
    extractor = jkb_extractor_new (NULL, NULL);
  g_assert_nonnull (extractor);
  source = jkb_extractor_read (extractor, "fuzz", bytes, NULL, NULL);
  if (source == NULL)
    return 0;
  g_assert_cmpuint (source->items->len, >, 0);
  for (guint i = 0; i < source->items->len; i++)
    check_item (g_ptr_array_index (source->items, i));
  return 0;
}
