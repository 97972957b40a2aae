/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * jkb_fit_dialog:
 * @dialog: a dialog that has its parent and the default size it needs with text of the usual size
 *
 * Makes the default size larger where text is larger than usual, as far as the parent is large. Main thread.
 */
void jkb_fit_dialog (GtkWindow *dialog);
