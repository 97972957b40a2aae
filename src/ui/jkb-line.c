/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-line.h"

#define SPACING 6

static int
get_natural (GtkWidget *child, GtkOrientation orientation, int for_size)
{
  int natural;

  gtk_widget_measure (child, orientation, for_size, NULL, &natural, NULL, NULL);
  return natural;
}

static gboolean
is_shown (GtkWidget *child)
{
  return gtk_widget_should_layout (child);
}

static int
sum_widths (GtkWidget *box)
{
  int sum = -SPACING;

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_shown (child))
      sum += get_natural (child, GTK_ORIENTATION_HORIZONTAL, -1) + SPACING;
  return MAX (0, sum);
}

static guint
count_expanding (GtkWidget *box)
{
  guint n_expanding = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    n_expanding += is_shown (child) && gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
  return n_expanding;
}

static GtkSizeRequestMode
get_mode (GtkWidget *box)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
find_widest (GtkWidget *box)
{
  int widest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_shown (child))
      {
        int minimum;

        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
        widest = MAX (widest, minimum);
      }
  return widest;
}

/* The width that a child gets, with @left over beside all of them, or, when that is less than 0, in a line of its own. */
static int
share_width (GtkWidget *child, int width, int left, guint n_expanding)
{
  int natural = get_natural (child, GTK_ORIENTATION_HORIZONTAL, -1);

  if (!gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
    return MIN (width, natural);
  return left >= 0 ? natural + left / (int) n_expanding : width;
}

static int
measure_height (GtkWidget *box, int width)
{
  int left = width < 0 ? 0 : width - sum_widths (box);
  int room = width < 0 ? G_MAXINT : width;
  gboolean one_line = left >= 0;
  guint n_expanding = count_expanding (box);
  int tallest = 0, sum = -SPACING;

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_shown (child))
      {
        int height = get_natural (child, GTK_ORIENTATION_VERTICAL, share_width (child, room, left, n_expanding));

        tallest = MAX (tallest, height);
        sum += height + SPACING;
      }
  return one_line ? tallest : MAX (0, sum);
}

static void
measure (GtkWidget *box, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
         int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = find_widest (box);
      *natural = sum_widths (box);
    }
  else
    *minimum = *natural = measure_height (box, for_size);
}

static void
allocate (GtkWidget *box, int width, int height, int baseline)
{
  gboolean is_reversed = gtk_widget_get_direction (box) == GTK_TEXT_DIR_RTL;
  int left = width - sum_widths (box);
  guint n_expanding = count_expanding (box);
  int place = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation at = { 0, 0, 0, height };

      if (!is_shown (child))
        continue;
      at.width = share_width (child, width, left, n_expanding);
      if (left >= 0)
        {
          at.x = place;
          place += at.width + SPACING;
        }
      else
        {
          at.height = get_natural (child, GTK_ORIENTATION_VERTICAL, at.width);
          at.y = place;
          place += at.height + SPACING;
        }
      if (is_reversed)
        at.x = width - at.x - at.width;
      gtk_widget_size_allocate (child, &at, -1);
    }
}

void
jkb_line_make (GtkBox *box)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (box), gtk_custom_layout_new (get_mode, measure, allocate));
}

GtkWidget *
jkb_line_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  jkb_line_make (GTK_BOX (box));
  return box;
}
