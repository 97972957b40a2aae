/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-selection.h"

/**
 * JkbCaseSlot:
 *
 * A position of a #JkbCaseList, from 0. Which case stands there changes; the signal `changed` says
 * so. A view therefore never has to throw a row away because the order is another.
 */
#define JKB_TYPE_CASE_SLOT (jkb_case_slot_get_type ())
G_DECLARE_FINAL_TYPE (JkbCaseSlot, jkb_case_slot, JKB, CASE_SLOT, GObject)

/**
 * jkb_case_slot_get:
 * @self: a slot
 * @out: (out caller-allocates): the case that stands there; strings live until `changed`
 *
 * Returns: %FALSE, leaving @out, when the list has become shorter or is gone
 */
gboolean jkb_case_slot_get (JkbCaseSlot *self, JkbCase *out);

/**
 * jkb_case_slot_get_line:
 * @self: a slot
 *
 * Returns: (transfer none) (nullable): the search line that found the case, to mark what it matches
 */
const JkbSearchLine *jkb_case_slot_get_line (JkbCaseSlot *self);

/**
 * jkb_case_slot_get_position:
 * @self: a slot
 *
 * Returns: its position
 */
guint jkb_case_slot_get_position (JkbCaseSlot *self);

/**
 * JkbCaseList:
 *
 * A selection as a list model of stable slots. Another selection makes the slots that are in use
 * emit `changed`; `items-changed` is only emitted for positions that came or went at the end. (In
 * GTK 4.8 a view asks for every item of a range that is said to have changed, which takes seconds
 * with many rows.) Main thread.
 */
#define JKB_TYPE_CASE_LIST (jkb_case_list_get_type ())
G_DECLARE_FINAL_TYPE (JkbCaseList, jkb_case_list, JKB, CASE_LIST, GObject)

/**
 * jkb_case_list_new:
 *
 * Returns: (transfer full): a list without cases
 */
JkbCaseList *jkb_case_list_new (void);

/**
 * jkb_case_list_get_selection:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): what it shows
 */
JkbSelection *jkb_case_list_get_selection (JkbCaseList *self);

/**
 * jkb_case_list_set_selection:
 * @self: a list
 * @selection: (nullable): what to show
 *
 * Shows another selection.
 */
void jkb_case_list_set_selection (JkbCaseList *self, JkbSelection *selection);
