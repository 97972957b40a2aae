/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-role-career.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "frameworks/jkb-career.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-columns-layout.h"
#include "ui/jkb-line.h"
#include "ui/jkb-pane-parts.h"
#include "ui/jkb-reading-box.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-settings.h"
#include "ui/jkb-shrink.h"

#define COLUMN_WIDTH 330
#define N_HINTS 5
/* (maybe of names): nothing when they are not to be kept */
#define KEY_ANSWERS "career-answers"

struct _JkbRoleCareer
{
  AdwBin parent_instance;

  GHashTable *chosen;                   /* names of answers */
  GtkBox *questions;
  GtkBox *hints;
  GtkSwitch *keep;
};

G_DEFINE_FINAL_TYPE (JkbRoleCareer, jkb_role_career, ADW_TYPE_BIN)

static JkbFrameworks *
get_frameworks (void)
{
  return jkb_reference_get_frameworks (jkb_reference_get_default ());
}

static void
remove_all (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* ---- keeping ---- */

static GStrv
list_chosen (JkbRoleCareer *self)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  for (int part = 0; part < JKB_N_CAREER_PARTS; part++)
    {
      g_autoptr(GPtrArray) answers
          = jkb_frameworks_career_answers (get_frameworks (), (JkbCareerPart) part);

      for (guint i = 0; i < answers->len; i++)
        {
          const JkbCareerAnswer *answer = g_ptr_array_index (answers, i);

          if (g_hash_table_contains (self->chosen, answer->id))
            g_strv_builder_add (names, answer->id);
        }
    }
  return g_strv_builder_end (names);
}

/* Only what a person asked for is ever written. */
static void
keep_answers (JkbRoleCareer *self)
{
  GSettings *settings = jkb_settings_get ();
  g_auto(GStrv) names = NULL;

  if (settings == NULL || !gtk_switch_get_active (self->keep))
    return;
  names = list_chosen (self);
  g_settings_set_value (settings, KEY_ANSWERS,
                        g_variant_new_maybe (NULL, g_variant_new_strv ((const char *const *) names,
                                                                       -1)));
}

static void
on_keep_changed_cb (JkbRoleCareer *self)
{
  GSettings *settings = jkb_settings_get ();

  if (gtk_switch_get_active (self->keep))
    keep_answers (self);
  else if (settings != NULL)
    g_settings_reset (settings, KEY_ANSWERS);
}

static void
restore_answers (JkbRoleCareer *self)
{
  GSettings *settings = jkb_settings_get ();
  g_autoptr(GVariant) value = NULL;
  g_autoptr(GVariant) kept = NULL;
  g_autofree const char **names = NULL;

  if (settings == NULL)
    return;
  value = g_settings_get_value (settings, KEY_ANSWERS);
  kept = g_variant_get_maybe (value);
  if (kept == NULL)
    return;
  names = g_variant_get_strv (kept, NULL);
  for (gsize i = 0; names[i] != NULL; i++)
    g_hash_table_add (self->chosen, g_strdup (names[i]));
  gtk_switch_set_active (self->keep, TRUE);
}

/* ---- hints ---- */

static void
add_reason (GtkBox *box, const JkbCareerReason *reason)
{
  GtkWidget *answer
      = jkb_parts_add_text (box, jkb_reference_label (&reason->answer->text), "caption-heading");

  gtk_widget_set_margin_top (answer, JKB_PARTS_SPACING);
  jkb_parts_add_text (box, jkb_reference_label (&reason->text), NULL);
}

