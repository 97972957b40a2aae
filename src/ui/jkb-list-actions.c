/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-list-actions.h"

#include <glib/gi18n-lib.h>

#include "query/jkb-filter-text.h"
#include "summary/jkb-filter-words.h"
#include "ui/jkb-list-dialog.h"
#include "ui/jkb-writing.h"

/* What the actions work on; each holds a copy. */
typedef struct
{
  JkbCaseLists *lists;                  /* not owned: the page has it */
  JkbScope *scope;                      /* likewise */
  JkbCaseTable *table;
  JkbCasePane *pane;
} Actions;

static void
free_actions (gpointer data, GClosure *closure)
{
  g_free (data);
}

/* ---------------------------------------------------------------- writing */

/* @message: (transfer full): what was done */
static void
write_edit (Actions *self, JkbListEdit edit, char *message)
{
  jkb_writing_edit_lists (self->pane, jkb_scope_get_casebook (self->scope), &edit, message);
}

static void
write_cases (Actions *self, JkbListEdit edit, GArray *ids, const char *name)
{
  edit.cases = (const gint64 *) ids->data;
  edit.n_cases = ids->len;
  if (edit.kind == JKB_LIST_EXCLUDE)
    write_edit (self, edit,
                /* Translators: a number of cases, the name of a collection */
                g_strdup_printf (ngettext ("%u case taken out of “%s”", "%u cases taken out of “%s”", ids->len),
                                 ids->len, name));
  else
    write_edit (self, edit,
                /* Translators: a number of cases, the name of a collection */
                g_strdup_printf (ngettext ("%u case added to “%s”", "%u cases added to “%s”", ids->len), ids->len,
                                 name));
}

/* ---------------------------------------------------------------- searches */

static GtkWindow *
get_window (Actions *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->table)));
}

static void
on_search_named_cb (const char *name, gint64 list_id, gpointer user_data)
{
  Actions *self = user_data;
  g_autofree char *filter = jkb_filter_to_text (jkb_scope_get_filter (self->scope));
  g_autofree char *sort = jkb_order_to_text (jkb_scope_get_order (self->scope));

  write_edit (self, (JkbListEdit){ JKB_LIST_ADD, .list_kind = JKB_LIST_SEARCH, .name = name, .filter = filter,
                                   .sort = sort },
              /* Translators: the name of a search */
              g_strdup_printf (_("Search “%s” saved"), name));
}

static void
on_save_activated_cb (GSimpleAction *action, GVariant *parameter, Actions *self)
{
  const JkbFilter *filter = jkb_scope_get_filter (self->scope);
  g_autofree char *words = NULL;

  if (jkb_filter_is_empty (filter) || filter->list_id != 0)
    {
      jkb_writing_say (self->pane, _("Search for something or choose a filter, then save it"), FALSE);
      return;
    }
  words = filter->words != NULL ? g_strdup (filter->words) : jkb_filter_all_words (filter);
  jkb_list_dialog_ask_name (get_window (self), _("Save This Search"), _("_Save"), words, on_search_named_cb,
                            g_memdup2 (self, sizeof *self), g_free);
}

/* ---------------------------------------------------------------- collections */

static void
on_collection_chosen_cb (const char *name, gint64 list_id, gpointer user_data)
{
  Actions *self = user_data;
  g_autoptr(GArray) ids = jkb_case_table_list_chosen (self->table);
  const JkbList *list = jkb_case_lists_find (self->lists, list_id);

  if (list != NULL)
    write_cases (self, (JkbListEdit){ JKB_LIST_INCLUDE, .list_id = list_id }, ids, list->name);
  else
    write_cases (self, (JkbListEdit){ JKB_LIST_ADD, .list_kind = JKB_LIST_COLLECTION, .name = name }, ids, name);
}

static gboolean
require_chosen (Actions *self)
{
  g_autoptr(GArray) ids = jkb_case_table_list_chosen (self->table);

  if (ids->len == 0)
    jkb_writing_say (self->pane, _("Choose cases in the table first"), FALSE);
  return ids->len > 0;
}

static void
on_collect_activated_cb (GSimpleAction *action, GVariant *parameter, Actions *self)
{
  if (require_chosen (self))
    jkb_list_dialog_ask_collection (get_window (self), self->lists, on_collection_chosen_cb,
                                    g_memdup2 (self, sizeof *self), g_free);
}

static void
on_collect_into_activated_cb (GSimpleAction *action, GVariant *parameter, Actions *self)
{
  if (jkb_case_lists_find (self->lists, g_variant_get_int64 (parameter)) != NULL && require_chosen (self))
    on_collection_chosen_cb (NULL, g_variant_get_int64 (parameter), self);
}

