/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/jkb-cli-casebook.h"
#include "cli/jkb-command.h"
#include "cli/jkb-output.h"
#include "cli/jkb-roles-report.h"

typedef struct
{
  char *type;
  char *circumstance;
  char *role;
  char *framework;
  char *format;
  char *casebook;
  gboolean is_matrix;
} Typed;

static void
clear_typed (Typed *typed)
{
  g_free (typed->type);
  g_free (typed->circumstance);
  g_free (typed->role);
  g_free (typed->framework);
  g_free (typed->format);
  g_free (typed->casebook);
}

static JkbExit
misuse_value (const JkbCommand *self, const char *name, const char *typed)
{
  return jkb_command_misuse (self, _("“%s” is no value of --%s"), typed, name);
}

/* `nice` or `nice:2017` */
static const JkbFramework *
find_framework (const JkbFrameworks *frameworks, const char *typed)
{
  g_auto(GStrv) parts = g_strsplit (typed, ":", 2);

  return parts[0] != NULL ? jkb_frameworks_find (frameworks, parts[0], parts[1]) : NULL;
}

/* A type or circumstance by its stable name or one of its other names. */
static JkbSubject
find_subject (const char *field, const char *typed)
{
  g_autoptr(JkbFold) fold = jkb_cli_load_fold ();
  g_autofree char *folded = fold != NULL ? jkb_fold_string (fold, typed) : NULL;
  const char *stable = fold != NULL ? jkb_fold_field (fold, field, folded) : NULL;
  JkbSubject subject = jkb_subject_from_nick (stable != NULL ? stable : typed);
  gboolean is_circumstance = strcmp (field, "circumstance") == 0;

  if (subject == JKB_SUBJECT_NONE
      || (jkb_subject_get_circumstance (subject) >= 0) != is_circumstance)
    return JKB_SUBJECT_NONE;
  return subject;
}

static JkbExit
print_subject (const JkbCommand *self, const JkbFrameworks *frameworks,
               const JkbFramework *framework, const Typed *typed, gboolean is_json)
{
  const char *field = typed->type != NULL ? "type" : "circumstance";
  const char *name = typed->type != NULL ? typed->type : typed->circumstance;
  JkbSubject subject = find_subject (field, name);
  g_autoptr(GPtrArray) assignments = NULL;

  if (subject == JKB_SUBJECT_NONE)
    return misuse_value (self, field, name);
  assignments = jkb_frameworks_assignments (frameworks, subject, framework, JKB_PHASE_ANY);
  jkb_roles_print_assignments (assignments, FALSE, is_json);
  return JKB_EXIT_GOOD;
}

static JkbExit
print_roles (const JkbFrameworks *frameworks, const JkbFramework *framework, const char *words,
             gboolean is_json)
{
  g_autoptr(GPtrArray) roles = jkb_frameworks_search (frameworks, words, framework);

  if (roles->len == 0)
    {
      jkb_output_failure (words, _("there is no such role"));
      return JKB_EXIT_FAILED;
    }
  for (guint i = 0; i < roles->len; i++)
    {
      const JkbRole *role = g_ptr_array_index (roles, i);

      if (i > 0 && !is_json)
        jkb_output_text ("\n");
      jkb_roles_print_role (frameworks, role, is_json);
      /* An identifier means that role alone, whatever else speaks of it. */
      if (g_ascii_strcasecmp (role->id, words) == 0)
        break;
    }
  return JKB_EXIT_GOOD;
}

static JkbExit
print_matrix (const JkbFrameworks *frameworks, const JkbFramework *framework, gboolean is_json)
{
  const GPtrArray *all = jkb_frameworks_get_all (frameworks);
  gboolean is_first = TRUE;

  for (guint i = 0; i < all->len; i++)
    {
      const JkbFramework *edition = g_ptr_array_index (all, i);

      if (framework != NULL ? edition != framework : !edition->is_current)
        continue;
      if (!is_first && !is_json)
        jkb_output_text ("\n");
      jkb_roles_print_matrix (frameworks, edition, is_json);
      is_first = FALSE;
    }
  return JKB_EXIT_GOOD;
}

