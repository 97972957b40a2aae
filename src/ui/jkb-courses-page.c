/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-courses-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "frameworks/jkb-course-fit.h"
#include "frameworks/jkb-frameworks-own.h"
#include "ui/jkb-compat.h"
#include "ui/jkb-courses-words.h"
#include "ui/jkb-framework-choice.h"
#include "ui/jkb-pane-parts.h"
#include "ui/jkb-print-take.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-shrink.h"
#include "ui/jkb-split.h"
#include "ui/jkb-toaster.h"

#define TEXT_WIDTH 760
#define PANE_WIDTH 400
#define CONTENT_WIDTH 320

struct _JkbCoursesPage
{
  AdwBin parent_instance;

  JkbFrameworks *frameworks;            /* NULL until they are read */
  GPtrArray *fits;                      /* JkbCourseFit; likewise */
  JkbSplit *split;
  GtkDropDown *choice;
  GtkStack *stack;                      /* no course, or what they lead to */
  GtkBox *list;                         /* the courses */
  GtkBox *fit_box;
  JkbCourseEditor *editor;
  GtkWidget *back_button;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (JkbCoursesPage, jkb_courses_page, ADW_TYPE_BIN)

static const GPtrArray *
get_courses (JkbCoursesPage *self)
{
  return self->frameworks != NULL ? jkb_frameworks_own_courses (self->frameworks) : NULL;
}

/* ---- what is shown ---- */

static void
show_list (JkbCoursesPage *self, const GPtrArray *courses)
{
  GtkBox *card;

  jkb_parts_clear (self->list);
  jkb_parts_add_heading (self->list, _("Courses"));
  card = jkb_parts_add_card (self->list);
  for (guint i = 0; i < courses->len; i++)
    {
      const JkbCourse *course = g_ptr_array_index (courses, i);
      guint n_roles = g_strv_length (course->roles);
      guint n_statements = g_strv_length (course->statements);
      g_autofree char *roles
          = g_strdup_printf (ngettext ("%u role", "%u roles", n_roles), n_roles);
      g_autofree char *statements
          = g_strdup_printf (ngettext ("%u statement", "%u statements", n_statements),
                             n_statements);
      g_autofree char *detail = g_strdup_printf ("%s · %s", roles, statements);
      GtkWidget *button = jkb_parts_add_button (card, course->name, detail);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", course->name);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "courses.open");
    }
}

static void
show (JkbCoursesPage *self)
{
  const GPtrArray *courses = get_courses (self);
  gboolean is_any = courses != NULL && courses->len > 0;

  g_clear_pointer (&self->fits, g_ptr_array_unref);
  if (is_any)
    {
      self->fits = jkb_courses_fit (self->frameworks, courses,
                                    jkb_framework_choice_get (self->choice, self->frameworks));
      show_list (self, courses);
      jkb_courses_words_fill (self->fit_box, self->frameworks, self->fits);
    }
  gtk_stack_set_visible_child_name (self->stack, is_any ? "courses" : "nothing");
}

static void
on_framework_chosen_cb (JkbCoursesPage *self)
{
  if (!self->is_filling && self->frameworks != NULL)
    show (self);
}

static void
take_frameworks (JkbCoursesPage *self, JkbFrameworks *frameworks)
{
  JkbFrameworks *old = self->frameworks;
  const JkbFramework *before = old != NULL ? jkb_framework_choice_get (self->choice, old) : NULL;
  g_autofree char *edition
      = before != NULL ? g_strdup_printf ("%s/%s", before->id, before->edition) : NULL;

  g_clear_pointer (&self->fits, g_ptr_array_unref);
  self->frameworks = jkb_frameworks_ref (frameworks);
  self->is_filling = TRUE;
  jkb_framework_choice_fill (self->choice, frameworks, _("All Frameworks"));
  gtk_drop_down_set_selected (self->choice, jkb_framework_choice_find (frameworks, edition));
  self->is_filling = FALSE;
  jkb_course_editor_set_frameworks (self->editor, frameworks);
  show (self);
  g_clear_pointer (&old, jkb_frameworks_unref);
}

static void
on_reference_changed_cb (JkbCoursesPage *self)
{
  JkbFrameworks *frameworks = jkb_reference_get_frameworks (jkb_reference_get_default ());

  if (frameworks != NULL && frameworks != self->frameworks)
    take_frameworks (self, frameworks);
}

/* ---- changing ---- */

static void
tell (JkbCoursesPage *self, const char *words, gboolean can_undo)
{
  JkbToaster *toaster = jkb_toaster_find (GTK_WIDGET (self));

  if (toaster != NULL && can_undo)
    jkb_toaster_offer_undo (toaster, words);
  else if (toaster != NULL)
    jkb_toaster_say (toaster, words);
}

static void
on_kept_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(JkbCoursesPage) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean is_done = jkb_reference_swap_finish (JKB_REFERENCE (object), result, &error);

