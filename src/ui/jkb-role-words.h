/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-framework-file.h"

/*
 * Words of the window for what files of frameworks hold. Main thread; nothing of it is to be freed
 * unless it is said.
 */

/**
 * jkb_role_words_kind:
 * @kind: a kind of statement
 *
 * Returns: its name in the plural: “Tasks”
 */
const char *jkb_role_words_kind (JkbStatementKind kind);

/**
 * jkb_role_words_fault:
 * @kind: what is odd in a file
 *
 * Returns: a sentence about it
 */
const char *jkb_role_words_fault (JkbFileFaultKind kind);

/**
 * jkb_role_words_edition:
 * @file: a file
 * @frameworks: frameworks
 *
 * Returns: (transfer full): its framework and edition as headings call them: “NICE 2.0.0”
 */
char *jkb_role_words_edition (const JkbFrameworkFile *file, const JkbFrameworks *frameworks);

/**
 * jkb_role_words_counts:
 * @file: a file
 *
 * Returns: (transfer full): how much is in it: “41 roles · 2,111 statements”
 */
char *jkb_role_words_counts (const JkbFrameworkFile *file);

/**
 * jkb_role_words_duties:
 * @duties: (element-type JkbAssignment): parts in incidents
 *
 * Returns: (transfer full): them in a line: “Misdelivery: respond, recover · Theft: prevent”
 */
char *jkb_role_words_duties (const GPtrArray *duties);
