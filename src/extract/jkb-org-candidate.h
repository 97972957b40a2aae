/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-org-private.h"

/* Inside the reader of organisations: the names of a text, each with all of its places, and how one is chosen. */

/** JkbOrgTrait: what all places of a name together show of it. */
typedef enum
{
  JKB_ORG_TRAIT_FIRST,                  /* no other name stands before its first place */
  JKB_ORG_TRAIT_CHARS_2,                /* has two characters or one */
  JKB_ORG_TRAIT_CHARS_3,                /* has three */
  JKB_ORG_TRAIT_CHARS_15,               /* has fifteen or more */
  JKB_ORG_TRAIT_CHARS_22,               /* has twenty-two or more */
  JKB_ORG_TRAIT_DIGIT,                  /* has a digit */
  JKB_ORG_TRAIT_HIRAGANA,               /* has hiragana */
  JKB_ORG_TRAIT_HIRAGANA_4,             /* has four characters of it or more */
  JKB_ORG_TRAIT_KATAKANA,               /* has three characters of katakana or more */
  JKB_ORG_TRAIT_LATIN,                  /* has two Latin letters or more */
  JKB_ORG_TRAIT_IDEOGRAPHS,             /* has nothing else */
  JKB_ORG_TRAIT_ONLY_HIRAGANA,          /* has nothing else */
  JKB_ORG_TRAIT_DIGIT_FIRST,            /* begins with a digit */
  JKB_ORG_TRAIT_COMMON_END,             /* ends in 上, 内, 者 and the like */
  JKB_ORG_TRAIT_REGION,                 /* ends in 市, 県 and the like */
  JKB_ORG_TRAIT_SELF_SUBJECT,           /* acts, where the writer calls itself 当社 */
  JKB_ORG_TRAIT_SELF_LEGAL,             /* has a legal form there */
  JKB_ORG_TRAIT_SELF_KIND,              /* says what it is there */
  JKB_ORG_TRAIT_SELF_QUOTED,            /* stands in quotes there */
  JKB_ORG_TRAIT_SELF_BARE,              /* only its place shows it there */
  JKB_ORG_TRAIT_ENGLISH_BARE,           /* only its capitals show it */
  JKB_ORG_TRAIT_WITHIN_OTHER,           /* another name holds it */
  JKB_ORG_TRAIT_HOLDS_OTHER,            /* it holds another name */
  JKB_ORG_TRAIT_ECHO,                   /* ends as what 同校, 当院 are */
  JKB_ORG_TRAIT_NO_ECHO,                /* does not */
  JKB_ORG_TRAIT_BEFORE_DEWA,            /* では follows somewhere */
  JKB_ORG_TRAIT_BEFORE_NIYO,            /* によ(ると) follows somewhere */
  JKB_ORG_TRAIT_BEFORE_HA,              /* は follows somewhere */
  JKB_ORG_TRAIT_BEFORE_GA,              /* が follows somewhere */
  JKB_ORG_TRAIT_BEFORE_NIOI,            /* におい(て) follows somewhere */
  JKB_ORG_TRAIT_BEFORE_NIOKE,           /* におけ(る) follows somewhere */
  JKB_ORG_TRAIT_BEFORE_HE,              /* へ follows somewhere */
  JKB_ORG_TRAIT_BEFORE_NO,              /* の follows somewhere */
  JKB_ORG_TRAIT_BEFORE_WO,              /* を follows somewhere */
  JKB_ORG_TRAIT_BEFORE_NI,              /* に follows somewhere */
  JKB_ORG_TRAIT_BEFORE_DE,              /* で follows somewhere */
  JKB_ORG_TRAIT_BEFORE_TO,              /* と follows somewhere */
  JKB_ORG_TRAIT_BEFORE_COMMA,           /* a comma follows somewhere */
  JKB_ORG_TRAIT_BEFORE_LINE_END,        /* the end of a line follows somewhere */
  JKB_ORG_TRAIT_BEFORE_YA,              /* や follows somewhere */
  JKB_ORG_TRAIT_BEFORE_TOU,             /* 等 follows somewhere */
  JKB_ORG_TRAIT_BEFORE_NADO,            /* など follows somewhere */
  JKB_ORG_TRAIT_BEFORE_KARA,            /* から follows somewhere */
  JKB_ORG_TRAIT_BEFORE_MO,              /* も follows somewhere */
  JKB_ORG_TRAIT_BEFORE_BRACKET,         /* a bracket follows somewhere */
  JKB_ORG_TRAIT_BEFORE_SHA,             /* 社 follows somewhere */
  JKB_ORG_TRAIT_BEFORE_NAI,             /* 内 follows somewhere */
  JKB_ORG_TRAIT_BEFORE_SHI,             /* し(た) follows somewhere */
  JKB_ORG_TRAIT_BEFORE_SA,              /* さ(れた) follows somewhere */
  JKB_ORG_TRAIT_BEFORE_IDEOGRAPH,       /* an ideograph follows somewhere */
  JKB_ORG_TRAIT_BEHIND_BORDER,          /* the begin of a line or sentence stands before it somewhere */
  JKB_ORG_TRAIT_BEHIND_QUOTE,           /* 「 stands before it somewhere */
  JKB_ORG_TRAIT_BEHIND_COMMA,           /* a comma stands before it somewhere */
  JKB_ORG_TRAIT_BEHIND_NO,              /* の stands before it somewhere */
  JKB_ORG_TRAIT_BEHIND_BRACKET,         /* a bracket stands before it somewhere */
  JKB_ORG_TRAIT_BEHIND_MARK,            /* 】 stands before it somewhere */
  JKB_ORG_TRAIT_BEHIND_IDEOGRAPH,       /* an ideograph stands before it somewhere */
  JKB_ORG_TRAIT_BEHIND_HIRAGANA,        /* hiragana stands before it somewhere */
  JKB_ORG_TRAIT_BEHIND_OTHER,           /* anything else stands before it somewhere */
  JKB_ORG_TRAIT_ACTS_ON_ANOTHER,        /* it acts on somebody somewhere, or attacked them */
  JKB_ORG_N_TRAITS
} JkbOrgTrait;

