/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frameworks/jkb-own-changes.h"

#include <string.h>

#include "core/jkb-data-table.h"

enum { O_CHANGE, O_FRAMEWORK, O_EDITION, O_ROLE, O_OTHER, O_VALUE, O_TEXT_EN, O_TEXT_JA };
static const char *const columns[] = { "change", "framework", "edition", "role_id", "other", "value",
                                       "text_en", "text_ja", NULL };

static const char *const nicks[JKB_N_OWN_KINDS]
    = { "framework", "name", "category", "summary", "relation", "part" };

const char *
jkb_own_kind_nick (JkbOwnKind kind)
{
  g_return_val_if_fail (kind < JKB_N_OWN_KINDS, NULL);

  return nicks[kind];
}

static void
free_change (gpointer pointer)
{
  JkbOwnChange *change = pointer;

  g_free (change->framework);
  g_free (change->edition);
  g_free (change->role_id);
  g_free (change->other);
  g_free (change->value);
  g_free (change->text.en);
  g_free (change->text.ja);
  g_free (change);
}

GPtrArray *
jkb_own_changes_new (void)
{
  return g_ptr_array_new_with_free_func (free_change);
}

char *
jkb_own_change_key (const JkbOwnChange *change)
{
  return g_strjoin ("\t", nicks[change->kind], change->framework, change->edition, change->role_id,
                    change->other, NULL);
}

static gboolean
is_about (const JkbOwnChange *change, const char *key)
{
  g_autofree char *own = jkb_own_change_key (change);

  return strcmp (own, key) == 0;
}

gboolean
jkb_own_changes_unset (GPtrArray *changes, const char *key)
{
  for (guint i = 0; i < changes->len; i++)
    if (is_about (g_ptr_array_index (changes, i), key))
      {
        g_ptr_array_remove_index (changes, i);
        return TRUE;
      }
  return FALSE;
}

