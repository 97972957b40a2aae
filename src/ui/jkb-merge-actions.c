/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-merge-actions.h"

#include <glib/gi18n-lib.h>

#include "ui/jkb-merge-dialog.h"
#include "ui/jkb-parts-dialog.h"
#include "ui/jkb-writing.h"

/* More do not stand side by side in any window. */
#define N_CASES_MAX 6

/* What the actions work on; each holds a copy. */
typedef struct
{
  JkbTwinFinder *finder;                /* not owned: the page has it */
  JkbCaseTable *table;
  JkbCasePane *pane;
} Actions;

static void
free_actions (gpointer data, GClosure *closure)
{
  g_free (data);
}

static JkbCasebook *
get_casebook (Actions *self)
{
  return jkb_scope_get_casebook (jkb_case_table_get_scope (self->table));
}

static GtkWindow *
get_window (Actions *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->table)));
}

/* ---------------------------------------------------------------- one of several */

static void
on_merged_cb (JkbMergeDialog *dialog, gint64 whole, JkbCaseTable *table)
{
  jkb_scope_set_case_id (jkb_case_table_get_scope (table), whole);
}

/* @reason: (nullable): why they may be one incident */
static void
open_dialog (Actions *self, const GArray *ids, const char *reason)
{
  JkbMergeDialog *dialog;

  if (jkb_writing_get_store (self->pane, get_casebook (self)) == NULL)
    return;
  dialog = jkb_merge_dialog_new (get_window (self), self->pane, get_casebook (self), ids, reason);
  g_signal_connect_object (dialog, "merged", G_CALLBACK (on_merged_cb), self->table, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The case that is shown is the one that stays. */
static void
on_merge_activated_cb (GSimpleAction *action, GVariant *parameter, Actions *self)
{
  g_autoptr(GArray) ids = jkb_case_table_list_chosen (self->table);
  gint64 shown = jkb_scope_get_case_id (jkb_case_table_get_scope (self->table));

  for (guint i = 1; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == shown)
      {
        g_array_remove_index (ids, i);
        g_array_prepend_val (ids, shown);
      }
  if (ids->len < 2)
    jkb_writing_say (self->pane, _("Choose two or more cases that are one incident"), FALSE);
  else if (ids->len > N_CASES_MAX)
    jkb_writing_say (self->pane, _("Choose no more than six cases at once"), FALSE);
  else
    open_dialog (self, ids, NULL);
}

static void
on_compare_activated_cb (GSimpleAction *action, GVariant *parameter, Actions *self)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *reason = NULL;
  const JkbTwinProposal *proposal;
  gint64 one, other;

  g_variant_get (parameter, "(xx)", &one, &other);
  g_array_append_val (ids, one);
  g_array_append_val (ids, other);
  proposal = jkb_twin_finder_find (self->finder, one, other);
  reason = proposal != NULL ? jkb_twin_words (proposal) : NULL;
  open_dialog (self, ids, reason);
}

static void
on_different_activated_cb (GSimpleAction *action, GVariant *parameter, Actions *self)
{
  JkbEdit edit = { .kind = JKB_EDIT_DIFFERENT };

  g_variant_get (parameter, "(xx)", &edit.incident_id, &edit.other_id);
  jkb_writing_edit (self->pane, get_casebook (self), &edit, 1, g_strdup (_("Remembered as different incidents")));
}

/* ---------------------------------------------------------------- several of one */

static void
on_take_apart_activated_cb (GSimpleAction *action, GVariant *parameter, Actions *self)
{
  const JkbCaseFile *file = jkb_case_pane_get_file (self->pane);

  if (file == NULL)
    jkb_writing_say (self->pane, _("Choose a case first"), FALSE);
  else if (jkb_writing_get_store (self->pane, get_casebook (self)) != NULL)
    gtk_window_present (GTK_WINDOW (jkb_parts_dialog_new (get_window (self), self->pane, get_casebook (self), file)));
}

static void
add_action (const Actions *self, GActionMap *map, const char *name, const char *type, GCallback callback)
{
  g_autoptr(GSimpleAction) action = g_simple_action_new (name, type != NULL ? G_VARIANT_TYPE (type) : NULL);

  g_signal_connect_data (action, "activate", callback, g_memdup2 (self, sizeof *self), free_actions, 0);
  g_action_map_add_action (map, G_ACTION (action));
}

void
jkb_merge_actions_add (JkbTwinFinder *finder, JkbCaseTable *table, JkbCasePane *pane, GActionMap *map)
{
  const Actions self = { finder, table, pane };

  g_return_if_fail (JKB_IS_TWIN_FINDER (finder) && JKB_IS_CASE_TABLE (table) && JKB_IS_CASE_PANE (pane));

  add_action (&self, map, "merge-cases", NULL, G_CALLBACK (on_merge_activated_cb));
  add_action (&self, map, "compare-cases", "(xx)", G_CALLBACK (on_compare_activated_cb));
  add_action (&self, map, "different-pair", "(xx)", G_CALLBACK (on_different_activated_cb));
  add_action (&self, map, "take-apart", NULL, G_CALLBACK (on_take_apart_activated_cb));
}
