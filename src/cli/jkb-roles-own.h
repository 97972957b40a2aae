/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/jkb-command.h"
#include "frameworks/jkb-frameworks.h"

/*
 * `jikenbo-cli roles` with what a person brings along.
 */

/**
 * JkbRolesRead:
 * @file: a file name
 * @map: (nullable): what the columns of a table hold, in words
 * @role: (nullable): print only what it says of this role
 * @beside: (nullable): print only the roles that share statements with this one
 * @is_kept: keep what is in it
 *
 * What is asked of a file.
 */
typedef struct
{
  const char *file;
  const char *map;
  const char *role;
  const char *beside;
  gboolean is_kept;
} JkbRolesRead;

/**
 * jkb_roles_own_read:
 * @frameworks: frameworks
 * @asked: what is asked
 * @is_json: print JSON
 *
 * Returns: the exit status
 */
JkbExit jkb_roles_own_read (const JkbFrameworks *frameworks, const JkbRolesRead *asked,
                            gboolean is_json);

/**
 * jkb_roles_own_print:
 * @frameworks: frameworks as jkb_frameworks_load_own() reads them
 * @is_json: print JSON
 *
 * Prints a person's own changes, and on standard error what of them has no effect.
 *
 * Returns: the exit status
 */
JkbExit jkb_roles_own_print (const JkbFrameworks *frameworks, gboolean is_json);

/**
 * jkb_roles_own_import:
 * @path: a table of changes
 *
 * Returns: the exit status
 */
JkbExit jkb_roles_own_import (const char *path);

/**
 * jkb_roles_own_reset:
 *
 * Returns: the exit status
 */
JkbExit jkb_roles_own_reset (void);

/**
 * jkb_roles_own_forget:
 * @name: a name as jkb_roles_own_read() prints it when it keeps a file
 *
 * Returns: the exit status
 */
JkbExit jkb_roles_own_forget (const char *name);
