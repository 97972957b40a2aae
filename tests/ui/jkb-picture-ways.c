/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jkb-picture-ways.h"

#include "frameworks/jkb-frameworks-own.h"
#include "jkb-ui-driver.h"
#include "ui/jkb-charts-page.h"
#include "ui/jkb-course-editor.h"
#include "ui/jkb-matrix-view.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-role-ticks.h"
#include "ui/jkb-roles-page.h"

#define N_SCROLLS 6

void
jkb_picture_filter (JkbWindow *window)
{
  g_autoptr(JkbFilter) filter = jkb_filter_new ();

  filter->types = 1u << JKB_TYPE_MISDELIVERY | 1u << JKB_TYPE_LOST_MEDIA_DEVICE;
  filter->statuses = 1u << JKB_STATUS_CONFIRMED | 1u << JKB_STATUS_POSSIBLE;
  jkb_filter_set_words (filter, "委託");
  jkb_scope_set_filter (jkb_window_get_scope (window), filter);
  driver_wait_selection (window);
}

void
jkb_picture_scroll (gpointer root, int n_pages)
{
  GtkScrolledWindow *scrolled = driver_find (root, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scrolled);

  /* What is filled late begins at its top again. */
  for (int i = 0; i < N_SCROLLS; i++)
    {
      driver_settle (100);
      gtk_adjustment_set_value (adjustment, n_pages * gtk_adjustment_get_page_size (adjustment) * 0.9);
    }
}

GtkWidget *
jkb_picture_wait_toplevel (GType type)
{
  GtkWindow *found;

  driver_wait_until ((found = driver_find_toplevel (type)) != NULL
                     && gtk_widget_get_mapped (GTK_WIDGET (found)));
  return GTK_WIDGET (found);
}

JkbWindow *
jkb_picture_open_other (JkbWindow *window, const char *name)
{
  JkbApplication *application = JKB_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)));
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  JkbWindow *other = jkb_window_new (application, jkb_application_open_casebook (application, path));
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (other), width, height);
  return other;
}

static GtkWidget *
find_schemes (JkbWindow *window)
{
  return driver_find (driver_find (window, JKB_TYPE_CHARTS_PAGE), GTK_TYPE_DROP_DOWN);
}

void
jkb_picture_set_toggle (JkbWindow *window, int place)
{
  GtkWidget *tool = find_schemes (window);

  for (int i = 0; tool != NULL; i++, tool = gtk_widget_get_next_sibling (tool))
    if (GTK_IS_TOGGLE_BUTTON (tool))
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tool), i == place);
}

void
jkb_picture_choose_scheme (JkbWindow *window, guint position)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_schemes (window)), position);
}

void
jkb_picture_choose_figures (JkbWindow *window, guint position)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (gtk_widget_get_next_sibling (find_schemes (window))), position);
}

/* The lists of choices have search entries too, in popovers. */
static GtkEditable *
find_role_search (GtkWidget *widget)
{
  GtkEditable *found = GTK_IS_SEARCH_ENTRY (widget) ? GTK_EDITABLE (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child))
      found = find_role_search (child);
  return found;
}

void
jkb_picture_search_roles (JkbWindow *window, const char *words)
{
  GtkEditable *search = find_role_search (driver_find (window, JKB_TYPE_ROLES_PAGE));

  gtk_editable_set_text (search, words);
  g_signal_emit_by_name (search, "search-changed");
}

void
jkb_picture_show_roles_as (JkbWindow *window, const char *view)
{
  GtkWidget *matrix = driver_find (window, JKB_TYPE_MATRIX_VIEW);

  gtk_stack_set_visible_child_name (GTK_STACK (gtk_widget_get_ancestor (matrix, GTK_TYPE_STACK)), view);
}

void
jkb_picture_tick_roles (JkbWindow *window, gboolean is_any)
{
  static const char *const names[] = { "nice/2.2.0/PD-WRL-003", "nice/2.2.0/IO-WRL-005",
                                       "nice/2.2.0/OG-WRL-008", NULL };
  JkbRoleTicks *ticks = driver_find (window, JKB_TYPE_ROLE_TICKS);

  jkb_role_ticks_set_names (ticks, is_any ? names : names + 3);
  g_signal_emit_by_name (ticks, "ticked");
}

static guint
count_courses (void)
{
  JkbFrameworks *frameworks = jkb_reference_get_frameworks (jkb_reference_get_default ());
  const GPtrArray *courses = jkb_frameworks_own_courses (frameworks);

  return courses != NULL ? courses->len : 0;
}

void
jkb_picture_drop_courses (void)
{
  if (count_courses () == 0)
    return;
  jkb_reference_swap_async (jkb_reference_get_default (), JKB_COURSES, NULL, NULL, NULL);
  driver_wait_until (count_courses () == 0);
}

void
jkb_picture_keep_course (JkbWindow *window)
{
  static const char *const roles[] = { "nice/2.2.0/PD-WRL-003", NULL };
  JkbCourseEditor *editor = driver_find (window, JKB_TYPE_COURSE_EDITOR);

  jkb_course_editor_set_course (editor, NULL);
  jkb_course_editor_set_name (editor, "初動対応演習");
  jkb_role_ticks_set_names (driver_find (editor, JKB_TYPE_ROLE_TICKS), roles);
  g_signal_emit_by_name (editor, "save");
  driver_wait_until (count_courses () == 1);
}
