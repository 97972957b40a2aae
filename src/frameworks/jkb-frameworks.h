/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/jkb-words.h"

/*
 * The career frameworks as data: their editions, roles, relations between roles of different
 * frameworks, and which roles prevent, find, handle and explain each kind of incident. Names and
 * identifiers are the publishers'; summaries, the incident map and part of the relations are
 * editorial and say so.
 */

/** Strongest weight of an assignment: the role leads. */
#define JKB_WEIGHT_LEAD 3
/** Middle weight: the role is involved. */
#define JKB_WEIGHT_INVOLVED 2
/** Weakest weight: the role supports others. */
#define JKB_WEIGHT_SUPPORTING 1

/** Any phase, where a function takes a #JkbPhase or this. */
#define JKB_PHASE_ANY (-1)

/**
 * JkbSubject:
 *
 * What a row of the incident map is about: one of the twelve types, then the circumstances; from 0
 * to %JKB_N_SUBJECTS - 1. An unknown type is no subject.
 */
typedef int JkbSubject;

#define JKB_N_SUBJECTS ((JKB_N_TYPES - 1) + JKB_N_CIRCUMSTANCES)
#define JKB_SUBJECT_NONE (-1)

/**
 * JkbFrameworkText:
 * @en: English words, never %NULL
 * @ja: Japanese words, never %NULL
 *
 * Words of a data file in both languages.
 */
typedef struct
{
  const char *en;
  const char *ja;
} JkbFrameworkText;

/** JkbOrigin: where a framework, role, relation or assignment comes from. */
typedef enum
{
  JKB_ORIGIN_SHIPPED,
  JKB_ORIGIN_IMPORTED,                  /* from a publisher's file that a person brought along */
  JKB_ORIGIN_OWN,                       /* a person's own change */
} JkbOrigin;

/**
 * JkbFramework:
 * @id: stable name: `nice`, `ccf`, `ecsf`, `secbok`
 * @edition: the edition: `2.2.0`, `2022`, …
 * @name: name of the framework without edition
 * @short_name: what a heading calls it: `NICE`
 * @publisher: who publishes it
 * @published: when, as jkb_date_print() writes it; empty when not known
 * @n_categories: groups of roles; 1 when the publisher does not group
 * @n_specialty_areas: specialty areas; 0 when it has none
 * @unit: what its publisher calls the roles: work role, specialism, …
 * @licence: under which terms we ship what we ship
 * @link: the publisher's page
 * @note: what a reader has to know about this edition and its count ("as of")
 * @is_current: the edition that is meant when none is named
 * @is_mapped: the incident map was written for this edition; otherwise its rows are carried over
 *   from the current one through exact relations, see #JkbAssignment
 * @origin: %JKB_ORIGIN_SHIPPED unless a person brought the whole edition along or made it; such a
 *   one has no publisher, date, licence, link and note
 * @roles: (element-type JkbRole): its roles in the publisher's order
 *
 * One edition of one framework. Never changes; lives as long as its #JkbFrameworks.
 */
typedef struct
{
  const char *id;
  const char *edition;
  JkbFrameworkText name;
  const char *short_name;
  JkbFrameworkText publisher;
  const char *published;
  guint n_categories;
  guint n_specialty_areas;
  JkbFrameworkText unit;
  JkbFrameworkText licence;
  const char *link;
  JkbFrameworkText note;
  gboolean is_current;
  gboolean is_mapped;
  JkbOrigin origin;
  GPtrArray *roles;
} JkbFramework;

