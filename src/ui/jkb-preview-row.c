/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-preview-row.h"

#include <glib/gi18n-lib.h>

#include "ui/jkb-import-words.h"

struct _JkbPreviewRow
{
  GObject parent_instance;

  JkbDraftEntry *entry;
  guint index;                          /* of the item in its source */
  char *title;
  char *subtitle;
  char *words;
  const char *icon;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbPreviewRow, jkb_preview_row, G_TYPE_OBJECT)

static void
jkb_preview_row_finalize (GObject *object)
{
  JkbPreviewRow *self = JKB_PREVIEW_ROW (object);

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->words);
  G_OBJECT_CLASS (jkb_preview_row_parent_class)->finalize (object);
}

static void
jkb_preview_row_class_init (JkbPreviewRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jkb_preview_row_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
jkb_preview_row_init (JkbPreviewRow *self)
{
}

/* ---- what a line says ---- */

static void
word_item (JkbPreviewRow *self, const JkbItem *item)
{
  const char *organisation = jkb_item_value (item, JKB_FIELD_ORGANISATION);
  const char *title = organisation != NULL ? organisation : item->title;
  g_autofree char *name = g_path_get_basename (self->entry->name);

  self->title = g_strdup (title != NULL ? title : name);
  self->subtitle = item->title != NULL && item->title != title ? g_strdup_printf ("%s · %s", name, item->title)
                                                               : g_strdup (name);
  if (item->is_notice)
    self->words = g_strdup (C_("import", "A notice"));
  else
    self->words = jkb_import_words_outcome (JKB_OUTCOME_SET_ASIDE, item->set_aside_reason, NULL);
  self->icon = item->is_notice ? "document-open-recent-symbolic" : jkb_import_words_icon (JKB_OUTCOME_SET_ASIDE);
}

static void
word_failure (JkbPreviewRow *self)
{
  self->title = g_path_get_basename (self->entry->name);
  self->subtitle = g_strdup (self->entry->name);
  /* Translators: %s is the reason, in English */
  self->words = g_strdup_printf (C_("import", "Unreadable: %s"), self->entry->error->message);
  self->icon = "dialog-warning-symbolic";
}

static JkbPreviewRow *
new_row (JkbDraftEntry *entry, guint index)
{
  JkbPreviewRow *self = g_object_new (JKB_TYPE_PREVIEW_ROW, NULL);

  self->entry = entry;
  self->index = index;
  if (entry->source != NULL)
    word_item (self, g_ptr_array_index (entry->source->items, index));
  else
    word_failure (self);
  return self;
}

guint
jkb_preview_rows_add (GListStore *rows, const GPtrArray *entries, guint first, guint n_max)
{
  guint next = first;
  g_autoptr(GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (G_IS_LIST_STORE (rows), first);

  while (next < entries->len && added->len < n_max)
    {
      JkbDraftEntry *entry = g_ptr_array_index (entries, next++);
      guint n_rows = entry->source != NULL ? entry->source->items->len : 1;

      for (guint j = 0; j < n_rows; j++)
        g_ptr_array_add (added, new_row (entry, j));
    }
  g_list_store_splice (rows, g_list_model_get_n_items (G_LIST_MODEL (rows)), 0, added->pdata, added->len);
  return next;
}

void
jkb_preview_rows_count (GListModel *rows, guint *n_choices, guint *n_accepted)
{
  g_return_if_fail (G_IS_LIST_MODEL (rows));

  *n_choices = *n_accepted = 0;
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(JkbPreviewRow) row = g_list_model_get_item (rows, i);

      if (!jkb_preview_row_is_choice (row))
        continue;
      *n_choices += 1;
      *n_accepted += jkb_preview_row_is_accepted (row);
    }
}

void
jkb_preview_rows_accept (GListModel *rows, gboolean is_accepted)
{
  g_return_if_fail (G_IS_LIST_MODEL (rows));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(JkbPreviewRow) row = g_list_model_get_item (rows, i);

      jkb_preview_row_set_accepted (row, is_accepted);
    }
}

