/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-filter-text.h"

/* Sets one part of a filter; which of its fields is up to chance. */
static void
set_facet (JkbFilter *filter, JkbFacet facet)
{
  switch (facet)
    {
    case JKB_FACET_WORDS:
      jkb_filter_set_words (filter, " 紛失 ");
      break;
    case JKB_FACET_TYPE:
      filter->types = 1u << JKB_TYPE_MISDELIVERY;
      break;
    case JKB_FACET_CIRCUMSTANCE:
      filter->circumstances = JKB_FILTER_NO_CIRCUMSTANCE;
      break;
    case JKB_FACET_SECTOR:
      filter->sectors = 3;
      break;
    case JKB_FACET_STATUS:
      filter->statuses = 1;
      break;
    case JKB_FACET_DATA_ITEM:
      filter->data_items = 1u << JKB_DATA_NAME;
      break;
    case JKB_FACET_REVIEW:
      filter->reviews = 1u << JKB_REVIEW_DONE;
      break;
    case JKB_FACET_SOURCE_KIND:
      jkb_filter_set_source_kind (filter, "news", TRUE);
      break;
    case JKB_FACET_TIME:
      if (g_test_rand_bit ())
        jkb_filter_set_year (filter, 2024, TRUE);
      else if (g_test_rand_bit ())
        filter->without_month = TRUE;
      else
        filter->to = (JkbDate){ 2024, 0, 0 };
      break;
    case JKB_FACET_PEOPLE:
      if (g_test_rand_bit ())
        filter->people_bins = 1u << JKB_PEOPLE_NONE;
      else
        filter->people_max = 0;
      break;
    case JKB_FACET_LIST:
      {
        g_autoptr(GArray) cases = g_array_new (FALSE, FALSE, sizeof (gint64));
        gint64 id = g_test_rand_int_range (1, 9);

        g_array_append_val (cases, id);
        jkb_filter_set_list (filter, 3, "授業", cases);
        break;
      }
    case JKB_N_FACETS:
      g_assert_not_reached ();
    }
}

static void
test_facets (void)
{
  g_autoptr(JkbFilter) empty = jkb_filter_new ();

  g_assert_true (jkb_filter_is_empty (empty));
  for (int facet = 0; facet < JKB_N_FACETS; facet++)
    {
      g_autoptr(JkbFilter) filter = jkb_filter_new ();
      g_autoptr(JkbFilter) copy = NULL;

      set_facet (filter, (JkbFacet) facet);
      copy = jkb_filter_copy (filter);
      g_assert_true (jkb_filter_equal (filter, copy));
      g_assert_false (jkb_filter_equal (filter, empty));
      g_assert_false (jkb_filter_is_empty (filter));
      for (int other = 0; other < JKB_N_FACETS; other++)
        g_assert_cmpint (jkb_filter_uses (filter, (JkbFacet) other), ==, other == facet);
      jkb_filter_clear (filter, (JkbFacet) facet);
      g_assert_true (jkb_filter_equal (filter, empty));
      g_assert_true (jkb_filter_uses (copy, (JkbFacet) facet));
    }
}

/* A filter that was kept says the same, whatever it says. */
static void
test_text (void)
{
  static const char *const odd[] = { "", "types=", "types=no_such;\nyears=x;-1;\nfoo=1\n", "words", "=\n\n",
                                     "people-min=many", "circumstances=-;-", "years=99999999999;" };

  for (int i = 0; i < 500; i++)
    {
      g_autoptr(JkbFilter) filter = jkb_filter_new ();
      g_autoptr(JkbFilter) again = NULL;
      g_autofree char *text = NULL;

      for (int facet = 0; facet < JKB_FACET_LIST; facet++)
        if (g_test_rand_bit ())
          set_facet (filter, (JkbFacet) facet);
      if (g_test_rand_bit ())
        {
          filter->data_items |= JKB_FILTER_NO_DATA_ITEM;
          filter->types = g_test_rand_int_range (0, 1 << JKB_N_TYPES);
          jkb_filter_set_source_kind (filter, "", TRUE);
          jkb_filter_set_words (filter, "a=b;\nwords=c");
          jkb_filter_set_year (filter, 0, TRUE);
          filter->from = (JkbDate){ 2020, 2, 29 };
          filter->people_min = g_test_rand_int ();
          filter->people_min = ABS (filter->people_min);
        }
      text = jkb_filter_to_text (filter);
      again = jkb_filter_from_text (text);
      g_assert_true (jkb_filter_equal (filter, again));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr(JkbFilter) filter = jkb_filter_from_text (odd[i]);

      g_assert_cmpint (jkb_filter_is_empty (filter), ==, i != 6);
    }
}

