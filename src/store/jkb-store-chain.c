/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-store-chain.h"

#include "core/jkb-incident-facts.h"
#include "core/jkb-likeness.h"
#include "store/jkb-rows.h"
#include "store/jkb-summary.h"

/* Cases of one organisation that are looked at, the latest first. */
#define N_CASES_MAX 24

/* Of two cases that a person said are different, a report belongs to one only if its words are so much nearer. */
#define LEAD_MIN 0.1

/* Of a name, with each legal form before it, behind it and without one. */
#define N_FORMS 6

static void
add_name (GPtrArray *names, char *name)
{
  if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_free (name);
  else
    g_ptr_array_add (names, name);
}

/* The spellings under which a name is looked up: as printed, without its legal form, with others. */
static GPtrArray *
spell_name (const char *organisation)
{
  static const char *const forms[N_FORMS] = { "株式会社", "有限会社", "学校法人", "国立大学法人", "医療法人", "一般社団法人" };
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *bare = g_strdup (organisation);

  for (gsize i = 0; i < N_FORMS; i++)
    if (g_str_has_prefix (bare, forms[i]) || g_str_has_suffix (bare, forms[i]))
      {
        g_auto(GStrv) parts = g_strsplit (bare, forms[i], -1);
        g_autofree char *joined = g_strjoinv ("", parts);

        g_free (bare);
        bare = g_strdup (g_strstrip (joined));
      }
  add_name (names, g_strdup (organisation));
  add_name (names, g_strdup (bare));
  for (gsize i = 0; i < N_FORMS; i++)
    {
      add_name (names, g_strconcat (forms[i], bare, NULL));
      add_name (names, g_strconcat (bare, forms[i], NULL));
    }
  return names;
}

#define FIND_CASES(condition)                                                                     \
  "SELECT id, type, types, organisation FROM incident WHERE " condition " AND binned_us IS NULL"  \
  " AND EXISTS (SELECT 1 FROM incident_notice WHERE incident_id = incident.id)"                   \
  " ORDER BY id DESC LIMIT ?1"

/* A case that was found, and whether it need not be read whole. */
typedef struct
{
  gint64 id;
  gboolean is_ruled_out;
} Found;

/* Most cases need not be read whole. */
static gboolean
is_ruled_out (sqlite3_stmt *row, const JkbIncident *told)
{
  int type = jkb_word_value (JKB_WORDS_TYPE, (const char *) sqlite3_column_text (row, 1));

  return jkb_chain_rules_out (told, (JkbIncidentType) MAX (type, JKB_TYPE_UNKNOWN),
                              jkb_rows_read_bits (row, 2, JKB_WORDS_TYPE),
                              (const char *) sqlite3_column_text (row, 3));
}

static gboolean
take_found (JkbDb *db, sqlite3_stmt *row, const JkbIncident *told, GArray *found, GError **error)
{
  GError *failure = NULL;

  if (row == NULL)
    return FALSE;
  while (jkb_db_step (db, row, &failure))
    {
      Found here = { sqlite3_column_int64 (row, 0), is_ruled_out (row, told) };

      g_array_append_val (found, here);
    }
  return jkb_db_succeed (failure, error);
}

static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  const Found *x = a, *y = b;

  return x->id > y->id ? -1 : x->id < y->id;
}

static gboolean
has_case (const GArray *cases, gint64 id)
{
  for (guint i = 0; i < cases->len; i++)
    if (g_array_index (cases, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static void
add_latest (GArray *cases, GArray *found)
{
  g_array_sort (found, compare_latest_first);
  for (guint i = 0; i < MIN (found->len, N_CASES_MAX); i++)
    {
      const Found *here = &g_array_index (found, Found, i);

      if (!here->is_ruled_out && !has_case (cases, here->id))
        g_array_append_val (cases, here->id);
    }
}

/* Cases of the organisation, however its name is spelled. Each spelling is looked up by itself: for a list of them SQLite
 * would build a table, and another to put what it found in order. */
static gboolean
find_by_name (JkbDb *db, const char *organisation, const JkbIncident *told, GArray *cases, GError **error)
{
  g_autoptr(GPtrArray) spelled = spell_name (organisation);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));

  for (guint i = 0; i < spelled->len; i++)
    {
      sqlite3_stmt *row = jkb_db_query (db, error, FIND_CASES ("organisation = ?2"), "it", (gint64) N_CASES_MAX,
                                        spelled->pdata[i]);

      if (!take_found (db, row, told, found, error))
        return FALSE;
    }
  add_latest (cases, found);
  return TRUE;
}

/* JKB_COUNT_UNKNOWN stands for NULL. */
static gboolean
find_by_heading (JkbDb *db, const char *title, const JkbIncident *told, GArray *cases, GError **error)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  sqlite3_stmt *row = jkb_db_query (db, error, FIND_CASES ("title = ?2 AND people IS nullif (?3, -1)"), "iti",
                                    (gint64) N_CASES_MAX, title, told->people);

  if (!take_found (db, row, told, found, error))
    return FALSE;
  add_latest (cases, found);
  return TRUE;
}

