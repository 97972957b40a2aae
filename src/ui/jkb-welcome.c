/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-welcome.h"

#include <glib/gi18n-lib.h>

#include "ui/jkb-line.h"
#include "ui/jkb-settings.h"
#include "ui/jkb-shrink.h"

struct _JkbWelcome
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
};

G_DEFINE_FINAL_TYPE (JkbWelcome, jkb_welcome, ADW_TYPE_BIN)

static void
dismiss (JkbWelcome *self)
{
  GSettings *settings = jkb_settings_get ();

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  if (settings != NULL)
    g_settings_set_boolean (settings, "welcomed", TRUE);
}

static void
on_close_clicked_cb (GtkButton *button, JkbWelcome *self)
{
  dismiss (self);
}

/* Buttons do what their action says; the strip only goes away. */
static GtkWidget *
make_button (JkbWelcome *self, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  jkb_shrink_labels (button);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_close_clicked_cb), self, 0);
  return button;
}

static GtkWidget *
make_words (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = jkb_wrapped_label_new (_("Welcome to Jikenbo"));
  GtkWidget *text = jkb_wrapped_label_new (
      _("These are incidents that were announced in public. Bring in a notice of your own, see what causes "
        "are most common, or which roles prevent, detect and handle them."));

  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), text);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static GtkWidget *
make_buttons (JkbWelcome *self)
{
  GtkWidget *box = jkb_line_new ();
  GtkWidget *buttons[] = { make_button (self, _("_Import Notices…"), "win.import"),
                           make_button (self, _("See the _Charts"), "win.page::charts"),
                           make_button (self, _("See the _Roles"), "win.page::roles") };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_box_append (GTK_BOX (box), buttons[i]);
  return box;
}

static GtkWidget *
make_close (JkbWelcome *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("Close"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close the Welcome"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_close_clicked_cb), self, 0);
  return button;
}

static void
jkb_welcome_class_init (JkbWelcomeClass *klass)
{
}

static void
jkb_welcome_init (JkbWelcome *self)
{
  GSettings *settings = jkb_settings_get ();
  GtkWidget *strip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_box_append (GTK_BOX (column), make_words ());
  gtk_box_append (GTK_BOX (column), make_buttons (self));
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (strip), column);
  gtk_box_append (GTK_BOX (strip), make_close (self));
  gtk_widget_add_css_class (strip, "welcome");
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->revealer, GTK_REVEALER_TRANSITION_TYPE_SLIDE_DOWN);
  gtk_revealer_set_child (self->revealer, strip);
  gtk_revealer_set_reveal_child (self->revealer,
                                 settings != NULL && !g_settings_get_boolean (settings, "welcomed"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->revealer));
}
