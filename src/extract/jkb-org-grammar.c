/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A Japanese name has no capital and no blank around it. What can be seen is where the script
 * changes: ideographs, katakana, Latin letters and digits run on in a name; hiragana is mostly
 * grammar. A short run of hiragana belongs to a name (はるやま商事) when it is no word of grammar and
 * stands between a border and name characters.
 */
#include "extract/jkb-org-grammar.h"
#include "extract/jkb-text-at.h"

#include <string.h>

#define NAME_CHARS_MAX 40
#define NAME_BYTES_MAX 160
#define HIRAGANA_CHARS_MAX 5

/* Longer than the longest name of a town. */
#define TOWN_BYTES_MAX 27

typedef enum { OTHER, NAME, HIRAGANA } CharClass;

static CharClass
classify (gunichar c)
{
  if ((c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || c == 0x3005
      || (c >= 0x30a1 && c <= 0x30ff) || (c < 0x80 && g_ascii_isalnum ((char) c))
      || (c >= 0xc0 && c <= 0x24f) || c == '&' || c == '.' || c == '\'' || c == '-' || c == '_' || c == '+')
    return NAME;
  return c >= 0x3041 && c <= 0x309f ? HIRAGANA : OTHER;
}

/* ---------------------------------------------------------------- runs of name characters */

gboolean
jkb_org_is_grammar (const char *run, gsize n_bytes)
{
  static const char *const words[] = {
    "は", "が", "の", "を", "に", "で", "と", "も", "や", "へ", "か", "より", "から", "まで", "など", "について",
    "において", "における", "による", "により", "では", "には", "とは", "への", "での", "との", "として", "および",
    "または", "ならびに", "である", "です", "した", "する", "して", "され", "された", "している", "していた", "いる",
    "この", "その", "このたび", "なお", "また", "さらに", "ため", "れた", "れる", "けた", "った", "って", "ある",
    "おける", "つきまして", "ほか", "うち", "という", "といった", "さん", "さま", "にて", "にも", "らの", "い", "く", "る",
    "たら", "れば", "ながら", "けれど", "だけ", "ほど", "まま", "たり", "ても", "とき", "こと", "もの", "よう", "そう",
    "このため", "このために", "そのため", "そのために", "これにより", "これによって", "それにより", "そのほか", "これまで", "これまでに", "ただし", "しかし", "すでに", "ところ",
    "ところが", "いただき", "いただいた", "いただく", "いたしました", "あわせて", "とともに", "いずれも", "あらためて", "ただちに", "いわゆる", "たとえば", "まずは", "もしくは",
    "あるいは", "た", "し", "り", "れ", "き", "ら", "さ", "な", "け", "う", "え", "お", "ご", "て", "っ", "め", "す",
    "いつも", "どうやら", "やはり", "あの", "かつて", "とくに", "どうも", "きのう", "きょう", "そこで", "それで", "ちなみに", "おそらく", "たぶん", "ついに", "まさか", "すべて", "によります",
    "わたしたち", "わたくしたち", "わたしども", "わたくしども", "ならび", "とその", "とそ", "といえば", "こそ", "もまた", "だけ", "って", "とされる", NULL,
  };
  static const char *const polite[] = { "をご", "をお", "にご", "よりご", "よりお", "からご", "からお", "からのお", "よりのお", "へのお", "へご", "へお", "のご", "はご", "がご", NULL };

  /* を begins no word */
  return jkb_text_begins (run, "を") || jkb_text_is_any (run, n_bytes, words) || jkb_text_is_any (run, n_bytes, polite);
}

/* Hiragana behind ideographs is mostly the end of a verb or a particle (手がける, 行う); only what ends
 * otherwise can be the middle of a name (日本たばこ産業). */
static gboolean
ends_like_grammar (const char *run_end)
{
  static const char *const ends[] = { "る", "た", "い", "う", "く", "し", "て", "れ", "り", "の", "が", "は", "を",
                                      "に", "で", "と", "も", "へ", "す", "な", "き", "つ", "け", "め", "せ", "む", "ん" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (memcmp (run_end - strlen (ends[i]), ends[i], strlen (ends[i])) == 0)
      return TRUE;
  return FALSE;
}

/* What ends in を or は is never the middle of a name: …ことを同局が. */
static gboolean
ends_with_particle (const char *run_end)
{
  static const char *const ends[] = { "を", "は", "が", "では", "には" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (memcmp (run_end - strlen (ends[i]), ends[i], strlen (ends[i])) == 0)
      return TRUE;
  return FALSE;
}

gsize
jkb_org_measure_case (const char *run, const char *run_end)
{
  static const char *const ends[]
      = { "によりますと", "において", "における", "によると", "により", "による", "では", "には", "の", "は", "が", "で", "に", "と", "を" };

  if (run_end - run == strlen ("いろは") && jkb_text_begins (run, "いろは"))
    return 0;                           /* a word of its own: いろは珈琲 */
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      gsize n = strlen (ends[i]);
      gssize stem = run_end - run - (gssize) n;

      if (stem >= 2 * 3 && stem <= HIRAGANA_CHARS_MAX * 3 && memcmp (run_end - n, ends[i], n) == 0)
        return jkb_org_is_grammar (run, (gsize) stem) ? 0 : n;
    }
  return 0;
}

/* 部品のひなた精工, 部品を製造するひなた精工, 紛失したとされるひなた精工: behind the grammar that @run begins with, if nothing or at least two
 * characters are left up to @end; else @run. */
static const char *
skip_grammar (const char *run, const char *end)
{
  static const char *const words[]
      = { "していた", "している", "いていた", "いている", "れていた", "れている", "っていた", "っている", "かれていた", "かれている", "とされる", "とされた", "とみられる", "などの",
          "である", "される", "された", "ため", "として", "ことから", "ことで", "ところ", "する", "した", "ほか", "について", "によって", "により", "から", "の", "に", "が", NULL };
  const JkbText text = { run, (gsize) (end - run) };
  const gsize single = strlen ("に"), two = strlen ("かな");
  gsize at = 0, n;

  while (at < text.n_bytes && (n = jkb_text_take_any (&text, at, words)) > 0
         && (at + n == text.n_bytes || at + n + two <= text.n_bytes)
         && (n > single || jkb_text_take (&text, at, "の") > 0 || !jkb_org_begins_like_ending (run + at + n)))
    at += n;
  return run + at;
}

/* Behind the mark of a prefecture or the name of the country hiragana begins a name (福島県いわき市,
 * 日本みどり協会), unless it begins with a particle (同県の…). */
static gboolean
may_begin_name (const char *first, const char *run)
{
  static const char *const before[] = { "県", "府", "都", "道", "日本", "東京", "大阪", "京都", "全国", "国際", "北海道", "東北", "関東", "中部", "東海", "北陸", "近畿",
                                        "関西", "四国", "九州" };
  static const char *const particles[] = { "の", "に", "で", "が", "は", "を", "と", "も", "へ" };

  for (guint i = 0; i < G_N_ELEMENTS (particles); i++)
    if (jkb_text_begins (run, particles[i]))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    if (run - first >= (gssize) strlen (before[i])
        && memcmp (run - strlen (before[i]), before[i], strlen (before[i])) == 0)
      return TRUE;
  return FALSE;
}

/* M.D. Anderson, J. Alder: the dot at @p belongs to a letter that stands for a word. */
static gboolean
is_initial (const char *p, const char *begin)
{
  return *p == '.' && p > begin && g_ascii_isalpha (p[-1]) && (p - 1 == begin || p[-2] == ' ' || p[-2] == '.');
}

/* A blank between two Latin words is part of a name, any other is not. */
static gboolean
joins_latin_words (const char *p, const char *begin, const char *end)
{
  return *p == ' ' && p > begin && p + 1 < end && (g_ascii_isalnum (p[-1]) || p[-1] == '!' || is_initial (p - 1, begin))
         && g_ascii_isalpha (p[1]);
}

/* Yum! Brands, Yahoo! JAPAN: a mark within a Latin name. */
static gboolean
is_latin_mark (const char *p, const char *begin, const char *end)
{
  return *p == '!' && p > begin && p + 1 < end && g_ascii_isalpha (p[-1])
         && (g_ascii_isalpha (p[1]) || (p[1] == ' ' && p + 2 < end && g_ascii_isalpha (p[2])));
}

static gboolean
is_capital (const JkbDoc *doc, gsize offset)
{
  gsize source = jkb_normal_to_source (doc->normal, (JkbSpan){ offset, offset + 1 }).begin;
  gunichar c = g_utf8_get_char (doc->item->text + source);

  return !g_unichar_islower (c);
}

/* Of several Latin words only those from the first capital on are a name. */
static gsize
drop_small_words (const JkbDoc *doc, gsize begin, gsize end)
{
  const char *text = doc->normal->text;

  while (begin < end && g_ascii_isalpha (text[begin]) && !is_capital (doc, begin))
    {
      const char *blank = memchr (text + begin, ' ', end - begin);

      if (blank == NULL)
        return begin;
      begin = (gsize) (blank - text) + 1;
    }
  return begin;
}

/* 紀の川市, つくばみらい市: the town whose name covers @offset, empty when there is none. */
static JkbSpan
find_town (const JkbDoc *doc, gsize offset)
{
  gsize begin = offset > TOWN_BYTES_MAX ? offset - TOWN_BYTES_MAX : 0;
  guint n_hits;
  const JkbHit *hits
      = jkb_doc_hits (doc, JKB_TERM_ORG_PLACE, (JkbSpan){ begin, offset + 1 }, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].span.end > offset)
      return hits[i].span;
  return (JkbSpan){ offset, offset };
}

/* 弥生が丘市, 緑が浜小学校: が between an ideograph and what the place is. */
static gboolean
is_place_with_ga (const char *ga, const char *behind, const char *first, const char *last)
{
  static const char *const lands[] = { "丘", "浜", "原", "崎", "岡", "関", "島", "池", "峰", "野", "森", "里", "台", "谷", "沢", "岳", "根" };
  static const char *const at_end[] = { "浦", "枝", "瀬", "峠", "淵", "端", "坂", "江", "鼻", "窪", "洞", "平", "山" };
  gunichar before = ga > first ? g_utf8_get_char (g_utf8_prev_char (ga)) : 0;

  if (!jkb_text_begins (ga, "が") || behind >= last || g_unichar_get_script (before) != G_UNICODE_SCRIPT_HAN)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (at_end) && g_utf8_next_char (behind) == last; i++)
    if (jkb_text_begins (behind, at_end[i]))
      return TRUE;                      /* 星が浦|病院, but not 職員が浦和|病院 */
  for (guint i = 0; i < G_N_ELEMENTS (lands); i++)
    if (jkb_text_begins (behind, lands[i]))
      return TRUE;
  return FALSE;
}

