/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-case-file.h"

#include "core/jkb-chain.h"
#include "core/jkb-incident-facts.h"
#include "store/jkb-case-file-private.h"

void
jkb_case_notice_free (JkbCaseNotice *notice)
{
  g_free (notice->source_name);
  g_free (notice->source_kind);
  g_free (notice->charset);
  g_free (notice->sha256);
  jkb_item_free (notice->item);
  g_free (notice);
}

static void
free_fact (JkbCaseFact *fact)
{
  g_free (fact->read_value);
  g_free (fact);
}

static void
free_change (JkbCaseChange *change)
{
  g_free (change->who);
  g_free (change->what);
  g_free (change->old_value);
  g_free (change->new_value);
  g_free (change);
}

JkbCaseFile *
jkb_case_file_new (JkbIncident *incident)
{
  JkbCaseFile *self = g_new0 (JkbCaseFile, 1);

  self->incident = incident;
  self->notices = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_case_notice_free);
  self->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) free_fact);
  self->history = g_ptr_array_new_with_free_func ((GDestroyNotify) free_change);
  self->own_facts = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_fact_free);
  return self;
}

void
jkb_case_file_free (JkbCaseFile *self)
{
  if (self == NULL)
    return;
  jkb_incident_free (self->incident);
  g_free (self->notes);
  g_ptr_array_unref (self->notices);
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->history);
  g_ptr_array_unref (self->own_facts);
  g_free (self);
}

static int
rank_state (JkbFactState state)
{
  switch (state)
    {
    case JKB_FACT_CORRECTED: return 0;
    case JKB_FACT_CONFIRMED: return 1;
    case JKB_FACT_READ: return 2;
    default: return 3;
    }
}

static int
compare_facts (gconstpointer a, gconstpointer b)
{
  const JkbFact *x = (*(const JkbCaseFact *const *) a)->fact;
  const JkbFact *y = (*(const JkbCaseFact *const *) b)->fact;

  if (x->field != y->field)
    return (int) x->field - (int) y->field;
  return rank_state (x->state) - rank_state (y->state);
}

void
jkb_case_file_sort (JkbCaseFile *self)
{
  g_ptr_array_sort (self->facts, compare_facts);
}

/* What one notice of the case says by itself. */
static JkbIncident *
read_notice (const JkbCaseFile *self, guint place)
{
  const JkbCaseNotice *notice = g_ptr_array_index (self->notices, place);
  g_autoptr(GPtrArray) facts = g_ptr_array_new ();
  JkbIncident *incident = jkb_incident_new ();

  for (guint i = 0; i < self->facts->len; i++)
    {
      const JkbCaseFact *fact = g_ptr_array_index (self->facts, i);

      if (fact->notice_id == notice->id)
        g_ptr_array_add (facts, (gpointer) fact->fact);
    }
  jkb_incident_set_facts (incident, facts);
  return incident;
}

GPtrArray *
jkb_case_file_changes (const JkbCaseFile *self, guint place)
{
  g_autoptr(JkbIncident) before = NULL;
  g_autoptr(JkbIncident) after = NULL;

  g_return_val_if_fail (self != NULL && place > 0 && place < self->notices->len, NULL);

  before = read_notice (self, place - 1);
  after = read_notice (self, place);
  return jkb_chain_changes (before, after);
}

JkbCaseFile *
jkb_case_file_new_from_item (const JkbSource *source, const JkbItem *item)
{
  JkbCaseFile *self = jkb_case_file_new (jkb_incident_from_item (item));
  JkbCaseNotice *notice = g_new0 (JkbCaseNotice, 1);

  notice->id = 1;
  notice->source_name = g_strdup (source->name);
  notice->source_kind = g_strdup (source->kind);
  notice->charset = g_strdup (source->charset);
  notice->sha256 = g_strdup (jkb_source_sha256 (source));
  notice->item = jkb_item_copy (item);
  g_ptr_array_add (self->notices, notice);
  for (guint i = 0; i < notice->item->facts->len; i++)
    {
      JkbCaseFact *fact = g_new0 (JkbCaseFact, 1);

      fact->id = (gint64) i + 1;
      fact->notice_id = notice->id;
      fact->fact = g_ptr_array_index (notice->item->facts, i);
      g_ptr_array_add (self->facts, fact);
    }
  jkb_case_file_sort (self);
  return self;
}

const JkbCaseFact *
jkb_case_file_find (const JkbCaseFile *self, JkbField field)
{
  for (guint i = 0; i < self->facts->len; i++)
    {
      const JkbCaseFact *fact = g_ptr_array_index (self->facts, i);

      if (fact->fact->field == field && fact->fact->state != JKB_FACT_REJECTED)
        return fact;
    }
  return NULL;
}
