/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-column-width.h"

#include "labels/jkb-labels.h"

#define CELL_PADDING 14                 /* what the style puts beside the text of a cell */
#define ARROW_WIDTH 16                  /* of the order, in a heading */
#define ROOMY_NAMES 2
#define USUAL_DPI (96.0 * PANGO_SCALE)

double
jkb_text_scale (GtkWidget *widget)
{
  int dpi = 0;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 1);

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / USUAL_DPI : 1;
}

static int
measure (GtkWidget *widget, const char *text, gboolean is_bold)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width;

  if (is_bold)
    {
      g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
    }
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* A case that has the @i-th of the values that a column can show, long dates and large figures; larger ones where there
 * is room for what is rare. */
static gboolean
make_case (JkbCase *incident, JkbColumn column, gboolean is_roomy, int i)
{
  static const JkbDate long_date = { 2028, 12, 28 };
  static const char *const kinds[] = { "text", "html", "pdf" };

  *incident = (JkbCase){ .source_kind = "" };
  incident->date = incident->occurred_from = incident->discovered = incident->announced = long_date;
  incident->delay_days = i == 0 ? 888 : -1;
  incident->people = incident->records = i != 0 ? JKB_COUNT_UNKNOWN : is_roomy ? 888888888 : 8888888;
  if (is_roomy)
    incident->people_qualifier = incident->records_qualifier = JKB_QUALIFIER_AT_LEAST;
  switch (column)
    {
    case JKB_COLUMN_TYPE:
      incident->type = (JkbIncidentType) i;
      return i < JKB_N_TYPES;
    case JKB_COLUMN_SECTOR:
      incident->sector = (JkbSector) i;
      return i < JKB_N_SECTORS;
    case JKB_COLUMN_STATUS:
      incident->status = (JkbAffectedStatus) i;
      return i < JKB_N_STATUSES;
    case JKB_COLUMN_REVIEW:
      incident->review = (JkbReviewState) i;
      return i <= JKB_REVIEW_DONE;
    case JKB_COLUMN_SOURCE_KIND:
      if (i < (int) G_N_ELEMENTS (kinds))
        incident->source_kind = kinds[i];
      return i < (int) G_N_ELEMENTS (kinds);
    default:
      return i < 2;
    }
}

int
jkb_column_width (GtkWidget *widget, const JkbCaseColumn *column, gboolean is_roomy)
{
  int most = (int) (column->width * jkb_text_scale (widget));
  int width = measure (widget, jkb_case_column_title (column->column), TRUE) + ARROW_WIDTH;
  JkbCase incident;

  g_return_val_if_fail (GTK_IS_WIDGET (widget) && column != NULL, 0);

  if (column->is_searched)
    return is_roomy ? ROOMY_NAMES * most : most;
  for (int i = 0; make_case (&incident, column->column, is_roomy, i); i++)
    {
      JkbCellLook look;
      g_autofree char *text = jkb_case_column_text (column->column, &incident, &look);

      width = MAX (width, measure (widget, text, FALSE));
    }
  return most > 0 && !is_roomy ? MIN (width + CELL_PADDING, most) : width + CELL_PADDING;
}
