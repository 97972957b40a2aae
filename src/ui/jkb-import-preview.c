/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-import-preview.h"

#include <glib/gi18n-lib.h>

#include "store/jkb-store-read.h"
#include "ui/jkb-casebook-actions.h"
#include "ui/jkb-compat.h"
#include "ui/jkb-dialog-size.h"
#include "ui/jkb-import-head.h"
#include "ui/jkb-import-words.h"
#include "ui/jkb-preview-detail.h"
#include "ui/jkb-preview-targets.h"
#include "ui/jkb-shrink.h"

/* GtkListView makes widgets for some 200 lines, whether they are in sight or not: in one go they would hold the
 * window up for several frames. So many are made in a frame until it has them; those behind cost nothing. */
#define N_LINES_A_FRAME 6
#define N_LINES_MADE 256
/* Each change of the list lays its lines out again; those out of sight may come in heaps. */
#define LISTING_US (G_USEC_PER_SEC / 5)
/* So many lines say in a frame what would become of them: first those that have widgets, then all others. */
#define N_COMPARED_A_FRAME 32
#define N_COMPARED_BEHIND 400

typedef enum
{
  STATE_READING,
  STATE_COMPARING,
  STATE_READY,
  STATE_STORING,
} State;

struct _JkbImportPreview
{
  AdwWindow parent_instance;

  JkbCasebook *casebook;
  JkbImportDraft *draft;
  GCancellable *reading;                /* of reading: what was read until then can be accepted */
  GCancellable *working;                /* of everything */
  State state;
  GListStore *rows;
  guint n_listed;                       /* entries of the draft whose lines are among the rows */
  guint listing_id;                     /* of the frames that bring further lines */
  gint64 listed_us;                     /* when lines came last, on the clock of the frames */
  guint n_compared;                     /* rows that say what would become of them */
  GHashTable *targets;                  /* once the draft was compared */
  gboolean is_setting_all;

  GtkWidget *cancel_button;
  GtkWidget *back_button;
  GtkButton *accept_button;
  JkbImportHead *head;
  GtkCheckButton *all_check;
  AdwLeaflet *leaflet;
  GtkWidget *list_side;
  GtkListView *list;
  JkbPreviewDetail *detail;
};

enum
{
  IMPORTED,
  CASE_CHOSEN,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbImportPreview, jkb_import_preview, ADW_TYPE_WINDOW)

static gboolean
is_gone (JkbImportPreview *self)
{
  return !gtk_widget_get_realized (GTK_WIDGET (self));
}

static guint
n_rows (JkbImportPreview *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

/* ---- what is accepted ---- */

static void
show_choices (JkbImportPreview *self)
{
  g_autofree char *label = NULL;
  guint n_choices, n_accepted;

  jkb_preview_rows_count (G_LIST_MODEL (self->rows), &n_choices, &n_accepted);
  /* Translators: a button; %u is how many notices will be stored */
  label = g_strdup_printf (ngettext ("_Accept %u", "_Accept %u", n_accepted), n_accepted);
  gtk_button_set_label (self->accept_button, n_choices > 0 ? label : _("_Accept"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept_button), self->state == STATE_READY && n_accepted > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->all_check), self->state == STATE_READY && n_choices > 1);
  self->is_setting_all = TRUE;
  gtk_check_button_set_active (self->all_check, n_accepted == n_choices);
  gtk_check_button_set_inconsistent (self->all_check, n_accepted > 0 && n_accepted < n_choices);
  self->is_setting_all = FALSE;
}

static void
on_row_changed_cb (JkbPreviewRow *row, JkbImportPreview *self)
{
  if (self->state == STATE_READY && !self->is_setting_all)
    show_choices (self);
}

static void
on_all_toggled_cb (GtkCheckButton *check, JkbImportPreview *self)
{
  if (self->is_setting_all)
    return;
  self->is_setting_all = TRUE;
  jkb_preview_rows_accept (G_LIST_MODEL (self->rows), gtk_check_button_get_active (check));
  self->is_setting_all = FALSE;
  show_choices (self);
}

/* ---- choosing ---- */

