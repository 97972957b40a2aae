/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Workbooks that users bring along, sound and hostile, all made here.
 */
#include <string.h>

#include "frameworks/jkb-framework-file.h"
#include "zip-writer.h"

#define HEAD "<?xml version='1.0'?>"
#define WORKBOOK \
  HEAD "<workbook xmlns:r='urn:r'><sheets>" \
       "<sheet name='v9.9.9 Work Roles + Categories' r:id='r1'/>" \
       "<sheet name='v9.9.9 TKS Statements' r:id='r2'/>" \
       "<sheet name='OG-WRL-001' r:id='r3'/></sheets></workbook>"
#define RELATIONS \
  HEAD "<Relationships><Relationship Id='r1' Target='worksheets/a.xml'/>" \
       "<Relationship Id='r2' Target='/xl/worksheets/b.xml'/>" \
       "<Relationship Id='r3' Target='worksheets/c.xml'/></Relationships>"
#define STRINGS \
  HEAD "<sst><si><t>First </t></si><si><r><t>Do </t></r><r><t>it</t></r><rPh><t>x</t></rPh></si></sst>"
#define CELL(place, text) "<c r='" place "' t='inlineStr'><is><t>" text "</t></is></c>"
#define ROLES \
  HEAD "<worksheet><sheetData><row>" CELL ("A1", "Work Role") CELL ("C1", "Work Role ID") "</row>" \
       "<row>" CELL ("A2", "GROUP (OG) – many") "</row>" \
       "<row><c r='A3' t='s'><v>0</v></c>" CELL ("B3", "Does &amp; does") \
       CELL ("C3", "OG-WRL-001") "<c r='D3'><v>611</v></c></row></sheetData></worksheet>"
#define STATEMENTS \
  HEAD "<worksheet><sheetData><row>" CELL ("A1", "TKS ID") "</row><row>" CELL ("A2", "T0001") \
       "<c r='B2' t='s'><v>1</v></c></row></sheetData></worksheet>"
#define LINKS \
  HEAD "<worksheet><sheetData><row>" CELL ("A4", "T0001") "</row><row>" CELL ("A5", "K0009") \
       "</row></sheetData></worksheet>"

typedef struct
{
  const char *path;
  const char *text;
} Part;

static const Part sound[] = {
  { "[Content_Types].xml", HEAD "<Types/>" },
  { "xl/workbook.xml", WORKBOOK },
  { "xl/_rels/workbook.xml.rels", RELATIONS },
  { "xl/sharedStrings.xml", STRINGS },
  { "xl/worksheets/a.xml", ROLES },
  { "xl/worksheets/b.xml", STATEMENTS },
  { "xl/worksheets/c.xml", LINKS },
};

/* The sound workbook with one part replaced or, when it has no such, added. */
static GByteArray *
make_workbook (const char *path, const char *data, gsize n_bytes)
{
  GByteArray *bytes = g_byte_array_new ();
  struct archive *archive = zip_begin (bytes);

  for (gsize i = 0; i < G_N_ELEMENTS (sound); i++)
    if (g_strcmp0 (sound[i].path, path) != 0)
      zip_add (archive, sound[i].path, sound[i].text, strlen (sound[i].text));
  if (data != NULL)
    zip_add (archive, path, data, n_bytes);
  zip_end (archive);
  return bytes;
}

static void
assert_refused (GByteArray *bytes, const char *message)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (jkb_framework_file_parse ((const char *) bytes->data, bytes->len, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == JKB_FRAMEWORK_ERROR);
  g_assert_cmpstr (error->message, ==, message);
  g_byte_array_unref (bytes);
}

static void
test_sound (void)
{
  g_autoptr(GByteArray) bytes = make_workbook (NULL, NULL, 0);
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbFrameworkFile) file
      = jkb_framework_file_parse ((const char *) bytes->data, bytes->len, &error);
  const JkbFileRole *role;
  const JkbFileFault *fault;

  g_assert_no_error (error);
  g_assert_cmpstr (file->framework, ==, "nice");
  g_assert_cmpstr (file->edition, ==, "9.9.9");
  g_assert_cmpuint (file->roles->len, ==, 1);
  g_assert_cmpuint (file->statements->len, ==, 1);
  g_assert_cmpuint (file->faults->len, ==, 1);
  role = g_ptr_array_index (file->roles, 0);
  g_assert_cmpstr (role->id, ==, "OG-WRL-001");
  g_assert_cmpstr (role->name, ==, "First");
  g_assert_cmpstr (role->category, ==, "GROUP");
  g_assert_cmpstr (role->summary, ==, "Does & does");
  g_assert_cmpuint (role->statements->len, ==, 1);
  g_assert_cmpstr (((JkbStatement *) role->statements->pdata[0])->text, ==, "Do it");
  fault = g_ptr_array_index (file->faults, 0);
  g_assert_cmpint (fault->kind, ==, JKB_FILE_FAULT_DANGLING);
  g_assert_cmpstr (fault->object, ==, "K0009");
}

