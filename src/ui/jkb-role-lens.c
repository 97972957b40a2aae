/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-role-lens.h"

#include <glib/gi18n-lib.h>

#include "labels/jkb-labels.h"
#include "ui/jkb-columns-layout.h"
#include "ui/jkb-compat.h"
#include "ui/jkb-reading-box.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-shrink.h"

#define COLUMN_WIDTH 210
#define N_COLUMNS_MAX 4
#define SPACING 12

struct _JkbRoleLens
{
  AdwBin parent_instance;

  GtkBox *box;
  JkbIncidentType type;
  guint32 types;
  guint32 circumstances;
};

G_DEFINE_FINAL_TYPE (JkbRoleLens, jkb_role_lens, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = jkb_wrapped_label_new (text);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

const char *
jkb_role_lens_words_for_none (void)
{
  return _("The type of this incident is not known, so no roles are named.");
}

char *
jkb_role_lens_word_part (const JkbAssignment *assignment)
{
  /* Translators: a phase of the work and what a role has to do there: “Respond: leads” */
  return g_strdup_printf (_("%s: %s"), jkb_label (JKB_WORDS_PHASE, (int) assignment->phase),
                          jkb_reference_label_weight (assignment->weight));
}

static GtkWidget *
make_role (const JkbAssignment *assignment)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const char *name = jkb_reference_label (&assignment->role->name);
  const char *reason = jkb_reference_label (&assignment->reason);
  g_autofree char *target = jkb_reference_name_role (assignment->role);
  g_autofree char *part = jkb_role_lens_word_part (assignment);
  g_autofree char *dotted
      = g_strdup_printf ("%s %s", jkb_reference_dots (assignment->weight), part);
  g_autofree char *spoken = g_strdup_printf ("%s. %s. %s", name, part, reason);

  gtk_box_append (GTK_BOX (box), make_label (name, "heading"));
  gtk_box_append (GTK_BOX (box), make_label (dotted, "caption"));
  gtk_box_append (GTK_BOX (box), make_label (reason, "dim-label"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "role");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-role");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  return button;
}

static GtkWidget *
make_framework (JkbFrameworks *frameworks, JkbSubject subject, const JkbFramework *framework)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *title = jkb_reference_title (framework);
  g_autoptr(GPtrArray) assignments
      = jkb_frameworks_assignments (frameworks, subject, framework, JKB_PHASE_ANY);

  gtk_box_append (GTK_BOX (box), make_label (title, "caption-heading"));
  for (guint i = 0; i < assignments->len; i++)
    gtk_box_append (GTK_BOX (box), make_role (g_ptr_array_index (assignments, i)));
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  return box;
}

static GtkWidget *
make_columns (JkbFrameworks *frameworks, JkbSubject subject)
{
  GtkWidget *columns = jkb_reading_box_new (jkb_columns_layout_new (COLUMN_WIDTH, N_COLUMNS_MAX, SPACING));
  const GPtrArray *all = jkb_frameworks_get_all (frameworks);

  for (guint i = 0; i < all->len; i++)
    {
      const JkbFramework *framework = g_ptr_array_index (all, i);

      if (framework->is_current)
        gtk_box_append (GTK_BOX (columns), make_framework (frameworks, subject, framework));
    }
  return columns;
}

/* The first subject is open; others are a click away, so that the pane stays short. */
static void
add_subject (JkbRoleLens *self, JkbFrameworks *frameworks, JkbSubject subject)
{
  GtkWidget *expander = gtk_expander_new (NULL);

  gtk_expander_set_label_widget (GTK_EXPANDER (expander), make_label (jkb_reference_label_subject (subject), NULL));
  jkb_compat_set_expander_child (GTK_EXPANDER (expander), make_columns (frameworks, subject));
  gtk_expander_set_expanded (GTK_EXPANDER (expander),
                             gtk_widget_get_first_child (GTK_WIDGET (self->box)) == NULL);
  gtk_box_append (self->box, expander);
}

GArray *
jkb_role_lens_subjects (JkbIncidentType type, guint32 types, guint32 circumstances)
{
  GArray *subjects = g_array_new (FALSE, FALSE, sizeof (JkbSubject));
  JkbSubject subject = jkb_subject_from_type (type);

  if (type != JKB_TYPE_UNKNOWN)
    g_array_append_val (subjects, subject);
  for (int other = JKB_TYPE_UNKNOWN + 1; other < JKB_N_TYPES; other++)
    if ((types >> other & 1) != 0 && other != (int) type)
      {
        subject = jkb_subject_from_type ((JkbIncidentType) other);
        g_array_append_val (subjects, subject);
      }
  for (int i = 0; i < JKB_N_CIRCUMSTANCES; i++)
    if ((circumstances >> i & 1) != 0)
      {
        subject = jkb_subject_from_circumstance ((JkbCircumstance) i);
        g_array_append_val (subjects, subject);
      }
  return subjects;
}

static void
add_subjects (JkbRoleLens *self, JkbFrameworks *frameworks)
{
  g_autoptr(GArray) subjects = jkb_role_lens_subjects (self->type, self->types, self->circumstances);

  for (guint i = 0; i < subjects->len; i++)
    add_subject (self, frameworks, g_array_index (subjects, JkbSubject, i));
  if (subjects->len == 0)
    gtk_box_append (self->box, make_label (jkb_role_lens_words_for_none (), "dim-label"));
}

static void
show_roles (JkbRoleLens *self)
{
  JkbReference *reference = jkb_reference_get_default ();
  JkbFrameworks *frameworks = jkb_reference_get_frameworks (reference);
  const GError *error = jkb_reference_get_error (reference);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  if (frameworks != NULL)
    add_subjects (self, frameworks);
  else if (error != NULL)
    gtk_box_append (self->box, make_label (error->message, "error"));
}

static void
jkb_role_lens_class_init (JkbRoleLensClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "rolelens");
}

static void
jkb_role_lens_init (JkbRoleLens *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  g_signal_connect_object (jkb_reference_get_default (), "changed", G_CALLBACK (show_roles), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
jkb_role_lens_new (void)
{
  return g_object_new (JKB_TYPE_ROLE_LENS, NULL);
}

void
jkb_role_lens_set_case (JkbRoleLens *self, JkbIncidentType type, guint32 types,
                        guint32 circumstances)
{
  g_return_if_fail (JKB_IS_ROLE_LENS (self));

  if (gtk_widget_get_first_child (GTK_WIDGET (self->box)) != NULL && self->type == type
      && self->types == types && self->circumstances == circumstances)
    return;
  self->type = type;
  self->types = types;
  self->circumstances = circumstances;
  show_roles (self);
}
