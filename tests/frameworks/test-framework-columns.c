/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables of others, read through a map of their columns. All tables are made up; the publishers' own
 * files are read where $JIKENBO_FRAMEWORKS_DIR says that they are.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "frameworks/jkb-framework-open.h"
#include "frameworks/jkb-framework-shelf.h"
#include "frameworks/jkb-sheets.h"
#include "zip-writer.h"

/* A statement a row, a role a column, as SecBoK has it: groups in cells that are merged. */
#define MARKS \
  "SecBoK 架空版||||||\n" \
  "||||||\n" \
  "No.|大項目|中項目|小項目|茶頭|庭師|コマンダー\n" \
  "1|基礎|湯|湯を沸かす|M||O\n" \
  "2|||湯をさます||△|\n" \
  "3|応用|庭|石を置く||M|M\n" \
  "4|||||M|\n"
/* A role a row, lists in its cells, as profiles are listed. The first cell goes over two lines. */
#define PROFILES \
  "Profile title,Summary statement,Main task(s),Key skill(s),Key knowledge,Deliverable(s)\n" \
  "Keeper of Keys (KOK),Keeps,\"- Lock\n- Open\",\"• Turning\",,Bunch\n" \
  "Night-watch,Watches,\"Lock\nWalk \"\"slowly\"\"\",,\"Streets\n\nMoon\",\n"
/* A statement of a role a row. */
#define ROWS \
  "Role ID\tRole\tCategory\tID\tKind\tStatement\n" \
  "a\tPourer\tHall\tX1\tTask\tPour\n" \
  "\t\t\tX2\t知識\tKnow the pot\n" \
  "b\tSweeper\t\tX1\tTask\tPour\n" \
  "\t\t\tX1\tTask\tSweep\n" \
  "\t\t\t\tK\tKnow the broom\n"

static GPtrArray *
parse (const char *data, gsize n_bytes)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *sheets = jkb_sheets_parse (data, n_bytes, &error);

  g_assert_no_error (error);
  return sheets;
}

static GPtrArray *
parse_marks (void)
{
  static const char *const names[] = { "表紙", "スキル;一覧", NULL };
  static const char *const texts[] = { "a|b\nc|d", MARKS, NULL };
  g_autoptr(GByteArray) bytes = zip_make_workbook (names, texts);

  return parse ((const char *) bytes->data, bytes->len);
}

static char *
list_role (const JkbFrameworkFile *file, const char *id)
{
  const JkbFileRole *role = jkb_framework_file_find_role (file, id);
  GString *list = g_string_new (NULL);

  g_assert_nonnull (role);
  for (guint i = 0; i < role->statements->len; i++)
    {
      const JkbStatement *statement = g_ptr_array_index (role->statements, i);

      g_string_append_printf (list, "%s%s %s", i > 0 ? ", " : "",
                              jkb_statement_kind_nick (statement->kind), statement->text);
    }
  return g_string_free (list, FALSE);
}

static void
assert_role (const JkbFrameworkFile *file, const char *id, const char *statements)
{
  g_autofree char *list = list_role (file, id);

  g_assert_cmpstr (list, ==, statements);
}

static JkbFrameworkFile *
apply (const GPtrArray *sheets, const char *words, const JkbFrameworks *frameworks)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbColumnMap) map = jkb_column_map_parse (words, &error);
  JkbFrameworkFile *file;

  g_assert_no_error (error);
  file = jkb_column_map_apply (map, sheets, frameworks, &error);
  g_assert_no_error (error);
  return file;
}

static void
assert_guess (const GPtrArray *sheets, const char *words)
{
  g_autoptr(JkbColumnMap) map = jkb_column_map_guess (sheets);
  g_autofree char *printed = jkb_column_map_print (map);

  g_assert_cmpstr (printed, ==, words);
}

