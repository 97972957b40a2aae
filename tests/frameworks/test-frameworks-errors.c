/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every fault of a file is reported with file and line, and nothing is loaded. */
#include <glib/gstdio.h>
#include <string.h>

#include "core/jkb-error.h"
#include "frameworks/jkb-frameworks.h"

static const char *const names[] = {
  "frameworks.tsv", "roles.tsv", "crosswalk.tsv", "incident-role-map.tsv",
};

static const char *const sound[] = {
  "framework\tedition\tstatus\tmapped\tname_en\tname_ja\tshort_name\tpublisher_en\tpublisher_ja\t"
  "published\troles\tcategories\tspecialty_areas\tunit_en\tunit_ja\tlicence_en\tlicence_ja\tlink\t"
  "note_en\tnote_ja\n"
  "f\t1\tcurrent\tyes\tF\tエフ\tF\tP\tピー\t2020\t2\t1\t1\trole\t役\tfree\t自由\thttps://f.invalid/\tn\t注\n"
  "g\t1\tnamed\tno\tG\tジー\tG\tP\tピー\t\t0\t0\t0\trole\t役\tfree\t自由\thttps://g.invalid/\tn\t注\n",
  "framework\tedition\trole_id\tname_en\tname_ja\tname_ja_source\tname_en_source\tcategory_en\t"
  "category_ja\topm_code\tspecialty_area\tsummary_en\tsummary_ja\talt_titles\tsource_url\n"
  "f\t1\ta\tA\tエー\ttranslated\tofficial\tC\tシー\t1\tX\tdoes a\tAをする\tAA; AAA\thttps://f.invalid/a\n"
  "f\t1\tb\tB\tビー\ttranslated\tofficial\tC\tシー\t\t\tdoes b\tBをする\t\thttps://f.invalid/b\n",
  "from_framework\tfrom_edition\tfrom_role\tto_framework\tto_edition\tto_role\trelation\tsource_url\n"
  "f\t1\ta\tf\t1\tb\tclose\teditorial\n"
  "f\t1\ta\tg\t1\t9\texact\thttps://g.invalid/9\n",
  "incident_type\tphase\tframework\tedition\trole_id\tweight\trationale_en\trationale_ja\n"
  "misdelivery\tprevent\tf\t1\ta\t3\tchecks\t確認する\n"
  "contractor\tgovern\tf\t1\tb\t1\thelps\t助ける\n",
};

static char *
write_files (int changed, const char *find, const char *put)
{
  char *directory = g_dir_make_tmp ("jkb-frameworks-XXXXXX", NULL);

  for (int i = 0; i < (int) G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (directory, names[i], NULL);
      g_autoptr(GString) text = g_string_new (sound[i]);

      if (i == changed)
        g_assert_cmpuint (g_string_replace (text, find, put, 1), ==, 1);
      g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
    }
  return directory;
}

static void
remove_files (const char *directory)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (directory, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (directory);
}

static void
test_sound (void)
{
  g_autofree char *directory = write_files (-1, NULL, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbFrameworks) frameworks = jkb_frameworks_load (directory, &error);
  const JkbRole *role;

  g_assert_no_error (error);
  g_assert_cmpuint (jkb_frameworks_get_all (frameworks)->len, ==, 1);
  role = jkb_frameworks_get_role (frameworks, 0);
  g_assert_cmpstr (role->alt_titles[1], ==, "AAA");
  g_assert_cmpuint (jkb_frameworks_neighbours (frameworks, role)->len, ==, 2);
  remove_files (directory);
}

