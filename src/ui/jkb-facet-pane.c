/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-facet-pane.h"

#include <glib/gi18n-lib.h>

#include "labels/jkb-labels.h"
#include "summary/jkb-filter-words.h"
#include "ui/jkb-compat.h"
#include "ui/jkb-range-row.h"

#define NO_MASK G_MAXSIZE

/* How a facet is kept in a filter: as bits at an offset, or, for years and kinds of source, as a list. */
static const struct
{
  JkbFacet facet;
  JkbAxis axis;
  gsize mask_offset;
  gboolean is_open;
  gboolean newest_first;
} facets[] = {
  { JKB_FACET_TYPE, JKB_AXIS_TYPE, G_STRUCT_OFFSET (JkbFilter, types), TRUE },
  { JKB_FACET_CIRCUMSTANCE, JKB_AXIS_CIRCUMSTANCE, G_STRUCT_OFFSET (JkbFilter, circumstances),
    TRUE },
  { JKB_FACET_TIME, JKB_AXIS_YEAR, NO_MASK, TRUE, TRUE },
  { JKB_FACET_STATUS, JKB_AXIS_STATUS, G_STRUCT_OFFSET (JkbFilter, statuses), TRUE },
  { JKB_FACET_PEOPLE, JKB_AXIS_PEOPLE, G_STRUCT_OFFSET (JkbFilter, people_bins), FALSE },
  { JKB_FACET_SECTOR, JKB_AXIS_SECTOR, G_STRUCT_OFFSET (JkbFilter, sectors), FALSE },
  { JKB_FACET_DATA_ITEM, JKB_AXIS_DATA_ITEM, G_STRUCT_OFFSET (JkbFilter, data_items), FALSE },
  { JKB_FACET_REVIEW, JKB_AXIS_REVIEW, G_STRUCT_OFFSET (JkbFilter, reviews), FALSE },
  { JKB_FACET_SOURCE_KIND, JKB_AXIS_SOURCE_KIND, NO_MASK, FALSE },
};

#define N_FACETS G_N_ELEMENTS (facets)

typedef struct
{
  JkbFacetPane *pane;
  gsize facet;                          /* index into facets */
  gpointer key;                         /* the value, or the name of a kind of source, interned */
  char *label;
  GtkCheckButton *check;
  GtkLabel *count;
} Row;

struct _JkbFacetPane
{
  AdwBin parent_instance;

  JkbScope *scope;
  GtkBox *boxes[N_FACETS];
  GHashTable *rows[N_FACETS];           /* key -> Row */
  gboolean is_following;
};

G_DEFINE_FINAL_TYPE (JkbFacetPane, jkb_facet_pane, ADW_TYPE_BIN)

/* The places of kinds of source are those of one snapshot, their names are for ever. */
static gpointer
get_key (gsize facet, const JkbTally *tally, int value)
{
  return facets[facet].axis == JKB_AXIS_SOURCE_KIND
           ? (gpointer) g_intern_string (jkb_tally_get_name (tally, value)) : GINT_TO_POINTER (value);
}

static gboolean
is_chosen (const JkbFilter *filter, gsize facet, gpointer key)
{
  if (facets[facet].axis == JKB_AXIS_SOURCE_KIND)
    return jkb_filter_has_source_kind (filter, key);
  if (facets[facet].mask_offset == NO_MASK)
    return jkb_filter_has_year (filter, GPOINTER_TO_INT (key));
  return (G_STRUCT_MEMBER (guint32, filter, facets[facet].mask_offset) & (1u << GPOINTER_TO_INT (key))) != 0;
}

static void
choose (JkbFilter *filter, gsize facet, gpointer key, gboolean chosen)
{
  int value = GPOINTER_TO_INT (key);
  guint32 *mask;

  if (facets[facet].axis == JKB_AXIS_SOURCE_KIND)
    {
      jkb_filter_set_source_kind (filter, key, chosen);
      return;
    }
  if (facets[facet].mask_offset == NO_MASK)
    {
      jkb_filter_set_year (filter, value, chosen);
      return;
    }
  mask = G_STRUCT_MEMBER_P (filter, facets[facet].mask_offset);
  if (chosen)
    *mask |= 1u << value;
  else
    *mask &= ~(1u << value);
}

