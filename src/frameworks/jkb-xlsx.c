/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The part of Office Open XML (ECMA-376) that holds the texts of a workbook:
 *
 *     xl/workbook.xml             sheet: name, r:id
 *     xl/_rels/workbook.xml.rels  Relationship: Id, Target (from xl/, or absolute within the archive)
 *     xl/sharedStrings.xml        si: t…, in order; t inside rPh is the reading of a kanji, no text
 *     a sheet                     row > c: r (A1), t; v is a number, a text (t=str), or the index of
 *                                 a shared string (t=s); is > t is a text (t=inlineStr)
 *
 * One pass with a pull reader; elements are known by their local names. Cells share their strings, so
 * that a long one that is used often costs nothing.
 */
#include "frameworks/jkb-xlsx.h"

#include <libxml/parser.h>
#include <libxml/xmlreader.h>
#include <string.h>

#include "frameworks/jkb-xlsx-archive.h"

#define XML_FLAGS (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING)
#define CELLS_MAX 1000000
#define SHEETS_MAX 256
/* Of the texts of all cells, shared ones counted at each cell: what reads them copies each. */
#define TEXT_MAX (128 * 1024 * 1024)

typedef struct
{
  GPtrArray *strings;                   /* GRefString; shared ones */
  GPtrArray *rows;                      /* of the sheet being read */
  GString *text;                        /* of the cell or string being read */
  char type[16];
  guint column;
  gboolean in_text;
  gboolean in_reading;
  guint n_cells;
  gsize n_text;
  GError **error;
} Reading;

/* Called at the beginning and end of each element; FALSE stops. */
typedef gboolean (*ElementFunc) (Reading *reading, xmlTextReader *reader, const char *name,
                                 gboolean is_end);

static gboolean
fail (GError **error, JkbFrameworkError code, const char *message)
{
  g_set_error_literal (error, JKB_FRAMEWORK_ERROR, (int) code, message);
  return FALSE;
}

static gboolean
handle_node (Reading *reading, xmlTextReader *reader, ElementFunc func)
{
  const char *name = (const char *) xmlTextReaderConstLocalName (reader);
  const char *value;

  switch (xmlTextReaderNodeType (reader))
    {
    case XML_READER_TYPE_DOCUMENT_TYPE:
      return fail (reading->error, JKB_FRAMEWORK_ERROR_MALFORMED, "XML with a document type");
    case XML_READER_TYPE_ELEMENT:
      return func (reading, reader, name, FALSE)
             && (!xmlTextReaderIsEmptyElement (reader) || func (reading, reader, name, TRUE));
    case XML_READER_TYPE_END_ELEMENT:
      return func (reading, reader, name, TRUE);
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      value = (const char *) xmlTextReaderConstValue (reader);
      if (reading->in_text && value != NULL)
        g_string_append (reading->text, value);
      return TRUE;
    default:
      return TRUE;
    }
}

static gboolean
read_xml (Reading *reading, GHashTable *contents, const char *path, ElementFunc func)
{
  GBytes *bytes = g_hash_table_lookup (contents, path);
  xmlTextReader *reader;
  gboolean is_good = TRUE;
  int status = 1;

  if (bytes == NULL)
    return fail (reading->error, JKB_FRAMEWORK_ERROR_MALFORMED,
                 "a part of the workbook is missing");
  reader = xmlReaderForMemory (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes), NULL,
                               NULL, XML_FLAGS);
  if (reader == NULL)
    return fail (reading->error, JKB_FRAMEWORK_ERROR_MALFORMED, "a broken workbook");
  reading->in_text = reading->in_reading = FALSE;
  while (is_good && (status = xmlTextReaderRead (reader)) == 1)
    is_good = handle_node (reading, reader, func);
  xmlFreeTextReader (reader);
  if (is_good && status < 0)
    return fail (reading->error, JKB_FRAMEWORK_ERROR_MALFORMED, "a broken workbook");
  return is_good;
}

static char *
get_attribute (xmlTextReader *reader, const char *name)
{
  xmlChar *value = xmlTextReaderGetAttribute (reader, (const xmlChar *) name);
  char *copy = g_strdup (value != NULL ? (const char *) value : "");

  xmlFree (value);
  return copy;
}

