/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

/**
 * JkbRoleGuide:
 *
 * Which framework? What each one is good for, for a reader that is chosen, side by side with its size,
 * edition, licence, language and link. Follows the frameworks of jkb_reference_get_default().
 */
#define JKB_TYPE_ROLE_GUIDE (jkb_role_guide_get_type ())
G_DECLARE_FINAL_TYPE (JkbRoleGuide, jkb_role_guide, JKB, ROLE_GUIDE, AdwBin)

/**
 * jkb_role_guide_new:
 *
 * Main thread. Returns: (transfer floating): the comparison
 */
GtkWidget *jkb_role_guide_new (void);

/**
 * jkb_role_guide_choose:
 * @self: the comparison
 * @reader: a #JkbGuideTopic that is a reader, or %JKB_GUIDE_USE for nobody in particular
 *
 * Chooses for whom frameworks are compared.
 */
void jkb_role_guide_choose (JkbRoleGuide *self, int reader);
