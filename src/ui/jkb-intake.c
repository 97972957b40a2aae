/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-intake.h"

#include <glib/gi18n-lib.h>

#include "ui/jkb-compat.h"
#include "ui/jkb-import-dialog.h"
#include "ui/jkb-import-preview.h"
#include "ui/jkb-settings.h"

struct _JkbIntake
{
  GObject parent_instance;

  GtkWindow *window;                    /* weak */
  JkbCasebook *casebook;
  JkbToaster *toaster;
  JkbUndo *undo;
  JkbImportInputs *waiting;             /* for the casebook to be ready; all that was asked for until then */
};

enum
{
  CASE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbIntake, jkb_intake, G_TYPE_OBJECT)

/* ---------------------------------------------------------------- import */

static void
on_imported_cb (gpointer dialog, gint64 batch, const char *summary, JkbIntake *self)
{
  jkb_undo_note_edit (self->undo);
  jkb_toaster_offer_undo (self->toaster, summary);
}

static void
on_import_told_cb (gpointer dialog, const char *message, JkbIntake *self)
{
  jkb_toaster_say (self->toaster, message);
}

static void
on_case_chosen_cb (gpointer dialog, gint64 case_id, JkbIntake *self)
{
  g_signal_emit (self, signals[CASE_CHOSEN], 0, case_id);
}

static void
run_import (JkbIntake *self, JkbImportInputs *inputs)
{
  JkbImportDialog *dialog = jkb_import_dialog_new (self->window, self->casebook);

  g_signal_connect_object (dialog, "imported", G_CALLBACK (on_imported_cb), self, 0);
  g_signal_connect_object (dialog, "undone", G_CALLBACK (on_import_told_cb), self, 0);
  g_signal_connect_object (dialog, "case-chosen", G_CALLBACK (on_case_chosen_cb), self, 0);
  jkb_import_dialog_run (dialog, inputs);
}

static void
preview_import (JkbIntake *self, JkbImportInputs *inputs)
{
  JkbImportPreview *preview = jkb_import_preview_new (self->window, self->casebook);

  g_signal_connect_object (preview, "imported", G_CALLBACK (on_imported_cb), self, 0);
  g_signal_connect_object (preview, "failed", G_CALLBACK (on_import_told_cb), self, 0);
  g_signal_connect_object (preview, "case-chosen", G_CALLBACK (on_case_chosen_cb), self, 0);
  jkb_import_preview_run (preview, inputs);
}

static void
on_state_changed_cb (JkbCasebook *casebook, GParamSpec *pspec, JkbIntake *self)
{
  if (jkb_casebook_get_state (casebook) == JKB_CASEBOOK_READY && self->waiting != NULL)
    jkb_intake_take (self, g_steal_pointer (&self->waiting));
}

/* ---------------------------------------------------------------- dialog, clipboard, drop */

static void
on_files_chosen (GListModel *files, gpointer user_data)
{
  JkbIntake *self = user_data;
  JkbImportInputs *inputs = jkb_import_inputs_new ();

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);

      jkb_import_inputs_add_file (inputs, file);
    }
  jkb_intake_take (self, inputs);
}

static void
on_import_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  jkb_compat_choose_files (JKB_INTAKE (user_data)->window, _("Import Notices"), FALSE, on_files_chosen, user_data);
}

static void
on_import_folder_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  jkb_compat_choose_files (JKB_INTAKE (user_data)->window, _("Import a Folder"), TRUE, on_files_chosen, user_data);
}

static void
take_bytes (JkbIntake *self, const char *name, GBytes *bytes)
{
  JkbImportInputs *inputs = jkb_import_inputs_new ();

  jkb_import_inputs_add_bytes (inputs, name, bytes);
  jkb_intake_take (self, inputs);
}

static void
on_clipboard_copied_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(JkbIntake) self = user_data;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  gssize n_bytes = g_output_stream_splice_finish (G_OUTPUT_STREAM (object), result, &error);

  if (self->window == NULL)
    return;
  if (n_bytes < 0)
    {
      jkb_toaster_say (self->toaster, error->message);
      return;
    }
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (object));
  take_bytes (self, _("Clipboard"), bytes);
}

