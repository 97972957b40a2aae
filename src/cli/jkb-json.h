/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "core/jkb-words.h"

/*
 * Shorthands over #JsonBuilder for the JSON that the program prints.
 */

/**
 * jkb_json_string:
 * @json: a builder inside an object
 * @key: name of a member
 * @value: (nullable): its value; %NULL and "" become `null`
 */
void jkb_json_string (JsonBuilder *json, const char *key, const char *value);

/**
 * jkb_json_int:
 * @json: a builder inside an object
 * @key: name of a member
 * @value: its value
 */
void jkb_json_int (JsonBuilder *json, const char *key, gint64 value);

/**
 * jkb_json_date_role:
 * @json: a builder inside an object
 * @role: what happened on a date
 *
 * Writes the member `role`. The first and last day bear the names of the fields that hold them,
 * `occurred_from` and `occurred_to`, as the other roles do.
 */
void jkb_json_date_role (JsonBuilder *json, JkbDateRole role);

/**
 * jkb_json_line:
 * @json: a builder with one whole value
 *
 * Writes the value on one line, with control characters and the line ends of Unicode escaped, so
 * that it can neither break the line nor reach a terminal.
 *
 * Returns: (transfer full): the text and a line feed
 */
char *jkb_json_line (JsonBuilder *json);
