/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-fact.h"

/**
 * JkbItem:
 * @index: place in its source, from 0
 * @serial: (nullable): serial number that the page gives the item, e.g. `2024-033`
 * @title: (nullable): heading without serial, valid UTF-8
 * @text: the text that all spans point into, valid UTF-8; starts with the heading line where there
 *   is one
 * @lang: (transfer none): `ja`, `en` or `und`; static
 * @is_notice: an organisation, or a report about it, tells of an incident
 * @set_aside_reason: (nullable): nick of the reason when it is no notice, e.g. `article`
 * @facts: (element-type JkbFact): what was read, best first within each field
 *
 * One stretch of a source: a notice, or text set aside. Never changes once its source is read.
 */
typedef struct
{
  guint index;
  char *serial;
  char *title;
  char *text;
  const char *lang;
  gboolean is_notice;
  char *set_aside_reason;
  GPtrArray *facts;
} JkbItem;

/**
 * jkb_item_new:
 * @text: (transfer full): the text of the item
 *
 * Any thread. Returns: (transfer full): an item with no facts that is no notice yet
 */
JkbItem *jkb_item_new (char *text);

/**
 * jkb_item_copy:
 * @item: an item
 *
 * Any thread. Returns: (transfer full): an equal item
 */
JkbItem *jkb_item_copy (const JkbItem *item);

/**
 * jkb_item_free:
 * @item: (nullable) (transfer full): an item
 *
 * Any thread.
 */
void jkb_item_free (JkbItem *item);

/**
 * jkb_item_add:
 * @item: an item under construction
 * @fact: (transfer full): a fact whose span lies within the text
 *
 * Appends @fact. The thread that builds @item.
 */
void jkb_item_add (JkbItem *item, JkbFact *fact);

/**
 * jkb_item_find:
 * @item: an item
 * @field: a field
 *
 * Any thread. Returns: (transfer none) (nullable): the first fact of @field
 */
const JkbFact *jkb_item_find (const JkbItem *item, JkbField field);

/**
 * jkb_item_value:
 * @item: an item
 * @field: a field
 *
 * Any thread. Returns: (transfer none) (nullable): the value of the first fact of @field
 */
const char *jkb_item_value (const JkbItem *item, JkbField field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbItem, jkb_item_free)
