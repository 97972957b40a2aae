/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-date-place.h"
#include "extract/jkb-date-roles.h"

/*
 * Between the files that work out what happened on a date: jkb-date-roles.c asks in order,
 * jkb-date-range.c reads the ends of a range, jkb-date-event.c what happened or was found.
 */

/** Nothing tells what happened. */
#define JKB_DATE_NO_READING jkb_date_read_as (JKB_DATE_OTHER, 0.6, "date-plain")

/**
 * jkb_date_read_as:
 * @role: what happened
 * @confidence: how sure that is
 * @rule: (transfer none): name of the rule
 *
 * Any thread. Returns: the reading, with no second role
 */
static inline JkbDateReading
jkb_date_read_as (JkbDateRole role, double confidence, const char *rule)
{
  return (JkbDateReading){ role, confidence, JKB_DATE_OTHER, 0, rule };
}

/**
 * jkb_date_find_last_cue:
 * @self: the dates
 * @place: one of them
 *
 * The verb that ends the sentence, when no other date stands between, or none of the verbs there is of
 * this date. Any thread.
 *
 * Returns: (nullable) (transfer none): that verb
 */
const JkbHit *jkb_date_find_last_cue (const JkbDatePlaces *self, const JkbDatePlace *place);

/**
 * jkb_date_read_range:
 * @self: the dates
 * @place: one of them
 * @reading: (out caller-allocates): what it says; unchanged on failure
 *
 * Any thread. Returns: %FALSE if the date is no end of a range
 */
gboolean jkb_date_read_range (const JkbDatePlaces *self, const JkbDatePlace *place, JkbDateReading *reading);

/**
 * jkb_date_read_since:
 * @self: the dates
 * @place: one that is the open end of a stretch: 以降, から, まで
 * @first: (nullable): the verb behind it
 *
 * Any thread. Returns: began or ended then, unless what began is an answer to it or goes on of itself
 */
JkbDateReading jkb_date_read_since (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *first);

/**
 * jkb_date_read_news:
 * @self: the dates
 * @place: one of them
 * @reading: (out caller-allocates): what it says; unchanged on failure
 *
 * Any thread. Returns: whether the date is that of an article as it came out, or stands in a list of news, where only
 *   the line with the title of the text itself dates it
 */
gboolean jkb_date_read_news (const JkbDatePlaces *self, const JkbDatePlace *place, JkbDateReading *reading);

/**
 * jkb_date_read_line:
 * @self: the dates
 * @place: one of them
 * @reading: (out caller-allocates): what it says; unchanged on failure
 *
 * Any thread. Returns: whether where the date stands in its line makes it that of the notice
 */
gboolean jkb_date_read_line (const JkbDatePlaces *self, const JkbDatePlace *place, JkbDateReading *reading);

/**
 * jkb_date_read_discovery:
 * @self: the dates
 * @place: one of them
 * @verb: the word behind it that tells of a discovery
 *
 * Any thread. Returns: discovered, and perhaps began on the same day
 */
JkbDateReading jkb_date_read_discovery (const JkbDatePlaces *self, const JkbDatePlace *place,
                                        const JkbHit *verb);

/**
 * jkb_date_read_event:
 * @self: the dates
 * @place: one of them
 * @event: the word behind it that tells of the event
 *
 * Any thread. Returns: began, or discovered when the event stands within what was found
 */
JkbDateReading jkb_date_read_event (const JkbDatePlaces *self, const JkbDatePlace *place,
                                    const JkbHit *event);

/**
 * jkb_date_saw_when_back:
 * @self: the dates
 * @place: one of them
 *
 * Any thread. Returns: whether who came back saw at once what had happened: 戻ると、かばんがなくなっていた
 */
gboolean jkb_date_saw_when_back (const JkbDatePlaces *self, const JkbDatePlace *place);

/**
 * jkb_date_is_behind_agent:
 * @self: the dates of a text
 * @place: one of them
 *
 * Any thread. Returns: whether who did it stands right in front: 元従業員が1月25日に
 */
gboolean jkb_date_is_behind_agent (const JkbDatePlaces *self, const JkbDatePlace *place);

/**
 * jkb_date_led_to_survey:
 * @self: the dates of a text
 * @place: one of them
 * @found: the discovery that is told behind it
 *
 * Any thread. Returns: whether what happened on the day was looked into, and only that led to @found
 */
gboolean jkb_date_led_to_survey (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *found);

