/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-merge-grid.h"

#include <glib/gi18n-lib.h>

#include "labels/jkb-label-style.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-fact-group.h"
#include "ui/jkb-shrink.h"

#define WIDTH_MIN 70                    /* pixels, in text of the usual size */
#define N_WIDTH_CHARS 26

typedef struct
{
  JkbMergePlan *plan;
  GtkGrid *grid;
  int line;
} Grid;

/* What a choice changes. */
typedef struct
{
  JkbMergePlan *plan;
  guint row;
  int choice;
} Choice;

static void
free_choice (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
on_toggled_cb (GtkCheckButton *button, Choice *choice)
{
  if (gtk_check_button_get_active (button))
    jkb_merge_plan_choose (choice->plan, choice->row, choice->choice);
}

static const JkbMergeRow *
get_row (const Grid *self, guint row)
{
  return &g_array_index (jkb_merge_plan_get_rows (self->plan), JkbMergeRow, row);
}

/* ---------------------------------------------------------------- words */

static const char *
word_row (const JkbMergeRow *row)
{
  static const char *const details[JKB_N_DETAILS] = {
    [JKB_DETAIL_TITLE] = N_("Heading"),
    [JKB_DETAIL_ORGANISATION_EN] = N_("English name"),
    [JKB_DETAIL_SECTOR] = N_("Sector"),
    [JKB_DETAIL_CAUSE] = N_("Cause"),
    [JKB_DETAIL_NOTES] = N_("Notes"),
  };

  return row->field != JKB_N_FIELDS ? jkb_label (JKB_WORDS_FIELD, (int) row->field) : _(details[row->detail]);
}

static char *
word_facts (const GPtrArray *facts)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (facts->len == 0)
    return g_strdup (_("Not known"));
  for (guint i = 0; i < facts->len; i++)
    g_ptr_array_add (words, jkb_fact_words (((JkbCaseFact *) facts->pdata[i])->fact));
  g_ptr_array_add (words, NULL);
  /* Translators: between values of one field, e.g. kinds of data */
  return g_strjoinv (C_("list", ", "), (char **) words->pdata);
}

static char *
word_value (const Grid *self, guint row, guint file)
{
  const JkbMergeRow *its = get_row (self, row);
  const char *detail;

  if (its->field != JKB_N_FIELDS)
    {
      g_autoptr(GPtrArray) facts = jkb_merge_plan_list_facts (self->plan, row, file);

      return word_facts (facts);
    }
  detail = jkb_merge_plan_get_detail (self->plan, row, file);
  if (detail == NULL)
    return g_strdup (_("Not known"));
  return g_strdup (its->detail == JKB_DETAIL_SECTOR ? jkb_label_nick (JKB_WORDS_SECTOR, detail) : detail);
}

/* Who said it. (nullable) */
static char *
word_basis (const Grid *self, guint row, guint file)
{
  g_autoptr(GPtrArray) facts = NULL;

  if (get_row (self, row)->field == JKB_N_FIELDS)
    return NULL;
  facts = jkb_merge_plan_list_facts (self->plan, row, file);
  return facts->len > 0 ? jkb_fact_basis (((JkbCaseFact *) facts->pdata[0])->fact) : NULL;
}

/* ---------------------------------------------------------------- cells */

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = jkb_wrapped_label_new (text);

  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), N_WIDTH_CHARS);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  jkb_keep_label_wide (GTK_LABEL (label), WIDTH_MIN);
  return label;
}

static GtkWidget *
new_field (const char *name)
{
  GtkWidget *label = new_label (name, "dim-label");

  gtk_widget_add_css_class (label, "merge-field");
  return label;
}

static GtkWidget *
new_value (const char *value, const char *basis)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *said;

  gtk_widget_add_css_class (box, "merge-value");
  gtk_box_append (GTK_BOX (box), new_label (value, NULL));
  if (basis == NULL)
    return box;
  said = new_label (basis, "dim-label");
  gtk_widget_add_css_class (said, "caption");
  gtk_box_append (GTK_BOX (box), said);
  return box;
}

