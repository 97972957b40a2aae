/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-date-grammar.h"
#include "extract/jkb-doc.h"

/** Bytes behind a date in which its verb is sought. */
#define JKB_DATE_PLACE_BYTES_MAX 600

/** Nouns of an event (漏えい) weigh less in date-roles.tsv than this, its verbs (漏えいし) more. */
#define JKB_DATE_PLACE_BARE_WEIGHT 0.75

/** Words of announcing that weigh less (謝罪) tell of one only where news say who told what when. */
#define JKB_DATE_PLACE_ANNOUNCED_WEIGHT 0.655

/** Nouns that weigh this (送信, 確認) tell what happened only at the end of a note. */
#define JKB_DATE_PLACE_NOTE_WEIGHT 0.6

/**
 * JkbDatePlaces:
 * @doc: a document
 * @text: its normalised text
 * @matches: (array length=n_matches): all dates of it, in order
 * @n_matches: how many
 *
 * All dates of a document with the words around them.
 */
typedef struct
{
  const JkbDoc *doc;
  JkbText text;
  const JkbDateMatch *matches;
  guint n_matches;
} JkbDatePlaces;

/**
 * JkbDatePlace:
 * @index: which date
 * @match: the date
 * @sentence: its sentence
 * @stretch: the words behind it, up to the next date that has a verb of its own
 * @is_last: no such date follows in the sentence
 * @is_entry: the lines below say what happened, see jkb_date_chronicle_end()
 * @cues: (array length=n_cues): words of the class date-role in @stretch
 * @n_cues: how many
 */
typedef struct
{
  guint index;
  const JkbDateMatch *match;
  JkbSpan sentence;
  JkbSpan stretch;
  gboolean is_last;
  gboolean is_entry;
  const JkbHit *cues;
  guint n_cues;
} JkbDatePlace;

/**
 * jkb_date_places_is_near_edge:
 * @doc: a document
 * @match: a date in it
 *
 * Any thread. Returns: whether it stands on one of the first or last lines, where a text is dated
 */
gboolean jkb_date_places_is_near_edge (const JkbDoc *doc, const JkbDateMatch *match);

/**
 * jkb_date_places_is_quoted:
 * @self: the dates
 * @place: one of them
 * @cue: a word behind it
 *
 * Any thread. Returns: whether it is only what somebody said, and did not happen on the date: 「…が表示される」とのお問い合わせ
 */
gboolean jkb_date_places_is_quoted (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *cue);

/**
 * jkb_date_places_is_line:
 * @doc: a document
 * @match: a date
 *
 * A date that stands alone on a line near the top or the end of a notice, perhaps with who signs it,
 * is the date of the notice. Any thread.
 *
 * Returns: whether @match is one
 */
gboolean jkb_date_places_is_line (const JkbDoc *doc, const JkbDateMatch *match);

/**
 * jkb_date_places_next_apart:
 * @self: the dates
 * @index: one of them
 *
 * Dates of one list, and the two ends of a range, share their verb. Any thread.
 *
 * Returns: the next date that does not share the verb of @index; possibly `n_matches`
 */
guint jkb_date_places_next_apart (const JkbDatePlaces *self, guint index);

/**
 * jkb_date_places_get:
 * @self: the dates
 * @index: one of them
 *
 * Any thread. Returns: the words around it
 */
JkbDatePlace jkb_date_places_get (const JkbDatePlaces *self, guint index);

/**
 * jkb_date_places_first_cue:
 * @self: the dates
 * @place: one of them
 *
 * Leaves out words that say nothing of the date: decoys far behind it, nouns that are only spoken
 * about, what stands in quotation marks. Any thread.
 *
 * Returns: (nullable) (transfer none): the first word behind it that tells what happened
 */
const JkbHit *jkb_date_places_first_cue (const JkbDatePlaces *self, const JkbDatePlace *place);

/**
 * jkb_date_places_cue:
 * @place: a date
 * @role: a role
 *
 * Any thread. Returns: (nullable) (transfer none): the first word behind it that says @role
 */
const JkbHit *jkb_date_places_cue (const JkbDatePlace *place, JkbDateRole role);

/**
 * jkb_date_places_label_before:
 * @self: the dates
 * @at: an offset
 * @from: not to look before this offset
 * @n_bytes: how far to look back
 *
 * Any thread. Returns: (nullable) (transfer none): the last date-label that ends at or before @at
 */
const JkbHit *jkb_date_places_label_before (const JkbDatePlaces *self, gsize at, gsize from,
                                            gsize n_bytes);

/**
 * jkb_date_places_has_comma:
 * @self: the dates
 * @at: an offset, e.g. the end of a date
 *
 * Some texts write , for 、. Any thread. Returns: whether either stands at @at
 */
gboolean jkb_date_places_has_comma (const JkbDatePlaces *self, gsize at);

/**
 * jkb_date_places_is_authority:
 * @label: a date-label
 *
 * Any thread. Returns: whether it names the PPC or the police
 */
gboolean jkb_date_places_is_authority (const JkbHit *label);

/**
 * jkb_date_places_authority_behind:
 * @self: the dates
 * @behind: a stretch
 *
 * Any thread. Returns: (nullable) (transfer none): the first authority in it that something goes to
 */
const JkbHit *jkb_date_places_authority_behind (const JkbDatePlaces *self, JkbSpan behind);

/**
 * jkb_date_places_authority:
 * @self: the dates
 * @place: one of them
 *
 * Any thread. Returns: (nullable) (transfer none): the authority that something goes to, behind the
 *   date or else before it in its sentence
 */
const JkbHit *jkb_date_places_authority (const JkbDatePlaces *self, const JkbDatePlace *place);
