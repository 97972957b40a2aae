/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A trainer's courses: the table, and how they fit roles, against a plain recomputation from the
 * weights of the matrix. All courses and files here are made up.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "core/jkb-error.h"
#include "frameworks/jkb-course-fit.h"
#include "frameworks/jkb-framework-shelf.h"
#include "frameworks/jkb-frameworks-own.h"
#include "frameworks/jkb-statement.h"

#define HEAD "course\troles\tstatements\n"
#define IMPORTED "imported/nice@2.0.9.tsv"
#define NICE_FILE \
  "framework\tedition\trole_id\tname\tcategory\tsummary\tstatement_id\tkind\ttext\n" \
  "nice\t2.0.9\tPD-WRL-003\tIncident Response\tDEFENSE\t\tT1\ttask\tRing the bell\n" \
  "nice\t2.0.9\tPD-WRL-003\t\t\t\tK1\tknowledge\tKnow the bell\n" \
  "nice\t2.0.9\tPD-WRL-001\tDefensive Cybersecurity\t\t\tT1\ttask\tRing the bell\n"

static JkbFrameworks *frameworks;

/* ---- the table ---- */

static GPtrArray *
parse (const char *text, const JkbFrameworks *against)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *courses = jkb_courses_parse (text, "f", against, &error);

  g_assert_no_error (error);
  return courses;
}

static void
test_table (void)
{
  static const char *const roles[] = { "a/b/c", " a/b/c ", "", "d;e/f/g", NULL };
  static const char *const none[] = { NULL };
  g_autoptr(GPtrArray) courses = jkb_courses_new ();
  g_autoptr(GPtrArray) again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *same = NULL;
  const JkbCourse *course;

  jkb_courses_set (courses, "First\taid", roles, none);
  jkb_courses_set (courses, "Second", none, roles);
  jkb_courses_set (courses, "First aid", roles, roles);
  text = jkb_courses_print (courses);
  again = parse (text, NULL);
  same = jkb_courses_print (again);
  g_assert_cmpstr (text, ==, same);
  g_assert_cmpuint (again->len, ==, 2);
  course = jkb_courses_find (again, "First aid");
  g_assert_nonnull (course);
  g_assert_cmpuint (g_strv_length (course->roles), ==, 2);
  g_assert_cmpstr (course->roles[1], ==, "d e/f/g");
  g_assert_cmpuint (g_strv_length (course->statements), ==, 2);
  g_assert_true (jkb_courses_unset (again, "Second"));
  g_assert_false (jkb_courses_unset (again, "Second"));
  g_assert_cmpuint (again->len, ==, 1);
}

static void
test_errors (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } bad[] = {
    { HEAD "\tnice/2.2.0/PD-WRL-003\t\n", "f:2: a course without a name" },
    { HEAD "A\tnice/2.2.0/PD-WRL-003;nice/2.2.0/PD-WRL-999\t\n",
      "f:2: no role “nice/2.2.0/PD-WRL-999”" },
    { HEAD "A\tPD-WRL-003\t\n", "f:2: no role “PD-WRL-003”" },
    { HEAD "A\t\tnice/2.2.0/T1\n", "f:2: no statement “nice/2.2.0/T1”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (jkb_courses_parse (bad[i].text, "f", frameworks, &error));
      g_assert_error (error, JKB_CORE_ERROR, JKB_CORE_ERROR_DATA_FILE);
      g_assert_cmpstr (error->message, ==, bad[i].message);
    }
}

/* ---- fit ---- */

static const JkbRole *
pick_role (void)
{
  return jkb_frameworks_get_role (
      frameworks, (guint) g_test_rand_int_range (0, (gint32) jkb_frameworks_n_roles (frameworks)));
}

static void
add_course (GPtrArray *courses, GPtrArray *all_roles, int n_roles)
{
  static const char *const none[] = { NULL };
  g_autofree char *name = g_strdup_printf ("course %u", courses->len);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;

  for (int i = 0; i < n_roles; i++)
    {
      const JkbRole *role = pick_role ();
      g_autofree char *role_name = g_strdup_printf ("%s/%s/%s", role->framework->id,
                                                    role->framework->edition, role->id);

      g_ptr_array_add (all_roles, (gpointer) role);
      g_strv_builder_add (names, role_name);
    }
  list = g_strv_builder_end (names);
  jkb_courses_set (courses, name, (const char *const *) list, none);
}

static gboolean
is_taught (const GPtrArray *roles, JkbSubject subject, int phase)
{
  for (guint i = 0; i < roles->len; i++)
    if (jkb_frameworks_weight (frameworks, subject, g_ptr_array_index (roles, i), phase) > 0)
      return TRUE;
  return FALSE;
}

static void
check_fit (const JkbCourseFit *fit, const GPtrArray *roles)
{
  guint n_taught = 0, n_missing = 0;

  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    for (int phase = 0; phase < JKB_N_PHASES; phase++)
      if (jkb_frameworks_weight (frameworks, subject, fit->role, phase) > 0)
        {
          n_taught += is_taught (roles, subject, phase);
          n_missing += !is_taught (roles, subject, phase);
        }
  g_assert_cmpuint (fit->taught->len, ==, n_taught);
  g_assert_cmpuint (fit->missing->len, ==, n_missing);
  g_assert_true ((fit->courses->len > 0) == (n_taught > 0));
  for (guint i = 0; i < fit->missing->len; i++)
    {
      const JkbAssignment *duty = g_ptr_array_index (fit->missing, i);

      g_assert_true (duty->role == fit->role);
      g_assert_false (is_taught (roles, duty->subject, (int) duty->phase));
    }
}

