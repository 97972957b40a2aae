/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * JkbAxis: what cases can be counted by. The values of an axis are those of its enumeration unless
 * said otherwise. On the axes of sets a case counts once for each of its values.
 */
typedef enum
{
  JKB_AXIS_NONE,                        /* one value, 0 */
  JKB_AXIS_TYPE,                        /* primary type */
  JKB_AXIS_CIRCUMSTANCE,                /* a set; JKB_N_CIRCUMSTANCES is "none of them" */
  JKB_AXIS_SECTOR,
  JKB_AXIS_STATUS,
  JKB_AXIS_DATA_ITEM,                   /* a set; JKB_N_DATA_ITEMS is "none said" */
  JKB_AXIS_REVIEW,
  JKB_AXIS_SOURCE_KIND,                 /* numbers for jkb_tally_get_name() */
  JKB_AXIS_YEAR,                        /* years from first to last, then 0 for "not known" */
  JKB_AXIS_MONTH,                       /* year * 12 + month - 1 likewise, then -1 for "not known" */
  JKB_AXIS_PEOPLE,                      /* #JkbPeopleBin */
  JKB_AXIS_RECORDS,                     /* #JkbPeopleBin of the affected records */
  JKB_AXIS_DELAY,                       /* #JkbDelayBin */
  JKB_N_AXES
} JkbAxis;

/** JkbDelayBin: classes of days from discovery to announcement; both days must be known. */
typedef enum
{
  JKB_DELAY_UNKNOWN,
  JKB_DELAY_SAME_DAY,
  JKB_DELAY_WEEK,                       /* 1 to 7 days */
  JKB_DELAY_MONTH,                      /* 8 to 30 */
  JKB_DELAY_60,                         /* 31 to 60 */
  JKB_DELAY_90,                         /* 61 to 90 */
  JKB_DELAY_180,                        /* 91 to 180 */
  JKB_DELAY_LONGER,
  JKB_N_DELAY_BINS
} JkbDelayBin;

/**
 * JkbTally:
 * @rows: what was counted by
 * @columns: what each count is divided by
 * @n_rows: how many values there are on @rows, with those that no case has
 * @n_columns: how many values there are on @columns
 * @row_values: (array length=n_rows): the values on @rows
 * @column_values: (array length=n_columns): the values on @columns
 * @cells: (array): `n_rows * n_columns` counts, row by row
 * @n_cases: how many cases were counted, each once
 *
 * A table of counts.
 */
typedef struct
{
  JkbAxis rows;
  JkbAxis columns;
  guint n_rows;
  guint n_columns;
  int *row_values;
  int *column_values;
  guint *cells;
  guint n_cases;
  /*< private >*/
  GPtrArray *names;
} JkbTally;

/**
 * jkb_tally_free:
 * @tally: (nullable) (transfer full): a table of counts
 */
void jkb_tally_free (JkbTally *tally);

/**
 * jkb_tally_get:
 * @tally: a table of counts
 * @row: index of a row
 * @column: index of a column
 *
 * Returns: the count there
 */
guint jkb_tally_get (const JkbTally *tally, guint row, guint column);

/**
 * jkb_tally_get_row_total:
 * @tally: a table of counts
 * @row: index of a row
 *
 * Returns: the sum of that row
 */
guint jkb_tally_get_row_total (const JkbTally *tally, guint row);

/**
 * jkb_tally_get_name:
 * @tally: a table of counts with an axis of source kinds
 * @value: a value on that axis
 *
 * Returns: (transfer none): the kind, "" for "not known"
 */
const char *jkb_tally_get_name (const JkbTally *tally, int value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbTally, jkb_tally_free)
