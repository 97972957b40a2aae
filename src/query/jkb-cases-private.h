/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-case-block.h"
#include "query/jkb-cases.h"
#include "query/jkb-orders.h"

/*
 * Inside the room `query`. A snapshot is a list of blocks, and what orders them.
 */
typedef struct
{
  gatomicrefcount ref_count;
  JkbTextFunc read;
  gpointer user_data;
  GDestroyNotify destroy;
} JkbTextReader;

struct _JkbCases
{
  gatomicrefcount ref_count;
  JkbFold *fold;
  GPtrArray *blocks;                    /* JkbCaseBlock */
  GPtrArray *source_kinds;              /* interned, the first is "" */
  guint n_cases;
  JkbTextReader *reader;                /* (nullable): reads them; counted references */
  JkbOrders *orders;
};

/**
 * jkb_cases_new:
 * @fold: how texts are folded
 *
 * Returns: (transfer full): no cases
 */
JkbCases *jkb_cases_new (JkbFold *fold);

/**
 * jkb_cases_copy:
 * @cases: a snapshot
 *
 * Any thread. Returns: (transfer full): the same cases in the same blocks, without orders
 */
JkbCases *jkb_cases_copy (const JkbCases *cases);

/**
 * jkb_cases_set_reader:
 * @cases: a snapshot that nobody else has
 * @reader: (nullable) (transfer full): what reads texts
 */
void jkb_cases_set_reader (JkbCases *cases, JkbTextReader *reader);

/**
 * jkb_cases_n_slots:
 * @cases: a snapshot
 *
 * Any thread. Returns: one more than the highest slot, free ones counted
 */
guint jkb_cases_n_slots (const JkbCases *cases);

/**
 * jkb_cases_block:
 * @cases: a snapshot
 * @slot: of a case
 * @row: (out): its row
 *
 * Any thread. Returns: (transfer none): its block
 */
const JkbCaseBlock *jkb_cases_block (const JkbCases *cases, guint slot, guint *row);

/**
 * jkb_cases_order:
 * @cases: a snapshot
 * @order: an order
 *
 * Any thread. Returns: (transfer none): the slots of all cases in that order
 */
const JkbPacked *jkb_cases_order (JkbCases *cases, JkbOrder order);

/**
 * jkb_cases_ranks:
 * @cases: a snapshot
 * @order: an order
 *
 * Any thread. Returns: (transfer none): by slot, where each case stands in jkb_cases_order()
 */
const JkbPacked *jkb_cases_ranks (JkbCases *cases, JkbOrder order);
