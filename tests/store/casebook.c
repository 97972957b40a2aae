/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "casebook.h"

#include "store/jkb-store-lists.h"

#include <glib/gstdio.h>
#include <string.h>

char *
casebook_folder (void)
{
  g_autoptr(GError) error = NULL;
  char *folder = g_dir_make_tmp ("jikenbo-test-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
casebook_remove (char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        casebook_remove (path);
      else
        {
          g_assert_cmpint (g_unlink (path), ==, 0);
          g_free (path);
        }
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
}

static JkbSpan
find (const char *text, const char *words)
{
  const char *found = strstr (text, words);

  g_assert_nonnull (found);
  return (JkbSpan){ found - text, found - text + strlen (words) };
}

static void
add_facts (JkbItem *item, const char *organisation, guint number)
{
  g_autofree char *figure = g_strdup_printf ("%u名", number + 1);
  JkbCount count = { number + 1, "名", JKB_QUALIFIER_EXACT, JKB_COUNT_TOTAL, find (item->text, figure) };

  jkb_item_add (item, jkb_fact_new (JKB_FIELD_ORGANISATION, organisation, find (item->text, organisation),
                                    "test/organisation", 0.9));
  jkb_item_add (item, jkb_fact_new (JKB_FIELD_INCIDENT_TYPE,
                                    jkb_word_nick (JKB_WORDS_TYPE, 1 + number % (JKB_N_TYPES - 1)),
                                    find (item->text, "紛失"), "test/type", 0.8));
  jkb_item_add (item, jkb_fact_new_count (JKB_FIELD_AFFECTED_PEOPLE, &count, "test/count", 0.9));
  jkb_item_add (item, jkb_fact_new_count (JKB_FIELD_COUNTS, &count, "test/count", 0.9));
  jkb_item_add (item, jkb_fact_new (JKB_FIELD_DATA_ITEMS, "name", find (item->text, "氏名"), "test/data", 0.7));
  jkb_item_add (item, jkb_fact_new (JKB_FIELD_DATA_ITEMS, "phone", find (item->text, "電話番号"),
                                    "test/data", 0.7));
  if (number % 3 != 0)
    jkb_item_add (item, jkb_fact_new_date (JKB_FIELD_DISCOVERED, (JkbDate){ 2024, 1 + number % 12, 0 },
                                           JKB_DATE_DISCOVERED, find (item->text, "判明"), "test/date", 0.9));
}

static JkbItem *
make_notice (guint number)
{
  g_autofree char *organisation = g_strdup_printf ("架空物産%u株式会社", number);
  JkbItem *item = jkb_item_new (g_strdup_printf (
    "記録媒体の紛失について\n%sは、顧客%u名の氏名と電話番号を保存した記録媒体の紛失が判明したと発表した。\n"
    "見つかった場合の連絡先は第%u係。", organisation, number + 1, number % 7));

  item->serial = g_strdup_printf ("2024-%03u", number);
  item->title = g_strdup ("記録媒体の紛失について");
  item->lang = "ja";
  item->is_notice = TRUE;
  add_facts (item, organisation, number);
  return item;
}

JkbSource *
casebook_source (const char *name, guint first, guint n_notices, const char *page)
{
  g_autoptr(GString) text = g_string_new (page);
  g_autoptr(GPtrArray) items = g_ptr_array_new ();
  g_autoptr(GBytes) bytes = NULL;
  JkbItem *menu = jkb_item_new (g_strdup_printf ("案内 %s", page));
  JkbSource *source;

  menu->set_aside_reason = g_strdup ("menu");
  g_ptr_array_add (items, menu);
  for (guint i = 0; i < n_notices; i++)
    {
      JkbItem *item = make_notice (first + i);

      item->index = i + 1;
      g_string_append_printf (text, "\n%s", item->text);
      g_ptr_array_add (items, item);
    }
  bytes = g_bytes_new (text->str, text->len);
  source = jkb_source_new (name, bytes);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (source->items, g_ptr_array_index (items, i));
  return source;
}

/* ---- a casebook as text ---- */

static void
dump_facts (const JkbCaseFile *file, GString *out)
{
  for (guint i = 0; i < file->facts->len; i++)
    {
      const JkbCaseFact *fact = g_ptr_array_index (file->facts, i);

      g_string_append_printf (out, "  %s=%s %s role %d %s [%zu,%zu] %s %.2f was %s\n",
                              jkb_word_nick (JKB_WORDS_FIELD, fact->fact->field), fact->fact->value,
                              jkb_word_nick (JKB_WORDS_FACT_STATE, fact->fact->state), fact->fact->role,
                              jkb_word_nick (JKB_WORDS_QUALIFIER, fact->fact->qualifier),
                              fact->fact->span.begin, fact->fact->span.end, fact->fact->rule,
                              fact->fact->confidence, fact->read_value);
    }
}

static char *
dump_case (JkbStore *store, const JkbIncident *incident)
{
  g_autoptr(GString) out = g_string_new (NULL);
  g_autoptr(JkbCaseFile) file = NULL;
  g_autoptr(GError) error = NULL;

  jkb_store_load_case (store, incident->id, &file, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (file);
  g_assert_true (jkb_incident_equal (file->incident, incident));
  g_string_append_printf (out, "%s %s %s people %" G_GINT64_FORMAT " %s review %d notes %s binned %d\n",
                          incident->organisation, incident->key, incident->title, incident->people,
                          jkb_word_nick (JKB_WORDS_TYPE, incident->type), incident->review, file->notes,
                          file->binned);
  for (guint i = 0; i < file->notices->len; i++)
    {
      const JkbCaseNotice *notice = g_ptr_array_index (file->notices, i);

      g_string_append_printf (out, "  %s\n", notice->item->text);
    }
  dump_facts (file, out);
  for (guint i = 0; i < file->history->len; i++)
    {
      const JkbCaseChange *change = g_ptr_array_index (file->history, i);

      g_string_append_printf (out, "  %s: %s %s -> %s\n", change->who, change->what, change->old_value,
                              change->new_value);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
dump_lists (JkbStore *store, GPtrArray *lines)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lists = jkb_store_load_lists (store, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < lists->len; i++)
    {
      const JkbList *list = g_ptr_array_index (lists, i);
      const gint64 *ids = list->cases->len > 0 ? (const gint64 *) list->cases->data : &(const gint64){ 0 };
      g_autoptr(GPtrArray) cases = jkb_store_load_incidents (store, ids, list->cases->len, NULL, NULL);
      g_autoptr(GString) line = g_string_new (NULL);

      g_string_append_printf (line, "list %s kind %d %s %s:", list->name, list->kind, list->filter, list->sort);
      g_assert_cmpuint (cases->len, ==, list->cases->len);
      for (guint j = 0; j < cases->len; j++)
        g_string_append_printf (line, " %s", ((JkbIncident *) cases->pdata[j])->key);
      g_string_append_c (line, '\n');
      g_ptr_array_add (lines, g_strdup (line->str));
    }
}

char *
casebook_dump (JkbStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = jkb_store_load_incidents (store, NULL, 0, NULL, &error);
  g_autoptr(GPtrArray) bin = jkb_store_load_bin (store, NULL, &error);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  JkbStoreCounts counts;

  g_assert_no_error (error);
  jkb_store_count (store, &counts, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (lines, dump_case (store, g_ptr_array_index (all, i)));
  for (guint i = 0; i < bin->len; i++)
    g_ptr_array_add (lines, dump_case (store, g_ptr_array_index (bin, i)));
  dump_lists (store, lines);
  g_ptr_array_sort (lines, compare_strings);
  g_ptr_array_add (lines, g_strdup_printf ("sources %d notices %d repeated %d aside %d facts %d\n",
                                           (int) counts.sources, (int) counts.notices, (int) counts.repeated,
                                           (int) counts.set_aside, (int) counts.facts));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("", (char **) lines->pdata);
}

void
casebook_assert_good (JkbStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) problems = jkb_store_check (store, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}
