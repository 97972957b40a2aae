/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-filter-text.h"

#include <string.h>

#define NOTHING_SAID "-"                /* the value beside those of the vocabulary */
#define DESCENDING "-descending"
#define YEAR_MAX 9999

static const struct
{
  const char *name;
  gsize offset;
  JkbVocabulary vocabulary;             /* JKB_N_VOCABULARIES: values are numbers */
  int n_values;
} masks[] = {
  { "types", G_STRUCT_OFFSET (JkbFilter, types), JKB_WORDS_TYPE, JKB_N_TYPES },
  { "circumstances", G_STRUCT_OFFSET (JkbFilter, circumstances), JKB_WORDS_CIRCUMSTANCE, JKB_N_CIRCUMSTANCES },
  { "sectors", G_STRUCT_OFFSET (JkbFilter, sectors), JKB_WORDS_SECTOR, JKB_N_SECTORS },
  { "statuses", G_STRUCT_OFFSET (JkbFilter, statuses), JKB_WORDS_STATUS, JKB_N_STATUSES },
  { "data-items", G_STRUCT_OFFSET (JkbFilter, data_items), JKB_WORDS_DATA_ITEM, JKB_N_DATA_ITEMS },
  { "reviews", G_STRUCT_OFFSET (JkbFilter, reviews), JKB_N_VOCABULARIES, JKB_N_REVIEWS },
  { "people-bins", G_STRUCT_OFFSET (JkbFilter, people_bins), JKB_N_VOCABULARIES, JKB_N_PEOPLE_BINS },
};

/* ---- writing ---- */

static void
write_mask (GString *text, gsize index, guint32 mask)
{
  for (int value = 0; mask >> value != 0; value++)
    {
      if (!(mask >> value & 1))
        continue;
      if (value == masks[index].n_values)
        g_string_append (text, NOTHING_SAID ";");
      else if (masks[index].vocabulary == JKB_N_VOCABULARIES)
        g_string_append_printf (text, "%d;", value);
      else
        g_string_append_printf (text, "%s;", jkb_word_nick (masks[index].vocabulary, value));
    }
}

static void
write_date (GString *text, const char *name, JkbDate date)
{
  char buffer[JKB_DATE_TEXT_MAX];

  if (jkb_date_is_set (date))
    g_string_append_printf (text, "%s=%s\n", name, jkb_date_print (date, buffer));
}

static void
write_lists (GString *text, const JkbFilter *filter)
{
  if (filter->source_kinds->len > 0)
    {
      g_string_append (text, "source-kinds=");
      for (guint i = 0; i < filter->source_kinds->len; i++)
        g_string_append_printf (text, "%s;", (const char *) filter->source_kinds->pdata[i]);
      g_string_append_c (text, '\n');
    }
  if (filter->years->len == 0)
    return;
  g_string_append (text, "years=");
  for (guint i = 0; i < filter->years->len; i++)
    g_string_append_printf (text, "%d;", g_array_index (filter->years, int, i));
  g_string_append_c (text, '\n');
}

char *
jkb_filter_to_text (const JkbFilter *filter)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (masks); i++)
    {
      guint32 mask = G_STRUCT_MEMBER (guint32, filter, masks[i].offset);

      if (mask == 0)
        continue;
      g_string_append_printf (text, "%s=", masks[i].name);
      write_mask (text, i, mask);
      g_string_append_c (text, '\n');
    }
  write_lists (text, filter);
  write_date (text, "from", filter->from);
  write_date (text, "to", filter->to);
  if (filter->without_month)
    g_string_append (text, "without-month=1\n");
  if (filter->people_min >= 0)
    g_string_append_printf (text, "people-min=%" G_GINT64_FORMAT "\n", filter->people_min);
  if (filter->people_max >= 0)
    g_string_append_printf (text, "people-max=%" G_GINT64_FORMAT "\n", filter->people_max);
  if (filter->words != NULL)
    g_string_append_printf (text, "words=%s", filter->words);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- reading ---- */

