/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/jkb-roles-needs.h"

#include <glib/gi18n-lib.h>

#include "cli/jkb-cli-casebook.h"
#include "cli/jkb-json.h"
#include "cli/jkb-output.h"
#include "cli/jkb-roles-compare.h"
#include "cli/jkb-roles-words.h"
#include "frameworks/jkb-training-plan.h"
#include "labels/jkb-labels.h"
#include "query/jkb-selection.h"
#include "query/jkb-tally.h"

/* ---- the cases of a casebook ---- */

static void
add_counts (const JkbSelection *selection, JkbAxis axis, JkbVocabulary words, guint64 *n_cases)
{
  g_autoptr(JkbTally) tally = jkb_selection_tally_inside (selection, axis, JKB_AXIS_NONE);

  for (guint row = 0; row < tally->n_rows; row++)
    {
      JkbSubject subject = jkb_subject_from_word (words, tally->row_values[row]);

      if (subject != JKB_SUBJECT_NONE)
        n_cases[subject] = jkb_tally_get_row_total (tally, row);
    }
}

/* How often each type and circumstance occurs in the casebook. */
static gboolean
count_cases (const char *casebook, guint64 *n_cases)
{
  g_autoptr(JkbFold) fold = jkb_cli_load_fold ();
  g_autoptr(JkbStore) store = fold != NULL ? jkb_cli_open (casebook, FALSE, TRUE) : NULL;
  g_autoptr(JkbFilter) filter = jkb_filter_new ();
  g_autoptr(JkbCases) cases = NULL;

  if (store == NULL)
    return FALSE;
  cases = jkb_cli_load_cases (store, fold, filter);
  if (cases != NULL)
    {
      g_autoptr(JkbSelection) selection = jkb_selection_new (
          cases, filter, (JkbOrder){ JKB_COLUMN_DATE, TRUE }, NULL, NULL);

      add_counts (selection, JKB_AXIS_TYPE, JKB_WORDS_TYPE, n_cases);
      add_counts (selection, JKB_AXIS_CIRCUMSTANCE, JKB_WORDS_CIRCUMSTANCE, n_cases);
    }
  jkb_store_close (store);
  return cases != NULL;
}

/* ---- what is missing ---- */

static void
json_part (JsonBuilder *json, const JkbAssignment *part)
{
  json_builder_begin_object (json);
  jkb_json_string (json, "subject", jkb_subject_nick (part->subject));
  jkb_json_string (json, "phase", jkb_word_nick (JKB_WORDS_PHASE, (int) part->phase));
  jkb_json_int (json, "weight", part->weight);
  json_builder_end_object (json);
}

static void
json_step (guint number, const JkbPlanStep *step)
{
  g_autoptr(JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  jkb_json_int (json, "step", number);
  jkb_roles_json_member (json, "role", step->role);
  jkb_json_int (json, "cases", (gint64) step->n_cases);
  json_builder_set_member_name (json, "closes");
  json_builder_begin_array (json);
  for (guint i = 0; i < step->closed->len; i++)
    json_part (json, g_ptr_array_index (step->closed, i));
  json_builder_end_array (json);
  jkb_roles_json_member (json, "nearest_held", step->from.role);
  jkb_json_int (json, "shared", step->from.n_shared);
  jkb_json_int (json, "to_learn", step->from.n_new);
  jkb_roles_print_json (json);
}

static void
text_step (guint number, const JkbPlanStep *step)
{
  g_autofree char *edition = jkb_roles_name_edition (step->role->framework);

  jkb_output_text ("%u. %s  %s  %s\n", number, edition, step->role->id,
                   jkb_roles_pick (&step->role->name));
  for (guint i = 0; i < step->closed->len; i++)
    {
      const JkbAssignment *part = g_ptr_array_index (step->closed, i);

      jkb_output_text ("     %s · %s: %s\n", jkb_roles_label_subject (part->subject),
                       jkb_label (JKB_WORDS_PHASE, (int) part->phase),
                       jkb_roles_pick (&part->reason));
    }
  if (step->from.role != NULL)
    {
      jkb_output_text ("     ");
      /* Translators: name of a role; numbers of duties */
      jkb_output_text (ngettext ("Nearest of yours: %s (%u duty in common, %u to learn)\n",
                                 "Nearest of yours: %s (%u duties in common, %u to learn)\n",
                                 step->from.n_shared),
                       jkb_roles_pick (&step->from.role->name), step->from.n_shared,
                       step->from.n_new);
    }
}

static void
print_plan (const GPtrArray *steps, gboolean is_json)
{
  if (steps->len == 0 && !is_json)
    jkb_output_text ("%s\n", _("Nobody is missing."));
  for (guint i = 0; i < steps->len; i++)
    if (is_json)
      json_step (i + 1, g_ptr_array_index (steps, i));
    else
      text_step (i + 1, g_ptr_array_index (steps, i));
}

JkbExit
jkb_roles_needs_coverage (const JkbFrameworks *frameworks, const JkbFramework *framework,
                          const char *file, const char *casebook, gboolean is_plan,
                          gboolean is_json)
{
  guint64 n_cases[JKB_N_SUBJECTS] = { 0 };
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) held = NULL;
  g_autoptr(GPtrArray) cells = NULL;
  g_autoptr(GPtrArray) steps = NULL;

  if (!g_file_get_contents (file, &text, NULL, &error)
      || (held = jkb_coverage_read (frameworks, text, file, &error)) == NULL)
    {
      jkb_output_failure (NULL, error->message);
      return JKB_EXIT_FAILED;
    }
  if (!count_cases (casebook, n_cases))
    return JKB_EXIT_FAILED;
  if (framework == NULL)
    framework = held->len > 0 ? ((const JkbRole *) g_ptr_array_index (held, 0))->framework
                              : jkb_frameworks_find (frameworks, "nice", NULL);
  cells = jkb_coverage_new (frameworks, held, framework, n_cases);
  if (is_plan)
    {
      steps = jkb_training_plan_new (frameworks, cells, held, framework);
      print_plan (steps, is_json);
    }
  else
    jkb_roles_print_coverage (cells, is_json);
  return JKB_EXIT_GOOD;
}
