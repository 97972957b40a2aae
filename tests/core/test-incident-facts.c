/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/jkb-incident-facts.h"

static void
add (GPtrArray *facts, JkbField field, const char *value, JkbFactState state)
{
  JkbFact *fact = jkb_fact_new (field, value, JKB_SPAN_NONE, "test", 0.5);

  fact->state = state;
  g_ptr_array_add (facts, fact);
}

static GPtrArray *
new_facts (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_fact_free);
}

static void
test_best_first (void)
{
  g_autoptr(GPtrArray) facts = new_facts ();
  g_autoptr(JkbIncident) incident = jkb_incident_new ();

  add (facts, JKB_FIELD_ORGANISATION, "甲", JKB_FACT_REJECTED);
  add (facts, JKB_FIELD_ORGANISATION, "乙", JKB_FACT_READ);
  add (facts, JKB_FIELD_ORGANISATION, "丙", JKB_FACT_READ);
  jkb_incident_set_facts (incident, facts);
  g_assert_cmpstr (incident->organisation, ==, "乙");
  add (facts, JKB_FIELD_ORGANISATION, "丁", JKB_FACT_CONFIRMED);
  jkb_incident_set_facts (incident, facts);
  g_assert_cmpstr (incident->organisation, ==, "丁");
  add (facts, JKB_FIELD_ORGANISATION, "戊", JKB_FACT_CORRECTED);
  jkb_incident_set_facts (incident, facts);
  g_assert_cmpstr (incident->organisation, ==, "戊");
}

static void
test_several (void)
{
  g_autoptr(GPtrArray) facts = new_facts ();
  g_autoptr(JkbIncident) incident = jkb_incident_new ();

  add (facts, JKB_FIELD_INCIDENT_TYPE, "misdelivery", JKB_FACT_READ);
  add (facts, JKB_FIELD_INCIDENT_TYPE, "theft_physical", JKB_FACT_CONFIRMED);
  add (facts, JKB_FIELD_DATA_ITEMS, "name", JKB_FACT_READ);
  add (facts, JKB_FIELD_DATA_ITEMS, "phone", JKB_FACT_REJECTED);
  add (facts, JKB_FIELD_DATA_ITEMS, "email", JKB_FACT_CORRECTED);
  add (facts, JKB_FIELD_CIRCUMSTANCES, "contractor", JKB_FACT_READ);
  jkb_incident_set_facts (incident, facts);
  g_assert_cmpint (incident->type, ==, JKB_TYPE_THEFT_PHYSICAL);
  g_assert_cmpuint (incident->types, ==, 1u << JKB_TYPE_THEFT_PHYSICAL | 1u << JKB_TYPE_MISDELIVERY);
  g_assert_cmpuint (incident->data_items, ==, 1u << JKB_DATA_NAME | 1u << JKB_DATA_EMAIL);
  g_assert_cmpuint (incident->circumstances, ==, 1u << JKB_CIRCUMSTANCE_CONTRACTOR);
}

/* A value that does not fit is as good as none, and the next one counts. */
static void
test_unfit (void)
{
  g_autoptr(GPtrArray) facts = new_facts ();
  g_autoptr(JkbIncident) incident = jkb_incident_new ();

  add (facts, JKB_FIELD_AFFECTED_PEOPLE, "many", JKB_FACT_READ);
  add (facts, JKB_FIELD_AFFECTED_PEOPLE, "0", JKB_FACT_READ);
  add (facts, JKB_FIELD_DISCOVERED, "2024-02-30", JKB_FACT_READ);
  add (facts, JKB_FIELD_REPORTED_PPC, "perhaps", JKB_FACT_READ);
  add (facts, JKB_FIELD_REPORTED_POLICE, "yes", JKB_FACT_READ);
  add (facts, JKB_FIELD_COUNTRY, "JPN", JKB_FACT_READ);
  add (facts, JKB_FIELD_COUNTS, "5", JKB_FACT_READ);
  add (facts, JKB_FIELD_DATES, "2024", JKB_FACT_READ);
  jkb_incident_set_facts (incident, facts);
  g_assert_cmpint (incident->people, ==, 0);
  g_assert_cmpint (incident->records, ==, JKB_COUNT_UNKNOWN);
  g_assert_false (jkb_date_is_set (incident->discovered));
  g_assert_false (incident->ppc.made);
  g_assert_true (incident->police.made);
  g_assert_cmpstr (incident->country, ==, "");
}

/* What no fact tells any more becomes unknown; what facts cannot tell stays. */
static void
test_forgets (void)
{
  g_autoptr(GPtrArray) facts = new_facts ();
  g_autoptr(JkbIncident) incident = jkb_incident_new ();
  g_autoptr(JkbIncident) expected = jkb_incident_new ();

  incident->cause = g_strdup ("鍵のかけ忘れ");
  expected->cause = g_strdup ("鍵のかけ忘れ");
  incident->sector = expected->sector = JKB_SECTOR_EDUCATION;
  add (facts, JKB_FIELD_ORGANISATION, "甲", JKB_FACT_READ);
  add (facts, JKB_FIELD_ENCRYPTED, "yes", JKB_FACT_READ);
  add (facts, JKB_FIELD_AFFECTED_RECORDS, "7", JKB_FACT_READ);
  jkb_incident_set_facts (incident, facts);
  g_assert_false (jkb_incident_equal (incident, expected));
  g_ptr_array_set_size (facts, 0);
  jkb_incident_set_facts (incident, facts);
  g_assert_true (jkb_incident_equal (incident, expected));
}

