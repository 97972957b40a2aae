/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-list-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/jkb-shrink.h"

/* libadwaita measures a heading at the width of what is below it; a long word of the heading needs so much. */
#define CONTENT_WIDTH 240

typedef struct
{
  GtkEditable *entry;
  GtkDropDown *choice;                  /* NULL when only a name is asked for */
  GArray *list_ids;                     /* gint64, of each choice; 0 for a new list */
  JkbListDialogFunc func;
  gpointer user_data;
  GDestroyNotify free_data;
} Dialog;

static void
free_dialog (gpointer data, GClosure *closure)
{
  Dialog *self = data;

  self->free_data (self->user_data);
  g_array_unref (self->list_ids);
  g_free (self);
}

static gint64
get_list (Dialog *self)
{
  guint index = self->choice != NULL ? gtk_drop_down_get_selected (self->choice) : 0;

  return index < self->list_ids->len ? g_array_index (self->list_ids, gint64, index) : 0;
}

static char *
get_name (Dialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
}

static gboolean
is_complete (Dialog *self)
{
  g_autofree char *name = get_name (self);

  return *name != '\0' || (self->choice != NULL && get_list (self) != 0);
}

static void
on_response_cb (AdwMessageDialog *dialog, const char *response, Dialog *self)
{
  g_autofree char *name = get_name (self);

  if (g_str_equal (response, "accept") && is_complete (self))
    self->func (name, get_list (self), self->user_data);
}

static void
update (Dialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->entry));

  if (self->choice != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->entry), get_list (self) == 0);
  if (ADW_IS_MESSAGE_DIALOG (root))
    adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (root), "accept", is_complete (self));
}

static void
present (GtkWindow *window, const char *title, const char *accept, GtkWidget *content, Dialog *self)
{
  GtkWidget *dialog = adw_message_dialog_new (window, title, NULL);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "accept", accept, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_widget_set_size_request (content, CONTENT_WIDTH, -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), content);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response_cb), self, free_dialog, 0);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (update), self);
  if (self->choice != NULL)
    g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (update), self);
  update (self);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static Dialog *
new_dialog (const char *name, gint64 list_id, JkbListDialogFunc func, gpointer user_data, GDestroyNotify free_data)
{
  Dialog *self = g_new0 (Dialog, 1);
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Name"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  gtk_editable_set_text (GTK_EDITABLE (entry), name != NULL ? name : "");
  self->entry = GTK_EDITABLE (entry);
  self->list_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->list_ids, list_id);
  self->func = func;
  self->user_data = user_data;
  self->free_data = free_data;
  return self;
}

void
jkb_list_dialog_ask_name (GtkWindow *window, const char *title, const char *accept, const char *name,
                          JkbListDialogFunc func, gpointer user_data, GDestroyNotify free_data)
{
  Dialog *self = new_dialog (name, 0, func, user_data, free_data);

  present (window, title, accept, GTK_WIDGET (self->entry), self);
}

void
jkb_list_dialog_ask_new_name (GtkWindow *window, const JkbList *list, JkbListDialogFunc func, gpointer user_data,
                              GDestroyNotify free_data)
{
  Dialog *self = new_dialog (list->name, list->id, func, user_data, free_data);

  present (window, list->kind == JKB_LIST_SEARCH ? _("Rename the Search") : _("Rename the Collection"), _("_Rename"),
           GTK_WIDGET (self->entry), self);
}

void
jkb_list_dialog_ask_collection (GtkWindow *window, JkbCaseLists *lists, JkbListDialogFunc func, gpointer user_data,
                                GDestroyNotify free_data)
{
  Dialog *self = new_dialog (NULL, 0, func, user_data, free_data);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_string_list_append (names, _("New Collection"));
  for (guint i = 0; i < jkb_case_lists_get_n (lists); i++)
    {
      const JkbList *list = jkb_case_lists_get (lists, i, NULL);

      if (list->kind != JKB_LIST_COLLECTION)
        continue;
      gtk_string_list_append (names, list->name);
      g_array_append_val (self->list_ids, list->id);
    }
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_object_ref (names)), NULL));
  jkb_shrink_choice (self->choice);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Collection"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->choice), self->list_ids->len > 1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->choice));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  present (window, _("Add to a Collection"), _("_Add"), box, self);
}
