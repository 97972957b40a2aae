/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frameworks/jkb-course-fit.h"

#include "frameworks/jkb-frameworks-private.h"
#include "frameworks/jkb-role-statements.h"

static void
free_fit (gpointer pointer)
{
  JkbCourseFit *fit = pointer;

  g_ptr_array_unref (fit->taught);
  g_ptr_array_unref (fit->missing);
  g_ptr_array_unref (fit->courses);
  g_ptr_array_unref (fit->untaught);
  g_free (fit);
}

static const JkbRole *
find_role (const JkbFrameworks *frameworks, const char *name)
{
  g_auto(GStrv) parts = g_strsplit (name, "/", 3);
  const JkbFramework *edition
      = g_strv_length (parts) == 3 ? jkb_frameworks_find (frameworks, parts[0], parts[1]) : NULL;

  return edition != NULL ? jkb_framework_find_role (edition, parts[2]) : NULL;
}

/* ---- what one course teaches ---- */

typedef struct
{
  const JkbCourse *course;
  gboolean duties[JKB_N_SUBJECTS][JKB_N_PHASES];
  GHashTable *statements;               /* names of statements, not owned */
} Lesson;

static void
free_lesson (gpointer pointer)
{
  g_hash_table_unref (((Lesson *) pointer)->statements);
  g_free (pointer);
}

static void
add_duties (Lesson *lesson, const JkbFrameworks *frameworks, const JkbRole *role)
{
  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    for (int phase = 0; phase < JKB_N_PHASES; phase++)
      if (jkb_frameworks_weight (frameworks, subject, role, phase) > 0)
        lesson->duties[subject][phase] = TRUE;
}

static Lesson *
make_lesson (const JkbFrameworks *frameworks, const JkbCourse *course)
{
  Lesson *lesson = g_new0 (Lesson, 1);

  lesson->course = course;
  lesson->statements = g_hash_table_new (g_str_hash, g_str_equal);
  for (gsize i = 0; course->roles[i] != NULL; i++)
    {
      const JkbRole *role = find_role (frameworks, course->roles[i]);

      if (role != NULL)
        add_duties (lesson, frameworks, role);
    }
  for (gsize i = 0; course->statements[i] != NULL; i++)
    g_hash_table_add (lesson->statements, course->statements[i]);
  return lesson;
}

static GPtrArray *
make_lessons (const JkbFrameworks *frameworks, const GPtrArray *courses)
{
  GPtrArray *lessons = g_ptr_array_new_with_free_func (free_lesson);

  for (guint i = 0; i < courses->len; i++)
    g_ptr_array_add (lessons, make_lesson (frameworks, g_ptr_array_index (courses, i)));
  return lessons;
}

/* ---- a role ---- */

static void
note_course (JkbCourseFit *fit, const Lesson *lesson)
{
  if (!g_ptr_array_find (fit->courses, lesson->course, NULL))
    g_ptr_array_add (fit->courses, (gpointer) lesson->course);
}

static void
fit_duty (JkbCourseFit *fit, const GPtrArray *lessons, JkbAssignment *duty)
{
  gboolean is_taught = FALSE;

  for (guint i = 0; i < lessons->len; i++)
    {
      const Lesson *lesson = g_ptr_array_index (lessons, i);

      if (!lesson->duties[duty->subject][duty->phase])
        continue;
      is_taught = TRUE;
      note_course (fit, lesson);
    }
  g_ptr_array_add (is_taught ? fit->taught : fit->missing, duty);
}

static void
fit_statements (JkbCourseFit *fit, const JkbFrameworks *frameworks, const GPtrArray *lessons)
{
  const JkbFramework *edition = NULL;
  const GPtrArray *statements = jkb_frameworks_statements (frameworks, fit->role, &edition);

  for (guint i = 0; statements != NULL && i < statements->len; i++)
    {
      JkbStatement *statement = g_ptr_array_index (statements, i);
      g_autofree char *name
          = g_strdup_printf ("%s/%s/%s", edition->id, edition->edition, statement->id);
      gboolean is_taught = FALSE;

      for (guint j = 0; j < lessons->len; j++)
        if (g_hash_table_contains (((Lesson *) g_ptr_array_index (lessons, j))->statements, name))
          {
            is_taught = TRUE;
            note_course (fit, g_ptr_array_index (lessons, j));
          }
      if (!is_taught)
        g_ptr_array_add (fit->untaught, statement);
    }
  fit->n_statements = statements != NULL ? statements->len : 0;
}

