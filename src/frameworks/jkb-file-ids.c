/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frameworks/jkb-framework-file-private.h"

#include <string.h>

char *
jkb_file_make_id (const char *name)
{
  g_autofree char *plain = g_strndup (name, strcspn (name, "("));
  GString *slug = g_string_new (NULL);

  g_strstrip (plain);
  for (const char *at = plain; *at != '\0'; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (slug, g_ascii_tolower (*at));
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  if (!g_str_is_ascii (name) && !g_str_is_ascii (plain))
    g_string_assign (slug, name);
  return g_string_free (slug, FALSE);
}

JkbFileIds *
jkb_file_ids_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

void
jkb_file_ids_free (JkbFileIds *ids)
{
  g_hash_table_unref (ids);
}

const char *
jkb_file_ids_add (JkbFileIds *ids, JkbFileBuilder *builder, JkbStatementKind kind,
                  const char *text)
{
  g_autofree char *key = g_strdup_printf ("%d %s", (int) kind, text);
  char *id = g_hash_table_lookup (ids, key);

  if (id != NULL)
    return id;
  if (builder->n_items > JKB_FILE_ITEMS_MAX)
    return "";
  id = g_strdup_printf ("%s-%u", jkb_statement_kind_nick (kind), g_hash_table_size (ids) + 1);
  g_hash_table_insert (ids, g_steal_pointer (&key), id);
  jkb_file_builder_add_statement (builder, id, kind, text);
  return id;
}

gboolean
jkb_file_builder_has_statement (const JkbFileBuilder *builder, const char *id, const char *text)
{
  const JkbStatement *statement = g_hash_table_lookup (builder->statements, id);

  return statement != NULL && strcmp (statement->text, text) == 0;
}
