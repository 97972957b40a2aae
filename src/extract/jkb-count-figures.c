/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-count-figures.h"

#include <string.h>

#include "extract/jkb-count-judge.h"
#include "extract/jkb-text-at.h"


#define N_LISTED 45                     /* bytes between two figures of a list */
#define N_NOTE ((gsize) 130)            /* bytes behind a figure in which a note on it stands */

typedef struct
{
  const JkbDoc *doc;
  JkbText text;
  gsize last_end;                       /* end of the figure before */
  guint last_flags;                     /* and what is said of it */
} Finder;

/* ---------------------------------------------------------------- counters */

static const JkbHit *
find_hit_at (const Finder *self, JkbTermClass term_class, gsize at)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (self->doc, term_class, (JkbSpan){ at, at + 1 }, &n_hits);

  return n_hits > 0 ? &hits[0] : NULL;
}

/* Blanks, bold letters and an opening bracket may stand between a number and its counter. */
static gsize
skip_joints (const Finder *self, gsize at)
{
  at += jkb_text_take (&self->text, at, "**");
  at = jkb_text_skip_blanks (&self->text, at, 2);
  if (jkb_text_take (&self->text, at, "("))
    return find_hit_at (self, JKB_TERM_UNIT, at + 1) != NULL ? at + 1 : at;
  return at;
}

/* English puts words between: 2,726 affected customers. */
static const JkbHit *
find_english_unit (const Finder *self, gsize at)
{
  for (int i = 0; i < 3 && jkb_text_is_letter (&self->text, at); i++)
    {
      const JkbHit *hit = find_hit_at (self, JKB_TERM_UNIT, at);

      if (hit != NULL)
        return hit;
      while (jkb_text_is_letter (&self->text, at) || jkb_text_take (&self->text, at, "-"))
        at++;
      if (!jkb_text_take (&self->text, at, " "))
        return NULL;
      at++;
    }
  return NULL;
}

static const JkbHit *
find_unit (const Finder *self, const JkbNumber *number)
{
  gsize at = skip_joints (self, number->span.end);

  if (jkb_text_is_letter (&self->text, at) && at > number->span.end)
    return find_english_unit (self, at);
  return find_hit_at (self, JKB_TERM_UNIT, at);
}

/* ---------------------------------------------------------------- figures */

/* 1,733件 ※Aの内数です: the line says that it is counted elsewhere. */
static gboolean
is_share_of_another (const Finder *self, const JkbFigure *figure)
{
  static const char *const notes[] = { "内数", "名に含まれ", "人に含まれ", "件に含まれ", NULL };
  const JkbLine *line = &g_array_index (self->doc->lines, JkbLine, figure->line);
  gsize end = MIN (line->text.end, figure->span.end + N_NOTE);

  return jkb_text_holds_any (&self->text, figure->span.end, end, notes);
}

/* 参加者58名(役員2名を含む): in brackets, a share that is in the figure before. */
static gboolean
is_included (const Finder *self, const JkbFigure *figure)
{
  static const char *const includes[] = { "を含む", "を含み", "を含め", "含む", "分を含", NULL };
  gsize begin = MAX (self->last_end, figure->span.begin - MIN (figure->span.begin, N_LISTED));

  return jkb_text_take_any (&self->text, figure->span.end, includes) > 0
         && memchr (self->text.bytes + begin, '(', figure->span.begin - begin) != NULL;
}

