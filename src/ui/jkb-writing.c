/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-writing.h"

#include <glib/gi18n-lib.h>

#include "ui/jkb-casebook-actions.h"

typedef struct
{
  JkbCasePane *pane;
  char *message;
} Change;

void
jkb_writing_say (JkbCasePane *pane, const char *message, gboolean can_undo)
{
  g_return_if_fail (JKB_IS_CASE_PANE (pane));

  g_signal_emit_by_name (pane, "edited", message, can_undo);
}

JkbStore *
jkb_writing_get_store (JkbCasePane *pane, JkbCasebook *casebook)
{
  JkbStore *store;

  g_return_val_if_fail (JKB_IS_CASEBOOK (casebook), NULL);

  store = jkb_casebook_get_store (casebook);
  if (store == NULL || !jkb_store_is_read_only (store))
    return store;
  jkb_writing_say (pane, _("This casebook cannot be written"), FALSE);
  return NULL;
}

static void
on_written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Change *change = user_data;
  g_autoptr(GError) error = NULL;
  gboolean good = jkb_store_write_finish (JKB_STORE (object), result, &error);
  g_autofree char *failure = good ? NULL : jkb_casebook_describe_error (error);

  jkb_writing_say (change->pane, good ? change->message : failure, good);
  g_object_unref (change->pane);
  g_free (change->message);
  g_free (change);
}

static Change *
new_change (JkbCasePane *pane, char *message)
{
  Change *change = g_new0 (Change, 1);

  change->pane = g_object_ref (pane);
  change->message = message;
  return change;
}

void
jkb_writing_edit (JkbCasePane *pane, JkbCasebook *casebook, const JkbEdit *edits, gsize n_edits, char *message)
{
  JkbStore *store = jkb_writing_get_store (pane, casebook);

  if (store != NULL)
    jkb_store_edit_async (store, edits, n_edits, NULL, on_written_cb, new_change (pane, message));
  else
    g_free (message);
}

void
jkb_writing_edit_lists (JkbCasePane *pane, JkbCasebook *casebook, const JkbListEdit *edit, char *message)
{
  JkbStore *store = jkb_writing_get_store (pane, casebook);

  if (store != NULL)
    jkb_store_edit_lists_async (store, edit, NULL, on_written_cb, new_change (pane, message));
  else
    g_free (message);
}
