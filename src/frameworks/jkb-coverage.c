/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frameworks/jkb-coverage.h"

#include <string.h>

#include "core/jkb-error.h"
#include "frameworks/jkb-frameworks-private.h"

static gboolean
fail (const char *name, guint line, GError **error, const char *what, const char *object)
{
  g_set_error (error, JKB_CORE_ERROR, JKB_CORE_ERROR_DATA_FILE, "%s:%u: %s “%s”", name, line, what,
               object);
  return FALSE;
}

static gboolean
read_line (const JkbFrameworks *frameworks, char *line, const char *name, guint number,
           GPtrArray *roles, GError **error)
{
  g_auto(GStrv) words = NULL;
  g_auto(GStrv) parts = NULL;
  const JkbFramework *framework;
  const JkbRole *role;

  line[strcspn (line, "#")] = '\0';
  g_strdelimit (g_strstrip (line), "\t", ' ');
  if (*line == '\0')
    return TRUE;
  words = g_strsplit (line, " ", 2);
  parts = g_strsplit (words[0], ":", 2);
  framework = jkb_frameworks_find (frameworks, parts[0], parts[1]);
  if (framework == NULL)
    return fail (name, number, error, "no framework", words[0]);
  role = words[1] != NULL ? jkb_framework_find_role (framework, g_strstrip (words[1])) : NULL;
  if (role == NULL)
    return fail (name, number, error, "no role", words[1] != NULL ? words[1] : "");
  if (!g_ptr_array_find (roles, role, NULL))
    g_ptr_array_add (roles, (gpointer) role);
  return TRUE;
}

GPtrArray *
jkb_coverage_read (const JkbFrameworks *frameworks, const char *text, const char *name,
                   GError **error)
{
  g_autoptr(GPtrArray) roles = g_ptr_array_new ();
  g_auto(GStrv) lines = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, JKB_CORE_ERROR, JKB_CORE_ERROR_DATA_FILE, "%s: not UTF-8", name);
      return NULL;
    }
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!read_line (frameworks, lines[i], name, i + 1, roles, error))
      return NULL;
  return g_steal_pointer (&roles);
}

static const JkbAssignment *
find_held (const JkbFrameworks *frameworks, const GPtrArray *held, JkbSubject subject, int phase)
{
  const JkbAssignment *best = NULL;

  for (guint i = 0; i < held->len; i++)
    {
      g_autoptr(GPtrArray) cell
          = jkb_frameworks_cell (frameworks, subject, g_ptr_array_index (held, i));

      for (guint j = 0; j < cell->len; j++)
        {
          const JkbAssignment *assignment = g_ptr_array_index (cell, j);

          if ((int) assignment->phase == phase
              && (best == NULL || assignment->weight > best->weight))
            best = assignment;
        }
    }
  return best;
}

static int
compare_cells (gconstpointer pa, gconstpointer pb)
{
  const JkbCoverageCell *a = *(const JkbCoverageCell *const *) pa;
  const JkbCoverageCell *b = *(const JkbCoverageCell *const *) pb;
  int order = jkb_compare_ints (a->held != NULL, b->held != NULL);

  if (order == 0)
    order = jkb_compare_ints ((gint64) b->n_cases, (gint64) a->n_cases);
  if (order == 0)
    order = jkb_compare_ints (b->needed->weight, a->needed->weight);
  if (order == 0)
    order = jkb_compare_ints (a->subject, b->subject);
  return order != 0 ? order : jkb_compare_ints (a->phase, b->phase);
}

GPtrArray *
jkb_coverage_new (const JkbFrameworks *frameworks, const GPtrArray *held,
                  const JkbFramework *framework, const guint64 *n_cases)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    for (int phase = 0; phase < JKB_N_PHASES; phase++)
      {
        g_autoptr(GPtrArray) needed
            = jkb_frameworks_assignments (frameworks, subject, framework, phase);
        JkbCoverageCell cell = { subject, (JkbPhase) phase, NULL, NULL, 1 };

        if (needed->len == 0)
          continue;
        cell.needed = g_ptr_array_index (needed, 0);
        cell.held = find_held (frameworks, held, subject, phase);
        if (n_cases != NULL)
          cell.n_cases = n_cases[subject];
        g_ptr_array_add (cells, g_memdup2 (&cell, sizeof cell));
      }
  g_ptr_array_sort (cells, compare_cells);
  return cells;
}
