/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as an archive: see fuzz-extract.c for how to build it with libFuzzer. */
#include "extract/jkb-archive.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, n_bytes);
  JkbArchiveBudget budget = { 20, 1024 * 1024 };
  g_autoptr(GPtrArray) members = jkb_archive_read (bytes, &budget, NULL);

  g_assert_true (members == NULL || (members->len > 0 && members->len <= 20));
  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      const JkbArchiveMember *member = g_ptr_array_index (members, i);

      g_assert_true (g_utf8_validate (member->path, -1, NULL));
      g_assert_true ((member->bytes != NULL) == (member->error == NULL));
    }
  return 0;
}
