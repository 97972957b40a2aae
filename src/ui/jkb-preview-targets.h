/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/*
 * What the lines of an import that was compared with the casebook say together: how the cases are called that
 * items are further reports of, and how many there are of what.
 */

/**
 * jkb_preview_targets_new:
 * @rows: (element-type JkbPreviewRow): lines of a draft that was compared
 *
 * A further report may be of a case that is new itself: those are there from the start.
 *
 * Returns: (transfer full) (element-type gint64 utf8): numbers of cases, and what each is called
 */
GHashTable *jkb_preview_targets_new (GListModel *rows);

/**
 * jkb_preview_targets_list_missing:
 * @targets: names of cases
 * @rows: (element-type JkbPreviewRow): the lines
 *
 * Returns: (transfer full) (element-type gint64): cases of the casebook that items are further reports of
 */
GArray *jkb_preview_targets_list_missing (GHashTable *targets, GListModel *rows);

/**
 * jkb_preview_targets_add:
 * @targets: names of cases
 * @incidents: (element-type JkbIncident): cases of the casebook
 */
void jkb_preview_targets_add (GHashTable *targets, const GPtrArray *incidents);

/**
 * jkb_preview_targets_tell:
 * @targets: names of cases
 * @rows: (element-type JkbPreviewRow): lines of a draft that was compared
 * @first: the line to begin with
 * @n_max: how many lines at most
 *
 * The lines say what would become of them. Some at a time, as those in sight are drawn again.
 *
 * Returns: the line to go on with
 */
guint jkb_preview_targets_tell (GHashTable *targets, GListModel *rows, guint first, guint n_max);

/**
 * jkb_preview_targets_word_plan:
 * @rows: (element-type JkbPreviewRow): the lines
 *
 * Returns: (transfer full): a line such as `3 new cases, 1 known`
 */
char *jkb_preview_targets_word_plan (GListModel *rows);
