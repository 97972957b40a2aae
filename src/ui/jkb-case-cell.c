/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Of the cells that are alive one in five is seen. When the rows change, those that are drawn ask at once what they
 * have to say; the others, whose text only an assistive technology reads, are told when the frame is there.
 */
#include "ui/jkb-case-cell.h"

#include "ui/jkb-cell-layouts.h"
#include "ui/jkb-compat.h"

struct _JkbCaseCell
{
  GtkWidget parent_instance;

  const JkbCaseColumn *column;
  JkbCaseSlot *slot;
  gulong changed_handler;
  gboolean is_stale;                    /* what follows is of an earlier row */
  GList stale_link;                     /* in the list of those */
  char *text;                           /* what it says */
  JkbCellLook look;
  PangoLayout *layout;                  /* of the text as it is, NULL until it is drawn; perhaps shared with others */
};

G_DEFINE_FINAL_TYPE (JkbCaseCell, jkb_case_cell, GTK_TYPE_WIDGET)

#define EXPANDING_MIN 130
/* So many are told before somebody else has his turn. */
#define REFRESHED_AT_ONCE 64

static GQueue stale_cells = G_QUEUE_INIT;
static guint refresh_id;

static char *
make_text (JkbCaseCell *self, JkbCellLook *look)
{
  JkbCase incident;

  *look = JKB_CELL_PLAIN;
  if (self->slot == NULL || !jkb_case_slot_get (self->slot, &incident))
    return g_strdup ("");
  return jkb_case_column_text (self->column->column, &incident, look);
}

static void
refresh (JkbCaseCell *self)
{
  if (!self->is_stale)
    return;
  self->is_stale = FALSE;
  g_queue_unlink (&stale_cells, &self->stale_link);
  g_free (self->text);
  self->text = make_text (self, &self->look);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->text, -1);
}

static gboolean
refresh_some (gpointer user_data)
{
  for (guint i = 0; i < REFRESHED_AT_ONCE && !g_queue_is_empty (&stale_cells); i++)
    refresh (g_queue_peek_head (&stale_cells));
  if (!g_queue_is_empty (&stale_cells))
    return G_SOURCE_CONTINUE;
  refresh_id = 0;
  return G_SOURCE_REMOVE;
}

static void
mark_stale (JkbCaseCell *self)
{
  g_clear_object (&self->layout);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->is_stale)
    return;
  self->is_stale = TRUE;
  g_queue_push_tail_link (&stale_cells, &self->stale_link);
  if (refresh_id == 0)
    refresh_id = g_idle_add_full (G_PRIORITY_LOW, refresh_some, NULL, NULL);
}

static void
mark_searched_words (JkbCaseCell *self, PangoAttrList *attributes, const char *text)
{
  const JkbSearchLine *line = jkb_case_slot_get_line (self->slot);
  g_autoptr(GArray) spans = NULL;

  if (line == NULL || jkb_search_line_n_terms (line) == 0)
    return;
  spans = jkb_search_line_find (line, text, strlen (text));
  for (guint i = 0; i < spans->len; i++)
    {
      const JkbSpan *span = &g_array_index (spans, JkbSpan, i);
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
      PangoAttribute *line_below = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

      bold->start_index = line_below->start_index = (guint) span->begin;
      bold->end_index = line_below->end_index = (guint) span->end;
      pango_attr_list_insert (attributes, bold);
      pango_attr_list_insert (attributes, line_below);
    }
}

static PangoLayout *
make_layout (JkbCaseCell *self)
{
  g_autoptr(PangoAttrList) marks = NULL;

  if (!self->column->is_searched)
    return jkb_cell_layouts_get (GTK_WIDGET (self), self->column, self->text, self->look);
  marks = pango_attr_list_new ();
  if (self->slot != NULL)
    mark_searched_words (self, marks, self->text);
  return jkb_cell_layouts_make (GTK_WIDGET (self), self->text, self->look, marks);
}

static void
jkb_case_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JkbCaseCell *self = JKB_CASE_CELL (widget);
  GdkRGBA color;
  int width, height;
  gboolean is_cut;

  refresh (self);
  if (self->layout == NULL)
    self->layout = make_layout (self);
  pango_layout_set_width (self->layout, gtk_widget_get_width (widget) * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, &width, &height);
  jkb_compat_get_color (widget, &color);
  /* Text is ellipsized, so that it seldom has to be cut: where not even the dots fit. */
  is_cut = width > gtk_widget_get_width (widget) || height > gtk_widget_get_height (widget);
  if (is_cut)
    gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                           (float) gtk_widget_get_height (widget)));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (
                                        0, (float) (gtk_widget_get_height (widget) - height) / 2));
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
  gtk_snapshot_restore (snapshot);
  if (is_cut)
    gtk_snapshot_pop (snapshot);
}

