/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures: that they are there, whole, of the right size, and that drawing says what it should. */
#include <glib/gstdio.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "chart-fixture.h"
#include "charts/jkb-chart-draw.h"

static char *folder;

static char *
render (const char *name, JkbChart *chart, gsize *n_bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;
  char *bytes = NULL;

  jkb_chart_render_to_file (chart, path, 500, 300, &jkb_chart_palette_light, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, n_bytes, NULL));
  g_unlink (path);
  return bytes;
}

static void
test_files (void)
{
  static const gint64 counts[] = { 3, 1 };
  g_autoptr(JkbChart) chart = fixture_bars (counts, G_N_ELEMENTS (counts));
  gsize n_svg, n_png, n_pdf;
  g_autofree char *svg = render ("a.svg", chart, &n_svg);
  g_autofree char *png = render ("a.PNG", chart, &n_png);
  g_autofree char *pdf = render ("a.pdf", chart, &n_pdf);

  g_assert_nonnull (strstr (svg, "width=\"500px\" height=\"300px\" viewBox=\"0 0 500 300\""));
  g_assert_true (g_str_has_suffix (svg, "</svg>\n"));
  g_assert_cmpint (memcmp (png, "\x89PNG\r\n\x1a\n", 8), ==, 0);
  g_assert_cmpint (memcmp (png + 16, "\0\0\x03\xe8\0\0\x02\x58", 8), ==, 0); /* 1000 × 600 */
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  g_assert_cmpstr (pdf + n_pdf - 6, ==, "%%EOF\n");
}

