/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-notes.h"

#include <glib/gi18n-lib.h>

#include "ui/jkb-casebook-actions.h"
#include "ui/jkb-shrink.h"
#include "ui/jkb-text-view.h"

struct _JkbNotes
{
  AdwBin parent_instance;

  GtkTextView *view;
  GtkWidget *hint;                      /* shown while nothing is written */
  JkbCasebook *casebook;
  gint64 incident_id;                   /* 0 while no case is shown */
  char *kept;                           /* what the casebook has, never NULL */
};

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbNotes, jkb_notes, ADW_TYPE_BIN)

static char *
dup_text (JkbNotes *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter begin, end;

  gtk_text_buffer_get_bounds (buffer, &begin, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &begin, &end, FALSE));
}

static void
set_text (JkbNotes *self, const char *text)
{
  g_free (self->kept);
  self->kept = g_strdup (text != NULL ? text : "");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), self->kept, -1);
}

/* ---------------------------------------------------------------- keeping */

static void
on_kept_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(JkbNotes) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean good = jkb_store_write_finish (JKB_STORE (object), result, &error);
  g_autofree char *failure = good ? NULL : jkb_casebook_describe_error (error);

  g_signal_emit (self, signals[EDITED], 0, good ? _("Your notes are kept") : failure, good);
}

static void
keep (JkbNotes *self)
{
  g_autofree char *text = dup_text (self);
  JkbStore *store = self->casebook != NULL ? jkb_casebook_get_store (self->casebook) : NULL;
  JkbEdit edit = { .kind = JKB_EDIT_DETAIL, .incident_id = self->incident_id, .detail = JKB_DETAIL_NOTES };

  if (self->incident_id == 0 || store == NULL || g_str_equal (text, self->kept))
    return;
  g_free (self->kept);
  self->kept = g_strdup (text);
  edit.value = *text != '\0' ? text : NULL;
  jkb_store_edit_async (store, &edit, 1, NULL, on_kept_cb, g_object_ref (self));
}

static void
on_left_cb (GtkEventControllerFocus *focus, JkbNotes *self)
{
  keep (self);
}

static void
on_text_changed_cb (GtkTextBuffer *buffer, JkbNotes *self)
{
  gtk_widget_set_visible (self->hint, gtk_text_buffer_get_char_count (buffer) == 0);
}

/* ---------------------------------------------------------------- the object */

static void
jkb_notes_dispose (GObject *object)
{
  JkbNotes *self = JKB_NOTES (object);

  g_clear_object (&self->casebook);
  G_OBJECT_CLASS (jkb_notes_parent_class)->dispose (object);
}

static void
jkb_notes_finalize (GObject *object)
{
  g_free (JKB_NOTES (object)->kept);
  G_OBJECT_CLASS (jkb_notes_parent_class)->finalize (object);
}

static void
jkb_notes_class_init (JkbNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jkb_notes_dispose;
  G_OBJECT_CLASS (klass)->finalize = jkb_notes_finalize;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static GtkTextView *
make_view (void)
{
  GtkTextView *view = g_object_new (JKB_TYPE_TEXT_VIEW, NULL);

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_top_margin (view, 9);
  gtk_text_view_set_bottom_margin (view, 9);
  gtk_text_view_set_left_margin (view, 12);
  gtk_text_view_set_right_margin (view, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Notes"), -1);
  return view;
}

static GtkWidget *
make_hint (void)
{
  GtkWidget *hint = jkb_wrapped_label_new (_("What you want to remember about this case"));

  gtk_widget_add_css_class (hint, "dim-label");
  gtk_widget_set_can_target (hint, FALSE);
  gtk_widget_set_halign (hint, GTK_ALIGN_START);
  gtk_widget_set_valign (hint, GTK_ALIGN_START);
  gtk_widget_set_margin_start (hint, 12);
  gtk_widget_set_margin_end (hint, 12);
  gtk_widget_set_margin_top (hint, 9);
  return hint;
}

static void
jkb_notes_init (JkbNotes *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->kept = g_strdup ("");
  self->view = make_view ();
  self->hint = make_hint ();
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->view));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->hint);
  gtk_widget_add_css_class (overlay, "card");
  gtk_widget_add_css_class (overlay, "notes");
  gtk_widget_set_size_request (overlay, -1, 72);
  gtk_widget_set_overflow (overlay, GTK_OVERFLOW_HIDDEN);
  g_signal_connect (focus, "leave", G_CALLBACK (on_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (on_text_changed_cb), self, 0);
  adw_bin_set_child (ADW_BIN (self), overlay);
}

void
jkb_notes_show (JkbNotes *self, JkbCasebook *casebook, const JkbCaseFile *file)
{
  gint64 incident_id = file != NULL ? file->incident->id : 0;
  g_autofree char *text = NULL;

  g_return_if_fail (JKB_IS_NOTES (self));

  text = dup_text (self);
  if (incident_id == self->incident_id && !g_str_equal (text, self->kept))
    return;
  keep (self);
  g_set_object (&self->casebook, casebook);
  self->incident_id = incident_id;
  set_text (self, file != NULL ? file->notes : NULL);
  gtk_text_view_set_editable (self->view, incident_id != 0 && jkb_casebook_get_store (casebook) != NULL
                                              && !jkb_store_is_read_only (jkb_casebook_get_store (casebook)));
}
