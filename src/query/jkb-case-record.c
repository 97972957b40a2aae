/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A record is one piece of memory: numbers, the folded heading, the folded text. A search walks through a
 * hundred thousand of them; what it costs is the way to each text, so there is only one way to go.
 */
#include "query/jkb-case-record.h"

#include <string.h>

/* Nobody writes so much about one case; it keeps places in 32 bits. */
#define TEXT_BYTES_MAX ((gsize) 1 << 29)
/* What the processor fetches at a time. It also goes on by itself, but late: a text is 2 KB, and nearly all that a
 * search costs is to wait for it. */
#define LINE_BYTES 64
#define LINES_AHEAD 24u

struct _JkbCaseRecord
{
  gatomicrefcount ref_count;
  guint32 heading_bytes;
  guint32 part_ends[JKB_RECORD_PART_TITLE + 1];
  guint32 text_bytes;           /* the text begins after the heading */
  char bytes[];
};

char *
jkb_case_record_fold_string (const JkbFold *fold, const char *string)
{
  char *folded = jkb_fold_string (fold, string);

  return g_strdelimit (folded, "\n", ' ');
}

/* Parts end with a line feed, which no word that is looked for has. */
static void
append_folded (GString *heading, const JkbFold *fold, const JkbStringPool *pool, guint32 strings,
               JkbCaseString which)
{
  const char *string = jkb_case_strings_get (pool, strings, which);

  if (string != NULL)
    {
      g_autofree char *folded = jkb_case_record_fold_string (fold, string);

      g_string_append (heading, folded);
    }
  g_string_append_c (heading, '\n');
}

static GString *
fold_heading (const JkbFold *fold, const JkbStringPool *pool, guint32 strings, guint32 *part_ends)
{
  GString *heading = g_string_new (NULL);

  append_folded (heading, fold, pool, strings, JKB_CASE_KEY);
  part_ends[JKB_RECORD_PART_KEY] = (guint32) heading->len;
  append_folded (heading, fold, pool, strings, JKB_CASE_ORGANISATION);
  append_folded (heading, fold, pool, strings, JKB_CASE_ORGANISATION_EN);
  append_folded (heading, fold, pool, strings, JKB_CASE_CONTRACTOR);
  part_ends[JKB_RECORD_PART_ORGANISATION] = (guint32) heading->len;
  append_folded (heading, fold, pool, strings, JKB_CASE_TITLE);
  part_ends[JKB_RECORD_PART_TITLE] = (guint32) heading->len;
  append_folded (heading, fold, pool, strings, JKB_CASE_CAUSE);
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

static JkbCaseRecord *
make_record (const GString *heading, const char *text, gsize n_text)
{
  JkbCaseRecord *self = g_malloc (sizeof (JkbCaseRecord) + heading->len + n_text);

  g_atomic_ref_count_init (&self->ref_count);
  self->heading_bytes = (guint32) heading->len;
  self->text_bytes = (guint32) n_text;
  memcpy (self->bytes, heading->str, heading->len);
  if (n_text > 0)
    memcpy (self->bytes + heading->len, text, n_text);
  return self;
}

JkbCaseRecord *
jkb_case_record_new (const JkbFold *fold, const JkbStringPool *pool, guint32 strings, const char *text,
                     const JkbCaseRecord *old)
{
  guint32 part_ends[JKB_RECORD_PART_TITLE + 1] = { 0 };
  GString *heading = fold_heading (fold, pool, strings, part_ends);
  g_autoptr(JkbNormal) folded
      = text != NULL ? jkb_fold_text (fold, text, measure_text (text)) : NULL;
  JkbCaseRecord *self;

  if (folded != NULL)
    self = make_record (heading, folded->text, folded->n_bytes);
  else
    self = make_record (heading, old != NULL ? get_text (old) : NULL, old != NULL ? old->text_bytes : 0);
  memcpy (self->part_ends, part_ends, sizeof (part_ends));
  g_string_free (heading, TRUE);
  return self;
}

gsize
jkb_case_record_get_size (const JkbCaseRecord *record)
{
  return sizeof (JkbCaseRecord) + record->heading_bytes + record->text_bytes;
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
