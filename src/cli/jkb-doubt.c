/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/jkb-doubt.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/jkb-date.h"

/* What a rule of reading leaves open. */
static const struct
{
  const char *rule;
  const char *reason;
} reasons[] = {
  { "counts-sum", N_("added up from its parts; the text gives no total") },
  { "counts-largest", N_("the largest of several figures; the text names no total") },
  { "counts-recipients", N_("as many as the message went to") },
  { "date-embedded", N_("the day may be that of the incident or that of its discovery") },
  { "date-range", N_("a period; the text leaves open what lasted") },
  { "date-since", N_("since then or until then; the text leaves open what began or ended") },
  { "date-before", N_("the words that tell of it stand before the day") },
  { "date-rest", N_("the words that tell of it stand far behind the day") },
  { "date-topic", N_("only the end of the sentence tells what happened that day") },
  { "date-plain", N_("nothing beside it tells what happened that day") },
};

/* The value has a year, its words (9月3日, 同日) have none. */
static gboolean
has_inferred_year (const JkbFact *fact, const char *text)
{
  JkbDate date;

  if (text == NULL || fact->span.end > strlen (text) || !jkb_date_parse (fact->value, &date, NULL) || date.year == 0)
    return FALSE;
  for (gsize i = fact->span.begin; i + 4 <= fact->span.end; i++)
    if (strncmp (text + i, "年", strlen ("年")) == 0
        || (g_ascii_isdigit (text[i]) && g_ascii_isdigit (text[i + 1]) && g_ascii_isdigit (text[i + 2])
            && g_ascii_isdigit (text[i + 3])))
      return FALSE;
  return TRUE;
}

const char *
jkb_doubt_reason (const JkbFact *fact, const char *text)
{
  if (has_inferred_year (fact, text))
    return _("the year is inferred from other days");
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (strcmp (fact->rule, reasons[i].rule) == 0)
      return _(reasons[i].reason);
  switch (fact->field)
    {
    case JKB_FIELD_DATA_ITEMS:
      return _("named in the text, which does not say outright that it was exposed");
    case JKB_FIELD_AFFECTED_PEOPLE:
    case JKB_FIELD_AFFECTED_RECORDS:
    case JKB_FIELD_COUNTS:
      return _("the text does not say outright what the figure counts");
    default:
      return _("the words allow another reading");
    }
}
