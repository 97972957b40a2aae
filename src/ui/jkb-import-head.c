/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-import-head.h"

#include <glib/gi18n-lib.h>
#include "ui/jkb-shrink.h"

struct _JkbImportHead
{
  GtkBox parent_instance;

  /* A label that wraps measures its words at a dozen widths whenever they change, which is longer than a frame. */
  GtkInscription *stage;
  GtkInscription *name;
  GtkProgressBar *progress;
  GtkLabel *words;
  GtkLabel *more;
};

G_DEFINE_FINAL_TYPE (JkbImportHead, jkb_import_head, GTK_TYPE_BOX)

static gboolean
on_query_tooltip_cb (GtkInscription *inscription, int x, int y, gboolean by_keys, GtkTooltip *tooltip,
                     gpointer user_data)
{
  gtk_tooltip_set_text (tooltip, gtk_inscription_get_text (inscription));
  return gtk_inscription_get_text (inscription) != NULL;
}

static GtkInscription *
add_inscription (JkbImportHead *self, const char *css_class, GtkInscriptionOverflow overflow)
{
  GtkWidget *inscription = gtk_inscription_new (NULL);

  gtk_inscription_set_xalign (GTK_INSCRIPTION (inscription), 0);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (inscription), overflow);
  gtk_widget_add_css_class (inscription, css_class);
  gtk_widget_set_has_tooltip (inscription, TRUE);
  g_signal_connect (inscription, "query-tooltip", G_CALLBACK (on_query_tooltip_cb), NULL);
  gtk_box_append (GTK_BOX (self), inscription);
  return GTK_INSCRIPTION (inscription);
}

static GtkLabel *
add_label (JkbImportHead *self, const char *css_class)
{
  GtkWidget *label = jkb_wrapped_label_new (NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_visible (label, FALSE);
  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

static void
jkb_import_head_class_init (JkbImportHeadClass *klass)
{
}

static void
jkb_import_head_init (JkbImportHead *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  self->stage = add_inscription (self, "heading", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  self->name = add_inscription (self, "caption", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "dim-label");
  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Progress of the import"), -1);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->progress));
  self->words = add_label (self, "heading");
  self->more = add_label (self, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "dim-label");
  gtk_inscription_set_text (self->stage, _("Reading…"));
}

void
jkb_import_head_follow (JkbImportHead *self, const JkbImportProgress *progress)
{
  g_autofree char *text = NULL;

  g_return_if_fail (JKB_IS_IMPORT_HEAD (self) && progress != NULL);

  /* Translators: sources read so far, and sources found so far */
  text = g_strdup_printf (_("Reading… %u of %u"), progress->n_done, progress->n_found);
  gtk_inscription_set_text (self->stage, text);
  gtk_inscription_set_text (self->name, progress->name);
  if (progress->n_found > 0)
    gtk_progress_bar_set_fraction (self->progress, (double) progress->n_done / progress->n_found);
}

void
jkb_import_head_wait (JkbImportHead *self, const char *words)
{
  g_return_if_fail (JKB_IS_IMPORT_HEAD (self));

  gtk_inscription_set_text (self->stage, words);
  gtk_inscription_set_text (self->name, NULL);
}

void
jkb_import_head_end (JkbImportHead *self, const char *words, const char *more)
{
  g_return_if_fail (JKB_IS_IMPORT_HEAD (self));

  gtk_widget_set_visible (GTK_WIDGET (self->stage), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->name), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  gtk_label_set_text (self->words, words);
  gtk_label_set_text (self->more, more != NULL ? more : "");
  gtk_widget_set_visible (GTK_WIDGET (self->words), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->more), more != NULL);
}
