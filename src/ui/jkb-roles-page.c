/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-roles-page.h"

#include <glib/gi18n-lib.h>

#include "labels/jkb-labels.h"
#include "ui/jkb-columns-layout.h"
#include "ui/jkb-courses-page.h"
#include "ui/jkb-coverage-board.h"
#include "ui/jkb-framework-choice.h"
#include "ui/jkb-job-page.h"
#include "ui/jkb-matrix-view.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-role-career.h"
#include "ui/jkb-role-guide.h"
#include "ui/jkb-role-list.h"
#include "ui/jkb-role-pane.h"
#include "ui/jkb-role-tools.h"
#include "ui/jkb-roles-cases.h"
#include "ui/jkb-split.h"

#define TOOLS_WIDTH 300
#define N_TOOLS 2
#define SPACING 6

struct _JkbRolesPage
{
  AdwBin parent_instance;

  JkbScope *scope;
  JkbFrameworks *frameworks;            /* NULL until they are read */
  GtkStack *stack;
  GtkBox *tools;
  GtkDropDown *framework_choice;
  GtkDropDown *phase_choice;
  GtkSearchEntry *search;
  GtkStack *views;
  GtkStack *content;
  JkbSplit *split;
  GtkWidget *back_button;
  JkbMatrixView *matrix;
  JkbRoleList *list;
  JkbRolePane *pane;
  JkbRoleTools *role_tools;
  JkbCoverageBoard *coverage;
  JkbJobPage *job;
  guint n_cases[JKB_N_SUBJECTS];
  gboolean is_following;                /* one view is made to follow the other */
  gboolean is_behind;                   /* shows an earlier selection */
};

G_DEFINE_FINAL_TYPE (JkbRolesPage, jkb_roles_page, ADW_TYPE_BIN)

/* ---- what is shown ---- */

/* The first choice is all current editions side by side. */
static const JkbFramework *
get_framework (JkbRolesPage *self)
{
  return jkb_framework_choice_get (self->framework_choice, self->frameworks);
}

static int
get_phase (JkbRolesPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->phase_choice);

  return selected == 0 || selected == GTK_INVALID_LIST_POSITION ? JKB_PHASE_ANY
                                                                : (int) selected - 1;
}

static gboolean
is_wanted (const JkbRole *role, const JkbFramework *framework)
{
  return framework != NULL ? role->framework == framework : role->framework->is_current;
}

static int
compare_index (gconstpointer a, gconstpointer b)
{
  const JkbRole *x = *(JkbRole *const *) a, *y = *(JkbRole *const *) b;

  return (x->index > y->index) - (x->index < y->index);
}

/* Best first for the list, or in the order of the frameworks for the matrix. */
static GPtrArray *
find_roles (JkbRolesPage *self, gboolean by_framework)
{
  const JkbFramework *framework = get_framework (self);
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  GPtrArray *roles = jkb_frameworks_search (self->frameworks, words, framework);
  /* Words are looked for in all editions; the matrix has one of each framework side by side. */
  gboolean is_everywhere = !by_framework && framework == NULL && *words != '\0';

  for (guint i = roles->len; i > 0 && !is_everywhere; i--)
    if (!is_wanted (g_ptr_array_index (roles, i - 1), framework))
      g_ptr_array_remove_index (roles, i - 1);
  if (by_framework)
    g_ptr_array_sort (roles, compare_index);
  return roles;
}

static const JkbRole *
get_chosen (JkbRolesPage *self, JkbSubject *subject)
{
  gboolean is_matrix
      = g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "matrix") == 0;

  *subject = is_matrix ? jkb_matrix_view_get_subject (self->matrix) : JKB_SUBJECT_NONE;
  return is_matrix ? jkb_matrix_view_get_role (self->matrix)
                   : jkb_role_list_get_role (self->list);
}

static void
show_pane (JkbRolesPage *self)
{
  JkbSubject subject;
  const JkbRole *role = get_chosen (self, &subject);

  jkb_role_pane_show (self->pane, self->frameworks, get_framework (self), role, subject,
                      self->n_cases);
}

