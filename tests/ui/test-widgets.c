/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "ui/jkb-case-table.h"
#include "ui/jkb-casebook.h"
#include "ui/jkb-compat.h"
#include "ui/jkb-fact-editor.h"
#include "ui/jkb-pane-parts.h"
#include "ui/jkb-plain-layout.h"
#include "ui/jkb-scope.h"
#include "ui/jkb-split.h"
#include "ui/jkb-text-view.h"

/*
 * The glue of properties: each one that can be written is set to another value and back; each time
 * it, and nothing else, is notified once, and reading gives what was written.
 */

typedef struct
{
  GParamSpec *expected;
  guint n_notified;
} Notified;

static void
on_notify_cb (GObject *object, GParamSpec *pspec, Notified *notified)
{
  g_assert_cmpstr (pspec->name, ==, notified->expected->name);
  notified->n_notified++;
}

static void
change_value (GValue *value, GParamSpec *pspec)
{
  switch (G_TYPE_FUNDAMENTAL (pspec->value_type))
    {
    case G_TYPE_BOOLEAN:
      g_value_set_boolean (value, !g_value_get_boolean (value));
      break;
    case G_TYPE_INT:
      g_value_set_int (value, g_value_get_int (value) + 7);
      break;
    case G_TYPE_INT64:
      g_value_set_int64 (value, g_value_get_int64 (value) + 7);
      break;
    case G_TYPE_OBJECT:
      g_assert_cmpint (pspec->value_type, ==, GTK_TYPE_WIDGET);
      g_value_set_object (value, gtk_label_new ("another"));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
check_property (GObject *object, GParamSpec *pspec)
{
  Notified notified = { pspec, 0 };
  gulong handler = g_signal_connect (object, "notify", G_CALLBACK (on_notify_cb), &notified);
  g_auto(GValue) value = G_VALUE_INIT;
  g_auto(GValue) read = G_VALUE_INIT;

  g_value_init (&value, pspec->value_type);
  g_object_get_property (object, pspec->name, &value);
  change_value (&value, pspec);
  g_object_set_property (object, pspec->name, &value);
  g_assert_cmpuint (notified.n_notified, ==, 1);
  g_value_init (&read, pspec->value_type);
  g_object_get_property (object, pspec->name, &read);
  g_assert_cmpint (g_param_values_cmp (pspec, &value, &read), ==, 0);
  /* The same value again is no change. */
  g_object_set_property (object, pspec->name, &value);
  g_assert_cmpuint (notified.n_notified, ==, 1);
  g_signal_handler_disconnect (object, handler);
}

static void
check_properties (GObject *object)
{
  g_autofree GParamSpec **specs = NULL;
  guint n_specs, n_checked = 0;

  specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n_specs);
  for (guint i = 0; i < n_specs; i++)
    if (specs[i]->owner_type == G_OBJECT_TYPE (object) && (specs[i]->flags & G_PARAM_WRITABLE))
      {
        check_property (object, specs[i]);
        n_checked++;
      }
  g_assert_cmpuint (n_checked, >, 0);
}

static void
test_split (void)
{
  GObject *split = g_object_ref_sink (g_object_new (JKB_TYPE_SPLIT, "content",
                                                    gtk_label_new ("a"), "pane",
                                                    gtk_label_new ("b"), NULL));

  check_properties (split);
  g_assert_finalize_object (split);
}

static void
test_scope (void)
{
  JkbCasebook *casebook = jkb_casebook_new ("nowhere");
  JkbScope *scope = jkb_scope_new (casebook);

  check_properties (G_OBJECT (scope));
  g_assert_finalize_object (scope);
  g_assert_finalize_object (casebook);
}

static void
allocate (GtkWidget *widget, int width)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, width);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (widget, &(GtkAllocation){ 0, 0, width, MAX (minimum, 300) }, -1);
}

static GtkWidget *
make_side (int width)
{
  GtkWidget *side = gtk_label_new (NULL);

  gtk_widget_set_size_request (side, width, -1);
  return side;
}

