/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-cell-layouts.h"

#include <adwaita.h>

#define DIM_ALPHA (G_MAXUINT16 * 65 / 100)
#define DIM_ALPHA_CONTRAST (G_MAXUINT16 * 9 / 10)
/* More than a few screens hold. */
#define LAYOUTS_MAX 512u

/* What all of them were made for; with another font or contrast they are of no use. */
static GHashTable *layouts;             /* column, look and text -> PangoLayout */
static PangoFontDescription *font;
static double resolution;
static gboolean is_contrast;

static gboolean
has_contrast (void)
{
  return adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
}

static gboolean
is_as_before (PangoContext *context)
{
  return layouts != NULL && g_hash_table_size (layouts) < LAYOUTS_MAX && is_contrast == has_contrast ()
         && resolution == pango_cairo_context_get_resolution (context)
         && pango_font_description_equal (font, pango_context_get_font_description (context));
}

static void
begin_anew (PangoContext *context)
{
  g_clear_pointer (&layouts, g_hash_table_unref);
  g_clear_pointer (&font, pango_font_description_free);
  layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  font = pango_font_description_copy (pango_context_get_font_description (context));
  resolution = pango_cairo_context_get_resolution (context);
  is_contrast = has_contrast ();
}

static char *
make_key (const JkbCaseColumn *column, const char *text, JkbCellLook look)
{
  const char head[] = { (char) (column->column + 1), (char) (look + 1), '\0' };

  return g_strconcat (head, text, NULL);
}

PangoLayout *
jkb_cell_layouts_make (GtkWidget *widget, const char *text, JkbCellLook look, PangoAttrList *attributes)
{
  g_autoptr(PangoAttrList) all
      = attributes != NULL ? pango_attr_list_ref (attributes) : look != JKB_CELL_PLAIN ? pango_attr_list_new () : NULL;
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);

  if (look & JKB_CELL_DIM)
    pango_attr_list_insert (all, pango_attr_foreground_alpha_new (has_contrast () ? DIM_ALPHA_CONTRAST : DIM_ALPHA));
  if (look & JKB_CELL_NUMBER)
    {
      pango_attr_list_insert (all, pango_attr_font_features_new ("tnum"));
      pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
    }
  pango_layout_set_attributes (layout, all);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

PangoLayout *
jkb_cell_layouts_get (GtkWidget *widget, const JkbCaseColumn *column, const char *text, JkbCellLook look)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  g_autofree char *key = make_key (column, text, look);
  PangoLayout *layout;

  if (!is_as_before (context))
    begin_anew (context);
  layout = g_hash_table_lookup (layouts, key);
  if (layout != NULL)
    return g_object_ref (layout);
  layout = jkb_cell_layouts_make (widget, text, look, NULL);
  g_hash_table_insert (layouts, g_steal_pointer (&key), g_object_ref (layout));
  return layout;
}
