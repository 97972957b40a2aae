/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Groups that are told apart and have no total: 患者100名と職員20名, or the lines of a list. Two lines that name one data item
 * each (氏名 100名, 住所 90名) are the same persons, and a line may say how many the next one lists.
 */
#include "extract/jkb-count-sum.h"

#include "extract/jkb-text-at.h"

#define N_LINES_APART 8                 /* lines between two lines of one list */
#define N_MARK ((gsize) 240)            /* bytes of one point of a list within a line */
#define VAGUE_MAX 0.7                   /* nothing near a figure says that it is of the matter */

gboolean
jkb_count_is_of (const JkbCountReader *self, guint index, JkbFigureKind kind)
{
  const JkbFigure *figure = jkb_count_get (self, index);

  return figure->kind == kind && figure->confidence >= (kind == JKB_FIGURE_PEOPLE && self->has_plain_people ? VAGUE_MAX + 0.01 : 0.5)
         && !(figure->flags & JKB_FIGURE_SUPERSEDED);
}

/* The kinds of data that the part of the line around a figure names, one bit for each. */
static guint64
items_of (const JkbCountReader *self, const JkbCountChoice *run, guint part)
{
  guint index = run->parts[part];
  JkbSpan span = g_array_index (self->doc->lines, JkbLine, jkb_count_get (self, index)->line).span;
  guint n_hits;
  const JkbHit *hits;
  guint64 items = 0;

  if (part > 0 && jkb_count_get (self, run->parts[part - 1])->line == jkb_count_get (self, index)->line)
    span.begin = jkb_count_get (self, run->parts[part - 1])->span.end;
  if (part + 1 < run->n_parts && jkb_count_get (self, run->parts[part + 1])->line == jkb_count_get (self, index)->line)
    span.end = jkb_count_get (self, index)->span.end;
  hits = jkb_doc_hits (self->doc, JKB_TERM_DATA_ITEM, span, &n_hits);
  for (guint i = 0; i < n_hits; i++)
    items |= G_GUINT64_CONSTANT (1) << (hits[i].term->value & 63);
  return items;
}

/* The line holds a figure and names, no sentence. */
static gboolean
is_list_line (const JkbCountReader *self, guint index)
{
  const JkbFigure *figure = jkb_count_get (self, index);
  const JkbLine *line = &g_array_index (self->doc->lines, JkbLine, figure->line);
  const char *text = self->doc->normal->text;

  return figure->span.end <= line->text.end && line->kind != JKB_LINE_BLANK
         && line->text.end - line->text.begin < 300
         && jkb_text_find (text + line->text.begin, (gssize) (line->text.end - line->text.begin), "。")
                == NULL;
}

static gboolean
goes_on_list (const JkbCountReader *self, guint before, guint index)
{
  if (jkb_count_get (self, index)->line - jkb_count_get (self, before)->line > N_LINES_APART)
    return FALSE;
  for (guint i = jkb_count_get (self, before)->line + 1; i < jkb_count_get (self, index)->line; i++)
    if (g_array_index (self->doc->lines, JkbLine, i).kind == JKB_LINE_HEADING)
      return FALSE;                     /* 流出した件数, 宛先の件数: another list */
  return is_list_line (self, before) && is_list_line (self, index)
         && jkb_count_get (self, index)->line > jkb_count_get (self, before)->line;
}

/* 患者100名と職員20名 in one sentence, each group named once. */
static gboolean
goes_on_groups (const JkbCountReader *self, guint before, guint index)
{
  const JkbFigure *a = jkb_count_get (self, before), *b = jkb_count_get (self, index);

  return a->sentence == b->sentence && a->group != NULL && b->group != NULL && a->group != b->group
         && b->span.begin - a->span.end < 90;
}

/* 東小学校(37名)、西小学校(30名): each in brackets, in one sentence. */
static gboolean
goes_on_brackets (const JkbCountReader *self, guint before, guint index)
{
  const JkbFigure *a = jkb_count_get (self, before), *b = jkb_count_get (self, index);
  const char *text = self->doc->normal->text;
  const JkbSpan between = { a->span.end, b->span.begin };
  guint n_items, n_data;

  jkb_doc_hits (self->doc, JKB_TERM_DATA_ITEM, between, &n_items);
  jkb_doc_hits (self->doc, JKB_TERM_PERSON_DATA, between, &n_data);
  return n_items + n_data == 0 && a->sentence == b->sentence && b->span.begin - a->span.end < 90 && a->span.begin > 0
         && text[a->span.begin - 1] == '(' && text[b->span.begin - 1] == '(' && text[a->span.end] == ')'
         && text[b->span.end] == ')';
}

