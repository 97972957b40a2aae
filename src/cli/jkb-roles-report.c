/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/jkb-roles-report.h"

#include <glib/gi18n-lib.h>

#include "cli/jkb-json.h"
#include "cli/jkb-output.h"
#include "cli/jkb-roles-words.h"
#include "cli/jkb-table.h"
#include "frameworks/jkb-role-statements.h"
#include "labels/jkb-labels.h"

/* ---- editions ---- */

static void
json_framework (const JkbFramework *framework)
{
  g_autoptr(JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  jkb_json_string (json, "framework", framework->id);
  jkb_json_string (json, "edition", framework->edition);
  jkb_json_string (json, "name_en", framework->name.en);
  jkb_json_string (json, "name_ja", framework->name.ja);
  jkb_json_string (json, "publisher", framework->publisher.en);
  jkb_json_string (json, "published", framework->published);
  json_builder_set_member_name (json, "current");
  json_builder_add_boolean_value (json, framework->is_current);
  jkb_json_int (json, "roles", framework->roles->len);
  jkb_json_string (json, "link", framework->link);
  jkb_roles_print_json (json);
}

static void
table_frameworks (const GPtrArray *all)
{
  const JkbTableColumn columns[] = {
    { _("Framework"), FALSE, 0 },       { _("Edition"), FALSE, 0 },
    { _("Published"), FALSE, 0 },       { _("Roles"), TRUE, 0 },
    { C_("edition", "Current"), FALSE, 0 }, { _("Name"), FALSE, 0 },
  };
  g_autoptr(JkbTable) table = jkb_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < all->len; i++)
    {
      const JkbFramework *framework = g_ptr_array_index (all, i);
      g_autofree char *n_roles = g_strdup_printf ("%u", framework->roles->len);

      jkb_table_add (table, framework->id);
      jkb_table_add (table, framework->edition);
      jkb_table_add (table, framework->published);
      jkb_table_add (table, n_roles);
      jkb_table_add (table, jkb_label_tri_state (framework->is_current ? JKB_YES : JKB_NO));
      jkb_table_add (table, jkb_roles_pick (&framework->name));
    }
  jkb_table_print (table);
}

void
jkb_roles_print_frameworks (const JkbFrameworks *frameworks, gboolean is_json)
{
  const GPtrArray *all = jkb_frameworks_get_all (frameworks);

  if (!is_json)
    table_frameworks (all);
  else
    for (guint i = 0; i < all->len; i++)
      json_framework (g_ptr_array_index (all, i));
}

/* ---- assignments ---- */

