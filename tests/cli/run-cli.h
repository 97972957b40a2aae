/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

/**
 * CliResult:
 * @status: exit status
 * @out: standard output
 * @err: standard error
 *
 * What a run of the program came to.
 */
typedef struct
{
  int status;
  char *out;
  char *err;
} CliResult;

/**
 * cli_result_free:
 * @result: (transfer full): a result
 */
void cli_result_free (CliResult *result);

/**
 * run_cli:
 * @input: (nullable): standard input
 * @...: (sentinel): arguments, ended by %NULL
 *
 * Runs `$JIKENBO_CLI` in the home of the test and waits for its end.
 *
 * Returns: (transfer full): what came of it; never killed by a signal, output valid UTF-8
 */
CliResult *run_cli (const char *input, ...) G_GNUC_NULL_TERMINATED;

/**
 * make_file:
 * @name: file name
 * @bytes: contents
 * @n_bytes: their length, -1 when NUL-terminated
 *
 * Makes a file in a folder of the test. Returns: (transfer full): its path
 */
char *make_file (const char *name, const char *bytes, gssize n_bytes);

/**
 * parse_json:
 * @text: JSON
 *
 * Returns: (transfer full): the value; the test fails when it is none
 */
JsonNode *parse_json (const char *text);

/**
 * assert_lines:
 * @text: text
 * @n_lines: how many lines it has to have, each ended by a line feed
 */
void assert_lines (const char *text, guint n_lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliResult, cli_result_free)
