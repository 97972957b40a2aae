/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables by one or two axes, folded out of the tables of a survey. */
#include "query/jkb-case-block.h"
#include "query/jkb-filter.h"
#include "query/jkb-people-code.h"
#include "query/jkb-survey.h"
#include "query/jkb-tally-private.h"

#define NO_VALUE G_MININT

typedef struct
{
  const guint *cells;
  gsize n_cells;
  guint n_cases;
  guint first_year;
} Sum;

/* The value of @axis that @cell stands for, NO_VALUE when the table does not know it. */
typedef int (*GetValue) (const Sum *sum, JkbAxis axis, gsize cell);

static int
get_kin (const Sum *sum, JkbAxis axis, gsize cell)
{
  switch (axis)
    {
    case JKB_AXIS_NONE:
      return 0;
    case JKB_AXIS_TYPE:
      return (int) (cell / (JKB_N_SECTORS * JKB_N_STATUSES));
    case JKB_AXIS_SECTOR:
      return (int) (cell / JKB_N_STATUSES % JKB_N_SECTORS);
    case JKB_AXIS_STATUS:
      return (int) (cell % JKB_N_STATUSES);
    default:
      return NO_VALUE;
    }
}

static int
get_manner (const Sum *sum, JkbAxis axis, gsize cell)
{
  switch (axis)
    {
    case JKB_AXIS_NONE:
      return 0;
    case JKB_AXIS_REVIEW:
      return (int) (cell % JKB_N_MANNERS >> JKB_N_CIRCUMSTANCES);
    case JKB_AXIS_SOURCE_KIND:
      return (int) (cell / JKB_N_MANNERS);
    default:
      return NO_VALUE;
    }
}

static int
get_people (const Sum *sum, JkbAxis axis, gsize cell)
{
  if (axis == JKB_AXIS_NONE)
    return 0;
  return axis == JKB_AXIS_PEOPLE ? (int) jkb_people_code_bin ((guint) cell) : NO_VALUE;
}

static int
get_time (const Sum *sum, JkbAxis axis, gsize cell)
{
  gsize slot = cell / JKB_N_TYPES;
  gboolean has_year = cell + JKB_N_TYPES < sum->n_cells;
  int year = (int) (sum->first_year + slot / JKB_COUNT_MONTHS);
  int month = (int) (slot % JKB_COUNT_MONTHS);

  switch (axis)
    {
    case JKB_AXIS_NONE:
      return 0;
    case JKB_AXIS_TYPE:
      return (int) (cell % JKB_N_TYPES);
    case JKB_AXIS_YEAR:
      return has_year ? year : JKB_TALLY_NO_YEAR;
    case JKB_AXIS_MONTH:
      return has_year && month > 0 ? year * 12 + month - 1 : JKB_TALLY_NO_MONTH;
    default:
      return NO_VALUE;
    }
}

static int
get_item (const Sum *sum, JkbAxis axis, gsize cell)
{
  return axis == JKB_AXIS_DATA_ITEM ? (int) cell : axis == JKB_AXIS_NONE ? 0 : NO_VALUE;
}

static const struct
{
  JkbCountPart part;
  GetValue get_value;
} tables[] = {
  { JKB_COUNT_KIN, get_kin },
  { JKB_COUNT_MANNER, get_manner },
  { JKB_COUNT_PEOPLE, get_people },
  { JKB_COUNT_TIME, get_time },
  { JKB_COUNT_ITEMS, get_item },
};

static gboolean
is_time (JkbAxis axis)
{
  return axis == JKB_AXIS_YEAR || axis == JKB_AXIS_MONTH;
}

/* From the first year or month that is counted to the last. */
static JkbTallyTime
measure (const Sum *sum, GetValue get_value, JkbAxis axis)
{
  int first = G_MAXINT, last = -1, unknown = axis == JKB_AXIS_YEAR ? JKB_TALLY_NO_YEAR : JKB_TALLY_NO_MONTH;

  for (gsize cell = 0; is_time (axis) && cell < sum->n_cells; cell++)
    if (sum->cells[cell] > 0 && get_value (sum, axis, cell) != unknown)
      {
        first = MIN (first, get_value (sum, axis, cell));
        last = MAX (last, get_value (sum, axis, cell));
      }
  return (JkbTallyTime){ first, last >= first ? (guint) (last - first + 1) : 0 };
}

static guint
find_index (const JkbTallyTime *time, JkbAxis axis, int value)
{
  if (!is_time (axis))
    return (guint) value;
  return value >= time->first && value < time->first + (int) time->n ? (guint) (value - time->first)
                                                                     : time->n;
}

static JkbTally *
fold (const JkbCases *cases, const Sum *sum, GetValue get_value, JkbAxis rows, JkbAxis columns)
{
  JkbTallyTime time = measure (sum, get_value, is_time (rows) ? rows : columns);
  JkbTally *tally = jkb_tally_new_empty (cases, rows, columns, &time);

  for (gsize cell = 0; cell < sum->n_cells; cell++)
    if (sum->cells[cell] > 0)
      {
        guint row = find_index (&time, rows, get_value (sum, rows, cell));
        guint column = find_index (&time, columns, get_value (sum, columns, cell));

        tally->cells[row * tally->n_columns + column] += sum->cells[cell];
      }
  return tally;
}

/* A case counts once for each of its circumstances. */
static JkbTally *
fold_circumstances (const JkbCases *cases, const Sum *sum)
{
  JkbTally *tally = jkb_tally_new_empty (cases, JKB_AXIS_CIRCUMSTANCE, JKB_AXIS_NONE, NULL);

  for (gsize cell = 0; cell < sum->n_cells; cell++)
    {
      guint32 bits = cell % (1u << JKB_N_CIRCUMSTANCES);

      if (bits == 0)
        bits = JKB_FILTER_NO_CIRCUMSTANCE;
      for (; bits != 0; bits &= bits - 1)
        tally->cells[g_bit_nth_lsf (bits, -1)] += sum->cells[cell];
    }
  return tally;
}

/* ---- which table answers ---- */

static gboolean
find_part (JkbAxis rows, JkbAxis columns, JkbCountPart *part, GetValue *get_value)
{
  *get_value = NULL;
  *part = JKB_COUNT_MANNER;
  if (rows == JKB_AXIS_CIRCUMSTANCE)
    return columns == JKB_AXIS_NONE;
  if ((is_time (rows) && is_time (columns)) || (rows == JKB_AXIS_DATA_ITEM && columns == rows))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (tables[i].get_value (&(Sum){ 0 }, rows, 0) != NO_VALUE
        && tables[i].get_value (&(Sum){ 0 }, columns, 0) != NO_VALUE)
      {
        *part = tables[i].part;
        *get_value = tables[i].get_value;
        return TRUE;
      }
  return FALSE;
}

JkbTally *
jkb_survey_tally (JkbSurvey *survey, const JkbCases *cases, guint left_out, JkbAxis rows, JkbAxis columns)
{
  g_autofree guint *cells = NULL;
  Sum sum = { .first_year = jkb_survey_get_first_year (survey) };
  JkbCountPart part;
  GetValue get_value;
  JkbTally *tally;

  if (!find_part (rows, columns, &part, &get_value))
    return NULL;
  cells = jkb_survey_sum (survey, left_out, part, &sum.n_cells, &sum.n_cases);
  if (cells == NULL)
    return NULL;
  sum.cells = cells;
  tally = get_value != NULL ? fold (cases, &sum, get_value, rows, columns)
                            : fold_circumstances (cases, &sum);
  tally->n_cases = sum.n_cases;
  return tally;
}