/* The notice of a case whose words are the most alike. */
static gboolean
find_most_alike (JkbDb *db, gint64 incident_id, const JkbSketch *sketch, gint64 *item_id, double *likeness,
                 GError **error)
{
  GError *failure = NULL;
  sqlite3_stmt *row = jkb_db_query (db, error,
    "SELECT item.id, text FROM incident_notice JOIN item ON item.id = item_id WHERE incident_id = ?1", "i",
    incident_id);

  *item_id = 0;
  *likeness = 0;
  if (row == NULL)
    return FALSE;
  while (jkb_db_step (db, row, &failure))
    {
      JkbSketch other;
      double here;

      jkb_sketch_make ((const char *) sqlite3_column_text (row, 1), &other);
      here = jkb_sketch_compare (sketch, &other);
      if (*item_id != 0 && here <= *likeness)
        continue;
      *item_id = sqlite3_column_int64 (row, 0);
      *likeness = here;
    }
  return jkb_db_succeed (failure, error);
}

/* A case that a report may belong to. */
typedef struct
{
  gint64 incident_id;
  double likeness;
} Candidate;

/* Whether another candidate is about as near and was told apart from the one of @link by a person. Then the
 * rules have been wrong about these two before, and the report is left to the person too. */
static gboolean
find_doubt (JkbDb *db, const JkbChainLink *link, double likeness, const GArray *candidates, gint64 *doubt,
            GError **error)
{
  *doubt = 0;
  for (guint i = 0; i < candidates->len && !*doubt; i++)
    {
      const Candidate *other = &g_array_index (candidates, Candidate, i);

      if (other->incident_id != link->incident_id && other->likeness > likeness - LEAD_MIN
          && !jkb_db_get_int (db, doubt, error, "SELECT EXISTS (SELECT 1 FROM different"
                              " WHERE incident_id = min (?1, ?2) AND other_id = max (?1, ?2))", "ii",
                              link->incident_id, other->incident_id))
        return FALSE;
    }
  return TRUE;
}

static gboolean
judge_cases (JkbDb *db, const JkbItem *item, const JkbIncident *told, const GArray *cases, JkbChainLink *link,
             GError **error)
{
  double best = -1;
  gint64 doubt = 0;
  g_autoptr(GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  gboolean has_sketch = FALSE;
  JkbSketch sketch;

  for (guint i = 0; i < cases->len; i++)
    {
      gint64 incident_id = g_array_index (cases, gint64, i), item_id;
      g_autoptr(JkbIncident) incident = NULL;
      JkbChainVerdict verdict;
      double likeness;

      if (!jkb_summary_load (db, incident_id, &incident, error))
        return FALSE;
      /* Texts are compared only where the most alike would make a difference. */
      if (incident == NULL || jkb_chain_judge (told, incident, 1) == JKB_CHAIN_APART)
        continue;
      if (!has_sketch)
        jkb_sketch_make (item->text, &sketch);
      has_sketch = TRUE;
      if (!find_most_alike (db, incident_id, &sketch, &item_id, &likeness, error))
        return FALSE;
      verdict = jkb_chain_judge (told, incident, likeness);
      if (verdict != JKB_CHAIN_APART)
        g_array_append_vals (candidates, &(Candidate){ incident_id, likeness }, 1);
      if (verdict == JKB_CHAIN_APART || likeness <= best)
        continue;
      best = likeness;
      *link = (JkbChainLink){ verdict, incident_id, item_id };
    }
  if (link->verdict == JKB_CHAIN_GOES_ON && !find_doubt (db, link, best, candidates, &doubt, error))
    return FALSE;
  if (doubt)
    *link = (JkbChainLink){ JKB_CHAIN_APART, 0, 0 };
  return TRUE;
}

gboolean
jkb_store_chain_find (JkbDb *db, const JkbItem *item, JkbChainLink *link, GError **error)
{
  const char *organisation = jkb_item_value (item, JKB_FIELD_ORGANISATION);
  g_autoptr(GArray) cases = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(JkbIncident) told = jkb_incident_from_item (item);

  *link = (JkbChainLink){ JKB_CHAIN_APART, 0, 0 };
  if ((organisation != NULL && !find_by_name (db, organisation, told, cases, error))
      || (item->title != NULL && *item->title != '\0' && !find_by_heading (db, item->title, told, cases, error)))
    return FALSE;
  return judge_cases (db, item, told, cases, link, error);
}

gboolean
jkb_store_chain_join (JkbDb *db, gint64 item_id, const JkbItem *item, gint64 incident_id, GPtrArray **changes,
                      GError **error)
{
  g_autoptr(JkbIncident) told = jkb_incident_from_item (item);
  g_autoptr(JkbIncident) before = NULL;
  g_autoptr(JkbIncident) after = NULL;
  gboolean is_earlier;

  *changes = NULL;
  if (!jkb_summary_load (db, incident_id, &before, error))
    return FALSE;
  is_earlier = before != NULL && told->announced.year != 0 && before->announced.year != 0
               && jkb_date_compare (told->announced, before->announced) < 0;
  if (!jkb_db_run (db, error,
                   is_earlier ? "INSERT INTO incident_notice (item_id, incident_id, place) SELECT ?1, ?2,"
                                " min (place) - 1 FROM incident_notice WHERE incident_id = ?2"
                              : "INSERT INTO incident_notice (item_id, incident_id, place) SELECT ?1, ?2,"
                                " max (place) + 1 FROM incident_notice WHERE incident_id = ?2",
                   "ii", item_id, incident_id)
      || !jkb_db_run (db, error, "UPDATE incident SET review = 'unread' WHERE id = ?1 AND review = 'done'", "i",
                      incident_id)
      || !jkb_summary_refresh (db, incident_id, error) || !jkb_summary_load (db, incident_id, &after, error))
    return FALSE;
  if (before != NULL && after != NULL)
    *changes = jkb_chain_changes (before, after);
  return TRUE;
}
