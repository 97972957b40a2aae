/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-charts-page.h"

#include <glib/gi18n-lib.h>

#include "summary/jkb-case-chart.h"
#include "ui/jkb-chart-card.h"
#include "ui/jkb-chart-stage.h"
#include "ui/jkb-columns-layout.h"
#include "ui/jkb-compat.h"
#include "ui/jkb-filter-bar.h"
#include "ui/jkb-reading-box.h"
#include "ui/jkb-shrink.h"

#define COLUMN_WIDTH 520
#define N_COLUMNS_MAX 3
#define SPACING 18

typedef struct
{
  JkbChartsPage *page;
  JkbCaseChart kind;
  JkbChartCard *card;
} Panel;

struct _JkbChartsPage
{
  AdwBin parent_instance;

  JkbScope *scope;
  GtkStack *stack;
  GtkBox *cards;
  JkbFilterBar *filter_bar;
  Panel panels[JKB_N_CASE_CHARTS];
  JkbSelection *shown;                  /* what the charts were counted from */
  JkbChartStage *stage;                 /* one of them on the whole screen, or NULL */
  int staged;                           /* which */
  GtkDropDown *scheme_choice;           /* our types, then JKB_SCHEME_NAMES */
  GtkDropDown *beside;
  char **periods;                       /* of the figures that can stand beside the casebook */
  GtkToggleButton *compare;
  JkbSelection *kept;                   /* what the charts are compared with, or NULL */
  GtkWidget *nearer;
  GtkWidget *farther;
  JkbCaseZoom zoom;                     /* as a person chose */
  JkbCaseZoom shown_zoom;               /* never automatic once a chart is shown */
};

G_DEFINE_FINAL_TYPE (JkbChartsPage, jkb_charts_page, ADW_TYPE_BIN)

static gboolean
is_selected (const JkbChartMark *mark, gpointer user_data)
{
  const Panel *panel = user_data;

  /* Beside another filter, what is chosen is what is drawn. */
  return panel->page->scope == NULL || panel->page->kept != NULL
         || jkb_case_chart_chooses (panel->kind, jkb_scope_get_filter (panel->page->scope), mark);
}

static void
show_case (JkbChartsPage *self, const JkbChartMark *mark)
{
  gint64 case_id = jkb_case_chart_find_case (self->shown, mark);

  if (case_id == 0)
    return;
  jkb_scope_set_case_id (self->scope, case_id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "incidents");
}

static void
on_marks_chosen_cb (JkbChartView *view, const GArray *marks, gboolean adds, Panel *panel)
{
  JkbScope *scope = panel->page->scope;
  g_autoptr(JkbFilter) filter = jkb_filter_copy (jkb_scope_get_filter (scope));

  if (panel->kind == JKB_CASE_CHART_TOP)
    {
      show_case (panel->page, &g_array_index (marks, JkbChartMark, 0));
      return;
    }
  jkb_case_chart_choose (panel->kind, filter, &g_array_index (marks, JkbChartMark, 0), marks->len,
                         adds);
  jkb_scope_set_filter (scope, filter);
}

static gboolean
on_cleared_cb (JkbChartView *view, Panel *panel)
{
  JkbScope *scope = panel->page->scope;
  g_autoptr(JkbFilter) filter = jkb_filter_copy (jkb_scope_get_filter (scope));

  if (!jkb_case_chart_clear (panel->kind, filter))
    return FALSE;
  jkb_scope_set_filter (scope, filter);
  return TRUE;
}

/* ---- which causes ---- */

static JkbScheme *
load_scheme (JkbChartsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->scheme_choice);
  g_autoptr(GError) error = NULL;
  JkbScheme *scheme;

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;
  scheme = jkb_scheme_load (JKB_SCHEME_NAMES[selected - 1], &error);
  if (scheme == NULL)
    g_warning ("%s", error->message);
  return scheme;
}

/* The first choice is to see the casebook alone. */
static const char *
get_wanted_period (JkbChartsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->beside);

  return selected > 0 && self->periods != NULL && selected <= g_strv_length (self->periods)
             ? self->periods[selected - 1]
             : NULL;
}

