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
#include "extract/jkb-count-sum.h"
#include "extract/jkb-level.h"
#include "extract/jkb-text-at.h"

#define PLAIN_MIN 0.9                   /* the words around it say that it is of the matter */
#define N_TIMES_EACH 10                  /* more often than this nobody is counted over and over */
#define FEW_RECORDS_MAX 3               /* of so few one cannot be sure what they are … */
#define FEW_RECORDS_TRUST 0.85

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
find_largest (const JkbCountReader *self, JkbFigureKind kind, guint flags, guint no_flags)
{
  guint best = G_MAXUINT;

  for (guint i = 0; i < self->figures->len; i++)
    {
      const JkbFigure *figure = jkb_count_get (self, i);

      if (!jkb_count_is_of (self, i, kind) || (figure->flags & flags) != flags || figure->flags & no_flags)
        continue;
      if (best == G_MAXUINT || is_better (figure, jkb_count_get (self, best)))
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
prefer_exact (const JkbCountReader *self, JkbFigureKind kind, guint index)
{
  const JkbFigure *rounded = jkb_count_get (self, index);

  if (rounded->qualifier == JKB_QUALIFIER_EXACT && !(rounded->flags & JKB_FIGURE_TITLE))
    return index;
  for (guint i = 0; i < self->figures->len; i++)
    {
      const JkbFigure *exact = jkb_count_get (self, i);

      if (jkb_count_is_of (self, i, kind) && exact->qualifier == JKB_QUALIFIER_EXACT
          && exact->value >= rounded->value - rounded->value / 20
          && exact->value < MAX (rounded->value + 1, rounded->value + grain_of (rounded->value) / 2)
          && exact->value % 100 != 0)
        return i;
    }
  return index;
}

static guint
count_values (const JkbCountReader *self, JkbFigureKind kind)
{
  gint64 first = -1;
  guint n_values = 0;

  for (guint i = 0; i < self->figures->len; i++)
    if (jkb_count_is_of (self, i, kind) && jkb_count_get (self, i)->value != first)
      {
        first = jkb_count_get (self, i)->value;
        n_values++;
      }
  return n_values;
}

/* 延べ6,318名 beside 4,902名, 1,187名 and 229名: their sum, so nobody is in it twice. */
static void
note_cumulative_sum (const JkbCountReader *self, JkbFigureKind kind)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->figures->len; i++)
    if (jkb_count_is_of (self, i, kind) && !(jkb_count_get (self, i)->flags & JKB_FIGURE_CUMULATIVE)
        && jkb_count_get (self, i)->value <= G_MAXINT64 - sum)
      sum += jkb_count_get (self, i)->value;
  for (guint i = 0; i < self->figures->len; i++)
    if (jkb_count_is_of (self, i, kind) && jkb_count_get (self, i)->flags & JKB_FIGURE_CUMULATIVE && jkb_count_get (self, i)->value == sum)
      jkb_count_get (self, i)->flags = (jkb_count_get (self, i)->flags & ~(guint) JKB_FIGURE_CUMULATIVE) | JKB_FIGURE_TOTAL;
}

static gboolean
choose (const JkbCountReader *self, JkbFigureKind kind, JkbCountChoice *choice)
{
  guint total, largest, part;

  note_cumulative_sum (self, kind);
  total = find_largest (self, kind, JKB_FIGURE_TOTAL, JKB_FIGURE_PART);
  largest = find_largest (self, kind, 0, JKB_FIGURE_PART);
  part = find_largest (self, kind, JKB_FIGURE_PART, 0);
  *choice = (JkbCountChoice){ .rule = "counts-total", .confidence = 0.95 };
  /* うち4件: of 39 mails perhaps, and then all there is */
  if (largest == G_MAXUINT || (part != G_MAXUINT && jkb_count_get (self, part)->value > jkb_count_get (self, largest)->value))
    largest = part;
  if (largest == G_MAXUINT)
    return FALSE;
  if (total == G_MAXUINT || jkb_count_get (self, total)->value < jkb_count_get (self, largest)->value)
    {
      if (jkb_count_choose_sum (self, kind, choice))
        return TRUE;
      total = prefer_exact (self, kind, largest);
      choice->rule = count_values (self, kind) > 1 ? "counts-largest" : "counts-single";
      choice->confidence = jkb_count_get (self, total)->confidence * (count_values (self, kind) > 1 ? 0.9 : 1);
    }
  choice->first = total;
  choice->value = jkb_count_get (self, total)->value;
  /* 1件: an incident as often as a record */
  if (kind == JKB_FIGURE_RECORDS && choice->value <= FEW_RECORDS_MAX)
    choice->confidence = MIN (choice->confidence, FEW_RECORDS_TRUST);
  return TRUE;
}

