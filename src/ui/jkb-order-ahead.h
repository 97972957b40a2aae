/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-cases.h"

/**
 * JkbOrderAhead:
 *
 * Has a worker order the cases by every column before somebody sorts the table. Main thread.
 */
typedef struct _JkbOrderAhead JkbOrderAhead;

/** jkb_order_ahead_new: Returns: (transfer full): something that has nothing to do yet */
JkbOrderAhead *jkb_order_ahead_new (void);

/**
 * jkb_order_ahead_free:
 * @self: (transfer full): it
 *
 * Stops the worker too.
 */
void jkb_order_ahead_free (JkbOrderAhead *self);

/**
 * jkb_order_ahead_begin:
 * @self: it
 * @cases: the cases as they are now
 * @after_ms: so long nothing may follow before the worker begins
 *
 * Forgets what it was given before.
 */
void jkb_order_ahead_begin (JkbOrderAhead *self, JkbCases *cases, guint after_ms);

/**
 * jkb_order_ahead_stop:
 * @self: it
 *
 * The worker ends with the column that it is at.
 */
void jkb_order_ahead_stop (JkbOrderAhead *self);
