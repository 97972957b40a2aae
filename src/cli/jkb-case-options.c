/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/jkb-case-options.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
jkb_case_options_init (JkbCaseOptions *options)
{
  *options = (JkbCaseOptions){ .limit = -1 };
}

void
jkb_case_options_add (JkbCaseOptions *options, GOptionEntry *entries, guint n_entries,
                      gboolean with_order)
{
  const GOptionEntry filters[] = {
    { "type", 0, 0, G_OPTION_ARG_FILENAME, &options->types,
      N_("Only these types, e.g. misdelivery,lost_media_device"), N_("TYPE…") },
    { "sector", 0, 0, G_OPTION_ARG_FILENAME, &options->sectors,
      N_("Only these sectors, e.g. education"), N_("SECTOR…") },
    { "status", 0, 0, G_OPTION_ARG_FILENAME, &options->statuses,
      N_("Whether data leaked: confirmed, possible, none, unknown"), N_("STATUS…") },
    { "circumstance", 0, 0, G_OPTION_ARG_FILENAME, &options->circumstances,
      N_("contractor, overseas_subsidiary, none"), N_("WORD…") },
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &options->data_items,
      N_("Only cases with such data, e.g. card_number"), N_("ITEM…") },
    { "review", 0, 0, G_OPTION_ARG_FILENAME, &options->reviews,
      N_("How far they were looked at: bundled, unread, done"), N_("STATE…") },
    { "year", 0, 0, G_OPTION_ARG_FILENAME, &options->years,
      N_("A year, several (2020-2022, >=2023) or unknown"), N_("YEARS") },
    { "people", 0, 0, G_OPTION_ARG_FILENAME, &options->people,
      N_("Affected persons: 1000, >1000, 10-99, none, unknown"), N_("NUMBER") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &options->from,
      N_("First day: 2024, 2024-01 or 2024-01-26"), N_("DATE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &options->to, N_("Last day, likewise"), N_("DATE") },
  };
  const GOptionEntry orders[] = {
    { "sort", 0, 0, G_OPTION_ARG_FILENAME, &options->sort,
      N_("Order: date, key, organisation, title, type, sector, status, people, records, occurred, "
         "discovered, announced, delay, review, source_kind, added; with - before it the other way round"),
      N_("COLUMN") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &options->limit, N_("Only so many cases"), N_("NUMBER") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    entries[n_entries++] = filters[i];
  for (gsize i = 0; with_order && i < G_N_ELEMENTS (orders); i++)
    entries[n_entries++] = orders[i];
  entries[n_entries] = (GOptionEntry){ NULL };
}

void
jkb_case_options_clear (JkbCaseOptions *options)
{
  g_free (options->types);
  g_free (options->sectors);
  g_free (options->statuses);
  g_free (options->circumstances);
  g_free (options->data_items);
  g_free (options->reviews);
  g_free (options->years);
  g_free (options->people);
  g_free (options->from);
  g_free (options->to);
  g_free (options->sort);
  jkb_case_options_init (options);
}

/* A value is what could stand after the colon in a search line, and is understood there. */
static JkbSearchLine *
parse_value (JkbFold *fold, const char *name, const char *typed, JkbSearchField field)
{
  g_autofree char *value = jkb_command_utf8 (typed);
  g_autofree char *text = NULL;
  g_autoptr(JkbSearchLine) line = NULL;

  if (value == NULL || strchr (value, '"') != NULL)
    return NULL;
  text = g_strdup_printf ("%s:\"%s\"", name, value);
  line = jkb_search_line_new (fold, text);
  if (jkb_search_line_n_terms (line) != 1 || jkb_search_line_get_term (line, 0)->field != field)
    return NULL;
  return g_steal_pointer (&line);
}

static JkbExit
misuse_value (const JkbCommand *self, const char *name, const char *typed)
{
  g_autofree char *valid = g_utf8_make_valid (typed, -1);

  /* Translators: the value of an option, and its name */
  return jkb_command_misuse (self, _("“%s” is no value of --%s"), valid, name);
}

static JkbExit
read_masks (const JkbCaseOptions *options, const JkbCommand *self, JkbFold *fold, JkbFilter *filter)
{
  const struct
  {
    const char *name;
    const char *typed;
    JkbSearchField field;
    guint32 *mask;
  } sets[] = {
    { "type", options->types, JKB_SEARCH_TYPE, &filter->types },
    { "sector", options->sectors, JKB_SEARCH_SECTOR, &filter->sectors },
    { "status", options->statuses, JKB_SEARCH_STATUS, &filter->statuses },
    { "circumstance", options->circumstances, JKB_SEARCH_CIRCUMSTANCE, &filter->circumstances },
    { "data", options->data_items, JKB_SEARCH_DATA_ITEM, &filter->data_items },
    { "review", options->reviews, JKB_SEARCH_REVIEW, &filter->reviews },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autoptr(JkbSearchLine) line = NULL;

      if (sets[i].typed == NULL)
        continue;
      line = parse_value (fold, sets[i].name, sets[i].typed, sets[i].field);
      if (line == NULL)
        return misuse_value (self, sets[i].name, sets[i].typed);
      *sets[i].mask = jkb_search_line_get_term (line, 0)->mask;
    }
  return JKB_EXIT_GOOD;
}

static void
apply_people (const JkbSearchTerm *term, JkbFilter *filter)
{
  if (term->wants_unknown)
    filter->people_bins = 1u << JKB_PEOPLE_UNKNOWN;
  else
    {
      filter->people_min = term->min;
      filter->people_max = term->max;
    }
}

static void
apply_years (const JkbSearchTerm *term, JkbFilter *filter)
{
  gint64 first = MAX (term->min, 1), last = MIN (term->max, 9999);

  if (term->wants_unknown)
    jkb_filter_set_year (filter, 0, TRUE);
  else if (first <= last)
    {
      filter->from = (JkbDate){ (gint16) first, 0, 0 };
      filter->to = (JkbDate){ (gint16) last, 0, 0 };
    }
  else
    jkb_filter_set_year (filter, (int) CLAMP (term->min, 1, 9999), TRUE);
}

static JkbExit
read_ranges (const JkbCaseOptions *options, const JkbCommand *self, JkbFold *fold,
             JkbFilter *filter)
{
  const struct
  {
    const char *name;
    const char *typed;
    JkbSearchField field;
    void (*apply) (const JkbSearchTerm *term, JkbFilter *filter);
  } ranges[] = {
    { "people", options->people, JKB_SEARCH_PEOPLE, apply_people },
    { "year", options->years, JKB_SEARCH_YEAR, apply_years },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autoptr(JkbSearchLine) line = NULL;

      if (ranges[i].typed == NULL)
        continue;
      line = parse_value (fold, ranges[i].name, ranges[i].typed, ranges[i].field);
      if (line == NULL)
        return misuse_value (self, ranges[i].name, ranges[i].typed);
      ranges[i].apply (jkb_search_line_get_term (line, 0), filter);
    }
  return JKB_EXIT_GOOD;
}

static gboolean
read_date (const char *typed, JkbDate *date)
{
  return typed == NULL
         || (g_utf8_validate (typed, -1, NULL) && jkb_date_parse (typed, date, NULL)
             && date->year != 0);
}

static JkbExit
read_order (const JkbCaseOptions *options, const JkbCommand *self, JkbOrder *order)
{
  const char *nick = options->sort;
  gboolean is_reversed = nick != NULL && *nick == '-';
  int column = nick != NULL ? jkb_column_from_nick (nick + is_reversed) : JKB_COLUMN_DATE;

  if (column < 0)
    return misuse_value (self, "sort", nick);
  order->column = (JkbColumn) column;
  order->descending = nick != NULL ? is_reversed : TRUE;
  return JKB_EXIT_GOOD;
}

JkbExit
jkb_case_options_read (const JkbCaseOptions *options, const JkbCommand *self, JkbFold *fold,
                       const char *words, JkbFilter **filter, JkbOrder *order)
{
  g_autoptr(JkbFilter) wanted = jkb_filter_new ();

  jkb_filter_set_words (wanted, words);
  if (read_masks (options, self, fold, wanted) != JKB_EXIT_GOOD
      || read_ranges (options, self, fold, wanted) != JKB_EXIT_GOOD
      || read_order (options, self, order) != JKB_EXIT_GOOD)
    return JKB_EXIT_USAGE;
  if (!read_date (options->from, &wanted->from))
    return misuse_value (self, "from", options->from);
  if (!read_date (options->to, &wanted->to))
    return misuse_value (self, "to", options->to);
  *filter = g_steal_pointer (&wanted);
  return JKB_EXIT_GOOD;
}
