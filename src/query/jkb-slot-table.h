/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * Inside the room `query`: slots by the number of their case, in some eight bytes a case. The table keeps slots
 * alone; the number of a slot's case is asked for.
 */

/**
 * JkbSlotIdFunc:
 * @slot: a slot in the table
 * @user_data: what was given
 *
 * Returns: the number of its case, the same as long as the slot is in the table
 */
typedef gint64 (*JkbSlotIdFunc) (guint slot, gconstpointer user_data);

/** JkbSlotTable: slots by the number of their case. Belongs to one thread. */
typedef struct _JkbSlotTable JkbSlotTable;

/**
 * jkb_slot_table_new:
 * @get_id: knows the case of a slot
 * @user_data: for @get_id
 *
 * Returns: (transfer full): a table without slots
 */
JkbSlotTable *jkb_slot_table_new (JkbSlotIdFunc get_id, gconstpointer user_data);

/**
 * jkb_slot_table_free:
 * @table: (transfer full): a table
 */
void jkb_slot_table_free (JkbSlotTable *table);

/**
 * jkb_slot_table_clear:
 * @table: a table
 *
 * Forgets all slots.
 */
void jkb_slot_table_clear (JkbSlotTable *table);

/**
 * jkb_slot_table_find:
 * @table: a table
 * @id: number of a case
 * @slot: (out): its slot
 *
 * Returns: %FALSE, leaving @slot, when it is not there
 */
gboolean jkb_slot_table_find (const JkbSlotTable *table, gint64 id, guint *slot);

/**
 * jkb_slot_table_add:
 * @table: a table
 * @id: number of a case that is not there
 * @slot: its slot
 */
void jkb_slot_table_add (JkbSlotTable *table, gint64 id, guint slot);

/**
 * jkb_slot_table_remove:
 * @table: a table
 * @id: number of a case
 *
 * Call it while the case of the slot can still be asked for. Does nothing when it is not there.
 */
void jkb_slot_table_remove (JkbSlotTable *table, gint64 id);

/**
 * jkb_slot_table_get_size:
 * @table: a table
 *
 * Returns: bytes that it takes
 */
gsize jkb_slot_table_get_size (const JkbSlotTable *table);
