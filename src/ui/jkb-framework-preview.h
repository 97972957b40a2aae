/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "frameworks/jkb-framework-file.h"

/**
 * jkb_framework_preview_new:
 * @file: a file
 * @frameworks: frameworks
 *
 * What would come in with @file: counts by group, what is odd in it, and how it differs from the edition
 * that is loaded. Main thread.
 *
 * Returns: (transfer floating): the preview
 */
GtkWidget *jkb_framework_preview_new (const JkbFrameworkFile *file,
                                      const JkbFrameworks *frameworks);
