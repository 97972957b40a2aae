/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-store-error.h"

/**
 * jkb_store_words_advise:
 * @error: what went wrong with a casebook
 *
 * The message of the error says what is wrong with which file; this says what to do. Any thread.
 *
 * Returns: (transfer none): one line, in the language of the session
 */
const char *jkb_store_words_advise (const GError *error);
