/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-review-bar.h"

#include "ui/jkb-compat.h"
#include "ui/jkb-shrink.h"

struct _JkbReviewBar
{
  AdwBin parent_instance;

  JkbReview *review;

  GtkRevealer *revealer;
  GtkBox *head;
  GtkLabel *queue;
  GtkWidget *answers;                   /* what can be done with a value */
  GtkLabel *reason;
};

G_DEFINE_FINAL_TYPE (JkbReviewBar, jkb_review_bar, ADW_TYPE_BIN)

static void
on_changed_cb (JkbReview *review, JkbReviewBar *self)
{
  g_autofree char *queue = NULL;
  g_autofree char *reason = NULL;
  gboolean is_active = jkb_review_is_active (review);

  gtk_revealer_set_reveal_child (self->revealer, is_active);
  if (!is_active)
    return;
  queue = jkb_review_word_queue (review);
  reason = jkb_review_word_reason (review);
  gtk_label_set_text (self->queue, queue);
  gtk_widget_set_sensitive (self->answers, !jkb_review_is_done (review));
  if (g_strcmp0 (reason, gtk_label_get_text (self->reason)) == 0)
    return;
  gtk_label_set_text (self->reason, reason);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->reason), reason);
  jkb_compat_announce (GTK_WIDGET (self), reason);
}

static void
jkb_review_bar_dispose (GObject *object)
{
  JkbReviewBar *self = JKB_REVIEW_BAR (object);

  g_clear_object (&self->review);
  G_OBJECT_CLASS (jkb_review_bar_parent_class)->dispose (object);
}

static void
jkb_review_bar_class_init (JkbReviewBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jkb_review_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jikenbo/Jikenbo/review-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, JkbReviewBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, JkbReviewBar, queue);
  gtk_widget_class_bind_template_child (widget_class, JkbReviewBar, head);
  gtk_widget_class_bind_template_child (widget_class, JkbReviewBar, answers);
  gtk_widget_class_bind_template_child (widget_class, JkbReviewBar, reason);
}

static void
jkb_review_bar_init (JkbReviewBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jkb_cut_label (self->queue);
}

void
jkb_review_bar_set_narrow (JkbReviewBar *self, gboolean is_narrow)
{
  g_return_if_fail (JKB_IS_REVIEW_BAR (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head),
                                  is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

void
jkb_review_bar_set_review (JkbReviewBar *self, JkbReview *review)
{
  g_return_if_fail (JKB_IS_REVIEW_BAR (self));
  g_return_if_fail (self->review == NULL);

  self->review = g_object_ref (review);
  g_signal_connect_object (review, "changed", G_CALLBACK (on_changed_cb), self, 0);
  on_changed_cb (review, self);
}
