/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "run-cli.h"

/* In a file of SQLite, the highest byte of its user version, see https://www.sqlite.org/fileformat.html */
#define USER_VERSION_AT 60

static const char page[]
    = "個人情報の紛失に関するお詫びとお知らせ\n\n"
      "このたび、株式会社みどり山文具は、お客様120名分の氏名と電話番号を記した名簿を紛失いたしました。\n"
      "2024年5月10日に紛失が判明し、同日、個人情報保護委員会へ報告いたしました。\n"
      "関係者の皆様に深くお詫び申し上げます。\n";

static char *
make_casebook (void)
{
  g_autofree char *notice = make_file ("notice.txt", page, -1);
  char *casebook = make_file ("casebook.sqlite3", "", 0);
  g_autoptr(CliResult) result = NULL;

  g_assert_cmpint (g_remove (casebook), ==, 0);
  result = run_cli (NULL, "--casebook", casebook, "import", "--no-bundled", notice, NULL);
  g_assert_cmpstr (result->err, ==, "");
  g_assert_cmpint (result->status, ==, 0);
  return casebook;
}

static JsonArray *
list_json (const char *casebook, const char *command, const char *argument, JsonNode **root)
{
  g_autoptr(CliResult) result
      = run_cli (NULL, "--casebook", casebook, command, "--format=json", argument, NULL);

  g_assert_cmpstr (result->err, ==, "");
  g_assert_cmpint (result->status, ==, 0);
  *root = parse_json (result->out);
  return json_node_get_array (*root);
}

static guint
count_listed (const char *casebook, const char *command, const char *argument)
{
  g_autoptr(JsonNode) root = NULL;

  return json_array_get_length (list_json (casebook, command, argument, &root));
}

/* Importing again changes nothing; neither does the same notice under another name. */
static void
test_import (void)
{
  g_autofree char *casebook = make_casebook ();
  g_autofree char *again = make_file ("again.txt", page, -1);
  g_autoptr(CliResult) result
      = run_cli (NULL, "import", "--casebook", casebook, again, "/no/such/file", again, NULL);

  g_assert_cmpint (result->status, ==, 1);
  g_assert_nonnull (strstr (result->out, "\n0 new, 2 known, 0 set aside, 1 not read\n"));
  assert_lines (result->err, 1);
  g_assert_true (g_str_has_prefix (result->err, "/no/such/file: "));
  g_assert_cmpuint (count_listed (casebook, "list", NULL), ==, 1);
}

/* When nobody has it open, a casebook is one file, which can be handed to a colleague. */
static void
test_one_file (void)
{
  g_autofree char *casebook = make_casebook ();
  g_autofree char *log = g_strconcat (casebook, "-wal", NULL);

  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_listed (casebook, "list", NULL), ==, 1);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

static void
test_standard_input (void)
{
  g_autofree char *casebook = make_casebook ();
  static const char other[]
      = "書類の誤送付について\n\n青葉町立図書館は、2024年8月2日に利用者15名分の書類を誤って送付しました。深くお詫び申し上げます。\n";
  g_autoptr(CliResult) result
      = run_cli (other, "--casebook", casebook, "import", "-", NULL);

  g_assert_cmpint (result->status, ==, 0);
  g_assert_true (g_str_has_prefix (result->out, "-\n  new "));
  g_assert_cmpuint (count_listed (casebook, "list", NULL), ==, 2);
}

/* The same notice within another page is known; a later report joins its case and tells what changed. */
static void
test_further_report (void)
{
  static const char last[]
      = "名簿の紛失について(最終報)\n\nみどり山文具株式会社は、2024年5月10日に判明した名簿の紛失について、対象が"
        "お客様97名分の氏名と電話番号であったことを確認しました。深くお詫び申し上げます。\n";
  g_autofree char *casebook = make_casebook ();
  g_autofree char *around = g_strconcat ("会社案内 製品 採用\n\n", page, "前のお知らせ 次のお知らせ\n", NULL);
  g_autoptr(CliResult) known = run_cli (around, "--casebook", casebook, "import", "-", NULL);
  g_autoptr(CliResult) joined = run_cli (last, "--casebook", casebook, "import", "-", NULL);
  g_autoptr(CliResult) shown = NULL;

  g_assert_true (g_str_has_prefix (known->out, "-\n  same notice "));
  g_assert_true (g_str_has_prefix (joined->out, "-\n  further report "));
  g_assert_nonnull (strstr (joined->out, "People affected: 120 people → 97 people\n"));
  g_assert_cmpuint (count_listed (casebook, "list", NULL), ==, 1);
  shown = run_cli (NULL, "--casebook", casebook, "show", "1", NULL);
  g_assert_nonnull (strstr (shown->out, "People affected: 120 people → 97 people\n"));
}