static void
test_marks (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbFrameworks) frameworks = jkb_frameworks_load (NULL, &error);
  g_autoptr(GPtrArray) sheets = parse_marks ();
  g_autoptr(JkbFrameworkFile) any = NULL;
  g_autoptr(JkbFrameworkFile) some = NULL;
  const JkbRole *known = jkb_framework_find_role (jkb_frameworks_find (frameworks, "secbok", NULL),
                                                  "secbok-05");
  g_autofree char *head = g_strdup_printf ("項目|%s", known->name.ja);
  static const char *const names[] = { "a", NULL };
  const char *texts[] = { NULL, NULL };
  g_autofree char *text = g_strconcat (head, "\n湯|M", NULL);
  g_autoptr(GByteArray) bytes = NULL;
  g_autoptr(GPtrArray) own = NULL;
  g_autoptr(JkbFrameworkFile) adopted = NULL;

  assert_guess (sheets, "sheet=スキル%3B一覧;head=3;framework=secbok;edition=;category=B;"
                        "statement_id=A;text=D;kind=skill;roles=E-G");
  any = apply (sheets, "sheet=スキル%3B一覧;head=3;framework=secbok;edition=2025;statement_id=A;"
                       "text=D;roles=E-G", NULL);
  g_assert_cmpuint (any->roles->len, ==, 3);
  g_assert_cmpuint (any->statements->len, ==, 3);
  assert_role (any, "庭師", "skill 湯をさます, skill 石を置く");
  some = apply (sheets, "sheet=スキル%3B一覧;head=3;framework=secbok;edition=2025;statement_id=A;"
                        "text=D;kind=task;roles=E-G;marks=M,O", NULL);
  assert_role (some, "茶頭", "task 湯を沸かす");
  assert_role (some, "庭師", "task 石を置く");
  assert_role (some, "コマンダー", "task 湯を沸かす, task 石を置く");
  /* A role with the name of one of the loaded edition is that role. */
  texts[0] = text;
  bytes = zip_make_workbook (names, texts);
  own = parse ((const char *) bytes->data, bytes->len);
  adopted = apply (own, "framework=secbok;edition=2021;text=A;roles=B", frameworks);
  assert_role (adopted, "secbok-05", "skill 湯");
}

static void
test_profiles (void)
{
  g_autoptr(GPtrArray) sheets = parse (PROFILES, strlen (PROFILES));
  g_autoptr(JkbFrameworkFile) file = NULL;
  static const char words[]
      = "head=1;framework=ecsf;edition=;name=A;summary=B;tasks=C;knowledge=E;skills=D;"
        "deliverables=F;kind=skill";

  assert_guess (sheets, words);
  file = apply (sheets, words, NULL);
  g_assert_cmpuint (file->faults->len, ==, 0);
  assert_role (file, "keeper-of-keys", "task Lock, task Open, skill Turning, deliverable Bunch");
  assert_role (file, "night-watch", "task Lock, task Walk \"slowly\", knowledge Streets, "
                                    "knowledge Moon");
  g_assert_true (jkb_framework_file_find_role (file, "night-watch")->statements->pdata[0]
                 == jkb_framework_file_find_role (file, "keeper-of-keys")->statements->pdata[0]);
}

static void
test_rows (void)
{
  g_autoptr(GPtrArray) sheets = parse (ROWS, strlen (ROWS));
  g_autoptr(JkbFrameworkFile) file = NULL;

  assert_guess (sheets, "head=1;framework=;edition=;id=A;name=B;category=C;statement_id=D;"
                        "kind_column=E;text=F;kind=skill");
  file = apply (sheets, "framework=tea;edition=1;id=A;name=B;category=C;statement_id=D;kind_column=E;"
                        "text=F", NULL);
  assert_role (file, "a", "task Pour, knowledge Know the pot");
  /* Another statement under a known identifier is a duplicate; the first one holds. */
  assert_role (file, "b", "task Pour, knowledge Know the broom");
  g_assert_cmpuint (file->faults->len, ==, 2);
  g_assert_cmpstr (jkb_framework_file_find_role (file, "b")->category, ==, "Hall");
}

static void
test_text (void)
{
  g_autofree char *cp932 = g_convert ("役割,タスク\r\n庭師,石を置く\r\n", -1, "CP932", "UTF-8", NULL, NULL,
                                      NULL);
  g_autoptr(GPtrArray) sheets = parse (cp932, strlen (cp932));
  g_autoptr(JkbFrameworkFile) file = apply (sheets, "framework=x;name=A;tasks=B", NULL);

  assert_role (file, "庭師", "task 石を置く");
}

/* ---- words ---- */

