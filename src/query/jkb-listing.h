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
 * @fails: (array): by slot, see jkb_pass_new(); not kept
 * @order: in which order
 *
 * Lists the first pages. Any thread. Returns: (transfer full): the list
 */
JkbListing *jkb_listing_new (JkbCases *cases, const guint16 *fails, JkbOrder order);

/**
 * jkb_listing_new_first:
 * @cases: a snapshot, which lives longer
 * @slots: (element-type guint32): some cases in their order
 *
 * Any thread. Returns: (transfer full): a list of these, as if no others passed
 */
JkbListing *jkb_listing_new_first (JkbCases *cases, const GArray *slots);

/**
 * jkb_listing_free:
 * @listing: (nullable) (transfer full): a list
 */
void jkb_listing_free (JkbListing *listing);

/** jkb_listing_n: how many cases pass. Any thread. */
guint jkb_listing_n (const JkbListing *listing);

/** jkb_listing_get_bits: (transfer none) (array): a bit for each slot, see jkb-bits.h; the slots of a
 * block begin a word. Any thread. */
const guint64 *jkb_listing_get_bits (const JkbListing *listing);

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