static JkbCourseFit *
fit_role (const JkbFrameworks *frameworks, const GPtrArray *lessons, const JkbRole *role)
{
  JkbCourseFit *fit = g_new0 (JkbCourseFit, 1);

  fit->role = role;
  fit->taught = g_ptr_array_new ();
  fit->missing = g_ptr_array_new ();
  fit->courses = g_ptr_array_new ();
  fit->untaught = g_ptr_array_new ();
  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    {
      g_autoptr(GPtrArray) cell = jkb_frameworks_cell (frameworks, subject, role);

      for (guint i = 0; i < cell->len; i++)
        fit_duty (fit, lessons, g_ptr_array_index (cell, i));
    }
  fit_statements (fit, frameworks, lessons);
  return fit;
}

/* a of b against c of d, as a * d against c * b; nothing of nothing comes last. */
static int
compare_shares (guint a, guint b, guint c, guint d)
{
  if (b == 0 || d == 0)
    return jkb_compare_ints (d, b) == 0 ? 0 : b == 0 ? 1 : -1;
  return jkb_compare_ints ((gint64) c * b, (gint64) a * d);
}

static int
compare_fits (gconstpointer pa, gconstpointer pb)
{
  const JkbCourseFit *a = *(const JkbCourseFit *const *) pa;
  const JkbCourseFit *b = *(const JkbCourseFit *const *) pb;
  int order = compare_shares (a->taught->len, a->taught->len + a->missing->len, b->taught->len,
                              b->taught->len + b->missing->len);

  if (order == 0)
    order = jkb_compare_ints (b->taught->len, a->taught->len);
  if (order == 0)
    order = compare_shares (a->n_statements - a->untaught->len, a->n_statements,
                            b->n_statements - b->untaught->len, b->n_statements);
  return order != 0 ? order : jkb_compare_ints (a->role->index, b->role->index);
}

GPtrArray *
jkb_courses_fit (const JkbFrameworks *frameworks, const GPtrArray *courses,
                 const JkbFramework *framework)
{
  GPtrArray *fits = g_ptr_array_new_with_free_func (free_fit);
  g_autoptr(GPtrArray) lessons = make_lessons (frameworks, courses);

  for (guint i = 0; i < jkb_frameworks_n_roles (frameworks); i++)
    {
      const JkbRole *role = jkb_frameworks_get_role (frameworks, i);
      JkbCourseFit *fit;

      if (framework != NULL ? role->framework != framework : !role->framework->is_current)
        continue;
      fit = fit_role (frameworks, lessons, role);
      if (fit->taught->len + fit->missing->len + fit->n_statements > 0)
        g_ptr_array_add (fits, fit);
      else
        free_fit (fit);
    }
  g_ptr_array_sort (fits, compare_fits);
  return fits;
}

/* ---- as a table ---- */

static void
print_duties (GString *text, const GPtrArray *duties)
{
  for (guint i = 0; i < duties->len; i++)
    {
      const JkbAssignment *duty = g_ptr_array_index (duties, i);

      g_string_append_printf (text, "%s%s/%s", i > 0 ? ";" : "", jkb_subject_nick (duty->subject),
                              jkb_word_nick (JKB_WORDS_PHASE, (int) duty->phase));
    }
}

static void
print_courses (GString *text, const GPtrArray *courses)
{
  for (guint i = 0; i < courses->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ";" : "",
                            ((const JkbCourse *) g_ptr_array_index (courses, i))->name);
}

char *
jkb_courses_print_fit (const GPtrArray *fits)
{
  GString *text = g_string_new ("framework\tedition\trole_id\tname_en\tname_ja\tduties\ttaught\t"
                                "statements\tstatements_taught\tcourses\tmissing\n");

  for (guint i = 0; i < fits->len; i++)
    {
      const JkbCourseFit *fit = g_ptr_array_index (fits, i);
      const JkbRole *role = fit->role;

      g_string_append_printf (text, "%s\t%s\t%s\t%s\t%s\t%u\t%u\t%u\t%u\t", role->framework->id,
                              role->framework->edition, role->id, role->name.en, role->name.ja,
                              fit->taught->len + fit->missing->len, fit->taught->len,
                              fit->n_statements, fit->n_statements - fit->untaught->len);
      print_courses (text, fit->courses);
      g_string_append_c (text, '\t');
      print_duties (text, fit->missing);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}
