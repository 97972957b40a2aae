/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-role-lens.h"

struct _JkbRoleLens
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (JkbRoleLens, jkb_role_lens, ADW_TYPE_BIN)

static void
jkb_role_lens_class_init (JkbRoleLensClass *klass)
{
}

static void
jkb_role_lens_init (JkbRoleLens *self)
{
}

GtkWidget *
jkb_role_lens_new (void)
{
  return g_object_new (JKB_TYPE_ROLE_LENS, NULL);
}

void
jkb_role_lens_set_case (JkbRoleLens *self, JkbIncidentType type, guint32 types,
                        guint32 circumstances)
{
  g_return_if_fail (JKB_IS_ROLE_LENS (self));
}
