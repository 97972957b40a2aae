/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The search against a plain look through every text, for characters of all kinds: what is asked for is cut
 * out of a text somewhere, or spelled with characters that look like those of it.
 */
#include <locale.h>
#include <string.h>

#include "core/jkb-data-table.h"
#include "core/jkb-paths.h"
#include "query/jkb-case-index.h"
#include "query/jkb-selection.h"

#define N_CASES 250
#define N_WORDS 1200
#define LONGEST_WORD 8

typedef struct
{
  gunichar first;
  gunichar last;
} Range;

/* Few of each, so that they meet again. */
static const Range ranges[] = {
  { 0x20, 0x7e },       { 0x30, 0x39 },       { 0xa5, 0xb7 },       { 0xe0, 0xef },       { 0x2010, 0x2015 },
  { 0x2018, 0x201f },   { 0x2460, 0x2465 },   { 0x3000, 0x3011 },   { 0x3041, 0x304f },   { 0x30a1, 0x30af },
  { 0x30fb, 0x30fe },   { 0x3220, 0x3233 },   { 0x4e00, 0x4e1f },   { 0x7d00, 0x7d0f },   { 0x9e92, 0x9e9f },
  { 0xf900, 0xf90f },   { 0xff01, 0xff1f },   { 0xff61, 0xff6f },   { 0x20b9f, 0x20ba3 }, { 0x2f800, 0x2f805 },
};

static JkbFold *fold;
static JkbDataTable *characters;        /* old and look-alike forms */

static int
pick (guint n)
{
  return g_test_rand_int_range (0, (gint32) n);
}

static const char *
pick_form (void)
{
  return jkb_data_table_get (characters, (guint) pick (jkb_data_table_n_rows (characters)), (guint) pick (2));
}

static char *
make_text (guint n_pieces)
{
  static const char *const pieces[]
      = { "麒麟", "麒", "麟", "サーバー", "漏洩", "，", ".", "。", ",", "(株)", "abc", "\n" };
  GString *text = g_string_new (NULL);

  while (n_pieces-- > 0)
    {
      const Range *range = &ranges[pick (G_N_ELEMENTS (ranges))];

      if (pick (5) == 0)
        g_string_append (text, pieces[pick (G_N_ELEMENTS (pieces))]);
      else if (pick (4) == 0)
        g_string_append (text, pick_form ());
      else
        g_string_append_unichar (text, range->first + (gunichar) pick (range->last - range->first + 1));
    }
  return g_string_free (text, FALSE);
}

/* What ends a word between quotes, or parts the texts of a case. */
static gboolean
is_quote_or_line_feed (gunichar c)
{
  return c == '\n' || c == '"' || c == 0x201c || c == 0x201d || c == 0xff02;
}

/* A piece of @text that can be written between quotes, %NULL when there is none where it was looked for. */
static char *
cut_word (const char *text)
{
  glong n = g_utf8_strlen (text, -1), begin = pick ((guint) n), length = 1 + pick (LONGEST_WORD);
  g_autofree char *word = g_utf8_substring (text, begin, MIN (n, begin + length));

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (is_quote_or_line_feed (g_utf8_get_char (p)))
      return NULL;
  g_strstrip (word);
  return *word != '\0' ? g_steal_pointer (&word) : NULL;
}

/* @word with one of its characters in another form, if it has one. */
static char *
respell (const char *word)
{
  for (guint row = 0; row < jkb_data_table_n_rows (characters); row++)
    {
      const char *from = jkb_data_table_get (characters, row, 0), *to = jkb_data_table_get (characters, row, 1);
      const char *place = strstr (word, from);

      if (place == NULL && (place = strstr (word, to)) != NULL)
        to = from;
      if (place != NULL)
        return g_strdup_printf ("%.*s%s%s", (int) (place - word), word, to, g_utf8_next_char (place));
    }
  return g_strdup (word);
}

