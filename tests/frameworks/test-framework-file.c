/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Files that users bring along. The files here are made up; the publishers' own are read where
 * $JIKENBO_FRAMEWORKS_DIR says that they are (`nice-components-v2.0.0.json`).
 */
#include <glib/gstdio.h>
#include <string.h>

#include "frameworks/jkb-file-beside.h"

#define NICE_ELEMENTS \
  "\"elements\":[" \
  "{\"element_type\":\"category\",\"element_identifier\":\"OG\",\"title\":\"Group \",\"text\":\"\"}," \
  "{\"element_type\":\"work_role\",\"element_identifier\":\"OG-WRL-001\",\"title\":\"First role \"," \
  "\"text\":\"Does\\u00a0 much\"}," \
  "{\"element_type\":\"work_role\",\"element_identifier\":\"OG-WRL-002\",\"title\":\"Second\"}," \
  "{\"element_type\":\"work_role\",\"element_identifier\":\"OG-WRL-002\",\"title\":\"Again\"}," \
  "{\"element_type\":\"task\",\"element_identifier\":\"T0001\",\"text\":\"Do it\"}," \
  "{\"element_type\":\"skill\",\"element_identifier\":\"S0001\",\"text\":7}," \
  "{\"element_type\":\"sort\",\"element_identifier\":\"S-OG\",\"title\":\"1\"}]"
#define RELATION(a, b) \
  "{\"source_element_identifier\":\"" a "\",\"dest_element_identifier\":\"" b "\"}"
#define NICE_RELATIONS \
  "\"relationships\":[" RELATION ("OG", "OG-WRL-001") "," RELATION ("OG-WRL-001", "T0001") "," \
  RELATION ("OG-WRL-001", "T0001") "," RELATION ("OG-WRL-002", "S0001") "," \
  RELATION ("OG-WRL-001", "K9999") "," RELATION ("OG-WRL-002", "611") "," \
  RELATION ("OG-WRL-003", "T0001") "]"
#define NICE_DOCUMENTS "\"documents\":[{\"version\":\"9.9.9\"}]"

static JkbFrameworkFile *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  JkbFrameworkFile *file = jkb_framework_file_parse (text, strlen (text), &error);

  g_assert_no_error (error);
  g_assert_nonnull (file);
  return file;
}

static char *
list_faults (const JkbFrameworkFile *file)
{
  static const char *const words[] = { "dangling", "duplicate", "empty" };
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < file->faults->len; i++)
    {
      const JkbFileFault *fault = g_ptr_array_index (file->faults, i);

      g_string_append_printf (list, "%s %s %s\n", words[fault->kind], fault->subject,
                              fault->object != NULL ? fault->object : "-");
    }
  return g_string_free (list, FALSE);
}

static void
check_nice (const char *text)
{
  g_autoptr(JkbFrameworkFile) file = parse (text);
  g_autofree char *faults = list_faults (file);
  const JkbFileRole *first = jkb_framework_file_find_role (file, "OG-WRL-001");

  g_assert_cmpstr (file->framework, ==, "nice");
  g_assert_cmpstr (file->edition, ==, "9.9.9");
  g_assert_cmpuint (file->roles->len, ==, 2);
  g_assert_cmpuint (file->statements->len, ==, 2);
  g_assert_cmpstr (first->name, ==, "First role");
  g_assert_cmpstr (first->summary, ==, "Does much");
  g_assert_cmpstr (first->category, ==, "Group");
  g_assert_cmpuint (first->statements->len, ==, 1);
  g_assert_cmpstr (((JkbStatement *) first->statements->pdata[0])->text, ==, "Do it");
  g_assert_cmpstr (faults, ==,
                   "duplicate OG-WRL-002 -\n"
                   "empty S0001 -\n"
                   "duplicate OG-WRL-001 T0001\n"
                   "dangling OG-WRL-001 K9999\n"
                   "dangling OG-WRL-003 T0001\n");
}

static void
test_nice (void)
{
  check_nice ("{" NICE_DOCUMENTS "," NICE_ELEMENTS "," NICE_RELATIONS "}");
  check_nice ("\xef\xbb\xbf\r\n {\"response\":{\"elements\":{" NICE_DOCUMENTS "," NICE_ELEMENTS
              "," NICE_RELATIONS "}}}");
}

