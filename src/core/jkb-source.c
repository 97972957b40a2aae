/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/jkb-source.h"

JkbSource *
jkb_source_new (const char *name, GBytes *bytes)
{
  JkbSource *source = g_new0 (JkbSource, 1);

  source->name = g_utf8_make_valid (name, -1);
  source->kind = "text";
  source->charset = "UTF-8";
  source->bytes = g_bytes_ref (bytes);
  source->items = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_item_free);
  source->notes = g_ptr_array_new_with_free_func (g_free);
  g_atomic_ref_count_init (&source->ref_count);
  return source;
}

const char *
jkb_source_sha256 (const JkbSource *source)
{
  JkbSource *self = (JkbSource *) source;

  if (g_once_init_enter (&self->sha256))
    g_once_init_leave (&self->sha256, g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->bytes));
  return self->sha256;
}

JkbSource *
jkb_source_ref (JkbSource *source)
{
  g_atomic_ref_count_inc (&source->ref_count);
  return source;
}

void
jkb_source_unref (JkbSource *source)
{
  if (!g_atomic_ref_count_dec (&source->ref_count))
    return;
  g_free (source->name);
  g_bytes_unref (source->bytes);
  g_free (source->sha256);
  g_ptr_array_unref (source->items);
  g_ptr_array_unref (source->notes);
  g_free (source);
}
