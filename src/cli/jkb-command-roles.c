/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/jkb-cli-casebook.h"
#include "cli/jkb-command.h"
#include "cli/jkb-output.h"
#include "cli/jkb-roles-compare.h"
#include "cli/jkb-roles-needs.h"
#include "cli/jkb-roles-own.h"
#include "cli/jkb-roles-report.h"
#include "frameworks/jkb-edition-changes.h"
#include "frameworks/jkb-framework-shelf.h"
#include "frameworks/jkb-frameworks-own.h"
#include "frameworks/jkb-role-path.h"

typedef struct
{
  char *type;
  char *circumstance;
  char *role;
  char *framework;
  char *format;
  char *casebook;
  char *beside;
  char *coverage;
  char *changes;
  char *file;
  char *map;
  char *forget;
  char *own_import;
  char *courses;
  char *job;
  char *language;
  gboolean is_kept;
  gboolean is_own;
  gboolean is_own_reset;
  gboolean is_matrix;
  gboolean is_path;
  gboolean is_plan;
  char **ends;                          /* of the path; not owned */
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
  g_free (typed->beside);
  g_free (typed->coverage);
  g_free (typed->changes);
  g_free (typed->file);
  g_free (typed->map);
  g_free (typed->forget);
  g_free (typed->own_import);
  g_free (typed->courses);
  g_free (typed->job);
  g_free (typed->language);
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

/* A role by its identifier, in @framework or else in an edition that has it, current ones first. */
static const JkbRole *
find_role (const JkbFrameworks *frameworks, const JkbFramework *framework, const char *id)
{
  const GPtrArray *all = jkb_frameworks_get_all (frameworks);
  const JkbRole *past = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      const JkbFramework *edition = g_ptr_array_index (all, i);
      const JkbRole *role = framework == NULL || framework == edition
                                ? jkb_framework_find_role (edition, id)
                                : NULL;

      if (role != NULL && (edition->is_current || edition == framework))
        return role;
      if (role != NULL)
        past = role;
    }
  if (past == NULL)
    jkb_output_failure (id, _("there is no such role"));
  return past;
}

static JkbExit
print_beside (const JkbFrameworks *frameworks, const JkbFramework *framework, const char *id,
              gboolean is_json)
{
  const JkbRole *role = find_role (frameworks, framework, id);

  if (role == NULL)
    return JKB_EXIT_FAILED;
  jkb_roles_print_beside (frameworks, role, is_json);
  return JKB_EXIT_GOOD;
}

static JkbExit
print_job (const JkbFrameworks *frameworks, const JkbFramework *framework, const Typed *typed,
           gboolean is_json)
{
  const JkbRole *role = find_role (frameworks, framework, typed->job);

  if (role == NULL)
    return JKB_EXIT_FAILED;
  return jkb_roles_needs_description (frameworks, role, typed->language, is_json);
}

static JkbExit
print_path (const JkbFrameworks *frameworks, const JkbFramework *framework, char **ends,
            gboolean is_json)
{
  const JkbRole *from = find_role (frameworks, framework, ends[0]);
  const JkbRole *to = from != NULL ? find_role (frameworks, framework, ends[1]) : NULL;
  g_autoptr(GPtrArray) steps = NULL;

  if (to == NULL)
    return JKB_EXIT_FAILED;
  steps = jkb_frameworks_path (frameworks, from, to);
  if (steps == NULL)
    {
      jkb_output_failure (ends[1], _("no way leads there"));
      return JKB_EXIT_FAILED;
    }
  jkb_roles_print_path (frameworks, steps, is_json);
  return JKB_EXIT_GOOD;
}

static JkbExit
print_changes (const JkbCommand *self, const JkbFrameworks *frameworks, const char *typed,
               gboolean is_json)
{
  const JkbFramework *from = find_framework (frameworks, typed);
  const JkbFramework *to = from != NULL ? jkb_frameworks_find (frameworks, from->id, NULL) : NULL;
  g_autoptr(GPtrArray) changes = NULL;

  if (to == NULL || from == to)
    return misuse_value (self, "changes", typed);
  changes = jkb_frameworks_changes (frameworks, from, to);
  jkb_roles_print_changes (changes, is_json);
  return JKB_EXIT_GOOD;
}

