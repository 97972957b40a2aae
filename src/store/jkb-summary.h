/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-case-file.h"
#include "store/jkb-db.h"

/*
 * Inside the room `store`: what the facts of a case add up to.
 */

/**
 * jkb_summary_load:
 * @db: a connection
 * @incident_id: number of a case
 * @out: (out) (transfer full) (nullable): the case as its row has it; %NULL when there is none
 * @error: a #JkbStoreError
 *
 * Returns: %TRUE unless it failed
 */
gboolean jkb_summary_load (JkbDb *db, gint64 incident_id, JkbIncident **out, GError **error);

/**
 * jkb_summary_load_facts:
 * @db: a connection
 * @item_id: an item, or 0
 * @incident_id: a case whose own facts are wanted, or 0; one of the two is set
 * @facts: (element-type JkbFact): the facts are appended here, best first
 * @case_facts: (nullable) (element-type JkbCaseFact): what the casebook knows of each, likewise
 * @error: a #JkbStoreError
 *
 * Returns: %TRUE unless it failed
 */
gboolean jkb_summary_load_facts (JkbDb *db, gint64 item_id, gint64 incident_id, GPtrArray *facts,
                                 GPtrArray *case_facts, GError **error);

/**
 * jkb_summary_compute:
 * @db: a connection
 * @incident: a case; what facts can tell of it is set from those in the casebook
 * @error: a #JkbStoreError
 *
 * Returns: %TRUE unless it failed
 */
gboolean jkb_summary_compute (JkbDb *db, JkbIncident *incident, GError **error);

/**
 * jkb_summary_refresh:
 * @db: a connection in a write transaction
 * @incident_id: a case whose facts changed
 * @error: a #JkbStoreError
 *
 * Brings the row of the case up to date and touches it. A case that is gone is left gone.
 *
 * Returns: %TRUE unless it failed
 */
gboolean jkb_summary_refresh (JkbDb *db, gint64 incident_id, GError **error);