/* Roles of other frameworks that are near; past editions would only repeat them. */
static void
add_neighbours (GtkBox *box, const JkbRole *role)
{
  const GPtrArray *neighbours = jkb_frameworks_neighbours (get_frameworks (), role);
  GtkExpander *expander = NULL;

  for (guint i = 0; i < neighbours->len; i++)
    {
      const JkbNeighbour *neighbour = g_ptr_array_index (neighbours, i);
      g_autofree char *title = jkb_reference_title (neighbour->framework);
      g_autofree char *detail
          = g_strdup_printf ("%s · %s", title, jkb_reference_label_relation (neighbour->relation));

      if (neighbour->role == NULL || !neighbour->framework->is_current)
        continue;
      if (expander == NULL)
        expander = jkb_parts_add_expander (box, _("Near it in other frameworks"), NULL);
      jkb_parts_add_role_button (GTK_BOX (gtk_expander_get_child (expander)), neighbour->role,
                                 jkb_reference_label (&neighbour->role->name), detail);
    }
}

static GtkWidget *
make_hint (const JkbCareerHint *hint)
{
  GtkWidget *card = adw_bin_new ();
  GtkBox *box = jkb_parts_new_box ();
  g_autofree char *number = jkb_label_number (hint->reasons->len);
  g_autofree char *count
      /* Translators: %s is a number of answers that a person chose */
      = g_strdup_printf (ngettext ("%s of your answers speaks for it",
                                   "%s of your answers speak for it", hint->reasons->len), number);
  g_autofree char *title = jkb_reference_title (hint->role->framework);
  g_autofree char *detail = g_strdup_printf ("%s · %s", title, count);

  jkb_parts_add_role_button (box, hint->role, jkb_reference_label (&hint->role->name), detail);
  jkb_parts_add_text (box, jkb_reference_label (&hint->role->summary), "dim-label");
  for (guint i = 0; i < hint->reasons->len; i++)
    add_reason (box, g_ptr_array_index (hint->reasons, i));
  add_neighbours (box, hint->role);
  adw_bin_set_child (ADW_BIN (card), GTK_WIDGET (box));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_set_margin_top (card, JKB_PARTS_SPACING);
  return card;
}

static void
show_hints (JkbRoleCareer *self)
{
  g_auto(GStrv) names = list_chosen (self);
  g_autoptr(GPtrArray) hints
      = jkb_frameworks_career (get_frameworks (), (const char *const *) names);

  remove_all (self->hints);
  jkb_parts_add_heading (self->hints, _("What Your Answers Speak For"));
  if (hints->len == 0)
    jkb_parts_add_text (self->hints,
                        _("Tick what is true of you. Specialisms and roles appear here, each with the "
                          "reason."),
                        "dim-label");
  for (guint i = 0; i < MIN (hints->len, N_HINTS); i++)
    gtk_box_append (self->hints, make_hint (g_ptr_array_index (hints, i)));
}

/* ---- questions ---- */

static void
on_answer_toggled_cb (GtkCheckButton *button, JkbRoleCareer *self)
{
  const char *name = gtk_widget_get_name (GTK_WIDGET (button));

  if (gtk_check_button_get_active (button))
    g_hash_table_add (self->chosen, g_strdup (name));
  else
    g_hash_table_remove (self->chosen, name);
  keep_answers (self);
  show_hints (self);
}

static void
add_answer (JkbRoleCareer *self, const JkbCareerAnswer *answer)
{
  const char *text = jkb_reference_label (&answer->text);
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *label = jkb_wrapped_label_new (text);

  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_name (button, answer->id);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                               g_hash_table_contains (self->chosen, answer->id));
  g_signal_connect (button, "toggled", G_CALLBACK (on_answer_toggled_cb), self);
  gtk_box_append (self->questions, button);
}

static void
show_questions (JkbRoleCareer *self)
{
  JkbFrameworks *frameworks = get_frameworks ();

  if (frameworks == NULL)
    return;
  remove_all (self->questions);
  for (int part = 0; part < JKB_N_CAREER_PARTS; part++)
    {
      const JkbCareerAnswer *question
          = jkb_frameworks_career_question (frameworks, (JkbCareerPart) part);
      g_autoptr(GPtrArray) answers
          = jkb_frameworks_career_answers (frameworks, (JkbCareerPart) part);

      if (question != NULL)
        jkb_parts_add_heading (self->questions, jkb_reference_label (&question->text));
      for (guint i = 0; i < answers->len; i++)
        add_answer (self, g_ptr_array_index (answers, i));
    }
  show_hints (self);
}

