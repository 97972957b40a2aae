/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Hiragana in the middle or at the end of a name: 日の出フーズ, 花とみどりの会, 市立みなと病院, 北のめぐみ. A particle belongs to a
 * name where a single ideograph stands before it, for nobody says 味の … of an organisation's 味; other hiragana where it
 * cannot be the end of a verb.
 */
#include "extract/jkb-org-grammar.h"

#include <string.h>

#include "extract/jkb-text-at.h"

/* Fewer characters behind ideographs are mostly the end of a verb. */
#define CHARS_MIN 3

/* Two characters are at most as long. */
#define LOOK_BYTES 8

static gboolean
is_one_of (gunichar c, const char *characters)
{
  return c != 0 && g_utf8_strchr (characters, -1, c) != NULL;
}

static gboolean
is_name_char (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  return c != 0 && (script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_KATAKANA || g_unichar_isalnum (c))
         && script != G_UNICODE_SCRIPT_HIRAGANA;
}

/* 市立, 国立: whatever follows up to what it is belongs to the name. */
static gboolean
is_behind_founder (const char *first, const char *run)
{
  static const char *const founders[] = { "市立", "県立", "町立", "村立", "区立", "都立", "府立", "道立", "国立", "私立", NULL };
  const JkbText before = { first, (gsize) (run - first) };

  return jkb_text_take_any_before (&before, before.n_bytes, founders) > 0;
}

/* 県立幡霞|みどり|病院: a founder and ideographs of the place. */
static gboolean
is_behind_founded_place (const char *first, const char *run)
{
  const char *p = run;

  while (p > first && !is_behind_founder (first, p))
    {
      p = g_utf8_prev_char (p);
      if (g_unichar_get_script (g_utf8_get_char (p)) != G_UNICODE_SCRIPT_HAN)
        return FALSE;
    }
  return p > first && p < run && run - p <= 3 * 3;
}

/* かすみ|荘: a word in hiragana that is no grammar stands before @p. */
static gboolean
ends_word_in_hiragana (const char *first, const char *p)
{
  const char *run = p;

  while (run > first && g_unichar_get_script (g_utf8_get_char (g_utf8_prev_char (run))) == G_UNICODE_SCRIPT_HIRAGANA)
    run = g_utf8_prev_char (run);
  return p - run >= CHARS_MIN * 3 && !jkb_org_is_grammar (run, (gsize) (p - run)) && !jkb_org_begins_like_ending (run);
}

/* The only ideograph between a border and @run, unless it says what somebody is: 県の, 社の. */
static gboolean
is_behind_one_ideograph (const char *first, const char *run)
{
  static const char kinds[] = "県市町村区国都府社他別次元先同某各両全私昨今翌前後上下左右中内外弊当本者方人校店課部局院館園会署庁省"
                              "班組氏員客名品物事件数日月年時分秒週朝夜夕台枚通冊個点円万億千百十一二三四五六七八九計総約等";
  const char *p = run > first ? g_utf8_prev_char (run) : run;

  if (p == run || g_unichar_get_script (g_utf8_get_char (p)) != G_UNICODE_SCRIPT_HAN)
    return FALSE;
  if (p > first && is_name_char (g_utf8_get_char (g_utf8_prev_char (p))))
    return is_behind_founder (first, p);
  if (ends_word_in_hiragana (first, p))
    return FALSE;                       /* かすみ荘|の|職員 */
  return !is_one_of (g_utf8_get_char (p), kinds) || jkb_text_begins (p, "日の出") || jkb_text_begins (p, "町の") || jkb_text_begins (p, "本と");
}

/* 山の中, 水の量: what is one character behind the の is no name more often than not. */
static gboolean
is_common_behind (const char *behind, const char *last)
{
  static const char words[] = "中上下内外他間際時前後方場数件者人日量例声話形側面点為元先横奥隣底頂";
  const char *next = behind < last ? g_utf8_next_char (behind) : behind;

  return is_one_of (g_utf8_get_char (behind), words) && (next >= last || !is_name_char (g_utf8_get_char (next)));
}

gboolean
jkb_org_begins_like_ending (const char *run)
{
  static const char endings[] = "のにでをはがともへやいうえくるすしせされりらたてっけきげぎじずぐつちばびべぶんむめおそだ";
  static const char *const words[] = { "あっ", "ある", "あり", "あて", "あと", "あら", "あの", "こと", "この", "これ", "こちら", "まで", "ます", "まし", "また", "ませ",
                                       "まま", "まと", "まる", "まっ", "まれ", "から", "かけ", "かか", "かつ", "かど", "かね", "かの", "かな", "かに", "かっ", "なく", "など",
                                       "ない", "なお", "なっ", "なり", "なる", "なけ", "なが", "なし", "なの", "なら", "よう", "より", "よっ", "よく", "よる", "よび", "わる",
                                       "わり", "われ", "わけ", "わっ", "わせ", "わず", "わら", "みの", "みに", "みが", "みを", "みで", "みは", "みも", "みと", "みや", "ほか", "ほど",
                                       "ゆる", "ふる", "ひど", "ねて" };

  if (is_one_of (g_utf8_get_char (run), endings))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (jkb_text_begins (run, words[i]))
      return TRUE;
  return FALSE;
}