static void
test_ecsf (void)
{
  g_autoptr(JkbFrameworkFile) file
      = parse ("[{\"title\":\"Keeper of Keys (KOK)\",\"summary_statement\":\"Keeps.\","
               "\"main_tasks\":[\"Lock\",\"Open\"],\"key_skills\":[\"Turning\",3,null],"
               "\"key_knowledge\":\"none\"},"
               "{\"title\":\"Night-watch\",\"main_tasks\":[\"Lock\"],\"deliverables\":[\"Lock\"]}]");
  const JkbFileRole *keeper = jkb_framework_file_find_role (file, "keeper-of-keys");
  const JkbFileRole *watch = jkb_framework_file_find_role (file, "night-watch");

  g_assert_cmpstr (file->framework, ==, "ecsf");
  g_assert_cmpuint (file->statements->len, ==, 4);
  g_assert_cmpuint (file->faults->len, ==, 0);
  g_assert_cmpstr (keeper->name, ==, "Keeper of Keys (KOK)");
  g_assert_cmpuint (keeper->statements->len, ==, 3);
  g_assert_cmpuint (watch->statements->len, ==, 2);
  g_assert_true (watch->statements->pdata[0] == keeper->statements->pdata[0]);
}

#define TABLE_HEAD \
  "framework\tedition\trole_id\tname\tcategory\tsummary\tstatement_id\tkind\ttext\n"

static void
test_table (void)
{
  g_autoptr(JkbFrameworkFile) file
      = parse ("# our own\n" TABLE_HEAD "own\t1\ta\tFirst\tGroup\tDoes\tt-1\ttask\tLock\n"
               "own\t1\ta\t\t\t\ts-1\tskill\tTurn\n"
               "own\t1\ta\t\t\t\tt-1\ttask\tLock\n"
               "own\t1\tb\tSecond\t\t\tt-1\ttask\tLock\n"
               "own\t1\tc\tThird\t\t\t\t\t\n");
  g_autofree char *faults = list_faults (file);

  g_assert_cmpstr (file->framework, ==, "own");
  g_assert_cmpstr (file->edition, ==, "1");
  g_assert_cmpuint (file->roles->len, ==, 3);
  g_assert_cmpuint (file->statements->len, ==, 2);
  g_assert_cmpstr (jkb_framework_file_find_role (file, "a")->category, ==, "Group");
  g_assert_cmpuint (jkb_framework_file_find_role (file, "a")->statements->len, ==, 2);
  g_assert_cmpuint (jkb_framework_file_find_role (file, "b")->statements->len, ==, 1);
  g_assert_cmpuint (jkb_framework_file_find_role (file, "c")->statements->len, ==, 0);
  g_assert_cmpstr (faults, ==, "duplicate a t-1\n");
}

static void
assert_refused (const char *data, gsize n_bytes, JkbFrameworkError code, const char *message)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (jkb_framework_file_parse (data, n_bytes, &error));
  g_assert_error (error, JKB_FRAMEWORK_ERROR, (int) code);
  if (message != NULL)
    g_assert_cmpstr (error->message, ==, message);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    JkbFrameworkError code;
    const char *message;
  } cases[] = {
    { "", JKB_FRAMEWORK_ERROR_UNKNOWN, NULL },
    { "role\tname\n", JKB_FRAMEWORK_ERROR_UNKNOWN, NULL },
    { "{\"elements\":", JKB_FRAMEWORK_ERROR_MALFORMED, NULL },
    { "{\"a\":1}", JKB_FRAMEWORK_ERROR_UNKNOWN, NULL },
    { "[]", JKB_FRAMEWORK_ERROR_UNKNOWN, "no roles in it" },
    { "[1,2]", JKB_FRAMEWORK_ERROR_MALFORMED, "profiles[0] is no object" },
    { "{\"elements\":7}", JKB_FRAMEWORK_ERROR_MALFORMED, "elements is no array" },
    { "{\"elements\":[{},[]]}", JKB_FRAMEWORK_ERROR_MALFORMED, "elements[1] is no object" },
    { "{\"elements\":[{}],\"relationships\":\"x\"}", JKB_FRAMEWORK_ERROR_MALFORMED,
      "relationships is no array" },
    { "{\"elements\":[{\"element_type\":[],\"element_identifier\":{}}],\"relationships\":[{}],"
      "\"documents\":[[]]}",
      JKB_FRAMEWORK_ERROR_UNKNOWN, "no roles in it" },
    { "[{\"title\":\"\xff\"}]", JKB_FRAMEWORK_ERROR_MALFORMED, "not UTF-8" },
    { TABLE_HEAD, JKB_FRAMEWORK_ERROR_UNKNOWN, "no roles in it" },
    { TABLE_HEAD "own\t1\n", JKB_FRAMEWORK_ERROR_MALFORMED, NULL },
    { TABLE_HEAD "o\t1\ta\t\t\t\tx\tduty\tx\n", JKB_FRAMEWORK_ERROR_MALFORMED,
      "table:2: “duty” is no kind of statement" },
    { TABLE_HEAD "o\t1\ta\t\t\t\t\t\t\no\t2\ta\t\t\t\t\t\t\n",
      JKB_FRAMEWORK_ERROR_MALFORMED, "table:3: another framework or edition" },
    { TABLE_HEAD "o\t1\t\t\t\t\t\t\t\n", JKB_FRAMEWORK_ERROR_MALFORMED,
      "table:2: role_id is empty" },
    { TABLE_HEAD "\xff\n", JKB_FRAMEWORK_ERROR_MALFORMED, "not UTF-8" },
    { "[{\"title\":\"x\\", JKB_FRAMEWORK_ERROR_MALFORMED, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].text, strlen (cases[i].text), cases[i].code, cases[i].message);
}

