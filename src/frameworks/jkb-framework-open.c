/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frameworks/jkb-framework-open.h"

#include <string.h>

#include "frameworks/jkb-framework-shelf.h"
#include "frameworks/jkb-sheets.h"

#define COLUMNS "columns.tsv"

static char *
read_columns (const char *own)
{
  g_autofree char *path = g_build_filename (own, COLUMNS, NULL);
  char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? text : NULL;
}

/* The map to read with, or NULL when @opened->map is only a guess. */
static const JkbColumnMap *
choose_map (JkbFrameworkOpened *opened, const char *own, const JkbColumnMap *given)
{
  g_autofree char *columns = read_columns (own);

  if (given != NULL)
    {
      g_autofree char *words = jkb_column_map_print (given);

      opened->map = jkb_column_map_parse (words, NULL);
      return opened->map;
    }
  opened->map = jkb_column_maps_recall (columns, opened->sheets);
  if (opened->map != NULL)
    return opened->map;
  opened->map = jkb_column_map_guess (opened->sheets);
  return NULL;
}

static gboolean
open_table (JkbFrameworkOpened *opened, GBytes *bytes, const char *own, const JkbColumnMap *given,
            const JkbFrameworks *frameworks, GError **error)
{
  const JkbColumnMap *map;

  opened->sheets = jkb_sheets_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                     error);
  if (opened->sheets == NULL)
    return FALSE;
  map = choose_map (opened, own, given);
  if (map == NULL)
    return TRUE;
  opened->file = jkb_column_map_apply (map, opened->sheets, frameworks, error);
  return opened->file != NULL;
}

JkbFrameworkOpened *
jkb_framework_open (const char *path, const char *own, const JkbColumnMap *map,
                    const JkbFrameworks *frameworks, GError **error)
{
  g_autoptr(JkbFrameworkOpened) opened = g_new0 (JkbFrameworkOpened, 1);
  g_autoptr(GBytes) bytes = jkb_framework_file_load (path, error);
  g_autoptr(GError) reason = NULL;
  g_autoptr(GError) no_table = NULL;

  if (bytes == NULL)
    return NULL;
  if (map == NULL)
    opened->file = jkb_framework_file_parse (g_bytes_get_data (bytes, NULL),
                                             g_bytes_get_size (bytes), &reason);
  if (opened->file != NULL)
    return g_steal_pointer (&opened);
  if (map == NULL && !g_error_matches (reason, JKB_FRAMEWORK_ERROR, JKB_FRAMEWORK_ERROR_UNKNOWN))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  if (open_table (opened, bytes, own, map, frameworks, &no_table))
    return g_steal_pointer (&opened);
  /* What is no table either is refused for the reason that was found first. */
  if (reason != NULL && opened->sheets == NULL)
    g_propagate_error (error, g_steal_pointer (&reason));
  else
    g_propagate_error (error, g_steal_pointer (&no_table));
  return NULL;
}

void
jkb_framework_opened_free (JkbFrameworkOpened *opened)
{
  if (opened == NULL)
    return;
  jkb_framework_file_free (opened->file);
  g_clear_pointer (&opened->sheets, g_ptr_array_unref);
  jkb_column_map_free (opened->map);
  g_free (opened);
}

gboolean
jkb_framework_remember_map (const char *own, const JkbFrameworkOpened *opened, GError **error)
{
  g_autofree char *columns = read_columns (own);
  char *text = jkb_column_maps_remember (columns, opened->map, opened->sheets);
  g_autoptr(GBytes) contents = g_bytes_new_take (text, strlen (text));

  return jkb_own_swap (own, COLUMNS, contents, NULL, error);
}