static gint64
read_number (const char *text)
{
  char *end;
  gint64 number = g_ascii_strtoll (text, &end, 10);

  return end != text && *end == '\0' && number >= 0 ? number : -1;
}

static void
read_mask (JkbFilter *filter, gsize index, char **values)
{
  guint32 *mask = G_STRUCT_MEMBER_P (filter, masks[index].offset);
  gboolean has_nothing_said = masks[index].vocabulary == JKB_WORDS_CIRCUMSTANCE
                              || masks[index].vocabulary == JKB_WORDS_DATA_ITEM;

  for (; *values != NULL; values++)
    {
      gint64 value = masks[index].vocabulary == JKB_N_VOCABULARIES ? read_number (*values)
                                                                   : jkb_word_value (masks[index].vocabulary, *values);

      if (has_nothing_said && strcmp (*values, NOTHING_SAID) == 0)
        value = masks[index].n_values;
      if (value >= 0 && value < masks[index].n_values + has_nothing_said)
        *mask |= 1u << value;
    }
}

/* Each value ends with a semicolon: what stands behind the last one is none. */
static void
read_lists (JkbFilter *filter, const char *name, char **values)
{
  for (; values[0] != NULL && values[1] != NULL; values++)
    if (strcmp (name, "source-kinds") == 0)
      jkb_filter_set_source_kind (filter, values[0], TRUE);
    else if (strcmp (name, "years") == 0 && read_number (values[0]) >= 0 && read_number (values[0]) <= YEAR_MAX)
      jkb_filter_set_year (filter, (int) read_number (values[0]), TRUE);
}

static void
read_part (JkbFilter *filter, const char *name, const char *value)
{
  g_auto(GStrv) values = g_strsplit (value, ";", -1);

  for (gsize i = 0; i < G_N_ELEMENTS (masks); i++)
    if (strcmp (name, masks[i].name) == 0)
      read_mask (filter, i, values);
  read_lists (filter, name, values);
  if (strcmp (name, "from") == 0)
    jkb_date_parse (value, &filter->from, NULL);
  else if (strcmp (name, "to") == 0)
    jkb_date_parse (value, &filter->to, NULL);
  else if (strcmp (name, "without-month") == 0)
    filter->without_month = TRUE;
  else if (strcmp (name, "people-min") == 0)
    filter->people_min = read_number (value);
  else if (strcmp (name, "people-max") == 0)
    filter->people_max = read_number (value);
}

JkbFilter *
jkb_filter_from_text (const char *text)
{
  JkbFilter *filter = jkb_filter_new ();
  const char *line = text != NULL ? text : "";

  while (*line != '\0' && !g_str_has_prefix (line, "words="))
    {
      gsize n_bytes = strcspn (line, "\n");
      g_autofree char *name = g_strndup (line, n_bytes);
      char *value = strchr (name, '=');

      if (value != NULL)
        {
          *value = '\0';
          read_part (filter, name, value + 1);
        }
      line += n_bytes + (line[n_bytes] == '\n');
    }
  if (*line != '\0')
    jkb_filter_set_words (filter, line + strlen ("words="));
  return filter;
}

/* ---- orders ---- */

char *
jkb_order_to_text (JkbOrder order)
{
  return g_strconcat (jkb_column_nick (order.column), order.descending ? DESCENDING : "", NULL);
}

JkbOrder
jkb_order_from_text (const char *text)
{
  gboolean descending = text != NULL && g_str_has_suffix (text, DESCENDING);
  g_autofree char *nick = g_strndup (text != NULL ? text : "",
                                     text != NULL ? strlen (text) - (descending ? strlen (DESCENDING) : 0) : 0);
  int column = jkb_column_from_nick (nick);

  if (column < 0)
    return (JkbOrder){ JKB_COLUMN_DATE, TRUE };
  return (JkbOrder){ (JkbColumn) column, descending };
}
