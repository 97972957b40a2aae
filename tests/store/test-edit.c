/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "casebook.h"

typedef struct
{
  char *folder;
  JkbStore *store;
  gint64 id;                            /* of a case with a notice */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr(JkbSource) source = casebook_source ("page", 1, 2, "a");
  g_autoptr(GArray) added = NULL;
  g_autoptr(GError) error = NULL;

  fixture->folder = casebook_folder ();
  path = g_build_filename (fixture->folder, "casebook.sqlite3", NULL);
  fixture->store = jkb_store_open (path, JKB_STORE_CREATE, NULL, &error);
  g_assert_no_error (error);
  added = jkb_store_add_source (fixture->store, source, 1, NULL, &error);
  g_assert_no_error (error);
  fixture->id = g_array_index (added, JkbAddedItem, 1).incident_id;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  casebook_assert_good (fixture->store);
  g_clear_object (&fixture->store);
  casebook_remove (fixture->folder);
}

static void
edit (JkbStore *store, JkbEdit what)
{
  g_autoptr(GError) error = NULL;

  jkb_store_edit (store, &what, 1, NULL, &error);
  g_assert_no_error (error);
}

static void
refuse (JkbStore *store, JkbEdit what)
{
  g_autofree char *before = casebook_dump (store);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (jkb_store_edit (store, &what, 1, NULL, &error));
  g_assert_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_INVALID);
  after = casebook_dump (store);
  g_assert_cmpstr (before, ==, after);
}