void
jkb_preview_row_compare (JkbPreviewRow *self, const char *target)
{
  const JkbAddedItem *plan;
  const JkbItem *item;

  g_return_if_fail (JKB_IS_PREVIEW_ROW (self));

  plan = jkb_preview_row_get_plan (self);
  item = jkb_preview_row_get_item (self);
  if (plan == NULL || item == NULL)
    return;
  g_free (self->words);
  if (target != NULL && plan->outcome == JKB_OUTCOME_FOLLOW_UP)
    /* Translators: %s names the case that an item is a further report of */
    self->words = g_strdup_printf (C_("import", "Further report of: %s"), target);
  else
    self->words = jkb_import_words_outcome (plan->outcome, item->set_aside_reason, plan->changes);
  self->icon = jkb_import_words_icon (plan->outcome);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- what it is about ---- */

const JkbDraftEntry *
jkb_preview_row_get_entry (JkbPreviewRow *self)
{
  g_return_val_if_fail (JKB_IS_PREVIEW_ROW (self), NULL);

  return self->entry;
}

const JkbItem *
jkb_preview_row_get_item (JkbPreviewRow *self)
{
  g_return_val_if_fail (JKB_IS_PREVIEW_ROW (self), NULL);

  return self->entry->source != NULL ? g_ptr_array_index (self->entry->source->items, self->index) : NULL;
}

const JkbAddedItem *
jkb_preview_row_get_plan (JkbPreviewRow *self)
{
  g_return_val_if_fail (JKB_IS_PREVIEW_ROW (self), NULL);

  return jkb_draft_entry_get_plan (self->entry, self->index);
}

const char *
jkb_preview_row_get_words (JkbPreviewRow *self)
{
  g_return_val_if_fail (JKB_IS_PREVIEW_ROW (self), NULL);

  return self->words;
}

gboolean
jkb_preview_row_is_choice (JkbPreviewRow *self)
{
  g_return_val_if_fail (JKB_IS_PREVIEW_ROW (self), FALSE);

  return self->entry->source != NULL && jkb_draft_entry_is_choice (self->entry, self->index);
}

gboolean
jkb_preview_row_is_accepted (JkbPreviewRow *self)
{
  g_return_val_if_fail (JKB_IS_PREVIEW_ROW (self), FALSE);

  return !self->entry->is_declined[self->index];
}

void
jkb_preview_row_set_accepted (JkbPreviewRow *self, gboolean accepted)
{
  g_return_if_fail (JKB_IS_PREVIEW_ROW (self));

  if (!jkb_preview_row_is_choice (self) || jkb_preview_row_is_accepted (self) == !!accepted)
    return;
  self->entry->is_declined[self->index] = !accepted;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- how a line looks ---- */

typedef struct
{
  GtkCheckButton *check;
  GtkImage *icon;
  GtkInscription *title, *words, *subtitle;
  JkbPreviewRow *row;                   /* while it is shown */
  gulong handler;
  gboolean is_filling;
} Line;

/* One line each: texts that wrap would be measured whenever a line comes or changes, for all lines that are
 * near. What does not fit is in the tooltip, and beside the list. */
static GtkInscription *
add_text (GtkBox *box, const char *css_class)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_xalign (GTK_INSCRIPTION (text), 0);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (text), 1);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_add_css_class (text, css_class);
  gtk_box_append (box, text);
  return GTK_INSCRIPTION (text);
}

static void
fill_line (Line *line)
{
  gboolean is_choice = jkb_preview_row_is_choice (line->row);
  /* Translators: name of a check box; the first is an organisation, the second what would become of its notice */
  g_autofree char *name = g_strdup_printf (_("Accept %s: %s"), line->row->title, line->row->words);

  line->is_filling = TRUE;
  gtk_check_button_set_active (line->check, is_choice && jkb_preview_row_is_accepted (line->row));
  line->is_filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (line->check), is_choice);
  gtk_widget_set_opacity (GTK_WIDGET (line->check), is_choice ? 1 : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_image_set_from_icon_name (line->icon, line->row->icon);
  gtk_inscription_set_text (line->title, line->row->title);
  gtk_inscription_set_text (line->words, line->row->words);
  gtk_inscription_set_text (line->subtitle, line->row->subtitle);
}

static void
on_row_changed_cb (JkbPreviewRow *row, Line *line)
{
  fill_line (line);
}

static void
on_check_toggled_cb (GtkCheckButton *check, Line *line)
{
  if (line->row != NULL && !line->is_filling)
    jkb_preview_row_set_accepted (line->row, gtk_check_button_get_active (check));
}

/* Setting a text would have GTK ask where the pointer is, for each line that comes or changes. */
static gboolean
on_query_tooltip_cb (GtkWidget *row, int x, int y, gboolean by_keys, GtkTooltip *tooltip, Line *line)
{
  g_autofree char *all = NULL;

  if (line->row == NULL)
    return FALSE;
  all = g_strdup_printf ("%s\n%s\n%s", line->row->title, line->row->words, line->row->subtitle);
  gtk_tooltip_set_text (tooltip, all);
  return TRUE;
}

static void
on_line_set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  Line *line = g_new0 (Line, 1);

  gtk_widget_add_css_class (row, "import-row");
  line->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  line->icon = GTK_IMAGE (gtk_image_new ());
  gtk_widget_set_valign (GTK_WIDGET (line->check), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (line->check));
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (line->icon));
  gtk_box_append (GTK_BOX (row), text);
  gtk_widget_set_hexpand (text, TRUE);
  line->title = add_text (GTK_BOX (text), "body");
  line->words = add_text (GTK_BOX (text), "caption-heading");
  line->subtitle = add_text (GTK_BOX (text), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (line->subtitle), "dim-label");
  g_object_set_data_full (G_OBJECT (row), "line", line, g_free);
  gtk_widget_set_has_tooltip (row, TRUE);
  g_signal_connect (row, "query-tooltip", G_CALLBACK (on_query_tooltip_cb), line);
  g_signal_connect (line->check, "toggled", G_CALLBACK (on_check_toggled_cb), line);
  gtk_list_item_set_child (item, row);
}

static Line *
get_line (GtkListItem *item)
{
  return g_object_get_data (G_OBJECT (gtk_list_item_get_child (item)), "line");
}

static void
on_line_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  Line *line = get_line (item);

  line->row = gtk_list_item_get_item (item);
  line->handler = g_signal_connect (line->row, "changed", G_CALLBACK (on_row_changed_cb), line);
  fill_line (line);
}

static void
on_line_unbound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  Line *line = get_line (item);

  g_signal_handler_disconnect (line->row, line->handler);
  line->row = NULL;
}

GtkListItemFactory *
jkb_preview_row_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_line_set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_line_bound_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_line_unbound_cb), NULL);
  return factory;
}
