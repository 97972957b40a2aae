/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/jkb-words.h"

/**
 * JkbFactEditor:
 *
 * A popover that asks a person for the value of a field, with the control that fits: a date that may
 * lack its end, a figure with how exact it is, one of the words of the domain, or a name.
 *
 * Signal: `done` (utf8 value, int qualifier): what was entered, in the stable form of #JkbFact.
 */
#define JKB_TYPE_FACT_EDITOR (jkb_fact_editor_get_type ())
G_DECLARE_FINAL_TYPE (JkbFactEditor, jkb_fact_editor, JKB, FACT_EDITOR, GtkPopover)

/**
 * jkb_fact_editor_new:
 * @field: what is asked for
 * @value: (nullable): what it is now, in stable form
 * @qualifier: how exact it is now
 *
 * Returns: (transfer floating): the popover
 */
GtkWidget *jkb_fact_editor_new (JkbField field, const char *value, JkbCountQualifier qualifier);

/**
 * jkb_fact_editor_normalize:
 * @field: a field
 * @text: what a person typed
 *
 * Brings what was typed into the stable form of @field: full-width digits, separators and slashes in
 * dates are understood.
 *
 * Returns: (transfer full) (nullable): the value, %NULL when it does not fit
 */
char *jkb_fact_editor_normalize (JkbField field, const char *text);
