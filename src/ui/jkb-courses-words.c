/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-courses-words.h"

#include <glib/gi18n-lib.h>

#include "labels/jkb-labels.h"
#include "ui/jkb-pane-parts.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-role-words.h"

/* “12 of 14” */
static char *
word_share (guint n, guint all)
{
  g_autofree char *some = jkb_label_number (n);
  g_autofree char *whole = jkb_label_number (all);

  /* Translators: so many of so many */
  return all > 0 ? g_strdup_printf (C_("share", "%s of %s"), some, whole) : g_strdup ("");
}

static char *
word_duties_share (const JkbCourseFit *fit)
{
  return word_share (fit->taught->len, fit->taught->len + fit->missing->len);
}

static char *
word_statements_share (const JkbCourseFit *fit)
{
  return word_share (fit->n_statements - fit->untaught->len, fit->n_statements);
}

static char *
list_courses (const GPtrArray *courses)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < courses->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? C_("between list members", ", ") : "",
                            ((const JkbCourse *) g_ptr_array_index (courses, i))->name);
  return g_string_free (list, FALSE);
}

/* “NICE 2.2.0 · duties 12 of 14 · tasks, knowledge and skills 3 of 40 · Bells” */
static char *
word_fit (const JkbCourseFit *fit)
{
  g_autofree char *title = jkb_reference_title (fit->role->framework);
  g_autofree char *duties = word_duties_share (fit);
  g_autofree char *statements = word_statements_share (fit);
  g_autofree char *courses = list_courses (fit->courses);
  GString *words = g_string_new (title);

  if (*duties != '\0')
    /* Translators: %s is “12 of 14” */
    g_string_append_printf (words, _(" · duties: %s"), duties);
  if (*statements != '\0')
    /* Translators: %s is “3 of 40” */
    g_string_append_printf (words, _(" · tasks, knowledge and skills: %s"), statements);
  g_string_append_printf (words, " · %s", courses);
  return g_string_free (words, FALSE);
}

/* Of duties, by which roles are in order; of statements where a role has none. */
static double
get_share (const JkbCourseFit *fit)
{
  guint n_duties = fit->taught->len + fit->missing->len;

  if (n_duties > 0)
    return (double) fit->taught->len / n_duties;
  return fit->n_statements > 0 ? 1 - (double) fit->untaught->len / fit->n_statements : 0;
}

/* Statements that no course names; the frameworks keep them alive. */
typedef struct
{
  JkbFrameworks *frameworks;
  GPtrArray *untaught;
} Closed;

static void
free_closed (gpointer pointer, GClosure *closure)
{
  Closed *closed = pointer;

  g_ptr_array_unref (closed->untaught);
  jkb_frameworks_unref (closed->frameworks);
  g_free (closed);
}

static void
on_expanded_cb (GtkExpander *expander, GParamSpec *pspec, gpointer user_data)
{
  const Closed *closed = user_data;
  GtkBox *box = GTK_BOX (gtk_expander_get_child (expander));

  if (gtk_widget_get_first_child (GTK_WIDGET (box)) == NULL)
    jkb_parts_add_statements (box, closed->untaught);
}

/* Some hundred, so they are listed when they are asked for. */
static void
add_untaught (GtkBox *box, JkbFrameworks *frameworks, const JkbCourseFit *fit)
{
  g_autofree char *number = jkb_label_number (fit->untaught->len);
  /* Translators: how many tasks, knowledge and skills no course names */
  g_autofree char *title = g_strdup_printf (_("Not named by any course (%s)"), number);
  GtkExpander *expander;
  Closed *closed;

  if (fit->untaught->len == 0)
    return;
  closed = g_new0 (Closed, 1);
  closed->frameworks = jkb_frameworks_ref (frameworks);
  closed->untaught = g_ptr_array_ref (fit->untaught);
  expander = jkb_parts_add_expander (box, title, NULL);
  g_signal_connect_data (expander, "notify::expanded", G_CALLBACK (on_expanded_cb), closed,
                         free_closed, 0);
}

