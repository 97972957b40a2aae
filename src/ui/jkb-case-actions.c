/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-case-actions.h"

#include <glib/gi18n-lib.h>

#include "ui/jkb-casebook-actions.h"

struct _JkbCaseActions
{
  GObject parent_instance;

  GSimpleActionGroup *group;
  JkbStore *store;
  const JkbCaseFile *file;
  const JkbCaseFact *fact;
};

enum
{
  EDITED,
  CORRECT,
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbCaseActions, jkb_case_actions, G_TYPE_OBJECT)

typedef struct
{
  JkbCaseActions *actions;
  char *message;
} Change;

static void
on_change_written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Change *change = user_data;
  g_autoptr(GError) error = NULL;
  gboolean good = jkb_store_write_finish (JKB_STORE (object), result, &error);
  g_autofree char *failure = good ? NULL : jkb_casebook_describe_error (error);

  g_signal_emit (change->actions, signals[EDITED], 0, good ? change->message : failure, good);
  g_object_unref (change->actions);
  g_free (change->message);
  g_free (change);
}

static void
write_change (JkbCaseActions *self, const JkbEdit *edit, const char *message)
{
  Change *change = g_new0 (Change, 1);

  change->actions = g_object_ref (self);
  change->message = g_strdup (message);
  jkb_store_edit_async (self->store, edit, 1, NULL, on_change_written_cb, change);
}

static void
set_fact_state (JkbCaseActions *self, JkbFactState state, const char *value,
                JkbCountQualifier qualifier, const char *message)
{
  const JkbFact *fact = self->fact->fact;
  JkbEdit edit = { .kind = JKB_EDIT_FACT, .incident_id = self->file->incident->id,
                   .fact_id = self->fact->id, .field = fact->field, .state = state,
                   .value = value, .qualifier = qualifier };

  write_change (self, &edit, message);
}

static void
on_accept_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  set_fact_state (user_data, JKB_FACT_CONFIRMED, NULL, JKB_QUALIFIER_EXACT, _("Fact accepted"));
}

static void
on_reject_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  set_fact_state (user_data, JKB_FACT_REJECTED, NULL, JKB_QUALIFIER_EXACT, _("Fact rejected"));
}

static void
on_correct_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_signal_emit (user_data, signals[CORRECT], 0);
}

static void
on_review_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  JkbCaseActions *self = user_data;
  JkbEdit edit = { .kind = JKB_EDIT_REVIEWED, .incident_id = self->file->incident->id };

  write_change (self, &edit, _("Case marked as reviewed"));
}

static void
on_bin_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  JkbCaseActions *self = user_data;
  JkbEdit edit = { .kind = JKB_EDIT_DELETE, .incident_id = self->file->incident->id };

  write_change (self, &edit, _("Case moved to the bin"));
}

static void
on_open_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  JkbCaseActions *self = user_data;

  g_signal_emit (self, signals[OPEN], 0, self->file->incident->source_uri);
}

static void
enable (JkbCaseActions *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->group), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
enable_all (JkbCaseActions *self)
{
  gboolean can_edit = jkb_case_actions_can_edit (self);
  gboolean has_fact = can_edit && self->fact != NULL;
  const JkbIncident *incident = self->file != NULL ? self->file->incident : NULL;

  enable (self, "accept-fact", has_fact && self->fact->fact->state != JKB_FACT_CONFIRMED);
  enable (self, "correct-fact", has_fact);
  enable (self, "reject-fact", has_fact && self->fact->fact->state != JKB_FACT_REJECTED);
  enable (self, "bin-case", can_edit);
  enable (self, "review-case", can_edit && incident->review == JKB_REVIEW_UNREAD);
  enable (self, "open-source", incident != NULL && incident->source_uri != NULL);
}

static void
jkb_case_actions_dispose (GObject *object)
{
  JkbCaseActions *self = JKB_CASE_ACTIONS (object);

  self->file = NULL;
  self->fact = NULL;
  g_clear_object (&self->store);
  g_clear_object (&self->group);
  G_OBJECT_CLASS (jkb_case_actions_parent_class)->dispose (object);
}

static void
jkb_case_actions_class_init (JkbCaseActionsClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jkb_case_actions_dispose;
  signals[EDITED] = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[CORRECT] = g_signal_new ("correct", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[OPEN] = g_signal_new ("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_STRING);
}

static void
jkb_case_actions_init (JkbCaseActions *self)
{
  static const GActionEntry entries[] = {
    { "accept-fact", on_accept_activated_cb },
    { "correct-fact", on_correct_activated_cb },
    { "reject-fact", on_reject_activated_cb },
    { "review-case", on_review_activated_cb },
    { "bin-case", on_bin_activated_cb },
    { "open-source", on_open_activated_cb },
  };

  self->group = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries),
                                   self);
  enable_all (self);
}

JkbCaseActions *
jkb_case_actions_new (void)
{
  return g_object_new (JKB_TYPE_CASE_ACTIONS, NULL);
}

void
jkb_case_actions_set (JkbCaseActions *self, JkbCasebook *casebook, const JkbCaseFile *file,
                      const JkbCaseFact *fact)
{
  g_return_if_fail (JKB_IS_CASE_ACTIONS (self));

  g_set_object (&self->store, jkb_casebook_get_store (casebook));
  self->file = file;
  self->fact = fact;
  enable_all (self);
}

gboolean
jkb_case_actions_can_edit (JkbCaseActions *self)
{
  g_return_val_if_fail (JKB_IS_CASE_ACTIONS (self), FALSE);

  return self->file != NULL && self->store != NULL && !jkb_store_is_read_only (self->store);
}

void
jkb_case_actions_correct (JkbCaseActions *self, const char *value, JkbCountQualifier qualifier)
{
  g_return_if_fail (JKB_IS_CASE_ACTIONS (self));

  if (self->fact != NULL && jkb_case_actions_can_edit (self))
    set_fact_state (self, JKB_FACT_CORRECTED, value, qualifier, _("Fact corrected"));
}

void
jkb_case_actions_enter (JkbCaseActions *self, JkbField field, const char *value,
                        JkbCountQualifier qualifier)
{
  JkbEdit edit = { .kind = JKB_EDIT_VALUE, .field = field, .value = value,
                   .qualifier = qualifier };

  g_return_if_fail (JKB_IS_CASE_ACTIONS (self));

  if (!jkb_case_actions_can_edit (self))
    return;
  edit.incident_id = self->file->incident->id;
  write_change (self, &edit, _("Value entered"));
}

void
jkb_case_actions_add_to (JkbCaseActions *self, GActionMap *map)
{
  g_auto(GStrv) names = NULL;

  g_return_if_fail (JKB_IS_CASE_ACTIONS (self));

  names = g_action_group_list_actions (G_ACTION_GROUP (self->group));
  for (gsize i = 0; names[i] != NULL; i++)
    g_action_map_add_action (map,
                             g_action_map_lookup_action (G_ACTION_MAP (self->group), names[i]));
}
