/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-column-map.h"

/**
 * JkbFrameworkOpened:
 * @file: (nullable): what was read; %NULL when a person has to say what the columns hold
 * @sheets: (nullable) (element-type JkbSheet): the table; %NULL for a file of a known shape
 * @map: (nullable): for @sheets: how it was read, or what is most likely
 *
 * A file that was brought along, as far as it could be read.
 */
typedef struct
{
  JkbFrameworkFile *file;
  GPtrArray *sheets;
  JkbColumnMap *map;
} JkbFrameworkOpened;

/**
 * jkb_framework_open:
 * @path: a file
 * @own: the folder of what a person keeps, where maps of columns are remembered
 * @map: (nullable): what the columns hold; %NULL for what is remembered for such a table
 * @frameworks: (nullable): as for jkb_column_map_apply()
 * @error: as jkb_framework_file_read()
 *
 * Reads a file of a publisher, or any table. Reads files: not for the main thread of a window.
 *
 * Returns: (transfer full) (nullable): the file
 */
JkbFrameworkOpened *jkb_framework_open (const char *path, const char *own, const JkbColumnMap *map,
                                        const JkbFrameworks *frameworks, GError **error);

/**
 * jkb_framework_opened_free:
 * @opened: (nullable) (transfer full): what was read
 */
void jkb_framework_opened_free (JkbFrameworkOpened *opened);

/**
 * jkb_framework_remember_map:
 * @own: the folder of what a person keeps
 * @opened: a table with the map that fits it
 * @error: a #GFileError
 *
 * Remembers the map for tables with the same heads. Writes a file: not for the main thread of a window.
 *
 * Returns: %TRUE when done
 */
gboolean jkb_framework_remember_map (const char *own, const JkbFrameworkOpened *opened,
                                     GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbFrameworkOpened, jkb_framework_opened_free)
