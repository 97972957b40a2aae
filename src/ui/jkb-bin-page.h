/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/jkb-case-lists.h"

/**
 * JkbBinPage:
 *
 * What lies in the bin, in place of the table: the cases that were deleted, each of which can be taken
 * back with `win.restore-case`.
 */
#define JKB_TYPE_BIN_PAGE (jkb_bin_page_get_type ())
G_DECLARE_FINAL_TYPE (JkbBinPage, jkb_bin_page, JKB, BIN_PAGE, AdwBin)

/**
 * jkb_bin_page_set_lists:
 * @self: a page
 * @lists: the lists of the casebook; may be set once
 *
 * Begins to follow them.
 */
void jkb_bin_page_set_lists (JkbBinPage *self, JkbCaseLists *lists);