static guint
count_modes (const Typed *typed)
{
  return (typed->type != NULL) + (typed->circumstance != NULL)
         + (typed->role != NULL) + (typed->beside != NULL)
         + (typed->file != NULL && typed->role == NULL && typed->beside == NULL)
         + (typed->coverage != NULL) + (typed->changes != NULL) + (typed->forget != NULL)
         + (typed->own_import != NULL) + (typed->courses != NULL) + (typed->job != NULL)
         + typed->is_own + typed->is_own_reset
         + typed->is_path + typed->is_matrix;
}

static JkbExit
print_typed (const JkbCommand *self, const JkbFrameworks *frameworks,
             const JkbFramework *framework, const Typed *typed, gboolean is_json)
{
  if (typed->file != NULL)
    return jkb_roles_own_read (frameworks, &(JkbRolesRead){ typed->file, typed->map, typed->role,
                                                            typed->beside, typed->is_kept },
                               is_json);
  if (typed->forget != NULL)
    return jkb_roles_own_forget (typed->forget);
  if (typed->own_import != NULL)
    return jkb_roles_own_import (typed->own_import);
  if (typed->is_own_reset)
    return jkb_roles_own_reset ();
  if (typed->is_own)
    return jkb_roles_own_print (frameworks, is_json);
  if (typed->type != NULL || typed->circumstance != NULL)
    return print_subject (self, frameworks, framework, typed, is_json);
  if (typed->role != NULL)
    return print_roles (frameworks, framework, typed->role, is_json);
  if (typed->beside != NULL)
    return print_beside (frameworks, framework, typed->beside, is_json);
  if (typed->is_path)
    return print_path (frameworks, framework, typed->ends, is_json);
  if (typed->coverage != NULL)
    return jkb_roles_needs_coverage (frameworks, framework, typed->coverage, typed->casebook,
                                     typed->is_plan, is_json);
  if (typed->courses != NULL)
    return jkb_roles_needs_courses (frameworks, framework, typed->courses, is_json);
  if (typed->job != NULL)
    return print_job (frameworks, framework, typed, is_json);
  if (typed->changes != NULL)
    return print_changes (self, frameworks, typed->changes, is_json);
  if (typed->is_matrix)
    return print_matrix (frameworks, framework, is_json);
  jkb_roles_print_frameworks (frameworks, is_json);
  return JKB_EXIT_GOOD;
}

