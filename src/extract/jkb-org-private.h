/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-org-grammar.h"
#include "extract/jkb-text-at.h"

/* How the reader of organisations is cut up: mentions and their weight (jkb-org-mention.c), names that only
 * their place shows (jkb-org-places.c), and the choice among them
 * (jkb-org-candidate.h, jkb-read-organisation.c). */

/** News name the organisation in one of the first sentences, the title counted. */
#define JKB_ORG_FIRST_SENTENCES 3

/** JkbOrgSign: what speaks for or against a name; jkb_org_weigh() says how much. */
typedef enum
{
  JKB_ORG_SIGN_LEGAL,                   /* a legal form */
  JKB_ORG_SIGN_KIND,                    /* ends in what it is */
  JKB_ORG_SIGN_QUOTED,                  /* stands in quotes */
  JKB_ORG_SIGN_BARE,                    /* nothing but its place */
  JKB_ORG_SIGN_TITLE_HEAD,              /* begins the title */
  JKB_ORG_SIGN_TITLE,                   /* within the title */
  JKB_ORG_SIGN_IN_ABOUT,                /* among 会社概要, 用語 */
  JKB_ORG_SIGN_IMPRINT,                 /* where a page says whose it is: jkb-org-imprint.c */
  JKB_ORG_SIGN_IN_PREVENTION,           /* among what is done against it */
  JKB_ORG_SIGN_IN_CONTACT,              /* where one may ask */
  JKB_ORG_SIGN_ALONE_LEGAL,             /* alone in a line, with a legal form */
  JKB_ORG_SIGN_ALONE,                   /* alone in a line */
  JKB_ORG_SIGN_DEPARTMENTS,             /* begins a line of departments */
  JKB_ORG_SIGN_EARLY,                   /* in one of the first sentences */
  JKB_ORG_SIGN_PLACE,                   /* says where another one is */
  JKB_ORG_SIGN_UNNAMED_SHOP,            /* says what is sold */
  JKB_ORG_SIGN_WORK,                    /* a work in quotes */
  JKB_ORG_SIGN_ASIDE,                   /* made the thing, was only borrowed */
  JKB_ORG_SIGN_MAKER,                   /* made it, in a bracket */
  JKB_ORG_SIGN_COUNTED,                 /* one of several that are counted */
  JKB_ORG_SIGN_SIGNED,                  /* who heads it signs */
  JKB_ORG_SIGN_NOTE,                    /* within a note */
  JKB_ORG_SIGN_NAMED_SERVICE,             /* a service, a system or an app in quotes */
  JKB_ORG_SIGN_NAMED_SHOP,              /* a shop in quotes */
  JKB_ORG_SIGN_ANSWER,                  /* answers who was hit */
  JKB_ORG_SIGN_ACTOR_OF_ANOTHER,        /* employs who did it */
  JKB_ORG_SIGN_DESCRIPTION,             /* says what it is */
  JKB_ORG_SIGN_PARENT,                  /* owns the one that is spoken of */
  JKB_ORG_SIGN_DEFINED_SELF,            /* (以下「当社」) */
  JKB_ORG_SIGN_DEFINED_OTHER,           /* (以下「甲乙社」) */
  JKB_ORG_SIGN_CLIENT,                  /* its work was given to another */
  JKB_ORG_SIGN_ANNOUNCES,               /* subject of an announcement */
  JKB_ORG_SIGN_SUBJECT,                 /* subject of another sentence */
  JKB_ORG_SIGN_FIRST_WORDS,             /* such a subject begins its sentence */
  JKB_ORG_SIGN_OWNS,                    /* の職員, のサーバー */
  JKB_ORG_SIGN_QUOTED_COMPANY,          /* 「甲乙」社 */
  JKB_ORG_SIGN_ADDRESSEE,               /* it was told */
  JKB_ORG_SIGN_OPERATOR,                /* runs what is spoken of */
  JKB_ORG_SIGN_OPERATOR_FOR_OTHER,      /* in a sentence of another */
  JKB_ORG_SIGN_OPERATOR_FOR_SELF,       /* in a sentence of the writer */
  JKB_ORG_SIGN_TITLE_ONLY,              /* in the title alone, and the text has another subject */
  JKB_ORG_SIGN_TOPIC,                   /* bare, は behind it */
  JKB_ORG_SIGN_SUBJECT_PLACE,           /* bare, opens one of the first sentences */
  JKB_ORG_SIGN_TRADE,                   /* bare, before the name it describes */
  JKB_ORG_SIGN_LOSES,                   /* something left it */
  JKB_ORG_SIGN_ANNOUNCER,               /* bare, before the は of an announcement */
  JKB_ORG_SIGN_BY_WORDS,                /* bare, before では, によると */
  JKB_ORG_SIGN_SHORT,                   /* bare and short */
  JKB_ORG_SIGN_TITLE_OWNER,             /* bare, before the の of a title */
  JKB_ORG_SIGN_TITLE_SECOND,            /* bare, behind the の of a title */
  JKB_ORG_SIGN_HEAD_LINE,               /* a line between title and text */
  JKB_ORG_SIGN_THANKED,                 /* thanked for */
  JKB_ORG_SIGN_FOOT,                    /* behind a date at the foot */
  JKB_ORG_SIGN_REGION_OF_COMPANY,       /* a town, where 当社 writes */
  JKB_ORG_SIGN_COMPANY_OF_BODY,         /* a company, where 本市 writes */
  JKB_ORG_SIGN_OF_OWN_KIND,             /* of the kind that the writer is */
  JKB_ORG_SIGN_REGION_WORDS,            /* the region that the words within other names show */
  JKB_ORG_SIGN_EN_DEFINED,              /* X ("ABC") */
  JKB_ORG_SIGN_EN_ACTS,                 /* X discovered */
  JKB_ORG_SIGN_EN_OWNER,                /* customers of X */
  JKB_ORG_SIGN_EN_TITLE,                /* X Notifies */
  JKB_ORG_SIGN_EN_AGAIN,                  /* the text has it more than once */
  JKB_ORG_SIGN_EN_SIGNS,                /* a line of its own */
  JKB_ORG_SIGN_OFFICIAL_OF_CASE,        /* police or press to whom it happened */
  JKB_ORG_N_SIGNS
} JkbOrgSign;