static void
on_folded_cb (GObject *object, GParamSpec *pspec, JkbImportPreview *self)
{
  gboolean is_folded = adw_leaflet_get_folded (self->leaflet);
  gboolean is_detail = is_folded && adw_leaflet_get_visible_child (self->leaflet) == GTK_WIDGET (self->detail);

  jkb_preview_detail_set_narrow (self->detail, is_folded);
  gtk_widget_set_visible (self->back_button, is_detail);
}

static void
on_row_selected_cb (GtkSingleSelection *selection, GParamSpec *pspec, JkbImportPreview *self)
{
  jkb_preview_detail_show (self->detail, gtk_single_selection_get_selected_item (selection));
}

static void
on_row_activated_cb (GtkListView *list, guint position, JkbImportPreview *self)
{
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->detail));
  gtk_widget_child_focus (GTK_WIDGET (self->detail), GTK_DIR_TAB_FORWARD);
}

static void
on_back_clicked_cb (GtkButton *button, JkbImportPreview *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->list_side);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* Space accepts or not what is chosen, as a check box would; one that has the focus itself does so too. */
static gboolean
on_key_pressed_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state,
                   JkbImportPreview *self)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->list));
  JkbPreviewRow *row = gtk_single_selection_get_selected_item (selection);

  if (keyval != GDK_KEY_space || GTK_IS_CHECK_BUTTON (gtk_root_get_focus (GTK_ROOT (self))) || row == NULL
      || !jkb_preview_row_is_choice (row))
    return GDK_EVENT_PROPAGATE;
  jkb_preview_row_set_accepted (row, !jkb_preview_row_is_accepted (row));
  return GDK_EVENT_STOP;
}

/* ---- reading ---- */

static void
list_entries (JkbImportPreview *self, guint n_max)
{
  guint n_before = n_rows (self);

  self->n_listed = jkb_preview_rows_add (self->rows, jkb_import_draft_get_entries (self->draft), self->n_listed, n_max);
  for (guint i = n_before; i < n_rows (self); i++)
    {
      g_autoptr(JkbPreviewRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      g_signal_connect_object (row, "changed", G_CALLBACK (on_row_changed_cb), self, 0);
    }
}

static gboolean
on_listing_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  JkbImportPreview *self = user_data;
  gboolean is_behind = n_rows (self) >= N_LINES_MADE;

  if (is_behind && gdk_frame_clock_get_frame_time (clock) < self->listed_us + LISTING_US)
    return G_SOURCE_CONTINUE;
  self->listed_us = gdk_frame_clock_get_frame_time (clock);
  list_entries (self, is_behind ? G_MAXUINT : N_LINES_A_FRAME);
  if (self->n_listed < jkb_import_draft_get_entries (self->draft)->len)
    return G_SOURCE_CONTINUE;
  self->listing_id = 0;
  return G_SOURCE_REMOVE;
}

static void
on_told (JkbImportDraft *draft, guint first, const JkbImportProgress *progress, gpointer user_data)
{
  JkbImportPreview *self = user_data;

  if (is_gone (self))
    return;
  if (self->listing_id == 0)
    self->listing_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->list), on_listing_frame_cb, self, NULL);
  jkb_import_head_follow (self->head, progress);
}

/* ---- comparing ---- */

/* Enter accepts everything at once, for who does not want to look. */
static void
become_ready (JkbImportPreview *self)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->list));
  g_autofree char *words = jkb_preview_targets_word_plan (G_LIST_MODEL (self->rows));

  self->state = STATE_READY;
  jkb_import_head_end (self->head, words,
                       g_cancellable_is_cancelled (self->reading)
                           ? _("Stopped. What was read until then can be accepted.")
                           : NULL);
  show_choices (self);
  jkb_preview_detail_show (self->detail, gtk_single_selection_get_selected_item (selection));
  gtk_widget_grab_focus (gtk_widget_get_sensitive (GTK_WIDGET (self->accept_button))
                             ? GTK_WIDGET (self->accept_button)
                             : self->cancel_button);
  jkb_compat_announce (GTK_WIDGET (self), words);
}

static gboolean
on_comparing_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  JkbImportPreview *self = user_data;
  guint n_more = self->n_compared < N_LINES_MADE ? N_COMPARED_A_FRAME : N_COMPARED_BEHIND;

  self->n_compared = jkb_preview_targets_tell (self->targets, G_LIST_MODEL (self->rows), self->n_compared, n_more);
  if (self->n_compared < n_rows (self))
    return G_SOURCE_CONTINUE;
  become_ready (self);
  return G_SOURCE_REMOVE;
}

