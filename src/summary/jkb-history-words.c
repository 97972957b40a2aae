/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/jkb-history-words.h"

#include <glib/gi18n-lib.h>

#include "labels/jkb-label-change.h"
#include "labels/jkb-labels.h"

/* Details of a case, as jkb_store_edit() calls them. */
static const struct
{
  const char *nick;
  const char *label;
} details[] = {
  { "title", N_("Heading") },
  { "organisation_en", N_("English name") },
  { "sector", N_("Sector") },
  { "cause", N_("Cause") },
};

/* A value that a person entered has none before it, one that was taken away has none behind it. */
static char *
word_values (const char *label, const char *before, const char *after)
{
  return g_strdup_printf (_("%s: %s → %s"), label, before != NULL ? before : "–", after != NULL ? after : "–");
}

static char *
word_fact (const JkbCaseChange *change, JkbField field)
{
  const char *after = change->new_value != NULL ? change->new_value : change->old_value;
  gboolean is_same = g_strcmp0 (change->old_value, after) == 0;

  if (after == NULL)
    return g_strdup (jkb_label (JKB_WORDS_FIELD, (int) field));
  return jkb_label_change (&(JkbChange){ field, is_same ? NULL : change->old_value, (char *) after });
}

static char *
word_what (const JkbCaseChange *change)
{
  int field = jkb_word_value (JKB_WORDS_FIELD, change->what);

  if (field >= 0)
    return word_fact (change, (JkbField) field);
  for (gsize i = 0; i < G_N_ELEMENTS (details); i++)
    if (g_str_equal (change->what, details[i].nick))
      return word_values (_(details[i].label), change->old_value, change->new_value);
  if (g_str_equal (change->what, "notes"))
    return g_strdup (_("Notes"));
  if (g_str_equal (change->what, "review"))
    return g_strdup (_("Reviewed"));
  if (g_str_equal (change->what, "bin"))
    return g_strdup (g_strcmp0 (change->new_value, "yes") == 0 ? _("Moved to the bin") : _("Taken out of the bin"));
  if (g_str_equal (change->what, "merge"))
    /* Translators: %s names another case */
    return g_strdup_printf (_("Merged with %s"), change->new_value != NULL ? change->new_value : "–");
  if (g_str_equal (change->what, "split"))
    /* Translators: %s names the case that became one of its own */
    return g_strdup_printf (_("%s taken apart from it"), change->new_value != NULL ? change->new_value : "–");
  return g_strdup (change->what);
}

/* Who said what stood there before: nobody when there was nothing. */
static const char *
word_before (const JkbCaseFile *file, const JkbCaseChange *change)
{
  if (change->old_state < 0)
    return NULL;
  if (change->old_state == JKB_FACT_READ && file->notices->len == 0)
    return _("Bundled data");
  return jkb_label (JKB_WORDS_FACT_STATE, change->old_state);
}

static char *
word_states (const JkbCaseFile *file, const JkbCaseChange *change)
{
  const char *before = word_before (file, change);
  const char *after = change->new_state >= 0 ? jkb_label (JKB_WORDS_FACT_STATE, change->new_state) : NULL;

  if (before == NULL)
    return g_strdup (after);
  /* Who said it before, and who since: "Read by rule → Corrected" */
  return g_strdup_printf ("%s → %s", before, after != NULL ? after : _("taken away"));
}

static char *
word_change (const JkbCaseFile *file, const JkbCaseChange *change)
{
  g_autofree char *time = jkb_history_word_time (change->at_us);
  g_autofree char *what = word_what (change);
  g_autofree char *states = word_states (file, change);

  /* Translators: what became of a value, and who said it before and since */
  g_autofree char *all = states != NULL ? g_strdup_printf (_("%s (%s)"), what, states) : g_strdup (what);

  return g_strdup_printf ("%s · %s · %s", time, all,
                          g_str_equal (change->who, "person") ? _("by hand") : _("Bundled data"));
}

char *
jkb_history_words (const JkbCaseFile *file, const char *what)
{
  g_autoptr(GString) words = g_string_new (NULL);

  g_return_val_if_fail (file != NULL, NULL);

  for (guint i = file->history->len; i > 0; i--)
    {
      const JkbCaseChange *change = g_ptr_array_index (file->history, i - 1);
      g_autofree char *line = NULL;

      if (what != NULL && !g_str_equal (change->what, what))
        continue;
      line = word_change (file, change);
      g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", line);
    }
  return words->len > 0 ? g_strdup (words->str) : NULL;
}

char *
jkb_history_word_time (gint64 time_us)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (time_us / G_USEC_PER_SEC);
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *day = NULL;
  JkbDate date;

  if (local == NULL)
    return g_strdup ("");
  date = (JkbDate){ (gint16) g_date_time_get_year (local), (guint8) g_date_time_get_month (local),
                    (guint8) g_date_time_get_day_of_month (local) };
  /* As all days in the window, not as the system has them. */
  day = jkb_label_date (date);
  return g_strdup_printf ("%s %02d:%02d", day, g_date_time_get_hour (local), g_date_time_get_minute (local));
}
