/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Persons and records are counted apart. Of the figures of one kind, leaving out those that the text
 * itself corrects, the number affected is
 *
 *   1. the one that calls itself the total (計, 合計), else
 *   2. the sum of groups that are told apart and have no total: 患者100名と職員20名, or the lines of a
 *      list; two lines that name one data item each (氏名 100名, 住所 90名) are the same persons, else
 *   3. the largest; a rounded figure gives way to the exact one that it rounds.
 */
#include "extract/jkb-read-counts.h"

#include "extract/jkb-count-corrections.h"
#include "extract/jkb-count-figures.h"
#include "extract/jkb-count-judge.h"
#include "extract/jkb-count-mails.h"
#include "extract/jkb-level.h"
#include "extract/jkb-text-at.h"

#define N_LINES_APART 8                 /* lines between two lines of one list */
#define N_PARTS_MAX 64
#define N_MARK ((gsize) 240)            /* bytes of one point of a list within a line */
#define VAGUE_MAX 0.7                   /* nothing near a figure says that it is of the matter */
#define PLAIN_MIN 0.9                   /* the words around it do */
#define N_TIMES_EACH 10                  /* more often than this nobody is counted over and over */

typedef struct
{
  const JkbDoc *doc;
  JkbItem *item;
  GArray *figures;
  gboolean has_plain_people;            /* then vague figures of persons do not count */
} Reader;

typedef struct
{
  gint64 value;
  guint first;                          /* index of the best figure */
  guint parts[N_PARTS_MAX];             /* what a sum is made of */
  guint n_parts;
  const char *rule;
  double confidence;
} Choice;

static JkbFigure *
get (const Reader *self, guint index)
{
  return &g_array_index (self->figures, JkbFigure, index);
}

/* Persons who are plainly said to be concerned. */
static gboolean
has_plain_people (const GArray *figures)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const JkbFigure *figure = &g_array_index (figures, JkbFigure, i);

      if (figure->kind == JKB_FIGURE_PEOPLE && figure->confidence >= PLAIN_MIN && !(figure->flags & JKB_FIGURE_SUPERSEDED))
        return TRUE;
    }
  return FALSE;
}

static gboolean
counts_as (const Reader *self, guint index, JkbFigureKind kind)
{
  const JkbFigure *figure = get (self, index);

  return figure->kind == kind && figure->confidence >= (kind == JKB_FIGURE_PEOPLE && self->has_plain_people ? VAGUE_MAX + 0.01 : 0.5)
         && !(figure->flags & JKB_FIGURE_SUPERSEDED);
}

/* ---------------------------------------------------------------- sums */

/* The kinds of data that the part of the line around a figure names, one bit for each. */
static guint64
items_of (const Reader *self, const Choice *run, guint part)
{
  guint index = run->parts[part];
  JkbSpan span = g_array_index (self->doc->lines, JkbLine, get (self, index)->line).span;
  guint n_hits;
  const JkbHit *hits;
  guint64 items = 0;

  if (part > 0 && get (self, run->parts[part - 1])->line == get (self, index)->line)
    span.begin = get (self, run->parts[part - 1])->span.end;
  if (part + 1 < run->n_parts && get (self, run->parts[part + 1])->line == get (self, index)->line)
    span.end = get (self, index)->span.end;
  hits = jkb_doc_hits (self->doc, JKB_TERM_DATA_ITEM, span, &n_hits);
  for (guint i = 0; i < n_hits; i++)
    items |= G_GUINT64_CONSTANT (1) << (hits[i].term->value & 63);
  return items;
}

/* The line holds a figure and names, no sentence. */
static gboolean
is_list_line (const Reader *self, guint index)
{
  const JkbFigure *figure = get (self, index);
  const JkbLine *line = &g_array_index (self->doc->lines, JkbLine, figure->line);
  const char *text = self->doc->normal->text;

  return figure->span.end <= line->text.end && line->kind != JKB_LINE_BLANK
         && line->text.end - line->text.begin < 300
         && jkb_text_find (text + line->text.begin, (gssize) (line->text.end - line->text.begin), "。")
                == NULL;
}

static gboolean
goes_on_list (const Reader *self, guint before, guint index)
{
  if (get (self, index)->line - get (self, before)->line > N_LINES_APART)
    return FALSE;
  for (guint i = get (self, before)->line + 1; i < get (self, index)->line; i++)
    if (g_array_index (self->doc->lines, JkbLine, i).kind == JKB_LINE_HEADING)
      return FALSE;                     /* 流出した件数, 宛先の件数: another list */
  return is_list_line (self, before) && is_list_line (self, index)
         && get (self, index)->line > get (self, before)->line;
}

