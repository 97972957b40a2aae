/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads guide.tsv (format: jkb-data-table.h; columns: below, and the comment at its head). The file may be
 * missing; when it is there, it has every topic of every current edition, each once.
 */
#include "frameworks/jkb-framework-guide.h"

#include <string.h>

#include "core/jkb-data-table.h"
#include "frameworks/jkb-frameworks-private.h"

enum { G_FRAMEWORK, G_TOPIC, G_FIT, G_TEXT_EN, G_TEXT_JA, G_SOURCE };
static const char *const columns[]
    = { "framework", "topic", "fit", "text_en", "text_ja", "source", NULL };

static const char *const nicks[JKB_N_GUIDE_TOPICS]
    = { "use", "language", "article", "employer", "job_seeker", "educator", "recruiter", "vendor" };

const char *
jkb_guide_topic_nick (JkbGuideTopic topic)
{
  g_return_val_if_fail (topic < JKB_N_GUIDE_TOPICS, NULL);

  return nicks[topic];
}

int
jkb_guide_topic_from_nick (const char *nick)
{
  for (int topic = 0; topic < JKB_N_GUIDE_TOPICS; topic++)
    if (strcmp (nicks[topic], nick) == 0)
      return topic;
  return -1;
}

static gboolean
read_fit (const JkbDataTable *table, guint row, JkbAdvice *advice, GError **error)
{
  const char *fit = jkb_data_table_get (table, row, G_FIT);
  gboolean is_reader = advice->topic >= JKB_GUIDE_FIRST_READER;

  if (!is_reader && *fit == '\0')
    return TRUE;
  if (!is_reader || strlen (fit) != 1 || *fit < '1' || *fit > '0' + JKB_GUIDE_FIT_MAX)
    return jkb_data_table_fail (table, row, error, "“%s” is no fit of %s", fit,
                                nicks[advice->topic]);
  advice->fit = *fit - '0';
  return TRUE;
}

static gboolean
read_source (const JkbDataTable *table, guint row, JkbAdvice *advice, GError **error)
{
  const char *source = jkb_data_table_get (table, row, G_SOURCE);

  if (strcmp (source, "editorial") == 0)
    return TRUE;
  if (!g_str_has_prefix (source, "https://") && !g_str_has_prefix (source, "http://"))
    return jkb_data_table_fail (table, row, error, "“%s” is neither a link nor editorial", source);
  advice->source_url = source;
  return TRUE;
}

static gboolean
read_advice (JkbFrameworks *self, const JkbDataTable *table, guint row, GError **error)
{
  const char *framework = jkb_data_table_get (table, row, G_FRAMEWORK);
  int topic = jkb_guide_topic_from_nick (jkb_data_table_get (table, row, G_TOPIC));
  JkbAdvice advice = { .framework = framework };

  if (jkb_frameworks_find (self, framework, NULL) == NULL)
    return jkb_data_table_fail (table, row, error, "no current edition of “%s”", framework);
  if (topic < 0)
    return jkb_data_table_fail (table, row, error, "“%s” is no topic",
                                jkb_data_table_get (table, row, G_TOPIC));
  if (jkb_frameworks_advice (self, framework, (JkbGuideTopic) topic) != NULL)
    return jkb_data_table_fail (table, row, error, "%s of %s is here twice", nicks[topic],
                                framework);
  advice.topic = (JkbGuideTopic) topic;
  advice.text.en = jkb_data_table_get (table, row, G_TEXT_EN);
  advice.text.ja = jkb_data_table_get (table, row, G_TEXT_JA);
  if (*advice.text.en == '\0' || *advice.text.ja == '\0')
    return jkb_data_table_fail (table, row, error, "a text is empty");
  if (!read_fit (table, row, &advice, error) || !read_source (table, row, &advice, error))
    return FALSE;
  g_ptr_array_add (self->advice, g_memdup2 (&advice, sizeof advice));
  return TRUE;
}

/* What is missing is told at the last row: the rows before it have been heard. */
static gboolean
check_complete (const JkbFrameworks *self, const JkbDataTable *table, GError **error)
{
  guint n_rows = jkb_data_table_n_rows (table);

  for (guint i = 0; i < self->all->len && n_rows > 0; i++)
    for (int topic = 0; topic < JKB_N_GUIDE_TOPICS; topic++)
      {
        const JkbFramework *framework = g_ptr_array_index (self->all, i);

        if (framework->is_current
            && jkb_frameworks_advice (self, framework->id, (JkbGuideTopic) topic) == NULL)
          return jkb_data_table_fail (table, n_rows - 1, error, "%s of %s is missing",
                                      nicks[topic], framework->id);
      }
  return TRUE;
}

gboolean
jkb_frameworks_read_guide (JkbFrameworks *self, const char *directory, GError **error)
{
  const JkbDataTable *table;

  return jkb_frameworks_read_optional (self, directory, "guide.tsv", columns, read_advice, &table,
                                       error)
         && (table == NULL || check_complete (self, table, error));
}

const JkbAdvice *
jkb_frameworks_advice (const JkbFrameworks *frameworks, const char *id, JkbGuideTopic topic)
{
  for (guint i = 0; i < frameworks->advice->len; i++)
    {
      const JkbAdvice *advice = g_ptr_array_index (frameworks->advice, i);

      if (advice->topic == topic && strcmp (advice->framework, id) == 0)
        return advice;
    }
  return NULL;
}

/* With so few frameworks, putting each one in its place is enough, and equal ones keep their order. */
static void
insert_by_fit (const JkbFrameworks *self, GPtrArray *found, JkbFramework *framework,
               JkbGuideTopic reader)
{
  const JkbAdvice *advice = jkb_frameworks_advice (self, framework->id, reader);
  guint place = found->len;

  if (advice == NULL)
    return;
  while (place > 0)
    {
      const JkbFramework *before = g_ptr_array_index (found, place - 1);

      if (jkb_frameworks_advice (self, before->id, reader)->fit >= advice->fit)
        break;
      place--;
    }
  g_ptr_array_insert (found, (int) place, framework);
}

GPtrArray *
jkb_frameworks_guide (const JkbFrameworks *frameworks, JkbGuideTopic reader)
{
  GPtrArray *found = g_ptr_array_new ();

  g_return_val_if_fail (reader < JKB_N_GUIDE_TOPICS, found);

  for (guint i = 0; i < frameworks->all->len; i++)
    {
      JkbFramework *framework = g_ptr_array_index (frameworks->all, i);

      if (framework->is_current)
        insert_by_fit (frameworks, found, framework, reader);
    }
  return found;
}
