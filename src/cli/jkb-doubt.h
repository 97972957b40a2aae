/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-fact.h"

/**
 * jkb_doubt_reason:
 * @fact: a fact that is unsure
 * @text: (nullable): the text that its span is about
 *
 * Returns: (transfer none): why, in the language of the session
 */
const char *jkb_doubt_reason (const JkbFact *fact, const char *text);
