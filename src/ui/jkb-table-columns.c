/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-table-columns.h"

#include "ui/jkb-case-cell.h"
#include "ui/jkb-case-column.h"
#include "ui/jkb-case-menu.h"
#include "ui/jkb-column-width.h"
#include "ui/jkb-compat.h"
#include "ui/jkb-table-memory.h"

#define ROOMY_WIDTH 1000                /* pixels, with text of the usual size */

/* What comes besides where there is room, as long as a person has not said which columns to show. */
static const JkbColumn guests[]
    = { JKB_COLUMN_RECORDS, JKB_COLUMN_DELAY,    JKB_COLUMN_REVIEW,
        JKB_COLUMN_TITLE,   JKB_COLUMN_OCCURRED, JKB_COLUMN_DISCOVERED };

struct _JkbTableColumns
{
  GObject parent_instance;

  GtkColumnView *view;
  GCompareDataFunc compare;
  GtkColumnViewColumn *columns[JKB_N_COLUMNS];  /* NULL for those that a table cannot show */
  int widths[JKB_N_COLUMNS];            /* until a person changes them */
  int hidden_widths[JKB_N_COLUMNS];     /* of columns that are not shown, -1 for any */
  gboolean is_compact;
  gboolean is_roomy;
  int width;                            /* of the table, when it was fitted last */
  gboolean takes_guests;
  gboolean is_seating;                  /* it is no person who shows and hides columns */
  gboolean is_guest[JKB_N_COLUMNS];
  int stretch;                          /* what the headings have of the room that is left, part of their width */
  gboolean was_visible[JKB_N_COLUMNS];  /* before it became compact */
};

G_DEFINE_FINAL_TYPE (JkbTableColumns, jkb_table_columns, G_TYPE_OBJECT)

/* ---- cells ---- */

static void
on_cell_set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  gtk_list_item_set_child (item, jkb_case_cell_new (column));
}

static void
on_cell_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  jkb_case_cell_set_slot (JKB_CASE_CELL (gtk_list_item_get_child (item)),
                          gtk_list_item_get_item (item));
}

static void
on_cell_unbound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  jkb_case_cell_set_slot (JKB_CASE_CELL (gtk_list_item_get_child (item)), NULL);
}

/* ---- widths ---- */

static int
get_width (JkbTableColumns *self, JkbColumn column)
{
  return gtk_column_view_column_get_visible (self->columns[column])
             ? gtk_column_view_column_get_fixed_width (self->columns[column])
             : self->hidden_widths[column];
}

static void
set_width (JkbTableColumns *self, JkbColumn column, int width)
{
  if (gtk_column_view_column_get_visible (self->columns[column]))
    gtk_column_view_column_set_fixed_width (self->columns[column], width);
  else
    self->hidden_widths[column] = width;
}

/* A person has changed which columns there are, or their order: what was seen then is what stays. */
static void
keep_guests (JkbTableColumns *self)
{
  if (self->is_seating)
    return;
  self->takes_guests = FALSE;
  memset (self->is_guest, 0, sizeof self->is_guest);
}

static void
on_order_changed_cb (GListModel *columns, guint position, guint removed, guint added, JkbTableColumns *self)
{
  keep_guests (self);
}

/* GTK 4.8 counts columns that are not shown when it shares out the width, so that none would be left for those that
 * expand, and the view would scroll into nothing: they have no width while they are hidden. */
static void
on_visible_changed_cb (GtkColumnViewColumn *view_column, GParamSpec *pspec, JkbTableColumns *self)
{
  for (JkbColumn column = 0; column < JKB_N_COLUMNS; column++)
    if (self->columns[column] == view_column && gtk_column_view_column_get_visible (view_column))
      gtk_column_view_column_set_fixed_width (view_column, self->hidden_widths[column]);
    else if (self->columns[column] == view_column)
      {
        self->hidden_widths[column] = gtk_column_view_column_get_fixed_width (view_column);
        gtk_column_view_column_set_fixed_width (view_column, 0);
      }
  keep_guests (self);
}

static int
ask_width (JkbTableColumns *self, JkbColumn column)
{
  guint n_columns;
  const JkbCaseColumn *columns = jkb_case_columns (&n_columns);
  int width = get_width (self, column);

  for (guint i = 0; i < n_columns && width <= 0; i++)
    if (columns[i].column == column)
      width = jkb_column_width (GTK_WIDGET (self->view), &columns[i], self->is_roomy);
  return width;
}

static int
count_room (JkbTableColumns *self)
{
  int room = self->width;

  for (JkbColumn i = 0; i < JKB_N_COLUMNS; i++)
    if (self->columns[i] != NULL && gtk_column_view_column_get_visible (self->columns[i]) && !self->is_guest[i])
      room -= ask_width (self, i);
  return room;
}

