/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/jkb-command.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>

#include "cli/jkb-output.h"

static char *
describe_examples (const JkbCommand *self)
{
  g_auto(GStrv) lines = g_strsplit (self->examples, "\n", -1);
  GString *text = g_string_new (_("Examples:"));

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (text, "\n  %s", lines[i]);
  return g_string_free (text, FALSE);
}

static GOptionContext *
make_context (const JkbCommand *self, const GOptionEntry *entries, char **casebook,
              gboolean *wants_help)
{
  const GOptionEntry common[] = {
    { "casebook", 0, 0, G_OPTION_ARG_FILENAME, casebook,
      N_("The casebook to use instead of the usual one"), N_("FILE") },
    { NULL },
  };
  const GOptionEntry help[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, wants_help, N_("Show this help"), NULL },
    { NULL },
  };
  GOptionContext *context = g_option_context_new (self->arguments);
  g_autofree char *examples = describe_examples (self);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _(self->summary));
  g_option_context_set_description (context, examples);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (casebook != NULL)
    g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, help, GETTEXT_PACKAGE);
  return context;
}

/* Drops the first `--`; what looks like a long option before it is one that nobody knows. */
static const char *
drop_separator (int *argc, char **argv)
{
  const char *unknown = NULL;
  int to = 1;
  gboolean was_dropped = FALSE;

  for (int i = 1; i < *argc; i++)
    {
      if (!was_dropped && g_str_equal (argv[i], "--"))
        {
          was_dropped = TRUE;
          continue;
        }
      if (!was_dropped && unknown == NULL && g_str_has_prefix (argv[i], "--"))
        unknown = argv[i];
      argv[to++] = argv[i];
    }
  argv[to] = NULL;
  *argc = to;
  return unknown;
}

static JkbExit
finish_parse (const JkbCommand *self, GOptionContext *context, gboolean wants_help, int *argc,
              char **argv)
{
  const char *unknown;

  if (wants_help)
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

      jkb_output_raw (help);
      return JKB_EXIT_HELPED;
    }
  unknown = drop_separator (argc, argv);
  if (unknown != NULL && self->has_minus_words)
    return jkb_command_misuse (self, _("there is no option %s"), unknown);
  return JKB_EXIT_GOOD;
}

JkbExit
jkb_command_parse (const JkbCommand *self, const GOptionEntry *entries, int *argc, char ***argv,
                   char **casebook)
{
  gboolean wants_help = FALSE;
  char *typed_casebook = NULL;
  g_autofree char *program = g_strdup_printf ("jikenbo-cli %s", self->name);
  g_autoptr(GOptionContext) context
      = make_context (self, entries, casebook != NULL ? &typed_casebook : NULL, &wants_help);
  g_autoptr(GError) error = NULL;

  g_set_prgname (program);
  g_option_context_set_ignore_unknown_options (context, self->has_minus_words);
  if (!g_option_context_parse (context, argc, argv, &error))
    return jkb_command_misuse (self, "%s", error->message);
  if (typed_casebook != NULL)
    {
      g_free (*casebook);
      *casebook = typed_casebook;
    }
  return finish_parse (self, context, wants_help, argc, *argv);
}

JkbExit
jkb_command_misuse (const JkbCommand *self, const char *format, ...)
{
  g_autofree char *what = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *hint = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  subject = g_strconcat ("jikenbo-cli", self != NULL ? " " : "", self != NULL ? self->name : "",
                         NULL);
  /* Translators: %s is a command to type */
  hint = g_strdup_printf (_("“%s --help” tells more"), subject);
  jkb_output_failure (subject, what);
  jkb_output_failure (NULL, hint);
  return JKB_EXIT_USAGE;
}

char *
jkb_command_utf8 (const char *word)
{
  if (g_utf8_validate (word, -1, NULL))
    return g_strdup (word);
  return g_locale_to_utf8 (word, -1, NULL, NULL, NULL);
}