static gboolean
holds (const char *text, const GPtrArray *forms)
{
  for (guint i = 0; i < forms->len; i++)
    if (strstr (text, g_ptr_array_index (forms, i)) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_blank (const char *folded)
{
  return strspn (folded, " ") == strlen (folded);
}

/* As a searched word is folded; blanks around it mean nothing. */
static GPtrArray *
list_forms (const char *word)
{
  g_autofree char *folded = g_strstrip (jkb_fold_string (fold, word));

  return jkb_fold_spellings (fold, folded);
}

/* Whether a comma or full stop of Latin writing begins or ends @word, soft hyphens aside: what it becomes in a text
   depends on what stands around the word there. */
static gboolean
has_open_stop (const char *word)
{
  g_auto(GStrv) seen = g_strsplit (word, "\xc2\xad", -1);
  g_autofree char *joined = g_strjoinv ("", seen);
  g_autofree char *folded = g_strstrip (jkb_normal_string (joined, JKB_NORMAL_NFKC));

  return strchr (",.", *folded) != NULL || strchr (",.", folded[strlen (folded) - 1]) != NULL;
}

/* Japanese and Latin stops are one. */
static char *
level (const char *text)
{
  g_auto(GStrv) commas = g_strsplit (text, "、", -1);
  g_autofree char *joined = g_strjoinv (",", commas);
  g_auto(GStrv) stops = g_strsplit (joined, "。", -1);

  return g_strjoinv (".", stops);
}

static GPtrArray *
level_all (const GPtrArray *texts)
{
  GPtrArray *result = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < texts->len; i++)
    g_ptr_array_add (result, level (g_ptr_array_index (texts, i)));
  return result;
}

/* ---- the same cases in three states ---- */

typedef struct
{
  GPtrArray *texts;             /* as they are; the case i + 1 has the text i */
  GPtrArray *folded;
  JkbCases *plain;              /* nothing but the texts */
  JkbCases *indexed;            /* with an index */
  JkbCases *reopened;           /* with the index from the casebook, texts are read when needed */
} Shelf;

static char *
read_text (gint64 id, gpointer user_data)
{
  return g_strdup (g_ptr_array_index ((GPtrArray *) user_data, (guint) id - 1));
}

static JkbIncident *
make_incident (guint i)
{
  JkbIncident *incident = jkb_incident_new ();

  incident->id = i + 1;
  incident->revision = 1;
  return incident;
}

static JkbCases *
take_snapshot (const Shelf *shelf)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);

  for (guint i = 0; i < shelf->texts->len; i++)
    {
      g_autoptr(JkbIncident) incident = make_incident (i);

      jkb_case_index_put (index, incident, g_ptr_array_index (shelf->texts, i));
    }
  return jkb_case_index_snapshot (index);
}

static JkbCases *
reopen (const Shelf *shelf)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);
  g_autoptr(GBytes) rows = NULL;
  g_autoptr(GBytes) postings = NULL;

  g_assert_true (jkb_cases_get_index (shelf->indexed, 0, &rows, &postings));
  g_assert_true (jkb_case_index_restore (index, rows, postings));
  for (guint i = 0; i < shelf->texts->len; i++)
    {
      g_autoptr(JkbIncident) incident = make_incident (i);

      jkb_case_index_put_heading (index, incident);
    }
  jkb_case_index_settle (index);
  jkb_case_index_set_reader (index, read_text, shelf->texts, NULL);
  return jkb_case_index_snapshot (index);
}

static void
fill_shelf (Shelf *shelf)
{
  shelf->texts = g_ptr_array_new_with_free_func (g_free);
  shelf->folded = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < N_CASES; i++)
    {
      char *text = make_text (1 + (guint) pick (60));

      g_ptr_array_add (shelf->texts, text);
      g_ptr_array_add (shelf->folded, jkb_fold_string (fold, text));
    }
  shelf->plain = take_snapshot (shelf);
  shelf->indexed = take_snapshot (shelf);
  g_assert_true (jkb_cases_index_texts (shelf->indexed, NULL));
  shelf->reopened = reopen (shelf);
}

