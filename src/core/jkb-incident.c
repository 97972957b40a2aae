/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/jkb-incident.h"

#include <glib.h>

JkbIncident *
jkb_incident_new (void)
{
  JkbIncident *incident = g_new0 (JkbIncident, 1);

  incident->people = JKB_COUNT_UNKNOWN;
  incident->records = JKB_COUNT_UNKNOWN;
  incident->review = JKB_REVIEW_UNREAD;
  return incident;
}

JkbIncident *
jkb_incident_copy (const JkbIncident *incident)
{
  JkbIncident *copy = g_new (JkbIncident, 1);

  *copy = *incident;
  copy->key = g_strdup (incident->key);
  copy->title = g_strdup (incident->title);
  copy->organisation = g_strdup (incident->organisation);
  copy->organisation_en = g_strdup (incident->organisation_en);
  copy->contractor = g_strdup (incident->contractor);
  copy->cause = g_strdup (incident->cause);
  copy->source_uri = g_strdup (incident->source_uri);
  copy->source_kind = g_strdup (incident->source_kind);
  return copy;
}

void
jkb_incident_free (JkbIncident *incident)
{
  if (incident == NULL)
    return;
  g_free (incident->key);
  g_free (incident->title);
  g_free (incident->organisation);
  g_free (incident->organisation_en);
  g_free (incident->contractor);
  g_free (incident->cause);
  g_free (incident->source_uri);
  g_free (incident->source_kind);
  g_free (incident);
}

static gboolean
has_equal_texts (const JkbIncident *a, const JkbIncident *b)
{
  return g_strcmp0 (a->key, b->key) == 0
         && g_strcmp0 (a->title, b->title) == 0
         && g_strcmp0 (a->organisation, b->organisation) == 0
         && g_strcmp0 (a->organisation_en, b->organisation_en) == 0
         && g_strcmp0 (a->contractor, b->contractor) == 0
         && g_strcmp0 (a->country, b->country) == 0
         && g_strcmp0 (a->cause, b->cause) == 0
         && g_strcmp0 (a->source_uri, b->source_uri) == 0
         && g_strcmp0 (a->source_kind, b->source_kind) == 0;
}

static gboolean
has_equal_dates (const JkbIncident *a, const JkbIncident *b)
{
  return jkb_date_compare (a->occurred_from, b->occurred_from) == 0
         && jkb_date_compare (a->occurred_to, b->occurred_to) == 0
         && jkb_date_compare (a->discovered, b->discovered) == 0
         && jkb_date_compare (a->announced, b->announced) == 0
         && a->ppc.made == b->ppc.made && jkb_date_compare (a->ppc.date, b->ppc.date) == 0
         && a->police.made == b->police.made
         && jkb_date_compare (a->police.date, b->police.date) == 0;
}

gboolean
jkb_incident_equal (const JkbIncident *a, const JkbIncident *b)
{
  return a->id == b->id && has_equal_texts (a, b) && has_equal_dates (a, b)
         && a->sector == b->sector && a->type == b->type && a->types == b->types
         && a->circumstances == b->circumstances && a->data_items == b->data_items
         && a->people == b->people && a->people_qualifier == b->people_qualifier
         && a->records == b->records && a->records_qualifier == b->records_qualifier
         && a->status == b->status && a->encrypted == b->encrypted && a->review == b->review;
}

JkbDate
jkb_incident_date (const JkbIncident *incident)
{
  if (jkb_date_is_set (incident->announced))
    return incident->announced;
  if (jkb_date_is_set (incident->discovered))
    return incident->discovered;
  return incident->occurred_from;
}