/* The height of a line of the font, whatever the text: rows must not change their height. */
/* Some two thousand cells ask, all with one font, and Pango lays out a line each time to answer. */
static int
get_line_height (PangoContext *context)
{
  static PangoFontDescription *font;
  static double resolution;
  static int height;
  const PangoFontDescription *wanted = pango_context_get_font_description (context);
  PangoFontMetrics *metrics;

  if (font != NULL && pango_font_description_equal (font, wanted)
      && resolution == pango_cairo_context_get_resolution (context))
    return height;
  g_clear_pointer (&font, pango_font_description_free);
  font = pango_font_description_copy (wanted);
  resolution = pango_cairo_context_get_resolution (context);
  metrics = pango_context_get_metrics (context, NULL, NULL);
  height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  pango_font_metrics_unref (metrics);
  return height;
}

static void
jkb_case_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      /* The column that takes what is left has no fixed width; the others have, and a cell that
       * asked for more would be cut off. */
      *minimum = JKB_CASE_CELL (widget)->column->expands ? EXPANDING_MIN : 0;
      *natural = MAX (*minimum, JKB_CASE_CELL (widget)->column->width);
      return;
    }
  *minimum = *natural = get_line_height (gtk_widget_get_pango_context (widget));
}

static gboolean
jkb_case_cell_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                             GtkTooltip *tooltip)
{
  JkbCaseCell *self = JKB_CASE_CELL (widget);
  g_autofree char *details = NULL;
  JkbCase incident;

  if (self->slot == NULL || self->is_stale || self->layout == NULL || !jkb_case_slot_get (self->slot, &incident))
    return FALSE;
  details = jkb_case_column_details (self->column->column, &incident);
  if (!pango_layout_is_ellipsized (self->layout)
      && g_strcmp0 (details, pango_layout_get_text (self->layout)) == 0)
    return FALSE;
  gtk_tooltip_set_text (tooltip, details);
  return TRUE;
}

static void
jkb_case_cell_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  g_clear_object (&JKB_CASE_CELL (widget)->layout);
  GTK_WIDGET_CLASS (jkb_case_cell_parent_class)->system_setting_changed (widget, setting);
}

static void
jkb_case_cell_dispose (GObject *object)
{
  JkbCaseCell *self = JKB_CASE_CELL (object);

  if (self->slot != NULL)
    g_clear_signal_handler (&self->changed_handler, self->slot);
  g_clear_object (&self->slot);
  if (self->is_stale)
    g_queue_unlink (&stale_cells, &self->stale_link);
  self->is_stale = FALSE;
  g_clear_object (&self->layout);
  G_OBJECT_CLASS (jkb_case_cell_parent_class)->dispose (object);
}

static void
jkb_case_cell_finalize (GObject *object)
{
  g_free (JKB_CASE_CELL (object)->text);
  G_OBJECT_CLASS (jkb_case_cell_parent_class)->finalize (object);
}

static void
jkb_case_cell_class_init (JkbCaseCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jkb_case_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = jkb_case_cell_finalize;
  widget_class->measure = jkb_case_cell_measure;
  widget_class->snapshot = jkb_case_cell_snapshot;
  widget_class->query_tooltip = jkb_case_cell_query_tooltip;
  widget_class->system_setting_changed = jkb_case_cell_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "casecell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
jkb_case_cell_init (JkbCaseCell *self)
{
  self->stale_link.data = self;
  self->text = g_strdup ("");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
jkb_case_cell_new (const JkbCaseColumn *column)
{
  JkbCaseCell *self = g_object_new (JKB_TYPE_CASE_CELL, NULL);

  self->column = column;
  return GTK_WIDGET (self);
}

void
jkb_case_cell_set_slot (JkbCaseCell *self, JkbCaseSlot *slot)
{
  g_return_if_fail (JKB_IS_CASE_CELL (self));

  if (self->slot == slot)
    return;
  if (self->slot != NULL)
    g_clear_signal_handler (&self->changed_handler, self->slot);
  g_set_object (&self->slot, slot);
  if (slot == NULL)
    return;
  self->changed_handler = g_signal_connect_swapped (slot, "changed", G_CALLBACK (mark_stale), self);
  mark_stale (self);
}
