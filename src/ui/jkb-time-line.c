/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-time-line.h"

#include <glib/gi18n-lib.h>

#include "core/jkb-incident-facts.h"
#include "labels/jkb-labels.h"

static JkbDateRole
find_role (const JkbFact *fact)
{
  switch ((int) fact->field)
    {
    case JKB_FIELD_AFFECTED_PEOPLE:
    case JKB_FIELD_AFFECTED_RECORDS:
      return JKB_DATE_OTHER;            /* theirs is a role of figures */
    case JKB_FIELD_DATES:
      return fact->role == JKB_DATE_DECOY ? JKB_DATE_OTHER : (JkbDateRole) fact->role;
    default:
      return (JkbDateRole) jkb_field_role (fact->field);
    }
}

static gboolean
has_event (GArray *events, JkbDate date, JkbDateRole role)
{
  for (guint i = 0; i < events->len; i++)
    {
      const JkbTimeEvent *event = &g_array_index (events, JkbTimeEvent, i);

      if (event->role == role && jkb_date_compare (event->date, date) == 0)
        return TRUE;
    }
  return FALSE;
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const JkbTimeEvent *x = a;
  const JkbTimeEvent *y = b;
  int order = jkb_date_compare (x->date, y->date);

  return order != 0 ? order : (int) x->role - (int) y->role;
}

static void
count_days (GArray *events)
{
  for (guint i = 0; i < events->len; i++)
    {
      JkbTimeEvent *event = &g_array_index (events, JkbTimeEvent, i);
      const JkbTimeEvent *before = i > 0 ? event - 1 : NULL;
      int days, days_before;

      event->days = -1;
      if (before != NULL && jkb_date_weekday (before->date) != 0
          && jkb_date_weekday (event->date) != 0
          && jkb_date_to_days (before->date, &days_before)
          && jkb_date_to_days (event->date, &days))
        event->days = days - days_before;
    }
}

GArray *
jkb_time_line_events (const JkbCaseFile *file)
{
  GArray *events = g_array_new (FALSE, TRUE, sizeof (JkbTimeEvent));

  for (guint i = 0; i < file->facts->len; i++)
    {
      const JkbCaseFact *fact = file->facts->pdata[i];
      JkbTimeEvent event = { .role = find_role (fact->fact), .fact = fact };

      if (event.role == JKB_DATE_OTHER || fact->fact->state == JKB_FACT_REJECTED
          || !jkb_date_parse (fact->fact->value, &event.date, NULL) || event.date.year == 0
          || has_event (events, event.date, event.role))
        continue;
      g_array_append_val (events, event);
    }
  g_array_sort (events, compare_events);
  count_days (events);
  return events;
}

char *
jkb_time_line_word_days (int days)
{
  if (days < 0)
    return g_strdup ("");
  if (days == 0)
    return g_strdup (_("same day"));
  /* Translators: days since the event before */
  return g_strdup_printf (ngettext ("+%d day", "+%d days", (gulong) days), days);
}

static void
add_cell (GtkGrid *grid, const char *text, const char *css_class, int column, int row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 2 ? 1 : 0);
  gtk_label_set_wrap (GTK_LABEL (label), column == 1);
  gtk_widget_set_hexpand (label, column == 1);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "numeric");
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

GtkWidget *
jkb_time_line_new (const JkbCaseFile *file)
{
  g_autoptr(GArray) events = jkb_time_line_events (file);
  GtkWidget *grid;

  if (events->len < 2)
    return NULL;
  grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < events->len; i++)
    {
      const JkbTimeEvent *event = &g_array_index (events, JkbTimeEvent, i);
      g_autofree char *date = jkb_label_date (event->date);
      g_autofree char *days = jkb_time_line_word_days (event->days);

      add_cell (GTK_GRID (grid), date, "time-line-date", 0, (int) i);
      add_cell (GTK_GRID (grid), jkb_label (JKB_WORDS_DATE_ROLE, (int) event->role),
                "time-line-role", 1, (int) i);
      add_cell (GTK_GRID (grid), days, "dim-label", 2, (int) i);
    }
  return grid;
}