/** JkbOrgSigns: a set of #JkbOrgSign. */
typedef guint64 JkbOrgSigns;

/** JKB_ORG_SIGN: the set that holds one sign. */
#define JKB_ORG_SIGN(name) (G_GUINT64_CONSTANT (1) << JKB_ORG_SIGN_##name)

/**
 * JkbOrgMention:
 * @span: the name
 * @shape: what makes it look like one
 * @signs: what speaks for or against it
 * @points: how much speaks for it as the one that is answerable
 * @is_contractor: the words around it say that it works for another
 * @is_operator: the words around it say that it runs what is spoken of
 * @acts_on_another: it is an authority that acts on somebody here, or who attacked somebody
 *
 * One place where a name stands.
 */
typedef struct
{
  JkbSpan span;
  JkbOrgShape shape;
  JkbOrgSigns signs;
  double points;
  gboolean is_contractor;
  gboolean is_operator;
  gboolean acts_on_another;
} JkbOrgMention;

/**
 * jkb_org_weigh:
 * @signs: a set of signs
 *
 * Any thread. Returns: how much they speak for a name together
 */
double jkb_org_weigh (JkbOrgSigns signs);

/**
 * jkb_org_mention_sign:
 * @mention: a name
 * @signs: what is to be said of it besides
 *
 * Adds signs that it did not have. Any thread.
 */
void jkb_org_mention_sign (JkbOrgMention *mention, JkbOrgSigns signs);

/**
 * jkb_org_skip_date:
 * @text: the text of a document
 * @line: a line of it
 *
 * Returns: where the date ends that @line begins with (2031年4月1日, 令和13年4月), blanks behind it included; 0 without
 * one. Any thread.
 */
