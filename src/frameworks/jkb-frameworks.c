/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frameworks/jkb-frameworks.h"

#include <string.h>

#include "core/jkb-data-table.h"
#include "core/jkb-paths.h"
#include "frameworks/jkb-frameworks-private.h"
#include "frameworks/jkb-role-statements.h"
#include "frameworks/jkb-search-words.h"

static void
free_framework (gpointer data)
{
  JkbFramework *framework = data;

  g_ptr_array_unref (framework->roles);
  g_free (framework);
}

static void
free_role (gpointer data)
{
  JkbRole *role = data;

  g_strfreev (role->alt_titles);
  g_free (role);
}

static JkbFrameworks *
new_empty (void)
{
  JkbFrameworks *self = g_new0 (JkbFrameworks, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_data_table_free);
  self->all = g_ptr_array_new_with_free_func (free_framework);
  self->named = g_ptr_array_new_with_free_func (free_framework);
  self->roles = g_ptr_array_new_with_free_func (free_role);
  self->assignments = g_ptr_array_new_with_free_func (g_free);
  self->levels = g_ptr_array_new_with_free_func (g_free);
  self->advice = g_ptr_array_new_with_free_func (g_free);
  self->job_words = g_ptr_array_new_with_free_func (g_free);
  self->career_answers = g_ptr_array_new_with_free_func (g_free);
  self->career_reasons = g_ptr_array_new_with_free_func (g_free);
  self->neighbours = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->folded = g_ptr_array_new_with_free_func (g_free);
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_framework_file_free);
  self->file_names = g_ptr_array_new_with_free_func (g_free);
  self->decided = g_hash_table_new (NULL, NULL);
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static int
compare_assignments (gconstpointer pa, gconstpointer pb)
{
  const JkbAssignment *a = *(const JkbAssignment *const *) pa;
  const JkbAssignment *b = *(const JkbAssignment *const *) pb;
  int order = jkb_compare_ints (a->subject, b->subject);

  if (order == 0)
    order = jkb_compare_ints (b->weight, a->weight);
  if (order == 0)
    order = jkb_compare_ints (a->phase, b->phase);
  return order != 0 ? order : jkb_compare_ints (a->role->index, b->role->index);
}

static int
compare_neighbours (gconstpointer pa, gconstpointer pb)
{
  const JkbNeighbour *a = *(const JkbNeighbour *const *) pa;
  const JkbNeighbour *b = *(const JkbNeighbour *const *) pb;
  int order = jkb_compare_ints (a->relation, b->relation);

  if (order == 0)
    order = strcmp (a->framework->id, b->framework->id);
  if (order == 0)
    order = -strcmp (a->framework->edition, b->framework->edition);
  return order != 0 ? order : strcmp (a->role_id, b->role_id);
}

/* An edition without a map of its own takes over the rows of the role that carries its code. */
static void
carry_over (JkbFrameworks *self, const JkbRole *role, guint n_own)
{
  const GPtrArray *neighbours = jkb_frameworks_neighbours (self, role);

  for (guint i = 0; i < neighbours->len; i++)
    {
      const JkbNeighbour *neighbour = g_ptr_array_index (neighbours, i);

      if (neighbour->relation != JKB_RELATION_EXACT || neighbour->role == NULL
          || strcmp (neighbour->framework->id, role->framework->id) != 0)
        continue;
      for (guint j = 0; j < n_own; j++)
        {
          JkbAssignment assignment = *(JkbAssignment *) g_ptr_array_index (self->assignments, j);

          if (assignment.role != neighbour->role
              || g_hash_table_contains (self->decided,
                                        jkb_frameworks_part_key (assignment.subject,
                                                                 (int) assignment.phase, role)))
            continue;
          assignment.role = role;
          assignment.via = neighbour->role;
          g_ptr_array_add (self->assignments, g_memdup2 (&assignment, sizeof assignment));
        }
    }
}

static guint8 *
get_weight (const JkbFrameworks *self, JkbSubject subject, const JkbRole *role, int phase)
{
  return &self->weights[((gsize) subject * (JKB_N_PHASES + 1) + (phase + 1)) * self->roles->len
                        + role->index];
}

static void
index_weights (JkbFrameworks *self)
{
  self->weights = g_new0 (guint8, (gsize) JKB_N_SUBJECTS * (JKB_N_PHASES + 1) * self->roles->len);
  for (guint i = 0; i < self->assignments->len; i++)
    {
      const JkbAssignment *assignment = g_ptr_array_index (self->assignments, i);
      guint8 *any = get_weight (self, assignment->subject, assignment->role, JKB_PHASE_ANY);

      *get_weight (self, assignment->subject, assignment->role, assignment->phase)
          = assignment->weight;
      *any = MAX (*any, assignment->weight);
    }
}

static void
add_folded (JkbFrameworks *self, char *text)
{
  g_ptr_array_add (self->folded, jkb_search_words_fold (text));
  g_free (text);
}