static void
list_periods (JkbChartsPage *self)
{
  g_autoptr(JkbScheme) scheme = load_scheme (self);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  g_strfreev (self->periods);
  self->periods = scheme != NULL ? jkb_published_list (scheme) : g_new0 (char *, 1);
  gtk_string_list_append (names, _("No Published Figures"));
  for (guint i = 0; self->periods[i] != NULL; i++)
    {
      g_autofree char *year = jkb_published_name (scheme, self->periods[i]);
      /* Translators: a year: what a publisher counted in it, laid beside the casebook */
      g_autofree char *name = g_strdup_printf (_("Published Figures of %s"), year);

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->beside, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->beside), self->periods[0] != NULL);
}

static JkbChart *
make_causes (JkbChartsPage *self, const JkbSelection *selection)
{
  g_autoptr(JkbScheme) scheme = load_scheme (self);
  g_autoptr(JkbPublished) published = NULL;
  g_autofree char *period = NULL;

  if (scheme == NULL)
    return jkb_case_chart_new (JKB_CASE_CHART_CAUSES, selection);
  if (get_wanted_period (self) != NULL)
    published = jkb_published_load (scheme, get_wanted_period (self), &period, NULL);
  if (published != NULL)
    return jkb_case_chart_new_beside (selection, scheme, published, period);
  return jkb_case_chart_new_causes (selection, scheme);
}

/* ---- how finely time is divided ---- */

static JkbChart *
make_time (JkbChartsPage *self, const JkbSelection *selection)
{
  self->shown_zoom = self->zoom;
  return jkb_case_chart_new_time (selection, &self->shown_zoom);
}

static void
update_zoom (JkbChartsPage *self)
{
  JkbSelection *selection = jkb_scope_get_selection (self->scope);
  gboolean has_time = self->kept == NULL && selection != NULL && jkb_selection_n (selection) > 0;

  gtk_widget_set_sensitive (self->nearer, has_time && self->shown_zoom != JKB_CASE_ZOOM_MONTHS);
  gtk_widget_set_sensitive (self->farther, has_time && self->shown_zoom != JKB_CASE_ZOOM_YEARS);
}

static JkbChart *
make_compared (JkbChartsPage *self, JkbCaseChart kind, const JkbSelection *selection)
{
  g_autoptr(JkbScheme) scheme = kind == JKB_CASE_CHART_CAUSES ? load_scheme (self) : NULL;

  return jkb_case_chart_new_compare (kind, scheme, self->kept, selection);
}

static JkbChart *
make_chart (JkbChartsPage *self, JkbCaseChart kind, const JkbSelection *selection)
{
  if (self->kept != NULL && jkb_case_chart_can_compare (kind))
    return make_compared (self, kind, selection);
  if (kind == JKB_CASE_CHART_TIME)
    return make_time (self, selection);
  return kind == JKB_CASE_CHART_CAUSES ? make_causes (self, selection)
                                       : jkb_case_chart_new (kind, selection);
}

/* ---- on the whole screen ---- */

static void
fill_stage (JkbChartsPage *self)
{
  JkbChartView *view = self->stage != NULL ? jkb_chart_stage_get_view (self->stage) : NULL;
  g_autoptr(JkbChart) chart = NULL;

  if (view == NULL || self->shown == NULL)
    return;
  chart = make_chart (self, (JkbCaseChart) self->staged, self->shown);
  jkb_chart_view_set_chart (view, chart);
  jkb_chart_view_set_selected_func (view, is_selected, &self->panels[self->staged]);
}

static void
on_turned_cb (JkbChartStage *stage, int step, JkbChartsPage *self)
{
  self->staged = (self->staged + step + JKB_N_CASE_CHARTS) % JKB_N_CASE_CHARTS;
  fill_stage (self);
}

static void
on_stage_marks_chosen_cb (JkbChartView *view, const GArray *marks, gboolean adds,
                          JkbChartsPage *self)
{
  on_marks_chosen_cb (view, marks, adds, &self->panels[self->staged]);
}

static void
on_stage_destroyed_cb (GtkWidget *stage, JkbChartsPage *self)
{
  self->stage = NULL;
}

/* The chart that has the focus, else the first. */
static int
find_focused (JkbChartsPage *self)
{
  GtkWidget *focus = jkb_compat_get_focus (GTK_WIDGET (self));

  for (int kind = 0; focus != NULL && kind < JKB_N_CASE_CHARTS; kind++)
    if (gtk_widget_is_ancestor (focus, GTK_WIDGET (self->panels[kind].card)))
      return kind;
  return 0;
}

