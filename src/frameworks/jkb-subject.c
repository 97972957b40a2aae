/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frameworks/jkb-frameworks.h"

#define N_SUBJECT_TYPES (JKB_N_TYPES - 1)

static const char *const relation_nicks[JKB_N_RELATIONS] = { "exact", "close", "partial" };

const char *
jkb_relation_nick (JkbRelation relation)
{
  g_return_val_if_fail (relation < JKB_N_RELATIONS, NULL);

  return relation_nicks[relation];
}

JkbSubject
jkb_subject_from_type (JkbIncidentType type)
{
  g_return_val_if_fail (type < JKB_N_TYPES, JKB_SUBJECT_NONE);

  return type == JKB_TYPE_UNKNOWN ? JKB_SUBJECT_NONE : (JkbSubject) type - 1;
}

JkbSubject
jkb_subject_from_circumstance (JkbCircumstance circumstance)
{
  g_return_val_if_fail (circumstance < JKB_N_CIRCUMSTANCES, JKB_SUBJECT_NONE);

  return N_SUBJECT_TYPES + (JkbSubject) circumstance;
}

JkbSubject
jkb_subject_from_word (JkbVocabulary words, int value)
{
  if (words == JKB_WORDS_TYPE && value >= 0 && value < JKB_N_TYPES)
    return jkb_subject_from_type ((JkbIncidentType) value);
  if (words == JKB_WORDS_CIRCUMSTANCE && value >= 0 && value < JKB_N_CIRCUMSTANCES)
    return jkb_subject_from_circumstance ((JkbCircumstance) value);
  return JKB_SUBJECT_NONE;
}

JkbSubject
jkb_subject_from_nick (const char *nick)
{
  int type = jkb_word_value (JKB_WORDS_TYPE, nick);
  int circumstance = jkb_word_value (JKB_WORDS_CIRCUMSTANCE, nick);

  if (type >= 0)
    return jkb_subject_from_type ((JkbIncidentType) type);
  return circumstance >= 0 ? N_SUBJECT_TYPES + circumstance : JKB_SUBJECT_NONE;
}

const char *
jkb_subject_nick (JkbSubject subject)
{
  g_return_val_if_fail (subject >= 0 && subject < JKB_N_SUBJECTS, NULL);

  if (subject < N_SUBJECT_TYPES)
    return jkb_word_nick (JKB_WORDS_TYPE, subject + 1);
  return jkb_word_nick (JKB_WORDS_CIRCUMSTANCE, subject - N_SUBJECT_TYPES);
}

JkbIncidentType
jkb_subject_get_type (JkbSubject subject)
{
  return subject >= 0 && subject < N_SUBJECT_TYPES ? (JkbIncidentType) (subject + 1)
                                                   : JKB_TYPE_UNKNOWN;
}

int
jkb_subject_get_circumstance (JkbSubject subject)
{
  return subject >= N_SUBJECT_TYPES && subject < JKB_N_SUBJECTS ? subject - N_SUBJECT_TYPES : -1;
}
