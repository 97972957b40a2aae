/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-org-private.h"

/* Inside the reader of organisations: police, press, authorities and attackers, who act on others or report of them, and
 * sometimes are those to whom it happened. */

/**
 * jkb_org_holds:
 * @doc: a document
 * @term_class: a class of words
 * @value: one of its values; -1 for any
 * @span: a stretch of the document
 *
 * Any thread. Returns: whether such a word lies within @span
 */
gboolean jkb_org_holds (const JkbDoc *doc, JkbTermClass term_class, int value, JkbSpan span);

/**
 * jkb_org_speaks:
 * @doc: a document
 * @mention: a name in it
 *
 * Any thread. Returns: whether the name begins a sentence as the one who announces something
 */
gboolean jkb_org_speaks (const JkbDoc *doc, const JkbOrgMention *mention);

/**
 * jkb_org_is_police_of_the_case:
 * @doc: a document
 * @mention: a name in it
 *
 * Any thread. Returns: whether it is of the police, and what it is about happened to them
 */
gboolean jkb_org_is_police_of_the_case (const JkbDoc *doc, const JkbOrgMention *mention);

/**
 * jkb_org_is_press_of_the_case:
 * @doc: a document
 * @mention: a name in it
 *
 * Any thread. Returns: whether it is of the press, and what it is about happened to them
 */
gboolean jkb_org_is_press_of_the_case (const JkbDoc *doc, const JkbOrgMention *mention);

/**
 * jkb_org_is_named_official:
 * @doc: a document
 * @mention: a name in it
 *
 * Any thread. Returns: whether it is of the police or the press, and tells which
 */
gboolean jkb_org_is_named_official (const JkbDoc *doc, const JkbOrgMention *mention);

/**
 * jkb_org_is_attacker:
 * @doc: a document
 * @name: a name in it
 *
 * Any thread. Returns: whether it or the words before it say that it attacks others, or what it attacks them with
 */
gboolean jkb_org_is_attacker (const JkbDoc *doc, JkbSpan name);

/**
 * jkb_org_is_acting_authority:
 * @doc: a document
 * @mention: a name in it
 *
 * Any thread. Returns: whether it is an authority that acts on another one here
 */
gboolean jkb_org_is_acting_authority (const JkbDoc *doc, const JkbOrgMention *mention);

/**
 * jkb_org_is_only_where:
 * @doc: a document
 * @mention: a name in it
 *
 * Any thread. Returns: whether it only says where somebody is who is not named: 青葉県の in 青葉県の国立大学で
 */
gboolean jkb_org_is_only_where (const JkbDoc *doc, const JkbOrgMention *mention);
