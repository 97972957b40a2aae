/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-time-line.h"

#include <glib/gi18n-lib.h>

#include "core/jkb-incident-facts.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-line.h"
#include "ui/jkb-time-scale.h"

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

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

/* The course in one sentence after the other, as the rows below the line say it. */
static char *
word_course (const GArray *events)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < events->len; i++)
    {
      const JkbTimeEvent *event = &g_array_index (events, JkbTimeEvent, i);
      g_autofree char *date = jkb_label_date (event->date);
      g_autofree char *days = jkb_time_line_word_days (event->days);

      g_string_append_printf (words, "%s%s %s%s%s", i > 0 ? ". " : "",
                              jkb_label (JKB_WORDS_DATE_ROLE, (int) event->role), date, *days != '\0' ? ", " : "", days);
    }
  return g_string_free (words, FALSE);
}

static GtkWidget *
make_event (const JkbTimeEvent *event, GtkSizeGroup *dates)
{
  GtkWidget *line = jkb_line_new ();
  g_autofree char *date = jkb_label_date (event->date);
  g_autofree char *days = jkb_time_line_word_days (event->days);
  GtkWidget *when = make_label (date, "time-line-date");
  GtkWidget *what = make_label (jkb_label (JKB_WORDS_DATE_ROLE, (int) event->role), "time-line-role");

  gtk_size_group_add_widget (dates, when);
  gtk_label_set_wrap (GTK_LABEL (what), TRUE);
  gtk_widget_set_hexpand (what, TRUE);
  gtk_box_append (GTK_BOX (line), when);
  gtk_box_append (GTK_BOX (line), what);
  if (*days != '\0')
    gtk_box_append (GTK_BOX (line), make_label (days, "dim-label"));
  return line;
}

static GtkWidget *
make_grid (const GArray *events, gboolean has_scale)
{
  GtkWidget *grid = gtk_grid_new ();
  g_autoptr(GtkSizeGroup) dates = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < events->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      if (has_scale)
        gtk_grid_attach (GTK_GRID (grid), make_label (number, "dim-label"), 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), make_event (&g_array_index (events, JkbTimeEvent, i), dates), 1, (int) i, 1, 1);
    }
  return grid;
}

GtkWidget *
jkb_time_line_new (const JkbCaseFile *file)
{
  g_autoptr(GArray) events = jkb_time_line_events (file);
  GArray *spots;
  GtkWidget *box;

  if (events->len < 2)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  spots = jkb_time_scale_place (events);
  if (spots != NULL)
    {
      g_autofree char *words = word_course (events);

      gtk_box_append (GTK_BOX (box), jkb_time_scale_new (spots, words));
    }
  gtk_box_append (GTK_BOX (box), make_grid (events, spots != NULL));
  return box;
}
