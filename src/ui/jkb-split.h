/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * JkbSplit:
 *
 * Two widgets beside each other, the second (the pane) of a width that a person can change by
 * dragging or with the arrow keys on the border. Where there is no room for both it folds and shows
 * one of them. (GtkPaned cannot fold, and AdwLeaflet has no border to drag.)
 *
 * A pane that is not visible leaves all room to the content. Text that is larger than usual needs more room, so the
 * width of the pane counts for text of the usual size.
 *
 * Properties: `content`, `pane`; `pane-width`, the width that is wanted; `folded`, read only;
 * `show-pane`, which of the two is seen while it is folded.
 */
#define JKB_TYPE_SPLIT (jkb_split_get_type ())
G_DECLARE_FINAL_TYPE (JkbSplit, jkb_split, JKB, SPLIT, GtkWidget)

/**
 * jkb_split_get_folded:
 * @self: a split
 *
 * Returns: %TRUE while only one of the two is seen
 */
gboolean jkb_split_get_folded (JkbSplit *self);

/**
 * jkb_split_get_pane_width:
 * @self: a split
 *
 * Returns: the width that is wanted for the pane
 */
int jkb_split_get_pane_width (JkbSplit *self);

/**
 * jkb_split_set_pane_width:
 * @self: a split
 * @width: pixels
 *
 * Both sides keep at least their minimum, whatever is wanted.
 */
void jkb_split_set_pane_width (JkbSplit *self, int width);

/**
 * jkb_split_get_show_pane:
 * @self: a split
 *
 * Returns: %TRUE if the pane is the one that is seen while it is folded
 */
gboolean jkb_split_get_show_pane (JkbSplit *self);

/**
 * jkb_split_set_show_pane:
 * @self: a split
 * @show_pane: show the pane, not the content, while it is folded
 */
void jkb_split_set_show_pane (JkbSplit *self, gboolean show_pane);
