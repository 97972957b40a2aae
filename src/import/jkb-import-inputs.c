/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/jkb-import-private.h"

struct _JkbImportInputs
{
  GPtrArray *leaves;
  gboolean gives_way;
};

void
jkb_import_leaf_free (JkbImportLeaf *leaf)
{
  g_free (leaf->name);
  g_free (leaf->path);
  g_clear_object (&leaf->file);
  g_clear_pointer (&leaf->bytes, g_bytes_unref);
  g_clear_error (&leaf->error);
  g_free (leaf);
}

JkbImportInputs *
jkb_import_inputs_new (void)
{
  JkbImportInputs *self = g_new0 (JkbImportInputs, 1);

  self->leaves = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_import_leaf_free);
  return self;
}

static void
add_leaf (JkbImportInputs *self, JkbImportLeaf leaf)
{
  g_ptr_array_add (self->leaves, g_memdup2 (&leaf, sizeof leaf));
}

void
jkb_import_inputs_add_path (JkbImportInputs *self, const char *path)
{
  g_return_if_fail (self != NULL && path != NULL);

  add_leaf (self, (JkbImportLeaf){ .name = g_utf8_make_valid (path, -1), .path = g_strdup (path) });
}

void
jkb_import_inputs_add_file (JkbImportInputs *self, GFile *file)
{
  g_return_if_fail (self != NULL && G_IS_FILE (file));

  if (g_file_peek_path (file) != NULL)
    jkb_import_inputs_add_path (self, g_file_peek_path (file));
  else
    add_leaf (self, (JkbImportLeaf){ .name = g_file_get_uri (file), .file = g_object_ref (file) });
}

void
jkb_import_inputs_add_bytes (JkbImportInputs *self, const char *name, GBytes *bytes)
{
  g_return_if_fail (self != NULL && name != NULL && bytes != NULL);

  add_leaf (self, (JkbImportLeaf){ .name = g_utf8_make_valid (name, -1), .bytes = g_bytes_ref (bytes) });
}

void
jkb_import_inputs_add_all (JkbImportInputs *self, JkbImportInputs *others)
{
  g_return_if_fail (self != NULL && others != NULL && others != self);

  g_ptr_array_extend_and_steal (self->leaves, g_steal_pointer (&others->leaves));
  g_free (others);
}

void
jkb_import_inputs_set_gives_way (JkbImportInputs *self, gboolean gives_way)
{
  g_return_if_fail (self != NULL);

  self->gives_way = gives_way;
}

gboolean
jkb_import_inputs_gives_way (const JkbImportInputs *self)
{
  return self->gives_way;
}

const JkbImportLeaf *
jkb_import_inputs_get (const JkbImportInputs *self, guint index)
{
  return index < self->leaves->len ? g_ptr_array_index (self->leaves, index) : NULL;
}

void
jkb_import_inputs_free (JkbImportInputs *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->leaves);
  g_free (self);
}