/* 患者100名と職員20名 in one sentence, each group named once. */
static gboolean
goes_on_groups (const Reader *self, guint before, guint index)
{
  const JkbFigure *a = get (self, before), *b = get (self, index);

  return a->sentence == b->sentence && a->group != NULL && b->group != NULL && a->group != b->group
         && b->span.begin - a->span.end < 90;
}

/* 東小学校(37名)、西小学校(30名): each in brackets, in one sentence. */
static gboolean
goes_on_brackets (const Reader *self, guint before, guint index)
{
  const JkbFigure *a = get (self, before), *b = get (self, index);
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
goes_on_marks (const Reader *self, guint before, guint index)
{
  static const char *const marks[] = { "①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩", NULL };
  const JkbFigure *a = get (self, before), *b = get (self, index);
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

typedef gboolean (*GoesOn) (const Reader *self, guint before, guint index);

/* Collects the longest run of figures of @kind that go on with each other. */
static void
find_run (const Reader *self, JkbFigureKind kind, GoesOn goes_on, Choice *choice)
{
  guint run[N_PARTS_MAX], n_run = 0;

  choice->n_parts = 0;
  for (guint i = 0; i < self->figures->len; i++)
    {
      if (!counts_as (self, i, kind) || get (self, i)->flags & (JKB_FIGURE_PART | JKB_FIGURE_TITLE))
        continue;
      if (n_run > 0 && (n_run == N_PARTS_MAX || !goes_on (self, run[n_run - 1], i)))
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
are_same_persons (const Reader *self, const Choice *run)
{
  guint64 all = 0;

  for (guint i = 0; i < run->n_parts; i++)
    {
      guint64 here = items_of (self, run, i);

      if ((all & here) != 0 || get (self, run->parts[i])->group != NULL)
        return FALSE;
      if (here == 0 && run->n_parts > 1 && get (self, run->parts[0])->line == get (self, run->parts[1])->line)
        return FALSE;                   /* 東校(31名)、西校(28名)の氏名: only what stands at the end is common to them */
      all |= here;
    }
  return all != 0;
}

static gboolean
is_part_of (const Choice *run, guint index)
{
  for (guint i = 0; i < run->n_parts; i++)
    if (run->parts[i] == index)
      return TRUE;
  return FALSE;
}

/* A run makes a sum unless one of its figures, or one elsewhere, is already that of all. */
static gboolean
sum_run (const Reader *self, JkbFigureKind kind, Choice *run)
{
  gint64 largest = 0;

  run->value = 0;
  for (guint i = 0; i < run->n_parts; i++)
    {
      gint64 value = get (self, run->parts[i])->value;

      if (run->value > G_MAXINT64 - value)
        return FALSE;
      run->value += value;
      largest = MAX (largest, value);
    }
  if (run->n_parts < 2 || run->value == 2 * largest || are_same_persons (self, run))
    return FALSE;
  for (guint i = 0; i < self->figures->len; i++)
    if (counts_as (self, i, kind) && !is_part_of (run, i) && get (self, i)->value > largest)
      return FALSE;
  return TRUE;
}

static gboolean
choose_sum (const Reader *self, JkbFigureKind kind, Choice *choice)
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

/* ---------------------------------------------------------------- the number affected */

static gboolean
is_better (const JkbFigure *figure, const JkbFigure *best)
{
  gboolean is_cumulative = (figure->flags & JKB_FIGURE_CUMULATIVE) != 0;
  gboolean is_best_cumulative = (best->flags & JKB_FIGURE_CUMULATIVE) != 0;

  if (is_cumulative != is_best_cumulative)
    {                                   /* 延べ120名分 beside 7名分 of another paper: not the same persons */
      gint64 times = is_cumulative ? figure->value : best->value, once = is_cumulative ? best->value : figure->value;

      return times / MAX (once, 1) >= N_TIMES_EACH ? is_cumulative : is_best_cumulative;
    }
  if (figure->value != best->value)
    return figure->value > best->value;
  return figure->confidence > best->confidence + 0.01;
}

/* The largest figure that has all of @flags. */
static guint
find_largest (const Reader *self, JkbFigureKind kind, guint flags, guint no_flags)
{
  guint best = G_MAXUINT;

  for (guint i = 0; i < self->figures->len; i++)
    {
      const JkbFigure *figure = get (self, i);

      if (!counts_as (self, i, kind) || (figure->flags & flags) != flags || figure->flags & no_flags)
        continue;
      if (best == G_MAXUINT || is_better (figure, get (self, best)))
        best = i;
    }
  return best;
}

/* 約1万人 and 11,322人: the next power of ten below which the rounded figure says nothing. */
static gint64
grain_of (gint64 value)
{
  gint64 grain = 1;

  while (value > 0 && value % (grain * 10) == 0)
    grain *= 10;
  return grain;
}

/* 約2万件 in one place and 20,123件 or 19,870件 in another: the exact one. */
static guint
prefer_exact (const Reader *self, JkbFigureKind kind, guint index)
{
  const JkbFigure *rounded = get (self, index);

  if (rounded->qualifier == JKB_QUALIFIER_EXACT && !(rounded->flags & JKB_FIGURE_TITLE))
    return index;
  for (guint i = 0; i < self->figures->len; i++)
    {
      const JkbFigure *exact = get (self, i);

      if (counts_as (self, i, kind) && exact->qualifier == JKB_QUALIFIER_EXACT
          && exact->value >= rounded->value - rounded->value / 20
          && exact->value < MAX (rounded->value + 1, rounded->value + grain_of (rounded->value) / 2)
          && exact->value % 100 != 0)
        return i;
    }
  return index;
}

static guint
count_values (const Reader *self, JkbFigureKind kind)
{
  gint64 first = -1;
  guint n_values = 0;

  for (guint i = 0; i < self->figures->len; i++)
    if (counts_as (self, i, kind) && get (self, i)->value != first)
      {
        first = get (self, i)->value;
        n_values++;
      }
  return n_values;
}

/* 延べ6,318名 beside 4,902名, 1,187名 and 229名: their sum, so nobody is in it twice. */
static void
note_cumulative_sum (const Reader *self, JkbFigureKind kind)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->figures->len; i++)
    if (counts_as (self, i, kind) && !(get (self, i)->flags & JKB_FIGURE_CUMULATIVE)
        && get (self, i)->value <= G_MAXINT64 - sum)
      sum += get (self, i)->value;
  for (guint i = 0; i < self->figures->len; i++)
    if (counts_as (self, i, kind) && get (self, i)->flags & JKB_FIGURE_CUMULATIVE && get (self, i)->value == sum)
      get (self, i)->flags = (get (self, i)->flags & ~(guint) JKB_FIGURE_CUMULATIVE) | JKB_FIGURE_TOTAL;
}

static gboolean
choose (const Reader *self, JkbFigureKind kind, Choice *choice)
{
  guint total, largest, part;

  note_cumulative_sum (self, kind);
  total = find_largest (self, kind, JKB_FIGURE_TOTAL, JKB_FIGURE_PART);
  largest = find_largest (self, kind, 0, JKB_FIGURE_PART);
  part = find_largest (self, kind, JKB_FIGURE_PART, 0);
  *choice = (Choice){ .rule = "counts-total", .confidence = 0.95 };
  /* うち4件: of 39 mails perhaps, and then all there is */
  if (largest == G_MAXUINT || (part != G_MAXUINT && get (self, part)->value > get (self, largest)->value))
    largest = part;
  if (largest == G_MAXUINT)
    return FALSE;
  if (total == G_MAXUINT || get (self, total)->value < get (self, largest)->value)
    {
      if (choose_sum (self, kind, choice))
        return TRUE;
      total = prefer_exact (self, kind, largest);
      choice->rule = count_values (self, kind) > 1 ? "counts-largest" : "counts-single";
      choice->confidence = get (self, total)->confidence * (count_values (self, kind) > 1 ? 0.9 : 1);
    }
  choice->first = total;
  choice->value = get (self, total)->value;
  return TRUE;
}

/* ---------------------------------------------------------------- facts */

static JkbFact *
make_fact (const Reader *self, JkbField field, const JkbFigure *figure, gint64 value,
           JkbCountRole role, const char *rule, double confidence)
{
  g_autofree char *unit = g_strndup (self->doc->normal->text + figure->unit.begin,
                                     figure->unit.end - figure->unit.begin);
  JkbCount count = { value, unit, figure->qualifier, role, figure->span };

  return jkb_fact_new_count (field, &count, rule, jkb_level (confidence));
}

static void
add_affected (const Reader *self, JkbField field, const Choice *choice, JkbFigureKind kind)
{
  if (choice->n_parts > 0)
    {
      for (guint i = 0; i < choice->n_parts; i++)
        jkb_doc_add (self->doc, self->item,
                     make_fact (self, field, get (self, choice->parts[i]), choice->value,
                                JKB_COUNT_TOTAL, choice->rule, choice->confidence));
      return;
    }
  jkb_doc_add (self->doc, self->item,
               make_fact (self, field, get (self, choice->first), choice->value, JKB_COUNT_TOTAL,
                          choice->rule, choice->confidence));
  for (guint i = 0; i < self->figures->len; i++)
    if (i != choice->first && counts_as (self, i, kind) && get (self, i)->value == choice->value)
      jkb_doc_add (self->doc, self->item,
                   make_fact (self, field, get (self, i), choice->value, JKB_COUNT_TOTAL,
                              "counts-again", choice->confidence));
}

/* The figure at @index is all there is to go by. */
static gboolean
choose_alone (const Reader *self, guint index, const char *rule, double confidence, Choice *choice)
{
  if (index == G_MAXUINT)
    return FALSE;
  *choice = (Choice){ .value = get (self, index)->value, .first = index, .rule = rule, .confidence = confidence };
  return TRUE;
}

static JkbCountRole
role_of (const JkbFigure *figure, const Choice *choice)
{
  switch (figure->kind)
    {
    case JKB_FIGURE_PEOPLE:
    case JKB_FIGURE_RECORDS:
      if (figure->confidence < 0.5)
        return JKB_COUNT_OTHER;
      return choice != NULL && figure->value == choice->value && !(figure->flags & JKB_FIGURE_PART)
                 ? JKB_COUNT_TOTAL
                 : JKB_COUNT_PART;
    case JKB_FIGURE_SENT:
    case JKB_FIGURE_RECIPIENTS:
      return JKB_COUNT_SENT;
    case JKB_FIGURE_PAPERS:
    case JKB_FIGURE_OTHER:
    default:
      return JKB_COUNT_OTHER;
    }
}

static void
add_raw (const Reader *self, const Choice *people, const Choice *records)
{
  for (guint i = 0; i < self->figures->len; i++)
    {
      const JkbFigure *figure = get (self, i);
      const Choice *choice = figure->kind == JKB_FIGURE_PEOPLE ? people : records;

      jkb_doc_add (self->doc, self->item,
                   make_fact (self, JKB_FIELD_COUNTS, figure, figure->value,
                              role_of (figure, choice), "count", figure->confidence));
    }
}

void
jkb_read_counts (const JkbDoc *doc, JkbItem *item)
{
  g_autoptr(GArray) figures = jkb_count_figures (doc);
  Reader reader = { doc, item, figures, FALSE };
  Choice people, records;
  gboolean has_people, has_records;
  guint recipients = jkb_count_find_recipients (doc, figures);

  jkb_count_apply_corrections (doc, figures, JKB_FIGURE_PEOPLE);
  jkb_count_apply_corrections (doc, figures, JKB_FIGURE_RECORDS);
  reader.has_plain_people = has_plain_people (figures);
  has_people = choose (&reader, JKB_FIGURE_PEOPLE, &people);
  has_records = choose (&reader, JKB_FIGURE_RECORDS, &records) || (!has_people && choose (&reader, JKB_FIGURE_PAPERS, &records));
  if (has_people)
    add_affected (&reader, JKB_FIELD_AFFECTED_PEOPLE, &people, JKB_FIGURE_PEOPLE);
  else if (choose_alone (&reader, recipients, "counts-recipients", 0.6, &people) && (!has_records || people.value == records.value))
    add_affected (&reader, JKB_FIELD_AFFECTED_PEOPLE, &people, JKB_FIGURE_RECIPIENTS);
  if (has_records)
    add_affected (&reader, JKB_FIELD_AFFECTED_RECORDS, &records, get (&reader, records.first)->kind);
  else if (!has_people && recipients == G_MAXUINT
           && choose_alone (&reader, jkb_count_find_sent (doc, figures), "counts-sent", 0.5, &records))
    add_affected (&reader, JKB_FIELD_AFFECTED_RECORDS, &records, JKB_FIGURE_SENT);
  add_raw (&reader, has_people ? &people : NULL, has_records ? &records : NULL);
}