static double
get_share (const JkbCourseFit *fit)
{
  return (double) fit->taught->len / (fit->taught->len + fit->missing->len);
}

static void
test_fit (void)
{
  for (int round = 0; round < 20; round++)
    {
      const JkbFramework *framework = pick_role ()->framework;
      g_autoptr(GPtrArray) courses = jkb_courses_new ();
      g_autoptr(GPtrArray) roles = g_ptr_array_new ();
      g_autoptr(GPtrArray) fits = NULL;

      for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
        add_course (courses, roles, g_test_rand_int_range (0, 3));
      fits = jkb_courses_fit (frameworks, courses, framework);
      for (guint i = 0; i < fits->len; i++)
        {
          check_fit (g_ptr_array_index (fits, i), roles);
          if (i > 0)
            g_assert_cmpfloat (get_share (fits->pdata[i - 1]), >=, get_share (fits->pdata[i]));
        }
    }
}

/* Who trains for a role teaches all that it does. */
static void
test_whole (void)
{
  g_autoptr(GPtrArray) courses = parse (HEAD "Bells\tnice/2.2.0/PD-WRL-003\t\n", frameworks);
  g_autoptr(GPtrArray) fits = jkb_courses_fit (frameworks, courses, NULL);
  const JkbCourseFit *first = g_ptr_array_index (fits, 0);
  g_autofree char *text = jkb_courses_print_fit (fits);
  g_auto(GStrv) lines = g_strsplit (g_strchomp (text), "\n", -1);

  g_assert_cmpstr (first->role->id, ==, "PD-WRL-003");
  g_assert_cmpuint (first->missing->len, ==, 0);
  g_assert_cmpuint (g_strv_length (lines), ==, fits->len + 1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) fields = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (fields), ==, 11);
    }
}

/* ---- kept beside the frameworks ---- */

static void
keep (const char *folder, const char *name, const char *text)
{
  g_autoptr(GBytes) bytes = text != NULL ? g_bytes_new (text, strlen (text)) : NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (jkb_own_swap (folder, name, bytes, NULL, &error));
  g_assert_no_error (error);
}

static const JkbCourseFit *
find_fit (const GPtrArray *fits, const char *id)
{
  for (guint i = 0; i < fits->len; i++)
    if (strcmp (((const JkbCourseFit *) g_ptr_array_index (fits, i))->role->id, id) == 0)
      return g_ptr_array_index (fits, i);
  return NULL;
}

static void
check_statements (const JkbFrameworks *own)
{
  const GPtrArray *courses = jkb_frameworks_own_courses (own);
  g_autoptr(GPtrArray) fits
      = jkb_courses_fit (own, courses, jkb_frameworks_find (own, "nice", "2.0.9"));
  const JkbCourseFit *response = find_fit (fits, "PD-WRL-003");
  const JkbCourseFit *defence = find_fit (fits, "PD-WRL-001");

  g_assert_cmpuint (courses->len, ==, 1);
  g_assert_cmpuint (response->n_statements, ==, 2);
  g_assert_cmpuint (response->untaught->len, ==, 1);
  g_assert_cmpstr (((const JkbStatement *) response->untaught->pdata[0])->id, ==, "K1");
  g_assert_cmpuint (defence->n_statements, ==, 1);
  g_assert_cmpuint (defence->untaught->len, ==, 0);
  g_assert_true (defence->courses->len == 1 && defence->courses->pdata[0] == courses->pdata[0]);
}

static void
test_kept (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("jikenbo-courses-XXXXXX", &error);
  g_autofree char *imported = g_build_filename (folder, "imported", NULL);
  JkbFrameworks *own;

  g_assert_no_error (error);
  keep (folder, IMPORTED, NICE_FILE);
  keep (folder, JKB_COURSES, HEAD "Bells\t\tnice/2.0.9/T1;nice/2.0.9/T9\n");
  own = jkb_frameworks_load_own (NULL, folder, &error);
  g_assert_no_error (error);
  check_statements (own);
  jkb_frameworks_unref (own);
  keep (folder, JKB_COURSES, "no table");
  own = jkb_frameworks_load_own (NULL, folder, &error);
  g_assert_no_error (error);
  g_assert_null (jkb_frameworks_own_courses (own));
  g_assert_cmpuint (jkb_frameworks_get_remarks (own)->len, ==, 1);
  jkb_frameworks_unref (own);
  keep (folder, JKB_COURSES, NULL);
  keep (folder, IMPORTED, NULL);
  g_rmdir (imported);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_autoptr(GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  frameworks = jkb_frameworks_load (NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/courses/table", test_table);
  g_test_add_func ("/courses/errors", test_errors);
  g_test_add_func ("/courses/fit", test_fit);
  g_test_add_func ("/courses/whole", test_whole);
  g_test_add_func ("/courses/kept", test_kept);
  status = g_test_run ();
  jkb_frameworks_unref (frameworks);
  return status;
}
