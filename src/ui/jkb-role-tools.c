/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-role-tools.h"

#include <glib/gi18n-lib.h>
#include "ui/jkb-shrink.h"

#define SPACING 6

struct _JkbRoleTools
{
  AdwBin parent_instance;

  GtkWidget *back;
  GtkLabel *title;
  GtkStack *pages;
};

enum
{
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbRoleTools, jkb_role_tools, ADW_TYPE_BIN)

static void
on_back_clicked_cb (JkbRoleTools *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state,
                   JkbRoleTools *self)
{
  gboolean is_back = keyval == GDK_KEY_Escape
                     || (keyval == GDK_KEY_Left && (state & GDK_ALT_MASK) != 0);

  if (is_back)
    g_signal_emit (self, signals[LEFT], 0);
  return is_back;
}

static void
jkb_role_tools_class_init (JkbRoleToolsClass *klass)
{
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_head (JkbRoleTools *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  GtkWidget *title = jkb_wrapped_label_new (NULL);

  gtk_widget_set_tooltip_text (back, _("Back to All Roles"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Back to All Roles"), -1);
  gtk_widget_add_css_class (back, "flat");
  g_signal_connect_object (back, "clicked", G_CALLBACK (on_back_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "title-4");
  self->back = back;
  self->title = GTK_LABEL (title);
  gtk_box_append (GTK_BOX (head), back);
  gtk_box_append (GTK_BOX (head), title);
  gtk_widget_add_css_class (head, "role-tools");
  return head;
}

static void
jkb_role_tools_init (JkbRoleTools *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  self->pages = GTK_STACK (gtk_stack_new ());
  /* A page that needs much room must not have the others ask for it. */
  gtk_stack_set_hhomogeneous (self->pages, FALSE);
  gtk_stack_set_vhomogeneous (self->pages, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->pages), TRUE);
  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pages));
  adw_bin_set_child (ADW_BIN (self), box);
}

void
jkb_role_tools_add (JkbRoleTools *self, const char *name, const char *title, GtkWidget *page)
{
  g_return_if_fail (JKB_IS_ROLE_TOOLS (self));

  gtk_stack_add_titled (self->pages, page, name, title);
}

gboolean
jkb_role_tools_show (JkbRoleTools *self, const char *name)
{
  GtkWidget *page;

  g_return_val_if_fail (JKB_IS_ROLE_TOOLS (self), FALSE);

  page = gtk_stack_get_child_by_name (self->pages, name);
  if (page == NULL)
    return FALSE;
  gtk_stack_set_visible_child (self->pages, page);
  gtk_label_set_text (self->title,
                      gtk_stack_page_get_title (gtk_stack_get_page (self->pages, page)));
  /* Keys lead back only from inside. */
  if (!gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (self->back);
  return TRUE;
}
