/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-column-pane.h"

#include <glib/gi18n-lib.h>

#include "ui/jkb-compat.h"
#include "ui/jkb-framework-row.h"
#include "ui/jkb-role-words.h"
#include "ui/jkb-shrink.h"

/* Nobody answers more questions than that. */
#define N_ROWS_MAX 100
#define MARGIN 12
/* Of a text in a column, in characters. */
#define N_EXAMPLE_MAX 60

/* What a column may be: nothing, one of JkbMapColumn, or a role of its own. */
#define PART_NONE 0
#define PART_ROLE (JKB_N_MAP_COLUMNS + 1)

struct _JkbColumnPane
{
  AdwBin parent_instance;

  GPtrArray *sheets;
  GtkLabel *complaint;
  AdwComboRow *sheet;
  GtkSpinButton *head;
  JkbFrameworkRow *framework;
  GtkEditable *edition;
  AdwComboRow *kind;
  GtkEditable *marks;
  GtkBox *box;
  AdwPreferencesGroup *columns;         /* NULL before the first table */
  GPtrArray *rows;                      /* AdwComboRow; not owned */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (JkbColumnPane, jkb_column_pane, ADW_TYPE_BIN)

static const char *const parts[] = {
  NC_("column", "Not used"),
  NC_("column", "Identifier of a role"),
  NC_("column", "Name of a role"),
  NC_("column", "Category of a role"),
  NC_("column", "Summary of a role"),
  NC_("column", "Identifier of a statement"),
  NC_("column", "Kind of a statement"),
  NC_("column", "Words of a statement"),
  NC_("column", "List of tasks"),
  NC_("column", "List of knowledge"),
  NC_("column", "List of skills"),
  NC_("column", "List of deliverables"),
  NC_("column", "A role, marked below"),
};

static const JkbSheet *
get_sheet (JkbColumnPane *self)
{
  guint selected = adw_combo_row_get_selected (self->sheet);

  return g_ptr_array_index (self->sheets, selected < self->sheets->len ? selected : 0);
}

/* ---- a question for each column ---- */

static guint
find_part (const JkbColumnMap *map, int column)
{
  for (guint i = 0; i < JKB_N_MAP_COLUMNS; i++)
    if (map->columns[i] == column)
      return i + 1;
  return map->first_role >= 0 && column >= map->first_role && column <= map->last_role
             ? PART_ROLE
             : PART_NONE;
}

static GtkWidget *
make_row (const JkbSheet *sheet, const JkbColumnMap *map, guint column)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr(GtkStringList) model = gtk_string_list_new (NULL);
  g_autofree char *letters = jkb_column_letters (column);
  g_autofree char *title
      = g_strdup_printf ("%s  %s", letters, jkb_sheet_cell (sheet, map->head, column));
  g_autofree char *short_example = NULL;
  const char *example = "";

  for (guint i = map->head + 1; i < sheet->rows->len && *example == '\0'; i++)
    example = jkb_sheet_cell (sheet, i, column);
  short_example = g_utf8_substring (example, 0, MIN (g_utf8_strlen (example, -1), N_EXAMPLE_MAX));
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_string_list_append (model, g_dpgettext2 (GETTEXT_PACKAGE, "column", parts[i]));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), short_example);
  jkb_shrink_combo_row (ADW_COMBO_ROW (row));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), find_part (map, (int) column));
  g_object_set_data (G_OBJECT (row), "column", GUINT_TO_POINTER (column));
  return row;
}

static void
ask_columns (JkbColumnPane *self, const JkbColumnMap *map)
{
  const JkbSheet *sheet = get_sheet (self);
  const GPtrArray *cells = map->head < sheet->rows->len
                               ? g_ptr_array_index (sheet->rows, map->head) : NULL;

  if (self->columns != NULL)
    gtk_box_remove (self->box, GTK_WIDGET (self->columns));
  self->columns = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->columns, _("What the columns hold"));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; cells != NULL && i < cells->len && self->rows->len < N_ROWS_MAX; i++)
    if (*jkb_sheet_cell (sheet, map->head, i) != '\0')
      {
        GtkWidget *row = make_row (sheet, map, i);

        adw_preferences_group_add (self->columns, row);
        g_ptr_array_add (self->rows, row);
      }
  gtk_box_append (self->box, GTK_WIDGET (self->columns));
}

/* Another sheet or row of heads: the columns are other ones. */
static void
on_place_changed_cb (JkbColumnPane *self)
{
  g_autoptr(JkbColumnMap) map = NULL;

  if (self->is_filling || self->sheets == NULL)
    return;
  map = jkb_column_pane_get_map (self);
  jkb_column_map_assign (map, self->sheets);
  ask_columns (self, map);
}

/* ---- the other questions ---- */

static GtkEditable *
add_entry (AdwPreferencesGroup *group, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_tooltip_text (row, title);
  adw_preferences_group_add (group, row);
  return GTK_EDITABLE (row);
}

static AdwComboRow *
add_combo (AdwPreferencesGroup *group, const char *title)
{
  GtkWidget *row = adw_combo_row_new ();

  jkb_shrink_combo_row (ADW_COMBO_ROW (row));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (group, row);
  return ADW_COMBO_ROW (row);
}

