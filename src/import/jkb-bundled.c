/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/jkb-bundled.h"

#include "core/jkb-count.h"
#include "core/jkb-data-table.h"
#include "core/jkb-incident.h"
#include "core/jkb-paths.h"
#include "store/jkb-store-write.h"

#include <string.h>

enum
{
  ID, ORGANISATION, ORGANISATION_EN, SECTOR, COUNTRY, TYPE, CIRCUMSTANCES, CAUSE, PEOPLE, RECORDS, STATUS,
  DATA_ITEMS, OCCURRED_FROM, OCCURRED_TO, DISCOVERED, ANNOUNCED, PPC, POLICE, ENCRYPTED, SOURCE_URL,
  SOURCE_KIND
};

static const char *const columns[] = {
  "id", "organisation", "organisation_en", "sector", "country", "incident_type", "circumstances",
  "cause_detail", "affected_people", "affected_records", "affected_status", "data_items", "occurred_from",
  "occurred_to", "discovered", "announced", "reported_ppc", "reported_police", "encrypted", "source_url",
  "source_kind", NULL
};

typedef struct
{
  const JkbDataTable *table;
  guint row;
  GError **error;
} Row;

static const char *
get (const Row *row, int column)
{
  return jkb_data_table_get (row->table, row->row, column);
}

static gboolean
refuse (const Row *row, int column)
{
  return jkb_data_table_fail (row->table, row->row, row->error, "%s: not a value of this column: %s",
                              columns[column], get (row, column));
}

static char *
take_text (const Row *row, int column)
{
  const char *text = get (row, column);

  return *text != '\0' ? g_strdup (text) : NULL;
}

static gboolean
read_word (const Row *row, int column, JkbVocabulary vocabulary, int *out)
{
  int value = jkb_word_value (vocabulary, get (row, column));

  if (value < 0)
    return refuse (row, column);
  *out = value;
  return TRUE;
}

static gboolean
read_bits (const Row *row, int column, JkbVocabulary vocabulary, guint32 *out)
{
  g_auto(GStrv) words = g_strsplit (get (row, column), ";", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      int value = jkb_word_value (vocabulary, words[i]);

      if (value < 0 || *out & 1u << value)
        return refuse (row, column);
      *out |= 1u << value;
    }
  return TRUE;
}

static gboolean
read_figure (const Row *row, int column, gint64 *out)
{
  const char *text = get (row, column);

  return *text == '\0' || jkb_count_parse (text, out) || refuse (row, column);
}

static gboolean
read_date (const Row *row, int column, JkbDate *out)
{
  const char *text = get (row, column);

  return *text == '\0' || (jkb_date_parse (text, out, NULL) && out->year != 0) || refuse (row, column);
}

static gboolean
read_report (const Row *row, int column, JkbReport *out)
{
  out->made = *get (row, column) != '\0';
  return strcmp (get (row, column), "yes") == 0 || read_date (row, column, &out->date);
}

static gboolean
read_encrypted (const Row *row, JkbTriState *out)
{
  const char *text = get (row, ENCRYPTED);

  *out = *text == '\0' ? JKB_NOT_SAID : *text == 'y' ? JKB_YES : JKB_NO;
  return *text == '\0' || strcmp (text, "yes") == 0 || strcmp (text, "no") == 0 || refuse (row, ENCRYPTED);
}

static gboolean
read_country (const Row *row, char *out)
{
  const char *text = get (row, COUNTRY);

  if (*text != '\0' && !(strlen (text) == 2 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1])))
    return refuse (row, COUNTRY);
  memcpy (out, text, strlen (text) + 1);
  return TRUE;
}

static gboolean
check_names (const Row *row)
{
  static const char *const kinds[] = { "page", "news", "repost", NULL };

  if (*get (row, ID) == '\0')
    return refuse (row, ID);
  if (*get (row, ORGANISATION) == '\0')
    return refuse (row, ORGANISATION);
  if (!g_str_has_prefix (get (row, SOURCE_URL), "https://") && !g_str_has_prefix (get (row, SOURCE_URL), "http://"))
    return refuse (row, SOURCE_URL);
  return g_strv_contains (kinds, get (row, SOURCE_KIND)) || refuse (row, SOURCE_KIND);
}

