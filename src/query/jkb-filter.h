/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-date.h"
#include "core/jkb-incident.h"

/** Bit for "none of them", beside the bits of circumstances and of data items. */
#define JKB_FILTER_NO_CIRCUMSTANCE (1u << JKB_N_CIRCUMSTANCES)
#define JKB_FILTER_NO_DATA_ITEM (1u << JKB_N_DATA_ITEMS)

/** JKB_FILTER_LIST_FOUND: a #JkbFilter.list_id for cases that were looked up and are no collection. */
#define JKB_FILTER_LIST_FOUND (-1)

/** JKB_N_REVIEWS: how many values #JkbReviewState has */
#define JKB_N_REVIEWS (JKB_REVIEW_DONE + 1)

/** JkbPeopleBin: classes of the number of affected persons, by powers of ten. */
typedef enum
{
  JKB_PEOPLE_UNKNOWN,                   /* the text does not say */
  JKB_PEOPLE_NONE,                      /* it says: nobody */
  JKB_PEOPLE_1,                         /* 1 to 9 */
  JKB_PEOPLE_10,
  JKB_PEOPLE_100,
  JKB_PEOPLE_1000,
  JKB_PEOPLE_10000,
  JKB_PEOPLE_100000,
  JKB_PEOPLE_1000000,
  JKB_PEOPLE_10000000,                  /* ten million and more */
  JKB_N_PEOPLE_BINS
} JkbPeopleBin;

/**
 * JkbFilter:
 * @words: (nullable): the search line as typed, see #JkbSearchLine
 * @types: bits of #JkbIncidentType; the primary type of a case is meant
 * @circumstances: bits of #JkbCircumstance and %JKB_FILTER_NO_CIRCUMSTANCE
 * @sectors: bits of #JkbSector
 * @statuses: bits of #JkbAffectedStatus
 * @data_items: bits of #JkbDataItem and %JKB_FILTER_NO_DATA_ITEM
 * @reviews: bits of #JkbReviewState
 * @source_kinds: (element-type utf8): kinds of source, interned; "" is "not known"
 * @years: (element-type int): years of the date of the case, ascending; 0 is "not known"
 * @from: first day, or %JKB_DATE_NONE
 * @to: last day, or %JKB_DATE_NONE; a partial date means its last day (`2024` up to 31 December)
 * @without_month: only cases whose date lacks its month, or its year, or all
 * @people_bins: bits of #JkbPeopleBin
 * @people_min: fewest affected persons, or -1; a case with an unknown number is then left out
 * @people_max: most affected persons, or -1; likewise
 * @list_id: the collection that is looked at, %JKB_FILTER_LIST_FOUND for cases that are none, 0 for
 *   neither
 * @list_name: (nullable): what it is called
 * @list_cases: (element-type gint64): its cases, ascending; looked at only with a @list_id
 *
 * What a person wants to see. A part that is empty (0, -1, no element) lets every case pass; within
 * a part any chosen value will do; all parts must hold. A plain value: compare and copy it with the
 * functions below, change its fields freely while nobody else has it.
 */
typedef struct
{
  char *words;
  guint32 types;
  guint32 circumstances;
  guint32 sectors;
  guint32 statuses;
  guint32 data_items;
  guint32 reviews;
  GPtrArray *source_kinds;
  GArray *years;
  JkbDate from;
  JkbDate to;
  gboolean without_month;
  guint32 people_bins;
  gint64 people_min;
  gint64 people_max;
  gint64 list_id;
  char *list_name;
  GArray *list_cases;
} JkbFilter;

/** JkbFacet: the parts of a filter, each of which can be left out when its values are counted. */
typedef enum
{
  JKB_FACET_WORDS,
  JKB_FACET_TYPE,
  JKB_FACET_CIRCUMSTANCE,
  JKB_FACET_SECTOR,
  JKB_FACET_STATUS,
  JKB_FACET_DATA_ITEM,
  JKB_FACET_REVIEW,
  JKB_FACET_SOURCE_KIND,
  JKB_FACET_TIME,                       /* years, from, to, without_month */
  JKB_FACET_PEOPLE,                     /* bins, smallest, largest */
  JKB_FACET_LIST,                       /* a collection */
  JKB_N_FACETS
} JkbFacet;