static void
test_orders (void)
{
  for (int column = 0; column < JKB_N_COLUMNS; column++)
    for (int descending = 0; descending < 2; descending++)
      {
        g_autofree char *text = jkb_order_to_text ((JkbOrder){ (JkbColumn) column, descending });
        JkbOrder order = jkb_order_from_text (text);

        g_assert_cmpint (order.column, ==, column);
        g_assert_cmpint (order.descending, ==, descending);
      }
  g_assert_cmpint (jkb_order_from_text ("nonsense").column, ==, JKB_COLUMN_DATE);
  g_assert_true (jkb_order_from_text (NULL).descending);
}

static void
test_lists (void)
{
  g_autoptr(JkbFilter) one = jkb_filter_new ();
  g_autoptr(JkbFilter) other = jkb_filter_new ();

  jkb_filter_set_year (one, 2024, TRUE);
  jkb_filter_set_year (one, 2020, TRUE);
  jkb_filter_set_year (one, 2024, TRUE);
  jkb_filter_set_source_kind (one, "news", TRUE);
  jkb_filter_set_source_kind (one, "", TRUE);
  jkb_filter_set_source_kind (other, "", TRUE);
  jkb_filter_set_source_kind (other, "news", TRUE);
  jkb_filter_set_year (other, 2020, TRUE);
  g_assert_false (jkb_filter_equal (one, other));
  jkb_filter_set_year (other, 2024, TRUE);
  g_assert_true (jkb_filter_equal (one, other));
  g_assert_true (jkb_filter_has_year (one, 2024));
  jkb_filter_set_year (one, 2024, FALSE);
  g_assert_false (jkb_filter_has_year (one, 2024));
  g_assert_cmpuint (one->years->len, ==, 1);
  jkb_filter_set_source_kind (one, "news", FALSE);
  g_assert_false (jkb_filter_has_source_kind (one, "news"));
  g_assert_true (jkb_filter_has_source_kind (one, ""));
}

static void
test_words (void)
{
  g_autoptr(JkbFilter) filter = jkb_filter_new ();

  jkb_filter_set_words (filter, "  a b ");
  g_assert_cmpstr (filter->words, ==, "a b");
  jkb_filter_set_words (filter, filter->words);
  g_assert_cmpstr (filter->words, ==, "a b");
  jkb_filter_set_words (filter, "  ");
  g_assert_null (filter->words);
}

static void
test_people_bins (void)
{
  gint64 min = -7, max = -7, last = -1;

  g_assert_cmpint (jkb_people_bin (JKB_COUNT_UNKNOWN), ==, JKB_PEOPLE_UNKNOWN);
  g_assert_false (jkb_people_bin_range (JKB_PEOPLE_UNKNOWN, &min, &max));
  g_assert_cmpint (min, ==, -7);
  for (int bin = JKB_PEOPLE_NONE; bin < JKB_N_PEOPLE_BINS; bin++)
    {
      g_assert_true (jkb_people_bin_range ((JkbPeopleBin) bin, &min, &max));
      g_assert_cmpint (min, ==, last + 1);
      g_assert_cmpint (jkb_people_bin (min), ==, bin);
      g_assert_cmpint (jkb_people_bin (max), ==, bin);
      last = max;
    }
  g_assert_cmpint (last, ==, G_MAXINT64);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/filter/facets", test_facets);
  g_test_add_func ("/query/filter/lists", test_lists);
  g_test_add_func ("/query/filter/text", test_text);
  g_test_add_func ("/query/filter/orders", test_orders);
  g_test_add_func ("/query/filter/words", test_words);
  g_test_add_func ("/query/filter/people-bins", test_people_bins);
  return g_test_run ();
}
