/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "core/jkb-incident.h"

/*
 * Cases as CSV and JSON, with the same fields and names in both. Nothing is translated; what is not
 * known is an empty field or `null`.
 */

/**
 * jkb_incident_csv_header:
 * @csv: where to append
 *
 * Appends the line that names the columns.
 */
void jkb_incident_csv_header (GString *csv);

/**
 * jkb_incident_csv:
 * @csv: where to append
 * @incident: a case
 *
 * Appends a line. Sets are joined by `;`.
 */
void jkb_incident_csv (GString *csv, const JkbIncident *incident);

/**
 * jkb_incident_json:
 * @json: a builder inside an object
 * @incident: a case
 *
 * Adds a member for each field.
 */
void jkb_incident_json (JsonBuilder *json, const JkbIncident *incident);
