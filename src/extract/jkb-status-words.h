/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-doc.h"

/** A word of exposure that weighs less is a noun, which may only name the matter. */
#define JKB_STATUS_IMPLIED_MIN 0.4

/**
 * jkb_status_tells_outcome:
 * @doc: a document
 * @offset: a place in it
 *
 * その後の捜査で流出は確認されませんでした. Any thread.
 *
 * Returns: whether the sentence tells what an inquiry came to, and not the state of it
 */
gboolean jkb_status_tells_outcome (const JkbDoc *doc, gsize offset);

/**
 * jkb_status_is_inquired:
 * @doc: a document
 * @hit: a word of exposure
 *
 * 漏えいについては確認中です. Any thread. Returns: whether nobody knows yet
 */
gboolean jkb_status_is_inquired (const JkbDoc *doc, const JkbHit *hit);

/**
 * jkb_status_is_heading:
 * @doc: a document
 * @hit: a word of exposure
 *
 * 5.個人情報の漏えいの可能性. Any thread. Returns: whether it only names what a section is about
 */
gboolean jkb_status_is_heading (const JkbDoc *doc, const JkbHit *hit);

/**
 * jkb_status_is_contrasted:
 * @doc: a document
 * @hit: a word of exposure
 *
 * 抜き取られたのではなく. Any thread. Returns: whether the text says how it did not happen
 */
gboolean jkb_status_is_contrasted (const JkbDoc *doc, const JkbHit *hit);

/**
 * jkb_status_is_open_state:
 * @doc: a document
 * @hit: a word of exposure
 * @type: #JkbIncidentType of the incident
 *
 * 閲覧可能な状態になっていた. Any thread. Returns: whether it was left open by mistake: it could be read, and that is all
 *   there is to it
 */
gboolean jkb_status_is_open_state (const JkbDoc *doc, const JkbHit *hit, int type);

/**
 * jkb_status_is_asked:
 * @doc: a document
 * @offset: a place in it
 *
 * どの情報が漏れたのですか. Any thread. Returns: whether the sentence is a question
 */
gboolean jkb_status_is_asked (const JkbDoc *doc, gsize offset);

/**
 * jkb_status_is_of_the_rest:
 * @doc: a document
 * @offset: where words begin that say that no data of persons were concerned
 *
 * その他の個人情報は含まれていない. Any thread. Returns: whether they speak only of data beside those that were told of
 */
gboolean jkb_status_is_of_the_rest (const JkbDoc *doc, gsize offset);
