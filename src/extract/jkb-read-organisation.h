/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-doc.h"

/**
 * jkb_read_organisation:
 * @doc: the item as a document
 * @item: the item; facts are added
 *
 * Adds who is answerable to those affected (%JKB_FIELD_ORGANISATION) and where it happened, when that
 * was a contractor (%JKB_FIELD_CONTRACTOR). Each place where a name stands gives points: title,
 * 以下「当社」という, subject of an announcement, signature, operator of a named shop; authorities, card
 * companies and contractors are told apart by the words around them. None when the text names none.
 * The thread that builds @item.
 */
void jkb_read_organisation (const JkbDoc *doc, JkbItem *item);