static gboolean
on_string_element (Reading *reading, xmlTextReader *reader, const char *name, gboolean is_end)
{
  if (strcmp (name, "rPh") == 0)
    reading->in_reading = !is_end;
  else if (strcmp (name, "t") == 0)
    reading->in_text = !is_end && !reading->in_reading;
  else if (strcmp (name, "si") == 0 && !is_end)
    g_string_truncate (reading->text, 0);
  else if (strcmp (name, "si") == 0)
    {
      if (++reading->n_cells > CELLS_MAX)
        return fail (reading->error, JKB_FRAMEWORK_ERROR_TOO_LARGE, "too many texts");
      g_ptr_array_add (reading->strings, g_ref_string_new (reading->text->str));
    }
  return TRUE;
}

/* “AB12” is column 27. */
static guint
parse_column (const char *place)
{
  guint column = 0;

  for (; g_ascii_isupper (*place) && column <= JKB_XLSX_MAX_COLUMNS; place++)
    column = column * 26 + (guint) (*place - 'A') + 1;
  return column;
}

static gboolean
begin_cell (Reading *reading, xmlTextReader *reader)
{
  g_autofree char *place = get_attribute (reader, "r");
  g_autofree char *type = get_attribute (reader, "t");
  guint column = parse_column (place);

  g_string_truncate (reading->text, 0);
  g_strlcpy (reading->type, type, sizeof reading->type);
  reading->column = column > 0 ? column - 1 : reading->column + 1;
  if (reading->column >= JKB_XLSX_MAX_COLUMNS)
    return fail (reading->error, JKB_FRAMEWORK_ERROR_TOO_LARGE, "too many columns");
  return TRUE;
}

static gboolean
end_cell (Reading *reading)
{
  GPtrArray *row = reading->rows->len > 0
                       ? g_ptr_array_index (reading->rows, reading->rows->len - 1)
                       : NULL;
  guint64 index;
  char *text = NULL;

  if (row == NULL || reading->text->len == 0)
    return TRUE;
  if (strcmp (reading->type, "s") != 0)
    text = g_ref_string_new (reading->text->str);
  else if (g_ascii_string_to_unsigned (reading->text->str, 10, 0, G_MAXUINT, &index, NULL)
           && index < reading->strings->len)
    text = g_ref_string_acquire (g_ptr_array_index (reading->strings, index));
  else
    return fail (reading->error, JKB_FRAMEWORK_ERROR_MALFORMED,
                 "a cell with a text that is not there");
  if (++reading->n_cells > CELLS_MAX)
    {
      g_ref_string_release (text);
      return fail (reading->error, JKB_FRAMEWORK_ERROR_TOO_LARGE, "too many cells");
    }
  reading->n_text += strlen (text);
  if (reading->n_text > TEXT_MAX)
    {
      g_ref_string_release (text);
      return fail (reading->error, JKB_FRAMEWORK_ERROR_TOO_LARGE,
                   "repeats more text than any workbook has");
    }
  if (row->len <= reading->column)
    {
      reading->n_cells += reading->column - row->len;
      g_ptr_array_set_size (row, (int) reading->column + 1);
    }
  g_clear_pointer (&row->pdata[reading->column], g_ref_string_release);
  row->pdata[reading->column] = text;
  return TRUE;
}

static void
release_text (gpointer text)
{
  if (text != NULL)
    g_ref_string_release (text);
}

static gboolean
on_sheet_element (Reading *reading, xmlTextReader *reader, const char *name, gboolean is_end)
{
  if (strcmp (name, "row") == 0 && !is_end)
    {
      reading->column = G_MAXUINT;
      if (reading->rows->len >= CELLS_MAX)
        return fail (reading->error, JKB_FRAMEWORK_ERROR_TOO_LARGE, "too many rows");
      g_ptr_array_add (reading->rows, g_ptr_array_new_with_free_func (release_text));
    }
  else if (strcmp (name, "c") == 0)
    return is_end ? end_cell (reading) : begin_cell (reading, reader);
  else if (strcmp (name, "rPh") == 0)
    reading->in_reading = !is_end;
  else if (strcmp (name, "v") == 0 || strcmp (name, "t") == 0)
    reading->in_text = !is_end && !reading->in_reading;
  return TRUE;
}

/* ---- the workbook ---- */

typedef struct
{
  Reading reading;                      /* first: the callbacks get this */
  GPtrArray *names;
  GPtrArray *ids;
  GHashTable *targets;
} Workbook;

