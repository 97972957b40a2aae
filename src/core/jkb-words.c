/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/jkb-words.h"

#include <string.h>

static const char *const type_nicks[JKB_N_TYPES] = {
  "unknown", "unauthorized_access", "web_skimming", "malware_ransomware",
  "phishing_account_takeover", "vulnerability_exploit", "misdelivery",
  "misconfiguration_exposure", "lost_media_device", "theft_physical", "insider_misuse",
  "web_defacement", "denial_of_service",
};
static const char *const circumstance_nicks[JKB_N_CIRCUMSTANCES] = {
  "contractor", "overseas_subsidiary",
};
static const char *const status_nicks[JKB_N_STATUSES] = {
  "unknown", "none", "possible", "confirmed",
};
static const char *const data_item_nicks[JKB_N_DATA_ITEMS] = {
  "name", "address", "phone", "email", "birthdate", "gender", "card_number", "card_expiry",
  "card_cvv", "card_holder", "password", "login_id", "bank_account", "medical", "employment",
  "grades", "my_number", "id_document", "photo", "purchase_history", "other",
};
static const char *const sector_nicks[JKB_N_SECTORS] = {
  "unknown", "central_government", "local_government", "education", "healthcare",
  "finance_insurance", "it_telecom", "manufacturing", "retail_ec", "logistics_transport",
  "energy_utilities", "construction_realestate", "media_entertainment", "travel_hospitality",
  "services", "nonprofit", "other",
};
static const char *const phase_nicks[JKB_N_PHASES] = {
  "prevent", "detect", "respond", "recover", "govern",
};
static const char *const field_nicks[JKB_N_FIELDS] = {
  "organisation", "contractor", "incident_type", "circumstances", "affected_people",
  "affected_records", "affected_status", "counts", "occurred_from", "occurred_to", "discovered",
  "announced", "reported_ppc", "reported_police", "dates", "data_items", "encrypted", "country",
};
static const char *const qualifier_nicks[JKB_N_QUALIFIERS] = {
  "exact", "about", "at_least", "at_most", "more_than", "less_than",
};
static const char *const count_role_nicks[JKB_N_COUNT_ROLES] = {
  "other", "total", "part", "sent",
};
static const char *const date_role_nicks[JKB_N_DATE_ROLES] = {
  "other", "began", "ended", "discovered", "announced", "reported_ppc", "reported_police",
  "survey_finished", "follow_up_report", "response", "decoy",
};
static const char *const fact_state_nicks[JKB_N_FACT_STATES] = {
  "read", "confirmed", "corrected", "rejected",
};

static const struct
{
  const char *const *nicks;
  int n_nicks;
} vocabularies[JKB_N_VOCABULARIES] = {
  [JKB_WORDS_TYPE] = { type_nicks, JKB_N_TYPES },
  [JKB_WORDS_CIRCUMSTANCE] = { circumstance_nicks, JKB_N_CIRCUMSTANCES },
  [JKB_WORDS_STATUS] = { status_nicks, JKB_N_STATUSES },
  [JKB_WORDS_DATA_ITEM] = { data_item_nicks, JKB_N_DATA_ITEMS },
  [JKB_WORDS_SECTOR] = { sector_nicks, JKB_N_SECTORS },
  [JKB_WORDS_PHASE] = { phase_nicks, JKB_N_PHASES },
  [JKB_WORDS_FIELD] = { field_nicks, JKB_N_FIELDS },
  [JKB_WORDS_QUALIFIER] = { qualifier_nicks, JKB_N_QUALIFIERS },
  [JKB_WORDS_COUNT_ROLE] = { count_role_nicks, JKB_N_COUNT_ROLES },
  [JKB_WORDS_DATE_ROLE] = { date_role_nicks, JKB_N_DATE_ROLES },
  [JKB_WORDS_FACT_STATE] = { fact_state_nicks, JKB_N_FACT_STATES },
};

int
jkb_word_count (JkbVocabulary vocabulary)
{
  g_return_val_if_fail (vocabulary < JKB_N_VOCABULARIES, 0);

  return vocabularies[vocabulary].n_nicks;
}

const char *
jkb_word_nick (JkbVocabulary vocabulary, int value)
{
  g_return_val_if_fail (vocabulary < JKB_N_VOCABULARIES, NULL);
  g_return_val_if_fail (value >= 0 && value < vocabularies[vocabulary].n_nicks, NULL);

  return vocabularies[vocabulary].nicks[value];
}

int
jkb_word_value (JkbVocabulary vocabulary, const char *nick)
{
  g_return_val_if_fail (vocabulary < JKB_N_VOCABULARIES, -1);

  for (int i = 0; nick != NULL && i < vocabularies[vocabulary].n_nicks; i++)
    if (strcmp (vocabularies[vocabulary].nicks[i], nick) == 0)
      return i;
  return -1;
}
