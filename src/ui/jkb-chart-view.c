/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-chart-view-private.h"

#include <adwaita.h>
#include <math.h>

#include "charts/jkb-chart-walk.h"
#include "ui/jkb-compat.h"

#define WIDTH_WIDE 900.0
#define GROWTH_MAX 1.5
#define WIDTH_MIN 260
#define HEIGHT_WHOLE_MIN 200
/* Factor on the size of type that is read from the last row of a room. */
#define LARGEST_TYPE 3.0                /* on a screen of the usual height */
#define HEIGHT_USUAL 1080.0
#define SMALLEST_TYPE 0.7
#define WIDTH_NATURAL 560
/* Charts are designed for the size of type that GNOME starts with, 11 points. */
#define TYPE_SIZE_PX (11.0 * 96 / 72)

enum
{
  PROP_0,
  PROP_READOUT,
  N_PROPS
};

enum
{
  MARKS_CHOSEN,
  CLEARED,
  ZOOMED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbChartView, jkb_chart_view, GTK_TYPE_WIDGET)

/* ---- layout ---- */

static double
get_scale (PangoContext *context)
{
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double dpi = pango_cairo_context_get_resolution (context);

  if (!pango_font_description_get_size_is_absolute (font))
    size *= (dpi > 0 ? dpi : 96) / 72;
  return size > 0 ? size / TYPE_SIZE_PX : 1;
}

/* On a very wide screen a chart is larger as a whole, not only longer. */
static double
get_growth (int width)
{
  return CLAMP (width / WIDTH_WIDE, 1, GROWTH_MAX);
}

/* On a wall a chart is read from as far away as it is large. */
static double
get_largest_type (JkbChartView *self)
{
  return LARGEST_TYPE * MAX (gtk_widget_get_height (GTK_WIDGET (self)) / HEIGHT_USUAL, 1);
}

static void
update_style (JkbChartView *self, int width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PangoContext *context = gtk_widget_create_pango_context (widget);

  if (self->context != NULL)
    jkb_chart_keep_measures (self->context, context);
  g_clear_object (&self->context);
  self->context = context;
  self->style = (JkbChartStyle){
    .parts = JKB_CHART_PLOT,
    .rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
    .scale = get_scale (self->context) * (self->is_whole ? 1 : get_growth (width)),
    .measure = jkb_chart_measure,
    .user_data = self->context,
  };
}

static const JkbChartLayout *
ensure_layout (JkbChartView *self, int width)
{
  if (self->chart == NULL)
    return NULL;
  if (self->layout == NULL || self->layout->width != width)
    {
      g_clear_pointer (&self->layout, jkb_chart_layout_free);
      update_style (self, width);
      if (self->is_whole)
        {
          self->style.parts = JKB_CHART_ALL;
          self->layout = jkb_chart_layout_new_fitting (self->chart, width, gtk_widget_get_height (GTK_WIDGET (self)),
                                                       &self->style, get_largest_type (self), SMALLEST_TYPE);
        }
      else
        self->layout = jkb_chart_layout_new (self->chart, width, 0, &self->style);
    }
  return self->layout;
}

/* Fonts may be others now. */
static void
drop_layout (JkbChartView *self)
{
  g_clear_pointer (&self->layout, jkb_chart_layout_free);
  g_clear_object (&self->context);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* ---- drawing ---- */

static gboolean
is_selected_cb (const JkbChartMark *mark, gpointer user_data)
{
  JkbChartView *self = user_data;

  return self->is_selected (mark, self->selected_data);
}

static void
draw_range (cairo_t *cr, const JkbChartRect *range, const JkbChartColour *colour)
{
  cairo_rectangle (cr, range->x + 0.5, range->y + 0.5, range->width, range->height);
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, 0.2);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, 1);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
jkb_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JkbChartView *self = JKB_CHART_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const JkbChartLayout *layout = ensure_layout (self, width);
  gboolean has_focus = gtk_widget_has_focus (widget);
  JkbChartPalette palette;
  JkbChartState state = {
    .cursor = self->hover >= 0 ? self->hover : has_focus ? self->cursor : -1,
    .is_selected = self->is_selected != NULL ? is_selected_cb : NULL,
    .user_data = self,
  };
  cairo_t *cr;

  if (layout == NULL)
    return;
  jkb_chart_view_get_palette (widget, &palette);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  jkb_chart_draw (layout, &self->style, &palette, &state, cr);
  if (self->is_dragged)
    draw_range (cr, &self->range, &palette.cursor);
  cairo_destroy (cr);
}

static GtkSizeRequestMode
jkb_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
jkb_chart_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  JkbChartView *self = JKB_CHART_VIEW (widget);
  const JkbChartLayout *layout;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = WIDTH_MIN;
      *natural = WIDTH_NATURAL;
      return;
    }
  if (self->is_whole)
    {
      *minimum = *natural = HEIGHT_WHOLE_MIN;
      return;
    }
  layout = ensure_layout (self, for_size > 0 ? for_size : WIDTH_MIN);
  *minimum = *natural = layout != NULL ? (int) ceil (layout->height) : 0;
}

/* A whole chart is laid out for its height as well. */
static void
jkb_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JkbChartView *self = JKB_CHART_VIEW (widget);

  if (self->is_whole)
    g_clear_pointer (&self->layout, jkb_chart_layout_free);
}

/* ---- life ---- */

static void
jkb_chart_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  drop_layout (JKB_CHART_VIEW (widget));
  GTK_WIDGET_CLASS (jkb_chart_view_parent_class)->direction_changed (widget, previous);
}

static void
jkb_chart_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  drop_layout (JKB_CHART_VIEW (widget));
  GTK_WIDGET_CLASS (jkb_chart_view_parent_class)->system_setting_changed (widget, setting);
}