static void
test_refused (void)
{
  static const struct
  {
    const char *path;
    const char *text;
    const char *message;
  } cases[] = {
    { "../../evil.xml", "x", "an entry that leads out of the archive" },
    { "/etc/evil.xml", "x", "an entry that leads out of the archive" },
    { "xl/a/../../../evil.xml", "x", "an entry that leads out of the archive" },
    { "xl/workbook.xml", NULL, "a part of the workbook is missing" },
    { "xl/worksheets/b.xml", NULL, "a part of the workbook is missing" },
    { "xl/worksheets/a.xml", HEAD "<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet>&b;</worksheet>",
      "XML with a document type" },
    { "xl/worksheets/a.xml", HEAD "<worksheet><row>", "a broken workbook" },
    { "xl/worksheets/a.xml", HEAD "<worksheet><row><c r='A1' t='s'><v>99</v></c></row></worksheet>",
      "a cell with a text that is not there" },
    { "xl/worksheets/a.xml", HEAD "<worksheet><row><c r='A1' t='s'><v>-1</v></c></row></worksheet>",
      "a cell with a text that is not there" },
    { "xl/worksheets/a.xml", HEAD "<worksheet><row><c r='XFD1'><v>1</v></c></row></worksheet>",
      "too many columns" },
    { "xl/worksheets/a.xml", HEAD "<worksheet/>", "no roles in it" },
    { "xl/workbook.xml", HEAD "<workbook/>", "not a workbook of a framework that can be read" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (make_workbook (cases[i].path, cases[i].text,
                                   cases[i].text != NULL ? strlen (cases[i].text) : 0),
                    cases[i].message);
}

/* 80 MB of blanks pack into 80 kB. */
static void
test_bomb (void)
{
  gsize n_bytes = 80 * 1024 * 1024;
  g_autofree char *blanks = g_malloc (n_bytes);
  GByteArray *bytes;

  memset (blanks, ' ', n_bytes);
  bytes = make_workbook ("xl/worksheets/bomb.xml", blanks, n_bytes);
  g_assert_cmpuint (bytes->len, <, 1024 * 1024);
  assert_refused (bytes, "unpacks to more than any workbook has");
}

/* One text of a megabyte, shared by a thousand cells: a small archive, a gigabyte for who copies it. */
static void
test_repeated (void)
{
  gsize n_bytes = 1024 * 1024;
  g_autofree char *blanks = g_strnfill (n_bytes, 'x');
  g_autofree char *strings = g_strdup_printf (HEAD "<sst><si><t>%s</t></si></sst>", blanks);
  g_autoptr(GString) sheet = g_string_new (HEAD "<worksheet>");
  GByteArray *bytes = g_byte_array_new ();
  struct archive *archive = zip_begin (bytes);

  for (int i = 0; i < 1000; i++)
    g_string_append_printf (sheet, "<row>" CELL ("A%d", "T%04d") "<c r='B%d' t='s'><v>0</v></c></row>",
                            i + 1, i, i + 1);
  g_string_append (sheet, "</worksheet>");
  zip_add (archive, "xl/workbook.xml", WORKBOOK, strlen (WORKBOOK));
  zip_add (archive, "xl/_rels/workbook.xml.rels", RELATIONS, strlen (RELATIONS));
  zip_add (archive, "xl/sharedStrings.xml", strings, strlen (strings));
  zip_add (archive, "xl/worksheets/a.xml", ROLES, strlen (ROLES));
  zip_add (archive, "xl/worksheets/b.xml", sheet->str, sheet->len);
  zip_add (archive, "xl/worksheets/c.xml", LINKS, strlen (LINKS));
  zip_end (archive);
  g_assert_cmpuint (bytes->len, <, 100 * 1024);
  assert_refused (bytes, "repeats more text than any workbook has");
}

/* A cell of blanks without end, and wrong kinds of cells. */
static void
test_blanks (void)
{
  gsize n_bytes = 20 * 1024 * 1024;
  g_autofree char *data = g_malloc (n_bytes);
  static const char begin[] = HEAD "<worksheet><row><c r='A1' t='inlineStr'><is><t>";

  memset (data, ' ', n_bytes);
  memcpy (data, begin, strlen (begin));
  assert_refused (make_workbook ("xl/worksheets/a.xml", data, n_bytes), "a broken workbook");
}

static void
test_nesting (void)
{
  GString *deep = g_string_new (HEAD "<worksheet>");

  for (int i = 0; i < 100000; i++)
    g_string_append (deep, "<row>");
  assert_refused (make_workbook ("xl/worksheets/a.xml", deep->str, deep->len), "a broken workbook");
  g_string_free (deep, TRUE);
}

static void
test_many_entries (void)
{
  GByteArray *bytes = g_byte_array_new ();
  struct archive *archive = zip_begin (bytes);

  for (int i = 0; i < 1500; i++)
    {
      g_autofree char *path = g_strdup_printf ("docs/%d.txt", i);

      zip_add (archive, path, "x", 1);
    }
  zip_end (archive);
  assert_refused (bytes, "more entries than any workbook has");
}

static void
test_damaged (void)
{
  g_autoptr(GByteArray) bytes = make_workbook (NULL, NULL, 0);

  for (int round = 0; round < 300; round++)
    {
      g_autofree char *data = g_memdup2 (bytes->data, bytes->len);
      gsize n_bytes = round % 2 == 0 ? (gsize) g_test_rand_int_range (0, (gint32) bytes->len)
                                     : bytes->len;
      g_autoptr(GError) error = NULL;
      g_autoptr(JkbFrameworkFile) file = NULL;

      for (int i = g_test_rand_int_range (0, 6); i > 0; i--)
        data[g_test_rand_int_range (0, (gint32) bytes->len)] = (char) g_test_rand_int_range (0, 256);
      file = jkb_framework_file_parse (data, n_bytes, &error);
      g_assert_true ((file == NULL) == (error != NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/framework-xlsx/sound", test_sound);
  g_test_add_func ("/framework-xlsx/refused", test_refused);
  g_test_add_func ("/framework-xlsx/bomb", test_bomb);
  g_test_add_func ("/framework-xlsx/repeated", test_repeated);
  g_test_add_func ("/framework-xlsx/blanks", test_blanks);
  g_test_add_func ("/framework-xlsx/nesting", test_nesting);
  g_test_add_func ("/framework-xlsx/many-entries", test_many_entries);
  g_test_add_func ("/framework-xlsx/damaged", test_damaged);
  return g_test_run ();
}
