/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/jkb-window.h"

/*
 * Drives the real window, for tests and for pictures: everything happens in the main loop, so each
 * step waits for a condition, with a limit.
 */

typedef gboolean (*DriverCondition) (gpointer data);

/**
 * driver_isolate:
 *
 * Gives the process a home of its own that is removed at its end. First thing in main(). (What
 * %G_TEST_OPTION_ISOLATE_DIRS does hides the system's data too, and with them what icons need.)
 */
void driver_isolate (void);

typedef void (*DriverFunc) (JkbWindow *window, gpointer data);

/**
 * driver_run:
 * @casebook: file name of the casebook
 * @notice: (nullable): a file for the command line
 * @func: called when the first window is there
 * @data: for @func
 *
 * Runs the application as its command line would, and ends it when @func is done.
 */
void driver_run (const char *casebook, const char *notice, DriverFunc func, gpointer data);

/**
 * driver_wait:
 * @condition: what to wait for
 * @data: for @condition
 * @what: what it is, for the message
 *
 * Runs the main loop until it holds; ends the program after a minute.
 */
void driver_wait (DriverCondition condition, gpointer data, const char *what);

/**
 * driver_wait_until:
 * @condition: an expression
 *
 * Lets the program run until @condition holds; fails, naming it, when it does not in a minute.
 */
#define driver_wait_until(condition)                                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 driver_limit_us = driver_get_limit ();                                                  \
                                                                                                   \
    while (!(condition))                                                                           \
      driver_step (driver_limit_us, #condition);                                                   \
  }                                                                                                \
  G_STMT_END

/**
 * driver_get_limit:
 *
 * Returns: when to give up what is begun now, in microseconds of the monotonic clock
 */
gint64 driver_get_limit (void);

/**
 * driver_step:
 * @limit_us: of driver_get_limit()
 * @what: what is waited for
 *
 * Lets the program do one thing, or waits a millisecond; fails when @limit_us has passed.
 */
void driver_step (gint64 limit_us, const char *what);

/**
 * driver_settle:
 * @ms: for how long
 *
 * Runs the main loop for a while, for frames to be drawn.
 */
void driver_settle (guint ms);

/**
 * driver_wait_ready:
 * @window: a window
 *
 * Waits for its casebook and its first selection.
 */
void driver_wait_ready (JkbWindow *window);

/**
 * driver_wait_selection:
 * @window: a window
 *
 * Waits until its selection answers its filter.
 */
void driver_wait_selection (JkbWindow *window);

/**
 * driver_wait_case:
 * @window: a window
 *
 * Waits until the case of its scope is shown.
 */
void driver_wait_case (JkbWindow *window);

/**
 * driver_find_import:
 *
 * Returns: (transfer none) (nullable): the dialog of an import that is open
 */
GtkWindow *driver_find_import (void);

/**
 * driver_wait_import:
 *
 * Waits until an import has shown what became of everything.
 *
 * Returns: (transfer none): its dialog
 */
GtkWindow *driver_wait_import (void);

/**
 * driver_find:
 * @root: where to look
 * @type: a type of widget
 *
 * Returns: (transfer none) (nullable): the first widget of that type
 */
gpointer driver_find (gpointer root, GType type);

/**
 * driver_has_text:
 * @root: where to look
 * @part: part of a text
 *
 * Returns: whether a label below @root has it, seen or not
 */
gboolean driver_has_text (gpointer root, const char *part);

/**
 * driver_find_toplevel:
 * @type: a type of window
 *
 * Returns: (transfer none) (nullable): an open window of that type
 */
GtkWindow *driver_find_toplevel (GType type);

/**
 * driver_press:
 * @window: a window
 * @keyval: a key
 *
 * Offers a key to what handles keys between the window and its focus: downwards, then upwards.
 *
 * Returns: whether something took it
 */
gboolean driver_press (gpointer window, guint keyval);

/**
 * driver_trigger:
 * @window: a window
 * @keys: keys as an accelerator, e.g. `<Control>p`
 *
 * Does what these keys are a shortcut for, at the focus or above it.
 *
 * Returns: whether there is such a shortcut
 */
gboolean driver_trigger (gpointer window, const char *keys);

/**
 * driver_activate:
 * @window: a window
 * @action: an action with its target, e.g. `win.page::charts`
 *
 * Does what a menu or a key would do.
 */
void driver_activate (gpointer window, const char *action);

/**
 * driver_sample:
 * @name: name of a sample notice
 *
 * Returns: (transfer full): its file name
 */
char *driver_sample (const char *name);

/**
 * driver_new_casebook:
 *
 * Returns: (transfer full): name of a file that is not there, in the home of the test
 */
char *driver_new_casebook (void);

/**
 * driver_run_sample:
 * @func: called when the first window is there
 * @notice: (nullable): name of a sample notice that the command line asks for
 *
 * As driver_run(), with a new casebook.
 */
void driver_run_sample (DriverFunc func, const char *notice);

/**
 * driver_count_cases:
 * @window: a window
 *
 * Returns: how many cases its selection has
 */
guint driver_count_cases (JkbWindow *window);

/**
 * driver_wait_cases:
 * @window: a window
 * @n_cases: how many cases its selection is to have
 *
 * Waits until it has.
 */
void driver_wait_cases (JkbWindow *window, guint n_cases);

/**
 * driver_show_imported:
 * @window: a window that imports one notice
 *
 * Waits for the import, closes its dialog and shows the new case.
 */
void driver_show_imported (JkbWindow *window);
