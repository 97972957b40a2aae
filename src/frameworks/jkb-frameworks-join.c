/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An imported file beside what is shipped. The edition that the file names is looked for; a file that
 * names none means the current one. Roles are the same when their identifiers are. Of an edition that
 * is not shipped, roles get an exact relation to those of the current edition with the same
 * identifier, so that they take over its rows of the incident map and are found in its neighbourhood.
 */
#include "frameworks/jkb-frameworks-private.h"

#include <string.h>

static JkbFrameworkText
make_text (const char *text)
{
  const char *words = text != NULL ? text : "";

  return (JkbFrameworkText){ words, words };
}

/* The words of a file, in both languages where the same words are shipped with a translation. */
static JkbFrameworkText
translate (const char *text, const JkbFrameworkText *known)
{
  if (known != NULL && text != NULL && g_ascii_strcasecmp (text, known->en) == 0)
    return (JkbFrameworkText){ text, known->ja };
  if (known != NULL && text != NULL && strcmp (text, known->ja) == 0)
    return (JkbFrameworkText){ known->en, text };
  return make_text (text);
}

JkbFramework *
jkb_frameworks_add_edition (JkbFrameworks *self, const char *id, const char *edition)
{
  static const JkbFrameworkText none = { "", "" };
  const JkbFramework *current = jkb_frameworks_find (self, id, NULL);
  JkbFramework *framework = g_new0 (JkbFramework, 1);

  framework->id = id;
  framework->edition = edition;
  framework->name = current != NULL ? current->name : make_text (id);
  framework->short_name = current != NULL ? current->short_name : id;
  framework->unit = current != NULL ? current->unit : none;
  framework->publisher = current != NULL ? current->publisher : none;
  framework->published = "";
  framework->licence = none;
  framework->link = "";
  framework->note = none;
  framework->is_current = current == NULL;
  framework->origin = JKB_ORIGIN_IMPORTED;
  framework->roles = g_ptr_array_new ();
  g_ptr_array_add (self->all, framework);
  return framework;
}

static JkbRole *
new_role (const JkbFramework *framework, const JkbFileRole *read, const JkbRole *known)
{
  JkbRole *role = g_new0 (JkbRole, 1);
  const char *name = *read->name != '\0' ? read->name : read->id;

  role->framework = framework;
  role->id = read->id;
  role->name = translate (name, known != NULL ? &known->name : NULL);
  /* What the file does not say is as official as it is where it was taken from. */
  role->en_is_official = role->name.en == name || known->en_is_official;
  role->ja_is_official = role->name.ja == name || known->ja_is_official;
  role->category = read->category != NULL
                       ? translate (read->category, known != NULL ? &known->category : NULL)
                       : framework->name;
  role->summary = make_text (read->summary);
  role->alt_titles = g_new0 (char *, 1);
  role->source_url = "";
  role->origin = JKB_ORIGIN_IMPORTED;
  return role;
}

static void
join_role (JkbFrameworks *self, JkbFramework *framework, const JkbFileRole *read,
           const JkbFramework *current)
{
  JkbRole *role = (JkbRole *) jkb_framework_find_role (framework, read->id);
  const JkbRole *known = current != NULL && current != framework
                             ? jkb_framework_find_role (current, read->id)
                             : NULL;

  if (role == NULL)
    {
      role = new_role (framework, read, known);
      jkb_frameworks_add_role (self, role);
      if (known != NULL)
        jkb_frameworks_add_relation (self, role,
                                     (JkbNeighbour){ .framework = current, .role = known,
                                                     .role_id = known->id,
                                                     .relation = JKB_RELATION_EXACT,
                                                     .is_target = TRUE,
                                                     .origin = JKB_ORIGIN_IMPORTED });
    }
  if (role->statements == NULL && read->statements->len > 0)
    role->statements = read->statements;
}

void
jkb_frameworks_count_categories (JkbFramework *framework)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < framework->roles->len; i++)
    g_hash_table_add (seen,
                      (gpointer) ((JkbRole *) g_ptr_array_index (framework->roles, i))->category.en);
  framework->n_categories = g_hash_table_size (seen);
}

void
jkb_frameworks_join (JkbFrameworks *self, JkbFrameworkFile *file)
{
  const JkbFramework *current = jkb_frameworks_find (self, file->framework, NULL);
  JkbFramework *framework
      = (JkbFramework *) (*file->edition != '\0' || current == NULL
                              ? jkb_frameworks_find (self, file->framework, file->edition)
                              : current);

  g_ptr_array_add (self->files, file);
  if (framework == NULL)
    framework = jkb_frameworks_add_edition (self, file->framework, file->edition);
  for (guint i = 0; i < file->roles->len; i++)
    join_role (self, framework, g_ptr_array_index (file->roles, i), current);
  jkb_frameworks_count_categories (framework);
}
