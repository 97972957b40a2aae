/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/jkb-fact-group.h"

/**
 * JkbFactButton:
 *
 * One value of a field, to be touched: its words, its state as a sign, and in how many places the
 * notice says so. Pressed while its evidence is shown.
 */
#define JKB_TYPE_FACT_BUTTON (jkb_fact_button_get_type ())
G_DECLARE_FINAL_TYPE (JkbFactButton, jkb_fact_button, JKB, FACT_BUTTON, GtkToggleButton)

/**
 * jkb_fact_button_new:
 * @group: a value; has to live as long as the button
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *jkb_fact_button_new (const JkbFactGroup *group);

/**
 * jkb_fact_button_get_group:
 * @self: a button
 *
 * Returns: (transfer none): its value
 */
const JkbFactGroup *jkb_fact_button_get_group (JkbFactButton *self);