static GtkWidget *
new_choice (const Grid *self, guint row, int choice, const char *value, const char *basis)
{
  GtkWidget *button = gtk_check_button_new ();
  Choice *change = g_new (Choice, 1);
  /* Translators: a field, its value, and who said so; for screen readers */
  g_autofree char *name = g_strdup_printf (_("%s: %s. %s"), word_row (get_row (self, row)), value,
                                           basis != NULL ? basis : "");

  *change = (Choice){ self->plan, row, choice };
  gtk_widget_set_hexpand (button, TRUE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), new_value (value, basis));
  /* The mark beside the first line of the value, not beside the middle of all its lines. */
  gtk_widget_set_valign (gtk_widget_get_first_child (button), GTK_ALIGN_START);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), get_row (self, row)->choice == choice);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "toggled", G_CALLBACK (on_toggled_cb), change, free_choice, 0);
  return button;
}

/* ---------------------------------------------------------------- lines */

static guint
count_files (const Grid *self)
{
  return jkb_merge_plan_get_files (self->plan)->len;
}

static void
put (Grid *self, GtkWidget *widget, int column, int n_columns)
{
  gtk_grid_attach (self->grid, widget, column, self->line, n_columns, 1);
}

static void
add_choices (Grid *self, guint row)
{
  const JkbMergeRow *its = get_row (self, row);
  GtkCheckButton *first = NULL;

  put (self, new_field (word_row (its)), 0, 1);
  for (guint file = 0; file < count_files (self); file++)
    {
      g_autofree char *value = word_value (self, row, file);
      g_autofree char *basis = word_basis (self, row, file);
      GtkWidget *button = new_choice (self, row, (int) file, value, basis);

      gtk_check_button_set_group (GTK_CHECK_BUTTON (button), first);
      first = first != NULL ? first : GTK_CHECK_BUTTON (button);
      put (self, button, (int) file + 1, 1);
    }
  if (its->can_be_all)
    {
      GtkWidget *button = new_choice (self, row, JKB_MERGE_ALL, _("All of them"), NULL);

      gtk_check_button_set_group (GTK_CHECK_BUTTON (button), first);
      /* Below, so that two cases have room beside each other on the narrowest screen. */
      self->line++;
      put (self, button, 1, (int) count_files (self));
    }
  self->line++;
}

static void
add_same (Grid *self, guint row)
{
  g_autofree char *value = word_value (self, row, 0);
  g_autofree char *basis = word_basis (self, row, 0);

  put (self, new_label (word_row (get_row (self, row)), "dim-label"), 0, 1);
  put (self, new_value (value, basis), 1, (int) count_files (self));
  self->line++;
}

static void
add_heads (Grid *self)
{
  for (guint file = 0; file < count_files (self); file++)
    {
      const JkbCaseFile *its = jkb_merge_plan_get_files (self->plan)->pdata[file];
      const char *name = jkb_label_name (its->incident->organisation, its->incident->organisation_en);
      g_autofree char *notices
          = g_strdup_printf (ngettext ("%u notice", "%u notices", its->notices->len), its->notices->len);
      /* Translators: how far a case is reviewed, and how many notices it has */
      g_autofree char *words = g_strdup_printf (_("%s · %s"), jkb_label_review (its->incident->review), notices);
      GtkWidget *box = new_value (name != NULL ? name : _("Organisation not known"), words);

      gtk_widget_add_css_class (gtk_widget_get_first_child (box), "heading");
      put (self, box, (int) file + 1, 1);
    }
  self->line++;
}

static void
add_rows (Grid *self, gboolean differing, const char *heading)
{
  gboolean is_first = TRUE;

  for (guint row = 0; row < jkb_merge_plan_get_rows (self->plan)->len; row++)
    {
      if (get_row (self, row)->differs != differing)
        continue;
      if (is_first)
        {
          put (self, new_label (heading, "heading"), 0, (int) count_files (self) + 1);
          self->line++;
        }
      is_first = FALSE;
      if (differing)
        add_choices (self, row);
      else
        add_same (self, row);
    }
}

GtkWidget *
jkb_merge_grid_new (JkbMergePlan *plan)
{
  Grid self = { plan, GTK_GRID (gtk_grid_new ()), 0 };

  gtk_grid_set_row_spacing (self.grid, 6);
  gtk_grid_set_column_spacing (self.grid, 18);
  gtk_widget_add_css_class (GTK_WIDGET (self.grid), "merge-grid");
  add_heads (&self);
  add_rows (&self, TRUE, _("Choose What Holds"));
  add_rows (&self, FALSE, _("The Same in All"));
  return GTK_WIDGET (self.grid);
}
