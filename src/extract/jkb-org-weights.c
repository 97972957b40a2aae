/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How much each sign, trait and fate speaks for a name. The weights were learnt, not set: a conditional logistic model chooses one
 * of the names of a text or none, and its weights are those under which the right choice is likeliest, with a quadratic
 * penalty of 0.35. It was fitted to the rows of tests/data/extract/organisations.tsv (each with a weight of 0.15, more where
 * it was still read wrong), to some 1,100 notices and news reports, labelled by hand, that are not part of the project, and to
 * 3,000 sentences with invented names, each with a weight of 0.03.
 * A weight of its own says little: signs that mostly stand together share what they are worth.
 */
#include "extract/jkb-org-candidate.h"

#include <math.h>

static const double sign_weights[JKB_ORG_N_SIGNS] = {
  [JKB_ORG_SIGN_LEGAL] = 1.32,
  [JKB_ORG_SIGN_KIND] = 1.19,
  [JKB_ORG_SIGN_QUOTED] = -1.90,
  [JKB_ORG_SIGN_BARE] = -0.33,
  [JKB_ORG_SIGN_TITLE_HEAD] = 0.28,
  [JKB_ORG_SIGN_TITLE] = -0.33,
  [JKB_ORG_SIGN_IN_ABOUT] = -0.39,
  [JKB_ORG_SIGN_IMPRINT] = 0.23,
  [JKB_ORG_SIGN_IN_PREVENTION] = 0.49,
  [JKB_ORG_SIGN_IN_CONTACT] = -1.20,
  [JKB_ORG_SIGN_ALONE_LEGAL] = 2.19,
  [JKB_ORG_SIGN_ALONE] = 1.02,
  [JKB_ORG_SIGN_DEPARTMENTS] = 0.24,
  [JKB_ORG_SIGN_EARLY] = 2.28,
  [JKB_ORG_SIGN_PLACE] = -2.40,
  [JKB_ORG_SIGN_UNNAMED_SHOP] = -0.95,
  [JKB_ORG_SIGN_WORK] = -2.10,
  [JKB_ORG_SIGN_ASIDE] = -2.91,
  [JKB_ORG_SIGN_MAKER] = -0.03,
  [JKB_ORG_SIGN_COUNTED] = -2.91,
  [JKB_ORG_SIGN_SIGNED] = 0.24,
  [JKB_ORG_SIGN_NOTE] = -0.12,
  [JKB_ORG_SIGN_NAMED_SERVICE] = 0.89,
  [JKB_ORG_SIGN_NAMED_SHOP] = 3.28,
  [JKB_ORG_SIGN_ANSWER] = 0.74,
  [JKB_ORG_SIGN_ACTOR_OF_ANOTHER] = -0.53,
  [JKB_ORG_SIGN_DESCRIPTION] = -0.12,
  [JKB_ORG_SIGN_PARENT] = -0.70,
  [JKB_ORG_SIGN_DEFINED_SELF] = -0.14,
  [JKB_ORG_SIGN_DEFINED_OTHER] = -1.82,
  [JKB_ORG_SIGN_CLIENT] = 0.78,
  [JKB_ORG_SIGN_ANNOUNCES] = 2.32,
  [JKB_ORG_SIGN_SUBJECT] = -0.16,
  [JKB_ORG_SIGN_FIRST_WORDS] = 0.88,
  [JKB_ORG_SIGN_OWNS] = 0.95,
  [JKB_ORG_SIGN_QUOTED_COMPANY] = 0.58,
  [JKB_ORG_SIGN_ADDRESSEE] = -0.41,
  [JKB_ORG_SIGN_OPERATOR] = 1.69,
  [JKB_ORG_SIGN_OPERATOR_FOR_OTHER] = -0.56,
  [JKB_ORG_SIGN_OPERATOR_FOR_SELF] = -1.12,
  [JKB_ORG_SIGN_TITLE_ONLY] = -0.42,
  [JKB_ORG_SIGN_TOPIC] = -0.37,
  [JKB_ORG_SIGN_SUBJECT_PLACE] = 0.35,
  [JKB_ORG_SIGN_TRADE] = -0.55,
  [JKB_ORG_SIGN_LOSES] = 0.07,
  [JKB_ORG_SIGN_ANNOUNCER] = 0.23,
  [JKB_ORG_SIGN_BY_WORDS] = -0.51,
  [JKB_ORG_SIGN_SHORT] = -0.54,
  [JKB_ORG_SIGN_TITLE_OWNER] = -0.28,
  [JKB_ORG_SIGN_TITLE_SECOND] = 0.18,
  [JKB_ORG_SIGN_HEAD_LINE] = -3.10,
  [JKB_ORG_SIGN_THANKED] = 1.10,
  [JKB_ORG_SIGN_FOOT] = 0.09,
  [JKB_ORG_SIGN_REGION_OF_COMPANY] = 0.01,
  [JKB_ORG_SIGN_COMPANY_OF_BODY] = -0.69,
  [JKB_ORG_SIGN_OF_OWN_KIND] = 0.90,
  [JKB_ORG_SIGN_REGION_WORDS] = -0.19,
  [JKB_ORG_SIGN_EN_DEFINED] = 0.02,
  [JKB_ORG_SIGN_EN_ACTS] = 0.07,
  [JKB_ORG_SIGN_EN_OWNER] = 0.59,
  [JKB_ORG_SIGN_EN_TITLE] = -0.16,
  [JKB_ORG_SIGN_EN_AGAIN] = -0.03,
  [JKB_ORG_SIGN_EN_SIGNS] = 0.03,
  [JKB_ORG_SIGN_OFFICIAL_OF_CASE] = 1.63,
};

