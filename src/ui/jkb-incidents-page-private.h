/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/jkb-bin-page.h"
#include "ui/jkb-facet-pane.h"
#include "ui/jkb-filter-bar.h"
#include "ui/jkb-incidents-page.h"
#include "ui/jkb-list-pane.h"
#include "ui/jkb-review-bar.h"
#include "ui/jkb-split.h"
#include "ui/jkb-twins-page.h"

/* The page in two parts: what it shows, and what the search entry and the keys of the review do. Main thread. */

struct _JkbIncidentsPage
{
  AdwBin parent_instance;

  JkbScope *scope;
  JkbReview *review;
  JkbCaseLists *lists;
  JkbTwinFinder *finder;
  const char *aside;                    /* interned: `bin`, `twins` while that stands in place of the table */
  gboolean is_following;
  gboolean shows_case;                  /* whether the case stands beside the table */
  gboolean wants_facets;                /* what the person asked for while there was room */

  AdwFlap *flap;
  GtkWidget *sidebar;
  GtkWidget *search_bar;
  JkbListPane *list_pane;
  JkbFacetPane *facets;
  JkbSplit *split;
  GtkSearchEntry *search;
  GtkMenuButton *table_menu_button;
  JkbFilterBar *filter_bar;
  GtkStack *stack;
  JkbCaseTable *table;
  JkbBinPage *bin_page;
  JkbTwinsPage *twins_page;
  GtkSpinner *spinner;
  AdwStatusPage *failed_page;
  GtkWidget *restore_button;
  JkbCasePane *case_pane;
  JkbReviewBar *review_bar;
};

/** Shows the table, or what stands in its place. */
void jkb_incidents_page_show_state (JkbIncidentsPage *self);

/** Binds what the template says of the search entry. */
void jkb_incidents_page_bind_search (GtkWidgetClass *widget_class);

/** Lets the search entry take the keys that nobody else takes. */
void jkb_incidents_page_set_up_search (JkbIncidentsPage *self);

/** Makes the review, once the page has a scope. */
void jkb_incidents_page_set_up_review (JkbIncidentsPage *self);

/** Adds `search`, `review` and `review-step` to the actions of the window. */
void jkb_incidents_page_add_input_actions (JkbIncidentsPage *self, GActionMap *map);