static void
test_split_folds (void)
{
  GtkWidget *content = make_side (340);
  GtkWidget *pane = make_side (300);
  JkbSplit *split = g_object_ref_sink (
      g_object_new (JKB_TYPE_SPLIT, "content", content, "pane", pane, "pane-width", 400, NULL));

  allocate (GTK_WIDGET (split), 1000);
  g_assert_false (jkb_split_get_folded (split));
  g_assert_cmpint (gtk_widget_get_width (content), ==, 600);
  g_assert_cmpint (gtk_widget_get_width (pane), ==, 400);
  /* On a very wide screen it takes its share, and no more than can be read. */
  allocate (GTK_WIDGET (split), 2300);
  g_assert_cmpint (gtk_widget_get_width (pane), ==, 500);
  allocate (GTK_WIDGET (split), 3800);
  g_assert_cmpint (gtk_widget_get_width (pane), ==, 760);
  /* The pane gives way before the content does, and neither goes below its minimum. */
  allocate (GTK_WIDGET (split), 660);
  g_assert_cmpint (gtk_widget_get_width (content), ==, 340);
  g_assert_cmpint (gtk_widget_get_width (pane), ==, 320);
  jkb_split_set_pane_width (split, 10);
  allocate (GTK_WIDGET (split), 1000);
  g_assert_cmpint (gtk_widget_get_width (pane), ==, 300);
  allocate (GTK_WIDGET (split), 360);
  g_assert_true (jkb_split_get_folded (split));
  g_assert_true (gtk_widget_get_child_visible (content));
  g_assert_false (gtk_widget_get_child_visible (pane));
  jkb_split_set_show_pane (split, TRUE);
  allocate (GTK_WIDGET (split), 360);
  g_assert_true (gtk_widget_get_child_visible (pane));
  g_assert_cmpint (gtk_widget_get_width (pane), ==, 360);
  allocate (GTK_WIDGET (split), 900);
  g_assert_false (jkb_split_get_folded (split));
  g_assert_true (gtk_widget_get_child_visible (content));
  g_assert_finalize_object (split);
}

static void
on_done_cb (JkbFactEditor *editor, const char *value, int qualifier, GString *log)
{
  g_string_append_printf (log, "%s/%d", value, qualifier);
}

static void
press_save (GtkWidget *editor)
{
  GtkWidget *box = gtk_popover_get_child (GTK_POPOVER (editor));

  g_signal_emit_by_name (gtk_widget_get_last_child (box), "clicked");
}

static void
type_text (GtkWidget *editor, const char *text)
{
  GtkWidget *child = gtk_widget_get_first_child (gtk_popover_get_child (GTK_POPOVER (editor)));

  while (!GTK_IS_ENTRY (child))
    child = gtk_widget_get_next_sibling (child);
  gtk_editable_set_text (GTK_EDITABLE (child), text);
}

static void
check_editor (JkbField field, const char *value, const char *typed, const char *expected)
{
  GtkWidget *editor = g_object_ref_sink (jkb_fact_editor_new (field, value, JKB_QUALIFIER_EXACT));
  g_autoptr(GString) log = g_string_new (NULL);

  g_signal_connect (editor, "done", G_CALLBACK (on_done_cb), log);
  type_text (editor, typed);
  press_save (editor);
  g_assert_cmpstr (log->str, ==, expected);
  g_assert_finalize_object (editor);
}

static void
test_editor (void)
{
  check_editor (JKB_FIELD_ORGANISATION, "みさき水産", "みさき水産株式会社",
                "みさき水産株式会社/0");
  check_editor (JKB_FIELD_ORGANISATION, "みさき水産", "", "");
  check_editor (JKB_FIELD_DISCOVERED, NULL, "2031/2/3", "2031-02-03/0");
  check_editor (JKB_FIELD_DISCOVERED, NULL, "yesterday", "");
}

