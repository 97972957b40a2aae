/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-store-write.h"

#include "core/jkb-incident-facts.h"
#include "store/jkb-log.h"
#include "store/jkb-rows.h"
#include "store/jkb-store-private.h"
#include "store/jkb-store-erase.h"
#include "store/jkb-summary.h"
#include "store/jkb-touched.h"

/* The rule that facts of bundled cases name. */
#define RULE "bundled"

typedef struct
{
  GPtrArray *incidents;
  char *version;
} Bundle;

static void
free_bundle (gpointer data)
{
  Bundle *bundle = data;

  g_ptr_array_unref (bundle->incidents);
  g_free (bundle->version);
  g_free (bundle);
}

static gboolean
add_facts (JkbDb *db, gint64 incident_id, const GPtrArray *facts, GError **error)
{
  for (guint i = 0; i < facts->len; i++)
    {
      const JkbFact *fact = g_ptr_array_index (facts, i);
      gint64 judged = 0;

      /* What a person said about the bundled value of this field stands. */
      if (!jkb_db_get_int (db, &judged, error,
                           "SELECT EXISTS (SELECT 1 FROM fact WHERE incident_id = ?1 AND rule = '" RULE "'"
                           " AND field = ?2 AND state <> 'read'"
                           " AND (NOT ?3 OR coalesce (read_value, value) = ?4))", "itit", incident_id,
                           jkb_word_nick (JKB_WORDS_FIELD, fact->field),
                           (gint64) jkb_field_has_several (fact->field), fact->value))
        return FALSE;
      if (!judged && !jkb_rows_add_fact (db, 0, incident_id, i, fact, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_case (JkbDb *db, const JkbIncident *bundled, const GPtrArray *facts, GError **error)
{
  g_autoptr(JkbIncident) incident = jkb_incident_copy (bundled);

  incident->id = 0;
  incident->review = JKB_REVIEW_BUNDLED;
  return jkb_rows_write_incident (db, incident, error)
         && jkb_db_run (db, error, "UPDATE incident SET bundled_key = key WHERE id = ?1", "i", incident->id)
         && add_facts (db, incident->id, facts, error)
         && jkb_touch (db, incident->id, error);
}

static void
take_text (char **to, const char *from)
{
  g_free (*to);
  *to = g_strdup (from);
}

/* Takes over what is the case's own, but for what a person wrote. */
static void
take_details (JkbIncident *incident, const JkbIncident *bundled, gint64 edited)
{
  if (!(edited & 1 << JKB_DETAIL_TITLE))
    take_text (&incident->title, bundled->title);
  if (!(edited & 1 << JKB_DETAIL_ORGANISATION_EN))
    take_text (&incident->organisation_en, bundled->organisation_en);
  if (!(edited & 1 << JKB_DETAIL_SECTOR))
    incident->sector = bundled->sector;
  if (!(edited & 1 << JKB_DETAIL_CAUSE))
    take_text (&incident->cause, bundled->cause);
  take_text (&incident->source_uri, bundled->source_uri);
  take_text (&incident->source_kind, bundled->source_kind);
}

static gboolean
update_case (JkbDb *db, gint64 id, const JkbIncident *bundled, const GPtrArray *facts, GError **error)
{
  g_autoptr(JkbIncident) before = NULL;
  g_autoptr(JkbIncident) incident = NULL;
  gint64 edited = 0;

  if (!jkb_summary_load (db, id, &before, error)
      || !jkb_db_get_int (db, &edited, error, "SELECT edited FROM incident WHERE id = ?1", "i", id)
      || !jkb_db_run (db, error, "DELETE FROM fact WHERE incident_id = ?1 AND rule = '" RULE "'"
                      " AND state = 'read'", "i", id)
      || !add_facts (db, id, facts, error))
    return FALSE;
  incident = jkb_incident_copy (before);
  take_details (incident, bundled, edited);
  if (!jkb_summary_compute (db, incident, error))
    return FALSE;
  if (jkb_incident_equal (before, incident))
    return TRUE;
  return jkb_rows_write_incident (db, incident, error) && jkb_touch (db, id, error);
}

static gboolean
put_case (JkbDb *db, const JkbIncident *bundled, GError **error)
{
  g_autoptr(GPtrArray) facts = jkb_incident_to_facts (bundled, RULE);
  gint64 id = 0, is_part = 0;
  gboolean is_erased = FALSE;

  if (!jkb_db_get_int (db, &id, error, "SELECT id FROM incident WHERE bundled_key = ?1", "t", bundled->key)
      || !jkb_db_get_int (db, &is_part, error, "SELECT merged_into IS NOT NULL FROM incident WHERE id = ?1", "i", id)
      || (id == 0 && !jkb_store_erase_is_known (db, bundled->key, &is_erased, error)))
    return FALSE;
  /* Its facts are now those of the case that a person made it part of; or nobody wants to see it again. */
  if (is_part || is_erased)
    return TRUE;
  return id == 0 ? add_case (db, bundled, facts, error) : update_case (db, id, bundled, facts, error);
}

static gboolean
add_bundle (JkbDb *db, gpointer data, GError **error)
{
  const Bundle *bundle = data;
  gint64 known = 0;

  if (!jkb_db_get_int (db, &known, error,
                       "SELECT EXISTS (SELECT 1 FROM meta WHERE name = 'bundled_version' AND value = ?1)",
                       "t", bundle->version))
    return FALSE;
  for (guint i = 0; i < bundle->incidents->len && !known; i++)
    if (!put_case (db, g_ptr_array_index (bundle->incidents, i), error))
      return FALSE;
  /* What a step remembers of these rows is no longer what they were. */
  return known || (jkb_log_forget (db, error)
                   && jkb_db_run (db, error, "INSERT INTO meta (name, value) VALUES ('bundled_version', ?1)"
                                  " ON CONFLICT (name) DO UPDATE SET value = excluded.value", "t",
                                  bundle->version));
}

static Bundle *
new_bundle (GPtrArray *incidents, const char *version)
{
  Bundle *bundle = g_new0 (Bundle, 1);

  bundle->incidents = g_ptr_array_ref (incidents);
  bundle->version = g_strdup (version);
  return bundle;
}

gboolean
jkb_store_add_bundled (JkbStore *self, GPtrArray *incidents, const char *version, GCancellable *cancellable,
                       GError **error)
{
  Bundle *bundle;
  gboolean good;

  g_return_val_if_fail (JKB_IS_STORE (self), FALSE);
  g_return_val_if_fail (incidents != NULL && version != NULL, FALSE);

  bundle = new_bundle (incidents, version);
  good = jkb_store_write (self, add_bundle, bundle, cancellable, error);
  free_bundle (bundle);
  return good;
}

void
jkb_store_add_bundled_async (JkbStore *self, GPtrArray *incidents, const char *version,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (JKB_IS_STORE (self));
  g_return_if_fail (incidents != NULL && version != NULL);

  jkb_store_write_async (self, add_bundle, new_bundle (incidents, version), free_bundle, cancellable,
                         callback, user_data);
}
