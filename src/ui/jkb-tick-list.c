/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-tick-list.h"

#include <glib/gi18n-lib.h>

#include "ui/jkb-shrink.h"

#define SPACING 6
#define NAME_KEY "tick-name"
#define CHECK_KEY "tick-check"

struct _JkbTickList
{
  AdwBin parent_instance;

  GPtrArray *names;                     /* what is ticked; char * */
  GtkListBox *list;
  GtkLabel *count;
  GtkWidget *clear_button;
  gboolean is_filling;
};

enum
{
  TICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbTickList, jkb_tick_list, ADW_TYPE_BIN)

static gboolean
find_name (JkbTickList *self, const char *name, guint *position)
{
  return g_ptr_array_find_with_equal_func (self->names, name, g_str_equal, position);
}

static void
show_count (JkbTickList *self)
{
  g_autofree char *words = g_strdup_printf (
      ngettext ("%u ticked", "%u ticked", self->names->len), self->names->len);

  gtk_label_set_text (self->count, words);
  gtk_widget_set_sensitive (self->clear_button, self->names->len > 0);
}

static void
on_check_toggled_cb (GtkCheckButton *check, JkbTickList *self)
{
  const char *name = g_object_get_data (G_OBJECT (check), NAME_KEY);
  guint position = 0;

  if (self->is_filling)
    return;
  if (!gtk_check_button_get_active (check) && find_name (self, name, &position))
    g_ptr_array_remove_index (self->names, position);
  else if (gtk_check_button_get_active (check))
    g_ptr_array_add (self->names, g_strdup (name));
  show_count (self);
  g_signal_emit (self, signals[TICKED], 0);
}

static void
show_ticks (JkbTickList *self)
{
  GtkListBoxRow *row;

  self->is_filling = TRUE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      GtkCheckButton *check = g_object_get_data (G_OBJECT (row), CHECK_KEY);

      gtk_check_button_set_active (
          check, find_name (self, g_object_get_data (G_OBJECT (check), NAME_KEY), NULL));
    }
  self->is_filling = FALSE;
  show_count (self);
}

static void
on_clear_clicked_cb (JkbTickList *self)
{
  g_ptr_array_set_size (self->names, 0);
  show_ticks (self);
  g_signal_emit (self, signals[TICKED], 0);
}

/* ---- life ---- */

static void
jkb_tick_list_finalize (GObject *object)
{
  g_ptr_array_unref (JKB_TICK_LIST (object)->names);
  G_OBJECT_CLASS (jkb_tick_list_parent_class)->finalize (object);
}

static void
jkb_tick_list_class_init (JkbTickListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jkb_tick_list_finalize;
  signals[TICKED] = g_signal_new ("ticked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_foot (JkbTickList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);

  self->count = GTK_LABEL (jkb_cut_label_new (NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->count), TRUE);
  self->clear_button = gtk_button_new_with_mnemonic (_("_Untick All"));
  g_signal_connect_object (self->clear_button, "clicked", G_CALLBACK (on_clear_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), self->clear_button);
  return box;
}

static void
jkb_tick_list_init (JkbTickList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "scrolled-list");
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), make_foot (self));
  adw_bin_set_child (ADW_BIN (self), box);
  show_count (self);
}

GtkWidget *
jkb_tick_list_new (const char *label, const char *nothing)
{
  JkbTickList *self = g_object_new (JKB_TYPE_TICK_LIST, NULL);
  GtkWidget *placeholder = gtk_label_new (nothing);

  gtk_widget_add_css_class (placeholder, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (placeholder), TRUE);
  gtk_list_box_set_placeholder (self->list, placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  return GTK_WIDGET (self);
}

void
jkb_tick_list_clear (JkbTickList *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (JKB_IS_TICK_LIST (self));

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

void
jkb_tick_list_add (JkbTickList *self, const char *name, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *spoken = g_strdup_printf ("%s. %s", title, subtitle);

  g_return_if_fail (JKB_IS_TICK_LIST (self));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), find_name (self, name, NULL));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_object_set_data_full (G_OBJECT (check), NAME_KEY, g_strdup (name), g_free);
  g_object_set_data (G_OBJECT (row), CHECK_KEY, check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_check_toggled_cb), self, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->list, row);
}

void
jkb_tick_list_set_names (JkbTickList *self, const char *const *names)
{
  g_return_if_fail (JKB_IS_TICK_LIST (self));

  g_ptr_array_set_size (self->names, 0);
  for (gsize i = 0; names[i] != NULL; i++)
    if (!find_name (self, names[i], NULL))
      g_ptr_array_add (self->names, g_strdup (names[i]));
  show_ticks (self);
}

const GPtrArray *
jkb_tick_list_get_names (JkbTickList *self)
{
  g_return_val_if_fail (JKB_IS_TICK_LIST (self), NULL);

  return self->names;
}

char **
jkb_tick_list_list_names (JkbTickList *self)
{
  char **names;

  g_return_val_if_fail (JKB_IS_TICK_LIST (self), NULL);

  names = g_new0 (char *, self->names->len + 1);
  for (guint i = 0; i < self->names->len; i++)
    names[i] = g_strdup (g_ptr_array_index (self->names, i));
  return names;
}
