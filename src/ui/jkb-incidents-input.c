/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-incidents-page-private.h"

#include "ui/jkb-compat.h"

/* ---------------------------------------------------------------- search */

static void
on_search_changed_cb (GtkSearchEntry *search, JkbIncidentsPage *self)
{
  if (self->is_following || self->scope == NULL)
    return;
  jkb_scope_set_words (self->scope, gtk_editable_get_text (GTK_EDITABLE (search)));
}

static void
on_search_stopped_cb (GtkSearchEntry *search, JkbIncidentsPage *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (search), "");
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
on_search_activated_cb (GtkSearchEntry *search, JkbIncidentsPage *self)
{
  if (jkb_scope_get_case_id (self->scope) == 0)
    jkb_case_table_move (self->table, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static gboolean
on_search_key_pressed_cb (GtkEventControllerKey *keys, guint keyval, guint keycode,
                          GdkModifierType state, JkbIncidentsPage *self)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
  return GDK_EVENT_STOP;
}

static void
on_search_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  JkbIncidentsPage *self = user_data;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "incidents");
  jkb_split_set_show_pane (self->split, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* ---------------------------------------------------------------- review */

/* While the review runs, keys are its steps and not the beginning of a search. */
static void
on_review_changed_cb (JkbReview *review, JkbIncidentsPage *self)
{
  gboolean is_active = jkb_review_is_active (review);

  gtk_search_entry_set_key_capture_widget (self->search, is_active ? NULL : GTK_WIDGET (self));
  if (is_active && jkb_scope_get_case_id (self->scope) != 0)
    jkb_incidents_page_open_case (self);
  jkb_incidents_page_show_state (self);
}

/* When a case goes, GTK moves the focus to the next thing that takes it, which is the search entry; there the
 * keys would be letters. */
static void
on_case_shown_cb (JkbCasePane *pane, gboolean is_same, JkbIncidentsPage *self)
{
  GtkWidget *focus = jkb_compat_get_focus (GTK_WIDGET (self));

  if (!jkb_review_is_active (self->review)
      || (focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->search))))
    return;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->table))
      || !gtk_widget_grab_focus (GTK_WIDGET (self->table)))
    gtk_widget_child_focus (GTK_WIDGET (self->review_bar), GTK_DIR_TAB_FORWARD);
}

/* Keys of an entry and of a list that is open are theirs. */
static gboolean
is_typing (GtkWidget *focus)
{
  return focus != NULL
         && (GTK_IS_EDITABLE (focus) || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL);
}

gboolean
jkb_incidents_page_take_key (JkbIncidentsPage *self, guint keyval, GdkModifierType state)
{
  JkbReviewStep step;

  g_return_val_if_fail (JKB_IS_INCIDENTS_PAGE (self), GDK_EVENT_PROPAGATE);

  if (self->review == NULL || !jkb_review_is_active (self->review)
      || !gtk_widget_get_mapped (GTK_WIDGET (self))
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0
      || is_typing (jkb_compat_get_focus (GTK_WIDGET (self))) || !jkb_review_step_of_key (keyval, &step))
    return GDK_EVENT_PROPAGATE;
  jkb_review_step (self->review, step);
  return GDK_EVENT_STOP;
}

static void
on_review_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  JkbIncidentsPage *self = user_data;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "incidents");
  jkb_review_start (self->review);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
on_review_step_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const char *const names[JKB_N_REVIEW_STEPS]
      = { "next", "previous", "accept", "correct", "reject", "undo", "stop" };
  JkbIncidentsPage *self = user_data;

  for (int step = 0; step < JKB_N_REVIEW_STEPS; step++)
    if (g_str_equal (names[step], g_variant_get_string (parameter, NULL)))
      jkb_review_step (self->review, (JkbReviewStep) step);
}

/* ---------------------------------------------------------------- the page's side */

void
jkb_incidents_page_bind_search (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated_cb);
}

void
jkb_incidents_page_set_up_search (JkbIncidentsPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_search_key_pressed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
}

void
jkb_incidents_page_set_up_review (JkbIncidentsPage *self)
{
  self->review = jkb_review_new (self->scope, self->case_pane);
  g_signal_connect_object (self->review, "changed", G_CALLBACK (on_review_changed_cb), self, 0);
  g_signal_connect_object (self->case_pane, "shown", G_CALLBACK (on_case_shown_cb), self, 0);
  jkb_review_bar_set_review (self->review_bar, self->review);
}

void
jkb_incidents_page_add_input_actions (JkbIncidentsPage *self, GActionMap *map)
{
  static const GActionEntry entries[] = {
    { "search", on_search_action_cb },
    { "review", on_review_activated_cb },
    { "review-step", on_review_step_activated_cb, "s" },
  };

  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
}
