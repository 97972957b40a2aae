/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-merge-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/jkb-casebook-actions.h"
#include "ui/jkb-dialog-size.h"
#include "ui/jkb-merge-grid.h"
#include "ui/jkb-pane-parts.h"
#include "ui/jkb-shrink.h"
#include "ui/jkb-writing.h"

struct _JkbMergeDialog
{
  AdwWindow parent_instance;

  JkbCasePane *pane;
  JkbCasebook *casebook;
  GCancellable *cancellable;
  char *reason;
  JkbMergePlan *plan;                   /* NULL until the cases are read */
  GtkWidget *merge_button;
  GtkWidget *different_button;
  GtkStack *stack;                      /* reading, cases, failed */
};

enum
{
  MERGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbMergeDialog, jkb_merge_dialog, ADW_TYPE_WINDOW)

static JkbIncident *
get_case (JkbMergeDialog *self, guint place)
{
  return ((JkbCaseFile *) jkb_merge_plan_get_files (self->plan)->pdata[place])->incident;
}

/* ---------------------------------------------------------------- what a person decides */

static void
on_merge_clicked_cb (GtkButton *button, JkbMergeDialog *self)
{
  g_autoptr(GArray) edits = jkb_merge_plan_edits (self->plan);
  guint n_cases = jkb_merge_plan_get_files (self->plan)->len;

  jkb_writing_edit (self->pane, self->casebook, (const JkbEdit *) edits->data, edits->len,
                    /* Translators: %u is a number of cases, two or more */
                    g_strdup_printf (ngettext ("%u case merged", "%u cases merged", n_cases), n_cases));
  g_signal_emit (self, signals[MERGED], 0, get_case (self, 0)->id);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Each of them is told apart from each other one. */
static void
on_different_clicked_cb (GtkButton *button, JkbMergeDialog *self)
{
  g_autoptr(GArray) edits = g_array_new (FALSE, TRUE, sizeof (JkbEdit));
  guint n_cases = jkb_merge_plan_get_files (self->plan)->len;

  for (guint i = 0; i < n_cases; i++)
    for (guint j = i + 1; j < n_cases; j++)
      {
        JkbEdit edit = { .kind = JKB_EDIT_DIFFERENT, .incident_id = get_case (self, i)->id,
                         .other_id = get_case (self, j)->id };

        g_array_append_val (edits, edit);
      }
  jkb_writing_edit (self->pane, self->casebook, (const JkbEdit *) edits->data, edits->len,
                    g_strdup (_("Remembered as different incidents")));
  gtk_window_destroy (GTK_WINDOW (self));
}

/* ---------------------------------------------------------------- reading */

static void
show_cases (JkbMergeDialog *self)
{
  GtkBox *box = jkb_parts_new_box ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *columns = gtk_scrolled_window_new ();

  if (self->reason != NULL)
    {
      /* Translators: why two cases may be one incident, e.g. "One organisation · announced on the same day" */
      g_autofree char *words = g_strdup_printf (_("Maybe the same: %s"), self->reason);

      jkb_parts_add_text (box, words, NULL);
    }
  jkb_parts_add_text (box, _("The cases become one, with the notices of all. It can be undone, and the case can be taken"
                             " apart again."), "dim-label");
  /* Only what stands in columns is moved sideways; sentences go on in a further line. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (columns), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (columns), jkb_merge_grid_new (self->plan));
  gtk_box_append (box, columns);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (box));
  gtk_stack_add_named (self->stack, scrolled, "cases");
  gtk_stack_set_visible_child_name (self->stack, "cases");
  gtk_widget_set_sensitive (self->merge_button, TRUE);
  gtk_widget_set_sensitive (self->different_button, TRUE);
  gtk_widget_grab_focus (self->merge_button);
}

static void
show_failure (JkbMergeDialog *self, const char *words)
{
  GtkWidget *page = adw_status_page_new ();
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dialog-error-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("The Cases Cannot Be Shown"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), escaped);
  gtk_stack_add_named (self->stack, page, "failed");
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

typedef struct
{
  JkbStore *store;
  GArray *ids;
} Reading;

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->store);
  g_array_unref (reading->ids);
  g_free (reading);
}

static void
free_file (gpointer file)
{
  jkb_case_file_free (file);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Reading *reading = data;
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (free_file);

  for (guint i = 0; i < reading->ids->len; i++)
    {
      JkbCaseFile *file;
      GError *error = NULL;

      if (!jkb_store_load_case (reading->store, g_array_index (reading->ids, gint64, i), &file, cancellable, &error))
        {
          g_task_return_error (task, error);
          return;
        }
      if (file != NULL && !file->binned)
        g_ptr_array_add (files, file);
      else
        jkb_case_file_free (file);
    }
  g_task_return_pointer (task, g_steal_pointer (&files), (GDestroyNotify) g_ptr_array_unref);
}

static void
on_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  JkbMergeDialog *self = JKB_MERGE_DIALOG (object);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) files = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *words = files == NULL ? jkb_casebook_describe_error (error) : NULL;

  if (self->stack == NULL)
    return;
  if (files == NULL)
    show_failure (self, words);
  else if (files->len < 2)
    show_failure (self, _("One of them is gone meanwhile, or lies in the bin."));
  else
    {
      self->plan = jkb_merge_plan_new (files);
      show_cases (self);
    }
}

static void
start_reading (JkbMergeDialog *self, const GArray *ids)
{
  g_autoptr(GTask) task = g_task_new (self, self->cancellable, on_read_cb, NULL);
  Reading *reading = g_new0 (Reading, 1);

  reading->store = g_object_ref (jkb_casebook_get_store (self->casebook));
  reading->ids = g_array_copy ((GArray *) ids);
  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, reading, free_reading);
  g_task_run_in_thread (task, read_in_thread);
}

/* ---------------------------------------------------------------- the object */

static void
jkb_merge_dialog_dispose (GObject *object)
{
  JkbMergeDialog *self = JKB_MERGE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  self->stack = NULL;
  g_clear_object (&self->pane);
  g_clear_object (&self->casebook);
  G_OBJECT_CLASS (jkb_merge_dialog_parent_class)->dispose (object);
}

static void
jkb_merge_dialog_finalize (GObject *object)
{
  JkbMergeDialog *self = JKB_MERGE_DIALOG (object);

  g_object_unref (self->cancellable);
  g_free (self->reason);
  g_clear_pointer (&self->plan, jkb_merge_plan_free);
  G_OBJECT_CLASS (jkb_merge_dialog_parent_class)->finalize (object);
}

static void
jkb_merge_dialog_class_init (JkbMergeDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jkb_merge_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = jkb_merge_dialog_finalize;
  signals[MERGED] = g_signal_new ("merged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
new_button (const char *title, GCallback callback, JkbMergeDialog *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (title);

  gtk_widget_set_sensitive (button, FALSE);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  return button;
}

static void
jkb_merge_dialog_init (JkbMergeDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *spinner = gtk_spinner_new ();

  self->cancellable = g_cancellable_new ();
  self->merge_button = new_button (_("_Merge"), G_CALLBACK (on_merge_clicked_cb), self);
  self->different_button = new_button (_("_Different Incidents"), G_CALLBACK (on_different_clicked_cb), self);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_add_css_class (self->merge_button, "suggested-action");
  jkb_shrink_title (ADW_HEADER_BAR (header), GTK_WINDOW (self));
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  jkb_cut_button (GTK_BUTTON (cancel));
  jkb_cut_button (GTK_BUTTON (self->merge_button));
  jkb_shrink_labels (self->different_button);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->merge_button);
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_stack_add_named (self->stack, spinner, "reading");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_widget_set_halign (self->different_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->different_button, "merge-answer");
  gtk_box_append (GTK_BOX (box), self->different_button);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 860, 640);
}

JkbMergeDialog *
jkb_merge_dialog_new (GtkWindow *parent, JkbCasePane *pane, JkbCasebook *casebook, const GArray *ids,
                      const char *reason)
{
  JkbMergeDialog *self;

  g_return_val_if_fail (ids != NULL && ids->len >= 2, NULL);

  self = g_object_new (JKB_TYPE_MERGE_DIALOG, "transient-for", parent, "modal", TRUE, "destroy-with-parent", TRUE,
                       "title", _("Merge Cases"), NULL);
  jkb_fit_dialog (GTK_WINDOW (self));
  self->pane = g_object_ref (pane);
  self->casebook = g_object_ref (casebook);
  self->reason = g_strdup (reason);
  start_reading (self, ids);
  return self;
}

JkbMergePlan *
jkb_merge_dialog_get_plan (JkbMergeDialog *self)
{
  g_return_val_if_fail (JKB_IS_MERGE_DIALOG (self), NULL);

  return self->plan;
}
