/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-fact-button.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "labels/jkb-labels.h"
#include "ui/jkb-column-width.h"
#include "ui/jkb-plain-layout.h"
#include "ui/jkb-shrink.h"
#include "ui/jkb-unbroken.h"

#define WIDTH_MIN 68                    /* pixels; a figure of seven digits, with text of the usual size */
#define UNSURE_BELOW 0.7                /* what the readers call a guess */

struct _JkbFactButton
{
  GtkToggleButton parent_instance;

  const JkbFactGroup *group;
};

G_DEFINE_FINAL_TYPE (JkbFactButton, jkb_fact_button, GTK_TYPE_TOGGLE_BUTTON)

static void
jkb_fact_button_class_init (JkbFactButtonClass *klass)
{
}

static void
jkb_fact_button_init (JkbFactButton *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "fact");
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
}

static const char *
choose_icon (const JkbFact *fact)
{
  switch (fact->state)
    {
    case JKB_FACT_CONFIRMED:
      return "object-select-symbolic";
    case JKB_FACT_CORRECTED:
      return "document-edit-symbolic";
    case JKB_FACT_REJECTED:
      return "window-close-symbolic";
    case JKB_FACT_READ:
    case JKB_N_FACT_STATES:
    default:
      return fact->confidence < UNSURE_BELOW ? "jikenbo-unsure-symbolic" : NULL;
    }
}

static GtkWidget *
make_label (const JkbFact *fact, const char *words)
{
  GtkWidget *label = jkb_wrapped_label_new (words);
  GtkWidget *bin = adw_bin_new ();
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_add_css_class (label, "numeric");
  jkb_unbroken_add (attributes, words);
  if (fact->state == JKB_FACT_REJECTED)
    {
      pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
      gtk_widget_add_css_class (label, "dim-label");
    }
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  if (jkb_text_scale (label) > 1)
    jkb_keep_label_wide (GTK_LABEL (label), WIDTH_MIN);
  gtk_widget_set_layout_manager (bin, jkb_plain_layout_new ());
  adw_bin_set_child (ADW_BIN (bin), label);
  return bin;
}

static void
add_places (GtkBox *box, guint n_places)
{
  /* Translators: how many places of a notice say the same */
  g_autofree char *text = g_strdup_printf (_("×%u"), n_places);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (box, label);
}

static void
name_button (JkbFactButton *self, const char *words)
{
  const JkbFact *fact = jkb_fact_group_first (self->group)->fact;
  g_autofree char *basis = jkb_fact_basis (fact);
  g_autofree char *name = NULL;

  /* Translators: the name of a field, its value, and who says so */
  name = g_strdup_printf (_("%s: %s. %s"), jkb_label (JKB_WORDS_FIELD, (int) fact->field), words,
                          basis);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), basis);
}

GtkWidget *
jkb_fact_button_new (const JkbFactGroup *group)
{
  JkbFactButton *self = g_object_new (JKB_TYPE_FACT_BUTTON, NULL);
  const JkbFact *fact = jkb_fact_group_first (group)->fact;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *words = jkb_fact_words (fact);
  const char *icon = choose_icon (fact);

  self->group = group;
  gtk_box_append (GTK_BOX (box), make_label (fact, words));
  if (group->facts->len > 1)
    add_places (GTK_BOX (box), group->facts->len);
  if (icon != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_button_set_child (GTK_BUTTON (self), box);
  name_button (self, words);
  return GTK_WIDGET (self);
}

const JkbFactGroup *
jkb_fact_button_get_group (JkbFactButton *self)
{
  g_return_val_if_fail (JKB_IS_FACT_BUTTON (self), NULL);

  return self->group;
}