char *
jkb_own_field (const char *text)
{
  char *field = g_utf8_make_valid (text != NULL ? text : "", -1);

  for (char *at = field; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';
  return g_strstrip (field);
}

void
jkb_own_changes_set (GPtrArray *changes, const JkbOwnChange *change)
{
  JkbOwnChange *own = g_new0 (JkbOwnChange, 1);
  g_autofree char *key = NULL;

  own->kind = change->kind;
  own->framework = jkb_own_field (change->framework);
  own->edition = jkb_own_field (change->edition);
  own->role_id = jkb_own_field (change->role_id);
  own->other = jkb_own_field (change->other);
  own->value = jkb_own_field (change->value);
  own->text.en = jkb_own_field (change->text.en);
  own->text.ja = jkb_own_field (change->text.ja);
  key = jkb_own_change_key (own);
  jkb_own_changes_unset (changes, key);
  g_ptr_array_add (changes, own);
}

/* ---- the table ---- */

static int
find_kind (const char *nick)
{
  for (int kind = 0; kind < JKB_N_OWN_KINDS; kind++)
    if (strcmp (nick, nicks[kind]) == 0)
      return kind;
  return -1;
}

static gboolean
is_part (const JkbOwnChange *change)
{
  g_auto(GStrv) parts = g_strsplit (change->other, "/", 2);

  return g_strv_length (parts) == 2 && jkb_subject_from_nick (parts[0]) != JKB_SUBJECT_NONE
         && jkb_word_value (JKB_WORDS_PHASE, parts[1]) >= 0 && strlen (change->value) == 1
         && *change->value >= '0' && *change->value <= '0' + JKB_WEIGHT_LEAD;
}

static gboolean
is_relation (const JkbOwnChange *change)
{
  g_auto(GStrv) parts = g_strsplit (change->other, "/", 3);
  gboolean is_known = strcmp (change->value, "none") == 0;

  for (int relation = 0; relation < JKB_N_RELATIONS; relation++)
    is_known = is_known || strcmp (change->value, jkb_relation_nick (relation)) == 0;
  return g_strv_length (parts) == 3 && *parts[0] != '\0' && *parts[2] != '\0' && is_known;
}

static gboolean
check (const JkbDataTable *table, guint row, const JkbOwnChange *change, GError **error)
{
  gboolean is_framework = change->kind == JKB_OWN_FRAMEWORK;

  if (*change->framework == '\0' || (*change->role_id == '\0') != is_framework)
    return jkb_data_table_fail (table, row, error, "framework or role_id is missing or too much");
  if (change->kind == JKB_OWN_PART && !is_part (change))
    return jkb_data_table_fail (table, row, error, "“%s” and “%s” are no part in an incident",
                                change->other, change->value);
  if (change->kind == JKB_OWN_RELATION && !is_relation (change))
    return jkb_data_table_fail (table, row, error, "“%s” and “%s” are no relation", change->other,
                                change->value);
  if (change->kind < JKB_OWN_RELATION && *change->text.en == '\0' && *change->text.ja == '\0')
    return jkb_data_table_fail (table, row, error, "no words in it");
  return TRUE;
}

static gboolean
parse_row (GPtrArray *changes, const JkbDataTable *table, guint row, GError **error)
{
  int kind = find_kind (jkb_data_table_get (table, row, O_CHANGE));
  JkbOwnChange change = {
    .kind = (JkbOwnKind) MAX (kind, 0),
    .framework = (char *) jkb_data_table_get (table, row, O_FRAMEWORK),
    .edition = (char *) jkb_data_table_get (table, row, O_EDITION),
    .role_id = (char *) jkb_data_table_get (table, row, O_ROLE),
    .other = (char *) jkb_data_table_get (table, row, O_OTHER),
    .value = (char *) jkb_data_table_get (table, row, O_VALUE),
    .text = { (char *) jkb_data_table_get (table, row, O_TEXT_EN),
              (char *) jkb_data_table_get (table, row, O_TEXT_JA) },
  };

  if (kind < 0)
    return jkb_data_table_fail (table, row, error, "“%s” is no change",
                                jkb_data_table_get (table, row, O_CHANGE));
  if (!check (table, row, &change, error))
    return FALSE;
  jkb_own_changes_set (changes, &change);
  return TRUE;
}

GPtrArray *
jkb_own_changes_parse (const char *text, const char *name, GError **error)
{
  g_autoptr(JkbDataTable) table = jkb_data_table_parse (text, name, columns, error);
  g_autoptr(GPtrArray) changes = jkb_own_changes_new ();

  for (guint row = 0; table != NULL && row < jkb_data_table_n_rows (table); row++)
    if (!parse_row (changes, table, row, error))
      return NULL;
  return table != NULL ? g_steal_pointer (&changes) : NULL;
}

char *
jkb_own_changes_print (const GPtrArray *changes)
{
  g_autofree char *head = g_strjoinv ("\t", (char **) columns);
  GString *text = g_string_new ("# Own changes to the frameworks of Jikenbo.\n");

  g_string_append_printf (text, "%s\n", head);
  for (guint i = 0; i < changes->len; i++)
    {
      const JkbOwnChange *change = g_ptr_array_index (changes, i);
      g_autofree char *key = jkb_own_change_key (change);

      g_string_append_printf (text, "%s\t%s\t%s\t%s\n", key, change->value, change->text.en,
                              change->text.ja);
    }
  return g_string_free (text, FALSE);
}

GPtrArray *
jkb_own_changes_read (const char *own, GError **error)
{
  g_autofree char *path = g_build_filename (own, JKB_OWN_CHANGES, NULL);
  g_autofree char *text = NULL;
  GError *reason = NULL;

  if (g_file_get_contents (path, &text, NULL, &reason))
    return jkb_own_changes_parse (text, JKB_OWN_CHANGES, error);
  if (g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      g_error_free (reason);
      return jkb_own_changes_new ();
    }
  g_propagate_error (error, reason);
  return NULL;
}