static JkbExit
run_typed (const JkbCommand *self, const Typed *typed)
{
  gboolean is_json = g_strcmp0 (typed->format, "json") == 0;
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbFrameworks) frameworks = NULL;
  const JkbFramework *framework = NULL;

  if (typed->format != NULL && !is_json && !g_str_equal (typed->format, "text"))
    return jkb_command_misuse (self, _("there is no format “%s”"), typed->format);
  if ((typed->type != NULL) + (typed->circumstance != NULL) + (typed->role != NULL)
          + typed->is_matrix > 1)
    return jkb_command_misuse (self, "%s",
                               _("only one of --type, --circumstance, --role and --matrix"));
  frameworks = jkb_frameworks_load (NULL, &error);
  if (frameworks == NULL)
    {
      jkb_output_failure (NULL, error->message);
      return JKB_EXIT_FAILED;
    }
  if (typed->framework != NULL)
    {
      framework = find_framework (frameworks, typed->framework);
      if (framework == NULL)
        return misuse_value (self, "framework", typed->framework);
    }
  if (typed->type != NULL || typed->circumstance != NULL)
    return print_subject (self, frameworks, framework, typed, is_json);
  if (typed->role != NULL)
    return print_roles (frameworks, framework, typed->role, is_json);
  if (typed->is_matrix)
    return print_matrix (frameworks, framework, is_json);
  jkb_roles_print_frameworks (frameworks, is_json);
  return JKB_EXIT_GOOD;
}

/* File names are the bytes as typed; words have to be UTF-8. */
static gboolean
convert (char **word)
{
  char *utf8 = *word != NULL ? jkb_command_utf8 (*word) : NULL;
  gboolean is_good = *word == NULL || utf8 != NULL;

  g_free (*word);
  *word = utf8;
  return is_good;
}

static JkbExit
run_roles (const JkbCommand *self, int argc, char **argv, const char *casebook)
{
  Typed typed = { .casebook = g_strdup (casebook) };
  const GOptionEntry entries[] = {
    { "type", 0, 0, G_OPTION_ARG_FILENAME, &typed.type,
      N_("Who acts in incidents of this type, e.g. misdelivery"), N_("TYPE") },
    { "circumstance", 0, 0, G_OPTION_ARG_FILENAME, &typed.circumstance,
      N_("Who acts besides: contractor, overseas_subsidiary"), N_("WORD") },
    { "role", 0, 0, G_OPTION_ARG_FILENAME, &typed.role,
      N_("A role by its identifier, or roles by words of their names"), N_("ROLE") },
    { "matrix", 0, 0, G_OPTION_ARG_NONE, &typed.is_matrix, N_("All roles × all types"), NULL },
    { "framework", 0, 0, G_OPTION_ARG_FILENAME, &typed.framework,
      N_("Only this framework: nice, ccf, ecsf, secbok; nice:2017 for an edition"),
      N_("FRAMEWORK") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &typed.format, N_("What to print: text or json"),
      N_("FORMAT") },
    { NULL },
  };
  JkbExit status = jkb_command_parse (self, entries, &argc, &argv, &typed.casebook);

  if (status == JKB_EXIT_GOOD && argc > 1)
    status = jkb_command_misuse (self, _("“%s” is too much"), argv[1]);
  if (status == JKB_EXIT_GOOD
      && !(convert (&typed.type) && convert (&typed.circumstance) && convert (&typed.role)
           && convert (&typed.framework)))
    status = jkb_command_misuse (self, "%s", _("the words are in no known encoding"));
  if (status == JKB_EXIT_GOOD)
    status = run_typed (self, &typed);
  clear_typed (&typed);
  return status;
}

const JkbCommand jkb_command_roles = {
  .name = "roles",
  .summary = N_("Show who prevents, finds and handles which type of incident"),
  .examples = "jikenbo-cli roles --type=misdelivery\n"
              "jikenbo-cli roles --role=incident --framework=nice\n"
              "jikenbo-cli roles --matrix --framework=ecsf",
  .run = run_roles,
};