static void
test_from_item (void)
{
  g_autoptr(JkbItem) item = jkb_item_new (g_strdup ("題\n本文"));
  g_autoptr(JkbIncident) incident = NULL;

  item->serial = g_strdup ("2024-001");
  item->title = g_strdup ("題");
  jkb_item_add (item, jkb_fact_new (JKB_FIELD_AFFECTED_STATUS, "none", JKB_SPAN_NONE, "test", 1));
  incident = jkb_incident_from_item (item);
  g_assert_cmpstr (incident->key, ==, "2024-001");
  g_assert_cmpstr (incident->title, ==, "題");
  g_assert_cmpint (incident->status, ==, JKB_STATUS_NONE);
  g_assert_cmpint (incident->review, ==, JKB_REVIEW_UNREAD);
}

static JkbDate
random_date (void)
{
  return g_test_rand_int_range (0, 3) == 0 ? JKB_DATE_NONE : jkb_date_from_days (g_test_rand_int_range (10000, 25000));
}

static JkbIncident *
random_incident (void)
{
  JkbIncident *incident = jkb_incident_new ();

  incident->organisation = g_test_rand_bit () ? g_strdup ("甲") : NULL;
  incident->contractor = g_test_rand_bit () ? g_strdup ("乙") : NULL;
  incident->type = g_test_rand_int_range (0, JKB_N_TYPES);
  incident->types = incident->type == JKB_TYPE_UNKNOWN ? 0
                    : 1u << incident->type | 1u << g_test_rand_int_range (1, JKB_N_TYPES);
  incident->circumstances = g_test_rand_int_range (0, 1 << JKB_N_CIRCUMSTANCES);
  incident->data_items = g_test_rand_int_range (0, 1 << JKB_N_DATA_ITEMS);
  incident->status = g_test_rand_int_range (0, JKB_N_STATUSES);
  if (g_test_rand_bit ())
    {
      incident->people = g_test_rand_int_range (0, G_MAXINT);
      incident->people_qualifier = g_test_rand_int_range (0, JKB_N_QUALIFIERS);
    }
  incident->records = g_test_rand_bit () ? 0 : JKB_COUNT_UNKNOWN;
  incident->occurred_from = random_date ();
  incident->occurred_to = random_date ();
  incident->discovered = random_date ();
  incident->announced = random_date ();
  incident->ppc.date = random_date ();
  incident->ppc.made = jkb_date_is_set (incident->ppc.date) || g_test_rand_bit ();
  incident->police.made = g_test_rand_bit ();
  incident->encrypted = g_test_rand_int_range (JKB_NOT_SAID, JKB_YES + 1);
  g_strlcpy (incident->country, g_test_rand_bit () ? "JP" : "", sizeof incident->country);
  return incident;
}

static void
test_there_and_back (void)
{
  for (guint i = 0; i < 500; i++)
    {
      g_autoptr(JkbIncident) incident = random_incident ();
      g_autoptr(GPtrArray) facts = jkb_incident_to_facts (incident, "test");
      g_autoptr(JkbIncident) back = jkb_incident_new ();

      jkb_incident_set_facts (back, facts);
      g_assert_true (jkb_incident_equal (incident, back));
      for (guint j = 0; j < facts->len; j++)
        {
          const JkbFact *fact = g_ptr_array_index (facts, j);

          g_assert_true (jkb_fact_value_is_valid (fact->field, fact->value));
          g_assert_cmpint (fact->role, ==, jkb_field_role (fact->field));
        }
    }
}

static void
test_valid (void)
{
  static const struct
  {
    JkbField field;
    const char *value;
    gboolean valid;
  } values[] = {
    { JKB_FIELD_COUNTS, "12", TRUE }, { JKB_FIELD_COUNTS, "a", FALSE }, { JKB_FIELD_COUNTS, "2024-01", FALSE },
    { JKB_FIELD_DATES, "--01-26", TRUE }, { JKB_FIELD_DATES, "12345", FALSE }, { JKB_FIELD_ORGANISATION, "", FALSE },
    { JKB_FIELD_ORGANISATION, "\xff", FALSE }, { JKB_FIELD_REPORTED_PPC, "2024", TRUE },
    { JKB_FIELD_REPORTED_PPC, "no", FALSE }, { JKB_FIELD_ENCRYPTED, "no", TRUE }, { JKB_FIELD_COUNTRY, "jp", FALSE },
    { JKB_FIELD_INCIDENT_TYPE, "unknown", TRUE }, { JKB_FIELD_INCIDENT_TYPE, "none", FALSE },
    { JKB_FIELD_AFFECTED_STATUS, "none", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    g_assert_cmpint (jkb_fact_value_is_valid (values[i].field, values[i].value), ==, values[i].valid);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/incident-facts/best-first", test_best_first);
  g_test_add_func ("/core/incident-facts/several", test_several);
  g_test_add_func ("/core/incident-facts/unfit", test_unfit);
  g_test_add_func ("/core/incident-facts/forgets", test_forgets);
  g_test_add_func ("/core/incident-facts/from-item", test_from_item);
  g_test_add_func ("/core/incident-facts/there-and-back", test_there_and_back);
  g_test_add_func ("/core/incident-facts/valid", test_valid);
  return g_test_run ();
}
