/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-search-value.h"

#include <string.h>

#include "core/jkb-incident.h"
#include "core/jkb-words.h"
#include "query/jkb-filter.h"

#define NONE_NICK "none"

static const char *const review_nicks[JKB_N_REVIEWS] = { "bundled", "unread", "done" };

/* Vocabulary of a field and the bit of "none of them", 0 where there is no such value. */
static const struct
{
  JkbVocabulary vocabulary;
  guint32 none;
} vocabularies[JKB_N_SEARCH_FIELDS] = {
  [JKB_SEARCH_TYPE] = { JKB_WORDS_TYPE, 0 },
  [JKB_SEARCH_CIRCUMSTANCE] = { JKB_WORDS_CIRCUMSTANCE, JKB_FILTER_NO_CIRCUMSTANCE },
  [JKB_SEARCH_SECTOR] = { JKB_WORDS_SECTOR, 0 },
  [JKB_SEARCH_STATUS] = { JKB_WORDS_STATUS, 0 },
  [JKB_SEARCH_DATA_ITEM] = { JKB_WORDS_DATA_ITEM, JKB_FILTER_NO_DATA_ITEM },
};

static int
count_nicks (JkbSearchField field)
{
  return field == JKB_SEARCH_REVIEW ? JKB_N_REVIEWS
                                    : jkb_word_count (vocabularies[field].vocabulary);
}

static const char *
get_nick (JkbSearchField field, int value)
{
  return field == JKB_SEARCH_REVIEW ? review_nicks[value]
                                    : jkb_word_nick (vocabularies[field].vocabulary, value);
}

/* The bits of all values whose name begins with @name, or only of the one that is @name. */
static guint32
match_nicks (JkbSearchField field, const char *name)
{
  guint32 mask = 0;

  for (int value = 0; value < count_nicks (field); value++)
    {
      const char *nick = get_nick (field, value);

      if (strcmp (nick, name) == 0)
        return 1u << value;
      if (g_str_has_prefix (nick, name))
        mask |= 1u << value;
    }
  if (vocabularies[field].none != 0 && strcmp (name, NONE_NICK) == 0)
    return vocabularies[field].none;
  return mask;
}

gboolean
jkb_search_value_mask (const JkbFold *fold, JkbSearchField field, const char *field_name,
                       const char *text, guint32 *mask)
{
  g_autofree char *list = g_strdup (text);
  g_auto(GStrv) names = NULL;
  guint32 all = 0;

  for (char *p = list; (p = strstr (p, "、")) != NULL;)
    memcpy (p, ",,,", strlen ("、"));
  names = g_strsplit (list, ",", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *stable = jkb_fold_field (fold, field_name, names[i]);
      guint32 bits;

      if (*names[i] == '\0')
        continue;
      bits = match_nicks (field, stable != NULL ? stable : names[i]);
      if (bits == 0)
        return FALSE;
      all |= bits;
    }
  if (all == 0)
    return FALSE;
  *mask = all;
  return TRUE;
}

/* Reads `1,234万` at *@p; moves on and returns %TRUE when there is a number that fits. */
static gboolean
take_number (const char **p, gint64 *number)
{
  static const struct
  {
    const char *text;
    gint64 factor;
  } units[] = { { "千", 1000 }, { "万", 10000 }, { "億", 100000000 } };
  gint64 value = 0;
  const char *q = *p;

  if (!g_ascii_isdigit (*q))
    return FALSE;
  for (; g_ascii_isdigit (*q) || (*q == ',' && g_ascii_isdigit (q[1])); q++)
    {
      if (*q == ',')
        continue;
      if (value > (G_MAXINT64 - (*q - '0')) / 10)
        return FALSE;
      value = value * 10 + (*q - '0');
    }
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (q, units[i].text))
      {
        if (value > G_MAXINT64 / units[i].factor)
          return FALSE;
        value *= units[i].factor;
        q += strlen (units[i].text);
        break;
      }
  *p = q;
  *number = value;
  return TRUE;
}

static gboolean
take (const char **p, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (*p, words[i]))
      {
        *p += strlen (words[i]);
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_word (const char *text, const char *const *words)
{
  return g_strv_contains (words, text);
}

typedef enum
{
  BOUND_EQUAL,
  BOUND_ABOVE,
  BOUND_FROM,
  BOUND_BELOW,
  BOUND_TO,
} Bound;

static Bound
take_bound (const char **p)
{
  static const char *const from[] = { ">=", "=>", "≧", "≥", NULL };
  static const char *const to[] = { "<=", "=<", "≦", "≤", NULL };
  static const char *const above[] = { ">", NULL };
  static const char *const below[] = { "<", NULL };
  static const char *const equal[] = { "=", NULL };

  if (take (p, from))
    return BOUND_FROM;
  if (take (p, to))
    return BOUND_TO;
  if (take (p, above))
    return BOUND_ABOVE;
  if (take (p, below))
    return BOUND_BELOW;
  take (p, equal);
  return BOUND_EQUAL;
}

static void
apply_bound (Bound bound, gint64 number, gint64 *low, gint64 *high)
{
  *low = bound == BOUND_ABOVE ? number + (number < G_MAXINT64) : number;
  *high = bound == BOUND_BELOW ? number - 1 : number;
  if (bound == BOUND_BELOW || bound == BOUND_TO)
    *low = 0;
  if (bound == BOUND_ABOVE || bound == BOUND_FROM)
    *high = G_MAXINT64;
}

gboolean
jkb_search_value_range (const char *text, gint64 *min, gint64 *max, gboolean *wants_unknown)
{
  static const char *const unknown[] = { "unknown", "不明", "?", NULL };
  static const char *const none[] = { "none", "なし", NULL };
  static const char *const dashes[] = { "-", "~", "..", NULL };
  static const char *const counters[] = { "年", "人", "名", "件", NULL };
  gint64 low = 0, high = 0;
  const char *p = text;
  Bound bound;

  if (is_word (text, unknown) || is_word (text, none))
    {
      *min = *max = 0;
      *wants_unknown = is_word (text, unknown);
      return TRUE;
    }
  bound = take_bound (&p);
  if (!take_number (&p, &low))
    return FALSE;
  apply_bound (bound, low, &low, &high);
  take (&p, counters);
  if (bound == BOUND_EQUAL && take (&p, dashes))
    {
      if (!take_number (&p, &high))
        return FALSE;
      take (&p, counters);
    }
  if (*p != '\0' || low > high)
    return FALSE;
  *min = low;
  *max = high;
  *wants_unknown = FALSE;
  return TRUE;
}
