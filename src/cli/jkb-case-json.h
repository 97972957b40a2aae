/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-case-file.h"

/**
 * jkb_case_json:
 * @file: a case
 *
 * Writes a case as JSON on one line: its summary as in `list --format=json`, `notes`, `binned`, its
 * `facts` with their evidence (bytes into the text of their notice) and its `notices`. Nothing is
 * translated.
 *
 * Returns: (transfer full): the object and a line feed
 */
char *jkb_case_json (const JkbCaseFile *file);