static void
jkb_chart_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (jkb_chart_view_parent_class)->css_changed (widget, change);
  drop_layout (JKB_CHART_VIEW (widget));
}

static void
jkb_chart_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_READOUT:
      g_value_set_string (value, jkb_chart_view_get_readout (JKB_CHART_VIEW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jkb_chart_view_finalize (GObject *object)
{
  JkbChartView *self = JKB_CHART_VIEW (object);

  g_clear_pointer (&self->layout, jkb_chart_layout_free);
  g_clear_pointer (&self->chart, jkb_chart_unref);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (jkb_chart_view_parent_class)->finalize (object);
}

static void
jkb_chart_view_class_init (JkbChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = jkb_chart_view_get_property;
  object_class->finalize = jkb_chart_view_finalize;
  widget_class->snapshot = jkb_chart_view_snapshot;
  widget_class->get_request_mode = jkb_chart_view_get_request_mode;
  widget_class->measure = jkb_chart_view_measure;
  widget_class->size_allocate = jkb_chart_view_size_allocate;
  widget_class->query_tooltip = jkb_chart_view_query_tooltip;
  widget_class->direction_changed = jkb_chart_view_direction_changed;
  widget_class->system_setting_changed = jkb_chart_view_system_setting_changed;
  widget_class->css_changed = jkb_chart_view_css_changed;

  properties[PROP_READOUT]
      = g_param_spec_string ("readout", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[MARKS_CHOSEN]
      = g_signal_new ("marks-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);
  signals[CLEARED] = g_signal_new ("cleared", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN,
                                   0);
  signals[ZOOMED] = g_signal_new ("zoomed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1,
                                  G_TYPE_INT);
  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
jkb_chart_view_init (JkbChartView *self)
{
  self->cursor = self->hover = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  jkb_chart_view_add_controllers (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

static void
keep_cursor (JkbChartView *self, JkbChartLayout *old)
{
  const JkbChartMark *mark = old != NULL ? jkb_chart_layout_mark (old, self->cursor) : NULL;

  self->hover = -1;
  if (mark != NULL && self->chart != NULL)
    self->cursor = jkb_chart_find_same (ensure_layout (self, (int) old->width), mark);
  if (self->cursor < 0 && gtk_widget_has_focus (GTK_WIDGET (self)) && jkb_chart_view_get_mark (self, 0) != NULL)
    self->cursor = 0;
}

void
jkb_chart_view_show_readout (JkbChartView *self)
{
  const char *readout = jkb_chart_view_get_readout (self);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READOUT]);
  if (readout != NULL && self->hover < 0)
    jkb_compat_announce (GTK_WIDGET (self), readout);
}

void
jkb_chart_view_emit_chosen (JkbChartView *self, const GArray *marks, gboolean adds)
{
  g_signal_emit (self, signals[MARKS_CHOSEN], 0, marks, adds);
}

gboolean
jkb_chart_view_emit_cleared (JkbChartView *self)
{
  gboolean is_taken = FALSE;

  g_signal_emit (self, signals[CLEARED], 0, &is_taken);
  return is_taken;
}

static void
describe (JkbChartView *self)
{
  g_autofree char *description = self->chart != NULL ? jkb_chart_describe (self->chart) : NULL;

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
      self->chart != NULL ? jkb_chart_get_title (self->chart) : "",
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description != NULL ? description : "", -1);
}

void
jkb_chart_view_set_chart (JkbChartView *self, JkbChart *chart)
{
  JkbChartLayout *old;

  g_return_if_fail (JKB_IS_CHART_VIEW (self));

  if (chart != NULL)
    jkb_chart_ref (chart);
  g_clear_pointer (&self->chart, jkb_chart_unref);
  self->chart = chart;
  old = g_steal_pointer (&self->layout);
  keep_cursor (self, old);
  jkb_chart_layout_free (old);
  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  jkb_chart_view_show_readout (self);
}

void
jkb_chart_view_set_whole (JkbChartView *self, gboolean is_whole)
{
  g_return_if_fail (JKB_IS_CHART_VIEW (self));

  self->is_whole = is_whole;
  drop_layout (self);
}

void
jkb_chart_view_set_selected_func (JkbChartView *self, JkbMarkFunc is_selected, gpointer user_data)
{
  g_return_if_fail (JKB_IS_CHART_VIEW (self));

  self->is_selected = is_selected;
  self->selected_data = user_data;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
jkb_chart_view_choose_range (JkbChartView *self, const JkbChartRect *range, gboolean adds)
{
  g_autoptr(GArray) marks = NULL;

  g_return_if_fail (JKB_IS_CHART_VIEW (self));

  if (self->layout == NULL)
    return;
  marks = jkb_chart_find_inside (self->layout, range);
  jkb_chart_view_choose (self, marks, adds);
}

const char *
jkb_chart_view_get_readout (JkbChartView *self)
{
  const JkbChartMark *mark;

  g_return_val_if_fail (JKB_IS_CHART_VIEW (self), NULL);

  mark = jkb_chart_view_get_mark (self, self->hover >= 0 ? self->hover : self->cursor);
  if (mark == NULL || (self->hover < 0 && !gtk_widget_has_focus (GTK_WIDGET (self))))
    return NULL;
  return mark->label;
}

const JkbChartLayout *
jkb_chart_view_get_layout (JkbChartView *self)
{
  g_return_val_if_fail (JKB_IS_CHART_VIEW (self), NULL);

  return self->layout;
}

gboolean
jkb_chart_view_emit_zoomed (JkbChartView *self, int step)
{
  gboolean is_taken = FALSE;

  g_signal_emit (self, signals[ZOOMED], 0, step, &is_taken);
  return is_taken;
}
