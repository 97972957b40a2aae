/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables of any kind as sheets. Text: fields end at the separator, rows at a line end; a field that
 * begins with a double quote ends at the next one that is not doubled, whatever is between (RFC 4180).
 * The separator is the tab when the first line has one, else the comma.
 */
#include "frameworks/jkb-sheets.h"

#include <string.h>

#define CELLS_MAX 1000000

static gboolean
fail (GError **error, JkbFrameworkError code, const char *message)
{
  g_set_error_literal (error, JKB_FRAMEWORK_ERROR, (int) code, message);
  return FALSE;
}

/* The field at @at, without its quotes; @at is then at what ended it. */
static char *
read_field (const char **at, char separator)
{
  g_autoptr(GString) field = g_string_new (NULL);

  if (**at == '"')
    for ((*at)++; **at != '\0'; (*at)++)
      {
        if (**at == '"' && (*at)[1] != '"')
          {
            (*at)++;
            break;
          }
        if (**at == '"')
          (*at)++;
        g_string_append_c (field, **at);
      }
  while (**at != '\0' && **at != separator && **at != '\n' && **at != '\r')
    g_string_append_c (field, *(*at)++);
  return field->len > 0 ? g_ref_string_new (field->str) : NULL;
}

static gboolean
read_rows (JkbSheet *sheet, const char *text, char separator, GError **error)
{
  guint n_cells = 0;
  guint n_columns = 0;

  for (const char *at = text; *at != '\0';)
    {
      if (n_columns == 0)
        jkb_sheet_begin_row (sheet);
      jkb_sheet_add_cell (sheet, read_field (&at, separator));
      n_columns++;
      if (++n_cells > CELLS_MAX)
        return fail (error, JKB_FRAMEWORK_ERROR_TOO_LARGE, "too many cells");
      if (n_columns > JKB_XLSX_MAX_COLUMNS)
        return fail (error, JKB_FRAMEWORK_ERROR_TOO_LARGE, "too many columns");
      if (*at == '\r' && at[1] == '\n')
        at++;
      if (*at != separator)
        n_columns = 0;
      if (*at != '\0')
        at++;
    }
  return TRUE;
}

static char *
decode (const char *data, gsize n_bytes)
{
  if (memchr (data, '\0', n_bytes) != NULL)
    return NULL;
  if (n_bytes >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    return g_utf8_validate (data + 3, (gssize) n_bytes - 3, NULL) ? g_strndup (data + 3, n_bytes - 3)
                                                                  : NULL;
  if (g_utf8_validate (data, (gssize) n_bytes, NULL))
    return g_strndup (data, n_bytes);
  return g_convert (data, (gssize) n_bytes, "UTF-8", "CP932", NULL, NULL, NULL);
}

static GPtrArray *
parse_text (const char *data, gsize n_bytes, GError **error)
{
  g_autoptr(GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_sheet_free);
  g_autofree char *text = decode (data, n_bytes);
  JkbSheet *sheet = jkb_sheet_new ("");
  gsize n_first = text != NULL ? strcspn (text, "\r\n") : 0;
  char separator = n_first > 0 && memchr (text, '\t', n_first) != NULL ? '\t' : ',';

  g_ptr_array_add (sheets, sheet);
  if (text == NULL || n_first == 0 || memchr (text, separator, n_first) == NULL)
    {
      fail (error, JKB_FRAMEWORK_ERROR_UNKNOWN, "not a table");
      return NULL;
    }
  return read_rows (sheet, text, separator, error) ? g_steal_pointer (&sheets) : NULL;
}

GPtrArray *
jkb_sheets_parse (const char *data, gsize n_bytes, GError **error)
{
  if (n_bytes > JKB_FRAMEWORK_FILE_MAX_BYTES)
    {
      fail (error, JKB_FRAMEWORK_ERROR_TOO_LARGE, "more bytes than are read");
      return NULL;
    }
  if (n_bytes >= 4 && memcmp (data, "PK\3\4", 4) == 0)
    return jkb_xlsx_read (data, n_bytes, error);
  return parse_text (data, n_bytes, error);
}