static void
clear_shelf (Shelf *shelf)
{
  jkb_cases_unref (shelf->plain);
  jkb_cases_unref (shelf->indexed);
  jkb_cases_unref (shelf->reopened);
  g_ptr_array_unref (shelf->texts);
  g_ptr_array_unref (shelf->folded);
}

/* ---- what is found ---- */

/* One character for each case: whether it is found. */
static char *
search (JkbCases *cases, const char *word)
{
  g_autoptr(JkbFilter) filter = jkb_filter_new ();
  g_autoptr(JkbSelection) selection = NULL;
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", word);
  char *found = g_strnfill (N_CASES, '-');

  jkb_filter_set_words (filter, quoted);
  selection = jkb_selection_new (cases, filter, (JkbOrder){ JKB_COLUMN_ADDED, FALSE }, NULL, NULL);
  for (guint i = 0; i < jkb_selection_n (selection); i++)
    found[jkb_selection_get_id (selection, i) - 1] = '+';
  return found;
}

static char *
scan (const GPtrArray *folded, const GPtrArray *forms)
{
  char *found = g_strnfill (N_CASES, '-');

  for (guint i = 0; i < N_CASES; i++)
    if (holds (g_ptr_array_index (folded, i), forms))
      found[i] = '+';
  return found;
}

static void
assert_found (const Shelf *shelf, const char *word, const char *found)
{
  g_autoptr(GPtrArray) forms = list_forms (word);
  g_autofree char *wanted = scan (shelf->folded, forms);

  if (!has_open_stop (word))
    {
      if (strcmp (found, wanted) != 0)
        g_error ("“%s”: found in\n%s, it is in\n%s", word, found, wanted);
      return;
    }
  {
    g_autoptr(GPtrArray) level_texts = level_all (shelf->folded);
    g_autoptr(GPtrArray) level_forms = level_all (forms);
    g_autofree char *widest = scan (level_texts, level_forms);

    for (guint i = 0; i < N_CASES; i++)
      if ((wanted[i] == '+' && found[i] != '+') || (found[i] == '+' && widest[i] != '+'))
        g_error ("“%s”: %c instead of %c in “%s”", word, found[i], wanted[i], (char *) shelf->texts->pdata[i]);
  }
}

/* @i: a case whose text @word was cut from */
static void
check_word (const Shelf *shelf, const char *word, guint i)
{
  g_autofree char *plain = search (shelf->plain, word), *indexed = search (shelf->indexed, word);
  g_autofree char *reopened = search (shelf->reopened, word);

  if (plain[i] != '+')
    g_error ("“%s” is not found in “%s”", word, (char *) shelf->texts->pdata[i]);
  assert_found (shelf, word, plain);
  g_assert_cmpstr (indexed, ==, plain);
  g_assert_cmpstr (reopened, ==, plain);
}

static void
test_words (void)
{
  Shelf shelf;
  guint n_checked = 0;

  fill_shelf (&shelf);
  for (int round = 0; round < (g_test_slow () ? 20 : 1) * N_WORDS; round++)
    {
      guint i = (guint) pick (N_CASES);
      g_autofree char *word = cut_word (g_ptr_array_index (shelf.texts, i));
      g_autofree char *respelled = word != NULL ? respell (word) : NULL;
      g_autofree char *folded = word != NULL ? jkb_fold_string (fold, word) : NULL;

      if (word == NULL || is_blank (folded))
        continue;
      check_word (&shelf, word, i);
      check_word (&shelf, respelled, i);
      n_checked++;
    }
  g_assert_cmpuint (n_checked, >, N_WORDS / 2);
  clear_shelf (&shelf);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  static const char *const columns[] = { "from", "to", NULL };

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  path = jkb_paths_data_file ("query/characters.tsv");
  characters = jkb_data_table_read (path, columns, NULL);
  fold = jkb_fold_new (NULL, NULL);
  g_assert_nonnull (characters);
  g_assert_nonnull (fold);
  g_test_add_func ("/query/scan/words", test_words);
  return g_test_run ();
}
