/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For who teaches or hires: courses laid against roles, and job descriptions.
 */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "frameworks/jkb-course-fit.h"
#include "frameworks/jkb-frameworks-own.h"
#include "frameworks/jkb-statement.h"
#include "jkb-ui-driver.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-courses-page.h"
#include "ui/jkb-courses-words.h"
#include "ui/jkb-job-page.h"
#include "ui/jkb-print-take.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-role-pane.h"
#include "ui/jkb-role-ticks.h"

static const JkbRole *
find_role (const char *name)
{
  return jkb_reference_find_role (jkb_reference_get_default (), name);
}

/* ---- courses ---- */

static guint
count_courses (void)
{
  JkbFrameworks *frameworks = jkb_reference_get_frameworks (jkb_reference_get_default ());
  const GPtrArray *courses = jkb_frameworks_own_courses (frameworks);

  return courses != NULL ? courses->len : 0;
}

static const JkbCourse *
find_course (const char *name)
{
  JkbFrameworks *frameworks = jkb_reference_get_frameworks (jkb_reference_get_default ());

  return jkb_courses_find (jkb_frameworks_own_courses (frameworks), name);
}

static JkbCoursesPage *
open_courses (JkbWindow *window)
{
  driver_wait_ready (window);
  driver_activate (window, "win.role-tool::courses");
  driver_wait_until (gtk_widget_get_mapped (driver_find (window, JKB_TYPE_COURSES_PAGE)));
  return driver_find (window, JKB_TYPE_COURSES_PAGE);
}

/* Entered, renamed and removed; each is a step that can be taken back. */
static void
check_entered (JkbWindow *window, gpointer data)
{
  static const char *const roles[] = { "nice/2.2.0/PD-WRL-003", NULL };
  JkbCoursesPage *page = open_courses (window);
  JkbCourseEditor *editor = driver_find (page, JKB_TYPE_COURSE_EDITOR);

  g_assert_true (driver_has_text (page, g_dgettext (GETTEXT_PACKAGE, "No Courses Yet")));
  driver_activate (page, "courses.open::");
  jkb_course_editor_set_name (editor, "Bells");
  jkb_role_ticks_set_names (driver_find (editor, JKB_TYPE_ROLE_TICKS), roles);
  g_signal_emit_by_name (editor, "save");
  driver_wait_until (count_courses () == 1);
  g_assert_cmpstr (find_course ("Bells")->roles[0], ==, roles[0]);
  g_assert_true (driver_has_text (page,
                           jkb_reference_label (&find_role (roles[0])->name)));
  driver_activate (page, "courses.open::Bells");
  jkb_course_editor_set_name (editor, "Alarms");
  g_signal_emit_by_name (editor, "save");
  driver_wait_until (find_course ("Alarms") != NULL);
  g_assert_cmpuint (count_courses (), ==, 1);
  driver_activate (window, "win.undo");
  driver_wait_until (find_course ("Bells") != NULL);
  driver_activate (page, "courses.open::Bells");
  g_signal_emit_by_name (editor, "remove");
  driver_wait_until (count_courses () == 0);
  driver_activate (window, "win.undo");
  driver_wait_until (count_courses () == 1);
  g_signal_emit_by_name (editor, "remove");
}

static void
test_courses (void)
{
  g_autofree char *casebook = driver_new_casebook ();

  driver_run (casebook, NULL, check_entered, NULL);
}

/* On paper roles have their names; one that is not there any more stays as it was entered. */
static void
assert_names_printed (JkbCoursesPage *page)
{
  g_autoptr(GPtrArray) courses = jkb_courses_new ();
  static const char *const roles[] = { "nice/2.2.0/PD-WRL-001", "own/1/nobody", NULL };
  static const char *const statements[] = { NULL };
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "courses.txt", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GPtrArray) fits = NULL;
  g_autofree char *text = NULL;

  jkb_courses_set (courses, "Locks", roles, statements);
  fits = jkb_courses_fit (jkb_reference_get_frameworks (jkb_reference_get_default ()), courses, NULL);
  g_assert_true (jkb_print_take_write (GTK_WIDGET (page), jkb_courses_words_new_print (courses, fits),
                                       NULL, file, NULL));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, jkb_reference_label (&find_role (roles[0])->name)));
  g_assert_null (strstr (text, roles[0]));
  g_assert_nonnull (strstr (text, roles[1]));
  g_remove (path);
}

