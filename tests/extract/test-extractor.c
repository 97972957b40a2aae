/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "core/jkb-error.h"
#include "extract/jkb-extractor.h"

#define NOTICE                                                                                    \
  "患者情報を記録したUSBメモリの紛失について\n\n"                                                              \
  "このたび、青葉ヶ原総合病院において、患者様の個人情報を記録したUSBメモリを紛失したことが、令和13年4月3日に"          \
  "判明いたしました。記録されていたのは、患者様412名の氏名及び病名です。関係者の皆様に深くお詫び申し上げます。\n"

static JkbExtractor *extractor;

static JkbSource *
read_bytes (const char *bytes, gsize n_bytes, GError **error)
{
  g_autoptr(GBytes) contents = g_bytes_new (bytes, n_bytes);

  return jkb_extractor_read (extractor, "test.txt", contents, NULL, error);
}

static void
test_notice (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbSource) source = read_bytes (NOTICE, strlen (NOTICE), &error);
  const JkbItem *item;
  const JkbFact *people;

  g_assert_no_error (error);
  g_assert_cmpstr (source->kind, ==, "text");
  g_assert_cmpuint (source->items->len, ==, 1);
  item = g_ptr_array_index (source->items, 0);
  g_assert_true (item->is_notice);
  g_assert_null (item->set_aside_reason);
  g_assert_cmpstr (item->lang, ==, "ja");
  g_assert_cmpstr (item->title, ==, "患者情報を記録したUSBメモリの紛失について");
  g_assert_cmpstr (jkb_item_value (item, JKB_FIELD_INCIDENT_TYPE), ==, "lost_media_device");
  people = jkb_item_find (item, JKB_FIELD_AFFECTED_PEOPLE);
  g_assert_nonnull (people);
  g_assert_cmpstr (people->value, ==, "412");
  g_assert_true (g_str_has_prefix (item->text + people->span.begin, "412名"));
}

static void
test_html (void)
{
  static const char html[] = "<html><head><title>紛失</title></head><body><nav>案内</nav><h1>USBメモリの紛失</h1>"
                             "<table><tr><td>氏名</td><td>412名</td></tr></table></body></html>";
  g_autoptr(JkbSource) source = read_bytes (html, strlen (html), NULL);

  g_assert_cmpstr (source->kind, ==, "html");
  g_assert_cmpuint (source->items->len, ==, 1);
  g_assert_cmpstr (((JkbItem *) g_ptr_array_index (source->items, 0))->text, ==,
                   "USBメモリの紛失\n\n氏名 | 412名");
}

static void
test_set_aside (void)
{
  static const char text[] = "春の献立\n\n月曜日 カレー\n火曜日 うどん\n";
  g_autoptr(JkbSource) source = read_bytes (text, strlen (text), NULL);
  const JkbItem *item = g_ptr_array_index (source->items, 0);

  g_assert_false (item->is_notice);
  g_assert_nonnull (item->set_aside_reason);
  g_assert_cmpuint (item->facts->len, ==, 0);
}

static void
test_broken (void)
{
  static const char text[] = "個人情報\xff\xfeを紛失した。\n";
  g_autoptr(JkbSource) source = read_bytes (text, strlen (text), NULL);

  g_assert_cmpuint (source->notes->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (source->notes, 0), ==,
                   "1 stretches of bytes are no UTF-8 text");
}