static void
test_words (void)
{
  static const char *const wrong[] = {
    "head=0", "head=x", "head=100000", "name=", "name=1", "name=AAAA", "roles=F-B", "roles=-",
    "kind=duty", "colour=A", "name", "sheet=%zz", "framework=%ff",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (jkb_column_map_parse (wrong[i], &error));
      g_assert_error (error, JKB_FRAMEWORK_ERROR, JKB_FRAMEWORK_ERROR_MALFORMED);
    }
  for (int round = 0; round < 500; round++)
    {
      static const char *const sheets[] = { "", "a;b", "50%", "表=1", "x y" };
      g_autoptr(JkbColumnMap) map = jkb_column_map_new ();
      g_autoptr(JkbColumnMap) again = NULL;
      g_autofree char *once = NULL;
      g_autofree char *twice = NULL;

      g_free (map->sheet);
      map->sheet = g_strdup (sheets[g_test_rand_int_range (0, G_N_ELEMENTS (sheets))]);
      map->head = (guint) g_test_rand_int_range (0, 1000);
      for (int i = 0; i < JKB_N_MAP_COLUMNS; i++)
        map->columns[i] = g_test_rand_int_range (-1, JKB_XLSX_MAX_COLUMNS);
      map->first_role = g_test_rand_int_range (-1, 400);
      map->last_role = map->first_role < 0 ? -1 : map->first_role + g_test_rand_int_range (0, 100);
      once = jkb_column_map_print (map);
      again = jkb_column_map_parse (once, NULL);
      twice = jkb_column_map_print (again);
      g_assert_cmpstr (once, ==, twice);
      g_assert_cmpint (again->last_role, ==, map->last_role);
      g_assert_cmpmem (again->columns, sizeof again->columns, map->columns, sizeof map->columns);
    }
}

static void
test_unfit (void)
{
  static const char *const words[] = {
    "framework=x;text=A", "framework=x;roles=B-C", "framework=x;head=99;name=A",
    "sheet=no;framework=x;name=A", "name=A", "framework=a/b;name=A",
  };
  g_autoptr(GPtrArray) sheets = parse_marks ();

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(JkbColumnMap) map = jkb_column_map_parse (words[i], NULL);

      if (*map->sheet == '\0')
        map->sheet = (g_free (map->sheet), g_strdup ("表紙"));
      g_assert_null (jkb_column_map_apply (map, sheets, NULL, &error));
      g_assert_error (error, JKB_FRAMEWORK_ERROR, JKB_FRAMEWORK_ERROR_MALFORMED);
    }
}

/* ---- remembered ---- */

static void
test_remembered (void)
{
  static const char longer[] = ROWS "c\tWaiter\tHall\tX9\tTask\tWait\n";
  g_autoptr(GPtrArray) rows = parse (ROWS, strlen (ROWS));
  g_autoptr(GPtrArray) others = parse (longer, strlen (longer));
  g_autoptr(GPtrArray) profiles = parse (PROFILES, strlen (PROFILES));
  g_autoptr(JkbColumnMap) map = jkb_column_map_parse ("framework=tea;name=B;text=F", NULL);
  g_autoptr(JkbColumnMap) second = jkb_column_map_parse ("framework=pot;name=B;text=F", NULL);
  g_autofree char *none = NULL;
  g_autofree char *one = jkb_column_maps_remember (NULL, map, rows);
  g_autofree char *two = jkb_column_maps_remember (one, second, others);
  g_autofree char *three = jkb_column_maps_remember (two, map, profiles);
  g_autoptr(JkbColumnMap) found = jkb_column_maps_recall (one, others);
  g_autoptr(JkbColumnMap) last = jkb_column_maps_recall (three, rows);

  g_assert_cmpstr (found->framework, ==, "tea");
  g_assert_cmpstr (last->framework, ==, "pot");
  g_assert_null (jkb_column_maps_recall (two, profiles));
  g_assert_null (jkb_column_maps_recall (NULL, rows));
  g_assert_null (jkb_column_maps_recall ("broken", rows));
}

