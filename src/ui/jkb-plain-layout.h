/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * jkb_plain_layout_new:
 *
 * Lays out the one child of a widget in all of its room, and says how wide it wants to be whatever its height. A label
 * that wraps would look for the width that just fits each height, laying its text out a dozen times; in a list of
 * facts that takes longer than a frame.
 *
 * Returns: (transfer full): a layout, for gtk_widget_set_layout_manager()
 */
GtkLayoutManager *jkb_plain_layout_new (void);
