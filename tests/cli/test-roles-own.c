/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `roles` with what a person brings along: files kept and forgotten, own changes in, out and away.
 */
#include <glib.h>
#include <string.h>

#include "run-cli.h"

#define TABLE "No.,小項目,茶頭,庭師\n1,湯を沸かす,M,\n2,石を置く,,O\n"
#define MAP "head=1;framework=tea;edition=2;statement_id=A;text=B;roles=C-D;marks=M,O"
#define CHANGES \
  "change\tframework\tedition\trole_id\tother\tvalue\ttext_en\ttext_ja\n" \
  "part\tnice\t2.2.0\tPD-WRL-003\tmisdelivery/govern\t3\tBecause of tea\t茶のため\n" \
  "name\town\t1\tporter\t\t\tPorter\t門番\n"

static void
expect (CliResult *result, int status, const char *out, const char *err)
{
  g_assert_cmpint (result->status, ==, status);
  if (out != NULL)
    g_assert_nonnull (strstr (result->out, out));
  if (err != NULL)
    g_assert_nonnull (strstr (result->err, err));
  cli_result_free (result);
}

static void
test_kept (void)
{
  g_autofree char *path = make_file ("table.csv", TABLE, -1);

  expect (run_cli (NULL, "roles", "--read", path, NULL), 1, NULL, "--map=");
  expect (run_cli (NULL, "roles", "--read", path, "--map", "name=?", NULL), 1, NULL,
          "no part of a map");
  expect (run_cli (NULL, "roles", "--read", path, "--map", MAP, "--keep", NULL), 0,
          "imported/tea@2.tsv", NULL);
  /* The map is remembered, and the roles are there for everything else. */
  expect (run_cli (NULL, "roles", "--read", path, "--role", "庭師", NULL), 0, "石を置く", NULL);
  expect (run_cli (NULL, "roles", "--role", "湯を沸かす", NULL), 0, "茶頭", NULL);
  expect (run_cli (NULL, "roles", "--forget", "imported/tea@2.tsv", NULL), 0, NULL, NULL);
  expect (run_cli (NULL, "roles", "--forget", "imported/tea@2.tsv", NULL), 1, NULL, "tea@2");
  expect (run_cli (NULL, "roles", "--role", "湯を沸かす", NULL), 1, NULL, NULL);
  expect (run_cli (NULL, "roles", "--keep", NULL), 2, NULL, "--read");
}

/* A kept file is spoken of on the page of each of its roles, also in another edition. */
static void
test_statements (void)
{
  g_autofree char *path = make_file (
      "nice.tsv",
      "framework\tedition\trole_id\tname\tcategory\tsummary\tstatement_id\tkind\ttext\n"
      "nice\t2.0.9\tPD-WRL-003\tIncident Response\tGroup\tActs.\tT1\ttask\tRing the bell\n"
      "nice\t2.0.9\tPD-WRL-003\tIncident Response\tGroup\tActs.\tK1\tknowledge\tBells\n", -1);
  g_autofree char *next = make_file (
      "next.tsv",
      "framework\tedition\trole_id\tname\tcategory\tsummary\tstatement_id\tkind\ttext\n"
      "nice\t2.1.9\tPD-WRL-003\tIncident Response\tGroup\tActs.\tT1\ttask\tRing both bells\n"
      "nice\t2.1.9\tPD-WRL-003\tIncident Response\tGroup\tActs.\tS1\tskill\tClimb\n", -1);

  expect (run_cli (NULL, "roles", "--read", path, "--keep", NULL), 0, "nice@2.0.9.tsv", NULL);
  expect (run_cli (NULL, "roles", "--role=PD-WRL-003", "--framework=nice", "--format=json", NULL), 0,
          "\"statements\":2,", NULL);
  expect (run_cli (NULL, "roles", "--role=PD-WRL-003", "--framework=nice", NULL), 0,
          "Tasks, Knowledge, Skills (NICE 2.0.9)\n  1  task\n  1  knowledge\n", NULL);
  /* The next file is compared with it, statement by statement. */
  expect (run_cli (NULL, "roles", "--read", path, NULL), 0,
          "No statement differs from those of your file of NICE 2.0.9", NULL);
  expect (run_cli (NULL, "roles", "--read", next, NULL), 0,
          "your file of NICE 2.0.9\n  T1  has other words\n  S1  only in the file\n  K1  not in the file\n", NULL);
  expect (run_cli (NULL, "roles", "--read", next, "--format=json", NULL), 0,
          "{\"statement\":\"T1\",\"kept_text\":\"Ring the bell\",\"file_text\":\"Ring both bells\"}", NULL);
  expect (run_cli (NULL, "roles", "--forget", "imported/nice@2.0.9.tsv", NULL), 0, NULL, NULL);
}

static void
test_changes (void)
{
  g_autofree char *path = make_file ("changes.tsv", CHANGES, -1);
  g_autofree char *bad = make_file ("bad.tsv", "change\tframework\nx\ty\n", -1);
  g_autoptr(GString) again = g_string_new (NULL);
  CliResult *result;

  expect (run_cli (NULL, "roles", "--own-import", bad, NULL), 1, NULL, "bad.tsv:1:");
  expect (run_cli (NULL, "roles", "--own-import", path, NULL), 0, NULL, NULL);
  expect (run_cli (NULL, "roles", "--type=misdelivery", "--format=json", NULL), 0, "Because of tea",
          NULL);
  expect (run_cli (NULL, "roles", "--role=porter", NULL), 0, "own", NULL);
  expect (run_cli (NULL, "roles", "--own-changes", "--format=json", NULL), 0,
          "\"other\":\"misdelivery/govern\"", NULL);
  result = run_cli (NULL, "roles", "--own-changes", NULL);
  g_string_assign (again, result->out);
  expect (result, 0, "茶のため", NULL);
  expect (run_cli (NULL, "roles", "--own-reset", NULL), 0, NULL, NULL);
  expect (run_cli (NULL, "roles", "--role=porter", NULL), 1, NULL, NULL);
  /* What was printed can be imported as it is. */
  {
    g_autofree char *printed = make_file ("printed.tsv", again->str, -1);

    expect (run_cli (NULL, "roles", "--own-import", printed, NULL), 0, NULL, NULL);
  }
  result = run_cli (NULL, "roles", "--own-changes", NULL);
  g_assert_cmpstr (result->out, ==, again->str);
  cli_result_free (result);
  expect (run_cli (NULL, "roles", "--own-reset", NULL), 0, NULL, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/cli/roles-own/kept", test_kept);
  g_test_add_func ("/cli/roles-own/statements", test_statements);
  g_test_add_func ("/cli/roles-own/changes", test_changes);
  return g_test_run ();
}
