/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/jkb-roles-compare.h"

#include <glib/gi18n-lib.h>

#include "cli/jkb-json.h"
#include "cli/jkb-output.h"
#include "cli/jkb-roles-words.h"
#include "cli/jkb-table.h"
#include "frameworks/jkb-coverage.h"
#include "frameworks/jkb-edition-changes.h"
#include "frameworks/jkb-role-path.h"
#include "labels/jkb-labels.h"

/* ---- ways ---- */

static void
json_step (const JkbRoleStep *step, const GPtrArray *shared, const GPtrArray *learnt)
{
  g_autoptr(JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  jkb_roles_json_member (json, "from", step->from);
  jkb_roles_json_member (json, "to", step->to);
  jkb_json_string (json, "relation", step->neighbour != NULL
                                         ? jkb_relation_nick (step->neighbour->relation)
                                         : "beside");
  jkb_json_string (json, "source_url",
                   step->neighbour != NULL ? step->neighbour->source_url : NULL);
  jkb_json_int (json, "effort", step->effort);
  jkb_roles_json_duties (json, "carries_over", shared);
  jkb_roles_json_duties (json, "to_learn", learnt);
  jkb_roles_print_json (json);
}

static void
text_duties (const char *heading, const GPtrArray *duties)
{
  if (duties->len > 0)
    jkb_output_text ("    %s\n", heading);
  for (guint i = 0; i < duties->len; i++)
    {
      const JkbAssignment *duty = g_ptr_array_index (duties, i);

      jkb_output_text ("      %s · %s: %s\n", jkb_roles_label_subject (duty->subject),
                       jkb_label (JKB_WORDS_PHASE, (int) duty->phase),
                       jkb_roles_pick (&duty->reason));
    }
}

static void
text_step (const JkbRoleStep *step, const GPtrArray *shared, const GPtrArray *learnt)
{
  g_autofree char *edition = jkb_roles_name_edition (step->to->framework);
  const char *relation = step->neighbour != NULL
                             ? jkb_roles_label_relation (step->neighbour->relation)
                             : C_("relation of roles", "works in the same incidents");
  gboolean is_published = step->neighbour != NULL && step->neighbour->source_url != NULL;
  const char *judgement = is_published ? "" : _("; our own judgement");

  jkb_output_text ("  → %s  %s  %s  (%s%s)\n", edition, step->to->id,
                   jkb_roles_pick (&step->to->name), relation, judgement);
  text_duties (_("What carries over"), shared);
  text_duties (_("What is to be learnt"), learnt);
}

void
jkb_roles_print_path (const JkbFrameworks *frameworks, const GPtrArray *steps, gboolean is_json)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const JkbRoleStep *step = g_ptr_array_index (steps, i);
      g_autoptr(GPtrArray) shared
          = jkb_frameworks_duties (frameworks, step->to, step->from, TRUE);
      g_autoptr(GPtrArray) learnt
          = jkb_frameworks_duties (frameworks, step->to, step->from, FALSE);

      if (is_json)
        json_step (step, shared, learnt);
      else
        text_step (step, shared, learnt);
    }
}

/* ---- beside ---- */

static void
json_beside (const JkbRole *role, const JkbBeside *beside)
{
  g_autoptr(JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  jkb_roles_json_member (json, "from", role);
  jkb_roles_json_member (json, "to", beside->role);
  jkb_json_int (json, "shared", beside->n_shared);
  jkb_json_int (json, "to_learn", beside->n_new);
  jkb_json_int (json, "left", beside->n_left);
  jkb_roles_print_json (json);
}

static void
add_number (JkbTable *table, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  jkb_table_add (table, text);
}

static void
table_beside (const GPtrArray *all)
{
  const JkbTableColumn columns[] = {
    { _("Role"), FALSE, 28 },
    { _("Shared duties"), TRUE, 0 },
    { _("To learn"), TRUE, 0 },
    { _("Name"), FALSE, 0 },
  };
  g_autoptr(JkbTable) table = jkb_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < all->len; i++)
    {
      const JkbBeside *beside = g_ptr_array_index (all, i);

      jkb_table_add (table, beside->role->id);
      add_number (table, beside->n_shared);
      add_number (table, beside->n_new);
      jkb_table_add (table, jkb_roles_pick (&beside->role->name));
    }
  if (all->len > 0)
    jkb_table_print (table);
}

void
jkb_roles_print_beside (const JkbFrameworks *frameworks, const JkbRole *role, gboolean is_json)
{
  g_autoptr(GPtrArray) all = jkb_frameworks_beside (frameworks, role, role->framework);

  if (!is_json)
    table_beside (all);
  else
    for (guint i = 0; i < all->len; i++)
      json_beside (role, g_ptr_array_index (all, i));
}

/* ---- coverage ---- */