static void
test_search (void)
{
  g_autofree char *casebook = make_casebook ();

  g_assert_cmpuint (count_listed (casebook, "search", "紛失"), ==, 1);
  g_assert_cmpuint (count_listed (casebook, "search", "みどり山 名簿"), ==, 1);
  g_assert_cmpuint (count_listed (casebook, "search", "紛"), ==, 1);
  g_assert_cmpuint (count_listed (casebook, "search", "ﾐﾄﾞﾘ"), ==, 0);
  g_assert_cmpuint (count_listed (casebook, "search", "１２０名"), ==, 1);
  g_assert_cmpuint (count_listed (casebook, "search", "紛失 誤送信"), ==, 0);
  g_assert_cmpuint (count_listed (casebook, "search", "-紛失"), ==, 0);
  g_assert_cmpuint (count_listed (casebook, "search", "-誤送信"), ==, 1);
  g_assert_cmpuint (count_listed (casebook, "search", "key:1"), ==, 1);
  g_assert_cmpuint (count_listed (casebook, "search", "%' OR 1=1 --"), ==, 0);
}

static void
test_options (void)
{
  g_autofree char *casebook = make_casebook ();
  static const char *const bad[] = { "--type=nonsense", "--from=yesterday", "--sort=nonsense",
                                     "--people=many",   "--limit=some",     "--year=\"" };

  g_assert_cmpuint (count_listed (casebook, "list", "--limit=0"), ==, 0);
  g_assert_cmpuint (count_listed (casebook, "list", "--review=unread"), ==, 1);
  g_assert_cmpuint (count_listed (casebook, "list", "--review=bundled,done"), ==, 0);
  g_assert_cmpuint (count_listed (casebook, "list", "--from=2031"), ==, 0);
  g_assert_cmpuint (count_listed (casebook, "list", "--sort=-people"), ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(CliResult) result
          = run_cli (NULL, "--casebook", casebook, "list", bad[i], NULL);

      g_assert_cmpint (result->status, ==, 2);
      g_assert_cmpstr (result->out, ==, "");
      assert_lines (result->err, 2);
    }
}

static void
test_table (void)
{
  g_autofree char *casebook = make_casebook ();
  g_autoptr(CliResult) list = run_cli (NULL, "--casebook", casebook, "list", NULL);
  g_autoptr(CliResult) none = run_cli (NULL, "--casebook", casebook, "search", "無い", NULL);

  assert_lines (list->out, 3);
  g_assert_true (g_str_has_prefix (list->out, "No.  "));
  g_assert_true (g_str_has_suffix (list->out, "\n1 case\n"));
  g_assert_cmpint (none->status, ==, 0);
  g_assert_cmpstr (none->out, ==, "0 cases\n");
}

/* What a person typed into a notice is data in every format. */
static void
test_formulas (void)
{
  static const char nasty[] = "=HYPERLINK(\"http://x\")に関する個人情報の紛失のお詫び\n\n"
                              "このたび、株式会社みどり山文具はお客様の名簿を紛失し、\x1b[31m"
                              "深くお詫び申し上げます。情報の漏えいの可能性がございます。\n";
  g_autofree char *casebook = make_casebook ();
  g_autoptr(CliResult) import = run_cli (nasty, "--casebook", casebook, "import", "-", NULL);
  g_autoptr(CliResult) csv = run_cli (NULL, "--casebook", casebook, "export", NULL);
  g_autoptr(CliResult) show = run_cli (NULL, "--casebook", casebook, "show", "2", NULL);

  g_assert_cmpint (import->status, ==, 0);
  g_assert_null (strchr (import->out, '\x1b'));
  g_assert_cmpint (csv->status, ==, 0);
  g_assert_true (g_str_has_prefix (csv->out, "id,key,title,organisation,"));
  g_assert_nonnull (strstr (csv->out, ",\"'=HYPERLINK(\"\"http://x\"\")"));
  g_assert_true (g_str_has_suffix (csv->out, ",unread\r\n"));
  g_assert_cmpint (show->status, ==, 0);
  g_assert_null (strchr (show->out, '\x1b'));
}

