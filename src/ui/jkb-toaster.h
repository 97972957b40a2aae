/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

/**
 * JkbToaster:
 *
 * What a window says in passing: what went wrong, and what was done with an offer to undo it. There is
 * one offer at a time, for the last step; a further step changes its words.
 */
#define JKB_TYPE_TOASTER (jkb_toaster_get_type ())
G_DECLARE_FINAL_TYPE (JkbToaster, jkb_toaster, JKB, TOASTER, GObject)

/**
 * jkb_toaster_new:
 * @overlay: where toasts are shown; has to live as long as the toaster
 *
 * Returns: (transfer full): a toaster
 */
JkbToaster *jkb_toaster_new (AdwToastOverlay *overlay);

/**
 * jkb_toaster_find:
 * @widget: a widget
 *
 * Returns: (transfer none) (nullable): the toaster of the overlay around @widget, when it has one
 */
JkbToaster *jkb_toaster_find (GtkWidget *widget);

/**
 * jkb_toaster_say:
 * @self: a toaster
 * @text: plain text
 *
 * Shows a text for some seconds.
 */
void jkb_toaster_say (JkbToaster *self, const char *text);

/**
 * jkb_toaster_offer_undo:
 * @self: a toaster
 * @text: what was done, plain text
 *
 * Shows a text with a button that activates `win.undo`.
 */
void jkb_toaster_offer_undo (JkbToaster *self, const char *text);

/**
 * jkb_toaster_withdraw:
 * @self: a toaster
 *
 * Takes the offer back, as the step has been undone.
 */
void jkb_toaster_withdraw (JkbToaster *self);
