/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-doc.h"

/**
 * jkb_read_reports:
 * @doc: the item as a document
 * @item: the item, with the dates that were found
 *
 * Adds reports to the Personal Information Protection Commission and to the police as facts of
 * %JKB_FIELD_REPORTED_PPC and %JKB_FIELD_REPORTED_POLICE: the date where one is told, else `yes`.
 * Plans to report, words of the authority itself and other authorities are no reports. The thread
 * that builds @item.
 */
void jkb_read_reports (const JkbDoc *doc, JkbItem *item);
