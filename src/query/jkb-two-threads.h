/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * JkbTakeFunc:
 * @share: what this thread works on
 * @i: a piece of work
 *
 * Does one piece of work.
 */
typedef void (*JkbTakeFunc) (gpointer share, guint i);

/**
 * jkb_two_threads_run:
 * @n: how many pieces of work there are
 * @take: does one
 * @mine: what this thread works on
 * @other: what another works on at the same time
 *
 * Inside the room `query`. Calls @take for each number below @n once, with @mine in this thread and with
 * @other in one that stands by. Pieces are taken one by one: a helper that gets no processor takes few
 * or none, and nobody waits for it to begin. Costs some hundredths of a millisecond. Any thread; not
 * from inside @take.
 */
void jkb_two_threads_run (guint n, JkbTakeFunc take, gpointer mine, gpointer other);
