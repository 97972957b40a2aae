/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-term-class.h"

#include <string.h>

#include "core/jkb-words.h"

static const char *const section_values[] = { "body", "title", "course", "cause", "affected",
                                              "response", "request", "prevention", "contact",
                                              "about", NULL };
static const char *const claim_values[]
    = { "negated", "possible", "request", "planned", "prevention", "general", NULL };
static const char *const clause_values[] = { "end", "soft", NULL };
static const char *const exposure_values[]
    = { "out", "readable", "lost", "harm", "none", "content", "kept", "handled",
        "sent", NULL };
static const char *const report_values[] = { "ppc", "police", "act", "lodged", NULL };
static const char *const encryption_values[] = { "yes", "no", NULL };
static const char *const notice_values[]
    = { "incident", "apology", "own", "tells", "title", "closing", "advisory", "survey", "event",
        "product", "article", "template", NULL };
static const char *const crime_values[] = { "charge", "house", NULL };
static const char *const unit_values[]
    = { "people", "people-data", "records", "accounts", "sent", "other", NULL };
static const char *const count_noun_values[]
    = { "data", "people", "staff", "actor", "event", "message", "thing", NULL };
static const char *const count_act_values[]
    = { "affected", "sending", "part", "corrected", "before", NULL };
static const char *const org_form_values[] = { "before", "after", "both", NULL };
static const char *const org_kind_values[] = { "ending", "whole", NULL };
static const char *const org_stop_values[] = { "never", "word", "common", NULL };
static const char *const org_nature_values[]
    = { "police", "press", "authority", "committee", "board", "region", "office", "university", "school", "hospital", "bank",
        "association", "centre", "company", "branch", "shop", "thing", "paper", "person", "time", "matter", NULL };
static const char *const org_cue_values[]
    = { "contractor-before", "contractor-after", "operates", "operated-by", "announces",
        "addressee", "self", "abbreviated", "arrest", "description", "owns", NULL };

/* Either a list of values of its own, or a vocabulary of core. */
static const struct
{
  const char *name;
  const char *const *values;
  int vocabulary;
} classes[JKB_N_TERM_CLASSES] = {
  [JKB_TERM_TYPE] = { "type", NULL, JKB_WORDS_TYPE },
  [JKB_TERM_SECTION] = { "section", section_values, -1 },
  [JKB_TERM_CLAIM] = { "claim", claim_values, -1 },
  [JKB_TERM_CLAUSE] = { "clause", clause_values, -1 },
  [JKB_TERM_CIRCUMSTANCE] = { "circumstance", NULL, JKB_WORDS_CIRCUMSTANCE },
  [JKB_TERM_DATA_ITEM] = { "data-item", NULL, JKB_WORDS_DATA_ITEM },
  [JKB_TERM_EXPOSURE] = { "exposure", exposure_values, -1 },
  [JKB_TERM_PERSON_DATA] = { "person-data", NULL, -1 },
  [JKB_TERM_REPORT] = { "report", report_values, -1 },
  [JKB_TERM_ENCRYPTION] = { "encryption", encryption_values, -1 },
  [JKB_TERM_NOTICE] = { "notice", notice_values, -1 },
  [JKB_TERM_CRIME] = { "crime", crime_values, -1 },
  [JKB_TERM_UNIT] = { "unit", unit_values, -1 },
  [JKB_TERM_COUNT_NOUN] = { "count-noun", count_noun_values, -1 },
  [JKB_TERM_COUNT_ACT] = { "count-act", count_act_values, -1 },
  [JKB_TERM_COUNT_GROUP] = { "count-group", NULL, -1 },
  [JKB_TERM_DATE_ROLE] = { "date-role", NULL, JKB_WORDS_DATE_ROLE },
  [JKB_TERM_DATE_LABEL] = { "date-label", NULL, JKB_WORDS_DATE_ROLE },
  [JKB_TERM_ORG_FORM] = { "org-form", org_form_values, -1 },
  [JKB_TERM_ORG_KIND] = { "org-kind", org_kind_values, -1 },
  [JKB_TERM_ORG_STOP] = { "org-stop", org_stop_values, -1 },
  [JKB_TERM_ORG_CUE] = { "org-cue", org_cue_values, -1 },
  [JKB_TERM_ORG_PLACE] = { "org-place", NULL, -1 },
  [JKB_TERM_ORG_NATURE] = { "org-nature", org_nature_values, -1 },
};

int
jkb_term_class_from_name (const char *name)
{
  for (int i = 0; i < JKB_N_TERM_CLASSES; i++)
    if (strcmp (classes[i].name, name) == 0)
      return i;
  return -1;
}

const char *
jkb_term_class_name (JkbTermClass term_class)
{
  g_return_val_if_fail (term_class < JKB_N_TERM_CLASSES, NULL);

  return classes[term_class].name;
}

gboolean
jkb_term_class_value (JkbTermClass term_class, const char *text, int *value)
{
  const char *const *values;

  g_return_val_if_fail (term_class < JKB_N_TERM_CLASSES, FALSE);

  values = classes[term_class].values;
  if (values == NULL && classes[term_class].vocabulary < 0)
    {
      *value = 0;
      return TRUE;
    }
  if (values == NULL)
    {
      *value = jkb_word_value (classes[term_class].vocabulary, text);
      return *value >= 0;
    }
  for (int i = 0; values[i] != NULL; i++)
    if (strcmp (values[i], text) == 0)
      {
        *value = i;
        return TRUE;
      }
  return FALSE;
}
