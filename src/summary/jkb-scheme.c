/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/jkb-scheme.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/jkb-data-table.h"
#include "core/jkb-error.h"
#include "core/jkb-paths.h"
#include "core/jkb-words.h"
#include "labels/jkb-labels.h"

const char *const JKB_SCHEME_NAMES[] = { "jnsa", "tsr", "ppc", "jipdec", "veris", NULL };

static JkbDataTable *
read_table (const char *name, const char *const *columns, GError **error)
{
  g_autofree char *path = jkb_paths_data_file (name);

  return jkb_data_table_read (path, columns, error);
}

static void
clear_category (gpointer data)
{
  JkbSchemeCategory *category = data;

  g_free (category->key);
  g_free (category->label);
}

static gboolean
read_types (const JkbDataTable *table, guint row, guint column, guint32 *types, GError **error)
{
  g_auto(GStrv) nicks = g_strsplit (jkb_data_table_get (table, row, column), ",", -1);

  *types = 0;
  for (guint i = 0; nicks[i] != NULL; i++)
    {
      int type = jkb_word_value (JKB_WORDS_TYPE, nicks[i]);

      if (g_str_equal (nicks[i], "-"))
        continue;
      if (type < 0)
        return jkb_data_table_fail (table, row, error, "no type “%s”", nicks[i]);
      *types |= 1u << type;
    }
  return TRUE;
}

static gboolean
add_category (JkbScheme *self, const JkbDataTable *table, guint row, GError **error)
{
  JkbSchemeCategory category = { 0 };

  if (!read_types (table, row, 4, &category.sure, error)
      || !read_types (table, row, 5, &category.maybe, error))
    return FALSE;
  category.key = g_strdup (jkb_data_table_get (table, row, 1));
  category.label = g_strdup (jkb_label_pick (jkb_data_table_get (table, row, 3),
                                             jkb_data_table_get (table, row, 2)));
  g_array_append_val (self->categories, category);
  return TRUE;
}

JkbScheme *
jkb_scheme_load (const char *name, GError **error)
{
  static const char *const columns[] = { "scheme", "key", "ja", "en", "sure", "maybe", NULL };
  g_autoptr(JkbDataTable) table = read_table ("taxonomy/categories.tsv", columns, error);
  g_autoptr(JkbScheme) self = NULL;

  if (table == NULL)
    return NULL;
  self = g_new0 (JkbScheme, 1);
  self->name = g_strdup (name);
  self->categories = g_array_new (FALSE, FALSE, sizeof (JkbSchemeCategory));
  g_array_set_clear_func (self->categories, clear_category);
  for (guint row = 0; row < jkb_data_table_n_rows (table); row++)
    if (strcmp (jkb_data_table_get (table, row, 0), name) == 0
        && !add_category (self, table, row, error))
      return NULL;
  if (self->categories->len > 0)
    return g_steal_pointer (&self);
  g_set_error (error, JKB_CORE_ERROR, JKB_CORE_ERROR_DATA_FILE, "no classification “%s”", name);
  return NULL;
}

void
jkb_scheme_free (JkbScheme *scheme)
{
  if (scheme == NULL)
    return;
  g_free (scheme->name);
  g_array_unref (scheme->categories);
  g_free (scheme);
}

const char *
jkb_scheme_label (const char *name)
{
  if (strcmp (name, "jnsa") == 0)
    return "JNSA";
  if (strcmp (name, "tsr") == 0)
    return _("Tokyo Shoko Research");
  if (strcmp (name, "ppc") == 0)
    return _("Personal Information Protection Commission");
  return strcmp (name, "jipdec") == 0 ? "JIPDEC" : "VERIS";
}

const char *
jkb_scheme_warning (const char *name)
{
  if (strcmp (name, "jnsa") == 0)
    return _("JNSA counted leaks of personal data that news and notices told of in that year; the "
             "casebook holds only what was collected.");
  if (strcmp (name, "tsr") == 0)
    return _("Tokyo Shoko Research counts only what listed companies and their subsidiaries "
             "announced; the casebook knows others, too.");
  if (strcmp (name, "ppc") == 0)
    return _("The commission counts reports that the law demands, most of them small and never "
             "announced; the casebook holds announced cases.");
  if (strcmp (name, "jipdec") == 0)
    return _("JIPDEC counts reports of companies with its privacy mark, most of them never "
             "announced; the casebook holds announced cases.");
  return _("VERIS names actions; there are no figures to compare with.");
}