static void
note_flags (const Finder *self, JkbFigure *figure, const JkbNumber *number)
{
  JkbSpan before = jkb_count_words_before (self->doc, figure, self->last_end);
  guint n_groups;
  const JkbHit *groups = jkb_doc_hits (self->doc, JKB_TERM_COUNT_GROUP, before, &n_groups);

  while (n_groups > 0 && groups[n_groups - 1].span.end > figure->span.begin)
    n_groups--;
  if (n_groups > 0 && figure->span.begin - groups[n_groups - 1].span.end <= JKB_COUNT_NEAR_BYTES)
    figure->group = groups[n_groups - 1].term;
  figure->flags |= number->flags & JKB_NUMBER_TOTAL ? JKB_FIGURE_TOTAL : 0;
  figure->flags |= number->flags & JKB_NUMBER_CUMULATIVE ? JKB_FIGURE_CUMULATIVE : 0;
  if ((jkb_count_find_act (self->doc, before, JKB_COUNT_ACT_TERM_PART) != NULL && !(self->last_flags & JKB_FIGURE_BASE))
      || is_share_of_another (self, figure) || is_included (self, figure))
    figure->flags |= JKB_FIGURE_PART;
  if (jkb_doc_section_at (self->doc, figure->span.begin)->role == JKB_SECTION_TITLE)
    figure->flags |= JKB_FIGURE_TITLE;
}

static gboolean
make_figure (const Finder *self, JkbNumber *number, JkbFigure *figure)
{
  const JkbHit *unit = find_unit (self, number);

  if (unit == NULL)
    return FALSE;
  *figure = (JkbFigure){ .unit = unit->span };
  number->span.end = MAX (number->span.end, unit->span.end);
  jkb_number_qualify (self->text.bytes, self->text.n_bytes, unit->span.end, number);
  figure->span = number->span;
  figure->value = number->value;
  figure->qualifier = number->qualifier;
  if (number->flags & JKB_NUMBER_RANGE_END && figure->qualifier == JKB_QUALIFIER_EXACT)
    figure->qualifier = JKB_QUALIFIER_AT_MOST;
  figure->sentence = jkb_doc_sentence_at (self->doc, number->words.begin);
  figure->line = jkb_doc_line_at (self->doc, number->words.begin);
  note_flags (self, figure, number);
  jkb_count_judge (self->doc, self->last_end, (JkbUnitTerm) unit->term->value, figure);
  return TRUE;
}

/* 無料会員約60万人、有料会員約4万人のうち: all of a list are what the share is of. */
static void
note_bases_before (const Finder *self, GArray *figures)
{
  const JkbFigure *base = &g_array_index (figures, JkbFigure, figures->len - 1);

  for (guint i = figures->len - 1; base->flags & JKB_FIGURE_BASE && i-- > 0;)
    {
      JkbFigure *figure = &g_array_index (figures, JkbFigure, i);

      if (figure->sentence != base->sentence || base->span.begin > figure->span.end + N_LISTED
          || (!jkb_text_take (&self->text, figure->span.end, "、") && !jkb_text_take (&self->text, figure->span.end, "と")))
        return;
      figure->flags |= JKB_FIGURE_BASE;
      figure->kind = JKB_FIGURE_OTHER;
      base = figure;
    }
}

/* 〇件数など: the mark of a line, no nought. */
static gboolean
is_bullet (const Finder *self, JkbSpan words)
{
  return words.end - words.begin == strlen ("〇") && jkb_text_take (&self->text, words.begin, "〇") > 0
         && (words.begin == 0 || self->text.bytes[words.begin - 1] == '\n');
}

GArray *
jkb_count_figures (const JkbDoc *doc)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (JkbFigure));
  Finder finder = { doc, { doc->normal->text, doc->normal->n_bytes }, 0, 0 };
  JkbNumber number;

  for (gsize at = 0; jkb_number_next (finder.text.bytes, finder.text.n_bytes, at, &number);)
    {
      JkbFigure figure;

      at = number.words.end;
      if (number.flags & JKB_NUMBER_VAGUE || is_bullet (&finder, number.words) || !make_figure (&finder, &number, &figure))
        continue;
      g_array_append_val (figures, figure);
      note_bases_before (&finder, figures);
      finder.last_end = figure.span.end;
      finder.last_flags = figure.flags;
    }
  jkb_count_follow_actors (figures);
  return figures;
}