/**
 * jkb_date_read_label:
 * @self: the dates of a text
 * @place: one of them
 * @reading: (out): what it is
 *
 * Any thread. Returns: whether words in front of the date name it: 発生日時 2024年1月5日
 */
gboolean jkb_date_read_label (const JkbDatePlaces *self, const JkbDatePlace *place, JkbDateReading *reading);

/**
 * jkb_date_read_topic:
 * @self: the dates of a text
 * @place: one of them
 * @reading: (out caller-allocates): what it says; unchanged on failure
 *
 * Any thread. Returns: whether the date goes with the verb that ends the sentence, as behind the topic of news
 */
gboolean jkb_date_read_topic (const JkbDatePlaces *self, const JkbDatePlace *place, JkbDateReading *reading);

/**
 * jkb_date_is_of_earlier:
 * @self: the dates of a text
 * @place: one on which something was announced
 *
 * Any thread. Returns: whether that was before the announcement that the text is about: 10月2日に公表した流出
 */
gboolean jkb_date_is_of_earlier (const JkbDatePlaces *self, const JkbDatePlace *place);

/**
 * jkb_date_is_of_other_case:
 * @self: the dates of a text
 * @place: one on which something was announced
 *
 * Any thread. Returns: whether it was only a figure to compare with: 11月に戊己倉庫が公表した約7万件
 */
gboolean jkb_date_is_of_other_case (const JkbDatePlaces *self, const JkbDatePlace *place);

/**
 * jkb_date_tells_of_noun:
 * @self: the dates of a text
 * @place: one of them
 * @cue: a word behind it
 *
 * Any thread. Returns: whether the date goes with @cue as that describes a noun: 7月7日に発生した漏えい
 */
gboolean jkb_date_tells_of_noun (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *cue);

/**
 * jkb_date_read_sent:
 * @self: the dates of a text
 * @place: one of them
 * @reading: (out caller-allocates): what it says; unchanged on failure
 *
 * Any thread. Returns: whether what was sent, put up or changed on the day turns out to have been wrong
 */
gboolean jkb_date_read_sent (const JkbDatePlaces *self, const JkbDatePlace *place, JkbDateReading *reading);

/**
 * jkb_date_read_opening:
 * @self: the dates of a text
 * @place: one of them
 * @reading: (out caller-allocates): what it says; unchanged on failure
 *
 * Any thread. Returns: whether the date opens the story (発端は9月3日。) and the next sentence tells what happened on it
 */
gboolean jkb_date_read_opening (const JkbDatePlaces *self, const JkbDatePlace *place, JkbDateReading *reading);

/**
 * jkb_date_read_report:
 * @self: the dates of a text
 * @place: one of them
 * @reading: (out): what it is
 *
 * Any thread. Returns: whether something was reported to an authority on the date
 */
gboolean jkb_date_read_report (const JkbDatePlaces *self, const JkbDatePlace *place, JkbDateReading *reading);

/**
 * jkb_date_find_following:
 * @self: the dates of a text
 * @readings: (inout) (array): what happened on them
 *
 * Where nothing is known to have happened on any day, takes the first day whose own sentence tells of nothing and whose
 * next ones tell of an event. Any thread.
 */
void jkb_date_find_following (const JkbDatePlaces *self, JkbDateReading *readings);

/**
 * jkb_date_find_same_day:
 * @doc: a document
 * @matches: (array length=n_matches): its dates
 * @n_matches: how many
 * @readings: (array length=n_matches): what they say; one may get a second role
 *
 * Where no date is that of the discovery: a sentence that begins with a time of day and tells of it goes with the day on
 * which it began, when that is the last one before it. Any thread.
 */
void jkb_date_find_same_day (const JkbDoc *doc, const JkbDateMatch *matches, guint n_matches, JkbDateReading *readings);

/**
 * jkb_date_tells_moment:
 * @doc: a document
 * @sentence: one of its sentences
 *
 * Any thread. Returns: whether a time of day or a word such as 直後に puts it on the day of the sentence before
 */
gboolean jkb_date_tells_moment (const JkbDoc *doc, JkbSpan sentence);

/**
 * jkb_date_find_recovery:
 * @doc: a document
 * @matches: (array length=n_matches): its dates
 * @n_matches: how many
 * @readings: (array length=n_matches): what they say; one may become the end
 *
 * A service that could not be reached from one day on, and nothing else that is told of that day: it ended on the day on
 * which the service was back. Any thread.
 */
void jkb_date_find_recovery (const JkbDoc *doc, const JkbDateMatch *matches, guint n_matches, JkbDateReading *readings);
