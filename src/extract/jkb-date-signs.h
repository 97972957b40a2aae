/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-words.h"
#include "extract/jkb-date-context.h"
#include "extract/jkb-date-place.h"

/** Roles that a cue or a label can have. */
#define JKB_DATE_N_ROLES (JKB_DATE_DECOY + 1)

/** Words right behind a date, and right in front of one, that are told apart; the last of each is none of them. */
#define JKB_DATE_N_BEHIND 30
#define JKB_DATE_N_BEFORE 22

/** Steps of a place in its text: how far it is from the end in lines, how far from the beginning in parts of the text. */
#define JKB_DATE_N_FROM_END 4
#define JKB_DATE_N_PARTS 6

/** The first dates of a text, and its last ones, that are told apart. */
#define JKB_DATE_N_FIRST 5
#define JKB_DATE_N_LAST 4

/** Flags of a date, how it is blurred, where a part of it comes from. */
#define JKB_DATE_N_FLAGS 15
#define JKB_DATE_N_APPROX (JKB_DATE_APPROX_END + 1)
#define JKB_DATE_N_BASES (JKB_DATE_BASE_WRITING + 1)
#define JKB_DATE_N_SOURCES (JKB_DATE_SOURCE_GUESS + 1)

/** JKB_DATE_N_SECTIONS: roles of sections. */
#define JKB_DATE_N_SECTIONS JKB_N_SECTION_ROLES

/**
 * JkbDateSign: what a text says of a date. Most are groups: the sign itself is the first of so many that follow on it.
 */
typedef enum
{
  JKB_DATE_SIGN_BEHIND,                 /* the word right behind */
  JKB_DATE_SIGN_BEFORE = JKB_DATE_SIGN_BEHIND + JKB_DATE_N_BEHIND,
  JKB_DATE_SIGN_FIRST_CUE = JKB_DATE_SIGN_BEFORE + JKB_DATE_N_BEFORE,   /* by role, weak or strong; then: there is none */
  JKB_DATE_SIGN_ATTRIBUTE = JKB_DATE_SIGN_FIRST_CUE + 2 * JKB_DATE_N_ROLES + 1,         /* that cue describes a noun */
  JKB_DATE_SIGN_LAST_CUE = JKB_DATE_SIGN_ATTRIBUTE + JKB_DATE_N_ROLES,  /* by role and how the date is joined to it */
  JKB_DATE_SIGN_ANY_CUE = JKB_DATE_SIGN_LAST_CUE + 6 * (JKB_DATE_N_ROLES + 1),  /* up to the next date: role, strength, attribute */
  JKB_DATE_SIGN_SENTENCE = JKB_DATE_SIGN_ANY_CUE + 4 * JKB_DATE_N_ROLES,        /* the last cue of the sentence; or none */
  JKB_DATE_SIGN_CUE_BEFORE = JKB_DATE_SIGN_SENTENCE + JKB_DATE_N_ROLES + 1,     /* the one in front, by role and distance */
  JKB_DATE_SIGN_LABEL = JKB_DATE_SIGN_CUE_BEFORE + 3 * JKB_DATE_N_ROLES,        /* a label in front, likewise; or none */
  JKB_DATE_SIGN_SECTION = JKB_DATE_SIGN_LABEL + 6 * JKB_DATE_N_ROLES + 1,
  JKB_DATE_SIGN_FROM_END = JKB_DATE_SIGN_SECTION + JKB_DATE_N_SECTIONS,
  JKB_DATE_SIGN_PART = JKB_DATE_SIGN_FROM_END + JKB_DATE_N_FROM_END,
  JKB_DATE_SIGN_FIRST = JKB_DATE_SIGN_PART + JKB_DATE_N_PARTS,
  JKB_DATE_SIGN_LAST = JKB_DATE_SIGN_FIRST + JKB_DATE_N_FIRST,
  JKB_DATE_SIGN_YEAR = JKB_DATE_SIGN_LAST + JKB_DATE_N_LAST,            /* where year, month and day come from */
  JKB_DATE_SIGN_MONTH = JKB_DATE_SIGN_YEAR + JKB_DATE_N_BASES,
  JKB_DATE_SIGN_DAY = JKB_DATE_SIGN_MONTH + JKB_DATE_N_BASES,
  JKB_DATE_SIGN_APPROX = JKB_DATE_SIGN_DAY + JKB_DATE_N_BASES,
  JKB_DATE_SIGN_SOURCE = JKB_DATE_SIGN_APPROX + JKB_DATE_N_APPROX,
  JKB_DATE_SIGN_FLAG = JKB_DATE_SIGN_SOURCE + JKB_DATE_N_SOURCES,
  JKB_DATE_SIGN_THAN_BEFORE = JKB_DATE_SIGN_FLAG + JKB_DATE_N_FLAGS,    /* earlier than the date before, the same, later */
  JKB_DATE_SIGN_EARLIEST = JKB_DATE_SIGN_THAN_BEFORE + 3,
  JKB_DATE_SIGN_LATEST,
  JKB_DATE_SIGN_ONLY,                   /* no other day is told */
  JKB_DATE_SIGN_HAS_YEAR,
  JKB_DATE_SIGN_OWN_LINE,               /* see jkb_date_places_is_line() */
  JKB_DATE_SIGN_TITLE,
  JKB_DATE_SIGN_LINE_BEGIN,
  JKB_DATE_SIGN_OPENS_SENTENCE,         /* the first date of its sentence */
  JKB_DATE_SIGN_EXPOSURE,               /* what follows tells that data got out, that something went wrong, of a cause */
  JKB_DATE_SIGN_INCIDENT,
  JKB_DATE_SIGN_CAUSE,
  JKB_DATE_SIGN_NEXT_CUE,               /* the first cue of the next sentence, when no date stands in it; or none */
  JKB_DATE_SIGN_NEXT_AT_ONCE = JKB_DATE_SIGN_NEXT_CUE + JKB_DATE_N_ROLES + 1,   /* that sentence tells of a finding at once */
  JKB_DATE_SIGN_OF_REPORTER,            /* dates the text of a reporter */
  JKB_DATE_N_SIGNS
} JkbDateSign;

