/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-chart-card.h"

#include <glib/gi18n-lib.h>

#include "ui/jkb-chart-table.h"
#include "ui/jkb-chart-take.h"
#include "ui/jkb-compat.h"
#include "ui/jkb-print.h"
#include "ui/jkb-shrink.h"

#define TABLE_HEIGHT 360

struct _JkbChartCard
{
  AdwBin parent_instance;

  JkbChart *chart;
  GtkLabel *title;
  GtkLabel *basis;
  GtkLabel *readout;
  GtkBox *tools;
  GtkStack *stack;
  JkbChartView *view;
  GtkScrolledWindow *table;
  gboolean shows_table;
};

enum
{
  PROP_0,
  PROP_SHOWS_TABLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (JkbChartCard, jkb_chart_card, ADW_TYPE_BIN)

/* ---- table ---- */

static void
fill_table (JkbChartCard *self)
{
  gtk_scrolled_window_set_child (self->table, self->shows_table && self->chart != NULL
                                                  ? jkb_chart_table_new (self->chart)
                                                  : NULL);
}

static void
set_shows_table (JkbChartCard *self, gboolean shows_table)
{
  if (self->shows_table == shows_table)
    return;
  self->shows_table = shows_table;
  fill_table (self);
  gtk_stack_set_visible_child_name (self->stack, shows_table ? "table" : "picture");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWS_TABLE]);
}

/* ---- copy and save ---- */

static void
tell (GtkWidget *widget, const char *words)
{
  JkbChartCard *self = JKB_CHART_CARD (widget);

  gtk_label_set_text (self->readout, words);
  jkb_compat_announce (GTK_WIDGET (self), words);
}

static void
on_copy_numbers_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JkbChartCard *self = JKB_CHART_CARD (widget);
  g_autofree char *text = jkb_chart_table_print (self->chart);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  tell (widget, _("Numbers copied"));
}

static void
on_copy_text_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JkbChartCard *self = JKB_CHART_CARD (widget);
  g_autofree char *text = jkb_chart_describe (self->chart);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  tell (widget, _("Text copied"));
}

static void
on_copy_picture_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jkb_chart_take_copy (widget, JKB_CHART_CARD (widget)->chart);
  tell (widget, _("Picture copied"));
}

static void
on_save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jkb_chart_take_save (widget, JKB_CHART_CARD (widget)->chart,
                       g_variant_get_string (parameter, NULL), tell);
}

static void
on_print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr(GError) error = NULL;

  if (jkb_chart_take_print (widget, JKB_CHART_CARD (widget)->chart, NULL, &error))
    return;
  if (error != NULL)
    {
      g_autofree char *words = jkb_print_describe_error (error);

      tell (widget, words);
    }
}

/* ---- life ---- */

static void
on_readout_changed_cb (JkbChartView *view, GParamSpec *pspec, JkbChartCard *self)
{
  const char *readout = jkb_chart_view_get_readout (view);

  gtk_label_set_text (self->readout, readout != NULL ? readout : "");
}