/**
 * JkbRole:
 * @framework: the edition it belongs to
 * @index: place among the roles of all frameworks, from 0; a key for arrays
 * @id: identifier within its edition
 * @name: its name
 * @ja_is_official: the publisher's own Japanese name; otherwise the Japanese name is our translation
 * @en_is_official: the publisher's own English name; otherwise our rendering
 * @category: the group it stands in, or what the rows are where the publisher does not group
 * @opm_code: (nullable): federal work role code, `611`; several joined by `; `; %NULL when there is
 *   none or it is not known
 * @specialty_area: (nullable): NICE 2017 only
 * @summary: what the role does, in our own words
 * @alt_titles: (array zero-terminated=1): other titles by the publisher, English
 * @source_url: where name and identifier were read; empty when @origin is not shipped
 * @origin: where the role comes from
 * @is_changed: a person put own words in the place of some of those that came with it
 * @statements: (nullable) (element-type JkbStatement): what an imported file says belongs to it; see
 *   jkb_frameworks_statements()
 *
 * One work role, role profile, specialism or role. Never changes.
 */
typedef struct
{
  const JkbFramework *framework;
  guint index;
  const char *id;
  JkbFrameworkText name;
  gboolean ja_is_official;
  gboolean en_is_official;
  JkbFrameworkText category;
  const char *opm_code;
  const char *specialty_area;
  JkbFrameworkText summary;
  char **alt_titles;
  const char *source_url;
  JkbOrigin origin;
  gboolean is_changed;
  const GPtrArray *statements;
} JkbRole;

/**
 * JkbAssignment:
 * @subject: type or circumstance
 * @phase: part of the work
 * @role: who does it
 * @weight: %JKB_WEIGHT_LEAD, %JKB_WEIGHT_INVOLVED or %JKB_WEIGHT_SUPPORTING
 * @reason: what the role does there; editorial
 * @via: (nullable): the role of the current edition that this was carried over from
 * @origin: %JKB_ORIGIN_OWN when a person weighs it otherwise than we do
 *
 * One statement of the incident map. Never changes.
 */
typedef struct
{
  JkbSubject subject;
  JkbPhase phase;
  const JkbRole *role;
  int weight;
  JkbFrameworkText reason;
  const JkbRole *via;
  JkbOrigin origin;
} JkbAssignment;

/** JkbRelation: how near two roles are. Names of roles are never claims of equality. */
typedef enum
{
  JKB_RELATION_EXACT,                   /* same code carried over; wording may differ */
  JKB_RELATION_CLOSE,                   /* mostly the same job */
  JKB_RELATION_PARTIAL,                 /* overlaps */
  JKB_N_RELATIONS
} JkbRelation;

/**
 * JkbNeighbour:
 * @framework: edition of the other role; one without roles when we only name it, e.g. `dcwf`
 * @role: (nullable): the other role; %NULL when @framework is only named
 * @role_id: its identifier
 * @relation: how near it is
 * @is_target: the relation was stated from this role to the other one
 * @source_url: (nullable): where the relation is published; %NULL when it is editorial, ours alone,
 *   or when @origin is not shipped
 * @origin: %JKB_ORIGIN_IMPORTED for the same identifier in an imported edition
 *
 * A relation as seen from one of its ends.
 */
typedef struct
{
  const JkbFramework *framework;
  const JkbRole *role;
  const char *role_id;
  JkbRelation relation;
  gboolean is_target;
  const char *source_url;
  JkbOrigin origin;
} JkbNeighbour;

/**
 * JkbLevel:
 * @framework: the edition it belongs to
 * @role: (nullable): the role it is said of; %NULL when it holds for all roles of the edition
 * @code: code of a competence; empty for a title
 * @level: as the publisher numbers it; for titles our count from the first one up
 * @name: name of the competence or title
 * @note: what a reader has to know; may be empty
 * @source_url: where it is published
 *
 * A level that a role wants in a competence, or a title that is given for a role. Never changes.
 */
typedef struct
{
  const JkbFramework *framework;
  const JkbRole *role;
  const char *code;
  guint level;
  JkbFrameworkText name;
  JkbFrameworkText note;
  const char *source_url;
} JkbLevel;

/**
 * JkbFrameworks:
 *
 * All frameworks, read once, never changed, counted references. Any thread.
 */
typedef struct _JkbFrameworks JkbFrameworks;