gsize jkb_org_skip_date (const JkbText *text, JkbSpan line);

/**
 * jkb_org_signature_add:
 * @mentions: (element-type JkbOrgMention): where they go
 * @doc: a document
 * @names: (element-type JkbOrgName): the names that their form shows; they are not added again
 *
 * Adds names that only a line of the head, words of thanks, or a date at the foot show. Any thread.
 */
void jkb_org_signature_add (GArray *mentions, const JkbDoc *doc, const GArray *names);

/**
 * jkb_org_own_add:
 * @mentions: (element-type JkbOrgMention): where it goes
 * @doc: a document that names nobody
 *
 * Adds what the writer calls its own: the name of its shop, site or service, or of the house that its desk is called by. Any
 * thread.
 *
 * Returns: whether there is one
 */
gboolean jkb_org_own_add (GArray *mentions, const JkbDoc *doc);

/**
 * jkb_org_is_desk:
 * @text: normalised text
 * @name: a name in it
 *
 * Any thread. Returns: whether it ends in where one may ask: 甲乙お客様相談窓口
 */
gboolean jkb_org_is_desk (const char *text, JkbSpan name);

/**
 * jkb_org_is_self:
 * @doc: a document
 * @hit: a hit of %JKB_TERM_ORG_CUE in it
 *
 * Any thread. Returns: whether the writer means itself by it: 当社, 本市; but 松本市 is a town, and before such words stands no
 *   character of a name
 */
gboolean jkb_org_is_self (const JkbDoc *doc, const JkbHit *hit);

/**
 * jkb_org_self_settle:
 * @mentions: (element-type JkbOrgMention): the names found; their points change, and the region that a public body
 *   names only within other words is added
 * @doc: a document
 *
 * Weighs the names by how the writer calls itself: 当院, 本市, 当社. Any thread.
 */
void jkb_org_self_settle (GArray *mentions, const JkbDoc *doc);

/**
 * jkb_org_is_early:
 * @doc: a document
 * @sentence: index of a sentence
 *
 * Any thread. Returns: whether it is one of the first that say something, the title counted
 */
gboolean jkb_org_is_early (const JkbDoc *doc, guint sentence);

/**
 * jkb_org_sentence_of:
 * @doc: a document
 * @offset: a place in its text
 *
 * Any thread. Returns: the sentence that it is in
 */
JkbSpan jkb_org_sentence_of (const JkbDoc *doc, gsize offset);

/**
 * jkb_org_is_in_title:
 * @doc: a document
 * @offset: a place in its text
 *
 * Any thread. Returns: whether it is in the title
 */
gboolean jkb_org_is_in_title (const JkbDoc *doc, gsize offset);

/**
 * jkb_org_is_signed:
 * @doc: a document
 * @name: a name in it
 *
 * Any thread. Returns: whether it begins a line in which who heads it signs: 甲乙住宅管理 代表取締役 乙田 一郎
 */
gboolean jkb_org_is_signed (const JkbDoc *doc, JkbSpan name);

/**
 * jkb_org_is_subject:
 * @doc: a document
 * @mention: a name in it
 *
 * Any thread. Returns: whether は or が stands behind it and its brackets
 */
gboolean jkb_org_is_subject (const JkbDoc *doc, const JkbOrgMention *mention);

/**
 * jkb_org_is_topic:
 * @doc: a document
 * @mention: a name in it
 *
 * Any thread. Returns: whether は stands behind it and its brackets
 */
gboolean jkb_org_is_topic (const JkbDoc *doc, const JkbOrgMention *mention);

/**
 * jkb_org_announces:
 * @doc: a document
 * @mention: a name in it
 *
 * Any thread. Returns: whether it is what a sentence is about that ends with …と発表した
 */
gboolean jkb_org_announces (const JkbDoc *doc, const JkbOrgMention *mention);

/**
 * jkb_org_is_refused:
 * @doc: a document
 * @mention: a name in it, weighed
 *
 * Any thread. Returns: whether it names no organisation, or one that is never answerable where it stands
 */
