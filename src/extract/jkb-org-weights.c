/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How much each sign and trait speaks for a name. The weights were learnt, not set: a conditional logistic model chooses one
 * of the names of a text or none, and its weights are those under which the right choice is likeliest, with a quadratic
 * penalty of 0.25. It was fitted to the rows of tests/data/extract/organisations.tsv (each with a weight of 0.15, more where
 * it was still read wrong) and to some 350 notices and news reports, labelled by hand, that are not part of the project.
 * A weight of its own says little: signs that mostly stand together share what they are worth.
 */
#include "extract/jkb-org-candidate.h"

#include <math.h>

static const double sign_weights[JKB_ORG_N_SIGNS] = {
  [JKB_ORG_SIGN_LEGAL] = 1.78,
  [JKB_ORG_SIGN_KIND] = 0.11,
  [JKB_ORG_SIGN_QUOTED] = -2.41,
  [JKB_ORG_SIGN_BARE] = -0.34,
  [JKB_ORG_SIGN_TITLE_HEAD] = -0.56,
  [JKB_ORG_SIGN_TITLE] = -0.07,
  [JKB_ORG_SIGN_IN_ABOUT] = -0.00,
  [JKB_ORG_SIGN_IN_REQUEST] = 0.00,
  [JKB_ORG_SIGN_IN_PREVENTION] = 0.32,
  [JKB_ORG_SIGN_IN_CONTACT] = -0.14,
  [JKB_ORG_SIGN_ALONE_LEGAL] = 2.04,
  [JKB_ORG_SIGN_ALONE] = 0.70,
  [JKB_ORG_SIGN_DEPARTMENTS] = 0.21,
  [JKB_ORG_SIGN_EARLY] = 1.62,
  [JKB_ORG_SIGN_PLACE] = -3.32,
  [JKB_ORG_SIGN_UNNAMED_SHOP] = -3.72,
  [JKB_ORG_SIGN_WORK] = -3.52,
  [JKB_ORG_SIGN_ASIDE] = -3.52,
  [JKB_ORG_SIGN_MAKER] = -0.06,
  [JKB_ORG_SIGN_COUNTED] = -4.84,
  [JKB_ORG_SIGN_SIGNED] = 0.49,
  [JKB_ORG_SIGN_NOTE] = -0.04,
  [JKB_ORG_SIGN_NAMED_SERVICE] = -0.27,
  [JKB_ORG_SIGN_NAMED_SHOP] = 1.63,
  [JKB_ORG_SIGN_ANSWER] = 0.74,
  [JKB_ORG_SIGN_ACTOR_OF_ANOTHER] = -1.18,
  [JKB_ORG_SIGN_DESCRIPTION] = -1.10,
  [JKB_ORG_SIGN_PARENT] = -0.23,
  [JKB_ORG_SIGN_DEFINED_SELF] = -0.12,
  [JKB_ORG_SIGN_DEFINED_OTHER] = -2.38,
  [JKB_ORG_SIGN_CLIENT] = 1.40,
  [JKB_ORG_SIGN_ANNOUNCES] = 2.50,
  [JKB_ORG_SIGN_SUBJECT] = -0.25,
  [JKB_ORG_SIGN_FIRST_WORDS] = 1.03,
  [JKB_ORG_SIGN_OWNS] = 0.97,
  [JKB_ORG_SIGN_QUOTED_COMPANY] = 0.11,
  [JKB_ORG_SIGN_ADDRESSEE] = -0.59,
  [JKB_ORG_SIGN_OPERATOR] = 1.31,
  [JKB_ORG_SIGN_OPERATOR_FOR_OTHER] = -0.03,
  [JKB_ORG_SIGN_OPERATOR_FOR_SELF] = -1.95,
  [JKB_ORG_SIGN_TITLE_ONLY] = -0.62,
  [JKB_ORG_SIGN_TOPIC] = -0.77,
  [JKB_ORG_SIGN_SUBJECT_PLACE] = 1.13,
  [JKB_ORG_SIGN_TRADE] = -0.31,
  [JKB_ORG_SIGN_LOSES] = 0.20,
  [JKB_ORG_SIGN_ANNOUNCER] = 0.30,
  [JKB_ORG_SIGN_BY_WORDS] = 0.00,
  [JKB_ORG_SIGN_SHORT] = -0.29,
  [JKB_ORG_SIGN_TITLE_OWNER] = -0.32,
  [JKB_ORG_SIGN_TITLE_SECOND] = 0.22,
  [JKB_ORG_SIGN_HEAD_LINE] = -1.76,
  [JKB_ORG_SIGN_THANKED] = 3.58,
  [JKB_ORG_SIGN_FOOT] = 0.12,
  [JKB_ORG_SIGN_REGION_OF_COMPANY] = 0.06,
  [JKB_ORG_SIGN_COMPANY_OF_BODY] = -0.54,
  [JKB_ORG_SIGN_OF_OWN_KIND] = 0.83,
  [JKB_ORG_SIGN_REGION_WORDS] = -0.12,
  [JKB_ORG_SIGN_EN_DEFINED] = 0.08,
  [JKB_ORG_SIGN_EN_ACTS] = 1.77,
  [JKB_ORG_SIGN_EN_OWNER] = 1.02,
  [JKB_ORG_SIGN_EN_TITLE] = -0.13,
  [JKB_ORG_SIGN_EN_AGAIN] = -0.04,
  [JKB_ORG_SIGN_EN_SIGNS] = 0.03,
};

