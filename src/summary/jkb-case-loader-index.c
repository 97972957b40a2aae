/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/jkb-case-loader-index.h"

#include "store/jkb-store-index.h"
#include "summary/jkb-case-loader.h"

/* Of what the bytes in a casebook are: another number for another form of them. */
#define FORM "1"

static char *
describe (JkbFold *fold)
{
  g_autofree char *folding = jkb_fold_describe (fold);

  return g_strconcat (FORM " ", folding, NULL);
}

gboolean
jkb_case_loader_restore_index (JkbStore *store, JkbFold *fold, JkbCaseIndex *index, GCancellable *cancellable,
                               GError **error)
{
  g_autofree char *made_of = describe (fold);
  g_autoptr(GPtrArray) pieces = jkb_store_load_index (store, made_of, cancellable, error);

  for (guint i = 0; pieces != NULL && i < pieces->len; i++)
    {
      const JkbKeptIndex *kept = g_ptr_array_index (pieces, i);

      if (!jkb_case_index_restore (index, kept->cases, kept->postings))
        break;
    }
  return pieces != NULL;
}

gboolean
jkb_case_loader_keep_index (JkbStore *store, JkbCases *cases, GCancellable *cancellable, GError **error)
{
  g_autofree char *made_of = NULL;

  if (!jkb_cases_index_texts (cases, cancellable) || jkb_store_is_read_only (store))
    return !g_cancellable_set_error_if_cancelled (cancellable, error);
  for (guint i = 0; i < jkb_cases_n_blocks (cases); i++)
    {
      g_autoptr(GBytes) rows = NULL;
      g_autoptr(GBytes) postings = NULL;

      if (!jkb_cases_get_index (cases, i, &rows, &postings))
        continue;
      if (made_of == NULL)
        made_of = describe (jkb_cases_get_fold (cases));
      if (!jkb_store_keep_index (store, i, made_of, rows, postings, cancellable, error))
        return FALSE;
      jkb_cases_mark_kept (cases, i);
    }
  return TRUE;
}

GPtrArray *
jkb_case_loader_check_index (JkbStore *store, JkbFold *fold, GCancellable *cancellable, GError **error)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_loader_load (store, fold, cancellable, error);
  g_autoptr(JkbCases) cases = NULL;
  GPtrArray *problems;

  if (index == NULL)
    return NULL;
  cases = jkb_case_index_snapshot (index);
  problems = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < jkb_cases_n_blocks (cases); i++)
    if (!jkb_cases_index_agrees (cases, i))
      g_ptr_array_add (problems, g_strdup_printf ("text index, part %u: does not say what the texts say", i + 1));
  return problems;
}
