/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frameworks/jkb-frameworks-own.h"

#include "frameworks/jkb-courses.h"
#include "frameworks/jkb-framework-shelf.h"
#include "frameworks/jkb-frameworks-private.h"
#include "frameworks/jkb-own-changes.h"

static void
remark (JkbFrameworks *self, const char *name, const GError *error)
{
  g_ptr_array_add (self->remarks, g_strdup_printf ("%s: %s", name, error->message));
}

static void
join_files (JkbFrameworks *self, const char *own)
{
  g_autoptr(GPtrArray) names = jkb_own_list_imported (own);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_build_filename (own, name, NULL);
      g_autoptr(GError) error = NULL;
      JkbFrameworkFile *file = jkb_framework_file_read (path, &error);

      if (file == NULL)
        {
          remark (self, name, error);
          continue;
        }
      jkb_frameworks_join (self, file);
      g_ptr_array_add (self->file_names, g_strdup (name));
    }
}

static void
apply_changes (JkbFrameworks *self, const char *own)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *changes = jkb_own_changes_read (own, &error);

  if (changes != NULL)
    jkb_frameworks_apply (self, changes);
  else
    g_ptr_array_add (self->remarks, g_strdup (error->message));
}

static void
take_courses (JkbFrameworks *self, const char *own)
{
  g_autoptr(GError) error = NULL;

  self->courses = jkb_courses_read (own, &error);
  if (self->courses == NULL)
    g_ptr_array_add (self->remarks, g_strdup (error->message));
}

void
jkb_frameworks_take_own (JkbFrameworks *self, const char *own)
{
  join_files (self, own);
  apply_changes (self, own);
  take_courses (self, own);
}

const GPtrArray *
jkb_frameworks_imported (const JkbFrameworks *frameworks)
{
  return frameworks->files;
}

const GPtrArray *
jkb_frameworks_own_changes (const JkbFrameworks *frameworks)
{
  return frameworks->changes;
}

const GPtrArray *
jkb_frameworks_own_courses (const JkbFrameworks *frameworks)
{
  return frameworks->courses;
}

const char *
jkb_frameworks_imported_name (const JkbFrameworks *frameworks, guint index)
{
  g_return_val_if_fail (index < frameworks->file_names->len, NULL);

  return g_ptr_array_index (frameworks->file_names, index);
}

const GPtrArray *
jkb_frameworks_get_remarks (const JkbFrameworks *frameworks)
{
  return frameworks->remarks;
}

gboolean
jkb_frameworks_is_own (const JkbFrameworks *frameworks, JkbSubject subject, const JkbRole *role,
                       int phase)
{
  int first = phase == JKB_PHASE_ANY ? 0 : phase;
  int last = phase == JKB_PHASE_ANY ? JKB_N_PHASES - 1 : phase;

  for (int one = first; one <= last; one++)
    if (g_hash_table_contains (frameworks->decided, jkb_frameworks_part_key (subject, one, role)))
      return TRUE;
  return FALSE;
}

gboolean
jkb_frameworks_has_own (const JkbFrameworks *frameworks)
{
  return g_hash_table_size (frameworks->decided) > 0;
}