static const double trait_weights[JKB_ORG_N_TRAITS] = {
  [JKB_ORG_TRAIT_FIRST] = 1.04,
  [JKB_ORG_TRAIT_CHARS_2] = -2.63,
  [JKB_ORG_TRAIT_CHARS_3] = -1.04,
  [JKB_ORG_TRAIT_CHARS_15] = 0.39,
  [JKB_ORG_TRAIT_CHARS_22] = 0.63,
  [JKB_ORG_TRAIT_DIGIT] = -1.45,
  [JKB_ORG_TRAIT_HIRAGANA] = 0.12,
  [JKB_ORG_TRAIT_HIRAGANA_4] = 0.14,
  [JKB_ORG_TRAIT_KATAKANA] = 0.07,
  [JKB_ORG_TRAIT_LATIN] = 0.96,
  [JKB_ORG_TRAIT_IDEOGRAPHS] = 0.37,
  [JKB_ORG_TRAIT_ONLY_HIRAGANA] = -0.62,
  [JKB_ORG_TRAIT_DIGIT_FIRST] = -0.58,
  [JKB_ORG_TRAIT_COMMON_END] = -1.10,
  [JKB_ORG_TRAIT_REGION] = 0.74,
  [JKB_ORG_TRAIT_SELF_SUBJECT] = 0.27,
  [JKB_ORG_TRAIT_SELF_LEGAL] = -1.89,
  [JKB_ORG_TRAIT_SELF_KIND] = -1.07,
  [JKB_ORG_TRAIT_SELF_QUOTED] = 1.38,
  [JKB_ORG_TRAIT_SELF_BARE] = 0.75,
  [JKB_ORG_TRAIT_ENGLISH_BARE] = -0.98,
  [JKB_ORG_TRAIT_WITHIN_OTHER] = 1.92,
  [JKB_ORG_TRAIT_HOLDS_OTHER] = 2.48,
  [JKB_ORG_TRAIT_ECHO] = 1.69,
  [JKB_ORG_TRAIT_NO_ECHO] = -0.96,
  [JKB_ORG_TRAIT_BEFORE_DEWA] = 1.17,
  [JKB_ORG_TRAIT_BEFORE_NIYO] = -0.24,
  [JKB_ORG_TRAIT_BEFORE_HA] = 1.56,
  [JKB_ORG_TRAIT_BEFORE_GA] = -0.22,
  [JKB_ORG_TRAIT_BEFORE_NIOI] = 0.37,
  [JKB_ORG_TRAIT_BEFORE_NIOKE] = -0.16,
  [JKB_ORG_TRAIT_BEFORE_HE] = -1.16,
  [JKB_ORG_TRAIT_BEFORE_NO] = -0.34,
  [JKB_ORG_TRAIT_BEFORE_WO] = -0.88,
  [JKB_ORG_TRAIT_BEFORE_NI] = 0.02,
  [JKB_ORG_TRAIT_BEFORE_DE] = 0.46,
  [JKB_ORG_TRAIT_BEFORE_TO] = -2.00,
  [JKB_ORG_TRAIT_BEFORE_COMMA] = 1.20,
  [JKB_ORG_TRAIT_BEFORE_LINE_END] = 0.20,
  [JKB_ORG_TRAIT_BEFORE_YA] = -0.02,
  [JKB_ORG_TRAIT_BEFORE_TOU] = -1.35,
  [JKB_ORG_TRAIT_BEFORE_NADO] = -1.58,
  [JKB_ORG_TRAIT_BEFORE_KARA] = -1.35,
  [JKB_ORG_TRAIT_BEFORE_MO] = 1.16,
  [JKB_ORG_TRAIT_BEFORE_BRACKET] = 0.88,
  [JKB_ORG_TRAIT_BEFORE_SHA] = -0.60,
  [JKB_ORG_TRAIT_BEFORE_NAI] = 1.21,
  [JKB_ORG_TRAIT_BEFORE_SHI] = -0.73,
  [JKB_ORG_TRAIT_BEFORE_SA] = 0.00,
  [JKB_ORG_TRAIT_BEFORE_IDEOGRAPH] = 0.74,
  [JKB_ORG_TRAIT_BEHIND_BORDER] = 0.31,
  [JKB_ORG_TRAIT_BEHIND_QUOTE] = 0.20,
  [JKB_ORG_TRAIT_BEHIND_COMMA] = -0.06,
  [JKB_ORG_TRAIT_BEHIND_NO] = 0.34,
  [JKB_ORG_TRAIT_BEHIND_BRACKET] = -0.70,
  [JKB_ORG_TRAIT_BEHIND_MARK] = 1.64,
  [JKB_ORG_TRAIT_BEHIND_IDEOGRAPH] = -0.06,
  [JKB_ORG_TRAIT_BEHIND_HIRAGANA] = -0.33,
  [JKB_ORG_TRAIT_BEHIND_OTHER] = -1.02,
};

/* More often than so many times says no more. */
#define LOG_MAX 3.0
/* How much it speaks for a name that the text has it often, and that many of its places show it. */
#define TIMES_WEIGHT 0.05
#define PLACES_WEIGHT 1.71

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

double
jkb_org_weigh_candidate (const JkbOrgCandidate *candidate)
{
  return sum_weights (sign_weights, candidate->signs) + sum_weights (trait_weights, candidate->traits)
         + TIMES_WEIGHT * log_of (candidate->n_times) + PLACES_WEIGHT * log_of (candidate->n_places);
}
