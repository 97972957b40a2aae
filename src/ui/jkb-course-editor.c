/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-course-editor.h"

#include <glib/gi18n-lib.h>

#include "frameworks/jkb-role-statements.h"
#include "ui/jkb-line.h"
#include "ui/jkb-pane-parts.h"
#include "ui/jkb-role-ticks.h"
#include "ui/jkb-role-words.h"
#include "ui/jkb-shrink.h"
#include "ui/jkb-tick-list.h"

#define MARGIN 12

struct _JkbCourseEditor
{
  AdwBin parent_instance;

  JkbFrameworks *frameworks;            /* NULL until they are read */
  char *old_name;                       /* NULL for a new course */
  GtkEditable *name;
  JkbRoleTicks *roles;
  JkbTickList *statements;
  GtkWidget *save_button;
  GtkWidget *remove_button;
};

enum
{
  SAVE,
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbCourseEditor, jkb_course_editor, ADW_TYPE_BIN)

/* ---- statements of the roles that are ticked ---- */

static void
add_statement (JkbCourseEditor *self, GHashTable *seen, const JkbFramework *edition,
               const JkbStatement *statement)
{
  char *name = g_strdup_printf ("%s/%s/%s", edition->id, edition->edition, statement->id);
  g_autofree char *subtitle
      = g_strdup_printf ("%s · %s", jkb_role_words_kind (statement->kind), statement->id);

  if (g_hash_table_add (seen, name))
    jkb_tick_list_add (self->statements, name, statement->text, subtitle);
}

/* Some hundred rows, made when somebody looks at them. */
static void
show_statements (JkbCourseEditor *self)
{
  g_autoptr(GPtrArray) roles = NULL;
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (self->frameworks == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->statements)))
    return;
  roles = jkb_role_ticks_list_roles (self->roles);
  jkb_tick_list_clear (self->statements);
  for (guint i = 0; i < roles->len; i++)
    {
      const JkbFramework *edition = NULL;
      const GPtrArray *statements
          = jkb_frameworks_statements (self->frameworks, g_ptr_array_index (roles, i), &edition);

      for (guint j = 0; statements != NULL && j < statements->len; j++)
        add_statement (self, seen, edition, g_ptr_array_index (statements, j));
    }
}

/* ---- asking ---- */

static void
on_name_changed_cb (JkbCourseEditor *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));

  gtk_widget_set_sensitive (self->save_button, *name != '\0');
}

static void
on_save_cb (JkbCourseEditor *self)
{
  if (gtk_widget_get_sensitive (self->save_button))
    g_signal_emit (self, signals[SAVE], 0);
}

