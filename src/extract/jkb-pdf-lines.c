/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which line ends are the author's? Widths are counted in half-width columns. The margin of a page is
 * the widest width that several lines come close to (a title that crosses two columns stands alone).
 * A line was broken by the margin when what follows would not have fitted: the first word of Latin
 * letters, or a few characters of Japanese, as rules of line breaking keep some together. A line that
 * ends a sentence, or is followed by the mark of a list or a heading, stays as it is.
 */
#include "extract/jkb-pdf-lines.h"

#include <string.h>

#define MARGIN_COLUMNS_MIN 24           /* narrower columns are tables */
#define NEAR_COLUMNS 6
#define COLUMNS_MAX 400
#define EDGE_LINES 2                    /* of a page, where headers and footers stand */
#define PAGE_DIGITS_MAX 4

typedef struct
{
  char *text;
  guint n_columns;
  guint margin;                         /* of its page */
  gboolean is_dropped;
} Line;

/* ---------------------------------------------------------------- characters */

/* Radicals of the supplement that fonts of Japanese documents give back for everyday characters; those
 * of Kangxi have a decomposition. */
static gunichar
map_look_alike (gunichar c)
{
  static const struct
  {
    gunichar radical;
    gunichar character;
  } map[] = {
    { 0x2e9f, 0x6bcd }, { 0x2ea0, 0x6c11 }, { 0x2ec1, 0x864e }, { 0x2ec4, 0x897f }, { 0x2ec5, 0x898b },
    { 0x2ec6, 0x89d2 }, { 0x2ec9, 0x8c9d }, { 0x2ecb, 0x8eca }, { 0x2ed1, 0x9577 }, { 0x2ed4, 0x95e8 },
    { 0x2ed8, 0x9752 }, { 0x2edd, 0x98df }, { 0x2ee3, 0x9aa8 }, { 0x2ee4, 0x9b3c }, { 0x2ee8, 0x9ea6 },
    { 0x2ee9, 0x9ec4 }, { 0x2eeb, 0x6589 }, { 0x2eed, 0x6b6f }, { 0x2eef, 0x7adc }, { 0x2ef2, 0x4e80 },
  };
  gunichar whole[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (c >= 0x2f00 && c <= 0x2fd5 && g_unichar_fully_decompose (c, TRUE, whole, G_N_ELEMENTS (whole)) == 1)
    return whole[0];
  for (guint i = 0; i < G_N_ELEMENTS (map); i++)
    if (map[i].radical == c)
      return map[i].character;
  return c;
}

static gboolean
is_japanese (gunichar c)
{
  return (c >= 0x3000 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xff00 && c <= 0xffef)
         || c >= 0x20000;
}

static gboolean
is_blank (gunichar c)
{
  return c == ' ' || c == 0x3000 || c == 0xa0 || c == '\t';
}

/* How many characters at @p stand alone between blanks, one after another. */
static guint
count_spaced (const char *p)
{
  guint n = 0;

  for (gunichar c = g_utf8_get_char (p); is_japanese (c) && !is_blank (c); c = g_utf8_get_char (p))
    {
      p = g_utf8_next_char (p);
      if (*p != '\0' && !is_blank (g_utf8_get_char (p)))
        break;
      n++;
      if (*p == '\0')
        break;
      p = g_utf8_next_char (p);
    }
  return n;
}

static const char *
append_spaced (GString *out, const char *p, guint n)
{
  while (n-- > 0)
    {
      g_string_append_unichar (out, map_look_alike (g_utf8_get_char (p)));
      p = g_utf8_next_char (p);
      if (n > 0)
        p = g_utf8_next_char (p);
    }
  return p;
}

static char *
clean_text (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));
  gboolean at_start = TRUE;

  for (const char *p = text; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      guint n_spaced = at_start ? count_spaced (p) : 0;

      at_start = is_blank (c);
      if (n_spaced >= 3)
        {
          p = append_spaced (out, p, n_spaced);
          continue;
        }
      if (c >= ' ' || c == '\t')
        g_string_append_unichar (out, map_look_alike (c));
      p = g_utf8_next_char (p);
    }
  return g_strchomp (g_string_free (out, FALSE));
}

