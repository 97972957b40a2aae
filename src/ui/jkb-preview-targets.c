/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-preview-targets.h"

#include "labels/jkb-labels.h"
#include "ui/jkb-import-words.h"
#include "ui/jkb-preview-row.h"

static char *
word_case (JkbDate date, const char *title)
{
  g_autofree char *day = jkb_label_date (date);

  if (title == NULL)
    return g_strdup (day);
  return *day != '\0' ? g_strdup_printf ("%s %s", day, title) : g_strdup (title);
}

static void
add_target (GHashTable *targets, gint64 id, char *words)
{
  g_hash_table_insert (targets, g_memdup2 (&id, sizeof id), words);
}

GHashTable *
jkb_preview_targets_new (GListModel *rows)
{
  GHashTable *targets = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(JkbPreviewRow) row = g_list_model_get_item (rows, i);
      const JkbAddedItem *plan = jkb_preview_row_get_plan (row);
      const JkbItem *item = jkb_preview_row_get_item (row);
      JkbDate date = JKB_DATE_NONE;

      if (plan == NULL || item == NULL || plan->outcome != JKB_OUTCOME_NEW)
        continue;
      if (jkb_item_value (item, JKB_FIELD_ANNOUNCED) != NULL)
        jkb_date_parse (jkb_item_value (item, JKB_FIELD_ANNOUNCED), &date, NULL);
      add_target (targets, plan->incident_id, word_case (date, item->title));
    }
  return targets;
}

GArray *
jkb_preview_targets_list_missing (GHashTable *targets, GListModel *rows)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(JkbPreviewRow) row = g_list_model_get_item (rows, i);
      const JkbAddedItem *plan = jkb_preview_row_get_plan (row);

      if (plan != NULL && plan->outcome == JKB_OUTCOME_FOLLOW_UP
          && !g_hash_table_contains (targets, &plan->incident_id))
        g_array_append_val (ids, plan->incident_id);
    }
  return ids;
}

void
jkb_preview_targets_add (GHashTable *targets, const GPtrArray *incidents)
{
  for (guint i = 0; i < incidents->len; i++)
    {
      const JkbIncident *incident = g_ptr_array_index (incidents, i);

      add_target (targets, incident->id,
                  word_case (incident->announced, incident->title != NULL ? incident->title : incident->organisation));
    }
}

guint
jkb_preview_targets_tell (GHashTable *targets, GListModel *rows, guint first, guint n_max)
{
  guint end = MIN (g_list_model_get_n_items (rows), first + n_max);

  for (guint i = first; i < end; i++)
    {
      g_autoptr(JkbPreviewRow) row = g_list_model_get_item (rows, i);
      const JkbAddedItem *plan = jkb_preview_row_get_plan (row);

      if (plan != NULL)
        jkb_preview_row_compare (row, g_hash_table_lookup (targets, &plan->incident_id));
    }
  return end;
}

char *
jkb_preview_targets_word_plan (GListModel *rows)
{
  JkbImportReport counts = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(JkbPreviewRow) row = g_list_model_get_item (rows, i);
      const JkbAddedItem *plan = jkb_preview_row_get_plan (row);

      if (plan != NULL)
        counts.n_outcomes[plan->outcome]++;
      counts.n_failed += jkb_preview_row_get_entry (row)->error != NULL;
    }
  return jkb_import_words_report (&counts);
}
