/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-toaster.h"

#include <glib/gi18n-lib.h>

#include "ui/jkb-column-width.h"

#define WIDTH_CHARS_MIN 4
#define WIDTH_CHARS_EASY 12             /* less is hard to read, too */
#define WIDTH_CHARS_MAX 60              /* a line longer than that is hard to read */
#define CHAR_WIDTH 8                    /* of text of the usual size, about, in pixels */
#define WIDTH_AROUND 48                 /* of the margins of a toast and of what is in it */
#define OFFER_MS 6000
#define SETTLE_MS 700
#define TOASTER_KEY "jikenbo-toaster"

/*
 * libadwaita 1.2 frees a toast that is dismissed while it still moves in, and then goes on moving it.
 * So a toast is never replaced by another one: the offer changes its words, and it is dismissed by a
 * timer here, which leaves it the time to come to rest.
 */
struct _JkbToaster
{
  GObject parent_instance;

  AdwToastOverlay *overlay;             /* not owned; NULL when it has gone */
  GListModel *children;                 /* of @overlay */
  AdwToast *offer;                      /* owned by the overlay, NULL when it has gone */
  gint64 shown_us;
  guint timer;
};

G_DEFINE_FINAL_TYPE (JkbToaster, jkb_toaster, G_TYPE_OBJECT)

static void
on_offer_dismissed_cb (AdwToast *toast, JkbToaster *self)
{
  if (self->offer != toast)
    return;
  self->offer = NULL;
  g_clear_handle_id (&self->timer, g_source_remove);
}

static gboolean
dismiss_offer (gpointer user_data)
{
  JkbToaster *self = user_data;

  self->timer = 0;
  if (self->offer != NULL)
    adw_toast_dismiss (self->offer);
  return G_SOURCE_REMOVE;
}

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    {
      g_ptr_array_add (found, widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static gboolean
is_close_button (GtkWidget *button)
{
  return gtk_button_get_icon_name (GTK_BUTTON (button)) != NULL;
}

/* For the text beside @buttons, in characters. */
static int
count_chars (GtkWidget *overlay, GPtrArray *buttons)
{
  int room = gtk_widget_get_width (overlay) - WIDTH_AROUND;

  for (guint i = 0; i < buttons->len; i++)
    {
      int natural = 0;

      if (gtk_widget_get_visible (g_ptr_array_index (buttons, i)))
        gtk_widget_measure (g_ptr_array_index (buttons, i), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      room -= natural;
    }
  return (int) (room / (CHAR_WIDTH * jkb_text_scale (overlay)));
}

/* What went wrong, what to do and with which file does not fit into one line. */
static void
wrap_label (GtkLabel *label, int n_chars)
{
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_single_line_mode (label, FALSE);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (label, GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (label, CLAMP (n_chars, WIDTH_CHARS_MIN, WIDTH_CHARS_MAX));
}

/*
 * libadwaita 1.2 gives the button that closes a toast a picture and no name, cuts texts off, and makes a toast as
 * wide as its text would like to be, even where the window is not. Where large text leaves room for the offer to
 * undo alone, the toast does without the button that closes it: it goes by itself. Later releases cut that offer off, too.
 */
static void
mend_toast (GtkWidget *toast, GtkWidget *overlay)
{
  g_autoptr(GPtrArray) buttons = g_ptr_array_new ();
  g_autoptr(GPtrArray) labels = g_ptr_array_new ();

  collect (toast, GTK_TYPE_BUTTON, buttons);
  collect (toast, GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (buttons, i);

      if (!is_close_button (button))
        continue;
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close"), -1);
      gtk_widget_set_visible (button, buttons->len == 1 || count_chars (overlay, buttons) >= WIDTH_CHARS_EASY);
    }
  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_ancestor (g_ptr_array_index (labels, i), GTK_TYPE_BUTTON) != NULL)
      gtk_label_set_ellipsize (g_ptr_array_index (labels, i), PANGO_ELLIPSIZE_NONE);
    else
      wrap_label (g_ptr_array_index (labels, i), count_chars (overlay, buttons));
}

/* Toasts wait for each other: a widget is there for each only when it is shown. */
static void
on_children_changed_cb (GListModel *children, guint position, guint n_removed, guint n_added, JkbToaster *self)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr(GtkWidget) child = g_list_model_get_item (children, i);

      if (child != adw_toast_overlay_get_child (self->overlay))
        mend_toast (child, GTK_WIDGET (self->overlay));
    }
}

static void
dismiss_after (JkbToaster *self, gint64 ms)
{
  gint64 age_ms = (g_get_monotonic_time () - self->shown_us) / 1000;

  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add ((guint) MAX (ms, SETTLE_MS - age_ms), dismiss_offer, self);
}

static void
jkb_toaster_dispose (GObject *object)
{
  JkbToaster *self = JKB_TOASTER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  self->offer = NULL;
  if (self->overlay != NULL)
    g_object_set_data (G_OBJECT (self->overlay), TOASTER_KEY, NULL);
  g_clear_object (&self->children);
  g_clear_weak_pointer (&self->overlay);
  G_OBJECT_CLASS (jkb_toaster_parent_class)->dispose (object);
}

static void
jkb_toaster_class_init (JkbToasterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jkb_toaster_dispose;
}

static void
jkb_toaster_init (JkbToaster *self)
{
}

JkbToaster *
jkb_toaster_new (AdwToastOverlay *overlay)
{
  JkbToaster *self = g_object_new (JKB_TYPE_TOASTER, NULL);

  g_set_weak_pointer (&self->overlay, overlay);
  self->children = gtk_widget_observe_children (GTK_WIDGET (overlay));
  g_signal_connect_object (self->children, "items-changed", G_CALLBACK (on_children_changed_cb), self, 0);
  g_object_set_data (G_OBJECT (overlay), TOASTER_KEY, self);
  return self;
}

JkbToaster *
jkb_toaster_find (GtkWidget *widget)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  return overlay != NULL ? g_object_get_data (G_OBJECT (overlay), TOASTER_KEY) : NULL;
}

/* Titles of toasts are markup, and names of organisations are not. */
void
jkb_toaster_say (JkbToaster *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_return_if_fail (JKB_IS_TOASTER (self));

  adw_toast_overlay_add_toast (self->overlay, adw_toast_new (escaped));
}

void
jkb_toaster_offer_undo (JkbToaster *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_return_if_fail (JKB_IS_TOASTER (self));

  if (self->offer != NULL)
    {
      adw_toast_set_title (self->offer, escaped);
      dismiss_after (self, OFFER_MS);
      return;
    }
  self->offer = adw_toast_new (escaped);
  self->shown_us = g_get_monotonic_time ();
  adw_toast_set_timeout (self->offer, 0);
  adw_toast_set_button_label (self->offer, _("_Undo"));
  adw_toast_set_action_name (self->offer, "win.undo");
  g_signal_connect_object (self->offer, "dismissed", G_CALLBACK (on_offer_dismissed_cb), self, 0);
  adw_toast_overlay_add_toast (self->overlay, self->offer);
  dismiss_after (self, OFFER_MS);
}

void
jkb_toaster_withdraw (JkbToaster *self)
{
  g_return_if_fail (JKB_IS_TOASTER (self));

  if (self->offer != NULL)
    dismiss_after (self, 0);
}
