/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/jkb-cli-casebook.h"

#include "cli/jkb-output.h"
#include "core/jkb-paths.h"
#include "import/jkb-bundled.h"
#include "summary/jkb-case-loader.h"

/* Errors of the store name the file themselves. */
static void
say (const GError *error)
{
  jkb_output_failure (NULL, error->message);
}

static JkbStore *
make_store (const char *path, gboolean with_bundled)
{
  g_autoptr(GError) error = NULL;
  JkbStore *store = jkb_store_open (path, JKB_STORE_CREATE, NULL, &error);

  if (store == NULL)
    say (error);
  else if (with_bundled && !jkb_bundled_install (store, NULL, &error))
    {
      say (error);
      jkb_store_close (store);
      g_clear_object (&store);
    }
  return store;
}

JkbStore *
jkb_cli_open (const char *casebook, gboolean is_written, gboolean with_bundled)
{
  g_autofree char *path
      = casebook != NULL ? g_strdup (casebook) : jkb_paths_default_casebook ();
  g_autoptr(GError) error = NULL;
  JkbStore *store;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) && (is_written || casebook == NULL))
    return make_store (path, with_bundled);
  store = jkb_store_open (path, JKB_STORE_NONE, NULL, &error);
  if (store == NULL && !is_written
      && g_error_matches (error, JKB_STORE_ERROR, JKB_STORE_ERROR_READ_ONLY))
    {
      g_clear_error (&error);
      store = jkb_store_open (path, JKB_STORE_READ_ONLY, NULL, &error);
    }
  if (store == NULL)
    say (error);
  return store;
}

JkbFold *
jkb_cli_load_fold (void)
{
  g_autoptr(GError) error = NULL;
  JkbFold *fold = jkb_fold_new (NULL, &error);

  if (fold == NULL)
    say (error);
  return fold;
}

JkbCases *
jkb_cli_load_cases (JkbStore *store, JkbFold *fold, const JkbFilter *filter)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbCaseIndex) index
      = jkb_filter_uses (filter, JKB_FACET_WORDS)
            ? jkb_case_loader_load (store, fold, NULL, &error)
            : jkb_case_loader_load_headings (store, fold, NULL, &error);

  if (index == NULL)
    {
      say (error);
      return NULL;
    }
  return jkb_case_index_snapshot (index);
}
