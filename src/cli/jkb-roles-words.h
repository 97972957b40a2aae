/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "frameworks/jkb-frameworks.h"
#include "frameworks/jkb-statement.h"

/*
 * Words and pieces that the reports on roles share. Main thread.
 */

/**
 * jkb_roles_pick:
 * @text: words of a data file
 *
 * Returns: (transfer none): those in the language of the session
 */
const char *jkb_roles_pick (const JkbFrameworkText *text);

/**
 * jkb_roles_label_subject:
 * @subject: a type or circumstance
 *
 * Returns: (transfer none): its name, translated
 */
const char *jkb_roles_label_subject (JkbSubject subject);

/**
 * jkb_roles_label_weight:
 * @weight: %JKB_WEIGHT_LEAD and the like
 *
 * Returns: (transfer none): what the role does: leads, involved, supports
 */
const char *jkb_roles_label_weight (int weight);

/**
 * jkb_roles_label_kind:
 * @kind: what a statement is about
 *
 * Returns: (transfer none): its name, translated
 */
const char *jkb_roles_label_kind (JkbStatementKind kind);

/**
 * jkb_roles_label_relation:
 * @relation: a relation
 *
 * Returns: (transfer none): its name, translated
 */
const char *jkb_roles_label_relation (JkbRelation relation);

/**
 * jkb_roles_print_json:
 * @json: a builder with one object that is still open
 *
 * Ends the object and prints it as a line.
 */
void jkb_roles_print_json (JsonBuilder *json);

/**
 * jkb_roles_json_role:
 * @json: a builder inside an object
 * @role: a role
 *
 * Adds framework, edition, identifier and names.
 */
void jkb_roles_json_role (JsonBuilder *json, const JkbRole *role);

/**
 * jkb_roles_json_member:
 * @json: an object being built
 * @key: name of the member
 * @role: (nullable): a role; `null` for %NULL
 *
 * Adds @role as an object of its own.
 */
void jkb_roles_json_member (JsonBuilder *json, const char *key, const JkbRole *role);

/**
 * jkb_roles_name_edition:
 * @framework: an edition
 *
 * Returns: (transfer full): its short name; with the edition unless that is the current one
 */
char *jkb_roles_name_edition (const JkbFramework *framework);

/**
 * jkb_roles_json_duties:
 * @json: an object being built
 * @key: name of the member
 * @duties: (element-type JkbAssignment): parts in incidents
 *
 * Adds @duties as an array.
 */
void jkb_roles_json_duties (JsonBuilder *json, const char *key, const GPtrArray *duties);
