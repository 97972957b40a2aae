/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frameworks/jkb-training-plan.h"

static void
free_step (gpointer pointer)
{
  JkbPlanStep *step = pointer;

  g_ptr_array_unref (step->closed);
  g_free (step);
}

static const JkbAssignment *
find_part (const JkbFrameworks *frameworks, const JkbCoverageCell *open, const JkbRole *role)
{
  g_autoptr(GPtrArray) cell = jkb_frameworks_cell (frameworks, open->subject, role);

  for (guint i = 0; i < cell->len; i++)
    {
      const JkbAssignment *part = g_ptr_array_index (cell, i);

      if (part->phase == open->phase)
        return part;
    }
  return NULL;
}

/* What a role closes: by cases, and by weight alone. */
typedef struct
{
  guint64 by_cases;
  guint64 by_weight;
} Worth;

static Worth
weigh (const JkbFrameworks *frameworks, const GPtrArray *open, const JkbRole *role)
{
  Worth worth = { 0, 0 };

  for (guint i = 0; i < open->len; i++)
    {
      const JkbCoverageCell *cell = g_ptr_array_index (open, i);
      guint64 weight = (guint64) jkb_frameworks_weight (frameworks, cell->subject, role,
                                                        (int) cell->phase);

      worth.by_cases += weight * cell->n_cases;
      worth.by_weight += weight;
    }
  return worth;
}

static const JkbRole *
find_best (const JkbFrameworks *frameworks, const GPtrArray *open, const JkbFramework *framework)
{
  const JkbRole *best = NULL;
  Worth most = { 0, 0 };

  for (guint i = 0; i < framework->roles->len; i++)
    {
      const JkbRole *role = g_ptr_array_index (framework->roles, i);
      Worth worth = weigh (frameworks, open, role);

      if (worth.by_cases > most.by_cases
          || (worth.by_cases == most.by_cases && worth.by_weight > most.by_weight))
        {
          best = role;
          most = worth;
        }
    }
  return best;
}

/* Of those with equally many duties in common, the one that has least to learn is the same one. */
static JkbBeside
find_nearest (const JkbFrameworks *frameworks, const GPtrArray *held, const JkbRole *role)
{
  JkbBeside nearest = { NULL, 0, 0, 0 };

  for (guint i = 0; i < held->len; i++)
    {
      const JkbRole *from = g_ptr_array_index (held, i);
      JkbBeside beside = jkb_frameworks_compare (frameworks, from, role);

      beside.role = from;
      if (beside.n_shared > nearest.n_shared)
        nearest = beside;
    }
  return nearest;
}

static JkbPlanStep *
take_step (const JkbFrameworks *frameworks, GPtrArray *open, const GPtrArray *held,
           const JkbRole *role)
{
  JkbPlanStep *step = g_new0 (JkbPlanStep, 1);
  guint n_left = 0;

  step->role = role;
  step->closed = g_ptr_array_new ();
  step->from = find_nearest (frameworks, held, role);
  for (guint i = 0; i < open->len; i++)
    {
      const JkbCoverageCell *cell = g_ptr_array_index (open, i);
      const JkbAssignment *part = find_part (frameworks, cell, role);

      if (part == NULL)
        open->pdata[n_left++] = open->pdata[i];
      else
        {
          g_ptr_array_add (step->closed, (gpointer) part);
          step->n_cases += cell->n_cases;
        }
    }
  g_ptr_array_set_size (open, (int) n_left);
  return step;
}

GPtrArray *
jkb_training_plan_new (const JkbFrameworks *frameworks, const GPtrArray *cells,
                       const GPtrArray *held, const JkbFramework *framework)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (free_step);
  g_autoptr(GPtrArray) open = g_ptr_array_new ();
  const JkbRole *role;

  for (guint i = 0; i < cells->len; i++)
    if (((const JkbCoverageCell *) g_ptr_array_index (cells, i))->held == NULL)
      g_ptr_array_add (open, g_ptr_array_index (cells, i));
  while ((role = find_best (frameworks, open, framework)) != NULL)
    g_ptr_array_add (steps, take_step (frameworks, open, held, role));
  return steps;
}

/* ---- as a table ---- */

static guint64
count_cases (const GPtrArray *cells, const JkbAssignment *part)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const JkbCoverageCell *cell = g_ptr_array_index (cells, i);

      if (cell->subject == part->subject && cell->phase == part->phase)
        return cell->n_cases;
    }
  return 0;
}

static void
print_part (GString *text, guint number, const JkbPlanStep *step, const JkbAssignment *part,
            guint64 n_cases)
{
  const JkbRole *from = step->from.role;

  g_string_append_printf (text, "%u\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%d\t%" G_GUINT64_FORMAT, number,
                          step->role->framework->id, step->role->framework->edition,
                          step->role->id, step->role->name.en, step->role->name.ja,
                          jkb_subject_nick (part->subject),
                          jkb_word_nick (JKB_WORDS_PHASE, (int) part->phase), part->weight,
                          n_cases);
  g_string_append_printf (text, "\t%s\t%s\t%s\n", part->reason.en, part->reason.ja,
                          from != NULL ? from->id : "");
}

char *
jkb_training_plan_print (const GPtrArray *steps, const GPtrArray *cells)
{
  GString *text = g_string_new ("step\tframework\tedition\trole_id\tname_en\tname_ja\tsubject\tphase"
                                "\tweight\tcases\treason_en\treason_ja\tnearest_held\n");

  for (guint i = 0; i < steps->len; i++)
    {
      const JkbPlanStep *step = g_ptr_array_index (steps, i);

      for (guint j = 0; j < step->closed->len; j++)
        {
          const JkbAssignment *part = g_ptr_array_index (step->closed, j);

          print_part (text, i + 1, step, part, count_cases (cells, part));
        }
    }
  return g_string_free (text, FALSE);
}
