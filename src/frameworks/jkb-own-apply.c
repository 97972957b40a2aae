/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A person's own changes put over what was read: first frameworks and names, which make roles, then
 * other words, relations and parts. What has no place any more, because a later edition has no such
 * role, stays in the table and is remarked upon.
 */
#include "frameworks/jkb-frameworks-private.h"

#include <string.h>

#include "frameworks/jkb-own-changes.h"

static const JkbFrameworkText no_text = { "", "" };

static void
replace_text (JkbFrameworkText *text, const JkbOwnChange *change)
{
  if (*change->text.en != '\0')
    text->en = change->text.en;
  if (*change->text.ja != '\0')
    text->ja = change->text.ja;
  /* Words in one language alone serve for both. */
  if (*text->en == '\0')
    text->en = text->ja;
  if (*text->ja == '\0')
    text->ja = text->en;
}

static JkbFramework *
find_framework (JkbFrameworks *self, const JkbOwnChange *change)
{
  return (JkbFramework *) jkb_frameworks_find (self, change->framework, change->edition);
}

static JkbFramework *
make_framework (JkbFrameworks *self, const JkbOwnChange *change)
{
  JkbFramework *framework = find_framework (self, change);

  if (framework != NULL)
    return framework;
  framework = jkb_frameworks_add_edition (self, change->framework, change->edition);
  framework->origin = JKB_ORIGIN_OWN;
  return framework;
}

static JkbRole *
find_role (JkbFrameworks *self, const JkbOwnChange *change)
{
  const JkbFramework *framework = find_framework (self, change);

  return framework != NULL ? (JkbRole *) jkb_framework_find_role (framework, change->role_id) : NULL;
}

static JkbRole *
make_role (JkbFrameworks *self, const JkbOwnChange *change)
{
  JkbRole *role = find_role (self, change);

  if (role != NULL)
    {
      role->is_changed = TRUE;
      return role;
    }
  role = g_new0 (JkbRole, 1);
  role->framework = make_framework (self, change);
  role->id = change->role_id;
  role->category = role->framework->name;
  role->summary = no_text;
  role->name = no_text;
  role->alt_titles = g_new0 (char *, 1);
  role->source_url = "";
  role->origin = JKB_ORIGIN_OWN;
  jkb_frameworks_add_role (self, role);
  return role;
}

static gboolean
apply_words (JkbFrameworks *self, const JkbOwnChange *change)
{
  JkbRole *role = find_role (self, change);

  if (role == NULL)
    return FALSE;
  role->is_changed = TRUE;
  /* The group of a role of one's own is only a stopgap until it is named. */
  if (change->kind == JKB_OWN_CATEGORY && role->origin == JKB_ORIGIN_OWN)
    role->category = no_text;
  replace_text (change->kind == JKB_OWN_CATEGORY ? &role->category : &role->summary, change);
  return TRUE;
}

/* ---- relations ---- */

static void
drop_neighbour (JkbFrameworks *self, const JkbRole *from, const JkbFramework *framework,
                const char *role_id)
{
  GPtrArray *neighbours = g_ptr_array_index (self->neighbours, from->index);

  for (guint i = neighbours->len; i > 0; i--)
    {
      const JkbNeighbour *neighbour = g_ptr_array_index (neighbours, i - 1);

      if (neighbour->framework == framework && strcmp (neighbour->role_id, role_id) == 0)
        g_ptr_array_remove_index (neighbours, i - 1);
    }
}