/* Every field has a control, starts with what it was, and gives that back. */
static void
test_editor_keeps (void)
{
  static const char *const values[JKB_N_FIELDS] = {
    [JKB_FIELD_ORGANISATION] = "みさき水産",
    [JKB_FIELD_CONTRACTOR] = "灯台印刷",
    [JKB_FIELD_INCIDENT_TYPE] = "theft_physical",
    [JKB_FIELD_CIRCUMSTANCES] = "overseas_subsidiary",
    [JKB_FIELD_AFFECTED_PEOPLE] = "1482",
    [JKB_FIELD_AFFECTED_RECORDS] = "0",
    [JKB_FIELD_AFFECTED_STATUS] = "possible",
    [JKB_FIELD_COUNTS] = "31",
    [JKB_FIELD_OCCURRED_FROM] = "2031",
    [JKB_FIELD_OCCURRED_TO] = "2031-02",
    [JKB_FIELD_DISCOVERED] = "2031-02-03",
    [JKB_FIELD_ANNOUNCED] = "2031-02-04",
    [JKB_FIELD_REPORTED_PPC] = "yes",
    [JKB_FIELD_REPORTED_POLICE] = "2031-02-05",
    [JKB_FIELD_DATES] = "2031-02-06",
    [JKB_FIELD_DATA_ITEMS] = "my_number",
    [JKB_FIELD_ENCRYPTED] = "no",
    [JKB_FIELD_COUNTRY] = "JP",
  };

  for (int field = 0; field < JKB_N_FIELDS; field++)
    {
      GtkWidget *editor = g_object_ref_sink (
          jkb_fact_editor_new ((JkbField) field, values[field], JKB_QUALIFIER_EXACT));
      g_autoptr(GString) log = g_string_new (NULL);
      g_autofree char *expected = g_strdup_printf ("%s/0", values[field]);

      g_signal_connect (editor, "done", G_CALLBACK (on_done_cb), log);
      press_save (editor);
      g_assert_cmpstr (log->str, ==, expected);
      g_assert_finalize_object (editor);
    }
}

/* Newer releases look for the next focus while a window goes, when its table is in none. */
static void
test_focus_outside (void)
{
  GtkWidget *table = g_object_ref_sink (g_object_new (JKB_TYPE_CASE_TABLE, NULL));

  g_assert_false (gtk_widget_child_focus (table, GTK_DIR_TAB_FORWARD));
  g_assert_finalize_object (table);
}

/* What is folded away takes no focus, as it is in no window then. */
static void
test_folded_away (void)
{
  GtkExpander *expander = GTK_EXPANDER (g_object_ref_sink (gtk_expander_new ("")));
  GtkWidget *child = gtk_button_new ();

  jkb_compat_set_expander_child (expander, child);
  g_assert_false (gtk_widget_get_can_focus (child));
  gtk_expander_set_expanded (expander, TRUE);
  g_assert_true (gtk_widget_get_can_focus (child));
  gtk_expander_set_expanded (expander, FALSE);
  g_assert_false (gtk_widget_get_can_focus (child));
  g_assert_finalize_object (expander);
}

/* ---------------------------------------------------------------- text view */

typedef struct
{
  GtkTextBuffer *buffer;
  GtkAdjustment *adjustment;
  gboolean is_drawing;
  guint n_drawn;
  guint n_changed;
} Drawing;

static void
on_layout_cb (GdkFrameClock *clock, Drawing *drawing)
{
  drawing->is_drawing = TRUE;
}

static void
on_after_paint_cb (GdkFrameClock *clock, Drawing *drawing)
{
  drawing->is_drawing = FALSE;
  drawing->n_drawn++;
}

static void
on_adjustment_changed_cb (GtkAdjustment *adjustment, Drawing *drawing)
{
  if (drawing->is_drawing)
    drawing->n_changed++;
}

static gboolean
on_tick_cb (GtkWidget *view, GdkFrameClock *clock, gpointer user_data)
{
  Drawing *drawing = user_data;
  g_autoptr(GString) text = g_string_new (NULL);
  GtkTextIter iter;

  for (guint i = 0; i < 40 + 20 * (drawing->n_drawn % 3); i++)
    g_string_append_printf (text, "%u 件のお知らせ、二行になるほどの長さの文。\n", i);
  gtk_text_buffer_set_text (drawing->buffer, text->str, -1);
  gtk_text_buffer_get_iter_at_line (drawing->buffer, &iter, drawing->n_drawn % 2 ? 35 : 5);
  gtk_text_buffer_place_cursor (drawing->buffer, &iter);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (view), gtk_text_buffer_get_insert (drawing->buffer), 0, TRUE, 0, 0.2);
  return G_SOURCE_CONTINUE;
}

