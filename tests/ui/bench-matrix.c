/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-matrix [FRAMES]: what a frame costs while the matrix scrolls at full size, all roles of all
 * editions × all types and circumstances, in turn with a stock GtkColumnView that holds the same cells as
 * labels. Both stand in the same window, 1200 × 800, and are moved by 40 pixels a frame, down and up again.
 * A frame is what the processor spends from before-paint to after-paint of the clock, so that other work on
 * the machine does not count; one above 16.7 ms would be dropped at 60 Hz.
 */
#include <adwaita.h>
#include <stdlib.h>

#include "labels/jkb-labels.h"
#include "stopwatch.h"
#include "ui/jkb-matrix-view.h"
#include "ui/jkb-reference.h"

#define WIDTH 1200
#define HEIGHT 800
#define STEP 40
#define N_ROUNDS 5
#define N_FRAMES 300
#define FRAME_MS (1000.0 / 60)

typedef struct
{
  const char *name;
  GtkAdjustment *adjustment;
  double *times;
  guint n_times;
  double before;
  int direction;
} Scroll;

typedef struct
{
  JkbFrameworks *frameworks;
  GPtrArray *roles;
  GtkStack *stack;
  guint n_frames;
} Bench;

/* ---- the stock widget ---- */

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Bench *bench)
{
  JkbSubject subject = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "subject"));
  const JkbRole *role = g_ptr_array_index (bench->roles, gtk_list_item_get_position (item));
  int weight = subject == JKB_SUBJECT_NONE
                   ? 0
                   : jkb_frameworks_weight (bench->frameworks, subject, role, JKB_PHASE_ANY);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      subject == JKB_SUBJECT_NONE ? jkb_reference_label (&role->name)
                                                  : jkb_reference_dots (weight));
}

static GtkWidget *
make_stock (Bench *bench)
{
  GtkStringList *rows = gtk_string_list_new (NULL);
  GtkWidget *view;

  for (guint i = 0; i < bench->roles->len; i++)
    gtk_string_list_append (rows, "");
  view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (rows))));
  for (JkbSubject subject = JKB_SUBJECT_NONE; subject < JKB_N_SUBJECTS; subject++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr(GtkColumnViewColumn) column = NULL;

      g_object_set_data (G_OBJECT (factory), "subject", GINT_TO_POINTER (subject));
      g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), bench);
      column = gtk_column_view_column_new (
          subject == JKB_SUBJECT_NONE ? "" : jkb_reference_label_subject (subject), factory);
      gtk_column_view_column_set_fixed_width (column, subject == JKB_SUBJECT_NONE ? 300 : 62);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  return view;
}

/* ---- ours ---- */

static GtkWidget *
make_ours (Bench *bench)
{
  GtkWidget *view = g_object_new (JKB_TYPE_MATRIX_VIEW, NULL);
  guint n_cases[JKB_N_SUBJECTS];

  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    n_cases[subject] = 100 + (guint) subject;
  jkb_matrix_view_set_roles (JKB_MATRIX_VIEW (view), bench->frameworks, bench->roles,
                             JKB_PHASE_ANY);
  jkb_matrix_view_set_n_cases (JKB_MATRIX_VIEW (view), n_cases);
  return view;
}

/* ---- frames ---- */

static void
on_before_paint_cb (GdkFrameClock *clock, Scroll *scroll)
{
  scroll->before = stopwatch_cpu_ms ();
}

static void
on_after_paint_cb (GdkFrameClock *clock, Scroll *scroll)
{
  scroll->times[scroll->n_times++] = stopwatch_cpu_ms () - scroll->before;
}

static gboolean
move (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Scroll *scroll = data;
  double value = gtk_adjustment_get_value (scroll->adjustment);
  double last = gtk_adjustment_get_upper (scroll->adjustment)
                - gtk_adjustment_get_page_size (scroll->adjustment);

  if (value + scroll->direction * STEP > last || value + scroll->direction * STEP < 0)
    scroll->direction = -scroll->direction;
  gtk_adjustment_set_value (scroll->adjustment, value + scroll->direction * STEP);
  return G_SOURCE_CONTINUE;
}

