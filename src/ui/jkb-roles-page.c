/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-roles-page.h"

#include <glib/gi18n-lib.h>

#include "ui/jkb-courses-page.h"
#include "ui/jkb-coverage-board.h"
#include "ui/jkb-job-page.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-role-browser.h"
#include "ui/jkb-role-career.h"
#include "ui/jkb-role-guide.h"
#include "ui/jkb-role-tools.h"

struct _JkbRolesPage
{
  AdwBin parent_instance;

  GtkStack *stack;
  JkbRoleBrowser *browser;
  JkbRoleTools *role_tools;
  JkbCoverageBoard *coverage;
  JkbJobPage *job;
};

G_DEFINE_FINAL_TYPE (JkbRolesPage, jkb_roles_page, ADW_TYPE_BIN)

static void
on_tools_left_cb (JkbRoleTools *tools, JkbRolesPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "roles");
}

/* FRAMEWORK/EDITION/ROLE */
static void
on_job_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JkbRolesPage *self = JKB_ROLES_PAGE (widget);
  const JkbRole *role = jkb_reference_find_role (jkb_reference_get_default (),
                                                 g_variant_get_string (parameter, NULL));

  if (role == NULL)
    return;
  jkb_job_page_set_role (self->job, role);
  jkb_roles_page_show_tool (self, "job");
}

static gboolean
is_read (void)
{
  return jkb_reference_get_frameworks (jkb_reference_get_default ()) != NULL;
}

static void
show_reference (JkbRolesPage *self)
{
  JkbReference *reference = jkb_reference_get_default ();
  JkbFrameworks *frameworks = jkb_reference_get_frameworks (reference);
  const GError *error = jkb_reference_get_error (reference);

  if (error != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (
          ADW_STATUS_PAGE (gtk_stack_get_child_by_name (self->stack, "failed")), escaped);
      gtk_stack_set_visible_child_name (self->stack, "failed");
    }
  if (frameworks == NULL || !jkb_role_browser_set_frameworks (self->browser, frameworks))
    return;
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "tools") != 0)
    gtk_stack_set_visible_child_name (self->stack, "roles");
}

static void
jkb_roles_page_dispose (GObject *object)
{
  JkbRolesPage *self = JKB_ROLES_PAGE (object);

  /* The child of the bin is bound too: the template would unparent it behind the back of the bin. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), JKB_TYPE_ROLES_PAGE);
  G_OBJECT_CLASS (jkb_roles_page_parent_class)->dispose (object);
}

static void
jkb_roles_page_class_init (JkbRolesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jkb_roles_page_dispose;
  g_type_ensure (JKB_TYPE_ROLE_BROWSER);
  g_type_ensure (JKB_TYPE_ROLE_TOOLS);
  gtk_widget_class_install_action (widget_class, "roles.job", "s", on_job_cb);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jikenbo/Jikenbo/roles-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JkbRolesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, JkbRolesPage, browser);
  gtk_widget_class_bind_template_child (widget_class, JkbRolesPage, role_tools);
  gtk_widget_class_bind_template_callback (widget_class, on_tools_left_cb);
}

/* For who teaches or hires. */
static void
add_tools (JkbRolesPage *self)
{
  self->coverage = JKB_COVERAGE_BOARD (jkb_coverage_board_new ());
  jkb_role_tools_add (self->role_tools, "coverage", _("Coverage of an Organisation"),
                      GTK_WIDGET (self->coverage));
  jkb_role_tools_add (self->role_tools, "courses", _("Courses and Roles"),
                      jkb_courses_page_new ());
  self->job = JKB_JOB_PAGE (jkb_job_page_new ());
  jkb_role_tools_add (self->role_tools, "job", _("Job Description"), GTK_WIDGET (self->job));
}

static void
jkb_roles_page_init (JkbRolesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jkb_role_tools_add (self->role_tools, "guide", _("Which Framework?"), jkb_role_guide_new ());
  jkb_role_tools_add (self->role_tools, "career", _("Changing Careers"), jkb_role_career_new ());
  add_tools (self);
  g_signal_connect_object (jkb_reference_get_default (), "changed", G_CALLBACK (show_reference),
                           self, G_CONNECT_SWAPPED);
  show_reference (self);
}

void
jkb_roles_page_set_scope (JkbRolesPage *self, JkbScope *scope)
{
  g_return_if_fail (JKB_IS_ROLES_PAGE (self));

  jkb_role_browser_set_scope (self->browser, scope);
  jkb_coverage_board_set_scope (self->coverage, scope);
}

void
jkb_roles_page_show_role (JkbRolesPage *self, const char *role)
{
  g_return_if_fail (JKB_IS_ROLES_PAGE (self));
  g_return_if_fail (role != NULL);

  if (is_read () && jkb_role_browser_show_role (self->browser, role))
    gtk_stack_set_visible_child_name (self->stack, "roles");
}

void
jkb_roles_page_show_framework (JkbRolesPage *self, const char *edition)
{
  g_return_if_fail (JKB_IS_ROLES_PAGE (self));

  if (!is_read ())
    return;
  gtk_stack_set_visible_child_name (self->stack, "roles");
  jkb_role_browser_show_framework (self->browser, edition);
}

void
jkb_roles_page_add_tool (JkbRolesPage *self, const char *name, const char *title, GtkWidget *tool)
{
  g_return_if_fail (JKB_IS_ROLES_PAGE (self));

  jkb_role_tools_add (self->role_tools, name, title, tool);
}

void
jkb_roles_page_show_tool (JkbRolesPage *self, const char *name)
{
  g_return_if_fail (JKB_IS_ROLES_PAGE (self));
  g_return_if_fail (name != NULL);

  if (!is_read ())
    return;
  /* What is not shown cannot take the focus. */
  gtk_stack_set_visible_child_name (self->stack, "tools");
  if (!jkb_role_tools_show (self->role_tools, name))
    gtk_stack_set_visible_child_name (self->stack, "roles");
}
