/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-case-list.h"

struct _JkbCaseSlot
{
  GObject parent_instance;

  JkbCaseList *list;                    /* NULL when the list is gone */
  guint position;
};

struct _JkbCaseList
{
  GObject parent_instance;

  JkbSelection *selection;
  guint n_items;                        /* what the views were told */
  GHashTable *slots;                    /* position -> JkbCaseSlot, not owned: those in use */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void jkb_case_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (JkbCaseSlot, jkb_case_slot, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (JkbCaseList, jkb_case_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, jkb_case_list_model_init))

static void
jkb_case_slot_finalize (GObject *object)
{
  JkbCaseSlot *self = JKB_CASE_SLOT (object);

  if (self->list != NULL)
    g_hash_table_remove (self->list->slots, GUINT_TO_POINTER (self->position));
  G_OBJECT_CLASS (jkb_case_slot_parent_class)->finalize (object);
}

static void
jkb_case_slot_class_init (JkbCaseSlotClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jkb_case_slot_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jkb_case_slot_init (JkbCaseSlot *self)
{
}

static GType
jkb_case_list_get_item_type (GListModel *model)
{
  return JKB_TYPE_CASE_SLOT;
}

static guint
jkb_case_list_get_n_items (GListModel *model)
{
  return JKB_CASE_LIST (model)->n_items;
}

static gpointer
jkb_case_list_get_item (GListModel *model, guint position)
{
  JkbCaseList *self = JKB_CASE_LIST (model);
  JkbCaseSlot *slot;

  if (position >= self->n_items)
    return NULL;
  slot = g_hash_table_lookup (self->slots, GUINT_TO_POINTER (position));
  if (slot != NULL)
    return g_object_ref (slot);
  slot = g_object_new (JKB_TYPE_CASE_SLOT, NULL);
  slot->list = self;
  slot->position = position;
  g_hash_table_insert (self->slots, GUINT_TO_POINTER (position), slot);
  return slot;
}

static void
jkb_case_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = jkb_case_list_get_item_type;
  iface->get_n_items = jkb_case_list_get_n_items;
  iface->get_item = jkb_case_list_get_item;
}

static void
jkb_case_list_finalize (GObject *object)
{
  JkbCaseList *self = JKB_CASE_LIST (object);
  GHashTableIter iter;
  gpointer slot;

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &slot))
    JKB_CASE_SLOT (slot)->list = NULL;
  g_hash_table_unref (self->slots);
  g_clear_pointer (&self->selection, jkb_selection_unref);
  G_OBJECT_CLASS (jkb_case_list_parent_class)->finalize (object);
}

static void
jkb_case_list_class_init (JkbCaseListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jkb_case_list_finalize;
}

static void
jkb_case_list_init (JkbCaseList *self)
{
  self->slots = g_hash_table_new (NULL, NULL);
}

/* A handler may take or drop slots, so the ones to tell are held first. */
static void
tell_slots (JkbCaseList *self)
{
  g_autoptr(GPtrArray) slots = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer slot;

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &slot))
    g_ptr_array_add (slots, g_object_ref (slot));
  for (guint i = 0; i < slots->len; i++)
    g_signal_emit (slots->pdata[i], signals[CHANGED], 0);
}

gboolean
jkb_case_slot_get (JkbCaseSlot *self, JkbCase *out)
{
  g_return_val_if_fail (JKB_IS_CASE_SLOT (self), FALSE);

  if (self->list == NULL || self->list->selection == NULL
      || self->position >= jkb_selection_n (self->list->selection))
    return FALSE;
  jkb_selection_get (self->list->selection, self->position, out);
  return TRUE;
}

const JkbSearchLine *
jkb_case_slot_get_line (JkbCaseSlot *self)
{
  g_return_val_if_fail (JKB_IS_CASE_SLOT (self), NULL);

  if (self->list == NULL || self->list->selection == NULL)
    return NULL;
  return jkb_selection_get_line (self->list->selection);
}

guint
jkb_case_slot_get_position (JkbCaseSlot *self)
{
  g_return_val_if_fail (JKB_IS_CASE_SLOT (self), 0);

  return self->position;
}

JkbCaseList *
jkb_case_list_new (void)
{
  return g_object_new (JKB_TYPE_CASE_LIST, NULL);
}

JkbSelection *
jkb_case_list_get_selection (JkbCaseList *self)
{
  g_return_val_if_fail (JKB_IS_CASE_LIST (self), NULL);

  return self->selection;
}

void
jkb_case_list_set_selection (JkbCaseList *self, JkbSelection *selection)
{
  guint n_before, n_after;

  g_return_if_fail (JKB_IS_CASE_LIST (self));

  if (self->selection == selection)
    return;
  n_before = self->n_items;
  n_after = selection != NULL ? jkb_selection_n (selection) : 0;
  g_clear_pointer (&self->selection, jkb_selection_unref);
  if (selection != NULL)
    self->selection = jkb_selection_ref (selection);
  self->n_items = n_after;
  tell_slots (self);
  if (n_after > n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, n_after - n_before);
  else if (n_after < n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_after, n_before - n_after, 0);
}
