/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-role-browser.h"

#include <glib/gi18n-lib.h>

#include "labels/jkb-labels.h"
#include "ui/jkb-columns-layout.h"
#include "ui/jkb-compat.h"
#include "ui/jkb-framework-choice.h"
#include "ui/jkb-line.h"
#include "ui/jkb-matrix-view.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-role-list.h"
#include "ui/jkb-role-pane.h"
#include "ui/jkb-roles-cases.h"
#include "ui/jkb-shrink.h"
#include "ui/jkb-split.h"

#define TOOLS_WIDTH 300
#define N_TOOLS 2
#define SPACING 6

struct _JkbRoleBrowser
{
  AdwBin parent_instance;

  JkbScope *scope;
  JkbFrameworks *frameworks;            /* NULL until they are set */
  GtkBox *tools;
  GtkBox *search_line;
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
  guint n_cases[JKB_N_SUBJECTS];
  gboolean is_following;                /* one view is made to follow the other */
  gboolean is_behind;                   /* shows an earlier selection */
};

G_DEFINE_FINAL_TYPE (JkbRoleBrowser, jkb_role_browser, ADW_TYPE_BIN)

/* ---- what is shown ---- */

/* The first choice is all current editions side by side. */
static const JkbFramework *
get_framework (JkbRoleBrowser *self)
{
  return jkb_framework_choice_get (self->framework_choice, self->frameworks);
}

static int
get_phase (JkbRoleBrowser *self)
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
find_roles (JkbRoleBrowser *self, gboolean by_framework)
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
get_chosen (JkbRoleBrowser *self, JkbSubject *subject)
{
  gboolean is_matrix
      = g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "matrix") == 0;

  *subject = is_matrix ? jkb_matrix_view_get_subject (self->matrix) : JKB_SUBJECT_NONE;
  return is_matrix ? jkb_matrix_view_get_role (self->matrix)
                   : jkb_role_list_get_role (self->list);
}

static void
show_pane (JkbRoleBrowser *self)
{
  JkbSubject subject;
  const JkbRole *role = get_chosen (self, &subject);

  jkb_role_pane_show (self->pane, self->frameworks, get_framework (self), role, subject,
                      self->n_cases);
}

static void
show_roles (JkbRoleBrowser *self)
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
open_pane (JkbRoleBrowser *self)
{
  if (jkb_split_get_folded (self->split))
    jkb_split_set_show_pane (self->split, TRUE);
}

/* Where the pane lies over the roles, who asks for other roles wants to see them. */
static void
uncover_roles (JkbRoleBrowser *self)
{
  if (jkb_split_get_folded (self->split))
    jkb_split_set_show_pane (self->split, FALSE);
}

static void
on_choice_changed_cb (GtkDropDown *choice, GParamSpec *pspec, JkbRoleBrowser *self)
{
  show_roles (self);
  if (!self->is_following)
    uncover_roles (self);
}

/* The entry waits a moment before it tells: by then somebody else may have emptied it and opened the pane. */
static void
on_words_changed_cb (GtkSearchEntry *search, JkbRoleBrowser *self)
{
  GtkWidget *focus = jkb_compat_get_focus (GTK_WIDGET (search));

  show_roles (self);
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (search)))
    uncover_roles (self);
}

/* ---- cases ---- */

static void
show_cases (JkbRoleBrowser *self)
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
light_case (JkbRoleBrowser *self)
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
on_selection_changed_cb (JkbScope *scope, JkbRoleBrowser *self)
{
  self->is_behind = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->is_behind)
    return;
  show_cases (self);
  light_case (self);
}

static void
on_case_changed_cb (JkbScope *scope, GParamSpec *pspec, JkbRoleBrowser *self)
{
  light_case (self);
}

static void
on_cases_wanted_cb (JkbRolePane *pane, guint subjects, JkbRoleBrowser *self)
{
  g_autoptr(JkbFilter) filter
      = jkb_roles_cases_narrow (jkb_scope_get_filter (self->scope), subjects);

  jkb_scope_set_filter (self->scope, filter);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "incidents");
}

