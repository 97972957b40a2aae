/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-chosen-actions.h"

#include <glib/gi18n-lib.h>

#include "ui/jkb-case-copy.h"
#include "ui/jkb-writing.h"

typedef struct
{
  JkbCaseTable *table;
  JkbCasePane *pane;
} Chosen;

static void
free_chosen (gpointer data, GClosure *closure)
{
  g_free (data);
}

/* ---------------------------------------------------------------- copy */

typedef struct
{
  JkbSelection *selection;
  GArray *ids;
  GArray *columns;
  gboolean as_csv;
} Copy;

static void
free_copy (gpointer data)
{
  Copy *copy = data;

  jkb_selection_unref (copy->selection);
  g_array_unref (copy->ids);
  g_array_unref (copy->columns);
  g_free (copy);
}

static void
copy_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Copy *copy = data;

  g_task_return_pointer (task, jkb_case_copy_text (copy->selection, copy->ids, (const JkbColumn *) copy->columns->data,
                                                   copy->columns->len, copy->as_csv), g_free);
}

static void
on_copied_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(JkbCasePane) pane = user_data;
  const Copy *copy = g_task_get_task_data (G_TASK (result));
  g_autofree char *text = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autofree char *message = NULL;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (object)), text);
  /* Translators: %u is the number of cases copied to the clipboard */
  message = g_strdup_printf (ngettext ("%u case copied", "%u cases copied", copy->ids->len), copy->ids->len);
  jkb_writing_say (pane, message, FALSE);
}

static void
on_copy_activated_cb (GSimpleAction *action, GVariant *parameter, Chosen *self)
{
  JkbSelection *selection = jkb_scope_get_rows (jkb_case_table_get_scope (self->table));
  g_autoptr(GArray) ids = jkb_case_table_list_chosen (self->table);
  g_autoptr(GTask) task = NULL;
  Copy *copy;

  if (selection == NULL || ids->len == 0)
    {
      jkb_writing_say (self->pane, _("Choose the cases to copy"), FALSE);
      return;
    }
  copy = g_new0 (Copy, 1);
  copy->selection = jkb_selection_ref (selection);
  copy->ids = g_array_ref (ids);
  copy->columns = jkb_case_table_list_columns (self->table, TRUE);
  copy->as_csv = g_str_equal (g_variant_get_string (parameter, NULL), "csv");
  task = g_task_new (self->table, NULL, on_copied_cb, g_object_ref (self->pane));
  g_task_set_source_tag (task, on_copy_activated_cb);
  g_task_set_task_data (task, copy, free_copy);
  g_task_run_in_thread (task, copy_in_thread);
}

/* ---------------------------------------------------------------- change */

/* All of it is one step. @message: (transfer full): what was done */
static void
write_edits (Chosen *self, GArray *edits, char *message)
{
  jkb_writing_edit (self->pane, jkb_scope_get_casebook (jkb_case_table_get_scope (self->table)),
                    (const JkbEdit *) edits->data, edits->len, message);
}

/* Each of them is told apart from each other one. */
static void
on_different_activated_cb (GSimpleAction *action, GVariant *parameter, Chosen *self)
{
  g_autoptr(GArray) ids = jkb_case_table_list_chosen (self->table);
  g_autoptr(GArray) edits = g_array_new (FALSE, TRUE, sizeof (JkbEdit));

  for (guint i = 0; i < ids->len; i++)
    for (guint j = i + 1; j < ids->len; j++)
      {
        JkbEdit edit = { .kind = JKB_EDIT_DIFFERENT, .incident_id = g_array_index (ids, gint64, i),
                         .other_id = g_array_index (ids, gint64, j) };

        g_array_append_val (edits, edit);
      }
  if (edits->len == 0)
    jkb_writing_say (self->pane, _("Choose two or more cases that are not one incident"), FALSE);
  else
    write_edits (self, edits, g_strdup (_("Remembered as different incidents")));
}

/* Nothing chosen: all cases that are shown. */
static void
on_lens_activated_cb (GSimpleAction *action, GVariant *parameter, Chosen *self)
{
  g_autoptr(GArray) ids = jkb_case_table_list_chosen (self->table);

  gtk_widget_activate_action_variant (
      GTK_WIDGET (self->table), "win.lens",
      g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids->data, ids->len, sizeof (gint64)));
}

static void
on_bin_activated_cb (GSimpleAction *action, GVariant *parameter, Chosen *self)
{
  g_autoptr(GArray) ids = jkb_case_table_list_chosen (self->table);
  g_autoptr(GArray) edits = g_array_new (FALSE, TRUE, sizeof (JkbEdit));

  for (guint i = 0; i < ids->len; i++)
    {
      JkbEdit edit = { .kind = JKB_EDIT_DELETE, .incident_id = g_array_index (ids, gint64, i) };

      g_array_append_val (edits, edit);
    }
  if (ids->len > 0)
    write_edits (self, edits,
                 g_strdup_printf (ngettext ("%u case moved to the bin", "%u cases moved to the bin", ids->len),
                                  ids->len));
}

static void
add_action (Chosen *self, GActionMap *map, const char *name, const GVariantType *type, GCallback callback)
{
  g_autoptr(GSimpleAction) action = g_simple_action_new (name, type);

  g_signal_connect_data (action, "activate", callback, g_memdup2 (self, sizeof *self), free_chosen, 0);
  g_action_map_add_action (map, G_ACTION (action));
}

/* As accelerators of the window they would take the keys from entries. */
static void
add_copy_keys (JkbCaseTable *table)
{
  static const struct
  {
    const char *keys, *format;
  } copies[] = { { "<Control>c", "text" }, { "<Control><Shift>c", "csv" } };
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (copies); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (shortcuts),
        gtk_shortcut_new_with_arguments (gtk_shortcut_trigger_parse_string (copies[i].keys),
                                         gtk_named_action_new ("win.copy-cases"), "s", copies[i].format));
  gtk_widget_add_controller (GTK_WIDGET (table), shortcuts);
}

void
jkb_chosen_actions_add (JkbCaseTable *table, JkbCasePane *pane, GActionMap *map)
{
  Chosen self = { table, pane };

  g_return_if_fail (JKB_IS_CASE_TABLE (table) && JKB_IS_CASE_PANE (pane));

  add_copy_keys (table);
  add_action (&self, map, "copy-cases", G_VARIANT_TYPE_STRING, G_CALLBACK (on_copy_activated_cb));
  add_action (&self, map, "different-cases", NULL, G_CALLBACK (on_different_activated_cb));
  add_action (&self, map, "lens-of-chosen", NULL, G_CALLBACK (on_lens_activated_cb));
  add_action (&self, map, "bin-cases", NULL, G_CALLBACK (on_bin_activated_cb));
}
