/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-read-dates.h"

#include <string.h>

#include "extract/jkb-date-by-rule.h"
#include "extract/jkb-date-press.h"
#include "extract/jkb-date-settle.h"
#include "extract/jkb-date-writing.h"
#include "extract/jkb-level.h"

#define PART_CONFIDENCE 0.7             /* of a day without its year */
#define BYTES_WEIGHED 360               /* hardly any text of fewer bytes was among those that the weights were learnt from */
#define SURE_PROBABILITY 0.98           /* so likely days of a known year were right 96 times of 98, of texts not learnt from */
#define SURE_CONFIDENCE 0.95
#define UNSURE_CONFIDENCE 0.85
#define LEARNT_CONFIDENCE 0.75          /* of a day that only the weights took */

static const JkbDateMatch *
get_match (const JkbDateReader *self, guint index)
{
  return &g_array_index (self->matches, JkbDateMatch, index);
}

/* ---------------------------------------------------------------- facts */

/* 9月8日 of no year, 2031年9月 for the day when it was found or told: somebody has to say the rest. */
static double
doubt_part (JkbDate date, JkbDateRole role, double confidence)
{
  gboolean is_day = role == JKB_DATE_DISCOVERED || role == JKB_DATE_ANNOUNCED;

  return date.year == 0 || (is_day && date.day == 0) ? MIN (confidence, PART_CONFIDENCE) : confidence;
}

static void
add_fact (const JkbDateReader *self, JkbField field, guint index, JkbDateRole role, double confidence)
{
  jkb_doc_add (self->doc, self->item,
               jkb_fact_new_date (field, self->values[index].date, role,
                                  get_match (self, index)->span, self->readings[index].rule,
                                  jkb_level (doubt_part (self->values[index].date, role,
                                                         jkb_date_confidence (self, index, confidence)))));
}

/* The words that the rules took say as much as others that tell the same day. */
static guint
prefer_of_rule (const JkbDateReader *self, guint index, guint by_rule)
{
  return index != G_MAXUINT && by_rule != G_MAXUINT && jkb_date_compare (self->values[index].date, self->values[by_rule].date) == 0
           ? by_rule
           : index;
}

static gboolean
is_weighed (const JkbDateReader *self)
{
  return self->doc->normal->n_bytes >= BYTES_WEIGHED && g_strcmp0 (self->item->lang, "en") != 0;
}

static void
choose_by_weight (const JkbDateReader *self, JkbDateChoice choices[JKB_DATE_N_SLOTS])
{
  const JkbDatePlaces places = { self->doc, { self->doc->normal->text, self->doc->normal->n_bytes },
                                 (const JkbDateMatch *) (const void *) self->matches->data, self->matches->len };
  guint by_rule[JKB_DATE_N_SLOTS];

  for (guint slot = 0; slot < JKB_DATE_N_SLOTS; slot++)
    by_rule[slot] = choices[slot].index;
  jkb_date_choose (&places, self->values, self->is_by_reporter, choices);
  for (guint slot = 0; slot < JKB_DATE_N_SLOTS; slot++)
    choices[slot].index = prefer_of_rule (self, choices[slot].index, by_rule[slot]);
}

/* What was chosen is said of the date too, beside what the rules say of it when that was chosen as well. */
static void
adopt (const JkbDateReader *self, const JkbDateChoice choices[JKB_DATE_N_SLOTS], guint slot)
{
  static const JkbDateRole roles[JKB_DATE_N_SLOTS] = { JKB_DATE_BEGAN, JKB_DATE_ENDED, JKB_DATE_DISCOVERED, JKB_DATE_ANNOUNCED };
  JkbDateReading *reading = &self->readings[choices[slot].index];

  if (reading->role == roles[slot] || reading->also == roles[slot])
    return;
  for (guint i = 0; i < JKB_DATE_N_SLOTS; i++)
    if (reading->role == roles[i] && choices[i].index == choices[slot].index)
      {
        reading->also = roles[slot];
        reading->also_confidence = LEARNT_CONFIDENCE;
        return;
      }
  *reading = (JkbDateReading){ roles[slot], LEARNT_CONFIDENCE, JKB_DATE_OTHER, 0, "date-learnt" };
}

