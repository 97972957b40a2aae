/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-coverage-words.h"

#include <glib/gi18n-lib.h>

#include "labels/jkb-labels.h"
#include "ui/jkb-pane-parts.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-role-words.h"
#include "ui/jkb-roles-cases.h"

JkbCoverageResult *
jkb_coverage_result_new (JkbFrameworks *frameworks, const JkbFramework *framework, GPtrArray *held,
                         const JkbSelection *selection, char *filter)
{
  JkbCoverageResult *result = g_new0 (JkbCoverageResult, 1);
  guint counted[JKB_N_SUBJECTS] = { 0 };
  guint64 n_cases[JKB_N_SUBJECTS];

  if (selection != NULL)
    jkb_roles_cases_count (selection, counted);
  for (int i = 0; i < JKB_N_SUBJECTS; i++)
    n_cases[i] = counted[i];
  result->frameworks = jkb_frameworks_ref (frameworks);
  result->framework = framework;
  result->held = held;
  result->cells = jkb_coverage_new (frameworks, held, framework, n_cases);
  result->steps = jkb_training_plan_new (frameworks, result->cells, held, framework);
  result->n_cases = selection != NULL ? jkb_selection_n (selection) : 0;
  result->filter = filter;
  return result;
}

void
jkb_coverage_result_free (JkbCoverageResult *result)
{
  g_ptr_array_unref (result->held);
  g_ptr_array_unref (result->cells);
  g_ptr_array_unref (result->steps);
  g_free (result->filter);
  jkb_frameworks_unref (result->frameworks);
  g_free (result);
}

/* ---- in a sentence ---- */

static const JkbCoverageCell *
get_cell (const JkbCoverageResult *result, guint index)
{
  return g_ptr_array_index (result->cells, index);
}

static char *
word_cases (guint64 n_cases)
{
  g_autofree char *digits = jkb_label_number ((gint64) n_cases);

  return g_strdup_printf (ngettext ("%s case", "%s cases", (gulong) n_cases), digits);
}

/* How many phases of work somebody is there for, and how many cases of them all. */
typedef struct
{
  guint n_held;
  guint64 n_held_cases;
  guint64 n_cases;
} Sums;

static Sums
sum_up (const JkbCoverageResult *result)
{
  Sums sums = { 0 };

  for (guint i = 0; i < result->cells->len; i++)
    {
      const JkbCoverageCell *cell = get_cell (result, i);

      sums.n_held += cell->held != NULL;
      sums.n_held_cases += cell->held != NULL ? cell->n_cases : 0;
      sums.n_cases += cell->n_cases;
    }
  return sums;
}

double
jkb_coverage_words_share (const JkbCoverageResult *result)
{
  Sums sums = sum_up (result);

  if (sums.n_cases > 0)
    return (double) sums.n_held_cases / (double) sums.n_cases;
  return result->cells->len > 0 ? (double) sums.n_held / result->cells->len : 0;
}

char *
jkb_coverage_words_summary (const JkbCoverageResult *result)
{
  Sums sums = sum_up (result);
  /* Translators: numbers of phases of work, over all types of incidents */
  g_autofree char *phases = g_strdup_printf (_("Somebody is there for %u of %u phases of work."),
                                             sums.n_held, result->cells->len);
  g_autofree char *weighted = NULL;

  if (sums.n_cases == 0)
    return g_steal_pointer (&phases);
  weighted = g_strdup_printf (_("Weighted by how often each type occurs, that is %u%%."),
                              (guint) (100 * sums.n_held_cases / sums.n_cases));
  /* Translators: one sentence behind another */
  return g_strdup_printf (C_("sentences", "%s %s"), phases, weighted);
}