static JkbCaseFile *
load (JkbStore *store, gint64 id)
{
  g_autoptr(GError) error = NULL;
  JkbCaseFile *file;

  jkb_store_load_case (store, id, &file, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (file);
  return file;
}

static gint64
find_fact (JkbStore *store, gint64 id, JkbField field)
{
  g_autoptr(JkbCaseFile) file = load (store, id);

  return jkb_case_file_find (file, field)->id;
}

static void
test_correct (Fixture *fixture, gconstpointer data)
{
  gint64 fact = find_fact (fixture->store, fixture->id, JKB_FIELD_AFFECTED_PEOPLE);
  g_autoptr(JkbCaseFile) file = NULL;
  const JkbCaseFact *found;

  edit (fixture->store, (JkbEdit){ JKB_EDIT_FACT, .fact_id = fact, .state = JKB_FACT_CORRECTED, .value = "20",
                                   .qualifier = JKB_QUALIFIER_ABOUT });
  file = load (fixture->store, fixture->id);
  g_assert_cmpint (file->incident->people, ==, 20);
  g_assert_cmpint (file->incident->people_qualifier, ==, JKB_QUALIFIER_ABOUT);
  found = jkb_case_file_find (file, JKB_FIELD_AFFECTED_PEOPLE);
  g_assert_cmpint (found->id, ==, fact);
  g_assert_cmpstr (found->read_value, ==, "2");
  g_assert_cmpuint (found->fact->span.end, >, found->fact->span.begin);
  g_clear_pointer (&file, jkb_case_file_free);

  edit (fixture->store, (JkbEdit){ JKB_EDIT_FACT, .fact_id = fact, .state = JKB_FACT_CORRECTED, .value = "30" });
  edit (fixture->store, (JkbEdit){ JKB_EDIT_FACT, .fact_id = fact, .state = JKB_FACT_READ });
  file = load (fixture->store, fixture->id);
  g_assert_cmpint (file->incident->people, ==, 2);
  g_assert_cmpint (file->incident->people_qualifier, ==, JKB_QUALIFIER_EXACT);
  g_assert_null (jkb_case_file_find (file, JKB_FIELD_AFFECTED_PEOPLE)->read_value);
}

/* Saying what was read is no correction. */
static void
test_correct_to_same (Fixture *fixture, gconstpointer data)
{
  gint64 fact = find_fact (fixture->store, fixture->id, JKB_FIELD_AFFECTED_PEOPLE);
  g_autoptr(JkbCaseFile) file = NULL;

  edit (fixture->store, (JkbEdit){ JKB_EDIT_FACT, .fact_id = fact, .state = JKB_FACT_CORRECTED, .value = "5" });
  edit (fixture->store, (JkbEdit){ JKB_EDIT_FACT, .fact_id = fact, .state = JKB_FACT_CORRECTED, .value = "2" });
  file = load (fixture->store, fixture->id);
  g_assert_cmpint (jkb_case_file_find (file, JKB_FIELD_AFFECTED_PEOPLE)->fact->state, ==, JKB_FACT_CONFIRMED);
  g_assert_null (jkb_case_file_find (file, JKB_FIELD_AFFECTED_PEOPLE)->read_value);
}

static void
test_reject (Fixture *fixture, gconstpointer data)
{
  gint64 fact = find_fact (fixture->store, fixture->id, JKB_FIELD_AFFECTED_PEOPLE);
  g_autoptr(JkbCaseFile) file = NULL;
  const JkbCaseFact *last = NULL;

  edit (fixture->store, (JkbEdit){ JKB_EDIT_FACT, .fact_id = fact, .state = JKB_FACT_REJECTED });
  file = load (fixture->store, fixture->id);
  g_assert_cmpint (file->incident->people, ==, JKB_COUNT_UNKNOWN);
  g_assert_null (jkb_case_file_find (file, JKB_FIELD_AFFECTED_PEOPLE));
  for (guint i = 0; i < file->facts->len; i++)
    if (((const JkbCaseFact *) file->facts->pdata[i])->fact->field == JKB_FIELD_AFFECTED_PEOPLE)
      last = file->facts->pdata[i];
  g_assert_cmpint (last->id, ==, fact);
  edit (fixture->store, (JkbEdit){ JKB_EDIT_FACT, .fact_id = fact, .state = JKB_FACT_CONFIRMED });
  g_clear_pointer (&file, jkb_case_file_free);
  file = load (fixture->store, fixture->id);
  g_assert_cmpint (file->incident->people, ==, 2);
}

static void
test_own_word (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbCaseFile) file = NULL;
  gint64 own;

  edit (fixture->store, (JkbEdit){ JKB_EDIT_VALUE, .incident_id = fixture->id, .field = JKB_FIELD_INCIDENT_TYPE,
                                   .value = "misdelivery" });
  edit (fixture->store, (JkbEdit){ JKB_EDIT_VALUE, .incident_id = fixture->id, .field = JKB_FIELD_AFFECTED_PEOPLE,
                                   .value = "7", .qualifier = JKB_QUALIFIER_AT_MOST });
  edit (fixture->store, (JkbEdit){ JKB_EDIT_VALUE, .incident_id = fixture->id, .field = JKB_FIELD_AFFECTED_PEOPLE,
                                   .value = "8" });
  file = load (fixture->store, fixture->id);
  g_assert_cmpint (file->incident->type, ==, JKB_TYPE_MISDELIVERY);
  g_assert_cmpuint (file->incident->types, ==, 1u << JKB_TYPE_MISDELIVERY | 1u << JKB_TYPE_WEB_SKIMMING);
  g_assert_cmpint (file->incident->people, ==, 8);
  g_assert_cmpint (file->incident->people_qualifier, ==, JKB_QUALIFIER_EXACT);
  own = jkb_case_file_find (file, JKB_FIELD_AFFECTED_PEOPLE)->id;
  g_assert_cmpint (jkb_case_file_find (file, JKB_FIELD_AFFECTED_PEOPLE)->notice_id, ==, 0);
  g_assert_cmpstr (jkb_case_file_find (file, JKB_FIELD_AFFECTED_PEOPLE)->fact->rule, ==, "person");

  edit (fixture->store, (JkbEdit){ JKB_EDIT_FACT, .fact_id = own, .state = JKB_FACT_CORRECTED, .value = "9" });
  edit (fixture->store, (JkbEdit){ JKB_EDIT_FACT, .fact_id = own, .state = JKB_FACT_CONFIRMED });
  g_clear_pointer (&file, jkb_case_file_free);
  file = load (fixture->store, fixture->id);
  g_assert_cmpint (file->incident->people, ==, 9);
  edit (fixture->store, (JkbEdit){ JKB_EDIT_FACT, .fact_id = own, .state = JKB_FACT_READ });
  g_clear_pointer (&file, jkb_case_file_free);
  file = load (fixture->store, fixture->id);
  g_assert_cmpint (file->incident->people, ==, 7);
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  gint64 fact = find_fact (fixture->store, fixture->id, JKB_FIELD_ORGANISATION);
  g_autoptr(JkbCaseFile) file = NULL;
  const JkbCaseChange *change;

  edit (fixture->store, (JkbEdit){ JKB_EDIT_FACT, .fact_id = fact, .state = JKB_FACT_CORRECTED, .value = "架空商事" });
  edit (fixture->store, (JkbEdit){ JKB_EDIT_DETAIL, .incident_id = fixture->id, .detail = JKB_DETAIL_CAUSE,
                                   .value = "置き忘れ" });
  file = load (fixture->store, fixture->id);
  g_assert_cmpuint (file->history->len, ==, 2);
  change = g_ptr_array_index (file->history, 0);
  g_assert_cmpstr (change->who, ==, "person");
  g_assert_cmpstr (change->what, ==, "organisation");
  g_assert_cmpstr (change->old_value, ==, "架空物産1株式会社");
  g_assert_cmpstr (change->new_value, ==, "架空商事");
  g_assert_cmpint (change->old_state, ==, JKB_FACT_READ);
  g_assert_cmpint (change->new_state, ==, JKB_FACT_CORRECTED);
  g_assert_cmpint (change->at_us, >, 0);
  change = g_ptr_array_index (file->history, 1);
  g_assert_cmpstr (change->what, ==, "cause");
  g_assert_null (change->old_value);
  g_assert_cmpint (change->old_state, ==, -1);
}

