/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-case-file.h"
#include "store/jkb-store-write.h"

/*
 * Several cases beside each other, field by field, and which of their values is to hold when they become
 * one. The main thread or any other, but one at a time.
 */

/** Of a field that has several values: all that any of the cases has. Of notes: one below the other. */
#define JKB_MERGE_ALL (-1)

/**
 * JkbMergeRow:
 * @field: what it is about, or %JKB_N_FIELDS
 * @detail: what it is about if @field is none
 * @can_be_all: whether %JKB_MERGE_ALL can be chosen
 * @differs: whether there is anything to choose
 * @choice: the place of the case whose value is to hold, or %JKB_MERGE_ALL
 *
 * One field of the cases.
 */
typedef struct
{
  JkbField field;
  JkbDetail detail;
  gboolean can_be_all;
  gboolean differs;
  int choice;
} JkbMergeRow;

/** JkbMergePlan: cases that are to become one. */
typedef struct _JkbMergePlan JkbMergePlan;

/**
 * jkb_merge_plan_new:
 * @files: (element-type JkbCaseFile): two or more cases; the first is the one that the others join. A reference
 *   is kept
 *
 * To begin with, what a person said is chosen before what was read or came with the program, then the case that
 * was announced last, then the first; and all values where there can be several.
 *
 * Returns: (transfer full): a plan
 */
JkbMergePlan *jkb_merge_plan_new (GPtrArray *files);

/**
 * jkb_merge_plan_free:
 * @plan: (nullable) (transfer full): a plan
 */
void jkb_merge_plan_free (JkbMergePlan *plan);

/**
 * jkb_merge_plan_get_rows:
 * @plan: a plan
 *
 * Returns: (transfer none) (element-type JkbMergeRow): the fields of which a case says something, in the order
 *   of #JkbField, then details
 */
const GArray *jkb_merge_plan_get_rows (const JkbMergePlan *plan);

/**
 * jkb_merge_plan_get_files:
 * @plan: a plan
 *
 * Returns: (transfer none) (element-type JkbCaseFile): its cases
 */
GPtrArray *jkb_merge_plan_get_files (const JkbMergePlan *plan);

/**
 * jkb_merge_plan_list_facts:
 * @plan: a plan
 * @row: place of a row that is about a field
 * @file: place of a case
 *
 * Returns: (transfer container) (element-type JkbCaseFact): what the case says, each value once, the one that
 *   counts first; empty when it says nothing
 */
GPtrArray *jkb_merge_plan_list_facts (const JkbMergePlan *plan, guint row, guint file);

/**
 * jkb_merge_plan_get_detail:
 * @plan: a plan
 * @row: place of a row that is about a detail
 * @file: place of a case
 *
 * Returns: (transfer none) (nullable): what the case has, for a sector its nick
 */
const char *jkb_merge_plan_get_detail (const JkbMergePlan *plan, guint row, guint file);

/**
 * jkb_merge_plan_choose:
 * @plan: a plan
 * @row: place of a row
 * @choice: place of a case, or %JKB_MERGE_ALL where that can be
 *
 * Decides whose value holds.
 */
void jkb_merge_plan_choose (JkbMergePlan *plan, guint row, int choice);

/**
 * jkb_merge_plan_edits:
 * @plan: a plan
 *
 * For jkb_store_edit(), in one call: the cases become one, and of each field that differs the chosen value
 * holds. A value that was read or came with the program is accepted, so that its words stay with it; where a
 * person said something else of another case, it is entered by hand; where a case is chosen that says nothing,
 * what the others say is rejected.
 *
 * Returns: (transfer full) (element-type JkbEdit): the changes; their strings belong to @plan
 */
GArray *jkb_merge_plan_edits (JkbMergePlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbMergePlan, jkb_merge_plan_free)
