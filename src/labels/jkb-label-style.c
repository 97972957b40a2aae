/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "labels/jkb-label-style.h"

#include <glib/gi18n-lib.h>

static int years = JKB_YEARS_WESTERN;
static int names = JKB_NAMES_OF_THE_TEXT;

void
jkb_label_style_set_years (JkbYearStyle style)
{
  g_atomic_int_set (&years, (int) style);
}

JkbYearStyle
jkb_label_style_get_years (void)
{
  return (JkbYearStyle) g_atomic_int_get (&years);
}

void
jkb_label_style_set_names (JkbNameStyle style)
{
  g_atomic_int_set (&names, (int) style);
}

static gboolean
takes_english (const char *name, const char *english)
{
  return english != NULL && (name == NULL || g_atomic_int_get (&names) == JKB_NAMES_ENGLISH);
}

const char *
jkb_label_name (const char *name, const char *english)
{
  return takes_english (name, english) ? english : name;
}

const char *
jkb_label_second_name (const char *name, const char *english)
{
  return takes_english (name, english) ? name : english;
}

/* ---------------------------------------------------------------- eras */

static const struct
{
  const char *name;
  JkbDate first;
} eras[] = {
  { NC_("era", "Shōwa"), { 1926, 12, 25 } },
  { NC_("era", "Heisei"), { 1989, 1, 8 } },
  { NC_("era", "Reiwa"), { 2019, 5, 1 } },
};

/* The era of a day; a date without its day or month counts with its first or last day. */
static int
find_era (JkbDate date, gboolean at_end)
{
  JkbDate day = { date.year, date.month != 0 ? date.month : at_end ? 12 : 1, date.day != 0 ? date.day : at_end ? 28 : 1 };
  int era = -1;

  for (gsize i = 0; i < G_N_ELEMENTS (eras); i++)
    if (jkb_date_compare (day, eras[i].first) >= 0)
      era = (int) i;
  return era;
}

static char *
word_year (int era, int year)
{
  const char *name = g_dpgettext2 (GETTEXT_PACKAGE, "era", eras[era].name);
  int number = year - eras[era].first.year + 1;

  if (number == 1)
    /* Translators: the first year of an era: Reiwa 1, 令和元 */
    return g_strdup_printf (C_("era", "%s 1"), name);
  /* Translators: an era and its year: Reiwa 6, 令和6 */
  return g_strdup_printf (C_("era", "%s %d"), name, number);
}

static char *
word_years (JkbDate date)
{
  int first = find_era (date, FALSE), last = find_era (date, TRUE);
  g_autofree char *year = NULL;
  g_autofree char *other = NULL;

  if (last < 0)
    return NULL;
  other = word_year (last, date.year);
  if (first == last || first < 0)
    return g_steal_pointer (&other);
  year = word_year (first, date.year);
  /* Translators: a year in which an era ended and another one began */
  return g_strdup_printf (C_("era", "%s/%s"), year, other);
}

char *
jkb_label_era_date (JkbDate date)
{
  g_autofree char *year = date.year != 0 ? word_years (date) : NULL;

  if (year == NULL)
    return NULL;
  if (date.month == 0)
    /* Translators: a year of an era alone */
    return g_strdup_printf (C_("era date", "%s"), year);
  if (date.day == 0)
    /* Translators: year of an era, month */
    return g_strdup_printf (C_("era date", "%s, month %d"), year, date.month);
  /* Translators: year of an era, month, day */
  return g_strdup_printf (C_("era date", "%s-%02d-%02d"), year, date.month, date.day);
}
