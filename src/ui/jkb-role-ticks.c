/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-role-ticks.h"

#include <glib/gi18n-lib.h>

#include "ui/jkb-framework-choice.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-shrink.h"
#include "ui/jkb-tick-list.h"

#define SPACING 6

struct _JkbRoleTicks
{
  AdwBin parent_instance;

  JkbFrameworks *frameworks;            /* NULL until they are set */
  GtkDropDown *choice;
  GtkEditable *search;
  JkbTickList *list;
  gboolean is_filling;
  gboolean is_stale;                    /* rows are of other frameworks, or of none */
};

enum
{
  TICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbRoleTicks, jkb_role_ticks, ADW_TYPE_BIN)

static void
add_row (JkbRoleTicks *self, const JkbRole *role)
{
  g_autofree char *name = jkb_reference_name_role (role);
  g_autofree char *title = jkb_reference_title (role->framework);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", title, role->id);

  jkb_tick_list_add (self->list, name, jkb_reference_label (&role->name), subtitle);
}

static void
show_roles (JkbRoleTicks *self)
{
  const JkbFramework *framework;
  const char *words = gtk_editable_get_text (self->search);
  g_autoptr(GPtrArray) roles = NULL;

  if (self->frameworks == NULL || self->is_filling)
    return;
  framework = jkb_framework_choice_get (self->choice, self->frameworks);
  roles = jkb_frameworks_search (self->frameworks, words, framework);
  jkb_tick_list_clear (self->list);
  for (guint i = 0; i < roles->len; i++)
    {
      const JkbRole *role = g_ptr_array_index (roles, i);

      if (framework != NULL || role->framework->is_current)
        add_row (self, role);
    }
}

/* A row for each role takes its time: nobody waits for those that nobody sees. */
static void
show_roles_when_seen (JkbRoleTicks *self)
{
  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->is_stale)
    show_roles (self);
}

static void
jkb_role_ticks_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (jkb_role_ticks_parent_class)->map (widget);
  if (JKB_ROLE_TICKS (widget)->is_stale)
    show_roles_when_seen (JKB_ROLE_TICKS (widget));
}

static void
on_ticked_cb (JkbRoleTicks *self)
{
  g_signal_emit (self, signals[TICKED], 0);
}

/* ---- life ---- */

static void
jkb_role_ticks_finalize (GObject *object)
{
  JkbRoleTicks *self = JKB_ROLE_TICKS (object);

  g_clear_pointer (&self->frameworks, jkb_frameworks_unref);
  G_OBJECT_CLASS (jkb_role_ticks_parent_class)->finalize (object);
}

static void
jkb_role_ticks_class_init (JkbRoleTicksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jkb_role_ticks_finalize;
  GTK_WIDGET_CLASS (klass)->map = jkb_role_ticks_map;
  signals[TICKED] = g_signal_new ("ticked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_choices (JkbRoleTicks *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  jkb_shrink_choice (self->choice);
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

static void
jkb_role_ticks_init (JkbRoleTicks *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  self->list = JKB_TICK_LIST (jkb_tick_list_new (_("Roles"), _("No Roles Found")));
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  g_signal_connect_object (self->list, "ticked", G_CALLBACK (on_ticked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), make_choices (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), box);
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
  show_roles_when_seen (self);
  g_clear_pointer (&old, jkb_frameworks_unref);
}

void
jkb_role_ticks_set_names (JkbRoleTicks *self, const char *const *names)
{
  g_return_if_fail (JKB_IS_ROLE_TICKS (self));

  jkb_tick_list_set_names (self->list, names);
}

char **
jkb_role_ticks_list_names (JkbRoleTicks *self)
{
  g_return_val_if_fail (JKB_IS_ROLE_TICKS (self), NULL);

  return jkb_tick_list_list_names (self->list);
}

GPtrArray *
jkb_role_ticks_list_roles (JkbRoleTicks *self)
{
  GPtrArray *roles = g_ptr_array_new ();
  const GPtrArray *names = jkb_tick_list_get_names (self->list);

  for (guint i = 0; i < names->len; i++)
    {
      const JkbRole *role = jkb_reference_find_role (jkb_reference_get_default (),
                                                     g_ptr_array_index (names, i));

      if (role != NULL)
        g_ptr_array_add (roles, (gpointer) role);
    }
  return roles;
}
