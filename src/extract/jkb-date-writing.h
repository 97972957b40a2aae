/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-date-context.h"
#include "extract/jkb-date-roles.h"

/**
 * jkb_date_writing_find:
 * @doc: a document
 * @serial: (nullable): its serial number, which may begin with a year
 * @matches: (element-type JkbDateMatch): its dates
 * @readings: (array): what they say, one for each
 *
 * Any thread. Returns: when the text was written, as far as it tells
 */
JkbDateContext jkb_date_writing_find (const JkbDoc *doc, const char *serial, const GArray *matches,
                                      const JkbDateReading *readings);