/** JkbOrgTraits: a set of #JkbOrgTrait. */
typedef guint64 JkbOrgTraits;

/** JKB_ORG_TRAIT: the set that holds one trait. */
#define JKB_ORG_TRAIT(name) (G_GUINT64_CONSTANT (1) << JKB_ORG_TRAIT_##name)

/** JkbOrgFate: what became of a name somewhere or what it did, by the clause behind it. */
typedef enum
{
  JKB_ORG_FATE_SUFFERS,                 /* …が攻撃を受け */
  JKB_ORG_FATE_IS_ATTACKED,             /* …への攻撃 */
  JKB_ORG_FATE_ENTRUSTS,                /* …から委託された, …が委託した */
  JKB_ORG_FATE_PROSECUTES,              /* …が逮捕した, …は指導した */
  JKB_ORG_FATE_ERRS,                    /* …が紛失, …において流出 */
  JKB_ORG_FATE_LOSES,                   /* …から流出, …から持ち出した */
  JKB_ORG_FATE_APOLOGISES,              /* …は謝罪した */
  JKB_ORG_FATE_INFORMS,                 /* …からの連絡, …の指摘 */
  JKB_ORG_FATE_GIVES,                   /* …から提供を受けた, …から借りた */
  JKB_ORG_FATE_IS_TOLD,                 /* …に相談, …へ報告 */
  JKB_ORG_FATE_REPORTS,                 /* …が報じた, …の取材 */
  JKB_ORG_FATE_EMPLOYS,                 /* …に勤める, …の職員 */
  JKB_ORG_FATE_SERVES,                  /* …を利用した, …に登録した */
  JKB_ORG_FATE_IS_POSED_AS,             /* …を装った, …になりすました */
  JKB_ORG_N_FATES
} JkbOrgFate;

