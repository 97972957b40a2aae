/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-source.h"
#include "store/jkb-store-read.h"
#include "store/jkb-store-write.h"

/*
 * What the tests of the store share: folders that go away, notices about organisations that do not
 * exist, and a casebook as text, without numbers that depend on the order of events.
 */

/**
 * casebook_folder:
 *
 * Returns: (transfer full): a new empty folder
 */
char *casebook_folder (void);

/**
 * casebook_remove:
 * @folder: (transfer full): a folder, which goes away with everything in it
 */
void casebook_remove (char *folder);

/**
 * casebook_source:
 * @name: what to call it
 * @first: number of the first notice; the same number gives the same notice
 * @n_notices: how many notices
 * @page: what stands around them; another one makes other bytes
 *
 * Makes a source with @n_notices and one item that is set aside.
 *
 * Returns: (transfer full): the source
 */
JkbSource *casebook_source (const char *name, guint first, guint n_notices, const char *page);

/**
 * casebook_dump:
 * @store: a store
 *
 * Returns: (transfer full): what it says about every case, sorted, without numbers and times
 */
char *casebook_dump (JkbStore *store);

/**
 * casebook_assert_good:
 * @store: a store
 *
 * Fails with the problems that jkb_store_check() finds.
 */
void casebook_assert_good (JkbStore *store);
