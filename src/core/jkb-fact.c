/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/jkb-fact.h"

JkbFact *
jkb_fact_new (JkbField field, const char *value, JkbSpan span, const char *rule,
              double confidence)
{
  JkbFact *fact = g_new0 (JkbFact, 1);

  g_assert (value != NULL && rule != NULL);
  fact->field = field;
  fact->value = g_strdup (value);
  fact->span = span;
  fact->rule = g_intern_string (rule);
  fact->confidence = confidence;
  return fact;
}

JkbFact *
jkb_fact_new_count (JkbField field, const JkbCount *count, const char *rule, double confidence)
{
  char text[JKB_COUNT_TEXT_MAX];
  JkbFact *fact = jkb_fact_new (field, jkb_count_print (count->value, text), count->span, rule,
                                confidence);

  fact->unit = g_strdup (count->unit);
  fact->qualifier = count->qualifier;
  fact->role = (int) count->role;
  return fact;
}

JkbFact *
jkb_fact_new_date (JkbField field, JkbDate date, JkbDateRole role, JkbSpan span, const char *rule,
                   double confidence)
{
  char text[JKB_DATE_TEXT_MAX];
  JkbFact *fact = jkb_fact_new (field, jkb_date_print (date, text), span, rule, confidence);

  fact->role = (int) role;
  return fact;
}

JkbFact *
jkb_fact_copy (const JkbFact *fact)
{
  JkbFact *copy = g_new0 (JkbFact, 1);

  *copy = *fact;
  copy->value = g_strdup (fact->value);
  copy->unit = g_strdup (fact->unit);
  return copy;
}

gboolean
jkb_fact_is_sure (const JkbFact *fact)
{
  return fact->state != JKB_FACT_READ || fact->confidence >= JKB_CONFIDENCE_SURE;
}

void
jkb_fact_free (JkbFact *fact)
{
  if (fact == NULL)
    return;
  g_free (fact->value);
  g_free (fact->unit);
  g_free (fact);
}
