/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/jkb-print.h"

/*
 * Taking a hand-out away: printed, saved, copied. What became of it is told in a toast. Main thread.
 */

/**
 * jkb_print_take_print:
 * @widget: who asks
 * @print: (transfer full): a hand-out
 *
 * Asks how to print, and prints.
 */
void jkb_print_take_print (GtkWidget *widget, JkbPrint *print);

/**
 * jkb_print_take_save:
 * @widget: who asks
 * @print: (transfer full): a hand-out
 * @table: (nullable): the same as a table for other programs
 * @name: the name that is proposed; its ending says what is written
 *
 * Asks where to save @print, and does it: `.pdf` as it would be printed, `.tsv` as @table, anything
 * else as plain text.
 */
void jkb_print_take_save (GtkWidget *widget, JkbPrint *print, const char *table, const char *name);

/**
 * jkb_print_take_write:
 * @widget: who asks
 * @print: (transfer full): a hand-out
 * @table: (nullable): the same as a table
 * @file: where to, as jkb_print_take_save() goes by its ending
 * @error: a #GIOError, or why it could not be drawn
 *
 * Writes some kilobytes.
 *
 * Returns: %TRUE when done
 */
gboolean jkb_print_take_write (GtkWidget *widget, JkbPrint *print, const char *table, GFile *file,
                               GError **error);

/**
 * jkb_print_take_copy:
 * @widget: who asks
 * @print: (transfer full): a hand-out
 *
 * Puts @print on the clipboard as plain text.
 */
void jkb_print_take_copy (GtkWidget *widget, JkbPrint *print);
