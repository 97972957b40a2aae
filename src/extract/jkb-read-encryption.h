/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-doc.h"

/**
 * jkb_read_encryption:
 * @doc: the item as a document
 * @item: the item, with its type, data items and status
 *
 * Adds whether the data or the medium were encrypted, hashed or locked by a password as facts of
 * %JKB_FIELD_ENCRYPTED: `yes` or `no`. Data that an attacker encrypted, and data that were not
 * concerned, do not count. The thread that builds @item.
 */
void jkb_read_encryption (const JkbDoc *doc, JkbItem *item);
