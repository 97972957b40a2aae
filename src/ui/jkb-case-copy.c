/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-case-copy.h"

#include "core/jkb-csv.h"
#include "ui/jkb-case-column.h"

static char *
print_count (gint64 value)
{
  return value == JKB_COUNT_UNKNOWN ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

/* Dates and figures as a program reads them, nothing for what is not known. */
static char *
print_stable (JkbColumn column, const JkbCase *incident)
{
  char buffer[JKB_DATE_TEXT_MAX];
  JkbCellLook look;
  char *text;

  switch ((int) column)
    {
    case JKB_COLUMN_DATE:
      return g_strdup (jkb_date_print (incident->date, buffer));
    case JKB_COLUMN_OCCURRED:
      return g_strdup (jkb_date_print (incident->occurred_from, buffer));
    case JKB_COLUMN_DISCOVERED:
      return g_strdup (jkb_date_print (incident->discovered, buffer));
    case JKB_COLUMN_ANNOUNCED:
      return g_strdup (jkb_date_print (incident->announced, buffer));
    case JKB_COLUMN_PEOPLE:
      return print_count (incident->people);
    case JKB_COLUMN_RECORDS:
      return print_count (incident->records);
    default:
      text = jkb_case_column_text (column, incident, &look);
      if (look & JKB_CELL_DIM)
        *text = '\0';
      return text;
    }
}

static void
append_field (GString *out, char *field, gboolean as_csv, gboolean is_last)
{
  if (as_csv)
    {
      jkb_csv_append (out, field, is_last);
      return;
    }
  g_string_append (out, g_strdelimit (field, "\t\r\n", ' '));
  g_string_append_c (out, is_last ? '\n' : '\t');
}

char *
jkb_case_copy_text (JkbSelection *selection, const GArray *ids, const JkbColumn *columns, guint n_columns,
                    gboolean as_csv)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *title = g_strdup (jkb_case_column_title (columns[i]));

      append_field (out, title, as_csv, i + 1 == n_columns);
    }
  for (guint row = 0; row < ids->len; row++)
    {
      JkbCase incident;
      guint position;

      if (!jkb_selection_find (selection, g_array_index (ids, gint64, row), &position))
        continue;
      jkb_selection_get (selection, position, &incident);
      for (guint i = 0; i < n_columns; i++)
        {
          JkbCellLook look;
          g_autofree char *field = as_csv ? print_stable (columns[i], &incident)
                                          : jkb_case_column_text (columns[i], &incident, &look);

          append_field (out, field, as_csv, i + 1 == n_columns);
        }
    }
  return g_string_free (out, FALSE);
}
