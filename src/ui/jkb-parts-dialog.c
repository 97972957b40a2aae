/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-parts-dialog.h"

#include <glib/gi18n-lib.h>

#include "store/jkb-store-pairs.h"
#include "ui/jkb-casebook-actions.h"
#include "ui/jkb-dialog-size.h"
#include "ui/jkb-headline.h"
#include "ui/jkb-writing.h"

struct _JkbPartsDialog
{
  AdwWindow parent_instance;

  JkbCasePane *pane;
  JkbCasebook *casebook;
  GCancellable *cancellable;
  AdwPreferencesGroup *parts;           /* NULL when the dialog has gone */
};

G_DEFINE_FINAL_TYPE (JkbPartsDialog, jkb_parts_dialog, ADW_TYPE_WINDOW)

/* What a button does. */
typedef struct
{
  JkbPartsDialog *dialog;
  JkbEdit edit;
} Step;

static void
free_step (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
on_clicked_cb (GtkButton *button, Step *step)
{
  JkbPartsDialog *self = step->dialog;

  jkb_writing_edit (self->pane, self->casebook, &step->edit, 1,
                    g_strdup (step->edit.kind == JKB_EDIT_SPLIT ? _("The notice is a case of its own")
                                                                : _("The case stands for itself again")));
  gtk_window_destroy (GTK_WINDOW (self));
}

/* @can_be_done: whether anything would be left */
static void
add_row (JkbPartsDialog *self, AdwPreferencesGroup *group, const char *title, const char *subtitle, const char *words,
         JkbEdit edit, gboolean can_be_done)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (words);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *second = subtitle != NULL ? g_markup_escape_text (subtitle, -1) : NULL;
  Step *step = g_new (Step, 1);

  *step = (Step){ self, edit };
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (second != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), second);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, can_be_done);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, row, NULL, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_clicked_cb), step, free_step, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (group, row);
}

/* ---------------------------------------------------------------- parts */

static void
show_parts (JkbPartsDialog *self, const GPtrArray *parts)
{
  if (parts->len == 0)
    adw_preferences_group_set_description (self->parts, _("No other case was merged into this one."));
  for (guint i = 0; i < parts->len; i++)
    {
      const JkbIncident *part = parts->pdata[i];
      g_autofree char *line = jkb_headline_line (part);

      add_row (self, self->parts, line, part->title, _("_Take Out"),
               (JkbEdit){ .kind = JKB_EDIT_TAKE_APART, .incident_id = part->id }, TRUE);
    }
}

typedef struct
{
  JkbStore *store;
  gint64 incident_id;
} Reading;

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->store);
  g_free (reading);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Reading *reading = data;
  GError *error = NULL;
  GPtrArray *parts = jkb_store_load_parts (reading->store, reading->incident_id, cancellable, &error);

  if (parts != NULL)
    g_task_return_pointer (task, parts, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
on_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  JkbPartsDialog *self = JKB_PARTS_DIALOG (object);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) parts = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *words = parts == NULL ? jkb_casebook_describe_error (error) : NULL;
  g_autofree char *escaped = words != NULL ? g_markup_escape_text (words, -1) : NULL;

  if (self->parts == NULL)
    return;
  if (parts != NULL)
    show_parts (self, parts);
  else
    adw_preferences_group_set_description (self->parts, escaped);
}

static void
start_reading (JkbPartsDialog *self, gint64 incident_id)
{
  g_autoptr(GTask) task = g_task_new (self, self->cancellable, on_read_cb, NULL);
  Reading *reading = g_new0 (Reading, 1);

  reading->store = g_object_ref (jkb_casebook_get_store (self->casebook));
  reading->incident_id = incident_id;
  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, reading, free_reading);
  g_task_run_in_thread (task, read_in_thread);
}

/* ---------------------------------------------------------------- notices */

static GtkWidget *
make_notices (JkbPartsDialog *self, const JkbCaseFile *file)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Notices"));
  if (file->notices->len < 2)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                           _("Only one of several notices can become a case of its own."));
  for (guint i = 0; i < file->notices->len; i++)
    {
      const JkbCaseNotice *notice = file->notices->pdata[i];

      add_row (self, ADW_PREFERENCES_GROUP (group),
               notice->item->title != NULL ? notice->item->title : _("Without a heading"), notice->source_name,
               _("_Make a Case"), (JkbEdit){ .kind = JKB_EDIT_SPLIT, .notice_id = notice->id },
               file->notices->len > 1);
    }
  return group;
}

/* ---------------------------------------------------------------- the object */

static void
jkb_parts_dialog_dispose (GObject *object)
{
  JkbPartsDialog *self = JKB_PARTS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  self->parts = NULL;
  g_clear_object (&self->pane);
  g_clear_object (&self->casebook);
  G_OBJECT_CLASS (jkb_parts_dialog_parent_class)->dispose (object);
}

static void
jkb_parts_dialog_finalize (GObject *object)
{
  g_object_unref (JKB_PARTS_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (jkb_parts_dialog_parent_class)->finalize (object);
}

static void
jkb_parts_dialog_class_init (JkbPartsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jkb_parts_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = jkb_parts_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
jkb_parts_dialog_init (JkbPartsDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->parts = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->parts, _("Merged Cases"));
  gtk_window_set_default_size (GTK_WINDOW (self), 620, 520);
}

JkbPartsDialog *
jkb_parts_dialog_new (GtkWindow *parent, JkbCasePane *pane, JkbCasebook *casebook, const JkbCaseFile *file)
{
  JkbPartsDialog *self = g_object_new (JKB_TYPE_PARTS_DIALOG, "transient-for", parent, "modal", TRUE,
                                       "destroy-with-parent", TRUE, "title", _("Take Apart"), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();

  jkb_fit_dialog (GTK_WINDOW (self));
  self->pane = g_object_ref (pane);
  self->casebook = g_object_ref (casebook);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->parts);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (make_notices (self, file)));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (self), box);
  start_reading (self, file->incident->id);
  return self;
}
