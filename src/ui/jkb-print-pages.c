/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-print-private.h"

#include "ui/jkb-unbroken.h"

#include <glib/gi18n-lib.h>

#define LINE_SPACING 1.3f
#define FOOT_HEIGHT 24.0
#define FOOT_SIZE 7.5
#define CELL_SIZE 8.5
#define CELL_GAP 6.0
#define CELL_PADDING 2.0
#define BLOCK_GAP 6.0
#define RULE_WIDTH 0.5
/* Room below a heading that has to be there for it to stay on the page. */
#define KEEP_HEIGHT 48.0
/* How small letters may become for the sake of one page, and in which steps. */
#define SCALE_MIN 0.6
#define SCALE_STEP 0.05
/* Blocks measured in one go, so that a long list does not hold up the main loop. */
#define N_BLOCKS_AT_ONCE 100

static const struct
{
  double size, above;
  gboolean is_bold;
} styles[] = {
  [JKB_PRINT_TITLE] = { 16, 0, TRUE },   [JKB_PRINT_LEAD] = { 10.5, 6, FALSE },
  [JKB_PRINT_HEADING] = { 11, 14, TRUE }, [JKB_PRINT_TEXT] = { 9.5, 4, FALSE },
  [JKB_PRINT_SMALL] = { 7.5, 4, FALSE },
};

/* ---- cells of a block ---- */

static PangoLayout *
make_layout (GtkPrintContext *context, const char *text, double size, gboolean is_bold, double width)
{
  PangoLayout *layout = gtk_print_context_create_pango_layout (context);
  g_autoptr(PangoFontDescription) font = pango_font_description_from_string ("Sans");
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  pango_font_description_set_size (font, (int) (size * PANGO_SCALE));
  pango_font_description_set_weight (font, is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_line_spacing (layout, LINE_SPACING);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  jkb_unbroken_add (attributes, text);
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

/* Where a cell stands from the left; in a language that is read from the right, columns are too. */
static double
place_cell (const JkbPrint *self, const JkbPrintTable *table, guint column, double *width)
{
  double before = 0;
  double x;

  for (guint i = 0; i < column; i++)
    before += table->columns[i].share;
  x = self->width * before / table->shares;
  *width = self->width * table->columns[column].share / table->shares;
  if (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL)
    x = self->width - x - *width;
  *width = MAX (1, *width - CELL_GAP);
  return x;
}

/* A layout that is to be drawn @x from the left and @drop below the top of its block. */
typedef struct
{
  PangoLayout *layout;
  double x, drop;
} Cell;

static void
clear_cell (gpointer data)
{
  g_object_unref (((Cell *) data)->layout);
}

static Cell
make_cell (const JkbPrint *self, GtkPrintContext *context, const JkbPrintBlock *block, guint column)
{
  Cell cell = { 0 };
  double width;

  if (block->kind == JKB_PRINT_BLOCK_TEXT)
    {
      cell.layout = make_layout (context, block->cells[0], styles[block->style].size * self->scale,
                                 styles[block->style].is_bold, self->width);
      return cell;
    }
  cell.x = place_cell (self, block->table, column, &width);
  cell.layout = make_layout (context, block->cells[column], CELL_SIZE * self->scale,
                             block->kind == JKB_PRINT_BLOCK_HEADINGS, width);
  if (block->table->columns[column].is_number)
    pango_layout_set_alignment (cell.layout, PANGO_ALIGN_RIGHT);
  return cell;
}

/* Cells whose fonts differ stand on one line all the same. */
static GArray *
make_cells (const JkbPrint *self, GtkPrintContext *context, const JkbPrintBlock *block)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  int baseline = 0;

  g_array_set_clear_func (cells, clear_cell);
  for (guint i = 0; block->cells[i] != NULL; i++)
    {
      Cell cell = make_cell (self, context, block, i);

      baseline = MAX (baseline, pango_layout_get_baseline (cell.layout));
      g_array_append_val (cells, cell);
    }
  for (guint i = 0; i < cells->len; i++)
    {
      Cell *cell = &g_array_index (cells, Cell, i);

      cell->drop = (double) (baseline - pango_layout_get_baseline (cell->layout)) / PANGO_SCALE;
    }
  return cells;
}

static double
measure (const JkbPrint *self, GtkPrintContext *context, const JkbPrintBlock *block)
{
  g_autoptr(GArray) cells = NULL;
  double height = 0;

  if (block->kind == JKB_PRINT_BLOCK_DRAWING)
    return block->height;
  cells = make_cells (self, context, block);
  for (guint i = 0; i < cells->len; i++)
    {
      const Cell *cell = &g_array_index (cells, Cell, i);
      int own;

      pango_layout_get_size (cell->layout, NULL, &own);
      height = MAX (height, cell->drop + (double) own / PANGO_SCALE);
    }
  return height;
}

static double
find_cut_of_cell (const Cell *cell, double end)
{
  PangoLayoutIter *iter = pango_layout_get_iter (cell->layout);
  double cut = G_MAXDOUBLE;

  do
    {
      int top, bottom;

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      if (cell->drop + (double) bottom / PANGO_SCALE > end)
        cut = MIN (cut, cell->drop + (double) top / PANGO_SCALE);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return cut;
}

/* The height at which to cut so that no line goes over @end: the top of the first that would. */
static double
find_cut (const JkbPrint *self, GtkPrintContext *context, const JkbPrintBlock *block, double end)
{
  g_autoptr(GArray) cells = make_cells (self, context, block);
  double cut = G_MAXDOUBLE;

  for (guint i = 0; i < cells->len; i++)
    cut = MIN (cut, find_cut_of_cell (&g_array_index (cells, Cell, i), end));
  return cut;
}

/* ---- pages ---- */

static void
place (JkbPrint *self, guint block, double from, double to)
{
  JkbPrintPiece piece = { block, self->page, self->y, from, to };

  g_array_append_val (self->pieces, piece);
  self->y += to - from;
}

static gboolean
has_titles (const JkbPrintTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].title != NULL)
      return TRUE;
  return FALSE;
}

