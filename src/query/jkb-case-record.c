/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A record is one piece of memory: numbers, the folded heading, the folded text, then the strings
 * that are shown. A search walks through a hundred thousand of them; what it costs is the way to each
 * text, so there is only one way to go.
 */
#include "query/jkb-case-record.h"

#include <string.h>

/* Nobody writes so much about one case; it keeps places in 32 bits. */
#define TEXT_BYTES_MAX ((gsize) 1 << 29)
/* What the processor fetches at a time; after some lines it goes on by itself. */
#define LINE_BYTES 64
#define LINES_AHEAD 8u

struct _JkbCaseRecord
{
  gatomicrefcount ref_count;
  gboolean has_text;
  guint32 heading_bytes;
  guint32 part_ends[JKB_RECORD_PART_TITLE + 1];
  guint32 text_bytes;           /* the text begins after the heading */
  guint32 strings[JKB_N_RECORD_STRINGS];        /* where each begins in bytes, 0 for NULL */
  char bytes[];
};

static const char *
get_source (const JkbIncident *incident, JkbRecordString string)
{
  switch (string)
    {
    case JKB_RECORD_KEY:
      return incident->key;
    case JKB_RECORD_TITLE:
      return incident->title;
    case JKB_RECORD_ORGANISATION:
      return incident->organisation;
    case JKB_RECORD_ORGANISATION_EN:
      return incident->organisation_en;
    case JKB_RECORD_CONTRACTOR:
      return incident->contractor;
    case JKB_RECORD_CAUSE:
      return incident->cause;
    case JKB_N_RECORD_STRINGS:
      break;
    }
  g_return_val_if_reached (NULL);
}

/* Parts end with a line feed, which no word that is looked for has. */
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

static GString *
fold_heading (const JkbFold *fold, const JkbIncident *incident, guint32 *part_ends)
{
  GString *heading = g_string_new (NULL);

  append_folded (heading, fold, incident->key);
  part_ends[JKB_RECORD_PART_KEY] = (guint32) heading->len;
  append_folded (heading, fold, incident->organisation);
  append_folded (heading, fold, incident->organisation_en);
  append_folded (heading, fold, incident->contractor);
  part_ends[JKB_RECORD_PART_ORGANISATION] = (guint32) heading->len;
  append_folded (heading, fold, incident->title);
  part_ends[JKB_RECORD_PART_TITLE] = (guint32) heading->len;
  append_folded (heading, fold, incident->cause);
  return heading;
}

static gsize
measure_text (const char *text)
{
  gsize n_bytes = strlen (text);

  if (n_bytes <= TEXT_BYTES_MAX)
    return n_bytes;
  for (n_bytes = TEXT_BYTES_MAX; ((guchar) text[n_bytes] & 0xc0) == 0x80;)
    n_bytes--;
  return n_bytes;
}

static const char *
get_text (const JkbCaseRecord *self)
{
  return self->bytes + self->heading_bytes;
}

static gsize
measure_strings (const JkbIncident *incident)
{
  gsize n_bytes = 0;

  for (int i = 0; i < JKB_N_RECORD_STRINGS; i++)
    {
      const char *string = get_source (incident, (JkbRecordString) i);

      n_bytes += string != NULL ? strlen (string) + 1 : 0;
    }
  return n_bytes;
}

static void
copy_strings (JkbCaseRecord *self, const JkbIncident *incident, gsize begin)
{
  for (int i = 0; i < JKB_N_RECORD_STRINGS; i++)
    {
      const char *string = get_source (incident, (JkbRecordString) i);
      gsize n_bytes = string != NULL ? strlen (string) + 1 : 0;

      self->strings[i] = string != NULL ? (guint32) begin : 0;
      if (string != NULL)
        memcpy (self->bytes + begin, string, n_bytes);
      begin += n_bytes;
    }
}

static JkbCaseRecord *
make_record (const JkbIncident *incident, const GString *heading, const char *text, gsize n_text)
{
  gsize n_folded = heading->len + n_text;
  JkbCaseRecord *self
      = g_malloc (sizeof (JkbCaseRecord) + n_folded + 1 + measure_strings (incident));

  g_atomic_ref_count_init (&self->ref_count);
  self->has_text = TRUE;
  self->heading_bytes = (guint32) heading->len;
  self->text_bytes = (guint32) n_text;
  memcpy (self->bytes, heading->str, heading->len);
  if (n_text > 0)
    memcpy (self->bytes + heading->len, text, n_text);
  self->bytes[n_folded] = '\0';
  copy_strings (self, incident, n_folded + 1);
  return self;
}

