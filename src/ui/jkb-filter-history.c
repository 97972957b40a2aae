/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-filter-history.h"

#define STEPS_MAX 200

typedef struct
{
  JkbFilter *filter;
  gint64 time_us;
  gboolean is_typing;                   /* the change after it was to the search line only */
} Step;

struct _JkbFilterHistory
{
  GArray *back;                         /* of Step, the newest last */
  GArray *forth;
};

static void
clear_step (gpointer data)
{
  jkb_filter_free (((Step *) data)->filter);
}

static GArray *
new_steps (void)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));

  g_array_set_clear_func (steps, clear_step);
  return steps;
}

static Step *
get_last (GArray *steps)
{
  return steps->len > 0 ? &g_array_index (steps, Step, steps->len - 1) : NULL;
}

static void
push (GArray *steps, const JkbFilter *filter, gboolean is_typing)
{
  Step step = { jkb_filter_copy (filter), g_get_monotonic_time (), is_typing };

  if (steps->len == STEPS_MAX)
    g_array_remove_index (steps, 0);
  g_array_append_val (steps, step);
}

JkbFilterHistory *
jkb_filter_history_new (void)
{
  JkbFilterHistory *self = g_new0 (JkbFilterHistory, 1);

  self->back = new_steps ();
  self->forth = new_steps ();
  return self;
}

void
jkb_filter_history_free (JkbFilterHistory *self)
{
  g_array_unref (self->back);
  g_array_unref (self->forth);
  g_free (self);
}

static gboolean
is_typed (const JkbFilter *before, const JkbFilter *after)
{
  g_autoptr(JkbFilter) same = jkb_filter_copy (before);

  jkb_filter_set_words (same, after->words);
  return jkb_filter_equal (same, after);
}

void
jkb_filter_history_add (JkbFilterHistory *self, const JkbFilter *before, const JkbFilter *after)
{
  gboolean is_typing = is_typed (before, after);
  Step *last = get_last (self->back);

  g_array_set_size (self->forth, 0);
  if (last != NULL && last->is_typing && is_typing)
    last->time_us = g_get_monotonic_time ();
  else
    push (self->back, before, is_typing);
}

JkbFilter *
jkb_filter_history_step (JkbFilterHistory *self, const JkbFilter *now, gboolean back)
{
  GArray *from = back ? self->back : self->forth;
  JkbFilter *filter;

  if (from->len == 0)
    return NULL;
  filter = jkb_filter_copy (get_last (from)->filter);
  g_array_set_size (from, from->len - 1);
  push (back ? self->forth : self->back, now, FALSE);
  return filter;
}

gint64
jkb_filter_history_get_time (const JkbFilterHistory *self, gboolean back)
{
  const Step *last = get_last (back ? self->back : self->forth);

  return last != NULL ? last->time_us : 0;
}
