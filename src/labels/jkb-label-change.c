/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "labels/jkb-label-change.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/jkb-count.h"
#include "labels/jkb-labels.h"

static char *
word_one (JkbField field, const char *value)
{
  JkbDate date;
  gint64 number;

  switch (field)
    {
    case JKB_FIELD_INCIDENT_TYPE:
      return g_strdup (jkb_label_nick (JKB_WORDS_TYPE, value));
    case JKB_FIELD_AFFECTED_STATUS:
      return g_strdup (jkb_label_nick (JKB_WORDS_STATUS, value));
    case JKB_FIELD_DATA_ITEMS:
      return g_strdup (jkb_label_nick (JKB_WORDS_DATA_ITEM, value));
    case JKB_FIELD_AFFECTED_PEOPLE:
    case JKB_FIELD_AFFECTED_RECORDS:
      if (jkb_count_parse (value, &number))
        return jkb_label_count (number, JKB_QUALIFIER_EXACT, field == JKB_FIELD_AFFECTED_RECORDS);
      break;
    default:
      if (jkb_date_parse (value, &date, NULL))
        return jkb_label_date (date);
      if (strcmp (value, "yes") == 0 || strcmp (value, "no") == 0)
        return g_strdup (jkb_label_tri_state (*value == 'y' ? JKB_YES : JKB_NO));
      break;
    }
  return g_strdup (value);
}

static char *
word_values (JkbField field, const char *values)
{
  g_auto(GStrv) parts = g_strsplit (values, ";", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      char *word = word_one (field, *part);

      g_free (*part);
      *part = word;
    }
  /* Translators: between the items of a list */
  return g_strjoinv (_(", "), parts);
}

char *
jkb_label_change (const JkbChange *change)
{
  const char *label = jkb_label (JKB_WORDS_FIELD, (int) change->field);
  g_autofree char *after = word_values (change->field, change->after);
  g_autofree char *before = change->before != NULL ? word_values (change->field, change->before) : NULL;

  if (before == NULL)
    /* Translators: a field and what a later report says of it, e.g. "Discovered: 2024-03-01" */
    return g_strdup_printf (_("%s: %s"), label, after);
  /* Translators: a field, what the first report said of it, what a later report says */
  return g_strdup_printf (_("%s: %s → %s"), label, before, after);
}
