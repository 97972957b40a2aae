/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-cases.h"

/*
 * Inside the room `query`: orders as permutations of slots.
 */

/**
 * jkb_case_order_new_by_date:
 * @cases: a snapshot
 *
 * Any thread. Returns: (transfer full) (array): the slots of all cases, newest first, cases without
 *   a year last, equal ones by id
 */
guint32 *jkb_case_order_new_by_date (const JkbCases *cases);

/**
 * jkb_case_order_new:
 * @cases: a snapshot
 * @order: what to order by
 * @ties: (array): slots of all cases in the order that equal cases have
 *
 * Any thread. Returns: (transfer full) (array): the slots of all cases
 */
guint32 *jkb_case_order_new (const JkbCases *cases, JkbOrder order, const guint32 *ties);