/* ①2022年以前のお客様 195名 ②2023年以降のお客様 445名: a mark of a list in front of each, in one line. */
static gboolean
goes_on_marks (const JkbCountReader *self, guint before, guint index)
{
  static const char *const marks[] = { "①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩", NULL };
  const JkbFigure *a = jkb_count_get (self, before), *b = jkb_count_get (self, index);
  const char *text = self->doc->normal->text;
  const gsize end = MIN (b->span.begin, a->span.end + N_MARK);

  if (a->line != b->line)
    return FALSE;
  for (guint i = 0; marks[i + 1] != NULL; i++)
    if (g_strstr_len (text + a->span.end, (gssize) (end - a->span.end), marks[i + 1]) != NULL)
      {
        gsize from = a->span.begin - MIN (a->span.begin, N_MARK);

        return g_strstr_len (text + from, (gssize) (a->span.begin - from), marks[i]) != NULL;
      }
  return FALSE;
}

typedef gboolean (*GoesOn) (const JkbCountReader *self, guint before, guint index);

/* Collects the longest run of figures of @kind that go on with each other. */
static void
find_run (const JkbCountReader *self, JkbFigureKind kind, GoesOn goes_on, JkbCountChoice *choice)
{
  guint run[JKB_COUNT_PARTS_MAX], n_run = 0;

  choice->n_parts = 0;
  for (guint i = 0; i < self->figures->len; i++)
    {
      if (!jkb_count_is_of (self, i, kind) || jkb_count_get (self, i)->flags & (JKB_FIGURE_PART | JKB_FIGURE_TITLE))
        continue;
      if (n_run > 0 && (n_run == JKB_COUNT_PARTS_MAX || !goes_on (self, run[n_run - 1], i)))
        n_run = 0;
      run[n_run++] = i;
      if (n_run <= choice->n_parts)
        continue;
      choice->n_parts = n_run;
      for (guint j = 0; j < n_run; j++)
        choice->parts[j] = run[j];
    }
}

/* Other data items with each figure, and nobody named: the same persons again and again. */
static gboolean
are_same_persons (const JkbCountReader *self, const JkbCountChoice *run)
{
  guint64 all = 0;

  for (guint i = 0; i < run->n_parts; i++)
    {
      guint64 here = items_of (self, run, i);

      if ((all & here) != 0 || jkb_count_get (self, run->parts[i])->group != NULL)
        return FALSE;
      if (here == 0 && run->n_parts > 1 && jkb_count_get (self, run->parts[0])->line == jkb_count_get (self, run->parts[1])->line)
        return FALSE;                   /* 東校(31名)、西校(28名)の氏名: only what stands at the end is common to them */
      all |= here;
    }
  return all != 0;
}

static gboolean
is_part_of (const JkbCountChoice *run, guint index)
{
  for (guint i = 0; i < run->n_parts; i++)
    if (run->parts[i] == index)
      return TRUE;
  return FALSE;
}

/* 個人情報(4名分) / 本人1名、家族2名、医師1名: the figure of one line is the sum of what the next one lists. */
static gboolean
heads_list (const JkbCountReader *self, guint index)
{
  gint64 sum = 0;
  guint line = G_MAXUINT, n = 0;

  for (guint i = index + 1; i < self->figures->len && (line == G_MAXUINT || jkb_count_get (self, i)->line == line); i++)
    {
      if (jkb_count_get (self, i)->line == jkb_count_get (self, index)->line || jkb_count_get (self, i)->value > G_MAXINT64 - sum)
        return FALSE;
      line = jkb_count_get (self, i)->line;
      sum += jkb_count_get (self, i)->value;
      n++;
    }
  return n > 1 && sum == jkb_count_get (self, index)->value;
}

/* A run makes a sum unless one of its figures, or one elsewhere, is already that of all. */
static gboolean
sum_run (const JkbCountReader *self, JkbFigureKind kind, JkbCountChoice *run)
{
  gint64 largest = 0;

  run->value = 0;
  for (guint i = 0; i < run->n_parts; i++)
    {
      gint64 value = jkb_count_get (self, run->parts[i])->value;

      if (run->value > G_MAXINT64 - value)
        return FALSE;
      run->value += value;
      largest = MAX (largest, value);
    }
  if (run->n_parts < 2 || run->value == 2 * largest || are_same_persons (self, run) || heads_list (self, run->parts[0]))
    return FALSE;
  for (guint i = 0; i < self->figures->len; i++)
    if (jkb_count_is_of (self, i, kind) && !is_part_of (run, i) && jkb_count_get (self, i)->value > largest)
      return FALSE;
  return TRUE;
}

gboolean
jkb_count_choose_sum (const JkbCountReader *self, JkbFigureKind kind, JkbCountChoice *choice)
{
  static const GoesOn ways[] = { goes_on_list, goes_on_groups, goes_on_brackets, goes_on_marks };

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      find_run (self, kind, ways[i], choice);
      if (!sum_run (self, kind, choice))
        continue;
      choice->first = choice->parts[0];
      choice->rule = "counts-sum";
      choice->confidence = 0.65;
      return TRUE;
    }
  choice->n_parts = 0;
  return FALSE;
}
