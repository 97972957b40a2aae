/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-reference.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "frameworks/jkb-framework-shelf.h"
#include "frameworks/jkb-frameworks-own.h"
#include "labels/jkb-labels.h"

/* A change to what a person keeps of their own, with what takes it back. */
typedef struct
{
  char *name;
  GBytes *contents;                     /* what to keep under the name; NULL for nothing */
  gint64 time_us;
} Step;

struct _JkbReference
{
  GObject parent_instance;

  char *own;                            /* the folder */
  JkbFrameworks *frameworks;
  GError *error;
  GPtrArray *done;                      /* Step, what takes back the last change last */
  GPtrArray *undone;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* One change at a time, each with the reading after it: results come in that order. */
static GMutex own_mutex;

G_DEFINE_FINAL_TYPE (JkbReference, jkb_reference, G_TYPE_OBJECT)

static Step *
new_step (const char *name, GBytes *contents)
{
  Step *step = g_new0 (Step, 1);

  step->name = g_strdup (name);
  step->contents = contents != NULL ? g_bytes_ref (contents) : NULL;
  return step;
}

static void
free_step (gpointer pointer)
{
  Step *step = pointer;

  g_clear_pointer (&step->contents, g_bytes_unref);
  g_free (step->name);
  g_free (step);
}

/* ---- reading ---- */

static void
read_frameworks (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  JkbReference *self = source;
  GError *error = NULL;
  JkbFrameworks *frameworks;

  g_mutex_lock (&own_mutex);
  frameworks = jkb_frameworks_load_own (NULL, self->own, &error);
  g_mutex_unlock (&own_mutex);
  if (frameworks != NULL)
    g_task_return_pointer (task, frameworks, (GDestroyNotify) jkb_frameworks_unref);
  else
    g_task_return_error (task, error);
}

/* Widgets of before may hold the old frameworks until they have heard of the new ones. */
static void
take_frameworks (JkbReference *self, JkbFrameworks *frameworks)
{
  JkbFrameworks *old = self->frameworks;

  self->frameworks = frameworks;
  g_signal_emit (self, signals[CHANGED], 0);
  g_clear_pointer (&old, jkb_frameworks_unref);
}

static void
on_frameworks_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  JkbReference *self = JKB_REFERENCE (object);

  take_frameworks (self, g_task_propagate_pointer (G_TASK (result), &self->error));
}

/* ---- changing ---- */

typedef struct
{
  Step *step;
  GBytes *before;
  JkbFrameworks *frameworks;
  gboolean is_back;                     /* takes a change back, or makes one again */
} Change;

static void
free_change (gpointer pointer)
{
  Change *change = pointer;

  g_clear_pointer (&change->step, free_step);
  g_clear_pointer (&change->before, g_bytes_unref);
  g_clear_pointer (&change->frameworks, jkb_frameworks_unref);
  g_free (change);
}

static void
run_change (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  JkbReference *self = source;
  Change *change = data;
  GError *error = NULL;

  g_mutex_lock (&own_mutex);
  if (jkb_own_swap (self->own, change->step->name, change->step->contents, &change->before, &error))
    change->frameworks = jkb_frameworks_load_own (NULL, self->own, &error);
  g_mutex_unlock (&own_mutex);
  if (change->frameworks != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Runs before the caller hears of it. */
static void
on_changed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  JkbReference *self = JKB_REFERENCE (object);
  g_autoptr(GTask) outer = user_data;
  Change *change = g_task_get_task_data (G_TASK (result));
  GPtrArray *steps = change->is_back ? self->undone : self->done;
  GError *error = NULL;
  Step *back;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (outer, error);
      return;
    }
  back = new_step (change->step->name, change->before);
  back->time_us = g_get_monotonic_time ();
  g_ptr_array_add (steps, back);
  take_frameworks (self, g_steal_pointer (&change->frameworks));
  g_task_return_boolean (outer, TRUE);
}

static void
start_change (JkbReference *self, Step *step, gboolean is_back, gpointer tag,
              GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *outer = g_task_new (self, NULL, callback, user_data);
  g_autoptr(GTask) task = g_task_new (self, NULL, on_changed_cb, outer);
  Change *change = g_new0 (Change, 1);

  change->step = step;
  change->is_back = is_back;
  g_task_set_source_tag (outer, tag);
  g_task_set_task_data (task, change, free_change);
  g_task_run_in_thread (task, run_change);
}

/* ---- life ---- */

static void
jkb_reference_finalize (GObject *object)
{
  JkbReference *self = JKB_REFERENCE (object);

  g_clear_pointer (&self->frameworks, jkb_frameworks_unref);
  g_clear_error (&self->error);
  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);
  g_free (self->own);
  G_OBJECT_CLASS (jkb_reference_parent_class)->finalize (object);
}