/* ---------------------------------------------------------------- facts */

static JkbFact *
make_fact (const JkbCountReader *self, JkbField field, const JkbFigure *figure, gint64 value,
           JkbCountRole role, const char *rule, double confidence)
{
  g_autofree char *unit = g_strndup (self->doc->normal->text + figure->unit.begin,
                                     figure->unit.end - figure->unit.begin);
  JkbCount count = { value, unit, figure->qualifier, role, figure->span };

  return jkb_fact_new_count (field, &count, rule, jkb_level (confidence));
}

static void
add_affected (const JkbCountReader *self, JkbField field, const JkbCountChoice *choice, JkbFigureKind kind)
{
  if (choice->n_parts > 0)
    {
      for (guint i = 0; i < choice->n_parts; i++)
        jkb_doc_add (self->doc, self->item,
                     make_fact (self, field, jkb_count_get (self, choice->parts[i]), choice->value,
                                JKB_COUNT_TOTAL, choice->rule, choice->confidence));
      return;
    }
  jkb_doc_add (self->doc, self->item,
               make_fact (self, field, jkb_count_get (self, choice->first), choice->value, JKB_COUNT_TOTAL,
                          choice->rule, choice->confidence));
  for (guint i = 0; i < self->figures->len; i++)
    if (i != choice->first && jkb_count_is_of (self, i, kind) && jkb_count_get (self, i)->value == choice->value)
      jkb_doc_add (self->doc, self->item,
                   make_fact (self, field, jkb_count_get (self, i), choice->value, JKB_COUNT_TOTAL,
                              "counts-again", choice->confidence));
}

/* The figure at @index is all there is to go by. */
static gboolean
choose_alone (const JkbCountReader *self, guint index, const char *rule, double confidence, JkbCountChoice *choice)
{
  if (index == G_MAXUINT)
    return FALSE;
  *choice = (JkbCountChoice){ .value = jkb_count_get (self, index)->value, .first = index, .rule = rule, .confidence = confidence };
  return TRUE;
}

static JkbCountRole
role_of (const JkbFigure *figure, const JkbCountChoice *choice)
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
add_raw (const JkbCountReader *self, const JkbCountChoice *people, const JkbCountChoice *records)
{
  for (guint i = 0; i < self->figures->len; i++)
    {
      const JkbFigure *figure = jkb_count_get (self, i);
      const JkbCountChoice *choice = figure->kind == JKB_FIGURE_PEOPLE ? people : records;

      jkb_doc_add (self->doc, self->item,
                   make_fact (self, JKB_FIELD_COUNTS, figure, figure->value,
                              role_of (figure, choice), "count", figure->confidence));
    }
}

void
jkb_read_counts (const JkbDoc *doc, JkbItem *item)
{
  g_autoptr(GArray) figures = jkb_count_figures (doc);
  JkbCountReader reader = { doc, item, figures, FALSE };
  JkbCountChoice people, records;
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
    add_affected (&reader, JKB_FIELD_AFFECTED_RECORDS, &records, jkb_count_get (&reader, records.first)->kind);
  else if (!has_people && recipients == G_MAXUINT
           && choose_alone (&reader, jkb_count_find_sent (doc, figures), "counts-sent", 0.5, &records))
    add_affected (&reader, JKB_FIELD_AFFECTED_RECORDS, &records, JKB_FIGURE_SENT);
  add_raw (&reader, has_people ? &people : NULL, has_records ? &records : NULL);
}
