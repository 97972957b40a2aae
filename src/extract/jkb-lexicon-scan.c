/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text, without the stretches that are jumped over, goes through the automaton once. A term of
 * several parts keeps where each of its parts was last seen behind the one before: the nearest is the
 * best, so one place is enough and the whole stays linear. Then the hits are sorted, and those that lie
 * within a longer one of their class are dropped.
 */
#include <string.h>

#include "extract/jkb-lexicon-private.h"

/* Offsets of a text that is shorter than 4 GiB. */
typedef struct
{
  guint32 begin;
  guint32 end;
} Stretch;

typedef struct
{
  Stretch span;
  const JkbTermUse *use;                /* its last part */
} Finding;

typedef struct
{
  const JkbLexicon *lexicon;
  const char *text;
  gsize n_bytes;
  Stretch *progress;                    /* of each part of a long term: from its first part to this one, last seen */
  Finding *findings;
  guint n_findings;
  guint n_room;
  guint n_of_class[JKB_N_TERM_CLASSES];
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
static inline gboolean
advance (const Scan *scan, const JkbTermUse *use, Stretch *span)
{
  if (!use->is_first)
    {
      Stretch before = scan->progress[use->place_before];

      if (before.end == 0 || !is_gap (scan->text, before.end, span->begin, use->gap_max))
        return FALSE;
      span->begin = before.begin;
    }
  if (!use->is_last)
    scan->progress[use->place] = *span;
  return use->is_last;
}

static void
add_finding (Scan *scan, const JkbTermUse *use, Stretch span)
{
  if (scan->n_findings == scan->n_room)
    {
      scan->n_room *= 2;
      scan->findings = g_renew (Finding, scan->findings, scan->n_room);
    }
  scan->findings[scan->n_findings++] = (Finding){ span, use };
  scan->n_of_class[use->term_class]++;
}

static gboolean
on_word_found (guint word, gsize begin, gsize end, gpointer data)
{
  Scan *scan = data;
  const JkbTermUse *use = &scan->lexicon->uses[word];

  if (!is_at_word_border (scan, begin, end))
    return TRUE;
  for (gboolean goes_on = TRUE; goes_on; use++)
    {
      Stretch span = { (guint32) begin, (guint32) end };

      if (advance (scan, use, &span))
        add_finding (scan, use, span);
      goes_on = !use->ends_word;
    }
  return scan->n_findings < JKB_LEXICON_HITS_MAX;
}

static inline gboolean
comes_before (const Finding *x, const Finding *y)
{
  if (x->span.begin != y->span.begin)
    return x->span.begin < y->span.begin;
  if (x->span.end != y->span.end)
    return x->span.end > y->span.end;
  return x->use->term->line < y->use->term->line;
}

/* By class, then by place. The findings come in the order of their ends, so that within its class none
 * is more than a term's length away from its place: each is put there from behind. */
static Finding *
sort_findings (const Scan *scan)
{
  guint next[JKB_N_TERM_CLASSES], first[JKB_N_TERM_CLASSES], n = 0;
  Finding *sorted = g_new (Finding, scan->n_findings);

  for (guint c = 0; c < JKB_N_TERM_CLASSES; c++)
    {
      first[c] = next[c] = n;
      n += scan->n_of_class[c];
    }
  for (guint i = 0; i < scan->n_findings; i++)
    {
      const Finding *finding = &scan->findings[i];
      guint term_class = finding->use->term_class, place = next[term_class]++;

      for (; place > first[term_class] && comes_before (finding, &sorted[place - 1]); place--)
        sorted[place] = sorted[place - 1];
      sorted[place] = *finding;
    }
  return sorted;
}

/* Leaves out what lies within a longer term of its class, and the terms that only hide. */
static GArray *
list_hits (const Scan *scan, const Finding *findings, guint *first_of_class)
{
  GArray *hits = g_array_sized_new (FALSE, FALSE, sizeof (JkbHit), MAX (scan->n_findings, 1));        /* never without data */
  JkbHit *to = (JkbHit *) (void *) hits->data;
  guint n_hits = 0;

  for (guint c = 0; c < JKB_N_TERM_CLASSES; c++)
    {
      const Finding *end = findings + scan->n_of_class[c];
      guint covered = 0;

      first_of_class[c] = n_hits;
      for (; findings < end; findings++)
        {
          if (findings->span.end <= covered)
            continue;
          covered = findings->span.end;
          if (!findings->use->hides)
            to[n_hits++] = (JkbHit){ { findings->span.begin, findings->span.end }, findings->use->term };
        }
    }
  first_of_class[JKB_N_TERM_CLASSES] = n_hits;
  g_array_set_size (hits, n_hits);
  return hits;
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
jkb_lexicon_scan (const JkbLexicon *lexicon, const char *text, gsize n_bytes, const GArray *skips,
                  guint *first_of_class)
{
  g_autofree char *squeezed = NULL;
  g_autofree Stretch *progress = g_new0 (Stretch, lexicon->n_places);
  g_autofree Finding *sorted = NULL;
  gboolean has_skips = skips != NULL && skips->len > 0;
  Scan scan = { .lexicon = lexicon, .text = text, .n_bytes = n_bytes, .progress = progress };
  GArray *hits;

  g_return_val_if_fail (n_bytes < G_MAXUINT32, NULL);

  if (has_skips)
    scan.text = squeezed = squeeze (text, n_bytes, skips, &scan.n_bytes);
  scan.n_room = (guint) MIN (n_bytes / 8 + 1, JKB_LEXICON_HITS_MAX);
  scan.findings = g_new (Finding, scan.n_room);
  jkb_automaton_scan (lexicon->automaton, scan.text, scan.n_bytes, on_word_found, &scan);
  sorted = sort_findings (&scan);
  hits = list_hits (&scan, sorted, first_of_class);
  g_free (scan.findings);
  if (has_skips)
    unsqueeze_hits (hits, skips);
  return hits;
}
