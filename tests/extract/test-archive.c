/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "extract/jkb-archive.h"
#include "extract/jkb-extractor.h"

#define WORDS "みずたま信用組合は、顧客412名の氏名を記載した書類を紛失しました。\n"
#define ROOM_BYTES ((gsize) 1024 * 1024)

static JkbExtractor *extractor;

typedef struct
{
  struct archive *archive;
  char *room;
  size_t n_used;
} Packer;

static Packer
begin_archive (gboolean is_zip)
{
  Packer packer = { archive_write_new (), g_malloc (ROOM_BYTES), 0 };

  if (is_zip)
    archive_write_set_format_zip (packer.archive);
  else
    {
      archive_write_set_format_pax_restricted (packer.archive);
      archive_write_add_filter_gzip (packer.archive);
    }
  return packer;
}

static void
open_archive (Packer *packer)
{
  g_assert_cmpint (archive_write_open_memory (packer->archive, packer->room, ROOM_BYTES, &packer->n_used), ==,
                   ARCHIVE_OK);
}

static void
pack (Packer *packer, const char *path, const char *bytes, gsize n_bytes)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, path);
  archive_entry_set_size (entry, (la_int64_t) n_bytes);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  g_assert_cmpint (archive_write_header (packer->archive, entry), >=, ARCHIVE_WARN);
  archive_write_data (packer->archive, bytes, n_bytes);
  archive_entry_free (entry);
}

static GBytes *
end_archive (Packer *packer)
{
  archive_write_close (packer->archive);
  archive_write_free (packer->archive);
  return g_bytes_new_take (packer->room, packer->n_used);
}

static GBytes *
make_zip (const char *path, const char *bytes, gsize n_bytes)
{
  Packer packer = begin_archive (TRUE);

  open_archive (&packer);
  pack (&packer, path, bytes, n_bytes);
  return end_archive (&packer);
}

static GPtrArray *
read_all (GBytes *bytes)
{
  return jkb_extractor_read_all (extractor, "a.zip", bytes, NULL, NULL, NULL);
}

static const JkbReading *
only_reading (const GPtrArray *readings)
{
  g_assert_cmpuint (readings->len, ==, 1);
  return g_ptr_array_index (readings, 0);
}

static void
check_refused (GBytes *bytes, const char *name, const char *words)
{
  g_autoptr(GPtrArray) readings = read_all (bytes);
  const JkbReading *reading = only_reading (readings);

  g_assert_cmpstr (reading->name, ==, name);
  g_assert_null (reading->source);
  g_assert_nonnull (strstr (reading->error->message, words));
  g_assert_null (strchr (reading->error->message, '\n'));
}

static void
test_members (void)
{
  for (int is_zip = 0; is_zip < 2; is_zip++)
    {
      Packer packer = begin_archive (is_zip);
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GPtrArray) readings = NULL;
      const JkbReading *first, *second;

      open_archive (&packer);
      pack (&packer, "2031/first.txt", WORDS, strlen (WORDS));
      pack (&packer, "__MACOSX/x", "x", 1);
      pack (&packer, "second.html", "<p>春の献立</p>", strlen ("<p>春の献立</p>"));
      bytes = end_archive (&packer);
      readings = read_all (bytes);
      g_assert_cmpuint (readings->len, ==, 2);
      first = g_ptr_array_index (readings, 0);
      second = g_ptr_array_index (readings, 1);
      g_assert_cmpstr (first->name, ==, "a.zip/2031/first.txt");
      g_assert_cmpstr (first->source->name, ==, "a.zip/2031/first.txt");
      g_assert_true (((JkbItem *) g_ptr_array_index (first->source->items, 0))->is_notice);
      g_assert_cmpstr (second->source->kind, ==, "html");
    }
}

static void
test_names (void)
{
  g_autofree char *path = g_convert ("紛失/表.txt", -1, "CP932", "UTF-8", NULL, NULL, NULL);
  g_autoptr(GBytes) bytes = make_zip (path, WORDS, strlen (WORDS));
  g_autoptr(GPtrArray) readings = read_all (bytes);

  g_assert_cmpstr (only_reading (readings)->name, ==, "a.zip/紛失/表.txt");
}

