/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run-cli.h"

#include <gio/gio.h>
#include <stdarg.h>
#include <string.h>

static char *
take_text (GBytes *bytes)
{
  gsize n_bytes = g_bytes_get_size (bytes);
  char *text = n_bytes > 0 ? g_strndup (g_bytes_get_data (bytes, NULL), n_bytes) : g_strdup ("");

  g_assert_cmpuint (strlen (text), ==, n_bytes);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  return text;
}

void
cli_result_free (CliResult *result)
{
  g_free (result->out);
  g_free (result->err);
  g_free (result);
}

CliResult *
run_cli (const char *input, ...)
{
  g_autoptr(GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr(GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                   | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GBytes) in = g_bytes_new (input, input != NULL ? strlen (input) : 0);
  g_autoptr(GBytes) out = NULL;
  g_autoptr(GBytes) err = NULL;
  g_autoptr(GError) error = NULL;
  CliResult *result = g_new0 (CliResult, 1);
  va_list args;

  g_ptr_array_add (arguments, (gpointer) g_getenv ("JIKENBO_CLI"));
  va_start (args, input);
  for (const char *word = va_arg (args, const char *); word != NULL;
       word = va_arg (args, const char *))
    g_ptr_array_add (arguments, (gpointer) word);
  va_end (args);
  g_ptr_array_add (arguments, NULL);

  g_subprocess_launcher_setenv (launcher, "HOME", g_get_home_dir (), TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", g_get_user_data_dir (), TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments->pdata, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate (process, in, NULL, &out, &err, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  result->status = g_subprocess_get_exit_status (process);
  result->out = take_text (out);
  result->err = take_text (err);
  return result;
}

char *
make_file (const char *name, const char *bytes, gssize n_bytes)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "files", NULL);
  char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, bytes, n_bytes, NULL));
  return path;
}

JsonNode *
parse_json (const char *text)
{
  g_autoptr(GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);
  return node;
}

void
assert_lines (const char *text, guint n_lines)
{
  guint n = 0;

  for (const char *p = text; (p = strchr (p, '\n')) != NULL; p++)
    n++;
  if (n != n_lines || (n > 0 && !g_str_has_suffix (text, "\n")))
    g_error ("%u lines where there should be %u:\n%s", n, n_lines, text);
}
