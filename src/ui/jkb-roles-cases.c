/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-roles-cases.h"

#include <string.h>

#include "query/jkb-tally.h"

static void
add_counts (const JkbSelection *selection, JkbAxis axis, JkbVocabulary words, guint *n_cases)
{
  g_autoptr(JkbTally) tally = jkb_selection_tally_inside (selection, axis, JKB_AXIS_NONE);

  for (guint row = 0; row < tally->n_rows; row++)
    {
      JkbSubject subject = jkb_subject_from_word (words, tally->row_values[row]);

      if (subject != JKB_SUBJECT_NONE)
        n_cases[subject] = jkb_tally_get_row_total (tally, row);
    }
}

void
jkb_roles_cases_count (const JkbSelection *selection, guint *n_cases)
{
  memset (n_cases, 0, JKB_N_SUBJECTS * sizeof *n_cases);
  add_counts (selection, JKB_AXIS_TYPE, JKB_WORDS_TYPE, n_cases);
  add_counts (selection, JKB_AXIS_CIRCUMSTANCE, JKB_WORDS_CIRCUMSTANCE, n_cases);
}

guint32
jkb_roles_cases_subjects (const JkbCase *incident)
{
  guint32 subjects = 0;

  for (int type = JKB_TYPE_UNKNOWN + 1; type < JKB_N_TYPES; type++)
    if ((incident->types >> type & 1) != 0 || type == (int) incident->type)
      subjects |= 1u << jkb_subject_from_type ((JkbIncidentType) type);
  for (int i = 0; i < JKB_N_CIRCUMSTANCES; i++)
    if ((incident->circumstances >> i & 1) != 0)
      subjects |= 1u << jkb_subject_from_circumstance ((JkbCircumstance) i);
  return subjects;
}

JkbFilter *
jkb_roles_cases_narrow (const JkbFilter *filter, guint subjects)
{
  JkbFilter *narrow = jkb_filter_copy (filter);

  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    if ((subjects >> subject & 1) != 0)
      {
        int circumstance = jkb_subject_get_circumstance (subject);

        if (circumstance >= 0)
          narrow->circumstances = 1u << circumstance;
      }
  if ((subjects & ((1u << (JKB_N_TYPES - 1)) - 1)) != 0)
    narrow->types = subjects << 1 & ((1u << JKB_N_TYPES) - 1);
  return narrow;
}