static void
show_charts (JkbChartsPage *self)
{
  JkbSelection *selection = jkb_scope_get_selection (self->scope);
  gboolean is_empty
      = selection == NULL || jkb_cases_n (jkb_selection_get_cases (selection)) == 0;
  gboolean is_first;

  gtk_stack_set_visible_child_name (self->stack, selection == NULL ? "waiting"
                                                 : is_empty        ? "empty"
                                                                   : "charts");
  if (selection == self->shown || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  is_first = self->shown == NULL;
  g_clear_pointer (&self->shown, jkb_selection_unref);
  self->shown = selection != NULL ? jkb_selection_ref (selection) : NULL;
  for (int kind = 0; !is_empty && kind < JKB_N_CASE_CHARTS; kind++)
    {
      g_autoptr(JkbChart) chart = make_chart (self, (JkbCaseChart) kind, selection);

      jkb_chart_card_set_chart (self->panels[kind].card, chart);
    }
  /* With the charts of the first selection: a click that makes one shorter must not move the others. */
  if (is_first && !is_empty)
    jkb_columns_layout_keep_places (
        JKB_COLUMNS_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self->cards))));
  update_zoom (self);
  fill_stage (self);
}

static void
show_again (JkbChartsPage *self, JkbCaseChart kind)
{
  g_autoptr(JkbChart) chart = NULL;

  if (self->shown == NULL || jkb_cases_n (jkb_selection_get_cases (self->shown)) == 0)
    return;
  chart = make_chart (self, kind, self->shown);
  jkb_chart_card_set_chart (self->panels[kind].card, chart);
}

static void
show_causes (JkbChartsPage *self)
{
  show_again (self, JKB_CASE_CHART_CAUSES);
  fill_stage (self);
}

static gboolean
on_zoomed_cb (JkbChartView *view, int step, JkbChartsPage *self)
{
  JkbCaseZoom zoom = step > 0 ? JKB_CASE_ZOOM_MONTHS : JKB_CASE_ZOOM_YEARS;

  if (self->kept != NULL || zoom == self->shown_zoom)
    return FALSE;
  self->zoom = zoom;
  show_again (self, JKB_CASE_CHART_TIME);
  update_zoom (self);
  fill_stage (self);
  return TRUE;
}

static gboolean
on_stage_zoomed_cb (JkbChartView *view, int step, JkbChartsPage *self)
{
  return self->staged == JKB_CASE_CHART_TIME && on_zoomed_cb (view, step, self);
}

static void
on_nearer_cb (JkbChartsPage *self)
{
  on_zoomed_cb (NULL, 1, self);
}

static void
on_farther_cb (JkbChartsPage *self)
{
  on_zoomed_cb (NULL, -1, self);
}

void
jkb_charts_page_present (JkbChartsPage *self)
{
  g_return_if_fail (JKB_IS_CHARTS_PAGE (self));

  if (self->stage != NULL || self->shown == NULL)
    return;
  self->staged = find_focused (self);
  self->stage = jkb_chart_stage_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  g_signal_connect_object (self->stage, "turned", G_CALLBACK (on_turned_cb), self, 0);
  g_signal_connect_object (self->stage, "destroy", G_CALLBACK (on_stage_destroyed_cb), self, 0);
  g_signal_connect_object (jkb_chart_stage_get_view (self->stage), "marks-chosen",
                           G_CALLBACK (on_stage_marks_chosen_cb), self, 0);
  g_signal_connect_object (jkb_chart_stage_get_view (self->stage), "zoomed",
                           G_CALLBACK (on_stage_zoomed_cb), self, 0);
  fill_stage (self);
  gtk_window_present (GTK_WINDOW (self->stage));
}

static void
on_scheme_changed_cb (JkbChartsPage *self)
{
  list_periods (self);
  show_causes (self);
}

static void
on_compare_toggled_cb (JkbChartsPage *self)
{
  g_clear_pointer (&self->kept, jkb_selection_unref);
  if (gtk_toggle_button_get_active (self->compare) && self->shown != NULL)
    self->kept = jkb_selection_ref (self->shown);
  for (int kind = 0; kind < JKB_N_CASE_CHARTS; kind++)
    show_again (self, (JkbCaseChart) kind);
  gtk_widget_set_sensitive (GTK_WIDGET (self->beside), self->kept == NULL);
  update_zoom (self);
  fill_stage (self);
}

