/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-framework-row.h"

#include <glib/gi18n-lib.h>

#include "labels/jkb-labels.h"
#include "ui/jkb-shrink.h"

/* Those that are shipped, in the order in which the program shows them. */
static const char *const shipped[] = { "nice", "ccf", "ecsf", "secbok" };

struct _JkbFrameworkRow
{
  AdwComboRow parent_instance;

  GtkWidget *other;                     /* an entry row for the name of another framework */
};

G_DEFINE_FINAL_TYPE (JkbFrameworkRow, jkb_framework_row, ADW_TYPE_COMBO_ROW)

static gboolean
is_other (JkbFrameworkRow *self)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (self)) >= G_N_ELEMENTS (shipped);
}

static void
on_selected_cb (JkbFrameworkRow *self)
{
  gtk_widget_set_visible (self->other, is_other (self));
}

static void
jkb_framework_row_class_init (JkbFrameworkRowClass *klass)
{
}

static void
jkb_framework_row_init (JkbFrameworkRow *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (shipped); i++)
    gtk_string_list_append (names, jkb_label_framework (shipped[i]));
  gtk_string_list_append (names, C_("framework", "Another"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Framework"));
  jkb_shrink_combo_row (ADW_COMBO_ROW (self));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), G_N_ELEMENTS (shipped));
}

JkbFrameworkRow *
jkb_framework_row_new (AdwPreferencesGroup *group)
{
  JkbFrameworkRow *self = g_object_new (JKB_TYPE_FRAMEWORK_ROW, NULL);

  self->other = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->other), _("Its Name"));
  gtk_widget_set_tooltip_text (self->other, _("Its Name"));     /* the title is cut off where letters are large */
  adw_preferences_group_add (group, GTK_WIDGET (self));
  adw_preferences_group_add (group, self->other);
  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected_cb), NULL);
  return self;
}

void
jkb_framework_row_set (JkbFrameworkRow *self, const char *framework)
{
  guint selected = 0;

  g_return_if_fail (JKB_IS_FRAMEWORK_ROW (self));

  while (selected < G_N_ELEMENTS (shipped) && strcmp (shipped[selected], framework) != 0)
    selected++;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), selected);
  gtk_editable_set_text (GTK_EDITABLE (self->other), selected < G_N_ELEMENTS (shipped) ? "" : framework);
}

char *
jkb_framework_row_dup (JkbFrameworkRow *self)
{
  g_return_val_if_fail (JKB_IS_FRAMEWORK_ROW (self), g_strdup (""));

  if (!is_other (self))
    return g_strdup (shipped[adw_combo_row_get_selected (ADW_COMBO_ROW (self))]);
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->other))));
}
