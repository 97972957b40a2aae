/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-fact-list.h"

#include <glib/gi18n-lib.h>

#include "labels/jkb-labels.h"
#include "ui/jkb-fact-button.h"
#include "ui/jkb-fact-editor.h"
#include "ui/jkb-shrink.h"

struct _JkbFactList
{
  AdwBin parent_instance;

  const JkbCaseFile *file;
  GtkGrid *grid;
  GPtrArray *groups;                    /* arrays of JkbFactGroup, one for each row */
  GPtrArray *buttons;                   /* JkbFactButton, not owned */
  JkbFactButton *chosen;
  guint place;
  gboolean is_choosing;
  gboolean is_read_only;
};

enum
{
  CHOSEN,
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbFactList, jkb_fact_list, ADW_TYPE_BIN)

static void
set_chosen (JkbFactList *self, JkbFactButton *button, guint place)
{
  self->is_choosing = TRUE;
  if (self->chosen != NULL && self->chosen != button)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chosen), FALSE);
  self->chosen = button;
  self->place = place;
  if (button != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  self->is_choosing = FALSE;
  g_signal_emit (self, signals[CHOSEN], 0,
                 button != NULL ? jkb_fact_button_get_group (button) : NULL, place);
}

static void
on_fact_toggled_cb (JkbFactButton *button, JkbFactList *self)
{
  guint place = 0;

  if (self->is_choosing)
    return;
  if (self->chosen == button)
    place = (self->place + 1) % jkb_fact_button_get_group (button)->facts->len;
  set_chosen (self, button, place);
}

static void
add_field_name (JkbFactList *self, JkbField field, int row)
{
  GtkWidget *label = jkb_wrapped_label_new (jkb_label (JKB_WORDS_FIELD, (int) field));

  /* Values come first where large text leaves too little room for both. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "fact-field");
  gtk_grid_attach (self->grid, label, 0, row, 1, 1);
}

static GtkWidget *
make_values (JkbFactList *self, GPtrArray *groups)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < groups->len; i++)
    {
      GtkWidget *button = jkb_fact_button_new (groups->pdata[i]);

      g_signal_connect (button, "toggled", G_CALLBACK (on_fact_toggled_cb), self);
      gtk_box_append (GTK_BOX (box), button);
      g_ptr_array_add (self->buttons, button);
    }
  return box;
}

static void
on_value_entered_cb (JkbFactEditor *editor, const char *value, int qualifier, JkbFactList *self)
{
  JkbField field = (JkbField) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (editor), "field"));

  g_signal_emit (self, signals[ENTERED], 0, (int) field, value, qualifier);
}

/* The popover is made when it is asked for: most gaps stay gaps. */
static void
make_editor (GtkMenuButton *button, gpointer user_data)
{
  JkbFactList *self = user_data;
  gpointer field = g_object_get_data (G_OBJECT (button), "field");
  GtkWidget *editor = jkb_fact_editor_new ((JkbField) GPOINTER_TO_UINT (field), NULL,
                                           JKB_QUALIFIER_EXACT);

  g_object_set_data (G_OBJECT (editor), "field", field);
  g_signal_connect (editor, "done", G_CALLBACK (on_value_entered_cb), self);
  gtk_menu_button_set_popover (button, editor);
}

static GtkWidget *
make_gap_button (JkbFactList *self, JkbField field, GtkWidget *label)
{
  GtkWidget *button = gtk_menu_button_new ();
  const char *words = gtk_label_get_text (GTK_LABEL (label));
  g_autofree char *name = NULL;

  /* Translators: the name of a field and "Not stated" or "Not known"; pressing it asks for a value */
  name = g_strdup_printf (_("%s: %s. Enter a value"), jkb_label (JKB_WORDS_FIELD, (int) field),
                          words);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, "fact");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("Enter a Value"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_object_set_data (G_OBJECT (button), "field", GUINT_TO_POINTER (field));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_editor, self, NULL);
  return button;
}

static GtkWidget *
make_gap (JkbFactList *self, JkbField field)
{
  GtkWidget *label = jkb_wrapped_label_new (self->file->notices->len > 0 ? _("Not stated") : _("Not known"));

  gtk_widget_add_css_class (label, "dim-label");
  if (!self->is_read_only)
    return make_gap_button (self, field, label);
  gtk_widget_add_css_class (label, "fact");
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  return label;
}

