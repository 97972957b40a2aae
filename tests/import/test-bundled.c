/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "casebook.h"
#include "core/jkb-error.h"
#include "import/jkb-bundled.h"

#define COLUMNS \
  "id\torganisation\torganisation_en\tsector\tcountry\tincident_type\tcircumstances\tcause_detail\t" \
  "affected_people\taffected_records\taffected_status\tdata_items\toccurred_from\toccurred_to\tdiscovered\t" \
  "announced\treported_ppc\treported_police\tencrypted\tsource_url\tsource_kind\n"
#define N_COLUMNS 21

static const char *const good_row[N_COLUMNS] = {
  "2031-001", "架空大学", "Kakuu University", "education", "JP", "lost_media_device", "contractor;overseas_subsidiary",
  "鞄の置き忘れ", "12", "0", "possible", "name;phone", "2031-01", "2031-01-05", "2031-01-06", "2031-02-01", "yes",
  "2031-01-07", "no", "https://example.org/a", "page",
};

static char *
write_rows (const char *folder, const char *const *row, guint n_times)
{
  g_autoptr(GString) text = g_string_new ("# comment\n" COLUMNS);
  char *path = g_build_filename (folder, "incidents.tsv", NULL);

  for (guint i = 0; i < n_times; i++)
    for (guint column = 0; column < N_COLUMNS; column++)
      g_string_append_printf (text, "%s%c", row[column], column + 1 < N_COLUMNS ? '\t' : '\n');
  g_assert_true (g_file_set_contents (path, text->str, text->len, NULL));
  return path;
}

static void
test_row (void)
{
  char *folder = casebook_folder ();
  g_autofree char *path = write_rows (folder, good_row, 1);
  g_autofree char *version = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) incidents = jkb_bundled_load (path, &version, &error);
  const JkbIncident *incident;

  g_assert_no_error (error);
  g_assert_cmpuint (incidents->len, ==, 1);
  g_assert_cmpuint (strlen (version), ==, 64);
  incident = g_ptr_array_index (incidents, 0);
  g_assert_cmpstr (incident->key, ==, "2031-001");
  g_assert_cmpstr (incident->organisation, ==, "架空大学");
  g_assert_cmpint (incident->sector, ==, JKB_SECTOR_EDUCATION);
  g_assert_cmpint (incident->type, ==, JKB_TYPE_LOST_MEDIA_DEVICE);
  g_assert_cmpuint (incident->circumstances, ==, 3);
  g_assert_cmpint (incident->people, ==, 12);
  g_assert_cmpint (incident->records, ==, 0);
  g_assert_cmpint (incident->occurred_from.day, ==, 0);
  g_assert_cmpint (incident->announced.month, ==, 2);
  g_assert_true (incident->ppc.made);
  g_assert_false (jkb_date_is_set (incident->ppc.date));
  g_assert_cmpint (incident->police.date.day, ==, 7);
  g_assert_cmpint (incident->encrypted, ==, JKB_NO);
  g_assert_cmpint (incident->review, ==, JKB_REVIEW_BUNDLED);
  casebook_remove (folder);
}

static void
test_empty_is_unknown (void)
{
  char *folder = casebook_folder ();
  const char *row[N_COLUMNS];
  g_autofree char *path = NULL;
  g_autoptr(GPtrArray) incidents = NULL;
  const JkbIncident *incident;

  memcpy (row, good_row, sizeof row);
  for (int column = 6; column < 19; column++)
    row[column] = column == 10 ? "unknown" : "";
  row[2] = row[4] = "";
  path = write_rows (folder, row, 1);
  incidents = jkb_bundled_load (path, NULL, NULL);
  incident = g_ptr_array_index (incidents, 0);
  g_assert_null (incident->organisation_en);
  g_assert_null (incident->cause);
  g_assert_cmpint (incident->people, ==, JKB_COUNT_UNKNOWN);
  g_assert_cmpint (incident->records, ==, JKB_COUNT_UNKNOWN);
  g_assert_false (incident->ppc.made);
  g_assert_false (jkb_date_is_set (incident->occurred_from));
  g_assert_cmpint (incident->encrypted, ==, JKB_NOT_SAID);
  casebook_remove (folder);
}

static void
test_bad_rows (void)
{
  static const struct
  {
    int column;
    const char *value;
  } bad[] = {
    { 0, "" }, { 1, "" }, { 3, "farming" }, { 4, "Japan" }, { 5, "" }, { 5, "bad_luck" }, { 6, "contractor,other" },
    { 8, "1,000" }, { 9, "-1" }, { 10, "" }, { 11, "name;name" }, { 12, "2031-13" }, { 13, "2030-12-31" },
    { 14, "--05-01" }, { 15, "today" }, { 16, "no" }, { 17, "maybe" }, { 18, "y" }, { 19, "file:///etc" }, { 20, "" },
  };
  char *folder = casebook_folder ();

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      const char *row[N_COLUMNS];
      g_autofree char *path = NULL;
      g_autofree char *place = NULL;
      g_autoptr(GPtrArray) incidents = NULL;
      g_autoptr(GError) error = NULL;

      memcpy (row, good_row, sizeof row);
      row[bad[i].column] = bad[i].value;
      path = write_rows (folder, row, 1);
      place = g_strdup_printf ("%s:3: ", path);
      incidents = jkb_bundled_load (path, NULL, &error);
      g_assert_null (incidents);
      g_assert_error (error, JKB_CORE_ERROR, JKB_CORE_ERROR_DATA_FILE);
      g_assert_true (g_str_has_prefix (error->message, place));
    }
  casebook_remove (folder);
}

static void
test_twice (void)
{
  char *folder = casebook_folder ();
  g_autofree char *path = write_rows (folder, good_row, 2);
  g_autoptr(GPtrArray) incidents = NULL;
  g_autoptr(GError) error = NULL;

  incidents = jkb_bundled_load (path, NULL, &error);
  g_assert_null (incidents);
  g_assert_error (error, JKB_CORE_ERROR, JKB_CORE_ERROR_DATA_FILE);
  g_assert_nonnull (strstr (error->message, ":4: "));
  casebook_remove (folder);
}

/* What we ship, into a new casebook, once. */
static void
test_shipped (void)
{
  char *folder = casebook_folder ();
  g_autofree char *path = g_build_filename (folder, "casebook.sqlite3", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbStore) store = jkb_store_open (path, JKB_STORE_CREATE, NULL, &error);
  g_autoptr(GPtrArray) shipped = jkb_bundled_load (NULL, NULL, &error);
  g_autoptr(GPtrArray) stored = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (shipped->len, ==, 359);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (jkb_bundled_install (store, NULL, &error));
      g_assert_no_error (error);
    }
  stored = jkb_store_load_incidents (store, NULL, 0, NULL, &error);
  g_assert_cmpuint (stored->len, ==, shipped->len);
  for (guint i = 0; i < shipped->len; i++)
    {
      JkbIncident *incident = g_ptr_array_index (shipped, i);

      incident->id = ((JkbIncident *) stored->pdata[i])->id;
      g_assert_true (jkb_incident_equal (incident, g_ptr_array_index (stored, i)));
    }
  casebook_assert_good (store);
  g_clear_object (&store);
  casebook_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/import/bundled/row", test_row);
  g_test_add_func ("/import/bundled/empty-is-unknown", test_empty_is_unknown);
  g_test_add_func ("/import/bundled/bad-rows", test_bad_rows);
  g_test_add_func ("/import/bundled/twice", test_twice);
  g_test_add_func ("/import/bundled/shipped", test_shipped);
  return g_test_run ();
}