static void
on_old_cases_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(JkbImportPreview) self = user_data;
  g_autoptr(GPtrArray) incidents = jkb_store_load_incidents_finish (JKB_STORE (object), result, NULL);

  if (is_gone (self))
    return;
  if (incidents != NULL)
    jkb_preview_targets_add (self->targets, incidents);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->list), on_comparing_frame_cb, self, NULL);
}

static void
show_failure (JkbImportPreview *self, const GError *error)
{
  g_autofree char *words = jkb_casebook_describe_error (error);

  jkb_import_head_end (self->head, _("The casebook could not be used"), words);
}

static void
on_compared_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(JkbImportPreview) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = NULL;
  gboolean good = jkb_import_draft_finish (self->draft, result, &error);

  if (is_gone (self))
    return;
  if (!good)
    {
      show_failure (self, error);
      return;
    }
  list_entries (self, G_MAXUINT);
  self->targets = jkb_preview_targets_new (G_LIST_MODEL (self->rows));
  ids = jkb_preview_targets_list_missing (self->targets, G_LIST_MODEL (self->rows));
  if (ids->len == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self->list), on_comparing_frame_cb, self, NULL);
  else
    jkb_store_load_incidents_async (JKB_STORE (object), (const gint64 *) ids->data, ids->len, self->working,
                                    on_old_cases_loaded_cb, g_object_ref (self));
}

static void
on_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(JkbImportPreview) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean good = jkb_import_draft_finish (self->draft, result, &error);

  if (is_gone (self))
    return;
  if (!good && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      show_failure (self, error);
      return;
    }
  self->state = STATE_COMPARING;
  gtk_button_set_label (GTK_BUTTON (self->cancel_button), _("_Cancel"));
  gtk_widget_set_sensitive (self->cancel_button, TRUE);
  jkb_import_head_wait (self->head, _("Comparing with the casebook…"));
  jkb_import_draft_compare_async (self->draft, self->working, on_compared_cb, g_object_ref (self));
}

static void
on_cancel_clicked_cb (GtkButton *button, JkbImportPreview *self)
{
  if (self->state != STATE_READING)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_widget_set_sensitive (self->cancel_button, FALSE);
  g_cancellable_cancel (self->reading);
}

/* ---- storing ---- */

/* What is committed is told of, even when the preview was closed meanwhile. */
static void
on_accepted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(JkbImportPreview) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbImportReport) report = jkb_import_draft_accept_finish (self->draft, result, &error);
  g_autofree char *words = NULL;

  if (report == NULL)
    {
      words = jkb_casebook_describe_error (error);
      g_signal_emit (self, signals[FAILED], 0, words);
    }
  else
    {
      words = jkb_import_words_report (report);
      if (jkb_import_report_single_case (report) != 0)
        g_signal_emit (self, signals[CASE_CHOSEN], 0, jkb_import_report_single_case (report));
      g_signal_emit (self, signals[IMPORTED], 0, report->batch, words);
    }
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_accept_clicked_cb (GtkButton *button, JkbImportPreview *self)
{
  self->state = STATE_STORING;
  show_choices (self);
  jkb_import_head_end (self->head, _("Storing…"), NULL);
  jkb_import_draft_accept_async (self->draft, self->working, on_accepted_cb, g_object_ref (self));
}

/* ---- the object ---- */

/* When it is closed, and when the window below it goes; what still runs keeps it a while. */
static void
jkb_import_preview_unrealize (GtkWidget *widget)
{
  JkbImportPreview *self = JKB_IMPORT_PREVIEW (widget);

  g_cancellable_cancel (self->reading);
  g_cancellable_cancel (self->working);
  GTK_WIDGET_CLASS (jkb_import_preview_parent_class)->unrealize (widget);
}

