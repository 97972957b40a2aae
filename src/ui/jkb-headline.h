/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-case-file.h"

/**
 * jkb_headline:
 * @incident: a case
 *
 * Says in a few whole sentences what happened: what and where, who is affected, what kinds of data,
 * and when. What is not known is said to be so. In the language of the session.
 *
 * Returns: (transfer full): the sentences
 */
char *jkb_headline (const JkbIncident *incident);

/**
 * jkb_headline_data_items:
 * @data_items: bits of #JkbDataItem
 *
 * Returns: (transfer full) (nullable): their names as a list, %NULL when there are none
 */
char *jkb_headline_data_items (guint32 data_items);

/**
 * jkb_headline_chain:
 * @file: a case
 *
 * Lists its reports one after the other: number, day and heading of each, and below it what it tells otherwise than
 * the one before.
 *
 * Returns: (transfer full) (nullable): the lines, %NULL when there are fewer than two reports
 */
char *jkb_headline_chain (const JkbCaseFile *file);

/**
 * jkb_headline_source:
 * @file: a case
 *
 * Says where its notices came from, one line each: name, time of import, encoding, hash. For bundled
 * data, the kind of the page they were read from.
 *
 * Returns: (transfer full): the lines
 */
char *jkb_headline_source (const JkbCaseFile *file);

/**
 * jkb_headline_standing:
 * @incident: a case
 * @is_found: whether it is among the cases that are listed
 *
 * Says how far a case is reviewed, and that it is not listed where this is so.
 *
 * Returns: (transfer full): a few words
 */
char *jkb_headline_standing (const JkbIncident *incident, gboolean is_found);

/**
 * jkb_headline_line:
 * @incident: a case
 *
 * Names a case in one line: organisation, type, date.
 *
 * Returns: (transfer full): the line
 */
char *jkb_headline_line (const JkbIncident *incident);
