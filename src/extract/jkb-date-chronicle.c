/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-date-chronicle.h"

static const JkbLine *
get_line (const JkbDoc *doc, guint index)
{
  return &g_array_index (doc->lines, JkbLine, index);
}

static gboolean
tells_of_event (JkbSectionRole role)
{
  return role == JKB_SECTION_COURSE || role == JKB_SECTION_CAUSE || role == JKB_SECTION_AFFECTED
         || role == JKB_SECTION_RESPONSE;
}

/* 6:16 …が改ざんされ */
static gboolean
begins_with_time (const JkbText *text, gsize at)
{
  gsize end = at;

  while (jkb_text_is_digit (text, end))
    end++;
  return end > at && end <= at + 2 && jkb_text_take (text, end, ":") > 0 && jkb_text_is_digit (text, end + 1);
}

/* A sentence, a line of a list, or a time of day: no name of who signs. */
static gboolean
is_narrative (const JkbDoc *doc, const JkbLine *line)
{
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  static const char *const times[] = { "午前", "午後", NULL };
  gsize length = line->text.end - line->text.begin;
  guint n_cues;

  if (begins_with_time (&text, line->text.begin))
    return TRUE;
  if (line->kind == JKB_LINE_LIST
      || g_strstr_len (text.bytes + line->text.begin, (gssize) length, "。") != NULL
      || jkb_text_take_any (&text, line->text.begin, times))
    return TRUE;
  jkb_doc_hits (doc, JKB_TERM_DATE_ROLE, line->text, &n_cues);
  return n_cues > 0;
}

gboolean
jkb_date_chronicle_is_entry (const JkbDoc *doc, const JkbDateMatch *match)
{
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  guint index = jkb_doc_line_at (doc, match->span.begin);
  gboolean is_told = tells_of_event (jkb_doc_section_at (doc, match->span.begin)->role);

  for (guint i = index + 1; i < doc->lines->len; i++)
    if (get_line (doc, i)->kind != JKB_LINE_BLANK)
      return is_told ? is_narrative (doc, get_line (doc, i)) : begins_with_time (&text, get_line (doc, i)->text.begin);
  return FALSE;
}

/* 5月4日…, 【5月4日】: the line begins with the date at @at. */
static gboolean
is_at_line_begin (const JkbText *text, const JkbLine *line, gsize at)
{
  return line->text.begin <= at && line->text.begin >= at - jkb_text_take_before (text, at, "【");
}

static gboolean
is_led_by_date (const JkbDatePlaces *self, guint index, const JkbLine *line)
{
  for (guint i = index + 1; i < self->n_matches; i++)
    if (self->matches[i].span.begin >= line->text.begin)
      return is_at_line_begin (&self->text, line, self->matches[i].span.begin);
  return FALSE;
}

gsize
jkb_date_chronicle_end (const JkbDatePlaces *self, guint index)
{
  const JkbDateMatch *match = &self->matches[index];
  guint line = jkb_doc_line_at (self->doc, match->span.begin);
  gsize end = get_line (self->doc, line)->text.end;
  guint n_cues;

  if (!is_at_line_begin (&self->text, get_line (self->doc, line), match->span.begin))
    return match->end;
  jkb_doc_hits (self->doc, JKB_TERM_DATE_ROLE, (JkbSpan){ match->end, end }, &n_cues);
  if (n_cues > 0
      || g_strstr_len (self->text.bytes + match->end, (gssize) (MAX (end, match->end) - match->end), "。") != NULL)
    return match->end;
  end = match->end;
  for (guint i = line + 1; i < self->doc->lines->len; i++)
    {
      const JkbLine *below = get_line (self->doc, i);

      if (below->kind == JKB_LINE_HEADING || is_led_by_date (self, index, below)
          || below->span.begin > match->end + JKB_DATE_PLACE_BYTES_MAX)
        break;
      end = below->text.end;
    }
  return end;
}
