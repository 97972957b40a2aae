/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text, without the stretches that are jumped over, goes through the automaton once. A term of
 * several parts keeps where each of its parts was last seen behind the one before: the nearest is the
 * best, so one place is enough and the whole stays linear. Then the hits are sorted, and those that lie
 * within a longer one of their class are dropped.
 */
#include <string.h>

#include "extract/jkb-lexicon-private.h"

/* How far a term of several parts has been found: span from its first part to the last one seen. */
typedef struct
{
  JkbSpan spans[JKB_TERM_PARTS_MAX];
} Progress;

typedef struct
{
  const JkbLexicon *lexicon;
  const char *text;
  gsize n_bytes;
  Progress *progress;
  GArray *hits;
} Scan;

/* A word of ASCII letters ends where no letter or digit follows; a plural s is let pass. */
static gboolean
is_at_word_border (const Scan *scan, gsize begin, gsize end)
{
  const char *text = scan->text;

  if (g_ascii_isalpha (text[begin]) && begin > 0 && g_ascii_isalnum (text[begin - 1]))
    return FALSE;
  if (!g_ascii_isalpha (text[end - 1]))
    return TRUE;
  if (end < scan->n_bytes && text[end] == 's')
    end++;
  return end >= scan->n_bytes || !g_ascii_isalnum (text[end]);
}

/* Counted in bytes: a character of Japanese has three, and as many Latin letters make a syllable. */
static gboolean
is_gap (const char *text, gsize begin, gsize end, guint n_max)
{
  if (begin > end || end - begin > n_max * strlen ("あ"))
    return FALSE;
  for (const char *p = text + begin; p < text + end; p = g_utf8_next_char (p))
    if (*p == '\n' || strncmp (p, "。", strlen ("。")) == 0 || strncmp (p, ". ", 2) == 0)
      return FALSE;
  return TRUE;
}

/* Returns whether the term is complete with this part, and then its whole span. */
static gboolean
advance (Scan *scan, const JkbTermUse *use, gsize begin, gsize end, JkbSpan *whole)
{
  guint32 number = g_array_index (scan->lexicon->long_index, guint32, use->term);
  JkbSpan *spans = scan->progress[number].spans;

  if (use->part == 0)
    {
      spans[0] = (JkbSpan){ begin, end };
      return FALSE;
    }
  if (spans[use->part - 1].end == 0
      || !is_gap (scan->text, spans[use->part - 1].end, begin, use->gap_max))
    return FALSE;
  spans[use->part] = (JkbSpan){ spans[use->part - 1].begin, end };
  *whole = spans[use->part];
  return use->part == use->n_parts - 1;
}

static gboolean
on_word_found (guint word, gsize begin, gsize end, gpointer data)
{
  Scan *scan = data;
  const GArray *uses = g_ptr_array_index (scan->lexicon->uses, word);

  if (!is_at_word_border (scan, begin, end))
    return TRUE;
  for (guint i = 0; i < uses->len; i++)
    {
      const JkbTermUse *use = &g_array_index (uses, JkbTermUse, i);
      JkbHit hit = { { begin, end }, g_ptr_array_index (scan->lexicon->terms, use->term) };

      if (use->n_parts == 1 || advance (scan, use, begin, end, &hit.span))
        g_array_append_val (scan->hits, hit);
    }
  return scan->hits->len < JKB_LEXICON_HITS_MAX;
}

static inline gboolean
comes_before (const JkbHit *x, const JkbHit *y)
{
  if (x->span.begin != y->span.begin)
    return x->span.begin < y->span.begin;
  if (x->span.end != y->span.end)
    return x->span.end > y->span.end;
  return x->term->line < y->term->line;
}

/* By class, then by place. The hits come in the order of their ends, so that within its class none is
 * more than a term's length away from its place: each is put there from behind. */
