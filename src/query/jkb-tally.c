/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Counting goes block by block. First each axis writes down, for each case of the block, the index of
 * its value (or, on the axes of sets, bits of indices); then one loop adds up.
 */
#include "query/jkb-tally.h"

#include "query/jkb-cases-private.h"
#include "query/jkb-filter.h"
#include "query/jkb-people-code.h"
#include "query/jkb-tally-private.h"

typedef struct
{
  JkbAxis axis;
  gboolean is_set;              /* indices are bits */
  int first;                    /* value of index 0, where values are numbers of years or months */
  guint n_values;
  guint32 *indices;             /* of the rows of one block */
} Scale;

static int
get_month (guint32 date)
{
  guint month = date >> 5 & 15;

  return date >> 9 != 0 && month != 0 ? (int) ((date >> 9) * 12 + month - 1) : JKB_TALLY_NO_MONTH;
}

static int
get_time (JkbAxis axis, guint32 date)
{
  return axis == JKB_AXIS_MONTH ? get_month (date) : (int) (date >> 9);
}

static int
get_time_unknown (JkbAxis axis)
{
  return axis == JKB_AXIS_MONTH ? JKB_TALLY_NO_MONTH : JKB_TALLY_NO_YEAR;
}

static gboolean
is_time (JkbAxis axis)
{
  return axis == JKB_AXIS_YEAR || axis == JKB_AXIS_MONTH;
}

/* Years or months from the first to the last that is counted, then the one for "not known". */
static void
measure_time (Scale *scale, const JkbCases *cases, const guint16 *fails, guint16 mask)
{
  int unknown = get_time_unknown (scale->axis), last = -1;

  scale->first = G_MAXINT;
  for (guint slot = 0; slot < jkb_cases_n_slots (cases); slot++)
    {
      guint row;
      const JkbCaseBlock *block = jkb_cases_block (cases, slot, &row);
      int value = get_time (scale->axis, block->date[row]);

      if ((fails[slot] & mask) != 0 || value == unknown)
        continue;
      scale->first = MIN (scale->first, value);
      last = MAX (last, value);
    }
  scale->n_values = (last >= scale->first ? (guint) (last - scale->first + 1) : 0) + 1;
}

static guint
count_values (const JkbCases *cases, JkbAxis axis)
{
  switch (axis)
    {
    case JKB_AXIS_TYPE:
      return JKB_N_TYPES;
    case JKB_AXIS_CIRCUMSTANCE:
      return JKB_N_CIRCUMSTANCES + 1;
    case JKB_AXIS_SECTOR:
      return JKB_N_SECTORS;
    case JKB_AXIS_STATUS:
      return JKB_N_STATUSES;
    case JKB_AXIS_DATA_ITEM:
      return JKB_N_DATA_ITEMS + 1;
    case JKB_AXIS_REVIEW:
      return JKB_N_REVIEWS;
    case JKB_AXIS_SOURCE_KIND:
      return cases->source_kinds->len;
    case JKB_AXIS_PEOPLE:
    case JKB_AXIS_RECORDS:
      return JKB_N_PEOPLE_BINS;
    case JKB_AXIS_DELAY:
      return JKB_N_DELAY_BINS;
    case JKB_AXIS_NONE:
    case JKB_AXIS_YEAR:
    case JKB_AXIS_MONTH:
    case JKB_N_AXES:
      break;
    }
  return 1;
}

static Scale
make_scale (const JkbCases *cases, JkbAxis axis)
{
  return (Scale){
    .axis = axis,
    .is_set = axis == JKB_AXIS_CIRCUMSTANCE || axis == JKB_AXIS_DATA_ITEM,
    .n_values = count_values (cases, axis),
  };
}

static Scale
make_counting_scale (const JkbCases *cases, const guint16 *fails, guint16 mask, JkbAxis axis)
{
  Scale scale = make_scale (cases, axis);

  scale.indices = g_new (guint32, JKB_BLOCK_ROWS);
  if (is_time (axis))
    measure_time (&scale, cases, fails, mask);
  return scale;
}

static int
get_value (const Scale *scale, guint index)
{
  if (!is_time (scale->axis))
    return (int) index;
  return index + 1 < scale->n_values ? scale->first + (int) index
                                     : get_time_unknown (scale->axis);
}

static JkbDelayBin
get_delay_bin (gint32 days)
{
  static const int limits[] = { 0, 7, 30, 60, 90, 180 };
  int bin = JKB_DELAY_SAME_DAY;

  if (days < 0)
    return JKB_DELAY_UNKNOWN;
  for (gsize i = 0; i < G_N_ELEMENTS (limits) && days > limits[i]; i++)
    bin++;
  return (JkbDelayBin) bin;
}

static guint32
get_time_index (const Scale *scale, guint32 date)
{
  int value = get_time (scale->axis, date);
  gboolean is_known = value >= scale->first && value < scale->first + (int) scale->n_values - 1;

  return is_known ? (guint32) (value - scale->first) : scale->n_values - 1;
}

#define FILL(expression)                                                                          \
  for (guint row = 0; row < block->n_rows; row++)                                                 \
    scale->indices[row] = (guint32) (expression);                                                 \
  break

