/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-doc.h"

/**
 * jkb_read_type:
 * @doc: the item as a document
 * @item: the item
 *
 * Adds the cause of the incident as facts of %JKB_FIELD_INCIDENT_TYPE: first the primary type with
 * the places that say so, best first, then further types that the text states as well. Adds nothing
 * when no cause is told. The thread that builds @item.
 */
void jkb_read_type (const JkbDoc *doc, JkbItem *item);