static char *
join_statements (const JkbFrameworks *self, const JkbRole *role)
{
  const GPtrArray *statements = jkb_frameworks_statements (self, role, NULL);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; statements != NULL && i < statements->len; i++)
    {
      const JkbStatement *statement = g_ptr_array_index (statements, i);

      g_string_append_printf (joined, "%s\n%s\n", statement->id, statement->text);
    }
  return g_string_free (joined, FALSE);
}

static void
index_words (JkbFrameworks *self, const JkbRole *role)
{
  g_autofree char *titles = g_strjoinv ("\n", role->alt_titles);
  g_autofree char *statements = join_statements (self, role);

  add_folded (self, g_strdup (role->id));
  add_folded (self, g_strjoin ("\n", role->id, role->name.en, role->name.ja, NULL));
  add_folded (self, g_strjoin ("\n", role->id, role->name.en, role->name.ja, titles,
                               role->category.en, role->category.ja, role->summary.en,
                               role->summary.ja, statements,
                               role->opm_code != NULL ? role->opm_code : "",
                               role->specialty_area, NULL));
}

static void
build_indexes (JkbFrameworks *self)
{
  guint n_own = self->assignments->len;

  for (guint i = 0; i < self->roles->len; i++)
    {
      const JkbRole *role = g_ptr_array_index (self->roles, i);

      g_ptr_array_sort (g_ptr_array_index (self->neighbours, i), compare_neighbours);
      if (!role->framework->is_mapped)
        carry_over (self, role, n_own);
      index_words (self, role);
    }
  g_ptr_array_sort (self->assignments, compare_assignments);
  index_weights (self);
}

JkbFrameworks *
jkb_frameworks_load (const char *directory, GError **error)
{
  return jkb_frameworks_load_own (directory, NULL, error);
}

JkbFrameworks *
jkb_frameworks_load_own (const char *directory, const char *own, GError **error)
{
  g_autoptr(JkbFrameworks) self = new_empty ();
  g_autofree char *path = directory != NULL ? g_strdup (directory)
                                            : jkb_paths_data_file ("frameworks");

  if (!jkb_frameworks_read (self, path, error) || !jkb_frameworks_read_levels (self, path, error)
      || !jkb_frameworks_read_guide (self, path, error)
      || !jkb_frameworks_read_job_words (self, path, error)
      || !jkb_frameworks_read_career (self, path, error))
    return NULL;
  if (own != NULL)
    jkb_frameworks_take_own (self, own);
  build_indexes (self);
  return g_steal_pointer (&self);
}

JkbFrameworks *
jkb_frameworks_ref (JkbFrameworks *frameworks)
{
  g_atomic_ref_count_inc (&frameworks->ref_count);
  return frameworks;
}

void
jkb_frameworks_unref (JkbFrameworks *frameworks)
{
  if (!g_atomic_ref_count_dec (&frameworks->ref_count))
    return;
  g_ptr_array_unref (frameworks->folded);
  g_ptr_array_unref (frameworks->levels);
  g_ptr_array_unref (frameworks->advice);
  g_ptr_array_unref (frameworks->job_words);
  g_ptr_array_unref (frameworks->career_reasons);
  g_ptr_array_unref (frameworks->career_answers);
  g_ptr_array_unref (frameworks->neighbours);
  g_ptr_array_unref (frameworks->assignments);
  g_ptr_array_unref (frameworks->roles);
  g_ptr_array_unref (frameworks->named);
  g_ptr_array_unref (frameworks->all);
  g_ptr_array_unref (frameworks->tables);
  g_ptr_array_unref (frameworks->files);
  g_ptr_array_unref (frameworks->file_names);
  g_ptr_array_unref (frameworks->remarks);
  g_hash_table_unref (frameworks->decided);
  g_clear_pointer (&frameworks->changes, g_ptr_array_unref);
  g_clear_pointer (&frameworks->courses, g_ptr_array_unref);
  g_free (frameworks->weights);
  g_free (frameworks);
}

const GPtrArray *
jkb_frameworks_get_all (const JkbFrameworks *frameworks)
{
  return frameworks->all;
}

static const JkbFramework *
find_in (const GPtrArray *list, const char *id, const char *edition)
{
  for (guint i = 0; i < list->len; i++)
    {
      const JkbFramework *framework = g_ptr_array_index (list, i);

      if (strcmp (framework->id, id) == 0
          && (edition != NULL ? strcmp (framework->edition, edition) == 0 : framework->is_current))
        return framework;
    }
  return NULL;
}

const JkbFramework *
jkb_frameworks_find (const JkbFrameworks *frameworks, const char *id, const char *edition)
{
  g_return_val_if_fail (id != NULL, NULL);

  return find_in (frameworks->all, id, edition);
}

const JkbFramework *
jkb_frameworks_find_any (const JkbFrameworks *self, const char *id, const char *edition)
{
  const JkbFramework *framework = find_in (self->all, id, edition);

  return framework != NULL ? framework : find_in (self->named, id, edition);
}

