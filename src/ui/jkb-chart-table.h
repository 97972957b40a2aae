/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charts/jkb-chart.h"

/**
 * jkb_chart_table_new:
 * @chart: a chart
 *
 * Returns: (transfer floating): its numbers as a table that can be walked over and read aloud
 */
GtkWidget *jkb_chart_table_new (const JkbChart *chart);

/**
 * jkb_chart_table_print:
 * @chart: a chart
 *
 * Returns: (transfer full): its numbers as text, columns between tabs, for the clipboard
 */
char *jkb_chart_table_print (const JkbChart *chart);
