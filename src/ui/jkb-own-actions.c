/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-own-actions.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#include "core/jkb-file.h"
#include "frameworks/jkb-frameworks-own.h"
#include "frameworks/jkb-own-changes.h"
#include "ui/jkb-compat.h"
#include "ui/jkb-framework-dialog.h"
#include "ui/jkb-own-editor.h"
#include "ui/jkb-reference.h"

/* A change is a line; nobody makes more than that. */
#define CHANGES_MAX_BYTES (4 * 1024 * 1024)

/* What the actions of one window work on; the window owns it and is gone no earlier than its page. */
#define JKB_TYPE_OWN_ACTIONS (jkb_own_actions_get_type ())
G_DECLARE_FINAL_TYPE (JkbOwnActions, jkb_own_actions, JKB, OWN_ACTIONS, GObject)

struct _JkbOwnActions
{
  GObject parent_instance;

  GtkWindow *window;                    /* not owned; NULL when it has gone */
  JkbRolesPage *page;                   /* likewise */
  JkbToaster *toaster;
};

G_DEFINE_FINAL_TYPE (JkbOwnActions, jkb_own_actions, G_TYPE_OBJECT)

static void
jkb_own_actions_dispose (GObject *object)
{
  JkbOwnActions *self = JKB_OWN_ACTIONS (object);

  g_clear_weak_pointer (&self->window);
  g_clear_weak_pointer (&self->page);
  g_clear_object (&self->toaster);
  G_OBJECT_CLASS (jkb_own_actions_parent_class)->dispose (object);
}

static void
jkb_own_actions_class_init (JkbOwnActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jkb_own_actions_dispose;
}

static void
jkb_own_actions_init (JkbOwnActions *self)
{
}

/* ---- importing ---- */

static void
on_imported_cb (JkbFrameworkDialog *dialog, const char *words, const char *edition,
                JkbOwnActions *self)
{
  if (self->window == NULL || self->page == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.page", "s", "roles");
  jkb_roles_page_show_framework (self->page, edition);
  jkb_toaster_offer_undo (self->toaster, words);
}

static void
import_file (JkbOwnActions *self, GFile *file)
{
  JkbFrameworkDialog *dialog = jkb_framework_dialog_new (self->window);

  g_signal_connect_object (dialog, "imported", G_CALLBACK (on_imported_cb), self, 0);
  jkb_framework_dialog_run (dialog, file);
}

static void
on_files_chosen (GListModel *files, gpointer user_data)
{
  g_autoptr(GFile) file = g_list_model_get_item (files, 0);

  if (file != NULL)
    import_file (user_data, file);
}

static void
on_import_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  JkbOwnActions *self = user_data;

  jkb_compat_choose_files (self->window, _("Import a Framework"), FALSE, on_files_chosen,
                           user_data);
}

static gboolean
on_dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, JkbOwnActions *self)
{
  GSList *files = G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST) ? g_value_get_boxed (value) : NULL;

  if (files == NULL || self->window == NULL)
    return FALSE;
  import_file (self, files->data);
  return TRUE;
}

/* ---- removing ---- */

static void
say_kept (JkbOwnActions *self, GObject *reference, GAsyncResult *result, const char *words)
{
  g_autoptr(GError) error = NULL;
  gboolean is_done = jkb_reference_swap_finish (JKB_REFERENCE (reference), result, &error);

  if (self->toaster == NULL)
    return;
  if (is_done)
    jkb_toaster_offer_undo (self->toaster, words);
  else
    jkb_toaster_say (self->toaster, error->message);
}

static void
on_removed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(JkbOwnActions) self = user_data;

  say_kept (self, object, result, _("Imported file removed"));
}

static void
on_remove_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  jkb_reference_swap_async (jkb_reference_get_default (), g_variant_get_string (parameter, NULL),
                            NULL, on_removed_cb, g_object_ref (user_data));
}

/* ---- own changes ---- */

static void
on_saved_cb (JkbOwnEditor *editor, JkbOwnActions *self)
{
  if (self->toaster != NULL)
    jkb_toaster_offer_undo (self->toaster, _("Your change was saved"));
}

static void
present (JkbOwnActions *self, JkbOwnEditor *editor)
{
  g_signal_connect_object (editor, "saved", G_CALLBACK (on_saved_cb), self, 0);
  gtk_window_present (GTK_WINDOW (editor));
}

static const JkbRole *
find_role (const char *name)
{
  return jkb_reference_find_role (jkb_reference_get_default (), name);
}

static JkbFrameworks *
get_frameworks (void)
{
  return jkb_reference_get_frameworks (jkb_reference_get_default ());
}

/* TYPE|FRAMEWORK/EDITION/ROLE */
static void
on_edit_part_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  JkbOwnActions *self = user_data;
  g_auto(GStrv) parts = g_strsplit (g_variant_get_string (parameter, NULL), "|", 2);
  JkbSubject subject = jkb_subject_from_nick (parts[0]);
  const JkbRole *role = parts[0] != NULL && parts[1] != NULL ? find_role (parts[1]) : NULL;

  if (role != NULL && subject != JKB_SUBJECT_NONE)
    present (self, jkb_own_editor_new_part (self->window, get_frameworks (), role, subject));
}

static void
on_edit_relation_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  JkbOwnActions *self = user_data;
  const JkbRole *role = find_role (g_variant_get_string (parameter, NULL));

  if (role != NULL)
    present (self, jkb_own_editor_new_relation (self->window, get_frameworks (), role));
}

static void
on_edit_role_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  JkbOwnActions *self = user_data;
  const char *name = g_variant_get_string (parameter, NULL);
  const JkbRole *role = *name != '\0' ? find_role (name) : NULL;

  if (get_frameworks () != NULL && (role != NULL || *name == '\0'))
    present (self, jkb_own_editor_new_role (self->window, get_frameworks (), role));
}