static void
test_refused (void)
{
  static const char noise[] = "\xff\x80\xfe.\xff\x80\xfe.\xff\x80\xfe.\xff\x80\xfe.\xff\x80\xfe.\xff\x80\xfe.\xff\x80"
                              "\xfe.\xff\x80\xfe.\xff\x80\xfe.\xff\x80\xfe.\xff\x80\xfe.\xff\x80\xfe.";
  static const struct
  {
    const char *bytes;
    gsize n_bytes;
    int code;
  } cases[] = {
    { "", 0, JKB_EXTRACT_ERROR_EMPTY },
    { " \n\t\n", 4, JKB_EXTRACT_ERROR_EMPTY },
    { "\0\0\0\0\0\0\0\0", 8, JKB_EXTRACT_ERROR_BINARY },
    { "\x89PNG\r\n\x1a\n", 8, JKB_EXTRACT_ERROR_UNSUPPORTED },
    { "<?xml version='1.0'?><svg/>", 27, JKB_EXTRACT_ERROR_UNSUPPORTED },
    { "<?xml version='1.0'?><rss/>", 27, JKB_EXTRACT_ERROR_EMPTY },
    { "<?xml version='1.0'?><rss><", 27, JKB_EXTRACT_ERROR_DAMAGED },
    { noise, sizeof noise - 1, JKB_EXTRACT_ERROR_CHARSET },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (read_bytes (cases[i].bytes, cases[i].n_bytes, &error));
      g_assert_error (error, JKB_EXTRACT_ERROR, cases[i].code);
      g_assert_null (strchr (error->message, '\n'));
    }
}

static void
test_too_large (void)
{
  g_autoptr(GError) error = NULL;
  gsize n_bytes = JKB_EXTRACTOR_MAX_BYTES + 1;
  g_autoptr(GBytes) zeros = g_bytes_new_take (g_malloc0 (n_bytes), n_bytes);

  g_assert_null (jkb_extractor_read (extractor, "zeros", zeros, NULL, &error));
  g_assert_error (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_TOO_LARGE);
}

static void
test_cancelled (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GBytes) bytes = g_bytes_new_static (NOTICE, strlen (NOTICE));

  g_cancellable_cancel (cancellable);
  g_assert_null (jkb_extractor_read (extractor, "test.txt", bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_rules (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *dir = g_dir_make_tmp ("jkb-rules-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (dir, "bad.tsv", NULL);

  g_assert_null (jkb_extractor_new ("/nowhere/at/all", &error));
  g_assert_true (error->domain == G_FILE_ERROR);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (file, "class\tterm\tvalue\tweight\tnote\nnonsense\tx\ty\t\t\n", -1,
                                      NULL));
  g_assert_null (jkb_extractor_new (dir, &error));
  g_assert_error (error, JKB_CORE_ERROR, JKB_CORE_ERROR_DATA_FILE);
  g_assert_nonnull (strstr (error->message, "bad.tsv:2"));
  g_remove (file);
  g_rmdir (dir);
}

static gpointer
read_in_thread (gpointer data)
{
  GBytes *bytes = data;
  GString *values = g_string_new (NULL);

  for (int round = 0; round < 20; round++)
    {
      g_autoptr(JkbSource) source = jkb_extractor_read (extractor, "x", bytes, NULL, NULL);
      const JkbItem *item = g_ptr_array_index (source->items, 0);

      g_string_truncate (values, 0);
      for (guint i = 0; i < item->facts->len; i++)
        {
          const JkbFact *fact = g_ptr_array_index (item->facts, i);

          g_string_append_printf (values, "%d=%s;", fact->field, fact->value);
        }
    }
  return g_string_free (values, FALSE);
}

/* One extractor, several threads at once: each finds the same. */
static void
test_threads (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (NOTICE, strlen (NOTICE));
  g_autofree char *wanted = read_in_thread (bytes);
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("read", read_in_thread, bytes);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autofree char *found = g_thread_join (threads[i]);

      g_assert_cmpstr (found, ==, wanted);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  extractor = jkb_extractor_new (NULL, NULL);
  g_assert_nonnull (extractor);
  g_test_add_func ("/extract/extractor/notice", test_notice);
  g_test_add_func ("/extract/extractor/html", test_html);
  g_test_add_func ("/extract/extractor/set-aside", test_set_aside);
  g_test_add_func ("/extract/extractor/broken", test_broken);
  g_test_add_func ("/extract/extractor/refused", test_refused);
  g_test_add_func ("/extract/extractor/too-large", test_too_large);
  g_test_add_func ("/extract/extractor/cancelled", test_cancelled);
  g_test_add_func ("/extract/extractor/rules", test_rules);
  g_test_add_func ("/extract/extractor/threads", test_threads);
  status = g_test_run ();
  jkb_extractor_free (extractor);
  return status;
}
