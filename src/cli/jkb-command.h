/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** JkbExit: what the program answers to the shell. */
typedef enum
{
  JKB_EXIT_GOOD = 0,
  JKB_EXIT_FAILED = 1,                  /* something could not be read or done; said on stderr */
  JKB_EXIT_USAGE = 2,                   /* wrong use */
  JKB_EXIT_HELPED = -1,                 /* only inside: help was printed, nothing is left to do */
} JkbExit;

/**
 * JkbCommand:
 * @name: the word after `jikenbo-cli`
 * @arguments: (nullable): what follows the options, for `--help`
 * @summary: one line, translatable
 * @examples: whole commands, one a line, which work as they stand
 * @has_minus_words: words may begin with one `-`, like those of a search
 * @run: does it; gets the words after the name and, when it was given before the name, the casebook
 *
 * One thing that the program does.
 */
typedef struct _JkbCommand JkbCommand;
struct _JkbCommand
{
  const char *name;
  const char *arguments;
  const char *summary;
  const char *examples;
  gboolean has_minus_words;
  JkbExit (*run) (const JkbCommand *self, int argc, char **argv, const char *casebook);
};

/**
 * jkb_command_parse:
 * @self: a command
 * @entries: its options; paths and words as %G_OPTION_ARG_FILENAME, see jkb_command_utf8()
 * @argc: its words, the name first
 * @argv: (array length=argc): likewise; what is no option stays
 * @casebook: (inout) (nullable) (transfer full): where `--casebook` is kept; %NULL for a command that
 *   has no casebook
 *
 * Reads the options, or prints the help that was asked for, or says on standard error what is wrong.
 *
 * Returns: %JKB_EXIT_GOOD to go on, else what to return from the command
 */
JkbExit jkb_command_parse (const JkbCommand *self, const GOptionEntry *entries, int *argc,
                           char ***argv, char **casebook);

/**
 * jkb_command_misuse:
 * @self: (nullable): a command
 * @format: what is wrong, as printf
 *
 * Says so, and where help is, on standard error. Returns: %JKB_EXIT_USAGE
 */
JkbExit jkb_command_misuse (const JkbCommand *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/**
 * jkb_command_utf8:
 * @word: a word of the command line as the system gave it
 *
 * UTF-8 is taken as it is, whatever the locale says (a shell in the C locale still sends what was
 * typed); other bytes are converted from the locale.
 *
 * Returns: (transfer full) (nullable): the word in UTF-8, %NULL when it is in no known encoding
 */
char *jkb_command_utf8 (const char *word);

extern const JkbCommand jkb_command_chart;
extern const JkbCommand jkb_command_check;
extern const JkbCommand jkb_command_export;
extern const JkbCommand jkb_command_extract;
extern const JkbCommand jkb_command_import;
extern const JkbCommand jkb_command_list;
extern const JkbCommand jkb_command_roles;
extern const JkbCommand jkb_command_search;
extern const JkbCommand jkb_command_show;
extern const JkbCommand jkb_command_stats;
