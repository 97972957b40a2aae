/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-doc.h"

/** How sure it is by its company that a word for data names data that were exposed. */
#define JKB_DATA_STRONG 0.9
#define JKB_DATA_FAIR 0.7
#define JKB_DATA_WEAK 0.4

/**
 * jkb_data_weigh_company:
 * @doc: a document
 * @span: a stretch of it
 *
 * Any thread. Returns: how surely the words of @span say that data beside them were exposed; 0 for not at all
 */
double jkb_data_weigh_company (const JkbDoc *doc, JkbSpan span);

/**
 * jkb_data_claims_of:
 * @doc: a document
 * @hit: a word for data in it
 *
 * As jkb_doc_claims_at(), but a denial that has a matter of its own (氏名が流出しており悪用は確認されていない) is not
 * taken for one of the data told of before it. Any thread.
 *
 * Returns: #JkbClaims
 */
guint jkb_data_claims_of (const JkbDoc *doc, const JkbHit *hit);