static JkbExit
run_typed (const JkbCommand *self, const Typed *typed)
{
  gboolean is_json = g_strcmp0 (typed->format, "json") == 0;
  g_autofree char *own = jkb_own_folder ();
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbFrameworks) frameworks = NULL;
  const JkbFramework *framework = NULL;

  if (typed->format != NULL && !is_json && !g_str_equal (typed->format, "text"))
    return jkb_command_misuse (self, _("there is no format “%s”"), typed->format);
  if (count_modes (typed) > 1)
    return jkb_command_misuse (self, "%s",
                               _("only one of --type, --circumstance, --role, --matrix, --beside, "
                                 "--path, --coverage, --courses, --job-description, --changes, --read, "
                                 "--forget, --own-changes, --own-import and --own-reset"));
  if (typed->file == NULL && (typed->map != NULL || typed->is_kept))
    return jkb_command_misuse (self, "%s", _("--map and --keep go with --read"));
  if (typed->coverage == NULL && typed->is_plan)
    return jkb_command_misuse (self, "%s", _("--plan goes with --coverage"));
  if (typed->job == NULL && typed->language != NULL)
    return jkb_command_misuse (self, "%s", _("--language goes with --job-description"));
  if (typed->language != NULL && strcmp (typed->language, "ja") != 0
      && strcmp (typed->language, "en") != 0)
    return misuse_value (self, "language", typed->language);
  frameworks = jkb_frameworks_load_own (NULL, own, &error);
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
  return print_typed (self, frameworks, framework, typed, is_json);
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
    { "beside", 0, 0, G_OPTION_ARG_FILENAME, &typed.beside,
      N_("Roles of the same edition that act in the same incidents as ROLE"), N_("ROLE") },
    { "path", 0, 0, G_OPTION_ARG_NONE, &typed.is_path,
      N_("The way from role A to role B, both named after the options: what carries over and what "
         "is to be learnt"),
      NULL },
    { "coverage", 0, 0, G_OPTION_ARG_FILENAME, &typed.coverage,
      N_("Where nobody is, given the roles in FILE, one a line as “nice OG-WRL-001”"), N_("FILE") },
    { "plan", 0, 0, G_OPTION_ARG_NONE, &typed.is_plan,
      N_("With --coverage: whom to train or to look for next, and what each closes"), NULL },
    { "courses", 0, 0, G_OPTION_ARG_FILENAME, &typed.courses,
      N_("How far the courses in FILE lead to roles: a table with the columns course, roles and "
         "statements, as the window exports it"),
      N_("FILE") },
    { "job-description", 0, 0, G_OPTION_ARG_FILENAME, &typed.job,
      N_("A draft of a job description for ROLE, each part with its source"), N_("ROLE") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &typed.language,
      N_("With --job-description: ja or en"), N_("LANGUAGE") },
    { "changes", 0, 0, G_OPTION_ARG_FILENAME, &typed.changes,
      N_("What became of the roles of an edition in the current one, e.g. nice:2017"),
      N_("EDITION") },
    { "read", 0, 0, G_OPTION_ARG_FILENAME, &typed.file,
      N_("What is in a publisher’s file (JSON or XLSX of NICE, JSON or YAML of ECSF, or any table), "
         "what is odd in it and how it differs; with --role what it says of that role, with --beside the roles that "
         "share statements with it"),
      N_("FILE") },
    { "map", 0, 0, G_OPTION_ARG_FILENAME, &typed.map,
      N_("With --read: which column of a table holds what, e.g. "
         "“head=1;framework=secbok;edition=2025;text=D;roles=F-T;marks=M,O”; remembered by --keep for "
         "tables with the same heads"),
      N_("MAP") },
    { "keep", 0, 0, G_OPTION_ARG_NONE, &typed.is_kept,
      N_("With --read: keep what is in the file, for all that is asked of roles from then on"), NULL },
    { "forget", 0, 0, G_OPTION_ARG_FILENAME, &typed.forget,
      N_("Remove what --keep kept under this name"), N_("NAME") },
    { "own-changes", 0, 0, G_OPTION_ARG_NONE, &typed.is_own,
      N_("Your own weights, reasons, relations, roles and words, as a table to mend and import"), NULL },
    { "own-import", 0, 0, G_OPTION_ARG_FILENAME, &typed.own_import,
      N_("Add the changes in such a table to your own"), N_("FILE") },
    { "own-reset", 0, 0, G_OPTION_ARG_NONE, &typed.is_own_reset,
      N_("Take all your own changes away"), NULL },
    { "framework", 0, 0, G_OPTION_ARG_FILENAME, &typed.framework,
      N_("Only this framework: nice, ccf, ecsf, secbok; nice:2017 for an edition"),
      N_("FRAMEWORK") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &typed.format, N_("What to print: text or json"),
      N_("FORMAT") },
    { NULL },
  };
  JkbExit status = jkb_command_parse (self, entries, &argc, &argv, &typed.casebook);

  if (status == JKB_EXIT_GOOD && typed.is_path && argc < 3)
    status = jkb_command_misuse (self, "%s", _("--path needs two roles"));
  if (status == JKB_EXIT_GOOD && argc > (typed.is_path ? 3 : 1))
    status = jkb_command_misuse (self, _("“%s” is too much"), argv[typed.is_path ? 3 : 1]);
  typed.ends = argv + 1;
  if (status == JKB_EXIT_GOOD
      && !(convert (&typed.type) && convert (&typed.circumstance) && convert (&typed.role)
           && convert (&typed.beside) && convert (&typed.changes) && convert (&typed.framework)
           && convert (&typed.job) && convert (&typed.map) && convert (&typed.forget)
           && (!typed.is_path
               || (g_utf8_validate (argv[1], -1, NULL) && g_utf8_validate (argv[2], -1, NULL)))))
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
              "jikenbo-cli roles --matrix --framework=ecsf\n"
              "jikenbo-cli roles --beside=PD-WRL-003\n"
              "jikenbo-cli roles --path PD-WRL-003 OG-WRL-014\n"
              "jikenbo-cli roles --job-description=PD-WRL-003 --language=ja\n"
              "jikenbo-cli roles --changes=nice:2017",
  .run = run_roles,
};
