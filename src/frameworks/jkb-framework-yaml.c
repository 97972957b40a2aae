/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Role profiles of ECSF as indented text, the little of YAML that transcriptions of the report use:
 *
 *     Title of a profile (AB):              no blank before it, a colon at the end
 *       Summary statement: words            two blanks; words may go on in lines with more blanks
 *       Main task(s):                       a list: its entries have more blanks and a dash
 *         - words
 *           that go on
 *
 * Fields are known by how they begin: summary, deliverable, main task, key skill, key knowledge; others
 * are left out. Nothing else of YAML is understood: no quotes, anchors, tags or documents.
 */
#include "frameworks/jkb-framework-file-private.h"

#include <string.h>

typedef struct
{
  JkbFileBuilder builder;
  JkbFileIds *ids;
  char *role;                           /* of the profile being read */
  char *title;
  GString *summary;
  GPtrArray *entries;                   /* Entry, of that profile */
  int kind;                             /* of the list being read, -1 for none */
  gboolean in_summary;
} Reading;

typedef struct
{
  JkbStatementKind kind;
  GString *text;
} Entry;

static void
free_entry (gpointer pointer)
{
  Entry *entry = pointer;

  g_string_free (entry->text, TRUE);
  g_free (entry);
}

/* A profile is added whole: its summary may go on for some lines. */
static void
end_profile (Reading *reading)
{
  if (reading->role != NULL)
    jkb_file_builder_add_role (&reading->builder, reading->role, reading->title,
                               reading->summary->str);
  for (guint i = 0; reading->role != NULL && i < reading->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (reading->entries, i);

      jkb_file_builder_link (&reading->builder, reading->role,
                             jkb_file_ids_add (reading->ids, &reading->builder, entry->kind,
                                               entry->text->str));
    }
  g_clear_pointer (&reading->role, g_free);
  g_clear_pointer (&reading->title, g_free);
  g_string_truncate (reading->summary, 0);
  g_ptr_array_set_size (reading->entries, 0);
}

static void
begin_profile (Reading *reading, const char *line)
{
  end_profile (reading);
  reading->title = g_strndup (line, strlen (line) - 1);
  reading->role = jkb_file_make_id (reading->title);
  reading->kind = -1;
  reading->in_summary = FALSE;
}

static int
find_kind (const char *label)
{
  static const struct
  {
    const char *begin;
    JkbStatementKind kind;
  } labels[] = {
    { "main task", JKB_STATEMENT_TASK },
    { "key knowledge", JKB_STATEMENT_KNOWLEDGE },
    { "key skill", JKB_STATEMENT_SKILL },
    { "deliverable", JKB_STATEMENT_DELIVERABLE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_ascii_strncasecmp (label, labels[i].begin, strlen (labels[i].begin)) == 0)
      return (int) labels[i].kind;
  return -1;
}

static void
begin_field (Reading *reading, const char *text)
{
  const char *colon = strchr (text, ':');

  reading->kind = find_kind (text);
  reading->in_summary = g_ascii_strncasecmp (text, "summary", 7) == 0 && colon != NULL;
  if (reading->in_summary)
    g_string_assign (reading->summary, colon + 1);
}

static void
begin_entry (Reading *reading, const char *text)
{
  Entry *entry;

  if (reading->kind < 0)
    return;
  /* Counted here too, as a profile is only added at its end. */
  if (reading->entries->len > JKB_FILE_ITEMS_MAX)
    {
      reading->builder.n_items = JKB_FILE_ITEMS_MAX + 1;
      return;
    }
  entry = g_new0 (Entry, 1);
  entry->kind = (JkbStatementKind) reading->kind;
  entry->text = g_string_new (text);
  g_ptr_array_add (reading->entries, entry);
}

static void
go_on (Reading *reading, const char *text)
{
  GString *target = NULL;

  if (reading->in_summary)
    target = reading->summary;
  else if (reading->kind >= 0 && reading->entries->len > 0)
    target = ((Entry *) g_ptr_array_index (reading->entries, reading->entries->len - 1))->text;
  if (target != NULL)
    g_string_append_printf (target, " %s", text);
}

static void
read_line (Reading *reading, char *line)
{
  gsize n_blanks = strspn (line, " ");
  char *text = g_strchomp (line + n_blanks);

  if (*text == '\0' || *text == '#')
    return;
  if (n_blanks == 0 && g_str_has_suffix (text, ":"))
    begin_profile (reading, text);
  else if (g_str_has_prefix (text, "- "))
    begin_entry (reading, text + 2);
  else if (n_blanks > 0 && n_blanks <= 2 && strchr (text, ':') != NULL)
    begin_field (reading, text);
  else
    go_on (reading, text);
}

gboolean
jkb_framework_is_yaml (const char *data, gsize n_bytes)
{
  const char *end = memchr (data, '\n', n_bytes);

  while (end != NULL && (*data == '#' || *data == '\n' || *data == '\r'))
    {
      n_bytes -= (gsize) (end + 1 - data);
      data = end + 1;
      end = memchr (data, '\n', n_bytes);
    }
  return end != NULL && end > data && *data != ' '
         && (end[-1] == ':' || (end[-1] == '\r' && end - data > 1 && end[-2] == ':'))
         && g_strstr_len (data, (gssize) n_bytes, "\n  Summary statement:") != NULL;
}

JkbFrameworkFile *
jkb_framework_yaml_parse (const char *data, gsize n_bytes, GError **error)
{
  Reading reading = { .kind = -1 };
  g_autofree char *text = g_strndup (data, n_bytes);

  if (memchr (data, '\0', n_bytes) != NULL || !g_utf8_validate (data, (gssize) n_bytes, NULL))
    {
      g_set_error_literal (error, JKB_FRAMEWORK_ERROR, JKB_FRAMEWORK_ERROR_MALFORMED, "not UTF-8");
      return NULL;
    }
  jkb_file_builder_init (&reading.builder, "ecsf", "");
  reading.ids = jkb_file_ids_new ();
  reading.summary = g_string_new (NULL);
  reading.entries = g_ptr_array_new_with_free_func (free_entry);
  for (char *line = text, *next; line != NULL; line = next)
    {
      char *end = strchr (line, '\n');

      next = end != NULL ? end + 1 : NULL;
      if (end != NULL)
        *end = '\0';
      read_line (&reading, line);
    }
  end_profile (&reading);
  g_ptr_array_unref (reading.entries);
  g_string_free (reading.summary, TRUE);
  jkb_file_ids_free (reading.ids);
  return jkb_file_builder_end (&reading.builder, error);
}