static GArray *
sort_hits (const GArray *hits)
{
  guint next[JKB_N_TERM_CLASSES] = { 0 }, first[JKB_N_TERM_CLASSES], n = 0;
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (JkbHit), hits->len);
  JkbHit *to = (JkbHit *) (void *) sorted->data;

  for (guint i = 0; i < hits->len; i++)
    next[g_array_index (hits, JkbHit, i).term->term_class]++;
  for (guint c = 0; c < JKB_N_TERM_CLASSES; c++)
    {
      first[c] = n;
      n += next[c];
      next[c] = first[c];
    }
  for (guint i = 0; i < hits->len; i++)
    {
      JkbHit hit = g_array_index (hits, JkbHit, i);
      guint place = next[hit.term->term_class]++;

      for (; place > first[hit.term->term_class] && comes_before (&hit, &to[place - 1]); place--)
        to[place] = to[place - 1];
      to[place] = hit;
    }
  g_array_set_size (sorted, hits->len);
  return sorted;
}

/* Leaves out what lies within a longer term of its class, then the terms that only hide. */
static void
drop_hidden (GArray *hits)
{
  guint n_kept = 0;
  gsize covered = 0;
  int last_class = -1;

  for (guint i = 0; i < hits->len; i++)
    {
      JkbHit hit = g_array_index (hits, JkbHit, i);

      if ((int) hit.term->term_class != last_class)
        covered = 0;
      last_class = (int) hit.term->term_class;
      if (hit.span.end <= covered)
        continue;
      covered = hit.span.end;
      if (!hit.term->hides)
        g_array_index (hits, JkbHit, n_kept++) = hit;
    }
  g_array_set_size (hits, n_kept);
}

/* The text without the skips, and after each of them how many bytes went so far. */
static char *
squeeze (const char *text, gsize n_bytes, const GArray *skips, gsize *n_squeezed)
{
  GString *squeezed = g_string_sized_new (n_bytes + 1);
  gsize from = 0;

  for (guint i = 0; i < skips->len; i++)
    {
      JkbSpan skip = g_array_index (skips, JkbSpan, i);

      g_string_append_len (squeezed, text + from, (gssize) (skip.begin - from));
      from = skip.end;
    }
  g_string_append_len (squeezed, text + from, (gssize) (n_bytes - from));
  *n_squeezed = squeezed->len;
  return g_string_free (squeezed, FALSE);
}

/* Where an offset of the squeezed text was. @cuts holds, for each skip, its place there and the sum
 * of bytes left out up to and with it. An end stays before a skip, a begin goes behind it. */
static gsize
unsqueeze (const GArray *cuts, gsize offset, gboolean is_end)
{
  guint low = 0, high = cuts->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      gsize place = g_array_index (cuts, JkbSpan, middle).begin;

      if (is_end ? place < offset : place <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return offset + (low > 0 ? g_array_index (cuts, JkbSpan, low - 1).end : 0);
}

static void
unsqueeze_hits (GArray *hits, const GArray *skips)
{
  g_autoptr(GArray) cuts = g_array_new (FALSE, FALSE, sizeof (JkbSpan));
  gsize removed = 0;

  for (guint i = 0; i < skips->len; i++)
    {
      JkbSpan skip = g_array_index (skips, JkbSpan, i);
      JkbSpan cut = { skip.begin - removed, removed + (skip.end - skip.begin) };

      removed = cut.end;
      g_array_append_val (cuts, cut);
    }
  for (guint i = 0; i < hits->len; i++)
    {
      JkbSpan *span = &g_array_index (hits, JkbHit, i).span;

      *span = (JkbSpan){ unsqueeze (cuts, span->begin, FALSE), unsqueeze (cuts, span->end, TRUE) };
    }
}

GArray *
jkb_lexicon_scan (const JkbLexicon *lexicon, const char *text, gsize n_bytes, const GArray *skips)
{
  g_autofree char *squeezed = NULL;
  g_autofree Progress *progress = g_new0 (Progress, lexicon->n_long + 1);
  gboolean has_skips = skips != NULL && skips->len > 0;
  g_autoptr(GArray) found = g_array_sized_new (FALSE, FALSE, sizeof (JkbHit), (guint) (n_bytes / 16) + 1);
  Scan scan = { lexicon, text, n_bytes, progress, found };
  GArray *hits;

  if (has_skips)
    scan.text = squeezed = squeeze (text, n_bytes, skips, &scan.n_bytes);
  jkb_automaton_scan (lexicon->automaton, scan.text, scan.n_bytes, on_word_found, &scan);
  hits = sort_hits (found);
  drop_hidden (hits);
  if (has_skips)
    unsqueeze_hits (hits, skips);
  return hits;
}
