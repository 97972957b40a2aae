/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From the marks of a chart to the filter and back. A mark is turned into the filter that chooses
 * nothing else; everything is said in terms of that.
 */
#include "summary/jkb-case-chart.h"

static void
set_people (JkbFilter *filter, const JkbChartMark *mark)
{
  if (mark->kind == JKB_CHART_MARK_UNKNOWN)
    filter->people_bins = 1u << JKB_PEOPLE_UNKNOWN;
  else if (mark->kind == JKB_CHART_MARK_NONE)
    filter->people_bins = 1u << JKB_PEOPLE_NONE;
  else
    {
      filter->people_min = mark->from;
      filter->people_max = mark->to;
    }
}

static void
set_time (JkbFilter *filter, int category)
{
  if (category == JKB_CASE_CHART_NO_YEAR)
    jkb_filter_set_year (filter, 0, TRUE);
  else if (category == JKB_CASE_CHART_NO_MONTH)
    filter->without_month = TRUE;
  else
    filter->from = filter->to
        = (JkbDate){ (gint16) (category / 100), (guint8) (category % 100), 0 };
}

static JkbFilter *
make_filter (JkbCaseChart kind, const JkbChartMark *mark)
{
  JkbFilter *filter = jkb_filter_new ();

  switch (kind)
    {
    case JKB_CASE_CHART_CAUSES:
    case JKB_CASE_CHART_DELAY:
      if (mark->category >= 0)
        filter->types = 1u << mark->category;
      break;
    case JKB_CASE_CHART_AFFECTED:
      set_people (filter, mark);
      break;
    case JKB_CASE_CHART_TIME:
      set_time (filter, mark->category);
      break;
    case JKB_CASE_CHART_DATA_ITEMS:
      filter->data_items = 1u << mark->category;
      break;
    case JKB_CASE_CHART_SECTORS:
      filter->sectors = 1u << mark->category;
      filter->types = 1u << mark->layer;
      break;
    case JKB_CASE_CHART_TOP:
    case JKB_N_CASE_CHARTS:
      break;
    }
  return filter;
}

static gboolean
chooses_people (const JkbFilter *filter, const JkbFilter *wanted)
{
  gint64 max = filter->people_max >= 0 ? filter->people_max : G_MAXINT64;
  gboolean has_range = filter->people_min >= 0 || filter->people_max >= 0;
  gint64 wanted_min = wanted->people_min, wanted_max = wanted->people_max, bin_min, bin_max;

  if (wanted->people_bins == 1u << JKB_PEOPLE_UNKNOWN)
    return !has_range && (filter->people_bins & wanted->people_bins) != 0;
  if (wanted->people_bins == 1u << JKB_PEOPLE_NONE)
    wanted_min = wanted_max = 0;
  if (has_range && (wanted_min > max || wanted_max < filter->people_min))
    return FALSE;
  for (int bin = JKB_PEOPLE_NONE; filter->people_bins != 0 && bin < JKB_N_PEOPLE_BINS; bin++)
    if (filter->people_bins >> bin & 1 && jkb_people_bin_range ((JkbPeopleBin) bin, &bin_min, &bin_max)
        && wanted_min <= bin_max && wanted_max >= bin_min)
      return TRUE;
  return filter->people_bins == 0;
}

static gboolean
chooses_time (const JkbFilter *filter, const JkbFilter *wanted)
{
  gboolean has_range = jkb_date_is_set (filter->from) || jkb_date_is_set (filter->to);
  JkbDate first = wanted->from, last = wanted->to, until = filter->to;

  if (wanted->years->len > 0)
    return !has_range && (filter->years->len == 0 || jkb_filter_has_year (filter, 0));
  if (wanted->without_month || filter->without_month)
    return wanted->without_month && filter->without_month;
  if (filter->years->len > 0 && !jkb_filter_has_year (filter, first.year))
    return FALSE;
  last.month = last.month != 0 ? last.month : 12;
  last.day = 31;
  if (jkb_date_is_set (filter->from) && jkb_date_compare (last, filter->from) < 0)
    return FALSE;
  until.month = until.month != 0 ? until.month : 12;
  until.day = until.day != 0 ? until.day : 31;
  return !jkb_date_is_set (filter->to) || jkb_date_compare (first, until) <= 0;
}

static gboolean
chooses_facet (const JkbFilter *filter, const JkbFilter *wanted, JkbFacet facet)
{
  if (!jkb_filter_uses (wanted, facet) || !jkb_filter_uses (filter, facet))
    return TRUE;
  switch (facet)
    {
    case JKB_FACET_TYPE:
      return (filter->types & wanted->types) != 0;
    case JKB_FACET_SECTOR:
      return (filter->sectors & wanted->sectors) != 0;
    case JKB_FACET_DATA_ITEM:
      return (filter->data_items & wanted->data_items) != 0;
    case JKB_FACET_TIME:
      return chooses_time (filter, wanted);
    case JKB_FACET_PEOPLE:
      return chooses_people (filter, wanted);
    case JKB_FACET_WORDS:
    case JKB_FACET_CIRCUMSTANCE:
    case JKB_FACET_STATUS:
    case JKB_FACET_REVIEW:
    case JKB_FACET_SOURCE_KIND:
    case JKB_N_FACETS:
      break;
    }
  return TRUE;
}

gboolean
jkb_case_chart_chooses (JkbCaseChart kind, const JkbFilter *filter, const JkbChartMark *mark)
{
  g_autoptr(JkbFilter) wanted = make_filter (kind, mark);

  for (int facet = 0; facet < JKB_N_FACETS; facet++)
    if (!chooses_facet (filter, wanted, (JkbFacet) facet))
      return FALSE;
  return TRUE;
}

static gboolean
is_just (const JkbFilter *filter, const JkbFilter *wanted)
{
  g_autoptr(JkbFilter) part = jkb_filter_copy (filter);

  for (int facet = 0; facet < JKB_N_FACETS; facet++)
    if (!jkb_filter_uses (wanted, (JkbFacet) facet))
      jkb_filter_clear (part, (JkbFacet) facet);
  return jkb_filter_equal (part, wanted);
}

static void
take_over (JkbFilter *filter, const JkbFilter *wanted, JkbFacet facet)
{
  jkb_filter_clear (filter, facet);
  if (facet == JKB_FACET_TYPE)
    filter->types = wanted->types;
  else if (facet == JKB_FACET_SECTOR)
    filter->sectors = wanted->sectors;
  else if (facet == JKB_FACET_DATA_ITEM)
    filter->data_items = wanted->data_items;
  else if (facet == JKB_FACET_TIME)
    {
      filter->from = wanted->from;
      filter->to = wanted->to;
      filter->without_month = wanted->without_month;
      if (wanted->years->len > 0)
        jkb_filter_set_year (filter, 0, TRUE);
    }
  else if (facet == JKB_FACET_PEOPLE)
    {
      filter->people_bins = wanted->people_bins;
      filter->people_min = wanted->people_min;
      filter->people_max = wanted->people_max;
    }
}

void
jkb_case_chart_toggle (JkbCaseChart kind, JkbFilter *filter, const JkbChartMark *mark)
{
  g_autoptr(JkbFilter) wanted = make_filter (kind, mark);
  gboolean was_chosen = is_just (filter, wanted);

  for (int facet = 0; facet < JKB_N_FACETS; facet++)
    if (jkb_filter_uses (wanted, (JkbFacet) facet))
      {
        if (was_chosen)
          jkb_filter_clear (filter, (JkbFacet) facet);
        else
          take_over (filter, wanted, (JkbFacet) facet);
      }
}