static void
on_value_toggled_cb (GtkCheckButton *check, Row *row)
{
  g_autoptr(JkbFilter) filter = NULL;

  if (row->pane->is_following)
    return;
  filter = jkb_filter_copy (jkb_scope_get_filter (row->pane->scope));
  choose (filter, row->facet, row->key, gtk_check_button_get_active (check));
  jkb_scope_set_filter (row->pane->scope, filter);
}

static void
free_row (gpointer data)
{
  Row *row = data;

  g_free (row->label);
  g_free (row);
}

/* @label: (transfer full) */
static Row *
add_row (JkbFacetPane *self, gsize facet, gpointer key, char *label)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = gtk_label_new (label);

  row->pane = self;
  row->facet = facet;
  row->key = key;
  row->label = label;
  row->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  row->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (row->count), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (row->count), "dim-label");
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->count));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_check_button_set_child (row->check, box);
  gtk_box_append (self->boxes[facet], GTK_WIDGET (row->check));
  g_signal_connect (row->check, "toggled", G_CALLBACK (on_value_toggled_cb), row);
  g_hash_table_insert (self->rows[facet], key, row);
  return row;
}

static void
show_count (Row *row, guint count, gboolean chosen)
{
  g_autofree char *digits = jkb_label_number (count);
  /* Translators: a value of a filter and how many cases have it */
  g_autofree char *name = g_strdup_printf (ngettext ("%s, %u case", "%s, %u cases", count),
                                           row->label, count);

  gtk_label_set_text (row->count, digits);
  gtk_check_button_set_active (row->check, chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  /* Once seen, a value keeps its place, so that the list does not jump while a person types. */
  if (count > 0 || chosen)
    gtk_widget_set_visible (GTK_WIDGET (row->check), TRUE);
  if (count == 0 && !chosen)
    gtk_widget_add_css_class (GTK_WIDGET (row->check), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row->check), "dim-label");
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return GPOINTER_TO_INT (((const Row *) b)->key) - GPOINTER_TO_INT (((const Row *) a)->key);
}

/* Newest first, but "not known", which is 0, stays last. */
static void
order_years (JkbFacetPane *self, gsize facet)
{
  g_autoptr(GList) rows = g_list_sort (g_hash_table_get_values (self->rows[facet]), compare_years);
  GtkWidget *previous = NULL;

  for (GList *l = rows; l != NULL; l = l->next)
    {
      GtkWidget *check = GTK_WIDGET (((Row *) l->data)->check);

      gtk_box_reorder_child_after (self->boxes[facet], check, previous);
      previous = check;
    }
}

/* Values that no case has any more have no row in the tally. */
static void
show_gone (JkbFacetPane *self, gsize facet, const JkbTally *tally)
{
  const JkbFilter *filter = jkb_scope_get_filter (self->scope);
  g_autoptr(GHashTable) counted = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer value, row;

  for (guint i = 0; i < tally->n_rows; i++)
    g_hash_table_add (counted, get_key (facet, tally, tally->row_values[i]));
  g_hash_table_iter_init (&iter, self->rows[facet]);
  while (g_hash_table_iter_next (&iter, &value, &row))
    if (!g_hash_table_contains (counted, value))
      show_count (row, 0, is_chosen (filter, facet, value));
}