/* ---- choosing ---- */

static void
on_cell_chosen_cb (JkbMatrixView *matrix, JkbRoleBrowser *self)
{
  if (self->is_following)
    return;
  self->is_following = TRUE;
  jkb_role_list_choose (self->list, jkb_matrix_view_get_role (matrix));
  self->is_following = FALSE;
  show_pane (self);
}

static void
on_cell_opened_cb (JkbMatrixView *matrix, JkbRoleBrowser *self)
{
  open_pane (self);
}

static void
on_role_chosen_cb (JkbRoleList *list, JkbRoleBrowser *self)
{
  if (self->is_following)
    return;
  self->is_following = TRUE;
  jkb_matrix_view_choose (self->matrix, jkb_role_list_get_role (list), JKB_SUBJECT_NONE);
  self->is_following = FALSE;
  show_pane (self);
}

static void
choose (JkbRoleBrowser *self, const JkbRole *role, JkbSubject subject)
{
  self->is_following = TRUE;
  jkb_matrix_view_choose (self->matrix, role, subject);
  jkb_role_list_choose (self->list, role);
  self->is_following = FALSE;
  show_pane (self);
  open_pane (self);
}

static void
on_cell_wanted_cb (JkbRolePane *pane, gpointer role, int subject, JkbRoleBrowser *self)
{
  gtk_stack_set_visible_child_name (self->views, "matrix");
  choose (self, role, subject);
}

static void
on_view_changed_cb (GtkStack *views, GParamSpec *pspec, JkbRoleBrowser *self)
{
  gboolean is_matrix = g_strcmp0 (gtk_stack_get_visible_child_name (views), "matrix") == 0;

  gtk_widget_set_sensitive (GTK_WIDGET (self->phase_choice), is_matrix);
  if (self->frameworks != NULL)
    show_pane (self);
}

static void
on_folded_changed_cb (JkbSplit *split, GParamSpec *pspec, JkbRoleBrowser *self)
{
  gtk_widget_set_visible (self->back_button, jkb_split_get_folded (split));
}

static void
on_back_clicked_cb (GtkButton *button, JkbRoleBrowser *self)
{
  uncover_roles (self);
}

/* ---- frameworks ---- */

static void
fill_choices (JkbRoleBrowser *self)
{
  g_autoptr(GtkStringList) phases = gtk_string_list_new (NULL);

  jkb_framework_choice_fill (self->framework_choice, self->frameworks, _("All Frameworks"));
  gtk_string_list_append (phases, _("All Phases"));
  for (int phase = 0; phase < JKB_N_PHASES; phase++)
    gtk_string_list_append (phases, jkb_label (JKB_WORDS_PHASE, phase));
  gtk_drop_down_set_model (self->phase_choice, G_LIST_MODEL (phases));
}

/* ---- life ---- */

