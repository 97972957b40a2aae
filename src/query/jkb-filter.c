/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-filter.h"

#include <string.h>

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

JkbFilter *
jkb_filter_new (void)
{
  JkbFilter *filter = g_new0 (JkbFilter, 1);

  filter->source_kinds = g_ptr_array_new ();
  filter->years = g_array_new (FALSE, FALSE, sizeof (int));
  filter->people_min = -1;
  filter->people_max = -1;
  filter->list_cases = g_array_new (FALSE, FALSE, sizeof (gint64));
  return filter;
}

JkbFilter *
jkb_filter_copy (const JkbFilter *filter)
{
  JkbFilter *copy = g_new (JkbFilter, 1);

  *copy = *filter;
  copy->words = g_strdup (filter->words);
  copy->source_kinds = g_ptr_array_copy (filter->source_kinds, NULL, NULL);
  copy->years = g_array_copy (filter->years);
  copy->list_name = g_strdup (filter->list_name);
  copy->list_cases = g_array_copy (filter->list_cases);
  return copy;
}

void
jkb_filter_free (JkbFilter *filter)
{
  if (filter == NULL)
    return;
  g_free (filter->words);
  g_ptr_array_unref (filter->source_kinds);
  g_array_unref (filter->years);
  g_free (filter->list_name);
  g_array_unref (filter->list_cases);
  g_free (filter);
}

static gboolean
has_same_kinds (const JkbFilter *a, const JkbFilter *b)
{
  if (a->source_kinds->len != b->source_kinds->len)
    return FALSE;
  for (guint i = 0; i < a->source_kinds->len; i++)
    if (strcmp (a->source_kinds->pdata[i], b->source_kinds->pdata[i]) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
has_same_values (const GArray *a, const GArray *b, gsize n_bytes)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * n_bytes) == 0);
}

static gboolean
has_same_list (const JkbFilter *a, const JkbFilter *b)
{
  return a->list_id == b->list_id && g_strcmp0 (a->list_name, b->list_name) == 0
         && has_same_values (a->list_cases, b->list_cases, sizeof (gint64));
}

gboolean
jkb_filter_equal (const JkbFilter *a, const JkbFilter *b)
{
  return g_strcmp0 (a->words, b->words) == 0 && a->types == b->types
         && a->circumstances == b->circumstances && a->sectors == b->sectors
         && a->statuses == b->statuses && a->data_items == b->data_items
         && a->reviews == b->reviews && has_same_kinds (a, b)
         && has_same_values (a->years, b->years, sizeof (int)) && has_same_list (a, b)
         && jkb_date_compare (a->from, b->from) == 0 && jkb_date_compare (a->to, b->to) == 0
         && !a->without_month == !b->without_month
         && a->people_bins == b->people_bins && a->people_min == b->people_min
         && a->people_max == b->people_max;
}

gboolean
jkb_filter_is_empty (const JkbFilter *filter)
{
  for (int facet = 0; facet < JKB_N_FACETS; facet++)
    if (jkb_filter_uses (filter, (JkbFacet) facet))
      return FALSE;
  return TRUE;
}

gboolean
jkb_filter_uses (const JkbFilter *filter, JkbFacet facet)
{
  switch (facet)
    {
    case JKB_FACET_WORDS:
      return filter->words != NULL;
    case JKB_FACET_TYPE:
      return filter->types != 0;
    case JKB_FACET_CIRCUMSTANCE:
      return filter->circumstances != 0;
    case JKB_FACET_SECTOR:
      return filter->sectors != 0;
    case JKB_FACET_STATUS:
      return filter->statuses != 0;
    case JKB_FACET_DATA_ITEM:
      return filter->data_items != 0;
    case JKB_FACET_REVIEW:
      return filter->reviews != 0;
    case JKB_FACET_SOURCE_KIND:
      return filter->source_kinds->len > 0;
    case JKB_FACET_TIME:
      return filter->years->len > 0 || jkb_date_is_set (filter->from)
             || jkb_date_is_set (filter->to) || filter->without_month;
    case JKB_FACET_PEOPLE:
      return filter->people_bins != 0 || filter->people_min >= 0 || filter->people_max >= 0;
    case JKB_FACET_LIST:
      return filter->list_id != 0;
    case JKB_N_FACETS:
      break;
    }
  g_return_val_if_reached (FALSE);
}