void
jkb_frameworks_add_role (JkbFrameworks *self, JkbRole *role)
{
  role->index = self->roles->len;
  g_ptr_array_add (self->roles, role);
  g_ptr_array_add (role->framework->roles, role);
  g_ptr_array_add (self->neighbours, g_ptr_array_new_with_free_func (g_free));
}

void
jkb_frameworks_add_relation (JkbFrameworks *self, const JkbRole *from, JkbNeighbour neighbour)
{
  JkbNeighbour back = neighbour;

  g_ptr_array_add (g_ptr_array_index (self->neighbours, from->index),
                   g_memdup2 (&neighbour, sizeof neighbour));
  if (neighbour.role == NULL)
    return;
  back.framework = from->framework;
  back.role = from;
  back.role_id = from->id;
  back.is_target = !neighbour.is_target;
  g_ptr_array_add (g_ptr_array_index (self->neighbours, neighbour.role->index),
                   g_memdup2 (&back, sizeof back));
}

const JkbRole *
jkb_frameworks_get_role (const JkbFrameworks *frameworks, guint index)
{
  g_return_val_if_fail (index < frameworks->roles->len, NULL);

  return g_ptr_array_index (frameworks->roles, index);
}

guint
jkb_frameworks_n_roles (const JkbFrameworks *frameworks)
{
  return frameworks->roles->len;
}

const JkbRole *
jkb_framework_find_role (const JkbFramework *framework, const char *role_id)
{
  g_return_val_if_fail (role_id != NULL, NULL);

  for (guint i = 0; i < framework->roles->len; i++)
    {
      const JkbRole *role = g_ptr_array_index (framework->roles, i);

      if (strcmp (role->id, role_id) == 0)
        return role;
    }
  return NULL;
}

static int
rank_role (const JkbFrameworks *self, const JkbRole *role, const char *folded,
           const char *const *words)
{
  char **texts = (char **) &self->folded->pdata[role->index * JKB_N_SEARCH_RANKS];

  if (strcmp (texts[JKB_SEARCH_ID], folded) == 0)
    return JKB_SEARCH_ID;
  if (jkb_search_words_match (words, texts[JKB_SEARCH_NAMES]))
    return JKB_SEARCH_NAMES;
  return jkb_search_words_match (words, texts[JKB_SEARCH_REST]) ? JKB_SEARCH_REST : -1;
}

GPtrArray *
jkb_frameworks_search (const JkbFrameworks *frameworks, const char *words,
                       const JkbFramework *framework)
{
  g_autofree char *folded = g_strstrip (jkb_search_words_fold (words != NULL ? words : ""));
  g_auto(GStrv) terms = jkb_search_words_split (folded);
  GPtrArray *found = g_ptr_array_new ();

  for (int rank = 0; rank < JKB_N_SEARCH_RANKS; rank++)
    for (guint i = 0; i < frameworks->roles->len; i++)
      {
        JkbRole *role = g_ptr_array_index (frameworks->roles, i);

        if ((framework == NULL || role->framework == framework)
            && rank_role (frameworks, role, folded, (const char *const *) terms) == rank)
          g_ptr_array_add (found, role);
      }
  return found;
}

GPtrArray *
jkb_frameworks_assignments (const JkbFrameworks *frameworks, JkbSubject subject,
                            const JkbFramework *framework, int phase)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < frameworks->assignments->len; i++)
    {
      JkbAssignment *assignment = g_ptr_array_index (frameworks->assignments, i);
      const JkbFramework *own = assignment->role->framework;

      if (assignment->subject == subject
          && (framework != NULL ? own == framework : own->is_current)
          && (phase == JKB_PHASE_ANY || (int) assignment->phase == phase))
        g_ptr_array_add (found, assignment);
    }
  return found;
}

GPtrArray *
jkb_frameworks_cell (const JkbFrameworks *frameworks, JkbSubject subject, const JkbRole *role)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < frameworks->assignments->len; i++)
    {
      JkbAssignment *assignment = g_ptr_array_index (frameworks->assignments, i);

      if (assignment->subject == subject && assignment->role == role)
        g_ptr_array_add (found, assignment);
    }
  return found;
}

int
jkb_frameworks_weight (const JkbFrameworks *frameworks, JkbSubject subject, const JkbRole *role,
                       int phase)
{
  g_return_val_if_fail (subject >= 0 && subject < JKB_N_SUBJECTS, 0);
  g_return_val_if_fail (phase >= JKB_PHASE_ANY && phase < JKB_N_PHASES, 0);

  return *get_weight (frameworks, subject, role, phase);
}

GPtrArray *
jkb_frameworks_led_by (const JkbFrameworks *frameworks, const JkbRole *role)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < frameworks->assignments->len; i++)
    {
      JkbAssignment *assignment = g_ptr_array_index (frameworks->assignments, i);

      if (assignment->role == role && assignment->weight == JKB_WEIGHT_LEAD)
        g_ptr_array_add (found, assignment);
    }
  return found;
}

const GPtrArray *
jkb_frameworks_neighbours (const JkbFrameworks *frameworks, const JkbRole *role)
{
  return g_ptr_array_index (frameworks->neighbours, role->index);
}
