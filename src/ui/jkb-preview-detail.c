/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-preview-detail.h"

#include "ui/jkb-fact-list.h"
#include "ui/jkb-headline.h"
#include "ui/jkb-notice-view.h"
#include "ui/jkb-shrink.h"
#include "ui/jkb-unbroken.h"

#define FACTS_WIDTH 280
#define TEXT_WIDTH 240
#define PART_HEIGHT 120

struct _JkbPreviewDetail
{
  AdwBin parent_instance;

  JkbCaseFile *file;                    /* the case that the item would be */
  GtkPaned *paned;
  GtkLabel *words;
  GtkLabel *headline;
  JkbFactList *facts;
  JkbNoticeView *notice;
};

G_DEFINE_FINAL_TYPE (JkbPreviewDetail, jkb_preview_detail, ADW_TYPE_BIN)

static const JkbCaseFact *
find_fact (JkbPreviewDetail *self, gint64 fact_id)
{
  for (guint i = 0; i < self->file->facts->len; i++)
    if (((JkbCaseFact *) self->file->facts->pdata[i])->id == fact_id)
      return self->file->facts->pdata[i];
  return NULL;
}

static void
on_fact_chosen_cb (JkbFactList *facts, const JkbFactGroup *group, guint place, JkbPreviewDetail *self)
{
  const JkbCaseFact *fact = group != NULL ? g_ptr_array_index (group->facts, place) : NULL;

  jkb_notice_view_point_at (self->notice, fact != NULL ? fact->fact : NULL);
}

/* A date that only the text has is in no list; its words are marked all the same. */
static void
on_fact_touched_cb (JkbNoticeView *view, gint64 fact_id, JkbPreviewDetail *self)
{
  const JkbCaseFact *fact;

  if (jkb_fact_list_choose (self->facts, fact_id))
    return;
  jkb_fact_list_choose (self->facts, 0);
  fact = find_fact (self, fact_id);
  jkb_notice_view_point_at (self->notice, fact != NULL ? fact->fact : NULL);
}

static GtkLabel *
add_label (GtkBox *box, const char *css_class)
{
  GtkWidget *label = jkb_wrapped_label_new (NULL);

  gtk_widget_add_css_class (label, css_class);
  jkb_unbroken_label (GTK_LABEL (label));
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static GtkWidget *
make_facts (JkbPreviewDetail *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->words = add_label (GTK_BOX (box), "heading");
  self->headline = add_label (GTK_BOX (box), "headline");
  self->facts = g_object_new (JKB_TYPE_FACT_LIST, NULL);
  jkb_fact_list_set_read_only (self->facts);
  g_signal_connect (self->facts, "chosen", G_CALLBACK (on_fact_chosen_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->facts));
  gtk_widget_add_css_class (box, "case");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_size_request (scrolled, FACTS_WIDTH, PART_HEIGHT);
  return scrolled;
}

static void
jkb_preview_detail_dispose (GObject *object)
{
  jkb_preview_detail_show (JKB_PREVIEW_DETAIL (object), NULL);
  G_OBJECT_CLASS (jkb_preview_detail_parent_class)->dispose (object);
}

static void
jkb_preview_detail_class_init (JkbPreviewDetailClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jkb_preview_detail_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "casepane");
}

static void
jkb_preview_detail_init (JkbPreviewDetail *self)
{
  self->paned = GTK_PANED (gtk_paned_new (GTK_ORIENTATION_HORIZONTAL));
  self->notice = g_object_new (JKB_TYPE_NOTICE_VIEW, NULL);
  gtk_widget_set_size_request (GTK_WIDGET (self->notice), TEXT_WIDTH, PART_HEIGHT);
  g_signal_connect (self->notice, "fact-touched", G_CALLBACK (on_fact_touched_cb), self);
  gtk_paned_set_start_child (self->paned, make_facts (self));
  gtk_paned_set_end_child (self->paned, GTK_WIDGET (self->notice));
  gtk_paned_set_shrink_start_child (self->paned, FALSE);
  gtk_paned_set_shrink_end_child (self->paned, FALSE);
  gtk_paned_set_resize_start_child (self->paned, TRUE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->paned));
}

/* Everything that points into the case lets go of it before it is freed. */
static void
drop_file (JkbPreviewDetail *self)
{
  if (self->file == NULL)
    return;
  jkb_fact_list_show (self->facts, NULL);
  jkb_notice_view_show (self->notice, NULL, NULL);
  g_clear_pointer (&self->file, jkb_case_file_free);
}

void
jkb_preview_detail_show (JkbPreviewDetail *self, JkbPreviewRow *row)
{
  const JkbItem *item = row != NULL ? jkb_preview_row_get_item (row) : NULL;
  g_autofree char *headline = NULL;

  g_return_if_fail (JKB_IS_PREVIEW_DETAIL (self));

  drop_file (self);
  if (gtk_widget_in_destruction (GTK_WIDGET (self)) || self->words == NULL)
    return;
  gtk_label_set_text (self->words, row != NULL ? jkb_preview_row_get_words (row) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notice), item != NULL);
  if (item != NULL)
    {
      self->file = jkb_case_file_new_from_item (jkb_preview_row_get_entry (row)->source, item);
      jkb_notice_view_show (self->notice, self->file, g_ptr_array_index (self->file->notices, 0));
    }
  if (item != NULL && item->is_notice)
    {
      headline = jkb_headline (self->file->incident);
      jkb_fact_list_show (self->facts, self->file);
    }
  gtk_label_set_text (self->headline, headline != NULL ? headline : "");
  gtk_widget_set_visible (GTK_WIDGET (self->headline), headline != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->facts), headline != NULL);
}

void
jkb_preview_detail_set_narrow (JkbPreviewDetail *self, gboolean is_narrow)
{
  g_return_if_fail (JKB_IS_PREVIEW_DETAIL (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paned),
                                  is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

gboolean
jkb_preview_detail_choose_fact (JkbPreviewDetail *self, JkbField field)
{
  const JkbCaseFact *fact;

  g_return_val_if_fail (JKB_IS_PREVIEW_DETAIL (self), FALSE);

  fact = self->file != NULL ? jkb_case_file_find (self->file, field) : NULL;
  return fact != NULL && jkb_fact_list_choose (self->facts, fact->id);
}

char *
jkb_preview_detail_get_evidence (JkbPreviewDetail *self)
{
  g_return_val_if_fail (JKB_IS_PREVIEW_DETAIL (self), NULL);

  return jkb_notice_view_get_pointed (self->notice);
}
