/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-case-index.h"
#include "ui/jkb-case-choice.h"
#include "ui/jkb-case-copy.h"
#include "ui/jkb-case-list.h"

/*
 * A recorder writes each change of a list as text and replays it on a copy: a view that believes the
 * changes must end with what the list has.
 */
typedef struct
{
  GListModel *model;
  GPtrArray *copy;
  GString *log;
} Recorder;

static void
on_items_changed_cb (GListModel *model, guint position, guint removed, guint added,
                     gpointer user_data)
{
  Recorder *recorder = user_data;

  if (recorder->log->len > 0)
    g_string_append (recorder->log, ", ");
  g_string_append_printf (recorder->log, "%u-%u+%u", position, removed, added);
  g_assert_cmpuint (position + removed, <=, recorder->copy->len);
  if (removed > 0)
    g_ptr_array_remove_range (recorder->copy, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (recorder->copy, (gint) (position + i),
                        g_list_model_get_item (model, position + i));
}

static void
recorder_init (Recorder *recorder, JkbCaseList *list)
{
  recorder->model = G_LIST_MODEL (list);
  recorder->copy = g_ptr_array_new_with_free_func (g_object_unref);
  recorder->log = g_string_new (NULL);
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed_cb), recorder);
}

static void
recorder_check (Recorder *recorder, const char *expected)
{
  g_assert_cmpuint (recorder->copy->len, ==, g_list_model_get_n_items (recorder->model));
  for (guint i = 0; i < recorder->copy->len; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (recorder->model, i);

      g_assert_true (item == recorder->copy->pdata[i]);
    }
  if (expected != NULL)
    g_assert_cmpstr (recorder->log->str, ==, expected);
  g_string_truncate (recorder->log, 0);
}

static void
recorder_clear (Recorder *recorder)
{
  g_signal_handlers_disconnect_by_data (recorder->model, recorder);
  g_ptr_array_unref (recorder->copy);
  g_string_free (recorder->log, TRUE);
}

typedef struct
{
  JkbCases *cases;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbFold) fold = jkb_fold_new (NULL, &error);
  g_autoptr(JkbCaseIndex) index = NULL;

  g_assert_no_error (error);
  index = jkb_case_index_new (fold);
  for (int i = 1; i <= 10; i++)
    {
      g_autoptr(JkbIncident) incident = jkb_incident_new ();

      incident->id = i;
      incident->organisation = g_strdup_printf ("架空第%d商会", i);
      incident->type = i % 2 ? JKB_TYPE_MISDELIVERY : JKB_TYPE_THEFT_PHYSICAL;
      incident->people = 100 - i;
      jkb_case_index_put (index, incident, NULL);
    }
  fixture->cases = jkb_case_index_snapshot (index);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  jkb_cases_unref (fixture->cases);
}

static JkbSelection *
select_cases (Fixture *fixture, guint32 types, gboolean descending)
{
  g_autoptr(JkbFilter) filter = jkb_filter_new ();

  filter->types = types;
  return jkb_selection_new (fixture->cases, filter, (JkbOrder){ JKB_COLUMN_PEOPLE, descending },
                            NULL, NULL);
}

static void
count_change (JkbCaseSlot *slot, guint *n_changes)
{
  (*n_changes)++;
}

static void
test_tail_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbCaseList) list = jkb_case_list_new ();
  g_autoptr(JkbSelection) all = select_cases (fixture, 0, FALSE);
  g_autoptr(JkbSelection) reversed = select_cases (fixture, 0, TRUE);
  g_autoptr(JkbSelection) half = select_cases (fixture, 1u << JKB_TYPE_THEFT_PHYSICAL, FALSE);
  Recorder recorder;

  recorder_init (&recorder, list);
  jkb_case_list_set_selection (list, all);
  recorder_check (&recorder, "0-0+10");
  jkb_case_list_set_selection (list, reversed);
  recorder_check (&recorder, "");
  jkb_case_list_set_selection (list, half);
  recorder_check (&recorder, "5-5+0");
  jkb_case_list_set_selection (list, half);
  recorder_check (&recorder, "");
  jkb_case_list_set_selection (list, all);
  recorder_check (&recorder, "5-0+5");
  jkb_case_list_set_selection (list, NULL);
  recorder_check (&recorder, "0-10+0");
  recorder_clear (&recorder);
}

static void
test_slots_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbCaseList) list = jkb_case_list_new ();
  g_autoptr(JkbSelection) up = select_cases (fixture, 0, FALSE);
  g_autoptr(JkbSelection) down = select_cases (fixture, 0, TRUE);
  g_autoptr(JkbCaseSlot) first = NULL;
  g_autoptr(JkbCaseSlot) again = NULL;
  guint n_changes = 0;
  JkbCase incident;

  jkb_case_list_set_selection (list, up);
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  again = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (first == again);
  g_assert_true (jkb_case_slot_get (first, &incident));
  g_assert_cmpint (incident.people, ==, 90);
  g_signal_connect (first, "changed", G_CALLBACK (count_change), &n_changes);
  jkb_case_list_set_selection (list, down);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_true (jkb_case_slot_get (first, &incident));
  g_assert_cmpint (incident.people, ==, 99);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 10));
}