gboolean jkb_org_is_refused (const JkbDoc *doc, const JkbOrgMention *mention);


/**
 * jkb_org_mention_add:
 * @mentions: (element-type JkbOrgMention): what has been found
 * @doc: a document
 * @span: a name in it
 * @shape: what makes it look like one
 * @signs: what its place says of it
 *
 * Weighs a name by the words around it and adds it, unless it names no organisation or one that is
 * never answerable where it stands. Any thread.
 */
void jkb_org_mention_add (GArray *mentions, const JkbDoc *doc, JkbSpan span, JkbOrgShape shape,
                          JkbOrgSigns signs);

/**
 * jkb_org_cue_is_contractor:
 * @doc: a document
 * @hit: a hit of %JKB_TERM_ORG_CUE in it
 *
 * Any thread. Returns: whether who is named behind it works for another: 委託先の, 甲乙の業務委託先
 */
gboolean jkb_org_cue_is_contractor (const JkbDoc *doc, const JkbHit *hit);

/**
 * jkb_org_english_add:
 * @mentions: (element-type JkbOrgMention): what is found is added here
 * @doc: a document in English
 * @names: (element-type JkbOrgName): names that are seen by their form
 *
 * Finds names of English texts by their capitals and by the words around them. Any thread.
 */
void jkb_org_english_add (GArray *mentions, const JkbDoc *doc, const GArray *names);

/**
 * jkb_org_english_kind:
 * @doc: a document
 * @name: a name in Latin letters that ends in what it is
 *
 * Any thread. Returns: its last words with capitals, and what links them; @name when it has none
 */
JkbSpan jkb_org_english_kind (const JkbDoc *doc, JkbSpan name);

/**
 * jkb_org_is_particle_of_actor:
 * @p: what stands behind a bare run
 *
 * Any thread. Returns: whether the run may be a name that acts: a particle of subject, owner or place follows
 */
gboolean jkb_org_is_particle_of_actor (const char *p);

/**
 * jkb_org_parts_add:
 * @mentions: (element-type JkbOrgMention): where they go
 * @doc: a document
 * @names: (element-type JkbOrgName): the names that their form shows
 *
 * Adds the names without a form of their own that stand beside words for the part they have. Any thread.
 */
void jkb_org_parts_add (GArray *mentions, const JkbDoc *doc, const GArray *names);

/**
 * jkb_org_places_add:
 * @mentions: (element-type JkbOrgMention): what has been found
 * @doc: a document
 * @names: (element-type JkbOrgName): what jkb_org_find() found in it
 *
 * Adds names without a form of their own that stand where organisations are named: at the head of the
 * title, as the subject of the first sentences, in the signature. Any thread.
 */
void jkb_org_places_add (GArray *mentions, const JkbDoc *doc, const GArray *names);

/**
 * jkb_org_has_foreign_letters:
 * @text: normalised text
 * @run: a stretch of it
 *
 * Any thread. Returns: whether three characters of katakana or Latin follow one another in it
 */
gboolean jkb_org_has_foreign_letters (const char *text, JkbSpan run);

/**
 * jkb_org_is_capitals:
 * @doc: a document
 * @run: a run of name characters
 *
 * Any thread. Returns: whether the source has nothing but capitals there
 */
gboolean jkb_org_is_capitals (const JkbDoc *doc, JkbSpan run);

/**
 * jkb_org_is_proper:
 * @doc: a document
 * @run: a run of name characters
 *
 * Any thread. Returns: whether it is an actor (は, が, で follow) called by katakana or Latin letters, and holds no word of the
 *   matter and no department
 */
gboolean jkb_org_is_proper (const JkbDoc *doc, JkbSpan run);

/**
 * jkb_org_bare_add:
 * @mentions: (element-type JkbOrgMention): what has been found
 * @doc: a document
 * @names: (element-type JkbOrgName): what jkb_org_find() found in it
 * @run: where a name without a form of its own stands, perhaps with what it is before it and who works there behind
 * @signs: what its place says of it
 *
 * Adds the name unless it is too short or one of @names. Any thread.
 */
