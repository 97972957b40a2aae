/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Dijkstra's algorithm over all roles, without a heap: there are some hundred roles. A cost is the
 * effort in the upper part and the number of steps in the lower, so that comparing costs compares
 * effort first.
 */
#include "frameworks/jkb-role-path.h"

#define STEPS_MAX 1024
#define COST_NONE G_MAXUINT

static guint
get_relation_effort (JkbRelation relation)
{
  switch (relation)
    {
    case JKB_RELATION_EXACT:
      return 10;
    case JKB_RELATION_CLOSE:
      return 20;
    case JKB_RELATION_PARTIAL:
    case JKB_N_RELATIONS:
    default:
      return 40;
    }
}

gboolean
jkb_frameworks_step (const JkbFrameworks *frameworks, const JkbRole *from, const JkbRole *to,
                     JkbRoleStep *step)
{
  const GPtrArray *neighbours = jkb_frameworks_neighbours (frameworks, from);
  JkbRoleStep best = { from, to, G_MAXUINT, NULL, jkb_frameworks_compare (frameworks, from, to) };

  for (guint i = 0; i < neighbours->len; i++)
    {
      const JkbNeighbour *neighbour = g_ptr_array_index (neighbours, i);
      guint effort = get_relation_effort (neighbour->relation);

      if (neighbour->role == to && effort < best.effort)
        {
          best.effort = effort;
          best.neighbour = neighbour;
        }
    }
  if (from->framework == to->framework && best.beside.n_shared > 0)
    {
      guint effort = 20 + 60 * best.beside.n_new / (best.beside.n_new + best.beside.n_shared);

      if (effort < best.effort)
        {
          best.effort = effort;
          best.neighbour = NULL;
        }
    }
  if (best.effort == G_MAXUINT)
    return FALSE;
  *step = best;
  return TRUE;
}

typedef struct
{
  guint cost;
  gboolean is_settled;
  JkbRoleStep step;                         /* the last one of the way here */
} Place;

static Place *
find_nearest (Place *places, guint n_places)
{
  Place *nearest = NULL;

  for (guint i = 0; i < n_places; i++)
    if (!places[i].is_settled && places[i].cost != COST_NONE
        && (nearest == NULL || places[i].cost < nearest->cost))
      nearest = &places[i];
  return nearest;
}

static void
leave (const JkbFrameworks *frameworks, Place *places, const Place *place)
{
  const JkbRole *from = jkb_frameworks_get_role (frameworks, (guint) (place - places));

  for (guint i = 0; i < jkb_frameworks_n_roles (frameworks); i++)
    {
      JkbRoleStep step;

      if (places[i].is_settled
          || !jkb_frameworks_step (frameworks, from, jkb_frameworks_get_role (frameworks, i),
                                   &step))
        continue;
      if (place->cost + step.effort * STEPS_MAX + 1 < places[i].cost)
        {
          places[i].cost = place->cost + step.effort * STEPS_MAX + 1;
          places[i].step = step;
        }
    }
}

GPtrArray *
jkb_frameworks_path (const JkbFrameworks *frameworks, const JkbRole *from, const JkbRole *to)
{
  guint n_places = jkb_frameworks_n_roles (frameworks);
  g_autofree Place *places = g_new0 (Place, n_places);
  GPtrArray *path;
  Place *place;

  for (guint i = 0; i < n_places; i++)
    places[i].cost = COST_NONE;
  places[from->index].cost = 0;
  while ((place = find_nearest (places, n_places)) != NULL && place != &places[to->index])
    {
      place->is_settled = TRUE;
      leave (frameworks, places, place);
    }
  if (place == NULL)
    return NULL;
  path = g_ptr_array_new_with_free_func (g_free);
  for (const JkbRole *role = to; role != from; role = places[role->index].step.from)
    g_ptr_array_insert (path, 0, g_memdup2 (&places[role->index].step, sizeof (JkbRoleStep)));
  return path;
}