  tell (self, is_done ? _("Courses changed") : error->message, is_done);
}

/* A copy of the courses as they stand now. */
static GPtrArray *
copy_courses (JkbCoursesPage *self)
{
  const GPtrArray *now = get_courses (self);
  GPtrArray *copy = jkb_courses_new ();

  for (guint i = 0; now != NULL && i < now->len; i++)
    {
      const JkbCourse *course = g_ptr_array_index (now, i);

      jkb_courses_set (copy, course->name, (const char *const *) course->roles,
                       (const char *const *) course->statements);
    }
  return copy;
}

static void
keep (JkbCoursesPage *self, const GPtrArray *courses)
{
  char *text = courses->len > 0 ? jkb_courses_print (courses) : NULL;
  g_autoptr(GBytes) contents = text != NULL ? g_bytes_new_take (text, strlen (text)) : NULL;

  jkb_reference_swap_async (jkb_reference_get_default (), JKB_COURSES, contents, on_kept_cb,
                            g_object_ref (self));
}

static void
on_save_cb (JkbCoursesPage *self)
{
  g_autoptr(GPtrArray) courses = copy_courses (self);

  jkb_course_editor_apply (self->editor, courses);
  jkb_course_editor_set_course (self->editor, g_ptr_array_index (courses, courses->len - 1));
  keep (self, courses);
  jkb_split_set_show_pane (self->split, FALSE);
}

static void
on_remove_cb (JkbCoursesPage *self)
{
  g_autoptr(GPtrArray) courses = copy_courses (self);
  const char *name = jkb_course_editor_get_old_name (self->editor);

  if (name == NULL || !jkb_courses_unset (courses, name))
    return;
  jkb_course_editor_set_course (self->editor, NULL);
  keep (self, courses);
  jkb_split_set_show_pane (self->split, FALSE);
}

static void
on_open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JkbCoursesPage *self = JKB_COURSES_PAGE (widget);
  const GPtrArray *courses = get_courses (self);

  /* An empty name is a new course. */
  jkb_course_editor_set_course (
      self->editor,
      courses != NULL ? jkb_courses_find (courses, g_variant_get_string (parameter, NULL)) : NULL);
  jkb_split_set_show_pane (self->split, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->editor), GTK_DIR_TAB_FORWARD);
}

/* ---- files ---- */

gboolean
jkb_courses_page_import (JkbCoursesPage *self, GFile *file, GError **error)
{
  g_autoptr(GPtrArray) courses = copy_courses (self);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = NULL;
  g_autoptr(GPtrArray) read = NULL;

  if (!g_file_load_contents (file, NULL, &text, NULL, NULL, error))
    return FALSE;
  read = jkb_courses_parse (text, shown, NULL, error);
  if (read == NULL)
    return FALSE;
  for (guint i = 0; i < read->len; i++)
    {
      const JkbCourse *course = g_ptr_array_index (read, i);

      jkb_courses_set (courses, course->name, (const char *const *) course->roles,
                       (const char *const *) course->statements);
    }
  keep (self, courses);
  return TRUE;
}

