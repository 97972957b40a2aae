/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-frameworks-own.h"
#include "frameworks/jkb-framework-file.h"

/*
 * What a file says otherwise than one that was imported before. Any thread.
 */

/**
 * JkbStatementChange:
 * @before: (nullable): the statement as it was; %NULL when it is new
 * @now: (nullable): the statement of the file; %NULL when the file does not have it
 *
 * A statement that is not the same in both. When both are there, they have one identifier and other words.
 */
typedef struct
{
  const JkbStatement *before;
  const JkbStatement *now;
} JkbStatementChange;

/**
 * jkb_file_changes_find_before:
 * @file: a file
 * @frameworks: frameworks with what was imported before
 *
 * Returns: (transfer none) (nullable): the imported file to compare @file with: that of its own edition, or
 *   else the last one of its framework; one without statements is none
 */
const JkbFrameworkFile *jkb_file_changes_find_before (const JkbFrameworkFile *file,
                                                      const JkbFrameworks *frameworks);

/**
 * jkb_file_changes_new:
 * @before: the file that was imported before
 * @now: the other file
 *
 * Identifiers tell statements apart, but where a publisher gives none they are only numbers: the same words
 * are the same statement, whatever it is called.
 *
 * Returns: (transfer full) (element-type JkbStatementChange): those of @now in their order, then those that
 *   only @before has
 */
GPtrArray *jkb_file_changes_new (const JkbFrameworkFile *before, const JkbFrameworkFile *now);
