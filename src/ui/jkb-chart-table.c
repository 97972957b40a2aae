/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-chart-table.h"

#include <string.h>

#include "labels/jkb-labels.h"
#include "ui/jkb-compat.h"
#include "ui/jkb-shrink.h"

/* In a narrow window the table scrolls; names are not cut to a few letters. */
#define NAME_WIDTH_MAX 220              /* of text of the usual size, in pixels; longer names are cut off */

/* A row of a #GListStore is a boxed GStrv in an object. */
#define JKB_TYPE_CHART_ROW (jkb_chart_row_get_type ())
G_DECLARE_FINAL_TYPE (JkbChartRow, jkb_chart_row, JKB, CHART_ROW, GObject)

struct _JkbChartRow
{
  GObject parent_instance;

  char **cells;
};

G_DEFINE_FINAL_TYPE (JkbChartRow, jkb_chart_row, G_TYPE_OBJECT)

static void
jkb_chart_row_finalize (GObject *object)
{
  g_strfreev (JKB_CHART_ROW (object)->cells);
  G_OBJECT_CLASS (jkb_chart_row_parent_class)->finalize (object);
}

static void
jkb_chart_row_class_init (JkbChartRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jkb_chart_row_finalize;
}

static void
jkb_chart_row_init (JkbChartRow *self)
{
}

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), GPOINTER_TO_UINT (column) == 0 ? 0 : 1);
  if (GPOINTER_TO_UINT (column) == 0)
    {
      jkb_cut_label (GTK_LABEL (label));
    }
  else
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

/* `1234.5` as `1,234.5`; nothing stays nothing. */
static char *
group_digits (const char *cell)
{
  g_autofree char *whole = jkb_label_number (g_ascii_strtoll (cell, NULL, 10));
  const char *rest = strchr (cell, '.');

  if (*cell == '\0')
    return g_strdup ("");
  return g_strconcat (whole, rest, NULL);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  JkbChartRow *row = gtk_list_item_get_item (item);
  const char *cell = row->cells[GPOINTER_TO_UINT (column)];
  g_autofree char *text = GPOINTER_TO_UINT (column) > 0 ? group_digits (cell) : g_strdup (cell);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
  /* The figures behind it can be scrolled to; which one a row is of has to be seen. */
  if (GPOINTER_TO_UINT (column) == 0)
    jkb_keep_label_wide (GTK_LABEL (gtk_list_item_get_child (item)), NAME_WIDTH_MAX);
}

static GtkColumnViewColumn *
new_column (const char *title, guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), GUINT_TO_POINTER (index));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), GUINT_TO_POINTER (index));
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (column, index == 0);
  gtk_column_view_column_set_resizable (column, TRUE);
  return column;
}

static GListStore *
new_rows (GPtrArray *table)
{
  GListStore *rows = g_list_store_new (JKB_TYPE_CHART_ROW);

  for (guint i = 1; i < table->len; i++)
    {
      g_autoptr(JkbChartRow) row = g_object_new (JKB_TYPE_CHART_ROW, NULL);

      row->cells = g_strdupv (g_ptr_array_index (table, i));
      g_list_store_append (rows, row);
    }
  return rows;
}

GtkWidget *
jkb_chart_table_new (const JkbChart *chart)
{
  g_autoptr(GPtrArray) table = jkb_chart_get_table (chart);
  char **headings = g_ptr_array_index (table, 0);
  GListStore *rows = new_rows (table);
  GtkWidget *view
      = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (rows))));

  for (guint i = 0; headings[i] != NULL; i++)
    {
      g_autoptr(GtkColumnViewColumn) column = new_column (headings[i], i);

      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
      if (i > 0)
        jkb_compat_align_header (GTK_COLUMN_VIEW (view), i);
    }
  gtk_widget_add_css_class (view, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  jkb_chart_get_title (chart), -1);
  return view;
}

char *
jkb_chart_table_print (const JkbChart *chart)
{
  g_autoptr(GPtrArray) table = jkb_chart_get_table (chart);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < table->len; i++)
    {
      g_autofree char *row = g_strjoinv ("\t", g_ptr_array_index (table, i));

      g_string_append_printf (text, "%s\n", row);
    }
  return g_string_free (text, FALSE);
}
