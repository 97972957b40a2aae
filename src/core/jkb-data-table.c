/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/jkb-data-table.h"

#include <stdarg.h>
#include <string.h>

#include "core/jkb-error.h"

struct _JkbDataTable
{
  char *name;
  char *text;                   /* fields are cut out of it in place */
  GPtrArray *fields;            /* n_columns a row, pointing into text */
  GArray *lines;                /* guint, line of each row */
  guint n_columns;
};

static guint
cut_line (char *line, GPtrArray *fields)
{
  guint n_fields = 0;

  while (line != NULL)
    {
      char *tab = strchr (line, '\t');

      if (tab != NULL)
        *tab++ = '\0';
      g_ptr_array_add (fields, line);
      n_fields++;
      line = tab;
    }
  return n_fields;
}

static gboolean
fail_line (JkbDataTable *self, guint line, GError **error, const char *what)
{
  g_set_error (error, JKB_CORE_ERROR, JKB_CORE_ERROR_DATA_FILE, "%s:%u: %s", self->name, line,
               what);
  return FALSE;
}

static gboolean
read_header (JkbDataTable *self, char *line, guint number, const char *const *columns,
             GError **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  self->n_columns = cut_line (line, names);
  for (guint i = 0; columns[i] != NULL; i++)
    if (i >= names->len || strcmp (g_ptr_array_index (names, i), columns[i]) != 0)
      {
        g_autofree char *what
            = g_strdup_printf ("column %u is not called “%s”", i + 1, columns[i]);

        return fail_line (self, number, error, what);
      }
  return TRUE;
}

static gboolean
read_row (JkbDataTable *self, char *line, guint number, GError **error)
{
  guint n_fields = cut_line (line, self->fields);

  if (n_fields != self->n_columns)
    {
      g_autofree char *what
          = g_strdup_printf ("%u fields where there should be %u", n_fields, self->n_columns);

      return fail_line (self, number, error, what);
    }
  g_array_append_val (self->lines, number);
  return TRUE;
}

static gboolean
read_lines (JkbDataTable *self, const char *const *columns, GError **error)
{
  guint number = 0;

  for (char *line = self->text, *next; line != NULL; line = next)
    {
      gsize length = strcspn (line, "\n");

      number++;
      next = line[length] == '\n' ? line + length + 1 : NULL;
      line[length] = '\0';
      if (length > 0 && line[length - 1] == '\r')
        line[length - 1] = '\0';
      if (*line == '\0' || *line == '#')
        continue;
      if (self->n_columns == 0 ? !read_header (self, line, number, columns, error)
                               : !read_row (self, line, number, error))
        return FALSE;
    }
  if (self->n_columns == 0)
    return fail_line (self, number, error, "no line names the columns");
  return TRUE;
}

JkbDataTable *
jkb_data_table_parse (const char *text, const char *name, const char *const *columns,
                      GError **error)
{
  g_autoptr(JkbDataTable) self = g_new0 (JkbDataTable, 1);

  g_return_val_if_fail (text != NULL && name != NULL && columns != NULL, NULL);

  self->name = g_filename_display_name (name);
  self->text = g_strdup (text);
  self->fields = g_ptr_array_new ();
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!g_utf8_validate (text, -1, NULL))
    {
      fail_line (self, 1, error, "not UTF-8");
      return NULL;
    }
  if (!read_lines (self, columns, error))
    return NULL;
  return g_steal_pointer (&self);
}

JkbDataTable *
jkb_data_table_read (const char *path, const char *const *columns, GError **error)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, error))
    return NULL;
  return jkb_data_table_parse (text, path, columns, error);
}

void
jkb_data_table_free (JkbDataTable *table)
{
  if (table == NULL)
    return;
  g_ptr_array_unref (table->fields);
  g_array_unref (table->lines);
  g_free (table->text);
  g_free (table->name);
  g_free (table);
}

guint
jkb_data_table_n_rows (const JkbDataTable *table)
{
  return table->lines->len;
}

const char *
jkb_data_table_get (const JkbDataTable *table, guint row, guint column)
{
  g_return_val_if_fail (row < table->lines->len && column < table->n_columns, "");

  return g_ptr_array_index (table->fields, row * table->n_columns + column);
}

guint
jkb_data_table_line (const JkbDataTable *table, guint row)
{
  g_return_val_if_fail (row < table->lines->len, 0);

  return g_array_index (table->lines, guint, row);
}

gboolean
jkb_data_table_fail (const JkbDataTable *table, guint row, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  return fail_line ((JkbDataTable *) table, jkb_data_table_line (table, row), error, what);
}