void
jkb_filter_clear (JkbFilter *filter, JkbFacet facet)
{
  switch (facet)
    {
    case JKB_FACET_WORDS:
      g_clear_pointer (&filter->words, g_free);
      break;
    case JKB_FACET_TYPE:
      filter->types = 0;
      break;
    case JKB_FACET_CIRCUMSTANCE:
      filter->circumstances = 0;
      break;
    case JKB_FACET_SECTOR:
      filter->sectors = 0;
      break;
    case JKB_FACET_STATUS:
      filter->statuses = 0;
      break;
    case JKB_FACET_DATA_ITEM:
      filter->data_items = 0;
      break;
    case JKB_FACET_REVIEW:
      filter->reviews = 0;
      break;
    case JKB_FACET_SOURCE_KIND:
      g_ptr_array_set_size (filter->source_kinds, 0);
      break;
    case JKB_FACET_TIME:
      g_array_set_size (filter->years, 0);
      filter->from = JKB_DATE_NONE;
      filter->to = JKB_DATE_NONE;
      filter->without_month = FALSE;
      break;
    case JKB_FACET_PEOPLE:
      filter->people_bins = 0;
      filter->people_min = -1;
      filter->people_max = -1;
      break;
    case JKB_FACET_LIST:
      jkb_filter_set_list (filter, 0, NULL, NULL);
      break;
    case JKB_N_FACETS:
      g_return_if_reached ();
    }
}

void
jkb_filter_set_words (JkbFilter *filter, const char *words)
{
  char *stripped = g_strstrip (g_strdup (words != NULL ? words : ""));

  g_free (filter->words);
  filter->words = *stripped != '\0' ? g_steal_pointer (&stripped) : NULL;
  g_free (stripped);
}

static gboolean
find_year (const JkbFilter *filter, int year, guint *index)
{
  for (guint i = 0; i < filter->years->len; i++)
    if (g_array_index (filter->years, int, i) == year)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
jkb_filter_has_year (const JkbFilter *filter, int year)
{
  guint index;

  return find_year (filter, year, &index);
}

void
jkb_filter_set_year (JkbFilter *filter, int year, gboolean is_chosen)
{
  guint index;
  gboolean was_chosen = find_year (filter, year, &index);

  if (is_chosen && !was_chosen)
    {
      g_array_append_val (filter->years, year);
      g_array_sort (filter->years, compare_years);
    }
  else if (!is_chosen && was_chosen)
    g_array_remove_index (filter->years, index);
}

static gboolean
find_kind (const JkbFilter *filter, const char *kind, guint *index)
{
  return g_ptr_array_find_with_equal_func (filter->source_kinds, kind, g_str_equal, index);
}

gboolean
jkb_filter_has_source_kind (const JkbFilter *filter, const char *kind)
{
  return find_kind (filter, kind, NULL);
}

void
jkb_filter_set_source_kind (JkbFilter *filter, const char *kind, gboolean is_chosen)
{
  guint index;
  gboolean was_chosen = find_kind (filter, kind, &index);

  if (is_chosen && !was_chosen)
    {
      g_ptr_array_add (filter->source_kinds, (gpointer) g_intern_string (kind));
      g_ptr_array_sort (filter->source_kinds, compare_kinds);
    }
  else if (!is_chosen && was_chosen)
    g_ptr_array_remove_index (filter->source_kinds, index);
}

void
jkb_filter_set_list (JkbFilter *filter, gint64 list_id, const char *name, const GArray *cases)
{
  char *copy = g_strdup (name);

  filter->list_id = list_id;
  g_free (filter->list_name);
  filter->list_name = copy;
  g_array_set_size (filter->list_cases, 0);
  if (cases != NULL && cases->len > 0)
    g_array_append_vals (filter->list_cases, cases->data, cases->len);
}

JkbPeopleBin
jkb_people_bin (gint64 people)
{
  int bin = JKB_PEOPLE_NONE;

  if (people < 0)
    return JKB_PEOPLE_UNKNOWN;
  for (; people > 0 && bin < JKB_N_PEOPLE_BINS - 1; people /= 10)
    bin++;
  return (JkbPeopleBin) bin;
}

gboolean
jkb_people_bin_range (JkbPeopleBin bin, gint64 *min, gint64 *max)
{
  g_return_val_if_fail (bin < JKB_N_PEOPLE_BINS, FALSE);

  if (bin == JKB_PEOPLE_UNKNOWN)
    return FALSE;
  *min = bin == JKB_PEOPLE_NONE ? 0 : 1;
  for (int i = JKB_PEOPLE_1; i < (int) bin; i++)
    *min *= 10;
  *max = bin == JKB_PEOPLE_NONE ? 0 : *min * 10 - 1;
  if (bin == JKB_N_PEOPLE_BINS - 1)
    *max = G_MAXINT64;
  return TRUE;
}
