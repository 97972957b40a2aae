/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The matrix: zoom by keys and by its action, and what tells a person's own cells and the case that is shown.
 */
#include <locale.h>

#include "frameworks/jkb-frameworks-own.h"
#include "frameworks/jkb-own-changes.h"
#include "jkb-ui-driver.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-matrix-private.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-roles-cases.h"

#define ROLE "nice/2.2.0/PD-WRL-003"

static JkbMatrixView *
show_matrix (JkbWindow *window)
{
  JkbMatrixView *matrix;

  driver_wait_ready (window);
  driver_wait_until (jkb_reference_get_frameworks (jkb_reference_get_default ()) != NULL);
  driver_activate (window, "win.page::roles");
  matrix = driver_find (window, JKB_TYPE_MATRIX_VIEW);
  /* Sizes follow the width: as long as it has none they are those of the narrowest one. */
  driver_wait_until (gtk_widget_get_mapped (GTK_WIDGET (matrix))
                     && gtk_adjustment_get_page_size (matrix->adjustments[GTK_ORIENTATION_VERTICAL]) > 1);
  driver_settle (100);
  return matrix;
}

/* ---- zoom ---- */

static gboolean
press_with_control (JkbMatrixView *matrix, guint keyval)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (matrix));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, GDK_CONTROL_MASK, &handled);
    }
  driver_settle (50);
  return handled;
}

static void
check_larger (JkbMatrixView *matrix)
{
  double line = matrix->geometry.row_height;

  g_assert_true (press_with_control (matrix, GDK_KEY_plus));
  g_assert_cmpfloat (jkb_matrix_view_get_zoom (matrix), >, 1);
  g_assert_cmpfloat (matrix->geometry.row_height, >=, line);
  for (int i = 0; i < 40; i++)
    jkb_matrix_view_zoom (matrix, 1);
  driver_settle (50);
  g_assert_cmpfloat (jkb_matrix_view_get_zoom (matrix), <, 4);
  g_assert_cmpfloat (matrix->geometry.row_height, >, line * 1.5);
}

/* The chosen cell can be reached whatever the size; bounds follow. */
static void
check_bounds (JkbMatrixView *matrix)
{
  GtkAdjustment *vertical = matrix->adjustments[GTK_ORIENTATION_VERTICAL];

  g_assert_cmpfloat (gtk_adjustment_get_upper (vertical), >=, matrix->geometry.content_height);
  g_assert_cmpfloat (gtk_adjustment_get_value (vertical), <=,
                     gtk_adjustment_get_upper (vertical) - gtk_adjustment_get_page_size (vertical));
}

/* No name of a role loses its end: its column is as wide as the longest, or names have lines enough. */
static void
check_names (JkbMatrixView *matrix)
{
  g_assert_cmpfloat (matrix->name_width, >, 0);
  if (matrix->geometry.n_name_lines == 1)
    g_assert_cmpfloat (matrix->geometry.label_width, >=, matrix->name_width + 2 * JKB_MATRIX_PADDING);
  else
    g_assert_cmpfloat (matrix->geometry.label_width * matrix->geometry.n_name_lines, >, matrix->name_width * 1.2);
}

static void
check_zoom (JkbWindow *window, gpointer data)
{
  JkbMatrixView *matrix = show_matrix (window);
  double usual = matrix->geometry.row_height;

  check_names (matrix);
  check_larger (matrix);
  check_bounds (matrix);
  g_assert_true (press_with_control (matrix, GDK_KEY_minus));
  g_assert_true (press_with_control (matrix, GDK_KEY_0));
  g_assert_cmpfloat (jkb_matrix_view_get_zoom (matrix), ==, 1);
  g_assert_cmpfloat (matrix->geometry.row_height, ==, usual);
  for (int i = 0; i < 40; i++)
    gtk_widget_activate_action (GTK_WIDGET (matrix), "matrix.zoom", "i", -1);
  driver_settle (50);
  g_assert_cmpfloat (jkb_matrix_view_get_zoom (matrix), >, 0.1);
  g_assert_cmpfloat (jkb_matrix_view_get_zoom (matrix), <, 1);
  check_bounds (matrix);
  gtk_widget_activate_action (GTK_WIDGET (matrix), "matrix.zoom", "i", 0);
  g_assert_cmpfloat (jkb_matrix_view_get_zoom (matrix), ==, 1);
  /* The wheel does the same with Ctrl, and scrolls without. */
  g_assert_true (jkb_matrix_view_zoom_by_wheel (matrix, GDK_CONTROL_MASK, -1));
  g_assert_cmpfloat (jkb_matrix_view_get_zoom (matrix), >, 1);
  g_assert_true (jkb_matrix_view_zoom_by_wheel (matrix, GDK_CONTROL_MASK, 1));
  g_assert_cmpfloat_with_epsilon (jkb_matrix_view_get_zoom (matrix), 1, 1e-9);
  g_assert_false (jkb_matrix_view_zoom_by_wheel (matrix, 0, -1));
  g_assert_false (jkb_matrix_view_zoom_by_wheel (matrix, GDK_CONTROL_MASK, 0));
  g_assert_cmpfloat_with_epsilon (jkb_matrix_view_get_zoom (matrix), 1, 1e-9);
  /* Arrows stay arrows. */
  g_assert_false (press_with_control (matrix, GDK_KEY_a));
}

