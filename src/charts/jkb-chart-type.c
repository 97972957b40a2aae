/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Most of the time that a chart takes to be laid out is spent on how wide its texts are, and most of them
 * are those of a moment ago: names of types and sectors, years, small numbers. So a context remembers.
 */
#include "charts/jkb-chart-type.h"

#include <math.h>

#include "charts/jkb-chart-draw.h"

#define WIDTHS "jkb-chart-widths"
#define N_WIDTHS_MAX 4096u

static const struct
{
  double size;                          /* CSS pixels */
  PangoWeight weight;
} fonts[JKB_N_TEXT_ROLES] = {
  [JKB_TEXT_TITLE] = { 17, PANGO_WEIGHT_BOLD },
  [JKB_TEXT_BASIS] = { 13, PANGO_WEIGHT_NORMAL },
  [JKB_TEXT_LABEL] = { 13, PANGO_WEIGHT_NORMAL },
  [JKB_TEXT_VALUE] = { 12.5, PANGO_WEIGHT_SEMIBOLD },
  [JKB_TEXT_NOTE] = { 12, PANGO_WEIGHT_NORMAL },
  [JKB_TEXT_CELL] = { 12, PANGO_WEIGHT_NORMAL },
};

PangoLayout *
jkb_chart_type_new_layout (PangoContext *context, const char *text, JkbTextRole role, double scale)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font
      = pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_absolute_size (font, fonts[role].size * scale * PANGO_SCALE);
  pango_font_description_set_weight (font, fonts[role].weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  return layout;
}

double
jkb_chart_type_line_height (JkbTextRole role, double scale)
{
  return ceil (fonts[role].size * scale * 1.45);
}

static double
find_width (PangoContext *context, const char *text, JkbTextRole role, double scale)
{
  g_autoptr(PangoLayout) layout = jkb_chart_type_new_layout (context, text, role, scale);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

static GHashTable *
get_widths (PangoContext *context)
{
  GHashTable *widths = g_object_get_data (G_OBJECT (context), WIDTHS);

  if (widths == NULL)
    {
      widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_object_set_data_full (G_OBJECT (context), WIDTHS, widths, (GDestroyNotify) g_hash_table_unref);
    }
  if (g_hash_table_size (widths) >= N_WIDTHS_MAX)
    g_hash_table_remove_all (widths);
  return widths;
}

void
jkb_chart_measure (const char *text, JkbTextRole role, double scale, double *width,
                   double *height, gpointer user_data)
{
  GHashTable *widths = get_widths (user_data);
  g_autofree char *key = g_strdup_printf ("%d %a %s", (int) role, scale, text);
  double *known = g_hash_table_lookup (widths, key);

  if (known == NULL)
    {
      known = g_new (double, 1);
      *known = find_width (user_data, text, role, scale);
      g_hash_table_insert (widths, g_steal_pointer (&key), known);
    }
  *width = *known;
  *height = jkb_chart_type_line_height (role, scale);
}

void
jkb_chart_keep_measures (PangoContext *from, PangoContext *to)
{
  GHashTable *widths = g_object_get_data (G_OBJECT (from), WIDTHS);

  if (widths != NULL)
    g_object_set_data_full (G_OBJECT (to), WIDTHS, g_hash_table_ref (widths), (GDestroyNotify) g_hash_table_unref);
}
