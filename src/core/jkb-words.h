/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * The words of the domain (DESIGN: types, circumstances, data items, …) as enumerations with their
 * stable names. A name ("nick") is what files, JSON, SQL and the command line hold; it never
 * changes. Words shown to people are in the room `labels`.
 */

/** JkbIncidentType: the cause of an incident; 0 is "not said". */
typedef enum
{
  JKB_TYPE_UNKNOWN,
  JKB_TYPE_UNAUTHORIZED_ACCESS,
  JKB_TYPE_WEB_SKIMMING,
  JKB_TYPE_MALWARE_RANSOMWARE,
  JKB_TYPE_PHISHING_ACCOUNT_TAKEOVER,
  JKB_TYPE_VULNERABILITY_EXPLOIT,
  JKB_TYPE_MISDELIVERY,
  JKB_TYPE_MISCONFIGURATION_EXPOSURE,
  JKB_TYPE_LOST_MEDIA_DEVICE,
  JKB_TYPE_THEFT_PHYSICAL,
  JKB_TYPE_INSIDER_MISUSE,
  JKB_TYPE_WEB_DEFACEMENT,
  JKB_TYPE_DENIAL_OF_SERVICE,
  JKB_N_TYPES
} JkbIncidentType;

/** JkbCircumstance: what may stand beside the type; as bits `1u << value`. */
typedef enum
{
  JKB_CIRCUMSTANCE_CONTRACTOR,
  JKB_CIRCUMSTANCE_OVERSEAS_SUBSIDIARY,
  JKB_N_CIRCUMSTANCES
} JkbCircumstance;

/** JkbAffectedStatus: whether data of persons got out. Unknown is not none. */
typedef enum
{
  JKB_STATUS_UNKNOWN,
  JKB_STATUS_NONE,
  JKB_STATUS_POSSIBLE,
  JKB_STATUS_CONFIRMED,
  JKB_N_STATUSES
} JkbAffectedStatus;

/** JkbDataItem: a kind of data; as bits `1u << value`. */
typedef enum
{
  JKB_DATA_NAME,
  JKB_DATA_ADDRESS,
  JKB_DATA_PHONE,
  JKB_DATA_EMAIL,
  JKB_DATA_BIRTHDATE,
  JKB_DATA_GENDER,
  JKB_DATA_CARD_NUMBER,
  JKB_DATA_CARD_EXPIRY,
  JKB_DATA_CARD_CVV,
  JKB_DATA_CARD_HOLDER,
  JKB_DATA_PASSWORD,
  JKB_DATA_LOGIN_ID,
  JKB_DATA_BANK_ACCOUNT,
  JKB_DATA_MEDICAL,
  JKB_DATA_EMPLOYMENT,
  JKB_DATA_GRADES,
  JKB_DATA_MY_NUMBER,
  JKB_DATA_ID_DOCUMENT,
  JKB_DATA_PHOTO,
  JKB_DATA_PURCHASE_HISTORY,
  JKB_DATA_OTHER,
  JKB_N_DATA_ITEMS
} JkbDataItem;

/** JkbSector: the line of business of an organisation; 0 is "not known". */
typedef enum
{
  JKB_SECTOR_UNKNOWN,
  JKB_SECTOR_CENTRAL_GOVERNMENT,
  JKB_SECTOR_LOCAL_GOVERNMENT,
  JKB_SECTOR_EDUCATION,
  JKB_SECTOR_HEALTHCARE,
  JKB_SECTOR_FINANCE_INSURANCE,
  JKB_SECTOR_IT_TELECOM,
  JKB_SECTOR_MANUFACTURING,
  JKB_SECTOR_RETAIL_EC,
  JKB_SECTOR_LOGISTICS_TRANSPORT,
  JKB_SECTOR_ENERGY_UTILITIES,
  JKB_SECTOR_CONSTRUCTION_REALESTATE,
  JKB_SECTOR_MEDIA_ENTERTAINMENT,
  JKB_SECTOR_TRAVEL_HOSPITALITY,
  JKB_SECTOR_SERVICES,
  JKB_SECTOR_NONPROFIT,
  JKB_SECTOR_OTHER,
  JKB_N_SECTORS
} JkbSector;

/** JkbPhase: the part of the work on incidents in which a role acts. */
typedef enum
{
  JKB_PHASE_PREVENT,
  JKB_PHASE_DETECT,
  JKB_PHASE_RESPOND,
  JKB_PHASE_RECOVER,
  JKB_PHASE_GOVERN,
  JKB_N_PHASES
} JkbPhase;

