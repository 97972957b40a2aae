/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Courses laid against roles, and descriptions of jobs.
 */
#include <glib/gi18n-lib.h>

#include "cli/jkb-json.h"
#include "cli/jkb-output.h"
#include "cli/jkb-roles-needs.h"
#include "cli/jkb-roles-words.h"
#include "cli/jkb-table.h"
#include "frameworks/jkb-course-fit.h"
#include "frameworks/jkb-job-description.h"
#include "frameworks/jkb-statement.h"
#include "labels/jkb-labels.h"

/* ---- courses ---- */

static void
json_fit (const JkbCourseFit *fit)
{
  g_autoptr(JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  jkb_roles_json_member (json, "role", fit->role);
  jkb_roles_json_duties (json, "taught", fit->taught);
  jkb_roles_json_duties (json, "missing", fit->missing);
  json_builder_set_member_name (json, "courses");
  json_builder_begin_array (json);
  for (guint i = 0; i < fit->courses->len; i++)
    json_builder_add_string_value (json,
                                   ((const JkbCourse *) fit->courses->pdata[i])->name);
  json_builder_end_array (json);
  jkb_json_int (json, "statements", fit->n_statements);
  json_builder_set_member_name (json, "statements_missing");
  json_builder_begin_array (json);
  for (guint i = 0; i < fit->untaught->len; i++)
    json_builder_add_string_value (json, ((const JkbStatement *) fit->untaught->pdata[i])->id);
  json_builder_end_array (json);
  jkb_roles_print_json (json);
}

static char *
list_duties (const GPtrArray *duties)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < duties->len; i++)
    {
      const JkbAssignment *duty = g_ptr_array_index (duties, i);

      g_string_append_printf (list, "%s%s %s", i > 0 ? " · " : "",
                              jkb_roles_label_subject (duty->subject),
                              jkb_label (JKB_WORDS_PHASE, (int) duty->phase));
    }
  return g_string_free (list, FALSE);
}

static void
add_share (JkbTable *table, guint n_taught, guint n_all)
{
  g_autofree char *share = n_all > 0 ? g_strdup_printf ("%u/%u", n_taught, n_all) : g_strdup ("");

  jkb_table_add (table, share);
}

/* Roles to which no course leads are none of the trainer's. */
static void
table_fits (const GPtrArray *fits)
{
  const JkbTableColumn columns[] = {
    { _("Role"), FALSE, 28 },       { _("Duties"), TRUE, 0 }, { _("Statements"), TRUE, 0 },
    { _("Name"), FALSE, 44 },       { _("Missing"), FALSE, 0 },
  };
  g_autoptr(JkbTable) table = jkb_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < fits->len; i++)
    {
      const JkbCourseFit *fit = g_ptr_array_index (fits, i);
      g_autofree char *missing = list_duties (fit->missing);

      if (fit->courses->len == 0)
        continue;
      jkb_table_add (table, fit->role->id);
      add_share (table, fit->taught->len, fit->taught->len + fit->missing->len);
      add_share (table, fit->n_statements - fit->untaught->len, fit->n_statements);
      jkb_table_add (table, jkb_roles_pick (&fit->role->name));
      jkb_table_add (table, missing);
    }
  jkb_table_print (table);
}

static GPtrArray *
read_courses (const JkbFrameworks *frameworks, const char *file, GError **error)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (file, &text, NULL, error))
    return NULL;
  return jkb_courses_parse (text, file, frameworks, error);
}

JkbExit
jkb_roles_needs_courses (const JkbFrameworks *frameworks, const JkbFramework *framework,
                         const char *file, gboolean is_json)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) courses = read_courses (frameworks, file, &error);
  g_autoptr(GPtrArray) fits = NULL;

  if (courses == NULL)
    {
      jkb_output_failure (NULL, error->message);
      return JKB_EXIT_FAILED;
    }
  fits = jkb_courses_fit (frameworks, courses, framework);
  if (!is_json)
    table_fits (fits);
  else
    for (guint i = 0; i < fits->len; i++)
      json_fit (g_ptr_array_index (fits, i));
  return JKB_EXIT_GOOD;
}

/* ---- a description ---- */

static void
json_section (JsonBuilder *json, const JkbJobSection *section)
{
  json_builder_begin_object (json);
  jkb_json_string (json, "section", section->nick);
  jkb_json_string (json, "heading", section->heading);
  json_builder_set_member_name (json, "lines");
  json_builder_begin_array (json);
  for (guint i = 0; i < section->lines->len; i++)
    json_builder_add_string_value (json, g_ptr_array_index (section->lines, i));
  json_builder_end_array (json);
  jkb_json_string (json, "source", section->source);
  json_builder_end_object (json);
}

static void
json_description (const JkbJobDescription *description)
{
  g_autoptr(JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  jkb_roles_json_member (json, "role", description->role);
  jkb_json_string (json, "language", description->is_japanese ? "ja" : "en");
  jkb_json_string (json, "title", description->title);
  json_builder_set_member_name (json, "sections");
  json_builder_begin_array (json);
  for (guint i = 0; i < description->sections->len; i++)
    json_section (json, g_ptr_array_index (description->sections, i));
  json_builder_end_array (json);
  jkb_roles_print_json (json);
}

JkbExit
jkb_roles_needs_description (const JkbFrameworks *frameworks, const JkbRole *role,
                             const char *language, gboolean is_json)
{
  gboolean is_japanese = g_str_equal (language != NULL ? language : jkb_label_pick ("en", "ja"),
                                      "ja");
  g_autoptr(JkbJobDescription) description
      = jkb_job_description_new (frameworks, role, is_japanese);
  g_autofree char *text = jkb_job_description_print (description);

  if (is_json)
    json_description (description);
  else
    jkb_output_text ("%s", text);
  return JKB_EXIT_GOOD;
}