void jkb_org_bare_add (GArray *mentions, const JkbDoc *doc, const GArray *names, JkbSpan run, JkbOrgSigns signs);

/**
 * jkb_org_owners_add:
 * @mentions: (element-type JkbOrgMention): what has been found
 * @doc: a document
 * @names: (element-type JkbOrgName): what jkb_org_find() found in it
 *
 * Adds bare names of the first sentences that the words behind them show: の職員, が運営する, では、 Any thread.
 */
void jkb_org_owners_add (GArray *mentions, const JkbDoc *doc, const GArray *names);

/**
 * jkb_org_imprint_add:
 * @mentions: (element-type JkbOrgMention): what has been found
 * @doc: a document
 * @names: (element-type JkbOrgName): what jkb_org_find() found in it
 *
 * Adds bare names in katakana or Latin letters where a page says whose it is. Any thread.
 */
void jkb_org_imprint_add (GArray *mentions, const JkbDoc *doc, const GArray *names);

/**
 * jkb_org_title:
 * @doc: a document
 *
 * Any thread. Returns: (nullable): its section with the title
 */
const JkbSection *jkb_org_title (const JkbDoc *doc);

/**
 * jkb_org_is_covered:
 * @names: (element-type JkbOrgName): names, in order
 * @offset: a place in the text
 *
 * Any thread. Returns: whether one of @names stands there
 */
gboolean jkb_org_is_covered (const GArray *names, gsize offset);

/**
 * jkb_org_skip_brackets:
 * @text: normalised text
 * @begin: a place in it
 * @end: the end of the line or sentence
 *
 * Any thread. Returns: where the first words behind brackets (【重要】, [速報]) and blanks begin
 */
gsize jkb_org_skip_brackets (const char *text, gsize begin, gsize end);

/**
 * jkb_org_title_add:
 * @mentions: (element-type JkbOrgMention): what has been found
 * @doc: a document
 * @names: (element-type JkbOrgName): what jkb_org_find() found in it
 *
 * Adds the name without a form of its own at the head of the title. Any thread.
 */
void jkb_org_title_add (GArray *mentions, const JkbDoc *doc, const GArray *names);

/**
 * jkb_org_skip_quote:
 * @text: normalised text
 * @offset: a place in it
 *
 * Any thread. Returns: the place behind closing quotes, brackets and blanks
 */
gsize jkb_org_skip_quote (const char *text, gsize offset);

/**
 * jkb_org_skip_bracket:
 * @text: normalised text
 * @at: a place in it
 *
 * Any thread. Returns: the place behind (…) that begins at @at, @at when none does
 */
gsize jkb_org_skip_bracket (const char *text, gsize at);

/**
 * jkb_org_has_cue_behind:
 * @doc: a document
 * @mention: a name in it
 * @value: a #JkbOrgCueTerm
 *
 * Any thread. Returns: whether such words begin right behind the name, its closing quote and what stands in brackets
 */
gboolean jkb_org_has_cue_behind (const JkbDoc *doc, const JkbOrgMention *mention, int value);

/**
 * jkb_org_has_cue_before:
 * @doc: a document
 * @mention: a name in it
 * @value: a #JkbOrgCueTerm
 *
 * Any thread. Returns: whether such words end right before the name, or before its opening quote
 */
gboolean jkb_org_has_cue_before (const JkbDoc *doc, const JkbOrgMention *mention, int value);

/**
 * jkb_org_signs_of_context:
 * @doc: a document
 * @mention: a name in it
 *
 * Any thread. Returns: what the words right around the name say of it
 */
JkbOrgSigns jkb_org_signs_of_context (const JkbDoc *doc, const JkbOrgMention *mention);

/**
 * jkb_org_tells_of_itself:
 * @doc: a document
 * @mention: a name in it
 *
 * Any thread. Returns: whether a sentence begins with 甲乙によると and 甲乙 are not the press or the police, who tell of
 *   others
 */
gboolean jkb_org_tells_of_itself (const JkbDoc *doc, const JkbOrgMention *mention);