static void
jkb_import_preview_finalize (GObject *object)
{
  JkbImportPreview *self = JKB_IMPORT_PREVIEW (object);

  g_object_unref (self->reading);
  g_object_unref (self->working);
  g_object_unref (self->rows);
  g_clear_pointer (&self->targets, g_hash_table_unref);
  g_clear_pointer (&self->draft, jkb_import_draft_unref);
  g_clear_object (&self->casebook);
  G_OBJECT_CLASS (jkb_import_preview_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, JkbImportPreview, cancel_button);
  gtk_widget_class_bind_template_child (klass, JkbImportPreview, back_button);
  gtk_widget_class_bind_template_child (klass, JkbImportPreview, accept_button);
  gtk_widget_class_bind_template_child (klass, JkbImportPreview, head);
  gtk_widget_class_bind_template_child (klass, JkbImportPreview, all_check);
  gtk_widget_class_bind_template_child (klass, JkbImportPreview, leaflet);
  gtk_widget_class_bind_template_child (klass, JkbImportPreview, list_side);
  gtk_widget_class_bind_template_child (klass, JkbImportPreview, list);
  gtk_widget_class_bind_template_child (klass, JkbImportPreview, detail);
  gtk_widget_class_bind_template_callback (klass, on_cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (klass, on_back_clicked_cb);
  gtk_widget_class_bind_template_callback (klass, on_accept_clicked_cb);
  gtk_widget_class_bind_template_callback (klass, on_all_toggled_cb);
  gtk_widget_class_bind_template_callback (klass, on_folded_cb);
  gtk_widget_class_bind_template_callback (klass, on_row_activated_cb);
}

static void
jkb_import_preview_class_init (JkbImportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  g_type_ensure (JKB_TYPE_PREVIEW_DETAIL);
  g_type_ensure (JKB_TYPE_IMPORT_HEAD);
  G_OBJECT_CLASS (klass)->finalize = jkb_import_preview_finalize;
  widget_class->unrealize = jkb_import_preview_unrealize;
  signals[IMPORTED] = g_signal_new ("imported", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                    G_TYPE_INT64, G_TYPE_STRING);
  signals[CASE_CHOSEN] = g_signal_new ("case-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                       G_TYPE_INT64);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jikenbo/Jikenbo/import-preview.ui");
  bind_children (widget_class);
}

static void
jkb_import_preview_init (JkbImportPreview *self)
{
  g_autoptr(GtkListItemFactory) factory = jkb_preview_row_factory_new ();
  g_autoptr(GtkSingleSelection) selection = NULL;
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->reading = g_cancellable_new ();
  self->working = g_cancellable_new ();
  self->rows = g_list_store_new (JKB_TYPE_PREVIEW_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
  jkb_compat_let_parent_go (GTK_WINDOW (self));
  jkb_cut_button (GTK_BUTTON (self->cancel_button));
  jkb_cut_button (GTK_BUTTON (self->accept_button));
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  g_signal_connect_object (selection, "notify::selected-item", G_CALLBACK (on_row_selected_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  gtk_button_set_label (GTK_BUTTON (self->cancel_button), _("_Stop"));
}

JkbImportPreview *
jkb_import_preview_new (GtkWindow *parent, JkbCasebook *casebook)
{
  JkbImportPreview *self = g_object_new (JKB_TYPE_IMPORT_PREVIEW, "transient-for", parent, NULL);
  int width, height;

  gtk_window_get_default_size (parent, &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (width, 360, 1080), CLAMP (height, 480, 680));
  jkb_fit_dialog (GTK_WINDOW (self));
  self->casebook = g_object_ref (casebook);
  self->draft = jkb_import_draft_new (jkb_casebook_get_store (casebook));
  return self;
}

void
jkb_import_preview_run (JkbImportPreview *self, JkbImportInputs *inputs)
{
  g_return_if_fail (JKB_IS_IMPORT_PREVIEW (self));

  gtk_window_present (GTK_WINDOW (self));
  /* Else Enter, pressed before there is anything to accept, would stop the reading. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  jkb_import_draft_read_async (self->draft, jkb_casebook_get_extractor (self->casebook), inputs, on_told, self,
                               self->reading, on_read_cb, g_object_ref (self));
}

gboolean
jkb_import_preview_is_ready (JkbImportPreview *self)
{
  g_return_val_if_fail (JKB_IS_IMPORT_PREVIEW (self), FALSE);

  return self->state == STATE_READY;
}
