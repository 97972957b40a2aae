/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-pane-parts.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "frameworks/jkb-statement.h"
#include "ui/jkb-compat.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-shrink.h"

#define PAGE_WIDTH_MAX 1240

GtkBox *
jkb_parts_new_box (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, JKB_PARTS_SPACING);

  gtk_widget_set_margin_start (box, JKB_PARTS_MARGIN);
  gtk_widget_set_margin_end (box, JKB_PARTS_MARGIN);
  gtk_widget_set_margin_top (box, JKB_PARTS_MARGIN);
  gtk_widget_set_margin_bottom (box, JKB_PARTS_MARGIN);
  return GTK_BOX (box);
}

GtkWidget *
jkb_parts_new_page (GtkBox **box)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  *box = jkb_parts_new_box ();
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), PAGE_WIDTH_MAX);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), PAGE_WIDTH_MAX);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (*box));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

void
jkb_parts_clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

GtkWidget *
jkb_parts_add_text (GtkBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = jkb_wrapped_label_new (text);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  /* Otherwise the first text in the pane is selected whole when the focus comes in. */
  gtk_widget_set_can_focus (label, FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
}

static void
show_in_view (GtkWidget *widget)
{
  void (*show) (GtkWidget *) = g_object_get_data (G_OBJECT (widget), "show-in-view");

  if (gtk_widget_get_mapped (widget)
      && jkb_reference_get_frameworks (jkb_reference_get_default ()) != NULL)
    show (widget);
}

void
jkb_parts_show_in (GtkWidget *widget, GCallback show)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_object_set_data (G_OBJECT (widget), "show-in-view", (gpointer) show);
  g_signal_connect (widget, "map", G_CALLBACK (show_in_view), NULL);
  g_signal_connect_object (jkb_reference_get_default (), "changed", G_CALLBACK (show_in_view), widget,
                           G_CONNECT_SWAPPED);
}

void
jkb_parts_add_heading (GtkBox *box, const char *text)
{
  gtk_widget_set_margin_top (jkb_parts_add_text (box, text, "heading"),
                             JKB_PARTS_MARGIN - JKB_PARTS_SPACING);
}

/* A name and a value in one line, `Code: 611`. */
void
jkb_parts_add_pair (GtkBox *box, const char *name, const char *value)
{
  /* Translators: a name and its value: “Code: 611” */
  g_autofree char *text = g_strdup_printf (_("%s: %s"), name, value);

  jkb_parts_add_text (box, text, NULL);
}

void
jkb_parts_add_link (GtkBox *box, const char *words, const char *uri)
{
  GtkWidget *link;

  if (*uri == '\0')
    return;
  link = gtk_link_button_new_with_label (uri, words);
  gtk_button_set_child (GTK_BUTTON (link), jkb_wrapped_label_new (words));
  gtk_widget_set_tooltip_text (link, uri);
  gtk_box_append (box, link);
}

GtkWidget *
jkb_parts_add_button (GtkBox *box, const char *title, const char *detail)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *lines_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const char *const lines[] = { title, detail };
  g_autofree char *spoken = g_strdup_printf ("%s. %s", title, detail);

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      GtkWidget *label = jkb_wrapped_label_new (lines[i]);

      if (i > 0)
        {
          gtk_widget_add_css_class (label, "dim-label");
          gtk_widget_add_css_class (label, "caption");
        }
      gtk_box_append (GTK_BOX (lines_box), label);
    }
  gtk_button_set_child (GTK_BUTTON (button), lines_box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "role");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_box_append (box, button);
  return button;
}

GtkWidget *
jkb_parts_add_role_button (GtkBox *box, const JkbRole *role, const char *title,
                           const char *detail)
{
  GtkWidget *button = jkb_parts_add_button (box, title, detail);
  g_autofree char *target = jkb_reference_name_role (role);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-role");
  return button;
}

GtkBox *
jkb_parts_add_card (GtkBox *box)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "parts-card");
  gtk_box_append (box, card);
  return GTK_BOX (card);
}

void
jkb_parts_add_share (GtkBox *box, double share, const char *spoken)
{
  GtkWidget *bar = gtk_progress_bar_new ();

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), share);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_box_append (box, bar);
}

void
jkb_parts_add_cases_led (GtkBox *box, const JkbRole *role)
{
  GtkWidget *button = gtk_button_new_with_label (_("All Cases It Leads"));
  /* Translators: %s is a role */
  g_autofree char *spoken
      = g_strdup_printf (_("All cases that %s leads"), jkb_reference_label (&role->name));
  g_autofree char *target = jkb_reference_name_role (role);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.cases-led");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "cases-led");
  gtk_box_append (box, button);
}

GtkExpander *
jkb_parts_add_expander (GtkBox *box, const char *title, const char *detail)
{
  GtkWidget *expander = gtk_expander_new (NULL);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, JKB_PARTS_SPACING);

  gtk_widget_set_margin_start (inner, JKB_PARTS_MARGIN);
  gtk_widget_set_margin_top (inner, JKB_PARTS_SPACING);
  /* Cut off rather than broken: the head of an expander does not grow for a second line. */
  gtk_box_append (GTK_BOX (head), jkb_cut_label_new (title));
  if (detail != NULL)
    {
      GtkWidget *line = jkb_cut_label_new (detail);

      gtk_widget_add_css_class (line, "caption");
      gtk_widget_add_css_class (line, "dim-label");
      gtk_box_append (GTK_BOX (head), line);
    }
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), head);
  jkb_compat_set_expander_child (GTK_EXPANDER (expander), inner);
  gtk_box_append (box, expander);
  return GTK_EXPANDER (expander);
}

void
jkb_parts_add_statements (GtkBox *box, const GPtrArray *statements)
{
  for (guint i = 0; i < statements->len; i++)
    {
      const JkbStatement *statement = g_ptr_array_index (statements, i);
      g_autofree char *line = g_strdup_printf ("%s  %s", statement->id, statement->text);

      jkb_parts_add_text (box, line, NULL);
    }
}

/* ---- a choice of a role ---- */

GtkWidget *
jkb_parts_new_role_choice (const JkbFrameworks *frameworks, const JkbRole *but, const char *first)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  if (first != NULL)
    gtk_string_list_append (names, first);
  for (guint i = 0; i < jkb_frameworks_n_roles (frameworks); i++)
    {
      const JkbRole *role = jkb_frameworks_get_role (frameworks, i);
      g_autofree char *title = jkb_reference_title (role->framework);
      g_autofree char *name
          = g_strdup_printf ("%s · %s", jkb_reference_label (&role->name), title);

      if (role != but)
        gtk_string_list_append (names, name);
    }
  drop_down = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (names)),
                                 gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL,
                                                              "string"));
  jkb_shrink_choice (GTK_DROP_DOWN (drop_down));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop_down), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Another role"), -1);
  return drop_down;
}