static GtkSpinButton *
add_spin (AdwPreferencesGroup *group, const char *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (1, 1, 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  adw_preferences_group_add (group, row);
  return GTK_SPIN_BUTTON (spin);
}

static void
add_questions (JkbColumnPane *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autoptr(GtkStringList) kinds = gtk_string_list_new (NULL);

  adw_preferences_group_set_title (group, _("The table"));
  adw_preferences_group_set_description (
      group, _("This table is of no shape that is known. Say what is in it; that is remembered for "
               "tables with the same heads."));
  self->framework = jkb_framework_row_new (group);
  self->edition = add_entry (group, _("Edition"));
  self->sheet = add_combo (group, _("Sheet"));
  self->head = add_spin (group, _("Row of the heads"));
  self->kind = add_combo (group, _("Statements are"));
  self->marks = add_entry (group, _("Marks that count, with commas; empty for any"));
  for (int kind = 0; kind < JKB_N_STATEMENT_KINDS; kind++)
    gtk_string_list_append (kinds, jkb_role_words_kind ((JkbStatementKind) kind));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
  g_signal_connect_object (self->sheet, "notify::selected", G_CALLBACK (on_place_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->head, "value-changed", G_CALLBACK (on_place_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->box, GTK_WIDGET (group));
}

/* ---- life ---- */

static void
jkb_column_pane_finalize (GObject *object)
{
  JkbColumnPane *self = JKB_COLUMN_PANE (object);

  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (jkb_column_pane_parent_class)->finalize (object);
}

static void
jkb_column_pane_class_init (JkbColumnPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jkb_column_pane_finalize;
}

static void
jkb_column_pane_init (JkbColumnPane *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->rows = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, MARGIN));
  self->complaint = GTK_LABEL (jkb_wrapped_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->complaint), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), FALSE);
  gtk_box_append (self->box, GTK_WIDGET (self->complaint));
  add_questions (self);
  gtk_widget_set_margin_start (GTK_WIDGET (self->box), MARGIN);
  gtk_widget_set_margin_end (GTK_WIDGET (self->box), MARGIN);
  gtk_widget_set_margin_top (GTK_WIDGET (self->box), MARGIN);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->box), MARGIN);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->box));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

static void
fill_sheets (JkbColumnPane *self, const JkbColumnMap *map)
{
  g_autoptr(GtkStringList) model = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const JkbSheet *sheet = g_ptr_array_index (self->sheets, i);

      gtk_string_list_append (model, sheet->name);
      if (sheet == jkb_column_map_find_sheet (map, self->sheets))
        selected = i;
    }
  adw_combo_row_set_model (self->sheet, G_LIST_MODEL (model));
  adw_combo_row_set_selected (self->sheet, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet), self->sheets->len > 1);
}

void
jkb_column_pane_show (JkbColumnPane *self, GPtrArray *sheets, const JkbColumnMap *map)
{
  g_autofree char *marks = g_strjoinv (",", map->marks);

  g_return_if_fail (JKB_IS_COLUMN_PANE (self));

  self->is_filling = TRUE;
  g_ptr_array_ref (sheets);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  self->sheets = sheets;
  fill_sheets (self, map);
  gtk_spin_button_set_range (self->head, 1, MAX (1, get_sheet (self)->rows->len));
  gtk_spin_button_set_value (self->head, map->head + 1);
  jkb_framework_row_set (self->framework, map->framework);
  gtk_editable_set_text (self->edition, map->edition);
  gtk_editable_set_text (self->marks, marks);
  adw_combo_row_set_selected (self->kind, map->kind);
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), FALSE);
  ask_columns (self, map);
  self->is_filling = FALSE;
}

JkbColumnMap *
jkb_column_pane_get_map (JkbColumnPane *self)
{
  JkbColumnMap *map = jkb_column_map_new ();
  const char *marks;

  g_return_val_if_fail (JKB_IS_COLUMN_PANE (self) && self->sheets != NULL, map);

  g_free (map->framework);
  g_free (map->edition);
  g_free (map->sheet);
  map->framework = jkb_framework_row_dup (self->framework);
  map->edition = g_strstrip (g_strdup (gtk_editable_get_text (self->edition)));
  map->sheet = g_strdup (get_sheet (self)->name);
  map->head = (guint) gtk_spin_button_get_value_as_int (self->head) - 1;
  map->kind = (JkbStatementKind) adw_combo_row_get_selected (self->kind);
  marks = gtk_editable_get_text (self->marks);
  if (*marks != '\0')
    {
      g_strfreev (map->marks);
      map->marks = g_strsplit (marks, ",", -1);
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      AdwComboRow *row = g_ptr_array_index (self->rows, i);
      int column = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "column"));
      guint part = adw_combo_row_get_selected (row);

      if (part == PART_ROLE)
        {
          map->first_role = map->first_role < 0 ? column : map->first_role;
          map->last_role = column;
        }
      else if (part != PART_NONE && part < PART_ROLE)
        map->columns[part - 1] = column;
    }
  return map;
}

void
jkb_column_pane_complain (JkbColumnPane *self, const char *reason)
{
  g_return_if_fail (JKB_IS_COLUMN_PANE (self));

  gtk_label_set_text (self->complaint, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->framework));
  jkb_compat_announce (GTK_WIDGET (self), reason);
}
