/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-review.h"

#include <glib/gi18n-lib.h>

#include "labels/jkb-labels.h"
#include "ui/jkb-fact-group.h"

#define UNREAD (1u << JKB_REVIEW_UNREAD)

struct _JkbReview
{
  GObject parent_instance;

  JkbScope *scope;
  JkbCasePane *pane;                    /* not owned */
  JkbFilter *filter_before;             /* NULL while it is not active */
  gint64 next_case;                     /* what to show when the case at hand leaves the queue */
  int entry_step;                       /* from which end a case is entered: 1 top, -1 bottom */
  gboolean is_advancing;                /* when the case is read again, go on to the next value */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbReview, jkb_review, G_TYPE_OBJECT)

static JkbSelection *
get_queue (JkbReview *self)
{
  return jkb_scope_get_selection (self->scope);
}

static gboolean
is_queue (const JkbFilter *filter)
{
  return filter->reviews == UNREAD;
}

/* The case beside the one at hand; at the ends of the queue the other neighbour, or 0. */
static gint64
find_neighbour (JkbReview *self, int step)
{
  JkbSelection *queue = get_queue (self);
  guint n = queue != NULL ? jkb_selection_n (queue) : 0;
  guint position;

  if (n == 0 || !jkb_selection_find (queue, jkb_scope_get_case_id (self->scope), &position))
    return n > 0 ? jkb_selection_get_id (queue, 0) : 0;
  if (step > 0)
    return jkb_selection_get_id (queue, position + 1 < n ? position + 1 : 0);
  return jkb_selection_get_id (queue, position > 0 ? position - 1 : n - 1);
}

static void
enter_case (JkbReview *self, gint64 case_id, int step)
{
  self->entry_step = step;
  self->is_advancing = FALSE;
  jkb_scope_set_case_id (self->scope, case_id);
}

