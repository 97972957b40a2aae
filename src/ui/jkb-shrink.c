/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-shrink.h"

#include "ui/jkb-column-width.h"

#define LARGE 1.3                       /* factor of the text */
#define N_CHARS_LEFT 4

void
jkb_shrink_labels (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_natural_wrap_mode (GTK_LABEL (widget), GTK_NATURAL_WRAP_NONE);
      gtk_label_set_justify (GTK_LABEL (widget), GTK_JUSTIFY_CENTER);
      /* Centred it would be given the width that fills its height, and break where it need not. */
      gtk_widget_set_halign (widget, GTK_ALIGN_FILL);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    jkb_shrink_labels (child);
}

static gboolean
on_query_tooltip_cb (GtkLabel *label, int x, int y, gboolean by_keys, GtkTooltip *tooltip, gpointer user_data)
{
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  return pango_layout_is_ellipsized (gtk_label_get_layout (label));
}

void
jkb_cut_label (GtkLabel *label)
{
  if (gtk_label_get_ellipsize (label) == PANGO_ELLIPSIZE_NONE)
    gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_has_tooltip (GTK_WIDGET (label), TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (on_query_tooltip_cb), NULL);
}

GtkWidget *
jkb_cut_label_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  jkb_cut_label (GTK_LABEL (label));
  return label;
}

GtkWidget *
jkb_wrapped_label_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

void
jkb_keep_label_wide (GtkLabel *label, int width)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (label), gtk_label_get_text (label));
  int needed;

  pango_layout_get_pixel_size (layout, &needed, NULL);
  gtk_widget_set_size_request (GTK_WIDGET (label), MIN (needed, (int) (width * jkb_text_scale (GTK_WIDGET (label)))), -1);
}

void
jkb_cut_button (GtkButton *button)
{
  GtkWidget *label = gtk_button_get_child (button);

  /* At the usual size they have the room, but the title would share it. */
  if (jkb_text_scale (label) < LARGE)
    return;
  jkb_cut_label (GTK_LABEL (label));
  gtk_label_set_width_chars (GTK_LABEL (label), N_CHARS_LEFT);
}

void
jkb_shrink_status_pages (GtkWidget *widget)
{
  if (ADW_IS_STATUS_PAGE (widget))
    jkb_shrink_labels (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    jkb_shrink_status_pages (child);
}

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_list_item_set_child (item, jkb_cut_label_new (NULL));
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkListItemFactory *
cut_words_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);
  return factory;
}

void
jkb_shrink_choice (GtkDropDown *choice)
{
  g_autoptr(GtkListItemFactory) factory = cut_words_factory_new ();

  /* GTK's own marks the chosen line of the list. */
  gtk_drop_down_set_list_factory (choice, gtk_drop_down_get_factory (choice));
  gtk_drop_down_set_factory (choice, factory);
}

void
jkb_shrink_combo_row (AdwComboRow *row)
{
  g_autoptr(GtkListItemFactory) factory = cut_words_factory_new ();

  adw_combo_row_set_list_factory (row, adw_combo_row_get_factory (row));
  adw_combo_row_set_factory (row, factory);
}

void
jkb_shrink_title (AdwHeaderBar *header, GtkWindow *window)
{
  GtkWidget *squeezer = adw_squeezer_new ();
  GtkWidget *title = adw_window_title_new ("", NULL);

  g_object_bind_property (window, "title", title, "title", G_BINDING_SYNC_CREATE);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), title);
  adw_squeezer_set_allow_none (ADW_SQUEEZER (squeezer), TRUE);
  adw_squeezer_set_homogeneous (ADW_SQUEEZER (squeezer), FALSE);
  adw_header_bar_set_centering_policy (header, ADW_CENTERING_POLICY_LOOSE);
  adw_header_bar_set_title_widget (header, squeezer);
}
