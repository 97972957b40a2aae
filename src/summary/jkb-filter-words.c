/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/jkb-filter-words.h"

#include <glib/gi18n-lib.h>

#include "labels/jkb-labels.h"

static const char *
label_none (JkbAxis axis)
{
  return axis == JKB_AXIS_CIRCUMSTANCE ? C_("circumstance", "None stated")
                                       : C_("data items", "None stated");
}

static char *
word_bin (JkbPeopleBin bin)
{
  gint64 min, max;
  g_autofree char *from = NULL, *to = NULL;

  if (!jkb_people_bin_range (bin, &min, &max))
    return g_strdup (_("Not known"));
  if (bin == JKB_PEOPLE_NONE)
    return g_strdup (C_("people", "None"));
  from = jkb_label_number (min);
  if (max == G_MAXINT64)
    /* Translators: a number; that many or more */
    return g_strdup_printf (_("%s and more"), from);
  to = jkb_label_number (max);
  /* Translators: two numbers, from and to */
  return g_strdup_printf (C_("range", "%s to %s"), from, to);
}

static const char *
label_delay (JkbDelayBin bin)
{
  switch (bin)
    {
    case JKB_DELAY_SAME_DAY:
      return _("Same day");
    case JKB_DELAY_WEEK:
      return _("1 to 7 days");
    case JKB_DELAY_MONTH:
      return _("8 to 30 days");
    case JKB_DELAY_60:
      return _("31 to 60 days");
    case JKB_DELAY_90:
      return _("61 to 90 days");
    case JKB_DELAY_180:
      return _("91 to 180 days");
    case JKB_DELAY_LONGER:
      return _("More than 180 days");
    case JKB_DELAY_UNKNOWN:
    case JKB_N_DELAY_BINS:
      break;
    }
  return _("Not known");
}

static char *
word_month (int value)
{
  return value < 0 ? g_strdup (_("Not known"))
                   : jkb_label_date ((JkbDate){ (gint16) (value / 12),
                                                (guint8) (value % 12 + 1), 0 });
}

static char *
word_year (int year)
{
  return year == 0 ? g_strdup (_("Not known")) : jkb_label_date ((JkbDate){ (gint16) year, 0, 0 });
}

char *
jkb_axis_label (const JkbTally *tally, JkbAxis axis, int value)
{
  switch (axis)
    {
    case JKB_AXIS_TYPE:
      return g_strdup (jkb_label (JKB_WORDS_TYPE, value));
    case JKB_AXIS_CIRCUMSTANCE:
      return g_strdup (value == JKB_N_CIRCUMSTANCES ? label_none (axis)
                                                    : jkb_label (JKB_WORDS_CIRCUMSTANCE, value));
    case JKB_AXIS_SECTOR:
      return g_strdup (jkb_label (JKB_WORDS_SECTOR, value));
    case JKB_AXIS_STATUS:
      return g_strdup (jkb_label (JKB_WORDS_STATUS, value));
    case JKB_AXIS_DATA_ITEM:
      return g_strdup (value == JKB_N_DATA_ITEMS ? label_none (axis)
                                                 : jkb_label (JKB_WORDS_DATA_ITEM, value));
    case JKB_AXIS_REVIEW:
      return g_strdup (jkb_label_review ((JkbReviewState) value));
    case JKB_AXIS_SOURCE_KIND:
      return g_strdup (jkb_label_source_kind (jkb_tally_get_name (tally, value)));
    case JKB_AXIS_YEAR:
      return word_year (value);
    case JKB_AXIS_MONTH:
      return word_month (value);
    case JKB_AXIS_PEOPLE:
    case JKB_AXIS_RECORDS:
      return word_bin ((JkbPeopleBin) value);
    case JKB_AXIS_DELAY:
      return g_strdup (label_delay ((JkbDelayBin) value));
    case JKB_AXIS_NONE:
    case JKB_N_AXES:
      break;
    }
  return g_strdup (_("Cases"));
}

const char *
jkb_facet_label (JkbFacet facet)
{
  switch (facet)
    {
    case JKB_FACET_WORDS:
      return C_("facet", "Search");
    case JKB_FACET_TYPE:
      return C_("facet", "Type");
    case JKB_FACET_CIRCUMSTANCE:
      return C_("facet", "Circumstances");
    case JKB_FACET_SECTOR:
      return C_("facet", "Sector");
    case JKB_FACET_STATUS:
      return C_("facet", "Data leak");
    case JKB_FACET_DATA_ITEM:
      return C_("facet", "Data items");
    case JKB_FACET_REVIEW:
      return C_("facet", "Review");
    case JKB_FACET_SOURCE_KIND:
      return C_("facet", "Source");
    case JKB_FACET_TIME:
      return C_("facet", "Date");
    case JKB_FACET_PEOPLE:
      return C_("facet", "People");
    case JKB_FACET_LIST:
      return C_("facet", "Collection");
    case JKB_N_FACETS:
      break;
    }
  g_return_val_if_reached ("");
}

