/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-role-way.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#include "frameworks/jkb-role-path.h"
#include "frameworks/jkb-role-statements.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-pane-parts.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-role-words.h"

/* A choice of a role, with what it was made from. */
typedef struct
{
  JkbFrameworks *frameworks;            /* keeps the roles alive */
  const JkbRole *from;
  GtkBox *steps;                        /* where the answer goes; not owned */
} Choice;

static void
free_choice (gpointer pointer, GClosure *closure)
{
  Choice *choice = pointer;

  jkb_frameworks_unref (choice->frameworks);
  g_free (choice);
}

/* ---- a step ---- */

static void
add_duties (GtkBox *box, const char *title, const GPtrArray *duties)
{
  g_autofree char *number = jkb_label_number (duties->len);
  g_autofree char *heading = g_strdup_printf ("%s (%s)", title, number);
  g_autofree char *list = jkb_role_words_duties (duties);

  jkb_parts_add_text (box, heading, "caption-heading");
  if (duties->len > 0)
    jkb_parts_add_text (box, list, "caption");
}

static void
add_statements (GtkBox *box, JkbFrameworks *frameworks, const JkbRoleStep *step)
{
  const JkbFramework *edition = NULL, *other = NULL;
  const GPtrArray *own = jkb_frameworks_statements (frameworks, step->from, &edition);
  const GPtrArray *theirs = jkb_frameworks_statements (frameworks, step->to, &other);
  g_autoptr(GPtrArray) shared = NULL;
  g_autofree char *n_shared = NULL;
  g_autofree char *n_new = NULL;
  g_autofree char *words = NULL;

  if (own == NULL || theirs == NULL || edition != other)
    return;
  shared = jkb_statements_pick (theirs, own, TRUE);
  n_shared = jkb_label_number (shared->len);
  n_new = jkb_label_number (theirs->len - shared->len);
  /* Translators: numbers of tasks, knowledge and skills */
  words = g_strdup_printf (_("Tasks, knowledge and skills: %s in common, %s to learn"), n_shared,
                           n_new);
  jkb_parts_add_text (box, words, "caption");
}

static void
add_step (GtkBox *box, JkbFrameworks *frameworks, const JkbRoleStep *step)
{
  g_autoptr(GPtrArray) shared = jkb_frameworks_duties (frameworks, step->to, step->from, TRUE);
  g_autoptr(GPtrArray) learnt = jkb_frameworks_duties (frameworks, step->to, step->from, FALSE);
  g_autofree char *title = jkb_reference_title (step->to->framework);
  g_autofree char *detail
      = g_strdup_printf ("%s · %s", title,
                         step->neighbour != NULL
                             ? jkb_reference_label_relation (step->neighbour->relation)
                             : _("beside it in the same incidents"));
  g_autofree char *name = g_strdup_printf ("→ %s", jkb_reference_label (&step->to->name));

  jkb_parts_add_role_button (box, step->to, name, detail);
  add_duties (box, _("Carries over"), shared);
  add_duties (box, _("To learn"), learnt);
  add_statements (box, frameworks, step);
}

static void
on_goal_chosen_cb (GtkDropDown *drop_down, GParamSpec *pspec, gpointer user_data)
{
  const Choice *choice = user_data;
  guint selected = gtk_drop_down_get_selected (drop_down);
  guint index = selected - 1 + (selected > choice->from->index);
  const JkbRole *goal = selected > 0 && selected != GTK_INVALID_LIST_POSITION
                            ? jkb_frameworks_get_role (choice->frameworks, index) : NULL;
  g_autoptr(GPtrArray) steps = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (choice->steps))) != NULL)
    gtk_box_remove (choice->steps, child);
  if (goal == NULL)
    return;
  steps = jkb_frameworks_path (choice->frameworks, choice->from, goal);
  for (guint i = 0; steps != NULL && i < steps->len; i++)
    add_step (choice->steps, choice->frameworks, g_ptr_array_index (steps, i));
  if (steps == NULL)
    jkb_parts_add_text (choice->steps, _("No way leads there: no role on the way is related or has "
                                         "duties in common."), "dim-label");
}

void
jkb_role_way_add (GtkBox *box, JkbFrameworks *frameworks, const JkbRole *role)
{
  Choice *choice = g_new0 (Choice, 1);
  GtkWidget *drop_down = jkb_parts_new_role_choice (frameworks, role, _("Choose a role…"));

  choice->frameworks = jkb_frameworks_ref (frameworks);
  choice->from = role;
  choice->steps = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, JKB_PARTS_SPACING));
  jkb_parts_add_heading (box, _("From Here to Another Role"));
  gtk_box_append (box, drop_down);
  gtk_box_append (box, GTK_WIDGET (choice->steps));
  g_signal_connect_data (drop_down, "notify::selected", G_CALLBACK (on_goal_chosen_cb), choice,
                         free_choice, 0);
}

/* ---- levels ---- */

static char *
word_level (const JkbLevel *level)
{
  const char *name = jkb_reference_label (&level->name);

  if (*level->code == '\0')
    return *level->note.en != '\0'
               ? g_strdup_printf ("%u. %s · %s", level->level, name,
                                  jkb_reference_label (&level->note))
               : g_strdup_printf ("%u. %s", level->level, name);
  /* Translators: code and name of a competence, and the level that a role wants in it */
  return g_strdup_printf (_("%s %s: level %u"), level->code, name, level->level);
}

void
jkb_role_way_add_levels (GtkBox *box, JkbFrameworks *frameworks, const JkbRole *role)
{
  g_autoptr(GPtrArray) levels = jkb_frameworks_levels (frameworks, role);
  const JkbLevel *first = levels->len > 0 ? g_ptr_array_index (levels, 0) : NULL;

  if (first == NULL)
    return;
  jkb_parts_add_heading (box, *first->code != '\0' ? _("Levels of competence (e-CF)")
                                                   : _("Professional titles, from the first one up"));
  for (guint i = 0; i < levels->len; i++)
    {
      g_autofree char *words = word_level (g_ptr_array_index (levels, i));

      jkb_parts_add_text (box, words, NULL);
    }
  jkb_parts_add_link (box, first->source_url, first->source_url);
}
