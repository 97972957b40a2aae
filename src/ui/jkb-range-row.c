/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-range-row.h"

#include <glib/gi18n-lib.h>

#include "query/jkb-typed-value.h"
#include "ui/jkb-shrink.h"

/* So that the sidebar is not made wider; the entries share what room it has. */
#define N_CHARS 4

struct _JkbRangeRow
{
  GtkBox parent_instance;

  JkbRangeKind kind;
  JkbScope *scope;
  GtkEditable *entries[2];              /* first, last */
  GtkLabel *fault;
};

G_DEFINE_FINAL_TYPE (JkbRangeRow, jkb_range_row, GTK_TYPE_BOX)

/* ---------------------------------------------------------------- what is typed */

/* What one of the entries says, as a filter has it. */
typedef struct
{
  gint64 people[2];
  JkbDate dates[2];
} Range;

static gboolean
read_entry (JkbRangeRow *self, gsize i, Range *range)
{
  const char *text = gtk_editable_get_text (self->entries[i]);

  return self->kind == JKB_RANGE_PEOPLE ? jkb_typed_people (text, &range->people[i])
                                        : jkb_typed_date (text, &range->dates[i]);
}

/* A day as a figure that grows; a part that is missing is the first or the last there is. */
static int
order_date (JkbDate date, gboolean is_last)
{
  return (date.year * 100 + (date.month != 0 ? date.month : is_last ? 12 : 1)) * 100
         + (date.day != 0 ? date.day : is_last ? 31 : 1);
}

static gboolean
is_backwards (JkbRangeRow *self, const Range *range)
{
  if (self->kind == JKB_RANGE_PEOPLE)
    return range->people[0] >= 0 && range->people[1] >= 0 && range->people[0] > range->people[1];
  return jkb_date_is_set (range->dates[0]) && jkb_date_is_set (range->dates[1])
         && order_date (range->dates[0], FALSE) > order_date (range->dates[1], TRUE);
}

static void
mark (JkbRangeRow *self, gsize i, gboolean is_wrong)
{
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->entries[i]), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entries[i]), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entries[i]), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
say_fault (JkbRangeRow *self, const char *words)
{
  gtk_label_set_text (self->fault, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), words != NULL);
}

static void
set_filter (JkbRangeRow *self, const Range *range)
{
  g_autoptr(JkbFilter) filter = jkb_filter_copy (jkb_scope_get_filter (self->scope));

  if (self->kind == JKB_RANGE_PEOPLE)
    {
      filter->people_min = range->people[0];
      filter->people_max = range->people[1];
    }
  else
    {
      filter->from = range->dates[0];
      filter->to = range->dates[1];
    }
  if (!jkb_filter_equal (filter, jkb_scope_get_filter (self->scope)))
    jkb_scope_set_filter (self->scope, filter);
}

static void
apply (JkbRangeRow *self)
{
  Range range = { { -1, -1 }, { JKB_DATE_NONE, JKB_DATE_NONE } };
  gboolean is_first_good = read_entry (self, 0, &range), is_last_good = read_entry (self, 1, &range);
  gboolean is_turned = is_first_good && is_last_good && is_backwards (self, &range);

  mark (self, 0, !is_first_good || is_turned);
  mark (self, 1, !is_last_good || is_turned);
  if (!is_first_good || !is_last_good)
    say_fault (self, self->kind == JKB_RANGE_PEOPLE ? _("This is no number: 500, 1,000, 1万")
                                                    : _("This is no date: 2024, 2024-05, 2024-05-01"));
  else
    say_fault (self, is_turned ? _("The first is later or larger than the last.") : NULL);
  if (is_first_good && is_last_good && !is_turned)
    set_filter (self, &range);
}

/* ---------------------------------------------------------------- following */

