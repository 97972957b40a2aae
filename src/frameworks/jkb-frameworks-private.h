/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-data-table.h"
#include "frameworks/jkb-framework-file.h"
#include "frameworks/jkb-frameworks-own.h"

/** JkbSearchRank: parts of a role that a search looks at, best first. */
typedef enum
{
  JKB_SEARCH_ID,
  JKB_SEARCH_NAMES,
  JKB_SEARCH_REST,
  JKB_N_SEARCH_RANKS
} JkbSearchRank;

struct _JkbFrameworks
{
  gatomicrefcount ref_count;
  GPtrArray *tables;                    /* JkbDataTable; all strings point into them */
  GPtrArray *all;                       /* JkbFramework with roles */
  GPtrArray *named;                     /* JkbFramework without roles, only referred to */
  GPtrArray *roles;                     /* JkbRole by index */
  GPtrArray *assignments;               /* JkbAssignment by subject, weight, phase, role */
  GPtrArray *levels;                    /* JkbLevel in the order of the file */
  GPtrArray *advice;                    /* JkbAdvice in the order of the file */
  GPtrArray *job_words;                 /* JkbJobWord, likewise */
  GPtrArray *career_answers;            /* JkbCareerAnswer in the order of the file */
  GPtrArray *career_reasons;            /* JkbCareerReason in the order of the file */
  GPtrArray *neighbours;                /* GPtrArray of JkbNeighbour by role index */
  GPtrArray *folded;                    /* char *, JKB_N_SEARCH_RANKS a role */
  GPtrArray *files;                     /* JkbFrameworkFile; strings point into them too */
  GPtrArray *file_names;                /* char *, a name for each of them */
  GPtrArray *changes;                   /* JkbOwnChange; NULL for none */
  GPtrArray *courses;                   /* JkbCourse; likewise */
  GHashTable *decided;                  /* parts that a person decided on, nothing is carried over */
  GPtrArray *remarks;                   /* char * */
  guint8 *weights;                      /* [subject][phase + 1][role], phase -1 is any */
};

/**
 * jkb_frameworks_read:
 * @self: frameworks without content
 * @directory: where the files are
 * @error: as jkb_frameworks_load()
 *
 * Fills all but the indexes (@folded, @weights) and checks every row and reference.
 *
 * Returns: %TRUE when everything is sound
 */
gboolean jkb_frameworks_read (JkbFrameworks *self, const char *directory, GError **error);

/** JkbFrameworksRowFunc: reads one row of a table; %FALSE ends the reading with an error. */
typedef gboolean (*JkbFrameworksRowFunc) (JkbFrameworks *self, const JkbDataTable *table, guint row,
                                          GError **error);

/**
 * jkb_frameworks_read_optional:
 * @self: frameworks with their roles
 * @directory: where the files are
 * @name: name of a file that may be missing
 * @columns: (array zero-terminated=1): its columns
 * @read_row: called for each row
 * @out: (out) (transfer none) (nullable): the table, which @self keeps; %NULL without a file
 * @error: as jkb_frameworks_load()
 *
 * Returns: %TRUE when the file is missing or sound
 */
gboolean jkb_frameworks_read_optional (JkbFrameworks *self, const char *directory,
                                       const char *name, const char *const *columns,
                                       JkbFrameworksRowFunc read_row, const JkbDataTable **out,
                                       GError **error);

/**
 * jkb_frameworks_read_levels:
 * @self: frameworks with their roles
 * @directory: where the files are
 * @error: as jkb_frameworks_load()
 *
 * Reads `levels.tsv`, if it is there.
 *
 * Returns: %TRUE when everything is sound
 */
gboolean jkb_frameworks_read_levels (JkbFrameworks *self, const char *directory, GError **error);

/** JkbJobWord: a word of job descriptions, as `section/summary`, in both languages. */
typedef struct
{
  const char *word;
  JkbFrameworkText text;
} JkbJobWord;

/**
 * jkb_frameworks_read_job_words:
 * @self: frameworks
 * @directory: where the files are
 * @error: as jkb_frameworks_load()
 *
 * Reads `job-words.tsv`, if it is there.
 *
 * Returns: %TRUE when everything is sound
 */
gboolean jkb_frameworks_read_job_words (JkbFrameworks *self, const char *directory,
                                        GError **error);

