/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-role-words.h"

#include <glib/gi18n-lib.h>

#include "labels/jkb-labels.h"
#include "ui/jkb-reference.h"

const char *
jkb_role_words_kind (JkbStatementKind kind)
{
  static const char *const labels[JKB_N_STATEMENT_KINDS] = {
    NC_("statements of a role", "Tasks"),
    NC_("statements of a role", "Knowledge"),
    NC_("statements of a role", "Skills"),
    NC_("statements of a role", "Deliverables"),
  };

  g_return_val_if_fail (kind < JKB_N_STATEMENT_KINDS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "statements of a role", labels[kind]);
}

const char *
jkb_role_words_fault (JkbFileFaultKind kind)
{
  switch (kind)
    {
    case JKB_FILE_FAULT_DANGLING:
      return _("Refers to what is not in the file; left out");
    case JKB_FILE_FAULT_DUPLICATE:
      return _("Listed twice; the first one counts");
    case JKB_FILE_FAULT_EMPTY:
      return _("Has no words");
    case JKB_N_FILE_FAULT_KINDS:
      break;
    }
  g_return_val_if_reached ("");
}

char *
jkb_role_words_edition (const JkbFrameworkFile *file, const JkbFrameworks *frameworks)
{
  const JkbFramework *known = jkb_framework_file_find_loaded (file, frameworks);
  const char *name = known != NULL ? known->short_name : file->framework;

  if (*file->edition == '\0')
    return known != NULL ? jkb_reference_title (known) : g_strdup (name);
  return g_strdup_printf ("%s %s", name, file->edition);
}

char *
jkb_role_words_counts (const JkbFrameworkFile *file)
{
  g_autofree char *n_roles = jkb_label_number (file->roles->len);
  g_autofree char *n_statements = jkb_label_number (file->statements->len);
  g_autofree char *roles
      /* Translators: %s is a number of roles */
      = g_strdup_printf (ngettext ("%s role", "%s roles", file->roles->len), n_roles);
  g_autofree char *statements
      /* Translators: %s is a number of tasks, knowledge and skills */
      = g_strdup_printf (ngettext ("%s statement", "%s statements", file->statements->len),
                         n_statements);

  return g_strdup_printf ("%s · %s", roles, statements);
}

char *
jkb_role_words_duties (const GPtrArray *duties)
{
  GString *list = g_string_new (NULL);
  JkbSubject last = JKB_SUBJECT_NONE;

  for (guint i = 0; i < duties->len; i++)
    {
      const JkbAssignment *duty = g_ptr_array_index (duties, i);
      const char *phase = jkb_label (JKB_WORDS_PHASE, (int) duty->phase);

      if (duty->subject == last)
        g_string_append_printf (list, "%s%s", C_("between list members", ", "), phase);
      else
        {
          g_string_append (list, i > 0 ? " · " : "");
          g_string_append_printf (list, _("%s: %s"), jkb_reference_label_subject (duty->subject), phase);
        }
      last = duty->subject;
    }
  return g_string_free (list, FALSE);
}
