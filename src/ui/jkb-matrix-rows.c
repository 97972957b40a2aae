/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-matrix-rows.h"

#include <string.h>

#include "ui/jkb-reference.h"

static void
clear_row (gpointer data)
{
  g_free (((JkbMatrixRow *) data)->heading);
}

static gboolean
have_several_frameworks (const GPtrArray *roles)
{
  for (guint i = 1; i < roles->len; i++)
    if (((JkbRole *) g_ptr_array_index (roles, i))->framework
        != ((JkbRole *) g_ptr_array_index (roles, 0))->framework)
      return TRUE;
  return FALSE;
}

static void
add_heading (GArray *rows, char *words, gboolean is_framework)
{
  JkbMatrixRow row = { NULL, words, is_framework };

  g_array_append_val (rows, row);
}

GArray *
jkb_matrix_rows_new (const GPtrArray *roles)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (JkbMatrixRow));
  gboolean with_frameworks = have_several_frameworks (roles);
  const JkbRole *previous = NULL;

  g_array_set_clear_func (rows, clear_row);
  for (guint i = 0; i < roles->len; i++)
    {
      const JkbRole *role = g_ptr_array_index (roles, i);
      gboolean is_other = previous == NULL || previous->framework != role->framework;
      JkbMatrixRow row = { role, NULL, FALSE };

      if (with_frameworks && is_other)
        add_heading (rows, jkb_reference_title (role->framework), TRUE);
      if (role->framework->n_categories > 1
          && (is_other || strcmp (previous->category.en, role->category.en) != 0))
        add_heading (rows, g_strdup (jkb_reference_label (&role->category)), FALSE);
      g_array_append_val (rows, row);
      previous = role;
    }
  return rows;
}

int
jkb_matrix_rows_find (const GArray *rows, const JkbRole *role)
{
  for (guint i = 0; role != NULL && i < rows->len; i++)
    if (g_array_index (rows, JkbMatrixRow, i).role == role)
      return (int) i;
  return -1;
}

int
jkb_matrix_rows_next (const GArray *rows, int from, int step)
{
  for (int i = from + step; i >= 0 && i < (int) rows->len; i += step)
    if (g_array_index (rows, JkbMatrixRow, i).role != NULL)
      return i;
  return from;
}
