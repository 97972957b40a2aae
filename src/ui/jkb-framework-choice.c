/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-framework-choice.h"

#include <string.h>

#include "ui/jkb-reference.h"

void
jkb_framework_choice_fill (GtkDropDown *choice, const JkbFrameworks *frameworks, const char *first)
{
  const GPtrArray *all = jkb_frameworks_get_all (frameworks);
  g_autoptr(GtkStringList) lines = gtk_string_list_new (NULL);

  gtk_string_list_append (lines, first);
  for (guint i = 0; i < all->len; i++)
    gtk_string_list_take (lines, jkb_reference_title (g_ptr_array_index (all, i)));
  gtk_drop_down_set_model (choice, G_LIST_MODEL (lines));
}

guint
jkb_framework_choice_find (const JkbFrameworks *frameworks, const char *edition)
{
  const GPtrArray *all = jkb_frameworks_get_all (frameworks);

  for (guint i = 0; edition != NULL && i < all->len; i++)
    {
      const JkbFramework *framework = g_ptr_array_index (all, i);
      g_autofree char *name = g_strdup_printf ("%s/%s", framework->id, framework->edition);

      if (strcmp (name, edition) == 0)
        return i + 1;
    }
  return 0;
}

const JkbFramework *
jkb_framework_choice_get (GtkDropDown *choice, const JkbFrameworks *frameworks)
{
  guint selected = gtk_drop_down_get_selected (choice);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;
  return g_ptr_array_index (jkb_frameworks_get_all (frameworks), selected - 1);
}
