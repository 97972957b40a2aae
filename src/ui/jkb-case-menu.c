/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-case-menu.h"

#include <glib/gi18n-lib.h>

#include "ui/jkb-case-column.h"

GMenuModel *
jkb_case_menu_new (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) sort = g_menu_new ();
  g_autoptr(GMenu) direction = g_menu_new ();
  g_autoptr(GMenu) shown = g_menu_new ();
  g_autoptr(GMenu) chosen = g_menu_new ();
  guint n_columns;
  const JkbCaseColumn *columns = jkb_case_columns (&n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      const char *nick = jkb_column_nick (columns[i].column);
      const char *title = jkb_case_column_title (columns[i].column);
      g_autofree char *by = g_strconcat ("win.sort::", nick, NULL);
      g_autofree char *toggle = g_strconcat ("win.column-", nick, NULL);

      g_menu_append (sort, title, by);
      g_menu_append (shown, title, toggle);
    }
  g_menu_append (direction, _("_Descending"), "win.sort-descending");
  g_menu_append_section (sort, NULL, G_MENU_MODEL (direction));
  g_menu_append_submenu (menu, _("_Sort By"), G_MENU_MODEL (sort));
  g_menu_append_submenu (menu, _("_Columns"), G_MENU_MODEL (shown));
  g_menu_append (menu, _("Case _Beside the Table"), "win.show-case");
  g_menu_append (chosen, _("_Copy"), "win.copy-cases::text");
  g_menu_append (chosen, _("Copy as CS_V"), "win.copy-cases::csv");
  g_menu_append (chosen, _("_Add to a Collection…"), "win.collect");
  g_menu_append (chosen, _("Take _Out of the Collection"), "win.uncollect");
  g_menu_append (chosen, _("_Roles of These Cases"), "win.lens-of-chosen");
  g_menu_append (chosen, _("_Merge Chosen Cases…"), "win.merge-cases");
  g_menu_append (chosen, _("These Are _Different Incidents"), "win.different-cases");
  g_menu_append (chosen, _("Move Chosen Cases to the _Bin"), "win.bin-cases");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (chosen));
  g_menu_append (menu, _("Sa_ve This Search…"), "win.save-search");
  g_menu_append (menu, _("_Print the List…"), "win.print-list");
  return G_MENU_MODEL (menu);
}
