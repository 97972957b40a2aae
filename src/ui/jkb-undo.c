/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-undo.h"

struct _JkbUndo
{
  JkbEdit edit;
  char *value;
  gint64 batch;                         /* of an import, or 0 */
};

JkbUndo *
jkb_undo_new (const JkbEdit *edit)
{
  JkbUndo *undo = g_new0 (JkbUndo, 1);

  undo->edit = *edit;
  undo->value = g_strdup (edit->value);
  undo->edit.value = undo->value;
  return undo;
}

JkbUndo *
jkb_undo_new_import (gint64 batch)
{
  JkbUndo *undo = g_new0 (JkbUndo, 1);

  undo->batch = batch;
  return undo;
}

void
jkb_undo_free (JkbUndo *undo)
{
  if (undo == NULL)
    return;
  g_free (undo->value);
  g_free (undo);
}

void
jkb_undo_run_async (const JkbUndo *undo, JkbStore *store, GAsyncReadyCallback callback,
                    gpointer user_data)
{
  if (undo->batch != 0)
    jkb_store_undo_batch_async (store, undo->batch, NULL, callback, user_data);
  else
    jkb_store_edit_async (store, &undo->edit, 1, NULL, callback, user_data);
}