/* ---- published figures ---- */

static guint
find_category (const JkbScheme *scheme, const char *key)
{
  for (guint i = 0; i < scheme->categories->len; i++)
    if (strcmp (g_array_index (scheme->categories, JkbSchemeCategory, i).key, key) == 0)
      return i;
  return scheme->categories->len;
}

static const char *const published_columns[]
    = { "scheme", "period", "total", "key", "count", "source", "begins", NULL };

static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) b, *(char *const *) a);
}

char **
jkb_published_list (const JkbScheme *scheme)
{
  g_autoptr(JkbDataTable) table = read_table ("taxonomy/published.tsv", published_columns, NULL);
  GPtrArray *periods = g_ptr_array_new ();

  for (guint row = 0; table != NULL && row < jkb_data_table_n_rows (table); row++)
    {
      const char *period = jkb_data_table_get (table, row, 1);

      if (strcmp (jkb_data_table_get (table, row, 0), scheme->name) == 0
          && !g_ptr_array_find_with_equal_func (periods, period, g_str_equal, NULL))
        g_ptr_array_add (periods, g_strdup (period));
    }
  g_ptr_array_sort (periods, compare_latest_first);
  g_ptr_array_add (periods, NULL);
  return (char **) g_ptr_array_free (periods, FALSE);
}

char *
jkb_published_name (const JkbScheme *scheme, const char *period)
{
  g_autoptr(JkbDataTable) table = read_table ("taxonomy/published.tsv", published_columns, NULL);

  for (guint row = 0; table != NULL && row < jkb_data_table_n_rows (table); row++)
    if (strcmp (jkb_data_table_get (table, row, 0), scheme->name) == 0
        && strcmp (jkb_data_table_get (table, row, 1), period) == 0
        && strcmp (jkb_data_table_get (table, row, 6), "1") != 0)
      /* Translators: a year that does not begin in January */
      return g_strdup_printf (_("financial year %s"), period);
  /* Translators: a year that begins in January, as 2025 */
  return g_strdup_printf (C_("calendar year", "%s"), period);
}

JkbPublished *
jkb_published_load (const JkbScheme *scheme, const char *period, char **found, GError **error)
{
  g_autoptr(JkbDataTable) table = read_table ("taxonomy/published.tsv", published_columns, error);
  g_auto(GStrv) periods = NULL;
  const char *year;
  JkbPublished *self;

  if (table == NULL)
    return NULL;
  periods = jkb_published_list (scheme);
  year = period == NULL ? periods[0] : g_strv_contains ((const char *const *) periods, period) ? period : NULL;
  if (year == NULL)
    {
      g_set_error (error, JKB_CORE_ERROR, JKB_CORE_ERROR_DATA_FILE, "no published figures of “%s”",
                   scheme->name);
      return NULL;
    }
  *found = g_strdup (year);
  self = g_new0 (JkbPublished, 1);
  self->counts = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < scheme->categories->len; i++)
    g_array_append_vals (self->counts, &(gint64){ -1 }, 1);
  for (guint row = 0; row < jkb_data_table_n_rows (table); row++)
    {
      guint category = find_category (scheme, jkb_data_table_get (table, row, 3));

      if (strcmp (jkb_data_table_get (table, row, 0), scheme->name) != 0
          || strcmp (jkb_data_table_get (table, row, 1), year) != 0)
        continue;
      self->total = g_ascii_strtoll (jkb_data_table_get (table, row, 2), NULL, 10);
      if (category < self->counts->len)
        g_array_index (self->counts, gint64, category)
            = g_ascii_strtoll (jkb_data_table_get (table, row, 4), NULL, 10);
      g_free (self->source);
      self->source = g_strdup (jkb_data_table_get (table, row, 5));
    }
  return self;
}

void
jkb_published_free (JkbPublished *published)
{
  if (published == NULL)
    return;
  g_array_unref (published->counts);
  g_free (published->source);
  g_free (published);
}
