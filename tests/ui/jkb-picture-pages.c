/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jkb-picture-states.h"

#include "frameworks/jkb-framework-guide.h"
#include "jkb-picture-ways.h"
#include "jkb-ui-driver.h"
#include "ui/jkb-chart-card.h"
#include "ui/jkb-chart-stage.h"
#include "ui/jkb-matrix-view.h"
#include "ui/jkb-role-career.h"
#include "ui/jkb-courses-page.h"
#include "ui/jkb-coverage-board.h"
#include "ui/jkb-framework-dialog.h"
#include "ui/jkb-role-guide.h"
#include "ui/jkb-role-pane.h"
#include "ui/jkb-role-tools.h"

/* ---------------------------------------------------------------- charts */

static GtkWidget *
show_charts (JkbWindow *window)
{
  driver_activate (window, "win.page::charts");
  return GTK_WIDGET (window);
}

static void
scroll_charts (JkbWindow *window, int n_pages)
{
  driver_activate (window, "win.page::charts");
  jkb_picture_scroll (gtk_widget_get_ancestor (driver_find (window, JKB_TYPE_CHART_CARD), GTK_TYPE_SCROLLED_WINDOW), n_pages);
}

static GtkWidget *
show_charts_2 (JkbWindow *window)
{
  scroll_charts (window, 1);
  return GTK_WIDGET (window);
}

static GtkWidget *
show_charts_3 (JkbWindow *window)
{
  scroll_charts (window, 20);
  return GTK_WIDGET (window);
}

static GtkWidget *
show_charts_filtered (JkbWindow *window)
{
  jkb_picture_filter (window);
  return show_charts (window);
}

/* The classification of a publisher with its figures beside. */
static GtkWidget *
show_published (JkbWindow *window)
{
  scroll_charts (window, 0);
  jkb_picture_choose_scheme (window, 2);
  jkb_picture_choose_figures (window, 1);
  return GTK_WIDGET (window);
}

static GtkWidget *
show_compared (JkbWindow *window)
{
  scroll_charts (window, 0);
  driver_settle (200);
  jkb_picture_set_toggle (window, 2);
  jkb_picture_filter (window);
  return GTK_WIDGET (window);
}

/* The numbers of the first chart, of all cases and beside another filter. */
static GtkWidget *
show_charts_table (JkbWindow *window)
{
  scroll_charts (window, 0);
  g_object_set (driver_find (window, JKB_TYPE_CHART_CARD), "shows-table", TRUE, NULL);
  return GTK_WIDGET (window);
}

static GtkWidget *
show_compared_table (JkbWindow *window)
{
  show_compared (window);
  return show_charts_table (window);
}

static GtkWidget *
show_charts_nothing (JkbWindow *window)
{
  g_autoptr(JkbFilter) filter = jkb_filter_new ();

  jkb_filter_set_words (filter, "nothing has these words");
  jkb_scope_set_filter (jkb_window_get_scope (window), filter);
  driver_wait_selection (window);
  return show_charts (window);
}

static GtkWidget *
show_stage (JkbWindow *window)
{
  show_charts (window);
  driver_settle (200);
  driver_activate (window, "win.present");
  return jkb_picture_wait_toplevel (JKB_TYPE_CHART_STAGE);
}

/* ---------------------------------------------------------------- roles */

static GtkWidget *
show_roles (JkbWindow *window)
{
  driver_activate (window, "win.page::roles");
  g_signal_emit_by_name (driver_find (window, JKB_TYPE_ROLE_TOOLS), "left");
  return GTK_WIDGET (window);
}

static GtkWidget *
show_role (JkbWindow *window)
{
  driver_activate (window, "win.show-role::nice/2.2.0/PD-WRL-003");
  return GTK_WIDGET (window);
}

static GtkWidget *
show_role_below (JkbWindow *window)
{
  show_role (window);
  jkb_picture_scroll (driver_find (window, JKB_TYPE_ROLE_PANE), 1);
  return GTK_WIDGET (window);
}

static GtkWidget *
show_role_list (JkbWindow *window)
{
  show_role (window);
  jkb_picture_show_roles_as (window, "list");
  return GTK_WIDGET (window);
}

static GtkWidget *
show_frameworks (JkbWindow *window)
{
  show_roles (window);
  driver_activate (window, "win.show-frameworks");
  return GTK_WIDGET (window);
}

static GtkWidget *
show_roles_nothing (JkbWindow *window)
{
  show_roles (window);
  jkb_picture_search_roles (window, "どの役割にもない");
  return GTK_WIDGET (window);
}

static GtkWidget *
show_which_framework (JkbWindow *window)
{
  show_roles (window);
  driver_activate (window, "win.role-tool::guide");
  jkb_role_guide_choose (driver_find (window, JKB_TYPE_ROLE_GUIDE), JKB_GUIDE_JOB_SEEKER);
  return GTK_WIDGET (window);
}

/* With what somebody from an office would tick. */
static GtkWidget *
show_career (JkbWindow *window)
{
  static const char *const answers[] = { "law", "admin", "rules", "data-law" };

  show_roles (window);
  driver_activate (window, "win.role-tool::career");
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    jkb_role_career_choose (driver_find (window, JKB_TYPE_ROLE_CAREER), answers[i]);
  return GTK_WIDGET (window);
}

