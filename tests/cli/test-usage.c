/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "run-cli.h"

static void
test_help (void)
{
  g_autoptr(CliResult) result = run_cli (NULL, "--help", NULL);
  g_autoptr(CliResult) word = run_cli (NULL, "help", NULL);

  g_assert_cmpint (result->status, ==, 0);
  g_assert_cmpstr (result->err, ==, "");
  g_assert_cmpstr (result->out, ==, word->out);
  g_assert_nonnull (strstr (result->out, "extract"));
  g_assert_nonnull (strstr (result->out, "Examples:"));
}

/* Each command that the help lists has a help of its own with examples of itself. */
static void
test_help_of_commands (void)
{
  g_autoptr(CliResult) result = run_cli (NULL, "--help", NULL);
  g_autoptr(GRegex) regex = g_regex_new ("^  ([a-z]+) {2,}", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  guint n_commands = 0;

  for (g_regex_match (regex, result->out, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);
      g_autofree char *example = g_strdup_printf ("  jikenbo-cli %s", name);
      g_autofree char *usage = g_strdup_printf ("jikenbo-cli %s [OPTION…]", name);
      g_autoptr(CliResult) help = run_cli (NULL, name, "--help", NULL);
      g_autoptr(CliResult) other = run_cli (NULL, "help", name, NULL);

      g_assert_cmpint (help->status, ==, 0);
      g_assert_cmpstr (help->out, ==, other->out);
      g_assert_nonnull (strstr (help->out, usage));
      g_assert_nonnull (strstr (strstr (help->out, "Examples:"), example));
      n_commands++;
    }
  g_assert_cmpuint (n_commands, >=, 2);
}

static void
test_version (void)
{
  g_autoptr(CliResult) result = run_cli (NULL, "--version", NULL);

  g_assert_cmpint (result->status, ==, 0);
  g_assert_true (g_str_has_prefix (result->out, "jikenbo-cli "));
  assert_lines (result->out, 1);
}

static void
assert_misuse (CliResult *result, const char *reason)
{
  g_assert_cmpint (result->status, ==, 2);
  g_assert_cmpstr (result->out, ==, "");
  g_assert_nonnull (strstr (result->err, reason));
  assert_lines (result->err, 2);
}

static void
test_misuse (void)
{
  g_autoptr(CliResult) nothing = run_cli (NULL, NULL);
  g_autoptr(CliResult) command = run_cli (NULL, "no\x1bsuch", NULL);
  g_autoptr(CliResult) option = run_cli (NULL, "--nonsense", NULL);
  g_autoptr(CliResult) sub_option = run_cli (NULL, "extract", "--nonsense", NULL);
  g_autoptr(CliResult) file = run_cli (NULL, "extract", NULL);
  g_autoptr(CliResult) format = run_cli (NULL, "extract", "--format=%s%n", "-", NULL);
  g_autoptr(CliResult) value = run_cli (NULL, "roles", "--type=nonsense", NULL);
  g_autoptr(CliResult) both = run_cli (NULL, "roles", "--type=misdelivery", "--matrix", NULL);

  assert_misuse (nothing, "command");
  assert_misuse (command, "no␛such");
  assert_misuse (option, "--nonsense");
  assert_misuse (sub_option, "--nonsense");
  assert_misuse (file, "file");
  assert_misuse (format, "%s%n");
  assert_misuse (value, "nonsense");
  assert_misuse (both, "--matrix");
}

/* A full disk is said, and is no success. */
static void
test_full_output (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *command = g_strdup_printf ("%s --help > /dev/full", g_getenv ("JIKENBO_CLI"));
  const char *const arguments[] = { "sh", "-c", command, NULL };
  g_autofree char *err = NULL;
  int status;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("no /dev/full");
      return;
    }
  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                               NULL, &err, &status, &error));
  g_assert_no_error (error);
  g_assert_false (g_spawn_check_wait_status (status, &error));
  g_assert_error (error, G_SPAWN_EXIT_ERROR, 1);
  assert_lines (err, 1);
}

