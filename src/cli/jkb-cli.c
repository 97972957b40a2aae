/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/jkb-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/jkb-command.h"
#include "cli/jkb-output.h"

static const JkbCommand *const commands[] = {
  &jkb_command_extract, &jkb_command_import, &jkb_command_list,   &jkb_command_search,
  &jkb_command_show,    &jkb_command_stats,  &jkb_command_chart,  &jkb_command_roles,
  &jkb_command_export,  &jkb_command_check,
};

static const JkbCommand *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i]->name, name) == 0)
      return commands[i];
  return NULL;
}

static void
print_option (const char *option, const char *value, const char *text)
{
  g_autofree char *cell = g_strconcat (option, value != NULL ? "=" : "", value, NULL);
  guint width = jkb_output_width (cell);

  jkb_output_text ("  %s%*s  %s\n", cell, width < 16 ? (int) (16 - width) : 0, "", text);
}

static void
print_help (void)
{
  jkb_output_text ("%s\n  jikenbo-cli [--casebook=%s] %s …\n\n%s\n", _("Usage:"), _("FILE"),
                   _("COMMAND"), _("Turns notices of security incidents into a casebook."));
  jkb_output_text ("\n%s\n", _("Commands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    jkb_output_text ("  %-9s %s\n", commands[i]->name, _(commands[i]->summary));
  jkb_output_text ("\n%s\n", _("Options:"));
  print_option ("--casebook", _("FILE"), _("The casebook to use instead of the usual one"));
  print_option ("--help", NULL, _("Show this help; after a command, help on it"));
  print_option ("--version", NULL, _("Show the version"));
  jkb_output_text ("\n%s\n  jikenbo-cli extract --help\n", _("Examples:"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    jkb_output_text ("  %.*s\n", (int) strcspn (commands[i]->examples, "\n"),
                     commands[i]->examples);
}

static JkbExit
run_command (int argc, char **argv, const char *casebook)
{
  const JkbCommand *command;
  g_autofree char *name = g_utf8_make_valid (argv[0], -1);

  if (strcmp (name, "help") == 0 && argc == 1)
    {
      print_help ();
      return JKB_EXIT_GOOD;
    }
  if (strcmp (name, "help") == 0)
    {
      char *words[] = { argv[1], (char *) "--help", NULL };

      return run_command (2, words, casebook);
    }
  command = find_command (name);
  if (command == NULL)
    return jkb_command_misuse (NULL, _("there is no command “%s”"), name);
  return command->run (command, argc, argv, casebook);
}

static JkbExit
run_arguments (int argc, char **argv)
{
  gboolean wants_help = FALSE, wants_version = FALSE;
  g_autofree char *casebook = NULL;
  const GOptionEntry entries[] = {
    { "casebook", 0, 0, G_OPTION_ARG_FILENAME, &casebook, NULL, NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &wants_help, NULL, NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &wants_version, NULL, NULL },
    { NULL },
  };
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_autoptr(GError) error = NULL;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return jkb_command_misuse (NULL, "%s", error->message);
  if (wants_help)
    {
      print_help ();
      return JKB_EXIT_GOOD;
    }
  if (wants_version)
    {
      jkb_output_text ("jikenbo-cli %s\n", JKB_VERSION);
      return JKB_EXIT_GOOD;
    }
  if (argc < 2)
    return jkb_command_misuse (NULL, "%s", _("a command is missing"));
  return run_command (argc - 1, argv + 1, casebook);
}

int
jkb_cli_run (int argc, char **argv)
{
  JkbExit status = run_arguments (argc, argv);

  if (status == JKB_EXIT_HELPED)
    status = JKB_EXIT_GOOD;
  if (!jkb_output_finish () && status == JKB_EXIT_GOOD)
    status = JKB_EXIT_FAILED;
  return (int) status;
}