static void
choose (JkbReview *self, const JkbCaseFact *fact)
{
  jkb_case_pane_choose_fact (self->pane, fact != NULL ? fact->id : 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
end (JkbReview *self)
{
  g_clear_pointer (&self->filter_before, jkb_filter_free);
  self->is_advancing = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---------------------------------------------------------------- what happens around it */

static void
on_shown_cb (JkbCasePane *pane, gboolean is_same, JkbReview *self)
{
  if (!jkb_review_is_active (self))
    return;
  if (!is_same)
    {
      jkb_case_pane_choose_fact (pane, 0);
      choose (self, jkb_case_pane_find_unsure (pane, self->entry_step));
    }
  else if (self->is_advancing)
    {
      const JkbCaseFact *next = jkb_case_pane_find_unsure (pane, 1);

      jkb_case_pane_choose_fact (pane, 0);
      choose (self, next != NULL ? next : jkb_case_pane_find_unsure (pane, 1));
    }
  self->is_advancing = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_selection_changed_cb (JkbScope *scope, JkbReview *self)
{
  JkbSelection *queue = get_queue (self);
  guint position;

  if (!jkb_review_is_active (self) || !jkb_scope_is_settled (scope))
    return;
  if (!jkb_selection_find (queue, jkb_scope_get_case_id (scope), &position))
    {
      if (self->next_case == 0 || !jkb_selection_find (queue, self->next_case, &position))
        self->next_case = jkb_selection_n (queue) > 0 ? jkb_selection_get_id (queue, 0) : 0;
      enter_case (self, self->next_case, 1);
    }
  self->next_case = find_neighbour (self, 1);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_case_changed_cb (JkbScope *scope, GParamSpec *pspec, JkbReview *self)
{
  if (jkb_review_is_active (self))
    self->next_case = find_neighbour (self, 1);
}

static void
on_filter_changed_cb (JkbScope *scope, JkbReview *self)
{
  if (jkb_review_is_active (self) && !is_queue (jkb_scope_get_filter (scope)))
    end (self);
}

static void
jkb_review_dispose (GObject *object)
{
  JkbReview *self = JKB_REVIEW (object);

  g_clear_pointer (&self->filter_before, jkb_filter_free);
  g_clear_object (&self->scope);
  G_OBJECT_CLASS (jkb_review_parent_class)->dispose (object);
}

static void
jkb_review_class_init (JkbReviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jkb_review_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jkb_review_init (JkbReview *self)
{
  self->entry_step = 1;
}

JkbReview *
jkb_review_new (JkbScope *scope, JkbCasePane *pane)
{
  JkbReview *self = g_object_new (JKB_TYPE_REVIEW, NULL);

  self->scope = g_object_ref (scope);
  self->pane = pane;
  g_signal_connect_object (pane, "shown", G_CALLBACK (on_shown_cb), self, 0);
  g_signal_connect_object (scope, "selection-changed", G_CALLBACK (on_selection_changed_cb), self,
                           0);
  g_signal_connect_object (scope, "notify::case-id", G_CALLBACK (on_case_changed_cb), self, 0);
  g_signal_connect_object (scope, "filter-changed", G_CALLBACK (on_filter_changed_cb), self, 0);
  return self;
}

gboolean
jkb_review_is_active (JkbReview *self)
{
  g_return_val_if_fail (JKB_IS_REVIEW (self), FALSE);

  return self->filter_before != NULL;
}

void
jkb_review_start (JkbReview *self)
{
  g_autoptr(JkbFilter) filter = jkb_filter_new ();

  g_return_if_fail (JKB_IS_REVIEW (self));

  if (jkb_review_is_active (self))
    return;
  self->filter_before = jkb_filter_copy (jkb_scope_get_filter (self->scope));
  filter->reviews = UNREAD;
  jkb_scope_set_case_id (self->scope, 0);
  if (jkb_filter_equal (self->filter_before, filter))
    on_selection_changed_cb (self->scope, self);
  else
    jkb_scope_set_filter (self->scope, filter);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---------------------------------------------------------------- steps */

static void
stop (JkbReview *self)
{
  g_autoptr(JkbFilter) before = g_steal_pointer (&self->filter_before);

  jkb_scope_set_filter (self->scope, before);
  end (self);
}

static void
go (JkbReview *self, int step)
{
  const JkbCaseFact *fact = jkb_case_pane_find_unsure (self->pane, step);

  if (fact != NULL)
    choose (self, fact);
  else
    enter_case (self, find_neighbour (self, step), step);
}

static gboolean
activate (JkbReview *self, const char *action)
{
  return gtk_widget_activate_action (GTK_WIDGET (self->pane), action, NULL);
}

static void
answer (JkbReview *self, const char *action)
{
  self->is_advancing = TRUE;
  activate (self, action);
}

void
jkb_review_step (JkbReview *self, JkbReviewStep step)
{
  g_return_if_fail (JKB_IS_REVIEW (self));

  if (!jkb_review_is_active (self))
    return;
  if (step == JKB_REVIEW_STOP)
    stop (self);
  else if (step == JKB_REVIEW_UNDO)
    activate (self, "win.undo");
  else if (jkb_case_pane_get_file (self->pane) == NULL)
    return;
  else if (step == JKB_REVIEW_NEXT || step == JKB_REVIEW_PREVIOUS)
    go (self, step == JKB_REVIEW_NEXT ? 1 : -1);
  else if (jkb_case_pane_get_fact (self->pane) == NULL)
    {
      if (step == JKB_REVIEW_ACCEPT)
        activate (self, "win.review-case");
    }
  else if (step == JKB_REVIEW_CORRECT)
    answer (self, "win.correct-fact");
  else
    answer (self, step == JKB_REVIEW_ACCEPT ? "win.accept-fact" : "win.reject-fact");
}

gboolean
jkb_review_step_of_key (guint keyval, JkbReviewStep *step)
{
  static const struct
  {
    guint keyval;
    JkbReviewStep step;
  } keys[] = {
    { GDK_KEY_j, JKB_REVIEW_NEXT },          { GDK_KEY_k, JKB_REVIEW_PREVIOUS },
    { GDK_KEY_Return, JKB_REVIEW_ACCEPT },   { GDK_KEY_KP_Enter, JKB_REVIEW_ACCEPT },
    { GDK_KEY_e, JKB_REVIEW_CORRECT },       { GDK_KEY_x, JKB_REVIEW_REJECT },
    { GDK_KEY_u, JKB_REVIEW_UNDO },          { GDK_KEY_Escape, JKB_REVIEW_STOP },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (gdk_keyval_to_lower (keyval) == keys[i].keyval)
      {
        *step = keys[i].step;
        return TRUE;
      }
  return FALSE;
}

/* ---------------------------------------------------------------- words */

gboolean
jkb_review_is_done (JkbReview *self)
{
  JkbSelection *queue;

  g_return_val_if_fail (JKB_IS_REVIEW (self), FALSE);

  queue = get_queue (self);
  return queue == NULL || jkb_selection_n (queue) == 0;
}

char *
jkb_review_word_queue (JkbReview *self)
{
  JkbSelection *queue;
  guint n;

  g_return_val_if_fail (JKB_IS_REVIEW (self), NULL);

  queue = get_queue (self);
  n = queue != NULL ? jkb_selection_n (queue) : 0;
  if (n == 0)
    return g_strdup (_("All read"));
  return g_strdup_printf (ngettext ("%u to review", "%u to review", n), n);
}

/* Other values of the field that stand in the same case, as a list; NULL when there are none. */
static char *
list_rivals (const JkbCaseFile *file, const JkbCaseFact *fact)
{
  g_autoptr(GPtrArray) groups = jkb_fact_groups_new (file, fact->fact->field);
  GString *rivals = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const JkbFact *other = jkb_fact_group_first (groups->pdata[i])->fact;
      g_autofree char *words = jkb_fact_words (other);

      if (other->state == JKB_FACT_REJECTED || g_str_equal (other->value, fact->fact->value))
        continue;
      if (rivals->len > 0)
        g_string_append (rivals, C_("between list members", ", "));
      g_string_append (rivals, words);
    }
  if (rivals->len > 0 && fact->fact->field != JKB_FIELD_DATA_ITEMS)
    return g_string_free (rivals, FALSE);
  g_string_free (rivals, TRUE);
  return NULL;
}

char *
jkb_review_word_reason (JkbReview *self)
{
  const JkbCaseFile *file;
  const JkbCaseFact *fact;
  g_autofree char *value = NULL;
  g_autofree char *rivals = NULL;
  g_autofree char *basis = NULL;

  g_return_val_if_fail (JKB_IS_REVIEW (self), NULL);

  file = jkb_case_pane_get_file (self->pane);
  fact = jkb_case_pane_get_fact (self->pane);
  if (file == NULL)
    return g_strdup (_("No case is waiting for a review."));
  if (fact == NULL)
    return g_strdup (_("Nothing unsure is left in this case. Enter marks it as reviewed."));
  value = jkb_fact_words (fact->fact);
  basis = jkb_fact_basis (fact->fact);
  rivals = list_rivals (file, fact);
  if (rivals != NULL)
    /* Translators: field, value, who read it and how sure; then other values of the field */
    return g_strdup_printf (_("%s: %s (%s). The text also has: %s"),
                            jkb_label (JKB_WORDS_FIELD, (int) fact->fact->field), value, basis,
                            rivals);
  /* Translators: field, value, who read it and how sure */
  return g_strdup_printf (_("%s: %s (%s)"), jkb_label (JKB_WORDS_FIELD, (int) fact->fact->field),
                          value, basis);
}
