/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-scratch.h"

#include <sys/mman.h>

#define LARGE_PAGE_BYTES ((gsize) 2 << 20)
#define ALIGNMENT 64

gpointer
jkb_scratch_new (gsize n_bytes)
{
  gsize n_pages = (n_bytes + LARGE_PAGE_BYTES - 1) / LARGE_PAGE_BYTES;
  gpointer scratch;

  if (n_bytes < LARGE_PAGE_BYTES)
    return g_aligned_alloc (1, MAX (n_bytes, 1), ALIGNMENT);
  scratch = g_aligned_alloc (n_pages, LARGE_PAGE_BYTES, LARGE_PAGE_BYTES);
#ifdef MADV_HUGEPAGE
  /* A system that has none gives small ones. */
  (void) madvise (scratch, n_pages * LARGE_PAGE_BYTES, MADV_HUGEPAGE);
#endif
  return scratch;
}

void
jkb_scratch_free (gpointer scratch)
{
  g_aligned_free (scratch);
}
