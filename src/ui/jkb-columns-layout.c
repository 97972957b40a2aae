/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-columns-layout.h"

struct _JkbColumnsLayout
{
  GtkLayoutManager parent_instance;

  int column_width;
  int n_columns_max;
  int spacing;
  int last_width;                       /* 0 before there is one */
};

G_DEFINE_FINAL_TYPE (JkbColumnsLayout, jkb_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

#define N_COLUMNS_LIMIT 8

/* A column is never narrower than the widest child must be. */
static int
count_columns (JkbColumnsLayout *self, int width, int widest)
{
  int n_columns = (width + self->spacing) / (MAX (self->column_width, widest) + self->spacing);

  return CLAMP (n_columns, 1, self->n_columns_max);
}

static int
find_shortest (const int *heights, int n_columns)
{
  int shortest = 0;

  for (int i = 1; i < n_columns; i++)
    if (heights[i] < heights[shortest])
      shortest = i;
  return shortest;
}

static int
get_widest (GtkWidget *widget)
{
  int widest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      widest = MAX (widest, minimum);
    }
  return widest;
}

/* Puts all children, or, with no width to put them into, only adds their heights up. */
static int
place_children (JkbColumnsLayout *self, GtkWidget *widget, int width, gboolean allocate)
{
  int n_columns = count_columns (self, width, get_widest (widget));
  int column_width = MAX ((width - (n_columns - 1) * self->spacing) / n_columns, 1);
  int heights[N_COLUMNS_LIMIT] = { 0 };
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int tallest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int column = find_shortest (heights, n_columns);
      int x = column * (column_width + self->spacing);
      int minimum, natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column_width, &minimum, &natural, NULL,
                          NULL);
      if (allocate)
        gtk_widget_size_allocate (child,
                                  &(GtkAllocation){ is_rtl ? width - x - column_width : x,
                                                    heights[column], column_width, natural },
                                  -1);
      tallest = MAX (tallest, heights[column] + natural);
      heights[column] += natural + self->spacing;
    }
  return tallest;
}

static GtkSizeRequestMode
jkb_columns_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
jkb_columns_layout_measure (GtkLayoutManager *manager, GtkWidget *widget,
                            GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  JkbColumnsLayout *self = JKB_COLUMNS_LAYOUT (manager);
  int widest = get_widest (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = MAX (widest, self->column_width);
      return;
    }
  /* At any width: the last one, which the children are laid out for, is as good as another. */
  if (for_size < 0)
    for_size = MAX (widest, self->last_width > 0 ? self->last_width : self->column_width);
  *minimum = *natural = place_children (self, widget, for_size, FALSE);
}

static void
jkb_columns_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                             int baseline)
{
  JKB_COLUMNS_LAYOUT (manager)->last_width = width;
  place_children (JKB_COLUMNS_LAYOUT (manager), widget, width, TRUE);
}

static void
jkb_columns_layout_class_init (JkbColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = jkb_columns_layout_get_request_mode;
  manager_class->measure = jkb_columns_layout_measure;
  manager_class->allocate = jkb_columns_layout_allocate;
}

static void
jkb_columns_layout_init (JkbColumnsLayout *self)
{
}

GtkLayoutManager *
jkb_columns_layout_new (int column_width, int n_columns_max, int spacing)
{
  JkbColumnsLayout *self = g_object_new (JKB_TYPE_COLUMNS_LAYOUT, NULL);

  self->column_width = MAX (column_width, 1);
  self->n_columns_max = CLAMP (n_columns_max, 1, N_COLUMNS_LIMIT);
  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