/* A view may hold a slot longer than the list, or than there are rows. */
static void
test_slots_outlive (Fixture *fixture, gconstpointer data)
{
  JkbCaseList *list = jkb_case_list_new ();
  g_autoptr(JkbSelection) all = select_cases (fixture, 0, FALSE);
  g_autoptr(JkbSelection) half = select_cases (fixture, 1u << JKB_TYPE_MISDELIVERY, FALSE);
  g_autoptr(JkbCaseSlot) last = NULL;
  JkbCase incident;

  jkb_case_list_set_selection (list, all);
  last = g_list_model_get_item (G_LIST_MODEL (list), 9);
  jkb_case_list_set_selection (list, half);
  g_assert_false (jkb_case_slot_get (last, &incident));
  jkb_case_list_set_selection (list, all);
  g_assert_true (jkb_case_slot_get (last, &incident));
  g_assert_finalize_object (list);
  g_assert_false (jkb_case_slot_get (last, &incident));
  g_assert_null (jkb_case_slot_get_line (last));
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbCaseList) list = jkb_case_list_new ();
  Recorder recorder;

  recorder_init (&recorder, list);
  for (int i = 0; i < 200; i++)
    {
      guint32 types = (guint32) g_test_rand_int_range (0, 1 << JKB_N_TYPES);
      g_autoptr(JkbSelection) selection = select_cases (fixture, types, g_test_rand_bit ());

      jkb_case_list_set_selection (list, selection);
      recorder_check (&recorder, NULL);
    }
  recorder_clear (&recorder);
}

/* ---------------------------------------------------------------- what is chosen */

static void
assert_chosen (JkbCaseChoice *choice, gint64 n_chosen, guint lead)
{
  g_autoptr(GArray) ids = jkb_case_choice_list_ids (choice);
  g_autoptr(GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (choice));

  g_assert_cmpuint (ids->len, ==, n_chosen);
  g_assert_cmpuint (gtk_bitset_get_size (chosen), ==, n_chosen);
  g_assert_cmpuint (jkb_case_choice_get_lead (choice), ==, lead);
}

static void
test_choice (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbCaseList) list = jkb_case_list_new ();
  g_autoptr(JkbCaseChoice) choice = jkb_case_choice_new (list);
  GtkSelectionModel *model = GTK_SELECTION_MODEL (choice);
  g_autoptr(JkbSelection) all = select_cases (fixture, 0, FALSE);

  jkb_case_list_set_selection (list, all);
  gtk_selection_model_select_item (model, 3, TRUE);
  assert_chosen (choice, 1, 3);
  gtk_selection_model_select_item (model, 7, FALSE);
  assert_chosen (choice, 2, 7);
  gtk_selection_model_unselect_item (model, 7);
  assert_chosen (choice, 1, 3);
  gtk_selection_model_select_range (model, 2, 4, TRUE);
  assert_chosen (choice, 4, 3);
  gtk_selection_model_select_all (model);
  assert_chosen (choice, 10, 3);
  jkb_case_choice_set_only (choice, 9);
  assert_chosen (choice, 1, 9);
  gtk_selection_model_unselect_all (model);
  assert_chosen (choice, 0, GTK_INVALID_LIST_POSITION);
}

/* The cases stay chosen wherever they stand; those that are not shown any more do not. */
static void
test_choice_follows (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbCaseList) list = jkb_case_list_new ();
  g_autoptr(JkbCaseChoice) choice = jkb_case_choice_new (list);
  g_autoptr(JkbSelection) up = select_cases (fixture, 0, FALSE);
  g_autoptr(JkbSelection) down = select_cases (fixture, 0, TRUE);
  g_autoptr(JkbSelection) half = select_cases (fixture, 1u << JKB_TYPE_THEFT_PHYSICAL, FALSE);
  g_autoptr(GArray) ids = NULL;

  jkb_case_list_set_selection (list, up);
  gtk_selection_model_select_range (GTK_SELECTION_MODEL (choice), 0, 3, TRUE);
  ids = jkb_case_choice_list_ids (choice);
  jkb_case_list_set_selection (list, down);
  jkb_case_choice_follow (choice, ids, jkb_selection_get_id (up, 2));
  assert_chosen (choice, 3, 7);
  jkb_case_list_set_selection (list, half);
  jkb_case_choice_follow (choice, ids, 10);
  assert_chosen (choice, 2, 0);
  jkb_case_choice_follow (choice, ids, 2);
  assert_chosen (choice, 1, 4);
  jkb_case_list_set_selection (list, NULL);
  jkb_case_choice_follow (choice, ids, 0);
  assert_chosen (choice, 0, GTK_INVALID_LIST_POSITION);
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  static const JkbColumn columns[] = { JKB_COLUMN_ORGANISATION, JKB_COLUMN_PEOPLE, JKB_COLUMN_DATE };
  g_autoptr(JkbSelection) all = select_cases (fixture, 0, FALSE);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *csv = NULL;
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  for (gint64 id = 2; id <= 400; id += 398)
    g_array_append_val (ids, id);
  csv = jkb_case_copy_text (all, ids, columns, G_N_ELEMENTS (columns), TRUE);
  g_assert_true (g_str_has_suffix (csv, "\r\n架空第2商会,98,\r\n"));
  text = jkb_case_copy_text (all, ids, columns, G_N_ELEMENTS (columns), FALSE);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_true (g_str_has_prefix (lines[1], "架空第2商会\t98\t"));
}

#define add(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add ("/case-list/tail-only", test_tail_only);
  add ("/case-list/slots-change", test_slots_change);
  add ("/case-list/slots-outlive", test_slots_outlive);
  add ("/case-list/random", test_random);
  add ("/case-list/choice", test_choice);
  add ("/case-list/choice-follows", test_choice_follows);
  add ("/case-list/copy", test_copy);
  return g_test_run ();
}
