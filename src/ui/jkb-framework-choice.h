/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "frameworks/jkb-frameworks.h"

/*
 * A drop-down of editions, after one line for all of them. Main thread.
 */

/**
 * jkb_framework_choice_fill:
 * @choice: a drop-down
 * @frameworks: frameworks
 * @first: the first line, which is no edition
 */
void jkb_framework_choice_fill (GtkDropDown *choice, const JkbFrameworks *frameworks,
                                const char *first);

/**
 * jkb_framework_choice_find:
 * @frameworks: frameworks
 * @edition: (nullable): `framework/edition`
 *
 * Returns: the place of that edition among the lines, 0 when it is not there
 */
guint jkb_framework_choice_find (const JkbFrameworks *frameworks, const char *edition);

/**
 * jkb_framework_choice_get:
 * @choice: a drop-down
 * @frameworks: what it was filled with
 *
 * Returns: (transfer none) (nullable): the edition that is chosen; %NULL for the first line
 */
const JkbFramework *jkb_framework_choice_get (GtkDropDown *choice, const JkbFrameworks *frameworks);
