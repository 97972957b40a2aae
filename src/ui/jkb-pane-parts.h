/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "frameworks/jkb-frameworks.h"

/*
 * What panes and dialogs about roles are made of, one below the other in a box. Main thread. Words are
 * plain text, copied.
 */

/** Between parts, in pixels. */
#define JKB_PARTS_SPACING 6
/** Around a pane, and above a heading, in pixels. */
#define JKB_PARTS_MARGIN 18

/**
 * jkb_parts_new_box:
 *
 * Returns: (transfer floating): an empty box with margins
 */
GtkBox *jkb_parts_new_box (void);

/**
 * jkb_parts_clear:
 * @box: a box
 *
 * Removes everything from @box.
 */
void jkb_parts_clear (GtkBox *box);

/**
 * jkb_parts_add_text:
 * @box: where to
 * @text: words that can be selected
 * @css_class: (nullable): a style class
 *
 * Returns: (transfer none): the label
 */
GtkWidget *jkb_parts_add_text (GtkBox *box, const char *text, const char *css_class);

/**
 * jkb_parts_new_page:
 * @box: (out) (transfer none): a box to fill, no wider than can be read
 *
 * Returns: (transfer floating): what scrolls @box
 */
GtkWidget *jkb_parts_new_page (GtkBox **box);

/**
 * jkb_parts_show_in:
 * @widget: a widget that shows frameworks
 * @show: called with @widget alone, with frameworks that are there
 *
 * Calls @show each time that @widget comes into view, and when the frameworks of the default reference
 * change while it is there: what nobody looks at is not made.
 */
void jkb_parts_show_in (GtkWidget *widget, GCallback show);

/**
 * jkb_parts_add_heading:
 * @box: where to
 * @text: what follows
 */
void jkb_parts_add_heading (GtkBox *box, const char *text);

/**
 * jkb_parts_add_pair:
 * @box: where to
 * @name: a name
 * @value: its value
 *
 * Adds `Code: 611`.
 */
void jkb_parts_add_pair (GtkBox *box, const char *name, const char *value);

/**
 * jkb_parts_add_link:
 * @box: where to
 * @words: what to show
 * @uri: where it leads; nothing is added when it is empty
 */
void jkb_parts_add_link (GtkBox *box, const char *words, const char *uri);

/**
 * jkb_parts_add_button:
 * @box: where to
 * @title: first line
 * @detail: second line
 *
 * Returns: (transfer none): a button of two lines
 */
GtkWidget *jkb_parts_add_button (GtkBox *box, const char *title, const char *detail);

/**
 * jkb_parts_add_role_button:
 * @box: where to
 * @role: where it leads: it activates `win.show-role`
 * @title: first line
 * @detail: second line
 *
 * Returns: (transfer none): a button of two lines, whose child is a box
 */
GtkWidget *jkb_parts_add_role_button (GtkBox *box, const JkbRole *role, const char *title,
                                      const char *detail);

/**
 * jkb_parts_add_card:
 * @box: where to
 *
 * Returns: (transfer none): a box for what belongs together, set apart from what is around it
 */
GtkBox *jkb_parts_add_card (GtkBox *box);

/**
 * jkb_parts_add_share:
 * @box: where to
 * @share: from 0 to 1
 * @spoken: what it is a share of, for who does not see the bar
 *
 * Adds a bar that is filled as far as @share.
 */
void jkb_parts_add_share (GtkBox *box, double share, const char *spoken);

/**
 * jkb_parts_add_cases_led:
 * @box: where to
 * @role: a role that leads
 *
 * Adds a button that shows the cases of the casebook in which @role leads, by `win.cases-led`.
 */
void jkb_parts_add_cases_led (GtkBox *box, const JkbRole *role);

/**
 * jkb_parts_add_expander:
 * @box: where to
 * @title: what can be opened
 * @detail: (nullable): what is to be said of it already
 *
 * Returns: (transfer none): an expander whose child is an empty box
 */
GtkExpander *jkb_parts_add_expander (GtkBox *box, const char *title, const char *detail);

/**
 * jkb_parts_add_statements:
 * @box: where to
 * @statements: (element-type JkbStatement): statements of an imported file
 *
 * Adds a line for each, with its identifier.
 */
void jkb_parts_add_statements (GtkBox *box, const GPtrArray *statements);

/**
 * jkb_parts_new_role_choice:
 * @frameworks: frameworks
 * @but: a role that is left out
 * @first: (nullable): a first line that is no role
 *
 * Lines are in the order of #JkbRole.index, and can be searched.
 *
 * Returns: (transfer floating): a choice of one of all other roles
 */
GtkWidget *jkb_parts_new_role_choice (const JkbFrameworks *frameworks, const JkbRole *but,
                                      const char *first);