static void
test_show (void)
{
  g_autofree char *casebook = make_casebook ();
  g_autoptr(CliResult) text = run_cli (NULL, "--casebook", casebook, "show", "1", NULL);
  g_autoptr(CliResult) json
      = run_cli (NULL, "--casebook", casebook, "show", "--format=json", "1", NULL);
  g_autoptr(CliResult) missing = run_cli (NULL, "--casebook", casebook, "show", "7", "1", NULL);
  g_autoptr(JsonNode) root = parse_json (json->out);
  JsonObject *object = json_node_get_object (root);
  JsonArray *facts = json_object_get_array_member (object, "facts");
  JsonArray *notices = json_object_get_array_member (object, "notices");
  const char *notice
      = json_object_get_string_member (json_array_get_object_element (notices, 0), "text");

  g_assert_nonnull (strstr (text->out, "個人情報の紛失に関するお詫びとお知らせ"));
  g_assert_nonnull (strstr (text->out, "《"));
  g_assert_cmpuint (json_array_get_length (facts), >, 0);
  for (guint i = 0; i < json_array_get_length (facts); i++)
    {
      JsonObject *fact = json_array_get_object_element (facts, i);
      gint64 begin = json_object_get_int_member (fact, "begin");
      gint64 end = json_object_get_int_member (fact, "end");

      g_assert_true (begin <= end && end <= (gint64) strlen (notice));
      g_assert_true (g_utf8_validate (notice + begin, end - begin, NULL));
    }
  g_assert_cmpint (missing->status, ==, 1);
  g_assert_cmpstr (missing->out, ==, text->out);
  assert_lines (missing->err, 1);
}

static void
test_stats (void)
{
  g_autofree char *casebook = make_casebook ();
  g_autoptr(CliResult) text = run_cli (NULL, "--casebook", casebook, "stats", NULL);
  g_autoptr(CliResult) json
      = run_cli (NULL, "--casebook", casebook, "stats", "--format=json", NULL);
  g_autoptr(JsonNode) root = parse_json (json->out);
  JsonObject *object = json_node_get_object (root);
  JsonObject *types = json_object_get_object_member (object, "types");
  g_autoptr(GList) names = json_object_get_members (types);
  gint64 sum = 0;

  g_assert_cmpint (text->status, ==, 0);
  g_assert_true (g_str_has_prefix (text->out, "1 case\n"));
  for (GList *l = names; l != NULL; l = l->next)
    sum += json_object_get_int_member (types, l->data);
  g_assert_cmpint (sum, ==, 1);
  g_assert_cmpint (json_object_get_int_member (object, "cases"), ==, 1);
}

static void
assert_picture (const char *casebook, const char *name, const char *magic)
{
  g_autofree char *path = make_file (name, "", 0);
  g_autofree char *bytes = NULL;
  g_autoptr(CliResult) result
      = run_cli (NULL, "--casebook", casebook, "chart", "causes", "--output", path, NULL);
  gsize n_bytes;

  g_assert_cmpint (result->status, ==, 0);
  g_assert_true (g_file_get_contents (path, &bytes, &n_bytes, NULL));
  g_assert_cmpuint (n_bytes, >, 500);
  g_assert_true (memcmp (bytes, magic, strlen (magic)) == 0);
}

static void
test_chart (void)
{
  g_autofree char *casebook = make_casebook ();
  g_autoptr(CliResult) words = run_cli (NULL, "--casebook", casebook, "chart", "causes", NULL);
  g_autoptr(CliResult) csv
      = run_cli (NULL, "--casebook", casebook, "chart", "affected", "--format=csv", NULL);
  g_autoptr(CliResult) bad = run_cli (NULL, "--casebook", casebook, "chart", "nonsense", NULL);
  g_autoptr(CliResult) ending
      = run_cli (NULL, "--casebook", casebook, "chart", "causes", "--output=x.gif", NULL);

  assert_picture (casebook, "causes.svg", "<?xml");
  assert_picture (casebook, "causes.png", "\x89PNG");
  assert_picture (casebook, "causes.pdf", "%PDF");
  g_assert_nonnull (strstr (words->out, "1 case"));
  g_assert_nonnull (strstr (csv->out, "\r\n"));
  g_assert_cmpint (bad->status, ==, 2);
  g_assert_cmpint (ending->status, ==, 1);
  assert_lines (ending->err, 1);
}

/* A comparison says shares and counts of both filters, in any classification; what it cannot do is refused
 * before anything is drawn. */