static void
on_import_chosen (GListModel *files, gpointer user_data)
{
  g_autoptr(GFile) file = g_list_model_get_item (files, 0);
  g_autoptr(GError) error = NULL;

  if (file != NULL && !jkb_courses_page_import (user_data, file, &error))
    tell (user_data, error->message, FALSE);
}

static void
on_import_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jkb_compat_choose_files (GTK_WINDOW (gtk_widget_get_root (widget)), _("Import Courses"), FALSE,
                           on_import_chosen, G_OBJECT (widget));
}

static void
on_export_chosen (GListModel *files, gpointer user_data)
{
  JkbCoursesPage *self = user_data;
  g_autoptr(GFile) file = g_list_model_get_item (files, 0);
  g_autoptr(GPtrArray) courses = copy_courses (self);
  g_autofree char *text = jkb_courses_print (courses);
  g_autoptr(GError) error = NULL;

  if (file == NULL)
    return;
  if (g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                               NULL, &error))
    tell (self, _("Your courses were exported"), FALSE);
  else
    tell (self, error->message, FALSE);
}

static void
on_export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jkb_compat_save_file (GTK_WINDOW (gtk_widget_get_root (widget)), _("Export Courses"),
                        "courses.tsv", on_export_chosen, G_OBJECT (widget));
}

static void
on_print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JkbCoursesPage *self = JKB_COURSES_PAGE (widget);

  if (self->fits != NULL)
    jkb_print_take_print (widget, jkb_courses_words_new_print (get_courses (self), self->fits));
}

static void
on_save_table_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JkbCoursesPage *self = JKB_COURSES_PAGE (widget);
  g_autofree char *table = self->fits != NULL ? jkb_courses_print_fit (self->fits) : NULL;
  g_autofree char *name
      = g_strconcat ("courses-and-roles.", g_variant_get_string (parameter, NULL), NULL);

  if (table != NULL)
    jkb_print_take_save (widget, jkb_courses_words_new_print (get_courses (self), self->fits),
                         table, name);
}

/* ---- building ---- */

static GtkWidget *
make_menu_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) table = g_menu_new ();
  g_autoptr(GMenu) courses = g_menu_new ();

  g_menu_append (table, _("_Print…"), "courses.print");
  g_menu_append (table, _("Save as P_DF…"), "courses.save::pdf");
  g_menu_append (table, _("Save as _Text…"), "courses.save::txt");
  g_menu_append (table, _("Save as Ta_ble…"), "courses.save::tsv");
  g_menu_append (courses, _("_Import Courses…"), "courses.import");
  g_menu_append (courses, _("_Export Courses…"), "courses.export");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (table));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (courses));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, _("Print, Import and Export"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Print, Import and Export"), -1);
  return button;
}

static GtkWidget *
make_new_button (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Add a Course"));

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), "courses.open::");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
make_nothing (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "x-office-document-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No Courses Yet"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (page),
      _("Enter a course that you teach, with the roles that it trains for, or import a table from "
        "the menu above. Then this page says how far your courses lead to each role."));
  adw_status_page_set_child (ADW_STATUS_PAGE (page), make_new_button ());
  return page;
}

static GtkWidget *
make_tools (JkbCoursesPage *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, JKB_PARTS_SPACING);
  GtkWidget *clamp = adw_clamp_new ();

  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  jkb_shrink_choice (self->choice);
  gtk_widget_set_hexpand (GTK_WIDGET (self->choice), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Framework and Edition"), -1);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (on_framework_chosen_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_widget_set_margin_start (tools, JKB_PARTS_MARGIN);
  gtk_widget_set_margin_end (tools, JKB_PARTS_MARGIN);
  gtk_box_append (GTK_BOX (tools), GTK_WIDGET (self->choice));
  gtk_box_append (GTK_BOX (tools), make_menu_button ());
  /* In line with what is below. */
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), TEXT_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), tools);
  return clamp;
}

