/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-import-row.h"

#include <glib/gi18n-lib.h>

#include "ui/jkb-import-words.h"
#include "ui/jkb-shrink.h"

struct _JkbImportRow
{
  GObject parent_instance;

  char *title;
  char *subtitle;
  char *words;
  const char *icon;
  gint64 case_id;
};

G_DEFINE_FINAL_TYPE (JkbImportRow, jkb_import_row, G_TYPE_OBJECT)

static void
jkb_import_row_finalize (GObject *object)
{
  JkbImportRow *self = JKB_IMPORT_ROW (object);

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->words);
  G_OBJECT_CLASS (jkb_import_row_parent_class)->finalize (object);
}

static void
jkb_import_row_class_init (JkbImportRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jkb_import_row_finalize;
}

static void
jkb_import_row_init (JkbImportRow *self)
{
}

static void
add_item (GListStore *rows, const JkbImportEntry *entry, const JkbImportItem *item)
{
  g_autoptr(JkbImportRow) row = g_object_new (JKB_TYPE_IMPORT_ROW, NULL);
  const char *title = item->organisation != NULL ? item->organisation : item->title;
  g_autofree char *name = g_path_get_basename (entry->name);

  row->title = title != NULL ? g_strdup (title) : g_strdup (name);
  row->subtitle = item->title != NULL && item->title != title
                      ? g_strdup_printf ("%s · %s", name, item->title)
                      : g_strdup (name);
  row->words = jkb_import_words_outcome (item->outcome, item->set_aside_reason, item->changes);
  row->icon = jkb_import_words_icon (item->outcome);
  row->case_id = item->incident_id;
  g_list_store_append (rows, row);
}

static void
add_remark (GListStore *rows, const JkbImportEntry *entry, const char *words, const char *icon)
{
  g_autoptr(JkbImportRow) row = g_object_new (JKB_TYPE_IMPORT_ROW, NULL);

  row->title = g_path_get_basename (entry->name);
  row->subtitle = g_strdup (entry->name);
  row->words = g_strdup (words);
  row->icon = icon;
  g_list_store_append (rows, row);
}

GListModel *
jkb_import_rows_new (const JkbImportReport *report)
{
  GListStore *rows = g_list_store_new (JKB_TYPE_IMPORT_ROW);

  for (guint i = 0; i < report->entries->len; i++)
    {
      const JkbImportEntry *entry = report->entries->pdata[i];

      if (entry->error != NULL)
        {
          /* Translators: %s is the reason, in English */
          g_autofree char *words = g_strdup_printf (C_("import", "Unreadable: %s"),
                                                    entry->error->message);

          add_remark (rows, entry, words, "dialog-warning-symbolic");
        }
      for (guint j = 0; j < entry->notes->len; j++)
        add_remark (rows, entry, entry->notes->pdata[j], "dialog-information-symbolic");
      for (guint j = 0; j < entry->items->len; j++)
        add_item (rows, entry, entry->items->pdata[j]);
    }
  return G_LIST_MODEL (rows);
}

/* ---------------------------------------------------------------- how a line looks */

static GtkWidget *
add_label (GtkBox *box, const char *css_class)
{
  GtkWidget *label = jkb_wrapped_label_new (NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
}

static void
on_row_set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *icon = gtk_image_new ();

  gtk_widget_add_css_class (row, "import-row");
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), text);
  gtk_widget_set_hexpand (text, TRUE);
  g_object_set_data (G_OBJECT (row), "icon", icon);
  g_object_set_data (G_OBJECT (row), "title", add_label (GTK_BOX (text), NULL));
  g_object_set_data (G_OBJECT (row), "words", add_label (GTK_BOX (text), "caption-heading"));
  g_object_set_data (G_OBJECT (row), "subtitle", add_label (GTK_BOX (text), "caption"));
  gtk_widget_add_css_class (g_object_get_data (G_OBJECT (row), "subtitle"), "dim-label");
  gtk_list_item_set_child (item, row);
}

static void
on_row_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  JkbImportRow *self = gtk_list_item_get_item (item);
  GObject *row = G_OBJECT (gtk_list_item_get_child (item));

  gtk_image_set_from_icon_name (g_object_get_data (row, "icon"), self->icon);
  gtk_label_set_text (g_object_get_data (row, "title"), self->title);
  gtk_label_set_text (g_object_get_data (row, "words"), self->words);
  gtk_label_set_text (g_object_get_data (row, "subtitle"), self->subtitle);
}

GtkListItemFactory *
jkb_import_row_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_row_set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_row_bound_cb), NULL);
  return factory;
}

gint64
jkb_import_row_get_case_id (JkbImportRow *self)
{
  g_return_val_if_fail (JKB_IS_IMPORT_ROW (self), 0);

  return self->case_id;
}

const char *
jkb_import_row_get_words (JkbImportRow *self)
{
  g_return_val_if_fail (JKB_IS_IMPORT_ROW (self), NULL);

  return self->words;
}
