/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frameworks/jkb-courses.h"

#include <string.h>

#include "core/jkb-data-table.h"
#include "frameworks/jkb-own-changes.h"
#include "frameworks/jkb-role-statements.h"

#define SEPARATOR ";"

enum { C_COURSE, C_ROLES, C_STATEMENTS };
static const char *const columns[] = { "course", "roles", "statements", NULL };

static void
free_course (gpointer pointer)
{
  JkbCourse *course = pointer;

  g_free (course->name);
  g_strfreev (course->roles);
  g_strfreev (course->statements);
  g_free (course);
}

GPtrArray *
jkb_courses_new (void)
{
  return g_ptr_array_new_with_free_func (free_course);
}

static gboolean
find_index (const GPtrArray *courses, const char *name, guint *index)
{
  for (guint i = 0; i < courses->len; i++)
    if (strcmp (((const JkbCourse *) g_ptr_array_index (courses, i))->name, name) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

const JkbCourse *
jkb_courses_find (const GPtrArray *courses, const char *name)
{
  guint index;

  return find_index (courses, name, &index) ? g_ptr_array_index (courses, index) : NULL;
}

gboolean
jkb_courses_unset (GPtrArray *courses, const char *name)
{
  guint index;

  if (!find_index (courses, name, &index))
    return FALSE;
  g_ptr_array_remove_index (courses, index);
  return TRUE;
}

/* Without blanks around them, empty ones and those that were there before. */
static char **
copy_list (const char *const *list)
{
  g_autoptr(GPtrArray) copy = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; list[i] != NULL; i++)
    {
      g_autofree char *item = jkb_own_field (list[i]);

      g_strdelimit (item, SEPARATOR, ' ');
      if (*item != '\0' && !g_ptr_array_find_with_equal_func (copy, item, g_str_equal, NULL))
        g_ptr_array_add (copy, g_steal_pointer (&item));
    }
  g_ptr_array_add (copy, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&copy), FALSE);
}

void
jkb_courses_set (GPtrArray *courses, const char *name, const char *const *roles,
                 const char *const *statements)
{
  JkbCourse *course = g_new0 (JkbCourse, 1);

  course->name = jkb_own_field (name);
  course->roles = copy_list (roles);
  course->statements = copy_list (statements);
  jkb_courses_unset (courses, course->name);
  g_ptr_array_add (courses, course);
}

/* ---- the table ---- */

static const JkbFramework *
find_edition (const JkbFrameworks *frameworks, char **parts)
{
  return g_strv_length (parts) == 3 ? jkb_frameworks_find (frameworks, parts[0], parts[1]) : NULL;
}

static gboolean
is_role (const JkbFrameworks *frameworks, char **parts)
{
  const JkbFramework *edition = find_edition (frameworks, parts);

  return edition != NULL && jkb_framework_find_role (edition, parts[2]) != NULL;
}

static gboolean
has_statement (const GPtrArray *statements, const char *id)
{
  for (guint i = 0; statements != NULL && i < statements->len; i++)
    if (strcmp (((const JkbStatement *) g_ptr_array_index (statements, i))->id, id) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_statement (const JkbFrameworks *frameworks, char **parts)
{
  const JkbFramework *edition = find_edition (frameworks, parts);

  for (guint i = 0; edition != NULL && i < edition->roles->len; i++)
    if (has_statement (((const JkbRole *) g_ptr_array_index (edition->roles, i))->statements,
                       parts[2]))
      return TRUE;
  return FALSE;
}

static gboolean
check_list (const JkbDataTable *table, guint row, const JkbFrameworks *frameworks, char **list,
            gboolean is_roles, GError **error)
{
  for (gsize i = 0; frameworks != NULL && list[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (list[i], "/", 3);

      if (!(is_roles ? is_role (frameworks, parts) : is_statement (frameworks, parts)))
        return jkb_data_table_fail (table, row, error, "no %s “%s”",
                                    is_roles ? "role" : "statement", list[i]);
    }
  return TRUE;
}

static gboolean
parse_row (GPtrArray *courses, const JkbDataTable *table, guint row,
           const JkbFrameworks *frameworks, GError **error)
{
  const char *name = jkb_data_table_get (table, row, C_COURSE);
  g_auto(GStrv) roles = g_strsplit (jkb_data_table_get (table, row, C_ROLES), SEPARATOR, -1);
  g_auto(GStrv) statements
      = g_strsplit (jkb_data_table_get (table, row, C_STATEMENTS), SEPARATOR, -1);
  const JkbCourse *course;

  if (*name == '\0')
    return jkb_data_table_fail (table, row, error, "a course without a name");
  jkb_courses_set (courses, name, (const char *const *) roles, (const char *const *) statements);
  course = g_ptr_array_index (courses, courses->len - 1);
  return check_list (table, row, frameworks, course->roles, TRUE, error)
         && check_list (table, row, frameworks, course->statements, FALSE, error);
}

GPtrArray *
jkb_courses_parse (const char *text, const char *name, const JkbFrameworks *frameworks,
                   GError **error)
{
  g_autoptr(JkbDataTable) table = jkb_data_table_parse (text, name, columns, error);
  g_autoptr(GPtrArray) courses = jkb_courses_new ();

  for (guint row = 0; table != NULL && row < jkb_data_table_n_rows (table); row++)
    if (!parse_row (courses, table, row, frameworks, error))
      return NULL;
  return table != NULL ? g_steal_pointer (&courses) : NULL;
}

char *
jkb_courses_print (const GPtrArray *courses)
{
  g_autofree char *head = g_strjoinv ("\t", (char **) columns);
  GString *text = g_string_new ("# Own courses, for Jikenbo.\n");

  g_string_append_printf (text, "%s\n", head);
  for (guint i = 0; i < courses->len; i++)
    {
      const JkbCourse *course = g_ptr_array_index (courses, i);
      g_autofree char *roles = g_strjoinv (SEPARATOR, course->roles);
      g_autofree char *statements = g_strjoinv (SEPARATOR, course->statements);

      g_string_append_printf (text, "%s\t%s\t%s\n", course->name, roles, statements);
    }
  return g_string_free (text, FALSE);
}

GPtrArray *
jkb_courses_read (const char *own, GError **error)
{
  g_autofree char *path = g_build_filename (own, JKB_COURSES, NULL);
  g_autofree char *text = NULL;
  GError *reason = NULL;

  if (g_file_get_contents (path, &text, NULL, &reason))
    return jkb_courses_parse (text, JKB_COURSES, NULL, error);
  if (g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      g_error_free (reason);
      return jkb_courses_new ();
    }
  g_propagate_error (error, reason);
  return NULL;
}
