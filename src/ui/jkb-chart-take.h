/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charts/jkb-chart.h"

/*
 * Taking a chart away: copied, saved, printed. Always with title, basis, filter and source line, in
 * the colours of paper. Main thread.
 */

/**
 * JkbTakeFunc:
 * @widget: who asked
 * @words: what became of it, one sentence
 */
typedef void (*JkbTakeFunc) (GtkWidget *widget, const char *words);

/**
 * jkb_chart_take_copy:
 * @widget: who asks
 * @chart: a chart
 *
 * Puts a picture of @chart on the clipboard.
 */
void jkb_chart_take_copy (GtkWidget *widget, const JkbChart *chart);

/**
 * jkb_chart_take_save:
 * @widget: who asks
 * @chart: a chart
 * @ending: `svg`, `png`, `pdf` or `csv`, for the name that is proposed
 * @tell: told what became of it
 *
 * Asks where to save @chart, and does it in a worker.
 */
void jkb_chart_take_save (GtkWidget *widget, JkbChart *chart, const char *ending,
                          JkbTakeFunc tell);

/**
 * jkb_chart_take_write:
 * @widget: who asks
 * @chart: a chart
 * @path: a file name with one of these endings
 * @tell: told what became of it
 *
 * Saves @chart in a worker.
 */
void jkb_chart_take_write (GtkWidget *widget, JkbChart *chart, const char *path,
                           JkbTakeFunc tell);

/**
 * jkb_chart_take_print:
 * @widget: who asks
 * @chart: a chart
 * @path: (nullable): a PDF file to print into, without asking
 * @error: why it could not be printed
 *
 * Asks how to print, and prints one page.
 *
 * Returns: %FALSE with @error set when it failed; %TRUE also when the person changed their mind
 */
gboolean jkb_chart_take_print (GtkWidget *widget, JkbChart *chart, const char *path,
                               GError **error);
