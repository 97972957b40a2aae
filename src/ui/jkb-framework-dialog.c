/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-framework-dialog.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#include "frameworks/jkb-framework-open.h"
#include "frameworks/jkb-framework-shelf.h"
#include "ui/jkb-column-pane.h"
#include "ui/jkb-compat.h"
#include "ui/jkb-dialog-size.h"
#include "ui/jkb-framework-preview.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-role-words.h"
#include "ui/jkb-shrink.h"

struct _JkbFrameworkDialog
{
  AdwWindow parent_instance;

  char *name;                           /* of the file, as it is shown */
  JkbFrameworkOpened *opened;           /* NULL until it is read */

  GtkWidget *cancel_button;
  GtkWidget *accept_button;
  GtkWidget *columns_button;
  JkbColumnPane *columns;
  GtkStack *stack;                      /* NULL when the dialog has gone */
  AdwStatusPage *failure;
  GtkScrolledWindow *preview;
};

enum
{
  IMPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbFrameworkDialog, jkb_framework_dialog, ADW_TYPE_WINDOW)

static void
show_failure (JkbFrameworkDialog *self, const char *reason)
{
  g_autofree char *words = g_strdup_printf (_("%s: %s"), self->name, reason);
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  adw_status_page_set_description (self->failure, escaped);
  gtk_stack_set_visible_child_name (self->stack, "failed");
  gtk_widget_set_sensitive (self->accept_button, FALSE);
  gtk_widget_grab_focus (self->cancel_button);
  jkb_compat_announce (GTK_WIDGET (self), words);
}

static const char *
word_code (const GError *error)
{
  if (error->domain != JKB_FRAMEWORK_ERROR)
    return _("It cannot be read.");
  switch ((JkbFrameworkError) error->code)
    {
    case JKB_FRAMEWORK_ERROR_TOO_LARGE:
      return _("It holds more than any file of a framework does.");
    case JKB_FRAMEWORK_ERROR_MALFORMED:
      return _("It is damaged, or holds something else than it should.");
    case JKB_FRAMEWORK_ERROR_UNKNOWN:
      return _("It is no file of a framework and no table.");
    }
  g_return_val_if_reached ("");
}

/* In words of the person, and as exactly as it is known. */
static void
show_error (JkbFrameworkDialog *self, const GError *error)
{
  g_autofree char *reason = g_strdup_printf ("%s (%s)", word_code (error), error->message);

  show_failure (self, reason);
}

static void
show_preview (JkbFrameworkDialog *self)
{
  JkbFrameworks *frameworks = jkb_reference_get_frameworks (jkb_reference_get_default ());

  if (frameworks == NULL)
    {
      show_failure (self, _("the frameworks themselves cannot be read"));
      return;
    }
  gtk_scrolled_window_set_child (self->preview,
                                 jkb_framework_preview_new (self->opened->file, frameworks));
  gtk_stack_set_visible_child_name (self->stack, "preview");
  gtk_button_set_label (GTK_BUTTON (self->accept_button), _("_Import"));
  gtk_widget_set_visible (self->columns_button, self->opened->sheets != NULL);
  gtk_widget_set_sensitive (self->accept_button, TRUE);
  gtk_widget_grab_focus (self->accept_button);
}

/* ---- columns of a table ---- */

static void
show_columns (JkbFrameworkDialog *self)
{
  jkb_column_pane_show (self->columns, self->opened->sheets, self->opened->map);
  gtk_stack_set_visible_child_name (self->stack, "columns");
  gtk_button_set_label (GTK_BUTTON (self->accept_button), _("C_ontinue"));
  gtk_widget_set_visible (self->columns_button, FALSE);
  gtk_widget_set_sensitive (self->accept_button, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->columns), GTK_DIR_TAB_FORWARD);
}

static void
on_columns_clicked_cb (GtkButton *button, JkbFrameworkDialog *self)
{
  show_columns (self);
}

/* A table has some ten thousand cells: that takes no time that could be noticed. */
static void
apply_columns (JkbFrameworkDialog *self)
{
  JkbFrameworks *frameworks = jkb_reference_get_frameworks (jkb_reference_get_default ());
  JkbColumnMap *map = jkb_column_pane_get_map (self->columns);
  g_autoptr(GError) error = NULL;
  JkbFrameworkFile *file
      = jkb_column_map_apply (map, self->opened->sheets, frameworks, &error);

  jkb_column_map_free (self->opened->map);
  self->opened->map = map;
  if (file == NULL)
    {
      jkb_column_pane_complain (
          self->columns,
          _("Name the framework, in letters and digits. Then assign a column with the names of roles, "
            "or columns that are roles and one with the words of statements."));
      return;
    }
  jkb_framework_file_free (self->opened->file);
  self->opened->file = file;
  show_preview (self);
}

/* ---- reading ---- */

static void
read_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *path = g_file_get_path (data);
  g_autofree char *own = jkb_own_folder ();
  g_autoptr(JkbFrameworks) frameworks = jkb_frameworks_load (NULL, NULL);
  GError *error = NULL;
  JkbFrameworkOpened *opened = NULL;

  if (path != NULL)
    opened = jkb_framework_open (path, own, NULL, frameworks, &error);
  else
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "not on this computer");
  if (opened != NULL)
    g_task_return_pointer (task, opened, (GDestroyNotify) jkb_framework_opened_free);
  else
    g_task_return_error (task, error);
}

