/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli/jkb-cli-casebook.h"
#include "cli/jkb-output.h"
#include "summary/jkb-case-loader-index.h"

static GPtrArray *
list_problems (JkbStore *store, GError **error)
{
  g_autoptr(JkbFold) fold = jkb_fold_new (NULL, error);
  g_autoptr(GPtrArray) problems = fold != NULL ? jkb_store_check (store, NULL, error) : NULL;
  GPtrArray *of_index
      = problems != NULL ? jkb_case_loader_check_index (store, fold, NULL, error) : NULL;

  if (of_index == NULL)
    return NULL;
  g_ptr_array_extend_and_steal (problems, of_index);
  return g_steal_pointer (&problems);
}

static JkbExit
check_store (JkbStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) problems = list_problems (store, &error);
  g_autofree char *name = g_filename_display_name (jkb_store_get_path (store));

  if (problems == NULL)
    {
      jkb_cli_say_failure (error);
      return JKB_EXIT_FAILED;
    }
  for (guint i = 0; i < problems->len; i++)
    jkb_output_failure (name, g_ptr_array_index (problems, i));
  if (problems->len > 0)
    return JKB_EXIT_FAILED;
  jkb_output_text ("%s\n", _("The casebook is whole."));
  return JKB_EXIT_GOOD;
}

static JkbExit
run_check (const JkbCommand *self, int argc, char **argv, const char *casebook)
{
  g_autofree char *path = g_strdup (casebook);
  JkbExit status = jkb_command_parse (self, NULL, &argc, &argv, &path);
  g_autoptr(JkbStore) store = NULL;

  if (status != JKB_EXIT_GOOD)
    return status;
  if (argc > 1)
    return jkb_command_misuse (self, _("“%s” is too much"), argv[1]);
  store = jkb_cli_open (path, FALSE, TRUE);
  if (store == NULL)
    return JKB_EXIT_FAILED;
  status = check_store (store);
  jkb_store_close (store);
  return status;
}

const JkbCommand jkb_command_check = {
  .name = "check",
  .summary = N_("Look whether the casebook is whole"),
  .examples = "jikenbo-cli check",
  .run = run_check,
};
