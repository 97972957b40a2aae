/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * jkb_settings_get:
 *
 * What the window remembers: the schema io.github.jikenbo.Jikenbo. A program that runs without
 * being installed, and without `$GSETTINGS_SCHEMA_DIR`, has none and remembers nothing. Main thread.
 *
 * Returns: (transfer none) (nullable): the settings
 */
GSettings *jkb_settings_get (void);
