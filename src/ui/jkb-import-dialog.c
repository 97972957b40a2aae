/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-import-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/jkb-casebook-actions.h"
#include "ui/jkb-compat.h"
#include "ui/jkb-dialog-size.h"
#include "ui/jkb-import-head.h"
#include "ui/jkb-import-row.h"
#include "ui/jkb-import-words.h"

struct _JkbImportDialog
{
  AdwWindow parent_instance;

  JkbCasebook *casebook;
  GCancellable *cancellable;
  JkbImportReport *report;              /* NULL while it works */
  gboolean is_undone;
  gboolean is_announced;

  GtkWidget *cancel_button;
  GtkWidget *undo_button;
  GtkWidget *close_button;
  JkbImportHead *head;
  GtkListView *list;
};

enum
{
  IMPORTED,
  UNDONE,
  CASE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbImportDialog, jkb_import_dialog, ADW_TYPE_WINDOW)

static void
on_progress (const JkbImportProgress *progress, gpointer user_data)
{
  jkb_import_head_follow (JKB_IMPORT_DIALOG (user_data)->head, progress);
}

static void
show_report (JkbImportDialog *self, const GError *error)
{
  g_autoptr(GListModel) rows = jkb_import_rows_new (self->report);
  g_autoptr(GtkSelectionModel) model = NULL;
  g_autofree char *words = jkb_import_words_report (self->report);
  g_autofree char *failure = error != NULL ? jkb_casebook_describe_error (error) : NULL;
  gboolean stopped = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_steal_pointer (&rows)));
  gtk_list_view_set_model (self->list, model);
  jkb_import_head_end (self->head, words,
                       stopped ? _("Stopped. What was read until then is in the casebook.") : failure);
  gtk_widget_set_visible (self->cancel_button, FALSE);
  gtk_widget_set_visible (self->close_button, TRUE);
  gtk_widget_set_visible (self->undo_button, jkb_import_words_has_changed (self->report));
  gtk_widget_grab_focus (self->close_button);
  jkb_compat_announce (GTK_WIDGET (self), words);
}

/* The window hears of the import once: at once when the dialog is gone, else when it closes. */
static void
announce (JkbImportDialog *self)
{
  g_autofree char *words = NULL;

  if (self->is_announced || self->is_undone || self->report == NULL
      || !jkb_import_words_has_changed (self->report))
    return;
  self->is_announced = TRUE;
  words = jkb_import_words_report (self->report);
  g_signal_emit (self, signals[IMPORTED], 0, self->report->batch, words);
}

static void
on_imported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(JkbImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;

  jkb_import_run_finish (result, &self->report, &error);
  if (!gtk_widget_get_realized (GTK_WIDGET (self)))
    announce (self);
  else if (self->report != NULL)
    show_report (self, error);
}

static void
on_cancel_clicked_cb (GtkButton *button, JkbImportDialog *self)
{
  gtk_widget_set_sensitive (self->cancel_button, FALSE);
  g_cancellable_cancel (self->cancellable);
}

static void
on_undo_done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(JkbImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean good = jkb_store_write_finish (JKB_STORE (object), result, &error);
  g_autofree char *failure = good ? NULL : jkb_casebook_describe_error (error);

  g_signal_emit (self, signals[UNDONE], 0, good ? _("Import undone") : failure);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_undo_clicked_cb (GtkButton *button, JkbImportDialog *self)
{
  gtk_widget_set_sensitive (self->undo_button, FALSE);
  self->is_undone = TRUE;
  jkb_store_undo_batch_async (jkb_casebook_get_store (self->casebook), self->report->batch, NULL,
                              on_undo_done_cb, g_object_ref (self));
}

static void
on_row_activated_cb (GtkListView *list, guint position, JkbImportDialog *self)
{
  g_autoptr(JkbImportRow) row
      = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list)), position);
  gint64 case_id = jkb_import_row_get_case_id (row);

  if (case_id == 0)
    return;
  g_signal_emit (self, signals[CASE_CHOSEN], 0, case_id);
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
jkb_import_dialog_close_request (GtkWindow *window)
{
  JkbImportDialog *self = JKB_IMPORT_DIALOG (window);

  announce (self);
  return GTK_WINDOW_CLASS (jkb_import_dialog_parent_class)->close_request (window);
}

/* When it is closed, and when the window below it goes; what still runs keeps it a while. */
static void
jkb_import_dialog_unrealize (GtkWidget *widget)
{
  g_cancellable_cancel (JKB_IMPORT_DIALOG (widget)->cancellable);
  GTK_WIDGET_CLASS (jkb_import_dialog_parent_class)->unrealize (widget);
}

static void
jkb_import_dialog_finalize (GObject *object)
{
  JkbImportDialog *self = JKB_IMPORT_DIALOG (object);

  g_object_unref (self->cancellable);
  g_object_unref (self->casebook);
  g_clear_pointer (&self->report, jkb_import_report_free);
  G_OBJECT_CLASS (jkb_import_dialog_parent_class)->finalize (object);
}

static void
jkb_import_dialog_class_init (JkbImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  g_type_ensure (JKB_TYPE_IMPORT_HEAD);
  G_OBJECT_CLASS (klass)->finalize = jkb_import_dialog_finalize;
  widget_class->unrealize = jkb_import_dialog_unrealize;
  GTK_WINDOW_CLASS (klass)->close_request = jkb_import_dialog_close_request;
  signals[IMPORTED] = g_signal_new ("imported", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
  signals[UNDONE] = g_signal_new ("undone", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CASE_CHOSEN] = g_signal_new ("case-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jikenbo/Jikenbo/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, JkbImportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, JkbImportDialog, undo_button);
  gtk_widget_class_bind_template_child (widget_class, JkbImportDialog, close_button);
  gtk_widget_class_bind_template_child (widget_class, JkbImportDialog, head);
  gtk_widget_class_bind_template_child (widget_class, JkbImportDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_undo_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
jkb_import_dialog_init (JkbImportDialog *self)
{
  g_autoptr(GtkListItemFactory) factory = jkb_import_row_factory_new ();

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  jkb_compat_let_parent_go (GTK_WINDOW (self));
  gtk_list_view_set_factory (self->list, factory);
}

JkbImportDialog *
jkb_import_dialog_new (GtkWindow *parent, JkbCasebook *casebook)
{
  JkbImportDialog *self = g_object_new (JKB_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  jkb_fit_dialog (GTK_WINDOW (self));
  self->casebook = g_object_ref (casebook);
  return self;
}

void
jkb_import_dialog_run (JkbImportDialog *self, JkbImportInputs *inputs)
{
  g_return_if_fail (JKB_IS_IMPORT_DIALOG (self));

  gtk_window_present (GTK_WINDOW (self));
  jkb_import_run_async (jkb_casebook_get_store (self->casebook),
                        jkb_casebook_get_extractor (self->casebook), inputs, on_progress, self,
                        self->cancellable, on_imported_cb, g_object_ref (self));
}

gboolean
jkb_import_dialog_is_done (JkbImportDialog *self)
{
  g_return_val_if_fail (JKB_IS_IMPORT_DIALOG (self), TRUE);

  return self->report != NULL;
}