static void
begin_page (JkbPrint *self, GtkPrintContext *context, const JkbPrintBlock *block)
{
  self->page++;
  self->y = 0;
  if (block->kind != JKB_PRINT_BLOCK_ROW || !has_titles (block->table))
    return;
  place (self, block->headings, 0, measure (self, context, self->blocks->pdata[block->headings]));
  self->y += 2 * CELL_PADDING;
}

static double
get_space_above (const JkbPrint *self, const JkbPrintBlock *block)
{
  if (self->y <= 0)
    return 0;
  return block->kind == JKB_PRINT_BLOCK_TEXT  ? styles[block->style].above
         : block->kind == JKB_PRINT_BLOCK_ROW ? 0
                                              : BLOCK_GAP;
}

static gboolean
is_heading (const JkbPrintBlock *block)
{
  return block->kind == JKB_PRINT_BLOCK_HEADINGS
         || (block->kind == JKB_PRINT_BLOCK_TEXT && block->style == JKB_PRINT_HEADING);
}

/* A paragraph that is long goes on from page to page; everything else rather begins a new one. */
static gboolean
wants_new_page (const JkbPrint *self, const JkbPrintBlock *block, double height)
{
  if (self->y <= 0 || self->y + height + (is_heading (block) ? KEEP_HEIGHT : 0) <= self->height)
    return FALSE;
  return block->kind != JKB_PRINT_BLOCK_TEXT || height < self->height / 3;
}

/* What is higher than a page is cut between its lines. A line that is higher itself stays as it is. */
static void
place_block (JkbPrint *self, GtkPrintContext *context, guint index)
{
  const JkbPrintBlock *block = self->blocks->pdata[index];
  double padding = block->table != NULL ? 2 * CELL_PADDING : 0;
  double height = measure (self, context, block);
  double from = 0;
  gboolean is_fresh = self->y <= 0;

  self->y += get_space_above (self, block);
  if (wants_new_page (self, block, height + padding))
    {
      begin_page (self, context, block);
      is_fresh = TRUE;
    }
  while (block->kind != JKB_PRINT_BLOCK_DRAWING && self->y + height - from + padding > self->height)
    {
      double end = find_cut (self, context, block, from + self->height - self->y - padding);

      if (end >= height || (end <= from && is_fresh))
        break;
      if (end > from)
        place (self, index, from, end);
      from = MAX (from, end);
      begin_page (self, context, block);
      is_fresh = TRUE;
    }
  place (self, index, from, height);
  self->y += padding;
}

