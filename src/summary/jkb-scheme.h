/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * JkbSchemeCategory:
 * @key: stable name
 * @label: name in the language of the session
 * @sure: bits of #JkbIncidentType that belong here as a whole
 * @maybe: bits of those of which some cases belong here and others elsewhere
 *
 * A cause in the classification of somebody else.
 */
typedef struct
{
  char *key;
  char *label;
  guint32 sure;
  guint32 maybe;
} JkbSchemeCategory;

/**
 * JkbScheme:
 * @name: `jnsa`, `tsr`, `ppc`, `jipdec`, `veris`
 * @categories: (element-type JkbSchemeCategory): its causes, in its own order
 *
 * A classification of causes, and how our types fall into it.
 */
typedef struct
{
  char *name;
  GArray *categories;
} JkbScheme;

/**
 * jkb_scheme_load:
 * @name: name of a classification
 * @error: a #GFileError, or %JKB_CORE_ERROR_DATA_FILE; also when there is none of that name
 *
 * Reads `taxonomy/categories.tsv`. Any thread.
 *
 * Returns: (transfer full) (nullable): the classification
 */
JkbScheme *jkb_scheme_load (const char *name, GError **error);

/**
 * jkb_scheme_free:
 * @scheme: (nullable) (transfer full): a classification
 */
void jkb_scheme_free (JkbScheme *scheme);

/**
 * jkb_scheme_label:
 * @name: name of a classification
 *
 * Any thread. Returns: (transfer none): the short name of its publisher
 */
const char *jkb_scheme_label (const char *name);

/**
 * jkb_scheme_warning:
 * @name: name of a classification
 *
 * Any thread. Returns: (transfer none): what its publisher counts, in a sentence; static
 */
const char *jkb_scheme_warning (const char *name);

/** JKB_SCHEME_NAMES: the classifications there are, ended by %NULL */
extern const char *const JKB_SCHEME_NAMES[];

/**
 * JkbPublished:
 * @total: how many cases the publisher counted
 * @counts: (element-type gint64): by category of the scheme; -1 where no figure was given
 * @source: where the figures were read
 *
 * The figures of a year.
 */
typedef struct
{
  gint64 total;
  GArray *counts;
  char *source;
} JkbPublished;

/**
 * jkb_published_list:
 * @scheme: a classification
 *
 * Any thread. Returns: (transfer full) (array zero-terminated=1): the years with figures, the latest
 *   first; none when the file cannot be read
 */
char **jkb_published_list (const JkbScheme *scheme);

/**
 * jkb_published_name:
 * @scheme: a classification
 * @period: a year of jkb_published_list()
 *
 * Any thread. Returns: (transfer full): the year as people read it: `2024`, or that it is a financial year
 */
char *jkb_published_name (const JkbScheme *scheme, const char *period);

/**
 * jkb_published_load:
 * @scheme: a classification
 * @period: (nullable): year, %NULL for the latest
 * @found: (out) (transfer full): the year
 * @error: a #GFileError, or %JKB_CORE_ERROR_DATA_FILE; also when there are no figures
 *
 * Reads `taxonomy/published.tsv`. Any thread.
 *
 * Returns: (transfer full) (nullable): the figures
 */
JkbPublished *jkb_published_load (const JkbScheme *scheme, const char *period, char **found,
                                  GError **error);

/**
 * jkb_published_free:
 * @published: (nullable) (transfer full): figures
 */
void jkb_published_free (JkbPublished *published);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbScheme, jkb_scheme_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbPublished, jkb_published_free)
