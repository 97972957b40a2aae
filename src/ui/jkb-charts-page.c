/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-charts-page.h"

#include <glib/gi18n-lib.h>

#include "summary/jkb-case-chart.h"
#include "ui/jkb-chart-card.h"
#include "ui/jkb-columns-layout.h"
#include "ui/jkb-filter-bar.h"

#define COLUMN_WIDTH 520
#define N_COLUMNS_MAX 2
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
};

G_DEFINE_FINAL_TYPE (JkbChartsPage, jkb_charts_page, ADW_TYPE_BIN)

static gboolean
is_selected (const JkbChartMark *mark, gpointer user_data)
{
  const Panel *panel = user_data;

  return panel->page->scope == NULL
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
on_mark_activated_cb (JkbChartView *view, const JkbChartMark *mark, Panel *panel)
{
  JkbScope *scope = panel->page->scope;
  g_autoptr(JkbFilter) filter = jkb_filter_copy (jkb_scope_get_filter (scope));

  if (panel->kind == JKB_CASE_CHART_TOP)
    {
      show_case (panel->page, mark);
      return;
    }
  jkb_case_chart_toggle (panel->kind, filter, mark);
  jkb_scope_set_filter (scope, filter);
}

static void
show_charts (JkbChartsPage *self)
{
  JkbSelection *selection = jkb_scope_get_selection (self->scope);
  gboolean is_empty
      = selection == NULL || jkb_cases_n (jkb_selection_get_cases (selection)) == 0;

  gtk_stack_set_visible_child_name (self->stack, selection == NULL ? "waiting"
                                                 : is_empty        ? "empty"
                                                                   : "charts");
  if (selection == self->shown || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_clear_pointer (&self->shown, jkb_selection_unref);
  self->shown = selection != NULL ? jkb_selection_ref (selection) : NULL;
  for (int kind = 0; !is_empty && kind < JKB_N_CASE_CHARTS; kind++)
    {
      g_autoptr(JkbChart) chart = jkb_case_chart_new ((JkbCaseChart) kind, selection);

      jkb_chart_card_set_chart (self->panels[kind].card, chart);
    }
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
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jikenbo/Jikenbo/charts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JkbChartsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, JkbChartsPage, cards);
  gtk_widget_class_bind_template_child (widget_class, JkbChartsPage, filter_bar);
}

static void
jkb_charts_page_init (JkbChartsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->cards),
                                 jkb_columns_layout_new (COLUMN_WIDTH, N_COLUMNS_MAX, SPACING));
  for (int kind = 0; kind < JKB_N_CASE_CHARTS; kind++)
    {
      Panel *panel = &self->panels[kind];
      GtkWidget *card = jkb_chart_card_new ();
      JkbChartView *view = jkb_chart_card_get_view (JKB_CHART_CARD (card));

      *panel = (Panel){ self, (JkbCaseChart) kind, JKB_CHART_CARD (card) };
      jkb_chart_view_set_selected_func (view, is_selected, panel);
      g_signal_connect (view, "mark-activated", G_CALLBACK (on_mark_activated_cb), panel);
      gtk_box_append (self->cards, card);
    }
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
