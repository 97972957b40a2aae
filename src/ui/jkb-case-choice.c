/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-case-choice.h"

struct _JkbCaseChoice
{
  GObject parent_instance;

  JkbCaseList *list;
  GtkBitset *chosen;
  guint lead;
};

enum
{
  LEAD_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void jkb_case_choice_list_init (GListModelInterface *iface);
static void jkb_case_choice_selection_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (JkbCaseChoice, jkb_case_choice, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, jkb_case_choice_list_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, jkb_case_choice_selection_init))

/* ---------------------------------------------------------------- the rows */

static GType
jkb_case_choice_get_item_type (GListModel *model)
{
  return JKB_TYPE_CASE_SLOT;
}

static guint
jkb_case_choice_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (JKB_CASE_CHOICE (model)->list));
}

static gpointer
jkb_case_choice_get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (JKB_CASE_CHOICE (model)->list), position);
}

static void
jkb_case_choice_list_init (GListModelInterface *iface)
{
  iface->get_item_type = jkb_case_choice_get_item_type;
  iface->get_n_items = jkb_case_choice_get_n_items;
  iface->get_item = jkb_case_choice_get_item;
}

/* Rows come and go at the end only; what stands where is told by jkb_case_choice_follow(). */
static void
on_items_changed_cb (GListModel *list, guint position, guint removed, guint added, JkbCaseChoice *self)
{
  if (removed > 0)
    gtk_bitset_remove_range (self->chosen, position, removed);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* ---------------------------------------------------------------- the choice */

static gboolean
jkb_case_choice_is_selected (GtkSelectionModel *model, guint position)
{
  return gtk_bitset_contains (JKB_CASE_CHOICE (model)->chosen, position);
}

static GtkBitset *
jkb_case_choice_get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  return gtk_bitset_ref (JKB_CASE_CHOICE (model)->chosen);
}

/* Tells the views which stretch of rows looks otherwise. */
static void
replace (JkbCaseChoice *self, GtkBitset *chosen)
{
  g_autoptr(GtkBitset) changed = gtk_bitset_copy (self->chosen);
  guint first, last;

  gtk_bitset_difference (changed, chosen);
  gtk_bitset_unref (self->chosen);
  self->chosen = gtk_bitset_ref (chosen);
  if (gtk_bitset_is_empty (changed))
    return;
  first = gtk_bitset_get_minimum (changed);
  last = gtk_bitset_get_maximum (changed);
  gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), first, last - first + 1);
}

/* The row that came to those chosen, when it is one; else who led goes on, or the first one does. */
static guint
find_lead (JkbCaseChoice *self, GtkBitset *chosen)
{
  g_autoptr(GtkBitset) came = gtk_bitset_copy (chosen);

  gtk_bitset_subtract (came, self->chosen);
  if (gtk_bitset_get_size (came) == 1)
    return gtk_bitset_get_minimum (came);
  if (gtk_bitset_contains (chosen, self->lead))
    return self->lead;
  return gtk_bitset_is_empty (chosen) ? GTK_INVALID_LIST_POSITION : gtk_bitset_get_minimum (chosen);
}

static void
choose (JkbCaseChoice *self, GtkBitset *chosen)
{
  guint lead = find_lead (self, chosen);
  gboolean is_other = lead != self->lead;

  self->lead = lead;
  replace (self, chosen);
  if (is_other)
    g_signal_emit (self, signals[LEAD_CHANGED], 0);
}

static gboolean
jkb_case_choice_set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  JkbCaseChoice *self = JKB_CASE_CHOICE (model);
  g_autoptr(GtkBitset) chosen = gtk_bitset_copy (self->chosen);
  g_autoptr(GtkBitset) added = gtk_bitset_copy (selected);
  guint n_items = jkb_case_choice_get_n_items (G_LIST_MODEL (self));

  gtk_bitset_intersect (added, mask);
  gtk_bitset_subtract (chosen, mask);
  gtk_bitset_union (chosen, added);
  gtk_bitset_remove_range_closed (chosen, n_items, G_MAXUINT);
  choose (self, chosen);
  return TRUE;
}

static void
jkb_case_choice_selection_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = jkb_case_choice_is_selected;
  iface->get_selection_in_range = jkb_case_choice_get_selection_in_range;
  iface->set_selection = jkb_case_choice_set_selection;
}

/* ---------------------------------------------------------------- the object */

static void
jkb_case_choice_finalize (GObject *object)
{
  JkbCaseChoice *self = JKB_CASE_CHOICE (object);

  gtk_bitset_unref (self->chosen);
  g_object_unref (self->list);
  G_OBJECT_CLASS (jkb_case_choice_parent_class)->finalize (object);
}

static void
jkb_case_choice_class_init (JkbCaseChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jkb_case_choice_finalize;
  signals[LEAD_CHANGED] = g_signal_new ("lead-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);
}

static void
jkb_case_choice_init (JkbCaseChoice *self)
{
  self->chosen = gtk_bitset_new_empty ();
  self->lead = GTK_INVALID_LIST_POSITION;
}

JkbCaseChoice *
jkb_case_choice_new (JkbCaseList *list)
{
  JkbCaseChoice *self = g_object_new (JKB_TYPE_CASE_CHOICE, NULL);

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (on_items_changed_cb), self, 0);
  return self;
}

guint
jkb_case_choice_get_lead (JkbCaseChoice *self)
{
  g_return_val_if_fail (JKB_IS_CASE_CHOICE (self), GTK_INVALID_LIST_POSITION);

  return self->lead;
}

void
jkb_case_choice_set_only (JkbCaseChoice *self, guint position)
{
  g_autoptr(GtkBitset) chosen = gtk_bitset_new_empty ();

  g_return_if_fail (JKB_IS_CASE_CHOICE (self));

  if (position < jkb_case_choice_get_n_items (G_LIST_MODEL (self)))
    gtk_bitset_add (chosen, position);
  choose (self, chosen);
}

GArray *
jkb_case_choice_list_ids (JkbCaseChoice *self)
{
  JkbSelection *selection;
  GArray *ids;
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (JKB_IS_CASE_CHOICE (self), NULL);

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  selection = jkb_case_list_get_selection (self->list);
  if (selection == NULL || !gtk_bitset_iter_init_first (&iter, self->chosen, &position))
    return ids;
  do
    {
      gint64 id;

      if (position >= jkb_selection_n (selection))
        break;
      id = jkb_selection_get_id (selection, position);
      g_array_append_val (ids, id);
    }
  while (gtk_bitset_iter_next (&iter, &position));
  return ids;
}

void
jkb_case_choice_follow (JkbCaseChoice *self, const GArray *ids, gint64 lead)
{
  g_autoptr(GtkBitset) chosen = gtk_bitset_new_empty ();
  JkbSelection *selection;
  guint position;

  g_return_if_fail (JKB_IS_CASE_CHOICE (self));

  selection = jkb_case_list_get_selection (self->list);
  for (guint i = 0; selection != NULL && i < ids->len; i++)
    if (jkb_selection_find (selection, g_array_index (ids, gint64, i), &position))
      gtk_bitset_add (chosen, position);
  self->lead = GTK_INVALID_LIST_POSITION;
  if (selection != NULL && lead != 0 && jkb_selection_find (selection, lead, &position))
    self->lead = position;
  if (!gtk_bitset_contains (chosen, self->lead))
    {
      gtk_bitset_remove_all (chosen);
      if (self->lead != GTK_INVALID_LIST_POSITION)
        gtk_bitset_add (chosen, self->lead);
    }
  replace (self, chosen);
}