static const struct
{
  int file;
  const char *find, *put, *message;
} faults[] = {
  { 0, "current", "newest", "frameworks.tsv:2: “newest” is no status" },
  { 0, "\tyes\t", "\tperhaps\t", "frameworks.tsv:2: mapped is “perhaps”, neither yes nor no" },
  { 0, "\t2020\t", "\t2020-13\t", "frameworks.tsv:2: “2020-13” is no date" },
  { 0, "https://f", "ftp://f", "frameworks.tsv:2: “ftp://f.invalid/” is no link" },
  { 0, "エフ", "", "frameworks.tsv:2: name_ja is empty" },
  { 0, "\t2\t1\t1\t", "\t3\t1\t1\t", "frameworks.tsv:2: roles is “3”, but roles.tsv has 2" },
  { 0, "\t2\t1\t1\t", "\t2\t2\t1\t", "frameworks.tsv:2: categories is “2”, but roles.tsv has 1" },
  { 0, "\t2\t1\t1\t", "\t2\t1\t\t", "frameworks.tsv:2: specialty_areas is “”, but roles.tsv has 1" },
  { 0, "g\t1", "f\t1", "frameworks.tsv:3: f 1 is here twice" },
  { 0, "g\t1\tnamed", "f\t2\tcurrent", "frameworks.tsv:3: f has two current editions" },
  { 0, "edition", "version", "frameworks.tsv:1: column 2 is not called “edition”" },
  { 1, "f\t1\ta", "h\t1\ta", "roles.tsv:2: no framework “h 1” that has roles" },
  { 1, "f\t1\ta", "g\t1\ta", "roles.tsv:2: no framework “g 1” that has roles" },
  { 1, "f\t1\tb", "f\t1\ta", "roles.tsv:3: role “a” is here twice" },
  { 1, "does b", "", "roles.tsv:3: summary_en is empty" },
  { 1, "translated", "guessed", "roles.tsv:2: name_ja_source is “guessed”, neither official nor translated" },
  { 1, "https://f.invalid/b", "", "roles.tsv:3: “” is no link" },
  { 2, "close", "near", "crosswalk.tsv:2: “near” is no relation" },
  { 2, "editorial", "mine", "crosswalk.tsv:2: “mine” is no link" },
  { 2, "1\tb\t", "1\tz\t", "crosswalk.tsv:2: no role “z” in f 1" },
  { 2, "1\tb\t", "1\ta\t", "crosswalk.tsv:2: a relation from a role that is not here" },
  { 2, "g\t1\t9", "h\t1\t9", "crosswalk.tsv:3: no framework “h 1”" },
  { 2, "g\t1\t9", "g\t1\t", "crosswalk.tsv:3: no role “” in g 1" },
  { 2, "g\t1\t9", "f\t1\tb", "crosswalk.tsv:3: this relation is here twice" },
  { 2, "f\t1\ta\tg", "g\t1\t9\tg", "crosswalk.tsv:3: a relation from a role that is not here" },
  { 3, "misdelivery", "mishap", "incident-role-map.tsv:2: “mishap” is no type and no circumstance" },
  { 3, "misdelivery", "unknown", "incident-role-map.tsv:2: “unknown” is no type and no circumstance" },
  { 3, "prevent", "avoid", "incident-role-map.tsv:2: “avoid” is no phase" },
  { 3, "\t3\t", "\t4\t", "incident-role-map.tsv:2: “4” is no weight of 1 to 3" },
  { 3, "\ta\t", "\tz\t", "incident-role-map.tsv:2: no role “z” in f 1" },
  { 3, "f\t1\ta", "g\t1\t9", "incident-role-map.tsv:2: g 1 is not marked as mapped" },
  { 3, "contractor\tgovern\tf\t1\tb", "misdelivery\tprevent\tf\t1\ta",
    "incident-role-map.tsv:3: this assignment is here twice" },
  { 3, "助ける", "", "incident-role-map.tsv:3: rationale_ja is empty" },
  { 3, "\t助ける", "", "incident-role-map.tsv:3: 7 fields where there should be 8" },
};

static void
test_faults (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *directory = write_files (faults[i].file, faults[i].find, faults[i].put);
      g_autofree char *message = g_build_filename (directory, faults[i].message, NULL);
      g_autoptr(GError) error = NULL;

      g_assert_null (jkb_frameworks_load (directory, &error));
      g_assert_error (error, JKB_CORE_ERROR, JKB_CORE_ERROR_DATA_FILE);
      g_assert_cmpstr (error->message, ==, message);
      remove_files (directory);
    }
}

static void
test_missing (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *directory = write_files (-1, NULL, NULL);
      g_autofree char *path = g_build_filename (directory, names[i], NULL);
      g_autoptr(GError) error = NULL;

      g_unlink (path);
      g_assert_null (jkb_frameworks_load (directory, &error));
      g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
      remove_files (directory);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/frameworks/errors/sound", test_sound);
  g_test_add_func ("/frameworks/errors/faults", test_faults);
  g_test_add_func ("/frameworks/errors/missing", test_missing);
  return g_test_run ();
}
