/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/jkb-import-private.h"

static void
free_item (JkbImportItem *item)
{
  g_free (item->serial);
  g_free (item->title);
  g_free (item->organisation);
  g_free (item->set_aside_reason);
  g_clear_pointer (&item->changes, g_ptr_array_unref);
  g_free (item);
}

JkbImportEntry *
jkb_import_entry_new (const char *name)
{
  JkbImportEntry *entry = g_new0 (JkbImportEntry, 1);

  entry->name = g_strdup (name);
  entry->items = g_ptr_array_new_with_free_func ((GDestroyNotify) free_item);
  entry->notes = g_ptr_array_new_with_free_func (g_free);
  return entry;
}

void
jkb_import_entry_free (JkbImportEntry *entry)
{
  g_free (entry->name);
  g_ptr_array_unref (entry->items);
  g_ptr_array_unref (entry->notes);
  g_clear_error (&entry->error);
  g_free (entry);
}

/* Bytes that came before may have been cut into other items then: only the outcome is known. */
static JkbImportItem *
make_item (const JkbSource *source, const JkbAddedItem *added)
{
  JkbImportItem *self = g_new0 (JkbImportItem, 1);

  self->index = added->index;
  self->outcome = added->outcome;
  self->incident_id = added->incident_id;
  self->changes = added->changes != NULL ? g_ptr_array_ref (added->changes) : NULL;
  if (added->index < source->items->len)
    {
      const JkbItem *item = g_ptr_array_index (source->items, added->index);

      self->serial = g_strdup (item->serial);
      self->title = g_strdup (item->title);
      self->organisation = g_strdup (jkb_item_value (item, JKB_FIELD_ORGANISATION));
      self->set_aside_reason = g_strdup (item->set_aside_reason);
    }
  return self;
}

void
jkb_import_entry_fill (JkbImportEntry *entry, const JkbSource *source, const GArray *added)
{
  for (guint i = 0; i < added->len; i++)
    g_ptr_array_add (entry->items, make_item (source, &g_array_index (added, JkbAddedItem, i)));
  for (guint i = 0; i < source->notes->len; i++)
    g_ptr_array_add (entry->notes, g_strdup (g_ptr_array_index (source->notes, i)));
}

JkbImportReport *
jkb_import_report_new (gint64 batch)
{
  JkbImportReport *self = g_new0 (JkbImportReport, 1);

  self->batch = batch;
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_import_entry_free);
  return self;
}

void
jkb_import_report_add (JkbImportReport *self, JkbImportEntry *entry)
{
  g_ptr_array_add (self->entries, entry);
  self->n_failed += entry->error != NULL;
  for (guint i = 0; i < entry->items->len; i++)
    {
      const JkbImportItem *item = g_ptr_array_index (entry->items, i);

      self->n_outcomes[item->outcome]++;
    }
}

guint
jkb_import_report_readings (JkbImportReport *self, const GPtrArray *readings, const GPtrArray *added)
{
  guint n_items = 0;
  guint n_stored = 0;

  for (guint i = 0; i < readings->len; i++)
    {
      const JkbReading *reading = g_ptr_array_index (readings, i);
      JkbImportEntry *entry = jkb_import_entry_new (reading->name);

      if (reading->source != NULL)
        jkb_import_entry_fill (entry, reading->source, g_ptr_array_index (added, n_stored++));
      else
        entry->error = g_error_copy (reading->error);
      n_items += entry->items->len;
      jkb_import_report_add (self, entry);
    }
  return n_items;
}

char *
jkb_import_report_failure (const JkbImportEntry *entry)
{
  char *line;

  g_return_val_if_fail (entry != NULL && entry->error != NULL, NULL);

  line = g_strdup_printf ("%s: %s", entry->name, entry->error->message);
  /* A file name may hold anything but a NUL; a line holds no line feed. */
  for (char *c = line; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = '?';
  return line;
}

gint64
jkb_import_report_single_case (const JkbImportReport *self)
{
  gint64 id = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const JkbImportEntry *entry = g_ptr_array_index (self->entries, i);

      for (guint j = 0; j < entry->items->len; j++)
        {
          const JkbImportItem *item = g_ptr_array_index (entry->items, j);

          if (item->incident_id != 0 && id != 0 && item->incident_id != id)
            return 0;
          id = item->incident_id != 0 ? item->incident_id : id;
        }
    }
  return id;
}

void
jkb_import_report_free (JkbImportReport *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->entries);
  g_free (self);
}
