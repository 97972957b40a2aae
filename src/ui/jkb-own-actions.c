/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-own-actions.h"

#include <glib/gi18n-lib.h>

#include "ui/jkb-compat.h"
#include "ui/jkb-framework-dialog.h"
#include "ui/jkb-reference.h"

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
on_removed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(JkbOwnActions) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!jkb_reference_swap_finish (JKB_REFERENCE (object), result, &error))
    {
      if (self->toaster != NULL)
        jkb_toaster_say (self->toaster, error->message);
    }
  else if (self->toaster != NULL)
    jkb_toaster_offer_undo (self->toaster, _("Imported file removed"));
}

static void
on_remove_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  jkb_reference_swap_async (jkb_reference_get_default (), g_variant_get_string (parameter, NULL),
                            NULL, on_removed_cb, g_object_ref (user_data));
}

static void
on_show_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  JkbOwnActions *self = user_data;

  jkb_roles_page_show_framework (self->page, NULL);
}

void
jkb_own_actions_add (GtkWindow *window, JkbRolesPage *page, JkbToaster *toaster)
{
  static const GActionEntry entries[] = {
    { "import-framework", on_import_activated_cb },
    { "remove-framework", on_remove_activated_cb, "s" },
    { "show-frameworks", on_show_activated_cb },
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