/**
 * jkb_frameworks_read_guide:
 * @self: frameworks with their roles
 * @directory: where the files are
 * @error: as jkb_frameworks_load()
 *
 * Reads `guide.tsv`, if it is there.
 *
 * Returns: %TRUE when everything is sound and nothing is missing
 */
gboolean jkb_frameworks_read_guide (JkbFrameworks *self, const char *directory, GError **error);

/**
 * jkb_frameworks_read_career:
 * @self: frameworks with their roles
 * @directory: where the files are
 * @error: as jkb_frameworks_load()
 *
 * Reads `career-questions.tsv` and `career-weights.tsv`, if they are there.
 *
 * Returns: %TRUE when everything is sound
 */
gboolean jkb_frameworks_read_career (JkbFrameworks *self, const char *directory, GError **error);

/**
 * jkb_frameworks_join:
 * @self: frameworks as jkb_frameworks_read() filled them, without indexes
 * @file: (transfer full): a file that a person brought along
 *
 * Puts @file beside what is shipped: its statements to the roles of its edition, the roles that the
 * edition lacks behind them, or all of it as an edition of its own.
 */
void jkb_frameworks_join (JkbFrameworks *self, JkbFrameworkFile *file);

/**
 * jkb_frameworks_add_edition:
 * @self: frameworks without indexes
 * @id: name of a framework; has to live as long as @self
 * @edition: an edition that is not there; likewise
 *
 * Adds an edition that is not shipped, without roles.
 *
 * Returns: (transfer none): the edition
 */
JkbFramework *jkb_frameworks_add_edition (JkbFrameworks *self, const char *id,
                                          const char *edition);

/**
 * jkb_frameworks_count_categories:
 * @framework: an edition whose roles have changed
 *
 * Counts its groups of roles again.
 */
void jkb_frameworks_count_categories (JkbFramework *framework);

/**
 * jkb_frameworks_apply:
 * @self: frameworks without indexes
 * @changes: (transfer full) (element-type JkbOwnChange): a person's own changes
 *
 * Puts @changes over what was read.
 */
void jkb_frameworks_apply (JkbFrameworks *self, GPtrArray *changes);

/**
 * jkb_frameworks_take_own:
 * @self: frameworks without indexes
 * @own: the folder of what a person keeps
 *
 * Reads all of it and puts it beside and over what was read; remarks upon what cannot be read.
 */
void jkb_frameworks_take_own (JkbFrameworks *self, const char *own);

/**
 * jkb_frameworks_part_key:
 * @subject: a type or circumstance
 * @phase: a phase
 * @role: a role
 *
 * Returns: a key for the hash table of parts that a person decided on
 */
static inline gpointer
jkb_frameworks_part_key (JkbSubject subject, int phase, const JkbRole *role)
{
  return GUINT_TO_POINTER ((role->index * JKB_N_SUBJECTS + (guint) subject) * JKB_N_PHASES
                           + (guint) phase + 1);
}

/**
 * jkb_frameworks_add_role:
 * @self: frameworks without indexes
 * @role: (transfer full): a role whose framework is set; its index is set here
 *
 * Puts @role behind those of its edition.
 */
void jkb_frameworks_add_role (JkbFrameworks *self, JkbRole *role);

/**
 * jkb_frameworks_add_relation:
 * @self: frameworks without indexes
 * @from: a role
 * @neighbour: the other end as seen from @from
 *
 * Adds the relation to both of its ends.
 */
void jkb_frameworks_add_relation (JkbFrameworks *self, const JkbRole *from,
                                  JkbNeighbour neighbour);

/**
 * jkb_frameworks_find_any:
 * @self: frameworks
 * @id: name of a framework
 * @edition: (nullable): an edition
 *
 * As jkb_frameworks_find(), but finds the editions that are only named as well.
 *
 * Returns: (transfer none) (nullable): the edition
 */
const JkbFramework *jkb_frameworks_find_any (const JkbFrameworks *self, const char *id,
                                             const char *edition);

/**
 * jkb_compare_ints:
 * @a: a number
 * @b: another one
 *
 * Returns: less than, equal to or greater than 0, as a sort wants it
 */
static inline int
jkb_compare_ints (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}
