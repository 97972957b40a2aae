/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-cases.h"

/*
 * Inside the room `query`: the cases of a selection in their order. Of a million cases a table shows
 * forty, so they are listed only as far as somebody has asked, and a little further.
 */
typedef struct _JkbListing JkbListing;

/**
 * jkb_listing_new:
 * @cases: a snapshot, which lives longer
 * @passes: (array): a bit for each slot, likewise
 * @n_passing: how many are set
 * @order: in which order
 *
 * Lists the first pages. Any thread. Returns: (transfer full): the list
 */
JkbListing *jkb_listing_new (JkbCases *cases, const guint64 *passes, guint n_passing, JkbOrder order);

/**
 * jkb_listing_new_first:
 * @slots: (element-type guint32): some cases in their order; a few hundred at most
 *
 * Any thread. Returns: (transfer full): a list of these, as if no others passed
 */
JkbListing *jkb_listing_new_first (const GArray *slots);

/**
 * jkb_listing_free:
 * @listing: (nullable) (transfer full): a list
 */
void jkb_listing_free (JkbListing *listing);

/** jkb_listing_n: how many cases pass. Any thread. */
guint jkb_listing_n (const JkbListing *listing);

/**
 * jkb_listing_get:
 * @listing: a list
 * @position: a position below jkb_listing_n()
 *
 * Any thread. Returns: the slot there
 */
guint32 jkb_listing_get (JkbListing *listing, guint position);

/**
 * jkb_listing_find:
 * @listing: a list
 * @slot: of a case
 * @position: (out): where it is
 *
 * Any thread. Returns: %FALSE, leaving @position, if the case does not pass
 */
gboolean jkb_listing_find (JkbListing *listing, guint slot, guint *position);
