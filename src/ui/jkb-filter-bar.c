/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "labels/jkb-labels.h"
#include "summary/jkb-filter-words.h"
#include "ui/jkb-compat.h"

#define CHIP_CHARS_MAX 48

struct _JkbFilterBar
{
  AdwBin parent_instance;

  JkbScope *scope;
  GtkLabel *count;
  GtkBox *chips;
  GtkWidget *chips_area;                /* not there without chips: it would be a stop of the Tab key for nothing */
  GtkWidget *clear;
};

G_DEFINE_FINAL_TYPE (JkbFilterBar, jkb_filter_bar, ADW_TYPE_BIN)

static char *
word_count (guint shown, guint all)
{
  g_autofree char *shown_digits = jkb_label_number (shown);
  g_autofree char *all_digits = jkb_label_number (all);

  if (shown == all)
    /* Translators: %s is a number of cases */
    return g_strdup_printf (ngettext ("%s case", "%s cases", all), all_digits);
  /* Translators: two numbers of cases: those that are shown, and all */
  return g_strdup_printf (ngettext ("%s of %s case", "%s of %s cases", all), shown_digits,
                          all_digits);
}

static void
on_selection_changed_cb (JkbScope *scope, JkbFilterBar *self)
{
  JkbSelection *selection = jkb_scope_get_selection (scope);
  g_autofree char *words = word_count (jkb_selection_n (selection),
                                       jkb_cases_n (jkb_selection_get_cases (selection)));

  if (g_strcmp0 (words, gtk_label_get_text (self->count)) == 0)
    return;
  gtk_label_set_text (self->count, words);
  jkb_compat_announce (GTK_WIDGET (self), words);
}

/* How many there are is known when all have been read. */
static void
on_rows_changed_cb (JkbScope *scope, JkbFilterBar *self)
{
  if (jkb_scope_get_selection (scope) == NULL)
    gtk_label_set_text (self->count, _("The latest cases; reading the others…"));
}

static void
on_chip_clicked_cb (GtkButton *chip, JkbFilterBar *self)
{
  JkbFacet facet = (JkbFacet) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "facet"));

  jkb_scope_clear_facet (self->scope, facet);
}

/* A label that may be ellipsized gives way before the bar begins to scroll. */
static char *
shorten (const char *words)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (words, -1) <= CHIP_CHARS_MAX)
    return g_strdup (words);
  start = g_utf8_substring (words, 0, CHIP_CHARS_MAX - 1);
  return g_strconcat (start, "…", NULL);
}

static GtkWidget *
make_chip (JkbFilterBar *self, JkbFacet facet, const char *words)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *short_words = shorten (words);
  GtkWidget *label = gtk_label_new (short_words);
  /* Translators: %s is a part of a filter, e.g. "Type: Theft" */
  g_autofree char *name = g_strdup_printf (_("Remove filter “%s”"), words);

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (chip), "facet", GUINT_TO_POINTER (facet));
  g_signal_connect (chip, "clicked", G_CALLBACK (on_chip_clicked_cb), self);
  return chip;
}

static void
on_filter_changed_cb (JkbScope *scope, JkbFilterBar *self)
{
  const JkbFilter *filter = jkb_scope_get_filter (scope);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_box_remove (self->chips, child);
  for (guint facet = 0; facet < JKB_N_FACETS; facet++)
    {
      g_autofree char *words = jkb_filter_words (filter, facet);

      if (words != NULL)
        gtk_box_append (self->chips, make_chip (self, facet, words));
    }
  gtk_widget_set_visible (self->chips_area, !jkb_filter_is_empty (filter));
  gtk_widget_set_visible (self->clear, !jkb_filter_is_empty (filter));
}

static void
jkb_filter_bar_dispose (GObject *object)
{
  JkbFilterBar *self = JKB_FILTER_BAR (object);

  g_clear_object (&self->scope);
  G_OBJECT_CLASS (jkb_filter_bar_parent_class)->dispose (object);
}

static void
jkb_filter_bar_class_init (JkbFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jkb_filter_bar_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "filterbar");
}

static void
jkb_filter_bar_init (JkbFilterBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  /* A status is read out when it changes, also where GTK cannot announce. */
  self->count = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "caption-heading");
  self->chips = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_NEVER);
  self->chips_area = scrolled;
  gtk_widget_set_visible (scrolled, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->chips));
  gtk_widget_set_hexpand (scrolled, TRUE);
  self->clear = gtk_button_new_from_icon_name ("edit-clear-all-symbolic");
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_set_tooltip_text (self->clear, _("Clear Filters (Shift+Ctrl+X)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Clear Filters"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->clear), "win.clear-filters");
  gtk_widget_set_visible (self->clear, FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), self->clear);
  adw_bin_set_child (ADW_BIN (self), box);
}

void
jkb_filter_bar_set_scope (JkbFilterBar *self, JkbScope *scope)
{
  g_return_if_fail (JKB_IS_FILTER_BAR (self));
  g_return_if_fail (self->scope == NULL);

  self->scope = g_object_ref (scope);
  g_signal_connect_object (scope, "rows-changed", G_CALLBACK (on_rows_changed_cb), self, 0);
  g_signal_connect_object (scope, "selection-changed", G_CALLBACK (on_selection_changed_cb), self,
                           0);
  g_signal_connect_object (scope, "filter-changed", G_CALLBACK (on_filter_changed_cb), self, 0);
}
