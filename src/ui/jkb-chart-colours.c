/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours of charts in the style that the window has now. */
#include <adwaita.h>

#include "ui/jkb-chart-view.h"
#include "ui/jkb-compat.h"

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
