/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-case-record.h"

#include <string.h>

struct _JkbCaseRecord
{
  gatomicrefcount ref_count;
  char *strings[JKB_N_RECORD_STRINGS];
  char *heading;                /* folded, parts separated by line feeds, which no search word has */
  gsize heading_bytes;
  gsize part_ends[JKB_RECORD_PART_TITLE + 1];
  GBytes *text;                 /* folded; shared by the records of a case that follow each other */
};

static void
append_folded (GString *heading, const JkbFold *fold, const char *string)
{
  if (string != NULL)
    {
      g_autofree char *folded = jkb_fold_string (fold, string);

      g_string_append (heading, g_strdelimit (folded, "\n", ' '));
    }
  g_string_append_c (heading, '\n');
}

static void
fold_heading (JkbCaseRecord *self, const JkbFold *fold, const JkbIncident *incident)
{
  GString *heading = g_string_new (NULL);

  append_folded (heading, fold, incident->key);
  self->part_ends[JKB_RECORD_PART_KEY] = heading->len;
  append_folded (heading, fold, incident->organisation);
  append_folded (heading, fold, incident->organisation_en);
  append_folded (heading, fold, incident->contractor);
  self->part_ends[JKB_RECORD_PART_ORGANISATION] = heading->len;
  append_folded (heading, fold, incident->title);
  self->part_ends[JKB_RECORD_PART_TITLE] = heading->len;
  append_folded (heading, fold, incident->cause);
  self->heading_bytes = heading->len;
  self->heading = g_string_free (heading, FALSE);
}

static GBytes *
fold_body (const JkbFold *fold, const char *text)
{
  JkbNormal *normal = jkb_fold_text (fold, text, strlen (text));
  GBytes *bytes = g_bytes_new_take (normal->text, normal->n_bytes);

  normal->text = NULL;
  jkb_normal_free (normal);
  return bytes;
}

JkbCaseRecord *
jkb_case_record_new (const JkbFold *fold, const JkbIncident *incident, const char *text,
                     const JkbCaseRecord *old)
{
  JkbCaseRecord *self = g_new0 (JkbCaseRecord, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->strings[JKB_RECORD_KEY] = g_strdup (incident->key);
  self->strings[JKB_RECORD_TITLE] = g_strdup (incident->title);
  self->strings[JKB_RECORD_ORGANISATION] = g_strdup (incident->organisation);
  self->strings[JKB_RECORD_ORGANISATION_EN] = g_strdup (incident->organisation_en);
  self->strings[JKB_RECORD_CONTRACTOR] = g_strdup (incident->contractor);
  self->strings[JKB_RECORD_CAUSE] = g_strdup (incident->cause);
  fold_heading (self, fold, incident);
  if (text != NULL)
    self->text = fold_body (fold, text);
  else if (old != NULL && old->text != NULL)
    self->text = g_bytes_ref (old->text);
  return self;
}

JkbCaseRecord *
jkb_case_record_ref (JkbCaseRecord *record)
{
  g_atomic_ref_count_inc (&record->ref_count);
  return record;
}

void
jkb_case_record_unref (JkbCaseRecord *record)
{
  if (!g_atomic_ref_count_dec (&record->ref_count))
    return;
  for (int i = 0; i < JKB_N_RECORD_STRINGS; i++)
    g_free (record->strings[i]);
  g_free (record->heading);
  g_clear_pointer (&record->text, g_bytes_unref);
  g_free (record);
}

const char *
jkb_case_record_get (const JkbCaseRecord *record, JkbRecordString string)
{
  return record->strings[string];
}

const char *
jkb_case_record_folded (const JkbCaseRecord *record, JkbRecordPart part, gsize *n_bytes)
{
  gsize begin = 0;

  if (part == JKB_RECORD_PART_ALL)
    {
      *n_bytes = record->heading_bytes;
      return record->heading;
    }
  if (part > JKB_RECORD_PART_KEY)
    begin = record->part_ends[part - 1];
  *n_bytes = record->part_ends[part] - begin;
  return record->heading + begin;
}

static const char *
get_text (const JkbCaseRecord *self, gsize *n_bytes)
{
  *n_bytes = 0;
  return self->text != NULL ? g_bytes_get_data (self->text, n_bytes) : NULL;
}

gboolean
jkb_case_record_contains (const JkbCaseRecord *record, JkbRecordPart part,
                          const JkbNeedle *needles, guint n_needles)
{
  gsize n_heading, n_text;
  const char *heading = jkb_case_record_folded (record, part, &n_heading);
  const char *text = get_text (record, &n_text);

  for (guint i = 0; i < n_needles; i++)
    if (jkb_needle_is_in (&needles[i], heading, n_heading)
        || (part == JKB_RECORD_PART_ALL && jkb_needle_is_in (&needles[i], text, n_text)))
      return TRUE;
  return FALSE;
}

void
jkb_case_record_count_bytes (const JkbCaseRecord *record, JkbByteCounts *counts)
{
  gsize n_text;
  const char *text = get_text (record, &n_text);

  jkb_byte_counts_add (counts, record->heading, record->heading_bytes);
  jkb_byte_counts_add (counts, text, n_text);
}
