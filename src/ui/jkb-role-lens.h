/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/jkb-words.h"
#include "frameworks/jkb-frameworks.h"

/**
 * JkbRoleLens:
 *
 * Who prevents, finds, handles and explains an incident of some types and circumstances: the roles
 * of the four frameworks side by side (below each other where it is narrow), leads first, with the
 * reason. Scrolls nothing by itself.
 *
 * A role that is clicked activates the action `win.show-role` with `framework/edition/id`.
 */
#define JKB_TYPE_ROLE_LENS (jkb_role_lens_get_type ())
G_DECLARE_FINAL_TYPE (JkbRoleLens, jkb_role_lens, JKB, ROLE_LENS, AdwBin)

/**
 * jkb_role_lens_new:
 *
 * Returns: (transfer floating): a lens that shows nothing
 */
GtkWidget *jkb_role_lens_new (void);

/**
 * jkb_role_lens_set_case:
 * @self: a lens
 * @type: primary type
 * @types: bits of all types
 * @circumstances: bits of #JkbCircumstance
 *
 * Shows the roles for the primary type, then those for the other types and the circumstances. With
 * none of them it says why it is empty.
 */
void jkb_role_lens_set_case (JkbRoleLens *self, JkbIncidentType type, guint32 types,
                             guint32 circumstances);

/**
 * jkb_role_lens_subjects:
 * @type: primary type
 * @types: bits of all types
 * @circumstances: bits of #JkbCircumstance
 *
 * Returns: (transfer full) (element-type JkbSubject): what a case calls for roles by, in the order of the lens
 */
GArray *jkb_role_lens_subjects (JkbIncidentType type, guint32 types, guint32 circumstances);

/**
 * jkb_role_lens_word_part:
 * @assignment: a role in an incident
 *
 * Returns: (transfer full): `Respond: leads`, in the language of the session
 */
char *jkb_role_lens_word_part (const JkbAssignment *assignment);

/**
 * jkb_role_lens_words_for_none:
 *
 * Returns: (transfer none): why there are no roles for a case without any subject; static
 */
const char *jkb_role_lens_words_for_none (void);