static void
test_details (Fixture *fixture, gconstpointer data)
{
  static const char *const values[JKB_N_DETAILS] = { "題", "Kakuu", "education", "原因", "'; DROP TABLE fact; --" };
  g_autoptr(JkbCaseFile) file = NULL;

  for (int i = 0; i < JKB_N_DETAILS; i++)
    edit (fixture->store, (JkbEdit){ JKB_EDIT_DETAIL, .incident_id = fixture->id, .detail = i, .value = values[i] });
  file = load (fixture->store, fixture->id);
  g_assert_cmpstr (file->incident->title, ==, "題");
  g_assert_cmpstr (file->incident->organisation_en, ==, "Kakuu");
  g_assert_cmpint (file->incident->sector, ==, JKB_SECTOR_EDUCATION);
  g_assert_cmpstr (file->incident->cause, ==, "原因");
  g_assert_cmpstr (file->notes, ==, values[JKB_DETAIL_NOTES]);
  edit (fixture->store, (JkbEdit){ JKB_EDIT_DETAIL, .incident_id = fixture->id, .detail = JKB_DETAIL_NOTES });
  g_clear_pointer (&file, jkb_case_file_free);
  file = load (fixture->store, fixture->id);
  g_assert_null (file->notes);
}

static void
test_reviewed (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbCaseFile) file = NULL;

  edit (fixture->store, (JkbEdit){ JKB_EDIT_FACT, .state = JKB_FACT_CONFIRMED,
                                   .fact_id = find_fact (fixture->store, fixture->id, JKB_FIELD_ORGANISATION) });
  file = load (fixture->store, fixture->id);
  g_assert_cmpint (file->incident->review, ==, JKB_REVIEW_UNREAD);
  edit (fixture->store, (JkbEdit){ JKB_EDIT_REVIEWED, .incident_id = fixture->id });
  g_clear_pointer (&file, jkb_case_file_free);
  file = load (fixture->store, fixture->id);
  g_assert_cmpint (file->incident->review, ==, JKB_REVIEW_DONE);
}

