/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "query/jkb-case-index.h"
#include "ui/jkb-case-cell.h"

/*
 * Cells that nobody sees: what they say to who cannot see is that of their rows, as soon as there is nothing else to do.
 */

#define N_CASES 150u

typedef struct
{
  JkbCaseList *list;
  GPtrArray *cells;             /* of the row with the same number */
} Table;

static JkbCases *
make_cases (void)
{
  g_autoptr(JkbFold) fold = jkb_fold_new (NULL, NULL);
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);

  for (gint64 id = 1; id <= N_CASES; id++)
    {
      g_autoptr(JkbIncident) incident = jkb_incident_new ();

      incident->id = id;
      incident->organisation = g_strdup_printf ("架空第%" G_GINT64_FORMAT "商会", id);
      jkb_case_index_put (index, incident, NULL);
    }
  return jkb_case_index_snapshot (index);
}

static const JkbCaseColumn *
get_column (JkbColumn wanted)
{
  guint n_columns;
  const JkbCaseColumn *column = jkb_case_columns (&n_columns);

  while (column->column != wanted)
    column++;
  return column;
}

static void
show (Table *table, JkbCases *cases, gboolean descending)
{
  g_autoptr(JkbSelection) selection
      = jkb_selection_new (cases, NULL, (JkbOrder){ JKB_COLUMN_ADDED, descending }, NULL, NULL);

  jkb_case_list_set_selection (table->list, selection);
}

static void
add_cells (Table *table)
{
  table->cells = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr(JkbCaseSlot) slot = g_list_model_get_item (G_LIST_MODEL (table->list), i);
      GtkWidget *cell = g_object_ref_sink (jkb_case_cell_new (get_column (JKB_COLUMN_ORGANISATION)));

      jkb_case_cell_set_slot (JKB_CASE_CELL (cell), slot);
      g_ptr_array_add (table->cells, cell);
    }
}

static void
assert_said (const Table *table, gboolean descending)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  for (guint i = 0; i < table->cells->len; i++)
    {
      g_autofree char *text = g_strdup_printf ("架空第%u商会", descending ? N_CASES - i : i + 1);

      gtk_test_accessible_assert_property (table->cells->pdata[i], GTK_ACCESSIBLE_PROPERTY_LABEL, text);
    }
}

static void
test_unseen (void)
{
  g_autoptr(JkbCases) cases = make_cases ();
  Table table = { jkb_case_list_new (), NULL };

  show (&table, cases, FALSE);
  add_cells (&table);
  assert_said (&table, FALSE);
  show (&table, cases, TRUE);
  assert_said (&table, TRUE);
  show (&table, cases, FALSE);
  show (&table, cases, TRUE);
  show (&table, cases, FALSE);
  assert_said (&table, FALSE);
  /* Some go before they were told. */
  show (&table, cases, TRUE);
  g_ptr_array_set_size (table.cells, N_CASES / 2);
  assert_said (&table, TRUE);
  show (&table, cases, FALSE);
  g_ptr_array_unref (table.cells);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (table.list);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  g_test_add_func ("/cells/unseen", test_unseen);
  return g_test_run ();
}