static void
test_errors (void)
{
  g_autoptr(JkbChart) chart = fixture_bars (NULL, 0);
  g_autofree char *nowhere = g_build_filename (folder, "missing", "a.svg", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false (jkb_chart_render_to_file (chart, "a.gif", 500, 0, &jkb_chart_palette_light,
                                            FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_clear_error (&error);
  g_assert_false (jkb_chart_render_to_file (chart, nowhere, 500, 0, &jkb_chart_palette_light,
                                            FALSE, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static gboolean
select_first (const JkbChartMark *mark, gpointer user_data)
{
  return mark->category == 1;
}

static guint32
get_pixel (cairo_surface_t *surface, double x, double y)
{
  const guchar *row = cairo_image_surface_get_data (surface)
                      + (int) y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[(int) x] & 0xffffff;
}

static guint32
to_pixel (const JkbChartColour *colour)
{
  return (guint32) (colour->red * 255 + 0.5) << 16 | (guint32) (colour->green * 255 + 0.5) << 8
         | (guint32) (colour->blue * 255 + 0.5);
}

static void
test_selection (void)
{
  static const gint64 counts[] = { 3, 2 };
  g_autoptr(JkbChart) chart = fixture_bars (counts, G_N_ELEMENTS (counts));
  PangoFontMap *fonts = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (fonts);
  JkbChartStyle style = { JKB_CHART_PLOT, FALSE, 1, jkb_chart_measure, context };
  JkbChartState state = { -1, select_first, NULL };
  g_autoptr(JkbChartLayout) layout = jkb_chart_layout_new (chart, 400, 200, &style);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 240);
  cairo_t *cr = cairo_create (surface);
  const JkbChartRect *first = &jkb_chart_layout_mark (layout, 0)->rect;
  const JkbChartRect *second = &jkb_chart_layout_mark (layout, 1)->rect;
  guint32 fill = to_pixel (&jkb_chart_palette_light.fills[JKB_FILL_PLAIN]);

  jkb_chart_draw (layout, &style, &jkb_chart_palette_light, &state, cr);
  cairo_surface_flush (surface);
  g_assert_cmphex (get_pixel (surface, first->x + 9, first->y + 5), ==, fill);
  g_assert_cmphex (get_pixel (surface, second->x + 9, second->y + 5), !=, fill);
  g_assert_cmphex (get_pixel (surface, second->x + 9, second->y + 5), !=, 0xffffff);
  state.cursor = 1;
  jkb_chart_draw (layout, &style, &jkb_chart_palette_light, &state, cr);
  cairo_surface_flush (surface);
  g_assert_cmphex (get_pixel (surface, second->x - 2, second->y + 5), ==,
                   to_pixel (&jkb_chart_palette_light.cursor));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (context);
  g_object_unref (fonts);
}

/* How often the colour changes along the middle of the one bar of a chart drawn at @scale. */
static guint
count_stripes (int scale)
{
  static const JkbChartTerm term = { 1, "A", FALSE };
  static const JkbChartLayer layer = { 0, "all", JKB_FILL_POSSIBLE };
  static const gint64 count = 5;
  g_autoptr(JkbChart) chart = jkb_chart_new_bars (&fixture_info, &term, 1, &layer, 1, &count);
  PangoFontMap *fonts = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (fonts);
  JkbChartStyle style = { JKB_CHART_PLOT, FALSE, scale, jkb_chart_measure, context };
  g_autoptr(JkbChartLayout) layout = jkb_chart_layout_new (chart, 400 * scale, 0, &style);
  const JkbChartRect *bar = &jkb_chart_layout_mark (layout, 0)->rect;
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400 * scale, (int) layout->height);
  cairo_t *cr = cairo_create (surface);
  gboolean was_stripe = FALSE;
  guint n = 0;

  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  jkb_chart_draw (layout, &style, &jkb_chart_palette_light, NULL, cr);
  cairo_surface_flush (surface);
  for (double x = bar->x + 2; x < bar->x + 200 * scale; x++)
    {
      gboolean is_stripe = get_pixel (surface, x, bar->y + bar->height / 2)
                           != to_pixel (&jkb_chart_palette_light.fills[JKB_FILL_POSSIBLE]);

      n += is_stripe && !was_stripe;
      was_stripe = is_stripe;
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (context);
  g_object_unref (fonts);
  return n;
}

/* Patterns grow with the type: on a projector they are seen from as far as letters are read. */
static void
test_patterns (void)
{
  guint n = count_stripes (1), n_large = count_stripes (3);

  g_assert_cmpuint (n, >, 20);
  g_assert_cmpuint (n_large, >=, n - 1);
  g_assert_cmpuint (n_large, <=, n + 1);
}

/* A description of lightness as the eye has it, 0 to 1. */
static double
get_luminance (const JkbChartColour *colour)
{
  return 0.2126 * colour->red * colour->red + 0.7152 * colour->green * colour->green
         + 0.0722 * colour->blue * colour->blue;
}

static double
get_contrast (const JkbChartColour *a, const JkbChartColour *b)
{
  double x = get_luminance (a) + 0.05, y = get_luminance (b) + 0.05;

  return MAX (x, y) / MIN (x, y);
}

/* Text has contrast enough to be read, and every fill is seen against the background or is outlined. */
static void
test_palettes (void)
{
  static const JkbChartPalette *const palettes[]
      = { &jkb_chart_palette_light, &jkb_chart_palette_dark, &jkb_chart_palette_print };

  for (gsize i = 0; i < G_N_ELEMENTS (palettes); i++)
    {
      g_assert_cmpfloat (get_contrast (&palettes[i]->text, &palettes[i]->background), >, 7);
      g_assert_cmpfloat (get_contrast (&palettes[i]->dim_text, &palettes[i]->background), >, 4.5);
      g_assert_cmpfloat (get_contrast (&palettes[i]->marker, &palettes[i]->background), >, 3);
      g_assert_cmpfloat (get_contrast (&palettes[i]->cursor, &palettes[i]->background), >, 3);
      g_assert_cmpfloat (get_contrast (&palettes[i]->fills[JKB_FILL_CONFIRMED],
                                       &palettes[i]->fills[JKB_FILL_POSSIBLE]),
                         >, 1.5);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("jkb-charts-XXXXXX", NULL);
  g_test_add_func ("/charts/draw/files", test_files);
  g_test_add_func ("/charts/draw/errors", test_errors);
  g_test_add_func ("/charts/draw/selection", test_selection);
  g_test_add_func ("/charts/draw/patterns", test_patterns);
  g_test_add_func ("/charts/draw/palettes", test_palettes);
  status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);
  return status;
}
