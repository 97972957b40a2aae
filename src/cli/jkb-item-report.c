/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/jkb-item-report.h"

#include <glib/gi18n-lib.h>

#include "cli/jkb-fact-report.h"
#include "cli/jkb-output.h"
#include "labels/jkb-labels.h"

static void
append_field (GString *report, const JkbItem *item, JkbField field, GString *missing)
{
  const char *label = jkb_label (JKB_WORDS_FIELD, (int) field);
  const char *next_label = label;

  for (guint i = 0; i < item->facts->len; i++)
    {
      const JkbFact *fact = g_ptr_array_index (item->facts, i);

      if (fact->field == field)
        {
          jkb_fact_report (report, next_label, fact, item->text);
          next_label = "";
        }
    }
  if (next_label == label)
    jkb_fact_report_missing (missing, label);
}

static void
append_facts (GString *report, const JkbItem *item)
{
  g_autoptr(GString) missing = g_string_new (NULL);
  gsize n_fields;
  const JkbField *fields = jkb_fact_report_fields (&n_fields);

  for (gsize i = 0; i < n_fields; i++)
    append_field (report, item, fields[i], missing);
  if (missing->len > 0)
    {
      jkb_fact_report_label (report, _("Not said"));
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
