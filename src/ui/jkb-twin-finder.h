/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-twins.h"
#include "ui/jkb-scope.h"

/**
 * JkbTwinProposal:
 * @one: a case
 * @other: another, which may be the same incident
 * @reasons: flags of #JkbTwinReason
 * @likeness: how alike the words of their notices are, -1 when one has none
 *
 * Two cases that a person should look at. Owns both.
 */
typedef struct
{
  JkbIncident *one;
  JkbIncident *other;
  guint reasons;
  double likeness;
} JkbTwinProposal;

/**
 * JkbTwinFinder:
 *
 * The cases of a casebook that may be one incident, without those of which a person said that they are not. It
 * follows each commit, by whatever program. Main thread; the comparing is done in a worker.
 *
 * The signal `changed` is emitted when there may be other proposals.
 */
#define JKB_TYPE_TWIN_FINDER (jkb_twin_finder_get_type ())
G_DECLARE_FINAL_TYPE (JkbTwinFinder, jkb_twin_finder, JKB, TWIN_FINDER, GObject)

/**
 * jkb_twin_finder_new:
 * @casebook: a casebook
 *
 * Returns: (transfer full): a finder, without proposals until it has looked
 */
JkbTwinFinder *jkb_twin_finder_new (JkbCasebook *casebook);

/**
 * jkb_twin_finder_get:
 * @self: a finder
 *
 * Returns: (transfer none) (element-type JkbTwinProposal): the proposals, the most likely ones first
 */
GPtrArray *jkb_twin_finder_get (JkbTwinFinder *self);

/**
 * jkb_twin_finder_find:
 * @self: a finder
 * @one: number of a case
 * @other: number of another
 *
 * Returns: (transfer none) (nullable): what is proposed of the two
 */
const JkbTwinProposal *jkb_twin_finder_find (JkbTwinFinder *self, gint64 one, gint64 other);

/**
 * jkb_twin_words:
 * @proposal: a proposal
 *
 * Words why it is one, in the language of the session.
 *
 * Returns: (transfer full): the words
 */
char *jkb_twin_words (const JkbTwinProposal *proposal);