static void
test_chart_compared (void)
{
  static const char *const wrong[][4] = {
    { "causes", "--published=2024", NULL, NULL },
    { "causes", "--scheme=tsr", "--published=2024", "--against=--type=theft_physical" },
    { "time", "--by=month", "--against=--type=theft_physical", NULL },
    { "top", "--against=--type=theft_physical", NULL, NULL },
  };
  g_autofree char *casebook = make_casebook ();
  g_autoptr(CliResult) words
      = run_cli (NULL, "--casebook", casebook, "chart", "causes", "--scheme=tsr",
                 "--against=--type=theft_physical", NULL);

  g_assert_cmpint (words->status, ==, 0);
  g_assert_nonnull (strstr (words->out, "Shares of 1 and of 0 cases. Classification: Tokyo Shoko Research"));
  g_assert_nonnull (strstr (words->out, "100% (1); Type: Theft 0% (0)"));
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(CliResult) result = run_cli (NULL, "--casebook", casebook, "chart", wrong[i][0], wrong[i][1],
                                             wrong[i][2], wrong[i][3], NULL);

      g_assert_cmpint (result->status, ==, 2);
      g_assert_cmpstr (result->out, ==, "");
    }
}

/* The usual casebook is made when it is first looked at, and starts with the bundled cases. */
static void
test_usual_casebook (void)
{
  g_autoptr(CliResult) list = run_cli (NULL, "list", "--limit=3", NULL);
  g_autoptr(CliResult) check = run_cli (NULL, "check", NULL);
  g_autofree char *path
      = g_build_filename (g_get_user_data_dir (), "jikenbo", "casebook.sqlite3", NULL);

  g_assert_cmpint (list->status, ==, 0);
  assert_lines (list->out, 5);
  g_assert_nonnull (strstr (list->out, "\n3 of "));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (check->status, ==, 0);
  g_assert_cmpstr (check->err, ==, "");
}

/* What is wrong, with the file, and then what to do. */
static void
assert_advised (const CliResult *result, const char *file, const char *advice)
{
  assert_lines (result->err, 2);
  g_assert_true (g_str_has_prefix (result->err, file));
  g_assert_nonnull (strstr (strchr (result->err, '\n'), advice));
}

/* A casebook that is named and not there, or is something else, is left alone. */
static void
test_bad_casebook (void)
{
  g_autofree char *text = make_file ("text.sqlite3", "this is no casebook at all, is it?", -1);
  static const char *const commands[] = { "list", "check", "stats", "export" };

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr(CliResult) missing
          = run_cli (NULL, commands[i], "--casebook=/no/such/casebook", NULL);
      g_autoptr(CliResult) other = run_cli (NULL, commands[i], "--casebook", text, NULL);

      g_assert_cmpint (missing->status, ==, 1);
      g_assert_cmpstr (missing->out, ==, "");
      assert_advised (missing, "/no/such/casebook: ", "connect the drive");
      g_assert_cmpint (other->status, ==, 1);
      assert_advised (other, text, "import it");
    }
}

/* Written by a program that knows more than this one. */
static void
test_newer_casebook (void)
{
  g_autofree char *usual = g_build_filename (g_get_user_data_dir (), "jikenbo", "casebook.sqlite3", NULL);
  g_autoptr(CliResult) made = run_cli (NULL, "list", "--limit=1", NULL);
  g_autoptr(CliResult) newer = NULL;
  g_autofree char *path = NULL;
  g_autofree char *bytes = NULL;
  gsize n_bytes;

  g_assert_true (g_file_get_contents (usual, &bytes, &n_bytes, NULL));
  bytes[USER_VERSION_AT] = 0x7f;
  path = make_file ("newer.sqlite3", bytes, (gssize) n_bytes);
  newer = run_cli (NULL, "list", "--casebook", path, NULL);
  g_assert_cmpint (newer->status, ==, 1);
  g_assert_cmpstr (newer->out, ==, "");
  assert_advised (newer, path, "Update Jikenbo");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/cli/casebook/import", test_import);
  g_test_add_func ("/cli/casebook/one-file", test_one_file);
  g_test_add_func ("/cli/casebook/standard-input", test_standard_input);
  g_test_add_func ("/cli/casebook/further-report", test_further_report);
  g_test_add_func ("/cli/casebook/search", test_search);
  g_test_add_func ("/cli/casebook/options", test_options);
  g_test_add_func ("/cli/casebook/table", test_table);
  g_test_add_func ("/cli/casebook/formulas", test_formulas);
  g_test_add_func ("/cli/casebook/show", test_show);
  g_test_add_func ("/cli/casebook/stats", test_stats);
  g_test_add_func ("/cli/casebook/chart", test_chart);
  g_test_add_func ("/cli/casebook/chart-compared", test_chart_compared);
  g_test_add_func ("/cli/casebook/usual-casebook", test_usual_casebook);
  g_test_add_func ("/cli/casebook/bad-casebook", test_bad_casebook);
  g_test_add_func ("/cli/casebook/newer-casebook", test_newer_casebook);
  return g_test_run ();
}
