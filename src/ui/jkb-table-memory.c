/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-table-memory.h"

#include "ui/jkb-case-column.h"
#include "ui/jkb-settings.h"

#define WIDTH_MIN 40
#define WIDTH_MAX 2000

static const char *const usual[] = { "date", "organisation", "type", "people", "status", "sector", NULL };

static int
load_width (JkbColumn column)
{
  GSettings *settings = jkb_settings_get ();
  g_autoptr(GVariant) widths = settings != NULL ? g_settings_get_value (settings, "column-widths") : NULL;
  int width;

  if (widths == NULL || !g_variant_lookup (widths, jkb_column_nick (column), "i", &width))
    return 0;
  return CLAMP (width, WIDTH_MIN, WIDTH_MAX);
}

static gboolean
is_in_table (int column)
{
  guint n_columns;
  const JkbCaseColumn *columns = jkb_case_columns (&n_columns);

  for (guint i = 0; i < n_columns; i++)
    if ((int) columns[i].column == column)
      return TRUE;
  return FALSE;
}

static int
find_column (const GArray *kept, JkbColumn column)
{
  for (guint i = 0; i < kept->len; i++)
    if (g_array_index (kept, JkbKeptColumn, i).column == column)
      return (int) i;
  return -1;
}

static GArray *
load_shown (void)
{
  GSettings *settings = jkb_settings_get ();
  g_auto(GStrv) remembered = settings != NULL ? g_settings_get_strv (settings, "columns") : NULL;
  const char *const *nicks = remembered != NULL && remembered[0] != NULL ? (const char *const *) remembered : usual;
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (JkbKeptColumn));

  for (gsize i = 0; nicks[i] != NULL; i++)
    {
      int column = jkb_column_from_nick (nicks[i]);

      if (is_in_table (column) && find_column (kept, (JkbColumn) column) < 0)
        g_array_append_vals (kept, &(JkbKeptColumn){ (JkbColumn) column, TRUE, load_width ((JkbColumn) column) }, 1);
    }
  return kept;
}

GArray *
jkb_table_memory_load (void)
{
  guint n_columns;
  const JkbCaseColumn *columns = jkb_case_columns (&n_columns);
  GArray *kept = load_shown ();

  for (guint i = 0; i < n_columns; i++)
    {
      JkbKeptColumn hidden = { columns[i].column, FALSE, load_width (columns[i].column) };

      if (find_column (kept, hidden.column) < 0)
        g_array_insert_val (kept, i > 0 ? (guint) find_column (kept, columns[i - 1].column) + 1 : 0, hidden);
    }
  return kept;
}

gboolean
jkb_table_memory_is_usual (const GArray *columns)
{
  gsize n_usual = 0;

  g_return_val_if_fail (columns != NULL, FALSE);

  for (guint i = 0; i < columns->len; i++)
    {
      const JkbKeptColumn *kept = &g_array_index (columns, JkbKeptColumn, i);

      if (kept->is_shown && g_strcmp0 (usual[n_usual], jkb_column_nick (kept->column)) != 0)
        return FALSE;
      n_usual += kept->is_shown;
    }
  return usual[n_usual] == NULL;
}

JkbOrder
jkb_table_memory_load_order (void)
{
  GSettings *settings = jkb_settings_get ();
  JkbOrder order = { JKB_COLUMN_DATE, TRUE };
  g_autofree char *nick = NULL;
  gboolean descending;
  int column;

  if (settings == NULL)
    return order;
  g_settings_get (settings, "sort", "(sb)", &nick, &descending);
  column = jkb_column_from_nick (nick);
  return column >= 0 ? (JkbOrder){ (JkbColumn) column, descending } : order;
}

void
jkb_table_memory_save (const GArray *columns, JkbOrder order)
{
  GSettings *settings = jkb_settings_get ();
  g_autoptr(GPtrArray) shown = g_ptr_array_new ();
  GVariantBuilder widths;

  if (settings == NULL)
    return;
  g_variant_builder_init (&widths, G_VARIANT_TYPE ("a{si}"));
  for (guint i = 0; i < columns->len; i++)
    {
      const JkbKeptColumn *kept = &g_array_index (columns, JkbKeptColumn, i);
      const char *nick = jkb_column_nick (kept->column);

      if (kept->is_shown)
        g_ptr_array_add (shown, (gpointer) nick);
      if (kept->width > 0)
        g_variant_builder_add (&widths, "{si}", nick, kept->width);
    }
  g_ptr_array_add (shown, NULL);
  g_settings_set_strv (settings, "columns", (const char *const *) shown->pdata);
  g_settings_set_value (settings, "column-widths", g_variant_builder_end (&widths));
  g_settings_set (settings, "sort", "(sb)", jkb_column_nick (order.column), order.descending);
}