static void
test_nested (void)
{
  g_autoptr(GBytes) bytes = make_zip ("words.txt", WORDS, strlen (WORDS));

  for (int depth = 1; depth < 6; depth++)
    {
      g_autoptr(GPtrArray) readings = read_all (bytes);
      gsize n_bytes;
      const char *data = g_bytes_get_data (bytes, &n_bytes);
      GBytes *outer = make_zip ("in.zip", data, n_bytes);

      if (depth <= 3)
        g_assert_nonnull (only_reading (readings)->source);
      else
        g_assert_nonnull (strstr (only_reading (readings)->error->message, "within each other"));
      g_bytes_unref (bytes);
      bytes = outer;
    }
}

static void
test_bomb (void)
{
  gsize n_zeros = (gsize) 32 * 1024 * 1024;
  g_autofree char *zeros = g_malloc0 (n_zeros);
  g_autoptr(GBytes) bytes = make_zip ("zeros.txt", zeros, n_zeros);
  Packer packer = begin_archive (FALSE);
  g_autoptr(GBytes) many = NULL;

  check_refused (bytes, "a.zip", "times its size");
  open_archive (&packer);
  for (int i = 0; i < 3000; i++)
    pack (&packer, "same.txt", "", 0);
  many = end_archive (&packer);
  check_refused (many, "a.zip", "too many files");
}

static void
test_budget (void)
{
  g_autoptr(GBytes) bytes = make_zip ("words.txt", WORDS, strlen (WORDS));
  g_autoptr(GError) error = NULL;
  JkbArchiveBudget budget = { 1, strlen (WORDS) - 1 };

  g_assert_null (jkb_archive_read (bytes, &budget, &error));
  g_assert_nonnull (strstr (error->message, "too many bytes"));
}

static void
test_paths (void)
{
  static const char *const paths[] = { "../../x", "/etc/x", "a/../../x", "C:\\x", "..\\x" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr(GBytes) bytes = make_zip (paths[i], "x", 1);
      g_autoptr(GPtrArray) readings = read_all (bytes);

      g_assert_null (only_reading (readings)->source);
      g_assert_nonnull (strstr (only_reading (readings)->error->message, "leads out"));
    }
}

/* The bit of a header that says so, in the entry and in the directory. */
static void
test_encrypted (void)
{
  g_autoptr(GBytes) plain = make_zip ("words.txt", WORDS, strlen (WORDS));
  gsize n_bytes;
  g_autofree char *data = g_bytes_unref_to_data (g_steal_pointer (&plain), &n_bytes);
  char *directory = memmem (data, n_bytes, "PK\x01\x02", 4);
  g_autoptr(GBytes) bytes = NULL;

  data[6] |= 1;
  directory[8] |= 1;
  bytes = g_bytes_new (data, n_bytes);
  check_refused (bytes, "a.zip/words.txt", "encrypted");
}

static void
test_refused (void)
{
  g_autoptr(GBytes) office = make_zip ("[Content_Types].xml", "<Types/>", 8);
  g_autoptr(GBytes) damaged = g_bytes_new_static ("\x1f\x8b\x08garbage", 10);
  g_autoptr(GBytes) empty = g_bytes_new_static ("PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22);

  check_refused (office, "a.zip", "Office document");
  check_refused (damaged, "a.zip", "damaged");
  check_refused (empty, "a.zip", "no files");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  extractor = jkb_extractor_new (NULL, NULL);
  g_assert_nonnull (extractor);
  g_test_add_func ("/archive/members", test_members);
  g_test_add_func ("/archive/names", test_names);
  g_test_add_func ("/archive/nested", test_nested);
  g_test_add_func ("/archive/bomb", test_bomb);
  g_test_add_func ("/archive/budget", test_budget);
  g_test_add_func ("/archive/paths", test_paths);
  g_test_add_func ("/archive/encrypted", test_encrypted);
  g_test_add_func ("/archive/refused", test_refused);
  status = g_test_run ();
  jkb_extractor_free (extractor);
  return status;
}
