/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/jkb-filter-words.h"

static void
assert_words (JkbFilter *filter, JkbFacet facet, const char *wanted)
{
  g_autofree char *words = jkb_filter_words (filter, facet);

  g_assert_cmpstr (words, ==, wanted);
}

static void
test_facets (void)
{
  g_autoptr(JkbFilter) filter = jkb_filter_new ();

  for (int facet = 0; facet < JKB_N_FACETS; facet++)
    assert_words (filter, (JkbFacet) facet, NULL);
  jkb_filter_set_words (filter, "紛失 %s%n");
  assert_words (filter, JKB_FACET_WORDS, "Search: 紛失 %s%n");
  filter->types = 1u << JKB_TYPE_MISDELIVERY | 1u << JKB_TYPE_THEFT_PHYSICAL;
  assert_words (filter, JKB_FACET_TYPE, "Type: Misdelivery, Theft");
  filter->circumstances = JKB_FILTER_NO_CIRCUMSTANCE;
  assert_words (filter, JKB_FACET_CIRCUMSTANCE, "Circumstances: None stated");
  filter->data_items = 1u << JKB_DATA_NAME | JKB_FILTER_NO_DATA_ITEM;
  assert_words (filter, JKB_FACET_DATA_ITEM, "Data items: Name, None stated");
  jkb_filter_set_source_kind (filter, "", TRUE);
  assert_words (filter, JKB_FACET_SOURCE_KIND, "Source: Not known");
}

static void
test_time (void)
{
  g_autoptr(JkbFilter) filter = jkb_filter_new ();

  jkb_filter_set_year (filter, 0, TRUE);
  assert_words (filter, JKB_FACET_TIME, "Date: Not known");
  filter->from = (JkbDate){ 2024, 1, 0 };
  assert_words (filter, JKB_FACET_TIME, "Date: Not known, from 2024-01");
  jkb_filter_set_year (filter, 0, FALSE);
  filter->to = (JkbDate){ 2024, 1, 0 };
  assert_words (filter, JKB_FACET_TIME, "Date: 2024-01");
  filter->to = (JkbDate){ 2025, 0, 0 };
  assert_words (filter, JKB_FACET_TIME, "Date: 2024-01 to 2025");
  filter->from = JKB_DATE_NONE;
  assert_words (filter, JKB_FACET_TIME, "Date: until 2025");
}

static void
test_people (void)
{
  g_autoptr(JkbFilter) filter = jkb_filter_new ();

  filter->people_bins = 1u << JKB_PEOPLE_UNKNOWN | 1u << JKB_PEOPLE_NONE | 1u << JKB_PEOPLE_10;
  assert_words (filter, JKB_FACET_PEOPLE, "People: Not known, None, 10 to 99");
  filter->people_bins = 0;
  filter->people_min = 30;
  assert_words (filter, JKB_FACET_PEOPLE, "People: 30 and more");
  filter->people_max = 99;
  assert_words (filter, JKB_FACET_PEOPLE, "People: 30 to 99");
  filter->people_min = -1;
  assert_words (filter, JKB_FACET_PEOPLE, "People: 99 or fewer");
}

static void
test_all (void)
{
  g_autoptr(JkbFilter) filter = jkb_filter_new ();
  g_autofree char *nothing = jkb_filter_all_words (filter);
  g_autofree char *words = NULL;

  g_assert_null (nothing);
  filter->statuses = 1u << JKB_STATUS_CONFIRMED;
  filter->reviews = 1u << JKB_REVIEW_DONE;
  words = jkb_filter_all_words (filter);
  g_assert_cmpstr (words, ==, "Data leak: Confirmed · Review: Reviewed");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summary/filter-words/facets", test_facets);
  g_test_add_func ("/summary/filter-words/time", test_time);
  g_test_add_func ("/summary/filter-words/people", test_people);
  g_test_add_func ("/summary/filter-words/all", test_all);
  return g_test_run ();
}
