/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sentences: up to 。, ! or ?, with the bracket that closes there and the reference marks behind it;
 * up to an ASCII full stop before a blank, unless it belongs to an abbreviation; up to the end of a
 * line that does not go on in the next; and up to the end of a heading that stands in front of its
 * text (`原因：`).
 */
#include <string.h>

#include "extract/jkb-doc-private.h"
#include "extract/jkb-text-at.h"

/* A longer bracket is no mark of a reference. */
#define REFERENCE_BYTES_MAX 40

/* No sentence is so long; this only bounds the work. */
#define SENTENCE_BYTES_MAX 4000

/* Whether the full stop at @at is that of `inc.`, `mr.`, `u.s.` rather than of a sentence. */
static gboolean
is_abbreviation (const char *text, gsize at)
{
  static const char *const words[] = { "inc", "co", "ltd", "corp", "mr", "ms", "mrs", "dr", "no", "st",
                                       "vs", "etc", "dept", "approx", "fig", "vol" };
  gsize begin = at;

  while (begin > 0 && g_ascii_isalpha (text[begin - 1]) && at - begin < 8)
    begin--;
  if (at - begin == 1)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == at - begin && memcmp (words[i], text + begin, at - begin) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_full_stop (const char *text, gsize at)
{
  char next = text[at + 1];

  if (text[at] != '.' || (next != ' ' && next != '\n' && next != '\0') || at < 2)
    return FALSE;
  if (g_ascii_isalpha (text[at - 1]))
    return g_ascii_isalnum (text[at - 2]) && !is_abbreviation (text, at);
  return (g_ascii_isdigit (text[at - 1]) && g_ascii_isalnum (text[at - 2])) || text[at - 1] == ')';
}

/* (以下「当社」といいます。)が…, 「…です。」と: behind the bracket the sentence goes on. */
static gboolean
goes_on_behind (const char *p)
{
  static const char *const particles[] = { "が", "に", "を", "は", "の", "で", "と", "も", "へ", "から", "より", "、" };

  for (guint i = 0; i < G_N_ELEMENTS (particles); i++)
    if (jkb_text_begins (p, particles[i]))
      return TRUE;
  return FALSE;
}

/* Bytes of the sentence end at @at, 0 when there is none. Yahoo! JAPAN has none. */
static gsize
match_end (const char *text, gsize at)
{
  static const char *const ends[] = { "。」", "。)", "。", "!", "?" };

  if (text[at] == *ends[0] ? text[at + 1] != ends[0][1] || text[at + 2] != ends[0][2]
                           : text[at] != '.' && text[at] != '!' && text[at] != '?' && text[at] != '\0')
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (strncmp (text + at, ends[i], strlen (ends[i])) == 0)
      {
        if (i < 2 && goes_on_behind (text + at + strlen (ends[i])))
          return 0;
        if (*ends[i] == '!' && at > 0 && g_ascii_isalpha (text[at - 1]) && text[at + 1] == ' ' && g_ascii_isalpha (text[at + 2]))
          return 0;
        return g_ascii_isalnum (text[at + 1]) && *ends[i] == '?' ? 0 : strlen (ends[i]);
      }
  return is_full_stop (text, at) ? 1 : 0;
}

/* The end of @span without the reference marks that close it. */
static gsize
skip_references_back (const char *text, JkbSpan span)
{
  gsize end = span.end;

  while (end > span.begin && text[end - 1] == ']')
    {
      const char *open = g_strrstr_len (text + span.begin, (gssize) (end - span.begin), "[");

      if (open == NULL || (gsize) (text + end - open) > REFERENCE_BYTES_MAX)
        break;
      end = (gsize) (open - text);
    }
  return end;
}

gboolean
jkb_doc_ends_sentence (const JkbDoc *doc, JkbSpan span)
{
  static const char *const ends[] = { "。」", "。)", "。", "!", "?", NULL };
  const char *text = doc->normal->text;
  JkbText words;

  span.end = skip_references_back (text, span);
  words = (JkbText){ text + span.begin, span.end - span.begin };
  if (jkb_text_take_any_before (&words, words.n_bytes, ends) > 0)
    return TRUE;
  return span.end > span.begin && is_full_stop (text, span.end - 1);
}

/* Bytes of what still belongs to the sentence that ended: reference marks (`[^1]`, `[2]`). */
static gsize
match_trail (const char *p)
{
  gsize n = 0, last = 0;

  while (p[n] == ' ' || p[n] == '[')
    {
      if (p[n] == '[')
        {
          gsize length = strcspn (p + n, "]\n");

          if (length > REFERENCE_BYTES_MAX || p[n + length] != ']')
            break;
          n += length;
          last = n + 1;
        }
      n++;
    }
  return last;
}

/* Whether a heading in front of its text ends at @at; @section is moved along. */
static gboolean
ends_label (const JkbDoc *doc, gsize at, guint *section)
{
  while (*section + 1 < doc->sections->len
         && g_array_index (doc->sections, JkbSection, *section + 1).span.begin <= at)
    (*section)++;
  return at > 0 && g_array_index (doc->sections, JkbSection, *section).heading.end == at
         && (doc->normal->text[at] == ':' || strncmp (doc->normal->text + at, "】", 3) == 0);
}

static gboolean
ends_line (const JkbDoc *doc, gsize at, guint *line)
{
  if (doc->normal->text[at] != '\n')
    return FALSE;
  return !g_array_index (doc->lines, JkbLine, (*line)++).continues;
}

/* Where a sentence ends that includes the character at @at, or 0. */
static gsize
find_end (const JkbDoc *doc, gsize begin, gsize at, guint *line, guint *section)
{
  const char *text = doc->normal->text;
  gsize next = at + (gsize) (g_utf8_next_char (text + at) - (text + at));
  gsize n = match_end (text, at);

  if (n > 0)
    return at + n + match_trail (text + at + n);
  if (ends_line (doc, at, line) || ends_label (doc, at, section)
      || next - begin > SENTENCE_BYTES_MAX)
    return next;
  return 0;
}

/* The line of the sentence is sought from that of the one before it, if there is one. */
static guint
find_line (const JkbDoc *doc, gsize begin)
{
  guint line = doc->sentences->len > 0
                   ? g_array_index (doc->sentences, JkbSentence, doc->sentences->len - 1).line
                   : 0;

  while (line + 1 < doc->lines->len && g_array_index (doc->lines, JkbLine, line + 1).span.begin <= begin)
    line++;
  return line;
}

static void
add_sentence (JkbDoc *doc, gsize begin, gsize end)
{
  guint line = find_line (doc, begin);
  JkbSentence sentence = { { begin, end }, line, g_array_index (doc->lines, JkbLine, line).section,
                           JKB_CLAIM_NONE };

  if (begin < end || doc->normal->n_bytes == 0)
    g_array_append_val (doc->sentences, sentence);
}

/* The next place from @at on, before @end, where find_end() has to look: a line end, a sign of ASCII, 。 or 】. */
static gsize
skip_plain (const char *text, gsize at, gsize end)
{
  const guchar *p = (const guchar *) text;

  while (at < end)
    {
      if (p[at] >= 0xe4 && p[at] < 0xf0)        /* ideographs */
        {
          at += 3;
          continue;
        }
      if (p[at] >= 0x80 ? p[at] == 0xe3 && p[at + 1] == 0x80 : p[at] != ' ' && !g_ascii_isalnum ((char) p[at]))
        break;
      at += p[at] < 0x80 ? 1 : p[at] < 0xe0 ? 2 : p[at] < 0xf0 ? 3 : 4;
    }
  return at;
}

void
jkb_doc_cut_sentences (JkbDoc *doc)
{
  const char *text = doc->normal->text;
  gsize begin = 0;
  guint line = 0, section = 0;

  for (gsize i = 0; i < doc->normal->n_bytes;)
    {
      gsize end;

      if (i - begin + 4 < SENTENCE_BYTES_MAX)
        i = skip_plain (text, i, MIN (begin + SENTENCE_BYTES_MAX - 4, doc->normal->n_bytes));
      if (i >= doc->normal->n_bytes)
        break;
      end = find_end (doc, begin, i, &line, &section);
      if (end > 0)
        {
          add_sentence (doc, begin, end);
          begin = i = end;
        }
      else
        i += (gsize) (g_utf8_next_char (text + i) - (text + i));
    }
  add_sentence (doc, begin, doc->normal->n_bytes);
}

gboolean
jkb_doc_is_of_another (const JkbDoc *doc, gsize offset)
{
  static const char *const times[] = { "月", "年", "日", "過去", "以前", "前", "先", "春", "夏", "秋", "冬", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize begin = g_array_index (doc->sentences, JkbSentence, jkb_doc_sentence_at (doc, offset)).span.begin;
  const char *also = jkb_text_find (text.bytes + begin, (gssize) (offset - begin), "にも");

  return also != NULL && jkb_text_take_any_before (&text, (gsize) (also - text.bytes), times) > 0;
}
