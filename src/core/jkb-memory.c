/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/jkb-memory.h"

#include <string.h>

#ifdef __linux__
#include <sys/mman.h>
#endif

/* A large page of most processors. Where it is another size, nothing is gained and nothing lost. */
#define PAGE_BYTES ((gsize) 2 * 1024 * 1024)

gpointer
jkb_memory_new_table (gsize n_bytes)
{
  gsize n_pages = MAX (n_bytes, 1) / PAGE_BYTES + (MAX (n_bytes, 1) % PAGE_BYTES != 0);
  gpointer table = g_aligned_alloc (n_pages, PAGE_BYTES, PAGE_BYTES);

#ifdef MADV_HUGEPAGE
  madvise (table, n_pages * PAGE_BYTES, MADV_HUGEPAGE);
#endif
  return memset (table, 0, n_bytes);
}

void
jkb_memory_free_table (gpointer table)
{
  g_aligned_free (table);
}
