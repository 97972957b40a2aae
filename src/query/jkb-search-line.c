/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-search-line.h"

#include <string.h>

#include "query/jkb-search-value.h"

struct _JkbSearchLine
{
  JkbFold *fold;
  GArray *terms;                /* JkbSearchTerm */
};

static const char *const field_names[JKB_N_SEARCH_FIELDS] = {
  NULL,   "org",    "title",  "key",  "type",   "circumstance", "sector",
  "status", "data", "review", "source", "year", "people",       "records",
};

static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == 0xff02 || c == 0x201c || c == 0x201d;
}

static gboolean
is_minus (gunichar c)
{
  return c == '-' || c == 0xff0d || c == 0x2212;
}

static gboolean
is_colon (gunichar c)
{
  return c == ':' || c == 0xff1a;
}

static gboolean
is_at_end (const char *p)
{
  return *p == '\0' || g_unichar_isspace (g_utf8_get_char (p));
}

static const char *
skip_blanks (const char *p)
{
  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* One word, or what stands between quotes; a quote that is never closed goes on to the end. */
static char *
take_word (const char **position)
{
  const char *p = *position;
  gboolean is_quoted = is_quote (g_utf8_get_char (p));
  const char *begin = is_quoted ? g_utf8_next_char (p) : p;
  const char *end = begin;

  while (*end != '\0' && (is_quoted ? !is_quote (g_utf8_get_char (end)) : !is_at_end (end)))
    end = g_utf8_next_char (end);
  *position = is_quoted && *end != '\0' ? g_utf8_next_char (end) : end;
  return g_strndup (begin, (gsize) (end - begin));
}

static char *
fold_word (const JkbSearchLine *self, const char *word)
{
  char *folded = jkb_fold_string (self->fold, word);

  return g_strstrip (g_strdelimit (folded, "\n", ' '));
}

static JkbSearchField
find_field (const JkbSearchLine *self, const char *begin, const char *end)
{
  g_autofree char *raw = g_strndup (begin, (gsize) (end - begin));
  g_autofree char *name = fold_word (self, raw);
  const char *stable = jkb_fold_field (self->fold, NULL, name);

  for (int field = JKB_SEARCH_TEXT + 1; field < JKB_N_SEARCH_FIELDS; field++)
    if (g_strcmp0 (field_names[field], stable != NULL ? stable : name) == 0)
      return (JkbSearchField) field;
  return JKB_SEARCH_TEXT;
}

/* Looks for `field:` at @p; returns the place after it, or %NULL. */
static const char *
take_field (const JkbSearchLine *self, const char *p, JkbSearchField *field)
{
  const char *end = p;

  while (!is_at_end (end) && !is_quote (g_utf8_get_char (end))
         && !is_colon (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  if (!is_colon (g_utf8_get_char (end)) || is_at_end (g_utf8_next_char (end)))
    return NULL;
  *field = find_field (self, p, end);
  return *field != JKB_SEARCH_TEXT ? g_utf8_next_char (end) : NULL;
}

static gboolean
read_value (const JkbSearchLine *self, JkbSearchTerm *term, const char *word)
{
  g_autofree char *folded = fold_word (self, word);

  if (*folded == '\0')
    return FALSE;
  switch (term->field)
    {
    case JKB_SEARCH_TYPE:
    case JKB_SEARCH_CIRCUMSTANCE:
    case JKB_SEARCH_SECTOR:
    case JKB_SEARCH_STATUS:
    case JKB_SEARCH_DATA_ITEM:
    case JKB_SEARCH_REVIEW:
      return jkb_search_value_mask (self->fold, term->field, field_names[term->field], folded,
                                    &term->mask);
    case JKB_SEARCH_YEAR:
    case JKB_SEARCH_PEOPLE:
    case JKB_SEARCH_RECORDS:
      return jkb_search_value_range (folded, &term->min, &term->max, &term->wants_unknown);
    case JKB_SEARCH_TEXT:
    case JKB_SEARCH_ORGANISATION:
    case JKB_SEARCH_TITLE:
    case JKB_SEARCH_KEY:
    case JKB_SEARCH_SOURCE_KIND:
    case JKB_N_SEARCH_FIELDS:
      break;
    }
  term->forms = jkb_fold_spellings (self->fold, folded);
  jkb_fold_open_stops (self->fold, word, term->forms);
  return TRUE;
}

static const char *
parse_term (JkbSearchLine *self, const char *p)
{
  JkbSearchTerm term = { JKB_SEARCH_TEXT, FALSE };
  g_autofree char *word = NULL;
  const char *value;

  if (is_minus (g_utf8_get_char (p)) && !is_at_end (g_utf8_next_char (p)))
    {
      term.is_negated = TRUE;
      p = g_utf8_next_char (p);
    }
  value = take_field (self, p, &term.field);
  if (value != NULL)
    {
      word = take_word (&value);
      if (read_value (self, &term, word))
        {
          g_array_append_val (self->terms, term);
          return value;
        }
      term.field = JKB_SEARCH_TEXT;
      g_clear_pointer (&word, g_free);
    }
  word = take_word (&p);
  if (read_value (self, &term, word))
    g_array_append_val (self->terms, term);
  return p;
}

static void
clear_term (gpointer data)
{
  JkbSearchTerm *term = data;

  g_clear_pointer (&term->forms, g_ptr_array_unref);
}

JkbSearchLine *
jkb_search_line_new (JkbFold *fold, const char *line)
{
  JkbSearchLine *self = g_new0 (JkbSearchLine, 1);

  self->fold = jkb_fold_ref (fold);
  self->terms = g_array_new (FALSE, FALSE, sizeof (JkbSearchTerm));
  g_array_set_clear_func (self->terms, clear_term);
  for (const char *p = skip_blanks (line != NULL ? line : ""); *p != '\0'; p = skip_blanks (p))
    p = parse_term (self, p);
  return self;
}

void
jkb_search_line_free (JkbSearchLine *line)
{
  if (line == NULL)
    return;
  g_array_unref (line->terms);
  jkb_fold_unref (line->fold);
  g_free (line);
}

guint
jkb_search_line_n_terms (const JkbSearchLine *line)
{
  return line->terms->len;
}

const JkbSearchTerm *
jkb_search_line_get_term (const JkbSearchLine *line, guint i)
{
  g_return_val_if_fail (i < line->terms->len, NULL);

  return &g_array_index (line->terms, JkbSearchTerm, i);
}

static void
find_form (const JkbNormal *folded, const char *form, GArray *spans)
{
  gsize n_form = strlen (form);
  const char *end = folded->text + folded->n_bytes;

  for (const char *p = folded->text;
       (p = memmem (p, (gsize) (end - p), form, n_form)) != NULL; p++)
    {
      JkbSpan span = { (gsize) (p - folded->text), (gsize) (p - folded->text) + n_form };

      g_array_append_val (spans, span);
    }
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const JkbSpan *one = a, *other = b;

  return one->begin < other->begin ? -1 : one->begin > other->begin;
}

/* Sorts @spans and joins those that overlap or touch. */
static void
join_spans (GArray *spans)
{
  guint to = 0;

  g_array_sort (spans, compare_spans);
  for (guint i = 1; i < spans->len; i++)
    {
      JkbSpan *last = &g_array_index (spans, JkbSpan, to);
      const JkbSpan *span = &g_array_index (spans, JkbSpan, i);

      if (span->begin <= last->end)
        last->end = MAX (last->end, span->end);
      else
        g_array_index (spans, JkbSpan, ++to) = *span;
    }
  if (spans->len > 0)
    g_array_set_size (spans, to + 1);
}

GArray *
jkb_search_line_find (const JkbSearchLine *line, const char *text, gsize n_bytes)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (JkbSpan));
  g_autoptr(JkbNormal) folded = NULL;

  if (line->terms->len == 0)
    return spans;
  folded = jkb_fold_text (line->fold, text, n_bytes);
  for (guint i = 0; i < line->terms->len; i++)
    {
      const JkbSearchTerm *term = &g_array_index (line->terms, JkbSearchTerm, i);

      for (guint j = 0; term->field == JKB_SEARCH_TEXT && !term->is_negated && j < term->forms->len;
           j++)
        find_form (folded, g_ptr_array_index (term->forms, j), spans);
    }
  for (guint i = 0; i < spans->len; i++)
    {
      JkbSpan *span = &g_array_index (spans, JkbSpan, i);

      *span = jkb_normal_to_source (folded, *span);
    }
  join_spans (spans);
  return spans;
}
