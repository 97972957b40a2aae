/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each table of tests/data/extract holds sentences about invented organisations and what is to be read
 * from them: `expected` and `text`, with \n for a line end. The first of several lines is the title. */
#include <string.h>

#include "core/jkb-data-table.h"
#include "core/jkb-paths.h"
#include "extract/jkb-read-circumstances.h"
#include "extract/jkb-read-data-items.h"
#include "extract/jkb-read-dates.h"
#include "extract/jkb-read-encryption.h"
#include "extract/jkb-read-reports.h"
#include "extract/jkb-read-status.h"
#include "extract/jkb-read-type.h"

typedef struct
{
  const char *name;
  const char *file;
  void (*read[5]) (const JkbDoc *doc, JkbItem *item);
  JkbField field;
  gboolean only_first;
  gboolean marks_unsure;                /* a value that is not shown as sure has a ? behind it */
} Table;

static const Table tables[] = {
  { "type", "types.tsv", { jkb_read_type }, JKB_FIELD_INCIDENT_TYPE, TRUE },
  { "circumstances", "circumstances.tsv", { jkb_read_circumstances }, JKB_FIELD_CIRCUMSTANCES },
  { "data-items", "data-items.tsv", { jkb_read_data_items }, JKB_FIELD_DATA_ITEMS },
  { "status", "statuses.tsv", { jkb_read_type, jkb_read_data_items, jkb_read_status },
    JKB_FIELD_AFFECTED_STATUS, TRUE },
  { "status-sure", "statuses-sure.tsv", { jkb_read_type, jkb_read_data_items, jkb_read_status },
    JKB_FIELD_AFFECTED_STATUS, TRUE, TRUE },
  { "ppc", "reports-ppc.tsv", { jkb_read_dates, jkb_read_reports }, JKB_FIELD_REPORTED_PPC, TRUE },
  { "police", "reports-police.tsv", { jkb_read_dates, jkb_read_reports },
    JKB_FIELD_REPORTED_POLICE, TRUE },
  { "encryption", "encryption.tsv",
    { jkb_read_type, jkb_read_data_items, jkb_read_status, jkb_read_encryption },
    JKB_FIELD_ENCRYPTED, TRUE },
};

static JkbLexicon *lexicon;

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
assert_span (const JkbItem *item, const JkbFact *fact)
{
  g_assert_cmpuint (fact->span.begin, <, fact->span.end);
  g_assert_true (g_utf8_validate (item->text + fact->span.begin,
                                  (gssize) (fact->span.end - fact->span.begin), NULL));
}

/* The values of a field: the first one, or all in the order of the alphabet; `-` for none. */
static char *
list_values (const JkbItem *item, const Table *table)
{
  g_autoptr(GPtrArray) values = g_ptr_array_new ();
  gboolean is_sure = TRUE;
  g_autofree char *found = NULL;

  for (guint i = 0; i < item->facts->len; i++)
    {
      const JkbFact *fact = g_ptr_array_index (item->facts, i);

      assert_span (item, fact);
      if (fact->field == table->field
          && !g_ptr_array_find_with_equal_func (values, fact->value, g_str_equal, NULL)
          && (values->len == 0 || !table->only_first))
        {
          g_ptr_array_add (values, fact->value);
          is_sure &= jkb_fact_is_sure (fact);
        }
    }
  g_ptr_array_sort (values, compare_strings);
  if (values->len == 0)
    g_ptr_array_add (values, (gpointer) "-");
  g_ptr_array_add (values, NULL);
  found = g_strjoinv (" ", (char **) values->pdata);
  return g_strconcat (found, table->marks_unsure && !is_sure ? "?" : NULL, NULL);
}

static char *
read_text (const Table *table, const char *escaped)
{
  g_auto(GStrv) lines = g_strsplit (escaped, "\\n", -1);
  g_autoptr(JkbItem) item = jkb_item_new (g_strjoinv ("\n", lines));
  g_autoptr(JkbDoc) doc = NULL;

  if (lines[1] != NULL)
    item->title = g_strdup (lines[0]);
  doc = jkb_doc_new (lexicon, item);
  for (gsize i = 0; i < G_N_ELEMENTS (table->read) && table->read[i] != NULL; i++)
    table->read[i] (doc, item);
  return list_values (item, table);
}

static void
test_table (gconstpointer data)
{
  static const char *const columns[] = { "expected", "text", NULL };
  const Table *table = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "extract", table->file, NULL);
  g_autoptr(JkbDataTable) rows = jkb_data_table_read (path, columns, &error);
  guint n_wrong = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < jkb_data_table_n_rows (rows); i++)
    {
      const char *expected = jkb_data_table_get (rows, i, 0);
      const char *text = jkb_data_table_get (rows, i, 1);
      g_autofree char *found = read_text (table, text);

      if (strcmp (found, expected) == 0)
        continue;
      n_wrong++;
      g_test_message ("%s:%u: wanted “%s”, found “%s”: %s", table->file,
                      jkb_data_table_line (rows, i), expected, found, text);
    }
  g_assert_cmpuint (n_wrong, ==, 0);
}

/* Whatever stands in a text, the spans of what is read lie on characters of it. */
static void
test_spans_are_valid (void)
{
  static const char *const pieces[]
      = { "不正アクセス", "紛失", "氏名", "ﾒｰﾙｱﾄﾞﾚｽ", "、", "。", "\n", "(", "が漏えいした", "可能性", "警察に", "相談",
          "個人情報保護委員会", "報告し", "①", "㈱", "か\xe3\x82\x99", "暗号化され", "ており、", "委託先", "1. 原因\n",
          "・", "ません", "Ｐａｓｓｗｏｒｄ" };

  for (int round = 0; round < 1500; round++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(JkbItem) item = NULL;
      g_autoptr(JkbDoc) doc = NULL;

      for (int i = g_test_rand_int_range (0, 60); i > 0; i--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      item = jkb_item_new (g_strdup (text->str));
      doc = jkb_doc_new (lexicon, item);
      for (gsize t = 0; t < G_N_ELEMENTS (tables); t++)
        for (gsize i = 0; i < G_N_ELEMENTS (tables[t].read) && tables[t].read[i] != NULL; i++)
          tables[t].read[i] (doc, item);
      for (guint i = 0; i < item->facts->len; i++)
        assert_span (item, g_ptr_array_index (item->facts, i));
    }
}

int
main (int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *dir = jkb_paths_data_file ("extract");
  int status;

  g_test_init (&argc, &argv, NULL);
  lexicon = jkb_lexicon_load (dir, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strconcat ("/extract/readers/", tables[i].name, NULL);

      g_test_add_data_func (path, &tables[i], test_table);
    }
  g_test_add_func ("/extract/readers/spans-are-valid", test_spans_are_valid);
  status = g_test_run ();
  jkb_lexicon_free (lexicon);
  return status;
}