static void
jkb_reference_class_init (JkbReferenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jkb_reference_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jkb_reference_init (JkbReference *self)
{
  self->own = jkb_own_folder ();
  self->done = g_ptr_array_new_with_free_func (free_step);
  self->undone = g_ptr_array_new_with_free_func (free_step);
}

JkbReference *
jkb_reference_get_default (void)
{
  static JkbReference *reference = NULL;

  if (reference == NULL)
    {
      g_autoptr(GTask) task = NULL;

      reference = g_object_new (JKB_TYPE_REFERENCE, NULL);
      task = g_task_new (reference, NULL, on_frameworks_read_cb, NULL);
      g_task_set_source_tag (task, read_frameworks);
      g_task_run_in_thread (task, read_frameworks);
    }
  return reference;
}

void
jkb_reference_swap_async (JkbReference *self, const char *name, GBytes *contents,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (JKB_IS_REFERENCE (self));
  g_return_if_fail (name != NULL);

  g_ptr_array_set_size (self->undone, 0);
  start_change (self, new_step (name, contents), FALSE, jkb_reference_swap_async, callback,
                user_data);
}

gboolean
jkb_reference_swap_finish (JkbReference *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gint64
jkb_reference_get_step_time (JkbReference *self, gboolean is_undo)
{
  const GPtrArray *steps;

  g_return_val_if_fail (JKB_IS_REFERENCE (self), 0);

  steps = is_undo ? self->done : self->undone;
  return steps->len > 0 ? ((const Step *) g_ptr_array_index (steps, steps->len - 1))->time_us : 0;
}

void
jkb_reference_step_async (JkbReference *self, gboolean is_undo, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GPtrArray *steps;

  g_return_if_fail (JKB_IS_REFERENCE (self));

  steps = is_undo ? self->done : self->undone;
  g_return_if_fail (steps->len > 0);

  start_change (self, g_ptr_array_steal_index (steps, steps->len - 1), is_undo,
                jkb_reference_step_async, callback, user_data);
}

JkbFrameworks *
jkb_reference_get_frameworks (JkbReference *self)
{
  g_return_val_if_fail (JKB_IS_REFERENCE (self), NULL);

  return self->frameworks;
}

const GError *
jkb_reference_get_error (JkbReference *self)
{
  g_return_val_if_fail (JKB_IS_REFERENCE (self), NULL);

  return self->error;
}

char *
jkb_reference_name_role (const JkbRole *role)
{
  return g_strjoin ("/", role->framework->id, role->framework->edition, role->id, NULL);
}

const JkbRole *
jkb_reference_find_role (JkbReference *self, const char *name)
{
  g_auto(GStrv) parts = NULL;
  const JkbFramework *framework;

  g_return_val_if_fail (JKB_IS_REFERENCE (self), NULL);

  parts = g_strsplit (name, "/", 3);
  if (self->frameworks == NULL || g_strv_length (parts) != 3)
    return NULL;
  framework = jkb_frameworks_find (self->frameworks, parts[0], parts[1]);
  return framework != NULL ? jkb_framework_find_role (framework, parts[2]) : NULL;
}

const char *
jkb_reference_label (const JkbFrameworkText *text)
{
  return jkb_label_pick (text->en, text->ja);
}

char *
jkb_reference_count_units (const JkbFramework *framework, guint n)
{
  g_autofree char *number = jkb_label_number (n);

  /* Translators: a number of roles and the publisher’s word for one: “1 work role”, “42 work roles” */
  return g_strdup_printf (ngettext ("%1$s %2$s", "%1$s %2$ss", n), number,
                          jkb_reference_label (&framework->unit));
}

const char *
jkb_reference_label_other (const JkbFrameworkText *text)
{
  const char *shown = jkb_reference_label (text);
  const char *other = shown == text->ja ? text->en : text->ja;

  return *other != '\0' && strcmp (shown, other) != 0 ? other : NULL;
}

const char *
jkb_reference_label_subject (JkbSubject subject)
{
  int circumstance = jkb_subject_get_circumstance (subject);

  return circumstance >= 0 ? jkb_label (JKB_WORDS_CIRCUMSTANCE, circumstance)
                           : jkb_label (JKB_WORDS_TYPE, (int) jkb_subject_get_type (subject));
}

const char *
jkb_reference_label_weight (int weight)
{
  if (weight >= JKB_WEIGHT_LEAD)
    return C_("role", "Leads");
  return weight == JKB_WEIGHT_INVOLVED ? C_("role", "Involved") : C_("role", "Supports");
}

const char *
jkb_reference_label_relation (JkbRelation relation)
{
  switch (relation)
    {
    case JKB_RELATION_EXACT:
      return C_("relation of roles", "Same code");
    case JKB_RELATION_CLOSE:
      return C_("relation of roles", "Close");
    case JKB_RELATION_PARTIAL:
      return C_("relation of roles", "Overlaps");
    case JKB_N_RELATIONS:
      break;
    }
  g_return_val_if_reached ("");
}

const char *
jkb_reference_dots (int weight)
{
  static const char *const dots[] = { "", "●", "●●", "●●●" };

  return dots[CLAMP (weight, 0, JKB_WEIGHT_LEAD)];
}

char *
jkb_reference_title (const JkbFramework *framework)
{
  return g_strchomp (g_strdup_printf ("%s %s", framework->short_name, framework->edition));
}