gsize
jkb_org_limit (const char *text, gsize at)
{
  gsize limit = at > NAME_BYTES_MAX ? at - NAME_BYTES_MAX : 0;

  while (limit < at && ((guchar) text[limit] & 0xc0) == 0x80)
    limit++;
  return limit;
}

JkbSpan
jkb_org_bare_before (const JkbDoc *doc, gsize end, gsize limit)
{
  const char *text = doc->normal->text;
  const char *first = text + limit, *last = text + end, *p = last;
  guint n_chars = 0;

  while (p > first && n_chars < NAME_CHARS_MAX)
    {
      const char *q = g_utf8_prev_char (p);
      CharClass c = classify (g_utf8_get_char (q));

      if (c == HIRAGANA)
        {
          JkbSpan town = find_town (doc, (gsize) (q - text));
          const char *run = p;
          guint n = 0;

          if (town.end > town.begin && town.begin >= limit)
            {
              p = text + town.begin;
              continue;
            }
          if (is_place_with_ga (q, p, first, last))
            {
              p = q;
              continue;
            }
          while (run > first && classify (g_utf8_get_char (g_utf8_prev_char (run))) == HIRAGANA)
            run = g_utf8_prev_char (run), n++;
          if (jkb_org_is_inner_run (first, run, p, text + doc->normal->n_bytes) || (p == last && jkb_org_is_last_run (first, run, p)))
            {
              p = run;
              n_chars += n;
              continue;
            }
          if (n > HIRAGANA_CHARS_MAX + 3 || jkb_org_is_grammar (run, (gsize) (p - run)) || n < 2)
            break;
          if (p < last && ends_with_particle (p))
            break;
          if (p < last && run > first && skip_grammar (run, p) > run)
            {
              p = skip_grammar (run, p);
              break;
            }
          if (n > HIRAGANA_CHARS_MAX)
            break;
          if (!may_begin_name (first, run)
              && ((run > first && classify (g_utf8_get_char (g_utf8_prev_char (run))) == NAME
                   && (p == last || ends_like_grammar (p)))
                  || (p == last && n < 3 && ends_like_grammar (p))))
            break;
          q = run;
        }
      else if (c == OTHER && !joins_latin_words (q, first, last + 1) && !is_latin_mark (q, first, last + 1))
        break;
      p = q;
      n_chars++;
    }
  while (p < last && (*p == ' ' || *p == '-' || *p == '.' || *p == '\'' || *p == '&'
                      || jkb_text_begins (p, "ー") || jkb_text_begins (p, "・")))
    p = g_utf8_next_char (p);
  if (p > first + strlen ("※") && jkb_text_begins (p - strlen ("※"), "※"))
    while (p < last && g_ascii_isdigit (*p))
      p++;                              /* ※1甲乙電力: the number of a note */
  return (JkbSpan){ drop_small_words (doc, (gsize) (p - text), end), end };
}