/* Another text in every frame: what the scrollbar shows changes before the window is drawn. */
/* A label that wraps looks for another width at each height; in the plain layout it does not. */
static void
test_plain_layout (void)
{
  GtkWidget *bin = g_object_ref_sink (adw_bin_new ());
  GtkWidget *label = gtk_label_new ("one two three four five six seven eight nine ten");
  int wide, at_height, narrow;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  adw_bin_set_child (ADW_BIN (bin), label);
  gtk_widget_set_layout_manager (bin, jkb_plain_layout_new ());
  gtk_widget_measure (bin, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wide, NULL, NULL);
  gtk_widget_measure (bin, GTK_ORIENTATION_HORIZONTAL, 200, NULL, &at_height, NULL, NULL);
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, 200, NULL, &narrow, NULL, NULL);
  g_assert_cmpint (at_height, ==, wide);
  g_assert_cmpint (narrow, <, wide);
  g_object_unref (bin);
}

static void
test_text_view (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = g_object_new (JKB_TYPE_TEXT_VIEW, "wrap-mode", GTK_WRAP_WORD_CHAR, NULL);
  Drawing drawing = { gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), NULL, FALSE, 0, 0 };
  GdkFrameClock *clock;
  guint tick;

  /* A scrollbar that fades away while its window is destroyed is a trouble of its own. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  drawing.adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), 240, 200);
  gtk_window_present (GTK_WINDOW (window));
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "layout", G_CALLBACK (on_layout_cb), &drawing);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint_cb), &drawing);
  g_signal_connect (drawing.adjustment, "changed", G_CALLBACK (on_adjustment_changed_cb), &drawing);
  g_signal_connect (drawing.adjustment, "value-changed", G_CALLBACK (on_adjustment_changed_cb), &drawing);
  tick = gtk_widget_add_tick_callback (view, on_tick_cb, &drawing, NULL);
  while (drawing.n_drawn < 6)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (drawing.n_changed, ==, 0);
  g_assert_cmpfloat (gtk_adjustment_get_upper (drawing.adjustment), >, 200);
  gtk_widget_remove_tick_callback (view, tick);
  g_signal_handlers_disconnect_by_data (clock, &drawing);
  g_signal_handlers_disconnect_by_data (drawing.adjustment, &drawing);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* ---- what can be opened ---- */

static double
find_bottom (GtkWidget *widget, GtkWidget *target)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, target, &bounds));
  return bounds.origin.y + bounds.size.height;
}

/* However little room there is for a title, it stays above what follows. */
static void
test_expander (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkExpander *expander
      = jkb_parts_add_expander (box, "A title that is a good deal longer than its line",
                                "and says more below it, which is as long again");
  GtkWidget *below = jkb_parts_add_text (box, "Below", NULL);

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (box));
  gtk_window_set_default_size (GTK_WINDOW (window), 150, 200);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (below) || gtk_widget_get_height (below) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (box)), <, 300);
  g_assert_cmpfloat (find_bottom (gtk_expander_get_label_widget (expander), GTK_WIDGET (box)), <=,
                     find_bottom (below, GTK_WIDGET (box)) - gtk_widget_get_height (below));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  g_test_add_func ("/widgets/split", test_split);
  g_test_add_func ("/widgets/split-folds", test_split_folds);
  g_test_add_func ("/widgets/focus-outside", test_focus_outside);
  g_test_add_func ("/widgets/folded-away", test_folded_away);
  g_test_add_func ("/widgets/plain-layout", test_plain_layout);
  g_test_add_func ("/widgets/text-view", test_text_view);
  g_test_add_func ("/widgets/scope", test_scope);
  g_test_add_func ("/widgets/editor", test_editor);
  g_test_add_func ("/widgets/editor-keeps", test_editor_keeps);
  g_test_add_func ("/widgets/expander", test_expander);
  return g_test_run ();
}