/** JkbField: what a fact is about. The names are the keys of the JSON output. */
typedef enum
{
  JKB_FIELD_ORGANISATION,
  JKB_FIELD_CONTRACTOR,
  JKB_FIELD_INCIDENT_TYPE,              /* the first is primary, further ones stand beside it */
  JKB_FIELD_CIRCUMSTANCES,
  JKB_FIELD_AFFECTED_PEOPLE,
  JKB_FIELD_AFFECTED_RECORDS,
  JKB_FIELD_AFFECTED_STATUS,
  JKB_FIELD_COUNTS,                     /* any figure found, with unit, qualifier and role */
  JKB_FIELD_OCCURRED_FROM,
  JKB_FIELD_OCCURRED_TO,
  JKB_FIELD_DISCOVERED,
  JKB_FIELD_ANNOUNCED,
  JKB_FIELD_REPORTED_PPC,               /* a date, or "yes" */
  JKB_FIELD_REPORTED_POLICE,            /* a date, or "yes" */
  JKB_FIELD_DATES,                      /* any date found, with its role */
  JKB_FIELD_DATA_ITEMS,
  JKB_FIELD_ENCRYPTED,                  /* "yes" or "no" */
  JKB_FIELD_COUNTRY,                    /* ISO 3166-1 alpha-2 */
  JKB_N_FIELDS
} JkbField;

/** JkbCountQualifier: how exact a printed figure claims to be. */
typedef enum
{
  JKB_QUALIFIER_EXACT,
  JKB_QUALIFIER_ABOUT,
  JKB_QUALIFIER_AT_LEAST,
  JKB_QUALIFIER_AT_MOST,
  JKB_QUALIFIER_MORE_THAN,
  JKB_QUALIFIER_LESS_THAN,
  JKB_N_QUALIFIERS
} JkbCountQualifier;

/** JkbCountRole: what a figure counts. */
typedef enum
{
  JKB_COUNT_OTHER,                      /* households, companies, files, money, … */
  JKB_COUNT_TOTAL,
  JKB_COUNT_PART,
  JKB_COUNT_SENT,                       /* mails or letters sent */
  JKB_N_COUNT_ROLES
} JkbCountRole;

/** JkbDateRole: what happened on a date. */
typedef enum
{
  JKB_DATE_OTHER,
  JKB_DATE_BEGAN,
  JKB_DATE_ENDED,
  JKB_DATE_DISCOVERED,
  JKB_DATE_ANNOUNCED,
  JKB_DATE_REPORTED_PPC,
  JKB_DATE_REPORTED_POLICE,
  JKB_DATE_SURVEY_FINISHED,
  JKB_DATE_FOLLOW_UP_REPORT,
  JKB_DATE_RESPONSE,                    /* stopped a service, cut a network, told persons */
  JKB_DATE_DECOY,                       /* retention, membership, fiscal years, page updates */
  JKB_N_DATE_ROLES
} JkbDateRole;

/** JkbFactState: who stands behind a value. */
typedef enum
{
  JKB_FACT_READ,
  JKB_FACT_CONFIRMED,
  JKB_FACT_CORRECTED,
  JKB_FACT_REJECTED,
  JKB_N_FACT_STATES
} JkbFactState;

/** JkbVocabulary: names one enumeration for jkb_word_nick() and jkb_word_value(). */
typedef enum
{
  JKB_WORDS_TYPE,
  JKB_WORDS_CIRCUMSTANCE,
  JKB_WORDS_STATUS,
  JKB_WORDS_DATA_ITEM,
  JKB_WORDS_SECTOR,
  JKB_WORDS_PHASE,
  JKB_WORDS_FIELD,
  JKB_WORDS_QUALIFIER,
  JKB_WORDS_COUNT_ROLE,
  JKB_WORDS_DATE_ROLE,
  JKB_WORDS_FACT_STATE,
  JKB_N_VOCABULARIES
} JkbVocabulary;

/**
 * jkb_word_count:
 * @vocabulary: an enumeration
 *
 * Any thread. Returns: how many values it has
 */
int jkb_word_count (JkbVocabulary vocabulary);

/**
 * jkb_word_nick:
 * @vocabulary: an enumeration
 * @value: one of its values
 *
 * Any thread. Returns: (transfer none): the stable name of @value, e.g. `web_skimming`
 */
const char *jkb_word_nick (JkbVocabulary vocabulary, int value);

/**
 * jkb_word_value:
 * @vocabulary: an enumeration
 * @nick: (nullable): a stable name
 *
 * Any thread. Returns: the value of that name, -1 if there is none
 */
int jkb_word_value (JkbVocabulary vocabulary, const char *nick);