static void
fill_indices (Scale *scale, const JkbCaseBlock *block)
{
  switch (scale->axis)
    {
    case JKB_AXIS_TYPE:
      FILL (jkb_case_block_get_type (block, row));
    case JKB_AXIS_SECTOR:
      FILL (jkb_case_block_get_sector (block, row));
    case JKB_AXIS_STATUS:
      FILL (jkb_case_block_get_status (block, row));
    case JKB_AXIS_REVIEW:
      FILL (jkb_case_block_get_review (block, row));
    case JKB_AXIS_SOURCE_KIND:
      FILL (jkb_case_block_get_source_kind (block, row));
    case JKB_AXIS_CIRCUMSTANCE:
      FILL (jkb_case_block_get_circumstance_set (block, row));
    case JKB_AXIS_DATA_ITEM:
      FILL (jkb_case_block_get_item_set (block, row));
    case JKB_AXIS_YEAR:
    case JKB_AXIS_MONTH:
      FILL (get_time_index (scale, block->date[row]));
    case JKB_AXIS_PEOPLE:
      FILL (jkb_people_code_bin (block->people_code[row]));
    case JKB_AXIS_RECORDS:
      FILL (jkb_people_bin (jkb_case_block_get_records (block, row)));
    case JKB_AXIS_DELAY:
      FILL (get_delay_bin (jkb_case_block_get_delay (block, row)));
    case JKB_AXIS_NONE:
    case JKB_N_AXES:
      FILL (0);
    }
}

static guint32
get_bits (const Scale *scale, guint row)
{
  return scale->is_set ? scale->indices[row] : 1u;
}

static guint
get_index (const Scale *scale, guint row, guint32 bits)
{
  return scale->is_set ? (guint) g_bit_nth_lsf (bits, -1) : scale->indices[row];
}

static void
add_case (JkbTally *tally, const Scale *rows, const Scale *columns, guint row)
{
  for (guint32 row_bits = get_bits (rows, row); row_bits != 0; row_bits &= row_bits - 1)
    {
      guint *cells = tally->cells + get_index (rows, row, row_bits) * tally->n_columns;

      for (guint32 bits = get_bits (columns, row); bits != 0; bits &= bits - 1)
        cells[get_index (columns, row, bits)]++;
    }
}

static void
add_block (JkbTally *tally, Scale *rows, Scale *columns, const JkbCaseBlock *block,
           const guint16 *fails, guint16 mask)
{
  fill_indices (rows, block);
  fill_indices (columns, block);
  for (guint row = 0; row < block->n_rows; row++)
    if ((fails[row] & mask) == 0)
      {
        add_case (tally, rows, columns, row);
        tally->n_cases++;
      }
}

static int *
list_values (const Scale *scale)
{
  int *values = g_new (int, scale->n_values);

  for (guint i = 0; i < scale->n_values; i++)
    values[i] = get_value (scale, i);
  return values;
}

static JkbTally *
new_from_scales (const JkbCases *cases, const Scale *rows, const Scale *columns)
{
  JkbTally *tally = g_new0 (JkbTally, 1);

  tally->rows = rows->axis;
  tally->columns = columns->axis;
  tally->n_rows = rows->n_values;
  tally->n_columns = columns->n_values;
  tally->row_values = list_values (rows);
  tally->column_values = list_values (columns);
  tally->cells = g_new0 (guint, tally->n_rows * tally->n_columns);
  tally->names = g_ptr_array_copy (cases->source_kinds, NULL, NULL);
  return tally;
}

JkbTally *
jkb_tally_new_empty (const JkbCases *cases, JkbAxis rows, JkbAxis columns, const JkbTallyTime *time)
{
  Scale row_scale = make_scale (cases, rows), column_scale = make_scale (cases, columns);
  Scale *time_scale = is_time (rows) ? &row_scale : &column_scale;

  if (is_time (time_scale->axis))
    {
      time_scale->first = time->first;
      time_scale->n_values = time->n + 1;
    }
  return new_from_scales (cases, &row_scale, &column_scale);
}

JkbTally *
jkb_tally_new (const JkbCases *cases, const guint16 *fails, guint16 mask, JkbAxis rows,
               JkbAxis columns)
{
  Scale row_scale = make_counting_scale (cases, fails, mask, rows);
  Scale column_scale = make_counting_scale (cases, fails, mask, columns);
  JkbTally *tally = new_from_scales (cases, &row_scale, &column_scale);

  for (guint i = 0; i < cases->blocks->len; i++)
    add_block (tally, &row_scale, &column_scale, g_ptr_array_index (cases->blocks, i),
               fails + i * JKB_BLOCK_ROWS, mask);
  g_free (row_scale.indices);
  g_free (column_scale.indices);
  return tally;
}

void
jkb_tally_free (JkbTally *tally)
{
  if (tally == NULL)
    return;
  g_free (tally->row_values);
  g_free (tally->column_values);
  g_free (tally->cells);
  g_ptr_array_unref (tally->names);
  g_free (tally);
}

guint
jkb_tally_get (const JkbTally *tally, guint row, guint column)
{
  g_return_val_if_fail (row < tally->n_rows && column < tally->n_columns, 0);

  return tally->cells[row * tally->n_columns + column];
}

guint
jkb_tally_get_row_total (const JkbTally *tally, guint row)
{
  guint total = 0;

  for (guint column = 0; column < tally->n_columns; column++)
    total += jkb_tally_get (tally, row, column);
  return total;
}

const char *
jkb_tally_get_name (const JkbTally *tally, int value)
{
  g_return_val_if_fail (value >= 0 && (guint) value < tally->names->len, "");

  return g_ptr_array_index (tally->names, value);
}
