/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/jkb-cli-casebook.h"

#include "cli/jkb-output.h"
#include "core/jkb-paths.h"
#include "import/jkb-bundled.h"
#include "summary/jkb-case-loader-index.h"
#include "summary/jkb-case-loader.h"
#include "summary/jkb-store-words.h"

/* Fewer cases are read faster than a person notices. */
#define CASES_INDEXED 2000u
/* As for the index itself: with more than a part in so many unknown to it, it is no help. */
#define UNREAD_PART 16u

void
jkb_cli_say_failure (const GError *error)
{
  jkb_output_failure (NULL, error->message);
  if (error->domain == JKB_STORE_ERROR)
    jkb_output_failure (NULL, jkb_store_words_advise (error));
}

static JkbStore *
make_store (const char *path, gboolean with_bundled)
{
  g_autoptr(GError) error = NULL;
  JkbStore *store = jkb_store_open (path, JKB_STORE_CREATE, NULL, &error);

  if (store == NULL)
    jkb_cli_say_failure (error);
  else if (with_bundled && !jkb_bundled_install (store, NULL, &error))
    {
      jkb_cli_say_failure (error);
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
    jkb_cli_say_failure (error);
  return store;
}

JkbFold *
jkb_cli_load_fold (void)
{
  g_autoptr(GError) error = NULL;
  JkbFold *fold = jkb_fold_new (NULL, &error);

  if (fold == NULL)
    jkb_cli_say_failure (error);
  return fold;
}

/* Whether more texts would have to be read one by one than all together are worth. */
static gboolean
is_index_old (JkbCaseIndex *index)
{
  g_autoptr(JkbCases) cases = jkb_case_index_snapshot (index);

  return jkb_cases_n_unread (cases) > jkb_cases_n (cases) / UNREAD_PART;
}

static JkbCaseIndex *
load_for_words (JkbStore *store, JkbFold *fold, GError **error)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_loader_load_lazily (store, fold, NULL, error);

  if (index == NULL || !is_index_old (index))
    return g_steal_pointer (&index);
  return jkb_case_loader_load (store, fold, NULL, error);
}

void
jkb_cli_keep_index (JkbStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbFold) fold = jkb_fold_new (NULL, &error);
  g_autoptr(JkbCaseIndex) index = fold != NULL ? load_for_words (store, fold, &error) : NULL;
  g_autoptr(JkbCases) cases = index != NULL ? jkb_case_index_snapshot (index) : NULL;

  if (cases == NULL
      || (jkb_cases_n (cases) >= CASES_INDEXED && !jkb_case_loader_keep_index (store, cases, NULL, &error)))
    g_debug ("Keeping the text index: %s", error->message);
}

JkbCases *
jkb_cli_load_cases (JkbStore *store, JkbFold *fold, const JkbFilter *filter)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbCaseIndex) index
      = jkb_filter_uses (filter, JKB_FACET_WORDS)
            ? load_for_words (store, fold, &error)
            : jkb_case_loader_load_headings (store, fold, NULL, &error);

  if (index == NULL)
    {
      jkb_cli_say_failure (error);
      return NULL;
    }
  return jkb_case_index_snapshot (index);
}
