/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "core/jkb-incident.h"
#include "core/jkb-source.h"

static void
test_item (void)
{
  g_autoptr(JkbItem) item = jkb_item_new (g_strdup ("個人情報2,726名分"));
  JkbCount count = { 2726, "名分", JKB_QUALIFIER_EXACT, JKB_COUNT_TOTAL, { 12, 23 } };

  jkb_item_add (item, jkb_fact_new_count (JKB_FIELD_AFFECTED_PEOPLE, &count, "test", 0.9));
  jkb_item_add (item, jkb_fact_new_date (JKB_FIELD_DISCOVERED, (JkbDate){ 2024, 1, 0 },
                                         JKB_DATE_DISCOVERED, JKB_SPAN_NONE, "test", 0.5));
  g_assert_cmpstr (jkb_item_value (item, JKB_FIELD_AFFECTED_PEOPLE), ==, "2726");
  g_assert_cmpstr (jkb_item_value (item, JKB_FIELD_DISCOVERED), ==, "2024-01");
  g_assert_null (jkb_item_value (item, JKB_FIELD_ENCRYPTED));
  g_assert_null (jkb_item_find (item, JKB_FIELD_ORGANISATION));
}

static void
test_count_text (void)
{
  static const char *const bad[] = { "", "-1", "1,000", "9223372036854775808", "1a", " 1" };
  gint64 value = 7;

  g_assert_true (jkb_count_parse ("9223372036854775807", &value));
  g_assert_cmpint (value, ==, G_MAXINT64);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (jkb_count_parse (bad[i], &value));
  g_assert_cmpint (value, ==, G_MAXINT64);
}

static void
test_source_name (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autoptr(JkbSource) source = jkb_source_new ("bad\xff name", bytes);

  g_assert_true (g_utf8_validate (source->name, -1, NULL));
  g_assert_cmpstr (jkb_source_sha256 (source), ==,
                   "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void
test_incident_date (void)
{
  g_autoptr(JkbIncident) incident = jkb_incident_new ();
  g_autoptr(JkbIncident) copy = NULL;

  g_assert_false (jkb_date_is_set (jkb_incident_date (incident)));
  incident->occurred_from = (JkbDate){ 2023, 8, 22 };
  incident->organisation = g_strdup ("甲");
  g_assert_cmpint (jkb_incident_date (incident).year, ==, 2023);
  incident->announced = (JkbDate){ 2024, 2, 0 };
  copy = jkb_incident_copy (incident);
  g_assert_cmpint (jkb_incident_date (copy).year, ==, 2024);
  g_assert_true (copy->organisation != incident->organisation);
  g_assert_cmpstr (copy->organisation, ==, "甲");
  g_assert_cmpint (copy->people, ==, JKB_COUNT_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/fact/item", test_item);
  g_test_add_func ("/core/fact/count-text", test_count_text);
  g_test_add_func ("/core/fact/source-name", test_source_name);
  g_test_add_func ("/core/fact/incident-date", test_incident_date);
  return g_test_run ();
}
