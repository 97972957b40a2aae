/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "import/jkb-import.h"

/**
 * JkbImportHead:
 *
 * What stands above the list of an import: how far it is, and in the end what came of it. While files are read its
 * words change ten times a second, and nothing around them is laid out again for that.
 */
#define JKB_TYPE_IMPORT_HEAD (jkb_import_head_get_type ())
G_DECLARE_FINAL_TYPE (JkbImportHead, jkb_import_head, JKB, IMPORT_HEAD, GtkBox)

/**
 * jkb_import_head_follow:
 * @self: the head
 * @progress: how far the reading is
 *
 * Says so. Main thread.
 */
void jkb_import_head_follow (JkbImportHead *self, const JkbImportProgress *progress);

/**
 * jkb_import_head_wait:
 * @self: the head
 * @words: what goes on
 *
 * Says what goes on, without telling how far it is. Main thread.
 */
void jkb_import_head_wait (JkbImportHead *self, const char *words);

/**
 * jkb_import_head_end:
 * @self: the head
 * @words: what came of it, as long as need be
 * @more: (nullable): what is to be said besides
 *
 * Takes the place of the progress. Main thread.
 */
void jkb_import_head_end (JkbImportHead *self, const char *words, const char *more);
