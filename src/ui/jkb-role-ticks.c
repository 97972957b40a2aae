/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-role-ticks.h"

#include <glib/gi18n-lib.h>

#include "ui/jkb-framework-choice.h"
#include "ui/jkb-reference.h"

#define MARGIN 12
#define SPACING 6

struct _JkbRoleTicks
{
  AdwBin parent_instance;

  JkbFrameworks *frameworks;            /* NULL until they are set */
  GPtrArray *names;                     /* what is ticked; char * */
  GtkDropDown *choice;
  GtkEditable *search;
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

G_DEFINE_FINAL_TYPE (JkbRoleTicks, jkb_role_ticks, ADW_TYPE_BIN)

/* ---- ticks ---- */

static gboolean
find_name (JkbRoleTicks *self, const char *name, guint *position)
{
  return g_ptr_array_find_with_equal_func (self->names, name, g_str_equal, position);
}

static void
show_count (JkbRoleTicks *self)
{
  g_autofree char *words = g_strdup_printf (
      ngettext ("%u role ticked", "%u roles ticked", self->names->len), self->names->len);

  gtk_label_set_text (self->count, words);
  gtk_widget_set_sensitive (self->clear_button, self->names->len > 0);
}

static void
on_check_toggled_cb (GtkCheckButton *check, JkbRoleTicks *self)
{
  const char *name = g_object_get_data (G_OBJECT (check), "role-name");
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
show_ticks (JkbRoleTicks *self)
{
  GtkListBoxRow *row;

  self->is_filling = TRUE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      GtkCheckButton *check = g_object_get_data (G_OBJECT (row), "check");
      const char *name = g_object_get_data (G_OBJECT (check), "role-name");

      gtk_check_button_set_active (check, find_name (self, name, NULL));
    }
  self->is_filling = FALSE;
  show_count (self);
}

static void
on_clear_clicked_cb (JkbRoleTicks *self)
{
  g_ptr_array_set_size (self->names, 0);
  show_ticks (self);
  g_signal_emit (self, signals[TICKED], 0);
}

/* ---- rows ---- */

static GtkWidget *
make_row (JkbRoleTicks *self, const JkbRole *role)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *title = jkb_reference_title (role->framework);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", title, role->id);
  g_autofree char *spoken
      = g_strdup_printf ("%s. %s", jkb_reference_label (&role->name), subtitle);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), jkb_reference_label (&role->name));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  g_object_set_data_full (G_OBJECT (check), "role-name", jkb_reference_name_role (role), g_free);
  g_object_set_data (G_OBJECT (row), "check", check);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_check_toggled_cb), self, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  return row;
}

static void
show_roles (JkbRoleTicks *self)
{
  const JkbFramework *framework;
  const char *words = gtk_editable_get_text (self->search);
  g_autoptr(GPtrArray) roles = NULL;
  GtkListBoxRow *row;

  if (self->frameworks == NULL || self->is_filling)
    return;
  framework = jkb_framework_choice_get (self->choice, self->frameworks);
  roles = jkb_frameworks_search (self->frameworks, words, framework);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < roles->len; i++)
    {
      const JkbRole *role = g_ptr_array_index (roles, i);

      if (framework != NULL || role->framework->is_current)
        gtk_list_box_append (self->list, make_row (self, role));
    }
  show_ticks (self);
}

/* ---- life ---- */

static void
jkb_role_ticks_finalize (GObject *object)
{
  JkbRoleTicks *self = JKB_ROLE_TICKS (object);

  g_ptr_array_unref (self->names);
  g_clear_pointer (&self->frameworks, jkb_frameworks_unref);
  G_OBJECT_CLASS (jkb_role_ticks_parent_class)->finalize (object);
}

static void
jkb_role_ticks_class_init (JkbRoleTicksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jkb_role_ticks_finalize;
  signals[TICKED] = g_signal_new ("ticked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_choices (JkbRoleTicks *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->search = GTK_EDITABLE (gtk_search_entry_new ());
  g_object_set (self->search, "placeholder-text", _("Search roles"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search roles"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Framework and Edition"), -1);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (show_roles), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (show_roles), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->choice));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search));
  return box;
}

static GtkWidget *
make_foot (JkbRoleTicks *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);

  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->count, 0);
  gtk_label_set_ellipsize (self->count, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->count), TRUE);
  self->clear_button = gtk_button_new_with_mnemonic (_("_Untick All"));
  g_signal_connect_object (self->clear_button, "clicked", G_CALLBACK (on_clear_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), self->clear_button);
  return box;
}

static GtkWidget *
make_list (JkbRoleTicks *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *nothing = gtk_label_new (_("No Role Found"));

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_list_box_set_placeholder (self->list, nothing);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Roles"), -1);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  return scrolled;
}

static void
jkb_role_ticks_init (JkbRoleTicks *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  self->names = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_set_margin_start (box, MARGIN);
  gtk_widget_set_margin_end (box, MARGIN);
  gtk_widget_set_margin_bottom (box, MARGIN);
  gtk_box_append (GTK_BOX (box), make_choices (self));
  gtk_box_append (GTK_BOX (box), make_list (self));
  gtk_box_append (GTK_BOX (box), make_foot (self));
  adw_bin_set_child (ADW_BIN (self), box);
  show_count (self);
}

GtkWidget *
jkb_role_ticks_new (void)
{
  return g_object_new (JKB_TYPE_ROLE_TICKS, NULL);
}

void
jkb_role_ticks_set_frameworks (JkbRoleTicks *self, JkbFrameworks *frameworks)
{
  const JkbFramework *before;
  g_autofree char *edition = NULL;
  JkbFrameworks *old;

  g_return_if_fail (JKB_IS_ROLE_TICKS (self));

  old = self->frameworks;
  before = old != NULL ? jkb_framework_choice_get (self->choice, old) : NULL;
  if (before != NULL)
    edition = g_strdup_printf ("%s/%s", before->id, before->edition);
  self->frameworks = jkb_frameworks_ref (frameworks);
  self->is_filling = TRUE;
  jkb_framework_choice_fill (self->choice, frameworks, _("All Frameworks"));
  gtk_drop_down_set_selected (self->choice, jkb_framework_choice_find (frameworks, edition));
  self->is_filling = FALSE;
  show_roles (self);
  g_clear_pointer (&old, jkb_frameworks_unref);
}

void
jkb_role_ticks_set_names (JkbRoleTicks *self, const char *const *names)
{
  g_return_if_fail (JKB_IS_ROLE_TICKS (self));

  g_ptr_array_set_size (self->names, 0);
  for (gsize i = 0; names[i] != NULL; i++)
    if (!find_name (self, names[i], NULL))
      g_ptr_array_add (self->names, g_strdup (names[i]));
  show_ticks (self);
}

char **
jkb_role_ticks_list_names (JkbRoleTicks *self)
{
  char **names;

  g_return_val_if_fail (JKB_IS_ROLE_TICKS (self), NULL);

  names = g_new0 (char *, self->names->len + 1);
  for (guint i = 0; i < self->names->len; i++)
    names[i] = g_strdup (g_ptr_array_index (self->names, i));
  return names;
}

GPtrArray *
jkb_role_ticks_list_roles (JkbRoleTicks *self)
{
  GPtrArray *roles = g_ptr_array_new ();

  for (guint i = 0; i < self->names->len; i++)
    {
      const JkbRole *role = jkb_reference_find_role (jkb_reference_get_default (),
                                                     g_ptr_array_index (self->names, i));

      if (role != NULL)
        g_ptr_array_add (roles, (gpointer) role);
    }
  return roles;
}