/** Most signs of one date. */
#define JKB_DATE_SIGNS_MAX 96

/**
 * JkbDateSigns:
 * @signs: (array length=n_signs): numbers of signs, each one once
 * @n_signs: how many
 *
 * What a text says of a date.
 */
typedef struct
{
  guint16 signs[JKB_DATE_SIGNS_MAX];
  guint n_signs;
} JkbDateSigns;

/**
 * JkbDateSpread:
 * @first: the earliest day
 * @last: the latest one
 * @is_by_reporter: a reporter wrote the text; jkb_date_spread_find() leaves it unset
 *
 * Between which days those of a text lie, once for days with a year and once for days without, and who tells of them.
 */
typedef struct
{
  JkbDate first[2];
  JkbDate last[2];
  gboolean is_by_reporter;
} JkbDateSpread;

/**
 * jkb_date_spread_find:
 * @values: (array length=n_values): dates
 * @n_values: how many
 *
 * Any thread. Returns: between which days they lie
 */
JkbDateSpread jkb_date_spread_find (const JkbDateValue *values, guint n_values);

/**
 * jkb_date_signs_find:
 * @places: the dates of a text
 * @values: (array): what they mean
 * @spread: between which days they lie
 * @index: one of them
 * @signs: (out caller-allocates): what the text says of it
 *
 * The time does not depend on the length of the text. Any thread.
 */
void jkb_date_signs_find (const JkbDatePlaces *places, const JkbDateValue *values, const JkbDateSpread *spread,
                          guint index, JkbDateSigns *signs);