static GtkWidget *
add_zoom_button (JkbChartsPage *self, const char *icon, const char *words, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  jkb_chart_card_add_tool (self->panels[JKB_CASE_CHART_TIME].card, button);
  return button;
}

static void
list_schemes (JkbChartsPage *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Our Types"));
  for (gsize i = 0; JKB_SCHEME_NAMES[i] != NULL; i++)
    gtk_string_list_append (names, jkb_scheme_label (JKB_SCHEME_NAMES[i]));
  gtk_drop_down_set_model (self->scheme_choice, G_LIST_MODEL (names));
}

static void
jkb_charts_page_map (GtkWidget *widget)
{
  JkbChartsPage *self = JKB_CHARTS_PAGE (widget);

  GTK_WIDGET_CLASS (jkb_charts_page_parent_class)->map (widget);
  if (self->scope != NULL)
    show_charts (self);
}

static void
jkb_charts_page_dispose (GObject *object)
{
  JkbChartsPage *self = JKB_CHARTS_PAGE (object);

  g_clear_object (&self->scope);
  g_clear_pointer (&self->shown, jkb_selection_unref);
  g_clear_pointer (&self->kept, jkb_selection_unref);
  g_clear_pointer (&self->periods, g_strfreev);
  gtk_widget_dispose_template (GTK_WIDGET (self), JKB_TYPE_CHARTS_PAGE);
  G_OBJECT_CLASS (jkb_charts_page_parent_class)->dispose (object);
}

static void
jkb_charts_page_class_init (JkbChartsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jkb_charts_page_dispose;
  widget_class->map = jkb_charts_page_map;

  g_type_ensure (JKB_TYPE_FILTER_BAR);
  g_type_ensure (JKB_TYPE_READING_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jikenbo/Jikenbo/charts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JkbChartsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, JkbChartsPage, cards);
  gtk_widget_class_bind_template_child (widget_class, JkbChartsPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, JkbChartsPage, scheme_choice);
  gtk_widget_class_bind_template_child (widget_class, JkbChartsPage, beside);
  gtk_widget_class_bind_template_child (widget_class, JkbChartsPage, compare);
  gtk_widget_class_bind_template_callback (widget_class, on_scheme_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_causes);
  gtk_widget_class_bind_template_callback (widget_class, on_compare_toggled_cb);
}

static void
jkb_charts_page_init (JkbChartsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jkb_shrink_choice (self->scheme_choice);
  jkb_shrink_choice (self->beside);
  list_schemes (self);
  gtk_widget_set_layout_manager (GTK_WIDGET (self->cards),
                                 jkb_columns_layout_new (COLUMN_WIDTH, N_COLUMNS_MAX, SPACING));
  for (int kind = 0; kind < JKB_N_CASE_CHARTS; kind++)
    {
      Panel *panel = &self->panels[kind];
      GtkWidget *card = jkb_chart_card_new ();
      JkbChartView *view = jkb_chart_card_get_view (JKB_CHART_CARD (card));

      *panel = (Panel){ self, (JkbCaseChart) kind, JKB_CHART_CARD (card) };
      jkb_chart_view_set_selected_func (view, is_selected, panel);
      g_signal_connect (view, "marks-chosen", G_CALLBACK (on_marks_chosen_cb), panel);
      g_signal_connect (view, "cleared", G_CALLBACK (on_cleared_cb), panel);
      gtk_box_append (self->cards, card);
    }
  g_signal_connect (jkb_chart_card_get_view (self->panels[JKB_CASE_CHART_TIME].card), "zoomed",
                    G_CALLBACK (on_zoomed_cb), self);
  self->farther = add_zoom_button (self, "zoom-out-symbolic", _("By Year (−)"), G_CALLBACK (on_farther_cb));
  self->nearer = add_zoom_button (self, "zoom-in-symbolic", _("By Month (+)"), G_CALLBACK (on_nearer_cb));
}

void
jkb_charts_page_set_scope (JkbChartsPage *self, JkbScope *scope)
{
  g_return_if_fail (JKB_IS_CHARTS_PAGE (self));
  g_return_if_fail (self->scope == NULL);

  self->scope = g_object_ref (scope);
  jkb_filter_bar_set_scope (self->filter_bar, scope);
  g_signal_connect_object (scope, "selection-changed", G_CALLBACK (show_charts), self,
                           G_CONNECT_SWAPPED);
  show_charts (self);
}