/**
 * jkb_frameworks_load:
 * @directory: (nullable): where `frameworks.tsv`, `roles.tsv`, `crosswalk.tsv`,
 *   `incident-role-map.tsv` and, if there are any, `levels.tsv`, `guide.tsv`, `job-words.tsv`,
 *   `career-questions.tsv` and `career-weights.tsv` are; %NULL for the shipped ones
 * @error: a #GFileError, or %JKB_CORE_ERROR_DATA_FILE as `FILE:LINE: what is wrong`
 *
 * Reads and checks every row and every reference. Reads files: not for the main thread of a window
 * (it takes a few milliseconds).
 *
 * Returns: (transfer full) (nullable): the frameworks
 */
JkbFrameworks *jkb_frameworks_load (const char *directory, GError **error);

/**
 * jkb_frameworks_ref:
 * @frameworks: frameworks
 *
 * Returns: (transfer full): @frameworks
 */
JkbFrameworks *jkb_frameworks_ref (JkbFrameworks *frameworks);

/**
 * jkb_frameworks_unref:
 * @frameworks: (transfer full): frameworks
 */
void jkb_frameworks_unref (JkbFrameworks *frameworks);

/**
 * jkb_frameworks_get_all:
 * @frameworks: frameworks
 *
 * Returns: (transfer none) (element-type JkbFramework): all editions that have roles here, in the
 *   order of the file
 */
const GPtrArray *jkb_frameworks_get_all (const JkbFrameworks *frameworks);

/**
 * jkb_frameworks_find:
 * @frameworks: frameworks
 * @id: name of a framework
 * @edition: (nullable): an edition; %NULL for the current one
 *
 * Returns: (transfer none) (nullable): that edition, %NULL when there is none
 */
const JkbFramework *jkb_frameworks_find (const JkbFrameworks *frameworks, const char *id,
                                         const char *edition);

/**
 * jkb_frameworks_get_role:
 * @frameworks: frameworks
 * @index: a #JkbRole.index
 *
 * Returns: (transfer none): the role
 */
const JkbRole *jkb_frameworks_get_role (const JkbFrameworks *frameworks, guint index);

/**
 * jkb_frameworks_n_roles:
 * @frameworks: frameworks
 *
 * Returns: how many roles there are over all editions; above every #JkbRole.index
 */
guint jkb_frameworks_n_roles (const JkbFrameworks *frameworks);

/**
 * jkb_framework_find_role:
 * @framework: an edition
 * @role_id: identifier of a role, exact
 *
 * Returns: (transfer none) (nullable): the role
 */
const JkbRole *jkb_framework_find_role (const JkbFramework *framework, const char *role_id);

/**
 * jkb_frameworks_search:
 * @frameworks: frameworks
 * @words: (nullable): words that must all occur; width and case do not count; none finds all roles
 * @framework: (nullable): only this edition
 *
 * Looks at identifier, names, other titles, category, specialty area, code, summary and imported
 * statements. Roles whose
 * identifier is @words come first, then names, then the rest, each in the order of the files.
 *
 * Returns: (transfer container) (element-type JkbRole): the roles
 */
GPtrArray *jkb_frameworks_search (const JkbFrameworks *frameworks, const char *words,
                                  const JkbFramework *framework);

/**
 * jkb_frameworks_assignments:
 * @frameworks: frameworks
 * @subject: a type or circumstance; %JKB_SUBJECT_NONE finds nothing
 * @framework: (nullable): only this edition; %NULL for the current edition of each framework
 * @phase: a #JkbPhase or %JKB_PHASE_ANY
 *
 * Who acts when such an incident happens.
 *
 * Returns: (transfer container) (element-type JkbAssignment): by weight, leads first, then phase,
 *   then the order of roles
 */
GPtrArray *jkb_frameworks_assignments (const JkbFrameworks *frameworks, JkbSubject subject,
                                       const JkbFramework *framework, int phase);