/** JkbOrgFates: a set of #JkbOrgFate. */
typedef guint JkbOrgFates;

/** JKB_ORG_AROUND_MAX: of what is looked for behind names, and before them. */
#define JKB_ORG_AROUND_MAX 255

/** JkbOrgSeen: a bit for each that was seen. */
typedef struct
{
  guint64 bits[(JKB_ORG_AROUND_MAX + 63) / 64];
} JkbOrgSeen;

/**
 * JkbOrgAround:
 * @behind: characters right behind some place of a name
 * @before: characters right before one
 *
 * What stands around a name, of what says something of it.
 */
typedef struct
{
  JkbOrgSeen behind;
  JkbOrgSeen before;
} JkbOrgAround;

/**
 * JkbOrgCandidate:
 * @key: the name without legal form and blanks
 * @best: the place that speaks most for it
 * @signs: what its places say
 * @traits: what they show together
 * @fates: what became of it somewhere or what it did
 * @around: the characters beside its places
 * @nature: a #JkbOrgNatureTerm, what its end says of it; JKB_ORG_N_NATURES when it says nothing
 * @n_places: at how many it is seen by its form or place
 * @n_times: how often the text has it
 * @begin: its first place
 * @points: how much speaks for it
 *
 * All places of one name.
 */
typedef struct
{
  char *key;
  const JkbOrgMention *best;
  JkbOrgSigns signs;
  JkbOrgTraits traits;
  JkbOrgFates fates;
  JkbOrgAround around;
  int nature;
  guint n_places;
  guint n_times;
  gsize begin;
  double points;
} JkbOrgCandidate;

/**
 * jkb_org_key:
 * @doc: a document
 * @span: a name in it
 *
 * Any thread. Returns: what all mentions of one organisation have in common: the name without form and blanks
 */
char *jkb_org_key (const JkbDoc *doc, JkbSpan span);

/**
 * jkb_org_candidates_new:
 * @doc: a document
 * @mentions: (element-type JkbOrgMention): the names in it; they stay where they are
 *
 * Any thread. Returns: (element-type JkbOrgCandidate): those that work for nobody else, each once, weighed
 */
GPtrArray *jkb_org_candidates_new (const JkbDoc *doc, const GArray *mentions);

/**
 * jkb_org_candidate_find:
 * @candidates: (element-type JkbOrgCandidate): names
 * @key: what jkb_org_key() made of one
 *
 * Any thread. Returns: (nullable): the one with that key
 */
JkbOrgCandidate *jkb_org_candidate_find (const GPtrArray *candidates, const char *key);

/**
 * jkb_org_fates_behind:
 * @text: normalised text
 * @end: where a name in it ends
 *
 * Any thread. Returns: what the clause behind the name says became of it or what it did
 */
JkbOrgFates jkb_org_fates_behind (const JkbText *text, gsize end);

/**
 * jkb_org_around_look:
 * @around: what is known of a name so far
 * @text: normalised text
 * @place: where the name stands in it
 *
 * Adds what stands around that place. Any thread.
 */
void jkb_org_around_look (JkbOrgAround *around, const JkbText *text, JkbSpan place);

/**
 * jkb_org_around_weigh:
 * @around: what stands around a name
 *
 * Any thread. Returns: how much that speaks for it
 */
double jkb_org_around_weigh (const JkbOrgAround *around);

/** JKB_ORG_NONE_POINTS: a name with fewer is no organisation. */
#define JKB_ORG_NONE_POINTS 2.92

/**
 * jkb_org_weigh_candidate:
 * @candidate: a name
 *
 * Any thread. Returns: how much speaks for it as the one that is answerable
 */
double jkb_org_weigh_candidate (const JkbOrgCandidate *candidate);