static const double trait_weights[JKB_ORG_N_TRAITS] = {
  [JKB_ORG_TRAIT_FIRST] = 0.28,
  [JKB_ORG_TRAIT_CHARS_2] = -1.61,
  [JKB_ORG_TRAIT_CHARS_3] = -0.07,
  [JKB_ORG_TRAIT_CHARS_15] = 0.48,
  [JKB_ORG_TRAIT_CHARS_22] = -0.70,
  [JKB_ORG_TRAIT_DIGIT] = -1.15,
  [JKB_ORG_TRAIT_HIRAGANA] = 0.08,
  [JKB_ORG_TRAIT_HIRAGANA_4] = 0.50,
  [JKB_ORG_TRAIT_KATAKANA] = 0.69,
  [JKB_ORG_TRAIT_LATIN] = 1.52,
  [JKB_ORG_TRAIT_IDEOGRAPHS] = 0.43,
  [JKB_ORG_TRAIT_ONLY_HIRAGANA] = -1.09,
  [JKB_ORG_TRAIT_DIGIT_FIRST] = -1.60,
  [JKB_ORG_TRAIT_COMMON_END] = -0.95,
  [JKB_ORG_TRAIT_REGION] = -0.76,
  [JKB_ORG_TRAIT_SELF_SUBJECT] = -1.17,
  [JKB_ORG_TRAIT_SELF_LEGAL] = -1.77,
  [JKB_ORG_TRAIT_SELF_KIND] = -0.74,
  [JKB_ORG_TRAIT_SELF_QUOTED] = 0.16,
  [JKB_ORG_TRAIT_SELF_BARE] = -0.27,
  [JKB_ORG_TRAIT_ENGLISH_BARE] = -0.34,
  [JKB_ORG_TRAIT_WITHIN_OTHER] = 0.26,
  [JKB_ORG_TRAIT_HOLDS_OTHER] = 1.73,
  [JKB_ORG_TRAIT_ECHO] = 1.97,
  [JKB_ORG_TRAIT_NO_ECHO] = -0.28,
  [JKB_ORG_TRAIT_BEFORE_DEWA] = 1.03,
  [JKB_ORG_TRAIT_BEFORE_NIYO] = -0.10,
  [JKB_ORG_TRAIT_BEFORE_HA] = 1.08,
  [JKB_ORG_TRAIT_BEFORE_GA] = 0.49,
  [JKB_ORG_TRAIT_BEFORE_NIOI] = 1.25,
  [JKB_ORG_TRAIT_BEFORE_NIOKE] = -0.38,
  [JKB_ORG_TRAIT_BEFORE_HE] = -0.40,
  [JKB_ORG_TRAIT_BEFORE_NO] = -0.20,
  [JKB_ORG_TRAIT_BEFORE_WO] = -0.44,
  [JKB_ORG_TRAIT_BEFORE_NI] = -0.06,
  [JKB_ORG_TRAIT_BEFORE_DE] = 0.37,
  [JKB_ORG_TRAIT_BEFORE_TO] = -1.13,
  [JKB_ORG_TRAIT_BEFORE_COMMA] = -0.10,
  [JKB_ORG_TRAIT_BEFORE_LINE_END] = 0.68,
  [JKB_ORG_TRAIT_BEFORE_YA] = -0.06,
  [JKB_ORG_TRAIT_BEFORE_TOU] = -0.40,
  [JKB_ORG_TRAIT_BEFORE_NADO] = 0.17,
  [JKB_ORG_TRAIT_BEFORE_KARA] = 0.29,
  [JKB_ORG_TRAIT_BEFORE_MO] = -0.31,
  [JKB_ORG_TRAIT_BEFORE_BRACKET] = 1.50,
  [JKB_ORG_TRAIT_BEFORE_SHA] = -0.79,
  [JKB_ORG_TRAIT_BEFORE_NAI] = -0.49,
  [JKB_ORG_TRAIT_BEFORE_SHI] = -0.38,
  [JKB_ORG_TRAIT_BEFORE_SA] = 0.11,
  [JKB_ORG_TRAIT_BEFORE_IDEOGRAPH] = 0.67,
  [JKB_ORG_TRAIT_BEHIND_BORDER] = 0.83,
  [JKB_ORG_TRAIT_BEHIND_QUOTE] = -0.08,
  [JKB_ORG_TRAIT_BEHIND_COMMA] = -0.19,
  [JKB_ORG_TRAIT_BEHIND_NO] = 0.28,
  [JKB_ORG_TRAIT_BEHIND_BRACKET] = -0.24,
  [JKB_ORG_TRAIT_BEHIND_MARK] = 0.78,
  [JKB_ORG_TRAIT_BEHIND_IDEOGRAPH] = 0.20,
  [JKB_ORG_TRAIT_BEHIND_HIRAGANA] = 0.04,
  [JKB_ORG_TRAIT_BEHIND_OTHER] = 0.20,
  [JKB_ORG_TRAIT_ACTS_ON_ANOTHER] = -1.90,
};

