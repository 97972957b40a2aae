/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "query/jkb-selection.h"

/*
 * The table that GTK's own parts make: an object for each case in a GListStore, GtkFilterListModel and
 * GtkSortListModel over it, a GtkLabel in each cell. It shows the columns and the words of ours.
 */

typedef struct
{
  GListStore *store;
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;
} StockModels;

/**
 * stock_models_new:
 * @selection: cases
 *
 * Returns: (transfer full): an object for each case, with copies of what the columns can show
 */
StockModels *stock_models_new (JkbSelection *selection);

/**
 * stock_models_free:
 * @models: (transfer full): models
 */
void stock_models_free (StockModels *models);

/**
 * stock_models_sort:
 * @models: models
 * @column: #JKB_COLUMN_DATE, #JKB_COLUMN_ORGANISATION or #JKB_COLUMN_PEOPLE
 *
 * Orders them, the largest last. Objects are compared in C, without expressions.
 */
void stock_models_sort (StockModels *models, JkbColumn column);

/**
 * stock_models_filter:
 * @models: models
 * @type: the type of the cases to keep, %JKB_TYPE_UNKNOWN for all
 */
void stock_models_filter (StockModels *models, JkbIncidentType type);

/**
 * stock_table_new:
 * @model: (transfer full): what to show
 *
 * Returns: (transfer floating): a view in a scrolled window
 */
GtkWidget *stock_table_new (GListModel *model);
