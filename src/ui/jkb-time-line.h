/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/jkb-case-file.h"

/**
 * JkbTimeEvent:
 * @date: when, complete or not
 * @role: what happened
 * @fact: (transfer none): the fact that says so
 * @days: days since the event before, -1 when that cannot be told
 *
 * A step in the course of a case.
 */
typedef struct
{
  JkbDate date;
  JkbDateRole role;
  const JkbCaseFact *fact;
  int days;
} JkbTimeEvent;

/**
 * jkb_time_line_events:
 * @file: a case
 *
 * Lists what happened when, each role and date once, in the order of time; dates whose year is not
 * known, those that only stand beside the incident and rejected ones are left out.
 *
 * Returns: (transfer full) (element-type JkbTimeEvent): the events
 */
GArray *jkb_time_line_events (const JkbCaseFile *file);

/**
 * jkb_time_line_new:
 * @file: a case; has to live as long as the widget
 *
 * Shows the events on a line drawn to scale, numbered, and one below the other with the days between them. On
 * one day there is no scale.
 *
 * Returns: (transfer floating) (nullable): a widget, %NULL when there are fewer than two events
 */
GtkWidget *jkb_time_line_new (const JkbCaseFile *file);

/**
 * jkb_time_line_word_days:
 * @days: #JkbTimeEvent.days
 *
 * Returns: (transfer full): `+3 days`, in the language of the session; "" when it cannot be told
 */
char *jkb_time_line_word_days (int days);
