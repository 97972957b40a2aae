/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-doc.h"

/**
 * JkbNoticeEvent:
 * @announces: one sentence tells who says that something went wrong
 * @is_own: the writer tells what happened to himself
 * @goes_on: 同社, 同校: somebody was named before
 * @is_past: a sentence of the body tells in the past what went wrong
 * @is_mishap: and that to data of persons, or by a plain word for it
 * @leads: and that in the first sentence, as news do
 * @is_of_a_stranger: somebody is charged with what he did to other persons, not to an organisation
 * @unnamed: points for an organisation of which only the kind is told
 *
 * What a text tells that happened.
 */
typedef struct
{
  gboolean announces;
  gboolean is_own;
  gboolean goes_on;
  gboolean is_past;
  gboolean is_mishap;
  gboolean leads;
  gboolean is_of_a_stranger;
  double unnamed;
} JkbNoticeEvent;

/**
 * jkb_notice_event_read:
 * @doc: an item as a document
 * @event: (out caller-allocates): what it tells
 *
 * Reads what @doc tells that happened. Time is linear in its length. Any thread.
 */
void jkb_notice_event_read (const JkbDoc *doc, JkbNoticeEvent *event);

/**
 * jkb_notice_is_lure:
 * @doc: an item as a document
 * @hit: a word of the class `notice` in it
 *
 * Any thread. Returns: whether @hit, a word of advisories, names what somebody fell for (県を装ったメールを開き、感染した), and
 *   warns of nothing
 */
gboolean jkb_notice_is_lure (const JkbDoc *doc, const JkbHit *hit);
