/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-html-lines.h"

#include <string.h>

/* Two blank lines between paragraphs are as good as ten. */
#define BREAKS_MAX 3

/* A row of a table of data is at most so long, and a cell of it has at most so many lines. */
#define ROW_BYTES_MAX 900
#define CELL_LINES_MAX 12

enum { NO_BLANK, BLANK, BROKEN_LINE };

/* The row that is open in a table, and those of the tables around it. */
typedef struct
{
  gboolean is_open;
  gboolean is_layout;                   /* holds a table */
  guint first_line;
  guint first_cell;                     /* index into cells, of its lines */
} Row;

void
jkb_html_lines_init (JkbHtmlLines *self, gsize n_bytes)
{
  memset (self, 0, sizeof *self);
  self->text = g_string_sized_new (n_bytes + 1);
  self->lines = g_array_new (FALSE, FALSE, sizeof (JkbHtmlLine));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->cells = g_array_new (FALSE, FALSE, sizeof (guint));
  self->now.n_breaks = 1;
}

void
jkb_html_lines_clear (JkbHtmlLines *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->lines);
  g_array_unref (self->rows);
  g_array_unref (self->cells);
}

void
jkb_html_lines_break (JkbHtmlLines *self, guint n_breaks)
{
  self->now.n_breaks = MAX (self->now.n_breaks, n_breaks);
  self->blank = NO_BLANK;
}

void
jkb_html_lines_add_break (JkbHtmlLines *self)
{
  self->now.n_breaks = MIN (self->now.n_breaks + 1, BREAKS_MAX);
  self->blank = NO_BLANK;
}

void
jkb_html_lines_set_marker (JkbHtmlLines *self, guint number)
{
  self->marker = number > 0 ? "." : "・";
  self->number = number;
}

/* ---------------------------------------------------------------- text */

static JkbHtmlLine *
last_line (JkbHtmlLines *self)
{
  return &g_array_index (self->lines, JkbHtmlLine, self->lines->len - 1);
}

/* `・氏名`, `①…`, `(1)…`, `1.…`: written by hand in a list whose own markers are not shown. */
static gboolean
has_marker (const char *text, gsize n_bytes)
{
  static const char *const markers[] = { "・", "●", "○", "■", "□", "◆", "◇", "※", "•", "(", "（" };
  gsize n_digits = 0;
  gunichar c = g_utf8_get_char (text);

  if (c >= 0x2460 && c <= 0x24ff)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (markers); i++)
    if (n_bytes >= strlen (markers[i]) && memcmp (text, markers[i], strlen (markers[i])) == 0)
      return TRUE;
  while (n_digits < n_bytes && g_ascii_isdigit (text[n_digits]))
    n_digits++;
  return n_digits > 0 && n_digits < n_bytes
         && (text[n_digits] == '.' || text[n_digits] == ')'
             || (n_bytes - n_digits >= 3
                 && (memcmp (text + n_digits, "．", 3) == 0 || memcmp (text + n_digits, "、", 3) == 0)));
}

static void
begin_line (JkbHtmlLines *self, const char *text, gsize n_bytes)
{
  JkbHtmlLine line = self->now;

  line.begin = self->text->len;
  line.n_links = 0;
  g_array_append_val (self->lines, line);
  self->now.n_breaks = 0;
  self->blank = NO_BLANK;
  if (self->marker != NULL && !has_marker (text, n_bytes))
    {
      if (self->number > 0)
        g_string_append_printf (self->text, "%u. ", self->number);
      else
        g_string_append (self->text, self->marker);
    }
  self->marker = NULL;
}

/* CSS Text, segment breaks: none is left between characters of full width that are not Hangul. */
static gboolean
is_full_width (gunichar c)
{
  return g_unichar_iswide (c) && !(c >= 0xac00 && c <= 0xd7af);
}

static void
append_blank (JkbHtmlLines *self, const char *next)
{
  const char *text = self->text->str, *end = text + self->text->len;
  gboolean is_inner = self->blank == BROKEN_LINE && end > text
                      && is_full_width (g_utf8_get_char (g_utf8_prev_char (end)))
                      && is_full_width (g_utf8_get_char (next));

  if (self->blank != NO_BLANK && !is_inner)
    g_string_append_c (self->text, ' ');
  self->blank = NO_BLANK;
}

static void
append_raised (JkbHtmlLines *self, const char *word, gsize n_bytes)
{
  static const char *const raised[]
      = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  static const char *const lowered[]
      = { "₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉" };

  for (gsize i = 0; i < n_bytes; i++)
    if (!g_ascii_isdigit (word[i]))
      g_string_append_c (self->text, word[i]);
    else if (self->n_raised > 0)
      g_string_append (self->text, raised[word[i] - '0']);
    else
      g_string_append (self->text, lowered[word[i] - '0']);
}

static void
append_word (JkbHtmlLines *self, const char *word, gsize n_bytes)
{
  gsize before = self->text->len;

  if (self->now.n_breaks > 0 || self->lines->len == 0)
    begin_line (self, word, n_bytes);
  append_blank (self, word);
  if (self->n_raised != 0)
    append_raised (self, word, n_bytes);
  else
    g_string_append_len (self->text, word, (gssize) n_bytes);
  if (self->n_links > 0)
    {
      last_line (self)->n_link_bytes += (guint) (self->text->len - before);
      last_line (self)->n_links += self->now.n_links;
      self->now.n_links = 0;
    }
}

static gboolean
is_space (char c)
{
  return (guchar) c <= 0x20 || c == 0x7f;
}

