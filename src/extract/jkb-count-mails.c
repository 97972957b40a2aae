/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A mail that shows its receivers to each other, or goes to the wrong ones, may tell of those concerned only by how many
 * got it or how often it was sent.
 */
#include "extract/jkb-count-mails.h"

#include "extract/jkb-text-at.h"

#define N_NEAR 900                      /* bytes in which a notice of a mail speaks of its addresses */
#define N_NOTICE ((gsize) 6000)         /* and in which it says how they were shown */

static guint
find_largest (const GArray *figures, JkbFigureKind kind)
{
  guint best = G_MAXUINT;

  for (guint i = 0; i < figures->len; i++)
    {
      const JkbFigure *figure = &g_array_index (figures, JkbFigure, i);

      if (figure->kind == kind && figure->confidence >= 0.5 && !(figure->flags & JKB_FIGURE_SUPERSEDED)
          && (best == G_MAXUINT || figure->value > g_array_index (figures, JkbFigure, best).value))
        best = i;
    }
  return best;
}

guint
jkb_count_find_recipients (const JkbDoc *doc, const GArray *figures)
{
  guint best = find_largest (figures, JKB_FIGURE_RECIPIENTS);
  gsize end;

  if (best == G_MAXUINT)
    return G_MAXUINT;
  end = g_array_index (figures, JkbFigure, best).span.end;
  return jkb_text_find (doc->normal->text + end, (gssize) MIN (doc->normal->n_bytes - end, N_NEAR), "アドレス") != NULL ? best : G_MAXUINT;
}

/* ①214件送信 ②95件送信: several mails, and who got more than one of them is not told. */
static gboolean
is_sent_in_parts (const GArray *figures, gint64 largest)
{
  for (guint i = 0; i < figures->len; i++)
    if (g_array_index (figures, JkbFigure, i).kind == JKB_FIGURE_SENT && g_array_index (figures, JkbFigure, i).value != largest)
      return TRUE;
  return FALSE;
}

guint
jkb_count_find_sent (const JkbDoc *doc, const GArray *figures)
{
  static const char *const shown[] = { "bcc", "to送信", "toで", "「to」", "宛先欄", "アドレスが表示", "アドレスが見え", "互いに", NULL };
  guint best = find_largest (figures, JKB_FIGURE_SENT);
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize n_bytes = MIN (text.n_bytes, N_NOTICE);

  if (best == G_MAXUINT || g_array_index (figures, JkbFigure, best).value < 2
      || is_sent_in_parts (figures, g_array_index (figures, JkbFigure, best).value)
      || !jkb_text_holds (&text, 0, n_bytes, "アドレス"))
    return G_MAXUINT;
  return jkb_text_holds_any (&text, 0, n_bytes, shown) ? best : G_MAXUINT;
}
