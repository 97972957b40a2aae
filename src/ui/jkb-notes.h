/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/jkb-casebook.h"

/**
 * JkbNotes:
 *
 * What a trainer writes about a case. It is kept when the person leaves the field or goes to another case, as one
 * change that can be undone, and is found by the search.
 *
 * The signal `edited` (utf8 what was done or why not, gboolean whether it can be undone) is emitted then.
 */
#define JKB_TYPE_NOTES (jkb_notes_get_type ())
G_DECLARE_FINAL_TYPE (JkbNotes, jkb_notes, JKB, NOTES, AdwBin)

/**
 * jkb_notes_show:
 * @self: the field
 * @casebook: whose case it is
 * @file: (nullable): the case; it is not kept
 *
 * Keeps what was written about the case before and shows the notes of @file. What is being written about the same
 * case stays as it is.
 */
void jkb_notes_show (JkbNotes *self, JkbCasebook *casebook, const JkbCaseFile *file);