static void
on_clear_clicked_cb (JkbRoleCareer *self)
{
  g_hash_table_remove_all (self->chosen);
  keep_answers (self);
  show_questions (self);
}

/* ---- life ---- */

static GtkWidget *
make_keep (JkbRoleCareer *self)
{
  GtkWidget *row = jkb_line_new ();
  GtkWidget *keep = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, JKB_PARTS_SPACING);
  GtkWidget *label = gtk_label_new_with_mnemonic (_("_Keep my answers on this computer"));
  GtkWidget *clear = gtk_button_new_with_mnemonic (_("C_lear All"));

  self->keep = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->keep), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->keep), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Keep my answers on this computer"), -1);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (self->keep));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->keep), jkb_settings_get () != NULL);
  gtk_widget_set_valign (clear, GTK_ALIGN_CENTER);
  g_signal_connect_object (clear, "clicked", G_CALLBACK (on_clear_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (keep), GTK_WIDGET (self->keep));
  gtk_box_append (GTK_BOX (keep), label);
  gtk_box_append (GTK_BOX (row), keep);
  gtk_box_append (GTK_BOX (row), clear);
  gtk_widget_set_margin_top (row, JKB_PARTS_MARGIN);
  return row;
}

static void
jkb_role_career_finalize (GObject *object)
{
  g_hash_table_unref (JKB_ROLE_CAREER (object)->chosen);
  G_OBJECT_CLASS (jkb_role_career_parent_class)->finalize (object);
}

static void
jkb_role_career_class_init (JkbRoleCareerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jkb_role_career_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "rolecareer");
}

static void
jkb_role_career_init (JkbRoleCareer *self)
{
  GtkWidget *columns = jkb_reading_box_new (jkb_columns_layout_new (COLUMN_WIDTH, 2, 2 * JKB_PARTS_MARGIN));
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, JKB_PARTS_SPACING);
  GtkBox *box;
  GtkWidget *scrolled = jkb_parts_new_page (&box);

  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->questions = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, JKB_PARTS_SPACING));
  self->hints = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, JKB_PARTS_SPACING));
  jkb_parts_add_text (box,
                      _("For people who come from another kind of work. The hints are our own judgement, "
                        "made to begin a conversation; they do not test what you can do. Answers stay in "
                        "this window and are forgotten when it is closed, unless you ask to keep them."),
                      NULL);
  gtk_box_append (GTK_BOX (left), GTK_WIDGET (self->questions));
  gtk_box_append (GTK_BOX (left), make_keep (self));
  gtk_box_append (GTK_BOX (columns), left);
  gtk_box_append (GTK_BOX (columns), GTK_WIDGET (self->hints));
  gtk_box_append (box, columns);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  restore_answers (self);
  g_signal_connect_object (self->keep, "notify::active", G_CALLBACK (on_keep_changed_cb), self,
                           G_CONNECT_SWAPPED);
  jkb_parts_show_in (GTK_WIDGET (self), G_CALLBACK (show_questions));
}

GtkWidget *
jkb_role_career_new (void)
{
  return g_object_new (JKB_TYPE_ROLE_CAREER, NULL);
}

void
jkb_role_career_choose (JkbRoleCareer *self, const char *answer)
{
  g_return_if_fail (JKB_IS_ROLE_CAREER (self));
  g_return_if_fail (answer != NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->questions)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_CHECK_BUTTON (child) && strcmp (gtk_widget_get_name (child), answer) == 0)
      gtk_check_button_set_active (GTK_CHECK_BUTTON (child), TRUE);
}
