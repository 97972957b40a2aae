/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-evidence-pane.h"

#include <glib/gi18n-lib.h>

#include "labels/jkb-labels.h"
#include "summary/jkb-history-words.h"
#include "ui/jkb-fact-editor.h"
#include "ui/jkb-fact-group.h"
#include "ui/jkb-shrink.h"

struct _JkbEvidencePane
{
  AdwBin parent_instance;

  JkbCaseActions *actions;
  const JkbCaseFile *file;
  const JkbCaseFact *fact;
  JkbSelection *selection;              /* owns the words that were searched for */
  gboolean is_showing;

  GtkStack *bar_stack;
  GtkLabel *fact_words;
  GtkLabel *fact_basis;
  GtkMenuButton *correct_button;
  GtkDropDown *notice_choice;
  JkbNoticeView *notice;
};

enum
{
  FACT_TOUCHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbEvidencePane, jkb_evidence_pane, ADW_TYPE_BIN)

static void
mark_searched (JkbEvidencePane *self)
{
  jkb_notice_view_mark_searched (self->notice, self->selection != NULL
                                                   ? jkb_selection_get_line (self->selection)
                                                   : NULL);
}

static void
show_notice (JkbEvidencePane *self, guint index)
{
  const JkbCaseNotice *notice = NULL;

  if (self->file != NULL && index < self->file->notices->len)
    notice = self->file->notices->pdata[index];
  jkb_notice_view_show (self->notice, self->file, notice);
  mark_searched (self);
}

static GtkStringList *
list_notices (const JkbCaseFile *file)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; file != NULL && i < file->notices->len; i++)
    {
      const JkbCaseNotice *notice = file->notices->pdata[i];
      g_autofree char *name = g_path_get_basename (notice->source_name);

      gtk_string_list_append (names, notice->item->title != NULL ? notice->item->title : name);
    }
  return names;
}

static void
show_bar (JkbEvidencePane *self)
{
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;
  g_autofree char *basis = NULL;
  g_autofree char *history = NULL;
  g_autofree char *all = NULL;

  gtk_stack_set_visible_child_name (self->bar_stack, self->fact != NULL ? "fact" : "notice");
  gtk_widget_set_sensitive (GTK_WIDGET (self->correct_button),
                            self->fact != NULL && jkb_case_actions_can_edit (self->actions));
  if (self->fact == NULL)
    return;
  words = jkb_fact_words (self->fact->fact);
  basis = jkb_fact_basis (self->fact->fact);
  /* Translators: the name of a field, and its value */
  text = g_strdup_printf (_("%s: %s"),
                          jkb_label (JKB_WORDS_FIELD, (int) self->fact->fact->field), words);
  gtk_label_set_text (self->fact_words, text);
  gtk_label_set_text (self->fact_basis, basis);
  gtk_widget_set_visible (GTK_WIDGET (self->fact_basis), TRUE);
  history = jkb_history_words (self->file, jkb_word_nick (JKB_WORDS_FIELD, (int) self->fact->fact->field));
  all = g_strconcat (basis, history != NULL ? "\n" : "", history, NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->fact_basis), all);
}

static void
show_notice_of (JkbEvidencePane *self, gint64 notice_id)
{
  const JkbCaseNotice *shown = jkb_notice_view_get_notice (self->notice);

  if (notice_id == 0 || (shown != NULL && shown->id == notice_id))
    return;
  for (guint i = 0; i < self->file->notices->len; i++)
    if (((JkbCaseNotice *) self->file->notices->pdata[i])->id == notice_id)
      gtk_drop_down_set_selected (self->notice_choice, i);
}

static void
on_notice_chosen_cb (GtkDropDown *choice, GParamSpec *pspec, JkbEvidencePane *self)
{
  if (!self->is_showing)
    show_notice (self, gtk_drop_down_get_selected (choice));
}

static void
on_fact_touched_cb (JkbNoticeView *notice, gint64 fact_id, JkbEvidencePane *self)
{
  g_signal_emit (self, signals[FACT_TOUCHED], 0, fact_id);
}

static void
on_corrected_cb (JkbFactEditor *editor, const char *value, int qualifier, JkbEvidencePane *self)
{
  jkb_case_actions_correct (self->actions, value, (JkbCountQualifier) qualifier);
}

