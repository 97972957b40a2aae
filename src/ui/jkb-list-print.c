/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-list-print.h"

#include <glib/gi18n-lib.h>

#include "labels/jkb-labels.h"
#include "summary/jkb-filter-words.h"
#include "ui/jkb-case-column.h"

/* Columns have the room that they have on the screen at first; one that expands there has most. */
#define SHARE_OF_DATE 90
#define SHARE_OF_EXPANDING 260
/* Columns that pages of A4 upright can hold. */
#define N_COLUMNS_UPRIGHT 4

static const JkbCaseColumn *
find_column (JkbColumn column)
{
  guint n_columns;
  const JkbCaseColumn *columns = jkb_case_columns (&n_columns);

  for (guint i = 0; i < n_columns; i++)
    if (columns[i].column == column)
      return &columns[i];
  g_return_val_if_reached (columns);
}

static void
add_columns (JkbPrint *print, const JkbColumn *columns, guint n_columns)
{
  g_autofree JkbPrintColumn *printed = g_new0 (JkbPrintColumn, n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      const JkbCaseColumn *column = find_column (columns[i]);

      printed[i].title = jkb_case_column_title (columns[i]);
      printed[i].share = column->expands      ? SHARE_OF_EXPANDING
                         : column->width != 0 ? column->width
                                              : SHARE_OF_DATE;
      printed[i].is_number = column->is_number;
    }
  jkb_print_add_table (print, printed, n_columns);
}

static void
add_case (JkbPrint *print, JkbSelection *selection, guint position, const JkbColumn *columns, guint n_columns)
{
  g_auto(GStrv) cells = g_new0 (char *, n_columns + 1);
  JkbCase incident;

  jkb_selection_get (selection, position, &incident);
  for (guint i = 0; i < n_columns; i++)
    {
      JkbCellLook look;

      cells[i] = jkb_case_column_text (columns[i], &incident, &look);
    }
  jkb_print_add_row (print, (const char *const *) cells);
}

static void
add_head (JkbPrint *print, JkbSelection *selection, guint n_printed)
{
  guint n_all = jkb_cases_n (jkb_selection_get_cases (selection));
  g_autofree char *filter = jkb_filter_all_words (jkb_selection_get_filter (selection));
  /* Translators: how many cases are listed, and how many there are in the casebook */
  g_autofree char *count = g_strdup_printf (ngettext ("%u of %u case", "%u of %u cases", n_all), n_printed, n_all);

  jkb_print_add (print, JKB_PRINT_TITLE, _("Incidents"));
  jkb_print_add (print, JKB_PRINT_LEAD, count);
  jkb_print_add (print, JKB_PRINT_LEAD, filter);
}

JkbPrint *
jkb_list_print_new (JkbSelection *selection, const GArray *ids, const JkbColumn *columns, guint n_columns)
{
  guint n = ids != NULL ? ids->len : jkb_selection_n (selection);
  JkbPrint *print;

  g_return_val_if_fail (selection != NULL && n_columns > 0, NULL);

  print = jkb_print_new (_("Incidents"));
  if (n_columns > N_COLUMNS_UPRIGHT)
    jkb_print_set_landscape (print);
  add_head (print, selection, n);
  add_columns (print, columns, n_columns);
  for (guint i = 0; i < n; i++)
    {
      guint position = i;

      if (ids == NULL || jkb_selection_find (selection, g_array_index (ids, gint64, i), &position))
        add_case (print, selection, position, columns, n_columns);
    }
  return print;
}
