/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-print-actions.h"

#include <glib/gi18n-lib.h>

#include "ui/jkb-case-print.h"
#include "ui/jkb-list-print.h"

typedef struct
{
  JkbCaseTable *table;
  JkbCasePane *pane;
} Printed;

static void
free_printed (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
send (JkbPrint *print, JkbCasePane *pane)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  if (jkb_print_send (print, GTK_WIDGET (pane), NULL, &error))
    return;
  words = jkb_print_describe_error (error);
  g_signal_emit_by_name (pane, "edited", words, FALSE);
}

static void
on_print_list_activated_cb (GSimpleAction *action, GVariant *parameter, Printed *self)
{
  JkbSelection *selection = jkb_scope_get_selection (jkb_case_table_get_scope (self->table));
  g_autoptr(GArray) chosen = jkb_case_table_list_chosen (self->table);
  /* A sheet of paper is not wider because the window is. */
  g_autoptr(GArray) columns = jkb_case_table_list_columns (self->table, FALSE);

  if (selection != NULL && columns->len > 0)
    send (jkb_list_print_new (selection, chosen->len > 1 ? chosen : NULL, (const JkbColumn *) columns->data,
                              columns->len),
          self->pane);
}

static void
on_print_case_activated_cb (GSimpleAction *action, GVariant *parameter, Printed *self)
{
  const JkbCaseFile *file = jkb_case_pane_get_file (self->pane);

  if (file != NULL)
    send (jkb_case_print_new (file), self->pane);
  else
    g_signal_emit_by_name (self->pane, "edited", _("Choose the case to print"), FALSE);
}

static void
add_action (const Printed *self, GActionMap *map, const char *name, GCallback callback)
{
  g_autoptr(GSimpleAction) action = g_simple_action_new (name, NULL);

  g_signal_connect_data (action, "activate", callback, g_memdup2 (self, sizeof *self), free_printed, 0);
  g_action_map_add_action (map, G_ACTION (action));
}

/* Not accelerators of the window: those would take the key from the charts. */
static void
add_key (GtkWidget *widget, const char *action)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>p"),
                                                          gtk_named_action_new (action)));
  gtk_widget_add_controller (widget, shortcuts);
}

void
jkb_print_actions_add (GtkWidget *page, JkbCaseTable *table, JkbCasePane *pane, GActionMap *map)
{
  Printed self = { table, pane };

  g_return_if_fail (JKB_IS_CASE_TABLE (table) && JKB_IS_CASE_PANE (pane));

  add_action (&self, map, "print-list", G_CALLBACK (on_print_list_activated_cb));
  add_action (&self, map, "print-case", G_CALLBACK (on_print_case_activated_cb));
  add_key (page, "win.print-list");
  add_key (GTK_WIDGET (pane), "win.print-case");
}
