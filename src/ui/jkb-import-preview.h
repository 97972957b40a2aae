/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/jkb-casebook.h"

/**
 * JkbImportPreview:
 *
 * Reads sources, lists what would become of each item of each source while they are read, and stores what the
 * person accepts of it. Closing it before stores nothing.
 *
 * Signals: `imported` (gint64 batch, utf8 summary), once, when something is in the casebook; `case-chosen`
 * (gint64) then, when it is a single case; `failed` (utf8) when nothing could be stored.
 */
#define JKB_TYPE_IMPORT_PREVIEW (jkb_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (JkbImportPreview, jkb_import_preview, JKB, IMPORT_PREVIEW, AdwWindow)

/**
 * jkb_import_preview_new:
 * @parent: the window it is for
 * @casebook: a casebook that is ready
 *
 * Returns: (transfer none): the preview, not shown yet
 */
JkbImportPreview *jkb_import_preview_new (GtkWindow *parent, JkbCasebook *casebook);

/**
 * jkb_import_preview_run:
 * @self: a preview
 * @inputs: (transfer full): what to import
 *
 * Shows the preview and begins to read. Once.
 */
void jkb_import_preview_run (JkbImportPreview *self, JkbImportInputs *inputs);

/**
 * jkb_import_preview_is_ready:
 * @self: a preview
 *
 * Returns: %TRUE when everything is read and compared, and the person can accept
 */
gboolean jkb_import_preview_is_ready (JkbImportPreview *self);
