/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/jkb-chain.h"

#include <string.h>

#include "core/jkb-fact.h"
#include "core/jkb-incident-facts.h"
#include "core/jkb-normal.h"

#define SAME_LIKENESS 0.85              /* one notice: pages cut it a little differently */
#define PAGE_LIKENESS 0.92              /* one notice, though the page makes its organisation read otherwise */
#define REPORT_LIKENESS 0.6             /* a later report repeats most of the first */

/* ---------------------------------------------------------------- names */

char *
jkb_chain_key (const char *organisation)
{
  static const char *const forms[]
      = { "株式会社", "有限会社", "合同会社", "(株)", "(有)", "一般社団法人", "一般財団法人", "公益社団法人",
          "公益財団法人", "学校法人", "国立大学法人", "公立大学法人", "独立行政法人", "国立研究開発法人",
          "地方独立行政法人", "社会福祉法人", "医療法人", "inc.", "co.,ltd.", "corporation", "corp.", "ltd." };
  g_autofree char *normal = jkb_normal_string (organisation != NULL ? organisation : "",
                                               JKB_NORMAL_READING | JKB_NORMAL_LOWER);
  GString *key = g_string_new (NULL);

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (key, g_utf8_get_char (p));
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      char *found = strstr (key->str, forms[i]);

      if (found != NULL && key->len > strlen (forms[i]))
        g_string_erase (key, found - key->str, (gssize) strlen (forms[i]));
    }
  return g_string_free (key, FALSE);
}

/* ---------------------------------------------------------------- changes */

static void
free_change (gpointer data)
{
  JkbChange *change = data;

  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

/* All values of a field, in order, as one. */
static char *
join_values (const GPtrArray *facts, JkbField field)
{
  GString *values = g_string_new (NULL);

  for (guint i = 0; i < facts->len; i++)
    {
      const JkbFact *fact = g_ptr_array_index (facts, i);

      if (fact->field == field)
        g_string_append_printf (values, "%s%s", values->len > 0 ? ";" : "", fact->value);
    }
  return g_string_free (values, FALSE);
}

GPtrArray *
jkb_chain_changes (const JkbIncident *before, const JkbIncident *after)
{
  static const JkbField fields[]
      = { JKB_FIELD_INCIDENT_TYPE, JKB_FIELD_AFFECTED_STATUS, JKB_FIELD_AFFECTED_PEOPLE, JKB_FIELD_AFFECTED_RECORDS,
          JKB_FIELD_DATA_ITEMS, JKB_FIELD_OCCURRED_FROM, JKB_FIELD_OCCURRED_TO, JKB_FIELD_DISCOVERED,
          JKB_FIELD_REPORTED_PPC, JKB_FIELD_REPORTED_POLICE, JKB_FIELD_ENCRYPTED };
  g_autoptr(GPtrArray) old_facts = jkb_incident_to_facts (before, "chain");
  g_autoptr(GPtrArray) new_facts = jkb_incident_to_facts (after, "chain");
  GPtrArray *changes = g_ptr_array_new_with_free_func (free_change);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *old_value = join_values (old_facts, fields[i]);
      g_autofree char *new_value = join_values (new_facts, fields[i]);
      JkbChange *change;

      if (*new_value == '\0' || strcmp (new_value, "unknown") == 0 || strcmp (old_value, new_value) == 0)
        continue;
      change = g_new0 (JkbChange, 1);
      change->field = fields[i];
      change->before = *old_value != '\0' ? g_steal_pointer (&old_value) : NULL;
      change->after = g_steal_pointer (&new_value);
      g_ptr_array_add (changes, change);
    }
  return changes;
}

/* ---------------------------------------------------------------- verdicts */

static gboolean
has_same_day (JkbDate a, JkbDate b)
{
  return a.day != 0 && a.year != 0 && jkb_date_compare (a, b) == 0;
}

/* The words of an apology are much the same each time: another day is another incident. */
static gboolean
has_other_day (JkbDate a, JkbDate b)
{
  return a.day != 0 && b.day != 0 && jkb_date_compare (a, b) != 0;
}

static gboolean
contradict (const JkbIncident *a, JkbIncidentType type, guint32 types)
{
  return a->type != JKB_TYPE_UNKNOWN && type != JKB_TYPE_UNKNOWN && (a->types & types) == 0;
}

static gboolean
are_equal (const JkbIncident *a, const JkbIncident *b)
{
  g_autoptr(GPtrArray) changes = jkb_chain_changes (a, b);

  return changes->len == 0;
}

/* A figure and a day: with nearly all words the same, no other notice has them too. */
static gboolean
tells_enough (const JkbIncident *incident)
{
  return (incident->people != JKB_COUNT_UNKNOWN || incident->records != JKB_COUNT_UNKNOWN)
         && (incident->discovered.day != 0 || incident->occurred_from.day != 0 || incident->announced.day != 0);
}

static gboolean
is_same_name (const char *one, const char *other)
{
  g_autofree char *x = jkb_chain_key (one);
  g_autofree char *y = jkb_chain_key (other);

  return *x != '\0' && strcmp (x, y) == 0;
}

gboolean
jkb_chain_rules_out (const JkbIncident *told, JkbIncidentType type, guint32 types, const char *organisation)
{
  return contradict (told, type, types)
         || (!tells_enough (told) && !is_same_name (told->organisation, organisation));
}

JkbChainVerdict
jkb_chain_judge (const JkbIncident *a, const JkbIncident *b, double likeness)
{
  gboolean has_name;

  if (contradict (a, b->type, b->types))
    return JKB_CHAIN_APART;
  has_name = is_same_name (a->organisation, b->organisation);
  if (!has_name && (likeness < PAGE_LIKENESS || !tells_enough (a)))
    return JKB_CHAIN_APART;
  if (likeness >= SAME_LIKENESS && are_equal (a, b) && are_equal (b, a))
    return JKB_CHAIN_SAME;
  if (!has_name)
    return JKB_CHAIN_APART;
  if (has_same_day (a->discovered, b->discovered) || has_same_day (a->occurred_from, b->occurred_from))
    return JKB_CHAIN_GOES_ON;
  if (has_other_day (a->discovered, b->discovered) || has_other_day (a->occurred_from, b->occurred_from))
    return JKB_CHAIN_APART;
  return likeness >= REPORT_LIKENESS ? JKB_CHAIN_GOES_ON : JKB_CHAIN_APART;
}
