/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * When a text was written: the line that dates it, else the day of the article, else when the text says that something
 * was announced.
 */
#include "extract/jkb-date-writing.h"

#include <string.h>

#include "extract/jkb-date-place.h"

#define N_TAIL 120                      /* bytes at the end in which a news text has its own date */

static gboolean
is_full (const JkbDateMatch *match)
{
  return match->written.year > 99 && match->written.day != 0;
}

/* News give the day of the article as numbers: with the time, or in brackets at the end; or as the day on which it
 * came out (13時0分配信, (2031年5月1日付朝刊)). */
static gboolean
is_article_date (const JkbDoc *doc, const JkbDateMatch *match)
{
  static const char *const editions[] = { "付朝刊)", "付夕刊)", "付け朝刊)", "付け夕刊)", "朝刊)", "夕刊)", "付朝刊\n", "付夕刊\n", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };

  if (is_full (match)
      && (jkb_date_is_dateline (doc, match) || jkb_text_take_any (&text, jkb_text_skip_blanks (&text, match->end, 2), editions) > 0))
    return TRUE;
  if (!(match->flags & JKB_DATE_NUMERIC) || !is_full (match))
    return FALSE;
  return (match->flags & JKB_DATE_HAS_TIME && jkb_date_places_is_near_edge (doc, match)) || match->span.begin + N_TAIL >= doc->normal->n_bytes;
}

static JkbDate
find_day_of_writing (const JkbDoc *doc, const GArray *matches, const JkbDateReading *readings)
{
  JkbDate article = JKB_DATE_NONE;

  for (guint i = 0; i < matches->len; i++)
    {
      const JkbDateMatch *match = &g_array_index (matches, JkbDateMatch, i);

      if (jkb_doc_news_title (doc, jkb_doc_line_at (doc, match->span.begin)).end > 0)
        continue;
      if (strcmp (readings[i].rule, JKB_DATE_RULE_LABEL) == 0)
        {                               /* 紛失日 / 2024年3月28日 is not, 最終更新 2024年3月28日 is */
          if (is_full (match) && !jkb_date_is_set (article) && jkb_date_is_update (doc, match))
            article = match->written;
          continue;
        }
      if (is_full (match) && jkb_date_places_is_line (doc, match))
        return match->written;
      if (is_article_date (doc, match))
        article = match->written;
    }
  return article;
}

/* 昨年8月に…。X社が2024年5月21日に発表した: the last such day, as news open with what was told before. */
static JkbDate
find_day_announced (const GArray *matches, const JkbDateReading *readings)
{
  JkbDate last = JKB_DATE_NONE;

  for (guint i = 0; i < matches->len; i++)
    {
      const JkbDateMatch *match = &g_array_index (matches, JkbDateMatch, i);

      if (readings[i].role == JKB_DATE_ANNOUNCED && is_full (match) && jkb_date_compare (match->written, last) > 0)
        last = match->written;
    }
  return last;
}

static int
read_serial_year (const char *serial)
{
  int year = 0;

  for (int i = 0; i < 4; i++)
    {
      if (serial == NULL || !g_ascii_isdigit (serial[i]))
        return 0;
      year = year * 10 + (serial[i] - '0');
    }
  return year >= 1990 && year < 2100 ? year : 0;
}

JkbDateContext
jkb_date_writing_find (const JkbDoc *doc, const char *serial, const GArray *matches, const JkbDateReading *readings)
{
  return (JkbDateContext){ .written = find_day_of_writing (doc, matches, readings),
                           .year = read_serial_year (serial),
                           .announced = find_day_announced (matches, readings) };
}