JkbSpan
jkb_org_bare_after (const JkbDoc *doc, gsize begin, gsize limit)
{
  const char *text = doc->normal->text;
  const char *first = text + begin, *end = text + limit, *p = first;
  guint n_chars = 0;

  while (p < end && n_chars < NAME_CHARS_MAX)
    {
      CharClass c = classify (g_utf8_get_char (p));

      if (c == HIRAGANA)
        {
          JkbSpan town = find_town (doc, (gsize) (p - text));
          const char *run = p;
          guint n = 0;

          if (town.end > town.begin && town.end <= limit)
            {
              p = text + town.end;
              continue;
            }
          while (run < end && classify (g_utf8_get_char (run)) == HIRAGANA)
            run = g_utf8_next_char (run), n++;
          if (p > first && jkb_org_is_inner_run (first, p, run, end))
            {
              p = run;
              n_chars += n;
              continue;
            }
          if (p > first && jkb_org_end_last_run (first, p, run) > p)
            {
              p = jkb_org_end_last_run (first, p, run);
              break;
            }
          if (p == first && jkb_org_measure_case (p, run) > 0)
            return (JkbSpan){ begin, (gsize) (run - text) - jkb_org_measure_case (p, run) };
          if (n > HIRAGANA_CHARS_MAX || jkb_org_is_grammar (p, (gsize) (run - p)) || n < 2
              || (p > first && jkb_text_begins (p, "の"))
              || (p > first && (ends_like_grammar (run) || run == end
                                || classify (g_utf8_get_char (run)) != NAME)))
            break;
          p = run;
          n_chars += n;
          continue;
        }
      if (c == OTHER && !is_latin_mark (p, first, end)
          && !(joins_latin_words (p, first, end) && is_capital (doc, (gsize) (p + 1 - text))))
        break;
      p = g_utf8_next_char (p);
      n_chars++;
    }
  while (p > first && (p[-1] == '.' || p[-1] == '-' || p[-1] == ' ' || p[-1] == '\'' || p[-1] == '&'))
    p--;
  return (JkbSpan){ begin, (gsize) (p - text) };
}

