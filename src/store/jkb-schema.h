/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-db.h"

/*
 * Inside the room `store`: how a casebook is laid out, and how one of an earlier version becomes one
 * of today. The layout itself is described in jkb-schema.c.
 */

/** "JKBO": tells a casebook from other SQLite files. */
#define JKB_SCHEMA_APPLICATION_ID 0x4a4b424f

/** The day of jkb_incident_date() in SQL; as it stands in the index `incident_date`, or that is not used. */
#define JKB_SCHEMA_INCIDENT_DATE "coalesce (announced, discovered, occurred_from)"

/**
 * JkbSchemaState:
 * @JKB_SCHEMA_EMPTY: a file without anything in it
 * @JKB_SCHEMA_OLD: a casebook of an earlier version
 * @JKB_SCHEMA_CURRENT: a casebook of this version
 */
typedef enum
{
  JKB_SCHEMA_EMPTY,
  JKB_SCHEMA_OLD,
  JKB_SCHEMA_CURRENT,
} JkbSchemaState;

/**
 * jkb_schema_version:
 *
 * Returns: the version this program writes
 */
int jkb_schema_version (void);

/**
 * jkb_schema_look:
 * @db: a connection
 * @state: (out): what the file is
 * @error: %JKB_STORE_ERROR_NOT_A_CASEBOOK, %JKB_STORE_ERROR_NEWER or another #JkbStoreError
 *
 * Looks at the file without changing it.
 *
 * Returns: %TRUE when it is one of the states
 */
gboolean jkb_schema_look (JkbDb *db, JkbSchemaState *state, GError **error);

/**
 * jkb_schema_upgrade:
 * @db: a connection that writes, to an empty file or a casebook
 * @version: the version to reach
 * @error: a #JkbStoreError
 *
 * Takes the steps that are missing, each in a transaction. Another program may do the same at the
 * same time.
 *
 * Returns: %TRUE when the casebook has @version
 */
gboolean jkb_schema_upgrade (JkbDb *db, int version, GError **error);