static void
settle (guint ms)
{
  double end = stopwatch_ms () + ms;

  while (stopwatch_ms () < end)
    g_main_context_iteration (NULL, FALSE);
}

static void
run (Bench *bench, Scroll *scroll, guint n_frames)
{
  GtkWidget *page = gtk_stack_get_child_by_name (bench->stack, scroll->name);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->stack));
  guint end = scroll->n_times + n_frames, tick;
  gulong before, after;

  gtk_stack_set_visible_child (bench->stack, page);
  settle (300);
  before = g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint_cb), scroll);
  after = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint_cb), scroll);
  tick = gtk_widget_add_tick_callback (page, move, scroll, NULL);
  while (scroll->n_times < end)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (page, tick);
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);
}

static guint
count_late (const Scroll *scroll)
{
  guint n_late = 0;

  for (guint i = 0; i < scroll->n_times; i++)
    n_late += scroll->times[i] > FRAME_MS;
  return n_late;
}

static double
report (Scroll *scroll)
{
  double median = stopwatch_median (scroll->times, scroll->n_times);
  guint n_late = count_late (scroll);

  g_print ("%-14s median %6.2f ms, p95 %6.2f, p99 %6.2f, worst %6.2f; above %.1f ms: %u of %u\n",
           scroll->name, median, scroll->times[scroll->n_times * 95 / 100],
           scroll->times[scroll->n_times * 99 / 100], scroll->times[scroll->n_times - 1], FRAME_MS,
           n_late, scroll->n_times);
  return median;
}

static void
add_page (Bench *bench, Scroll *scroll, GtkWidget *view)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_stack_add_named (bench->stack, scrolled, scroll->name);
  scroll->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  scroll->times = g_new (double, bench->n_frames * N_ROUNDS + 8);
  scroll->direction = 1;
}

static void
compare (Bench *bench)
{
  Scroll ours = { "matrix" }, stock = { "GtkColumnView" };
  GtkWidget *window = gtk_window_new ();
  double ratio;

  bench->stack = GTK_STACK (gtk_stack_new ());
  add_page (bench, &ours, make_ours (bench));
  add_page (bench, &stock, make_stock (bench));
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (bench->stack));
  gtk_window_present (GTK_WINDOW (window));
  settle (500);
  for (int round = 0; round < N_ROUNDS; round++)
    {
      run (bench, &ours, bench->n_frames);
      run (bench, &stock, bench->n_frames);
    }
  g_print ("%u roles × %d types and circumstances, %d × %d, %d pixels a frame, %d rounds in turn\n",
           bench->roles->len, JKB_N_SUBJECTS, WIDTH, HEIGHT, STEP, N_ROUNDS);
  ratio = report (&ours);
  ratio /= report (&stock);
  g_print ("matrix / GtkColumnView: %.2f of the time of a frame\n", ratio);
  gtk_window_destroy (GTK_WINDOW (window));
  g_free (ours.times);
  g_free (stock.times);
}

int
main (int argc, char *argv[])
{
  g_autoptr(GError) error = NULL;
  Bench bench = { .n_frames = argc > 1 ? (guint) atoi (argv[1]) : N_FRAMES };

  if (bench.n_frames == 0)
    {
      g_printerr ("bench-matrix [FRAMES]\n");
      return 2;
    }
  adw_init ();
  jkb_labels_init ();
  bench.frameworks = jkb_frameworks_load (NULL, &error);
  if (bench.frameworks == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  bench.roles = g_ptr_array_new ();
  for (guint i = 0; i < jkb_frameworks_n_roles (bench.frameworks); i++)
    g_ptr_array_add (bench.roles, (gpointer) jkb_frameworks_get_role (bench.frameworks, i));
  compare (&bench);
  g_ptr_array_unref (bench.roles);
  jkb_frameworks_unref (bench.frameworks);
  return 0;
}