static gboolean
on_workbook_element (Reading *reading, xmlTextReader *reader, const char *name, gboolean is_end)
{
  Workbook *workbook = (Workbook *) reading;

  if (is_end || strcmp (name, "sheet") != 0)
    return TRUE;
  if (workbook->names->len >= SHEETS_MAX)
    return fail (reading->error, JKB_FRAMEWORK_ERROR_TOO_LARGE, "too many sheets");
  g_ptr_array_add (workbook->names, get_attribute (reader, "name"));
  g_ptr_array_add (workbook->ids, get_attribute (reader, "r:id"));
  return TRUE;
}

static gboolean
on_relation_element (Reading *reading, xmlTextReader *reader, const char *name, gboolean is_end)
{
  Workbook *workbook = (Workbook *) reading;
  g_autofree char *target = NULL;

  if (is_end || strcmp (name, "Relationship") != 0)
    return TRUE;
  target = get_attribute (reader, "Target");
  g_hash_table_insert (workbook->targets, get_attribute (reader, "Id"),
                       *target == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL));
  return TRUE;
}

JkbSheet *
jkb_sheet_new (const char *name)
{
  JkbSheet *sheet = g_new0 (JkbSheet, 1);

  sheet->name = g_strdup (name);
  sheet->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return sheet;
}

void
jkb_sheet_free (JkbSheet *sheet)
{
  g_free (sheet->name);
  g_ptr_array_unref (sheet->rows);
  g_free (sheet);
}

static gboolean
read_sheets (Workbook *workbook, GHashTable *contents, GPtrArray *sheets)
{
  Reading *reading = &workbook->reading;

  if (g_hash_table_contains (contents, "xl/sharedStrings.xml")
      && !read_xml (reading, contents, "xl/sharedStrings.xml", on_string_element))
    return FALSE;
  reading->n_cells = 0;
  for (guint i = 0; i < workbook->names->len; i++)
    {
      const char *path
          = g_hash_table_lookup (workbook->targets, g_ptr_array_index (workbook->ids, i));
      JkbSheet *sheet = jkb_sheet_new (g_ptr_array_index (workbook->names, i));

      g_ptr_array_add (sheets, sheet);
      reading->rows = sheet->rows;
      if (!read_xml (reading, contents, path != NULL ? path : "", on_sheet_element))
        return FALSE;
    }
  return TRUE;
}

/* libxml2 wants this once, before threads use it. */
static void
init_parser (void)
{
  static gsize is_initialised = 0;

  if (!g_once_init_enter (&is_initialised))
    return;
  xmlInitParser ();
  g_once_init_leave (&is_initialised, 1);
}

GPtrArray *
jkb_xlsx_read (const char *data, gsize n_bytes, GError **error)
{
  g_autoptr(GHashTable) contents = jkb_xlsx_unpack (data, n_bytes, error);
  g_autoptr(GPtrArray) sheets
      = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_sheet_free);
  Workbook workbook = { .reading = { .error = error } };
  gboolean is_read;

  if (contents == NULL)
    return NULL;
  init_parser ();
  workbook.names = g_ptr_array_new_with_free_func (g_free);
  workbook.ids = g_ptr_array_new_with_free_func (g_free);
  workbook.targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  workbook.reading.strings = g_ptr_array_new_with_free_func (release_text);
  workbook.reading.text = g_string_new (NULL);
  is_read = read_xml (&workbook.reading, contents, "xl/workbook.xml", on_workbook_element)
            && read_xml (&workbook.reading, contents, "xl/_rels/workbook.xml.rels",
                         on_relation_element)
            && read_sheets (&workbook, contents, sheets);
  g_string_free (workbook.reading.text, TRUE);
  g_ptr_array_unref (workbook.reading.strings);
  g_hash_table_unref (workbook.targets);
  g_ptr_array_unref (workbook.ids);
  g_ptr_array_unref (workbook.names);
  return is_read ? g_steal_pointer (&sheets) : NULL;
}

void
jkb_sheet_begin_row (JkbSheet *sheet)
{
  g_ptr_array_add (sheet->rows, g_ptr_array_new_with_free_func (release_text));
}

void
jkb_sheet_add_cell (JkbSheet *sheet, char *text)
{
  g_ptr_array_add (g_ptr_array_index (sheet->rows, sheet->rows->len - 1), text);
}

const char *
jkb_sheet_cell (const JkbSheet *sheet, guint row, guint column)
{
  const GPtrArray *cells = g_ptr_array_index (sheet->rows, row);

  if (column >= cells->len || g_ptr_array_index (cells, column) == NULL)
    return "";
  return g_ptr_array_index (cells, column);
}
