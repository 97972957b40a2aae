/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * Inside the room `query`: a number for each of a million cases, wanted for the moment that an order takes to be made.
 * The system gives memory page by page when it is first written, and to give a thousand pages takes longer than to sort
 * what they hold; so it is asked for large ones.
 */

/**
 * jkb_scratch_new:
 * @n_bytes: how much
 *
 * Any thread. Returns: (transfer full): memory with anything in it, for jkb_scratch_free()
 */
gpointer jkb_scratch_new (gsize n_bytes);

/** jkb_scratch_free: @scratch: (nullable) (transfer full): from jkb_scratch_new(). Any thread. */
void jkb_scratch_free (gpointer scratch);

/** A number for each of @n. */
static inline guint32 *
jkb_scratch_new_numbers (guint n)
{
  return jkb_scratch_new (n * sizeof (guint32));
}
