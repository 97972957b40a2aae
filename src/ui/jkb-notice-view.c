/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-notice-view.h"

#include <glib/gi18n-lib.h>

#include "labels/jkb-labels.h"
#include "ui/jkb-compat.h"
#include "ui/jkb-fact-group.h"
#include "ui/jkb-text-view.h"
#include "ui/jkb-unbroken.h"

/* GtkTextView guesses how high the lines are that it has not laid out yet, so that what it scrolls to may be elsewhere
 * when they are. The words are scrolled to again until they were in sight for so many frames, and at most so often. */
#define N_FRAMES_IN_SIGHT 6
#define N_FRAMES_SCROLLING 90

struct _JkbNoticeView
{
  AdwBin parent_instance;

  const JkbCaseFile *file;
  const JkbCaseNotice *notice;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkTextTag *evidence;
  GtkTextTag *searched;
  GtkTextTag *pointed;
  GtkTextTag *unbroken;
  guint scrolling_id;                   /* of the frames in which the words come into sight */
  guint n_frames, n_in_sight;           /* of these, so far */
};

enum
{
  FACT_TOUCHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbNoticeView, jkb_notice_view, ADW_TYPE_BIN)

/* Spans are in bytes of the notice, iterators in characters of the buffer; the texts are equal. */
static void
get_iters (JkbNoticeView *self, JkbSpan span, GtkTextIter *begin, GtkTextIter *end)
{
  const char *text = self->notice->item->text;
  glong first = g_utf8_pointer_to_offset (text, text + span.begin);
  glong last = first + g_utf8_pointer_to_offset (text + span.begin, text + span.end);

  gtk_text_buffer_get_iter_at_offset (self->buffer, begin, (int) first);
  gtk_text_buffer_get_iter_at_offset (self->buffer, end, (int) last);
}

static void
apply_tag (JkbNoticeView *self, GtkTextTag *tag, JkbSpan span)
{
  GtkTextIter begin, end;

  get_iters (self, span, &begin, &end);
  gtk_text_buffer_apply_tag (self->buffer, tag, &begin, &end);
}

static void
keep_together (JkbNoticeView *self)
{
  const char *text = self->notice->item->text;
  g_autoptr(GArray) spans = jkb_unbroken_find (text);
  gsize done = 0;
  int offset = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const JkbSpan *span = &g_array_index (spans, JkbSpan, i);
      GtkTextIter begin, end;

      offset += (int) g_utf8_strlen (text + done, (gssize) (span->begin - done));
      gtk_text_buffer_get_iter_at_offset (self->buffer, &begin, offset);
      offset += (int) g_utf8_strlen (text + span->begin, (gssize) (span->end - span->begin));
      gtk_text_buffer_get_iter_at_offset (self->buffer, &end, offset);
      gtk_text_buffer_apply_tag (self->buffer, self->unbroken, &begin, &end);
      done = span->end;
    }
}

static gboolean
is_evidence (JkbNoticeView *self, const JkbCaseFact *fact)
{
  return fact->notice_id == self->notice->id && fact->fact->span.begin < fact->fact->span.end
         && fact->fact->state != JKB_FACT_REJECTED
         && !(fact->fact->field == JKB_FIELD_DATES && fact->fact->role == JKB_DATE_DECOY);
}

static void
mark_facts (JkbNoticeView *self)
{
  for (guint i = 0; i < self->file->facts->len; i++)
    {
      const JkbCaseFact *fact = self->file->facts->pdata[i];

      if (is_evidence (self, fact))
        apply_tag (self, self->evidence, fact->fact->span);
    }
}

/* Of several facts at one place the one with the fewest words: the others can be touched elsewhere.
 * Raw figures and dates come after the fields that were made of them. */
static const JkbCaseFact *
find_fact_at (JkbNoticeView *self, const GtkTextIter *iter)
{
  const char *text = self->notice->item->text;
  gsize offset = (gsize) (g_utf8_offset_to_pointer (text, gtk_text_iter_get_offset (iter)) - text);
  const JkbCaseFact *best = NULL;
  gsize best_cost = G_MAXSIZE;

  for (guint i = 0; i < self->file->facts->len; i++)
    {
      const JkbCaseFact *fact = self->file->facts->pdata[i];
      JkbSpan span = fact->fact->span;
      gboolean is_raw = fact->fact->field == JKB_FIELD_COUNTS
                        || fact->fact->field == JKB_FIELD_DATES;
      gsize cost = span.end - span.begin + (is_raw ? 10000 : 0);

      if (is_evidence (self, fact) && offset >= span.begin && offset < span.end
          && cost < best_cost)
        {
          best = fact;
          best_cost = cost;
        }
    }
  return best;
}