static void
jkb_role_browser_dispose (GObject *object)
{
  JkbRoleBrowser *self = JKB_ROLE_BROWSER (object);

  g_clear_object (&self->scope);
  /* The child of the bin is bound too: the template would unparent it behind the back of the bin. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), JKB_TYPE_ROLE_BROWSER);
  g_clear_pointer (&self->frameworks, jkb_frameworks_unref);
  G_OBJECT_CLASS (jkb_role_browser_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jikenbo/Jikenbo/role-browser.ui");
  gtk_widget_class_bind_template_child (widget_class, JkbRoleBrowser, tools);
  gtk_widget_class_bind_template_child (widget_class, JkbRoleBrowser, framework_choice);
  gtk_widget_class_bind_template_child (widget_class, JkbRoleBrowser, phase_choice);
  gtk_widget_class_bind_template_child (widget_class, JkbRoleBrowser, search);
  gtk_widget_class_bind_template_child (widget_class, JkbRoleBrowser, search_line);
  gtk_widget_class_bind_template_child (widget_class, JkbRoleBrowser, views);
  gtk_widget_class_bind_template_child (widget_class, JkbRoleBrowser, content);
  gtk_widget_class_bind_template_child (widget_class, JkbRoleBrowser, split);
  gtk_widget_class_bind_template_child (widget_class, JkbRoleBrowser, back_button);
  gtk_widget_class_bind_template_child (widget_class, JkbRoleBrowser, matrix);
  gtk_widget_class_bind_template_child (widget_class, JkbRoleBrowser, list);
  gtk_widget_class_bind_template_child (widget_class, JkbRoleBrowser, pane);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cell_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cell_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_role_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cell_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cases_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_folded_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked_cb);
}

static void
jkb_role_browser_map (GtkWidget *widget)
{
  JkbRoleBrowser *self = JKB_ROLE_BROWSER (widget);

  GTK_WIDGET_CLASS (jkb_role_browser_parent_class)->map (widget);
  if (self->is_behind)
    on_selection_changed_cb (self->scope, self);
}

static void
jkb_role_browser_class_init (JkbRoleBrowserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jkb_role_browser_dispose;
  GTK_WIDGET_CLASS (klass)->map = jkb_role_browser_map;
  g_type_ensure (JKB_TYPE_MATRIX_VIEW);
  g_type_ensure (JKB_TYPE_ROLE_LIST);
  g_type_ensure (JKB_TYPE_ROLE_PANE);
  g_type_ensure (JKB_TYPE_SPLIT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
jkb_role_browser_init (JkbRoleBrowser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->tools),
                                 jkb_columns_layout_new (TOOLS_WIDTH, N_TOOLS, SPACING));
  jkb_line_make (self->search_line);
  jkb_shrink_choice (self->framework_choice);
  jkb_shrink_choice (self->phase_choice);
  jkb_matrix_view_add_actions (self->matrix, GTK_WIDGET (self));
}

gboolean
jkb_role_browser_set_frameworks (JkbRoleBrowser *self, JkbFrameworks *frameworks)
{
  JkbFrameworks *old = self->frameworks;        /* the views hold them until the end */
  const JkbFramework *framework = old != NULL ? get_framework (self) : NULL;
  JkbSubject subject = JKB_SUBJECT_NONE;
  const JkbRole *role = old != NULL ? get_chosen (self, &subject) : NULL;
  g_autofree char *edition
      = framework != NULL ? g_strdup_printf ("%s/%s", framework->id, framework->edition) : NULL;
  g_autofree char *name = role != NULL ? jkb_reference_name_role (role) : NULL;
  guint phase = gtk_drop_down_get_selected (self->phase_choice);

  if (old == frameworks)
    return FALSE;
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
  return TRUE;
}

void
jkb_role_browser_set_scope (JkbRoleBrowser *self, JkbScope *scope)
{
  g_return_if_fail (JKB_IS_ROLE_BROWSER (self));
  g_return_if_fail (self->scope == NULL);

  self->scope = g_object_ref (scope);
  g_signal_connect_object (scope, "selection-changed", G_CALLBACK (on_selection_changed_cb), self,
                           0);
  g_signal_connect_object (scope, "notify::case-id", G_CALLBACK (on_case_changed_cb), self, 0);
  on_selection_changed_cb (scope, self);
}

gboolean
jkb_role_browser_show_role (JkbRoleBrowser *self, const char *role)
{
  const JkbRole *found;

  g_return_val_if_fail (JKB_IS_ROLE_BROWSER (self), FALSE);
  g_return_val_if_fail (role != NULL, FALSE);

  found = jkb_reference_find_role (jkb_reference_get_default (), role);
  if (found == NULL || self->frameworks == NULL)
    return FALSE;
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
  return TRUE;
}

void
jkb_role_browser_show_framework (JkbRoleBrowser *self, const char *edition)
{
  g_return_if_fail (JKB_IS_ROLE_BROWSER (self));

  if (self->frameworks == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->framework_choice, jkb_framework_choice_find (self->frameworks, edition));
  show_roles (self);
  choose (self, NULL, JKB_SUBJECT_NONE);
}
