/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-db.h"

/*
 * Inside the room `store`: carries the numbers of changed cases from whatever thread learns of them
 * to the main context of the store, where they are told at most ten times a second.
 */

typedef struct _JkbNotifier JkbNotifier;

/**
 * JkbNotifierFunc:
 * @object: (transfer none): the object that listens
 * @ids: (element-type gint64): cases, sorted, each once
 */
typedef void (*JkbNotifierFunc) (GObject *object, GArray *ids);

/**
 * jkb_notifier_new:
 * @object: who listens; held weakly
 * @func: called with the changes
 * @context: (nullable): the main context to call it in
 *
 * Returns: (transfer full): the notifier
 */
JkbNotifier *jkb_notifier_new (GObject *object, JkbNotifierFunc func, GMainContext *context);

/**
 * jkb_notifier_ref:
 * @self: a notifier
 *
 * Any thread. Returns: (transfer full): @self
 */
JkbNotifier *jkb_notifier_ref (JkbNotifier *self);

/**
 * jkb_notifier_unref:
 * @self: (transfer full): a notifier
 *
 * Any thread.
 */
void jkb_notifier_unref (JkbNotifier *self);

/**
 * jkb_notifier_start:
 * @self: a notifier
 * @db: a connection
 * @error: a #JkbStoreError
 *
 * Takes the file as it is now for known.
 *
 * Returns: %TRUE unless it failed
 */
gboolean jkb_notifier_start (JkbNotifier *self, JkbDb *db, GError **error);

/**
 * jkb_notifier_look:
 * @self: a notifier
 * @db: a connection
 * @error: a #JkbStoreError
 *
 * Looks what has changed since the last look, by whomever, and has it told. Any thread.
 *
 * Returns: %TRUE unless it failed
 */
gboolean jkb_notifier_look (JkbNotifier *self, JkbDb *db, GError **error);

/**
 * jkb_notifier_stop:
 * @self: a notifier
 *
 * Nothing is told any more. Any thread.
 */
void jkb_notifier_stop (JkbNotifier *self);
