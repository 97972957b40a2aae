/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-date-roles-private.h"

/**
 * jkb_date_tells_which_thing:
 * @self: the dates of a document
 * @place: one of them
 * @first: the first verb behind it
 *
 * Any thread.
 *
 * Returns: whether the date goes with a verb that describes a thing or persons (…に作製したディスク, …に検査を受けた
 *   52人), and not with @first
 */
gboolean jkb_date_tells_which_thing (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *first);

/**
 * jkb_date_is_year_of_thing:
 * @self: the dates of a document
 * @match: one of them
 *
 * Any thread. Returns: whether it is a year that a noun follows at once: 2019年会費
 */
gboolean jkb_date_is_year_of_thing (const JkbDatePlaces *self, const JkbDateMatch *match);

/**
 * jkb_date_is_inspected:
 * @text: normalised text
 * @at: where a noun begins
 *
 * Any thread. Returns: whether it is only what was looked through: 備品の点検で, in 5月14日に実施した備品の点検で
 */
gboolean jkb_date_is_inspected (const JkbText *text, gsize at);

/**
 * jkb_date_measures_thing:
 * @self: the dates of a document
 * @match: one of them
 *
 * Any thread. Returns: whether it begins the stretch that papers are of: 2010年1月から3カ月分の伝票
 */
gboolean jkb_date_measures_thing (const JkbDatePlaces *self, const JkbDateMatch *match);

/**
 * jkb_date_pass_received:
 * @self: the dates of a document
 * @at: where a date ends
 *
 * Any thread. Returns: the end of words that tell which thing the date was that of (に受信した), 0 when there are none
 */
gsize jkb_date_pass_received (const JkbDatePlaces *self, gsize at);

/**
 * jkb_date_is_share:
 * @self: the dates of a document
 * @at: where a date ends
 *
 * Any thread. Returns: whether the date only tells of which time something is the part: 1月配送分
 */
gboolean jkb_date_is_share (const JkbDatePlaces *self, gsize at);

/**
 * jkb_date_is_of_share:
 * @self: the dates of a document
 * @place: one of them
 *
 * Any thread. Returns: the same for the ends of a stretch and the members of a list: 4月1日から5月31日分, 6・7月分
 */
gboolean jkb_date_is_of_share (const JkbDatePlaces *self, const JkbDatePlace *place);

/**
 * jkb_date_is_of_gathering:
 * @self: the dates
 * @place: one of them
 *
 * Any thread. Returns: whether it stands in brackets behind a gathering and only tells when people met: 秋季大会(10月25日)
 */
gboolean jkb_date_is_of_gathering (const JkbDatePlaces *self, const JkbDatePlace *place);

/**
 * jkb_date_is_of_paper:
 * @self: the dates of a document
 * @place: one of them
 *
 * Any thread. Returns: whether a paper came out then: 資料(令和3年7月公表)
 */
gboolean jkb_date_is_of_paper (const JkbDatePlaces *self, const JkbDatePlace *place);

/**
 * jkb_date_ranges_over_thing:
 * @self: the dates of a text
 * @place: the beginning of a range
 * @first: the first word behind it that tells what happened
 *
 * Any thread. Returns: whether a noun stands between that has a verb of its own: までの間に運んだ男女の書類を紛失した
 */
gboolean jkb_date_ranges_over_thing (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *first);

/**
 * jkb_date_is_of_founding:
 * @self: the dates of a text
 * @match: one of them
 *
 * Any thread. Returns: whether it only tells since when there is something: 2031年3月の開店以来
 */
gboolean jkb_date_is_of_founding (const JkbDatePlaces *self, const JkbDateMatch *match);

/**
 * jkb_date_is_month_of_thing:
 * @self: the dates of a text
 * @match: one of them
 *
 * Any thread. Returns: whether it is a month that only tells which thing is meant: 7月の調査に答えた保護者
 */
gboolean jkb_date_is_month_of_thing (const JkbDatePlaces *self, const JkbDateMatch *match);

/**
 * jkb_date_is_of_order:
 * @self: the dates of a document
 * @place: one of them
 *
 * Any thread. Returns: whether an authority asked for a report or gave an order on the day: 3月19日、報告の徴収を求められた
 */
gboolean jkb_date_is_of_order (const JkbDatePlaces *self, const JkbDatePlace *place);
