/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-reference.h"

#include <glib/gi18n-lib.h>

#include "labels/jkb-labels.h"

struct _JkbReference
{
  GObject parent_instance;

  JkbFrameworks *frameworks;
  GError *error;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbReference, jkb_reference, G_TYPE_OBJECT)

static void
read_frameworks (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  JkbFrameworks *frameworks = jkb_frameworks_load (NULL, &error);

  if (frameworks != NULL)
    g_task_return_pointer (task, frameworks, (GDestroyNotify) jkb_frameworks_unref);
  else
    g_task_return_error (task, error);
}

static void
on_frameworks_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  JkbReference *self = JKB_REFERENCE (object);

  self->frameworks = g_task_propagate_pointer (G_TASK (result), &self->error);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
jkb_reference_finalize (GObject *object)
{
  JkbReference *self = JKB_REFERENCE (object);

  g_clear_pointer (&self->frameworks, jkb_frameworks_unref);
  g_clear_error (&self->error);
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
  return g_strdup_printf ("%s %s", framework->short_name, framework->edition);
}