static void
show_roles (JkbRolesPage *self)
{
  g_autoptr(GPtrArray) in_order = NULL;
  g_autoptr(GPtrArray) best_first = NULL;

  if (self->frameworks == NULL)
    return;
  in_order = find_roles (self, TRUE);
  best_first = find_roles (self, FALSE);
  jkb_matrix_view_set_roles (self->matrix, self->frameworks, in_order, get_phase (self));
  jkb_role_list_set_roles (self->list, self->frameworks, best_first);
  gtk_stack_set_visible_child_name (self->content, best_first->len > 0 ? "views" : "nothing");
  show_pane (self);
}

static void
open_pane (JkbRolesPage *self)
{
  if (jkb_split_get_folded (self->split))
    jkb_split_set_show_pane (self->split, TRUE);
}

/* ---- cases ---- */

static void
show_cases (JkbRolesPage *self)
{
  JkbSelection *selection = jkb_scope_get_selection (self->scope);

  if (selection == NULL)
    return;
  jkb_roles_cases_count (selection, self->n_cases);
  jkb_matrix_view_set_n_cases (self->matrix, self->n_cases);
  if (self->frameworks != NULL)
    show_pane (self);
}

static void
light_case (JkbRolesPage *self)
{
  JkbSelection *selection = jkb_scope_get_selection (self->scope);
  JkbCase incident;
  guint position;

  if (selection == NULL
      || !jkb_selection_find (selection, jkb_scope_get_case_id (self->scope), &position))
    {
      jkb_matrix_view_set_lit (self->matrix, 0);
      return;
    }
  jkb_selection_get (selection, position, &incident);
  jkb_matrix_view_set_lit (self->matrix, jkb_roles_cases_subjects (&incident));
}

/* A page that nobody sees follows when somebody does. */
static void
on_selection_changed_cb (JkbScope *scope, JkbRolesPage *self)
{
  self->is_behind = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->is_behind)
    return;
  show_cases (self);
  light_case (self);
}

static void
on_case_changed_cb (JkbScope *scope, GParamSpec *pspec, JkbRolesPage *self)
{
  light_case (self);
}

static void
on_cases_wanted_cb (JkbRolePane *pane, guint subjects, JkbRolesPage *self)
{
  g_autoptr(JkbFilter) filter
      = jkb_roles_cases_narrow (jkb_scope_get_filter (self->scope), subjects);

  jkb_scope_set_filter (self->scope, filter);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "incidents");
}

/* ---- choosing ---- */

static void
on_cell_chosen_cb (JkbMatrixView *matrix, JkbRolesPage *self)
{
  if (self->is_following)
    return;
  self->is_following = TRUE;
  jkb_role_list_choose (self->list, jkb_matrix_view_get_role (matrix));
  self->is_following = FALSE;
  show_pane (self);
}

static void
on_cell_opened_cb (JkbMatrixView *matrix, JkbRolesPage *self)
{
  open_pane (self);
}

static void
on_role_chosen_cb (JkbRoleList *list, JkbRolesPage *self)
{
  if (self->is_following)
    return;
  self->is_following = TRUE;
  jkb_matrix_view_choose (self->matrix, jkb_role_list_get_role (list), JKB_SUBJECT_NONE);
  self->is_following = FALSE;
  show_pane (self);
}

static void
choose (JkbRolesPage *self, const JkbRole *role, JkbSubject subject)
{
  self->is_following = TRUE;
  jkb_matrix_view_choose (self->matrix, role, subject);
  jkb_role_list_choose (self->list, role);
  self->is_following = FALSE;
  show_pane (self);
  open_pane (self);
}

static void
on_cell_wanted_cb (JkbRolePane *pane, gpointer role, int subject, JkbRolesPage *self)
{
  gtk_stack_set_visible_child_name (self->views, "matrix");
  choose (self, role, subject);
}

static void
on_view_changed_cb (GtkStack *views, GParamSpec *pspec, JkbRolesPage *self)
{
  gboolean is_matrix = g_strcmp0 (gtk_stack_get_visible_child_name (views), "matrix") == 0;

  gtk_widget_set_sensitive (GTK_WIDGET (self->phase_choice), is_matrix);
  if (self->frameworks != NULL)
    show_pane (self);
}