static gboolean
touch (JkbNoticeView *self, const GtkTextIter *iter)
{
  const JkbCaseFact *fact = self->notice != NULL ? find_fact_at (self, iter) : NULL;

  if (fact == NULL)
    return FALSE;
  g_signal_emit (self, signals[FACT_TOUCHED], 0, fact->id);
  return TRUE;
}

static void
on_text_clicked_cb (GtkGestureClick *gesture, int n_press, double x, double y, JkbNoticeView *self)
{
  GtkTextIter iter;
  int buffer_x, buffer_y;

  if (n_press != 1 || gtk_text_buffer_get_has_selection (self->buffer))
    return;
  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y,
                                         &buffer_x, &buffer_y);
  if (gtk_text_view_get_iter_at_location (self->view, &iter, buffer_x, buffer_y))
    touch (self, &iter);
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state,
                   JkbNoticeView *self)
{
  GtkTextIter caret;

  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &caret,
                                    gtk_text_buffer_get_insert (self->buffer));
  return touch (self, &caret);
}

static gboolean
on_tooltip_queried_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip,
                       JkbNoticeView *self)
{
  GtkTextIter iter;
  int buffer_x, buffer_y;
  const JkbCaseFact *fact;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  if (self->notice == NULL || keyboard)
    return FALSE;
  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x,
                                         &buffer_y);
  if (!gtk_text_view_get_iter_at_location (self->view, &iter, buffer_x, buffer_y))
    return FALSE;
  fact = find_fact_at (self, &iter);
  if (fact == NULL)
    return FALSE;
  words = jkb_fact_words (fact->fact);
  /* Translators: the name of a field, and its value */
  text = g_strdup_printf (_("%s: %s"), jkb_label (JKB_WORDS_FIELD, (int) fact->fact->field),
                          words);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* The colours of the marks are those of the style of now, light or dark. */
static void
colour_tags (JkbNoticeView *self)
{
  GdkRGBA accent = { 0.21f, 0.52f, 0.89f, 1 };
  GdkRGBA tint, strong, warning = { 0.9f, 0.65f, 0.04f, 1 };

  jkb_compat_lookup_color (GTK_WIDGET (self), "accent_bg_color", &accent);
  jkb_compat_lookup_color (GTK_WIDGET (self), "warning_bg_color", &warning);
  tint = strong = accent;
  tint.alpha = 0.14f;
  strong.alpha = 0.38f;
  warning.alpha = 0.35f;
  g_object_set (self->evidence, "background-rgba", &tint, "underline-rgba", &accent, NULL);
  g_object_set (self->pointed, "background-rgba", &strong, "underline-rgba", &accent, NULL);
  g_object_set (self->searched, "background-rgba", &warning, NULL);
}

static void
jkb_notice_view_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (jkb_notice_view_parent_class)->realize (widget);
  colour_tags (JKB_NOTICE_VIEW (widget));
}

static void
jkb_notice_view_class_init (JkbNoticeViewClass *klass)
{
  GTK_WIDGET_CLASS (klass)->realize = jkb_notice_view_realize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "noticeview");
  signals[FACT_TOUCHED]
      = g_signal_new ("fact-touched", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
add_controllers (JkbNoticeView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (click, "released", G_CALLBACK (on_text_clicked_cb), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->view), TRUE);
  g_signal_connect (self->view, "query-tooltip", G_CALLBACK (on_tooltip_queried_cb), self);
}

static void
jkb_notice_view_init (JkbNoticeView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->view = g_object_new (JKB_TYPE_TEXT_VIEW, "editable", FALSE, "wrap-mode",
                             GTK_WRAP_WORD_CHAR, "left-margin", 18, "right-margin", 18,
                             "top-margin", 12, "bottom-margin", 18, "pixels-inside-wrap", 5,
                             "pixels-below-lines", 5, NULL);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Text of the notice"), -1);
  self->buffer = gtk_text_view_get_buffer (self->view);
  self->evidence = gtk_text_buffer_create_tag (self->buffer, "evidence", "underline",
                                               PANGO_UNDERLINE_SINGLE, NULL);
  self->searched = gtk_text_buffer_create_tag (self->buffer, "searched", "weight",
                                               PANGO_WEIGHT_BOLD, NULL);
  self->pointed = gtk_text_buffer_create_tag (self->buffer, "pointed", "underline",
                                              PANGO_UNDERLINE_DOUBLE, NULL);
  self->unbroken = gtk_text_buffer_create_tag (self->buffer, "unbroken", "allow-breaks", FALSE, NULL);
  add_controllers (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (colour_tags), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

static gboolean
is_in_sight (JkbNoticeView *self)
{
  GtkTextIter caret;
  GdkRectangle place, visible;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &caret, gtk_text_buffer_get_insert (self->buffer));
  gtk_text_view_get_iter_location (self->view, &caret, &place);
  gtk_text_view_get_visible_rect (self->view, &visible);
  return place.y >= visible.y && place.y + place.height <= visible.y + visible.height;
}

static void
scroll_to_caret (JkbNoticeView *self)
{
  gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (self->buffer), 0, TRUE, 0, 0.3);
}

