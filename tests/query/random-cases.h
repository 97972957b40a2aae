/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-incident.h"

/**
 * random_case:
 * @id: its number
 *
 * Returns: (transfer full): a case with values by chance, many of them unknown or equal to others
 */
JkbIncident *random_case (gint64 id);

/**
 * random_text:
 * @n_pieces: how long
 *
 * Returns: (transfer full): Japanese, Latin, punctuation, in full and half width, by chance
 */
char *random_text (int n_pieces);