static void
on_clipboard_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(JkbIntake) self = user_data;
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GInputStream) input
      = gdk_clipboard_read_finish (GDK_CLIPBOARD (object), result, NULL, NULL);

  if (self->window == NULL)
    return;
  if (input == NULL)
    {
      jkb_toaster_say (self->toaster, _("There is no text in the clipboard"));
      return;
    }
  /* What this very program copied is written by its own main loop: never wait for it here. */
  g_output_stream_splice_async (stream, input,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE
                                    | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, on_clipboard_copied_cb,
                                g_steal_pointer (&self));
}

static void
on_paste_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const char *types[] = { "text/html", "text/plain;charset=utf-8", "text/plain", NULL };

  gdk_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (JKB_INTAKE (user_data)->window)), types, G_PRIORITY_DEFAULT, NULL,
                            on_clipboard_read_cb, g_object_ref (user_data));
}

static gboolean
on_dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, JkbIntake *self)
{
  JkbImportInputs *inputs;
  GSList *files;

  if (G_VALUE_HOLDS_STRING (value))
    {
      const char *text = g_value_get_string (value);
      g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

      take_bytes (self, _("Dropped text"), bytes);
      return TRUE;
    }
  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;
  files = g_value_get_boxed (value);
  inputs = jkb_import_inputs_new ();
  for (GSList *l = files; l != NULL; l = l->next)
    jkb_import_inputs_add_file (inputs, l->data);
  jkb_intake_take (self, inputs);
  return TRUE;
}

/* ---------------------------------------------------------------- the object */

static void
jkb_intake_dispose (GObject *object)
{
  JkbIntake *self = JKB_INTAKE (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->casebook);
  g_clear_object (&self->toaster);
  g_clear_object (&self->undo);
  g_clear_pointer (&self->waiting, jkb_import_inputs_free);
  G_OBJECT_CLASS (jkb_intake_parent_class)->dispose (object);
}

static void
jkb_intake_class_init (JkbIntakeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jkb_intake_dispose;
  signals[CASE_CHOSEN] = g_signal_new ("case-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
jkb_intake_init (JkbIntake *self)
{
}

JkbIntake *
jkb_intake_new (GtkWindow *window, JkbCasebook *casebook, JkbToaster *toaster, JkbUndo *undo)
{
  JkbIntake *self = g_object_new (JKB_TYPE_INTAKE, NULL);

  g_set_weak_pointer (&self->window, window);
  self->casebook = g_object_ref (casebook);
  self->toaster = g_object_ref (toaster);
  self->undo = g_object_ref (undo);
  g_signal_connect_object (casebook, "notify::state", G_CALLBACK (on_state_changed_cb), self, 0);
  return self;
}

void
jkb_intake_take (JkbIntake *self, JkbImportInputs *inputs)
{
  JkbStore *store;
  GSettings *settings = jkb_settings_get ();

  g_return_if_fail (JKB_IS_INTAKE (self));

  jkb_import_inputs_set_gives_way (inputs, TRUE);
  store = jkb_casebook_get_store (self->casebook);
  if (store == NULL || jkb_casebook_get_extractor (self->casebook) == NULL)
    {
      if (self->waiting != NULL)
        jkb_import_inputs_add_all (self->waiting, inputs);
      else
        self->waiting = inputs;
      return;
    }
  if (jkb_store_is_read_only (store))
    {
      jkb_import_inputs_free (inputs);
      jkb_toaster_say (self->toaster, _("This casebook cannot be written"));
      return;
    }
  if (settings == NULL || g_settings_get_boolean (settings, "import-preview"))
    preview_import (self, inputs);
  else
    run_import (self, inputs);
}

void
jkb_intake_add_actions (JkbIntake *self, GActionMap *map)
{
  static const GActionEntry entries[] = {
    { "import", on_import_activated_cb },
    { "import-folder", on_import_folder_activated_cb },
    { "paste", on_paste_activated_cb },
  };

  g_return_if_fail (JKB_IS_INTAKE (self));

  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
}

void
jkb_intake_add_drop_target (JkbIntake *self, GtkWidget *widget)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  g_return_if_fail (JKB_IS_INTAKE (self));

  gtk_drop_target_set_gtypes (drop, types, G_N_ELEMENTS (types));
  g_signal_connect_object (drop, "drop", G_CALLBACK (on_dropped_cb), self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drop));
}
