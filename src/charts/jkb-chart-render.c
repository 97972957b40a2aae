/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures in files. Everything is drawn into memory first, so that a file is written whole. */
#include "charts/jkb-chart-draw.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#define POINTS_PER_UNIT 0.75            /* 72 a inch, 96 a inch */
#define PNG_FACTOR 2
/* Type on a page, against that of a screen: a chart of few bars is still no poster. */
#define PAGE_TYPE_LARGEST 1.4
#define PAGE_TYPE_SMALLEST 0.6

typedef enum
{
  FORMAT_SVG,
  FORMAT_PNG,
  FORMAT_PDF,
  N_FORMATS
} Format;

static int
find_format (const char *path)
{
  static const char *const endings[N_FORMATS] = { ".svg", ".png", ".pdf" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (int format = 0; format < N_FORMATS; format++)
    if (g_str_has_suffix (lower, endings[format]))
      return format;
  return -1;
}

static cairo_status_t
append_bytes (void *data, const unsigned char *bytes, unsigned int n_bytes)
{
  g_byte_array_append (data, bytes, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
new_surface (Format format, double width, double height, double factor, GByteArray *bytes)
{
  cairo_surface_t *surface;

  if (format == FORMAT_PNG)
    return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (width * factor),
                                       (int) ceil (height * factor));
  if (format == FORMAT_PDF)
    return cairo_pdf_surface_create_for_stream (append_bytes, bytes, width * factor,
                                                height * factor);
  surface = cairo_svg_surface_create_for_stream (append_bytes, bytes, width, height);
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  return surface;
}

static double
get_factor (Format format)
{
  static const double factors[N_FORMATS] = { 1, PNG_FACTOR, POINTS_PER_UNIT };

  return factors[format];
}

static PangoContext *
new_context (void)
{
  PangoFontMap *fonts = pango_cairo_font_map_new ();
  PangoContext *context;
  PangoFontDescription *font = pango_font_description_from_string ("Sans");
  cairo_font_options_t *options = cairo_font_options_create ();

  /* One unit is one pixel of 96 a inch; metrics must not depend on the size of the picture. */
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (fonts), 96);
  context = pango_font_map_create_context (fonts);
  g_object_unref (fonts);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_font_description (context, font);
  cairo_font_options_destroy (options);
  pango_font_description_free (font);
  return context;
}

/* The day that the source line names, not the second: the same drawing is the same file. */
static void
set_about (cairo_surface_t *surface, const JkbChart *chart, Format format)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");

  if (format != FORMAT_PDF)
    return;
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, jkb_chart_get_title (chart));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, day);
}

static cairo_surface_t *
draw_surface (const JkbChart *chart, Format format, const JkbChartLayout *layout, double factor,
              const JkbChartStyle *style, const JkbChartPalette *palette, GByteArray *bytes)
{
  cairo_surface_t *surface = new_surface (format, layout->width, layout->height, factor, bytes);
  cairo_t *cr = cairo_create (surface);

  set_about (surface, chart, format);
  cairo_scale (cr, factor, factor);
  jkb_chart_draw (layout, style, palette, NULL, cr);
  cairo_show_page (cr);
  cairo_destroy (cr);
  return surface;
}

static cairo_surface_t *
render (const JkbChart *chart, Format format, double width, double height, double factor,
        gboolean rtl, const JkbChartPalette *palette, GByteArray *bytes)
{
  PangoContext *context = new_context ();
  JkbChartStyle style = { JKB_CHART_ALL, rtl, 1, jkb_chart_measure, context };
  JkbChartLayout *layout = jkb_chart_layout_new (chart, width, height, &style);
  cairo_surface_t *surface
      = draw_surface (chart, format, layout, factor, &style, palette, bytes);

  jkb_chart_layout_free (layout);
  g_object_unref (context);
  return surface;
}

