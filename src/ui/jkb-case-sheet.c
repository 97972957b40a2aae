/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-case-sheet.h"

#include <glib/gi18n-lib.h>

#include "labels/jkb-label-style.h"
#include "summary/jkb-history-words.h"
#include "ui/jkb-fact-list.h"
#include "ui/jkb-headline.h"
#include "ui/jkb-notes.h"
#include "ui/jkb-role-lens.h"
#include "ui/jkb-time-line.h"
#include "ui/jkb-unbroken.h"

struct _JkbCaseSheet
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *cause;
  GtkLabel *headline;
  JkbFactList *facts;
  GtkWidget *bundled_note;
  GtkWidget *time_line_box;
  AdwBin *time_line;
  GtkWidget *chain_box;
  GtkLabel *chain;
  GtkWidget *history_box;
  GtkLabel *history;
  JkbRoleLens *roles;
  JkbNotes *notes;
  GtkWidget *link_button;
  GtkLabel *link;
  GtkLabel *source;
};

enum
{
  FACT_CHOSEN,
  ENTERED,
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbCaseSheet, jkb_case_sheet, ADW_TYPE_BIN)

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_name (JkbCaseSheet *self, const JkbIncident *incident)
{
  const char *name = jkb_label_name (incident->organisation, incident->organisation_en);
  g_autofree char *headline = jkb_headline (incident);

  gtk_label_set_text (self->title, name != NULL ? name : _("Organisation not known"));
  set_text (self->subtitle, jkb_label_second_name (incident->organisation, incident->organisation_en));
  set_text (self->cause, incident->cause);
  set_text (self->headline, headline);
}

static void
show_source (JkbCaseSheet *self, const JkbCaseFile *file)
{
  const char *uri = file->incident->source_uri;
  g_autofree char *text = jkb_headline_source (file);

  set_text (self->source, text);
  gtk_widget_set_visible (self->link_button, uri != NULL);
  gtk_label_set_text (self->link, uri != NULL ? uri : "");
  gtk_widget_set_tooltip_text (self->link_button, uri);
}

static void
on_fact_chosen_cb (JkbFactList *facts, const JkbFactGroup *group, guint place, JkbCaseSheet *self)
{
  g_signal_emit (self, signals[FACT_CHOSEN], 0, group != NULL ? g_ptr_array_index (group->facts, place) : NULL);
}

static void
on_value_entered_cb (JkbFactList *facts, int field, const char *value, int qualifier, JkbCaseSheet *self)
{
  g_signal_emit (self, signals[ENTERED], 0, field, value, qualifier);
}

static void
on_noted_cb (JkbNotes *notes, const char *message, gboolean can_undo, JkbCaseSheet *self)
{
  g_signal_emit (self, signals[EDITED], 0, message, can_undo);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, JkbCaseSheet, title);
  gtk_widget_class_bind_template_child (klass, JkbCaseSheet, subtitle);
  gtk_widget_class_bind_template_child (klass, JkbCaseSheet, cause);
  gtk_widget_class_bind_template_child (klass, JkbCaseSheet, headline);
  gtk_widget_class_bind_template_child (klass, JkbCaseSheet, facts);
  gtk_widget_class_bind_template_child (klass, JkbCaseSheet, bundled_note);
  gtk_widget_class_bind_template_child (klass, JkbCaseSheet, time_line_box);
  gtk_widget_class_bind_template_child (klass, JkbCaseSheet, time_line);
  gtk_widget_class_bind_template_child (klass, JkbCaseSheet, chain_box);
  gtk_widget_class_bind_template_child (klass, JkbCaseSheet, chain);
  gtk_widget_class_bind_template_child (klass, JkbCaseSheet, history_box);
  gtk_widget_class_bind_template_child (klass, JkbCaseSheet, history);
  gtk_widget_class_bind_template_child (klass, JkbCaseSheet, roles);
  gtk_widget_class_bind_template_child (klass, JkbCaseSheet, notes);
  gtk_widget_class_bind_template_child (klass, JkbCaseSheet, link_button);
  gtk_widget_class_bind_template_child (klass, JkbCaseSheet, link);
  gtk_widget_class_bind_template_child (klass, JkbCaseSheet, source);
}

static void
jkb_case_sheet_class_init (JkbCaseSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  g_type_ensure (JKB_TYPE_FACT_LIST);
  g_type_ensure (JKB_TYPE_ROLE_LENS);
  g_type_ensure (JKB_TYPE_NOTES);
  signals[FACT_CHOSEN] = g_signal_new ("fact-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                       G_TYPE_POINTER);
  signals[ENTERED] = g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                   G_TYPE_INT, G_TYPE_STRING, G_TYPE_INT);
  signals[EDITED] = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_STRING, G_TYPE_BOOLEAN);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jikenbo/Jikenbo/case-sheet.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_fact_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_value_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_noted_cb);
}

static void
jkb_case_sheet_init (JkbCaseSheet *self)
{
  GtkLabel *texts[5];

  gtk_widget_init_template (GTK_WIDGET (self));
  texts[0] = self->cause;
  texts[1] = self->headline;
  texts[2] = self->chain;
  texts[3] = self->history;
  texts[4] = self->source;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    jkb_unbroken_label (texts[i]);
}

void
jkb_case_sheet_show (JkbCaseSheet *self, JkbCasebook *casebook, const JkbCaseFile *file)
{
  const JkbIncident *incident;
  g_autofree char *chain = NULL;
  g_autofree char *history = NULL;
  GtkWidget *time_line;

  g_return_if_fail (JKB_IS_CASE_SHEET (self));
  g_return_if_fail (file != NULL);

  incident = file->incident;
  time_line = jkb_time_line_new (file);
  show_name (self, incident);
  gtk_widget_set_visible (self->bundled_note, file->notices->len == 0);
  jkb_fact_list_show (self->facts, file);
  adw_bin_set_child (self->time_line, time_line);
  gtk_widget_set_visible (self->time_line_box, time_line != NULL);
  chain = jkb_headline_chain (file);
  set_text (self->chain, chain);
  gtk_widget_set_visible (self->chain_box, chain != NULL);
  history = jkb_history_words (file, NULL);
  set_text (self->history, history);
  gtk_widget_set_visible (self->history_box, history != NULL);
  jkb_role_lens_set_case (self->roles, incident->type, incident->types, incident->circumstances);
  jkb_notes_show (self->notes, casebook, file);
  show_source (self, file);
}

void
jkb_case_sheet_clear (JkbCaseSheet *self)
{
  g_return_if_fail (JKB_IS_CASE_SHEET (self));

  jkb_fact_list_show (self->facts, NULL);
  adw_bin_set_child (self->time_line, NULL);
}

void
jkb_case_sheet_end_notes (JkbCaseSheet *self, JkbCasebook *casebook)
{
  g_return_if_fail (JKB_IS_CASE_SHEET (self));

  jkb_notes_show (self->notes, casebook, NULL);
}

gboolean
jkb_case_sheet_choose_fact (JkbCaseSheet *self, gint64 fact_id)
{
  g_return_val_if_fail (JKB_IS_CASE_SHEET (self), FALSE);

  return jkb_fact_list_choose (self->facts, fact_id);
}

const JkbCaseFact *
jkb_case_sheet_find_unsure (JkbCaseSheet *self, gint64 fact_id, int step)
{
  g_return_val_if_fail (JKB_IS_CASE_SHEET (self), NULL);

  return jkb_fact_list_find_unsure (self->facts, fact_id, step);
}