static const double fate_weights[JKB_ORG_N_FATES] = {
  [JKB_ORG_FATE_SUFFERS] = 0.01,
  [JKB_ORG_FATE_IS_ATTACKED] = 0.85,
  [JKB_ORG_FATE_ENTRUSTS] = 1.37,
  [JKB_ORG_FATE_PROSECUTES] = -0.94,
  [JKB_ORG_FATE_ERRS] = 0.11,
  [JKB_ORG_FATE_LOSES] = -0.52,
  [JKB_ORG_FATE_APOLOGISES] = -0.03,
  [JKB_ORG_FATE_INFORMS] = -0.48,
  [JKB_ORG_FATE_GIVES] = -1.34,
  [JKB_ORG_FATE_IS_TOLD] = 0.20,
  [JKB_ORG_FATE_REPORTS] = -0.92,
  [JKB_ORG_FATE_EMPLOYS] = 0.13,
  [JKB_ORG_FATE_SERVES] = 0.34,
  [JKB_ORG_FATE_IS_POSED_AS] = 0.21,
};

/* More often than so many times says no more. */
#define LOG_MAX 3.0
/* How much it speaks for a name that the text has it often, and that many of its places show it. */
#define TIMES_WEIGHT 0.04
#define PLACES_WEIGHT 0.77

