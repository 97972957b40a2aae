/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-incident.h"
#include "core/jkb-source.h"

/**
 * JkbCaseNotice:
 * @id: number of the item in the casebook
 * @source_id: number of its source
 * @source_name: path, URI or `-` as it was when imported; only a label
 * @source_kind: `text`, `html`, …
 * @charset: the encoding that was found
 * @sha256: hash of the bytes of the source
 * @imported_us: when, microseconds since 1970 UTC
 * @item: the notice with its facts, rejected ones included
 *
 * One notice of a case with where it came from.
 */
typedef struct
{
  gint64 id;
  gint64 source_id;
  char *source_name;
  char *source_kind;
  char *charset;
  char *sha256;
  gint64 imported_us;
  JkbItem *item;
} JkbCaseNotice;

/**
 * JkbCaseFact:
 * @id: number of the fact in the casebook, for #JkbEdit
 * @notice_id: the #JkbCaseNotice.id it was read from, 0 when it is bundled data or a person's word
 * @fact: (transfer none): the fact; its rule is `bundled` or `person` when no rule read it
 * @read_value: (nullable): what the rule or the bundled data said, where a person corrected it
 *
 * A fact of a case that can be confirmed, corrected or rejected.
 */
typedef struct
{
  gint64 id;
  gint64 notice_id;
  const JkbFact *fact;
  char *read_value;
} JkbCaseFact;

/**
 * JkbCaseChange:
 * @at_us: when, microseconds since 1970 UTC
 * @who: `person` or `bundled`
 * @what: nick of a field, or `title`, `organisation_en`, `sector`, `cause`, `notes`, `review`, `bin`
 * @old_value: (nullable): what stood there before
 * @new_value: (nullable): what stands there since
 * @old_state: state of the fact before, -1 when there was none
 * @new_state: state of the fact since, -1 when there is none
 *
 * Who changed what of a case, and when.
 */
typedef struct
{
  gint64 at_us;
  char *who;
  char *what;
  char *old_value;
  char *new_value;
  int old_state;
  int new_state;
} JkbCaseChange;

/**
 * JkbCaseFile:
 * @incident: the summary
 * @notes: (nullable): what the trainer wrote about it
 * @binned: the case lies in the bin
 * @notices: (element-type JkbCaseNotice): in the order of the report chain
 * @facts: (element-type JkbCaseFact): all facts, within each field the one that counts first and
 *   rejected ones last
 * @history: (element-type JkbCaseChange): what was changed since it was made, oldest first
 *
 * A case with everything that is known about it. Owns all it points to; never changes.
 */
typedef struct
{
  JkbIncident *incident;
  char *notes;
  gboolean binned;
  GPtrArray *notices;
  GPtrArray *facts;
  GPtrArray *history;
  /*< private >*/
  GPtrArray *own_facts;
} JkbCaseFile;

/**
 * jkb_case_file_new_from_item:
 * @source: what was read
 * @item: one of its items
 *
 * Makes the case that @item would be if it were stored alone. Its numbers hold within it only. Any thread.
 *
 * Returns: (transfer full): the case
 */
JkbCaseFile *jkb_case_file_new_from_item (const JkbSource *source, const JkbItem *item);

/**
 * jkb_case_file_free:
 * @self: (nullable) (transfer full): a case
 *
 * Any thread.
 */
void jkb_case_file_free (JkbCaseFile *self);

/**
 * jkb_case_file_find:
 * @self: a case
 * @field: a field
 *
 * Any thread. Returns: (transfer none) (nullable): the fact that counts for @field, %NULL when none
 *   stands
 */
const JkbCaseFact *jkb_case_file_find (const JkbCaseFile *self, JkbField field);

/**
 * jkb_case_file_changes:
 * @self: a case
 * @place: of one of its notices, from 1
 *
 * Any thread. Returns: (transfer full) (element-type JkbChange): what that notice tells otherwise than the one
 *   before it, as jkb_chain_changes()
 */
GPtrArray *jkb_case_file_changes (const JkbCaseFile *self, guint place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbCaseFile, jkb_case_file_free)