static void
test_roles (void)
{
  g_autoptr(CliResult) table = run_cli (NULL, "roles", "--type=misdelivery", NULL);
  g_autoptr(CliResult) lines
      = run_cli (NULL, "roles", "--type=misdelivery", "--format=json", NULL);
  g_autoptr(CliResult) missing = run_cli (NULL, "roles", "--role=no such role", NULL);
  g_autoptr(CliResult) alias = run_cli (NULL, "roles", "--type=誤送信", NULL);
  g_auto(GStrv) objects = g_strsplit (lines->out, "\n", -1);
  guint n_lines = g_strv_length (objects) - 1;

  g_assert_cmpint (table->status, ==, 0);
  g_assert_cmpint (lines->status, ==, 0);
  g_assert_cmpuint (n_lines, >, 4);
  assert_lines (table->out, n_lines + 1);
  for (guint i = 0; i < n_lines; i++)
    {
      g_autoptr(JsonNode) node = parse_json (objects[i]);
      JsonObject *object = json_node_get_object (node);

      g_assert_cmpstr (json_object_get_string_member (object, "subject"), ==, "misdelivery");
      g_assert_cmpint (json_object_get_int_member (object, "weight"), >=, 1);
      g_assert_nonnull (json_object_get_string_member (object, "reason_ja"));
    }
  g_assert_cmpint (missing->status, ==, 1);
  assert_lines (missing->err, 1);
  g_assert_cmpstr (alias->out, ==, table->out);
}

/* Each phase without anybody is closed by exactly one step. */
static void
check_plan (const char *option, const char *coverage)
{
  g_autoptr(CliResult) plan = run_cli (NULL, "roles", option, "--plan", "--format=json", NULL);
  g_autoptr(CliResult) text = run_cli (NULL, "roles", option, "--plan", NULL);
  g_autoptr(CliResult) alone = run_cli (NULL, "roles", "--plan", NULL);
  g_auto(GStrv) lines = g_strsplit (g_strchomp (plan->out), "\n", -1);
  const char *count = strstr (coverage, " of 57 phases");
  gint64 n_held;
  guint n_closed = 0;

  while (count > coverage && g_ascii_isdigit (count[-1]))
    count--;
  n_held = g_ascii_strtoll (count, NULL, 10);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr(JsonNode) node = parse_json (lines[i]);
      JsonObject *step = json_node_get_object (node);

      g_assert_cmpint (json_object_get_int_member (step, "step"), ==, i + 1);
      n_closed += json_array_get_length (json_object_get_array_member (step, "closes"));
    }
  g_assert_cmpint (n_held + n_closed, ==, 57);
  g_assert_true (g_str_has_prefix (text->out, "1. "));
  g_assert_cmpint (alone->status, ==, 2);
}

/* What carries over and what is to be learnt are together what the role reached does. */
static void
test_roles_compared (void)
{
  g_autofree char *held = g_build_filename (g_get_user_data_dir (), "held.txt", NULL);
  g_autoptr(CliResult) path
      = run_cli (NULL, "roles", "--format=json", "--path", "secbok-11", "digital-forensics", NULL);
  g_autoptr(CliResult) same = run_cli (NULL, "roles", "--path", "secbok-11", "secbok-11", NULL);
  g_autoptr(CliResult) short_path = run_cli (NULL, "roles", "--path", "secbok-11", NULL);
  g_autoptr(CliResult) beside = run_cli (NULL, "roles", "--beside=PD-WRL-003", NULL);
  g_autoptr(CliResult) changes = run_cli (NULL, "roles", "--changes=nice:2017", NULL);
  g_autoptr(CliResult) no_change = run_cli (NULL, "roles", "--changes=ecsf", NULL);
  g_autoptr(CliResult) no_file = run_cli (NULL, "roles", "--coverage=/nowhere", NULL);
  g_autoptr(CliResult) coverage = NULL;
  g_autofree char *option = g_strconcat ("--coverage=", held, NULL);
  g_autoptr(JsonNode) node = parse_json (path->out);
  JsonObject *step = json_node_get_object (node);

  g_assert_cmpint (path->status, ==, 0);
  g_assert_cmpstr (json_object_get_string_member (step, "relation"), ==, "close");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (step, "carries_over")), ==,
                    7);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (step, "to_learn")), ==, 1);
  g_assert_cmpstr (same->out, ==, "");
  g_assert_cmpint (same->status, ==, 0);
  g_assert_cmpint (short_path->status, ==, 2);
  g_assert_cmpint (beside->status, ==, 0);
  g_assert_nonnull (strstr (beside->out, "PD-WRL-002"));
  assert_lines (changes->out, 56);
  g_assert_cmpint (no_change->status, ==, 2);
  g_assert_cmpint (no_file->status, ==, 1);
  assert_lines (no_file->err, 1);
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (held, "nice PD-WRL-003\n", -1, NULL));
  coverage = run_cli (NULL, "roles", option, NULL);
  g_assert_cmpint (coverage->status, ==, 0);
  g_assert_nonnull (strstr (coverage->out, " of 57 phases of work have somebody."));
  check_plan (option, coverage->out);
}

