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

JkbDate
jkb_incident_date (const JkbIncident *incident)
{
  if (jkb_date_is_set (incident->announced))
    return incident->announced;
  if (jkb_date_is_set (incident->discovered))
    return incident->discovered;
  return incident->occurred_from;
}
