/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-recent.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/jkb-settings.h"

#define KEY "recent-casebooks"
#define N_KEPT 8

void
jkb_recent_add (const char *path)
{
  GSettings *settings = jkb_settings_get ();
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) before = NULL;
  g_auto(GStrv) after = NULL;
  guint n_kept = 1;

  g_return_if_fail (path != NULL);

  if (settings == NULL || !g_utf8_validate (path, -1, NULL))
    return;
  before = g_settings_get_strv (settings, KEY);
  g_strv_builder_add (builder, path);
  for (gsize i = 0; before[i] != NULL && n_kept < N_KEPT; i++)
    if (strcmp (before[i], path) != 0)
      {
        g_strv_builder_add (builder, before[i]);
        n_kept++;
      }
  after = g_strv_builder_end (builder);
  if (!g_strv_equal ((const char *const *) before, (const char *const *) after))
    g_settings_set_strv (settings, KEY, (const char *const *) after);
}

/* The name, and the folder that tells two of one name apart; an underscore is no mnemonic. */
static char *
word_path (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *folder_name = g_path_get_basename (folder);
  g_autoptr(GString) words = g_string_new (NULL);

  g_string_append_printf (words, "%s (%s)", name, folder_name);
  g_string_replace (words, "_", "__", 0);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

void
jkb_recent_fill (GMenu *menu, const char *own_path)
{
  GSettings *settings = jkb_settings_get ();
  g_auto(GStrv) paths = settings != NULL ? g_settings_get_strv (settings, KEY) : NULL;

  g_return_if_fail (G_IS_MENU (menu));

  g_menu_remove_all (menu);
  for (gsize i = 0; paths != NULL && paths[i] != NULL; i++)
    if (strcmp (paths[i], own_path) != 0 && g_file_test (paths[i], G_FILE_TEST_IS_REGULAR))
      {
        g_autofree char *label = word_path (paths[i]);
        g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

        g_menu_item_set_action_and_target (item, "win.open-recent", "s", paths[i]);
        g_menu_append_item (menu, item);
      }
  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) == 0)
    /* Translators: in a menu, in place of the casebooks that were opened before */
    g_menu_append (menu, _("No Other Casebook"), NULL);
}