static gboolean
read_words (const Row *row, JkbIncident *incident)
{
  int sector = 0, type = 0, status = 0;

  if (!read_word (row, SECTOR, JKB_WORDS_SECTOR, &sector) || !read_word (row, TYPE, JKB_WORDS_TYPE, &type)
      || !read_word (row, STATUS, JKB_WORDS_STATUS, &status))
    return FALSE;
  incident->sector = sector;
  incident->type = type;
  incident->types = type != JKB_TYPE_UNKNOWN ? 1u << type : 0;
  incident->status = status;
  return read_bits (row, CIRCUMSTANCES, JKB_WORDS_CIRCUMSTANCE, &incident->circumstances)
         && read_bits (row, DATA_ITEMS, JKB_WORDS_DATA_ITEM, &incident->data_items)
         && read_country (row, incident->country)
         && read_encrypted (row, &incident->encrypted);
}

static gboolean
read_dates (const Row *row, JkbIncident *incident)
{
  if (!read_date (row, OCCURRED_FROM, &incident->occurred_from)
      || !read_date (row, OCCURRED_TO, &incident->occurred_to)
      || !read_date (row, DISCOVERED, &incident->discovered)
      || !read_date (row, ANNOUNCED, &incident->announced)
      || !read_report (row, PPC, &incident->ppc)
      || !read_report (row, POLICE, &incident->police))
    return FALSE;
  return !jkb_date_is_set (incident->occurred_to)
         || jkb_date_compare (incident->occurred_from, incident->occurred_to) <= 0
         || refuse (row, OCCURRED_TO);
}

static JkbIncident *
read_row (const Row *row)
{
  g_autoptr(JkbIncident) incident = jkb_incident_new ();

  if (!check_names (row) || !read_words (row, incident) || !read_dates (row, incident)
      || !read_figure (row, PEOPLE, &incident->people)
      || !read_figure (row, RECORDS, &incident->records))
    return NULL;
  incident->key = take_text (row, ID);
  incident->organisation = take_text (row, ORGANISATION);
  incident->organisation_en = take_text (row, ORGANISATION_EN);
  incident->cause = take_text (row, CAUSE);
  incident->source_uri = take_text (row, SOURCE_URL);
  incident->source_kind = take_text (row, SOURCE_KIND);
  incident->review = JKB_REVIEW_BUNDLED;
  return g_steal_pointer (&incident);
}

static GPtrArray *
read_rows (const JkbDataTable *table, GError **error)
{
  g_autoptr(GPtrArray) incidents = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_incident_free);
  g_autoptr(GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < jkb_data_table_n_rows (table); i++)
    {
      Row row = { table, i, error };
      JkbIncident *incident = read_row (&row);

      if (incident == NULL)
        return NULL;
      g_ptr_array_add (incidents, incident);
      if (!g_hash_table_add (keys, incident->key))
        {
          jkb_data_table_fail (table, i, error, "id: twice: %s", incident->key);
          return NULL;
        }
    }
  return g_steal_pointer (&incidents);
}

GPtrArray *
jkb_bundled_load (const char *path, char **version, GError **error)
{
  g_autofree char *shipped = path == NULL ? jkb_paths_data_file ("incidents/incidents.tsv") : NULL;
  const char *file = path != NULL ? path : shipped;
  g_autoptr(JkbDataTable) table = NULL;
  g_autofree char *contents = NULL;
  GPtrArray *incidents;

  if (!g_file_get_contents (file, &contents, NULL, error))
    return NULL;
  table = jkb_data_table_parse (contents, file, columns, error);
  if (table == NULL)
    return NULL;
  incidents = read_rows (table, error);
  if (incidents != NULL && version != NULL)
    *version = g_compute_checksum_for_string (G_CHECKSUM_SHA256, contents, -1);
  return incidents;
}

gboolean
jkb_bundled_install (JkbStore *store, GCancellable *cancellable, GError **error)
{
  g_autofree char *version = NULL;
  g_autoptr(GPtrArray) incidents = jkb_bundled_load (NULL, &version, error);

  g_return_val_if_fail (JKB_IS_STORE (store), FALSE);

  return incidents != NULL && jkb_store_add_bundled (store, incidents, version, cancellable, error);
}