/* Fills a whole text with one unit, for what only is a problem by its size. */
static void
refuse_repeated (const char *unit, gsize n_bytes, const char *message)
{
  g_autofree char *data = g_malloc (n_bytes);
  gsize n_unit = strlen (unit);

  data[0] = '[';
  for (gsize i = 1; i < n_bytes; i++)
    data[i] = unit[(i - 1) % n_unit];
  assert_refused (data, n_bytes, JKB_FRAMEWORK_ERROR_TOO_LARGE, message);
}

static void
test_hostile (void)
{
  refuse_repeated ("[", 200000, "nested too deeply");
  refuse_repeated ("{\"a\":", 200000, "nested too deeply");
  refuse_repeated ("0,", 4000000, "too many values");
  refuse_repeated (" ", JKB_FRAMEWORK_FILE_MAX_BYTES + 1, NULL);
}

/* A gigabyte of blanks takes no place on the disk and must take none in memory. */
static void
test_hostile_files (void)
{
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;
  int fd = g_file_open_tmp ("jikenbo-XXXXXX.json", &path, &error);

  g_assert_no_error (error);
  g_assert_cmpint (ftruncate (fd, 1 << 30), ==, 0);
  close (fd);
  g_assert_null (jkb_framework_file_read (path, &error));
  g_assert_error (error, JKB_FRAMEWORK_ERROR, JKB_FRAMEWORK_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_unlink (path);
  g_assert_null (jkb_framework_file_read (path, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);
  g_assert_null (jkb_framework_file_read ("/dev/zero", &error));
  g_assert_error (error, JKB_FRAMEWORK_ERROR, JKB_FRAMEWORK_ERROR_UNKNOWN);
}

/* Whatever is done to a sound file, it is read or refused. */
static void
test_damaged (void)
{
  static const char sound[] = "{" NICE_DOCUMENTS "," NICE_ELEMENTS "," NICE_RELATIONS "}";

  for (int round = 0; round < 2000; round++)
    {
      g_autofree char *data = g_memdup2 (sound, sizeof sound);
      gsize n_bytes = (gsize) g_test_rand_int_range (0, sizeof sound);
      g_autoptr(GError) error = NULL;
      g_autoptr(JkbFrameworkFile) file = NULL;

      for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
        data[g_test_rand_int_range (0, sizeof sound - 1)]
            = "{}[]\",:x0\\"[g_test_rand_int_range (0, 10)];
      file = jkb_framework_file_parse (data, round % 2 == 0 ? n_bytes : sizeof sound - 1, &error);
      g_assert_true ((file == NULL) == (error != NULL));
    }
}

/* A random table, and what is shared in it counted from its own rows. */
static void
test_beside (void)
{
  for (int round = 0; round < 30; round++)
    {
      gboolean has[6][12];
      g_autoptr(GString) text = g_string_new (TABLE_HEAD);
      g_autoptr(JkbFrameworkFile) file = NULL;
      g_autoptr(GPtrArray) beside = NULL;
      guint n_expected = 0;

      for (int role = 0; role < 6; role++)
        {
          g_string_append_printf (text, "o\t1\tr%d\tn\t\t\t\t\t\n", role);
          for (int statement = 0; statement < 12; statement++)
            {
              has[role][statement] = g_test_rand_int_range (0, 4) == 0;
              if (has[role][statement])
                g_string_append_printf (text, "o\t1\tr%d\tn\t\t\ts%d\tskill\tw\n", role,
                                        statement);
            }
        }
      file = parse (text->str);
      beside = jkb_framework_file_beside (file, jkb_framework_file_find_role (file, "r0"));
      for (int role = 1; role < 6; role++)
        {
          guint n_shared = 0, n_new = 0, n_left = 0;

          for (int statement = 0; statement < 12; statement++)
            {
              n_shared += has[0][statement] && has[role][statement];
              n_new += !has[0][statement] && has[role][statement];
              n_left += has[0][statement] && !has[role][statement];
            }
          n_expected += n_shared > 0;
          for (guint i = 0; i < beside->len; i++)
            {
              const JkbFileBeside *found = g_ptr_array_index (beside, i);

              if (found->role->id[1] != '0' + role)
                continue;
              g_assert_cmpuint (found->n_shared, ==, n_shared);
              g_assert_cmpuint (found->n_new, ==, n_new);
              g_assert_cmpuint (found->n_left, ==, n_left);
            }
        }
      g_assert_cmpuint (beside->len, ==, n_expected);
    }
}

static void
test_official_nice (void)
{
  const char *folder = g_getenv ("JIKENBO_FRAMEWORKS_DIR");
  g_autofree char *path = NULL;
  g_autofree char *faults = NULL;
  g_autoptr(JkbFrameworkFile) file = NULL;
  g_autoptr(JkbFrameworks) frameworks = NULL;
  g_autoptr(GPtrArray) differences = NULL;
  g_autoptr(GError) error = NULL;
  guint n_links = 0;

  if (folder == NULL)
    {
      g_test_skip ("JIKENBO_FRAMEWORKS_DIR is not set");
      return;
    }
  path = g_build_filename (folder, "nice-components-v2.0.0.json", NULL);
  file = jkb_framework_file_read (path, &error);
  g_assert_no_error (error);
  faults = list_faults (file);
  g_assert_cmpstr (file->edition, ==, "2.0.0");
  g_assert_cmpuint (file->roles->len, ==, 41);
  g_assert_cmpuint (file->statements->len, ==, 2111);
  for (guint i = 0; i < file->roles->len; i++)
    {
      const JkbFileRole *role = g_ptr_array_index (file->roles, i);

      g_assert_nonnull (role->category);
      n_links += role->statements->len;
    }
  g_assert_cmpuint (n_links, ==, 1429 + 2856 + 1051);
  g_assert_cmpstr (faults, ==,
                   "dangling PD-WRL-001 T1385\n"
                   "dangling PD-WRL-001 S0873\n"
                   "dangling PD-WRL-005 K1139\n"
                   "dangling IN-WRL-001 K1139\n");
  frameworks = jkb_frameworks_load (NULL, &error);
  g_assert_no_error (error);
  differences = jkb_framework_file_compare (file, jkb_frameworks_find (frameworks, "nice", NULL));
  g_assert_cmpuint (differences->len, ==, 1);
  g_assert_cmpstr (((JkbFileDifference *) differences->pdata[0])->loaded->id, ==, "OG-WRL-017");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/framework-file/nice", test_nice);
  g_test_add_func ("/framework-file/ecsf", test_ecsf);
  g_test_add_func ("/framework-file/table", test_table);
  g_test_add_func ("/framework-file/beside", test_beside);
  g_test_add_func ("/framework-file/refused", test_refused);
  g_test_add_func ("/framework-file/hostile", test_hostile);
  g_test_add_func ("/framework-file/hostile-files", test_hostile_files);
  g_test_add_func ("/framework-file/damaged", test_damaged);
  g_test_add_func ("/framework-file/official-nice", test_official_nice);
  return g_test_run ();
}
