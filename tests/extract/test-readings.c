/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The readers of counts and dates together with lexicon and document, over tests/data/extract/
 * readings.tsv, and what must hold for any text: a span is made of the words of its value.
 */
#include <locale.h>
#include <string.h>

#include "core/jkb-data-table.h"
#include "core/jkb-normal.h"
#include "core/jkb-paths.h"
#include "extract/jkb-date-choice.h"
#include "extract/jkb-date-grammar.h"
#include "extract/jkb-number-grammar.h"
#include "extract/jkb-read-counts.h"
#include "extract/jkb-read-dates.h"

#define N_DATES_MAX 12
#define NORMAL (JKB_NORMAL_READING | JKB_NORMAL_LOWER)

static JkbLexicon *lexicon;

static JkbItem *
read_text (const char *text)
{
  JkbItem *item = jkb_item_new (g_strdup (text));
  g_autoptr(JkbDoc) doc = NULL;

  item->title = g_strndup (text, strcspn (text, "\n"));
  item->lang = "ja";
  doc = jkb_doc_new (lexicon, item);
  jkb_read_counts (doc, item);
  jkb_read_dates (doc, item);
  return item;
}

static char *
get_words (const JkbItem *item, const JkbFact *fact)
{
  g_autofree char *words
      = g_strndup (item->text + fact->span.begin, fact->span.end - fact->span.begin);

  return jkb_normal_string (words, NORMAL);
}

/* 同日 and 8~9月 have no numbers of their own; what is written must be part of the value. */
static void
check_date_words (const JkbItem *item, const JkbFact *fact)
{
  g_autofree char *words = get_words (item, fact);
  g_autofree char *whole = g_strconcat (words, g_str_has_suffix (words, "日") ? "" : "日", NULL);
  JkbDateScan scan;
  JkbDateMatch match;
  JkbDate date;

  g_assert_true (jkb_date_parse (fact->value, &date, NULL));
  jkb_date_scan_init (&scan, words, strlen (words));
  if (!jkb_date_scan_next (&scan, &match))
    jkb_date_scan_init (&scan, whole, strlen (whole));
  if (match.written.day != 0 && jkb_date_scan_next (&scan, &match) && match.written.day != 0)
    g_assert_cmpint (match.written.day, ==, date.day);
}

static void
check_count_words (const JkbItem *item, const JkbFact *fact)
{
  g_autofree char *words = get_words (item, fact);
  JkbNumber number;
  gint64 value;

  g_assert_true (jkb_count_parse (fact->value, &value));
  g_assert_true (jkb_number_next (words, strlen (words), 0, &number));
  g_assert_cmpint (number.value, ==, value);
  g_assert_nonnull (fact->unit);
  g_assert_nonnull (strstr (words, fact->unit));
}

static void
check_facts (const JkbItem *item)
{
  for (guint i = 0; i < item->facts->len; i++)
    {
      const JkbFact *fact = g_ptr_array_index (item->facts, i);

      g_assert_cmpuint (fact->span.end, >, fact->span.begin);
      g_assert_true (g_utf8_validate (item->text + fact->span.begin,
                                      (gssize) (fact->span.end - fact->span.begin), NULL));
      g_assert_cmpfloat (fact->confidence, >, 0);
      g_assert_cmpfloat (fact->confidence, <=, 1);
      if (fact->field == JKB_FIELD_COUNTS)
        check_count_words (item, fact);
      if (fact->field == JKB_FIELD_DATES)
        check_date_words (item, fact);
    }
}

static void
check_row (const JkbDataTable *table, guint row)
{
  static const JkbField fields[]
      = { JKB_FIELD_AFFECTED_PEOPLE, JKB_FIELD_AFFECTED_RECORDS, JKB_FIELD_OCCURRED_FROM,
          JKB_FIELD_OCCURRED_TO, JKB_FIELD_DISCOVERED, JKB_FIELD_ANNOUNCED };
  g_auto(GStrv) lines = g_strsplit (jkb_data_table_get (table, row, 0), "\\n", -1);
  g_autofree char *body = g_strjoinv ("\n", lines);
  g_autofree char *text = g_strconcat (*body == '@' ? "" : "お知らせ\n", body + (*body == '@'), "\n", NULL);
  g_autoptr(JkbItem) item = read_text (text);

  check_facts (item);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *wanted = jkb_data_table_get (table, row, i + 1);
      const char *found = jkb_item_value (item, fields[i]);

      if (strcmp (found != NULL ? found : ".", wanted) == 0)
        continue;
      g_test_message ("line %u, %s: wanted %s, found %s\n  %s", jkb_data_table_line (table, row),
                      jkb_word_nick (JKB_WORDS_FIELD, (int) fields[i]), wanted, found, body);
      g_test_fail ();
    }
}