static void
json_assignment (const JkbAssignment *assignment)
{
  g_autoptr(JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  jkb_json_string (json, "subject", jkb_subject_nick (assignment->subject));
  jkb_json_string (json, "phase", jkb_word_nick (JKB_WORDS_PHASE, (int) assignment->phase));
  jkb_roles_json_role (json, assignment->role);
  jkb_json_int (json, "weight", assignment->weight);
  jkb_json_string (json, "reason_en", assignment->reason.en);
  jkb_json_string (json, "reason_ja", assignment->reason.ja);
  jkb_json_string (json, "via", assignment->via != NULL ? assignment->via->id : NULL);
  jkb_roles_print_json (json);
}

static void
table_assignments (const GPtrArray *assignments, gboolean with_subject)
{
  const JkbTableColumn all_columns[] = {
    { _("Type"), FALSE, 30 },  { _("Framework"), FALSE, 0 }, { _("Phase"), FALSE, 0 },
    { _("Part"), FALSE, 0 },   { _("Role"), FALSE, 28 },     { _("Name"), FALSE, 44 },
    { _("Reason"), FALSE, 0 },
  };
  guint first = with_subject ? 0 : 1;
  g_autoptr(JkbTable) table
      = jkb_table_new (all_columns + first, G_N_ELEMENTS (all_columns) - first);

  for (guint i = 0; i < assignments->len; i++)
    {
      const JkbAssignment *assignment = g_ptr_array_index (assignments, i);
      g_autofree char *framework = jkb_roles_name_edition (assignment->role->framework);

      if (with_subject)
        jkb_table_add (table, jkb_roles_label_subject (assignment->subject));
      jkb_table_add (table, framework);
      jkb_table_add (table, jkb_label (JKB_WORDS_PHASE, (int) assignment->phase));
      jkb_table_add (table, jkb_roles_label_weight (assignment->weight));
      jkb_table_add (table, assignment->role->id);
      jkb_table_add (table, jkb_roles_pick (&assignment->role->name));
      jkb_table_add (table, jkb_roles_pick (&assignment->reason));
    }
  if (assignments->len > 0)
    jkb_table_print (table);
}

void
jkb_roles_print_assignments (const GPtrArray *assignments, gboolean with_subject, gboolean is_json)
{
  if (!is_json)
    table_assignments (assignments, with_subject);
  else
    for (guint i = 0; i < assignments->len; i++)
      json_assignment (g_ptr_array_index (assignments, i));
}

/* ---- one role ---- */

/* All cells of a role, by subject. */
static GPtrArray *
list_cells (const JkbFrameworks *frameworks, const JkbRole *role)
{
  GPtrArray *all = g_ptr_array_new ();

  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    {
      g_autoptr(GPtrArray) cell = jkb_frameworks_cell (frameworks, subject, role);

      g_ptr_array_extend (all, cell, NULL, NULL);
    }
  return all;
}

static const char *
nick_origin (JkbOrigin origin)
{
  static const char *const nicks[] = { "bundled", "imported", "own" };

  return nicks[origin];
}

static void
json_neighbours (JsonBuilder *json, const GPtrArray *neighbours)
{
  json_builder_set_member_name (json, "neighbours");
  json_builder_begin_array (json);
  for (guint i = 0; i < neighbours->len; i++)
    {
      const JkbNeighbour *neighbour = g_ptr_array_index (neighbours, i);

      json_builder_begin_object (json);
      jkb_json_string (json, "framework", neighbour->framework->id);
      jkb_json_string (json, "edition", neighbour->framework->edition);
      jkb_json_string (json, "role", neighbour->role_id);
      jkb_json_string (json, "relation", jkb_relation_nick (neighbour->relation));
      jkb_json_string (json, "source_url", neighbour->source_url);
      jkb_json_string (json, "origin", nick_origin (neighbour->origin));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
json_cells (JsonBuilder *json, const GPtrArray *cells)
{
  json_builder_set_member_name (json, "assignments");
  json_builder_begin_array (json);
  for (guint i = 0; i < cells->len; i++)
    {
      const JkbAssignment *cell = g_ptr_array_index (cells, i);

      json_builder_begin_object (json);
      jkb_json_string (json, "subject", jkb_subject_nick (cell->subject));
      jkb_json_string (json, "phase", jkb_word_nick (JKB_WORDS_PHASE, (int) cell->phase));
      jkb_json_int (json, "weight", cell->weight);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
json_levels (JsonBuilder *json, const GPtrArray *levels)
{
  json_builder_set_member_name (json, "levels");
  json_builder_begin_array (json);
  for (guint i = 0; i < levels->len; i++)
    {
      const JkbLevel *level = g_ptr_array_index (levels, i);

      json_builder_begin_object (json);
      jkb_json_string (json, "code", *level->code != '\0' ? level->code : NULL);
      jkb_json_string (json, "name_en", level->name.en);
      jkb_json_string (json, "name_ja", level->name.ja);
      jkb_json_int (json, "level", level->level);
      jkb_json_string (json, "source_url", level->source_url);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
text_levels (const GPtrArray *levels)
{
  if (levels->len > 0)
    jkb_output_text ("\n%s\n", _("Levels"));
  for (guint i = 0; i < levels->len; i++)
    {
      const JkbLevel *level = g_ptr_array_index (levels, i);

      jkb_output_text ("  %u  %s%s%s\n", level->level, level->code, *level->code != '\0' ? " " : "",
                       jkb_roles_pick (&level->name));
    }
}

static void
json_whole_role (const JkbRole *role, const GPtrArray *cells, const GPtrArray *neighbours,
                 const GPtrArray *levels, const GPtrArray *statements)
{
  g_autoptr(JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  jkb_roles_json_role (json, role);
  jkb_json_string (json, "category_en", role->category.en);
  jkb_json_string (json, "category_ja", role->category.ja);
  jkb_json_string (json, "opm_code", role->opm_code);
  jkb_json_string (json, "summary_en", role->summary.en);
  jkb_json_string (json, "summary_ja", role->summary.ja);
  jkb_json_string (json, "source_url", role->source_url);
  jkb_json_string (json, "origin", nick_origin (role->origin));
  jkb_json_int (json, "statements", statements != NULL ? statements->len : 0);
  json_cells (json, cells);
  json_neighbours (json, neighbours);
  json_levels (json, levels);
  jkb_roles_print_json (json);
}

/* How many of each kind, and whose file they are from. */
static void
text_statements (const GPtrArray *statements, const JkbFramework *edition)
{
  if (statements == NULL)
    return;
  jkb_output_text ("\n%s (%s %s)\n", _("Tasks, Knowledge, Skills"), edition->short_name,
                   edition->edition);
  for (int kind = 0; kind < JKB_N_STATEMENT_KINDS; kind++)
    {
      guint n = jkb_statements_count (statements, (JkbStatementKind) kind);

      if (n > 0)
        jkb_output_text ("  %u  %s\n", n, jkb_roles_label_kind ((JkbStatementKind) kind));
    }
}

static const char *
word_source (const JkbNeighbour *neighbour)
{
  if (neighbour->origin == JKB_ORIGIN_OWN)
    return _("; your own judgement");
  if (neighbour->origin == JKB_ORIGIN_IMPORTED)
    return _("; the same identifier");
  /* Translators: a relation that no publisher states */
  return neighbour->source_url == NULL ? _("; our own judgement") : "";
}

static void
print_neighbour (const JkbNeighbour *neighbour)
{
  const char *name = neighbour->role != NULL ? jkb_roles_pick (&neighbour->role->name) : "";

  jkb_output_text ("  %s %s  %s  %s  (%s%s)\n", jkb_label_framework (neighbour->framework->id),
                   neighbour->framework->edition, neighbour->role_id, name,
                   jkb_roles_label_relation (neighbour->relation),
                   word_source (neighbour));
}

static void
text_whole_role (const JkbRole *role, const GPtrArray *cells, const GPtrArray *neighbours)
{
  jkb_output_text ("%s %s  %s  %s\n", role->framework->short_name, role->framework->edition,
                   role->id, jkb_roles_pick (&role->name));
  jkb_output_text ("  %s\n  %s\n", jkb_roles_pick (&role->category),
                   jkb_roles_pick (&role->summary));
  if (cells->len > 0)
    {
      jkb_output_text ("\n");
      table_assignments (cells, TRUE);
    }
  if (neighbours->len > 0)
    jkb_output_text ("\n%s\n", _("Neighbours in other frameworks and editions"));
  for (guint i = 0; i < neighbours->len; i++)
    print_neighbour (g_ptr_array_index (neighbours, i));
}

void
jkb_roles_print_role (const JkbFrameworks *frameworks, const JkbRole *role, gboolean is_json)
{
  g_autoptr(GPtrArray) cells = list_cells (frameworks, role);
  g_autoptr(GPtrArray) levels = jkb_frameworks_levels (frameworks, role);
  const GPtrArray *neighbours = jkb_frameworks_neighbours (frameworks, role);
  const JkbFramework *edition = NULL;
  const GPtrArray *statements = jkb_frameworks_statements (frameworks, role, &edition);

  if (is_json)
    {
      json_whole_role (role, cells, neighbours, levels, statements);
      return;
    }
  text_whole_role (role, cells, neighbours);
  text_levels (levels);
  text_statements (statements, edition);
}

/* ---- the matrix ---- */

static void
json_cell (const JkbRole *role, JkbSubject subject, int weight)
{
  g_autoptr(JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  jkb_roles_json_role (json, role);
  jkb_json_string (json, "subject", jkb_subject_nick (subject));
  jkb_json_int (json, "weight", weight);
  jkb_roles_print_json (json);
}

static void
json_matrix (const JkbFrameworks *frameworks, const JkbFramework *framework)
{
  for (guint i = 0; i < framework->roles->len; i++)
    for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
      {
        const JkbRole *role = g_ptr_array_index (framework->roles, i);
        int weight = jkb_frameworks_weight (frameworks, subject, role, JKB_PHASE_ANY);

        if (weight > 0)
          json_cell (role, subject, weight);
      }
}

/* Headings of fourteen columns have to be short: letters, explained below the table. */
static char *
make_letter (JkbSubject subject)
{
  return g_strdup_printf ("%c", 'A' + subject);
}

static void
table_matrix (const JkbFrameworks *frameworks, const JkbFramework *framework)
{
  JkbTableColumn columns[JKB_N_SUBJECTS + 2];
  g_autoptr(GPtrArray) letters = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(JkbTable) table = NULL;

  columns[0] = (JkbTableColumn){ framework->short_name, FALSE, 0 };
  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    {
      g_ptr_array_add (letters, make_letter (subject));
      columns[subject + 1]
          = (JkbTableColumn){ g_ptr_array_index (letters, letters->len - 1), TRUE, 0 };
    }
  columns[JKB_N_SUBJECTS + 1] = (JkbTableColumn){ _("Name"), FALSE, 0 };
  table = jkb_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < framework->roles->len; i++)
    {
      const JkbRole *role = g_ptr_array_index (framework->roles, i);

      jkb_table_add (table, role->id);
      for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
        {
          int weight = jkb_frameworks_weight (frameworks, subject, role, JKB_PHASE_ANY);
          char digit[2] = { (char) (weight > 0 ? '0' + weight : '.'), '\0' };

          jkb_table_add (table, digit);
        }
      jkb_table_add (table, jkb_roles_pick (&role->name));
    }
  jkb_table_print (table);
}

static void
print_legend (void)
{
  jkb_output_text ("\n%s\n", _("3 leads, 2 is involved, 1 supports, . has no part"));
  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    jkb_output_text ("  %c  %s\n", 'A' + subject, jkb_roles_label_subject (subject));
}

void
jkb_roles_print_matrix (const JkbFrameworks *frameworks, const JkbFramework *framework,
                        gboolean is_json)
{
  if (is_json)
    {
      json_matrix (frameworks, framework);
      return;
    }
  table_matrix (frameworks, framework);
  print_legend ();
}