/* Of what is left when all guests are there, headings have the greater part: they are longer than names. */
static void
stretch_headings (JkbTableColumns *self, int room)
{
  gboolean is_free = get_width (self, JKB_COLUMN_TITLE) == self->widths[JKB_COLUMN_TITLE];
  int stretch = is_free && self->is_guest[JKB_COLUMN_TITLE] ? room * 2 / 3 : 0;

  self->widths[JKB_COLUMN_TITLE] += stretch - self->stretch;
  self->stretch = stretch;
  if (is_free)
    set_width (self, JKB_COLUMN_TITLE, self->widths[JKB_COLUMN_TITLE]);
}

static void
seat_guests (JkbTableColumns *self)
{
  gboolean stays = self->is_roomy && !self->is_compact;
  int room = count_room (self);

  if (!self->takes_guests)
    return;
  self->is_seating = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (guests); i++)
    {
      JkbColumn column = guests[i];
      int width = self->widths[column] - (column == JKB_COLUMN_TITLE ? self->stretch : 0);

      stays = stays && width <= room;
      room -= stays ? width : 0;
      self->is_guest[column] = stays;
      gtk_column_view_column_set_visible (self->columns[column], stays);
    }
  stretch_headings (self, room);
  self->is_seating = FALSE;
}

void
jkb_table_columns_update_widths (JkbTableColumns *self)
{
  guint n_columns;
  const JkbCaseColumn *columns = jkb_case_columns (&n_columns);

  g_return_if_fail (JKB_IS_TABLE_COLUMNS (self));

  self->stretch = 0;
  for (guint i = 0; i < n_columns; i++)
    {
      JkbColumn column = columns[i].column;
      int width = jkb_column_width (GTK_WIDGET (self->view), &columns[i], self->is_roomy);

      if (!columns[i].expands && get_width (self, column) == self->widths[column])
        set_width (self, column, width);
      self->widths[column] = width;
    }
  seat_guests (self);
}

void
jkb_table_columns_fit (JkbTableColumns *self, int width)
{
  gboolean is_roomy;

  g_return_if_fail (JKB_IS_TABLE_COLUMNS (self));

  is_roomy = width >= ROOMY_WIDTH * jkb_text_scale (GTK_WIDGET (self->view));
  if (width == self->width)
    return;
  self->width = width;
  if (is_roomy == self->is_roomy)
    {
      seat_guests (self);
      return;
    }
  self->is_roomy = is_roomy;
  jkb_table_columns_update_widths (self);
}

/* ---- life ---- */

static void
add_column (JkbTableColumns *self, const JkbCaseColumn *column, const JkbKeptColumn *kept)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view_column;
  g_autoptr(GMenuModel) menu = jkb_case_menu_new ();
  g_autoptr(GtkSorter) sorter
      = GTK_SORTER (gtk_custom_sorter_new (self->compare, (gpointer) column, NULL));

  g_signal_connect (factory, "setup", G_CALLBACK (on_cell_set_up_cb), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (on_cell_bound_cb), (gpointer) column);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_cell_unbound_cb), (gpointer) column);
  view_column = gtk_column_view_column_new (jkb_case_column_title (column->column), factory);
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_expand (view_column, column->expands);
  self->widths[column->column] = jkb_column_width (GTK_WIDGET (self->view), column, self->is_roomy);
  /* A column of a fixed width does not expand. */
  if (kept->width > 0 || !column->expands)
    gtk_column_view_column_set_fixed_width (view_column,
                                            kept->width > 0 ? kept->width : self->widths[column->column]);
  self->columns[column->column] = view_column;
  g_signal_connect_object (view_column, "notify::visible", G_CALLBACK (on_visible_changed_cb), self, 0);
  gtk_column_view_column_set_visible (view_column, kept->is_shown);
  gtk_column_view_column_set_header_menu (view_column, menu);
  gtk_column_view_append_column (self->view, view_column);
}

static void
add_columns (JkbTableColumns *self)
{
  g_autoptr(GArray) kept = jkb_table_memory_load ();
  guint n_columns;
  const JkbCaseColumn *columns = jkb_case_columns (&n_columns);

  for (guint place = 0; place < kept->len; place++)
    for (guint i = 0; i < n_columns; i++)
      if (columns[i].column == g_array_index (kept, JkbKeptColumn, place).column)
        {
          add_column (self, &columns[i], &g_array_index (kept, JkbKeptColumn, place));
          if (columns[i].is_number)
            jkb_compat_align_header (self->view, place);
        }
  self->takes_guests = jkb_table_memory_is_usual (kept);
  g_signal_connect_object (gtk_column_view_get_columns (self->view), "items-changed",
                           G_CALLBACK (on_order_changed_cb), self, 0);
}

