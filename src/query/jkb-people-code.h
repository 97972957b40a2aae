/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-filter.h"

/*
 * Inside the room `query`: a number of persons in two bytes. The code keeps the power of ten and the
 * first two digits, so that codes are in the order of the numbers, every class of sizes that charts
 * and facets know is a range of codes, and up to 99 a code is one number.
 */

/** JKB_PEOPLE_CODE_UNKNOWN: not known; smaller than all other codes */
#define JKB_PEOPLE_CODE_UNKNOWN 0
/** JKB_PEOPLE_CODE_NONE: nobody */
#define JKB_PEOPLE_CODE_NONE 1
/** JKB_N_PEOPLE_CODES: 19 powers of ten with 90 pairs of first digits, and the two above */
#define JKB_N_PEOPLE_CODES (2 + 19 * 90)

/**
 * jkb_people_code:
 * @people: a number of persons; negative when not known
 *
 * Any thread. Returns: its code
 */
guint16 jkb_people_code (gint64 people);

/**
 * jkb_people_code_from:
 * @code: a code above %JKB_PEOPLE_CODE_UNKNOWN
 *
 * Any thread. Returns: the smallest number that has it; for a code that no number has (of one digit
 *   with another behind it) the number rounded down
 */
gint64 jkb_people_code_from (guint code);

/**
 * jkb_people_code_bin:
 * @code: a code
 *
 * Any thread. Returns: the class of its numbers
 */
JkbPeopleBin jkb_people_code_bin (guint code);
