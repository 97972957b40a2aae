/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Encryption protects the data when it was there before. It counts where the incident is told, and
 * only when data of persons were concerned or a medium was lost: that the passwords of members are
 * stored in encrypted form elsewhere says nothing. With malware, what is encrypted is the victim's
 * own data, unless it is passwords that are.
 */
#include "extract/jkb-read-encryption.h"

#include <string.h>

#define PLACES_MAX 3

static gboolean
is_type (const JkbItem *item, JkbIncidentType type)
{
  return jkb_word_value (JKB_WORDS_TYPE, jkb_item_value (item, JKB_FIELD_INCIDENT_TYPE))
         == (int) type;
}

static gboolean
is_concerned (const JkbItem *item)
{
  const char *status = jkb_item_value (item, JKB_FIELD_AFFECTED_STATUS);

  return g_strcmp0 (status, jkb_word_nick (JKB_WORDS_STATUS, JKB_STATUS_NONE)) != 0
         || jkb_item_find (item, JKB_FIELD_DATA_ITEMS) != NULL;
}

static gboolean
speaks_of_password (const JkbDoc *doc, const JkbHit *hit)
{
  return g_strstr_len (doc->normal->text + hit->span.begin,
                       (gssize) (hit->span.end - hit->span.begin), "パスワード")
             != NULL
         || strstr (hit->term->text, "ハッシュ") != NULL;
}

static gboolean
counts (const JkbDoc *doc, const JkbItem *item, const JkbHit *hit)
{
  guint claims = jkb_doc_claims_at (doc, hit->span.begin);

  switch (jkb_doc_section_at (doc, hit->span.begin)->role)
    {
    case JKB_SECTION_REQUEST:
    case JKB_SECTION_PREVENTION:
    case JKB_SECTION_CONTACT:
    case JKB_SECTION_ABOUT:
      return FALSE;
    default:
      break;
    }
  if (claims & (JKB_CLAIM_REQUEST | JKB_CLAIM_PLANNED | JKB_CLAIM_PREVENTION | JKB_CLAIM_GENERAL))
    return FALSE;
  return !is_type (item, JKB_TYPE_MALWARE_RANSOMWARE) || speaks_of_password (doc, hit);
}

/* パスワードロックなどはかけられていなかった: what was missing, however far the verb. */
static gboolean
is_missing (const JkbDoc *doc, const JkbHit *hit)
{
  static const char *const negations[] = { "なかった", "ておらず", "ておりません", "ていない", "ていません", "せず", "されず",
                                            "われず", "なし", "怠" };
  JkbSpan rest = jkb_doc_rest_of_clause (doc, hit->span.end);

  for (guint i = 0; i < G_N_ELEMENTS (negations); i++)
    if (g_strstr_len (doc->normal->text + rest.begin, (gssize) (rest.end - rest.begin), negations[i])
        != NULL)
      return TRUE;
  return FALSE;
}

static int
read_value (const JkbDoc *doc, const JkbHit *hit)
{
  if (hit->term->value == JKB_ENCRYPTION_TERM_YES && is_missing (doc, hit))
    return JKB_ENCRYPTION_TERM_NO;
  return hit->term->value;
}

void
jkb_read_encryption (const JkbDoc *doc, JkbItem *item)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ENCRYPTION, jkb_doc_whole (doc), &n_hits);
  int value = -1;
  guint n_places = 0;

  if (!is_concerned (item))
    return;
  for (guint i = 0; i < n_hits && n_places < PLACES_MAX; i++)
    {
      if (!counts (doc, item, &hits[i]) || (value >= 0 && read_value (doc, &hits[i]) != value))
        continue;
      value = read_value (doc, &hits[i]);
      n_places++;
      jkb_doc_add (doc, item,
                   jkb_fact_new (JKB_FIELD_ENCRYPTED,
                                 value == JKB_ENCRYPTION_TERM_YES ? "yes" : "no", hits[i].span,
                                 "encryption-words", 0.85));
    }
}
