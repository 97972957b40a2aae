/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/jkb-toaster.h"
#include "ui/jkb-window.h"

/**
 * jkb_casebook_actions_add:
 * @window: a window
 * @toaster: says what became of it
 *
 * Adds what is done with a casebook as a document: `new-casebook`, `open-casebook`, `open-recent` (a path),
 * `save-copy`, `check-casebook`, `restore-copy` of a casebook that is damaged.
 */
void jkb_casebook_actions_add (JkbWindow *window, JkbToaster *toaster);

/**
 * jkb_casebook_describe_error:
 * @error: why a casebook cannot be opened, a #JkbStoreError or another one
 *
 * Returns: (transfer full): what a person can do about it, and behind it the reason with the file
 */
char *jkb_casebook_describe_error (const GError *error);