static void
append (GString *list, const char *words)
{
  if (list->len > 0)
    /* Translators: between the items of a list */
    g_string_append (list, _(", "));
  g_string_append (list, words);
}

static void
append_mask (GString *list, JkbAxis axis, guint32 mask)
{
  for (int value = 0; value < 32; value++)
    if (mask >> value & 1)
      {
        g_autofree char *words = jkb_axis_label (NULL, axis, value);

        append (list, words);
      }
}

static void
append_dates (GString *list, JkbDate from, JkbDate to)
{
  g_autofree char *first = jkb_label_date (from);
  g_autofree char *last = jkb_label_date (to);
  g_autofree char *words = NULL;

  if (*first != '\0' && *last != '\0' && jkb_date_compare (from, to) == 0)
    words = g_strdup (first);
  else if (*first != '\0' && *last != '\0')
    /* Translators: two dates, from and to */
    words = g_strdup_printf (C_("dates", "%s to %s"), first, last);
  else if (*first != '\0')
    /* Translators: a date */
    words = g_strdup_printf (C_("dates", "from %s"), first);
  else if (*last != '\0')
    /* Translators: a date */
    words = g_strdup_printf (C_("dates", "until %s"), last);
  if (words != NULL)
    append (list, words);
}

static void
append_time (GString *list, const JkbFilter *filter)
{
  for (guint i = 0; i < filter->years->len; i++)
    {
      g_autofree char *year = word_year (g_array_index (filter->years, int, i));

      append (list, year);
    }
  append_dates (list, filter->from, filter->to);
  if (filter->without_month)
    append (list, _("Month not known"));
}

static void
append_people (GString *list, const JkbFilter *filter)
{
  g_autofree char *min = jkb_label_number (filter->people_min);
  g_autofree char *max = jkb_label_number (filter->people_max);
  g_autofree char *words = NULL;

  append_mask (list, JKB_AXIS_PEOPLE, filter->people_bins);
  if (filter->people_min >= 0 && filter->people_max >= 0)
    words = g_strdup_printf (C_("range", "%s to %s"), min, max);
  else if (filter->people_min >= 0)
    words = g_strdup_printf (_("%s and more"), min);
  else if (filter->people_max >= 0)
    /* Translators: a number; that many or fewer */
    words = g_strdup_printf (_("%s or fewer"), max);
  if (words != NULL)
    append (list, words);
}

static void
append_values (GString *list, const JkbFilter *filter, JkbFacet facet)
{
  switch (facet)
    {
    case JKB_FACET_WORDS:
      append (list, filter->words);
      break;
    case JKB_FACET_TYPE:
      append_mask (list, JKB_AXIS_TYPE, filter->types);
      break;
    case JKB_FACET_CIRCUMSTANCE:
      append_mask (list, JKB_AXIS_CIRCUMSTANCE, filter->circumstances);
      break;
    case JKB_FACET_SECTOR:
      append_mask (list, JKB_AXIS_SECTOR, filter->sectors);
      break;
    case JKB_FACET_STATUS:
      append_mask (list, JKB_AXIS_STATUS, filter->statuses);
      break;
    case JKB_FACET_DATA_ITEM:
      append_mask (list, JKB_AXIS_DATA_ITEM, filter->data_items);
      break;
    case JKB_FACET_REVIEW:
      append_mask (list, JKB_AXIS_REVIEW, filter->reviews);
      break;
    case JKB_FACET_SOURCE_KIND:
      for (guint i = 0; i < filter->source_kinds->len; i++)
        append (list, jkb_label_source_kind (g_ptr_array_index (filter->source_kinds, i)));
      break;
    case JKB_FACET_TIME:
      append_time (list, filter);
      break;
    case JKB_FACET_PEOPLE:
      append_people (list, filter);
      break;
    case JKB_FACET_LIST:
      append (list, filter->list_name);
      break;
    case JKB_N_FACETS:
      break;
    }
}

char *
jkb_filter_words (const JkbFilter *filter, JkbFacet facet)
{
  g_autoptr(GString) values = g_string_new (NULL);

  if (!jkb_filter_uses (filter, facet))
    return NULL;
  append_values (values, filter, facet);
  if (facet == JKB_FACET_LIST && filter->list_id == JKB_FILTER_LIST_FOUND)
    /* Translators: name of a filter and its values, “Cases: led by …” */
    return g_strdup_printf (_("%s: %s"), _("Cases"), values->str);
  /* Translators: name of a filter and its values, “Type: Theft, Misdelivery” */
  return g_strdup_printf (_("%s: %s"), jkb_facet_label (facet), values->str);
}

char *
jkb_filter_all_words (const JkbFilter *filter)
{
  g_autoptr(GString) all = g_string_new (NULL);

  for (int facet = 0; facet < JKB_N_FACETS; facet++)
    {
      g_autofree char *words = jkb_filter_words (filter, (JkbFacet) facet);

      if (words != NULL)
        g_string_append_printf (all, "%s%s", all->len > 0 ? " · " : "", words);
    }
  return all->len > 0 ? g_strdup (all->str) : NULL;
}
