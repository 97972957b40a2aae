/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stock-table.h"

#include <string.h>

#include "ui/jkb-case-column.h"

#define STOCK_TYPE_ROW (stock_row_get_type ())
G_DECLARE_FINAL_TYPE (StockRow, stock_row, STOCK, ROW, GObject)

struct _StockRow
{
  GObject parent_instance;

  char *key;
  char *title;
  char *organisation;
  char *organisation_en;
  char *contractor;
  char *cause;
  const char *source_kind;
  gint64 id;
  gint64 people;
  gint64 records;
  JkbCountQualifier people_qualifier;
  JkbCountQualifier records_qualifier;
  JkbDate date;
  JkbDate occurred_from;
  JkbDate discovered;
  JkbDate announced;
  int delay_days;
  guint32 data_items;
  guint16 types;
  guint8 type;
  guint8 status;
  guint8 sector;
  guint8 review;
  guint8 circumstances;
};

G_DEFINE_FINAL_TYPE (StockRow, stock_row, G_TYPE_OBJECT)

static const JkbColumn columns[] = { JKB_COLUMN_DATE,   JKB_COLUMN_ORGANISATION, JKB_COLUMN_TYPE,
                                     JKB_COLUMN_PEOPLE, JKB_COLUMN_STATUS,       JKB_COLUMN_SECTOR };

static void
stock_row_finalize (GObject *object)
{
  StockRow *self = STOCK_ROW (object);

  g_free (self->key);
  g_free (self->title);
  g_free (self->organisation);
  g_free (self->organisation_en);
  g_free (self->contractor);
  g_free (self->cause);
  G_OBJECT_CLASS (stock_row_parent_class)->finalize (object);
}

static void
stock_row_class_init (StockRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stock_row_finalize;
}

static void
stock_row_init (StockRow *self)
{
}

static StockRow *
make_row (const JkbCase *incident)
{
  StockRow *row = g_object_new (STOCK_TYPE_ROW, NULL);

  row->key = g_strdup (incident->key);
  row->title = g_strdup (incident->title);
  row->organisation = g_strdup (incident->organisation);
  row->organisation_en = g_strdup (incident->organisation_en);
  row->contractor = g_strdup (incident->contractor);
  row->cause = g_strdup (incident->cause);
  row->source_kind = g_intern_string (incident->source_kind);
  row->id = incident->id;
  row->people = incident->people;
  row->records = incident->records;
  row->people_qualifier = incident->people_qualifier;
  row->records_qualifier = incident->records_qualifier;
  row->date = incident->date;
  row->occurred_from = incident->occurred_from;
  row->discovered = incident->discovered;
  row->announced = incident->announced;
  row->delay_days = incident->delay_days;
  row->data_items = incident->data_items;
  row->types = (guint16) incident->types;
  row->type = (guint8) incident->type;
  row->status = (guint8) incident->status;
  row->sector = (guint8) incident->sector;
  row->review = (guint8) incident->review;
  row->circumstances = (guint8) incident->circumstances;
  return row;
}

StockModels *
stock_models_new (JkbSelection *selection)
{
  StockModels *self = g_new0 (StockModels, 1);

  self->store = g_list_store_new (STOCK_TYPE_ROW);
  for (guint i = 0; i < jkb_selection_n (selection); i++)
    {
      g_autoptr(StockRow) row = NULL;
      JkbCase incident;

      jkb_selection_get (selection, i, &incident);
      row = make_row (&incident);
      g_list_store_append (self->store, row);
    }
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->store)), NULL);
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->store)), NULL);
  return self;
}

void
stock_models_free (StockModels *models)
{
  g_object_unref (models->sorted);
  g_object_unref (models->filtered);
  g_object_unref (models->store);
  g_free (models);
}

static guint32
pack (JkbDate date)
{
  return (guint32) date.year << 9 | (guint32) date.month << 5 | date.day;
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer column)
{
  const StockRow *one = a, *other = b;

  switch (GPOINTER_TO_UINT (column))
    {
    case JKB_COLUMN_ORGANISATION:
      return g_strcmp0 (one->organisation, other->organisation);
    case JKB_COLUMN_PEOPLE:
      return (one->people > other->people) - (one->people < other->people);
    case JKB_COLUMN_TYPE:
      return (one->type > other->type) - (one->type < other->type);
    case JKB_COLUMN_DISCOVERED:
      return (pack (one->discovered) > pack (other->discovered)) - (pack (one->discovered) < pack (other->discovered));
    default:
      return (pack (one->date) > pack (other->date)) - (pack (one->date) < pack (other->date));
    }
}

void
stock_models_sort (StockModels *models, JkbColumn column)
{
  g_autoptr(GtkSorter) sorter
      = GTK_SORTER (gtk_custom_sorter_new (compare_rows, GUINT_TO_POINTER (column), NULL));

  gtk_sort_list_model_set_sorter (models->sorted, sorter);
}

static gboolean
has_type (gpointer row, gpointer type)
{
  return STOCK_ROW (row)->type == GPOINTER_TO_UINT (type);
}

void
stock_models_filter (StockModels *models, JkbIncidentType type)
{
  g_autoptr(GtkFilter) filter
      = type != JKB_TYPE_UNKNOWN ? GTK_FILTER (gtk_custom_filter_new (has_type, GUINT_TO_POINTER (type), NULL)) : NULL;

  gtk_filter_list_model_set_filter (models->filtered, filter);
}

static void
on_set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), GPOINTER_TO_UINT (column) == JKB_COLUMN_PEOPLE ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
on_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  const StockRow *row = gtk_list_item_get_item (item);
  JkbCase incident = { .organisation = row->organisation, .people = row->people,
                       .people_qualifier = row->people_qualifier, .date = row->date, .type = row->type,
                       .status = row->status, .sector = row->sector };
  JkbCellLook look = JKB_CELL_PLAIN;
  g_autofree char *text = jkb_case_column_text ((JkbColumn) GPOINTER_TO_UINT (column), &incident, &look);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

GtkWidget *
stock_table_new (GListModel *model)
{
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (model)));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (view, "data-table");
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr(GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (on_set_up_cb), GUINT_TO_POINTER (columns[i]));
      g_signal_connect (factory, "bind", G_CALLBACK (on_bound_cb), GUINT_TO_POINTER (columns[i]));
      column = gtk_column_view_column_new (jkb_case_column_title (columns[i]), factory);
      gtk_column_view_column_set_resizable (column, TRUE);
      if (columns[i] == JKB_COLUMN_ORGANISATION)
        gtk_column_view_column_set_expand (column, TRUE);
      else
        gtk_column_view_column_set_fixed_width (column, 130);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  return scrolled;
}