static void
add_chosen (const JkbDateReader *self, JkbField field, JkbDateRole role, const JkbDateChoice *choice)
{
  const JkbDateReading *reading = &self->readings[choice->index];
  double confidence = reading->role == role ? reading->confidence : reading->also_confidence;

  if (is_weighed (self))
    confidence = choice->probability >= SURE_PROBABILITY ? MAX (confidence, SURE_CONFIDENCE) : MIN (confidence, UNSURE_CONFIDENCE);
  add_fact (self, field, choice->index, role, confidence);
}

static void
add_facts (const JkbDateReader *self)
{
  static const struct
  {
    JkbField field;
    JkbDateRole role;
  } slots[JKB_DATE_N_SLOTS] = {
    { JKB_FIELD_OCCURRED_FROM, JKB_DATE_BEGAN }, { JKB_FIELD_OCCURRED_TO, JKB_DATE_ENDED },
    { JKB_FIELD_DISCOVERED, JKB_DATE_DISCOVERED }, { JKB_FIELD_ANNOUNCED, JKB_DATE_ANNOUNCED },
  };
  JkbDateChoice choices[JKB_DATE_N_SLOTS] = { 0 };

  jkb_date_choose_by_rule (self, choices);
  if (is_weighed (self))
    choose_by_weight (self, choices);
  for (guint slot = 0; slot < JKB_DATE_N_SLOTS; slot++)
    if (choices[slot].index != G_MAXUINT)
      {
        adopt (self, choices, slot);
        add_chosen (self, slots[slot].field, slots[slot].role, &choices[slot]);
      }
  jkb_date_settle_news (self->matches, self->values, self->readings);
  for (guint i = 0; i < self->matches->len; i++)
    if (jkb_date_is_set (self->values[i].date))
      add_fact (self, JKB_FIELD_DATES, i, self->readings[i].role, self->readings[i].confidence);
}

/* What was registered or held on a day says nothing of the days behind it. */
static void
mark_asides (const JkbDoc *doc, GArray *matches, const JkbDateReading *readings)
{
  for (guint i = 0; i < matches->len; i++)
    if (readings[i].role == JKB_DATE_DECOY && !jkb_date_is_update (doc, &g_array_index (matches, JkbDateMatch, i)))
      g_array_index (matches, JkbDateMatch, i).flags |= JKB_DATE_ASIDE;
}

static gboolean
has_line (const GArray *matches, const JkbDateReading *readings)
{
  for (guint i = 0; i < matches->len; i++)
    if (strcmp (readings[i].rule, JKB_DATE_RULE_LINE) == 0)
      return TRUE;
  return FALSE;
}

void
jkb_read_dates (const JkbDoc *doc, JkbItem *item)
{
  g_autoptr(GArray) matches = g_array_new (FALSE, FALSE, sizeof (JkbDateMatch));
  g_autofree JkbDateValue *values = NULL;
  g_autofree JkbDateReading *readings = NULL;
  JkbDateContext context;
  JkbDateScan scan;
  JkbDateMatch match;
  JkbDateReader reader;

  jkb_date_scan_init (&scan, doc->normal->text, doc->normal->n_bytes);
  while (jkb_date_scan_next (&scan, &match))
    g_array_append_val (matches, match);
  values = g_new (JkbDateValue, matches->len + 1);
  readings = g_new (JkbDateReading, matches->len + 1);
  jkb_date_roles_read (doc, (const JkbDateMatch *) (const void *) matches->data, matches->len,
                       readings);
  mark_asides (doc, matches, readings);
  context = jkb_date_writing_find (doc, item->serial, matches, readings);
  jkb_date_context_resolve (&context, (const JkbDateMatch *) (const void *) matches->data,
                            matches->len, values);
  reader = (JkbDateReader){ doc, item, matches, values, readings, has_line (matches, readings) && jkb_date_is_by_reporter (doc) };
  jkb_date_settle (matches, values, readings);
  add_facts (&reader);
}
