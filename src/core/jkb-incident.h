/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-date.h"
#include "core/jkb-words.h"

/** The value of a count that is not known. Zero is a statement of its own. */
#define JKB_COUNT_UNKNOWN ((gint64) -1)

/**
 * JkbReport:
 * @made: the report was made
 * @date: when, or %JKB_DATE_NONE
 *
 * A report to an authority; not @made means that the text does not say so.
 */
typedef struct
{
  gboolean made;
  JkbDate date;
} JkbReport;

/** JkbTriState: a yes, a no, or nothing said. */
typedef enum
{
  JKB_NOT_SAID,
  JKB_NO,
  JKB_YES,
} JkbTriState;

/** JkbReviewState: how far a person has looked at a case. */
typedef enum
{
  JKB_REVIEW_BUNDLED,                   /* came with the program */
  JKB_REVIEW_UNREAD,                    /* imported, nobody has looked yet */
  JKB_REVIEW_DONE,                      /* a person confirmed or corrected it */
} JkbReviewState;

/**
 * JkbIncident:
 * @id: number in the casebook, above 0; 0 when it is not stored yet
 * @key: (nullable): stable name, e.g. the serial `2024-033`
 * @title: (nullable): heading of its first notice
 * @organisation: (nullable): as printed, Japanese where known
 * @organisation_en: (nullable): English name
 * @contractor: (nullable): where it happened, when that was a contractor
 * @sector: line of business
 * @country: ISO 3166-1 alpha-2, empty when not known
 * @type: primary type
 * @types: bits of all types, the primary included
 * @circumstances: bits of #JkbCircumstance
 * @cause: (nullable): short wording of the cause
 * @people: persons affected, or %JKB_COUNT_UNKNOWN
 * @people_qualifier: how exact @people is
 * @records: records affected, or %JKB_COUNT_UNKNOWN
 * @records_qualifier: how exact @records is
 * @status: whether data of persons got out
 * @data_items: bits of #JkbDataItem
 * @occurred_from: first day
 * @occurred_to: last day
 * @discovered: when the organisation learned of it
 * @announced: date of the first notice
 * @ppc: report to the PPC
 * @police: report to the police
 * @encrypted: whether the data were encrypted or locked
 * @source_uri: (nullable): where the notice was read; a link, never opened by itself
 * @source_kind: (nullable): `page`, `news`, `repost`, or the kind of the imported source
 * @review: how far a person has looked at it
 * @revision: the last change of it in the casebook that it was read from, 0 when it was not read from one;
 *   says nothing about the case, so it does not count when cases are compared
 *
 * The case: what all its notices say together. Strings are owned, valid UTF-8.
 */
typedef struct
{
  gint64 id;
  char *key;
  char *title;
  char *organisation;
  char *organisation_en;
  char *contractor;
  JkbSector sector;
  char country[3];
  JkbIncidentType type;
  guint32 types;
  guint32 circumstances;
  char *cause;
  gint64 people;
  JkbCountQualifier people_qualifier;
  gint64 records;
  JkbCountQualifier records_qualifier;
  JkbAffectedStatus status;
  guint32 data_items;
  JkbDate occurred_from;
  JkbDate occurred_to;
  JkbDate discovered;
  JkbDate announced;
  JkbReport ppc;
  JkbReport police;
  JkbTriState encrypted;
  char *source_uri;
  char *source_kind;
  JkbReviewState review;
  gint64 revision;
} JkbIncident;

/**
 * jkb_incident_new:
 *
 * Any thread. Returns: (transfer full): a case of which nothing is known
 */
JkbIncident *jkb_incident_new (void);

/**
 * jkb_incident_copy:
 * @incident: a case
 *
 * Any thread. Returns: (transfer full): an equal case
 */
JkbIncident *jkb_incident_copy (const JkbIncident *incident);

/**
 * jkb_incident_free:
 * @incident: (nullable) (transfer full): a case
 *
 * Any thread.
 */
void jkb_incident_free (JkbIncident *incident);

/**
 * jkb_incident_equal:
 * @a: a case
 * @b: a case
 *
 * Any thread. Returns: %TRUE if both say the same in everything
 */
gboolean jkb_incident_equal (const JkbIncident *a, const JkbIncident *b);

/**
 * jkb_incident_date:
 * @incident: a case
 *
 * The date that tables and time charts put the case at: announced, else discovered, else the first
 * day of the incident, whichever is known first. Any thread.
 *
 * Returns: that date, or %JKB_DATE_NONE
 */
JkbDate jkb_incident_date (const JkbIncident *incident);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbIncident, jkb_incident_free)
