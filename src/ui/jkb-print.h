/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/*
 * Printing. jkb_print_run() is what everything that is printed has in common; a #JkbPrint is a hand-out
 * of text and tables that is cut into pages here. Lengths are in points. Main thread.
 */

/**
 * jkb_print_run:
 * @widget: who asks
 * @operation: draws the pages
 * @path: (nullable): a PDF file to print into, without asking
 * @error: why it could not be printed
 *
 * Asks how to print, and prints. The page is the one that was chosen last; @operation may have another
 * default.
 *
 * Returns: %FALSE with @error set when it failed; %TRUE also when the person changed their mind
 */
gboolean jkb_print_run (GtkWidget *widget, GtkPrintOperation *operation, const char *path, GError **error);

/**
 * jkb_print_describe_error:
 * @error: why something could not be printed
 *
 * Returns: (transfer full): a sentence for a person
 */
char *jkb_print_describe_error (const GError *error);

/**
 * JkbPrint:
 *
 * A hand-out: blocks one below the other. Each page has the title and its number at the foot.
 */
typedef struct _JkbPrint JkbPrint;

/**
 * JkbPrintStyle:
 * @JKB_PRINT_TITLE: what the hand-out is about
 * @JKB_PRINT_LEAD: the sentences below it
 * @JKB_PRINT_HEADING: heading of a part; never the last thing on a page
 * @JKB_PRINT_TEXT: as most of it is
 * @JKB_PRINT_SMALL: remarks
 *
 * How a paragraph looks.
 */
typedef enum
{
  JKB_PRINT_TITLE,
  JKB_PRINT_LEAD,
  JKB_PRINT_HEADING,
  JKB_PRINT_TEXT,
  JKB_PRINT_SMALL,
} JkbPrintStyle;

/**
 * JkbPrintColumn:
 * @title: (nullable): its heading; a table without any has no row of headings
 * @share: its part of the width, in relation to the other columns
 * @is_number: stands at the right
 *
 * A column of a table.
 */
typedef struct
{
  const char *title;
  double share;
  gboolean is_number;
} JkbPrintColumn;

/**
 * JkbPrintDrawFunc:
 * @cr: its origin is the upper left corner of the block
 * @width: of the block
 * @height: of the block
 * @user_data: what was given with it
 */
typedef void (*JkbPrintDrawFunc) (cairo_t *cr, double width, double height, gpointer user_data);

/**
 * jkb_print_new:
 * @title: name of the job, and what stands at the foot of each page
 *
 * Returns: (transfer full): an empty hand-out on upright pages
 */
JkbPrint *jkb_print_new (const char *title);

/**
 * jkb_print_set_landscape:
 * @self: a hand-out
 *
 * Proposes pages that are wider than high.
 */
void jkb_print_set_landscape (JkbPrint *self);

/**
 * jkb_print_set_one_page:
 * @self: a hand-out
 *
 * Prefers smaller letters to a second page, as far as they can still be read.
 */
void jkb_print_set_one_page (JkbPrint *self);

/**
 * jkb_print_add:
 * @self: a hand-out
 * @style: how it looks
 * @text: (nullable): plain text, copied; nothing is added when it is empty
 *
 * Adds a paragraph.
 */
void jkb_print_add (JkbPrint *self, JkbPrintStyle style, const char *text);

/**
 * jkb_print_add_table:
 * @self: a hand-out
 * @columns: (array length=n_columns): its columns, copied
 * @n_columns: how many
 *
 * Begins a table. Its headings stand again on each page that it goes on to.
 */
void jkb_print_add_table (JkbPrint *self, const JkbPrintColumn *columns, guint n_columns);

/**
 * jkb_print_add_row:
 * @self: a hand-out whose last block is a table or a row
 * @cells: as many words as the table has columns, copied; %NULL for an empty one
 */
void jkb_print_add_row (JkbPrint *self, const char *const *cells);

/**
 * jkb_print_add_drawing:
 * @self: a hand-out
 * @height: how high it is
 * @draw: draws it, perhaps more than once
 * @user_data: (transfer full): for @draw
 * @destroy: frees @user_data
 *
 * Adds a picture as wide as the page.
 */
void jkb_print_add_drawing (JkbPrint *self, double height, JkbPrintDrawFunc draw, gpointer user_data,
                            GDestroyNotify destroy);

/**
 * jkb_print_describe:
 * @self: a hand-out
 *
 * Returns: (transfer full): its words as plain text, with tabs between the cells of a table
 */
char *jkb_print_describe (const JkbPrint *self);

/**
 * jkb_print_send:
 * @self: (transfer full): a hand-out
 * @widget: who asks
 * @path: (nullable): as for jkb_print_run()
 * @error: why it could not be printed
 *
 * Prints it with jkb_print_run().
 *
 * Returns: %FALSE with @error set when it failed
 */
gboolean jkb_print_send (JkbPrint *self, GtkWidget *widget, const char *path, GError **error);

/**
 * jkb_print_free:
 * @self: (nullable) (transfer full): a hand-out that is not sent
 */
void jkb_print_free (JkbPrint *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbPrint, jkb_print_free)