static void
begin_again (JkbPrint *self, double scale)
{
  self->scale = scale;
  g_array_set_size (self->pieces, 0);
  self->next = self->page = 0;
  self->y = 0;
}

void
jkb_print_begin_pages (JkbPrint *self, GtkPrintContext *context)
{
  self->width = gtk_print_context_get_width (context);
  self->height = gtk_print_context_get_height (context) - FOOT_HEIGHT;
  begin_again (self, 1);
}

gboolean
jkb_print_fill_pages (JkbPrint *self, GtkPrintContext *context)
{
  for (guint i = 0; i < N_BLOCKS_AT_ONCE && self->next < self->blocks->len; i++, self->next++)
    {
      const JkbPrintBlock *block = self->blocks->pdata[self->next];

      if (block->kind != JKB_PRINT_BLOCK_HEADINGS || has_titles (block->table))
        place_block (self, context, self->next);
      else
        self->y += BLOCK_GAP;
    }
  if (self->is_one_page && self->page > 0 && self->scale > SCALE_MIN)
    {
      begin_again (self, self->scale - SCALE_STEP);
      return FALSE;
    }
  return self->next >= self->blocks->len;
}

/* ---- drawing ---- */

static void
draw_lines (cairo_t *cr, const Cell *cell, const JkbPrintPiece *piece)
{
  PangoLayoutIter *iter = pango_layout_get_iter (cell->layout);

  do
    {
      PangoRectangle logical;
      int top, bottom;

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      if (cell->drop + (double) top / PANGO_SCALE < piece->from
          || cell->drop + (double) top / PANGO_SCALE >= piece->to)
        continue;
      cairo_move_to (cr, cell->x + (double) logical.x / PANGO_SCALE,
                     piece->y - piece->from + cell->drop
                         + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
draw_rule (const JkbPrint *self, cairo_t *cr, const JkbPrintPiece *piece, double grey)
{
  double y = piece->y + piece->to - piece->from + CELL_PADDING;

  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_set_line_width (cr, RULE_WIDTH);
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, self->width, y);
  cairo_stroke (cr);
}

static void
draw_piece (const JkbPrint *self, GtkPrintContext *context, cairo_t *cr, const JkbPrintPiece *piece)
{
  const JkbPrintBlock *block = self->blocks->pdata[piece->block];
  g_autoptr(GArray) cells = NULL;

  if (block->kind == JKB_PRINT_BLOCK_DRAWING)
    {
      cairo_save (cr);
      cairo_translate (cr, 0, piece->y);
      block->draw (cr, self->width, block->height, block->draw_data);
      cairo_restore (cr);
      return;
    }
  cells = make_cells (self, context, block);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < cells->len; i++)
    draw_lines (cr, &g_array_index (cells, Cell, i), piece);
  if (block->table != NULL)
    draw_rule (self, cr, piece, block->kind == JKB_PRINT_BLOCK_HEADINGS ? 0 : 0.7);
}

static void
draw_foot (const JkbPrint *self, GtkPrintContext *context, cairo_t *cr, guint page)
{
  /* Translators: the number of a printed page, and how many there are */
  g_autofree char *number = g_strdup_printf (_("Page %u of %u"), page + 1, self->page + 1);
  g_autoptr(PangoLayout) left = make_layout (context, self->title, FOOT_SIZE, FALSE, self->width * 0.75);
  g_autoptr(PangoLayout) right = make_layout (context, number, FOOT_SIZE, FALSE, self->width);
  double y = self->height + FOOT_HEIGHT / 2;

  pango_layout_set_ellipsize (left, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (right, PANGO_ALIGN_RIGHT);
  cairo_set_source_rgb (cr, 0.25, 0.25, 0.25);
  cairo_move_to (cr, 0, y);
  pango_cairo_show_layout (cr, left);
  cairo_move_to (cr, 0, y);
  pango_cairo_show_layout (cr, right);
}

void
jkb_print_draw_page (const JkbPrint *self, GtkPrintContext *context, guint page)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const JkbPrintPiece *piece = &g_array_index (self->pieces, JkbPrintPiece, i);

      if (piece->page == page)
        draw_piece (self, context, cr, piece);
    }
  draw_foot (self, context, cr, page);
}
