/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-selection.h"
#include "query/jkb-survey.h"

/**
 * jkb_selection_get_fails:
 * @selection: a selection
 *
 * Inside the room `query`. Any thread. Returns: (transfer none) (array): by slot, see jkb_pass_new()
 */
const guint16 *jkb_selection_get_fails (const JkbSelection *selection);

/**
 * jkb_selection_get_survey:
 * @selection: a selection
 *
 * Inside the room `query`. Any thread. Returns: (transfer none): what is counted of it
 */
JkbSurvey *jkb_selection_get_survey (const JkbSelection *selection);
