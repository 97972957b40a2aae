/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-chart-view.h"

#include <adwaita.h>
#include <math.h>

#include "ui/jkb-compat.h"

#define WIDTH_MIN 260
#define WIDTH_NATURAL 560
/* Charts are designed for the size of type that GNOME starts with, 11 points. */
#define TYPE_SIZE_PX (11.0 * 96 / 72)

struct _JkbChartView
{
  GtkWidget parent_instance;

  JkbChart *chart;
  JkbMarkFunc is_selected;
  gpointer selected_data;
  PangoContext *context;                /* own: drawing into Cairo changes it */
  JkbChartLayout *layout;               /* for the width it was laid out for, else NULL */
  JkbChartStyle style;
  int cursor;                           /* mark under the keyboard cursor, -1 for none */
  int hover;                            /* mark under the pointer, -1 for none */
};

enum
{
  PROP_0,
  PROP_READOUT,
  N_PROPS
};

enum
{
  MARK_ACTIVATED,
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

static void
update_style (JkbChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_clear_object (&self->context);
  self->context = gtk_widget_create_pango_context (widget);
  self->style = (JkbChartStyle){
    .parts = JKB_CHART_PLOT,
    .rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
    .scale = get_scale (self->context),
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
      update_style (self);
      self->layout = jkb_chart_layout_new (self->chart, width, 0, &self->style);
    }
  return self->layout;
}

static const JkbChartMark *
get_mark (JkbChartView *self, int index)
{
  return self->layout != NULL ? jkb_chart_layout_mark (self->layout, index) : NULL;
}

static void
drop_layout (JkbChartView *self)
{
  g_clear_pointer (&self->layout, jkb_chart_layout_free);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* ---- drawing ---- */

static JkbChartColour
to_colour (const GdkRGBA *rgba, double alpha)
{
  return (JkbChartColour){ rgba->red, rgba->green, rgba->blue, rgba->alpha * alpha };
}

/* The colour of a card, which in dark style is a veil over the window. The card draws it itself: here it
 * only has to be known. */
static void
find_background (GtkWidget *widget, JkbChartColour *colour)
{
  GdkRGBA window, card;

  if (jkb_compat_lookup_color (widget, "window_bg_color", &window)
      && jkb_compat_lookup_color (widget, "card_bg_color", &card))
    *colour = (JkbChartColour){ window.red + (card.red - window.red) * card.alpha,
                                window.green + (card.green - window.green) * card.alpha,
                                window.blue + (card.blue - window.blue) * card.alpha, 0 };
  colour->alpha = 0;
}

void
jkb_chart_view_get_palette (GtkWidget *widget, JkbChartPalette *palette)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean is_high_contrast = adw_style_manager_get_high_contrast (manager);
  GdkRGBA rgba;

  *palette = adw_style_manager_get_dark (manager) ? jkb_chart_palette_dark
                                                  : jkb_chart_palette_light;
  jkb_compat_get_color (widget, &rgba);
  find_background (widget, &palette->background);
  palette->text = to_colour (&rgba, 1);
  if (is_high_contrast)
    {
      palette->dim_text = palette->axis = palette->text;
      palette->ink.alpha = 0.8;
    }
  if (jkb_compat_lookup_color (widget, "accent_color", &rgba))
    palette->cursor = to_colour (&rgba, 1);
}

static gboolean
is_selected_cb (const JkbChartMark *mark, gpointer user_data)
{
  JkbChartView *self = user_data;

  return self->is_selected (mark, self->selected_data);
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
  layout = ensure_layout (self, for_size > 0 ? for_size : WIDTH_MIN);
  *minimum = *natural = layout != NULL ? (int) ceil (layout->height) : 0;
}

/* ---- cursor and pointer ---- */

static void
show_readout (JkbChartView *self)
{
  const char *readout = jkb_chart_view_get_readout (self);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READOUT]);
  if (readout != NULL && self->hover < 0)
    jkb_compat_announce (GTK_WIDGET (self), readout);
}

static void
set_cursor (JkbChartView *self, int cursor)
{
  if (self->cursor == cursor && self->hover < 0)
    return;
  self->cursor = cursor;
  self->hover = -1;
  show_readout (self);
}

static void
set_hover (JkbChartView *self, int hover)
{
  if (self->hover == hover)
    return;
  self->hover = hover;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), hover >= 0 ? "pointer" : NULL);
  show_readout (self);
}

static void
activate_mark (JkbChartView *self, int index)
{
  g_autoptr(JkbChart) chart = NULL;
  JkbChartMark mark;

  if (get_mark (self, index) == NULL)
    return;
  /* A handler may show another chart, and this one's marks with it. */
  chart = jkb_chart_ref (self->chart);
  mark = *get_mark (self, index);
  mark.label = g_strdup (mark.label);
  g_signal_emit (self, signals[MARK_ACTIVATED], 0, &mark);
  g_free (mark.label);
}

static void
on_motion_cb (GtkEventControllerMotion *motion, double x, double y, JkbChartView *self)
{
  set_hover (self, self->layout != NULL ? jkb_chart_layout_hit (self->layout, x, y) : -1);
}

