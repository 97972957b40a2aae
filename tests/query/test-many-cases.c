/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words in more cases than a block holds, which two threads read, beside a plain look through every text: before and
 * after there is an index, and when some cases have gone and others changed since.
 */
#include <string.h>

#include "query/jkb-case-index.h"
#include "query/jkb-selection.h"

#define N_CASES 66500u
#define N_TYPES 5u

/* Each in every so manyth case. The third and fourth have all pairs of the first between them, but not the word. */
static const struct
{
  guint every;
  const char *text;
} pieces[] = {
  { 3, "記録を暗号化した。" }, { 2, "防犯カメラで確かめた。" }, { 7, "暗号で送る。" },  { 11, "番号化する。" },
  { 13, "麒麟" },              { 5, "調べは三日で終わった。" }, { 30000, "玲瓏たる" },
};

/* Grams that nobody wrote, that nobody wrote together, and words that are all over. */
static const char *const lines[] = {
  "暗号化", "防犯カメラ", "暗号", "麒麟", "の", "玲瓏たる", "饂飩", "暗号瓏", "玲瓏たる麒麟", "暗号化 防犯カメラ", "暗号化 -防犯カメラ",
  "-暗号化", "麒麟 -の", "玲瓏 饂飩", "暗号化 people:>50", "-饂飩",
};

typedef struct
{
  GPtrArray *texts;             /* by id - 1; NULL of a case that has gone */
  JkbCaseIndex *index;
} Shelf;

static JkbFold *fold;

static JkbIncident *
make_incident (gint64 id)
{
  JkbIncident *incident = jkb_incident_new ();

  incident->id = id;
  incident->type = (JkbIncidentType) (id % N_TYPES);
  incident->people = id % 100;
  return incident;
}

static char *
make_text (guint number)
{
  GString *text = g_string_new ("ある日のこと、");

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    if (number % pieces[i].every == 0)
      g_string_append (text, pieces[i].text);
  return g_string_free (text, FALSE);
}

static void
put (Shelf *shelf, gint64 id, guint number)
{
  g_autoptr(JkbIncident) incident = make_incident (id);
  char *text = make_text (number);

  jkb_case_index_put (shelf->index, incident, text);
  g_free (shelf->texts->pdata[id - 1]);
  shelf->texts->pdata[id - 1] = text;
}

/* Whether case @id has what one word of a line says. */
static gboolean
has (const Shelf *shelf, guint id, const char *word)
{
  const char *text = shelf->texts->pdata[id - 1];

  if (g_str_has_prefix (word, "people:>"))
    return (gint64) (id % 100) > g_ascii_strtoll (word + strlen ("people:>"), NULL, 10);
  return *word == '-' ? strstr (text, word + 1) == NULL : strstr (text, word) != NULL;
}

static gboolean
has_all (const Shelf *shelf, guint id, char **words)
{
  for (; *words != NULL; words++)
    if (!has (shelf, id, *words))
      return FALSE;
  return TRUE;
}

static void
assert_line (const Shelf *shelf, JkbCases *cases, const char *line, guint32 types)
{
  g_auto(GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr(JkbFilter) filter = jkb_filter_new ();
  g_autoptr(JkbSelection) selection = NULL;
  g_autoptr(JkbTally) tally = NULL;
  guint n_by_type[JKB_N_TYPES] = { 0 }, n = 0;

  jkb_filter_set_words (filter, line);
  filter->types = types;
  selection = jkb_selection_new (cases, filter, (JkbOrder){ JKB_COLUMN_ADDED, FALSE }, NULL, NULL);
  for (guint id = 1; id <= N_CASES; id++)
    if (shelf->texts->pdata[id - 1] != NULL && has_all (shelf, id, words))
      {
        n_by_type[id % N_TYPES]++;
        if (types != 0 && !(types >> id % N_TYPES & 1))
          continue;
        g_assert_cmpuint (n, <, jkb_selection_n (selection));
        g_assert_cmpint (jkb_selection_get_id (selection, n++), ==, id);
      }
  g_assert_cmpuint (n, ==, jkb_selection_n (selection));
  tally = jkb_selection_tally (selection, JKB_AXIS_TYPE, JKB_AXIS_NONE);
  g_assert_cmpmem (tally->cells, JKB_N_TYPES * sizeof (guint), n_by_type, sizeof n_by_type);
}

static void
assert_lines (const Shelf *shelf)
{
  g_autoptr(JkbCases) cases = jkb_case_index_snapshot (shelf->index);

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      assert_line (shelf, cases, lines[i], 0);
      assert_line (shelf, cases, lines[i], 1u << 1 | 1u << 3);
    }
}

static void
index_texts (const Shelf *shelf)
{
  g_autoptr(JkbCases) cases = jkb_case_index_snapshot (shelf->index);

  g_assert_true (jkb_cases_index_texts (cases, NULL));
}

static void
change_some (Shelf *shelf)
{
  for (guint id = 50; id <= N_CASES; id += 997)
    {
      g_assert_true (jkb_case_index_remove (shelf->index, id));
      g_clear_pointer (&shelf->texts->pdata[id - 1], g_free);
    }
  for (guint id = 60; id <= N_CASES; id += 991)
    if (shelf->texts->pdata[id - 1] != NULL)
      put (shelf, id, id + 1);
}

static void
test_words (void)
{
  Shelf shelf = { g_ptr_array_new_with_free_func (g_free), jkb_case_index_new (fold) };

  g_ptr_array_set_size (shelf.texts, N_CASES);
  for (guint id = 1; id <= N_CASES; id++)
    put (&shelf, id, id);
  assert_lines (&shelf);
  index_texts (&shelf);
  assert_lines (&shelf);
  change_some (&shelf);
  assert_lines (&shelf);
  jkb_case_index_free (shelf.index);
  g_ptr_array_unref (shelf.texts);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fold = jkb_fold_new (NULL, NULL);
  g_assert_nonnull (fold);
  g_test_add_func ("/query/many-cases/words", test_words);
  return g_test_run ();
}
