/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-orders.h"

#include "query/jkb-bits.h"
#include "query/jkb-case-order.h"
#include "query/jkb-cases-private.h"

typedef struct
{
  GMutex lock;                          /* for what follows; that of dates is taken last */
  JkbSlotOrder *sorted;                 /* ascending, of dates descending; without slots when all cases tie */
  JkbPacked *turned;                    /* the other direction */
  JkbPacked *ranks[2];                   /* by slot; [1] is descending; of free slots nothing */
} Column;

struct _JkbOrders
{
  Column columns[JKB_N_COLUMNS];
};

JkbOrders *
jkb_orders_new (void)
{
  JkbOrders *orders = g_new0 (JkbOrders, 1);

  for (int column = 0; column < JKB_N_COLUMNS; column++)
    g_mutex_init (&orders->columns[column].lock);
  return orders;
}

void
jkb_orders_clear (JkbOrders *orders)
{
  for (int i = 0; i < JKB_N_COLUMNS; i++)
    {
      Column *column = &orders->columns[i];

      g_clear_pointer (&column->sorted, jkb_slot_order_free);
      g_clear_pointer (&column->turned, jkb_packed_free);
      g_clear_pointer (&column->ranks[0], jkb_packed_free);
      g_clear_pointer (&column->ranks[1], jkb_packed_free);
    }
}

void
jkb_orders_free (JkbOrders *orders)
{
  jkb_orders_clear (orders);
  for (int column = 0; column < JKB_N_COLUMNS; column++)
    g_mutex_clear (&orders->columns[column].lock);
  g_free (orders);
}

/* Newest first: the order that ties fall back to. */
static const JkbPacked *
get_latest (JkbOrders *self, const JkbCases *cases)
{
  Column *column = &self->columns[JKB_COLUMN_DATE];
  const JkbPacked *slots;

  g_mutex_lock (&column->lock);
  if (column->sorted == NULL)
    column->sorted = jkb_slot_order_new_latest (cases);
  slots = column->sorted->slots;
  g_mutex_unlock (&column->lock);
  return slots;
}

const JkbPacked *
jkb_orders_get (JkbOrders *orders, const JkbCases *cases, JkbOrder order)
{
  Column *column = &orders->columns[order.column];
  const JkbPacked *ties = get_latest (orders, cases), *slots;
  gboolean is_sorted_so = (order.descending != FALSE) == (order.column == JKB_COLUMN_DATE);

  g_mutex_lock (&column->lock);
  if (column->sorted == NULL)
    column->sorted = jkb_slot_order_new (cases, order.column, ties);
  if (!is_sorted_so && column->sorted->slots != NULL && column->turned == NULL)
    column->turned = jkb_slot_order_turn (column->sorted);
  slots = is_sorted_so ? column->sorted->slots : column->turned;
  if (slots == NULL)
    slots = ties;
  g_mutex_unlock (&column->lock);
  return slots;
}

static JkbPacked *
make_ranks (const JkbCases *cases, const JkbPacked *slots)
{
  guint n_slots = jkb_cases_n_slots (cases);
  g_autofree guint32 *ranks = g_new0 (guint32, MAX (n_slots, 1));

  for (guint i = 0; i < cases->n_cases; i++)
    ranks[jkb_packed_get (slots, i)] = i;
  return jkb_packed_new_from (ranks, n_slots);
}

const JkbPacked *
jkb_orders_get_ranks (JkbOrders *orders, const JkbCases *cases, JkbOrder order)
{
  const JkbPacked *slots = jkb_orders_get (orders, cases, order);
  Column *column = &orders->columns[order.column];
  JkbPacked **ranks = &column->ranks[order.descending ? 1 : 0];
  const JkbPacked *found;

  g_mutex_lock (&column->lock);
  if (*ranks == NULL)
    *ranks = make_ranks (cases, slots);
  found = *ranks;
  g_mutex_unlock (&column->lock);
  return found;
}

static gsize
measure_slots (const JkbPacked *slots)
{
  return slots != NULL ? jkb_packed_get_size (slots, slots->n_room) : 0;
}

static gsize
measure_column (const Column *column)
{
  const JkbSlotOrder *sorted = column->sorted;
  gsize n_bytes = measure_slots (column->turned) + measure_slots (column->ranks[0]) + measure_slots (column->ranks[1]);

  if (sorted != NULL && sorted->slots != NULL)
    n_bytes += measure_slots (sorted->slots) + (jkb_bits_n_words (sorted->n_known) + 1) * sizeof (guint64);
  return n_bytes;
}

gsize
jkb_orders_get_size (JkbOrders *orders)
{
  gsize n_bytes = 0;

  for (int i = 0; i < JKB_N_COLUMNS; i++)
    {
      Column *column = &orders->columns[i];

      g_mutex_lock (&column->lock);
      n_bytes += measure_column (column);
      g_mutex_unlock (&column->lock);
    }
  return n_bytes;
}
