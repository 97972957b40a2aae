/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-count-corrections.h"

#include "extract/jkb-count-judge.h"
#include "extract/jkb-text-at.h"

#define N_CORRECTIONS_MAX 64
#define N_BETWEEN 12                     /* bytes of a comma and a word between a whole and its part */

typedef struct
{
  const JkbDoc *doc;
  GArray *figures;
} Figures;

static JkbFigure *
get (const Figures *self, guint index)
{
  return &g_array_index (self->figures, JkbFigure, index);
}

/* 62,691名を62,689名に訂正; 当初は10万件としていたが、5,836件 */
static gboolean
is_correction (const Figures *self, const JkbFigure *wrong, const JkbFigure *right)
{
  JkbSpan span = g_array_index (self->doc->sentences, JkbSentence, right->sentence).span;

  if (wrong->sentence != right->sentence || wrong->value == right->value
      || right->flags & JKB_FIGURE_PART)
    return FALSE;
  return jkb_count_find_act (self->doc, (JkbSpan){ wrong->span.begin, span.end },
                             JKB_COUNT_ACT_TERM_CORRECTED) != NULL
         || jkb_count_find_act (self->doc, (JkbSpan){ span.begin, wrong->span.begin },
                                JKB_COUNT_ACT_TERM_BEFORE) != NULL;
}

/* 流出した可能性があるのは、10万人のうち5,836人分で: of what was feared at first the second figure is what it was. */
static gboolean
is_narrowed (const Figures *self, const JkbFigure *feared, const JkbFigure *right)
{
  static const char *const ends[] = { "で", "だ", "。", "と", NULL };
  JkbText text = { self->doc->normal->text, self->doc->normal->n_bytes };
  gsize begin = g_array_index (self->doc->sentences, JkbSentence, right->sentence).span.begin;
  gsize n = jkb_text_take (&text, feared->span.end, "のうち");

  if (n == 0 || feared->sentence != right->sentence || right->span.begin > feared->span.end + n + N_BETWEEN
      || jkb_text_take_any (&text, right->span.end, ends) == 0)
    return FALSE;
  return jkb_text_find (text.bytes + begin, (gssize) (feared->span.begin - begin), "のは") != NULL;
}

static void
make_whole (const Figures *self, JkbFigureKind kind, gint64 value)
{
  for (guint i = 0; i < self->figures->len; i++)
    if (get (self, i)->kind == kind && get (self, i)->value == value)
      get (self, i)->flags &= ~(guint) JKB_FIGURE_PART;
}

/* A value that was corrected is wrong wherever it stands. */
static void
supersede (const Figures *self, JkbFigureKind kind, gint64 value)
{
  for (guint i = 0; i < self->figures->len; i++)
    if (get (self, i)->kind == kind && get (self, i)->value == value)
      get (self, i)->flags |= JKB_FIGURE_SUPERSEDED;
}

/* 訂正前 対象 1,860名: the line says so. */
static gboolean
is_in_line_before (const Figures *self, const JkbFigure *figure)
{
  static const char *const words[] = { "訂正前", "修正前", "変更前", "(誤)", "誤)", "誤:", NULL };
  JkbText text = { self->doc->normal->text, self->doc->normal->n_bytes };

  return jkb_text_take_any (&text, g_array_index (self->doc->lines, JkbLine, figure->line).text.begin, words) > 0;
}

/* In a sentence that corrects, the last of two figures of one kind holds. */
void
jkb_count_apply_corrections (const JkbDoc *doc, GArray *figures, JkbFigureKind kind)
{
  const Figures figures_of_doc = { doc, figures };
  const Figures *self = &figures_of_doc;
  guint last = G_MAXUINT, n_corrections = 0;

  for (guint i = 0; i < self->figures->len && n_corrections < N_CORRECTIONS_MAX; i++)
    {
      const JkbFigure *figure = get (self, i);

      if (figure->kind != kind)
        continue;
      if (is_in_line_before (self, figure))
        {
          supersede (self, kind, figure->value);
          n_corrections++;
          continue;
        }
      if (last != G_MAXUINT && is_correction (self, get (self, last), figure))
        {
          supersede (self, kind, get (self, last)->value);
          n_corrections++;
        }
      else if (last != G_MAXUINT && is_narrowed (self, get (self, last), figure))
        {
          supersede (self, kind, get (self, last)->value);
          make_whole (self, kind, figure->value);
          n_corrections++;
        }
      last = i;
    }
}