/**
 * jkb_frameworks_cell:
 * @frameworks: frameworks
 * @subject: a type or circumstance
 * @role: a role
 *
 * One cell of the matrix: what @role does for @subject, in one or more phases.
 *
 * Returns: (transfer container) (element-type JkbAssignment): strongest first; empty when nothing
 */
GPtrArray *jkb_frameworks_cell (const JkbFrameworks *frameworks, JkbSubject subject,
                                const JkbRole *role);

/**
 * jkb_frameworks_weight:
 * @frameworks: frameworks
 * @subject: a type or circumstance
 * @role: a role
 * @phase: a #JkbPhase or %JKB_PHASE_ANY
 *
 * Takes constant time, for drawing the matrix.
 *
 * Returns: the strongest weight of the cell, 0 when @role has no part there
 */
int jkb_frameworks_weight (const JkbFrameworks *frameworks, JkbSubject subject,
                           const JkbRole *role, int phase);

/**
 * jkb_frameworks_led_by:
 * @frameworks: frameworks
 * @role: a role
 *
 * Returns: (transfer container) (element-type JkbAssignment): where @role leads, by subject
 */
GPtrArray *jkb_frameworks_led_by (const JkbFrameworks *frameworks, const JkbRole *role);

/**
 * jkb_frameworks_neighbours:
 * @frameworks: frameworks
 * @role: a role
 *
 * Relations from and to @role.
 *
 * Returns: (transfer none) (element-type JkbNeighbour): nearest first
 */
const GPtrArray *jkb_frameworks_neighbours (const JkbFrameworks *frameworks, const JkbRole *role);

/**
 * jkb_frameworks_levels:
 * @frameworks: frameworks
 * @role: a role
 *
 * Returns: (transfer container) (element-type JkbLevel): levels said of @role or of all roles of its
 *   edition, in the order of the file; none where the framework has none
 */
GPtrArray *jkb_frameworks_levels (const JkbFrameworks *frameworks, const JkbRole *role);

/**
 * jkb_relation_nick:
 * @relation: a relation
 *
 * Returns: (transfer none): its stable name: `exact`, `close`, `partial`
 */
const char *jkb_relation_nick (JkbRelation relation);

/**
 * jkb_subject_from_type:
 * @type: a type
 *
 * Returns: its row, %JKB_SUBJECT_NONE for %JKB_TYPE_UNKNOWN
 */
JkbSubject jkb_subject_from_type (JkbIncidentType type);

/**
 * jkb_subject_from_circumstance:
 * @circumstance: a circumstance
 *
 * Returns: its row
 */
JkbSubject jkb_subject_from_circumstance (JkbCircumstance circumstance);

/**
 * jkb_subject_from_word:
 * @words: %JKB_WORDS_TYPE or %JKB_WORDS_CIRCUMSTANCE
 * @value: a value of these, as counts by an axis have it
 *
 * Returns: its row, %JKB_SUBJECT_NONE when it is none
 */
JkbSubject jkb_subject_from_word (JkbVocabulary words, int value);

/**
 * jkb_subject_from_nick:
 * @nick: (nullable): stable name of a type or circumstance
 *
 * Returns: its row, %JKB_SUBJECT_NONE when it is none
 */
JkbSubject jkb_subject_from_nick (const char *nick);

/**
 * jkb_subject_nick:
 * @subject: a type or circumstance
 *
 * Returns: (transfer none): its stable name
 */
const char *jkb_subject_nick (JkbSubject subject);

/**
 * jkb_subject_get_type:
 * @subject: a type or circumstance
 *
 * Returns: the type, %JKB_TYPE_UNKNOWN when @subject is a circumstance
 */
JkbIncidentType jkb_subject_get_type (JkbSubject subject);

/**
 * jkb_subject_get_circumstance:
 * @subject: a type or circumstance
 *
 * Returns: the #JkbCircumstance, -1 when @subject is a type
 */
int jkb_subject_get_circumstance (JkbSubject subject);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbFrameworks, jkb_frameworks_unref)
