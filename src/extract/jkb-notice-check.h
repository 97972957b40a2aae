/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-doc.h"

/**
 * jkb_notice_check:
 * @doc: the item as a document
 * @item: the item, with the facts that were read
 *
 * Decides whether the item reports one incident at an organisation: the evidence of an event (a
 * cause, somebody it happened to, a day, persons, words that tell of it, an apology) is weighed
 * against what marks advisories, product news, surveys, events and articles. Sets `is_notice` or
 * `set_aside_reason`; an item that is set aside loses its facts. The thread that builds @item.
 */
void jkb_notice_check (const JkbDoc *doc, JkbItem *item);