static void
on_folded_changed_cb (JkbSplit *split, GParamSpec *pspec, JkbRolesPage *self)
{
  gtk_widget_set_visible (self->back_button, jkb_split_get_folded (split));
}

static void
on_back_clicked_cb (GtkButton *button, JkbRolesPage *self)
{
  jkb_split_set_show_pane (self->split, FALSE);
}

/* ---- tools ---- */

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

/* ---- frameworks ---- */

static void
fill_choices (JkbRolesPage *self)
{
  g_autoptr(GtkStringList) phases = gtk_string_list_new (NULL);

  jkb_framework_choice_fill (self->framework_choice, self->frameworks, _("All Frameworks"));
  gtk_string_list_append (phases, _("All Phases"));
  for (int phase = 0; phase < JKB_N_PHASES; phase++)
    gtk_string_list_append (phases, jkb_label (JKB_WORDS_PHASE, phase));
  gtk_drop_down_set_model (self->phase_choice, G_LIST_MODEL (phases));
}

/* What was chosen stays, as far as it is still there; views hold the old frameworks until the end. */
static void
take_frameworks (JkbRolesPage *self, JkbFrameworks *frameworks)
{
  JkbFrameworks *old = self->frameworks;
  const JkbFramework *framework = old != NULL ? get_framework (self) : NULL;
  JkbSubject subject = JKB_SUBJECT_NONE;
  const JkbRole *role = old != NULL ? get_chosen (self, &subject) : NULL;
  g_autofree char *edition
      = framework != NULL ? g_strdup_printf ("%s/%s", framework->id, framework->edition) : NULL;
  g_autofree char *name = role != NULL ? jkb_reference_name_role (role) : NULL;
  guint phase = gtk_drop_down_get_selected (self->phase_choice);

  self->is_following = TRUE;
  self->frameworks = jkb_frameworks_ref (frameworks);
  fill_choices (self);
  gtk_drop_down_set_selected (self->framework_choice, jkb_framework_choice_find (self->frameworks, edition));
  if (phase != GTK_INVALID_LIST_POSITION)
    gtk_drop_down_set_selected (self->phase_choice, phase);
  role = name != NULL ? jkb_reference_find_role (jkb_reference_get_default (), name) : NULL;
  show_roles (self);
  jkb_matrix_view_choose (self->matrix, role, role != NULL ? subject : JKB_SUBJECT_NONE);
  jkb_role_list_choose (self->list, role);
  self->is_following = FALSE;
  show_pane (self);
  g_clear_pointer (&old, jkb_frameworks_unref);
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
  if (frameworks == NULL || self->frameworks == frameworks)
    return;
  take_frameworks (self, frameworks);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "tools") != 0)
    gtk_stack_set_visible_child_name (self->stack, "roles");
}

/* ---- life ---- */

