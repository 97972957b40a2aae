/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From the marks of a chart to the filter and back. A mark is turned into the filter that chooses
 * nothing else; everything is said in terms of that.
 */
#include "summary/jkb-case-chart-private.h"

static gboolean
is_compared (const JkbChartMark *mark)
{
  return mark->category >= (int) JKB_CASE_CHART_COMPARED;
}

static void
set_people (JkbFilter *filter, const JkbChartMark *mark)
{
  if (mark->kind == JKB_CHART_MARK_UNKNOWN)
    filter->people_bins = 1u << JKB_PEOPLE_UNKNOWN;
  else if (is_compared (mark))
    filter->people_bins = 1u << (mark->category & ~JKB_CASE_CHART_COMPARED);
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
      if (mark->category >= (int) JKB_CASE_CHART_TYPES)
        filter->types = (guint32) mark->category & (JKB_CASE_CHART_TYPES - 1);
      else if (mark->category >= 0)
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
      filter->sectors = 1u << (mark->category & ~JKB_CASE_CHART_COMPARED);
      if (!is_compared (mark))
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
    case JKB_FACET_LIST:
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
      for (guint i = 0; i < wanted->years->len; i++)
        jkb_filter_set_year (filter, g_array_index (wanted->years, int, i), TRUE);
    }
  else if (facet == JKB_FACET_PEOPLE)
    {
      filter->people_bins = wanted->people_bins;
      filter->people_min = wanted->people_min;
      filter->people_max = wanted->people_max;
    }
}

/* ---- several marks ---- */

static void
clear_many (JkbFilter *filter, guint facets)
{
  for (int facet = 0; facet < JKB_N_FACETS; facet++)
    if (facets >> facet & 1)
      jkb_filter_clear (filter, (JkbFacet) facet);
}

static void
widen_time (JkbFilter *wanted, const JkbFilter *more)
{
  if (!jkb_filter_uses (wanted, JKB_FACET_TIME))
    {
      take_over (wanted, more, JKB_FACET_TIME);
      return;
    }
  /* No range holds what has no date: the dates win. */
  if (!jkb_date_is_set (more->from))
    return;
  if (!jkb_date_is_set (wanted->from))
    {
      take_over (wanted, more, JKB_FACET_TIME);
      return;
    }
  if (jkb_date_compare (more->from, wanted->from) < 0)
    wanted->from = more->from;
  if (jkb_date_compare (more->to, wanted->to) > 0)
    wanted->to = more->to;
}

static gint64
get_least_people (const JkbFilter *filter)
{
  return filter->people_bins == 1u << JKB_PEOPLE_NONE ? 0 : filter->people_min;
}

static void
widen_people (JkbFilter *wanted, const JkbFilter *more)
{
  gboolean is_range = more->people_bins != 1u << JKB_PEOPLE_UNKNOWN;

  /* No range holds what is not known: the figures win. */
  if (!jkb_filter_uses (wanted, JKB_FACET_PEOPLE)
      || (is_range && wanted->people_bins == 1u << JKB_PEOPLE_UNKNOWN))
    {
      take_over (wanted, more, JKB_FACET_PEOPLE);
      return;
    }
  if (!is_range)
    return;
  wanted->people_min = MIN (get_least_people (wanted), get_least_people (more));
  wanted->people_max = MAX (MAX (wanted->people_max, more->people_max), wanted->people_min);
  wanted->people_bins = 0;
}

static void
widen (JkbFilter *wanted, const JkbFilter *more)
{
  wanted->types |= more->types;
  wanted->sectors |= more->sectors;
  wanted->data_items |= more->data_items;
  if (jkb_filter_uses (more, JKB_FACET_TIME))
    widen_time (wanted, more);
  if (jkb_filter_uses (more, JKB_FACET_PEOPLE))
    widen_people (wanted, more);
}

/* Only what this chart narrows, and only as its marks can say it. */
static JkbFilter *
get_own_part (JkbCaseChart kind, const JkbFilter *filter)
{
  JkbFilter *part = jkb_filter_copy (filter);

  for (int facet = 0; facet < JKB_N_FACETS; facet++)
    if (!(jkb_case_chart_facets (kind) >> facet & 1))
      jkb_filter_clear (part, (JkbFacet) facet);
  return part;
}

static gboolean
has_all (const JkbFilter *part, const JkbFilter *wanted)
{
  return !jkb_filter_is_empty (part) && (part->types & wanted->types) == wanted->types
         && (part->sectors & wanted->sectors) == wanted->sectors
         && (part->data_items & wanted->data_items) == wanted->data_items
         && !jkb_filter_uses (wanted, JKB_FACET_TIME)
         && !jkb_filter_uses (wanted, JKB_FACET_PEOPLE);
}

/* Added once more, a mark is taken out again; of a field of cells, its row. */
static void
add_to_part (JkbFilter *part, JkbFilter *wanted)
{
  if (!has_all (part, wanted))
    {
      widen (part, wanted);
      return;
    }
  if (wanted->sectors != 0)
    part->sectors &= ~wanted->sectors;
  else
    part->types &= ~wanted->types;
  part->data_items &= ~wanted->data_items;
  if (wanted->sectors != 0 && part->sectors == 0)
    part->types = 0;
}

void
jkb_case_chart_choose (JkbCaseChart kind, JkbFilter *filter, const JkbChartMark *marks,
                       gsize n_marks, gboolean adds)
{
  g_autoptr(JkbFilter) wanted = jkb_filter_new ();
  g_autoptr(JkbFilter) part = get_own_part (kind, filter);

  for (gsize i = 0; i < n_marks; i++)
    {
      g_autoptr(JkbFilter) more = make_filter (kind, &marks[i]);

      widen (wanted, more);
    }
  if (jkb_filter_is_empty (wanted))
    return;
  if (adds)
    add_to_part (part, wanted);
  else if (is_just (filter, wanted))
    clear_many (part, jkb_case_chart_facets (kind));
  else
    {
      clear_many (part, jkb_case_chart_facets (kind));
      widen (part, wanted);
    }
  for (int facet = 0; facet < JKB_N_FACETS; facet++)
    if (jkb_case_chart_facets (kind) >> facet & 1)
      take_over (filter, part, (JkbFacet) facet);
}

gboolean
jkb_case_chart_clear (JkbCaseChart kind, JkbFilter *filter)
{
  gboolean is_used = FALSE;

  for (int facet = 0; facet < JKB_N_FACETS; facet++)
    if (jkb_case_chart_facets (kind) >> facet & 1)
      is_used |= jkb_filter_uses (filter, (JkbFacet) facet);
  clear_many (filter, jkb_case_chart_facets (kind));
  return is_used;
}