/* What no course names of an imported file is listed when it is asked for. */
static void
assert_untaught_listed (void)
{
  JkbStatement ring = { (char *) "T-1", JKB_STATEMENT_TASK, (char *) "Ring the bell" };
  JkbStatement hear = { (char *) "S-1", JKB_STATEMENT_SKILL, (char *) "Hear the bell" };
  JkbCourse course = { .name = (char *) "Bells" };
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(GPtrArray) courses = g_ptr_array_new ();
  g_autoptr(GPtrArray) untaught = g_ptr_array_new ();
  g_autoptr(GPtrArray) fits = g_ptr_array_new ();
  JkbCourseFit fit = { find_role ("nice/2.2.0/PD-WRL-001"), none, none, courses, 3, untaught };
  GtkBox *box = g_object_ref_sink (GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0)));

  g_ptr_array_add (courses, &course);
  g_ptr_array_add (untaught, &ring);
  g_ptr_array_add (untaught, &hear);
  g_ptr_array_add (fits, &fit);
  jkb_courses_words_fill (box, jkb_reference_get_frameworks (jkb_reference_get_default ()), fits);
  g_assert_false (driver_has_text (box, "Ring the bell"));
  gtk_expander_set_expanded (driver_find (box, GTK_TYPE_EXPANDER), TRUE);
  g_assert_true (driver_has_text (box, "T-1  Ring the bell"));
  g_assert_true (driver_has_text (box, "S-1  Hear the bell"));
  g_assert_cmpfloat_with_epsilon (
      gtk_progress_bar_get_fraction (driver_find (box, GTK_TYPE_PROGRESS_BAR)), 1.0 / 3, 1e-9);
  g_object_unref (box);
}

static void
check_course_files (JkbWindow *window, gpointer data)
{
  JkbCoursesPage *page = open_courses (window);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "courses-in.tsv", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  driver_wait_until (jkb_reference_get_frameworks (jkb_reference_get_default ()) != NULL);
  g_assert_true (g_file_set_contents (path, "course\troles\tstatements\n"
                                            "Locks\tnice/2.2.0/PD-WRL-001\t\n", -1, NULL));
  g_assert_true (jkb_courses_page_import (page, file, &error));
  g_assert_no_error (error);
  driver_wait_until (find_course ("Locks") != NULL);
  g_assert_true (g_file_set_contents (path, "letter\n", -1, NULL));
  g_assert_false (jkb_courses_page_import (page, file, &error));
  g_assert_true (g_str_has_prefix (error->message, "courses-in.tsv:1: "));
  g_assert_nonnull (find_course ("Locks"));
  g_remove (path);
  assert_names_printed (page);
  assert_untaught_listed ();
}

static void
test_course_files (void)
{
  g_autofree char *casebook = driver_new_casebook ();

  driver_run (casebook, NULL, check_course_files, NULL);
}

/* ---- job description ---- */

static void
check_job (JkbWindow *window, gpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "job.txt", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  JkbJobPage *page;
  const JkbRole *role;
  g_autofree char *ja = NULL;
  g_autofree char *en = NULL;
  g_autofree char *written = NULL;

  driver_wait_ready (window);
  driver_activate (window, "win.show-role::nice/2.2.0/PD-WRL-003");
  driver_activate (driver_find (window, JKB_TYPE_ROLE_PANE), "roles.job::nice/2.2.0/PD-WRL-003");
  page = driver_find (window, JKB_TYPE_JOB_PAGE);
  driver_wait_until (gtk_widget_get_mapped (GTK_WIDGET (page)));
  role = find_role ("nice/2.2.0/PD-WRL-003");
  jkb_job_page_set_language (page, TRUE);
  ja = jkb_job_page_get_text (page);
  jkb_job_page_set_language (page, FALSE);
  en = jkb_job_page_get_text (page);
  g_assert_true (g_str_has_prefix (ja, role->name.ja));
  g_assert_true (g_str_has_prefix (en, role->name.en));
  g_assert_nonnull (strstr (en, role->summary.en));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (driver_find (page, GTK_TYPE_TEXT_VIEW)),
                            "Mine", -1);
  g_assert_true (jkb_job_page_write (page, file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_cmpstr (written, ==, "Mine");
  g_remove (path);
  jkb_job_page_set_role (page, NULL);
  g_assert_true (driver_has_text (page, g_dgettext (GETTEXT_PACKAGE, "No Role Chosen")));
}

static void
test_job (void)
{
  g_autofree char *casebook = driver_new_casebook ();

  driver_run (casebook, NULL, check_job, NULL);
}

int
main (int argc, char *argv[])
{
  driver_isolate ();
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  jkb_labels_init ();
  g_test_add_func ("/courses/entered", test_courses);
  g_test_add_func ("/courses/files", test_course_files);
  g_test_add_func ("/courses/job", test_job);
  return g_test_run ();
}