static void
on_left_cb (GtkEventControllerMotion *motion, JkbChartView *self)
{
  set_hover (self, -1);
}

static void
on_pressed_cb (GtkGestureClick *click, int n_press, double x, double y, JkbChartView *self)
{
  int index = self->layout != NULL ? jkb_chart_layout_hit (self->layout, x, y) : -1;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (index < 0)
    return;
  self->cursor = index;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  activate_mark (self, index);
}

/* The nearest mark above (-1) or below (1) the one at the cursor. */
static int
find_across (JkbChartView *self, int direction)
{
  const JkbChartRect *from = &get_mark (self, self->cursor)->rect;
  double nearest = G_MAXDOUBLE;
  int found = self->cursor;

  for (guint i = 0; i < self->layout->marks->len; i++)
    {
      const JkbChartRect *to = &jkb_chart_layout_mark (self->layout, (int) i)->rect;
      double down = direction * (to->y + to->height / 2 - from->y - from->height / 2);
      double aside = fabs (to->x + to->width / 2 - from->x - from->width / 2);

      if (down > 1 && 2 * down + aside < nearest)
        {
          nearest = 2 * down + aside;
          found = (int) i;
        }
    }
  return found;
}

static int
find_target (JkbChartView *self, guint keyval)
{
  int last = (int) self->layout->marks->len - 1;
  gboolean is_rtl = self->style.rtl;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return CLAMP (self->cursor + (is_rtl ? 1 : -1), 0, last);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return CLAMP (self->cursor + (is_rtl ? -1 : 1), 0, last);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return find_across (self, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return find_across (self, 1);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return 0;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return last;
    default:
      return -1;
    }
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *keys, guint keyval, guint keycode,
                   GdkModifierType modifiers, JkbChartView *self)
{
  int target;

  if (get_mark (self, self->cursor) == NULL
      || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_space)
    {
      activate_mark (self, self->cursor);
      return TRUE;
    }
  target = find_target (self, keyval);
  /* What leads nowhere goes on to the window, so that the page can be scrolled. */
  if (target < 0 || (target == self->cursor && self->hover < 0))
    return FALSE;
  set_cursor (self, target);
  return TRUE;
}

static void
on_focus_changed_cb (GtkEventControllerFocus *focus, GParamSpec *pspec, JkbChartView *self)
{
  if (self->cursor < 0 && get_mark (self, 0) != NULL)
    self->cursor = 0;
  show_readout (self);
}

static gboolean
jkb_chart_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                              GtkTooltip *tooltip)
{
  JkbChartView *self = JKB_CHART_VIEW (widget);
  int index = keyboard               ? self->cursor
              : self->layout != NULL ? jkb_chart_layout_hit (self->layout, x, y)
                                     : -1;
  const JkbChartMark *mark = get_mark (self, index);

  if (mark == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, mark->label);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ (int) mark->rect.x, (int) mark->rect.y,
                                                      (int) mark->rect.width + 1,
                                                      (int) mark->rect.height + 1 });
  return TRUE;
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
  widget_class->query_tooltip = jkb_chart_view_query_tooltip;
  widget_class->direction_changed = jkb_chart_view_direction_changed;
  widget_class->system_setting_changed = jkb_chart_view_system_setting_changed;
  widget_class->css_changed = jkb_chart_view_css_changed;

  properties[PROP_READOUT]
      = g_param_spec_string ("readout", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[MARK_ACTIVATED]
      = g_signal_new ("mark-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_controllers (JkbChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (on_motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_left_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  g_signal_connect (focus, "notify::is-focus", G_CALLBACK (on_focus_changed_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed_cb), self);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
}

static void
jkb_chart_view_init (JkbChartView *self)
{
  self->cursor = self->hover = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  add_controllers (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

static int
find_same (const JkbChartLayout *layout, const JkbChartMark *wanted)
{
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const JkbChartMark *mark = jkb_chart_layout_mark (layout, (int) i);

      if (mark->kind == wanted->kind && mark->category == wanted->category
          && mark->layer == wanted->layer)
        return (int) i;
    }
  return -1;
}

static void
keep_cursor (JkbChartView *self, JkbChartLayout *old)
{
  const JkbChartMark *mark = old != NULL ? jkb_chart_layout_mark (old, self->cursor) : NULL;

  self->hover = -1;
  if (mark != NULL && self->chart != NULL)
    self->cursor = find_same (ensure_layout (self, (int) old->width), mark);
  if (self->cursor < 0 && gtk_widget_has_focus (GTK_WIDGET (self)) && get_mark (self, 0) != NULL)
    self->cursor = 0;
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
  show_readout (self);
}

void
jkb_chart_view_set_selected_func (JkbChartView *self, JkbMarkFunc is_selected, gpointer user_data)
{
  g_return_if_fail (JKB_IS_CHART_VIEW (self));

  self->is_selected = is_selected;
  self->selected_data = user_data;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
jkb_chart_view_get_readout (JkbChartView *self)
{
  const JkbChartMark *mark;

  g_return_val_if_fail (JKB_IS_CHART_VIEW (self), NULL);

  mark = get_mark (self, self->hover >= 0 ? self->hover : self->cursor);
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
