/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-columns-layout.h"

#include <string.h>

#include "ui/jkb-column-width.h"

#define N_COLUMNS_LIMIT 8
/* More children are not shared out by trying, which takes columns^children. */
#define N_SHARED_MAX 8

struct _JkbColumnsLayout
{
  GtkLayoutManager parent_instance;

  int column_width;
  int n_columns_max;
  int spacing;
  int last_width;                       /* 0 before there is one */
  gboolean follows_text;
  gboolean keeps_places;
  guint8 *places[N_COLUMNS_LIMIT + 1];  /* by number of columns: the column of each child, or NULL */
  guint n_placed;                       /* how many children these know */
};

G_DEFINE_FINAL_TYPE (JkbColumnsLayout, jkb_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

/* A column is never narrower than the widest child must be. */
static int
count_columns (JkbColumnsLayout *self, GtkWidget *widget, int width, int widest)
{
  double scale = self->follows_text ? MAX (jkb_text_scale (widget), 1) : 1;
  int n_columns = (width + self->spacing) / (MAX ((int) (self->column_width * scale), widest) + self->spacing);

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

static int
measure_child (GtkWidget *child, int column_width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column_width, &minimum, &natural, NULL, NULL);
  return natural;
}

/* ---- places that are kept ---- */

typedef struct
{
  int heights[N_SHARED_MAX];
  guint n;
  int n_columns;
  guint8 tried[N_SHARED_MAX];
  guint8 best[N_SHARED_MAX];
  int tallest;                          /* with the best */
} Sharing;

/* Tries all columns for the child at @at and those behind it; of equal ones the first is taken, in which
 * children stand further to the start. */
static void
share (Sharing *self, guint at, int *columns, int n_used)
{
  int tallest = 0;

  for (int column = 0; column < self->n_columns; column++)
    tallest = MAX (tallest, columns[column]);
  if (tallest >= self->tallest)
    return;
  if (at == self->n)
    {
      self->tallest = tallest;
      memcpy (self->best, self->tried, sizeof self->best);
      return;
    }
  for (int column = 0; column < MIN (n_used + 1, self->n_columns); column++)
    {
      /* The first children are side by side: they are what is read first. */
      if (at < (guint) self->n_columns && column != (int) at)
        continue;
      self->tried[at] = (guint8) column;
      columns[column] += self->heights[at];
      share (self, at + 1, columns, MAX (n_used, column + 1));
      columns[column] -= self->heights[at];
    }
}

static void
forget_places (JkbColumnsLayout *self)
{
  for (int i = 0; i <= N_COLUMNS_LIMIT; i++)
    g_clear_pointer (&self->places[i], g_free);
  self->n_placed = 0;
}

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child);
  return n;
}

/* The column of each child, as even as they can be shared out; %NULL when each goes where there is room. */
static const guint8 *
find_places (JkbColumnsLayout *self, GtkWidget *widget, int n_columns, int column_width)
{
  Sharing sharing = { .n = count_children (widget), .n_columns = n_columns, .tallest = G_MAXINT };
  int columns[N_COLUMNS_LIMIT] = { 0 };
  guint i = 0;

  if (!self->keeps_places || sharing.n > N_SHARED_MAX)
    return NULL;
  if (self->n_placed != sharing.n)
    forget_places (self);
  self->n_placed = sharing.n;
  if (self->places[n_columns] != NULL)
    return self->places[n_columns];
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      sharing.heights[i++] = measure_child (child, column_width) + self->spacing;
  share (&sharing, 0, columns, 0);
  self->places[n_columns] = g_memdup2 (sharing.best, sizeof sharing.best);
  return self->places[n_columns];
}

/* ---- layout ---- */

/* Puts all children, or, with no width to put them into, only adds their heights up. */
static int
place_children (JkbColumnsLayout *self, GtkWidget *widget, int width, gboolean allocate)
{
  int n_columns = count_columns (self, widget, width, get_widest (widget));
  int column_width = MAX ((width - (n_columns - 1) * self->spacing) / n_columns, 1);
  const guint8 *places = find_places (self, widget, n_columns, column_width);
  int heights[N_COLUMNS_LIMIT] = { 0 };
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int tallest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int column, x, height;

      if (!gtk_widget_should_layout (child))
        continue;
      column = places != NULL ? *places++ : find_shortest (heights, n_columns);
      x = column * (column_width + self->spacing);
      height = measure_child (child, column_width);
      if (allocate)
        gtk_widget_size_allocate (child,
                                  &(GtkAllocation){ is_rtl ? width - x - column_width : x,
                                                    heights[column], column_width, height },
                                  -1);
      tallest = MAX (tallest, heights[column] + height);
      heights[column] += height + self->spacing;
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
jkb_columns_layout_finalize (GObject *object)
{
  forget_places (JKB_COLUMNS_LAYOUT (object));
  G_OBJECT_CLASS (jkb_columns_layout_parent_class)->finalize (object);
}

static void
jkb_columns_layout_class_init (JkbColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jkb_columns_layout_finalize;
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

void
jkb_columns_layout_follow_text (JkbColumnsLayout *self)
{
  g_return_if_fail (JKB_IS_COLUMNS_LAYOUT (self));

  self->follows_text = TRUE;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

void
jkb_columns_layout_keep_places (JkbColumnsLayout *self)
{
  g_return_if_fail (JKB_IS_COLUMNS_LAYOUT (self));

  forget_places (self);
  self->keeps_places = TRUE;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}
