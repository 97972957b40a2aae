/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "jkb-picture-states.h"
#include "jkb-ui-driver.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-settings.h"

/*
 * What pictures are taken of fits into the smallest window, with text of 100 % and of 200 %: no page, dialog or
 * state asks for more than 360×640, and words that are cut off there are in a tooltip.
 */

#define WIDTH 360
#define HEIGHT 640
#define DPI_NORMAL (96 * 1024)

typedef struct
{
  const char *name;
  int factor;                           /* of the text */
  gboolean only_pages;                  /* else only what is no page */
} Look;

static int
measure_minimum (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int minimum;

  gtk_widget_measure (widget, orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Names the widgets that ask for the width, each with the width. */
static void
say_widest (GtkWidget *widget, GString *path)
{
  gsize length = path->len;

  if (!gtk_widget_get_visible (widget) || measure_minimum (widget, GTK_ORIENTATION_HORIZONTAL, -1) <= WIDTH - 40)
    return;
  g_string_append_printf (path, " > %s %d", G_OBJECT_TYPE_NAME (widget),
                          measure_minimum (widget, GTK_ORIENTATION_HORIZONTAL, -1));
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (path, " “%s”", gtk_label_get_text (GTK_LABEL (widget)));
  g_test_message ("%s", path->str);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    say_widest (child, path);
  g_string_truncate (path, length);
}

/* What a window has around its content belongs to the desktop; a menu may be wider than its window. */
static GtkWidget *
find_content (GtkWidget *widget)
{
  return GTK_IS_WINDOW (widget) ? gtk_window_get_child (GTK_WINDOW (widget)) : widget;
}

static gboolean
fits (GtkWidget *widget, const char *name, int percent)
{
  int width = measure_minimum (widget, GTK_ORIENTATION_HORIZONTAL, -1);
  int height = measure_minimum (widget, GTK_ORIENTATION_VERTICAL, MAX (width, WIDTH));
  g_autoptr(GString) path = g_string_new (name);

  g_test_message ("%s at %d %%: %d×%d", name, percent, width, height);
  if (width > WIDTH)
    say_widest (widget, path);
  return width <= WIDTH && height <= HEIGHT;
}

/* ---------------------------------------------------------------- words that are cut off */

static gboolean
asks_for_tooltip (GtkWidget *widget)
{
  g_autoptr(GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean is_answered = FALSE;

  if (gtk_widget_get_has_tooltip (widget))
    g_signal_emit_by_name (widget, "query-tooltip", 1, 1, FALSE, tooltip, &is_answered);
  return is_answered;
}

/* The label has a tooltip, or what it is in has one with all of its words. */
static gboolean
is_said (GtkWidget *label)
{
  const char *words = gtk_label_get_text (GTK_LABEL (label));

  if (asks_for_tooltip (label))
    return TRUE;
  for (GtkWidget *widget = label; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      const char *tooltip = gtk_widget_get_tooltip_text (widget);

      if (tooltip != NULL && strstr (tooltip, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* A title gives way to buttons, what an entry suggests to what is written there; both are libadwaita's and GTK's. */
static gboolean
may_be_cut (GtkWidget *widget)
{
  return ADW_IS_WINDOW_TITLE (widget) || ADW_IS_VIEW_SWITCHER (widget) || GTK_IS_TEXT (widget);
}

static guint
count_unsaid (GtkWidget *widget, const char *name)
{
  guint n_unsaid = 0;

  if (!gtk_widget_get_mapped (widget) || may_be_cut (widget))
    return 0;
  if (GTK_IS_LABEL (widget) && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))) && !is_said (widget))
    {
      g_test_message ("%s: “%s” is cut off", name, gtk_label_get_text (GTK_LABEL (widget)));
      n_unsaid++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n_unsaid += count_unsaid (child, name);
  return n_unsaid;
}

/* Windows that GTK and libadwaita make. */
static gboolean
is_foreign (const char *name)
{
  return g_str_equal (name, "shortcuts") || g_str_equal (name, "about");
}

/* What is in a pane or a popover is measured where it is shown. */
static guint
count_misfits (JkbWindow *window, gboolean only_pages, int percent)
{
  guint n_misfits = 0;

  for (int group = 0; group < JKB_N_PICTURE_GROUPS; group++)
    for (const JkbPictureState *state = jkb_picture_states ((JkbPictureGroup) group); state->name != NULL; state++)
      if (state->is_page == only_pages && !is_foreign (state->name))
        {
          GtkWidget *shown = state->show (window);

          if (GTK_IS_WINDOW (shown))
            gtk_window_set_default_size (GTK_WINDOW (shown), WIDTH, HEIGHT);
          driver_settle (100);
          n_misfits += !GTK_IS_POPOVER_MENU (shown) && !fits (find_content (shown), state->name, percent);
          n_misfits += count_unsaid (shown, state->name);
          jkb_picture_states_reset (window);
        }
  return n_misfits;
}

static void
check_fits (JkbWindow *window, gpointer data)
{
  const Look *look = data;
  guint n_misfits;

  driver_show_imported (window);
  jkb_picture_states_prepare (window);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", look->factor * DPI_NORMAL, NULL);
  n_misfits = count_misfits (window, look->only_pages, 100 * look->factor);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", DPI_NORMAL, NULL);
  g_assert_cmpuint (n_misfits, ==, 0);
}

static void
test_fits (gconstpointer data)
{
  /* AdwViewSwitcherBar, on its way into a narrow window, makes GTK 4.8 warn of a box without width. */
  GLogLevelFlags fatal = g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  g_autofree char *casebook = driver_new_casebook ();
  g_autofree char *notice = driver_sample ("bcc-mistake.txt");

  g_settings_set (jkb_settings_get (), "window-size", "(ii)", WIDTH, HEIGHT);
  driver_run (casebook, notice, check_fits, (gpointer) data);
  g_settings_reset (jkb_settings_get (), "window-size");
  g_log_set_always_fatal (fatal);
}

int
main (int argc, char *argv[])
{
  static const Look looks[] = { { "/narrow/pages/100", 1, TRUE }, { "/narrow/pages/200", 2, TRUE },
                                { "/narrow/states/100", 1, FALSE }, { "/narrow/states/200", 2, FALSE } };

  driver_isolate ();
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  jkb_labels_init ();
  adw_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    if (looks[i].only_pages || g_test_slow ())
      g_test_add_data_func (looks[i].name, &looks[i], test_fits);
  return g_test_run ();
}
