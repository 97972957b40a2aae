/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-own-part.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "frameworks/jkb-frameworks-own.h"
#include "frameworks/jkb-own-changes.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-pane-parts.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-shrink.h"

static void
add_action (GtkBox *box, const char *label, const char *action, const char *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  jkb_shrink_labels (button);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (box, button);
}

/* ---- one change in words ---- */

static char *
word_part (const JkbOwnChange *change)
{
  g_auto(GStrv) parts = g_strsplit (change->other, "/", 2);
  int weight = *change->value - '0';
  g_autofree char *work
      = g_strdup_printf ("%s · %s", jkb_reference_label_subject (jkb_subject_from_nick (parts[0])),
                         jkb_label (JKB_WORDS_PHASE, jkb_word_value (JKB_WORDS_PHASE, parts[1])));
  g_autofree char *part = g_strdup_printf ("%s %s", jkb_reference_dots (weight),
                                           weight > 0 ? jkb_reference_label_weight (weight)
                                                      : C_("role", "Has no part"));

  return g_strdup_printf (_("%s: %s"), work, part);
}

static char *
word_relation (const JkbOwnChange *change)
{
  const JkbRole *role = jkb_reference_find_role (jkb_reference_get_default (), change->other);
  g_autofree char *title = role != NULL ? jkb_reference_title (role->framework) : NULL;
  g_autofree char *name
      = role != NULL ? g_strdup_printf ("%s · %s", jkb_reference_label (&role->name), title)
                     : g_strdup (change->other);

  for (int relation = 0; relation < JKB_N_RELATIONS; relation++)
    if (strcmp (change->value, jkb_relation_nick (relation)) == 0)
      return g_strdup_printf (_("%s: %s"), name, jkb_reference_label_relation (relation));
  return g_strdup_printf (_("%s: %s"), name, _("Not related"));
}

static char *
word_text (const JkbOwnChange *change)
{
  const char *const names[] = {
    [JKB_OWN_FRAMEWORK] = _("Name of the framework"),
    [JKB_OWN_NAME] = _("Name"),
    [JKB_OWN_CATEGORY] = _("Category"),
    [JKB_OWN_SUMMARY] = _("What It Does"),
  };
  const char *text = jkb_label_pick (*change->text.en != '\0' ? change->text.en : change->text.ja,
                                     *change->text.ja != '\0' ? change->text.ja : change->text.en);

  return g_strdup_printf (_("%s: %s"), names[change->kind], text);
}

static char *
word_change (const JkbOwnChange *change)
{
  if (change->kind == JKB_OWN_PART)
    return word_part (change);
  return change->kind == JKB_OWN_RELATION ? word_relation (change) : word_text (change);
}

static void
add_change (GtkBox *box, const JkbOwnChange *change, gboolean with_role)
{
  g_autofree char *words = word_change (change);
  g_autofree char *key = jkb_own_change_key (change);
  g_autofree char *place = g_strjoin (" ", change->framework, change->edition, change->role_id, NULL);
  /* Translators: %s is a change that a person made */
  g_autofree char *label = g_strdup_printf (_("Reset “%s”"), words);
  GtkWidget *button;

  if (with_role)
    jkb_parts_add_text (box, place, "caption-heading");
  jkb_parts_add_text (box, words, NULL);
  add_action (box, _("Reset"), "win.reset-own", key);
  button = gtk_widget_get_last_child (GTK_WIDGET (box));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static gboolean
is_about (const JkbOwnChange *change, const JkbRole *role)
{
  return strcmp (change->framework, role->framework->id) == 0
         && strcmp (change->edition, role->framework->edition) == 0
         && strcmp (change->role_id, role->id) == 0;
}

void
jkb_own_part_add_cell (GtkBox *box, const JkbFrameworks *frameworks, const JkbRole *role,
                       JkbSubject subject)
{
  const GPtrArray *changes = jkb_frameworks_own_changes (frameworks);
  g_autofree char *name = jkb_reference_name_role (role);
  g_autofree char *target = g_strdup_printf ("%s|%s", jkb_subject_nick (subject), name);
  g_autofree char *prefix = g_strdup_printf ("%s/", jkb_subject_nick (subject));

  jkb_parts_add_heading (box, _("Your Own Judgement"));
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const JkbOwnChange *change = g_ptr_array_index (changes, i);

      if (change->kind == JKB_OWN_PART && is_about (change, role)
          && g_str_has_prefix (change->other, prefix))
        add_change (box, change, FALSE);
    }
  add_action (box, _("Change This Part…"), "win.edit-part", target);
}

void
jkb_own_part_add_role (GtkBox *box, const JkbFrameworks *frameworks, const JkbRole *role)
{
  const GPtrArray *changes = jkb_frameworks_own_changes (frameworks);
  g_autofree char *name = jkb_reference_name_role (role);

  jkb_parts_add_heading (box, _("Your Own Changes"));
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    if (is_about (g_ptr_array_index (changes, i), role))
      add_change (box, g_ptr_array_index (changes, i), FALSE);
  add_action (box, _("Change Its Words…"), "win.edit-role", name);
  add_action (box, _("Relate It to Another Role…"), "win.edit-relation", name);
}

void
jkb_own_part_add_all (GtkBox *box, const JkbFrameworks *frameworks)
{
  const GPtrArray *changes = jkb_frameworks_own_changes (frameworks);

  if (changes == NULL || changes->len == 0)
    return;
  jkb_parts_add_heading (box, _("Your Own Changes"));
  for (guint i = 0; i < changes->len; i++)
    add_change (box, g_ptr_array_index (changes, i), TRUE);
  add_action (box, _("Reset All"), "win.reset-own", "");
}
