/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-fact.h"
#include "core/jkb-incident.h"
#include "store/jkb-db.h"

/*
 * Inside the room `store`: cases and facts as rows and back.
 */

/** Columns of a case, for `SELECT`, in the order of jkb_rows_read_incident(). */
#define JKB_ROWS_INCIDENT \
  "incident.id, key, title, organisation, organisation_en, contractor, sector, country, type, types, " \
  "circumstances, cause, people, people_qualifier, records, records_qualifier, status, data_items, " \
  "occurred_from, occurred_to, discovered, announced, ppc, police, encrypted, source_uri, " \
  "source_kind, review"

/** JKB_ROWS_N_INCIDENT: how many columns these are */
#define JKB_ROWS_N_INCIDENT 28

/** Columns of a fact, for `SELECT`, in the order of jkb_rows_read_fact(). */
#define JKB_ROWS_FACT \
  "fact.id, field, value, unit, qualifier, role, span_begin, span_end, rule, confidence, state"
#define JKB_ROWS_FACT_N_COLUMNS 11

/**
 * jkb_rows_read_incident:
 * @row: a statement on a row that begins with %JKB_ROWS_INCIDENT
 *
 * Words that this version does not know become "unknown".
 *
 * Returns: (transfer full): the case
 */
JkbIncident *jkb_rows_read_incident (sqlite3_stmt *row);

/**
 * jkb_rows_read_bits:
 * @row: a statement on a row
 * @column: words joined with `;`, or NULL
 * @vocabulary: which words
 *
 * Returns: their bits, without words that this version does not know
 */
guint32 jkb_rows_read_bits (sqlite3_stmt *row, int column, JkbVocabulary vocabulary);

/**
 * jkb_rows_write_incident:
 * @db: a connection in a write transaction
 * @incident: a case; with an id of 0 it is added and gets one, else its row is brought up to date
 * @error: a #JkbStoreError
 *
 * Returns: %TRUE when it was written
 */
gboolean jkb_rows_write_incident (JkbDb *db, JkbIncident *incident, GError **error);

/**
 * jkb_rows_read_fact:
 * @row: a statement on a row that begins with %JKB_ROWS_FACT
 *
 * Returns: (transfer full) (nullable): the fact, %NULL when this version does not know its field
 */
JkbFact *jkb_rows_read_fact (sqlite3_stmt *row);

/**
 * jkb_rows_add_fact:
 * @db: a connection in a write transaction
 * @item_id: the item it was read from, or 0
 * @incident_id: the case it belongs to, or 0; one of the two is set
 * @place: its place among the facts of its owner
 * @fact: the fact
 * @error: a #JkbStoreError
 *
 * Returns: %TRUE when it was added
 */
gboolean jkb_rows_add_fact (JkbDb *db, gint64 item_id, gint64 incident_id, gint64 place,
                            const JkbFact *fact, GError **error);

/**
 * jkb_rows_role_nick:
 * @field: a field
 * @role: a role of one of its facts
 *
 * Returns: (transfer none) (nullable): the stable name of @role, %NULL for a field without roles
 */
const char *jkb_rows_role_nick (JkbField field, int role);