static void
test_opened (void)
{
  g_autofree char *own = g_dir_make_tmp ("jikenbo-own-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (own, "t.csv", NULL);
  g_autofree char *columns = g_build_filename (own, "columns.tsv", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbFrameworkOpened) asked = NULL;
  g_autoptr(JkbFrameworkOpened) given = NULL;
  g_autoptr(JkbFrameworkOpened) again = NULL;
  g_autoptr(JkbColumnMap) map = jkb_column_map_parse ("framework=tea;name=B;text=F", NULL);

  g_assert_true (g_file_set_contents (path, ROWS, -1, NULL));
  asked = jkb_framework_open (path, own, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (asked->file);
  g_assert_cmpint (asked->map->columns[JKB_MAP_NAME], ==, 1);
  given = jkb_framework_open (path, own, map, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (given->file->roles->len, ==, 2);
  g_assert_true (jkb_framework_remember_map (own, given, &error));
  again = jkb_framework_open (path, own, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->file->framework, ==, "tea");
  /* What is neither known nor a table keeps its reason. */
  g_assert_true (g_file_set_contents (path, "[1,2]", -1, NULL));
  g_assert_null (jkb_framework_open (path, own, NULL, NULL, &error));
  g_assert_cmpstr (error->message, ==, "profiles[0] is no object");
  g_unlink (path);
  g_unlink (columns);
  g_rmdir (own);
}

/* ---- indented text, and profiles taken apart ---- */

#define YAML \
  "# made up\nKeeper of Keys (KOK):\n  Alternative Title(s):\n    - Porter\n" \
  "  Summary statement: Keeps\n    all keys\n  Mission: none\n  Main task(s):\n" \
  "    - Lock\n    - Open: slowly\n      and wide\n  Key skill(s):\n    - Turning\n" \
  "Night-watch:\n  Summary statement: Watches\n  Main task(s):\n    - Lock\n"

static void
test_yaml (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbFrameworkFile) file = jkb_framework_file_parse (YAML, strlen (YAML), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (file->framework, ==, "ecsf");
  g_assert_cmpstr (jkb_framework_file_find_role (file, "keeper-of-keys")->summary, ==,
                   "Keeps all keys");
  assert_role (file, "keeper-of-keys", "task Lock, task Open: slowly and wide, skill Turning");
  assert_role (file, "night-watch", "task Lock");
}

static void
test_parts (void)
{
  static const char text[]
      = "{\"work_role\":[{\"id\":1,\"title\":\"Keeper (K)\",\"summary_statement\":\"Keeps\"}],"
        "\"tks\":[{\"id\":\"T0001\",\"type\":\"Task\",\"description\":\"Lock\"},"
        "{\"id\":\"K0001\",\"type\":7,\"description\":\"Keys\"}],"
        "\"relationship\":[{\"work_role_id\":1,\"tks_id\":\"T0001\"},"
        "{\"work_role_id\":1,\"tks_id\":\"K0001\"},{\"work_role_id\":2,\"tks_id\":[]}]}";
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbFrameworkFile) file = jkb_framework_file_parse (text, strlen (text), &error);

  g_assert_no_error (error);
  assert_role (file, "keeper", "task Lock, knowledge Keys");
  g_assert_cmpuint (file->faults->len, ==, 1);
}

static void
check_official (const char *name, guint n_statements, guint n_relations)
{
  g_autofree char *path = g_build_filename (g_getenv ("JIKENBO_FRAMEWORKS_DIR"), name, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbFrameworkFile) file = jkb_framework_file_read (path, &error);
  g_autoptr(JkbFrameworks) frameworks = jkb_frameworks_load (NULL, NULL);
  g_autoptr(GPtrArray) differences = NULL;
  guint n = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (file->roles->len, ==, 12);
  g_assert_cmpuint (file->statements->len, ==, n_statements);
  for (guint i = 0; i < file->roles->len; i++)
    n += ((JkbFileRole *) file->roles->pdata[i])->statements->len;
  g_assert_cmpuint (n, ==, n_relations);
  /* The identifiers that are made are those of the shipped data. */
  differences = jkb_framework_file_compare (file, jkb_frameworks_find (frameworks, "ecsf", NULL));
  for (guint i = 0; i < differences->len; i++)
    {
      const JkbFileDifference *difference = g_ptr_array_index (differences, i);

      g_assert_true (difference->loaded != NULL && difference->read != NULL);
    }
}

/* 123 + 103 + 124 statements at roles, and 22 deliverables, as the notes on these files count them. */
static void
test_official (void)
{
  if (g_getenv ("JIKENBO_FRAMEWORKS_DIR") == NULL)
    {
      g_test_skip ("JIKENBO_FRAMEWORKS_DIR is not set");
      return;
    }
  check_official ("ecsf-2022-profiles.yaml", 273 + 22, 123 + 103 + 124 + 22);
  check_official ("ecsf-2022-summarize.json", 273, 350);
}

/* ---- hostile ---- */

static void
refuse (const char *data, gsize n_bytes, JkbFrameworkError code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (jkb_sheets_parse (data, n_bytes, &error));
  g_assert_error (error, JKB_FRAMEWORK_ERROR, (int) code);
}

static void
refuse_filled (char byte, gsize n_bytes, JkbFrameworkError code)
{
  g_autofree char *data = g_malloc (n_bytes);

  memset (data, byte, n_bytes);
  refuse (data, n_bytes, code);
}

static void
test_hostile (void)
{
  refuse ("", 0, JKB_FRAMEWORK_ERROR_UNKNOWN);
  refuse ("a,b\0c", 5, JKB_FRAMEWORK_ERROR_UNKNOWN);
  refuse ("\xff\xff,\xff", 4, JKB_FRAMEWORK_ERROR_UNKNOWN);
  refuse ("PK\3\4", 4, JKB_FRAMEWORK_ERROR_MALFORMED);
  refuse_filled (' ', 30 * 1024 * 1024, JKB_FRAMEWORK_ERROR_UNKNOWN);
  refuse_filled ('\n', 30 * 1024 * 1024, JKB_FRAMEWORK_ERROR_UNKNOWN);
  refuse_filled (',', 30 * 1024 * 1024, JKB_FRAMEWORK_ERROR_TOO_LARGE);
  refuse_filled ('"', 30 * 1024 * 1024, JKB_FRAMEWORK_ERROR_UNKNOWN);
  refuse_filled (' ', 40 * 1024 * 1024, JKB_FRAMEWORK_ERROR_TOO_LARGE);
}

/* Text that would make more of everything than any framework has, each line something new. */
static void
refuse_lines (const char *head, const char *before, const char *after)
{
  g_autoptr(GString) text = g_string_new (head);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 310000; i++)
    g_string_append_printf (text, "%s%u%s\n", before, i, after);
  g_assert_null (jkb_framework_file_parse (text->str, text->len, &error));
  g_assert_error (error, JKB_FRAMEWORK_ERROR, JKB_FRAMEWORK_ERROR_TOO_LARGE);
}

static void
test_too_much (void)
{
  refuse_lines ("A role:\n  Summary statement: x\n  Main task(s):\n", "    - t", "");
  refuse_lines ("framework\tedition\trole_id\tname\tcategory\tsummary\tstatement_id\tkind\ttext\n",
                "x\t1\tr", "\t\t\t\t\t\t");
}

/* Any bytes and any map end with a file or a reason. */
static void
test_any (void)
{
  static const char pieces[][12] = { "\t", ",", "\n", "\"", "Role", "タスク", "- a", "M", " ", "\r\n" };

  for (int round = 0; round < 400; round++)
    {
      g_autoptr(GString) text = g_string_new ("role,text\n");
      g_autoptr(GPtrArray) sheets = NULL;
      g_autoptr(JkbColumnMap) map = NULL;
      g_autoptr(JkbFrameworkFile) file = NULL;
      g_autoptr(GError) error = NULL;

      for (int i = g_test_rand_int_range (0, 80); i > 0; i--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      sheets = parse (text->str, text->len);
      map = jkb_column_map_guess (sheets);
      map->framework = (g_free (map->framework), g_strdup ("x"));
      for (int i = 0; i < JKB_N_MAP_COLUMNS; i++)
        if (g_test_rand_bit ())
          map->columns[i] = g_test_rand_int_range (-1, 6);
      file = jkb_column_map_apply (map, sheets, NULL, &error);
      g_assert_true ((file == NULL) == (error != NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/framework-columns/marks", test_marks);
  g_test_add_func ("/framework-columns/profiles", test_profiles);
  g_test_add_func ("/framework-columns/rows", test_rows);
  g_test_add_func ("/framework-columns/text", test_text);
  g_test_add_func ("/framework-columns/words", test_words);
  g_test_add_func ("/framework-columns/unfit", test_unfit);
  g_test_add_func ("/framework-columns/remembered", test_remembered);
  g_test_add_func ("/framework-columns/opened", test_opened);
  g_test_add_func ("/framework-columns/yaml", test_yaml);
  g_test_add_func ("/framework-columns/parts", test_parts);
  g_test_add_func ("/framework-columns/official", test_official);
  g_test_add_func ("/framework-columns/hostile", test_hostile);
  g_test_add_func ("/framework-columns/too-much", test_too_much);
  g_test_add_func ("/framework-columns/any", test_any);
  return g_test_run ();
}