/* ---------------------------------------------------------------- what is no name */

/* A社, X市, ○○株式会社, 某社: names that are masked. */
gboolean
jkb_org_is_masked (const char *text, JkbSpan span)
{
  static const char *const signs[] = { "○", "〇〇", "△", "□", "◯", "●", "××", "xx", "某", NULL };
  static const char *const kinds[] = { "社", "市", "町", "村", "区", "県", "府", "大学", "校", "院", "病院", "店", "氏", "銀行",
                                       "さん", "課", "部", "小", "中", "高", "園", "局", "団体", "法人", "組合", "組", "国", "者", NULL };
  const JkbText name = { text + span.begin, span.end - span.begin };

  if (jkb_text_take_any (&name, 0, signs) > 0)
    return TRUE;
  return jkb_text_is_letter (&name, 0) && jkb_text_take_any (&name, 1, kinds) > 0
         && jkb_text_count_chars (name.bytes, name.n_bytes) <= 5;
}

const JkbTerm *
jkb_org_nature (const JkbDoc *doc, JkbSpan span)
{
  g_autofree char *name = g_strndup (doc->normal->text + span.begin, span.end - span.begin);

  return jkb_lexicon_find_ending (doc->lexicon, name);
}

gboolean
jkb_org_ends_with (const char *text, JkbSpan span, const char *word)
{
  gsize n = strlen (word);

  return span.end - span.begin >= n && text[span.end - 1] == word[n - 1]
         && memcmp (text + span.end - n, word, n) == 0;
}