static void
make_correction (GtkMenuButton *button, gpointer user_data)
{
  JkbEvidencePane *self = user_data;
  const JkbFact *fact = self->fact->fact;
  GtkWidget *editor = jkb_fact_editor_new (fact->field, fact->value, fact->qualifier);

  g_signal_connect (editor, "done", G_CALLBACK (on_corrected_cb), self);
  gtk_menu_button_set_popover (button, editor);
}

static void
jkb_evidence_pane_dispose (GObject *object)
{
  JkbEvidencePane *self = JKB_EVIDENCE_PANE (object);

  g_clear_object (&self->actions);
  g_clear_pointer (&self->selection, jkb_selection_unref);
  G_OBJECT_CLASS (jkb_evidence_pane_parent_class)->dispose (object);
}

static void
jkb_evidence_pane_class_init (JkbEvidencePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (JKB_TYPE_NOTICE_VIEW);
  G_OBJECT_CLASS (klass)->dispose = jkb_evidence_pane_dispose;
  signals[FACT_TOUCHED]
      = g_signal_new ("fact-touched", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jikenbo/Jikenbo/evidence-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, JkbEvidencePane, bar_stack);
  gtk_widget_class_bind_template_child (widget_class, JkbEvidencePane, fact_words);
  gtk_widget_class_bind_template_child (widget_class, JkbEvidencePane, fact_basis);
  gtk_widget_class_bind_template_child (widget_class, JkbEvidencePane, correct_button);
  gtk_widget_class_bind_template_child (widget_class, JkbEvidencePane, notice_choice);
  gtk_widget_class_bind_template_child (widget_class, JkbEvidencePane, notice);
  gtk_widget_class_bind_template_callback (widget_class, on_notice_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_fact_touched_cb);
}

static void
jkb_evidence_pane_init (JkbEvidencePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jkb_cut_label (self->fact_words);
  jkb_shrink_choice (self->notice_choice);
  gtk_menu_button_set_create_popup_func (self->correct_button, make_correction, self, NULL);
}

void
jkb_evidence_pane_set_actions (JkbEvidencePane *self, JkbCaseActions *actions)
{
  g_return_if_fail (JKB_IS_EVIDENCE_PANE (self));
  g_return_if_fail (self->actions == NULL);

  self->actions = g_object_ref (actions);
  g_signal_connect_object (actions, "correct", G_CALLBACK (gtk_menu_button_popup),
                           self->correct_button, G_CONNECT_SWAPPED);
}

void
jkb_evidence_pane_show (JkbEvidencePane *self, const JkbCaseFile *file)
{
  g_autoptr(GtkStringList) names = list_notices (file);

  g_return_if_fail (JKB_IS_EVIDENCE_PANE (self));

  self->file = file;
  self->fact = NULL;
  gtk_menu_button_set_popover (self->correct_button, NULL);
  self->is_showing = TRUE;
  gtk_drop_down_set_model (self->notice_choice, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->notice_choice),
                          file != NULL && file->notices->len > 1);
  self->is_showing = FALSE;
  show_notice (self, 0);
  show_bar (self);
}

void
jkb_evidence_pane_set_selection (JkbEvidencePane *self, JkbSelection *selection)
{
  g_return_if_fail (JKB_IS_EVIDENCE_PANE (self));

  g_clear_pointer (&self->selection, jkb_selection_unref);
  if (selection != NULL)
    self->selection = jkb_selection_ref (selection);
  mark_searched (self);
}

void
jkb_evidence_pane_set_fact (JkbEvidencePane *self, const JkbCaseFact *fact)
{
  g_return_if_fail (JKB_IS_EVIDENCE_PANE (self));

  self->fact = fact;
  gtk_menu_button_set_popover (self->correct_button, NULL);
  if (fact != NULL)
    show_notice_of (self, fact->notice_id);
  jkb_notice_view_point_at (self->notice,
                            fact != NULL && fact->notice_id != 0 ? fact->fact : NULL);
  show_bar (self);
}

char *
jkb_evidence_pane_get_words (JkbEvidencePane *self)
{
  g_return_val_if_fail (JKB_IS_EVIDENCE_PANE (self), NULL);

  return jkb_notice_view_get_pointed (self->notice);
}