static void
jkb_chart_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHOWS_TABLE:
      g_value_set_boolean (value, JKB_CHART_CARD (object)->shows_table);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jkb_chart_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHOWS_TABLE:
      set_shows_table (JKB_CHART_CARD (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jkb_chart_card_finalize (GObject *object)
{
  g_clear_pointer (&JKB_CHART_CARD (object)->chart, jkb_chart_unref);
  G_OBJECT_CLASS (jkb_chart_card_parent_class)->finalize (object);
}

static void
jkb_chart_card_class_init (JkbChartCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = jkb_chart_card_get_property;
  object_class->set_property = jkb_chart_card_set_property;
  object_class->finalize = jkb_chart_card_finalize;

  properties[PROP_SHOWS_TABLE]
      = g_param_spec_boolean ("shows-table", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_property_action (widget_class, "chart.table", "shows-table");
  gtk_widget_class_install_action (widget_class, "chart.copy-numbers", NULL, on_copy_numbers_cb);
  gtk_widget_class_install_action (widget_class, "chart.copy-picture", NULL, on_copy_picture_cb);
  gtk_widget_class_install_action (widget_class, "chart.copy-text", NULL, on_copy_text_cb);
  gtk_widget_class_install_action (widget_class, "chart.save", "s", on_save_cb);
  gtk_widget_class_install_action (widget_class, "chart.print", NULL, on_print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "chart.copy-picture", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "chart.copy-numbers",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "chart.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK, "chart.table",
                                       NULL);
  gtk_widget_class_set_css_name (widget_class, "chartcard");
}

static GtkWidget *
make_menu_button (void)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) copy = g_menu_new ();
  g_autoptr(GMenu) save = g_menu_new ();
  g_autoptr(GMenu) show = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (copy, _("_Copy Picture"), "chart.copy-picture");
  g_menu_append (copy, _("Copy _Numbers"), "chart.copy-numbers");
  g_menu_append (copy, _("Copy _Text"), "chart.copy-text");
  g_menu_append (save, _("Save as _SVG…"), "chart.save::svg");
  g_menu_append (save, _("Save as _PNG…"), "chart.save::png");
  g_menu_append (save, _("Save as P_DF…"), "chart.save::pdf");
  g_menu_append (save, _("Save as CS_V…"), "chart.save::csv");
  g_menu_append (show, _("P_rint…"), "chart.print");
  g_menu_append (show, _("_Full Screen"), "win.present");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (save));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (show));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("Copy or Save"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Copy or Save"), -1);
  return button;
}

static GtkWidget *
make_table_button (void)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), "view-list-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "chart.table");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("Show as Table (Ctrl+T)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Show as Table"), -1);
  return button;
}

static GtkLabel *
make_label (const char *css_class)
{
  GtkLabel *label = GTK_LABEL (jkb_wrapped_label_new (NULL));

  gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  return label;
}

static GtkWidget *
make_head (JkbChartCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->title = make_label ("title-4");
  self->basis = make_label ("dim-label");
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->basis));
  gtk_widget_set_hexpand (words, TRUE);
  self->tools = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->tools));
  gtk_box_append (GTK_BOX (head), make_table_button ());
  gtk_box_append (GTK_BOX (head), make_menu_button ());
  gtk_widget_add_css_class (head, "chart-head");
  return head;
}

static GtkWidget *
make_stack (JkbChartCard *self)
{
  GtkWidget *stack = gtk_stack_new ();

  self->stack = GTK_STACK (stack);
  self->view = g_object_new (JKB_TYPE_CHART_VIEW, NULL);
  self->table = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_min_content_height (self->table, TABLE_HEIGHT);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->view), "picture");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->table), "table");
  g_signal_connect (self->view, "notify::readout", G_CALLBACK (on_readout_changed_cb), self);
  return stack;
}

static void
jkb_chart_card_init (JkbChartCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), make_stack (self));
  self->readout = make_label ("caption");
  gtk_label_set_wrap (self->readout, FALSE);
  jkb_cut_label (self->readout);
  gtk_widget_add_css_class (GTK_WIDGET (self->readout), "chart-readout");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->readout));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
jkb_chart_card_new (void)
{
  return g_object_new (JKB_TYPE_CHART_CARD, NULL);
}

void
jkb_chart_card_set_chart (JkbChartCard *self, JkbChart *chart)
{
  g_return_if_fail (JKB_IS_CHART_CARD (self));
  g_return_if_fail (chart != NULL);

  jkb_chart_ref (chart);
  g_clear_pointer (&self->chart, jkb_chart_unref);
  self->chart = chart;
  gtk_label_set_text (self->title, jkb_chart_get_title (chart));
  gtk_label_set_text (self->basis, jkb_chart_get_basis (chart));
  jkb_chart_view_set_chart (self->view, chart);
  fill_table (self);
}

JkbChartView *
jkb_chart_card_get_view (JkbChartCard *self)
{
  g_return_val_if_fail (JKB_IS_CHART_CARD (self), NULL);

  return self->view;
}

void
jkb_chart_card_add_tool (JkbChartCard *self, GtkWidget *tool)
{
  g_return_if_fail (JKB_IS_CHART_CARD (self));

  gtk_widget_add_css_class (tool, "flat");
  gtk_widget_set_valign (tool, GTK_ALIGN_START);
  gtk_box_append (self->tools, tool);
}
