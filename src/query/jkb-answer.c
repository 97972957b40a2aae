/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-answer.h"

#include "query/jkb-bits.h"
#include "query/jkb-cases-private.h"
#include "query/jkb-first-rows.h"
#include "query/jkb-pass.h"
#include "query/jkb-pass-words.h"

static JkbAnswer *
allocate (JkbCases *cases, const JkbFilter *filter)
{
  JkbAnswer *self = g_new0 (JkbAnswer, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->cases = jkb_cases_ref (cases);
  self->filter = filter != NULL ? jkb_filter_copy (filter) : jkb_filter_new ();
  self->line = jkb_search_line_new (cases->fold, self->filter->words);
  return self;
}

JkbAnswer *
jkb_answer_new (JkbCases *cases, const JkbFilter *filter, GCancellable *cancellable)
{
  g_autoptr(JkbAnswer) self = allocate (cases, filter);

  self->passes = jkb_pass_words_new (cases, self->line, cancellable);
  if (self->passes == NULL)
    return NULL;
  if (jkb_pass_uses_columns (self->filter))
    {
      self->fails = jkb_pass_new (cases, self->filter, self->passes);
      self->n_passing = jkb_bits_fill_equal (self->passes, self->fails, jkb_cases_n_slots (cases), 0);
    }
  else
    self->n_passing = jkb_bits_count_both (self->passes, self->passes, jkb_bits_n_words (jkb_cases_n_slots (cases)));
  self->survey = jkb_survey_new (cases, self->fails, self->passes, self->filter);
  return g_steal_pointer (&self);
}

JkbAnswer *
jkb_answer_new_first (JkbCases *cases, const JkbFilter *filter, JkbOrder order, guint n_rows, GArray **slots,
                      GCancellable *cancellable)
{
  g_autoptr(JkbAnswer) self = allocate (cases, filter);

  *slots = jkb_first_rows (cases, self->filter, self->line, order, n_rows, cancellable);
  if (*slots == NULL)
    return NULL;
  self->n_passing = (*slots)->len;
  return g_steal_pointer (&self);
}

const guint16 *
jkb_answer_get_fails (JkbAnswer *answer)
{
  guint16 *fails = g_atomic_pointer_get (&answer->fails);

  if (fails != NULL)
    return fails;
  fails = jkb_pass_new (answer->cases, answer->filter, answer->passes);
  if (g_atomic_pointer_compare_and_exchange (&answer->fails, NULL, fails))
    return fails;
  g_free (fails);
  return g_atomic_pointer_get (&answer->fails);
}

JkbAnswer *
jkb_answer_ref (JkbAnswer *answer)
{
  g_atomic_ref_count_inc (&answer->ref_count);
  return answer;
}

void
jkb_answer_unref (JkbAnswer *answer)
{
  if (!g_atomic_ref_count_dec (&answer->ref_count))
    return;
  jkb_survey_free (answer->survey);
  g_free (answer->fails);
  g_free (answer->passes);
  jkb_search_line_free (answer->line);
  jkb_filter_free (answer->filter);
  jkb_cases_unref (answer->cases);
  g_free (answer);
}
