/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-undo.h"

#include "ui/jkb-casebook-actions.h"
#include "ui/jkb-reference.h"

struct _JkbUndo
{
  GObject parent_instance;

  JkbCasebook *casebook;
  JkbScope *scope;
  JkbToaster *toaster;
  GArray *edits;                        /* gint64, times of edits that can be undone */
  GArray *undone_edits;                 /* likewise, of those that can be done again */
};

G_DEFINE_FINAL_TYPE (JkbUndo, jkb_undo, G_TYPE_OBJECT)

static gint64
get_last_time (const GArray *times)
{
  return times->len > 0 ? g_array_index (times, gint64, times->len - 1) : 0;
}

static void
push_time (GArray *times)
{
  gint64 now = g_get_monotonic_time ();

  g_array_append_val (times, now);
}

static void
pop_time (GArray *times)
{
  if (times->len > 0)
    g_array_set_size (times, times->len - 1);
}

static void
on_swapped_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(JkbUndo) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean good = jkb_store_write_finish (JKB_STORE (object), result, &error);
  g_autofree char *failure = good ? NULL : jkb_casebook_describe_error (error);

  if (!good)
    jkb_toaster_say (self->toaster, failure);
}

static void
on_reference_stepped_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(JkbUndo) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!jkb_reference_swap_finish (JKB_REFERENCE (object), result, &error))
    jkb_toaster_say (self->toaster, error->message);
}

static void
step_edits (JkbUndo *self, gboolean is_undo)
{
  JkbStore *store = jkb_casebook_get_store (self->casebook);

  pop_time (is_undo ? self->edits : self->undone_edits);
  push_time (is_undo ? self->undone_edits : self->edits);
  if (store == NULL)
    return;
  if (is_undo)
    jkb_store_undo_async (store, NULL, on_swapped_cb, g_object_ref (self));
  else
    jkb_store_redo_async (store, NULL, on_swapped_cb, g_object_ref (self));
}

static void
jkb_undo_dispose (GObject *object)
{
  JkbUndo *self = JKB_UNDO (object);

  g_clear_object (&self->casebook);
  g_clear_object (&self->scope);
  g_clear_object (&self->toaster);
  G_OBJECT_CLASS (jkb_undo_parent_class)->dispose (object);
}

static void
jkb_undo_finalize (GObject *object)
{
  JkbUndo *self = JKB_UNDO (object);

  g_array_unref (self->edits);
  g_array_unref (self->undone_edits);
  G_OBJECT_CLASS (jkb_undo_parent_class)->finalize (object);
}

static void
jkb_undo_class_init (JkbUndoClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jkb_undo_dispose;
  G_OBJECT_CLASS (klass)->finalize = jkb_undo_finalize;
}

static void
jkb_undo_init (JkbUndo *self)
{
  self->edits = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->undone_edits = g_array_new (FALSE, FALSE, sizeof (gint64));
}

JkbUndo *
jkb_undo_new (JkbCasebook *casebook, JkbScope *scope, JkbToaster *toaster)
{
  JkbUndo *self = g_object_new (JKB_TYPE_UNDO, NULL);

  self->casebook = g_object_ref (casebook);
  self->scope = g_object_ref (scope);
  self->toaster = g_object_ref (toaster);
  return self;
}

void
jkb_undo_note_edit (JkbUndo *self)
{
  g_return_if_fail (JKB_IS_UNDO (self));

  push_time (self->edits);
  g_array_set_size (self->undone_edits, 0);
}

void
jkb_undo_step (JkbUndo *self, gboolean is_undo)
{
  JkbReference *reference = jkb_reference_get_default ();
  gint64 edit, filter, own;

  g_return_if_fail (JKB_IS_UNDO (self));

  if (is_undo)
    jkb_toaster_withdraw (self->toaster);
  edit = get_last_time (is_undo ? self->edits : self->undone_edits);
  filter = is_undo ? jkb_scope_get_undo_time (self->scope) : jkb_scope_get_redo_time (self->scope);
  own = jkb_reference_get_step_time (reference, is_undo);
  if (own > MAX (edit, filter))
    jkb_reference_step_async (reference, is_undo, on_reference_stepped_cb, g_object_ref (self));
  else if (filter <= edit)
    step_edits (self, is_undo);
  else if (is_undo)
    jkb_scope_undo (self->scope);
  else
    jkb_scope_redo (self->scope);
}
