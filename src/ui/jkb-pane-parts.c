/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-pane-parts.h"

#include <glib/gi18n-lib.h>

#include "ui/jkb-reference.h"

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
jkb_parts_add_text (GtkBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  /* Otherwise the first text in the pane is selected whole when the focus comes in. */
  gtk_widget_set_can_focus (label, FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
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
  GtkWidget *link, *label;

  if (*uri == '\0')
    return;
  link = gtk_link_button_new_with_label (uri, words);
  label = gtk_button_get_child (GTK_BUTTON (link));
  if (GTK_IS_LABEL (label))
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
    }
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
      GtkWidget *label = gtk_label_new (lines[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
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

void
jkb_parts_add_role_button (GtkBox *box, const JkbRole *role, const char *title,
                           const char *detail)
{
  GtkWidget *button = jkb_parts_add_button (box, title, detail);
  g_autofree char *target = jkb_reference_name_role (role);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-role");
}

GtkExpander *
jkb_parts_add_expander (GtkBox *box, const char *title)
{
  GtkWidget *expander = gtk_expander_new (NULL);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, JKB_PARTS_SPACING);

  gtk_widget_set_margin_start (inner, JKB_PARTS_MARGIN);
  gtk_widget_set_margin_top (inner, JKB_PARTS_SPACING);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), label);
  gtk_expander_set_child (GTK_EXPANDER (expander), inner);
  gtk_box_append (box, expander);
  return GTK_EXPANDER (expander);
}
