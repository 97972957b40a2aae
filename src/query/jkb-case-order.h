/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-cases.h"
#include "query/jkb-packed.h"

/*
 * Inside the room `query`: all cases in an order, as their slots.
 */
typedef struct
{
  guint n_slots;
  guint n_known;                        /* the others, of which nothing is known, come last */
  JkbPacked *slots;                     /* NULL when all cases tie */
  guint64 *begins;                      /* a bit for each of the known: its value is another than the one before */
} JkbSlotOrder;

/**
 * jkb_slot_order_new_latest:
 * @cases: a snapshot
 *
 * Any thread. Returns: (transfer full): all cases, newest first, cases without a year last, equal ones by id
 */
JkbSlotOrder *jkb_slot_order_new_latest (const JkbCases *cases);

/**
 * jkb_slot_order_new:
 * @cases: a snapshot
 * @column: what to order by, the smallest first
 * @ties: slots of all cases in the order that equal cases have
 *
 * Any thread. Returns: (transfer full): all cases
 */
JkbSlotOrder *jkb_slot_order_new (const JkbCases *cases, JkbColumn column, const JkbPacked *ties);

/**
 * jkb_slot_order_turn:
 * @order: an order
 *
 * The other direction, without sorting: equal cases stay as they are, those of which nothing is known stay
 * last. Any thread. Returns: (transfer full): the slots of all cases
 */
JkbPacked *jkb_slot_order_turn (const JkbSlotOrder *order);

/**
 * jkb_slot_order_free:
 * @order: (nullable) (transfer full): an order
 */
void jkb_slot_order_free (JkbSlotOrder *order);
