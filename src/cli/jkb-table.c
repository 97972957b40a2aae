/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/jkb-table.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/jkb-output.h"

#define GAP 2
#define LAST_COLUMN_MIN 10

struct _JkbTable
{
  const JkbTableColumn *columns;
  guint n_columns;
  GPtrArray *cells;             /* clean and cut, row by row, headings first */
};

JkbTable *
jkb_table_new (const JkbTableColumn *columns, guint n_columns)
{
  JkbTable *table = g_new0 (JkbTable, 1);

  table->columns = columns;
  table->n_columns = n_columns;
  table->cells = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_columns; i++)
    jkb_table_add (table, columns[i].title);
  return table;
}

void
jkb_table_free (JkbTable *table)
{
  if (table == NULL)
    return;
  g_ptr_array_unref (table->cells);
  g_free (table);
}

void
jkb_table_add (JkbTable *table, const char *cell)
{
  const JkbTableColumn *column = &table->columns[table->cells->len % table->n_columns];
  g_autofree char *clean = jkb_output_clean (cell != NULL ? cell : "", TRUE);

  if (column->width_max > 0)
    g_ptr_array_add (table->cells, jkb_output_fit (clean, column->width_max));
  else
    g_ptr_array_add (table->cells, g_steal_pointer (&clean));
}

static guint *
measure (const JkbTable *self)
{
  guint *widths = g_new0 (guint, self->n_columns);

  for (guint i = 0; i < self->cells->len; i++)
    {
      guint width = jkb_output_width (g_ptr_array_index (self->cells, i));

      widths[i % self->n_columns] = MAX (widths[i % self->n_columns], width);
    }
  return widths;
}

/* Makes the last column narrower until the table fits. */
static void
fit_last (const JkbTable *self, guint *widths, guint width)
{
  guint before = 0, last = self->n_columns - 1;

  for (guint i = 0; i < last; i++)
    before += widths[i] + GAP;
  if (width > 0 && before + widths[last] > width)
    widths[last] = MAX (before + LAST_COLUMN_MIN <= width ? width - before : LAST_COLUMN_MIN,
                        LAST_COLUMN_MIN);
}

static void
append_cell (GString *text, const char *cell, guint width, gboolean is_number, gboolean is_last)
{
  g_autofree char *fitted = jkb_output_fit (cell, width);
  guint padding = width - jkb_output_width (fitted);

  if (is_number)
    g_string_append_printf (text, "%*s", (int) padding, "");
  g_string_append (text, fitted);
  if (!is_number && !is_last)
    g_string_append_printf (text, "%*s", (int) padding, "");
  g_string_append_printf (text, "%*s", is_last ? 0 : GAP, "");
}

char *
jkb_table_to_string (const JkbTable *table, guint width)
{
  g_autofree guint *widths = measure (table);
  GString *text = g_string_new (NULL);

  fit_last (table, widths, width);
  for (guint i = 0; i < table->cells->len; i++)
    {
      guint column = i % table->n_columns;
      gboolean is_last = column == table->n_columns - 1;

      append_cell (text, g_ptr_array_index (table->cells, i), widths[column],
                   table->columns[column].is_number, is_last);
      if (is_last)
        g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

void
jkb_table_print (const JkbTable *table)
{
  struct winsize size = { 0 };
  g_autofree char *text = NULL;

  if (isatty (STDOUT_FILENO))
    ioctl (STDOUT_FILENO, TIOCGWINSZ, &size);
  text = jkb_table_to_string (table, size.ws_col);
  jkb_output_raw (text);
}
