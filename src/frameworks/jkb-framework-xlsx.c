/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The workbook of NICE. Names of sheets begin with the version, so they are known by their ends:
 *
 *     … Work Roles + Categories   A name, B description, C identifier; a row with A alone begins a
 *                                 category: NAME (XX) – description
 *     … TKS Statements            A identifier, B text
 *     OG-WRL-001 and the like     A identifier of a statement that belongs to the role
 */
#include "frameworks/jkb-framework-file-private.h"

#include <string.h>

#include "frameworks/jkb-xlsx.h"

static gboolean
is_role_id (const char *id)
{
  return strlen (id) == 10 && strncmp (id + 2, "-WRL-", 5) == 0 && g_ascii_isdigit (id[7]);
}

static int
find_kind (const char *id)
{
  static const char letters[] = "TKS";
  const char *at = *id != '\0' ? strchr (letters, *id) : NULL;

  return at != NULL && g_ascii_isdigit (id[1]) ? (int) (at - letters) : -1;
}

static const JkbSheet *
find_sheet (const GPtrArray *sheets, const char *end)
{
  for (guint i = 0; i < sheets->len; i++)
    {
      const JkbSheet *sheet = g_ptr_array_index (sheets, i);

      if (g_str_has_suffix (sheet->name, end))
        return sheet;
    }
  return NULL;
}

static void
add_roles (JkbFileBuilder *builder, const JkbSheet *sheet)
{
  g_autofree char *category = NULL;

  for (guint row = 0; row < sheet->rows->len; row++)
    {
      const char *name = jkb_sheet_cell (sheet, row, 0);
      const char *id = jkb_sheet_cell (sheet, row, 2);

      if (is_role_id (id))
        {
          jkb_file_builder_add_role (builder, id, name, jkb_sheet_cell (sheet, row, 1));
          if (category != NULL)
            jkb_file_builder_set_category (builder, id, category, category);
        }
      else if (*name != '\0' && *id == '\0' && *jkb_sheet_cell (sheet, row, 1) == '\0'
               && strchr (name, '(') != NULL)
        {
          g_free (category);
          category = g_strndup (name, strcspn (name, "("));
        }
    }
}

static void
add_statements (JkbFileBuilder *builder, const JkbSheet *sheet)
{
  for (guint row = 0; row < sheet->rows->len; row++)
    {
      const char *id = jkb_sheet_cell (sheet, row, 0);
      int kind = find_kind (id);

      if (kind >= 0)
        jkb_file_builder_add_statement (builder, id, (JkbStatementKind) kind,
                                        jkb_sheet_cell (sheet, row, 1));
    }
}

static void
add_links (JkbFileBuilder *builder, const JkbSheet *sheet)
{
  for (guint row = 0; row < sheet->rows->len; row++)
    {
      g_autofree char *id = g_strstrip (g_strdup (jkb_sheet_cell (sheet, row, 0)));

      if (find_kind (id) >= 0)
        jkb_file_builder_link (builder, sheet->name, id);
    }
}

JkbFrameworkFile *
jkb_framework_xlsx_parse (const char *data, gsize n_bytes, GError **error)
{
  g_autoptr(GPtrArray) sheets = jkb_xlsx_read (data, n_bytes, error);
  const JkbSheet *roles, *statements;
  g_autofree char *edition = NULL;
  JkbFileBuilder builder;

  if (sheets == NULL)
    return NULL;
  roles = find_sheet (sheets, "Work Roles + Categories");
  statements = find_sheet (sheets, "TKS Statements");
  if (roles == NULL || statements == NULL)
    {
      g_set_error_literal (error, JKB_FRAMEWORK_ERROR, JKB_FRAMEWORK_ERROR_UNKNOWN,
                           "not a workbook of a framework that can be read");
      return NULL;
    }
  if (*roles->name == 'v')
    edition = g_strndup (roles->name + 1, strcspn (roles->name + 1, " "));
  jkb_file_builder_init (&builder, "nice", edition != NULL ? edition : "");
  add_roles (&builder, roles);
  add_statements (&builder, statements);
  for (guint i = 0; i < sheets->len; i++)
    {
      const JkbSheet *sheet = g_ptr_array_index (sheets, i);

      if (is_role_id (sheet->name))
        add_links (&builder, sheet);
    }
  return jkb_file_builder_end (&builder, error);
}