static void
append_flowing (JkbHtmlLines *self, const char *p, const char *end)
{
  while (p < end)
    {
      const char *word = p;

      while (p < end && !is_space (*p))
        p++;
      if (p > word)
        append_word (self, word, (gsize) (p - word));
      for (; p < end && is_space (*p); p++)
        if (self->blank != BROKEN_LINE)
          self->blank = *p == '\n' || *p == '\r' ? BROKEN_LINE : BLANK;
    }
}

static void
append_preformatted (JkbHtmlLines *self, const char *p, const char *end)
{
  while (p < end)
    {
      const char *newline = memchr (p, '\n', (gsize) (end - p));
      const char *stop = newline != NULL ? newline : end;

      if (stop > p && stop[-1] == '\r')
        stop--;
      if (stop > p)
        append_word (self, p, (gsize) (stop - p));
      if (newline == NULL)
        break;
      jkb_html_lines_add_break (self);
      p = newline + 1;
    }
}

void
jkb_html_lines_append (JkbHtmlLines *self, const char *text, gsize n_bytes)
{
  if (self->n_preformatted > 0)
    append_preformatted (self, text, text + n_bytes);
  else
    append_flowing (self, text, text + n_bytes);
}

/* ---------------------------------------------------------------- tables */

static Row *
last_row (JkbHtmlLines *self)
{
  return self->rows->len > 0 ? &g_array_index (self->rows, Row, self->rows->len - 1) : NULL;
}

/* Cells without text have no line and do not count. */
static guint
drop_empty_cells (JkbHtmlLines *self, const Row *row)
{
  guint n = row->first_cell;

  for (guint i = row->first_cell; i < self->cells->len; i++)
    {
      guint line = g_array_index (self->cells, guint, i);
      guint next = i + 1 < self->cells->len ? g_array_index (self->cells, guint, i + 1)
                                            : self->lines->len;

      if (line < next)
        g_array_index (self->cells, guint, n++) = line;
    }
  g_array_set_size (self->cells, n);
  return n - row->first_cell;
}

static gboolean
is_row_of_data (JkbHtmlLines *self, const Row *row, guint n_cells)
{
  gsize begin;

  if (row->is_layout || n_cells < 2)
    return FALSE;
  begin = g_array_index (self->lines, JkbHtmlLine, row->first_line).begin;
  return self->text->len - begin <= ROW_BYTES_MAX
         && self->lines->len - row->first_line <= n_cells * CELL_LINES_MAX;
}

static void
set_in_one_line (JkbHtmlLines *self, const Row *row)
{
  JkbHtmlLine line = g_array_index (self->lines, JkbHtmlLine, row->first_line);
  g_autoptr(GString) text = g_string_new (NULL);
  guint cell = row->first_cell + 1;

  for (guint i = row->first_line; i < self->lines->len; i++)
    {
      const JkbHtmlLine *from = &g_array_index (self->lines, JkbHtmlLine, i);
      gsize n_bytes;
      const char *words = jkb_html_lines_get (self, i, &n_bytes);

      if (i > row->first_line)
        {
          gboolean is_cell
              = cell < self->cells->len && g_array_index (self->cells, guint, cell) == i;

          g_string_append (text, is_cell ? " | " : " ");
          cell += is_cell;
          line.n_link_bytes += from->n_link_bytes;
          line.n_links += from->n_links;
        }
      g_string_append_len (text, words, (gssize) n_bytes);
    }
  g_array_set_size (self->lines, row->first_line);
  g_array_append_val (self->lines, line);
  g_string_truncate (self->text, line.begin);
  g_string_append_len (self->text, text->str, (gssize) text->len);
}

static void
end_row (JkbHtmlLines *self)
{
  Row *row = last_row (self);

  if (row == NULL || !row->is_open)
    return;
  row->is_open = FALSE;
  if (is_row_of_data (self, row, drop_empty_cells (self, row)))
    set_in_one_line (self, row);
  g_array_set_size (self->cells, row->first_cell);
  jkb_html_lines_break (self, 1);
}

void
jkb_html_lines_begin_table (JkbHtmlLines *self)
{
  Row row = { FALSE, FALSE, 0, self->cells->len };

  if (last_row (self) != NULL)
    last_row (self)->is_layout = TRUE;
  g_array_append_val (self->rows, row);
  jkb_html_lines_break (self, 2);
}

void
jkb_html_lines_begin_row (JkbHtmlLines *self)
{
  Row *row = last_row (self);

  end_row (self);
  jkb_html_lines_break (self, 1);
  if (row == NULL)
    return;
  row->is_open = TRUE;
  row->is_layout = FALSE;
  row->first_line = self->lines->len;
  row->first_cell = self->cells->len;
}

void
jkb_html_lines_begin_cell (JkbHtmlLines *self)
{
  Row *row = last_row (self);

  if (row != NULL && !row->is_open)
    jkb_html_lines_begin_row (self);
  jkb_html_lines_break (self, 1);
  if (row != NULL)
    g_array_append_val (self->cells, self->lines->len);
}

void
jkb_html_lines_end_table (JkbHtmlLines *self)
{
  end_row (self);
  if (self->rows->len > 0)
    {
      g_array_set_size (self->cells, last_row (self)->first_cell);
      g_array_set_size (self->rows, self->rows->len - 1);
    }
  jkb_html_lines_break (self, 2);
}

const char *
jkb_html_lines_get (const JkbHtmlLines *self, guint index, gsize *n_bytes)
{
  gsize begin = g_array_index (self->lines, JkbHtmlLine, index).begin;
  gsize end = index + 1 < self->lines->len
                  ? g_array_index (self->lines, JkbHtmlLine, index + 1).begin
                  : self->text->len;

  *n_bytes = end - begin;
  return self->text->str + begin;
}