static void
on_reset_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(JkbOwnActions) self = user_data;

  say_kept (self, object, result, _("Reset to what is bundled"));
}

/* A key as jkb_own_change_key() makes it; an empty one is all. */
static void
on_reset_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *key = g_variant_get_string (parameter, NULL);
  const GPtrArray *changes
      = get_frameworks () != NULL ? jkb_frameworks_own_changes (get_frameworks ()) : NULL;
  g_autofree char *text = changes != NULL ? jkb_own_changes_print (changes) : NULL;
  g_autoptr(GPtrArray) left = text != NULL ? jkb_own_changes_parse (text, "", NULL) : NULL;
  g_autoptr(GBytes) contents = NULL;

  if (left == NULL || (*key != '\0' && !jkb_own_changes_unset (left, key)))
    return;
  if (*key != '\0' && left->len > 0)
    {
      char *rest = jkb_own_changes_print (left);

      contents = g_bytes_new_take (rest, strlen (rest));
    }
  jkb_reference_swap_async (jkb_reference_get_default (), JKB_OWN_CHANGES, contents, on_reset_cb,
                            g_object_ref (user_data));
}

static void
on_show_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  JkbOwnActions *self = user_data;

  jkb_roles_page_show_framework (self->page, NULL);
}

/* ---- own changes as a file; they are some kilobytes ---- */

static void
on_export_chosen (GListModel *files, gpointer user_data)
{
  JkbOwnActions *self = user_data;
  g_autoptr(GFile) file = g_list_model_get_item (files, 0);
  const GPtrArray *changes = jkb_frameworks_own_changes (get_frameworks ());
  g_autofree char *text = changes != NULL ? jkb_own_changes_print (changes) : NULL;
  g_autoptr(GError) error = NULL;

  if (file == NULL || text == NULL || self->toaster == NULL)
    return;
  if (g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                               NULL, &error))
    jkb_toaster_say (self->toaster, _("Your changes were exported"));
  else
    jkb_toaster_say (self->toaster, error->message);
}

static void
on_export_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  JkbOwnActions *self = user_data;

  if (get_frameworks () != NULL)
    jkb_compat_save_file (self->window, _("Export Your Changes"), "jikenbo-changes.tsv",
                          on_export_chosen, user_data);
}

static void
on_changes_imported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(JkbOwnActions) self = user_data;

  say_kept (self, object, result, _("Changes imported"));
}

/* Those of the file take the place of those about the same; others stay. */
static GBytes *
merge_changes (GFile *file, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_file_get_basename (file);
  const GPtrArray *now = jkb_frameworks_own_changes (get_frameworks ());
  g_autoptr(GBytes) bytes = jkb_file_read (path != NULL ? path : name, CHANGES_MAX_BYTES, error);
  g_autofree char *text = NULL;
  g_autoptr(GPtrArray) read = NULL;
  g_autoptr(GPtrArray) all = jkb_own_changes_new ();
  char *merged;

  if (bytes == NULL)
    return NULL;
  text = g_strndup (g_bytes_get_data (bytes, NULL),
                    MIN (g_bytes_get_size (bytes), CHANGES_MAX_BYTES));
  read = jkb_own_changes_parse (text, name, error);
  if (read == NULL)
    return NULL;
  for (guint i = 0; now != NULL && i < now->len; i++)
    jkb_own_changes_set (all, g_ptr_array_index (now, i));
  for (guint i = 0; i < read->len; i++)
    jkb_own_changes_set (all, g_ptr_array_index (read, i));
  merged = jkb_own_changes_print (all);
  return g_bytes_new_take (merged, strlen (merged));
}

static void
on_changes_chosen (GListModel *files, gpointer user_data)
{
  JkbOwnActions *self = user_data;
  g_autoptr(GFile) file = g_list_model_get_item (files, 0);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) contents = NULL;

  if (file == NULL || get_frameworks () == NULL)
    return;
  contents = merge_changes (file, &error);
  if (contents != NULL)
    jkb_reference_swap_async (jkb_reference_get_default (), JKB_OWN_CHANGES, contents,
                              on_changes_imported_cb, g_object_ref (self));
  else if (self->toaster != NULL)
    jkb_toaster_say (self->toaster, error->message);
}

static void
on_import_own_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  JkbOwnActions *self = user_data;

  jkb_compat_choose_files (self->window, _("Import Changes"), FALSE, on_changes_chosen, user_data);
}

void
jkb_own_actions_add (GtkWindow *window, JkbRolesPage *page, JkbToaster *toaster)
{
  static const GActionEntry entries[] = {
    { "import-framework", on_import_activated_cb },
    { "remove-framework", on_remove_activated_cb, "s" },
    { "show-frameworks", on_show_activated_cb },
    { "edit-part", on_edit_part_activated_cb, "s" },
    { "edit-relation", on_edit_relation_activated_cb, "s" },
    { "edit-role", on_edit_role_activated_cb, "s" },
    { "reset-own", on_reset_activated_cb, "s" },
    { "export-own", on_export_activated_cb },
    { "import-own", on_import_own_activated_cb },
  };
  JkbOwnActions *self = g_object_new (JKB_TYPE_OWN_ACTIONS, NULL);
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_set_weak_pointer (&self->window, window);
  g_set_weak_pointer (&self->page, page);
  self->toaster = g_object_ref (toaster);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (drop, "drop", G_CALLBACK (on_dropped_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (page), GTK_EVENT_CONTROLLER (drop));
  g_object_set_data_full (G_OBJECT (window), "own-actions", self, g_object_unref);
}
