/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zip-writer.h"

#include <archive_entry.h>
#include <string.h>

#define HEAD "<?xml version='1.0'?>"

static la_ssize_t
on_written_cb (struct archive *archive, void *bytes, const void *data, size_t n)
{
  g_byte_array_append (bytes, data, (guint) n);
  return (la_ssize_t) n;
}

struct archive *
zip_begin (GByteArray *bytes)
{
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  archive_write_set_bytes_in_last_block (archive, 1);
  g_assert_cmpint (archive_write_open (archive, bytes, NULL, on_written_cb, NULL), ==, ARCHIVE_OK);
  return archive;
}

void
zip_add (struct archive *archive, const char *path, const char *data, gsize n_bytes)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, path);
  archive_entry_set_size (entry, (la_int64_t) n_bytes);
  archive_entry_set_filetype (entry, AE_IFREG);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, data, n_bytes), ==, (gint64) n_bytes);
  archive_entry_free (entry);
}

void
zip_end (struct archive *archive)
{
  archive_write_close (archive);
  archive_write_free (archive);
}

static void
add_text (struct archive *archive, const char *path, GString *text)
{
  zip_add (archive, path, text->str, text->len);
  g_string_free (text, TRUE);
}

static void
add_sheet (struct archive *archive, guint number, const char *sheet)
{
  g_autofree char *path = g_strdup_printf ("xl/worksheets/sheet%u.xml", number);
  GString *xml = g_string_new (HEAD "<worksheet><sheetData>");
  g_auto(GStrv) rows = g_strsplit (sheet, "\n", -1);

  for (gsize i = 0; rows[i] != NULL; i++)
    {
      g_auto(GStrv) cells = g_strsplit (rows[i], "|", -1);

      g_string_append_printf (xml, "<row r='%u'>", (guint) i + 1);
      for (gsize j = 0; cells[j] != NULL; j++)
        {
          g_autofree char *text = g_markup_escape_text (cells[j], -1);

          g_string_append_printf (xml, "<c t='inlineStr'><is><t>%s</t></is></c>", text);
        }
      g_string_append (xml, "</row>");
    }
  g_string_append (xml, "</sheetData></worksheet>");
  add_text (archive, path, xml);
}

GByteArray *
zip_make_workbook (const char *const *names, const char *const *sheets)
{
  GByteArray *bytes = g_byte_array_new ();
  struct archive *archive = zip_begin (bytes);
  GString *workbook = g_string_new (HEAD "<workbook xmlns:r='urn:r'><sheets>");
  GString *relations = g_string_new (HEAD "<Relationships>");

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_string_append_printf (workbook, "<sheet name='%s' r:id='r%u'/>", names[i], i + 1);
      g_string_append_printf (relations,
                              "<Relationship Id='r%u' Target='worksheets/sheet%u.xml'/>", i + 1,
                              i + 1);
      add_sheet (archive, i + 1, sheets[i]);
    }
  g_string_append (workbook, "</sheets></workbook>");
  g_string_append (relations, "</Relationships>");
  add_text (archive, "xl/workbook.xml", workbook);
  add_text (archive, "xl/_rels/workbook.xml.rels", relations);
  zip_end (archive);
  return bytes;
}
