/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/jkb-roles-own.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/jkb-json.h"
#include "cli/jkb-output.h"
#include "cli/jkb-roles-file.h"
#include "cli/jkb-roles-words.h"
#include "frameworks/jkb-framework-open.h"
#include "frameworks/jkb-framework-shelf.h"
#include "frameworks/jkb-frameworks-own.h"
#include "frameworks/jkb-own-changes.h"

static JkbExit
fail (const char *name, const GError *error)
{
  jkb_output_failure (error->domain == JKB_FRAMEWORK_ERROR ? name : NULL, error->message);
  return JKB_EXIT_FAILED;
}

static JkbExit
print_opened (const JkbFrameworks *frameworks, const JkbFrameworkFile *file,
              const JkbRolesRead *asked, gboolean is_json)
{
  const char *id = asked->role != NULL ? asked->role : asked->beside;
  const JkbFileRole *role = id != NULL ? jkb_framework_file_find_role (file, id) : NULL;

  if (id == NULL)
    {
      jkb_roles_print_file (frameworks, file, is_json);
      return JKB_EXIT_GOOD;
    }
  if (role == NULL)
    {
      jkb_output_failure (id, _("there is no such role"));
      return JKB_EXIT_FAILED;
    }
  if (asked->role != NULL)
    jkb_roles_print_file_role (role, is_json);
  else
    jkb_roles_print_file_beside (file, role, is_json);
  return JKB_EXIT_GOOD;
}

static JkbExit
keep (const char *own, const JkbFrameworkOpened *opened, gboolean is_json)
{
  g_autofree char *name = jkb_own_name_imported (opened->file);
  char *table = jkb_framework_file_print (opened->file);
  g_autoptr(GBytes) contents = g_bytes_new_take (table, strlen (table));
  g_autoptr(GError) error = NULL;

  if (!jkb_own_swap (own, name, contents, NULL, &error)
      || (opened->map != NULL && !jkb_framework_remember_map (own, opened, &error)))
    return fail (name, error);
  if (!is_json)
    /* Translators: %s is a name that --forget takes */
    jkb_output_text (_("\nKept as %s\n"), name);
  return JKB_EXIT_GOOD;
}

static JkbExit
ask_for_map (const char *name, const JkbColumnMap *guess)
{
  g_autofree char *words = jkb_column_map_print (guess);
  /* Translators: %s is a map of columns as --map takes it */
  g_autofree char *reason = g_strdup_printf (_("its columns have to be assigned, e.g. --map=“%s”"),
                                             words);

  jkb_output_failure (name, reason);
  return JKB_EXIT_FAILED;
}

JkbExit
jkb_roles_own_read (const JkbFrameworks *frameworks, const JkbRolesRead *asked, gboolean is_json)
{
  g_autofree char *own = jkb_own_folder ();
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbColumnMap) map = NULL;
  g_autoptr(JkbFrameworkOpened) opened = NULL;
  JkbExit status;

  if (asked->map != NULL && (map = jkb_column_map_parse (asked->map, &error)) == NULL)
    return fail (asked->file, error);
  opened = jkb_framework_open (asked->file, own, map, frameworks, &error);
  if (opened == NULL)
    return fail (asked->file, error);
  if (opened->file == NULL)
    return ask_for_map (asked->file, opened->map);
  status = print_opened (frameworks, opened->file, asked, is_json);
  if (status == JKB_EXIT_GOOD && asked->is_kept)
    status = keep (own, opened, is_json);
  return status;
}

JkbExit
jkb_roles_own_forget (const char *name)
{
  g_autofree char *own = jkb_own_folder ();
  g_autoptr(GPtrArray) names = jkb_own_list_imported (own);
  g_autoptr(GError) error = NULL;

  if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    {
      jkb_output_failure (name, _("nothing is kept under this name"));
      return JKB_EXIT_FAILED;
    }
  return jkb_own_swap (own, name, NULL, NULL, &error) ? JKB_EXIT_GOOD : fail (name, error);
}

/* ---- own changes ---- */

static void
json_change (const JkbOwnChange *change)
{
  g_autoptr(JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  jkb_json_string (json, "change", jkb_own_kind_nick (change->kind));
  jkb_json_string (json, "framework", change->framework);
  jkb_json_string (json, "edition", change->edition);
  jkb_json_string (json, "role", change->role_id);
  jkb_json_string (json, "other", change->other);
  jkb_json_string (json, "value", change->value);
  jkb_json_string (json, "text_en", change->text.en);
  jkb_json_string (json, "text_ja", change->text.ja);
  jkb_roles_print_json (json);
}

JkbExit
jkb_roles_own_print (const JkbFrameworks *frameworks, gboolean is_json)
{
  const GPtrArray *changes = jkb_frameworks_own_changes (frameworks);
  const GPtrArray *remarks = jkb_frameworks_get_remarks (frameworks);
  g_autofree char *text = changes != NULL ? jkb_own_changes_print (changes) : NULL;

  if (!is_json && text != NULL)
    jkb_output_text ("%s", text);
  for (guint i = 0; is_json && changes != NULL && i < changes->len; i++)
    json_change (g_ptr_array_index (changes, i));
  for (guint i = 0; i < remarks->len; i++)
    jkb_output_failure (NULL, g_ptr_array_index (remarks, i));
  return remarks->len > 0 ? JKB_EXIT_FAILED : JKB_EXIT_GOOD;
}

JkbExit
jkb_roles_own_import (const char *path)
{
  g_autofree char *own = jkb_own_folder ();
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = jkb_own_changes_read (own, &error);
  g_autoptr(GPtrArray) read = NULL;
  g_autoptr(GBytes) contents = NULL;

  if (all == NULL || !g_file_get_contents (path, &text, NULL, &error)
      || (read = jkb_own_changes_parse (text, name, &error)) == NULL)
    return fail (name, error);
  for (guint i = 0; i < read->len; i++)
    jkb_own_changes_set (all, g_ptr_array_index (read, i));
  g_free (text);
  text = jkb_own_changes_print (all);
  contents = g_bytes_new (text, strlen (text));
  return jkb_own_swap (own, JKB_OWN_CHANGES, contents, NULL, &error) ? JKB_EXIT_GOOD
                                                                     : fail (name, error);
}

JkbExit
jkb_roles_own_reset (void)
{
  g_autofree char *own = jkb_own_folder ();
  g_autoptr(GError) error = NULL;

  return jkb_own_swap (own, JKB_OWN_CHANGES, NULL, NULL, &error) ? JKB_EXIT_GOOD
                                                                 : fail (JKB_OWN_CHANGES, error);
}