static void
test_bin (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbCaseFile) before = load (fixture->store, fixture->id);
  g_autoptr(JkbCaseFile) file = NULL;
  g_autoptr(GPtrArray) left = NULL;
  g_autoptr(GPtrArray) bin = NULL;
  JkbStoreCounts counts;

  edit (fixture->store, (JkbEdit){ JKB_EDIT_DELETE, .incident_id = fixture->id });
  left = jkb_store_load_incidents (fixture->store, &fixture->id, 1, NULL, NULL);
  bin = jkb_store_load_bin (fixture->store, NULL, NULL);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_cmpuint (bin->len, ==, 1);
  jkb_store_count (fixture->store, &counts, NULL, NULL);
  g_assert_cmpint (counts.incidents, ==, 1);
  g_assert_cmpint (counts.binned, ==, 1);
  file = load (fixture->store, fixture->id);
  g_assert_true (file->binned);
  g_clear_pointer (&file, jkb_case_file_free);
  edit (fixture->store, (JkbEdit){ JKB_EDIT_RESTORE, .incident_id = fixture->id });
  file = load (fixture->store, fixture->id);
  g_assert_false (file->binned);
  g_assert_true (jkb_incident_equal (file->incident, before->incident));
  g_assert_cmpuint (file->history->len, ==, 2);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    JkbField field;
    const char *value;
  } bad[] = {
    { JKB_FIELD_AFFECTED_PEOPLE, "-1" }, { JKB_FIELD_AFFECTED_PEOPLE, "many" }, { JKB_FIELD_DISCOVERED, "yes" },
    { JKB_FIELD_DISCOVERED, "2024-02-30" }, { JKB_FIELD_INCIDENT_TYPE, "weather" }, { JKB_FIELD_ENCRYPTED, "maybe" },
    { JKB_FIELD_ORGANISATION, "" }, { JKB_FIELD_ORGANISATION, "\xff" }, { JKB_FIELD_REPORTED_PPC, "no" },
    { JKB_FIELD_COUNTRY, "japan" }, { JKB_FIELD_DATA_ITEMS, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    refuse (fixture->store, (JkbEdit){ JKB_EDIT_VALUE, .incident_id = fixture->id, .field = bad[i].field,
                                       .value = bad[i].value });
  refuse (fixture->store, (JkbEdit){ JKB_EDIT_VALUE, .incident_id = 99, .field = JKB_FIELD_ORGANISATION, .value = "a" });
  refuse (fixture->store, (JkbEdit){ JKB_EDIT_FACT, .fact_id = 9999, .state = JKB_FACT_CONFIRMED });
  refuse (fixture->store, (JkbEdit){ JKB_EDIT_FACT, .state = JKB_FACT_CORRECTED, .value = "none",
                                     .fact_id = find_fact (fixture->store, fixture->id, JKB_FIELD_AFFECTED_PEOPLE) });
  refuse (fixture->store, (JkbEdit){ JKB_EDIT_DETAIL, .incident_id = 99, .detail = JKB_DETAIL_TITLE, .value = "a" });
  refuse (fixture->store, (JkbEdit){ JKB_EDIT_DETAIL, .incident_id = fixture->id, .detail = JKB_DETAIL_SECTOR });
  refuse (fixture->store, (JkbEdit){ JKB_EDIT_DETAIL, .incident_id = fixture->id, .detail = JKB_DETAIL_TITLE,
                                     .value = "\xe3\x81" });
  refuse (fixture->store, (JkbEdit){ JKB_EDIT_DELETE, .incident_id = 99 });
  refuse (fixture->store, (JkbEdit){ JKB_EDIT_REVIEWED, .incident_id = 99 });
}

/* Of several changes the last one fails: none is made. */
static void
test_all_or_none (Fixture *fixture, gconstpointer data)
{
  JkbEdit edits[] = {
    { JKB_EDIT_DELETE, .incident_id = fixture->id },
    { JKB_EDIT_DETAIL, .incident_id = fixture->id, .detail = JKB_DETAIL_TITLE, .value = "新" },
    { JKB_EDIT_DELETE, .incident_id = 99 },
  };
  g_autofree char *before = casebook_dump (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (jkb_store_edit (fixture->store, edits, G_N_ELEMENTS (edits), NULL, &error));
  g_assert_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_INVALID);
  after = casebook_dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (jkb_store_edit (fixture->store, edits, 2, NULL, NULL));
}

/* ---- bundled cases ---- */

static GPtrArray *
make_bundle (const char *organisation, gint64 people, guint32 data_items)
{
  GPtrArray *incidents = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_incident_free);
  JkbIncident *incident = jkb_incident_new ();

  incident->key = g_strdup ("2020-001");
  incident->organisation = g_strdup (organisation);
  incident->people = people;
  incident->data_items = data_items;
  incident->sector = JKB_SECTOR_HEALTHCARE;
  incident->cause = g_strdup ("誤送信");
  incident->ppc = (JkbReport){ TRUE, JKB_DATE_NONE };
  g_ptr_array_add (incidents, incident);
  return incidents;
}

static gint64
add_bundle (JkbStore *store, const char *organisation, gint64 people, guint32 data_items, const char *version)
{
  g_autoptr(GPtrArray) bundle = make_bundle (organisation, people, data_items);
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GError) error = NULL;

  jkb_store_add_bundled (store, bundle, version, NULL, &error);
  g_assert_no_error (error);
  all = jkb_store_load_incidents (store, NULL, 0, NULL, &error);
  g_assert_cmpuint (all->len, ==, 3);
  return ((JkbIncident *) all->pdata[2])->id;
}

