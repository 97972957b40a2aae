/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-cases.h"

static const char *const pieces[] = {
  "紛", "失", "紛失", "漏えい", "漏洩", "情報", "個人情報", "サーバ", "サーバー", "ー", "メール",
  "ﾒｰﾙ", "の", "。", "、", " ", "　", "\n", "USB", "ＵＳＢ", "a", "B", "1", "１", "%", "_", "\"",
  "髙", "高", "麒麟", "-", "—", "(", "株", "㈱", "誤送信", "クレジットカード", "…", "ヘ", "へ",
};

static int
pick (int n)
{
  return g_test_rand_int_range (0, n);
}

char *
random_text (int n_pieces)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n_pieces; i++)
    g_string_append (text, pieces[pick ((int) G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static JkbDate
random_date (void)
{
  JkbDate date = { (gint16) (2018 + pick (8)), (guint8) pick (13), 0 };

  if (pick (4) == 0)
    return JKB_DATE_NONE;
  if (date.month != 0)
    date.day = (guint8) pick (29);
  if (date.month != 0 && pick (8) == 0)
    date.year = 0;
  return date;
}

static gint64
random_count (void)
{
  static const gint64 limits[] = { 1, 2, 12, 120, 5000, 200000, 90000000, G_MAXINT32 };

  return pick (3) == 0 ? JKB_COUNT_UNKNOWN
                       : pick ((int) limits[pick ((int) G_N_ELEMENTS (limits))]);
}

static char *
random_string (int n_pieces)
{
  return pick (5) == 0 ? NULL : random_text (1 + pick (n_pieces));
}

JkbIncident *
random_case (gint64 id)
{
  static const char *const kinds[] = { NULL, "page", "news", "html" };
  JkbIncident *incident = jkb_incident_new ();

  incident->id = id;
  incident->key = pick (3) == 0 ? NULL : g_strdup_printf ("20%02d-%03d", pick (26), pick (300));
  incident->title = random_string (5);
  incident->organisation = random_string (2);
  incident->organisation_en = random_string (2);
  incident->contractor = random_string (2);
  incident->cause = random_string (3);
  incident->type = (JkbIncidentType) pick (JKB_N_TYPES);
  incident->types = 1u << incident->type;
  incident->circumstances = (guint32) pick (1 << JKB_N_CIRCUMSTANCES);
  incident->sector = (JkbSector) pick (JKB_N_SECTORS);
  incident->status = (JkbAffectedStatus) pick (JKB_N_STATUSES);
  incident->data_items = pick (3) == 0 ? 0 : (guint32) pick (1 << JKB_N_DATA_ITEMS);
  incident->people = random_count ();
  incident->people_qualifier = (JkbCountQualifier) pick (JKB_N_QUALIFIERS);
  incident->records = random_count ();
  if (incident->records > 0 && pick (4) == 0)       /* more than 32 bits hold */
    incident->records += (gint64) (1 + pick (3)) << 32;
  incident->records_qualifier = (JkbCountQualifier) pick (JKB_N_QUALIFIERS);
  incident->occurred_from = random_date ();
  incident->discovered = random_date ();
  incident->announced = random_date ();
  incident->review = (JkbReviewState) pick (JKB_REVIEW_DONE + 1);
  incident->source_kind = g_strdup (kinds[pick ((int) G_N_ELEMENTS (kinds))]);
  return incident;
}