static char *
word_end (JkbRangeRow *self, const JkbFilter *filter, gsize i)
{
  gint64 people = i == 0 ? filter->people_min : filter->people_max;
  char buffer[JKB_DATE_TEXT_MAX];

  if (self->kind == JKB_RANGE_DATES)
    return g_strdup (jkb_date_print (i == 0 ? filter->from : filter->to, buffer));
  return people >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, people) : g_strdup ("");
}

/* What says the same already is left as it was typed. */
static void
show (JkbRangeRow *self)
{
  const JkbFilter *filter = jkb_scope_get_filter (self->scope);

  for (gsize i = 0; i < 2; i++)
    {
      g_autofree char *wanted = word_end (self, filter, i);
      Range typed = { { -1, -1 }, { JKB_DATE_NONE, JKB_DATE_NONE } };
      gboolean is_same = read_entry (self, i, &typed)
                         && (self->kind == JKB_RANGE_PEOPLE
                               ? typed.people[i] == (i == 0 ? filter->people_min : filter->people_max)
                               : jkb_date_compare (typed.dates[i], i == 0 ? filter->from : filter->to) == 0);

      if (!is_same)
        gtk_editable_set_text (self->entries[i], wanted);
      mark (self, i, FALSE);
    }
  say_fault (self, NULL);
}

static void
on_filter_changed_cb (JkbScope *scope, JkbRangeRow *self)
{
  show (self);
}

static void
on_activated_cb (GtkEntry *entry, JkbRangeRow *self)
{
  apply (self);
}

static void
on_left_cb (GtkEventControllerFocus *focus, JkbRangeRow *self)
{
  if (self->scope != NULL)
    apply (self);
}

/* ---------------------------------------------------------------- the object */

static void
jkb_range_row_dispose (GObject *object)
{
  g_clear_object (&JKB_RANGE_ROW (object)->scope);
  G_OBJECT_CLASS (jkb_range_row_parent_class)->dispose (object);
}

static void
jkb_range_row_class_init (JkbRangeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jkb_range_row_dispose;
}

static void
jkb_range_row_init (JkbRangeRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "facet-values");
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);
  for (gsize i = 0; i < 2; i++)
    {
      GtkWidget *entry = gtk_entry_new ();
      GtkEventController *focus = gtk_event_controller_focus_new ();

      gtk_editable_set_width_chars (GTK_EDITABLE (entry), N_CHARS);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), N_CHARS);
      gtk_widget_set_hexpand (entry, TRUE);
      g_signal_connect_object (entry, "activate", G_CALLBACK (on_activated_cb), self, 0);
      g_signal_connect_object (focus, "leave", G_CALLBACK (on_left_cb), self, 0);
      gtk_widget_add_controller (entry, focus);
      if (i == 1)
        gtk_box_append (GTK_BOX (line), gtk_label_new ("–"));
      gtk_box_append (GTK_BOX (line), entry);
      self->entries[i] = GTK_EDITABLE (entry);
    }
  self->fault = GTK_LABEL (jkb_wrapped_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->fault), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->fault), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
  gtk_box_append (GTK_BOX (self), line);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->fault));
}

GtkWidget *
jkb_range_row_new (JkbRangeKind kind, JkbScope *scope)
{
  JkbRangeRow *self = g_object_new (JKB_TYPE_RANGE_ROW, NULL);
  const char *const names[][2] = { [JKB_RANGE_DATES] = { _("First day"), _("Last day") },
                                   [JKB_RANGE_PEOPLE] = { _("Fewest people"), _("Most people") } };

  self->kind = kind;
  self->scope = g_object_ref (scope);
  for (gsize i = 0; i < 2; i++)
    {
      gtk_entry_set_placeholder_text (GTK_ENTRY (self->entries[i]), i == 0 ? C_("range", "from") : C_("range", "to"));
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->entries[i]), names[kind][i]);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entries[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      names[kind][i], -1);
    }
  g_signal_connect_object (scope, "filter-changed", G_CALLBACK (on_filter_changed_cb), self, 0);
  show (self);
  return GTK_WIDGET (self);
}
