/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-date-chronicle.h"

#define N_OPENING ((gsize) 90)          /* bytes of a sentence that says that days follow */

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

/* A day of no year behind a sentence: the notice dates itself in full. */
static gboolean
is_below_sentence (const JkbDoc *doc, const JkbText *text, guint line)
{
  while (line > 0 && get_line (doc, line - 1)->kind == JKB_LINE_BLANK)
    line--;
  return line > 0 && jkb_text_take_before (text, get_line (doc, line - 1)->text.end, "。") > 0;
}

/* 時系列でご説明します。 in the line above. */
static gboolean
is_below_opening (const JkbDoc *doc, const JkbText *text, guint line)
{
  static const char *const openings[] = { "時系列", "経緯は", "経過は", "次のとおり", "次の通り", "以下のとおり", "以下の通り", NULL };
  JkbSpan above;

  while (line > 0 && get_line (doc, line - 1)->kind == JKB_LINE_BLANK)
    line--;
  if (line == 0)
    return FALSE;
  above = get_line (doc, line - 1)->text;
  for (gsize at = above.end > above.begin + N_OPENING ? above.end - N_OPENING : above.begin; at < above.end; at++)
    if (jkb_text_take_any (text, at, openings) > 0)
      return jkb_text_take_before (text, above.end, "。") > 0;
  return FALSE;
}

gboolean
jkb_date_chronicle_is_entry (const JkbDoc *doc, const JkbDateMatch *match)
{
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  guint index = jkb_doc_line_at (doc, match->span.begin);
  gboolean is_told = tells_of_event (jkb_doc_section_at (doc, match->span.begin)->role) || is_below_opening (doc, &text, index)
                     || (match->written.year == 0 && is_below_sentence (doc, &text, index));

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