static void
jkb_table_columns_dispose (GObject *object)
{
  JkbTableColumns *self = JKB_TABLE_COLUMNS (object);

  for (guint i = 0; i < JKB_N_COLUMNS; i++)
    g_clear_object (&self->columns[i]);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (jkb_table_columns_parent_class)->dispose (object);
}

static void
jkb_table_columns_class_init (JkbTableColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jkb_table_columns_dispose;
}

static void
jkb_table_columns_init (JkbTableColumns *self)
{
}

JkbTableColumns *
jkb_table_columns_new (GtkColumnView *view, GCompareDataFunc compare)
{
  JkbTableColumns *self;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), NULL);

  self = g_object_new (JKB_TYPE_TABLE_COLUMNS, NULL);
  self->view = g_object_ref (view);
  self->compare = compare;
  add_columns (self);
  return self;
}

GtkColumnViewColumn *
jkb_table_columns_get (JkbTableColumns *self, JkbColumn column)
{
  g_return_val_if_fail (JKB_IS_TABLE_COLUMNS (self) && column < JKB_N_COLUMNS, NULL);

  return self->columns[column];
}

void
jkb_table_columns_add_actions (JkbTableColumns *self, GActionMap *map)
{
  g_return_if_fail (JKB_IS_TABLE_COLUMNS (self));

  for (guint i = 0; i < JKB_N_COLUMNS; i++)
    if (self->columns[i] != NULL)
      {
        g_autofree char *name = g_strconcat ("column-", jkb_column_nick (i), NULL);
        g_autoptr(GPropertyAction) action
            = g_property_action_new (name, self->columns[i], "visible");

        g_action_map_add_action (map, G_ACTION (action));
      }
}

/* ---- which are shown ---- */

/* What fits into 360 pixels. */
static gboolean
is_compact_column (JkbColumn column)
{
  return column == JKB_COLUMN_DATE || column == JKB_COLUMN_ORGANISATION
         || column == JKB_COLUMN_PEOPLE;
}

void
jkb_table_columns_set_compact (JkbTableColumns *self, gboolean compact)
{
  g_return_if_fail (JKB_IS_TABLE_COLUMNS (self));

  if (self->is_compact == compact)
    return;
  self->is_compact = compact;
  seat_guests (self);
  self->is_seating = TRUE;
  for (guint i = 0; i < JKB_N_COLUMNS; i++)
    {
      if (self->columns[i] == NULL)
        continue;
      if (compact)
        self->was_visible[i] = gtk_column_view_column_get_visible (self->columns[i]);
      gtk_column_view_column_set_visible (self->columns[i],
                                          compact ? is_compact_column (i) : self->was_visible[i]);
    }
  self->is_seating = FALSE;
  seat_guests (self);
}

/* All columns as they stand in the table, with what a person made of them. */
static GArray *
list_kept (JkbTableColumns *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (JkbKeptColumn));

  for (guint place = 0; place < g_list_model_get_n_items (columns); place++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, place);

      for (JkbColumn i = 0; i < JKB_N_COLUMNS; i++)
        if (self->columns[i] == column)
          {
            int width = get_width (self, i);

            g_array_append_vals (kept, &(JkbKeptColumn){ i, gtk_column_view_column_get_visible (column),
                                                         width > 0 && width != self->widths[i] ? width : 0 }, 1);
          }
    }
  return kept;
}

GArray *
jkb_table_columns_list_shown (JkbTableColumns *self, gboolean with_guests)
{
  g_autoptr(GArray) kept = NULL;
  GArray *shown;

  g_return_val_if_fail (JKB_IS_TABLE_COLUMNS (self), NULL);

  kept = list_kept (self);
  shown = g_array_new (FALSE, FALSE, sizeof (JkbColumn));
  for (guint place = 0; place < kept->len; place++)
    {
      JkbKeptColumn column = g_array_index (kept, JkbKeptColumn, place);

      if (column.is_shown && (with_guests || !self->is_guest[column.column]))
        g_array_append_val (shown, column.column);
    }
  return shown;
}

void
jkb_table_columns_save (JkbTableColumns *self, JkbOrder order)
{
  g_autoptr(GArray) kept = NULL;

  g_return_if_fail (JKB_IS_TABLE_COLUMNS (self));

  kept = list_kept (self);
  for (guint place = 0; place < kept->len; place++)
    {
      JkbKeptColumn *column = &g_array_index (kept, JkbKeptColumn, place);

      if (self->is_compact)
        column->is_shown = self->was_visible[column->column];
      column->is_shown = column->is_shown && !self->is_guest[column->column];
    }
  jkb_table_memory_save (kept, order);
}