static void
add_fit (GtkBox *box, JkbFrameworks *frameworks, const JkbCourseFit *fit)
{
  g_autofree char *detail = word_fit (fit);
  g_autofree char *missing = jkb_role_words_duties (fit->missing);
  g_autofree char *line = g_strdup_printf (_("Missing: %s"), missing);
  GtkWidget *button
      = jkb_parts_add_role_button (box, fit->role, jkb_reference_label (&fit->role->name), detail);

  jkb_parts_add_share (GTK_BOX (gtk_button_get_child (GTK_BUTTON (button))), get_share (fit), detail);
  if (fit->missing->len > 0)
    jkb_parts_add_text (box, line, "caption");
  add_untaught (box, frameworks, fit);
}

void
jkb_courses_words_fill (GtkBox *box, JkbFrameworks *frameworks, const GPtrArray *fits)
{
  GtkBox *card;
  guint n = 0;

  jkb_parts_clear (box);
  jkb_parts_add_heading (box, _("How Far They Lead"));
  card = jkb_parts_add_card (box);
  for (guint i = 0; i < fits->len; i++)
    {
      const JkbCourseFit *fit = g_ptr_array_index (fits, i);

      if (fit->courses->len == 0)
        continue;
      add_fit (card, frameworks, fit);
      n++;
    }
  if (n == 0)
    jkb_parts_add_text (card, _("No course leads to any of these roles."), "dim-label");
}

/* ---- on paper ---- */

/* Names of roles; one that is not there any more is called as the course has it. */
static char *
list_roles (const JkbCourse *course)
{
  GString *list = g_string_new (NULL);

  for (gsize i = 0; course->roles[i] != NULL; i++)
    {
      const JkbRole *role
          = jkb_reference_find_role (jkb_reference_get_default (), course->roles[i]);
      g_autofree char *title = role != NULL ? jkb_reference_title (role->framework) : NULL;

      g_string_append (list, i > 0 ? C_("between list members", ", ") : "");
      if (role != NULL)
        g_string_append_printf (list, "%s (%s)", jkb_reference_label (&role->name), title);
      else
        g_string_append (list, course->roles[i]);
    }
  return g_string_free (list, FALSE);
}

static void
add_courses (JkbPrint *print, const GPtrArray *courses)
{
  for (guint i = 0; i < courses->len; i++)
    {
      const JkbCourse *course = g_ptr_array_index (courses, i);
      g_autofree char *roles = list_roles (course);
      g_autofree char *line = g_strdup_printf (_("%s: %s"), course->name, roles);

      jkb_print_add (print, JKB_PRINT_TEXT, line);
    }
}

static void
add_row (JkbPrint *print, const JkbCourseFit *fit)
{
  g_autofree char *title = jkb_reference_title (fit->role->framework);
  g_autofree char *role = g_strdup_printf ("%s (%s, %s)", jkb_reference_label (&fit->role->name),
                                           title, fit->role->id);
  g_autofree char *duties = word_duties_share (fit);
  g_autofree char *statements = word_statements_share (fit);
  g_autofree char *courses = list_courses (fit->courses);
  g_autofree char *missing = jkb_role_words_duties (fit->missing);
  const char *const cells[] = { role, duties, statements, courses, missing };

  jkb_print_add_row (print, cells);
}

JkbPrint *
jkb_courses_words_new_print (const GPtrArray *courses, const GPtrArray *fits)
{
  const JkbPrintColumn columns[] = {
    { _("Role"), 28, FALSE },    { _("Duties"), 9, FALSE },   { _("Statements"), 11, FALSE },
    { _("Courses"), 20, FALSE }, { _("Missing"), 32, FALSE },
  };
  JkbPrint *print = jkb_print_new (_("Courses and Roles"));

  jkb_print_add (print, JKB_PRINT_TITLE, _("Courses and Roles"));
  add_courses (print, courses);
  jkb_print_add (print, JKB_PRINT_HEADING, _("How Far They Lead"));
  jkb_print_add_table (print, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < fits->len; i++)
    {
      const JkbCourseFit *fit = g_ptr_array_index (fits, i);

      if (fit->courses->len > 0)
        add_row (print, fit);
    }
  return print;
}
