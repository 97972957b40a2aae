/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "labels/jkb-labels.h"

#include <glib/gi18n-lib.h>

#include "labels/jkb-label-style.h"
#include <libintl.h>
#include <string.h>

static const char *const type_labels[JKB_N_TYPES] = {
  N_("Cause not known"),
  N_("Unauthorized access"),
  N_("Web skimming"),
  N_("Malware and ransomware"),
  N_("Phishing and account takeover"),
  N_("Exploited vulnerability"),
  N_("Misdelivery"),
  N_("Misconfigured exposure"),
  N_("Lost media or device"),
  N_("Theft"),
  N_("Insider misuse"),
  N_("Web defacement"),
  N_("Denial of service"),
};
static const char *const circumstance_labels[JKB_N_CIRCUMSTANCES] = {
  N_("At a contractor"),
  N_("At an overseas subsidiary"),
};
static const char *const status_labels[JKB_N_STATUSES] = {
  N_("Leak not known"),
  N_("No data leaked"),
  N_("Possible"),
  N_("Confirmed"),
};
static const char *const data_item_labels[JKB_N_DATA_ITEMS] = {
  N_("Name"),
  N_("Postal address"),
  N_("Phone number"),
  N_("Email address"),
  N_("Date of birth"),
  N_("Gender"),
  N_("Card number"),
  N_("Card expiry"),
  N_("Card security code"),
  N_("Card holder"),
  N_("Password"),
  N_("Login ID"),
  N_("Bank account"),
  N_("Health data"),
  N_("Employment data"),
  N_("School grades"),
  N_("My Number"),
  N_("Identity document"),
  N_("Photo"),
  N_("Purchase history"),
  N_("Other data"),
};
static const char *const sector_labels[JKB_N_SECTORS] = {
  N_("Sector not known"),
  N_("Central government"),
  N_("Local government"),
  N_("Education"),
  N_("Healthcare"),
  N_("Finance and insurance"),
  N_("IT and telecom"),
  N_("Manufacturing"),
  N_("Retail and online shops"),
  N_("Logistics and transport"),
  N_("Energy and utilities"),
  N_("Construction and real estate"),
  N_("Media and entertainment"),
  N_("Travel and hospitality"),
  N_("Services"),
  N_("Nonprofit"),
  N_("Other sector"),
};
static const char *const phase_labels[JKB_N_PHASES] = {
  N_("Prevent"), N_("Detect"), N_("Respond"), N_("Recover"), N_("Govern"),
};
static const char *const field_labels[JKB_N_FIELDS] = {
  N_("Organisation"),
  N_("Contractor"),
  N_("Type"),
  N_("Circumstances"),
  N_("People affected"),
  N_("Records affected"),
  N_("Data leak"),
  N_("Figures"),
  N_("Began"),
  N_("Ended"),
  N_("Discovered"),
  N_("Announced"),
  N_("Reported to the PPC"),
  N_("Reported to the police"),
  N_("Dates"),
  N_("Data items"),
  N_("Encrypted"),
  N_("Country"),
};
static const char *const qualifier_labels[JKB_N_QUALIFIERS] = {
  N_("exactly"), N_("about"), N_("at least"), N_("at most"), N_("more than"), N_("less than"),
};
static const char *const count_role_labels[JKB_N_COUNT_ROLES] = {
  N_("other things"), N_("total"), N_("part"), N_("sent"),
};
static const char *const date_role_labels[JKB_N_DATE_ROLES] = {
  N_("Other date"),
  N_("Began"),
  N_("Ended"),
  N_("Discovered"),
  N_("Announced"),
  N_("Reported to the PPC"),
  N_("Reported to the police"),
  N_("Investigation finished"),
  N_("Follow-up report"),
  N_("Response"),
  N_("Unrelated date"),
};
static const char *const fact_state_labels[JKB_N_FACT_STATES] = {
  N_("Read by rule"), N_("Accepted"), N_("Corrected"), N_("Rejected"),
};

static const char *const *const labels[JKB_N_VOCABULARIES] = {
  [JKB_WORDS_TYPE] = type_labels,
  [JKB_WORDS_CIRCUMSTANCE] = circumstance_labels,
  [JKB_WORDS_STATUS] = status_labels,
  [JKB_WORDS_DATA_ITEM] = data_item_labels,
  [JKB_WORDS_SECTOR] = sector_labels,
  [JKB_WORDS_PHASE] = phase_labels,
  [JKB_WORDS_FIELD] = field_labels,
  [JKB_WORDS_QUALIFIER] = qualifier_labels,
  [JKB_WORDS_COUNT_ROLE] = count_role_labels,
  [JKB_WORDS_DATE_ROLE] = date_role_labels,
  [JKB_WORDS_FACT_STATE] = fact_state_labels,
};

static const struct
{
  const char *nick, *label;
} set_aside_labels[] = {
  { "article", N_("General article") },
  { "advisory", N_("Security advisory") },
  { "survey", N_("Survey or statistics") },
  { "event", N_("Event") },
  { "product", N_("Product news") },
  { "menu", N_("Menu or page furniture") },
  { "empty", N_("No text") },
  { "other", N_("Not a notice") },
  { "declined", N_("Not accepted at import") },
  { "deleted", N_("Deleted from the bin") },
};

static const struct
{
  const char *nick, *label;
} source_kind_labels[] = {
  { "", N_("Not known") },
  { "page", N_("Page of the organisation") },
  { "news", N_("News report") },
  { "repost", N_("Reprint") },
  { "text", N_("Imported text") },
  { "html", N_("Imported web page") },
};

