/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "core/jkb-data-table.h"
#include "core/jkb-paths.h"
#include "extract/jkb-language.h"
#include "extract/jkb-read-organisation.h"

enum { COLUMN_TEXT, COLUMN_ORGANISATION, COLUMN_CONTRACTOR };
static const char *const columns[] = { "text", "organisation", "contractor", NULL };

static JkbItem *
read_item (const JkbLexicon *lexicon, const char *row)
{
  gboolean has_title = *row == '@';
  char *text = g_strdelimit (g_strdup (row + has_title), "|", '\n');
  JkbItem *item = jkb_item_new (text);
  g_autoptr(JkbDoc) doc = NULL;

  if (has_title)
    item->title = g_strndup (text, strcspn (text, "\n"));
  item->lang = jkb_language_of (item->text, strlen (item->text));
  doc = jkb_doc_new (lexicon, item);
  jkb_read_organisation (doc, item);
  return item;
}

static gboolean
check (const JkbItem *item, JkbField field, const char *wanted, const JkbDataTable *table,
       guint row)
{
  const JkbFact *fact = jkb_item_find (item, field);
  const char *found = fact != NULL ? fact->value : "-";

  if (fact != NULL)
    {
      g_autofree char *words
          = g_strndup (item->text + fact->span.begin, fact->span.end - fact->span.begin);

      g_assert_cmpstr (words, ==, fact->value);
    }
  if (strcmp (found, wanted) == 0)
    return TRUE;
  g_test_message ("line %u: %s: wanted “%s”, found “%s”", jkb_data_table_line (table, row),
                  jkb_word_nick (JKB_WORDS_FIELD, (int) field), wanted, found);
  return FALSE;
}

static void
test_table (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "data", "extract", "organisations.tsv", NULL);
  g_autofree char *dir = jkb_paths_data_file ("extract");
  g_autoptr(JkbLexicon) lexicon = jkb_lexicon_load (dir, &error);
  g_autoptr(JkbDataTable) table = jkb_data_table_read (path, columns, &error);
  guint n_wrong = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (jkb_data_table_n_rows (table), >, 20);
  for (guint i = 0; i < jkb_data_table_n_rows (table); i++)
    {
      g_autoptr(JkbItem) item
          = read_item (lexicon, jkb_data_table_get (table, i, COLUMN_TEXT));

      n_wrong += !check (item, JKB_FIELD_ORGANISATION,
                         jkb_data_table_get (table, i, COLUMN_ORGANISATION), table, i);
      n_wrong += !check (item, JKB_FIELD_CONTRACTOR,
                         jkb_data_table_get (table, i, COLUMN_CONTRACTOR), table, i);
    }
  g_assert_cmpuint (n_wrong, ==, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/organisations/table", test_table);
  return g_test_run ();
}