static void
on_uncollect_activated_cb (GSimpleAction *action, GVariant *parameter, Actions *self)
{
  g_autoptr(GArray) ids = jkb_case_table_list_chosen (self->table);
  const JkbList *list = jkb_case_lists_find (self->lists, jkb_scope_get_filter (self->scope)->list_id);

  if (list == NULL)
    jkb_writing_say (self->pane, _("Open a collection in the sidebar first"), FALSE);
  else if (require_chosen (self))
    write_cases (self, (JkbListEdit){ JKB_LIST_EXCLUDE, .list_id = list->id }, ids, list->name);
}

/* ---------------------------------------------------------------- lists of both kinds */

static void
on_renamed_cb (const char *name, gint64 list_id, gpointer user_data)
{
  write_edit (user_data, (JkbListEdit){ JKB_LIST_RENAME, .list_id = list_id, .name = name },
              /* Translators: the new name of a search or a collection */
              g_strdup_printf (_("Renamed to “%s”"), name));
}

static void
on_rename_activated_cb (GSimpleAction *action, GVariant *parameter, Actions *self)
{
  const JkbList *list = jkb_case_lists_find (self->lists, g_variant_get_int64 (parameter));

  if (list != NULL)
    jkb_list_dialog_ask_new_name (get_window (self), list, on_renamed_cb, g_memdup2 (self, sizeof *self), g_free);
}

static void
on_remove_activated_cb (GSimpleAction *action, GVariant *parameter, Actions *self)
{
  const JkbList *list = jkb_case_lists_find (self->lists, g_variant_get_int64 (parameter));

  if (list != NULL)
    write_edit (self, (JkbListEdit){ JKB_LIST_REMOVE, .list_id = list->id },
                /* Translators: the name of a search or a collection */
                g_strdup_printf (_("“%s” removed"), list->name));
}

/* ---------------------------------------------------------------- the bin */

static void
on_restore_activated_cb (GSimpleAction *action, GVariant *parameter, Actions *self)
{
  JkbEdit edit = { JKB_EDIT_RESTORE, .incident_id = g_variant_get_int64 (parameter) };

  jkb_writing_edit (self->pane, jkb_scope_get_casebook (self->scope), &edit, 1,
                    g_strdup (_("Case taken from the bin")));
}

/* One step: what is taken out comes back with an undo. */
static void
on_empty_activated_cb (GSimpleAction *action, GVariant *parameter, Actions *self)
{
  const GPtrArray *bin = jkb_case_lists_get_bin (self->lists);
  g_autoptr(GArray) edits = g_array_new (FALSE, TRUE, sizeof (JkbEdit));

  for (guint i = 0; i < bin->len; i++)
    {
      JkbEdit edit = { JKB_EDIT_ERASE, .incident_id = ((JkbIncident *) bin->pdata[i])->id };

      g_array_append_val (edits, edit);
    }
  if (edits->len == 0)
    jkb_writing_say (self->pane, _("The bin is empty"), FALSE);
  else
    jkb_writing_edit (self->pane, jkb_scope_get_casebook (self->scope), (const JkbEdit *) edits->data, edits->len,
                      /* Translators: a number of cases */
                      g_strdup_printf (ngettext ("%u case taken out of the casebook",
                                                 "%u cases taken out of the casebook", edits->len), edits->len));
}

static void
add_action (const Actions *self, GActionMap *map, const char *name, const GVariantType *type, GCallback callback)
{
  g_autoptr(GSimpleAction) action = g_simple_action_new (name, type);

  g_signal_connect_data (action, "activate", callback, g_memdup2 (self, sizeof *self), free_actions, 0);
  g_action_map_add_action (map, G_ACTION (action));
}

void
jkb_list_actions_add (JkbCaseLists *lists, JkbScope *scope, JkbCaseTable *table, JkbCasePane *pane, GActionMap *map)
{
  const Actions self = { lists, scope, table, pane };

  g_return_if_fail (JKB_IS_CASE_LISTS (lists) && JKB_IS_CASE_TABLE (table));

  add_action (&self, map, "save-search", NULL, G_CALLBACK (on_save_activated_cb));
  add_action (&self, map, "collect", NULL, G_CALLBACK (on_collect_activated_cb));
  add_action (&self, map, "collect-into", G_VARIANT_TYPE_INT64, G_CALLBACK (on_collect_into_activated_cb));
  add_action (&self, map, "uncollect", NULL, G_CALLBACK (on_uncollect_activated_cb));
  add_action (&self, map, "rename-list", G_VARIANT_TYPE_INT64, G_CALLBACK (on_rename_activated_cb));
  add_action (&self, map, "remove-list", G_VARIANT_TYPE_INT64, G_CALLBACK (on_remove_activated_cb));
  add_action (&self, map, "empty-bin", NULL, G_CALLBACK (on_empty_activated_cb));
  add_action (&self, map, "restore-case", G_VARIANT_TYPE_INT64, G_CALLBACK (on_restore_activated_cb));
}