static GtkWidget *
make_courses (JkbCoursesPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkBox *box = jkb_parts_new_box ();
  GtkWidget *add;

  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, JKB_PARTS_SPACING));
  self->fit_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, JKB_PARTS_SPACING));
  add = make_new_button ();
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_box_append (box, GTK_WIDGET (self->list));
  gtk_box_append (box, add);
  gtk_box_append (box, GTK_WIDGET (self->fit_box));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), TEXT_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (box));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

static GtkWidget *
make_content (JkbCoursesPage *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, JKB_PARTS_SPACING);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_set_size_request (content, CONTENT_WIDTH, -1);
  gtk_stack_add_named (self->stack, make_nothing (), "nothing");
  gtk_stack_add_named (self->stack, make_courses (self), "courses");
  gtk_box_append (GTK_BOX (content), make_tools (self));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->stack));
  return content;
}

static void
on_back_clicked_cb (JkbCoursesPage *self)
{
  jkb_split_set_show_pane (self->split, FALSE);
}

static void
on_folded_changed_cb (JkbCoursesPage *self)
{
  gtk_widget_set_visible (self->back_button, jkb_split_get_folded (self->split));
}

static GtkWidget *
make_pane (JkbCoursesPage *self)
{
  GtkWidget *pane = gtk_box_new (GTK_ORIENTATION_VERTICAL, JKB_PARTS_SPACING);

  self->back_button = gtk_button_new_with_mnemonic (_("_Back to the Courses"));
  gtk_widget_set_halign (self->back_button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->back_button, "flat");
  g_signal_connect_object (self->back_button, "clicked", G_CALLBACK (on_back_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  self->editor = JKB_COURSE_EDITOR (jkb_course_editor_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->editor), TRUE);
  g_signal_connect_object (self->editor, "save", G_CALLBACK (on_save_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "remove", G_CALLBACK (on_remove_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (pane), self->back_button);
  gtk_box_append (GTK_BOX (pane), GTK_WIDGET (self->editor));
  return pane;
}

static void
jkb_courses_page_dispose (GObject *object)
{
  JkbCoursesPage *self = JKB_COURSES_PAGE (object);

  g_clear_pointer (&self->fits, g_ptr_array_unref);
  g_clear_pointer (&self->frameworks, jkb_frameworks_unref);
  G_OBJECT_CLASS (jkb_courses_page_parent_class)->dispose (object);
}

static void
jkb_courses_page_class_init (JkbCoursesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jkb_courses_page_dispose;
  gtk_widget_class_set_css_name (widget_class, "coursespage");
  gtk_widget_class_install_action (widget_class, "courses.open", "s", on_open_cb);
  gtk_widget_class_install_action (widget_class, "courses.print", NULL, on_print_cb);
  gtk_widget_class_install_action (widget_class, "courses.save", "s", on_save_table_cb);
  gtk_widget_class_install_action (widget_class, "courses.import", NULL, on_import_cb);
  gtk_widget_class_install_action (widget_class, "courses.export", NULL, on_export_cb);
}

static void
jkb_courses_page_init (JkbCoursesPage *self)
{
  GtkWidget *pane = make_pane (self);

  self->split = g_object_new (JKB_TYPE_SPLIT, "content", make_content (self), "pane", pane,
                              "pane-width", PANE_WIDTH, NULL);
  g_signal_connect_object (self->split, "notify::folded", G_CALLBACK (on_folded_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->split));
  on_folded_changed_cb (self);
  show (self);
  g_signal_connect_object (jkb_reference_get_default (), "changed",
                           G_CALLBACK (on_reference_changed_cb), self, G_CONNECT_SWAPPED);
  on_reference_changed_cb (self);
}

GtkWidget *
jkb_courses_page_new (void)
{
  return g_object_new (JKB_TYPE_COURSES_PAGE, NULL);
}
