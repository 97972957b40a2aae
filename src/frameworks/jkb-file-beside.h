/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-framework-file.h"

/**
 * JkbFileBeside:
 * @role: the other role
 * @n_shared: statements that belong to both
 * @n_new: statements that only belong to the other role
 * @n_left: statements that only belong to the first role
 *
 * How two roles of a file compare by their tasks, knowledge and skills.
 */
typedef struct
{
  const JkbFileRole *role;
  guint n_shared;
  guint n_new;
  guint n_left;
} JkbFileBeside;

/**
 * jkb_framework_file_beside:
 * @file: a file
 * @role: one of its roles
 *
 * Roles that share at least one statement with @role: the largest share of all statements of both
 * first, then the order of the file. Any thread.
 *
 * Returns: (transfer full) (element-type JkbFileBeside): the roles
 */
GPtrArray *jkb_framework_file_beside (const JkbFrameworkFile *file, const JkbFileRole *role);