static void
test_table (void)
{
  static const char *const columns[]
      = { "text", "people", "records", "from", "to", "discovered", "announced", NULL };
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "data", "extract", "readings.tsv", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbDataTable) table = jkb_data_table_read (path, columns, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < jkb_data_table_n_rows (table); i++)
    check_row (table, i);
}

static const char letter[] = "個人情報の漏えいに関するお知らせとお詫び\n2031年6月12日\n株式会社霧ヶ浜文具\n"
                             "このたび、当社の通信販売サイトが不正アクセスを受け、お客様の個人情報が漏えいした可能性があることが分かりました。\n1. 経緯\n"
                             "2031年4月3日、決済代行会社から漏えいの懸念があるとの連絡を受け、同日サイトでの決済を止めました。調査会社による調査は"
                             "5月20日に完了し、2030年11月4日から2031年3月28日までに入力されたカード情報が抜き取られた可能性があることを確認しました。\n";

/* What the weights choose among the dates of the letter when the rules took @by_rule, an index or %G_MAXUINT, for each day. */
static void
choose (guint by_rule, gboolean is_outright, JkbDateChoice choices[JKB_DATE_N_SLOTS], JkbDateValue values[N_DATES_MAX])
{
  g_autoptr(JkbItem) item = jkb_item_new (g_strdup (letter));
  g_autoptr(JkbDoc) doc = NULL;
  const JkbDateContext context = { JKB_DATE_NONE, 0, JKB_DATE_NONE };
  JkbDateMatch matches[N_DATES_MAX];
  guint n_matches = 0;
  JkbDateScan scan;

  item->lang = "ja";
  doc = jkb_doc_new (lexicon, item);
  jkb_date_scan_init (&scan, doc->normal->text, doc->normal->n_bytes);
  while (n_matches < N_DATES_MAX && jkb_date_scan_next (&scan, &matches[n_matches]))
    n_matches++;
  jkb_date_context_resolve (&context, matches, n_matches, values);
  for (guint slot = 0; slot < JKB_DATE_N_SLOTS; slot++)
    choices[slot] = (JkbDateChoice){ by_rule, is_outright, 0 };
  jkb_date_choose (&(JkbDatePlaces){ doc, { doc->normal->text, doc->normal->n_bytes }, matches, n_matches }, values, FALSE, choices);
}

/* The weights find the days of a letter by themselves, and are fairly sure of them. */
static void
test_weights (void)
{
  static const char *const wanted[JKB_DATE_N_SLOTS] = { "2030-11-04", "2031-03-28", "2031-04-03", "2031-06-12" };
  JkbDateChoice choices[JKB_DATE_N_SLOTS];
  JkbDateValue values[N_DATES_MAX];

  choose (G_MAXUINT, FALSE, choices, values);
  for (guint slot = 0; slot < JKB_DATE_N_SLOTS; slot++)
    {
      g_autofree char *value = NULL;

      g_assert_cmpuint (choices[slot].index, <, N_DATES_MAX);
      value = jkb_date_to_string (values[choices[slot].index].date);
      g_assert_cmpstr (value, ==, wanted[slot]);
      g_assert_cmpfloat (choices[slot].probability, >, 0.5);
      g_assert_cmpfloat (choices[slot].probability, <=, 1);
    }
}

/* What the rules took counts, most of all what words name outright; but nothing ends on the day on which it began. */
static void
test_weights_of_rules (void)
{
  JkbDateChoice choices[JKB_DATE_N_SLOTS], outright[JKB_DATE_N_SLOTS];
  JkbDateValue values[N_DATES_MAX];
  guint began;

  choose (0, FALSE, choices, values);
  choose (0, TRUE, outright, values);
  g_assert_cmpuint (outright[JKB_DATE_SLOT_ANNOUNCED].index, ==, 0);
  g_assert_cmpfloat (outright[JKB_DATE_SLOT_ANNOUNCED].probability, >, choices[JKB_DATE_SLOT_ANNOUNCED].probability);
  began = choices[JKB_DATE_SLOT_BEGAN].index;
  choose (began, TRUE, outright, values);
  g_assert_cmpuint (outright[JKB_DATE_SLOT_BEGAN].index, ==, began);
  g_assert_cmpuint (outright[JKB_DATE_SLOT_ENDED].index, !=, began);
}

