/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/**
 * frameworks_copy_new:
 *
 * Returns: (transfer full): a new folder with the shipped frameworks, their roles, crosswalk and map, and
 *   nothing that may be missing
 */
char *frameworks_copy_new (void);

/**
 * frameworks_copy_add:
 * @directory: such a folder
 * @name: name of a file
 * @text: what it says
 * @find: (nullable): words in @text
 * @put: (nullable): what stands there instead, once
 */
void frameworks_copy_add (const char *directory, const char *name, const char *text,
                          const char *find, const char *put);

/**
 * frameworks_copy_remove:
 * @directory: such a folder
 *
 * Removes it.
 */
void frameworks_copy_remove (const char *directory);
