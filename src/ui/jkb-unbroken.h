/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/jkb-span.h"

/*
 * Between a digit and a character of Chinese origin a line may break by the rules of Unicode (UAX #14), so that the
 * day of a Japanese date would stand in the line after its month, and the counter of a figure in the one after its
 * digits. What belongs together is kept together here: dates, and figures with their counter.
 */

/**
 * jkb_unbroken_find:
 * @text: UTF-8
 *
 * Finds dates and figures with their counters that have to stay in one line. Any thread.
 *
 * Returns: (transfer full) (element-type JkbSpan): where they are in @text, in order
 */
GArray *jkb_unbroken_find (const char *text);

/**
 * jkb_unbroken_add:
 * @attributes: attributes of @text
 * @text: UTF-8
 *
 * Keeps each of jkb_unbroken_find() in one line. Any thread.
 */
void jkb_unbroken_add (PangoAttrList *attributes, const char *text);

/**
 * jkb_unbroken_label:
 * @label: a label that wraps and has no attributes of its own
 *
 * jkb_unbroken_add() for its text, and for each text that it will have. A word that is longer than a line gets no
 * hyphen where it goes on. Main thread.
 */
void jkb_unbroken_label (GtkLabel *label);
