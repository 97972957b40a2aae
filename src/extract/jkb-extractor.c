/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-extractor.h"

#include <string.h>

#include "core/jkb-paths.h"

struct _JkbExtractor
{
  char *rules_dir;
};

static gboolean
check_bytes (GBytes *bytes, GError **error)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  if (n_bytes > JKB_EXTRACTOR_MAX_BYTES)
    g_set_error_literal (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_TOO_LARGE,
                         "larger than 64 MiB");
  else if (n_bytes == 0)
    g_set_error_literal (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_EMPTY, "empty file");
  else if (!g_utf8_validate_len (data, n_bytes, NULL))
    g_set_error_literal (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_CHARSET, "not UTF-8");
  else
    return TRUE;
  return FALSE;
}

JkbExtractor *
jkb_extractor_new (const char *rules_dir, GError **error)
{
  JkbExtractor *self = g_new0 (JkbExtractor, 1);

  self->rules_dir = rules_dir != NULL ? g_strdup (rules_dir) : jkb_paths_data_file ("extract");
  return self;
}

void
jkb_extractor_free (JkbExtractor *self)
{
  if (self == NULL)
    return;
  g_free (self->rules_dir);
  g_free (self);
}

JkbSource *
jkb_extractor_read (const JkbExtractor *self, const char *name, GBytes *bytes,
                    GCancellable *cancellable, GError **error)
{
  g_autoptr(JkbSource) source = NULL;
  JkbItem *item;

  g_return_val_if_fail (self != NULL && name != NULL && bytes != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !check_bytes (bytes, error))
    return NULL;
  source = jkb_source_new (name, bytes);
  item = jkb_item_new (g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
  item->is_notice = TRUE;
  g_ptr_array_add (source->items, item);
  return g_steal_pointer (&source);
}
