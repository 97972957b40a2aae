/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/jkb-item-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/jkb-doubt.h"
#include "cli/jkb-fact-report.h"
#include "cli/jkb-output.h"
#include "labels/jkb-labels.h"

static gboolean
is_same_value (const JkbFact *a, const JkbFact *b)
{
  g_autofree char *x = jkb_fact_report_value (a);
  g_autofree char *y = jkb_fact_report_value (b);

  return strcmp (x, y) == 0 && jkb_fact_is_sure (a) == jkb_fact_is_sure (b);
}

static void
append_field (GString *report, const JkbItem *item, JkbField field, GString *missing)
{
  const char *label = jkb_label (JKB_WORDS_FIELD, (int) field);
  const JkbFact *last = NULL;

  for (guint i = 0; i < item->facts->len; i++)
    {
      const JkbFact *fact = g_ptr_array_index (item->facts, i);

      if (fact->field != field)
        continue;
      if (last != NULL && is_same_value (last, fact))
        jkb_fact_report_again (report, fact, item->text);
      else
        jkb_fact_report (report, last == NULL ? label : "", fact, item->text);
      last = fact;
    }
  if (last == NULL)
    jkb_fact_report_missing (missing, label);
}

/* The value of each field that a person should look at first, and why. */
static void
append_doubts (GString *report, const JkbItem *item, const JkbField *fields, gsize n_fields)
{
  gboolean is_first = TRUE;

  for (gsize i = 0; i < n_fields; i++)
    {
      const JkbFact *fact = jkb_item_find (item, fields[i]);
      g_autofree char *value = NULL;

      if (fact == NULL || fields[i] == JKB_FIELD_COUNTS || fields[i] == JKB_FIELD_DATES
          || jkb_fact_is_sure (fact))
        continue;
      value = jkb_fact_report_value (fact);
      jkb_fact_report_label (report, is_first ? _("To check") : "");
      /* Translators: a field, its value, why it is unsure */
      g_string_append_printf (report, _("%s: %s (%s)"), jkb_label (JKB_WORDS_FIELD, (int) fields[i]), value,
                              jkb_doubt_reason (fact, item->text));
      g_string_append_c (report, '\n');
      is_first = FALSE;
    }
}

static void
append_facts (GString *report, const JkbItem *item)
{
  g_autoptr(GString) missing = g_string_new (NULL);
  gsize n_fields;
  const JkbField *fields = jkb_fact_report_fields (&n_fields);

  for (gsize i = 0; i < n_fields; i++)
    append_field (report, item, fields[i], missing);
  append_doubts (report, item, fields, n_fields);
  if (missing->len > 0)
    {
      jkb_fact_report_label (report, _("Not stated"));
      g_string_append_printf (report, "%s\n", missing->str);
    }
}

static void
append_heading (GString *report, const JkbSource *source, const JkbItem *item)
{
  g_autofree char *name = jkb_output_clean (source->name, TRUE);
  g_autofree char *serial = jkb_output_clean (item->serial != NULL ? item->serial : "", TRUE);
  g_autofree char *title = jkb_output_clean (item->title != NULL ? item->title : "", TRUE);

  /* Translators: a file name, then which item of how many in that file */
  g_string_append_printf (report, _("%s, item %u of %u"), name, item->index + 1,
                          source->items->len);
  g_string_append_printf (report, "\n%s%s%s\n", serial, *serial != '\0' ? "  " : "",
                          *title != '\0' ? title : _("(no heading)"));
}

char *
jkb_item_report (const JkbSource *source, const JkbItem *item, gboolean with_text)
{
  GString *report = g_string_new (NULL);

  append_heading (report, source, item);
  if (item->is_notice)
    append_facts (report, item);
  else
    {
      g_autofree char *reason
          = jkb_output_clean (jkb_label_set_aside_reason (item->set_aside_reason), TRUE);

      jkb_fact_report_label (report, _("Set aside"));
      g_string_append_printf (report, "%s\n", reason);
    }
  if (with_text)
    {
      g_autofree char *text = jkb_output_clean (item->text, FALSE);

      g_string_append_printf (report, "\n%s\n", text);
    }
  g_string_append_c (report, '\n');
  return g_string_free (report, FALSE);
}
