/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-print-private.h"

#include <glib/gi18n-lib.h>

static void
free_table (gpointer data)
{
  JkbPrintTable *table = data;

  for (guint i = 0; i < table->n_columns; i++)
    g_free ((char *) table->columns[i].title);
  g_free (table->columns);
  g_free (table);
}

static void
free_block (gpointer data)
{
  JkbPrintBlock *block = data;

  g_strfreev (block->cells);
  if (block->destroy != NULL)
    block->destroy (block->draw_data);
  g_free (block);
}

static JkbPrintBlock *
add_block (JkbPrint *self, JkbPrintKind kind)
{
  JkbPrintBlock *block = g_new0 (JkbPrintBlock, 1);

  block->kind = kind;
  g_ptr_array_add (self->blocks, block);
  return block;
}

JkbPrint *
jkb_print_new (const char *title)
{
  JkbPrint *self = g_new0 (JkbPrint, 1);

  self->title = g_strdup (title);
  self->tables = g_ptr_array_new_with_free_func (free_table);
  self->blocks = g_ptr_array_new_with_free_func (free_block);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (JkbPrintPiece));
  return self;
}

void
jkb_print_free (JkbPrint *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->tables);
  g_array_unref (self->pieces);
  g_free (self);
}

void
jkb_print_set_landscape (JkbPrint *self)
{
  g_return_if_fail (self != NULL);

  self->is_landscape = TRUE;
}

void
jkb_print_set_one_page (JkbPrint *self)
{
  g_return_if_fail (self != NULL);

  self->is_one_page = TRUE;
}

void
jkb_print_add (JkbPrint *self, JkbPrintStyle style, const char *text)
{
  JkbPrintBlock *block;

  g_return_if_fail (self != NULL);

  if (text == NULL || *text == '\0')
    return;
  block = add_block (self, JKB_PRINT_BLOCK_TEXT);
  block->style = style;
  block->cells = g_new0 (char *, 2);
  block->cells[0] = g_strdup (text);
}

static GStrv
copy_cells (const JkbPrintTable *table, const char *const *cells)
{
  GStrv copy = g_new0 (char *, table->n_columns + 1);

  for (guint i = 0; i < table->n_columns; i++)
    copy[i] = g_strdup (cells[i] != NULL ? cells[i] : "");
  return copy;
}

void
jkb_print_add_table (JkbPrint *self, const JkbPrintColumn *columns, guint n_columns)
{
  JkbPrintTable *table = g_new0 (JkbPrintTable, 1);
  JkbPrintBlock *block;

  g_return_if_fail (self != NULL && n_columns > 0);

  table->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  table->n_columns = n_columns;
  g_ptr_array_add (self->tables, table);
  block = add_block (self, JKB_PRINT_BLOCK_HEADINGS);
  block->table = table;
  block->cells = g_new0 (char *, n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    {
      table->columns[i].title = g_strdup (columns[i].title);
      table->shares += columns[i].share;
      block->cells[i] = g_strdup (columns[i].title != NULL ? columns[i].title : "");
    }
}

void
jkb_print_add_row (JkbPrint *self, const char *const *cells)
{
  const JkbPrintBlock *last;
  JkbPrintBlock *block;
  guint headings;

  g_return_if_fail (self != NULL && self->blocks->len > 0);

  last = g_ptr_array_index (self->blocks, self->blocks->len - 1);
  g_return_if_fail (last->table != NULL);
  headings = last->kind == JKB_PRINT_BLOCK_HEADINGS ? self->blocks->len - 1 : last->headings;
  block = add_block (self, JKB_PRINT_BLOCK_ROW);
  block->table = last->table;
  block->headings = headings;
  block->cells = copy_cells (block->table, cells);
}

void
jkb_print_add_drawing (JkbPrint *self, double height, JkbPrintDrawFunc draw, gpointer user_data,
                       GDestroyNotify destroy)
{
  JkbPrintBlock *block;

  g_return_if_fail (self != NULL && draw != NULL);

  block = add_block (self, JKB_PRINT_BLOCK_DRAWING);
  block->height = height;
  block->draw = draw;
  block->draw_data = user_data;
  block->destroy = destroy;
}

char *
jkb_print_describe (const JkbPrint *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const JkbPrintBlock *block = g_ptr_array_index (self->blocks, i);
      g_autofree char *line = block->cells != NULL ? g_strjoinv ("\t", block->cells) : NULL;
      gboolean is_part = i > 0
                         && (block->kind == JKB_PRINT_BLOCK_HEADINGS
                             || (block->kind == JKB_PRINT_BLOCK_TEXT
                                 && block->style == JKB_PRINT_HEADING));

      if (line != NULL)
        g_string_append_printf (text, "%s%s\n", is_part ? "\n" : "", line);
    }
  return g_string_free (text, FALSE);
}

/* ---- sending ---- */

static void
on_begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, JkbPrint *self)
{
  jkb_print_begin_pages (self, context);
}

static gboolean
on_paginate_cb (GtkPrintOperation *operation, GtkPrintContext *context, JkbPrint *self)
{
  if (!jkb_print_fill_pages (self, context))
    return FALSE;
  gtk_print_operation_set_n_pages (operation, (int) self->page + 1);
  return TRUE;
}

static void
on_draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, JkbPrint *self)
{
  jkb_print_draw_page (self, context, (guint) page);
}

gboolean
jkb_print_run (GtkWidget *widget, GtkPrintOperation *operation, const char *path, GError **error)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkPrintOperationAction action = path != NULL ? GTK_PRINT_OPERATION_ACTION_EXPORT
                                                : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG;

  g_return_val_if_fail (GTK_IS_PRINT_OPERATION (operation), FALSE);

  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  if (path != NULL)
    gtk_print_operation_set_export_filename (operation, path);
  return gtk_print_operation_run (operation, action, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, error)
         != GTK_PRINT_OPERATION_RESULT_ERROR;
}

char *
jkb_print_describe_error (const GError *error)
{
  /* Translators: %s is why, from the system */
  return g_strdup_printf (_("Not printed: %s"), error->message);
}

gboolean
jkb_print_send (JkbPrint *self, GtkWidget *widget, const char *path, GError **error)
{
  g_autoptr(JkbPrint) owned = self;
  g_autoptr(GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr(GtkPageSetup) page = gtk_page_setup_new ();

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->is_landscape)
    gtk_page_setup_set_orientation (page, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, page);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, self->title);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_print_cb), self);
  g_signal_connect (operation, "paginate", G_CALLBACK (on_paginate_cb), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page_cb), self);
  return jkb_print_run (widget, operation, path, error);
}