/* ホテル|かすみ, コープ|かすみ: what a house is called goes on in hiragana. */
gboolean
jkb_org_is_behind_house (const char *first, const char *run)
{
  static const char *const houses[] = { "ホテル", "旅館", "民宿", "ペンション", "カフェ", "喫茶", "居酒屋", "レストラン", "食堂", "スナック", "ラーメン", "サロン", "美容室", "理容室",
                                        "スーパー", "ホーム", "施設", "デイサービス", "ケアハウス", "コープ", "生協", "ja", "fm", NULL };
  const JkbText before = { first, (gsize) (run - first) };

  return jkb_text_take_any_before (&before, before.n_bytes, houses) > 0;
}

/* A word of two characters or more and no word of grammar. */
static gboolean
is_word (const char *run, const char *run_end)
{
  return run_end - run >= 2 * 3 && !jkb_org_is_grammar (run, (gsize) (run_end - run));
}

/* みどりの会: what is one character behind the の. */
static gboolean
is_short_behind (const char *behind, const char *last)
{
  const char *next = behind < last ? g_utf8_next_char (behind) : behind;

  return next >= last || !is_name_char (g_utf8_get_char (next));
}

/* つきの舟|の|名簿: the ideograph before @run has a の before it already. */
static gboolean
is_second_link (const char *first, const char *run)
{
  const char *p = run > first ? g_utf8_prev_char (run) : run;

  return p >= first + strlen ("の") && jkb_text_begins (p - strlen ("の"), "の");
}

/* @run over a particle behind a single ideograph. */
static const char *
skip_link (const char *first, const char *run, const char *run_end)
{
  if (is_second_link (first, run) && (run + strlen ("の") < run_end || !is_short_behind (run_end, run_end + strnlen (run_end, LOOK_BYTES))))
    return run;
  if (run < run_end && (jkb_text_begins (run, "の") || jkb_text_begins (run, "と")) && is_behind_one_ideograph (first, run))
    return run + strlen ("の");
  return run;
}

gboolean
jkb_org_is_inner_run (const char *first, const char *run, const char *run_end, const char *last)
{
  static const char *const particles[] = { "は", "が", "を", "に", "で", "も", "へ", "や", NULL };
  static const char *const verbs[] = { "れた", "った", "した", "いた", "きた", "めた", "えた", "けた", "せた", "れる", "する", "える", "ける", "せる",
                                       "ている", "でいる", "ます", "ました", "ません", "です", "ため", "として", "から", "より", "ので", "ところ", "ない", NULL };
  const char *word = skip_link (first, run, run_end);
  JkbSpan rest = { 0, (gsize) (run_end - word) };

  if (jkb_org_ends_with_any (word, rest, verbs))
    return FALSE;                       /* 県外で開かれた学会 */
  if (run_end >= last || !is_name_char (g_utf8_get_char (run_end)) || g_ascii_isdigit (*run_end))
    return FALSE;
  if (word == run_end)                  /* 靴と手袋 are goods */
    return jkb_text_begins (run, "の") && !is_common_behind (run_end, last);
  if (jkb_org_ends_with_any (word, rest, particles))
    return FALSE;
  if (word == run && run_end - run >= CHARS_MIN * 3 && is_behind_founded_place (first, run))
    return is_word (word, run_end);
  if (word == run && !is_behind_founder (first, run) && (jkb_org_begins_like_ending (run) || run_end - run < CHARS_MIN * 3))
    return FALSE;
  if (!jkb_org_ends_with (word, rest, "の"))
    return is_word (word, run_end);
  /* 甲乙|こころの|クリニック, 国立|みらいの|館 */
  return (is_behind_founder (first, run) || is_short_behind (run_end, last) || (word == run && run_end - run >= CHARS_MIN * 3 && !jkb_org_is_behind_house (first, run)))
         && is_word (word, run_end - strlen ("の"));
}

gboolean
jkb_org_is_last_run (const char *first, const char *run, const char *run_end)
{
  const char *word = skip_link (first, run, run_end);

  if (word == run && jkb_org_is_behind_house (first, run))
    return is_word (run, run_end) && !jkb_org_begins_like_ending (run);
  return word > run && is_word (word, run_end);
}

const char *
jkb_org_end_last_run (const char *first, const char *run, const char *run_end)
{
  const char *word = skip_link (first, run, run_end);
  gboolean is_of_house = word == run && jkb_org_is_behind_house (first, run) && !jkb_org_begins_like_ending (run);
  gsize n_case = word > run || is_of_house ? jkb_org_measure_case (word, run_end) : 0;

  if (n_case > 0)
    return run_end - n_case;
  return !is_name_char (g_utf8_get_char (run_end)) && jkb_org_is_last_run (first, run, run_end) ? run_end : run;
}