static guint
count_columns (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0' && n < COLUMNS_MAX; p = g_utf8_next_char (p))
    n += g_unichar_iszerowidth (g_utf8_get_char (p)) ? 0 : g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
  return MIN (n, COLUMNS_MAX);
}

/* ---------------------------------------------------------------- lines of a page */

static void
clear_line (gpointer data)
{
  g_free (((Line *) data)->text);
}

static GArray *
make_lines (const char *page)
{
  g_auto(GStrv) texts = g_strsplit_set (page, "\n\f", -1);
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  g_array_set_clear_func (lines, clear_line);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      Line line = { clean_text (texts[i]) };

      line.n_columns = count_columns (line.text);
      g_array_append_val (lines, line);
    }
  return lines;
}

static void
find_margin (GArray *lines)
{
  guint n_lines[COLUMNS_MAX + 1] = { 0 };
  guint margin = 0;

  for (guint i = 0; i < lines->len; i++)
    n_lines[g_array_index (lines, Line, i).n_columns]++;
  for (guint width = COLUMNS_MAX; width >= MARGIN_COLUMNS_MIN && margin == 0; width--)
    {
      guint n_near = 0;

      for (guint i = width - NEAR_COLUMNS; i <= width && n_lines[width] > 0; i++)
        n_near += n_lines[i];
      if (n_near >= 2)
        margin = width;
    }
  for (guint i = 0; i < lines->len; i++)
    g_array_index (lines, Line, i).margin = margin;
}

/* The @nth line with text from the beginning or the end. */
static Line *
find_edge (GArray *lines, guint nth, gboolean from_end)
{
  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = &g_array_index (lines, Line, from_end ? lines->len - 1 - i : i);

      if (*line->text != '\0' && nth-- == 0)
        return line;
    }
  return NULL;
}

/* `- 3 -`, `3 / 5`, `3 ページ`: nothing but numbers and what stands around them. */
static gboolean
is_page_number (const char *text, guint page_number)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  guint n_digits = 0;
  const char *p = normal + strcspn (normal, "0123456789");
  guint number = (guint) g_ascii_strtoull (p, NULL, 10);

  for (p = normal; *p != '\0'; p = g_utf8_next_char (p))
    if (g_ascii_isdigit (*p))
      n_digits++;
    else if (strchr (" -/()|.pPage", *p) == NULL && g_utf8_strchr ("‐–—ー−ヘゝ゚シペジ頁", -1, g_utf8_get_char (p)) == NULL
             && g_utf8_get_char (p) != 0x309a && g_utf8_get_char (p) != 0x3099)
      return FALSE;
  return n_digits > 0 && n_digits <= 2 * PAGE_DIGITS_MAX && number == page_number;
}

/* What stays the same from page to page: figures are the number of the page. */
static char *
make_edge_key (const char *text, gboolean from_end)
{
  GString *key = g_string_new (from_end ? "end:" : "begin:");

  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isdigit (*p))
      g_string_append_c (key, *p);
    else if (key->str[key->len - 1] != '#')
      g_string_append_c (key, '#');
  return g_string_free (key, FALSE);
}

static void
visit_edges (GPtrArray *pages, GHashTable *counts, gboolean drop)
{
  for (guint i = 0; i < pages->len; i++)
    for (guint side = 0; side < 2; side++)
      for (guint nth = 0; nth < EDGE_LINES; nth++)
        {
          Line *line = find_edge (g_ptr_array_index (pages, i), nth, side == 1);
          g_autofree char *key = line != NULL ? make_edge_key (line->text, side == 1) : NULL;
          guint n = key != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) : 0;

          if (key != NULL && !drop)
            g_hash_table_insert (counts, g_steal_pointer (&key), GUINT_TO_POINTER (n + 1));
          else if (key != NULL && ((n > 2 && n * 2 > pages->len) || is_page_number (line->text, i + 1)))
            line->is_dropped = TRUE;
        }
}