static char *
word_qualifier (JkbCountQualifier qualifier, const char *figure)
{
  switch (qualifier)
    {
    case JKB_QUALIFIER_ABOUT:
      /* Translators: %s is a figure with its counter, e.g. "35,000 people" */
      return g_strdup_printf (_("about %s"), figure);
    case JKB_QUALIFIER_AT_LEAST:
      /* Translators: %s is a figure with its counter, e.g. "35,000 people" */
      return g_strdup_printf (_("at least %s"), figure);
    case JKB_QUALIFIER_AT_MOST:
      /* Translators: %s is a figure with its counter, e.g. "35,000 people" */
      return g_strdup_printf (_("at most %s"), figure);
    case JKB_QUALIFIER_MORE_THAN:
      /* Translators: %s is a figure with its counter, e.g. "35,000 people" */
      return g_strdup_printf (_("more than %s"), figure);
    case JKB_QUALIFIER_LESS_THAN:
      /* Translators: %s is a figure with its counter, e.g. "35,000 people" */
      return g_strdup_printf (_("less than %s"), figure);
    case JKB_QUALIFIER_EXACT:
    case JKB_N_QUALIFIERS:
    default:
      return g_strdup (figure);
    }
}

void
jkb_labels_init (void)
{
  const char *dir = g_getenv ("JIKENBO_LOCALE_DIR");

  bindtextdomain (GETTEXT_PACKAGE, dir != NULL && *dir != '\0' ? dir : JKB_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

const char *
jkb_label (JkbVocabulary vocabulary, int value)
{
  g_return_val_if_fail (vocabulary < JKB_N_VOCABULARIES, "");
  g_return_val_if_fail (value >= 0 && value < jkb_word_count (vocabulary), "");

  return _(labels[vocabulary][value]);
}

const char *
jkb_label_nick (JkbVocabulary vocabulary, const char *nick)
{
  int value = jkb_word_value (vocabulary, nick);

  if (value >= 0)
    return jkb_label (vocabulary, value);
  return nick != NULL ? nick : "";
}

const char *
jkb_label_tri_state (JkbTriState value)
{
  return value == JKB_YES ? _("Yes") : value == JKB_NO ? _("No") : _("Not stated");
}

const char *
jkb_label_review (JkbReviewState review)
{
  switch (review)
    {
    case JKB_REVIEW_BUNDLED:
      return _("Bundled");
    case JKB_REVIEW_DONE:
      return _("Reviewed");
    case JKB_REVIEW_UNREAD:
    default:
      return _("To review");
    }
}

const char *
jkb_label_framework (const char *framework)
{
  static const char *const names[][2]
      = { { "nice", "NICE" }, { "ecsf", "ECSF" }, { "ccf", "CCF" }, { "secbok", "SecBoK" } };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i][0], framework) == 0)
      return names[i][1];
  return framework;
}

const char *
jkb_label_source_kind (const char *kind)
{
  for (gsize i = 0; kind != NULL && i < G_N_ELEMENTS (source_kind_labels); i++)
    if (strcmp (source_kind_labels[i].nick, kind) == 0)
      return _(source_kind_labels[i].label);
  return kind != NULL ? kind : _("Not known");
}

const char *
jkb_label_set_aside_reason (const char *reason)
{
  for (gsize i = 0; reason != NULL && i < G_N_ELEMENTS (set_aside_labels); i++)
    if (strcmp (set_aside_labels[i].nick, reason) == 0)
      return _(set_aside_labels[i].label);
  return reason != NULL ? reason : "";
}

/* Digits in threes, by hand: what printf's ' flag does depends on the C locale of the process. */
char *
jkb_label_number (gint64 value)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  gsize length = strlen (digits);
  GString *grouped = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (grouped, ',');
      g_string_append_c (grouped, digits[i]);
    }
  return g_string_free (grouped, FALSE);
}

char *
jkb_label_count (gint64 value, JkbCountQualifier qualifier, gboolean is_records)
{
  g_autofree char *digits = NULL;
  g_autofree char *figure = NULL;

  if (value == JKB_COUNT_UNKNOWN)
    return g_strdup (C_("count", "unknown"));
  digits = jkb_label_number (value);
  figure = is_records
               /* Translators: %s is a number of records */
               ? g_strdup_printf (ngettext ("%s record", "%s records", (gulong) value), digits)
               /* Translators: %s is a number of persons */
               : g_strdup_printf (ngettext ("%s person", "%s people", (gulong) value), digits);
  return word_qualifier (qualifier, figure);
}

char *
jkb_label_date (JkbDate date)
{
  char *in_era = jkb_label_style_get_years () == JKB_YEARS_ERA ? jkb_label_era_date (date) : NULL;

  if (in_era != NULL)
    return in_era;
  if (!jkb_date_is_set (date))
    return g_strdup ("");
  if (date.year == 0 && date.day == 0)
    /* Translators: a month whose year is not known */
    return g_strdup_printf (C_("date", "month %d, year unknown"), date.month);
  if (date.year == 0)
    /* Translators: month and day whose year is not known */
    return g_strdup_printf (C_("date", "%02d-%02d, year unknown"), date.month, date.day);
  if (date.month == 0)
    /* Translators: a year alone */
    return g_strdup_printf (C_("date", "%d"), date.year);
  if (date.day == 0)
    /* Translators: year and month */
    return g_strdup_printf (C_("date", "%d-%02d"), date.year, date.month);
  /* Translators: year, month, day */
  return g_strdup_printf (C_("date", "%d-%02d-%02d"), date.year, date.month, date.day);
}

const char *
jkb_label_pick (const char *en, const char *ja)
{
  /* Translators: “ja” in Japanese; every other language leaves it as it is */
  return strcmp (C_("language of the data", "en"), "ja") == 0 ? ja : en;
}
