/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/jkb-preview-row.h"

/**
 * JkbPreviewDetail:
 *
 * One item of an import before it is stored: what would become of it, its facts, and its text with the words
 * that say them. Choosing a fact marks its words, touching words chooses their fact.
 */
#define JKB_TYPE_PREVIEW_DETAIL (jkb_preview_detail_get_type ())
G_DECLARE_FINAL_TYPE (JkbPreviewDetail, jkb_preview_detail, JKB, PREVIEW_DETAIL, AdwBin)

/**
 * jkb_preview_detail_show:
 * @self: a detail
 * @row: (nullable): what to show; not kept
 */
void jkb_preview_detail_show (JkbPreviewDetail *self, JkbPreviewRow *row);

/**
 * jkb_preview_detail_set_narrow:
 * @self: a detail
 * @is_narrow: the text is below the facts, not beside them
 */
void jkb_preview_detail_set_narrow (JkbPreviewDetail *self, gboolean is_narrow);

/**
 * jkb_preview_detail_choose_fact:
 * @self: a detail
 * @field: a field
 *
 * Chooses the fact that counts for @field. Returns: %FALSE when there is none
 */
gboolean jkb_preview_detail_choose_fact (JkbPreviewDetail *self, JkbField field);

/**
 * jkb_preview_detail_get_evidence:
 * @self: a detail
 *
 * Returns: (transfer full) (nullable): the words that are marked for the chosen fact
 */
char *jkb_preview_detail_get_evidence (JkbPreviewDetail *self);
