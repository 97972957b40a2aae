/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/jkb-window.h"

/**
 * JkbPictureState:
 * @name: how its pictures are called
 * @show: leads the window there; returns what to take a picture of: @window, another window, a popover
 * @is_page: whether it is a page, to be seen in every form; the others are seen in the common ones
 *
 * A page, a dialog or a state of one, that a person can come to see.
 */
typedef struct
{
  const char *name;
  GtkWidget *(*show) (JkbWindow *window);
  gboolean is_page;
} JkbPictureState;

typedef enum
{
  JKB_PICTURE_INCIDENTS,
  JKB_PICTURE_PAGES,                    /* charts and roles */
  JKB_PICTURE_EVERYWHERE,
  JKB_N_PICTURE_GROUPS
} JkbPictureGroup;

extern const JkbPictureState jkb_picture_incidents[];
extern const JkbPictureState jkb_picture_pages[];

/**
 * jkb_picture_states:
 * @group: which
 *
 * Returns: (transfer none): its states, in the order in which they build on each other; the last has no name
 */
const JkbPictureState *jkb_picture_states (JkbPictureGroup group);

/**
 * jkb_picture_states_prepare:
 * @window: a window on the casebook that the pictures are of
 *
 * Gives the casebook what only a used one has: a search that is kept, a collection, a case in the bin. Once.
 */
void jkb_picture_states_prepare (JkbWindow *window);

/**
 * jkb_picture_states_reset:
 * @window: a window
 *
 * Closes what was opened beside and above it, and shows all cases.
 */
void jkb_picture_states_reset (JkbWindow *window);
