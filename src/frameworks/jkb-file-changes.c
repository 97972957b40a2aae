/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frameworks/jkb-file-changes.h"

#include <string.h>

/* The statements of a file by identifier and by words. */
typedef struct
{
  GHashTable *by_id;
  GHashTable *by_text;
} Index;

static Index
make_index (const JkbFrameworkFile *file)
{
  Index index = { g_hash_table_new (g_str_hash, g_str_equal),
                  g_hash_table_new (g_str_hash, g_str_equal) };

  for (guint i = 0; i < file->statements->len; i++)
    {
      JkbStatement *statement = g_ptr_array_index (file->statements, i);

      g_hash_table_insert (index.by_id, statement->id, statement);
      g_hash_table_insert (index.by_text, statement->text, statement);
    }
  return index;
}

static void
clear_index (Index *index)
{
  g_hash_table_unref (index->by_id);
  g_hash_table_unref (index->by_text);
}

/* What @statement has become or was: one of the same name whose words are not on this side. */
static const JkbStatement *
find_reworded (const JkbStatement *statement, const Index *other, const Index *own)
{
  const JkbStatement *found = g_hash_table_lookup (other->by_id, statement->id);

  return found != NULL && !g_hash_table_contains (own->by_text, found->text) ? found : NULL;
}

static void
add_change (GPtrArray *changes, const JkbStatement *before, const JkbStatement *now)
{
  JkbStatementChange change = { before, now };

  g_ptr_array_add (changes, g_memdup2 (&change, sizeof change));
}

const JkbFrameworkFile *
jkb_file_changes_find_before (const JkbFrameworkFile *file, const JkbFrameworks *frameworks)
{
  const GPtrArray *files = jkb_frameworks_imported (frameworks);
  const JkbFrameworkFile *found = NULL;

  for (guint i = 0; i < files->len; i++)
    {
      const JkbFrameworkFile *other = g_ptr_array_index (files, i);

      if (strcmp (other->framework, file->framework) != 0 || other->statements->len == 0)
        continue;
      found = other;
      if (strcmp (other->edition, file->edition) == 0)
        break;
    }
  return found;
}

GPtrArray *
jkb_file_changes_new (const JkbFrameworkFile *before, const JkbFrameworkFile *now)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (g_free);
  Index old = make_index (before), new = make_index (now);

  for (guint i = 0; i < now->statements->len; i++)
    {
      const JkbStatement *statement = g_ptr_array_index (now->statements, i);

      if (!g_hash_table_contains (old.by_text, statement->text))
        add_change (changes, find_reworded (statement, &old, &new), statement);
    }
  for (guint i = 0; i < before->statements->len; i++)
    {
      const JkbStatement *statement = g_ptr_array_index (before->statements, i);

      if (!g_hash_table_contains (new.by_text, statement->text)
          && find_reworded (statement, &new, &old) == NULL)
        add_change (changes, statement, NULL);
    }
  clear_index (&old);
  clear_index (&new);
  return changes;
}
