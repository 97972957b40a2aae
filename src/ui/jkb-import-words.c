/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-import-words.h"

#include <glib/gi18n-lib.h>

#include "labels/jkb-label-change.h"
#include "labels/jkb-labels.h"

static void
add_part (GString *text, char *part)
{
  if (text->len > 0)
    g_string_append (text, C_("between list members", ", "));
  g_string_append (text, part);
  g_free (part);
}

gboolean
jkb_import_words_has_changed (const JkbImportReport *report)
{
  return report->n_outcomes[JKB_OUTCOME_NEW] + report->n_outcomes[JKB_OUTCOME_BUNDLED]
             + report->n_outcomes[JKB_OUTCOME_FOLLOW_UP]
         > 0;
}

char *
jkb_import_words_report (const JkbImportReport *report)
{
  const guint *n = report->n_outcomes;
  guint n_known = n[JKB_OUTCOME_KNOWN] + n[JKB_OUTCOME_SAME_NOTICE] + n[JKB_OUTCOME_IN_BIN];
  GString *text = g_string_new (NULL);

  if (n[JKB_OUTCOME_NEW] > 0)
    add_part (text, g_strdup_printf (ngettext ("%u new case", "%u new cases", n[JKB_OUTCOME_NEW]),
                                     n[JKB_OUTCOME_NEW]));
  if (n[JKB_OUTCOME_BUNDLED] > 0)
    add_part (text, g_strdup_printf (ngettext ("%u notice of a bundled case", "%u notices of bundled cases",
                                               n[JKB_OUTCOME_BUNDLED]),
                                     n[JKB_OUTCOME_BUNDLED]));
  if (n[JKB_OUTCOME_FOLLOW_UP] > 0)
    add_part (text, g_strdup_printf (ngettext ("%u further report", "%u further reports",
                                               n[JKB_OUTCOME_FOLLOW_UP]),
                                     n[JKB_OUTCOME_FOLLOW_UP]));
  if (n_known > 0)
    add_part (text, g_strdup_printf (ngettext ("%u known", "%u known", n_known), n_known));
  if (n[JKB_OUTCOME_SET_ASIDE] > 0)
    add_part (text, g_strdup_printf (ngettext ("%u set aside", "%u set aside",
                                               n[JKB_OUTCOME_SET_ASIDE]),
                                     n[JKB_OUTCOME_SET_ASIDE]));
  if (report->n_failed > 0)
    add_part (text, g_strdup_printf (ngettext ("%u unreadable", "%u unreadable",
                                               report->n_failed), report->n_failed));
  if (text->len == 0)
    g_string_append (text, _("Nothing to import was found"));
  return g_string_free (text, FALSE);
}

static char *
word_follow_up (const GPtrArray *changes)
{
  GString *words = g_string_new (C_("import", "Further report of a known incident"));

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      g_autofree char *change = jkb_label_change (g_ptr_array_index (changes, i));

      g_string_append_printf (words, "\n%s", change);
    }
  return g_string_free (words, FALSE);
}

char *
jkb_import_words_outcome (JkbOutcome outcome, const char *set_aside_reason, const GPtrArray *changes)
{
  switch (outcome)
    {
    case JKB_OUTCOME_NEW:
      return g_strdup (C_("import", "New case"));
    case JKB_OUTCOME_BUNDLED:
      return g_strdup (C_("import", "Joins the case that came with Jikenbo"));
    case JKB_OUTCOME_KNOWN:
      return g_strdup (C_("import", "Known: imported before"));
    case JKB_OUTCOME_SAME_NOTICE:
      return g_strdup (C_("import", "Known: the same notice from another source"));
    case JKB_OUTCOME_FOLLOW_UP:
      return word_follow_up (changes);
    case JKB_OUTCOME_IN_BIN:
      return g_strdup (C_("import", "Known: its case is in the bin"));
    case JKB_OUTCOME_SET_ASIDE:
    case JKB_N_OUTCOMES:
    default:
      /* Translators: %s is the reason why an item is no notice, e.g. "General article" */
      return g_strdup_printf (C_("import", "Set aside: %s"),
                              jkb_label_set_aside_reason (set_aside_reason));
    }
}

const char *
jkb_import_words_icon (JkbOutcome outcome)
{
  return outcome == JKB_OUTCOME_NEW || outcome == JKB_OUTCOME_BUNDLED || outcome == JKB_OUTCOME_FOLLOW_UP
             ? "list-add-symbolic"
         : outcome == JKB_OUTCOME_SET_ASIDE ? "action-unavailable-symbolic"
                                            : "object-select-symbolic";
}