static void
json_cell (const JkbCoverageCell *cell)
{
  g_autoptr(JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  jkb_json_string (json, "subject", jkb_subject_nick (cell->subject));
  jkb_json_string (json, "phase", jkb_word_nick (JKB_WORDS_PHASE, (int) cell->phase));
  jkb_json_int (json, "cases", (gint64) cell->n_cases);
  jkb_roles_json_member (json, "held", cell->held != NULL ? cell->held->role : NULL);
  jkb_json_int (json, "held_weight", cell->held != NULL ? cell->held->weight : 0);
  jkb_roles_json_member (json, "needed", cell->needed->role);
  jkb_json_int (json, "needed_weight", cell->needed->weight);
  jkb_roles_print_json (json);
}

static guint
count_gaps (const GPtrArray *cells)
{
  guint n = 0;

  for (guint i = 0; i < cells->len; i++)
    n += ((const JkbCoverageCell *) g_ptr_array_index (cells, i))->held == NULL;
  return n;
}

static void
table_gaps (const GPtrArray *cells)
{
  const JkbTableColumn columns[] = {
    { _("Cases"), TRUE, 0 },  { _("Type"), FALSE, 30 }, { _("Phase"), FALSE, 0 },
    { _("Role"), FALSE, 28 }, { _("Name"), FALSE, 44 }, { _("Reason"), FALSE, 0 },
  };
  g_autoptr(JkbTable) table = jkb_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < cells->len; i++)
    {
      const JkbCoverageCell *cell = g_ptr_array_index (cells, i);

      if (cell->held != NULL)
        continue;
      add_number (table, (guint) cell->n_cases);
      jkb_table_add (table, jkb_roles_label_subject (cell->subject));
      jkb_table_add (table, jkb_label (JKB_WORDS_PHASE, (int) cell->phase));
      jkb_table_add (table, cell->needed->role->id);
      jkb_table_add (table, jkb_roles_pick (&cell->needed->role->name));
      jkb_table_add (table, jkb_roles_pick (&cell->needed->reason));
    }
  jkb_table_print (table);
}

void
jkb_roles_print_coverage (const GPtrArray *cells, gboolean is_json)
{
  guint n_gaps = count_gaps (cells);

  if (is_json)
    {
      for (guint i = 0; i < cells->len; i++)
        json_cell (g_ptr_array_index (cells, i));
      return;
    }
  if (n_gaps > 0)
    {
      jkb_output_text ("%s\n\n", _("Nobody is there for:"));
      table_gaps (cells);
      jkb_output_text ("\n");
    }
  /* Translators: %u of %u phases of incident types have somebody */
  jkb_output_text (_("%u of %u phases of work have somebody.\n"), cells->len - n_gaps, cells->len);
}

/* ---- editions ---- */

static const struct
{
  JkbChange what;
  const char *nick;
  const char *label;
} change_words[] = {
  { JKB_CHANGE_RENAMED, "renamed", NC_("change of a role", "renamed") },
  { JKB_CHANGE_MOVED, "moved", NC_("change of a role", "moved to another category") },
  { JKB_CHANGE_MERGED, "merged", NC_("change of a role", "merged") },
  { JKB_CHANGE_NEW, "new", NC_("change of a role", "new") },
  { JKB_CHANGE_LEFT, "left", NC_("change of a role", "left the framework") },
};

static void
json_change (const JkbEditionChange *change)
{
  g_autoptr(JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  jkb_roles_json_member (json, "from", change->from);
  jkb_roles_json_member (json, "to", change->to);
  json_builder_set_member_name (json, "changes");
  json_builder_begin_array (json);
  for (gsize i = 0; i < G_N_ELEMENTS (change_words); i++)
    if ((change->what & change_words[i].what) != 0)
      json_builder_add_string_value (json, change_words[i].nick);
  json_builder_end_array (json);
  jkb_json_string (json, "elsewhere",
                   change->elsewhere != NULL ? change->elsewhere->framework->id : NULL);
  jkb_json_string (json, "elsewhere_role",
                   change->elsewhere != NULL ? change->elsewhere->role_id : NULL);
  jkb_roles_print_json (json);
}

static char *
describe_change (const JkbEditionChange *change)
{
  GString *words = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (change_words); i++)
    if ((change->what & change_words[i].what) != 0)
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                              g_dpgettext2 (GETTEXT_PACKAGE, "change of a role",
                                            change_words[i].label));
  if (change->elsewhere != NULL)
    g_string_append_printf (words, " → %s %s", change->elsewhere->framework->short_name,
                            change->elsewhere->role_id);
  if (words->len == 0)
    g_string_append (words, C_("change of a role", "as it was"));
  return g_string_free (words, FALSE);
}

static void
table_changes (const GPtrArray *changes)
{
  const JkbTableColumn columns[] = {
    { C_("edition", "Before"), FALSE, 0 },
    { C_("edition", "Now"), FALSE, 0 },
    { _("Name"), FALSE, 50 },
    { _("Change"), FALSE, 0 },
  };
  g_autoptr(JkbTable) table = jkb_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < changes->len; i++)
    {
      const JkbEditionChange *change = g_ptr_array_index (changes, i);
      const JkbRole *role = change->to != NULL ? change->to : change->from;
      g_autofree char *words = describe_change (change);

      jkb_table_add (table, change->from != NULL ? change->from->id : "");
      jkb_table_add (table, change->to != NULL ? change->to->id : "");
      jkb_table_add (table, jkb_roles_pick (&role->name));
      jkb_table_add (table, words);
    }
  jkb_table_print (table);
}

void
jkb_roles_print_changes (const GPtrArray *changes, gboolean is_json)
{
  if (!is_json)
    table_changes (changes);
  else
    for (guint i = 0; i < changes->len; i++)
      json_change (g_ptr_array_index (changes, i));
}