static void
show_facet (JkbFacetPane *self, gsize facet, JkbSelection *selection)
{
  g_autoptr(JkbTally) tally = jkb_selection_tally (selection, facets[facet].axis, JKB_AXIS_NONE);
  const JkbFilter *filter = jkb_scope_get_filter (self->scope);
  guint n_rows = g_hash_table_size (self->rows[facet]);

  for (guint i = 0; i < tally->n_rows; i++)
    {
      int value = tally->row_values[i];
      gpointer key = get_key (facet, tally, value);
      Row *row = g_hash_table_lookup (self->rows[facet], key);

      if (row == NULL)
        {
          row = add_row (self, facet, key, jkb_axis_label (tally, facets[facet].axis, value));
          gtk_widget_set_visible (GTK_WIDGET (row->check), FALSE);
        }
      show_count (row, jkb_tally_get (tally, i, 0), is_chosen (filter, facet, key));
    }
  show_gone (self, facet, tally);
  if (facets[facet].newest_first && g_hash_table_size (self->rows[facet]) != n_rows)
    order_years (self, facet);
}

static void
on_selection_changed_cb (JkbScope *scope, JkbFacetPane *self)
{
  self->is_following = TRUE;
  for (gsize i = 0; i < N_FACETS; i++)
    show_facet (self, i, jkb_scope_get_selection (scope));
  self->is_following = FALSE;
}

/* What a person has just chosen shows at once, the counts follow. */
static void
on_filter_changed_cb (JkbScope *scope, JkbFacetPane *self)
{
  const JkbFilter *filter = jkb_scope_get_filter (scope);

  self->is_following = TRUE;
  for (gsize i = 0; i < N_FACETS; i++)
    {
      GHashTableIter iter;
      gpointer row;

      g_hash_table_iter_init (&iter, self->rows[i]);
      while (g_hash_table_iter_next (&iter, NULL, &row))
        gtk_check_button_set_active (((Row *) row)->check,
                                     is_chosen (filter, i, ((Row *) row)->key));
    }
  self->is_following = FALSE;
}

static GtkWidget *
make_group (JkbFacetPane *self, gsize facet)
{
  GtkWidget *expander = gtk_expander_new (NULL);
  GtkWidget *title = gtk_label_new (jkb_facet_label (facets[facet].facet));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (title, "heading");
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), title);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), facets[facet].is_open);
  self->boxes[facet] = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->boxes[facet]), "facet-values");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->boxes[facet]));
  jkb_compat_set_expander_child (GTK_EXPANDER (expander), box);
  return expander;
}

static void
jkb_facet_pane_dispose (GObject *object)
{
  JkbFacetPane *self = JKB_FACET_PANE (object);

  g_clear_object (&self->scope);
  G_OBJECT_CLASS (jkb_facet_pane_parent_class)->dispose (object);
}

static void
jkb_facet_pane_finalize (GObject *object)
{
  JkbFacetPane *self = JKB_FACET_PANE (object);

  for (gsize i = 0; i < N_FACETS; i++)
    g_hash_table_unref (self->rows[i]);
  G_OBJECT_CLASS (jkb_facet_pane_parent_class)->finalize (object);
}

static void
jkb_facet_pane_class_init (JkbFacetPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jkb_facet_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = jkb_facet_pane_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "facetpane");
}

static void
jkb_facet_pane_init (JkbFacetPane *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  for (gsize i = 0; i < N_FACETS; i++)
    {
      self->rows[i] = g_hash_table_new_full (NULL, NULL, NULL, free_row);
      gtk_box_append (GTK_BOX (box), make_group (self, i));
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

void
jkb_facet_pane_set_scope (JkbFacetPane *self, JkbScope *scope)
{
  g_return_if_fail (JKB_IS_FACET_PANE (self));
  g_return_if_fail (self->scope == NULL);

  self->scope = g_object_ref (scope);
  for (gsize i = 0; i < N_FACETS; i++)
    if (facets[i].facet == JKB_FACET_TIME || facets[i].facet == JKB_FACET_PEOPLE)
      gtk_box_prepend (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->boxes[i]))),
                       jkb_range_row_new (facets[i].facet == JKB_FACET_TIME ? JKB_RANGE_DATES : JKB_RANGE_PEOPLE,
                                          scope));
  g_signal_connect_object (scope, "selection-changed", G_CALLBACK (on_selection_changed_cb), self,
                           0);
  g_signal_connect_object (scope, "filter-changed", G_CALLBACK (on_filter_changed_cb), self, 0);
}
