/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-cases.h"
#include "query/jkb-packed.h"

/*
 * Inside the room `query`: the orders of a snapshot, made when somebody first asks or ahead of that, and kept as
 * long as it lives. Each column has a lock of its own, so that the quick order of a number does not
 * wait for that of a million names.
 */
typedef struct _JkbOrders JkbOrders;

/** jkb_orders_new: Returns: (transfer full): no orders yet */
JkbOrders *jkb_orders_new (void);

/** jkb_orders_free: @orders: (transfer full): orders. */
void jkb_orders_free (JkbOrders *orders);

/** jkb_orders_clear: forgets all; nobody else may have them. */
void jkb_orders_clear (JkbOrders *orders);

/** jkb_orders_get_size: Any thread. Returns: bytes of those that were made */
gsize jkb_orders_get_size (JkbOrders *orders);

/**
 * jkb_orders_get:
 * @orders: the orders of @cases
 * @cases: a snapshot
 * @order: an order
 *
 * Makes it when it is not there. Any thread. Returns: (transfer none): the slots of all cases in it
 */
const JkbPacked *jkb_orders_get (JkbOrders *orders, const JkbCases *cases, JkbOrder order);

/**
 * jkb_orders_get_ranks:
 * @orders: the orders of @cases
 * @cases: a snapshot
 * @order: an order
 *
 * Any thread. Returns: (transfer none): by slot, where each case stands in jkb_orders_get()
 */
const JkbPacked *jkb_orders_get_ranks (JkbOrders *orders, const JkbCases *cases, JkbOrder order);
