/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/jkb-date.h"

/*
 * Ends of a range as a person types them into an entry, in full or half width.
 */

/**
 * jkb_typed_people:
 * @text: UTF-8; `1000`, `1,000`, `1万`, `3千人`
 * @people: (out): the number, -1 for a blank text
 *
 * Any thread. Returns: %FALSE, leaving @people, when it is something else
 */
gboolean jkb_typed_people (const char *text, gint64 *people);

/**
 * jkb_typed_date:
 * @text: UTF-8; a year, a month or a day: `2024`, `2024-5`, `2024/5/1`, `2024年5月1日`
 * @date: (out): the date, %JKB_DATE_NONE for a blank text
 *
 * Any thread. Returns: %FALSE, leaving @date, when it is something else
 */
gboolean jkb_typed_date (const char *text, JkbDate *date);