static gboolean
apply_relation (JkbFrameworks *self, const JkbOwnChange *change)
{
  g_auto(GStrv) parts = g_strsplit (change->other, "/", 3);
  const JkbFramework *framework = jkb_frameworks_find_any (self, parts[0], parts[1]);
  const JkbRole *from = find_role (self, change);
  const JkbRole *to = framework != NULL ? jkb_framework_find_role (framework, parts[2]) : NULL;
  JkbNeighbour neighbour = { .framework = framework, .role = to, .is_target = TRUE,
                             .origin = JKB_ORIGIN_OWN };

  if (from == NULL || framework == NULL || from == to
      || (to == NULL && framework->roles->len > 0))
    return FALSE;
  drop_neighbour (self, from, framework, parts[2]);
  if (to != NULL)
    drop_neighbour (self, to, from->framework, from->id);
  if (strcmp (change->value, "none") == 0)
    return TRUE;
  /* The end of the text of the change is the identifier, and lives as long as the change. */
  neighbour.role_id = change->other + strlen (change->other) - strlen (parts[2]);
  while (neighbour.relation < JKB_N_RELATIONS - 1
         && strcmp (jkb_relation_nick (neighbour.relation), change->value) != 0)
    neighbour.relation++;
  jkb_frameworks_add_relation (self, from, neighbour);
  return TRUE;
}

/* ---- parts in incidents ---- */

static int
find_assignment (const JkbFrameworks *self, JkbSubject subject, int phase, const JkbRole *role)
{
  for (guint i = 0; i < self->assignments->len; i++)
    {
      const JkbAssignment *assignment = g_ptr_array_index (self->assignments, i);

      if (assignment->subject == subject && (int) assignment->phase == phase
          && assignment->role == role)
        return (int) i;
    }
  return -1;
}

static gboolean
apply_part (JkbFrameworks *self, const JkbOwnChange *change)
{
  g_auto(GStrv) parts = g_strsplit (change->other, "/", 2);
  const JkbRole *role = find_role (self, change);
  JkbAssignment own = { .subject = jkb_subject_from_nick (parts[0]), .role = role,
                        .weight = *change->value - '0', .reason = no_text,
                        .origin = JKB_ORIGIN_OWN };
  int phase = jkb_word_value (JKB_WORDS_PHASE, parts[1]);
  int index;

  if (role == NULL)
    return FALSE;
  own.phase = (JkbPhase) phase;
  index = find_assignment (self, own.subject, phase, role);
  if (index >= 0)
    {
      own.reason = ((JkbAssignment *) g_ptr_array_index (self->assignments, index))->reason;
      g_ptr_array_remove_index (self->assignments, (guint) index);
    }
  replace_text (&own.reason, change);
  g_hash_table_add (self->decided, jkb_frameworks_part_key (own.subject, phase, role));
  if (own.weight > 0)
    g_ptr_array_add (self->assignments, g_memdup2 (&own, sizeof own));
  return TRUE;
}

static gboolean
apply (JkbFrameworks *self, const JkbOwnChange *change)
{
  switch (change->kind)
    {
    case JKB_OWN_FRAMEWORK:
      replace_text (&make_framework (self, change)->name, change);
      return TRUE;
    case JKB_OWN_NAME:
      replace_text (&make_role (self, change)->name, change);
      return TRUE;
    case JKB_OWN_CATEGORY:
    case JKB_OWN_SUMMARY:
      return apply_words (self, change);
    case JKB_OWN_RELATION:
      return apply_relation (self, change);
    case JKB_OWN_PART:
      return apply_part (self, change);
    case JKB_N_OWN_KINDS:
      break;
    }
  g_return_val_if_reached (FALSE);
}

void
jkb_frameworks_apply (JkbFrameworks *self, GPtrArray *changes)
{
  self->changes = changes;
  for (int kind = 0; kind < JKB_N_OWN_KINDS; kind++)
    for (guint i = 0; i < changes->len; i++)
      {
        const JkbOwnChange *change = g_ptr_array_index (changes, i);
        g_autofree char *key = jkb_own_change_key (change);

        if ((int) change->kind == kind && !apply (self, change))
          g_ptr_array_add (self->remarks,
                           g_strdup_printf (JKB_OWN_CHANGES ": nothing to change for “%s”",
                                            g_strdelimit (key, "\t", ' ')));
      }
  for (guint i = 0; i < self->all->len; i++)
    jkb_frameworks_count_categories (g_ptr_array_index (self->all, i));
}