JkbCaseRecord *
jkb_case_record_new (const JkbFold *fold, const JkbIncident *incident, const char *text,
                     const JkbCaseRecord *old)
{
  guint32 part_ends[JKB_RECORD_PART_TITLE + 1] = { 0 };
  GString *heading = fold_heading (fold, incident, part_ends);
  g_autoptr(JkbNormal) folded
      = text != NULL ? jkb_fold_text (fold, text, measure_text (text)) : NULL;
  JkbCaseRecord *self;

  if (folded != NULL)
    self = make_record (incident, heading, folded->text, folded->n_bytes);
  else
    self = make_record (incident, heading, old != NULL ? get_text (old) : NULL,
                        old != NULL ? old->text_bytes : 0);
  if (text == NULL && old != NULL)
    self->has_text = old->has_text;
  memcpy (self->part_ends, part_ends, sizeof (part_ends));
  g_string_free (heading, TRUE);
  return self;
}

JkbCaseRecord *
jkb_case_record_new_heading (const JkbFold *fold, const JkbIncident *incident)
{
  JkbCaseRecord *self = jkb_case_record_new (fold, incident, NULL, NULL);

  self->has_text = FALSE;
  return self;
}

/* One more than the last byte of the strings, which end the record. */
static gsize
find_end (const JkbCaseRecord *self)
{
  gsize end = (gsize) self->heading_bytes + self->text_bytes + 1;

  for (int i = 0; i < JKB_N_RECORD_STRINGS; i++)
    if (self->strings[i] != 0)
      end = MAX (end, self->strings[i] + strlen (self->bytes + self->strings[i]) + 1);
  return end;
}

JkbCaseRecord *
jkb_case_record_new_text (const JkbFold *fold, const JkbCaseRecord *old, const char *text)
{
  g_autoptr(JkbNormal) folded = jkb_fold_text (fold, text, measure_text (text));
  gsize from = (gsize) old->heading_bytes + old->text_bytes, n_strings = find_end (old) - from;
  gsize to = (gsize) old->heading_bytes + folded->n_bytes;
  JkbCaseRecord *self = g_malloc (sizeof (JkbCaseRecord) + to + n_strings);

  memcpy (self, old, sizeof *old);
  g_atomic_ref_count_init (&self->ref_count);
  self->has_text = TRUE;
  self->text_bytes = (guint32) folded->n_bytes;
  memcpy (self->bytes, old->bytes, old->heading_bytes);
  memcpy (self->bytes + old->heading_bytes, folded->text, folded->n_bytes);
  /* With the NUL before them. */
  memcpy (self->bytes + to, old->bytes + from, n_strings);
  for (int i = 0; i < JKB_N_RECORD_STRINGS; i++)
    if (old->strings[i] != 0)
      self->strings[i] = (guint32) (old->strings[i] - from + to);
  return self;
}

gboolean
jkb_case_record_has_text (const JkbCaseRecord *record)
{
  return record->has_text;
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
  if (g_atomic_ref_count_dec (&record->ref_count))
    g_free (record);
}

const char *
jkb_case_record_get (const JkbCaseRecord *record, JkbRecordString string)
{
  return record->strings[string] != 0 ? record->bytes + record->strings[string] : NULL;
}

const char *
jkb_case_record_folded (const JkbCaseRecord *record, JkbRecordPart part, gsize *n_bytes)
{
  gsize begin = part > JKB_RECORD_PART_KEY ? record->part_ends[part - 1] : 0;

  if (part == JKB_RECORD_PART_ALL)
    *n_bytes = (gsize) record->heading_bytes + record->text_bytes;
  else
    *n_bytes = record->part_ends[part] - begin;
  return record->bytes + begin;
}

gboolean
jkb_case_record_contains (const JkbCaseRecord *record, JkbRecordPart part,
                          const JkbNeedle *needles, guint n_needles)
{
  gsize n_bytes;
  const char *folded = jkb_case_record_folded (record, part, &n_bytes);

  for (guint i = 0; i < n_needles; i++)
    if (jkb_needle_is_in (&needles[i], folded, n_bytes))
      return TRUE;
  return FALSE;
}

void
jkb_case_record_prefetch (const JkbCaseRecord *record)
{
  for (guint i = 0; record != NULL && i < LINES_AHEAD; i++)
    __builtin_prefetch ((const char *) record + i * LINE_BYTES);
}
