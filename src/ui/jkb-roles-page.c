/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-roles-page.h"

struct _JkbRolesPage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (JkbRolesPage, jkb_roles_page, ADW_TYPE_BIN)

static void
jkb_roles_page_class_init (JkbRolesPageClass *klass)
{
}

static void
jkb_roles_page_init (JkbRolesPage *self)
{
}

void
jkb_roles_page_set_scope (JkbRolesPage *self, JkbScope *scope)
{
  g_return_if_fail (JKB_IS_ROLES_PAGE (self));
}

void
jkb_roles_page_show_role (JkbRolesPage *self, const char *role)
{
  g_return_if_fail (JKB_IS_ROLES_PAGE (self));
}