char *
jkb_coverage_words_basis (const JkbCoverageResult *result)
{
  g_autofree char *cases = word_cases (result->n_cases);
  g_autofree char *title = jkb_reference_title (result->framework);
  g_autofree char *basis
      /* Translators: an edition of a framework, and “359 cases” */
      = g_strdup_printf (_("Work as %s describes it; weighted by %s"), title, cases);

  return result->filter != NULL ? g_strdup_printf (_("%s (%s)"), basis, result->filter)
                                : g_steal_pointer (&basis);
}

/* ---- where nobody is ---- */

static void
add_gap (GtkBox *box, const JkbCoverageCell *cell)
{
  const JkbRole *role = cell->needed->role;
  g_autofree char *title
      /* Translators: a phase of the work, for which no role is there: “Respond: nobody” */
      = g_strdup_printf (_("○ %s: nobody"), jkb_label (JKB_WORDS_PHASE, (int) cell->phase));
  GtkWidget *button;
  g_autofree char *detail
      /* Translators: name of a role, and what it does there */
      = g_strdup_printf (_("Needed: %s. %s"), jkb_reference_label (&role->name),
                         jkb_reference_label (&cell->needed->reason));

  button = jkb_parts_add_role_button (box, role, title, detail);
  gtk_widget_add_css_class (button, "gap");
}

static void
add_held (GtkBox *box, const JkbCoverageCell *cell)
{
  const JkbRole *role = cell->held->role;
  g_autofree char *title
      /* Translators: a phase of the work, and the role that is there for it */
      = g_strdup_printf (_("%s: %s"), jkb_label (JKB_WORDS_PHASE, (int) cell->phase),
                         jkb_reference_label (&role->name));
  g_autofree char *detail
      = g_strdup_printf ("%s %s", jkb_reference_dots (cell->held->weight),
                         jkb_reference_label_weight (cell->held->weight));

  jkb_parts_add_role_button (box, role, title, detail);
}

/* What is said of one type of incident; @first is the first cell about it. */
static void
add_subject (GtkBox *box, const JkbCoverageResult *result, guint first)
{
  JkbSubject subject = get_cell (result, first)->subject;
  g_autofree char *cases = word_cases (get_cell (result, first)->n_cases);
  g_autofree char *heading
      = g_strdup_printf ("%s · %s", jkb_reference_label_subject (subject), cases);
  GtkBox *card;

  jkb_parts_add_heading (box, heading);
  card = jkb_parts_add_card (box);
  for (guint i = first; i < result->cells->len; i++)
    {
      const JkbCoverageCell *cell = get_cell (result, i);

      if (cell->subject == subject && cell->held == NULL)
        add_gap (card, cell);
      else if (cell->subject == subject)
        add_held (card, cell);
    }
}

void
jkb_coverage_words_fill_gaps (GtkBox *box, const JkbCoverageResult *result)
{
  guint32 seen = 0;

  jkb_parts_clear (box);
  if (result->steps->len == 0)
    jkb_parts_add_text (box, _("There is somebody for all of it."), NULL);
  for (guint i = 0; i < result->cells->len; i++)
    {
      guint32 bit = 1u << get_cell (result, i)->subject;

      if ((seen & bit) == 0)
        add_subject (box, result, i);
      seen |= bit;
    }
}

/* ---- the plan ---- */

static char *
word_nearest (const JkbPlanStep *step)
{
  g_autofree char *shared = jkb_label_number (step->from.n_shared);
  g_autofree char *learnt = jkb_label_number (step->from.n_new);

  if (step->from.role == NULL)
    return g_strdup (_("None of the roles you have does such work: look for somebody."));
  /* Translators: name of a role that is there; numbers of duties */
  return g_strdup_printf (ngettext ("Nearest: %s (%s duty in common, %s to learn)",
                                    "Nearest: %s (%s duties in common, %s to learn)", step->from.n_shared),
                          jkb_reference_label (&step->from.role->name), shared, learnt);
}

