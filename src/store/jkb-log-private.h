/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-log.h"

/* Inside the room `store`: the log in two parts, noting (jkb-log.c) and swapping (jkb-log-swap.c). */

/** JkbLogTable: a table whose changes are noted. Its rows are referred to by a key that never changes. */
typedef struct
{
  const char *name;
  const char *columns[36];              /* the first is the key; NULL-terminated */
} JkbLogTable;

/** JkbLogTableIndex: places in jkb_log_tables. */
typedef enum
{
  JKB_LOG_SOURCE,
  JKB_LOG_ITEM,
  JKB_LOG_INCIDENT,
  JKB_LOG_INCIDENT_NOTICE,
  JKB_LOG_FACT,
  JKB_LOG_HISTORY,
  JKB_LOG_DIFFERENT,
  JKB_LOG_LIST,
  JKB_LOG_LIST_CASE,
  JKB_LOG_N_TABLES
} JkbLogTableIndex;

/** In the order of #JkbLogTableIndex. */
extern const JkbLogTable jkb_log_tables[];

struct _JkbLog
{
  gint64 batch;                         /* 0: no step is open */
  GArray *runs[JKB_LOG_N_TABLES];       /* rows that were added, element-type Run of jkb-log.c */
  char *select_sql[JKB_LOG_N_TABLES];
  char *delete_sql[JKB_LOG_N_TABLES];
  char *insert_sql[JKB_LOG_N_TABLES];
};

/** Finds the place of a table. Returns: %FALSE when its changes are not noted */
gboolean jkb_log_find_table (const char *name, guint *table);

/** Returns: how many columns of @table an image holds */
int jkb_log_count_columns (const JkbLogTable *table);