static void
test_courses (void)
{
  g_autofree char *path = make_file ("courses.tsv",
                                     "course\troles\tstatements\nBells\tnice/2.2.0/PD-WRL-003\t\n", -1);
  g_autofree char *bad = make_file ("bad.tsv", "course\troles\tstatements\nBells\tx\t\n", -1);
  g_autofree char *option = g_strconcat ("--courses=", path, NULL);
  g_autofree char *bad_option = g_strconcat ("--courses=", bad, NULL);
  g_autoptr(CliResult) text = run_cli (NULL, "roles", option, NULL);
  g_autoptr(CliResult) lines
      = run_cli (NULL, "roles", option, "--framework=nice", "--format=json", NULL);
  g_autoptr(CliResult) refused = run_cli (NULL, "roles", bad_option, NULL);
  g_auto(GStrv) first = g_strsplit (lines->out, "\n", 2);
  g_autoptr(JsonNode) node = parse_json (first[0]);
  JsonObject *fit = json_node_get_object (node);

  g_assert_cmpint (text->status, ==, 0);
  g_assert_nonnull (strstr (text->out, "PD-WRL-003"));
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (fit, "role"), "role"),
                   ==, "PD-WRL-003");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (fit, "missing")), ==, 0);
  g_assert_cmpint (refused->status, ==, 1);
  g_assert_nonnull (strstr (refused->err, "bad.tsv:2: no role “x”"));
}

static void
test_job_description (void)
{
  g_autoptr(CliResult) text
      = run_cli (NULL, "roles", "--job-description=PD-WRL-003", "--language=ja", NULL);
  g_autoptr(CliResult) line = run_cli (NULL, "roles", "--job-description=PD-WRL-003",
                                       "--language=en", "--format=json", NULL);
  g_autoptr(CliResult) missing = run_cli (NULL, "roles", "--job-description=nobody", NULL);
  g_autoptr(CliResult) language
      = run_cli (NULL, "roles", "--job-description=PD-WRL-003", "--language=fr", NULL);
  g_autoptr(CliResult) alone = run_cli (NULL, "roles", "--language=ja", NULL);
  g_autoptr(JsonNode) node = parse_json (line->out);
  JsonObject *description = json_node_get_object (node);

  g_assert_cmpint (text->status, ==, 0);
  g_assert_nonnull (strstr (text->out, "出典"));
  g_assert_cmpstr (json_object_get_string_member (description, "language"), ==, "en");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (description, "sections")), >,
                    2);
  g_assert_cmpint (missing->status, ==, 1);
  g_assert_cmpint (language->status, ==, 2);
  g_assert_cmpint (alone->status, ==, 2);
}

static void
test_roles_file (void)
{
  g_autofree char *path = make_file (
      "ecsf.json", "[{\"title\":\"Keeper \\u001b[1m(K)\",\"main_tasks\":[\"Lock\",\"Lock\"]}]", -1);
  g_autofree char *bad = make_file ("bad.json", "[1]", -1);
  g_autofree char *option = g_strconcat ("--read=", path, NULL);
  g_autofree char *bad_option = g_strconcat ("--read=", bad, NULL);
  g_autoptr(CliResult) text = run_cli (NULL, "roles", option, NULL);
  g_autoptr(CliResult) line = run_cli (NULL, "roles", option, "--format=json", NULL);
  g_autoptr(CliResult) role = run_cli (NULL, "roles", option, "--role=keeper-1m", NULL);
  g_autoptr(CliResult) refused = run_cli (NULL, "roles", bad_option, NULL);
  g_autoptr(JsonNode) node = parse_json (line->out);
  JsonObject *object = json_node_get_object (node);

  g_assert_cmpint (text->status, ==, 0);
  g_assert_null (strchr (text->out, '\033'));
  g_assert_cmpint (json_object_get_int_member (object, "roles"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (object, "task"), ==, 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "faults")), ==, 1);
  g_assert_cmpint (json_array_get_length (json_object_get_array_member (object, "differences")), ==,
                   13);
  g_assert_cmpint (role->status, ==, 0);
  g_assert_nonnull (strstr (role->out, "Lock"));
  g_assert_cmpint (refused->status, ==, 1);
  g_assert_true (g_str_has_prefix (refused->err, bad));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/cli/usage/help", test_help);
  g_test_add_func ("/cli/usage/help-of-commands", test_help_of_commands);
  g_test_add_func ("/cli/usage/version", test_version);
  g_test_add_func ("/cli/usage/misuse", test_misuse);
  g_test_add_func ("/cli/usage/full-output", test_full_output);
  g_test_add_func ("/cli/usage/roles", test_roles);
  g_test_add_func ("/cli/usage/roles-compared", test_roles_compared);
  g_test_add_func ("/cli/courses", test_courses);
  g_test_add_func ("/cli/job-description", test_job_description);
  g_test_add_func ("/cli/usage/roles-file", test_roles_file);
  return g_test_run ();
}
