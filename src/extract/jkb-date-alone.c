/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Dates that stand alone on one of the first or last lines of a text: those of the notice.
 */
#include "extract/jkb-date-chronicle.h"
#include "extract/jkb-date-place.h"

#define N_EDGE_LINES 6                  /* lines at either end of a notice that may hold its date */
#define N_BLANK_LINES 40                /* lines, blank ones included, that an edge may be away */
#define N_SIGNATURE 90                  /* bytes beside a date on such a line */

static const JkbLine *
get_line (const JkbDoc *doc, guint index)
{
  return &g_array_index (doc->lines, JkbLine, index);
}

static gboolean
is_near_edge (const JkbDoc *doc, guint line)
{
  guint n_above = 0, n_below = 0;

  for (guint i = line; i-- > 0 && n_above <= N_EDGE_LINES && line - i < N_BLANK_LINES;)
    n_above += get_line (doc, i)->kind != JKB_LINE_BLANK;
  for (guint i = line + 1; i < doc->lines->len && n_below <= N_EDGE_LINES && i - line < N_BLANK_LINES; i++)
    n_below += get_line (doc, i)->kind != JKB_LINE_BLANK;
  return n_above <= N_EDGE_LINES || n_below <= N_EDGE_LINES;
}

gboolean
jkb_date_places_is_near_edge (const JkbDoc *doc, const JkbDateMatch *match)
{
  return is_near_edge (doc, jkb_doc_line_at (doc, match->span.begin));
}

/* Only blanks, brackets, 付 and the like, or a few words that tell of nothing. */
static gboolean
is_bare_rest (const JkbDoc *doc, const JkbText *text, gsize at, gsize end)
{
  static const char *const ties[]
      = { "に", "の", "は", "、", "を", "で", "が", "と", "から", "まで", "以", "時", "頃", "~", "度", ":", NULL };
  static const char *const closings[] = { "付", "発表", "公表", "掲載", "発信", "リリース", ")", "]", NULL };
  static const char *const notes[] = { "更新)", "追記)", "改訂)", "修正)", NULL };
  guint n_cues;

  at = jkb_text_skip_blanks (text, at, 20);
  if (jkb_text_take (text, at, "(") && end - at <= N_SIGNATURE && jkb_text_take_any_before (text, end, notes) > 0)
    return TRUE;                        /* 2024年5月1日(5月10日更新) */
  at += jkb_text_take_any (text, at, closings);
  if (at >= end)
    return TRUE;
  jkb_doc_hits (doc, JKB_TERM_DATE_ROLE, (JkbSpan){ at, end }, &n_cues);
  if (n_cues > 0 || jkb_text_take_any (text, at, ties))
    return FALSE;
  if (memchr (text->bytes + at, '(', end - at) != NULL && text->bytes[end - 1] != ')')
    return FALSE;
  return end - at <= N_SIGNATURE
         && g_strstr_len (text->bytes + at, (gssize) (end - at), "。") == NULL;
}

gboolean
jkb_date_places_is_line (const JkbDoc *doc, const JkbDateMatch *match)
{
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  guint index = jkb_doc_line_at (doc, match->span.begin);
  const JkbLine *line = get_line (doc, index);
  gsize begin = line->span.begin;

  if (match->written.day == 0 || match->day_base != JKB_DATE_BASE_WRITTEN
      || match->flags & (JKB_DATE_RANGE_FROM | JKB_DATE_RANGE_TO | JKB_DATE_SINCE | JKB_DATE_UNTIL))
    return FALSE;
  begin = jkb_text_skip_blanks (&text, begin, 200);
  begin += jkb_text_take (&text, begin, "(") + jkb_text_take (&text, begin, "[");
  return begin == match->span.begin && is_bare_rest (doc, &text, match->end, line->text.end)
         && is_near_edge (doc, index) && !jkb_date_chronicle_is_entry (doc, match);
}
