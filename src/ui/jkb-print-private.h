/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/jkb-print.h"

/* A hand-out and its pages: jkb-print.c says what is printed, jkb-print-pages.c where it stands. */

typedef struct
{
  JkbPrintColumn *columns;
  guint n_columns;
  double shares;
} JkbPrintTable;

typedef enum
{
  JKB_PRINT_BLOCK_TEXT,
  JKB_PRINT_BLOCK_HEADINGS,
  JKB_PRINT_BLOCK_ROW,
  JKB_PRINT_BLOCK_DRAWING,
} JkbPrintKind;

typedef struct
{
  JkbPrintKind kind;
  JkbPrintStyle style;                  /* of a text */
  GStrv cells;                          /* of a text one, of a row one for each column */
  const JkbPrintTable *table;                   /* of headings and rows */
  guint headings;                       /* of a row: the block of its headings */
  double height;                        /* of a drawing */
  JkbPrintDrawFunc draw;
  gpointer draw_data;
  GDestroyNotify destroy;
} JkbPrintBlock;

/* A block, or the part of it between two heights, at a place of a page. */
typedef struct
{
  guint block, page;
  double y, from, to;
} JkbPrintPiece;

struct _JkbPrint
{
  char *title;
  gboolean is_landscape;
  gboolean is_one_page;
  GPtrArray *tables;
  GPtrArray *blocks;

  GArray *pieces;                       /* in the order of pages */
  double width, height;                 /* what a page has for blocks */
  double scale;                         /* of letters; below 1 to stay on one page */
  guint next;                           /* block to place */
  guint page;
  double y;
};

/**
 * jkb_print_begin_pages:
 * @self: a hand-out
 * @context: the paper
 *
 * Forgets how it was cut into pages before.
 */
void jkb_print_begin_pages (JkbPrint *self, GtkPrintContext *context);

/**
 * jkb_print_fill_pages:
 * @self: a hand-out
 * @context: the paper
 *
 * Places some of its blocks. Returns: %TRUE when all are placed
 */
gboolean jkb_print_fill_pages (JkbPrint *self, GtkPrintContext *context);

/**
 * jkb_print_draw_page:
 * @self: a hand-out whose blocks are placed
 * @context: the paper
 * @page: from 0
 */
void jkb_print_draw_page (const JkbPrint *self, GtkPrintContext *context, guint page);
