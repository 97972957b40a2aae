/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/jkb-twin-finder.h"

/**
 * JkbTwinsPage:
 *
 * Cases that may be one incident, two by two, each with the reason. A row leads to the two side by side
 * (`win.compare-cases`), or says that they are different (`win.different-pair`).
 */
#define JKB_TYPE_TWINS_PAGE (jkb_twins_page_get_type ())
G_DECLARE_FINAL_TYPE (JkbTwinsPage, jkb_twins_page, JKB, TWINS_PAGE, AdwBin)

/**
 * jkb_twins_page_set_finder:
 * @self: a page
 * @finder: what finds them; may be set once
 */
void jkb_twins_page_set_finder (JkbTwinsPage *self, JkbTwinFinder *finder);