/**
 * jkb_filter_new:
 *
 * Any thread. Returns: (transfer full): a filter that lets everything pass
 */
JkbFilter *jkb_filter_new (void);

/**
 * jkb_filter_copy:
 * @filter: a filter
 *
 * Any thread. Returns: (transfer full): an equal filter
 */
JkbFilter *jkb_filter_copy (const JkbFilter *filter);

/**
 * jkb_filter_free:
 * @filter: (nullable) (transfer full): a filter
 */
void jkb_filter_free (JkbFilter *filter);

/**
 * jkb_filter_equal:
 * @a: a filter
 * @b: a filter
 *
 * Any thread. Returns: %TRUE if both say the same
 */
gboolean jkb_filter_equal (const JkbFilter *a, const JkbFilter *b);

/**
 * jkb_filter_is_empty:
 * @filter: a filter
 *
 * Any thread. Returns: %TRUE if it lets everything pass
 */
gboolean jkb_filter_is_empty (const JkbFilter *filter);

/**
 * jkb_filter_uses:
 * @filter: a filter
 * @facet: one of its parts
 *
 * Any thread. Returns: %TRUE if that part keeps anything out
 */
gboolean jkb_filter_uses (const JkbFilter *filter, JkbFacet facet);

/**
 * jkb_filter_clear:
 * @filter: a filter
 * @facet: one of its parts
 *
 * Lets everything pass that part.
 */
void jkb_filter_clear (JkbFilter *filter, JkbFacet facet);

/**
 * jkb_filter_set_words:
 * @filter: a filter
 * @words: (nullable): a search line, valid UTF-8; blanks around it do not count
 *
 * Replaces the search line.
 */
void jkb_filter_set_words (JkbFilter *filter, const char *words);

/**
 * jkb_filter_has_year:
 * @filter: a filter
 * @year: a year, 0 for "not known"
 *
 * Any thread. Returns: %TRUE if @year is chosen
 */
gboolean jkb_filter_has_year (const JkbFilter *filter, int year);

/**
 * jkb_filter_set_year:
 * @filter: a filter
 * @year: a year, 0 for "not known"
 * @is_chosen: choose it, or no longer
 *
 * Keeps the years in order.
 */
void jkb_filter_set_year (JkbFilter *filter, int year, gboolean is_chosen);

/**
 * jkb_filter_has_source_kind:
 * @filter: a filter
 * @kind: a kind of source, "" for "not known"
 *
 * Any thread. Returns: %TRUE if @kind is chosen
 */
gboolean jkb_filter_has_source_kind (const JkbFilter *filter, const char *kind);

/**
 * jkb_filter_set_source_kind:
 * @filter: a filter
 * @kind: a kind of source, "" for "not known"
 * @is_chosen: choose it, or no longer
 *
 * Keeps the kinds in order.
 */
void jkb_filter_set_source_kind (JkbFilter *filter, const char *kind, gboolean is_chosen);

/**
 * jkb_filter_set_list:
 * @filter: a filter
 * @list_id: a collection, 0 for none
 * @name: (nullable): what it is called
 * @cases: (nullable) (element-type gint64): its cases, ascending; copied
 *
 * Lets only the cases of a collection pass.
 */
void jkb_filter_set_list (JkbFilter *filter, gint64 list_id, const char *name, const GArray *cases);

/**
 * jkb_people_bin:
 * @people: a number of persons, or %JKB_COUNT_UNKNOWN
 *
 * Any thread. Returns: the class it falls into
 */
JkbPeopleBin jkb_people_bin (gint64 people);

/**
 * jkb_people_bin_range:
 * @bin: a class
 * @min: (out): the smallest number in it
 * @max: (out): the largest, %G_MAXINT64 for the last class
 *
 * Any thread. Returns: %FALSE, leaving both, for %JKB_PEOPLE_UNKNOWN
 */
gboolean jkb_people_bin_range (JkbPeopleBin bin, gint64 *min, gint64 *max);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbFilter, jkb_filter_free)