/* Of the first three cases. */
static GtkWidget *
show_lens (JkbWindow *window)
{
  JkbSelection *selection = jkb_scope_get_selection (jkb_window_get_scope (window));
  GVariantBuilder ids;

  g_variant_builder_init (&ids, G_VARIANT_TYPE ("ax"));
  for (guint i = 0; i < 3; i++)
    g_variant_builder_add (&ids, "x", jkb_selection_get_id (selection, i));
  show_roles (window);
  gtk_widget_activate_action_variant (GTK_WIDGET (window), "win.lens",
                                      g_variant_builder_end (&ids));
  return GTK_WIDGET (window);
}

static GtkWidget *
show_coverage_empty (JkbWindow *window)
{
  driver_activate (window, "win.role-tool::coverage");
  jkb_picture_tick_roles (window, FALSE);
  return GTK_WIDGET (window);
}

/* What an organisation with three roles lacks. */
static GtkWidget *
show_coverage (JkbWindow *window)
{
  driver_activate (window, "win.role-tool::coverage");
  jkb_picture_tick_roles (window, TRUE);
  driver_activate (driver_find (window, JKB_TYPE_COVERAGE_BOARD), "coverage.page::gaps");
  return GTK_WIDGET (window);
}

static GtkWidget *
show_training_plan (JkbWindow *window)
{
  show_coverage (window);
  driver_activate (driver_find (window, JKB_TYPE_COVERAGE_BOARD), "coverage.page::plan");
  return GTK_WIDGET (window);
}

/* Larger, with the types of a case lit. */
static GtkWidget *
show_matrix_zoomed (JkbWindow *window)
{
  JkbScope *scope = jkb_window_get_scope (window);

  jkb_scope_set_case_id (scope, jkb_selection_get_id (jkb_scope_get_selection (scope), 0));
  show_roles (window);
  for (int i = 0; i < 4; i++)
    jkb_matrix_view_zoom (driver_find (window, JKB_TYPE_MATRIX_VIEW), 1);
  return GTK_WIDGET (window);
}

static GtkWidget *
show_courses_empty (JkbWindow *window)
{
  driver_activate (window, "win.role-tool::courses");
  jkb_picture_drop_courses ();
  return GTK_WIDGET (window);
}

/* A trainer who teaches one course. */
static GtkWidget *
show_courses (JkbWindow *window)
{
  show_courses_empty (window);
  jkb_picture_keep_course (window);
  driver_activate (driver_find (window, JKB_TYPE_COURSES_PAGE), "courses.open::初動対応演習");
  return GTK_WIDGET (window);
}

static GtkWidget *
show_job (JkbWindow *window)
{
  show_role (window);
  driver_activate (driver_find (window, JKB_TYPE_ROLE_PANE), "roles.job::nice/2.2.0/PD-WRL-003");
  return GTK_WIDGET (window);
}

static GtkWidget *
show_role_editor (JkbWindow *window)
{
  show_role (window);
  driver_activate (window, "win.edit-role::");
  return jkb_picture_wait_toplevel (ADW_TYPE_WINDOW);
}

static GtkWidget *
show_part_editor (JkbWindow *window)
{
  show_role (window);
  driver_activate (window, "win.edit-part::misdelivery|nice/2.2.0/PD-WRL-003");
  return jkb_picture_wait_toplevel (ADW_TYPE_WINDOW);
}

/* A file with a bit of everything that is said before it is imported. */
static GtkWidget *
show_framework_import (JkbWindow *window)
{
  static const char text[]
      = "framework\tedition\trole_id\tname\tcategory\tsummary\tstatement_id\tkind\ttext\n"
        "nice\t2.0.9\tPD-WRL-003\tIncident Response\tPROTECTION\tActs.\tT1\ttask\tRing the bell\n"
        "nice\t2.0.9\tPD-WRL-003\t\t\t\tT1\ttask\tRing the bell\n"
        "nice\t2.0.9\tPD-WRL-001\tBell Keeping\tPROTECTION\tKeeps.\tK1\tknowledge\tBells\n"
        "nice\t2.0.9\tZZ-WRL-001\tTower Building\tBUILDING\tBuilds.\tS1\tskill\tClimb\n";
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "bells.tsv", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  JkbFrameworkDialog *dialog = jkb_framework_dialog_new (GTK_WINDOW (window));

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  show_roles (window);
  jkb_framework_dialog_run (dialog, file);
  driver_wait_until (driver_has_text (dialog, "NICE 2.0.9"));
  return GTK_WIDGET (dialog);
}

const JkbPictureState jkb_picture_pages[] = {
  { "charts", show_charts, TRUE },
  { "charts-2", show_charts_2, TRUE },
  { "charts-3", show_charts_3, TRUE },
  { "charts-filtered", show_charts_filtered },
  { "charts-published", show_published },
  { "charts-compared", show_compared },
  { "charts-table", show_charts_table },
  { "charts-compared-table", show_compared_table },
  { "charts-nothing", show_charts_nothing },
  { "stage", show_stage, TRUE },
  { "roles", show_roles, TRUE },
  { "role", show_role, TRUE },
  { "role-below", show_role_below },
  { "role-list", show_role_list },
  { "roles-nothing", show_roles_nothing },
  { "frameworks", show_frameworks },
  { "framework-import", show_framework_import },
  { "which-framework", show_which_framework, TRUE },
  { "changing-careers", show_career, TRUE },
  { "coverage-empty", show_coverage_empty },
  { "coverage", show_coverage, TRUE },
  { "training-plan", show_training_plan, TRUE },
  { "courses-empty", show_courses_empty },
  { "courses", show_courses, TRUE },
  { "job-description", show_job, TRUE },
  { "roles-of-cases", show_lens, TRUE },
  { "matrix-zoomed", show_matrix_zoomed },
  { "role-editor", show_role_editor },
  { "part-editor", show_part_editor },
  { NULL, NULL }
};