static gboolean
on_scrolling_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  JkbNoticeView *self = user_data;

  if (!gtk_widget_get_mapped (widget) || gtk_widget_get_height (widget) <= 0)
    return G_SOURCE_CONTINUE;
  if (is_in_sight (self))
    self->n_in_sight++;
  else
    {
      self->n_in_sight = 0;
      scroll_to_caret (self);
    }
  if (self->n_in_sight < N_FRAMES_IN_SIGHT && self->n_frames++ < N_FRAMES_SCROLLING)
    return G_SOURCE_CONTINUE;
  self->scrolling_id = 0;
  return G_SOURCE_REMOVE;
}

static void
stop_scrolling (JkbNoticeView *self)
{
  if (self->scrolling_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->scrolling_id);
  self->scrolling_id = 0;
}

static void
bring_into_sight (JkbNoticeView *self)
{
  stop_scrolling (self);
  self->n_frames = self->n_in_sight = 0;
  scroll_to_caret (self);
  self->scrolling_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), on_scrolling_frame_cb, self, NULL);
}

void
jkb_notice_view_show (JkbNoticeView *self, const JkbCaseFile *file, const JkbCaseNotice *notice)
{
  GtkTextIter start;

  g_return_if_fail (JKB_IS_NOTICE_VIEW (self));

  self->file = file;
  self->notice = notice;
  stop_scrolling (self);
  gtk_text_buffer_set_text (self->buffer, notice != NULL ? notice->item->text : "", -1);
  if (notice == NULL)
    return;
  keep_together (self);
  mark_facts (self);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (self->buffer), 0, TRUE, 0,
                                0);
}

void
jkb_notice_view_mark_searched (JkbNoticeView *self, const JkbSearchLine *line)
{
  GtkTextIter begin, end;
  g_autoptr(GArray) spans = NULL;

  g_return_if_fail (JKB_IS_NOTICE_VIEW (self));

  gtk_text_buffer_get_bounds (self->buffer, &begin, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->searched, &begin, &end);
  if (line == NULL || self->notice == NULL)
    return;
  spans = jkb_search_line_find (line, self->notice->item->text,
                                strlen (self->notice->item->text));
  for (guint i = 0; i < spans->len; i++)
    apply_tag (self, self->searched, g_array_index (spans, JkbSpan, i));
}

const JkbCaseNotice *
jkb_notice_view_get_notice (JkbNoticeView *self)
{
  g_return_val_if_fail (JKB_IS_NOTICE_VIEW (self), NULL);

  return self->notice;
}

void
jkb_notice_view_point_at (JkbNoticeView *self, const JkbFact *fact)
{
  GtkTextIter begin, end;

  g_return_if_fail (JKB_IS_NOTICE_VIEW (self));

  stop_scrolling (self);
  gtk_text_buffer_get_bounds (self->buffer, &begin, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->pointed, &begin, &end);
  if (fact == NULL || self->notice == NULL || fact->span.begin == fact->span.end)
    return;
  get_iters (self, fact->span, &begin, &end);
  gtk_text_buffer_apply_tag (self->buffer, self->pointed, &begin, &end);
  gtk_text_buffer_place_cursor (self->buffer, &begin);
  bring_into_sight (self);
}

char *
jkb_notice_view_get_pointed (JkbNoticeView *self)
{
  GtkTextIter begin, end;

  g_return_val_if_fail (JKB_IS_NOTICE_VIEW (self), NULL);

  gtk_text_buffer_get_start_iter (self->buffer, &begin);
  if (!gtk_text_iter_starts_tag (&begin, self->pointed)
      && !gtk_text_iter_forward_to_tag_toggle (&begin, self->pointed))
    return NULL;
  end = begin;
  gtk_text_iter_forward_to_tag_toggle (&end, self->pointed);
  return gtk_text_buffer_get_text (self->buffer, &begin, &end, FALSE);
}