cairo_surface_t *
jkb_chart_render (const JkbChart *chart, double width, double height, double factor,
                  const JkbChartPalette *palette, gboolean rtl)
{
  cairo_surface_t *surface;

  g_return_val_if_fail (chart != NULL && palette != NULL && width > 0, NULL);

  surface = render (chart, FORMAT_PNG, width, height, factor, rtl, palette, NULL);
  cairo_surface_flush (surface);
  return surface;
}

static cairo_status_t
finish_surface (cairo_surface_t *surface, Format format, GByteArray *bytes)
{
  cairo_status_t status = cairo_surface_status (surface);

  if (status == CAIRO_STATUS_SUCCESS && format == FORMAT_PNG)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

static gboolean
number_surface (const GMatchInfo *match, GString *result, gpointer data)
{
  GHashTable *places = data;
  g_autofree char *name = g_match_info_fetch (match, 0);
  gpointer place = g_hash_table_lookup (places, name);

  if (place == NULL)
    {
      place = GUINT_TO_POINTER (g_hash_table_size (places) + 1);
      g_hash_table_insert (places, g_steal_pointer (&name), place);
    }
  g_string_append_printf (result, "surface%u", GPOINTER_TO_UINT (place));
  return FALSE;
}

/* Cairo names the parts of an SVG by how many surfaces the process has made so far; here they are named
 * by their place, so that the same drawing is the same file. All letters are outlines: nothing else in the
 * file can be read as such a name. */
static void
number_surfaces (GByteArray *bytes)
{
  g_autoptr(GRegex) regex = g_regex_new ("surface[0-9]+", G_REGEX_RAW, 0, NULL);
  g_autoptr(GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *svg = g_regex_replace_eval (regex, (const char *) bytes->data, bytes->len, 0, 0,
                                               number_surface, places, NULL);

  if (svg == NULL)
    return;
  g_byte_array_set_size (bytes, 0);
  g_byte_array_append (bytes, (const guint8 *) svg, (guint) strlen (svg));
}

void
jkb_chart_draw_page (const JkbChart *chart, cairo_t *cr, double width, double height,
                     const JkbChartPalette *palette, gboolean rtl)
{
  PangoContext *context = new_context ();
  JkbChartStyle style = { JKB_CHART_ALL, rtl, 1, jkb_chart_measure, context };
  JkbChartLayout *layout
      = jkb_chart_layout_new_fitting (chart, width, height, &style, PAGE_TYPE_LARGEST, PAGE_TYPE_SMALLEST);
  double factor = layout->height > height ? height / layout->height : 1;

  cairo_save (cr);
  cairo_scale (cr, factor, factor);
  jkb_chart_draw (layout, &style, palette, NULL, cr);
  cairo_restore (cr);
  jkb_chart_layout_free (layout);
  g_object_unref (context);
}

/* Spreadsheets take a file without a mark at its beginning for one in another charset. */
static gboolean
write_csv (const JkbChart *chart, const char *path, GError **error)
{
  g_autofree char *csv = jkb_chart_print_csv (chart);
  g_autofree char *marked = g_strconcat ("\xef\xbb\xbf", csv, NULL);

  return g_file_set_contents_full (path, marked, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0666, error);
}

static gboolean
is_csv (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".csv");
}

gboolean
jkb_chart_render_to_file (const JkbChart *chart, const char *path, double width, double height,
                          const JkbChartPalette *palette, gboolean rtl, GError **error)
{
  int format = find_format (path);
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;

  g_return_val_if_fail (chart != NULL && palette != NULL && width > 0, FALSE);

  if (is_csv (path))
    return write_csv (chart, path, error);
  if (format < 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   "the name ends in .svg, .png, .pdf or .csv");
      return FALSE;
    }
  surface = render (chart, (Format) format, width, height, get_factor ((Format) format), rtl, palette,
                    bytes);
  status = finish_surface (surface, (Format) format, bytes);
  if (format == FORMAT_SVG)
    number_surfaces (bytes);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", cairo_status_to_string (status));
      return FALSE;
    }
  return g_file_set_contents_full (path, (const char *) bytes->data, bytes->len,
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0666, error);
}