static void
on_file_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  JkbFrameworkDialog *self = JKB_FRAMEWORK_DIALOG (object);
  g_autoptr(GError) error = NULL;

  self->opened = g_task_propagate_pointer (G_TASK (result), &error);
  if (self->stack == NULL)
    return;
  if (self->opened == NULL)
    show_error (self, error);
  else if (self->opened->file == NULL)
    show_columns (self);
  else
    show_preview (self);
}

/* ---- keeping ---- */

static void
remember_map (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *own = jkb_own_folder ();

  /* That it is not remembered costs a question next time, and is no failure of the import. */
  jkb_framework_remember_map (own, JKB_FRAMEWORK_DIALOG (source)->opened, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
announce (JkbFrameworkDialog *self, JkbFrameworks *frameworks)
{
  const JkbFrameworkFile *file = self->opened->file;
  g_autofree char *title = jkb_role_words_edition (file, frameworks);
  g_autofree char *counts = jkb_role_words_counts (file);
  /* Translators: a framework and its edition, and how much was in the file */
  g_autofree char *words = g_strdup_printf (_("%s imported: %s"), title, counts);
  const JkbFramework *edition = jkb_framework_file_find_loaded (file, frameworks);
  g_autofree char *target = g_strdup_printf ("%s/%s", edition->id, edition->edition);

  g_signal_emit (self, signals[IMPORTED], 0, words, target);
}

static void
on_kept_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(JkbFrameworkDialog) self = user_data;
  JkbReference *reference = JKB_REFERENCE (object);
  g_autoptr(GError) error = NULL;

  if (!jkb_reference_swap_finish (reference, result, &error))
    {
      if (self->stack != NULL)
        show_error (self, error);
      return;
    }
  announce (self, jkb_reference_get_frameworks (reference));
  if (self->stack != NULL)
    gtk_window_close (GTK_WINDOW (self));
}

static void
on_accept_clicked_cb (GtkButton *button, JkbFrameworkDialog *self)
{
  g_autofree char *name = NULL;
  g_autoptr(GBytes) contents = NULL;
  char *table;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "columns") == 0)
    {
      apply_columns (self);
      return;
    }
  if (self->opened->map != NULL)
    {
      g_autoptr(GTask) task = g_task_new (self, NULL, NULL, NULL);

      g_task_set_source_tag (task, remember_map);
      g_task_run_in_thread (task, remember_map);
    }
  name = jkb_own_name_imported (self->opened->file);
  table = jkb_framework_file_print (self->opened->file);
  contents = g_bytes_new_take (table, strlen (table));
  gtk_widget_set_visible (self->columns_button, FALSE);
  gtk_widget_set_sensitive (self->accept_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "waiting");
  jkb_reference_swap_async (jkb_reference_get_default (), name, contents, on_kept_cb,
                            g_object_ref (self));
}

/* ---- life ---- */

static void
jkb_framework_dialog_dispose (GObject *object)
{
  JKB_FRAMEWORK_DIALOG (object)->stack = NULL;
  G_OBJECT_CLASS (jkb_framework_dialog_parent_class)->dispose (object);
}

static void
jkb_framework_dialog_finalize (GObject *object)
{
  JkbFrameworkDialog *self = JKB_FRAMEWORK_DIALOG (object);

  g_clear_pointer (&self->opened, jkb_framework_opened_free);
  g_free (self->name);
  G_OBJECT_CLASS (jkb_framework_dialog_parent_class)->finalize (object);
}

static void
jkb_framework_dialog_class_init (JkbFrameworkDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (JKB_TYPE_COLUMN_PANE);
  G_OBJECT_CLASS (klass)->dispose = jkb_framework_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = jkb_framework_dialog_finalize;
  signals[IMPORTED]
      = g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jikenbo/Jikenbo/framework-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, JkbFrameworkDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, JkbFrameworkDialog, accept_button);
  gtk_widget_class_bind_template_child (widget_class, JkbFrameworkDialog, columns_button);
  gtk_widget_class_bind_template_child (widget_class, JkbFrameworkDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, JkbFrameworkDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, JkbFrameworkDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, JkbFrameworkDialog, preview);
  gtk_widget_class_bind_template_callback (widget_class, on_accept_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_columns_clicked_cb);
}

static void
jkb_framework_dialog_init (JkbFrameworkDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jkb_compat_let_parent_go (GTK_WINDOW (self));
  jkb_cut_button (GTK_BUTTON (self->cancel_button));
  jkb_cut_button (GTK_BUTTON (self->columns_button));
  jkb_cut_button (GTK_BUTTON (self->accept_button));
}

JkbFrameworkDialog *
jkb_framework_dialog_new (GtkWindow *parent)
{
  JkbFrameworkDialog *self = g_object_new (JKB_TYPE_FRAMEWORK_DIALOG, "transient-for", parent, NULL);

  jkb_fit_dialog (GTK_WINDOW (self));
  return self;
}

void
jkb_framework_dialog_run (JkbFrameworkDialog *self, GFile *file)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (JKB_IS_FRAMEWORK_DIALOG (self));
  g_return_if_fail (self->name == NULL);

  self->name = g_file_get_parse_name (file);
  task = g_task_new (self, NULL, on_file_read_cb, NULL);
  g_task_set_source_tag (task, jkb_framework_dialog_run);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_file);
  gtk_window_present (GTK_WINDOW (self));
}