static void
test_zoom (void)
{
  g_autofree char *casebook = driver_new_casebook ();

  driver_run (casebook, NULL, check_zoom, NULL);
}

/* ---- the role that is asked for ---- */

static gboolean
is_in_view (JkbMatrixView *matrix, const char *name)
{
  GtkAdjustment *vertical = matrix->adjustments[GTK_ORIENTATION_VERTICAL];
  const JkbRole *role = jkb_reference_find_role (jkb_reference_get_default (), name);
  double top = jkb_matrix_rows_find (matrix->rows, role) * matrix->geometry.row_height;
  double value = gtk_adjustment_get_value (vertical);

  return jkb_matrix_view_get_role (matrix) == role && top >= value
         && top + matrix->geometry.row_height <= value + gtk_adjustment_get_page_size (vertical);
}

/* From another page, and from another framework, the role is where it can be seen. */
static void
check_revealed (JkbWindow *window, gpointer data)
{
  static const char *const names[]
      = { "secbok/2021/secbok-16", "nice/2017/CO-OPS-001", "nice/2.2.0/OG-WRL-001", ROLE };
  JkbMatrixView *matrix = driver_find (window, JKB_TYPE_MATRIX_VIEW);

  driver_wait_ready (window);
  driver_wait_until (jkb_reference_get_frameworks (jkb_reference_get_default ()) != NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *action = g_strconcat ("win.show-role::", names[i], NULL);

      driver_activate (window, "win.page::incidents");
      driver_activate (window, action);
      driver_wait_until (gtk_widget_get_mapped (GTK_WIDGET (matrix)) && is_in_view (matrix, names[i]));
      /* Scrolled away and asked for again. */
      gtk_adjustment_set_value (matrix->adjustments[GTK_ORIENTATION_VERTICAL], i < 2 ? 0 : 1e6);
      driver_activate (window, action);
      driver_wait_until (is_in_view (matrix, names[i]));
    }
}

static void
test_revealed (void)
{
  g_autofree char *casebook = driver_new_casebook ();

  driver_run (casebook, NULL, check_revealed, NULL);
}

/* ---- a person's own cells ---- */

static void
on_swapped_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (jkb_reference_swap_finish (JKB_REFERENCE (object), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
keep_changes (const char *text)
{
  g_autoptr(GBytes) contents = text != NULL ? g_bytes_new (text, strlen (text)) : NULL;
  gboolean is_done = FALSE;

  jkb_reference_swap_async (jkb_reference_get_default (), JKB_OWN_CHANGES, contents, on_swapped_cb,
                            &is_done);
  driver_wait_until (is_done);
  driver_settle (50);
}

static gboolean
says_own (JkbMatrixView *matrix, JkbSubject subject)
{
  const JkbRole *role = jkb_reference_find_role (jkb_reference_get_default (), ROLE);
  g_autofree char *words
      = jkb_matrix_view_describe (matrix, jkb_matrix_rows_find (matrix->rows, role), subject);

  return strstr (words, g_dgettext (GETTEXT_PACKAGE, "Your own judgement")) != NULL;
}

/* Also a part that was taken away is a change, and told in words. */
static void
check_own (JkbWindow *window, gpointer data)
{
  JkbMatrixView *matrix = show_matrix (window);
  JkbSubject given = jkb_subject_from_nick ("misdelivery");
  JkbSubject other = jkb_subject_from_nick ("web_defacement");

  g_assert_false (matrix->has_own);
  g_assert_false (says_own (matrix, given));
  keep_changes ("change\tframework\tedition\trole_id\tother\tvalue\ttext_en\ttext_ja\n"
                "part\tnice\t2.2.0\tPD-WRL-003\tmisdelivery/respond\t0\t\t\n");
  g_assert_true (matrix->has_own);
  g_assert_true (says_own (matrix, given));
  g_assert_false (says_own (matrix, other));
  keep_changes (NULL);
  g_assert_false (matrix->has_own);
  g_assert_false (says_own (matrix, given));
}

static void
test_own (void)
{
  g_autofree char *casebook = driver_new_casebook ();

  driver_run (casebook, NULL, check_own, NULL);
}

/* ---- the case that is shown ---- */

static void
check_lit (JkbWindow *window, gpointer data)
{
  JkbMatrixView *matrix = show_matrix (window);
  JkbScope *scope = jkb_window_get_scope (window);
  JkbSelection *selection = jkb_scope_get_selection (scope);
  JkbCase incident;

  jkb_scope_set_case_id (scope, 0);
  g_assert_cmphex (matrix->lit, ==, 0);
  jkb_selection_get (selection, 3, &incident);
  jkb_scope_set_case_id (scope, incident.id);
  g_assert_cmphex (matrix->lit, ==, jkb_roles_cases_subjects (&incident));
}

static void
test_lit (void)
{
  g_autofree char *casebook = driver_new_casebook ();

  driver_run (casebook, NULL, check_lit, NULL);
}

int
main (int argc, char *argv[])
{
  driver_isolate ();
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  jkb_labels_init ();
  g_test_add_func ("/matrix/zoom", test_zoom);
  g_test_add_func ("/matrix/revealed", test_revealed);
  g_test_add_func ("/matrix/own", test_own);
  g_test_add_func ("/matrix/lit", test_lit);
  return g_test_run ();
}