static void
jkb_roles_page_dispose (GObject *object)
{
  JkbRolesPage *self = JKB_ROLES_PAGE (object);

  g_clear_object (&self->scope);
  /* The child of the bin is bound too: the template would unparent it behind the back of the bin. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), JKB_TYPE_ROLES_PAGE);
  g_clear_pointer (&self->frameworks, jkb_frameworks_unref);
  G_OBJECT_CLASS (jkb_roles_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jikenbo/Jikenbo/roles-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JkbRolesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, JkbRolesPage, tools);
  gtk_widget_class_bind_template_child (widget_class, JkbRolesPage, framework_choice);
  gtk_widget_class_bind_template_child (widget_class, JkbRolesPage, phase_choice);
  gtk_widget_class_bind_template_child (widget_class, JkbRolesPage, search);
  gtk_widget_class_bind_template_child (widget_class, JkbRolesPage, views);
  gtk_widget_class_bind_template_child (widget_class, JkbRolesPage, content);
  gtk_widget_class_bind_template_child (widget_class, JkbRolesPage, split);
  gtk_widget_class_bind_template_child (widget_class, JkbRolesPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, JkbRolesPage, matrix);
  gtk_widget_class_bind_template_child (widget_class, JkbRolesPage, list);
  gtk_widget_class_bind_template_child (widget_class, JkbRolesPage, pane);
  gtk_widget_class_bind_template_child (widget_class, JkbRolesPage, role_tools);
  gtk_widget_class_bind_template_callback (widget_class, show_roles);
  gtk_widget_class_bind_template_callback (widget_class, on_cell_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cell_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_role_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cell_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cases_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_folded_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_tools_left_cb);
}

static void
jkb_roles_page_map (GtkWidget *widget)
{
  JkbRolesPage *self = JKB_ROLES_PAGE (widget);

  GTK_WIDGET_CLASS (jkb_roles_page_parent_class)->map (widget);
  if (self->is_behind)
    on_selection_changed_cb (self->scope, self);
}

static void
jkb_roles_page_class_init (JkbRolesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jkb_roles_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = jkb_roles_page_map;
  g_type_ensure (JKB_TYPE_MATRIX_VIEW);
  g_type_ensure (JKB_TYPE_ROLE_LIST);
  g_type_ensure (JKB_TYPE_ROLE_PANE);
  g_type_ensure (JKB_TYPE_ROLE_TOOLS);
  g_type_ensure (JKB_TYPE_SPLIT);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "roles.job", "s", on_job_cb);
  bind_template (GTK_WIDGET_CLASS (klass));
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
  JkbReference *reference = jkb_reference_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->tools),
                                 jkb_columns_layout_new (TOOLS_WIDTH, N_TOOLS, SPACING));
  jkb_role_tools_add (self->role_tools, "guide", _("Which Framework?"), jkb_role_guide_new ());
  jkb_role_tools_add (self->role_tools, "career", _("Changing Careers"), jkb_role_career_new ());
  add_tools (self);
  g_signal_connect_object (reference, "changed", G_CALLBACK (show_reference), self,
                           G_CONNECT_SWAPPED);
  jkb_matrix_view_add_actions (self->matrix, GTK_WIDGET (self));
  show_reference (self);
}

void
jkb_roles_page_set_scope (JkbRolesPage *self, JkbScope *scope)
{
  g_return_if_fail (JKB_IS_ROLES_PAGE (self));
  g_return_if_fail (self->scope == NULL);

  self->scope = g_object_ref (scope);
  g_signal_connect_object (scope, "selection-changed", G_CALLBACK (on_selection_changed_cb), self,
                           0);
  jkb_coverage_board_set_scope (self->coverage, scope);
  g_signal_connect_object (scope, "notify::case-id", G_CALLBACK (on_case_changed_cb), self, 0);
  on_selection_changed_cb (scope, self);
}

void
jkb_roles_page_show_role (JkbRolesPage *self, const char *role)
{
  const JkbRole *found;

  g_return_if_fail (JKB_IS_ROLES_PAGE (self));
  g_return_if_fail (role != NULL);

  found = jkb_reference_find_role (jkb_reference_get_default (), role);
  if (found == NULL || self->frameworks == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, "roles");
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  if (!is_wanted (found, get_framework (self)))
    {
      guint position = 0;

      if (g_ptr_array_find ((GPtrArray *) jkb_frameworks_get_all (self->frameworks),
                            found->framework, &position))
        gtk_drop_down_set_selected (self->framework_choice, position + 1);
    }
  show_roles (self);
  choose (self, found, JKB_SUBJECT_NONE);
}

void
jkb_roles_page_show_framework (JkbRolesPage *self, const char *edition)
{
  g_return_if_fail (JKB_IS_ROLES_PAGE (self));

  if (self->frameworks == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, "roles");
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->framework_choice, jkb_framework_choice_find (self->frameworks, edition));
  show_roles (self);
  choose (self, NULL, JKB_SUBJECT_NONE);
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

  if (self->frameworks == NULL)
    return;
  /* What is not shown cannot take the focus. */
  gtk_stack_set_visible_child_name (self->stack, "tools");
  if (!jkb_role_tools_show (self->role_tools, name))
    gtk_stack_set_visible_child_name (self->stack, "roles");
}