static char *
word_closed (const JkbPlanStep *step)
{
  g_autofree char *title = jkb_reference_title (step->role->framework);
  g_autofree char *closed
      = g_strdup_printf (ngettext ("closes %u gap", "closes %u gaps", step->closed->len),
                         step->closed->len);

  return g_strdup_printf ("%s · %s · %s", title, step->role->id, closed);
}

void
jkb_coverage_words_fill_plan (GtkBox *box, const JkbCoverageResult *result)
{
  jkb_parts_clear (box);
  jkb_parts_add_text (box, result->steps->len > 0
                               ? _("Whom to train or to look for next: each step takes the role that "
                                   "closes most of what is still open.")
                               : _("There is somebody for all of it."), NULL);
  for (guint i = 0; i < result->steps->len; i++)
    {
      const JkbPlanStep *step = g_ptr_array_index (result->steps, i);
      g_autofree char *title
          = g_strdup_printf ("%u. %s", i + 1, jkb_reference_label (&step->role->name));
      g_autofree char *detail = word_closed (step);
      g_autofree char *duties = jkb_role_words_duties (step->closed);
      g_autofree char *nearest = word_nearest (step);
      GtkBox *card = jkb_parts_add_card (box);

      jkb_parts_add_role_button (card, step->role, title, detail);
      jkb_parts_add_text (card, duties, NULL);
      jkb_parts_add_text (card, nearest, "dim-label");
    }
}

/* ---- on paper ---- */

static char *
list_held (const JkbCoverageResult *result)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < result->held->len; i++)
    {
      const JkbRole *role = g_ptr_array_index (result->held, i);

      g_string_append_printf (list, "%s%s (%s)", i > 0 ? C_("between list members", ", ") : "",
                              jkb_reference_label (&role->name), role->framework->short_name);
    }
  return g_string_free (list, FALSE);
}

static void
add_step (JkbPrint *print, guint number, const JkbPlanStep *step)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autofree char *role
      = g_strdup_printf ("%s (%s)", jkb_reference_label (&step->role->name), step->role->id);
  g_autofree char *duties = jkb_role_words_duties (step->closed);
  g_autofree char *nearest = word_nearest (step);
  const char *const cells[] = { digits, role, duties, nearest };

  jkb_print_add_row (print, cells);
}

static void
add_steps (JkbPrint *print, const JkbCoverageResult *result)
{
  const JkbPrintColumn columns[] = { { "", 5, TRUE },
                                     { _("Role"), 27, FALSE },
                                     { _("Gaps that it closes"), 43, FALSE },
                                     { _("Where to start"), 25, FALSE } };

  if (result->steps->len == 0)
    {
      jkb_print_add (print, JKB_PRINT_TEXT, _("There is somebody for all of it."));
      return;
    }
  jkb_print_add_table (print, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < result->steps->len; i++)
    add_step (print, i + 1, g_ptr_array_index (result->steps, i));
}

JkbPrint *
jkb_coverage_words_new_print (const JkbCoverageResult *result)
{
  JkbPrint *print = jkb_print_new (_("Training Plan"));
  g_autofree char *held = list_held (result);
  g_autofree char *summary = jkb_coverage_words_summary (result);
  g_autofree char *basis = jkb_coverage_words_basis (result);

  jkb_print_set_one_page (print);
  jkb_print_add (print, JKB_PRINT_TITLE, _("Training Plan"));
  jkb_print_add (print, JKB_PRINT_LEAD, summary);
  jkb_print_add (print, JKB_PRINT_SMALL, basis);
  jkb_print_add (print, JKB_PRINT_HEADING, _("Roles that are there"));
  jkb_print_add (print, JKB_PRINT_TEXT, held);
  jkb_print_add (print, JKB_PRINT_HEADING, _("Whom to train or to look for next"));
  add_steps (print, result);
  /* Translators: below a plan: what it rests on */
  jkb_print_add (print, JKB_PRINT_SMALL, _("Which role does what in which type of incident is an "
                                           "editorial judgement of Jikenbo, with your own changes."));
  return print;
}
