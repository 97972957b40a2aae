/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/jkb-roles-file.h"

#include <glib/gi18n-lib.h>

#include "cli/jkb-json.h"
#include "cli/jkb-output.h"
#include "cli/jkb-roles-words.h"
#include "cli/jkb-table.h"
#include "frameworks/jkb-file-beside.h"
#include "frameworks/jkb-file-changes.h"
#include "labels/jkb-labels.h"

static const char *const fault_nicks[JKB_N_FILE_FAULT_KINDS] = { "dangling", "duplicate", "empty" };

/* ---- JSON ---- */

static void
json_faults (JsonBuilder *json, const GPtrArray *faults)
{
  json_builder_set_member_name (json, "faults");
  json_builder_begin_array (json);
  for (guint i = 0; i < faults->len; i++)
    {
      const JkbFileFault *fault = g_ptr_array_index (faults, i);

      json_builder_begin_object (json);
      jkb_json_string (json, "fault", fault_nicks[fault->kind]);
      jkb_json_string (json, "subject", fault->subject);
      jkb_json_string (json, "object", fault->object);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
json_differences (JsonBuilder *json, const GPtrArray *differences)
{
  json_builder_set_member_name (json, "differences");
  json_builder_begin_array (json);
  for (guint i = 0; i < differences->len; i++)
    {
      const JkbFileDifference *difference = g_ptr_array_index (differences, i);
      const JkbRole *loaded = difference->loaded;
      const JkbFileRole *read = difference->read;

      json_builder_begin_object (json);
      jkb_json_string (json, "role", loaded != NULL ? loaded->id : read->id);
      jkb_json_string (json, "loaded_name", loaded != NULL ? loaded->name.en : NULL);
      jkb_json_string (json, "file_name", read != NULL ? read->name : NULL);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

/* Statements that are not as in the file that was kept before. */
static void
json_changes (JsonBuilder *json, const JkbFrameworkFile *before, const GPtrArray *changes)
{
  jkb_json_string (json, "kept_edition", before != NULL ? before->edition : NULL);
  json_builder_set_member_name (json, "statement_differences");
  json_builder_begin_array (json);
  for (guint i = 0; i < changes->len; i++)
    {
      const JkbStatementChange *change = g_ptr_array_index (changes, i);
      const JkbStatement *statement = change->now != NULL ? change->now : change->before;

      json_builder_begin_object (json);
      jkb_json_string (json, "statement", statement->id);
      jkb_json_string (json, "kept_text", change->before != NULL ? change->before->text : NULL);
      jkb_json_string (json, "file_text", change->now != NULL ? change->now->text : NULL);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
json_file (const JkbFrameworkFile *file, const JkbFramework *loaded, const GPtrArray *differences,
           const JkbFrameworkFile *before, const GPtrArray *changes)
{
  g_autoptr(JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  jkb_json_string (json, "framework", file->framework);
  jkb_json_string (json, "edition", file->edition);
  jkb_json_int (json, "roles", file->roles->len);
  jkb_json_int (json, "statements", file->statements->len);
  for (int kind = 0; kind < JKB_N_STATEMENT_KINDS; kind++)
    jkb_json_int (json, jkb_statement_kind_nick (kind), jkb_statements_count (file->statements, kind));
  json_faults (json, file->faults);
  jkb_json_string (json, "loaded_edition", loaded != NULL ? loaded->edition : NULL);
  json_differences (json, differences);
  json_changes (json, before, changes);
  jkb_roles_print_json (json);
}

/* ---- text ---- */

/* FIRST → SECOND, both from the file, and what is to be said about them. */
static void
print_remark (const char *first, const char *second, const char *remark)
{
  g_autofree char *clean_first = jkb_output_clean (first, TRUE);
  g_autofree char *clean_second = jkb_output_clean (second != NULL ? second : "", TRUE);

  jkb_output_text ("  %s%s%s  %s\n", clean_first, second != NULL ? " → " : "", clean_second,
                   remark);
}

static const char *
label_fault (JkbFileFaultKind kind)
{
  switch (kind)
    {
    case JKB_FILE_FAULT_DANGLING:
      return _("refers to what is not there; left out");
    case JKB_FILE_FAULT_DUPLICATE:
      return _("is there twice; the first one holds");
    case JKB_FILE_FAULT_EMPTY:
    case JKB_N_FILE_FAULT_KINDS:
    default:
      return _("has no words");
    }
}

static void
text_differences (const JkbFramework *loaded, const GPtrArray *differences)
{
  g_autofree char *heading
      /* Translators: %s %s is a framework and its edition, e.g. NICE 2.2.0 */
      = g_strdup_printf (differences->len > 0 ? _("Differences to %s %s")
                                              : _("No role differs from those of %s %s"),
                         loaded->short_name, loaded->edition);

  jkb_output_text ("\n%s\n", heading);
  for (guint i = 0; i < differences->len; i++)
    {
      const JkbFileDifference *difference = g_ptr_array_index (differences, i);

      if (difference->read == NULL)
        print_remark (difference->loaded->id, NULL, _("not in the file"));
      else if (difference->loaded == NULL)
        print_remark (difference->read->id, NULL, _("only in the file"));
      else
        print_remark (difference->loaded->name.en, difference->read->name, _("has another name"));
    }
}

static void
text_changes (const JkbFrameworkFile *before, const GPtrArray *changes)
{
  g_autofree char *edition = jkb_output_clean (before->edition, TRUE);
  g_autofree char *title = g_strjoin (*edition != '\0' ? " " : "",
                                      jkb_label_framework (before->framework), edition, NULL);

  jkb_output_text ("\n");
  /* Translators: %s is a framework and its edition, e.g. NICE 2.0.0 */
  jkb_output_text (changes->len > 0 ? _("Differences to the statements of your file of %s")
                                    : _("No statement differs from those of your file of %s"),
                   title);
  jkb_output_text ("\n");
  for (guint i = 0; i < changes->len; i++)
    {
      const JkbStatementChange *change = g_ptr_array_index (changes, i);

      if (change->now == NULL)
        print_remark (change->before->id, NULL, _("not in the file"));
      else if (change->before == NULL)
        print_remark (change->now->id, NULL, _("only in the file"));
      else
        print_remark (change->now->id, NULL, _("has other words"));
    }
}

static void
text_file (const JkbFrameworkFile *file, const JkbFramework *loaded, const GPtrArray *differences)
{
  g_autofree char *edition = jkb_output_clean (file->edition, TRUE);

  jkb_output_text ("%s%s%s\n", file->framework, *edition != '\0' ? " " : "", edition);
  jkb_output_text ("  %u  %s\n", file->roles->len, _("Roles"));
  for (int kind = 0; kind < JKB_N_STATEMENT_KINDS; kind++)
    if (jkb_statements_count (file->statements, kind) > 0)
      jkb_output_text ("  %u  %s\n", jkb_statements_count (file->statements, kind), jkb_roles_label_kind (kind));
  if (file->faults->len > 0)
    jkb_output_text ("\n%s\n", _("What Is Odd in the File"));
  for (guint i = 0; i < file->faults->len; i++)
    {
      const JkbFileFault *fault = g_ptr_array_index (file->faults, i);

      print_remark (fault->subject, fault->object, label_fault (fault->kind));
    }
  if (loaded != NULL)
    text_differences (loaded, differences);
}

void
jkb_roles_print_file (const JkbFrameworks *frameworks, const JkbFrameworkFile *file,
                      gboolean is_json)
{
  const JkbFramework *loaded = jkb_framework_file_find_loaded (file, frameworks);
  g_autoptr(GPtrArray) differences
      = loaded != NULL ? jkb_framework_file_compare (file, loaded) : g_ptr_array_new ();
  const JkbFrameworkFile *before = jkb_file_changes_find_before (file, frameworks);
  g_autoptr(GPtrArray) changes
      = before != NULL ? jkb_file_changes_new (before, file) : g_ptr_array_new ();

  if (is_json)
    {
      json_file (file, loaded, differences, before, changes);
      return;
    }
  text_file (file, loaded, differences);
  if (before != NULL)
    text_changes (before, changes);
}

static void
json_statement (const JkbFileRole *role, const JkbStatement *statement)
{
  g_autoptr(JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  jkb_json_string (json, "role", role->id);
  jkb_json_string (json, "statement", statement->id);
  jkb_json_string (json, "kind", jkb_statement_kind_nick (statement->kind));
  jkb_json_string (json, "text", statement->text);
  jkb_roles_print_json (json);
}

void
jkb_roles_print_file_role (const JkbFileRole *role, gboolean is_json)
{
  const JkbTableColumn columns[] = {
    { C_("kind of statement", "Kind"), FALSE, 0 },
    { _("Statement"), FALSE, 0 },
    { _("Words"), FALSE, 0 },
  };
  g_autoptr(JkbTable) table = jkb_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < role->statements->len; i++)
    {
      const JkbStatement *statement = g_ptr_array_index (role->statements, i);

      if (is_json)
        json_statement (role, statement);
      jkb_table_add (table, jkb_roles_label_kind (statement->kind));
      jkb_table_add (table, statement->id);
      jkb_table_add (table, statement->text);
    }
  if (!is_json)
    jkb_table_print (table);
}

/* ---- roles that share statements ---- */

static void
json_beside (const JkbFileRole *role, const JkbFileBeside *beside)
{
  g_autoptr(JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  jkb_json_string (json, "from", role->id);
  jkb_json_string (json, "to", beside->role->id);
  jkb_json_int (json, "shared", beside->n_shared);
  jkb_json_int (json, "to_learn", beside->n_new);
  jkb_json_int (json, "left", beside->n_left);
  jkb_roles_print_json (json);
}

void
jkb_roles_print_file_beside (const JkbFrameworkFile *file, const JkbFileRole *role,
                             gboolean is_json)
{
  const JkbTableColumn columns[] = {
    { _("Role"), FALSE, 28 },
    { _("Shared statements"), TRUE, 0 },
    { _("To learn"), TRUE, 0 },
    { _("Name"), FALSE, 0 },
  };
  g_autoptr(JkbTable) table = jkb_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr(GPtrArray) all = jkb_framework_file_beside (file, role);

  for (guint i = 0; i < all->len; i++)
    {
      const JkbFileBeside *beside = g_ptr_array_index (all, i);
      g_autofree char *shared = g_strdup_printf ("%u", beside->n_shared);
      g_autofree char *new = g_strdup_printf ("%u", beside->n_new);

      if (is_json)
        json_beside (role, beside);
      jkb_table_add (table, beside->role->id);
      jkb_table_add (table, shared);
      jkb_table_add (table, new);
      jkb_table_add (table, beside->role->name);
    }
  if (!is_json && all->len > 0)
    jkb_table_print (table);
}