static void
on_remove_cb (JkbCourseEditor *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

/* ---- life ---- */

static void
jkb_course_editor_finalize (GObject *object)
{
  JkbCourseEditor *self = JKB_COURSE_EDITOR (object);

  g_free (self->old_name);
  g_clear_pointer (&self->frameworks, jkb_frameworks_unref);
  G_OBJECT_CLASS (jkb_course_editor_parent_class)->finalize (object);
}

static void
jkb_course_editor_class_init (JkbCourseEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jkb_course_editor_finalize;
  signals[SAVE] = g_signal_new ("save", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_buttons (JkbCourseEditor *self)
{
  GtkWidget *box = jkb_line_new ();

  self->save_button = gtk_button_new_with_mnemonic (_("_Save Course"));
  self->remove_button = gtk_button_new_with_mnemonic (_("_Remove Course"));
  jkb_shrink_labels (self->save_button);
  jkb_shrink_labels (self->remove_button);
  gtk_widget_set_hexpand (self->save_button, TRUE);
  gtk_widget_add_css_class (self->save_button, "suggested-action");
  g_signal_connect_object (self->save_button, "clicked", G_CALLBACK (on_save_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (on_remove_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->save_button);
  gtk_box_append (GTK_BOX (box), self->remove_button);
  return box;
}

static GtkWidget *
make_name (JkbCourseEditor *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Name of the course"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Name of the course"), -1);
  self->name = GTK_EDITABLE (entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_name_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_save_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

static GtkWidget *
make_ticks (JkbCourseEditor *self)
{
  GtkWidget *stack = gtk_stack_new ();

  self->roles = JKB_ROLE_TICKS (jkb_role_ticks_new ());
  self->statements = JKB_TICK_LIST (jkb_tick_list_new (
      _("What the course teaches"),
      _("Tick a role of which a publisher’s file was imported: its tasks, knowledge and skills are "
        "listed here.")));
  g_signal_connect_object (self->roles, "ticked", G_CALLBACK (show_statements), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->statements, "map", G_CALLBACK (show_statements), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_titled (GTK_STACK (stack), GTK_WIDGET (self->roles), "roles", C_("page", "Roles"));
  gtk_stack_add_titled (GTK_STACK (stack), GTK_WIDGET (self->statements), "statements",
                        _("Statements"));
  gtk_widget_set_vexpand (stack, TRUE);
  return stack;
}

static void
jkb_course_editor_init (JkbCourseEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, JKB_PARTS_SPACING);
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *stack = make_ticks (self);
  /* The ticks of the roles have a margin of their own. */
  GtkWidget *const others[] = { make_name (self), switcher, GTK_WIDGET (self->statements), make_buttons (self) };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      gtk_widget_set_margin_start (others[i], MARGIN);
      gtk_widget_set_margin_end (others[i], MARGIN);
    }
  gtk_widget_set_margin_bottom (box, MARGIN);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (stack));
  jkb_shrink_labels (switcher);
  gtk_box_append (GTK_BOX (box), others[0]);
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), stack);
  gtk_box_append (GTK_BOX (box), others[3]);
  adw_bin_set_child (ADW_BIN (self), box);
  jkb_course_editor_set_course (self, NULL);
}

GtkWidget *
jkb_course_editor_new (void)
{
  return g_object_new (JKB_TYPE_COURSE_EDITOR, NULL);
}

void
jkb_course_editor_set_frameworks (JkbCourseEditor *self, JkbFrameworks *frameworks)
{
  g_return_if_fail (JKB_IS_COURSE_EDITOR (self));

  jkb_frameworks_ref (frameworks);
  g_clear_pointer (&self->frameworks, jkb_frameworks_unref);
  self->frameworks = frameworks;
  jkb_role_ticks_set_frameworks (self->roles, frameworks);
  show_statements (self);
}

void
jkb_course_editor_set_course (JkbCourseEditor *self, const JkbCourse *course)
{
  static const char *const none[] = { NULL };

  g_return_if_fail (JKB_IS_COURSE_EDITOR (self));

  g_free (self->old_name);
  self->old_name = course != NULL ? g_strdup (course->name) : NULL;
  gtk_editable_set_text (self->name, course != NULL ? course->name : "");
  gtk_widget_set_visible (self->remove_button, course != NULL);
  jkb_role_ticks_set_names (self->roles,
                            course != NULL ? (const char *const *) course->roles : none);
  jkb_tick_list_set_names (self->statements,
                           course != NULL ? (const char *const *) course->statements : none);
  on_name_changed_cb (self);
  show_statements (self);
}

void
jkb_course_editor_set_name (JkbCourseEditor *self, const char *name)
{
  g_return_if_fail (JKB_IS_COURSE_EDITOR (self));

  gtk_editable_set_text (self->name, name);
}

const char *
jkb_course_editor_get_old_name (JkbCourseEditor *self)
{
  g_return_val_if_fail (JKB_IS_COURSE_EDITOR (self), NULL);

  return self->old_name;
}

void
jkb_course_editor_apply (JkbCourseEditor *self, GPtrArray *courses)
{
  g_auto(GStrv) roles = NULL;
  g_auto(GStrv) statements = NULL;

  g_return_if_fail (JKB_IS_COURSE_EDITOR (self));

  roles = jkb_role_ticks_list_names (self->roles);
  statements = jkb_tick_list_list_names (self->statements);
  if (self->old_name != NULL)
    jkb_courses_unset (courses, self->old_name);
  jkb_courses_set (courses, gtk_editable_get_text (self->name), (const char *const *) roles,
                   (const char *const *) statements);
}