static void
drop_edges (GPtrArray *pages)
{
  g_autoptr(GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  visit_edges (pages, counts, FALSE);
  visit_edges (pages, counts, TRUE);
}

/* ---------------------------------------------------------------- joining */

static gboolean
begins_block (const char *text)
{
  gunichar c = g_utf8_get_char (text);
  gsize n_digits = strspn (text, "0123456789");

  if (is_blank (c) || g_utf8_strchr ("・●○■□◆◇※◎▼▲★【＜《〈［（(-*•", -1, c) != NULL
      || (c >= 0x2460 && c <= 0x24ff))
    return TRUE;
  if (n_digits > 0 && n_digits < 3)
    return text[n_digits] == '.' || text[n_digits] == ')' || g_str_has_prefix (text + n_digits, "．")
           || g_str_has_prefix (text + n_digits, "）");
  return c >= 0xff10 && c <= 0xff19 && g_utf8_strchr ("．．）　、", -1, g_utf8_get_char (g_utf8_next_char (text))) != NULL
         && text[3] != '\0';
}

static gunichar
last_character (const char *text)
{
  return *text != '\0' ? g_utf8_get_char (g_utf8_prev_char (text + strlen (text))) : 0;
}

/* Columns that could not be parted at the start of a line: a word, or what may not begin a line. Words
 * are mostly set in letters of different widths, so that a few columns are uncertain. */
static guint
count_first_columns (const char *text)
{
  gsize n_bytes = strcspn (text, " ");
  g_autofree char *word = is_japanese (g_utf8_get_char (text)) ? NULL : g_strndup (text, n_bytes);

  return word != NULL ? count_columns (word) + NEAR_COLUMNS / 2 : NEAR_COLUMNS;
}

static gboolean
is_broken (const Line *line, const Line *next)
{
  gunichar last = last_character (line->text);

  if (*line->text == '\0' || *next->text == '\0' || line->margin == 0 || begins_block (next->text)
      || g_utf8_strchr ("。．!?！？:：", -1, last) != NULL)
    return FALSE;
  return line->n_columns + count_first_columns (next->text) > line->margin;
}

static void
append_break (GString *out, const Line *line, const Line *next)
{
  gunichar last = last_character (line->text), first = g_utf8_get_char (next->text);

  if (!is_broken (line, next))
    g_string_append_c (out, '\n');
  else if (last == '-' && g_unichar_islower (first) && out->len > 1 && g_ascii_isalpha (out->str[out->len - 2]))
    g_string_truncate (out, out->len - 1);
  else if (!is_japanese (last) && !is_japanese (first))
    g_string_append_c (out, ' ');
}

char *
jkb_pdf_lines_join (const GPtrArray *pages)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  GString *out = g_string_new (NULL);
  const Line *before = NULL;

  for (guint i = 0; i < pages->len; i++)
    g_ptr_array_add (parts, make_lines (g_ptr_array_index (pages, i)));
  drop_edges (parts);
  for (guint i = 0; i < parts->len; i++)
    {
      GArray *lines = g_ptr_array_index (parts, i);

      find_margin (lines);
      for (guint k = 0; k < lines->len; k++)
        {
          const Line *line = &g_array_index (lines, Line, k);

          /* The end of a page is no end of a paragraph. */
          if (line->is_dropped || (k + 1 == lines->len && *line->text == '\0'))
            continue;
          if (before != NULL)
            append_break (out, before, line);
          g_string_append (out, line->text);
          before = line;
        }
    }
  return g_string_free (out, FALSE);
}