/* A day of no year is shown as a guess: somebody has to say the year. */
static void
test_part_of_date (void)
{
  static const struct
  {
    const char *text;
    gboolean is_sure;
  } rows[] = {
    { "お知らせ\n2031年9月8日に発送先からの連絡で誤送付が発覚しました。\n", TRUE },
    { "お知らせ\n9月8日に発送先からの連絡で誤送付が発覚しました。\n", FALSE },
    { "お知らせ\n2031年9月に発送先からの連絡で誤送付が発覚しました。\n", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(JkbItem) item = read_text (rows[i].text);
      const JkbFact *fact = jkb_item_find (item, JKB_FIELD_DISCOVERED);

      g_assert_nonnull (fact);
      g_assert_cmpint (fact->confidence >= JKB_CONFIDENCE_SURE, ==, rows[i].is_sure);
    }
}

/* The facts behind a sum are its parts; a figure said twice is one value with two places. */
static void
test_evidence (void)
{
  static const struct
  {
    const char *text, *value;
    guint n_facts;
  } cases[] = {
    { "漏えいした情報\n・会員の氏名、住所 1,200名分\n・取引先の氏名、電話番号 34名分\n", "1234", 2 },
    { "お詫び\n1,234名の個人情報が流出しました。\n対象の1,234名の方へ連絡しました。\n", "1234", 2 },
    { "お詫び\n会員1,200名、職員34名、計1,234名の個人情報が流出しました。\n", "1234", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(JkbItem) item = read_text (cases[i].text);
      guint n_facts = 0;

      for (guint j = 0; j < item->facts->len; j++)
        {
          const JkbFact *fact = g_ptr_array_index (item->facts, j);

          if (fact->field != JKB_FIELD_AFFECTED_PEOPLE)
            continue;
          g_assert_cmpstr (fact->value, ==, cases[i].value);
          n_facts++;
        }
      g_assert_cmpuint (n_facts, ==, cases[i].n_facts);
    }
}

static JkbDateRole
find_role (const JkbItem *item, const char *value)
{
  for (guint i = 0; i < item->facts->len; i++)
    {
      const JkbFact *fact = g_ptr_array_index (item->facts, i);

      if (fact->field == JKB_FIELD_DATES && strcmp (fact->value, value) == 0)
        return (JkbDateRole) fact->role;
    }
  return JKB_N_DATE_ROLES;
}

static void
test_roles (void)
{
  static const struct
  {
    const char *text, *value;
    JkbDateRole role;
  } cases[] = {
    { "個人情報保護委員会へは2023年12月2日に速報した後、2024年1月6日に続報を提出した。", "2023-12-02",
      JKB_DATE_REPORTED_PPC },
    { "個人情報保護委員会へは2023年12月2日に速報した後、2024年1月6日に続報を提出した。", "2024-01-06",
      JKB_DATE_FOLLOW_UP_REPORT },
    { "2024年5月7日に所轄の警察署へ被害届を提出した。", "2024-05-07", JKB_DATE_REPORTED_POLICE },
    { "2024年5月7日に警察から情報提供を受けた。", "2024-05-07", JKB_DATE_DISCOVERED },
    { "2024年5月7日、第三者機関による調査が完了した。", "2024-05-07", JKB_DATE_SURVEY_FINISHED },
    { "2024年5月7日にサーバーを停止した。", "2024-05-07", JKB_DATE_RESPONSE },
    { "2019年4月1日に設立された法人です。", "2019-04-01", JKB_DATE_DECOY },
    { "2023年度の受講者名簿を紛失した。", "2023", JKB_DATE_DECOY },
    { "最終更新日:2024年5月7日", "2024-05-07", JKB_DATE_DECOY },
    { "サービスは2024年5月7日に再開する予定です。", "2024-05-07", JKB_DATE_RESPONSE },
    { "甲乙市は19日、名簿を紛失したと発表した。6月18日に職員が気付いた。", "--06-19", JKB_DATE_ANNOUNCED },
    { "甲乙市は2日、名簿を紛失したと発表した。6月28日に職員が気付いた。", "--07-02", JKB_DATE_ANNOUNCED },
    { "当社は7月3日に攻撃を確認し、7月5日に公表いたしました。流出は2031年7月24日に確認されました。\n\n2031年7月31日", "2031-07-05",
      JKB_DATE_ANNOUNCED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat ("お知らせ\n\n", cases[i].text, "\n", NULL);
      g_autoptr(JkbItem) item = read_text (text);
      JkbDateRole role = find_role (item, cases[i].value);

      if (role == cases[i].role)
        continue;
      g_test_message ("%s: %s is %d, not %d", cases[i].text, cases[i].value, role, cases[i].role);
      g_test_fail ();
    }
}

/* A long notice is weighed: the sentence behind the day of the mail says that it was found on it. */
static void
test_next_sentence (void)
{
  static const char notice[]
      = "メール誤送信のお詫び\n2031年2月26日\n株式会社霧ヶ浜旅行\n2月25日17時30分ころ、弊社よりお送りした「春の旅行説明会のご案内」のメールにおいて、他のお客様の"
        "お名前が宛名として表示される不具合がございました。18時過ぎに複数のお客様からご指摘をいただき、19時に訂正のメールをお送りしております。"
        "説明会は3月8日に予定どおり開催いたします。\n";
  g_autoptr(JkbItem) item = read_text (notice);

  g_assert_cmpstr (jkb_item_value (item, JKB_FIELD_OCCURRED_FROM), ==, "2031-02-25");
  g_assert_cmpstr (jkb_item_value (item, JKB_FIELD_DISCOVERED), ==, "2031-02-25");
  g_assert_cmpstr (jkb_item_value (item, JKB_FIELD_ANNOUNCED), ==, "2031-02-26");
}

/* The serial number of the notice tells a year that the text does not. */
static void
test_serial (void)
{
  g_autoptr(JkbItem) item = jkb_item_new (g_strdup ("お知らせ\n本年1月16日(火)に発覚しました。\n"));
  g_autoptr(JkbDoc) doc = NULL;

  item->serial = g_strdup ("2024-026");
  doc = jkb_doc_new (lexicon, item);
  jkb_read_dates (doc, item);
  g_assert_cmpstr (jkb_item_value (item, JKB_FIELD_DISCOVERED), ==, "2024-01-16");
}

static char *
make_noise (gsize n_pieces)
{
  static const char *const pieces[]
      = { "2024年", "1月", "26日", "5", "~", "から", "、", "。", "\n", "名", "件", "名分", "約", "計", "個人情報",
          "の", "流出", "判明", "公表", "警察", "に", "は", "・", "うち", "訂正", "同日", "(", ")", "「", "分",
          "職員", "患者", "ません", "２,７２６", "①", "万", "アカウント", "メール", "送信", "発表" };
  GString *out = g_string_new ("お知らせ\n");

  for (gsize i = 0; i < n_pieces; i++)
    g_string_append (out, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (out, FALSE);
}

static void
test_noise (void)
{
  for (int i = 0; i < 200; i++)
    {
      g_autofree char *noise = make_noise ((gsize) g_test_rand_int_range (1, 300));
      g_autoptr(JkbItem) item = read_text (noise);

      check_facts (item);
    }
}

/* A quarter of a megabyte of the same words over and over stays far from the square of its length. */
static void
test_linear (void)
{
  static const char *const pieces[]
      = { "1名、", "2024年1月5日に判明し、", "5日、", "1日~", "100件と判明、", "・氏名 10名\n", "10名と",
          "個人情報保護委員会に1月5日", "「1月5日", "\n\n1月5日\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr(GString) text = g_string_new ("お知らせ\n");
      g_autoptr(JkbItem) item = NULL;
      gint64 start;

      while (text->len < 1 << 18)
        g_string_append (text, pieces[i]);
      start = g_get_monotonic_time ();
      item = read_text (text->str);
      g_test_message ("%.2f s for a quarter of a megabyte of %s",
                      (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC, pieces[i]);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 60 * G_USEC_PER_SEC);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *dir = jkb_paths_data_file ("extract");
  g_autoptr(GError) error = NULL;
  int status;

  setlocale (LC_ALL, "");               /* messages show the words */
  g_test_init (&argc, &argv, NULL);
  lexicon = jkb_lexicon_load (dir, &error);
  g_assert_no_error (error);
  g_test_add_func ("/extract/readings/table", test_table);
  g_test_add_func ("/extract/readings/evidence", test_evidence);
  g_test_add_func ("/extract/readings/part-of-date", test_part_of_date);
  g_test_add_func ("/extract/readings/weights", test_weights);
  g_test_add_func ("/extract/readings/weights-of-rules", test_weights_of_rules);
  g_test_add_func ("/extract/readings/next-sentence", test_next_sentence);
  g_test_add_func ("/extract/readings/roles", test_roles);
  g_test_add_func ("/extract/readings/serial", test_serial);
  g_test_add_func ("/extract/readings/noise", test_noise);
  g_test_add_func ("/extract/readings/linear", test_linear);
  status = g_test_run ();
  jkb_lexicon_free (lexicon);
  return status;
}