static gboolean
has_standing (GPtrArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    if (jkb_fact_group_first (groups->pdata[i])->fact->state != JKB_FACT_REJECTED)
      return TRUE;
  return FALSE;
}

static void
fill_rows (JkbFactList *self)
{
  guint n_rows;
  const JkbFactRow *rows = jkb_fact_rows (&n_rows);
  int row = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      GPtrArray *groups = jkb_fact_groups_new (self->file, rows[i].field);
      GtkWidget *values;

      g_ptr_array_add (self->groups, groups);
      if (groups->len == 0 && !rows[i].is_expected)
        continue;
      add_field_name (self, rows[i].field, row);
      values = make_values (self, groups);
      if (rows[i].is_expected && !has_standing (groups))
        gtk_box_append (GTK_BOX (values), make_gap (self, rows[i].field));
      gtk_widget_set_hexpand (values, TRUE);
      gtk_grid_attach (self->grid, values, 1, row, 1, 1);
      row++;
    }
}

static void
jkb_fact_list_finalize (GObject *object)
{
  JkbFactList *self = JKB_FACT_LIST (object);

  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->buttons);
  G_OBJECT_CLASS (jkb_fact_list_parent_class)->finalize (object);
}

static void
jkb_fact_list_class_init (JkbFactListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jkb_fact_list_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_UINT);
  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_STRING,
                                   G_TYPE_INT);
}

static void
jkb_fact_list_init (JkbFactList *self)
{
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->buttons = g_ptr_array_new ();
}

void
jkb_fact_list_set_read_only (JkbFactList *self)
{
  g_return_if_fail (JKB_IS_FACT_LIST (self));

  self->is_read_only = TRUE;
}

void
jkb_fact_list_show (JkbFactList *self, const JkbCaseFile *file)
{
  g_return_if_fail (JKB_IS_FACT_LIST (self));

  self->chosen = NULL;
  g_ptr_array_set_size (self->buttons, 0);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 6);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
  g_ptr_array_set_size (self->groups, 0);
  self->file = file;
  if (file != NULL)
    fill_rows (self);
}

gboolean
jkb_fact_list_choose (JkbFactList *self, gint64 fact_id)
{
  g_return_val_if_fail (JKB_IS_FACT_LIST (self), FALSE);

  if (fact_id == 0)
    {
      if (self->chosen != NULL)
        set_chosen (self, NULL, 0);
      return TRUE;
    }
  for (guint i = 0; i < self->buttons->len; i++)
    {
      JkbFactButton *button = self->buttons->pdata[i];
      const JkbFactGroup *group = jkb_fact_button_get_group (button);

      for (guint place = 0; place < group->facts->len; place++)
        if (((JkbCaseFact *) group->facts->pdata[place])->id == fact_id)
          {
            set_chosen (self, button, place);
            gtk_widget_grab_focus (GTK_WIDGET (button));
            return TRUE;
          }
    }
  return FALSE;
}

static int
find_button (JkbFactList *self, gint64 fact_id)
{
  for (guint i = 0; i < self->buttons->len; i++)
    {
      const JkbFactGroup *group = jkb_fact_button_get_group (self->buttons->pdata[i]);

      for (guint place = 0; place < group->facts->len; place++)
        if (((JkbCaseFact *) group->facts->pdata[place])->id == fact_id)
          return (int) i;
    }
  return -1;
}

const JkbCaseFact *
jkb_fact_list_find_unsure (JkbFactList *self, gint64 fact_id, int step)
{
  int start;

  g_return_val_if_fail (JKB_IS_FACT_LIST (self), NULL);

  start = find_button (self, fact_id);
  if (start < 0 && step < 0)
    start = (int) self->buttons->len;
  for (int i = start + step; i >= 0 && i < (int) self->buttons->len; i += step)
    {
      const JkbCaseFact *fact
          = jkb_fact_group_first (jkb_fact_button_get_group (self->buttons->pdata[i]));

      if (!jkb_fact_is_sure (fact->fact))
        return fact;
    }
  return NULL;
}
