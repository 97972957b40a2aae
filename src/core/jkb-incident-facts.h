/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-incident.h"
#include "core/jkb-item.h"

/*
 * From facts to a case and back. A case says of each field what its best fact says; a field of
 * several values (types, circumstances, data items) has all that stand.
 */

/**
 * jkb_incident_set_facts:
 * @incident: a case under construction
 * @facts: (element-type JkbFact): facts, best first within each field
 *
 * Sets everything of @incident that a fact can tell; what no fact tells becomes unknown. Corrected
 * facts come before confirmed ones, these before read ones; rejected facts and values that do not
 * fit their field are passed over. The thread that builds @incident.
 */
void jkb_incident_set_facts (JkbIncident *incident, const GPtrArray *facts);

/**
 * jkb_incident_from_item:
 * @item: a notice
 *
 * Any thread. Returns: (transfer full): what @item says, not stored yet
 */
JkbIncident *jkb_incident_from_item (const JkbItem *item);

/**
 * jkb_incident_to_facts:
 * @incident: a case
 * @rule: what its facts shall name as their rule
 *
 * The inverse of jkb_incident_set_facts(): the facts, without words of their own, that make up what
 * @incident says. Any thread.
 *
 * Returns: (transfer full) (element-type JkbFact): the facts
 */
GPtrArray *jkb_incident_to_facts (const JkbIncident *incident, const char *rule);

/**
 * jkb_fact_value_is_valid:
 * @field: a field
 * @value: a value
 *
 * Any thread. Returns: %TRUE if @value is in the stable form that #JkbFact asks of @field
 */
gboolean jkb_fact_value_is_valid (JkbField field, const char *value);

/**
 * jkb_field_has_several:
 * @field: a field
 *
 * Any thread. Returns: %TRUE if several values of @field can hold at once
 */
gboolean jkb_field_has_several (JkbField field);

/**
 * jkb_field_role:
 * @field: a field
 *
 * Any thread. Returns: the role that a fact of @field has by itself: a #JkbCountRole for affected
 *   persons and records, a #JkbDateRole for a date or report, else 0
 */
int jkb_field_role (JkbField field);