/* What the end of a name says of it, by itself and with what the text says of it. */
enum
{
  NATURE, NATURE_ACTS, NATURE_OWNS, NATURE_FIRST, NATURE_TITLE, NATURE_LEGAL, N_NATURE_WEIGHTS
};
static const double nature_weights[JKB_ORG_N_NATURES + 1][N_NATURE_WEIGHTS] = {
  [JKB_ORG_NATURE_TERM_POLICE] = { -1.61, -0.87, -0.05, -1.24, 0.14, 0.00 },
  [JKB_ORG_NATURE_TERM_PRESS] = { 0.21, -0.36, 0.65, -0.25, -0.58, 0.18 },
  [JKB_ORG_NATURE_TERM_AUTHORITY] = { -0.46, -0.54, 0.45, -0.77, 0.46, 0.07 },
  [JKB_ORG_NATURE_TERM_COMMITTEE] = { -0.64, 0.00, 0.00, -0.66, 0.00, -0.01 },
  [JKB_ORG_NATURE_TERM_BOARD] = { 1.98, -0.01, 0.02, 0.17, 0.34, 0.00 },
  [JKB_ORG_NATURE_TERM_REGION] = { -0.36, 1.18, 1.43, 0.86, 0.02, 0.29 },
  [JKB_ORG_NATURE_TERM_OFFICE] = { 1.93, -0.79, 0.14, -1.01, 0.02, -1.37 },
  [JKB_ORG_NATURE_TERM_UNIVERSITY] = { 0.76, 0.08, -0.63, 1.26, -0.07, 0.05 },
  [JKB_ORG_NATURE_TERM_SCHOOL] = { 0.42, 0.25, -0.57, 0.43, 0.21, 0.01 },
  [JKB_ORG_NATURE_TERM_HOSPITAL] = { 0.79, 0.39, -0.20, 0.10, 0.90, 0.25 },
  [JKB_ORG_NATURE_TERM_BANK] = { 0.22, 0.30, 0.15, 0.46, -0.02, -0.80 },
  [JKB_ORG_NATURE_TERM_ASSOCIATION] = { 2.35, 0.50, 0.25, 0.57, -0.16, 0.40 },
  [JKB_ORG_NATURE_TERM_CENTRE] = { 0.86, -0.37, 0.78, -0.04, 0.28, 0.01 },
  [JKB_ORG_NATURE_TERM_COMPANY] = { 0.24, 0.78, -0.32, 1.10, 0.41, 1.19 },
  [JKB_ORG_NATURE_TERM_BRANCH] = { -0.75, -0.12, 0.00, 0.69, 0.70, 0.42 },
  [JKB_ORG_NATURE_TERM_SHOP] = { -1.12, -0.18, 0.00, -0.77, -0.94, 0.00 },
  [JKB_ORG_NATURE_TERM_THING] = { -1.63, 0.73, -0.49, 0.24, -0.45, -0.58 },
  [JKB_ORG_NATURE_TERM_PAPER] = { -0.86, -0.02, -0.14, -0.62, -0.33, 0.00 },
  [JKB_ORG_NATURE_TERM_PERSON] = { -1.20, -0.15, 0.11, 0.19, -0.13, 0.07 },
  [JKB_ORG_NATURE_TERM_TIME] = { -0.81, 0.00, -0.51, -0.46, 0.00, -0.02 },
  [JKB_ORG_NATURE_TERM_MATTER] = { -0.68, -0.02, -0.05, -0.56, -0.11, 0.00 },
  [JKB_ORG_N_NATURES] = { 0.31, 1.04, -0.05, 0.59, -0.73, 1.16 },
};

static double
sum_weights (const double *weights, guint64 bits)
{
  double points = 0.0;

  for (guint i = 0; bits != 0; i++, bits >>= 1)
    points += (bits & 1) != 0 ? weights[i] : 0.0;
  return points;
}

double
jkb_org_weigh (JkbOrgSigns signs)
{
  return sum_weights (sign_weights, signs);
}

/* Of 1, 2, 3 and so on places each one more says less than the one before. */
static double
log_of (guint n)
{
  return MIN (log2 (MAX (n, 1)), LOG_MAX);
}

static double
weigh_nature (const JkbOrgCandidate *candidate)
{
  const double *weights = nature_weights[candidate->nature];
  JkbOrgSigns signs = candidate->signs;
  double points = weights[NATURE];

  points += (signs & (JKB_ORG_SIGN (ANNOUNCES) | JKB_ORG_SIGN (SUBJECT))) != 0 ? weights[NATURE_ACTS] : 0.0;
  points += (signs & JKB_ORG_SIGN (OWNS)) != 0 ? weights[NATURE_OWNS] : 0.0;
  points += (candidate->traits & JKB_ORG_TRAIT (FIRST)) != 0 ? weights[NATURE_FIRST] : 0.0;
  points += (signs & (JKB_ORG_SIGN (TITLE_HEAD) | JKB_ORG_SIGN (TITLE))) != 0 ? weights[NATURE_TITLE] : 0.0;
  points += (signs & JKB_ORG_SIGN (LEGAL)) != 0 ? weights[NATURE_LEGAL] : 0.0;
  return points;
}

double
jkb_org_weigh_candidate (const JkbOrgCandidate *candidate)
{
  return sum_weights (sign_weights, candidate->signs) + sum_weights (trait_weights, candidate->traits)
         + sum_weights (fate_weights, candidate->fates) + weigh_nature (candidate) + jkb_org_around_weigh (&candidate->around)
         + TIMES_WEIGHT * log_of (candidate->n_times) + PLACES_WEIGHT * log_of (candidate->n_places);
}