static void
test_bundled (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_bundle (fixture->store, "架空病院", 10, 1u << JKB_DATA_NAME, "1");
  g_autoptr(JkbCaseFile) file = load (fixture->store, id);
  JkbStoreCounts counts;

  g_assert_cmpint (file->incident->review, ==, JKB_REVIEW_BUNDLED);
  g_assert_cmpint (file->incident->people, ==, 10);
  g_assert_true (file->incident->ppc.made);
  g_assert_cmpint (file->incident->sector, ==, JKB_SECTOR_HEALTHCARE);
  g_assert_cmpstr (jkb_case_file_find (file, JKB_FIELD_ORGANISATION)->fact->rule, ==, "bundled");
  /* The same version again is not even looked at, a new one brings what is new. */
  add_bundle (fixture->store, "別名", 10, 0, "1");
  g_clear_pointer (&file, jkb_case_file_free);
  file = load (fixture->store, id);
  g_assert_cmpstr (file->incident->organisation, ==, "架空病院");
  g_assert_cmpint (add_bundle (fixture->store, "別名", 11, 1u << JKB_DATA_EMAIL, "2"), ==, id);
  g_clear_pointer (&file, jkb_case_file_free);
  file = load (fixture->store, id);
  g_assert_cmpstr (file->incident->organisation, ==, "別名");
  g_assert_cmpint (file->incident->people, ==, 11);
  g_assert_cmpuint (file->incident->data_items, ==, 1u << JKB_DATA_EMAIL);
  jkb_store_count (fixture->store, &counts, NULL, NULL);
  g_assert_cmpint (counts.bundled, ==, 1);
}

static void
test_bundled_keeps_words (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_bundle (fixture->store, "架空病院", 10, 3, "1");
  gint64 name = find_fact (fixture->store, id, JKB_FIELD_DATA_ITEMS);
  g_autoptr(JkbCaseFile) file = NULL;

  edit (fixture->store, (JkbEdit){ JKB_EDIT_FACT, .state = JKB_FACT_CORRECTED, .value = "12",
                                   .fact_id = find_fact (fixture->store, id, JKB_FIELD_AFFECTED_PEOPLE) });
  edit (fixture->store, (JkbEdit){ JKB_EDIT_FACT, .state = JKB_FACT_REJECTED, .fact_id = name });
  edit (fixture->store, (JkbEdit){ JKB_EDIT_VALUE, .incident_id = id, .field = JKB_FIELD_DISCOVERED, .value = "2020-05" });
  edit (fixture->store, (JkbEdit){ JKB_EDIT_DETAIL, .incident_id = id, .detail = JKB_DETAIL_CAUSE, .value = "自分の言葉" });
  add_bundle (fixture->store, "新病院", 99, 7, "2");
  file = load (fixture->store, id);
  g_assert_cmpstr (file->incident->organisation, ==, "新病院");
  g_assert_cmpint (file->incident->people, ==, 12);
  g_assert_cmpuint (file->incident->data_items, ==, 6);
  g_assert_cmpint (file->incident->discovered.month, ==, 5);
  g_assert_cmpstr (file->incident->cause, ==, "自分の言葉");
  g_assert_cmpint (file->incident->review, ==, JKB_REVIEW_DONE);
}

/* The notice of a bundled case joins it, and the import says so. */
static void
test_bundled_joined (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GPtrArray) bundle = make_bundle ("架空物産77株式会社", 10, 0);
  g_autoptr(JkbSource) source = casebook_source ("notice.txt", 77, 1, "bundled page");
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) added = NULL;
  g_autoptr(JkbCaseFile) file = NULL;
  const JkbAddedItem *item;

  g_free (((JkbIncident *) bundle->pdata[0])->key);
  ((JkbIncident *) bundle->pdata[0])->key = g_strdup ("2024-077");
  g_assert_true (jkb_store_add_bundled (fixture->store, bundle, "1", NULL, &error));
  added = jkb_store_add_source (fixture->store, source, jkb_store_new_batch (fixture->store), NULL, &error);
  g_assert_no_error (error);
  item = &g_array_index (added, JkbAddedItem, 1);
  g_assert_cmpint (item->outcome, ==, JKB_OUTCOME_BUNDLED);
  file = load (fixture->store, item->incident_id);
  g_assert_cmpstr (file->incident->key, ==, "2024-077");
  g_assert_cmpuint (file->notices->len, ==, 1);
  g_assert_cmpint (file->incident->review, ==, JKB_REVIEW_UNREAD);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/store/edit/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("correct", test_correct);
  ADD ("correct-to-same", test_correct_to_same);
  ADD ("reject", test_reject);
  ADD ("own-word", test_own_word);
  ADD ("history", test_history);
  ADD ("details", test_details);
  ADD ("reviewed", test_reviewed);
  ADD ("bin", test_bin);
  ADD ("refused", test_refused);
  ADD ("all-or-none", test_all_or_none);
  ADD ("bundled", test_bundled);
  ADD ("bundled-keeps-words", test_bundled_keeps_words);
  ADD ("bundled-joined", test_bundled_joined);
  return g_test_run ();
}
